//! A brief in words: every line of the page, in one language, ready to be laid out.

mod contact;
mod course;
mod environment;
mod note;
mod praise;

mod ledger;

use keyperson::estimate::TraitEstimate;
use keyperson::finding::{Finding, FindingCode, Urgency};
use keyperson::mismatch::MismatchState;
use keyperson::text::{self, Language};
use keyperson::{Brief, Trait};
use unicode_width::UnicodeWidthStr;

use self::contact::rhythm;
use self::course::{blocked, conversions, gates, lead_time, rung_row, season, start};
use self::environment::{absent, mismatch_row, no_remedies, remedy_row};
use self::note::notes;
use self::praise::praise;

use self::ledger::ledger;
use crate::label::Labels;
use crate::svg;

/// How many findings are shown; the rest is counted.
const MOST_FINDINGS: usize = 6;
/// How many remedies are shown.
const MOST_REMEDIES: usize = 4;
/// How many things to celebrate are shown.
const MOST_CELEBRATED: usize = 3;

/// Columns of text from which the print is smaller; found by printing full pages.
const DENSE_FROM: usize = 2_300;

/// Everything that the page of one person says.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) lang: &'static str,
    pub(crate) l: Labels,
    pub(crate) name: String,
    pub(crate) title: Option<String>,
    pub(crate) partner: String,
    pub(crate) as_of: String,
    pub(crate) policy: String,
    pub(crate) facts: i64,
    /// The word of the readiness, for the style.
    pub(crate) readiness_code: &'static str,
    pub(crate) readiness: &'static str,
    pub(crate) meaning: &'static str,
    pub(crate) celebrate: Vec<Item>,
    pub(crate) week: Vec<Item>,
    /// How many findings are not shown.
    pub(crate) more: Option<String>,
    pub(crate) fit: FitLine,
    pub(crate) traits: Vec<TraitRow>,
    pub(crate) mismatches: Vec<MismatchRow>,
    /// The patterns that are absent, in one line.
    pub(crate) absent: Option<String>,
    pub(crate) remedies: Vec<RemedyRow>,
    /// What stands where there is no remedy.
    pub(crate) no_remedies: &'static str,
    pub(crate) start: String,
    pub(crate) timeline: String,
    pub(crate) rungs: Vec<RungRow>,
    pub(crate) gates: Vec<GateCell>,
    pub(crate) next: Option<&'static str>,
    pub(crate) blocked: Vec<String>,
    pub(crate) conversions: Vec<String>,
    pub(crate) lead_time: String,
    pub(crate) season: String,
    /// Recognition, offers, appraisal: a line each.
    pub(crate) praise: Vec<String>,
    /// Answers, feedback, news: a line each.
    pub(crate) ledger: Vec<String>,
    pub(crate) notes: Vec<String>,
    pub(crate) rhythm: Vec<String>,
    /// Whether there is so much that the print must be smaller to stay on one page.
    pub(crate) dense: bool,
}

/// One finding.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) urgency: &'static str,
    pub(crate) urgency_code: &'static str,
    pub(crate) title: String,
    pub(crate) what: String,
    pub(crate) change: String,
    pub(crate) due: Option<String>,
}

/// The fit, in words and as a bar.
#[derive(Debug, Clone)]
pub(crate) struct FitLine {
    pub(crate) score: String,
    pub(crate) interval: String,
    pub(crate) coverage: String,
    pub(crate) bar: String,
    pub(crate) svg: String,
    pub(crate) contributions: String,
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
    pub(crate) effect: String,
    pub(crate) members: Vec<String>,
}

/// One rung.
#[derive(Debug, Clone)]
pub(crate) struct RungRow {
    pub(crate) name: String,
    pub(crate) status: &'static str,
    pub(crate) attention: bool,
    pub(crate) count: String,
    pub(crate) pace: String,
    pub(crate) odds: String,
    pub(crate) expected: String,
    pub(crate) deadline: String,
}

/// One gate.
#[derive(Debug, Clone)]
pub(crate) struct GateCell {
    pub(crate) name: &'static str,
    pub(crate) passed: bool,
    pub(crate) day: String,
}

