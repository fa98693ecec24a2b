//! What stands around briefs, portfolios and trails, in English.

use keyperson::answer::trail::VoiceTrail;

pub fn facts_since(from: &str) -> String {
    format!("Facts since {from}")
}

pub fn facts_between(count: usize) -> String {
    format!("Facts in between: {count}")
}

pub fn earlier_facts(more: usize) -> String {
    format!("  and {more} earlier ones")
}

pub fn first_column() -> &'static str {
    "First of all"
}

pub fn as_of(as_of: &str, policy: &str) -> String {
    format!("As of {as_of}, policy {policy}")
}

pub fn people(people: usize, partners: usize) -> String {
    format!("People: {people}, partners: {partners}")
}

pub fn left(left: i64) -> String {
    format!("; left: {left}")
}

pub fn not_shown(more: usize) -> String {
    format!("; not shown here: {more}")
}

pub fn no_rank() -> &'static str {
    "Rank —: not separable by the evidence, or the only person there"
}

pub fn behind_number() -> &'static str {
    "Behind this number"
}

pub fn evidence(counts: usize) -> String {
    format!("Evidence: {counts} facts")
}

pub fn rests_on(rests: usize) -> String {
    format!("It also rests on {rests} facts")
}

pub fn policy_alone() -> &'static str {
    "No fact: the policy alone sets it."
}

pub fn settings_used(name: &str, settings: &str) -> String {
    format!("Settings used ({name}): {settings}")
}

pub fn this_fact() -> &'static str {
    "This fact"
}

pub fn source(source: &str) -> String {
    format!("  Source: {source}")
}

pub fn evidence_of(counts: usize) -> String {
    format!("Evidence of {counts} numbers")
}

pub fn resting(names: &str) -> String {
    format!("Also rests on it: {names}")
}

pub fn audit_trail() -> &'static str {
    "Audit trail"
}

pub fn trail_holds(numbers: usize, facts: usize) -> String {
    format!("{numbers} numbers, {facts} facts")
}

pub fn numbers_on(name: &str, of: usize) -> String {
    format!("  {name}: {of} numbers")
}

pub fn answered_or_unused() -> &'static str {
    "Answered, disputed or not used"
}

pub fn ask_on() -> &'static str {
    "\nAsk on with --of POINTER (such as /fit/score) or --fact ID."
}

pub fn earlier_answers(earlier: usize) -> String {
    format!("    > {earlier} earlier answers")
}

pub fn more(more: usize) -> String {
    format!("  and {more} more")
}

pub fn voice(name: &str, state: &str, voice: &VoiceTrail) -> String {
    let VoiceTrail { y, full, fading, dispute, cap, weight, .. } = voice;
    format!(
        "{name}: says {y:.2}, weight {weight:.2} (full {full:.2} x age {fading:.2} x dispute {dispute:.2} x cap {cap:.2}): {state}"
    )
}

pub fn columns() -> [&'static str; 7] {
    ["Rank there", "Person", "Partner", "Readiness", "Fit", "Mismatches", "Ladder"]
}
