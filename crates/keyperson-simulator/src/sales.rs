//! Deals: how prospects arrive, move on through the stages, and what is said once one is won.

use keyperson::fact::{
    Activity, Audience, Deal, Recognition, Stage, Story as SuccessStory, Support, SupportKind,
};
use keyperson::{Amount, Count, DealId, Key, Text};

use crate::names;
use crate::scribe::Written;
use crate::story::{Actor, Story};
use crate::truth::{Archetype, LEAD_LIST_SHARE, step_chances};

/// Days from each stage to the next, in the median: to proposal, PoC, approval, order. Judgement.
const STEP_DAYS: [f64; 4] = [6.0, 11.0, 11.0, 12.0];
const STEPS: [Stage; 4] = [Stage::Proposal, Stage::Poc, Stage::Approval, Stage::Won];

/// What makes one deal.
struct Opportunity {
    id: DealId,
    industry: &'static str,
    region: &'static str,
    product: &'static str,
    customer: String,
    employees: f64,
    amount: f64,
    /// The won deal whose approach it repeats.
    like: Option<DealId>,
}

/// Industries that buy sooner than others, so that wins have neighbours from which one can learn.
const KEEN: &[&str] = &["製造", "物流", "医療", "公共"];
/// Factor on the chance of approval and order there, and elsewhere. Judgement.
const KEEN_PULL: [f64; 2] = [1.5, 0.4];

