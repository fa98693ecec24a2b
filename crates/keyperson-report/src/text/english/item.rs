//! What changed, what needs attention, and the notes at the foot.

pub(crate) fn since_last_brief(from: &str, facts: usize) -> String {
    format!("since {from}, {facts} facts")
}

pub(crate) fn other_traits_known(points: &str) -> String {
    format!("other traits known {points}")
}

pub(crate) fn moved_by(points: &str) -> String {
    format!(" ({points} points)")
}

pub(crate) fn overrides_changed(count: usize) -> String {
    format!("{count} began or ended")
}

pub(crate) fn rung_moved(name: &str, from: &str, to: &str, status: &str) -> String {
    format!("{name} {from} → {to} ({status})")
}

pub(crate) fn simulated_fit(points: &str) -> String {
    format!("simulated: fit {points} points")
}

pub(crate) fn simulated_odds(points: &str) -> String {
    format!("simulated: odds {points} points")
}

pub(crate) fn simulated_odds_move(from: &str, to: &str) -> String {
    format!("simulated: odds {from} → {to}")
}

pub(crate) fn rung_missed(name: &str, count: &str) -> String {
    format!("{name} not reached by its date ({count})")
}

pub(crate) fn traits_unknown(count: usize) -> String {
    format!("{count} traits are not known yet")
}

pub(crate) fn nothing_about(names: &str) -> String {
    format!("Nothing is recorded about: {names}. They count as unknown, not as zero.")
}

pub(crate) fn begin_with_one(ask: &str) -> String {
    format!("Begin with one. {ask}.")
}

pub(crate) fn evidence_alone(count: usize, score: &str, range: &str, readiness: &str) -> String {
    format!("{count} (†); by the evidence alone fit {score} (interval {range}), readiness “{readiness}”")
}

pub(crate) fn judgement_of(policy: &str) -> String {
    format!(
        "Weights, thresholds and floors are judgement, set by the policy “{policy}”; probabilities hold under its assumptions."
    )
}

pub(crate) fn disputed_facts(ids: &str) -> String {
    format!("Disputed facts: {ids}")
}

pub(crate) fn withdrawn_facts(ids: &str) -> String {
    format!("Facts that do not count, their dispute upheld: {ids}")
}
