//! The draft of a case study: a short article in Markdown from the facts of a won deal.
//!
//! What the facts do not say is a blank to fill in, marked as such; nothing is made up. Names are text, never markup.

use crate::deals::case_study::{CaseStudy, Participant};
use crate::text::given::{Amount, Case, Praise, Step, Support, Who};
use crate::text::{Language, catalogue, markdown, number};

impl Who {
    fn of(of: &Participant) -> Self {
        let name = markdown(of.name.as_deref().unwrap_or(of.person.as_str()));
        Self { name, title: of.title.as_deref().map(markdown) }
    }
}

impl Case {
    fn of(of: &CaseStudy) -> Self {
        let escaped = |text: &Option<String>| text.as_deref().map(markdown);
        let amount = |value| Amount { value: grouped(value), currency: escaped(&of.currency) };
        let course = of.course.iter().enumerate().map(|(place, step)| Step {
            stage: step.stage,
            day: step.day,
            since_before: since_before(of, place),
        });
        let supports = of.supports.iter().map(|given| Support {
            kind: given.kind,
            day: given.day,
            member: given.member.as_ref().map(Who::of),
            topic: escaped(&given.topic),
        });
        let praises = of.recognised.iter().map(|praise| Praise {
            day: praise.day,
            audience: praise.audience,
            what: escaped(&praise.what),
            effort: praise.effort == Some(true),
        });
        Self {
            customer: escaped(&of.name),
            industry: escaped(&of.industry),
            region: escaped(&of.region),
            employees: of.employees.map(grouped),
            product: escaped(&of.product),
            amount: of.amount.map(amount),
            partner: markdown(of.partner_name.as_deref().unwrap_or(of.partner.as_str())),
            lead: of.lead.as_ref().map(Who::of),
            others: of.others.iter().map(Who::of).collect(),
            won_on: of.course.last().and_then(|step| step.day),
            days_to_order: of.days_to_order,
            repeats: escaped(&of.repeats),
            course: course.collect(),
            supports: supports.collect(),
            praises: praises.collect(),
        }
    }
}

catalogue! {
    /// The article in words.
    fn told(case: &Case) -> String;
}

/// The article, in one language.
#[must_use]
pub(crate) fn case_study(case: &CaseStudy, language: Language) -> String {
    told(&Case::of(case), language)
}

/// A number as people write it, in groups of three.
fn grouped(value: f64) -> String {
    let text = number(value);
    let (whole, rest) = text.split_once('.').map_or((text.as_str(), ""), |(whole, rest)| (whole, rest));
    let mut groups = String::new();
    for (place, digit) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(place);
        if place > 0 && left.is_multiple_of(3) {
            groups.push(',');
        }
        groups.push(digit);
    }
    if rest.is_empty() { groups } else { format!("{groups}.{rest}") }
}

/// Days since the stage before that is on record; absent for the first.
fn since_before(case: &CaseStudy, place: usize) -> Option<i64> {
    let day = case.course.get(place)?.day?;
    let before = case.course.iter().take(place).filter_map(|step| step.day).next_back()?;
    Some(before.days_until(day))
}