/// All deals of one person.
pub(crate) fn tell(story: &mut Story<'_>, actor: &Actor) {
    // Each person works one field most of the time, so that wins have neighbours.
    let (_, home_industry) = story.chance.pick(names::CUSTOMERS).unwrap_or_default();
    let home_region = story.chance.word(names::REGIONS);
    let mut number = 0_u32;
    let mut won: Vec<(DealId, &'static str, f64)> = Vec::new();
    for position in 0..story.timeline.work().len() {
        let Some(day) = story.timeline.work().get(position).copied() else { return };
        let pace = if actor.truth.key_person && day.at < story.role_from {
            0.1
        } else {
            course(story, actor, day.at)
        };
        for _ in 0..story.chance.poisson(actor.truth.rates.prospects * day.season * pace) {
            let at = day.at + 0.38 + 0.35 * story.chance.unit();
            if story.chance.happens(LEAD_LIST_SHARE) {
                if let (Ok(metric), Ok(count)) = (Key::new("prospects"), Count::new(1)) {
                    let activity = Activity { metric, count, deal: None };
                    story.scribe.write(at, Some(&actor.truth.person), activity);
                }
                continue;
            }
            number = number.saturating_add(1);
            let chance = &mut story.chance;
            let person = actor.truth.person.as_str();
            let Ok(id) = DealId::new(format!("d-{person}-{number:03}")) else { continue };
            let at_home = chance.happens(0.6);
            let near: Vec<_> =
                names::CUSTOMERS.iter().copied().filter(|(_, of)| !at_home || *of == home_industry).collect();
            let (customer, industry) = chance.pick(&near).unwrap_or_default();
            let region = if at_home { home_region } else { chance.word(names::REGIONS) };
            let opportunity = Opportunity {
                id,
                industry,
                region,
                product: chance.word(names::PRODUCTS),
                customer: format!("{customer} {region}支社"),
                employees: chance.log_normal(400.0, 1.0).round(),
                amount: (chance.log_normal(30.0, 0.6).round() + 1.0) * 100_000.0,
                like: repeated(&won, industry, at, number),
            };
            if let Some(at) = pursue(story, actor, &opportunity, at) {
                won.push((opportunity.id, industry, at));
            }
        }
    }
}

/// Every other prospect of an industry in which something is won already repeats the latest win there.
fn repeated(won: &[(DealId, &'static str, f64)], industry: &str, at: f64, number: u32) -> Option<DealId> {
    let before = won.iter().filter(|(_, of, won_at)| *of == industry && *won_at < at);
    let latest = before.max_by(|one, other| one.2.total_cmp(&other.2))?;
    number.is_multiple_of(2).then(|| latest.0.clone())
}

/// Factor on the pace of work at a position in time: the archetype's course.
fn course(story: &Story<'_>, actor: &Actor, at: f64) -> f64 {
    let since = at - story.role_from;
    match actor.truth.archetype {
        Archetype::EarlyStar if since < 35.0 => 1.8,
        Archetype::EarlyStar => 0.6,
        Archetype::LateBloomer => 0.35 + 1.1 * (at / story.timeline.length().max(1.0)),
        Archetype::Stagnation if since > 30.0 => 0.05,
        Archetype::Stagnation => 1.8,
        _ => 1.0,
    }
}

/// One deal from prospect to its end; when it is won, that is said.
fn pursue(story: &mut Story<'_>, actor: &Actor, opportunity: &Opportunity, found: f64) -> Option<f64> {
    let mut last = reach(story, actor, opportunity, Stage::Prospect, found)?;
    let [keen, others] = KEEN_PULL;
    let pull = if KEEN.contains(&opportunity.industry) { keen } else { others };
    let chances = step_chances(&actor.truth.traits);
    for ((stage, chance), days) in STEPS.into_iter().zip(chances).zip(STEP_DAYS) {
        let slow = match (actor.truth.archetype, stage) {
            (Archetype::EarlyStar, _) => 0.4,
            (Archetype::Winter, Stage::Won) => 12.0,
            (Archetype::Winter, _) => 0.8,
            _ => 1.0,
        };
        let at = last.at + 0.5 + story.chance.log_normal(days * slow, 0.5);
        if actor.truth.archetype == Archetype::Stagnation && at > story.role_from + 40.0 {
            return None;
        }
        let pull = if matches!(stage, Stage::Approval | Stage::Won) { pull } else { 1.0 };
        if !story.chance.happens(chance * pull) {
            // Four in ten of the deals that go no further are never closed.
            if story.chance.happens(0.6) {
                reach(story, actor, opportunity, Stage::Lost, at);
            }
            return None;
        }
        if stage == Stage::Poc && story.chance.happens(0.5) {
            review(story, actor, opportunity, last.at + 0.6 * (at - last.at));
        }
        last = reach(story, actor, opportunity, stage, at)?;
        if matches!(stage, Stage::Poc | Stage::Won) {
            praise(story, actor, stage, last);
        }
    }
    hand_out(story, actor, opportunity, last);
    Some(last.at)
}

fn reach(
    story: &mut Story<'_>,
    actor: &Actor,
    opportunity: &Opportunity,
    stage: Stage,
    at: f64,
) -> Option<Written> {
    let first = stage == Stage::Prospect;
    let text = |value: &str| first.then(|| Text::new(value).ok()).flatten();
    let priced = matches!(stage, Stage::Proposal | Stage::Won);
    let deal = Deal {
        deal: opportunity.id.clone(),
        stage,
        amount: if priced { Amount::new(opportunity.amount).ok() } else { None },
        currency: if priced { Key::new("JPY").ok() } else { None },
        name: text(&opportunity.customer),
        industry: text(opportunity.industry),
        region: text(opportunity.region),
        product: text(opportunity.product),
        employees: if first { Amount::new(opportunity.employees).ok() } else { None },
        like: opportunity.like.clone().filter(|_| first),
    };
    story.scribe.write(at, Some(&actor.truth.person), deal)
}

fn review(story: &mut Story<'_>, actor: &Actor, opportunity: &Opportunity, at: f64) {
    let topic = Text::new(format!("{} のPoC計画", opportunity.customer)).ok();
    let deal = Some(opportunity.id.clone());
    let support = Support { kind: SupportKind::JointReview, member: None, topic, deal };
    story.scribe.write(at, Some(&actor.truth.person), support);
}

/// Most achievements are praised, some late, some only in private, a few never.
fn praise(story: &mut Story<'_>, actor: &Actor, stage: Stage, achieved: Written) {
    if !story.chance.happens(0.75) {
        return;
    }
    let wide = if stage == Stage::Won { Audience::Company } else { Audience::Team };
    let audience = if story.chance.happens(0.7) { wide } else { Audience::Individual };
    let effort = story.chance.happens(0.4);
    let what = if effort {
        story.chance.word(names::EFFORTS)
    } else {
        "お客様との合意を取り付けたこと"
    };
    let what = if story.chance.happens(0.8) { Text::new(what).ok() } else { None };
    let at = achieved.at + story.chance.log_normal(0.8, 1.0);
    let recognition = Recognition { of: None, audience, what, effort: Some(effort) };
    story.scribe.write_about(at, Some(&actor.truth.person), recognition, Some(achieved));
}

/// Some wins are written down.
fn hand_out(story: &mut Story<'_>, actor: &Actor, opportunity: &Opportunity, won: Written) {
    if story.chance.happens(0.6) {
        let audience = story.chance.pick(&[Audience::Team, Audience::Department, Audience::Company]);
        let title = Text::new(format!("{}：{} 導入の記録", opportunity.customer, opportunity.product)).ok();
        let success = SuccessStory {
            deal: opportunity.id.clone(),
            audience: audience.unwrap_or(Audience::Team),
            title,
        };
        story.scribe.write(won.at + story.chance.log_normal(6.0, 0.5), Some(&actor.truth.person), success);
    }
}
