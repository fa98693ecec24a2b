//! A portfolio in words: its rows and its partners, in one language.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use keyperson::answer::portfolio::{PartnerRow, PersonRow};
use keyperson::course::ladder::RungStatus;
use keyperson::fact::{GateStep, Trait};
use keyperson::finding::FindingCode;
use keyperson::person::ranking::{RankingComparison, Verdict};
use keyperson::person::readiness::Readiness;
use keyperson::text::{self, Language};
use keyperson::{PartnerId, PersonId, Portfolio};

use crate::begin::{Begin, begin};
use crate::page::{cut, readiness_sign, shown};
use crate::svg;
use crate::text::{self as say, Labels};

/// How many comparisons of one partner are spelled out.
const MOST_COMPARISONS: usize = 5;
/// From how many partners on the page only says whether their people can be told apart.
const MANY_PARTNERS: usize = 100;
/// How many codes of findings are counted.
const MOST_FINDINGS: usize = 10;
/// Columns of a name and of a headline in the table.
const MOST: (usize, usize) = (64, 60);

/// Everything that the page of a portfolio says.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) lang: &'static str,
    pub(crate) l: &'static Labels,
    pub(crate) as_of: String,
    pub(crate) policy: String,
    pub(crate) people: usize,
    /// How many people there are of each readiness.
    pub(crate) counts: Vec<Count>,
    /// How many people passed each gate, or a later one.
    pub(crate) funnel: Vec<Share>,
    /// How many people have a finding of each code, the most frequent first.
    pub(crate) findings: Vec<Share>,
    pub(crate) more_findings: Option<String>,
    /// Where to begin, the best odds of an early first win first.
    pub(crate) begin: Vec<Begin>,
    pub(crate) more_begin: Option<String>,
    /// Names of the traits.
    pub(crate) traits: Vec<&'static str>,
    pub(crate) rows: Vec<Row>,
    pub(crate) partners: Vec<Partner>,
    pub(crate) notes: Vec<String>,
}

/// How many people are of one readiness.
#[derive(Debug, Clone)]
pub(crate) struct Count {
    pub(crate) name: &'static str,
    pub(crate) code: &'static str,
    /// Its class in the table, by which it is filtered.
    pub(crate) class: &'static str,
    pub(crate) sign: &'static str,
    pub(crate) people: usize,
}

/// Some of all people.
#[derive(Debug, Clone)]
pub(crate) struct Share {
    pub(crate) name: String,
    pub(crate) people: usize,
    pub(crate) svg: String,
}

/// One person.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// The ranks at the partner that the evidence allows; a dash where it tells nothing.
    pub(crate) rank: String,
    pub(crate) partner: String,
    pub(crate) name: String,
    pub(crate) readiness: String,
    pub(crate) readiness_class: &'static str,
    pub(crate) fit: String,
    pub(crate) interval: String,
    pub(crate) coverage: String,
    /// Classes of the ends of the interval, for its bar.
    pub(crate) bar: String,
    /// Class and text of each trait, in their order.
    pub(crate) heat: Vec<(&'static str, String)>,
    pub(crate) mismatches: String,
    pub(crate) rungs: String,
    pub(crate) finding: String,
}

/// One partner.
#[derive(Debug, Clone)]
pub(crate) struct Partner {
    pub(crate) name: String,
    pub(crate) people: i64,
    pub(crate) key_person: String,
    pub(crate) order: Vec<String>,
}

