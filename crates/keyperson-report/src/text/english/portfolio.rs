//! The page of a portfolio.

pub(crate) fn more_kinds(rest: usize) -> String {
    format!("{rest} more kinds")
}

pub(crate) fn more_partners(rest: usize) -> String {
    format!("{rest} more")
}

pub(crate) fn more_pairs(rest: usize) -> String {
    format!("{rest} more pairs")
}

pub(crate) fn aim_to_repeat(proposals: i64) -> String {
    format!("repeat: {proposals} similar prospects")
}

pub(crate) fn aim_to_win(open: i64) -> String {
    format!("first win: {open} open deals")
}

pub(crate) fn deal_in_table(name: &str, chance: &str) -> String {
    format!("{name} ({chance})")
}

pub(crate) fn ahead_for(share: &str) -> String {
    format!("ahead for {share} of weightings")
}

pub(crate) fn comparison(first: &str, second: &str, verdict: &str) -> String {
    format!("{first} → {second}: {verdict}")
}

pub(crate) fn judgement_and_ranks(policy: &str) -> String {
    format!(
        "Weights, thresholds and floors are judgement, set by the policy “{policy}”. Ranks at the partner are those that the evidence allows; a dash means that it cannot separate the people."
    )
}

pub(crate) fn left_out(people: i64) -> String {
    format!("{people} who left are not shown.")
}
