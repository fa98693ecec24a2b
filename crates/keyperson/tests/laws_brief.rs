//! Laws of the brief and the rooms behind it, tried on many stories.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::float_cmp,
    reason = "a test may fail loudly"
)]

mod story;

use keyperson::fact::Trait;
use keyperson::person::estimate::{TraitEstimate, interval};
use keyperson::person::mismatch::{self, MismatchState};
use keyperson::{Brief, Fact, Finding, Json, Policy};
use proptest::prelude::*;
use story::{
    HOURS, brief_of, cases, fact, facts, facts_at, instant, journal, person, profiles, rating, ratings_at,
    steps,
};

fn json(brief: Option<&Brief>) -> String {
    serde_json::to_string(&brief).unwrap()
}

/// A policy that differs from the default one in the exponent, the weights and the level of intervals.
fn odd_policy(rho: f64, weights: &[f64], interval: f64) -> Policy {
    let traits: Vec<String> = Trait::WORDS
        .iter()
        .zip(weights)
        .map(|(of, weight)| format!("[traits.{of}]\nweight = {weight:?}\n"))
        .collect();
    let text = format!("[estimate]\ninterval = {interval:?}\n[fit]\nrho = {rho:?}\n{}", traits.concat());
    Policy::from_toml(&text).unwrap()
}

fn policies() -> impl Strategy<Value = Policy> {
    let rho = prop_oneof![Just(1.0), Just(0.0), Just(-1.0), -100.0..=100.0_f64, -2.0..=2.0_f64];
    let weight = prop_oneof![1 => Just(0.0), 5 => 0.01..10.0_f64];
    let level = prop_oneof![3 => Just(0.9), 1 => 0.01..0.999_f64];
    (rho, prop::collection::vec(weight, 6), level)
        .prop_map(|(rho, weights, level)| odd_policy(rho, &weights, level))
}

/// An estimate of which the rooms above see the numbers only.
fn estimate_of(of: Trait, mean: f64, total: f64) -> TraitEstimate {
    let (a, b) = (1.0 + total * mean, 1.0 + total * (1.0 - mean));
    let (lower, upper) = interval(a, b, 0.9);
    let mean = Some(a / (a + b));
    TraitEstimate {
        of,
        mean,
        lower,
        upper,
        evidence_weight: total,
        a,
        b,
        rising: None,
        evidence: vec![],
        overridden: None,
    }
}

