//! What the sections of a policy must satisfy together: references that lead somewhere, orders that hold.

use std::collections::BTreeSet;

use super::bounds::{at_least_one, contradiction, from_one_to, out_of_range, unknown};
use super::{Curve, FLOOR, Policy, Reading};
use crate::calendar::{self, Calendar};
use crate::error::{Place, ProblemKind, Problems, Registered};
use crate::fact::TieKind;
use crate::fact::{Stage, Trait};
use crate::value::Key;

/// Most weightings that may be tried; more only burns time.
const MAX_WEIGHTINGS: i64 = 100_000;
/// Largest support unit that is searched exhaustively.
const MAX_UNIT: i64 = 4;
/// Longest ladder or cohort.
const MAX_LIST: usize = 1_000;

/// Notes everything that does not hold.
pub(super) fn check(policy: &Policy, problems: &mut Problems) {
    calendars(policy, problems);
    signals(policy, problems);
    mismatches(policy, problems);
    remedies(policy, problems);
    ladder(policy, problems);
    limits(policy, problems);
    recognition(policy, problems);
    cadence(policy, problems);
    rhythm(policy, problems);
    ledgers(policy, problems);
    super::deals::check(policy, problems);
    turns(policy, problems);
    network(policy, problems);
    spread(policy, problems);
    super::overrides::check(&policy.overrides, problems);
}

fn calendars(policy: &Policy, problems: &mut Problems) {
    let unknown = |found: &Key| ProblemKind::UnknownCalendar {
        found: found.to_string(),
        known: calendar::NAMES.join(", "),
        whose: Registered::default(),
    };
    for (name, own) in &policy.calendars {
        if Calendar::by_name(own.base.as_str()).is_err() {
            let kind = unknown(&own.base);
            problems.add(Place::at("/calendars").field(name.as_str()).field("base"), kind);
        }
    }
    if !policy.calendars.contains_key(&policy.place.calendar)
        && Calendar::by_name(policy.place.calendar.as_str()).is_err()
    {
        let kind = unknown(&policy.place.calendar);
        problems.add(Place::at("/place/calendar"), kind);
    }
}

fn signals(policy: &Policy, problems: &mut Problems) {
    for (name, signal) in &policy.signals {
        let place = Place::at("/signals").field(name.as_str()).field("curve");
        match &signal.curve {
            Curve::Linear { from, to } if from.get().total_cmp(&to.get()).is_eq() => {
                contradiction(place, "`from` and `to` of a linear curve are equal", problems);
            }
            Curve::Percentile { cohort } if cohort.is_empty() || cohort.len() > MAX_LIST => {
                contradiction(place, "a cohort has 1 to 1000 measures", problems);
            }
            _ => {}
        }
    }
}

fn mismatches(policy: &Policy, problems: &mut Problems) {
    let mismatch = &policy.mismatch;
    if mismatch.possible > mismatch.likely || mismatch.likely > mismatch.present {
        let what = "`possible`, `likely` and `present` must not fall in this order";
        contradiction(Place::at("/mismatch"), what, problems);
    }
    if mismatch.possible.get() <= 0.0 {
        contradiction(Place::at("/mismatch/possible"), "at 0 no mismatch could ever be absent", problems);
    }
    for (code, pattern) in &mismatch.patterns {
        let place = Place::at("/mismatch/patterns").field(code.as_str());
        if code.as_str().starts_with(FLOOR) {
            contradiction(place.clone(), "a code with `floor_` before it names a floor", problems);
        }
        if pattern.strong == pattern.weak {
            contradiction(place.field("weak"), "a trait cannot be strong and weak at once", problems);
        }
        known_remedies(policy, &pattern.remedies, &place, problems);
    }
    for of in Trait::ALL {
        let place = Place::at("/traits").field(of.word());
        known_remedies(policy, &policy.traits.get(*of).remedies, &place, problems);
    }
}

fn known_remedies(policy: &Policy, remedies: &[Key], place: &Place, problems: &mut Problems) {
    for (index, code) in remedies.iter().enumerate() {
        if !policy.remedies.contains_key(code) {
            let place = place.field("remedies").field(&index.to_string());
            problems.add(place, unknown(code, "remedy"));
        }
    }
}

