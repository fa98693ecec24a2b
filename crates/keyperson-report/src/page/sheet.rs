//! How much fits on one sheet of paper, and what is left out first where there is more.
//!
//! The print has one width and one size of type (`style.css`), so the height of each part follows from the width of
//! its texts. Heights are told on the safe side: in characters of the widest common typeface, and with room for lines
//! that break early. What is left out is counted on the page, and the browser tests hold every part to its height.

use keyperson::text::Language;
use unicode_width::UnicodeWidthStr;

use super::Page;
use crate::text as say;

/// Width of the text on A4 with its margins, in sizes of the print's type: 190 mm of 8 pt.
const WIDTH: f64 = 67.3;
/// Height of the text likewise, 277 mm, with a line to spare.
const HEIGHT: f64 = 97.0;
/// By how much more fits where the print is smaller; as in `style.css`.
const SMALLER: f64 = 1.0 / 0.9;
/// Space above a section.
const GAP: f64 = 1.05;
/// Columns of the legend of the load, with its marks.
const LEGEND: usize = 24;
/// A heading with its line and the space under it.
const HEADING: f64 = 2.25;

/// The most that is shown of each part, however little there is of others.
const CELEBRATED: usize = 3;
const FINDINGS: usize = 6;
const MISMATCHES: usize = 4;
const REMEDIES: usize = 4;
const RUNGS: usize = 5;
const TOPICS: usize = 4;
const LINES: usize = 14;

/// How much of each part is shown.
#[derive(Debug, Clone, Copy)]
struct Amount {
    celebrated: usize,
    findings: usize,
    mismatches: usize,
    remedies: usize,
    rungs: usize,
    topics: usize,
    lines: usize,
    small: bool,
}

/// Nothing of any part.
const NOTHING: Amount = Amount {
    celebrated: 0,
    findings: 0,
    mismatches: 0,
    remedies: 0,
    rungs: 0,
    topics: 0,
    lines: 0,
    small: false,
};

/// What is left out, step by step: what can wait goes first, what the week is about goes last.
const STEPS: &[fn(&mut Amount)] = &[
    |most| most.lines = 10,
    |most| most.topics = 3,
    |most| most.lines = 8,
    |most| most.remedies = 3,
    |most| most.findings = 5,
    |most| most.lines = 6,
    |most| most.findings = 4,
    |most| most.topics = 2,
    |most| most.small = true,
    |most| most.mismatches = 3,
    |most| most.lines = 4,
    |most| most.remedies = 2,
    |most| most.rungs = 4,
    |most| most.lines = 2,
    |most| most.celebrated = 2,
    |most| most.topics = 1,
    |most| most.mismatches = 2,
    |most| most.rungs = 3,
    |most| most.lines = 0,
    |most| most.findings = 3,
    |most| most.remedies = 1,
    |most| most.findings = 2,
    |most| most.celebrated = 1,
    |most| most.mismatches = 1,
];

impl Page {
    /// Leaves out, and counts, what one sheet does not hold.
    pub(super) fn fit_one_sheet(&mut self, language: Language) {
        let mut most = Amount {
            celebrated: CELEBRATED,
            findings: FINDINGS,
            mismatches: MISMATCHES,
            remedies: REMEDIES,
            rungs: RUNGS,
            topics: TOPICS,
            lines: LINES,
            small: false,
        };
        for step in STEPS {
            if self.fits(most, language) {
                break;
            }
            step(&mut most);
        }
        self.fill(&mut most, language);
        let more = |all: usize, most: usize| {
            let rest = all.saturating_sub(most);
            (rest > 0).then(|| say::more(rest, language))
        };
        self.more.celebrate = more(self.celebrate.len(), most.celebrated);
        self.more.week = more(self.week.len(), most.findings);
        self.more.mismatches = more(self.mismatches.len(), most.mismatches);
        self.more.remedies = more(self.remedies.len(), most.remedies);
        self.more.rungs = more(self.rungs.len(), most.rungs);
        self.more.lines = more(self.lines.len(), most.lines);
        // Before anything is left out: the height was told of all.
        self.beside = Set::of(most, language).beside(self) && !self.lines.is_empty();
        self.celebrate.truncate(most.celebrated);
        self.week.truncate(most.findings);
        self.mismatches.truncate(most.mismatches);
        self.remedies.truncate(most.remedies);
        self.rungs.truncate(most.rungs);
        self.meetings.iter_mut().for_each(|meeting| meeting.topics.truncate(most.topics));
        self.lines.truncate(most.lines);
        self.small = most.small;
    }

