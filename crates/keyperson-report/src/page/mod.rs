//! A brief in words: every line of the page, in one language, ready to be laid out.

mod change;
mod contact;
mod course;
mod deals;
mod environment;
mod fit;
mod item;
mod ledger;
mod note;
mod people;
mod praise;
mod sheet;

use keyperson::person::mismatch::MismatchState;
use keyperson::person::readiness::Readiness;
use keyperson::text::{self, Language};
use keyperson::{Brief, PersonId};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use self::environment::{absent, mismatch_row, no_remedies, remedy_row};
use crate::svg::{self, Span};
use crate::text::{self as say, Labels};

/// Columns of a name, of a title or of a policy's name.
const MOST_NAME: usize = 64;
/// Columns of a colleague's name.
const MOST_COLLEAGUE: usize = 24;

/// Everything that the page of one person says: no more than one sheet of paper holds.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) lang: &'static str,
    pub(crate) l: &'static Labels,
    pub(crate) name: String,
    pub(crate) title: Option<String>,
    pub(crate) partner: String,
    pub(crate) as_of: String,
    pub(crate) policy: String,
    pub(crate) facts: i64,
    /// The word of the readiness, for the style.
    pub(crate) readiness_code: &'static str,
    /// A sign for it, for those who do not see colours.
    pub(crate) readiness_sign: &'static str,
    pub(crate) readiness: String,
    pub(crate) meaning: &'static str,
    pub(crate) celebrate: Vec<Item>,
    pub(crate) week: Vec<Item>,
    pub(crate) fit: FitLine,
    pub(crate) traits: Vec<TraitRow>,
    pub(crate) mismatches: Vec<MismatchRow>,
    /// The patterns that are absent, in one line.
    pub(crate) absent: Option<String>,
    pub(crate) remedies: Vec<RemedyRow>,
    /// What stands where there is no remedy.
    pub(crate) no_remedies: &'static str,
    pub(crate) start: String,
    /// The time line above the ladder; empty without a start.
    pub(crate) axis: String,
    pub(crate) rungs: Vec<RungRow>,
    pub(crate) load: Option<Load>,
    /// What changed since the last brief, and since when.
    pub(crate) changes: Vec<Line>,
    pub(crate) since: Option<String>,
    pub(crate) meetings: Vec<Meeting>,
    pub(crate) gates: Vec<GateCell>,
    pub(crate) blocked: Vec<String>,
    /// What the record shows besides: a line each, the most telling first.
    pub(crate) lines: Vec<Line>,
    pub(crate) notes: Vec<String>,
    /// What is counted and not shown.
    pub(crate) more: More,
    /// Whether these lines stand beside the fit, where there is room, rather than below all else.
    pub(crate) beside: bool,
    /// Whether the print is smaller, so that all stays on one sheet.
    pub(crate) small: bool,
}

/// How many there are of what is not shown, in words; absent where everything is.
#[derive(Debug, Clone, Default)]
pub(crate) struct More {
    pub(crate) celebrate: Option<String>,
    pub(crate) week: Option<String>,
    pub(crate) mismatches: Option<String>,
    pub(crate) remedies: Option<String>,
    pub(crate) rungs: Option<String>,
    pub(crate) lines: Option<String>,
}

/// One finding.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) urgency: &'static str,
    pub(crate) urgency_code: &'static str,
    pub(crate) sign: &'static str,
    pub(crate) title: String,
    pub(crate) what: String,
    pub(crate) since: Option<String>,
    pub(crate) why: String,
    pub(crate) change: String,
    pub(crate) due: Option<String>,
    pub(crate) overdue: bool,
    /// What a remedy is simulated to do about it.
    pub(crate) effect: Option<String>,
}

/// The fit, in words and as pictures.
#[derive(Debug, Clone)]
pub(crate) struct FitLine {
    pub(crate) score: String,
    pub(crate) interval: String,
    pub(crate) coverage: String,
    pub(crate) bar: String,
    /// The reference from which the contributions lead to the score; empty where there is none.
    pub(crate) reference: String,
    pub(crate) reference_svg: String,
    pub(crate) total_svg: String,
    pub(crate) svg: String,
    pub(crate) next_question: Option<String>,
}

/// One trait.
#[derive(Debug, Clone)]
pub(crate) struct TraitRow {
    pub(crate) name: &'static str,
    pub(crate) known: bool,
    pub(crate) mean: String,
    pub(crate) interval: String,
    pub(crate) weight: String,
    pub(crate) contribution: String,
    pub(crate) remark: String,
    pub(crate) svg: String,
    /// Its step from the reference to the score.
    pub(crate) fall: String,
}

/// One mismatch that is not absent.
#[derive(Debug, Clone)]
pub(crate) struct MismatchRow {
    pub(crate) name: String,
    pub(crate) state: String,
    pub(crate) stands: bool,
    pub(crate) probability: String,
    pub(crate) clears: String,
}

/// One remedy.
#[derive(Debug, Clone)]
pub(crate) struct RemedyRow {
    pub(crate) name: String,
    pub(crate) action: &'static str,
    /// By how much the fit would rise.
    pub(crate) gain: Option<String>,
    pub(crate) effect: String,
    pub(crate) members: Vec<String>,
}

/// One rung.
#[derive(Debug, Clone)]
pub(crate) struct RungRow {
    pub(crate) name: String,
    pub(crate) status: &'static str,
    pub(crate) sign: &'static str,
    pub(crate) attention: bool,
    pub(crate) count: String,
    pub(crate) pace: String,
    pub(crate) odds: String,
    pub(crate) odds_svg: String,
    pub(crate) expected: String,
    pub(crate) deadline: String,
    /// Its lane on the time line.
    pub(crate) svg: String,
}

