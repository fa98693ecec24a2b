//! A page as text for a terminal, wrapped by the width that characters take there.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::page::{Item, Page};

/// Columns of a line.
const COLUMNS: usize = 88;

/// The page as text.
pub(crate) fn written(p: &Page) -> String {
    let mut out = Text::default();
    let title = p.title.as_ref().map_or_else(String::new, |title| format!(" — {title}"));
    out.line(0, &format!("{}: {}{title}", p.l.brief, p.name));
    out.rule('=');
    out.line(
        0,
        &format!(
            "{}: {} | {}: {} | {}: {}",
            p.l.partner, p.partner, p.l.as_of, p.as_of, p.l.policy, p.policy
        ),
    );
    out.line(0, &format!("{}: {} — {}", p.l.readiness, p.readiness, p.meaning));
    if !p.celebrate.is_empty() {
        out.heading(p.l.celebrate);
        p.celebrate.iter().for_each(|item| out.item(item));
        out.more(p.more.celebrate.as_ref());
    }
    out.heading(p.l.week);
    if p.week.is_empty() {
        out.line(0, p.l.nothing);
    }
    p.week.iter().for_each(|item| out.item(item));
    out.more(p.more.week.as_ref());
    fit(&mut out, p);
    environment(&mut out, p);
    course(&mut out, p);
    if !p.lines.is_empty() {
        out.heading(p.l.lines);
        p.lines.iter().for_each(|line| out.point(&format!("{}: {}", line.label, line.text)));
        out.more(p.more.lines.as_ref());
    }
    out.heading(p.l.notes);
    p.notes.iter().for_each(|note| out.point(note));
    out.point(&format!("{} {} | {} {}", p.l.policy, p.policy, p.l.facts, p.facts));
    out.0
}

fn fit(out: &mut Text, p: &Page) {
    out.heading(p.l.fit_and_traits);
    let fit = &p.fit;
    out.line(
        0,
        &format!(
            "{} {} | {} {} | {} {} | {} {}",
            p.l.fit, fit.score, p.l.interval, fit.interval, p.l.coverage, fit.coverage, p.l.bar, fit.bar
        ),
    );
    if let Some(next) = &fit.next_question {
        out.line(0, &format!("{}: {next}", p.l.next_question));
    }
    let columns = [p.l.trait_name, p.l.mean, p.l.interval, p.l.evidence, p.l.contribution, p.l.remark];
    let row = |cells: [&str; 6]| cells.map(str::to_owned).to_vec();
    let sums = !fit.reference.is_empty();
    let reference = sums.then(|| row([p.l.reference, "", "", "", &fit.reference, ""]));
    let total = sums.then(|| row([p.l.fit, &fit.score, &fit.interval, "", &fit.score, ""]));
    let traits =
        p.traits.iter().map(|t| row([t.name, &t.mean, &t.interval, &t.weight, &t.contribution, &t.remark]));
    out.table(&columns, reference.into_iter().chain(traits).chain(total));
}

fn environment(out: &mut Text, p: &Page) {
    if !p.mismatches.is_empty() || p.absent.is_some() {
        out.heading(p.l.mismatches);
    }
    let rows = p
        .mismatches
        .iter()
        .map(|m| [&m.name, &m.state, &m.probability, &m.clears].map(Clone::clone).to_vec());
    out.table(&[p.l.pattern, p.l.state, p.l.probability, p.l.clears], rows);
    out.more(p.more.mismatches.as_ref());
    if let Some(absent) = &p.absent {
        out.line(0, absent);
    }
    out.heading(p.l.remedies);
    if p.remedies.is_empty() {
        out.line(0, p.no_remedies);
    }
    for remedy in &p.remedies {
        let gain = remedy.gain.as_ref().map_or_else(String::new, |gain| format!(" ({gain})"));
        out.point(&format!("{}{gain}", remedy.name));
        for text in
            [remedy.action, &remedy.effect].into_iter().chain(remedy.members.iter().map(String::as_str))
        {
            out.line(2, text);
        }
    }
    out.more(p.more.remedies.as_ref());
}