    /// Whether the sheet holds so much of each part.
    fn fits(&self, most: Amount, language: Language) -> bool {
        self.height(most, language) <= if most.small { HEIGHT * SMALLER } else { HEIGHT }
    }

    /// Takes back what still has room after all, one by one: a step leaves out more than it must.
    fn fill(&self, most: &mut Amount, language: Language) {
        type Part = (fn(&mut Amount) -> &mut usize, usize);
        let parts: [Part; 6] = [
            (|most| &mut most.findings, self.week.len().min(FINDINGS)),
            (|most| &mut most.remedies, self.remedies.len().min(REMEDIES)),
            (|most| &mut most.rungs, self.rungs.len().min(RUNGS)),
            (|most| &mut most.mismatches, self.mismatches.len().min(MISMATCHES)),
            (|most| &mut most.topics, TOPICS),
            (|most| &mut most.lines, self.lines.len().min(LINES)),
        ];
        for (part, all) in parts {
            loop {
                let mut more = *most;
                let amount = part(&mut more);
                *amount = amount.saturating_add(1);
                if *amount > all || !self.fits(more, language) {
                    break;
                }
                *most = more;
            }
        }
    }

    /// The height of the page with so much of each part, in sizes of its type.
    fn height(&self, most: Amount, language: Language) -> f64 {
        let set = Set::of(most, language);
        let parts: [f64; 10] = [
            set.head(self),
            set.celebrated(self, most.celebrated),
            set.findings(self, most.findings),
            set.middle(self, most),
            set.ladder(self, most.rungs),
            set.changes(self),
            set.meetings(self, most.topics),
            set.gates(self),
            set.lines(self, most),
            set.notes(self),
        ];
        parts.iter().sum()
    }
}

/// Texts set in columns of a width.
struct Set {
    language: Language,
    width: f64,
}

impl Set {
    fn of(most: Amount, language: Language) -> Self {
        Self { language, width: if most.small { WIDTH * SMALLER } else { WIDTH } }
    }

    /// Height of a text of a size in a column.
    fn text(&self, text: &str, width: f64, size: f64) -> f64 {
        self.lines_of(text.width(), width, size) * size * 1.42
    }

    /// How many lines so many columns of text take.
    fn lines_of(&self, columns: usize, width: f64, size: f64) -> f64 {
        // A column is half a size of the type.
        let room = (width / (size * 0.5) - say::waste_of_line(self.language)).max(4.0);
        (number(columns) / room).ceil().max(1.0)
    }

    fn head(&self, page: &Page) -> f64 {
        let name = self.lines_of(page.name.width(), self.width * 0.6, 1.9) * 2.3;
        let title = page.title.as_ref().map_or(0, |title| title.width().saturating_add(3));
        let under =
            title.saturating_add(page.partner.width()).saturating_add(page.as_of.width()).saturating_add(12);
        let left = 1.3 + name + self.lines_of(under, self.width * 0.6, 1.0) * 1.4;
        left.max(3.4 + self.text(page.meaning, self.width * 0.36, 0.9))
    }

    fn celebrated(&self, page: &Page, most: usize) -> f64 {
        let shown = page.celebrate.len().min(most);
        if shown == 0 {
            return 0.0;
        }
        let width = (self.width - 10.0) / number(shown) - 2.2;
        let height = |item: &super::Item| {
            let since = item.since.as_ref().map_or(0, |since| since.width().saturating_add(1));
            self.text(&item.title, width, 1.0)
                + self.lines_of(item.what.width().saturating_add(since), width, 0.92) * 1.31
                + self.text(&item.change, width, 0.92)
        };
        GAP + 1.2 + page.celebrate.iter().take(shown).map(height).fold(0.0, f64::max)
    }

