//! The selection: which gates a person has passed, which gate is next, and what is missing for it.
//!
//! Gates have an order, shortlisted first. Two exceptions: the company may be told a few days after the appointment
//! (the policy says how many), and whoever passed a later gate counts as shortlisted, even without a record. Gates of
//! the same day count as in order.

use serde::{Deserialize, Serialize};

use crate::calendar::Day;
use crate::fact::{Allocation, Appraisal, Fact, FactId, GateStep};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::partner::period::Period;
use crate::partner::view::View;
use crate::policy::{Counting, Policy};

/// The gates that lead to the role, in order.
const ORDER: [GateStep; 5] = [
    GateStep::Shortlisted,
    GateStep::ManagerConfirmed,
    GateStep::ExecutiveApproved,
    GateStep::Announced,
    GateStep::Appointed,
];

/// Findings that stand between a person and the next gate.
const BLOCKING: [FindingCode; 5] = [
    FindingCode::GateOutOfOrder,
    FindingCode::ConfirmedWithoutTime,
    FindingCode::ConfirmedWithoutAppraisal,
    FindingCode::ApprovalMissing,
    FindingCode::NotAnnounced,
];

/// How far a person's selection has come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Selection {
    /// The furthest gate passed; absent where there is none.
    pub stage: Option<GateStep>,
    /// The gates passed since the last stepping down, in order.
    pub passed: Vec<GatePassed>,
    /// The first gate of the order that is still to pass; absent when all are, or the person stepped down.
    pub next: Option<GateStep>,
    /// Codes of the findings that stand before it.
    pub blocked_by: Vec<FindingCode>,
    /// Business days since the latest gate; absent where there is none, or the person stepped down.
    pub days_at_gate: Option<i64>,
    /// The day from which the person has the role.
    pub start: Option<Day>,
    /// Business days from the executives' approval to the start, negative where it came after it.
    pub approval_lead_days: Option<i64>,
}

/// A gate passed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct GatePassed {
    /// The gate.
    pub gate: GateStep,
    /// The day from which it holds.
    pub day: Day,
    /// The fact that says so.
    pub fact: FactId,
}

/// How far the person's selection has come.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn evaluate(view: &View<'_, '_>, policy: &Policy) -> Selection {
    let passed: Vec<GatePassed> = view
        .gates()
        .into_iter()
        .map(|(gate, (fact, held))| GatePassed {
            gate,
            day: held.effective.unwrap_or_else(|| view.partner.day_of(fact.at)),
            fact: fact.id.clone(),
        })
        .collect();
    let stage = passed.last().map(|passed| passed.gate);
    let mut selection = Selection {
        stage,
        passed,
        next: None,
        blocked_by: Vec::new(),
        days_at_gate: None,
        start: view.start().map(|(day, _)| day),
        approval_lead_days: None,
    };
    if stage == Some(GateStep::SteppedDown) {
        return selection;
    }
    selection.next = ORDER.into_iter().find(|gate| selection.missing(*gate));
    let latest = selection.passed.iter().map(|passed| passed.day).max();
    selection.days_at_gate = latest.map(|day| from(day, view).number_of(view.today()).max(0));
    selection.approval_lead_days = selection
        .passed(GateStep::ExecutiveApproved)
        .zip(selection.start)
        .map(|(approved, start)| from(approved.day, view).number_of(start));
    if selection.next.is_some() {
        let found = selection.findings(view, policy);
        let found = found.iter().map(|finding| finding.code);
        selection.blocked_by = found.filter(|code| BLOCKING.contains(code)).collect();
        selection.blocked_by.dedup();
    }
    selection
}

impl Selection {
    /// What needs attention in the selection, in the order of the gates; nothing after a stepping down.
    #[must_use]
    #[cfg_attr(feature = "rooms", visibility::make(pub))]
    pub(crate) fn findings(&self, view: &View<'_, '_>, policy: &Policy) -> Vec<Finding> {
        if self.stage.is_none() || self.stage == Some(GateStep::SteppedDown) {
            return Vec::new();
        }
        let mut findings = self.out_of_order(view);
        findings.extend(self.without_time(view, policy));
        findings.extend(self.without_appraisal(view));
        findings.extend(self.approval_late(view, policy));
        findings.extend(self.approval_missing(view, policy));
        findings.extend(self.not_announced(view, policy));
        findings.extend(self.stuck(view, policy));
        findings
    }

    fn passed(&self, gate: GateStep) -> Option<&GatePassed> {
        self.passed.iter().find(|passed| passed.gate == gate)
    }

    fn missing(&self, gate: GateStep) -> bool {
        // Whoever has passed anything was on the list.
        self.passed(gate).is_none() && (gate != GateStep::Shortlisted || self.passed.is_empty())
    }

