//! Laws of rankings and portfolios, tried on many groups.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::float_cmp,
    reason = "a test may fail loudly"
)]

#[allow(dead_code, reason = "each file of laws tells its own part of a story")]
mod story;

use keyperson::answer::portfolio::{PersonRow, Portfolio};
use keyperson::fact::Trait;
use keyperson::person::estimate::Belief;
use keyperson::person::ranking::{self, Candidate, Ranking, Verdict};
use keyperson::person::readiness::Readiness;
use keyperson::{Fact, PersonId, Policy};
use proptest::prelude::*;
use story::{HOURS, cases, facts, facts_at, instant, journal, person, profiles, ratings_at, steps};

/// A member of a group: readiness, and of each trait mean and weight of evidence, unknown where that is 0.
type Member = (u8, [(f64, u8); 6]);

fn groups() -> impl Strategy<Value = Vec<Member>> {
    // Few values, so that equal people come often.
    let value = prop_oneof![Just(0.2), Just(0.5), Just(0.9), 0.0..=1.0_f64];
    prop::collection::vec(
        (0_u8..4, prop::array::uniform6((value, prop_oneof![Just(0_u8), Just(8), 0_u8..60]))),
        1..7,
    )
}

fn beliefs(member: &Member) -> Vec<Belief> {
    let belief = |(of, (mean, weight)): (&Trait, &(f64, u8))| {
        let weight = f64::from(*weight);
        let (a, b) = (1.0 + weight * mean, 1.0 + weight * (1.0 - mean));
        Belief { of: *of, mean: (weight > 0.0).then(|| a / (a + b)), a, b }
    };
    Trait::ALL.iter().zip(&member.1).map(belief).collect()
}

/// The ranking of a group whose members have these ids and come in this order.
fn rank(group: &[(PersonId, Member)], policy: &Policy) -> Ranking {
    let traits: Vec<Vec<Belief>> = group.iter().map(|(_, member)| beliefs(member)).collect();
    let candidates: Vec<Candidate<'_>> = group
        .iter()
        .zip(&traits)
        .map(|((person, member), traits)| Candidate {
            stated: false,
            person,
            readiness: Readiness::ALL[usize::from(member.0)],
            traits,
        })
        .collect();
    ranking::evaluate(&candidates, policy)
}

fn named(group: &[Member]) -> Vec<(PersonId, Member)> {
    (0_u8..).map(person).zip(group.iter().copied()).collect()
}

fn policy() -> Policy {
    Policy::from_toml("[fit]\nweightings = 50\n").unwrap()
}

fn portfolio(facts: &[Fact], hour: u32) -> Portfolio {
    keyperson::portfolio(&journal(facts), &policy(), instant(hour)).unwrap()
}