proptest! {
    #![proptest_config(cases(48))]

    // INVARIANT: a finding that was stored as JSON comes back as it was, whatever a later version adds to it.
    #[test]
    fn findings_come_back_from_their_json(steps in steps(60), hour in 0..HOURS) {
        let brief = brief_of(&facts(&steps), &Policy::default(), 0, hour);
        for finding in brief.iter().flat_map(|brief| &brief.findings) {
            let text = serde_json::to_string(finding).unwrap();
            let added = text.replacen('{', r#"{"added later":[1],"#, 1);
            for text in [text, added] {
                let json = Json::parse(&text).unwrap();
                prop_assert_eq!(&Finding::from_json(&json).unwrap(), finding);
                prop_assert_eq!(&serde_json::from_str::<Finding>(&text).unwrap(), finding);
            }
        }
    }

    #[test]
    fn order_repetition_and_splits_change_nothing(
        steps in steps(60), hour in 0..HOURS, turn in 0_usize..60, cut in 0_usize..60,
    ) {
        let policy = Policy::default();
        let facts = facts(&steps);
        let mut turned: Vec<Fact> = facts.iter().rev().cloned().collect();
        let turn = turn.min(turned.len());
        turned.rotate_left(turn);
        let repeated: Vec<Fact> = facts.iter().chain(&turned).cloned().collect();
        let (left, right) = turned.split_at(cut.min(turned.len()));
        // The two parts overlap in the first fact.
        let left: Vec<Fact> = left.iter().chain(right.first()).cloned().collect();
        let merged = journal(&left).merge(journal(right)).unwrap();
        for n in 0..3 {
            let expected = json(brief_of(&facts, &policy, n, hour).as_ref());
            prop_assert_eq!(&json(brief_of(&turned, &policy, n, hour).as_ref()), &expected);
            prop_assert_eq!(&json(brief_of(&repeated, &policy, n, hour).as_ref()), &expected);
            let merged = keyperson::brief(&merged, &policy, &person(n), instant(hour)).ok();
            prop_assert_eq!(&json(merged.as_ref()), &expected);
        }
    }

    #[test]
    fn what_comes_after_the_as_of_changes_nothing(steps in steps(60), hour in 0..HOURS) {
        let policy = Policy::default();
        let all = facts(&steps);
        let seen: Vec<Fact> = all.iter().filter(|fact| fact.at <= instant(hour)).cloned().collect();
        for n in 0..3 {
            let (all, seen) = (brief_of(&all, &policy, n, hour), brief_of(&seen, &policy, n, hour));
            prop_assert_eq!(json(all.as_ref()), json(seen.as_ref()));
        }
    }

    #[test]
    fn facts_of_another_partner_change_nothing(mine in steps(40), mut theirs in steps(40), hour in 0..HOURS) {
        let policy = Policy::default();
        for step in &mut theirs {
            step.person += 3;
        }
        let own = facts(&mine);
        let both: Vec<Fact> = own.iter().cloned().chain(facts_at("globex", "g", &theirs)).collect();
        for n in 0..3 {
            let (own, both) = (brief_of(&own, &policy, n, hour), brief_of(&both, &policy, n, hour));
            prop_assert_eq!(json(own.as_ref()), json(both.as_ref()));
        }
    }

    #[test]
    fn bounds_hold_the_point_and_contributions_add_up(
        steps in steps(60), hour in 0..HOURS, policy in policies(),
    ) {
        let facts = facts(&steps);
        for brief in (0..3).filter_map(|n| brief_of(&facts, &policy, n, hour)) {
            let fit = &brief.fit;
            prop_assert!((0.0..=1.0).contains(&fit.lower) && (0.0..=1.0).contains(&fit.upper));
            prop_assert!((0.0..=1.0).contains(&fit.coverage));
            prop_assert!(fit.lower <= fit.interval_lower);
            prop_assert!(fit.interval_lower <= fit.interval_upper && fit.interval_upper <= fit.upper);
            for estimate in &brief.traits {
                prop_assert!(0.0 <= estimate.lower && estimate.lower < estimate.upper && estimate.upper <= 1.0);
                prop_assert!(estimate.mean.is_none_or(|mean| (0.0..=1.0).contains(&mean)));
            }
            let points: f64 = fit.contributions.iter().map(|c| c.points).sum();
            match fit.score.get() {
                Some(score) => {
                    prop_assert!(fit.lower <= score && score <= fit.upper, "{:?}", fit);
                    let expected = score - fit.reference.unwrap();
                    prop_assert!((points - expected).abs() <= 1e-12, "{points} for {expected}");
                }
                None => prop_assert!(fit.contributions.is_empty() && fit.reference.is_none()),
            }
        }
    }

    #[test]
    fn unknown_is_never_zero(steps in steps(25), hour in 0..HOURS) {
        let policy = Policy::default();
        for brief in (0..3).filter_map(|n| brief_of(&facts(&steps), &policy, n, hour)) {
            for estimate in &brief.traits {
                let contributes = brief.fit.contributions.iter().any(|c| c.of == estimate.of);
                let asked = brief.fit.unknown.contains(&estimate.of);
                let own = policy.traits.get(estimate.of);
                let known = !estimate.evidence.is_empty() || estimate.overridden.is_some();
                prop_assert_eq!(estimate.mean.is_some(), known);
                prop_assert_eq!(contributes, estimate.mean.is_some());
                prop_assert_eq!(asked, estimate.mean.is_none() && own.floor.get() > 0.0);
                if estimate.mean.is_none() {
                    prop_assert_eq!((estimate.a, estimate.b), (own.prior_for.get(), own.prior_against.get()));
                    prop_assert_eq!(estimate.evidence_weight, 0.0);
                    prop_assert!(!brief.fit.under_floor.iter().any(|low| low.of == estimate.of));
                }
            }
            for mismatch in &brief.mismatches {
                let known = |of: Trait| brief.traits.iter().any(|t| t.of == of && t.mean.is_some());
                let unknown = !(known(mismatch.strong) && known(mismatch.weak));
                prop_assert_eq!(mismatch.state == MismatchState::Unknown, unknown);
                prop_assert_eq!(mismatch.probability.is_none(), unknown);
            }
        }
    }

    #[test]
    fn an_estimate_is_its_prior_and_its_evidence(steps in steps(60), hour in 0..HOURS) {
        let policy = Policy::default();
        let facts = facts(&steps);
        for estimate in (0..3).filter_map(|n| brief_of(&facts, &policy, n, hour)).flat_map(|b| b.traits) {
            let estimate = estimate.by_evidence();
            let own = policy.traits.get(estimate.of);
            let sum = |part: fn(f64) -> f64| -> f64 {
                estimate.evidence.iter().map(|e| e.weight * part(e.y)).sum()
            };
            prop_assert!((own.prior_for.get() + sum(|y| y) - estimate.a).abs() <= 1e-12);
            prop_assert!((own.prior_against.get() + sum(|y| 1.0 - y) - estimate.b).abs() <= 1e-12);
            prop_assert!((sum(|_| 1.0) - estimate.evidence_weight).abs() <= 1e-12);
            for evidence in &estimate.evidence {
                prop_assert!((0.0..=1.0).contains(&evidence.y) && evidence.weight >= 0.0);
                prop_assert!(facts.iter().any(|fact| fact.id == evidence.fact && fact.at == evidence.at));
            }
            prop_assert!(estimate.evidence.is_sorted_by_key(|e| (e.at, e.fact.clone())));
        }
    }

    #[test]
    fn findings_come_by_urgency_and_speak_of_facts_that_are_there(steps in steps(60), hour in 0..HOURS) {
        let policy = Policy::default();
        let facts = facts(&steps);
        for brief in (0..3).filter_map(|n| brief_of(&facts, &policy, n, hour)) {
            prop_assert!(brief.findings.is_sorted_by_key(|finding| finding.urgency));
            for id in brief.findings.iter().flat_map(|finding| &finding.evidence) {
                prop_assert!(facts.iter().any(|fact| fact.id == *id && fact.at <= instant(hour)), "{}", id);
            }
            for code in brief.findings.iter().flat_map(|finding| &finding.remedies) {
                prop_assert!(policy.remedies.contains_key(code));
            }
        }
    }

    #[test]
    fn the_points_of_a_change_sum_to_it(
        steps in steps(60), one in 0..HOURS, other in 0..HOURS, policy in policies(),
    ) {
        let journal = journal(&facts(&steps));
        for n in 0..3 {
            let ask = |one, other| keyperson::change(&journal, &policy, &person(n), instant(one), instant(other));
            let Ok(change) = ask(one, other) else { continue };
            prop_assert_eq!(&ask(other, one).unwrap(), &change);
            let points: f64 = change.points.iter().map(|c| c.points).sum();
            let moved = change.after.unwrap_or(0.0) - change.before.unwrap_or(0.0);
            prop_assert!((points + change.reference - moved).abs() <= 1e-12, "{:?}", change);
            prop_assert!(change.from <= change.to);
            let still = ask(one.max(other), one.max(other)).unwrap();
            prop_assert!(still.points.is_empty() && still.facts.is_empty() && still.reference == 0.0);
        }
    }

    #[test]
    fn a_common_factor_of_all_weights_changes_no_fit(
        steps in steps(40), hour in 0..HOURS,
        weights in prop::collection::vec(0.01..10.0_f64, 6), factor in 0.01..100.0_f64, rho in -5.0..5.0_f64,
    ) {
        let facts = facts(&steps);
        let scaled: Vec<f64> = weights.iter().map(|weight| weight * factor).collect();
        let (one, other) = (odd_policy(rho, &weights, 0.9), odd_policy(rho, &scaled, 0.9));
        for n in 0..3 {
            let pair = brief_of(&facts, &one, n, hour).zip(brief_of(&facts, &other, n, hour));
            let Some((one, other)) = pair else { continue };
            for (one, other) in [
                (one.fit.score.get(), other.fit.score.get()),
                (Some(one.fit.lower), Some(other.fit.lower)),
                (Some(one.fit.upper), Some(other.fit.upper)),
                (Some(one.fit.coverage), Some(other.fit.coverage)),
            ] {
                prop_assert_eq!(one.is_some(), other.is_some());
                prop_assert!((one.unwrap_or(0.0) - other.unwrap_or(0.0)).abs() <= 1e-12);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn more_evidence_of_the_same_mean_never_widens_an_interval(
        a in 1.0..50.0_f64, b in 1.0..50.0_f64, weight in 0.0..1e4_f64, more in 0.0..1e4_f64, level in 0.01..0.999_f64,
    ) {
        let width = |weight: f64| {
            let factor = 1.0 + weight / (a + b);
            let (lower, upper) = interval(a * factor, b * factor, level);
            upper - lower
        };
        prop_assert!(width(weight + more) <= width(weight) + 1e-9);
    }

    #[test]
    fn agreeing_raters_narrow_the_interval(value in 0.0..=1.0_f64, raters in 1_usize..8) {
        let policy = Policy::default();
        let width = |raters: usize| {
            let facts: Vec<Fact> = (0..raters)
                .map(|n| rating(&format!("f-{n}"), 0, &person(0), Trait::Drive, value, &format!("rater {n}")))
                .collect();
            let brief = brief_of(&facts, &policy, 0, 1).unwrap();
            let drive = brief.traits.iter().find(|t| t.of == Trait::Drive).unwrap().clone();
            drive.upper - drive.lower
        };
        prop_assert!(width(raters + 1) <= width(raters) + 1e-12);
    }

    #[test]
    fn a_higher_rating_never_lowers_anything(
        steps in steps(40), hour in 0..HOURS, which in 0_usize..6, value in 0.0..=1.0_f64, more in 0.0..=1.0_f64,
        policy in policies(),
    ) {
        let of = Trait::ALL[which];
        let with = |value: f64| {
            let mut facts = facts(&steps);
            facts.push(rating("new", hour / 2, &person(0), of, value, "Abe"));
            brief_of(&facts, &policy, 0, hour)
        };
        let (Some(low), Some(high)) = (with(value), with(value + (1.0 - value) * more)) else { return Ok(()) };
        for (low, high) in low.traits.iter().zip(&high.traits) {
            if low.of == of {
                prop_assert!(high.mean.unwrap_or(1.0) >= low.mean.unwrap_or(0.0) - 1e-15);
            } else {
                prop_assert_eq!(low, high);
            }
            prop_assert!(high.lower >= low.lower - 1e-12 && high.upper >= low.upper - 1e-12);
        }
        prop_assert_eq!(low.fit.score.get().is_some(), high.fit.score.get().is_some());
        prop_assert!(high.fit.score.get().unwrap_or(0.0) >= low.fit.score.get().unwrap_or(0.0) - 1e-12);
        prop_assert!(high.fit.lower >= low.fit.lower - 1e-12);
        prop_assert!(high.fit.upper >= low.fit.upper - 1e-12);
    }

    #[test]
    fn a_contested_fact_never_weighs_more(steps in steps(40), hour in 1..HOURS, which in 0_usize..40, factor in 0.0..0.999_f64) {
        let policy = Policy::from_toml(&format!("[estimate]\ncontested_weight = {factor:?}\n")).unwrap();
        let steps: Vec<story::Step> = steps.into_iter().filter(|step| step.kind != 21).collect();
        let facts = facts(&steps);
        let Some(disputed) = facts.get(which % facts.len().max(1)) else { return Ok(()) };
        let (id, who) = (&disputed.id, disputed.person.clone().unwrap());
        let n: u8 = who.as_str().trim_start_matches("p-").parse().unwrap();
        let contest = |step: &str| {
            let at = instant(hour);
            let mut facts = facts.clone();
            facts.push(fact(&format!(
                r#"{{"id":"z-contest","at":"{at}","partner":"acme","person":"{who}","type":"contest","fact":"{id}","step":"{step}"}}"#
            )));
            brief_of(&facts, &policy, n, hour).unwrap()
        };
        let weight = |brief: &Brief| -> f64 {
            let evidence = brief.traits.iter().flat_map(|t| &t.evidence);
            evidence.filter(|evidence| evidence.fact == *id).map(|evidence| evidence.weight).sum()
        };
        let (raised, upheld, rejected) = (contest("raised"), contest("upheld"), contest("rejected"));
        prop_assert!(weight(&raised) <= weight(&rejected) + 1e-15);
        prop_assert_eq!(weight(&upheld), 0.0);
        prop_assert_eq!(raised.withdrawn.len() + rejected.withdrawn.len(), 0);
        for (raised, plain) in raised.traits.iter().zip(&rejected.traits) {
            prop_assert!(raised.evidence_weight <= plain.evidence_weight + 1e-12);
        }
        // A rejected dispute leaves no trace in the estimates; an upheld one leaves none of the fact.
        if let Some(plain) = brief_of(&facts, &policy, n, hour) {
            prop_assert_eq!(&plain.traits, &rejected.traits);
        }
        let without: Vec<Fact> = facts.iter().filter(|fact| fact.id != *id).cloned().collect();
        if let Some(without) = brief_of(&without, &policy, n, hour) {
            prop_assert_eq!(&without.traits, &upheld.traits);
        }
    }

    #[test]
    fn repeating_one_action_stays_under_its_cap(times in 1_usize..60, apart in 0_u32..100, value in 0_u8..=100) {
        let policy = Policy::default();
        let facts: Vec<Fact> = (0..times)
            .flat_map(|n| {
                let (at, who) = (instant(u32::try_from(n).unwrap() * apart), person(0));
                let hour = u32::try_from(n).unwrap() * apart;
                let signal = fact(&format!(
                    r#"{{"id":"s-{n}","at":"{at}","partner":"acme","person":"{who}","type":"signal","signal":"quiz_score","value":{value}}}"#
                ));
                [signal, rating(&format!("r-{n}"), hour, &who, Trait::Skill, 1.0, "Sato")]
            })
            .collect();
        let last = u32::try_from(times).unwrap() * apart;
        let brief = brief_of(&facts, &policy, 0, last).unwrap();
        let skill = brief.traits.iter().find(|t| t.of == Trait::Skill).unwrap();
        let of = |signal: &str| -> f64 {
            skill.evidence.iter().filter(|e| e.signal == signal).map(|e| e.weight).sum()
        };
        prop_assert!(of("quiz_score") <= policy.signals.get("quiz_score").unwrap().cap.get() + 1e-12);
        prop_assert!(of("rating") <= policy.estimate.rating_cap.get() + 1e-12);
    }

    #[test]
    fn evidence_fades(steps in steps(40), later in 0_u32..4_000) {
        let policy = Policy::default();
        let facts = facts(&steps);
        for n in 0..3 {
            let (now, then) = (brief_of(&facts, &policy, n, HOURS), brief_of(&facts, &policy, n, HOURS + later));
            let Some((now, then)) = now.zip(then) else { continue };
            for (now, then) in now.traits.iter().zip(&then.traits) {
                prop_assert!(then.evidence_weight <= now.evidence_weight + 1e-12);
                prop_assert_eq!(now.evidence.len(), then.evidence.len());
            }
        }
    }

    #[test]
    fn a_mismatch_grows_with_the_strong_and_shrinks_with_the_weak(
        strong in 0.0..=1.0_f64, weak in 0.0..=1.0_f64, total in 0.1..200.0_f64, more in 0.0..=1.0_f64,
    ) {
        let policy = Policy::default();
        let probability = |strong: f64, weak: f64| {
            let traits = [estimate_of(Trait::Drive, strong, total), estimate_of(Trait::Time, weak, total)];
            let all = mismatch::evaluate(&traits, &policy);
            all.iter().find(|m| m.pattern.as_str() == "drive_without_time").unwrap().probability.unwrap()
        };
        let here = probability(strong, weak);
        prop_assert!((0.0..=1.0).contains(&here));
        prop_assert!(probability(strong + (1.0 - strong) * more, weak) >= here - 1e-12);
        prop_assert!(probability(strong, weak + (1.0 - weak) * more) <= here + 1e-12);
    }

    #[test]
    fn what_clears_a_mismatch_clears_it_and_less_does_not(
        strong in 0.5..=1.0_f64, weak in 0.0..0.5_f64, total in 0.5..200.0_f64,
    ) {
        let policy = Policy::default();
        let judge = |weak: &TraitEstimate| {
            let all = mismatch::evaluate(&[estimate_of(Trait::Drive, strong, total), weak.clone()], &policy);
            all.into_iter().find(|m| m.pattern.as_str() == "drive_without_time").unwrap()
        };
        let today = estimate_of(Trait::Time, weak, total);
        let found = judge(&today);
        prop_assert!(found.stands() || found.clears.is_none());
        let Some(clears) = found.clears else { return Ok(()) };
        prop_assert!(clears.by > 0.0);
        prop_assert_eq!(clears.by, clears.mean - today.mean.unwrap());
        let with = |mean: f64| {
            let sum = today.a + today.b;
            judge(&TraitEstimate { mean: Some(mean), a: sum * mean, b: sum * (1.0 - mean), ..today.clone() })
        };
        prop_assert!(!with(clears.mean).stands());
        prop_assert!(with((clears.mean - 1e-6).max(today.mean.unwrap())).stands());
    }

    #[test]
    fn a_remedy_that_claims_to_clear_a_shortfall_does(
        profiles in profiles(3), steps in steps(40), hour in 0..HOURS,
    ) {
        let policy = Policy::default();
        let mut facts = facts(&steps);
        facts.extend((0_u8..).zip(&profiles).flat_map(|(n, profile)| ratings_at("acme", n, profile)));
        for n in 0..3 {
            let Some(brief) = brief_of(&facts, &policy, n, hour) else { continue };
            // A value that somebody set stays whatever is recorded, and its remedies have a law of their own.
            if brief.traits.iter().any(|of| of.overridden.is_some()) {
                continue;
            }
            for remedy in &brief.remedies.proposed {
                let own = policy.remedies.get(&remedy.code).unwrap();
                if own.unit || own.extend_days.get() > 0 {
                    continue;
                }
                let mut then = facts.clone();
                then.extend(own.adds.iter().map(|(signal, value)| {
                    let (at, who, value) = (instant(hour), person(n), value.get());
                    fact(&format!(
                        r#"{{"id":"z-{signal}","at":"{at}","partner":"acme","person":"{who}","type":"signal","signal":"{signal}","value":{value:?}}}"#
                    ))
                }));
                let after = brief_of(&then, &policy, n, hour).unwrap();
                let open = |code: &keyperson::Key| after.remedies.shortfalls.iter().any(|s| s.code == *code);
                for shortfall in &brief.remedies.shortfalls {
                    prop_assert_eq!(remedy.clears.contains(&shortfall.code), !open(&shortfall.code));
                }
                let gain = after.fit.score.get().zip(brief.fit.score.get()).map(|(a, b)| a - b);
                prop_assert_eq!(gain, remedy.fit_gain);
                for change in &remedy.changes {
                    let mean = after.traits.iter().find(|t| t.of == change.of).unwrap().mean;
                    prop_assert_eq!(mean, Some(change.after));
                }
            }
            for shortfall in &brief.remedies.shortfalls {
                for code in &shortfall.cleared_by {
                    let remedy = brief.remedies.proposed.iter().find(|r| r.code == *code).unwrap();
                    prop_assert!(remedy.clears.contains(&shortfall.code));
                }
            }
        }
    }

    #[test]
    fn a_higher_bar_never_makes_readier(
        profiles in profiles(3), steps in steps(30), hour in 0..HOURS, bar in 0.0..=1.0_f64, more in 0.0..=1.0_f64,
    ) {
        let mut facts = facts(&steps);
        facts.extend((0_u8..).zip(&profiles).flat_map(|(n, profile)| ratings_at("acme", n, profile)));
        let with = |bar: f64| Policy::from_toml(&format!("[fit]\nbar = {bar:?}\n")).unwrap();
        let (low, high) = (with(bar), with(bar + (1.0 - bar) * more));
        for n in 0..3 {
            let pair = brief_of(&facts, &low, n, hour).zip(brief_of(&facts, &high, n, hour));
            let Some((low, high)) = pair else { continue };
            prop_assert!(high.readiness >= low.readiness, "{} then {}", low.readiness, high.readiness);
        }
    }
}