impl Table {
    pub(crate) fn new(portfolio: &Portfolio, language: Language) -> Self {
        let names: BTreeMap<&PersonId, String> =
            portfolio.people.iter().map(|row| (&row.person, name_of(row))).collect();
        let colleagues: BTreeMap<&PartnerId, i64> =
            portfolio.partners.iter().map(|partner| (&partner.partner, partner.people)).collect();
        let people =
            |readiness: Readiness| portfolio.people.iter().filter(|row| row.readiness == readiness).count();
        let spelled = portfolio.partners.len() <= MANY_PARTNERS;
        let mut findings = findings(portfolio, language);
        let (begin, more_begin) = begin(portfolio, language);
        let rest = findings.len().saturating_sub(MOST_FINDINGS);
        findings.truncate(MOST_FINDINGS);
        Self {
            lang: language.word(),
            l: say::labels(language),
            as_of: text::instant(portfolio.as_of, language),
            policy: cut(&portfolio.policy, MOST.0),
            people: portfolio.people.len(),
            counts: Readiness::ALL
                .iter()
                .map(|of| Count {
                    name: text::readiness(*of, language),
                    code: of.word(),
                    class: readiness_class(*of),
                    sign: readiness_sign(*of),
                    people: people(*of),
                })
                .collect(),
            funnel: funnel(portfolio, language),
            findings,
            more_findings: (rest > 0).then(|| say::more_kinds(rest, language)),
            begin,
            more_begin: (more_begin > 0).then(|| say::more_partners(more_begin, language)),
            traits: Trait::ALL.iter().map(|of| text::trait_name(*of, language)).collect(),
            rows: portfolio
                .people
                .iter()
                .map(|person| row(person, colleagues.get(&person.partner).copied().unwrap_or(1), language))
                .collect(),
            partners: portfolio.partners.iter().map(|row| partner(row, &names, spelled, language)).collect(),
            notes: notes(portfolio, language),
        }
    }
}

/// How many people passed each gate, or a later one.
fn funnel(portfolio: &Portfolio, language: Language) -> Vec<Share> {
    let gates = GateStep::ALL.iter().filter(|gate| **gate != GateStep::SteppedDown);
    gates
        .map(|gate| {
            let passed = |row: &&PersonRow| {
                row.stage.is_some_and(|stage| stage >= *gate && stage != GateStep::SteppedDown)
            };
            share_of(
                portfolio,
                text::gate(*gate, language).to_owned(),
                portfolio.people.iter().filter(passed).count(),
            )
        })
        .collect()
}

/// How many people have a finding of each code, the most frequent first.
fn findings(portfolio: &Portfolio, language: Language) -> Vec<Share> {
    let mut counts: BTreeMap<FindingCode, usize> = BTreeMap::new();
    for row in &portfolio.people {
        let codes: BTreeSet<FindingCode> = row.findings.iter().copied().collect();
        for code in codes {
            let count = counts.entry(code).or_default();
            *count = count.saturating_add(1);
        }
    }
    let mut counts: Vec<(FindingCode, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(code, people)| (Reverse(*people), *code));
    counts
        .into_iter()
        .map(|(code, people)| share_of(portfolio, text::finding_kind(code, language), people))
        .collect()
}

fn share_of(portfolio: &Portfolio, name: String, people: usize) -> Share {
    let number = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
    let share = number(people) / number(portfolio.people.len().max(1));
    Share { svg: svg::share(share, &format!("{name} {}", text::percent(share))), name, people }
}

const fn readiness_class(of: Readiness) -> &'static str {
    match of {
        Readiness::Ready => "r0",
        Readiness::ReadyWithSupport => "r1",
        Readiness::Unknown => "r2",
        Readiness::NotYet => "r3",
    }
}

/// The class and the text of a trait's mean in the heat map; what somebody stated carries a dagger.
fn heat(mean: Option<f64>, stated: bool) -> (&'static str, String) {
    let Some(mean) = mean else { return ("hx", "?".to_owned()) };
    let number = format!("{:.0}", (mean * 100.0).clamp(0.0, 100.0));
    let class = match mean {
        of if of < 0.1 => "h0",
        of if of < 0.2 => "h1",
        of if of < 0.3 => "h2",
        of if of < 0.4 => "h3",
        of if of < 0.5 => "h4",
        of if of < 0.6 => "h5",
        of if of < 0.7 => "h6",
        of if of < 0.8 => "h7",
        of if of < 0.9 => "h8",
        _ => "h9",
    };
    (class, if stated { number + "†" } else { number })
}

/// A share in steps of five per cent, as the style sheet has them.
fn step(share: f64) -> String {
    format!("{:.0}", (share * 20.0).clamp(0.0, 20.0).round() * 5.0)
}

fn name_of(row: &PersonRow) -> String {
    cut(row.name.as_deref().unwrap_or(row.person.as_str()), MOST.0)
}

/// The ranks among `people` that the evidence allows: `1`, `1–3`, or a dash where every one of them is.
fn rank(person: &PersonRow, people: i64) -> String {
    match (person.best_rank, person.worst_rank) {
        (1, worst) if worst >= people => "—".to_owned(),
        (best, worst) if best == worst => best.to_string(),
        (best, worst) => format!("{best}–{worst}"),
    }
}

