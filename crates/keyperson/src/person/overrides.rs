//! Overrides: which values somebody set whatever the evidence says, who is responsible, until when, and what each
//! override hides.
//!
//! While an override holds, fit, mismatches and readiness follow the set value, and what the evidence says stays
//! beside it. The latest override of a trait (or of the readiness) replaces the earlier ones for good. It ends
//! after its last day in the partner's zone, or by a `contest` of it that was upheld: then it is as if it had
//! never been recorded. While it is only disputed it holds, with less weight.

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Instant};
use crate::fact::{Fact, FactId, Override, Readiness, Trait};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::words;
use crate::json::tree::shortened;
use crate::partner::view::View;
use crate::person::estimate::Estimates;
use crate::person::fit::{Fit, Score};
use crate::person::mismatch::{Mismatch, MismatchState};
use crate::policy::{FLOOR, Policy};
use crate::value::{Key, Text};

/// What a finding about the readiness is about.
pub(crate) const READINESS: &str = "readiness";

words! {
    /// Whether an override holds.
    pub enum OverrideState {
        /// It holds.
        InForce = "in_force",
        /// It holds for a few more days.
        Expiring = "expiring",
        /// Its last day is past.
        Expired = "expired",
    }
}

/// A value that somebody set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct SetValue {
    /// The fact.
    pub fact: FactId,
    /// The trait; absent for the readiness.
    #[serde(rename = "trait")]
    pub of: Option<Trait>,
    /// The trait's value.
    pub value: Option<f64>,
    /// The readiness.
    pub readiness: Option<Readiness>,
    /// Who answers for it.
    pub by: Text,
    /// Why.
    pub reason: Text,
    /// Since when it holds.
    pub since: Instant,
    /// The last day on which it holds.
    pub expires: Day,
    /// Days from today to that; negative once it is past.
    pub days_left: i64,
    /// Whether it holds.
    pub state: OverrideState,
    /// Whether somebody disputes it.
    pub contested: bool,
    /// What the evidence says of the trait: its mean; absent where nothing is known.
    pub evidence_mean: Option<f64>,
    /// Lower end of its interval; absent for the readiness.
    pub evidence_lower: Option<f64>,
    /// Upper end of its interval; absent for the readiness.
    pub evidence_upper: Option<f64>,
    /// The readiness that follows from the evidence alone.
    pub evidence_readiness: Readiness,
    /// Floors (`floor_` and the trait) and mismatches that the evidence shows and this value hides; of a
    /// readiness, those that stand in its way still.
    pub set_aside: Vec<Key>,
}

/// What follows from the evidence alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct ByEvidence {
    /// The score; absent where unknown.
    pub score: Score,
    /// Lower end of the score's interval.
    pub interval_lower: f64,
    /// Upper end of the score's interval.
    pub interval_upper: f64,
    /// The readiness.
    pub readiness: Readiness,
}

/// What follows from one set of estimates.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Consequences<'s> {
    /// The estimates.
    pub estimates: &'s Estimates,
    /// The fit.
    pub fit: &'s Fit,
    /// The mismatches.
    pub mismatches: &'s [Mismatch],
    /// The readiness that follows from these.
    pub readiness: Readiness,
}

/// The overrides of the person that hold, and those that ended within the policy's days: traits in their order, the
/// readiness last. `with` follows from the values set, `without` from the evidence alone.
#[must_use]
pub(crate) fn evaluate(
    view: &View<'_, '_>,
    policy: &Policy,
    with: Consequences<'_>,
    without: Consequences<'_>,
) -> Vec<SetValue> {
    let judged = |(fact, set): (&Fact, &Override)| {
        let days_left = view.today().days_until(set.expires);
        let state = match days_left {
            left if left < policy.overrides.expired_days.get().saturating_neg() => return None,
            ..0 => OverrideState::Expired,
            left if left <= policy.overrides.expiring_days.get() => OverrideState::Expiring,
            _ => OverrideState::InForce,
        };
        let evident = set.of.and_then(|of| without.estimates.get(of));
        Some(SetValue {
            fact: fact.id.clone(),
            of: set.of,
            value: set.value.map(|value| value.get()),
            readiness: set.readiness,
            by: set.by.clone(),
            reason: set.reason.clone(),
            since: fact.at,
            expires: set.expires,
            days_left,
            state,
            contested: view.partner.contest_of(&fact.id).is_some(),
            evidence_mean: evident.and_then(|estimate| estimate.mean),
            evidence_lower: evident.map(|estimate| estimate.lower),
            evidence_upper: evident.map(|estimate| estimate.upper),
            evidence_readiness: without.readiness,
            set_aside: match (state, set.of) {
                (OverrideState::Expired, _) => Vec::new(),
                (_, Some(of)) => hidden(of, with, without),
                (_, None) => passed_over(set.readiness, with),
            },
        })
    };
    view.overrides().into_iter().filter_map(judged).collect()
}