fn course(out: &mut Text, p: &Page) {
    out.heading(p.l.ladder);
    out.line(0, &p.start);
    let rows = p.rungs.iter().map(|r| {
        let status = format!("{} {}", r.sign, r.status);
        [&r.name, &status, &r.count, &r.pace, &r.odds].map(|cell: &String| cell.clone()).to_vec()
    });
    out.table(&[p.l.rung, p.l.state, p.l.count, p.l.pace, p.l.odds], rows);
    // Before the start a rung has neither day.
    for r in p.rungs.iter().filter(|r| (r.deadline.as_str(), r.expected.as_str()) != ("—", "—")) {
        out.line(
            2,
            &format!("{} — {}: {} | {}: {}", r.name, p.l.deadline, r.deadline, p.l.expected, r.expected),
        );
    }
    out.more(p.more.rungs.as_ref());
    if let Some(load) = &p.load {
        out.heading(p.l.load);
        out.line(0, &load.plan);
        load.now.iter().for_each(|line| out.line(0, line));
        out.line(0, &load.hours);
    }
    if !p.changes.is_empty() {
        out.heading(p.l.change);
        out.line(0, p.since.as_deref().unwrap_or_default());
        p.changes.iter().for_each(|line| out.point(&format!("{}: {}", line.label, line.text)));
    }
    if !p.meetings.is_empty() {
        out.heading(p.l.meetings);
    }
    for meeting in &p.meetings {
        out.point(&format!("{} {} ({}) {}", meeting.day, meeting.name, meeting.minutes, meeting.asks));
        meeting.topics.iter().for_each(|topic| out.line(4, topic));
        if meeting.topics.is_empty() {
            out.line(4, p.l.no_topics);
        }
    }
    out.heading(p.l.selection);
    for gate in &p.gates {
        let sign = match (gate.passed, gate.next) {
            (true, _) => 'x',
            (false, true) => '>',
            (false, false) => ' ',
        };
        out.line(0, &format!("[{sign}] {} {}", gate.name, gate.day));
    }
    if !p.blocked.is_empty() {
        out.line(0, &format!("{}: {}", p.l.blocked, p.blocked.join(" / ")));
    }
}

/// Text of lines that are never too wide.
#[derive(Debug, Default)]
struct Text(String);

impl Text {
    fn heading(&mut self, heading: &str) {
        self.0.push('\n');
        self.line(0, heading);
        self.rule('-');
    }

    fn rule(&mut self, with: char) {
        self.0.extend(std::iter::repeat_n(with, COLUMNS));
        self.0.push('\n');
    }

    fn item(&mut self, item: &Item) {
        let due = item.due.as_ref().map_or_else(String::new, |due| format!(" ({due})"));
        self.point(&format!("[{}] {}{due}", item.urgency, item.title));
        self.line(2, &item.what);
        self.line(2, item.since.as_deref().unwrap_or_default());
        if item.urgency_code != "celebrate" {
            self.line(2, &item.why);
        }
        if let Some(effect) = &item.effect {
            self.line(2, effect);
        }
        self.line(2, &format!("→ {}", item.change));
    }

    fn more(&mut self, more: Option<&String>) {
        if let Some(more) = more {
            self.line(2, more);
        }
    }

    fn point(&mut self, text: &str) {
        self.wrapped("- ", "  ", text);
    }

    fn line(&mut self, indent: usize, text: &str) {
        let space = " ".repeat(indent);
        if !text.is_empty() {
            self.wrapped(&space, &space, text);
        }
    }

    fn wrapped(&mut self, first: &str, further: &str, text: &str) {
        let mut start = first;
        for line in wrap(text, COLUMNS.saturating_sub(further.width())) {
            self.0.push_str(start);
            self.0.push_str(line.trim_end());
            self.0.push('\n');
            start = further;
        }
    }

