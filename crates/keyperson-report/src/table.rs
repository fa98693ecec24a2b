//! A portfolio in words: its rows and its partners, in one language.

use std::collections::BTreeMap;

use keyperson::ladder::RungStatus;
use keyperson::portfolio::{PartnerRow, PersonRow};
use keyperson::ranking::{Comparison, Verdict};
use keyperson::readiness::Readiness;
use keyperson::text::{self, Language};
use keyperson::{PartnerId, PersonId, Portfolio};

use crate::label::Labels;
use crate::page::shown;
use crate::svg;

/// How many comparisons of one partner are spelled out.
const MOST_COMPARISONS: usize = 5;

/// Everything that the page of a portfolio says.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) lang: &'static str,
    pub(crate) l: Labels,
    pub(crate) as_of: String,
    pub(crate) policy: String,
    /// How many people there are of each readiness.
    pub(crate) counts: Vec<Count>,
    pub(crate) rows: Vec<Row>,
    pub(crate) partners: Vec<Partner>,
    pub(crate) notes: Vec<String>,
}

/// How many people are of one readiness.
#[derive(Debug, Clone)]
pub(crate) struct Count {
    pub(crate) name: &'static str,
    pub(crate) code: &'static str,
    pub(crate) people: usize,
}

/// One person.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// The ranks at the partner that the evidence allows; a dash where it tells nothing.
    pub(crate) rank: String,
    pub(crate) partner: String,
    pub(crate) name: String,
    pub(crate) readiness: &'static str,
    pub(crate) readiness_code: &'static str,
    pub(crate) fit: String,
    pub(crate) interval: String,
    pub(crate) coverage: String,
    pub(crate) svg: String,
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
        Self {
            lang: language.word(),
            l: Labels::of(language),
            as_of: text::instant(portfolio.as_of, language),
            policy: shown(&portfolio.policy),
            counts: Readiness::ALL
                .iter()
                .map(|of| Count {
                    name: text::readiness(*of, language),
                    code: of.word(),
                    people: people(*of),
                })
                .collect(),
            rows: portfolio
                .people
                .iter()
                .map(|person| row(person, colleagues.get(&person.partner).copied().unwrap_or(1), language))
                .collect(),
            partners: portfolio.partners.iter().map(|row| partner(row, &names, language)).collect(),
            notes: notes(portfolio, language),
        }
    }
}

fn name_of(row: &PersonRow) -> String {
    shown(row.name.as_deref().unwrap_or(row.person.as_str()))
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
    use keyperson::mismatch::MismatchState::{Likely, Possible, Present};
    let comma = if language == Language::Japanese { "、" } else { ", " };
    let fit = person.fit.map_or_else(|| text::unknown(language).to_owned(), text::percent);
    let interval = text::range(person.lower, person.upper);
    let bar = svg::Bar { lower: person.lower, upper: person.upper, mean: person.fit, mark: None };
    let mismatches: Vec<String> = person
        .mismatches
        .iter()
        .filter(|pattern| matches!(pattern.state, Present | Likely | Possible))
        .map(|pattern| {
            let (name, state) = (
                text::pattern(pattern.pattern.as_str(), language),
                text::mismatch_state(pattern.state, language),
            );
            match language {
                Language::Japanese => format!("{}（{state}）", shown(name)),
                Language::English => format!("{} ({state})", shown(name)),
            }
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
        partner: shown(person.partner_name.as_deref().unwrap_or(person.partner.as_str())),
        name: name_of(person),
        readiness: text::readiness(person.readiness, language),
        readiness_code: person.readiness.word(),
        svg: svg::bar(bar, &format!("{} {fit}, {interval}", Labels::of(language).fit)),
        fit,
        interval,
        coverage: text::percent(person.coverage),
        mismatches: if mismatches.is_empty() { "—".to_owned() } else { mismatches.join(comma) },
        rungs: rungs.join(" / "),
        finding: person
            .first_finding
            .as_ref()
            .map_or_else(|| "—".to_owned(), |finding| shown(&text::finding(finding, language).title)),
    }
}

/// Whether the odds of a rung would only repeat its status.
const fn settled(status: RungStatus) -> bool {
    matches!(status, RungStatus::Achieved | RungStatus::Missed)
}

fn partner(row: &PartnerRow, names: &BTreeMap<&PersonId, String>, language: Language) -> Partner {
    let l = Labels::of(language);
    let name = |person: &PersonId| names.get(person).cloned().unwrap_or_else(|| shown(person.as_str()));
    let order = match (row.separable, row.people, language) {
        (_, ..=1, _) => vec!["—".to_owned()],
        (false, _, Language::Japanese) => vec!["今の記録では、順位に差があるとは言えません。".to_owned()],
        (false, _, Language::English) => {
            vec!["Not separable: the evidence cannot tell these people apart.".to_owned()]
        }
        (true, ..) => {
            let rest = row.comparisons.len().saturating_sub(MOST_COMPARISONS);
            let shown = row.comparisons.iter().take(MOST_COMPARISONS);
            let mut order: Vec<String> = shown.map(|c| comparison(c, &name, language)).collect();
            if rest > 0 {
                order.push(match language {
                    Language::Japanese => format!("ほか {rest} 組"),
                    Language::English => format!("{rest} more pairs"),
                });
            }
            order
        }
    };
    Partner {
        name: shown(row.name.as_deref().unwrap_or(row.partner.as_str())),
        people: row.people,
        key_person: row.key_person.as_ref().map_or_else(|| l.none.to_owned(), name),
        order,
    }
}

fn comparison(c: &Comparison, name: &dyn Fn(&PersonId) -> String, language: Language) -> String {
    let share = c.share.filter(|_| c.verdict == Verdict::SomeWeightings).map(text::percent);
    let verdict = match (share, language) {
        (Some(share), Language::Japanese) => format!("重み付けの {share} で先"),
        (Some(share), Language::English) => format!("ahead for {share} of weightings"),
        (None, _) => text::verdict(c.verdict, language).to_owned(),
    };
    let (first, second) = (name(&c.first), name(&c.second));
    match language {
        Language::Japanese => format!("{first} → {second}：{verdict}"),
        Language::English => format!("{first} → {second}: {verdict}"),
    }
}

fn notes(portfolio: &Portfolio, language: Language) -> Vec<String> {
    let policy = shown(&portfolio.policy);
    let left = portfolio.left;
    match language {
        Language::Japanese => vec![
            "役割と環境の組み合わせについての資料であり、人物を評価するものではありません。".to_owned(),
            format!(
                "重み・しきい値・下限はポリシー「{policy}」による判断値です。社内順位は記録から言える範囲で示し、区別できないときは「—」とします。"
            ),
            format!("パートナー企業を離れた {left} 人は含みません。"),
        ],
        Language::English => vec![
            "This page is about how role and environment fit; it is not a judgement of the people."
                .to_owned(),
            format!(
                "Weights, thresholds and floors are judgement, set by the policy “{policy}”. Ranks at the partner are those that the evidence allows; a dash where it tells nobody apart."
            ),
            format!("{left} who left are not shown."),
        ],
    }
}