/// The readiness in force that somebody set.
#[must_use]
pub(crate) fn readiness(view: &View<'_, '_>) -> Option<Readiness> {
    let (_, set) = view.overrides().into_iter().find(|(_, set)| set.of.is_none())?;
    set.readiness.filter(|_| view.today() <= set.expires)
}

/// What the evidence alone comes to; absent where no override holds.
#[must_use]
pub(crate) fn by_evidence(overrides: &[SetValue], without: Consequences<'_>) -> Option<ByEvidence> {
    overrides.iter().any(SetValue::holds).then_some(ByEvidence {
        score: without.fit.score,
        interval_lower: without.fit.interval_lower,
        interval_upper: without.fit.interval_upper,
        readiness: without.readiness,
    })
}

impl SetValue {
    /// Whether it holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.state != OverrideState::Expired
    }
}

/// That values are set, that they end soon, that they have ended.
#[must_use]
pub(crate) fn findings(overrides: &[SetValue], view: &View<'_, '_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for set in overrides {
        if set.holds() {
            // What it hides, or what somebody disputes, is more than good to know.
            let weighty = set.contested || !set.set_aside.is_empty();
            let urgency = if weighty { Urgency::Important } else { Urgency::Notice };
            let finding = about(FindingCode::OverrideInForce, urgency, set).since(set.since);
            findings.push(match view.partner.contest_of(&set.fact) {
                Some(contest) => finding.value("contests", finding::count(1)).evidence([contest.id.clone()]),
                None => finding,
            });
        }
        match set.state {
            OverrideState::InForce => {}
            OverrideState::Expiring => findings.push(
                about(FindingCode::OverrideExpiring, Urgency::Important, set)
                    .value("days", finding::days(set.days_left))
                    .due(Some(set.expires)),
            ),
            OverrideState::Expired => findings.push(
                about(FindingCode::OverrideExpired, Urgency::Notice, set)
                    .since(view.partner.zone.end_of(set.expires)),
            ),
        }
    }
    findings
}

fn about(code: FindingCode, urgency: Urgency, set: &SetValue) -> Finding {
    let stated = set.value.map(finding::share).or(set.readiness.map(|set| finding::word(set.word())));
    let finding = Finding::new(code, urgency, set.of.map_or(READINESS, Trait::word))
        .maybe("stated", stated)
        .value("by", finding::text(shortened(set.by.as_str())))
        .value("reason", finding::text(shortened(set.reason.as_str())))
        .value("expires", finding::day(set.expires))
        .evidence([set.fact.clone()]);
    let codes: Vec<&str> = set.set_aside.iter().map(Key::as_str).collect();
    let finding = if codes.is_empty() { finding } else { finding.value("set_aside", finding::names(codes)) };
    match (set.of, set.evidence_mean) {
        (Some(_), Some(mean)) => finding.value("evidence", finding::share(mean)),
        (Some(_), None) => finding,
        (None, _) => finding.value("evidence", finding::word(set.evidence_readiness.word())),
    }
}

/// The floor and the mismatches of a trait that only the evidence shows.
fn hidden(of: Trait, with: Consequences<'_>, without: Consequences<'_>) -> Vec<Key> {
    let under = |fit: &Fit| fit.under_floor.iter().any(|low| low.of == of);
    let floor = (under(without.fit) && !under(with.fit)).then(|| Key::new(format!("{FLOOR}{of}")).ok());
    let gone = without.mismatches.iter().zip(with.mismatches).filter(|(evident, now)| {
        let seen = |mismatch: &Mismatch| mismatch.stands() || mismatch.state == MismatchState::Possible;
        (evident.strong == of || evident.weak == of)
            && (evident.stands() && !now.stands() || seen(evident) && !seen(now))
    });
    floor.flatten().into_iter().chain(gone.map(|(evident, _)| evident.pattern.clone())).collect()
}

/// What stands in the way of a readiness that says that nothing does.
fn passed_over(set: Option<Readiness>, with: Consequences<'_>) -> Vec<Key> {
    if !matches!(set, Some(Readiness::Ready | Readiness::ReadyWithSupport)) {
        return Vec::new();
    }
    let floors = with.fit.under_floor.iter().filter_map(|low| Key::new(format!("{FLOOR}{}", low.of)).ok());
    let standing = with.mismatches.iter().filter(|mismatch| mismatch.stands());
    floors.chain(standing.map(|mismatch| mismatch.pattern.clone())).collect()
}
