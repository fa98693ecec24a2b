//! A brief for the terminal: what to do first, then the numbers behind it.

use std::fmt::Write as _;

use keyperson::change::Change;
use keyperson::estimate::TraitEstimate;
use keyperson::{Brief, Finding, Journal, text};

use crate::complaint::harmless;
use crate::portfolio_text::{readiness_tone, urgency_tone};
use crate::table::{self, Shown};
use crate::terminal::{Lang, Terminal, Tone, phrase};

/// Facts of a change that are listed.
const FACTS_SHOWN: usize = 8;

/// The brief, and what changed where that was asked.
pub fn text(terminal: &Terminal, brief: &Brief, change: Option<(&Change, &Journal)>) -> String {
    let mut page = Page { terminal, text: String::new() };
    page.head(brief);
    page.findings(brief);
    page.traits(brief);
    page.ladder(brief);
    page.remedies(brief);
    page.next_question(brief);
    if let Some((change, journal)) = change {
        page.change(change, journal);
    }
    page.text
}

struct Page<'a> {
    terminal: &'a Terminal,
    text: String,
}

impl Page<'_> {
    fn lang(&self) -> Lang {
        self.terminal.lang
    }

    fn language(&self) -> text::Language {
        self.terminal.lang.language()
    }

    fn head(&mut self, brief: &Brief) {
        let (lang, language) = (self.lang(), self.language());
        let named = |name: &Option<String>, id: &str| match name {
            Some(name) => harmless(&format!("{name} ({id})")),
            None => harmless(id),
        };
        let person = self.terminal.paint(Tone::Strong, &named(&brief.name, brief.person.as_str()));
        let partner = named(&brief.partner_name, brief.partner.as_str());
        let title = brief.title.as_deref().map(|title| format!("{}, ", harmless(title))).unwrap_or_default();
        let _ = writeln!(self.text, "{person}  {title}{partner}");
        let (as_of, policy, facts) = (text::instant(brief.as_of, language), harmless(&brief.policy), brief.facts);
        let line = phrase!(lang, "as of {as_of} · policy {policy} · {facts} facts", "基準日 {as_of} ・ ポリシー {policy} ・ 事実 {facts} 件");
        let _ = writeln!(self.text, "{}", self.terminal.paint(Tone::Faint, &line));
        let readiness = self.terminal.paint(readiness_tone(brief.readiness), text::readiness(brief.readiness, language));
        let meaning = text::readiness_meaning(brief.readiness, language);
        let _ = writeln!(self.text, "\n{readiness}  {meaning}");
        let fit = &brief.fit;
        let score = fit.score.get().map_or_else(|| text::unknown(language).to_owned(), text::percent);
        let (range, bar, known) = (text::range(fit.lower, fit.upper), text::percent(fit.bar), text::percent(fit.coverage));
        self.line(&phrase!(
            lang,
            "Fit {score} ({range}), the bar is at {bar}; known of all weight: {known}",
            "適合度 {score}（{range}）、基準 {bar}、把握できている重み {known}"
        ));
        if brief.provisional_calendar {
            self.line(lang.of(
                "Some dates lie past the last official year of the holiday table: they are provisional.",
                "祝日表の公式な最終年を過ぎる日付があります（暫定）。",
            ));
        }
    }

    fn findings(&mut self, brief: &Brief) {
        self.heading("What wants attention", "いま見るべきこと");
        if brief.findings.is_empty() {
            self.line(self.lang().of("Nothing.", "特にありません。"));
        }
        for finding in &brief.findings {
            self.finding(finding);
        }
    }

    fn finding(&mut self, finding: &Finding) {
        let (lang, language) = (self.lang(), self.language());
        let said = text::finding(finding, language);
        let urgency = self.terminal.paint(urgency_tone(finding.urgency), &format!("[{}]", text::urgency(finding.urgency, language)));
        let due = finding.due.map(|due| {
            let due = text::day(due, language);
            phrase!(lang, "  by {due}", "  期日 {due}")
        });
        let title = self.terminal.paint(Tone::Strong, &harmless(&said.title));
        let _ = writeln!(self.text, "{urgency} {title}{}", due.unwrap_or_default());
        self.wrapped(&said.what, "  ", "  ");
        self.wrapped(&said.change, "  -> ", "     ");
        if !finding.evidence.is_empty() {
            let ids: Vec<&str> = finding.evidence.iter().take(5).map(|id| id.as_str()).collect();
            let line = format!("  {}: {}", lang.of("facts", "根拠"), harmless(&ids.join(", ")));
            let _ = writeln!(self.text, "{}", self.terminal.paint(Tone::Faint, &line));
        }
    }

    fn traits(&mut self, brief: &Brief) {
        self.heading("Traits", "六つの特性");
        let language = self.language();
        let header: &[&str] = match self.lang() {
            Lang::En => &["Trait", "Mean", "Interval", "0 %            100 %", "Evidence", "Contribution"],
            Lang::Ja => &["特性", "平均", "区間", "0 %            100 %", "証拠の重み", "寄与"],
        };
        let rows: Vec<Vec<Shown>> = brief
            .traits
            .iter()
            .map(|estimate| {
                let points = brief.fit.contributions.iter().find(|c| c.of == estimate.of).map(|c| text::points(c.points));
                let under = brief.fit.under_floor.iter().any(|low| low.of == estimate.of);
                let mean = estimate.mean.map_or_else(|| text::unknown(language).to_owned(), text::percent);
                let tone = match (estimate.mean, under) {
                    (None, _) => Some(Tone::Faint),
                    (_, true) => Some(Tone::Bad),
                    _ => None,
                };
                vec![
                    Shown::left(text::trait_name(estimate.of, language)),
                    Shown::right(mean).tone(tone),
                    Shown::right(text::range(estimate.lower, estimate.upper)),
                    Shown::left(bar(estimate)).tone(tone),
                    Shown::right(text::number(estimate.evidence_weight)),
                    Shown::right(points.unwrap_or_default()),
                ]
            })
            .collect();
        self.text.push_str(&table::text(self.terminal, header, &rows));
    }

    fn ladder(&mut self, brief: &Brief) {
        self.heading("Ladder", "段階的な目標");
        let (lang, language) = (self.lang(), self.language());
        match brief.ladder.start {
            Some(start) => {
                let start = text::day(start, language);
                self.line(&phrase!(lang, "Start: {start}", "開始: {start}"));
            }
            None => {
                self.line(lang.of("Not started: nobody recorded an appointment.", "まだ始まっていません（任命の記録がありません）。"));
                return;
            }
        }
        let header: &[&str] = match lang {
            Lang::En => &["Rung", "Status", "Count", "Deadline", "Odds"],
            Lang::Ja => &["段", "状態", "件数", "期日", "達成確率"],
        };
        let rows: Vec<Vec<Shown>> = brief
            .ladder
            .rungs
            .iter()
            .map(|rung| {
                let count = rung.count.map_or_else(|| "?".to_owned(), |count| count.to_string());
                vec![
                    Shown::left(text::rung(rung.code.as_str(), language)),
                    Shown::left(text::rung_status(rung.status, language)),
                    Shown::right(format!("{count} / {}", rung.target)),
                    Shown::left(rung.deadline.map(|day| text::day(day, language)).unwrap_or_default()),
                    Shown::right(rung.odds.map_or_else(|| text::unknown(language).to_owned(), text::percent)),
                ]
            })
            .collect();
        self.text.push_str(&table::text(self.terminal, header, &rows));
    }

    fn remedies(&mut self, brief: &Brief) {
        if brief.remedies.remedies.is_empty() {
            return;
        }
        self.heading("What to change in the environment", "環境の整え方");
        let (lang, language) = (self.lang(), self.language());
        for remedy in &brief.remedies.remedies {
            let mut line = format!("- {}", text::remedy(remedy.code.as_str(), language));
            let clears: Vec<String> = remedy.clears.iter().map(|code| text::shortfall(code.as_str(), language)).collect();
            if !clears.is_empty() {
                let clears = clears.join(lang.of(", ", "、"));
                line.push_str(&phrase!(lang, " (clears: {clears})", "（解消: {clears}）"));
            }
            if let Some(gain) = remedy.fit_gain.map(text::points).filter(|gain| gain != "±0") {
                line.push_str(&phrase!(lang, ", fit {gain}", "、適合度 {gain}"));
            }
            if let Some(unit) = &remedy.unit {
                let members: Vec<&str> = unit.members.iter().map(|id| id.as_str()).collect();
                let members = harmless(&members.join(", "));
                line.push_str(&phrase!(lang, ", with {members}", "、支援: {members}"));
            }
            self.wrapped(&line, "", "  ");
        }
    }

    fn next_question(&mut self, brief: &Brief) {
        let Some(question) = brief.fit.next_question else { return };
        self.heading("What to find out next", "次に確かめること");
        let language = self.language();
        let (name, ask) = (text::trait_name(question.of, language), text::ask(question.of, language));
        self.wrapped(&format!("{name}: {ask}"), "", "  ");
    }

    fn change(&mut self, change: &Change, journal: &Journal) {
        let (lang, language) = (self.lang(), self.language());
        let from = text::instant(change.from, language);
        let title = phrase!(lang, "What changed since {from}", "{from} からの変化");
        self.heading(&title, &title);
        let known = |score: Option<f64>| score.map_or_else(|| text::unknown(language).to_owned(), text::percent);
        let (before, after) = (known(change.before), known(change.after));
        let total = change.before.zip(change.after).map(|(before, after)| text::points(after - before)).unwrap_or_default();
        self.line(&phrase!(lang, "Fit {before} -> {after}  {total}", "適合度 {before} → {after}  {total}"));
        let mut points = change.points.clone();
        points.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
        for point in points {
            let (name, points) = (text::trait_name(point.of, language), text::points(point.points));
            self.line(&format!("  {points}  {name}"));
        }
        if text::points(change.reference) != "±0" {
            let points = text::points(-change.reference);
            self.line(&phrase!(lang, "  {points}  other traits are known than before", "  {points}  把握できている特性が変わったため"));
        }
        let count = change.facts.len();
        self.line(&phrase!(lang, "Facts in between: {count}", "この間の事実: {count} 件"));
        let Some(person) = change.facts.first().and_then(|id| journal.facts().iter().find(|fact| fact.id == *id)) else { return };
        let of_partner = journal.of_partner(&person.partner);
        for id in change.facts.iter().rev().take(FACTS_SHOWN) {
            if let Some(fact) = of_partner.iter().find(|fact| fact.id == *id) {
                let day = text::local_day(fact.at).map(|day| day.to_string()).unwrap_or_default();
                let line = format!("  {day}  {}  {}", fact.event.type_name(), harmless(fact.id.as_str()));
                let _ = writeln!(self.text, "{}", self.terminal.paint(Tone::Faint, &line));
            }
        }
        if let Some(more) = count.checked_sub(FACTS_SHOWN).filter(|more| *more > 0) {
            self.line(&phrase!(lang, "  and {more} earlier ones", "  ほか、それ以前の {more} 件"));
        }
    }

    fn heading(&mut self, en: &str, ja: &str) {
        let title = self.terminal.paint(Tone::Strong, self.lang().of(en, ja));
        let _ = writeln!(self.text, "\n{title}");
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn wrapped(&mut self, text: &str, first: &str, later: &str) {
        if text.trim().is_empty() {
            return;
        }
        let options = textwrap::Options::new(usize::from(self.terminal.width)).initial_indent(first).subsequent_indent(later);
        for line in textwrap::wrap(&harmless(text), options) {
            self.text.push_str(&line);
            self.text.push('\n');
        }
    }
}

/// The interval of a trait as a line of 20 columns, its mean as `o`; plain characters, for every font has them.
fn bar(estimate: &TraitEstimate) -> String {
    const COLUMNS: u8 = 20;
    let at = |share: f64, column: u8| {
        let from = f64::from(column) / f64::from(COLUMNS);
        let to = f64::from(column.saturating_add(1)) / f64::from(COLUMNS);
        from <= share && (share < to || column.saturating_add(1) == COLUMNS)
    };
    (0..COLUMNS)
        .map(|column| {
            let from = f64::from(column) / f64::from(COLUMNS);
            let to = f64::from(column.saturating_add(1)) / f64::from(COLUMNS);
            match estimate.mean {
                Some(mean) if at(mean, column) => 'o',
                Some(_) if from <= estimate.upper && to > estimate.lower => '=',
                None if from <= estimate.upper && to > estimate.lower => '-',
                _ => '.',
            }
        })
        .collect()
}

