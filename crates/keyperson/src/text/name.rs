//! Names of words and of the default policy's codes.

use crate::answer::trail::{TrailStanding, VoiceState};
use crate::colleagues::loop_turns::LoopStep;
use crate::colleagues::spread::{Isolation, LinkKind};
use crate::colleagues::succession::SuccessorState;
use crate::colleagues::support::{WheelState, WheelSupport};
use crate::course::ladder::RungStatus;
use crate::course::winter::Season;
use crate::fact::Audience;
use crate::fact::Layer;
use crate::fact::{ContestStep, GateStep, Trait};
use crate::finding::Urgency;
use crate::person::mismatch::{MismatchState, Severity};
use crate::person::ranking::Verdict;
use crate::person::readiness::Readiness;
use crate::text::given::Coded;
use crate::text::{Language, catalogue};
use crate::together::motivation::OfferMix;
use crate::together::response::Weekday;
use crate::together::rhythm::WeekKind;

// Words of the library.
catalogue! {
    /// The word for what is not known.
    pub const fn unknown() -> &'static str;
    /// The name of a trait.
    pub const fn trait_name(of: Trait) -> &'static str;
    /// What to ask, or to look at, where a trait is unknown.
    pub const fn ask(of: Trait) -> &'static str;
    /// Readiness in words.
    pub const fn readiness(of: Readiness) -> &'static str;
    /// What a readiness means, in a sentence.
    pub const fn readiness_meaning(of: Readiness) -> &'static str;
    /// Whether a mismatch is there.
    pub const fn mismatch_state(of: MismatchState) -> &'static str;
    /// How deep a shortfall is.
    pub const fn severity(of: Severity) -> &'static str;
    /// A step of the selection.
    pub const fn gate(of: GateStep) -> &'static str;
    /// How a rung stands.
    pub const fn rung_status(of: RungStatus) -> &'static str;
    /// How a rung stands, for narrow columns.
    pub const fn short_rung_status(of: RungStatus) -> &'static str;
    /// How much a finding matters.
    pub const fn urgency(of: Urgency) -> &'static str;
    /// What can be said of two people.
    pub const fn verdict(of: Verdict) -> &'static str;
    /// Which season it is.
    pub const fn season(of: Season) -> &'static str;
    /// Who heard it.
    pub const fn audience(of: Audience) -> &'static str;
    /// What the offers consist of.
    pub const fn offer_mix(of: OfferMix) -> &'static str;
    /// A layer of the regular meetings.
    pub const fn layer(of: Layer) -> &'static str;
    /// What becomes of a fact.
    pub const fn standing(of: TrailStanding) -> &'static str;
    /// How a fact counts for a trait.
    pub const fn voice_state(of: VoiceState) -> &'static str;
    /// What was said about a fact.
    pub const fn contest_step(of: ContestStep) -> &'static str;
    /// Whether somebody stands beside the person.
    pub const fn isolation(of: Isolation) -> &'static str;
    /// What joins the person and others.
    pub const fn link_kind(of: LinkKind) -> &'static str;
    /// What is known of a successor.
    pub const fn successor_state(of: SuccessorState) -> &'static str;
    /// How a wheel stands.
    pub const fn wheel_state(of: WheelState) -> &'static str;
    /// What turns a wheel.
    pub const fn turn_kind(of: WheelSupport) -> &'static str;
    /// A step of the loop, in the article's words.
    pub const fn loop_step(of: LoopStep) -> &'static str;
    /// A day of the week.
    pub const fn weekday(of: Weekday) -> &'static str;
    /// What a week is planned for.
    pub const fn week_kind(of: WeekKind) -> &'static str;
}

// Texts of codes that the default policy defines; others have none.
catalogue! {
    const fn known_pattern() -> Coded;
    const fn known_pattern_why() -> Coded;
    const fn known_remedy() -> Coded;
    const fn known_remedy_action() -> Coded;
    const fn known_fact_type() -> Coded;
    const fn known_metric() -> Coded;
    const fn known_rung() -> Coded;
    const fn known_effort() -> Coded;
    const fn known_wheel() -> Coded;
    const fn known_wheel_change() -> Coded;
    const fn known_success() -> Coded;
}