/// The load, planned and as it fell.
#[derive(Debug, Clone)]
pub(crate) struct Load {
    pub(crate) svg: String,
    pub(crate) plan: String,
    pub(crate) hours: String,
    pub(crate) now: Vec<String>,
}

/// A meeting to come.
#[derive(Debug, Clone)]
pub(crate) struct Meeting {
    pub(crate) day: String,
    pub(crate) name: &'static str,
    pub(crate) minutes: String,
    /// What its layer asks.
    pub(crate) asks: &'static str,
    pub(crate) topics: Vec<String>,
}

/// One gate.
#[derive(Debug, Clone)]
pub(crate) struct GateCell {
    pub(crate) name: &'static str,
    pub(crate) passed: bool,
    /// Whether it is the next one.
    pub(crate) next: bool,
    pub(crate) day: String,
}

/// A line of what the record shows.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) label: String,
    pub(crate) text: String,
}

impl Page {
    pub(crate) fn new(brief: &Brief, language: Language) -> Self {
        let name = |text: &str| cut(text, MOST_NAME);
        let span = Span::of(brief);
        let span = span.as_ref();
        let mut page = Self {
            lang: language.word(),
            l: say::labels(language),
            name: name(brief.name.as_deref().unwrap_or(brief.person.as_str())),
            title: brief.title.as_deref().map(name),
            partner: name(brief.partner_name.as_deref().unwrap_or(brief.partner.as_str())),
            as_of: text::instant(brief.as_of, language),
            policy: name(&brief.policy),
            facts: brief.facts,
            readiness_code: brief.readiness.word(),
            readiness_sign: readiness_sign(brief.readiness),
            readiness: stated_readiness(brief, language),
            meaning: text::readiness_meaning(brief.readiness, language),
            celebrate: item::celebrated(brief, language),
            week: item::week(brief, language),
            fit: fit::fit(brief, language),
            traits: fit::traits(brief, language),
            mismatches: brief
                .mismatches
                .iter()
                .filter(|mismatch| mismatch.state != MismatchState::Absent)
                .map(|mismatch| mismatch_row(mismatch, language))
                .collect(),
            absent: absent(brief, language),
            remedies: brief.remedies.proposed.iter().map(|r| remedy_row(r, brief, language)).collect(),
            no_remedies: no_remedies(brief, language),
            start: course::start(brief, language),
            axis: span.map_or_else(String::new, |span| svg::axis(span, language)),
            rungs: course::rungs(brief, span, language),
            load: contact::load(brief, span, language),
            changes: change::changes(brief, language),
            since: change::since(brief, language),
            meetings: contact::meetings(brief, language),
            gates: course::gates(brief, language),
            blocked: course::blocked(brief, language),
            lines: lines(brief, language),
            notes: note::notes(brief, language),
            more: More::default(),
            beside: false,
            small: false,
        };
        page.fit_one_sheet(language);
        page
    }
}

/// What the record shows, the most telling first.
fn lines(brief: &Brief, language: Language) -> Vec<Line> {
    let mut lines: Vec<Line> = note::stated(brief, language).into_iter().collect();
    lines.extend(deals::deals(brief, language));
    lines.extend(praise::praise(brief, language));
    lines.extend(people::people(brief, language));
    lines.extend(contact::weekly(brief, language));
    lines.extend(ledger::ledger(brief, language));
    lines.extend(course::conversions(brief, language));
    lines.push(course::lead_time(brief, language));
    lines.push(course::season(brief, language));
    lines
}

/// The readiness; what somebody set it to carries a dagger.
fn stated_readiness(brief: &Brief, language: Language) -> String {
    let set = brief.overrides.iter().any(|set| set.holds() && set.of.is_none());
    format!("{}{}", text::readiness(brief.readiness, language), if set { "†" } else { "" })
}

pub(crate) const fn readiness_sign(of: Readiness) -> &'static str {
    match of {
        Readiness::Ready => "●",
        Readiness::ReadyWithSupport => "◐",
        Readiness::Unknown => "？",
        Readiness::NotYet => "○",
    }
}

pub(crate) fn line(label: impl Into<String>, text: impl Into<String>) -> Line {
    Line { label: label.into(), text: text.into() }
}

/// A text in one line, without characters that turn the direction of what follows.
pub(crate) fn shown(text: &str) -> String {
    const TURNING: &[char] = &[
        '\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}',
        '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
    ];
    text.chars().filter(|c| !TURNING.contains(c)).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A colleague by name, or by id where no name is registered.
pub(crate) fn called(brief: &Brief, person: &PersonId) -> String {
    cut(brief.colleagues.get(person.as_str()).map_or(person.as_str(), String::as_str), MOST_COLLEAGUE)
}

/// A text in one line of at most so many columns; what is longer ends in an ellipsis.
pub(crate) fn cut(text: &str, columns: usize) -> String {
    let text = shown(text);
    // Marks that take no column of their own must not pile up without end either.
    if text.width() <= columns && text.chars().count() <= columns.saturating_mul(3) {
        return text;
    }
    let mut width: usize = 1;
    let fits = |c: &char| {
        width = width.saturating_add(c.width().unwrap_or(0));
        width <= columns
    };
    let mut short: String = text.chars().take(columns.saturating_mul(3)).take_while(fits).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// Hours as people say them: from two days on in days.
fn duration(hours: f64, language: Language) -> String {
    const DAY: f64 = 24.0;
    match hours {
        hours if hours >= 2.0 * DAY => say::about_days(&format!("{:.0}", hours / DAY), language),
        hours => say::hours(&text::number(hours), language),
    }
}

fn share(value: Option<f64>, language: Language) -> String {
    value.map_or_else(|| text::unknown(language).to_owned(), text::percent)
}