    fn findings(&self, page: &Page, most: usize) -> f64 {
        let width = (self.width - 2.2) / 2.0 - 2.1;
        let height = |item: &super::Item| {
            let due = item.due.as_ref().map_or(0, |due| due.width().saturating_add(3));
            let since = item.since.as_ref().map_or(0, |since| since.width().saturating_add(3));
            let tags = item.urgency.width().saturating_add(due).saturating_add(since);
            let effect = item.effect.as_ref().map_or(0, |effect| effect.width().saturating_add(3));
            let said = item.what.width().saturating_add(item.why.width()).saturating_add(1);
            self.text(&item.title, width, 1.0)
                + self.lines_of(tags.saturating_add(effect).saturating_add(8), width, 0.85) * 1.21
                + self.lines_of(said, width, 0.92) * 1.31
                + self.lines_of(item.change.width().saturating_add(3), width, 0.92) * 1.31
                + 0.75
        };
        let heights: Vec<f64> = page.week.iter().take(most).map(height).collect();
        let rows: f64 = heights.chunks(2).map(|row| row.iter().copied().fold(0.0, f64::max)).sum();
        GAP + HEADING + if heights.is_empty() { 1.4 } else { rows }
    }

    /// The fit, and the environment beside it.
    fn middle(&self, page: &Page, most: Amount) -> f64 {
        let lines = if self.beside(page) {
            GAP + HEADING + self.said(page, most, self.width * 0.44 - 2.2).iter().sum::<f64>()
        } else {
            0.0
        };
        self.fit(page).max(self.environment(page, most) + lines)
    }

    /// Whether what the record shows has room beside the fit: where little is to be said of the environment.
    fn beside(&self, page: &Page) -> bool {
        let all = Amount { mismatches: MISMATCHES, remedies: REMEDIES, ..NOTHING };
        self.fit(page) - self.environment(page, all) > 9.0
    }

    fn fit(&self, page: &Page) -> f64 {
        let width = self.width * 0.56;
        let row = |row: &super::TraitRow| {
            let name = row.name.width().saturating_add(if row.remark.is_empty() { 0 } else { 1 });
            1.75_f64.max(self.lines_of(name, width * 0.2, 0.95) * 1.3)
                + if row.remark.is_empty() { 0.0 } else { 1.1 }
        };
        let question = page
            .fit
            .next_question
            .as_ref()
            .map_or(0.0, |next| self.lines_of(next.width().saturating_add(14), width, 0.92) * 1.31 + 0.3);
        let sums = if page.fit.reference.is_empty() { 1.75 } else { 3.5 };
        let rows: f64 = page.traits.iter().map(row).sum();
        GAP + HEADING + 2.9 + 2.5 + rows + sums + question
    }

    fn environment(&self, page: &Page, most: Amount) -> f64 {
        let width = self.width * 0.44 - 2.2;
        let mut height = GAP;
        let absent = page.absent.as_ref().map_or(0.0, |absent| self.text(absent, width, 0.92) + 0.2);
        if !page.mismatches.is_empty() || page.absent.is_some() {
            height += HEADING + absent;
        }
        for row in page.mismatches.iter().take(most.mismatches) {
            let state = row.state.width().saturating_add(row.probability.width()).saturating_add(8);
            height += self.lines_of(row.name.width().saturating_add(3), width, 1.0) * 1.42
                + self.lines_of(state.saturating_add(row.clears.width()).saturating_add(16), width, 0.92)
                    * 1.31
                + 0.4;
        }
        height += GAP + HEADING;
        if page.remedies.is_empty() {
            height += self.text(page.no_remedies, width, 0.92);
        }
        for row in page.remedies.iter().take(most.remedies) {
            let gain = row.gain.as_ref().map_or(0, |gain| gain.width().saturating_add(2));
            let members: usize = row.members.iter().map(|member| member.width().saturating_add(1)).sum();
            height += self.lines_of(row.name.width().saturating_add(gain), width, 1.0) * 1.42
                + self.text(row.action, width, 0.92)
                + self.lines_of(row.effect.width().saturating_add(members), width, 0.92) * 1.31
                + 0.45;
        }
        height
    }

    fn ladder(&self, page: &Page, most: usize) -> f64 {
        let (name, expected) = (self.width * 0.23 - 0.8, self.width * 0.16 - 0.4);
        let lane = self.width * 0.5 * 34.0 / 350.0;
        let row = |row: &super::RungRow| {
            let status = row.status.width().saturating_add(row.count.width()).saturating_add(6);
            let due = self.text(&row.expected, expected, 0.9)
                + self.lines_of(row.deadline.width().saturating_add(5), expected, 0.85) * 1.21;
            let left = self.text(&row.name, name, 0.95) + self.lines_of(status, name, 0.9) * 1.28;
            lane.max(left).max(due).max(2.6) + 0.4
        };
        let rows: f64 = page.rungs.iter().take(most).map(row).sum();
        let head = if page.axis.is_empty() { 1.6 } else { self.width * 0.5 * 21.0 / 350.0 + 0.3 };
        GAP + HEADING + head + rows + self.load(page) + if page.rungs.is_empty() { 1.4 } else { 0.0 }
    }