fn remedies(policy: &Policy, problems: &mut Problems) {
    for (code, remedy) in &policy.remedies {
        let place = Place::at("/remedies").field(code.as_str());
        for signal in remedy.adds.keys() {
            if !policy.signals.contains_key(signal) {
                problems.add(place.field("adds").field(signal.as_str()), unknown(signal, "signal"));
            }
        }
        if remedy.adds.is_empty() && !remedy.unit && remedy.extend_days.get() == 0 {
            contradiction(place, "a remedy must change something", problems);
        }
    }
}

fn ladder(policy: &Policy, problems: &mut Problems) {
    let mut codes = BTreeSet::new();
    for (index, rung) in policy.ladder.rungs.iter().enumerate() {
        let place = Place::at("/ladder/rungs").field(&index.to_string());
        if !codes.insert(&rung.code) {
            contradiction(place.field("code"), "two rungs have the same code", problems);
        }
        if !policy.metrics.contains_key(&rung.metric) {
            problems.add(place.field("metric"), unknown(&rung.metric, "metric"));
        }
        at_least_one(rung.target.get(), place.field("target"), problems);
        at_least_one(rung.days.get(), place.field("days"), problems);
        if rung.days.get() > 3_660 {
            out_of_range(rung.days.get(), "at most 3660 days", place.field("days"), problems);
        }
    }
    for (index, metric) in policy.winter.metrics.iter().enumerate() {
        if !policy.metrics.contains_key(metric) {
            problems.add(Place::at("/winter/metrics").field(&index.to_string()), unknown(metric, "metric"));
        }
    }
    if policy.ladder.early.get() >= 0.5 {
        let found = policy.ladder.early.get().to_string();
        let kind = ProblemKind::OutOfRange { found, expected: "a number below 0.5".to_owned() };
        problems.add(Place::at("/ladder/early"), kind);
    }
    at_least_one(policy.winter.recent_days.get(), Place::at("/winter/recent_days"), problems);
}

fn limits(policy: &Policy, problems: &mut Problems) {
    let weightings = policy.fit.weightings.get();
    if weightings > MAX_WEIGHTINGS {
        out_of_range(weightings, "at most 100000 weightings", Place::at("/fit/weightings"), problems);
    }
    if policy.unit.size.get() > MAX_UNIT {
        out_of_range(policy.unit.size.get(), "at most 4 colleagues", Place::at("/unit/size"), problems);
    }
    if policy.unit.looked_at.get() > 50 {
        out_of_range(
            policy.unit.looked_at.get(),
            "at most 50 colleagues",
            Place::at("/unit/looked_at"),
            problems,
        );
    }
    if policy.ladder.rungs.len() > MAX_LIST {
        contradiction(Place::at("/ladder/rungs"), "a ladder has at most 1000 rungs", problems);
    }
    if policy.estimate.contested_weight.get() >= 1.0 {
        let what = "a contested fact must count less than an undisputed one";
        contradiction(Place::at("/estimate/contested_weight"), what, problems);
    }
}

fn recognition(policy: &Policy, problems: &mut Problems) {
    let recognition = &policy.recognition;
    let place = |field: &str| Place::at("/recognition").field(field);
    for (index, metric) in recognition.metrics.iter().enumerate() {
        if !policy.metrics.contains_key(metric) {
            problems.add(place("metrics").field(&index.to_string()), unknown(metric, "metric"));
        }
    }
    for (index, signal) in recognition.efforts.iter().enumerate() {
        if !policy.signals.contains_key(signal) {
            problems.add(place("efforts").field(&index.to_string()), unknown(signal, "signal"));
        }
    }
    at_least_one(recognition.window_days.get(), place("window_days"), problems);
    at_least_one(recognition.recent_days.get(), place("recent_days"), problems);
}