catalogue! {
    /// Why a pattern matters that a policy added.
    fn added_pattern_why() -> &'static str;
    /// What to change where a wheel stands still that this version does not know.
    fn other_wheel_change() -> &'static str;
    /// That a trait is under its floor.
    fn under_floor(name: &str) -> String;
}

/// The text of a code, where it has one.
fn known(code: &str, texts: Coded) -> Option<&'static str> {
    texts.iter().find(|(known, _)| *known == code).map(|(_, text)| *text)
}

/// The name of a pattern; its code where the policy added it.
#[must_use]
pub fn pattern(code: &str, language: Language) -> &str {
    known(code, known_pattern(language)).unwrap_or(code)
}

/// Why a pattern matters; the same sentence for all that a policy added.
#[must_use]
pub fn pattern_why(code: &str, language: Language) -> &'static str {
    known(code, known_pattern_why(language)).unwrap_or_else(|| added_pattern_why(language))
}

/// The name of a remedy; its code where the policy added it.
#[must_use]
pub fn remedy(code: &str, language: Language) -> &str {
    known(code, known_remedy(language)).unwrap_or(code)
}

/// What to do for a remedy, in a sentence; empty where the policy added it.
#[must_use]
pub fn remedy_action(code: &str, language: Language) -> &'static str {
    known(code, known_remedy_action(language)).unwrap_or_default()
}

/// The name of a metric; its code where the policy added it.
#[must_use]
pub fn metric(code: &str, language: Language) -> &str {
    known(code, known_metric(language)).unwrap_or(code)
}

/// The name of a rung as the default policy has it; its code where the policy added it.
#[must_use]
pub fn rung(code: &str, language: Language) -> &str {
    known(code, known_rung(language)).unwrap_or(code)
}

/// The name of what is owed a recognition, a rung, a metric or an effort; its code where the policy added it.
#[must_use]
pub fn achievement(code: &str, language: Language) -> &str {
    known(code, known_rung(language))
        .or_else(|| known(code, known_success(language)))
        .or_else(|| known(code, known_effort(language)))
        .unwrap_or(code)
}

/// The name of a type of fact.
#[must_use]
pub fn fact_type(code: &str, language: Language) -> &str {
    known(code, known_fact_type(language)).unwrap_or(code)
}

/// The name of one of the two wheels, `vendor` or `partner`; any other word as it is.
#[must_use]
pub fn wheel(code: &str, language: Language) -> &str {
    known(code, known_wheel(language)).unwrap_or(code)
}

/// What to change where one of the wheels stands still.
pub(super) fn wheel_change(code: &str, language: Language) -> &'static str {
    known(code, known_wheel_change(language)).unwrap_or_else(|| other_wheel_change(language))
}

/// The name of a shortfall: a pattern, or a trait under its floor.
#[must_use]
pub fn shortfall(code: &str, language: Language) -> String {
    match code.strip_prefix("floor_").and_then(|word| word.parse().ok()) {
        Some(of) => under_floor(trait_name(of, language), language),
        None => pattern(code, language).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_texts_for_the_same_codes() {
        let all: &[fn(Language) -> Coded] = &[
            known_pattern,
            known_pattern_why,
            known_remedy,
            known_remedy_action,
            known_fact_type,
            known_metric,
            known_rung,
            known_effort,
            known_wheel,
            known_wheel_change,
            known_success,
        ];
        for texts in all {
            let codes = |language| texts(language).iter().map(|(code, _)| *code).collect::<Vec<_>>();
            for language in Language::ALL {
                assert!(!codes(*language).is_empty());
                assert_eq!(codes(*language), codes(Language::default()));
            }
        }
    }
}