impl Page {
    pub(crate) fn new(brief: &Brief, language: Language) -> Self {
        let celebrated = brief.findings.iter().filter(|f| f.urgency == Urgency::Celebrate);
        let item = |finding: &Finding| item(finding, brief, language);
        let mut week = week(brief, language);
        let rest = week.len().saturating_sub(MOST_FINDINGS);
        week.truncate(MOST_FINDINGS);
        let mut page = Self {
            dense: false,
            lang: language.word(),
            l: Labels::of(language),
            name: shown(brief.name.as_deref().unwrap_or(brief.person.as_str())),
            title: brief.title.as_deref().map(shown),
            partner: shown(brief.partner_name.as_deref().unwrap_or(brief.partner.as_str())),
            as_of: text::instant(brief.as_of, language),
            policy: shown(&brief.policy),
            facts: brief.facts,
            readiness_code: brief.readiness.word(),
            readiness: text::readiness(brief.readiness, language),
            meaning: text::readiness_meaning(brief.readiness, language),
            celebrate: celebrated.take(MOST_CELEBRATED).map(item).collect(),
            week,
            more: (rest > 0).then(|| match language {
                Language::Japanese => format!("ほか {rest} 件"),
                Language::English => format!("{rest} more"),
            }),
            fit: fit(brief, language),
            traits: brief.traits.iter().map(|estimate| trait_row(estimate, brief, language)).collect(),
            mismatches: brief
                .mismatches
                .iter()
                .filter(|mismatch| mismatch.state != MismatchState::Absent)
                .map(|mismatch| mismatch_row(mismatch, language))
                .collect(),
            absent: absent(brief, language),
            remedies: brief
                .remedies
                .remedies
                .iter()
                .take(MOST_REMEDIES)
                .map(|r| remedy_row(r, language))
                .collect(),
            no_remedies: no_remedies(brief, language),
            start: start(brief, language),
            timeline: svg::timeline(brief, language),
            rungs: brief.ladder.rungs.iter().map(|rung| rung_row(rung, language)).collect(),
            gates: gates(brief, language),
            next: brief.selection.next.map(|gate| text::gate(gate, language)),
            blocked: blocked(brief, language),
            conversions: conversions(brief, language),
            lead_time: lead_time(brief, language),
            season: season(brief, language),
            praise: praise(brief, language),
            ledger: ledger(brief, language),
            notes: notes(brief, language),
            rhythm: rhythm(brief, language),
        };
        page.dense = page.columns() > DENSE_FROM;
        page
    }

    /// Columns of text in those parts of the page that grow.
    fn columns(&self) -> usize {
        let items =
            self.celebrate.iter().chain(&self.week).flat_map(|item| [&item.title, &item.what, &item.change]);
        let remedies = self.remedies.iter().flat_map(|r| std::iter::once(&r.effect).chain(&r.members));
        let lines = self.mismatches.iter().map(|m| &m.clears).chain(&self.conversions).chain(&self.notes);
        let named = self.rungs.iter().map(|r| &r.expected).chain(&self.title);
        let text = items.chain(remedies).chain(lines).chain(named);
        let text = text.chain(&self.praise);
        let text = text.chain(&self.rhythm);
        let text = text.chain(&self.ledger);
        text.fold(0, |sum, text| sum.saturating_add(text.width()))
    }
}