fn ledgers(policy: &Policy, problems: &mut Problems) {
    let (response, order) = (&policy.response, &policy.information_order);
    at_least_one(response.limit_hours.get(), Place::at("/response/limit_hours"), problems);
    let strength = response.weekday.strength.get();
    if !(0.01..=1e6).contains(&strength) {
        let expected = "a number from 0.01 to 1000000".to_owned();
        let kind = ProblemKind::OutOfRange { found: strength.to_string(), expected };
        problems.add(Place::at("/response/weekday/strength"), kind);
    }
    at_least_one(response.recent_days.get(), Place::at("/response/recent_days"), problems);
    at_least_one(policy.feedback.recent_days.get(), Place::at("/feedback/recent_days"), problems);
    at_least_one(order.recent_days.get(), Place::at("/information_order/recent_days"), problems);
    if response.near_hours > response.limit_hours {
        let what = "a question is asked for at its limit at the latest";
        contradiction(Place::at("/response/near_hours"), what, problems);
    }
}

fn turns(policy: &Policy, problems: &mut Problems) {
    for (index, metric) in policy.turns.results.iter().enumerate() {
        if !policy.metrics.contains_key(metric) {
            problems.add(Place::at("/turns/results").field(&index.to_string()), unknown(metric, "metric"));
        }
    }
}

fn cadence(policy: &Policy, problems: &mut Problems) {
    let at = |key: &str| Place::at("/cadence").field(key);
    let cadence = &policy.cadence;
    for (value, key, most) in [
        (cadence.weekly_minutes, "weekly_minutes", 1_440),
        (cadence.monthly_business_day, "monthly_business_day", 23),
        (cadence.monthly_minutes, "monthly_minutes", 1_440),
        (cadence.quarterly_business_day, "quarterly_business_day", 23),
        (cadence.quarterly_minutes, "quarterly_minutes", 1_440),
        (cadence.look_back_days, "look_back_days", 3_660),
        (cadence.missed_in_row, "missed_in_row", 1_000),
        (cadence.overruns, "overruns", 1_000),
        (cadence.agenda_items, "agenda_items", 1_000),
        (cadence.bottleneck_deals, "bottleneck_deals", 1_000_000_000),
        (cadence.schedule_days, "schedule_days", 3_660),
    ] {
        from_one_to(value.get(), most, at(key), problems);
    }
}

fn rhythm(policy: &Policy, problems: &mut Problems) {
    let at = |key: &str| Place::at("/rhythm").field(key);
    let rhythm = &policy.rhythm;
    for (value, key, most) in [
        (rhythm.cycle_days, "cycle_days", 3_660),
        (rhythm.push_weeks, "push_weeks", 520),
        (rhythm.recharge_weeks, "recharge_weeks", 520),
        (rhythm.least_business_days, "least_business_days", 5),
        (rhythm.uneven_pairs, "uneven_pairs", 520),
    ] {
        from_one_to(value.get(), most, at(key), problems);
    }
}

fn network(policy: &Policy, problems: &mut Problems) {
    at_least_one(policy.network.least_voices.get(), Place::at("/network/least_voices"), problems);
    for kind in TieKind::ALL {
        if policy.signals.get(kind.word()).is_some_and(|signal| signal.reading == Reading::Latest) {
            let place = Place::at("/signals").field(kind.word()).field("reading");
            contradiction(place, "every voice of a network is heard, not only the latest", problems);
        }
    }
}

fn spread(policy: &Policy, problems: &mut Problems) {
    let (spread, support) = (&policy.spread, &policy.support);
    for (value, path) in [
        (spread.recent_days, "/spread/recent_days"),
        (spread.least_things, "/spread/least_things"),
        (spread.isolated_days, "/spread/isolated_days"),
        (spread.spreading_colleagues, "/spread/spreading_colleagues"),
        (support.recent_days, "/support/recent_days"),
        (support.training_every_days, "/support/training_every_days"),
    ] {
        at_least_one(value.get(), Place::at(path), problems);
    }
    for (index, stage) in support.review_stages.iter().enumerate() {
        if matches!(stage, Stage::Won | Stage::Lost) {
            let place = Place::at("/support/review_stages").field(&index.to_string());
            contradiction(place, "a deal that has ended is owed no review", problems);
        }
    }
}