    fn out_of_order(&self, view: &View<'_, '_>) -> Vec<Finding> {
        let found = self.passed.iter().filter_map(|gate| {
            let belong_before = ORDER.into_iter().take_while(|before| *before != gate.gate);
            let skipped: Vec<GateStep> = belong_before
                .filter(|before| match (gate.gate, before) {
                    (GateStep::Appointed, GateStep::Announced) => false,
                    // That the start came without an approval is `approval_missing`, and more urgent.
                    (GateStep::Appointed, GateStep::ExecutiveApproved) if self.missing(*before) => false,
                    _ => {
                        self.missing(*before)
                            || self.passed(*before).is_some_and(|before| before.day > gate.day)
                    }
                })
                .collect();
            let words = finding::names(skipped.iter().map(|gate| gate.word()));
            let later =
                skipped.iter().filter_map(|gate| self.passed(*gate)).map(|passed| passed.fact.clone());
            (!skipped.is_empty()).then(|| {
                about(FindingCode::GateOutOfOrder, Urgency::Important, gate, view)
                    .value("before", words)
                    .evidence(later)
            })
        });
        found.collect()
    }

    fn without_time(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let confirmed = self.passed(GateStep::ManagerConfirmed)?;
        let allocated = view.of::<Allocation>().next_back();
        let hours = allocated.map(|(_, allocation)| allocation.hours_per_week.get());
        let enough = policy.selection.enough_hours.get();
        if hours.is_some_and(|hours| hours >= enough) {
            return None;
        }
        let finding = about(FindingCode::ConfirmedWithoutTime, Urgency::Important, confirmed, view)
            .value("hours_wanted", finding::hours(enough))
            .evidence(allocated.map(|(fact, _)| fact.id.clone()));
        Some(finding.maybe("hours", hours.map(finding::hours)))
    }

    fn without_appraisal(&self, view: &View<'_, '_>) -> Option<Finding> {
        let confirmed = self.passed(GateStep::ManagerConfirmed)?;
        let known = view.of::<Appraisal>().next().is_some();
        (!known).then(|| about(FindingCode::ConfirmedWithoutAppraisal, Urgency::Notice, confirmed, view))
    }

    fn approval_late(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let (approved, lead) = self.passed(GateStep::ExecutiveApproved).zip(self.approval_lead_days)?;
        let wanted = policy.selection.approval_lead_days.get();
        (lead < wanted).then(|| {
            about(FindingCode::ApprovalLate, Urgency::Important, approved, view)
                .value("lead_days", finding::days(lead))
                .value("lead_days_wanted", finding::days(wanted))
        })
    }

    fn approval_missing(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let (appointed, start) = self.passed(GateStep::Appointed).zip(self.start)?;
        let due = from(start, view).day_of(policy.selection.approval_lead_days.get().saturating_neg())?;
        (self.missing(GateStep::ExecutiveApproved) && view.today() >= due).then(|| {
            Finding::new(FindingCode::ApprovalMissing, Urgency::Urgent, GateStep::ExecutiveApproved.word())
                .since(
                    view.partner
                        .zone
                        .start_of(due)
                        .max(at(appointed, view).map_or(view.as_of(), |fact| fact.at)),
                )
                .due(Some(due))
                .value("start", finding::day(start))
                .evidence([appointed.fact.clone()])
        })
    }

    fn not_announced(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let (appointed, start) = self.passed(GateStep::Appointed).zip(self.start)?;
        let due = from(start, view).day_of(policy.selection.announce_within_days.get());
        let over = due.is_some_and(|due| view.today() > due);
        let urgency = if over { Urgency::Urgent } else { Urgency::Important };
        (self.missing(GateStep::Announced) && view.today() >= start).then(|| {
            Finding::new(FindingCode::NotAnnounced, urgency, GateStep::Announced.word())
                .since(view.partner.zone.start_of(start))
                .due(due)
                .value("start", finding::day(start))
                .evidence([appointed.fact.clone()])
        })
    }

    fn stuck(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let latest = self.passed.iter().max_by_key(|passed| passed.day)?;
        let days = self.days_at_gate?;
        let stuck = self.missing(GateStep::Appointed) && days >= policy.selection.stuck_after_days.get();
        stuck.then(|| {
            let finding = about(FindingCode::SelectionStuck, Urgency::Important, latest, view)
                .value("days", finding::days(days));
            finding.maybe("next", self.next.map(|next| finding::word(next.word())))
        })
    }
}

/// Business days counted from a day.
fn from<'v, 'a>(start: Day, view: &View<'v, 'a>) -> Period<'v, 'a> {
    Period { partner: view.partner, start, counting: Counting::Business }
}

fn at<'a>(gate: &GatePassed, view: &View<'_, 'a>) -> Option<&'a Fact> {
    view.facts.iter().copied().find(|fact| fact.id == gate.fact)
}

/// A finding about a gate, since it was passed.
fn about(code: FindingCode, urgency: Urgency, gate: &GatePassed, view: &View<'_, '_>) -> Finding {
    let finding = Finding::new(code, urgency, gate.gate.word()).evidence([gate.fact.clone()]);
    match at(gate, view) {
        Some(fact) => finding.since(fact.at),
        None => finding,
    }
}