/// A text in one line, without characters that turn the direction of what follows.
pub(crate) fn shown(text: &str) -> String {
    const TURNING: &[char] = &[
        '\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}',
        '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
    ];
    text.chars().filter(|c| !TURNING.contains(c)).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn item(finding: &Finding, brief: &Brief, language: Language) -> Item {
    let text = text::finding(finding, language);
    let l = Labels::of(language);
    let over = |day| text::local_day(brief.as_of).is_some_and(|today| day < today);
    Item {
        urgency: text::urgency(finding.urgency, language),
        urgency_code: finding.urgency.word(),
        title: shown(&text.title),
        what: match text.since {
            Some(since) => shown(&format!("{} — {since}", text.what)),
            None => shown(&text.what),
        },
        change: shown(&text.change),
        due: finding
            .due
            .map(|day| format!("{} {}", if over(day) { l.overdue } else { l.due }, text::day(day, language))),
    }
}

/// What wants attention. From three unknown traits on they are gathered where the first of them stands, so that
/// a person of whom little is known has a page that can be read.
fn week(brief: &Brief, language: Language) -> Vec<Item> {
    const GATHERED_FROM: usize = 3;
    let of = |f: &Finding| if f.code == FindingCode::TraitUnknown { f.about.parse().ok() } else { None };
    let unknown: Vec<Trait> = brief.findings.iter().filter_map(of).collect();
    let gathered = unknown.len() >= GATHERED_FROM;
    let mut items = Vec::new();
    let mut said = false;
    for finding in brief.findings.iter().filter(|f| f.urgency != Urgency::Celebrate) {
        if !gathered || of(finding).is_none() {
            items.push(item(finding, brief, language));
        } else if !said {
            said = true;
            items.push(unknown_traits(finding, &unknown, brief, language));
        }
    }
    items
}

/// Several unknown traits as one: what to ask first, where the fit names it.
fn unknown_traits(first: &Finding, unknown: &[Trait], brief: &Brief, language: Language) -> Item {
    let names: Vec<&str> = unknown.iter().map(|of| text::trait_name(*of, language)).collect();
    let count = unknown.len();
    let next = brief.fit.next_question.map(|question| question.of).filter(|of| unknown.contains(of));
    let ask = next.or_else(|| unknown.first().copied()).map_or("", |of| text::ask(of, language));
    let (title, what, change) = match language {
        Language::Japanese => (
            format!("まだ分かっていない特性が{count}つあります"),
            format!("{}の記録がありません。ゼロではなく「不明」として扱っています。", names.join("・")),
            format!("まず一つから始めましょう。{ask}。"),
        ),
        Language::English => (
            format!("{count} traits are not known yet"),
            format!("Nothing is recorded about: {}. They count as unknown, not as zero.", names.join(", ")),
            format!("Begin with one. {ask}."),
        ),
    };
    Item { title, what, change, ..item(first, brief, language) }
}

fn share(value: Option<f64>, language: Language) -> String {
    value.map_or_else(|| text::unknown(language).to_owned(), text::percent)
}

fn fit(brief: &Brief, language: Language) -> FitLine {
    let fit = &brief.fit;
    let l = Labels::of(language);
    let (score, interval) =
        (share(fit.score.get(), language), text::range(fit.interval_lower, fit.interval_upper));
    let bar = svg::Bar {
        lower: fit.interval_lower,
        upper: fit.interval_upper,
        mean: fit.score.get(),
        mark: Some(fit.bar),
    };
    let label = format!("{} {score}, {} {interval}, {} {}", l.fit, l.interval, l.bar, text::percent(fit.bar));
    let mut parts: Vec<_> = fit.contributions.iter().collect();
    parts.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
    let parts: Vec<String> = parts
        .iter()
        .map(|c| format!("{}\u{a0}{}", text::trait_name(c.of, language), text::points(c.points)))
        .collect();
    let contributions = match (fit.reference, language) {
        (Some(from), Language::Japanese) => {
            format!("基準像 {} からの差の内訳（点）：{}", text::percent(from), parts.join("、"))
        }
        (Some(from), Language::English) => {
            format!(
                "What makes the difference from the reference of {}, in points: {}",
                text::percent(from),
                parts.join(", ")
            )
        }
        (None, _) => String::new(),
    };
    FitLine {
        svg: svg::bar(bar, &label),
        score,
        interval,
        coverage: text::percent(fit.coverage),
        bar: text::percent(fit.bar),
        contributions,
        next_question: fit.next_question.map(|question| {
            let (name, ask) = (text::trait_name(question.of, language), text::ask(question.of, language));
            match language {
                Language::Japanese => format!("{name}：{ask}。"),
                Language::English => format!("{name}: {ask}."),
            }
        }),
    }
}

fn trait_row(estimate: &TraitEstimate, brief: &Brief, language: Language) -> TraitRow {
    let (name, mean) = (text::trait_name(estimate.of, language), share(estimate.mean, language));
    let interval = text::range(estimate.lower, estimate.upper);
    let under = brief.fit.under_floor.iter().find(|low| low.of == estimate.of);
    let mut remarks = Vec::new();
    if let Some(low) = under {
        remarks.push(match language {
            Language::Japanese => format!("下限 {} 未満", text::percent(low.floor)),
            Language::English => format!("under floor {}", text::percent(low.floor)),
        });
    }
    if estimate.rising.is_some() {
        remarks.push(match language {
            Language::Japanese => "上昇中".to_owned(),
            Language::English => "rising".to_owned(),
        });
    }
    if estimate.evidence.iter().any(|evidence| evidence.contested) {
        remarks.push(match language {
            Language::Japanese => "異議あり".to_owned(),
            Language::English => "disputed".to_owned(),
        });
    }
    if brief.fit.unknown.contains(&estimate.of) {
        remarks.push(match language {
            Language::Japanese => "まず確認".to_owned(),
            Language::English => "ask first".to_owned(),
        });
    }
    let bar = svg::Bar {
        lower: estimate.lower,
        upper: estimate.upper,
        mean: estimate.mean,
        mark: under.map(|low| low.floor),
    };
    let contribution = brief.fit.contributions.iter().find(|c| c.of == estimate.of);
    TraitRow {
        svg: svg::bar(bar, &format!("{name} {mean}, {interval}")),
        name,
        known: estimate.mean.is_some(),
        mean,
        interval,
        weight: text::number(estimate.evidence_weight),
        contribution: contribution.map_or_else(|| "—".to_owned(), |c| text::points(c.points)),
        remark: remarks.join(match language {
            Language::Japanese => "・",
            Language::English => ", ",
        }),
    }
}