/// The rows by partner and person.
fn rows(portfolio: &Portfolio) -> Vec<PersonRow> {
    let mut rows = portfolio.people.clone();
    rows.sort_by(|a, b| (&a.partner, &a.person).cmp(&(&b.partner, &b.person)));
    rows
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn a_ranking_does_not_depend_on_the_order_of_the_group(group in groups(), turn in 0_usize..7) {
        let group = named(&group);
        let mut turned: Vec<_> = group.iter().rev().cloned().collect();
        let turn = turn.min(turned.len());
        turned.rotate_left(turn);
        prop_assert_eq!(rank(&group, &policy()), rank(&turned, &policy()));
    }

    #[test]
    fn a_ranking_is_a_total_preorder(group in groups()) {
        let group = named(&group);
        let ranking = rank(&group, &policy());
        prop_assert_eq!(ranking.standings.len(), group.len());
        prop_assert_eq!(ranking.comparisons.len(), group.len() - 1);
        let member = |who: &PersonId| group.iter().find(|(id, _)| id == who).map(|(_, m)| *m).unwrap();
        let key = |who: &PersonId| {
            let score = keyperson::person::fit::score(&beliefs(&member(who)), &policy());
            (member(who).0, score.is_none(), -score.unwrap_or(0.0))
        };
        for (index, one) in ranking.standings.iter().enumerate() {
            let ahead = ranking.standings.iter().filter(|other| key(&other.person) < key(&one.person)).count();
            prop_assert_eq!(one.rank, i64::try_from(ahead).unwrap() + 1);
            prop_assert!(one.rank <= i64::try_from(index).unwrap() + 1);
            prop_assert!(1 <= one.best && one.best <= one.worst && one.worst <= group.len() as i64);
        }
        let firsts: Vec<f64> = ranking.standings.iter().filter_map(|standing| standing.first_share).collect();
        if !firsts.is_empty() {
            prop_assert_eq!(firsts.len(), group.len());
            prop_assert!((firsts.iter().sum::<f64>() - 1.0).abs() <= 1e-9);
        }
        for comparison in &ranking.comparisons {
            prop_assert!(comparison.share.is_none_or(|share| (0.0..=1.0 + 1e-12).contains(&share)));
            prop_assert!(comparison.share.is_none() || comparison.verdict != Verdict::NotSeparable);
        }
        prop_assert_eq!(ranking.separable, ranking.standings.iter().any(|standing| standing.best > 1));
        // Where nobody is told apart there is no share that would tell them apart after all.
        prop_assert!(ranking.separable || firsts.is_empty());
    }

    #[test]
    fn identical_people_are_never_told_apart(member in groups().prop_map(|group| group[0]), people in 2_usize..6) {
        let ranking = rank(&named(&vec![member; people]), &policy());
        prop_assert!(!ranking.separable);
        for standing in &ranking.standings {
            prop_assert_eq!((standing.rank, standing.best, standing.worst), (1, 1, people as i64));
        }
        for comparison in &ranking.comparisons {
            prop_assert_eq!(comparison.verdict, Verdict::NotSeparable);
            prop_assert_eq!(comparison.share, None);
        }
    }

    #[test]
    fn identical_people_who_swap_ids_swap_places_only(group in groups(), place in 0_usize..7) {
        let mut group = group;
        let twin = group[place % group.len()];
        group.push(twin);
        let (one, other) = (place % (group.len() - 1), group.len() - 1);
        let before = named(&group);
        let mut after = before.clone();
        (after[one].0, after[other].0) = (before[other].0.clone(), before[one].0.clone());
        // The people are the same ones, so that the whole answer must be.
        prop_assert_eq!(rank(&before, &policy()), rank(&after, &policy()));
    }

    #[test]
    fn the_rank_lies_between_best_and_worst_where_all_are_equally_ready(group in groups()) {
        let group: Vec<Member> = group.into_iter().map(|(_, traits)| (0, traits)).collect();
        for standing in rank(&named(&group), &policy()).standings {
            prop_assert!(standing.best <= standing.rank && standing.rank <= standing.worst, "{:?}", standing);
        }
    }
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn a_row_says_what_the_brief_says(steps in steps(60), profiles in profiles(3), hour in 0..HOURS) {
        let mut facts = facts(&steps);
        facts.extend((0_u8..).zip(&profiles).flat_map(|(n, profile)| ratings_at("acme", n, profile)));
        let (journal, portfolio) = (journal(&facts), portfolio(&facts, hour));
        for row in &portfolio.people {
            let brief = keyperson::brief(&journal, &policy(), &row.person, instant(hour)).unwrap();
            let fit = &brief.fit;
            prop_assert_eq!((row.fit, row.lower, row.upper), (fit.score.get(), fit.interval_lower, fit.interval_upper));
            prop_assert_eq!((row.readiness, row.facts, row.coverage), (brief.readiness, brief.facts, brief.fit.coverage));
            prop_assert_eq!(&row.traits, &brief.traits.iter().map(|t| t.mean).collect::<Vec<_>>());
            prop_assert_eq!(
                row.mismatches.iter().map(|m| m.state).collect::<Vec<_>>(),
                brief.mismatches.iter().map(|m| m.state).collect::<Vec<_>>()
            );
            prop_assert_eq!(row.stage, brief.selection.stage);
            for (cell, rung) in row.rungs.iter().zip(&brief.ladder.rungs) {
                prop_assert_eq!((cell.odds, cell.status, cell.count), (rung.odds, rung.status, rung.count));
            }
            prop_assert_eq!(&row.findings, &brief.findings.iter().map(|f| f.code).collect::<Vec<_>>());
            prop_assert_eq!(row.first_finding.as_ref(), brief.findings.first());
            prop_assert_eq!(&row.name, &brief.name);
        }
        // Everybody is either in a row or has left.
        let seen: Vec<Fact> = facts.iter().filter(|fact| fact.at <= instant(hour)).cloned().collect();
        let asked = (0..3).filter_map(|n| story::brief_of(&seen, &policy(), n, hour));
        let known = asked.filter(|brief| brief.facts > 0).count();
        prop_assert_eq!(portfolio.people.len() + usize::try_from(portfolio.left).unwrap(), known);
    }

    #[test]
    fn the_portfolio_of_all_partners_is_that_of_each(
        mine in steps(40), theirs in steps(40), profiles in profiles(4), hour in 0..HOURS,
    ) {
        let mut acme = facts(&mine);
        acme.extend((0_u8..).zip(&profiles).flat_map(|(n, profile)| ratings_at("acme", n, profile)));
        let globex = facts_at("globex", "g", &theirs);
        let both: Vec<Fact> = acme.iter().chain(&globex).cloned().collect();
        let (acme, globex, both) = (portfolio(&acme, hour), portfolio(&globex, hour), portfolio(&both, hour));
        prop_assert_eq!(rows(&both), rows(&acme).into_iter().chain(rows(&globex)).collect::<Vec<_>>());
        prop_assert_eq!(&both.partners, &acme.partners.into_iter().chain(globex.partners).collect::<Vec<_>>());
        prop_assert_eq!(both.left, acme.left + globex.left);
        prop_assert!(both.people.is_sorted_by_key(|row| (row.readiness, row.fit.is_none())));
        for pair in both.people.windows(2).filter(|pair| pair[0].readiness == pair[1].readiness) {
            prop_assert!(pair[0].fit.unwrap_or(-1.0) >= pair[1].fit.unwrap_or(-1.0));
        }
    }

    #[test]
    fn a_portfolio_does_not_depend_on_the_order_of_facts(steps in steps(60), hour in 0..HOURS) {
        let facts = facts(&steps);
        let turned: Vec<Fact> = facts.iter().rev().chain(&facts).cloned().collect();
        let text = |facts: &[Fact]| serde_json::to_string(&portfolio(facts, hour)).unwrap();
        prop_assert_eq!(text(&facts), text(&turned));
    }
}