    /// Rows under their columns; a table that would be too wide becomes a list.
    fn table(&mut self, columns: &[&str], rows: impl Iterator<Item = Vec<String>>) {
        let rows: Vec<Vec<String>> = rows.collect();
        if rows.is_empty() {
            return;
        }
        let all =
            || std::iter::once(columns.iter().map(|c| (*c).to_owned()).collect()).chain(rows.iter().cloned());
        let widths: Vec<usize> = columns
            .iter()
            .enumerate()
            .map(|(i, _)| {
                all().filter_map(|row: Vec<String>| row.get(i).map(|cell| cell.width())).max().unwrap_or(0)
            })
            .collect();
        let gaps = columns.len().saturating_sub(1).saturating_mul(2);
        if widths.iter().sum::<usize>().saturating_add(gaps) > COLUMNS {
            for row in &rows {
                let cells = columns.iter().zip(row).skip(1).map(|(column, cell)| format!("{column}: {cell}"));
                self.point(row.first().map_or("", String::as_str));
                self.line(2, &cells.collect::<Vec<_>>().join(" | "));
            }
            return;
        }
        for row in all() {
            let cells = row.iter().zip(&widths).map(|(cell, width)| {
                let pad = width.saturating_sub(cell.width());
                format!("{cell}{}", " ".repeat(pad))
            });
            let line: String = cells.collect::<Vec<_>>().join("  ");
            self.0.push_str(line.trim_end());
            self.0.push('\n');
        }
    }
}

/// Lines of at most `columns`: broken at spaces and between wide characters, but never before closing marks.
fn wrap(text: &str, columns: usize) -> Vec<String> {
    const NOT_FIRST: &[char] = &[
        '、', '。', '）', '」', '％', '：', '・', 'ー', '／', '々', 'ゃ', 'ゅ', 'ょ', 'っ', 'ャ', 'ュ', 'ョ',
        'ッ',
    ];
    const NOT_LAST: &[char] = &['（', '「', '“'];
    let mut pieces: Vec<String> = Vec::new();
    let mut last: Option<char> = None;
    for c in text.chars() {
        let wide = |c: char| c.width().unwrap_or(0) > 1;
        let may_break = last.is_none_or(|before| {
            before == ' '
                || ((wide(before) || wide(c))
                    && c != ' '
                    && c != '\u{a0}'
                    && !NOT_FIRST.contains(&c)
                    && !NOT_LAST.contains(&before))
        });
        match pieces.last_mut() {
            Some(piece) if !may_break => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
        last = Some(c);
    }
    let mut lines = vec![String::new()];
    for piece in pieces {
        let mut piece = piece.as_str();
        while let Some(line) = lines.last_mut() {
            if line.width().saturating_add(piece.trim_end().width()) <= columns {
                line.push_str(piece);
                break;
            }
            if !line.is_empty() {
                lines.push(String::new());
                continue;
            }
            // One piece wider than a line: as much of it as fits.
            let mut width: usize = 0;
            let end = piece.char_indices().find(|(_, c)| {
                width = width.saturating_add(c.width().unwrap_or(0));
                width > columns
            });
            let (head, tail) = end.and_then(|(at, _)| piece.split_at_checked(at)).unwrap_or((piece, ""));
            line.push_str(head);
            lines.push(String::new());
            piece = tail;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_nothing_is_lost() {
        for text in [
            "権限はあるが、意欲が薄い。（あ）",
            "one two three four",
            "averyverylongwordwithoutspaces",
            "𠮷𠮷𠮷𠮷𠮷𠮷",
        ] {
            for columns in [6, 10, 20] {
                let lines = wrap(text, columns);
                assert!(lines.iter().all(|line| line.trim_end().width() <= columns.max(8)), "{lines:?}");
                assert_eq!(lines.concat(), text);
            }
        }
        assert_eq!(wrap("あいう。", 6), ["あい", "う。"]);
    }
}