fn row(person: &PersonRow, people: i64, language: Language) -> Row {
    use keyperson::person::mismatch::MismatchState::{Likely, Possible, Present};
    let fit = person.fit.map_or_else(|| text::unknown(language).to_owned(), text::percent);
    let interval = text::range(person.lower, person.upper);
    let mismatches: Vec<String> = person
        .mismatches
        .iter()
        .filter(|pattern| matches!(pattern.state, Present | Likely | Possible))
        .map(|pattern| {
            let (name, state) = (
                text::pattern(pattern.pattern.as_str(), language),
                text::mismatch_state(pattern.state, language),
            );
            say::in_state(&shown(name), state, language)
        })
        .collect();
    let mut rungs: Vec<String> = person
        .rungs
        .iter()
        .map(|rung| {
            let status = text::short_rung_status(rung.status, language);
            match rung.odds.filter(|_| rung.count.is_some() && !settled(rung.status)) {
                Some(odds) => format!("{status} {}", text::percent(odds)),
                None => status.to_owned(),
            }
        })
        .collect();
    // What holds of all rungs is said once.
    if rungs.windows(2).all(|pair| matches!(pair, [one, other] if one == other)) {
        rungs.truncate(1);
    }
    Row {
        rank: rank(person, people),
        partner: cut(person.partner_name.as_deref().unwrap_or(person.partner.as_str()), MOST.0),
        name: name_of(person),
        readiness: match person.readiness_stated {
            true => format!("{}†", text::readiness(person.readiness, language)),
            false => text::readiness(person.readiness, language).to_owned(),
        },
        readiness_class: readiness_class(person.readiness),
        bar: format!("l{} u{}", step(person.lower), step(person.upper)),
        heat: Trait::ALL
            .iter()
            .zip(&person.traits)
            .map(|(of, mean)| heat(*mean, person.stated.contains(of)))
            .collect(),
        fit,
        interval,
        coverage: text::percent(person.coverage),
        mismatches: if mismatches.is_empty() { "—".to_owned() } else { say::list(&mismatches, language) },
        rungs: rungs.join(" / "),
        finding: person
            .first_finding
            .as_ref()
            .map_or_else(|| "—".to_owned(), |finding| cut(&text::finding(finding, language).title, MOST.1)),
    }
}

/// Whether the odds of a rung would only repeat its status.
const fn settled(status: RungStatus) -> bool {
    matches!(status, RungStatus::Achieved | RungStatus::Missed)
}

fn partner(
    row: &PartnerRow,
    names: &BTreeMap<&PersonId, String>,
    spelled: bool,
    language: Language,
) -> Partner {
    let l = say::labels(language);
    let name = |person: &PersonId| names.get(person).cloned().unwrap_or_else(|| shown(person.as_str()));
    let order = match (row.separable, row.people) {
        (_, ..=1) => vec!["—".to_owned()],
        (false, _) => vec![l.not_separable.to_owned()],
        (true, _) if !spelled => vec![l.some_separable.to_owned()],
        (true, _) => {
            let rest = row.comparisons.len().saturating_sub(MOST_COMPARISONS);
            let shown = row.comparisons.iter().take(MOST_COMPARISONS);
            let mut order: Vec<String> = shown.map(|c| comparison(c, &name, language)).collect();
            if rest > 0 {
                order.push(say::more_pairs(rest, language));
            }
            order
        }
    };
    Partner {
        name: cut(row.name.as_deref().unwrap_or(row.partner.as_str()), MOST.0),
        people: row.people,
        key_person: row.key_person.as_ref().map_or_else(|| l.none.to_owned(), name),
        order,
    }
}

fn comparison(c: &RankingComparison, name: &dyn Fn(&PersonId) -> String, language: Language) -> String {
    let share = c.share.filter(|_| c.verdict == Verdict::SomeWeightings).map(text::percent);
    let verdict = match share {
        Some(share) => say::ahead_for(&share, language),
        None => text::verdict(c.verdict, language).to_owned(),
    };
    say::comparison(&name(&c.first), &name(&c.second), &verdict, language)
}

fn notes(portfolio: &Portfolio, language: Language) -> Vec<String> {
    vec![
        say::labels(language).about_fit_not_people.to_owned(),
        say::judgement_and_ranks(&shown(&portfolio.policy), language),
        say::left_out(portfolio.left, language),
    ]
}