    /// The last row of the ladder: the load on the same line of time.
    fn load(&self, page: &Page) -> f64 {
        let Some(load) = &page.load else { return 0.0 };
        let (left, right) = (self.width * 0.23 - 0.8, self.width * 0.27 - 0.8);
        let now: f64 = load.now.iter().map(|line| self.text(line, right, 0.9)).sum();
        let said = 1.25 * self.lines_of(page.l.load.width(), left, 0.95)
            + self.text(&load.plan, left, 0.9)
            + self.lines_of(LEGEND, left, 0.9) * 0.9 * 1.42;
        (self.width * 0.5 * 46.0 / 350.0).max(said).max(self.text(&load.hours, right, 0.9) + now) + 0.45
    }

    fn meetings(&self, page: &Page, most: usize) -> f64 {
        if page.meetings.is_empty() {
            return 0.0;
        }
        let width = self.width / number(page.meetings.len().max(1)) - 2.2;
        let height = |meeting: &super::Meeting| {
            let asks = meeting.asks.width().saturating_add(meeting.minutes.width()).saturating_add(4);
            let topics = meeting.topics.iter().take(most).map(|topic| self.text(topic, width - 1.2, 0.92));
            let name = meeting.day.width().saturating_add(meeting.name.width()).saturating_add(2);
            self.lines_of(name, width, 1.0) * 1.42
                + self.lines_of(asks, width, 0.88) * 1.25
                + topics.sum::<f64>()
        };
        GAP + HEADING + page.meetings.iter().map(height).fold(0.0, f64::max)
    }

    fn changes(&self, page: &Page) -> f64 {
        if page.changes.is_empty() {
            return 0.0;
        }
        let width = (self.width - 2.2) / 2.0;
        let heights: Vec<f64> = page.changes.iter().map(|line| self.said_line(line, width)).collect();
        GAP + HEADING + self.columns(&heights)
    }

    /// The height of lines in two columns of about the same height: half of all, and as much as the tallest may be off.
    fn columns(&self, heights: &[f64]) -> f64 {
        (heights.iter().sum::<f64>() + heights.iter().copied().fold(0.0, f64::max)) / 2.0
    }

    fn said_line(&self, line: &super::Line, width: f64) -> f64 {
        let columns = line.label.width().saturating_add(line.text.width()).saturating_add(3);
        self.lines_of(columns, width, 0.92) * 1.31 + 0.15
    }

    fn gates(&self, page: &Page) -> f64 {
        let width = self.width / number(page.gates.len().max(1)) - 1.5;
        let height = |gate: &super::GateCell| {
            self.lines_of(gate.name.width().saturating_add(2), width, 0.92) * 1.31
                + self.text(&gate.day, width, 0.85)
        };
        let blocked: usize = page.blocked.iter().map(|text| text.width().saturating_add(3)).sum();
        let next = if blocked > 0 {
            self.lines_of(blocked.saturating_add(16), self.width, 0.92) * 1.31 + 0.2
        } else {
            0.0
        };
        GAP + HEADING + page.gates.iter().map(height).fold(0.0, f64::max) + 0.4 + next
    }

    fn lines(&self, page: &Page, most: Amount) -> f64 {
        let heights = self.said(page, most, (self.width - 2.2) / 2.0);
        if heights.is_empty() || self.beside(page) {
            return 0.0;
        }
        GAP + HEADING + self.columns(&heights)
    }

    /// The heights of all lines in a column.
    fn said(&self, page: &Page, most: Amount, width: f64) -> Vec<f64> {
        page.lines.iter().take(most.lines).map(|line| self.said_line(line, width)).collect()
    }

    fn notes(&self, page: &Page) -> f64 {
        let all: usize = page.notes.iter().map(|note| note.width().saturating_add(2)).sum();
        let facts = page.policy.width().saturating_add(24);
        GAP + 0.6 + self.lines_of(all.saturating_add(facts), self.width, 0.85) * 1.21
    }
}

/// A number of things; more than anybody reads counts as many.
fn number(of: usize) -> f64 {
    u32::try_from(of).map_or(f64::MAX, f64::from)
}
