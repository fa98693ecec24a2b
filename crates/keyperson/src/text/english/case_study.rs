//! The draft of a case study in English.

use super::format::{blank, day, or_blank};
use super::name::audience;
use crate::fact::{Stage, SupportKind};
use crate::text::given::{Case, Praise, Support, Who};

fn amount(case: &Case, what: &str) -> String {
    let Some(amount) = &case.amount else { return blank(what) };
    match amount.currency.as_deref() {
        Some(currency) => format!("{} {currency}", amount.value),
        None => amount.value.clone(),
    }
}

fn stage(of: Stage) -> &'static str {
    match of {
        Stage::Prospect => "Prospect found",
        Stage::Proposal => "First proposal",
        Stage::Poc => "PoC agreed",
        Stage::Approval => "Internal approval started",
        Stage::Won => "Ordered",
        Stage::Lost => "Lost",
    }
}

fn person(of: &Who) -> String {
    match &of.title {
        Some(title) => format!("{} ({title})", of.name),
        None => name(of),
    }
}

fn name(of: &Who) -> String {
    of.name.clone()
}

fn support(of: &Support) -> String {
    let what = match of.kind {
        SupportKind::MemberJoined => "a colleague joined the unit",
        SupportKind::Training => "training by the vendor",
        SupportKind::JointReview => "the deal was reviewed jointly",
    };
    let mut more: Vec<String> = of.member.iter().map(name).collect();
    more.extend(of.topic.clone());
    let on = day(of.day);
    if more.is_empty() { format!("- {on}: {what}") } else { format!("- {on}: {what} ({})", more.join(", ")) }
}

fn praise(of: &Praise) -> String {
    let what = of.what.as_ref().map_or_else(|| blank("what was praised"), |what| format!("“{what}”"));
    let effort = if of.effort { ", for the effort" } else { "" };
    format!("- {}: {what} (to {}{effort})", day(of.day), audience(of.audience))
}

pub(crate) fn told(case: &Case) -> String {
    let customer = or_blank(case.customer.as_ref(), "customer");
    let industry = or_blank(case.industry.as_ref(), "industry");
    let product = or_blank(case.product.as_ref(), "product");
    let partner = &case.partner;
    let lead = case.lead.as_ref();
    let leader = lead.map_or_else(|| blank("who led it"), person);
    let short = lead.map_or_else(|| blank("who led it"), name);
    let won_on = case.won_on.map_or_else(|| blank("day"), day);
    let took = match case.days_to_order {
        Some(0) => "The order came on the day of the first contact.".to_owned(),
        Some(1) => "From the first record to the order it took one day.".to_owned(),
        Some(days) => format!("From the first record to the order it took {days} days."),
        None => format!("How long it took: {}.", blank("day of the first contact")),
    };
    let repeated =
        case.repeats.as_deref().map_or_else(String::new, |of| format!(" It repeats the approach of {}.", of));
    let mut lines = vec![
        format!("# How {customer} was won"),
        String::new(),
        format!("{leader}, {partner}"),
        String::new(),
        "> A draft from the facts on record. Ask those who were there, and fill in what stands in [brackets]."
            .to_owned(),
        String::new(),
        "## In short".to_owned(),
        String::new(),
        format!("On {won_on} {short} won an order for {product} from {customer} ({industry}). {took}{repeated}"),
        String::new(),
        "## The customer".to_owned(),
        String::new(),
        "| | |".to_owned(),
        "| --- | --- |".to_owned(),
        format!("| Industry | {industry} |"),
        format!("| Region | {} |", or_blank(case.region.as_ref(), "region")),
        format!("| Employees | {} |", case.employees.as_ref().map_or_else(|| blank("employees"), String::clone)),
        format!("| Product | {product} |"),
        format!("| Amount | {} |", amount(case, "amount")),
        String::new(),
        "## The way to the order".to_owned(),
        String::new(),
        "| Stage | Day | Since the one before |".to_owned(),
        "| --- | --- | --- |".to_owned(),
    ];
    for step in &case.course {
        let on = step.day.map_or_else(|| blank("day"), day);
        let after = match step.since_before {
            None => "—".to_owned(),
            Some(1) => "1 day".to_owned(),
            Some(days) => format!("{days} days"),
        };
        lines.push(format!("| {} | {on} | {after} |", stage(step.stage)));
    }
    lines.extend([String::new(), "## Team and support".to_owned(), String::new()]);
    lines.push(format!("- Led by {leader}"));
    if !case.others.is_empty() {
        let others: Vec<String> = case.others.iter().map(person).collect();
        lines.push(format!("- With {}", others.join(", ")));
    }
    match case.supports.is_empty() {
        true => lines.push(format!("- Support: {}", blank("none on record; add it if there was any"))),
        false => lines.extend(case.supports.iter().map(support)),
    }
    lines.extend([String::new(), "## What was praised".to_owned(), String::new()]);
    match case.praises.is_empty() {
        true => lines.push(format!("- {}", blank("none on record; what deserves to be seen?"))),
        false => lines.extend(case.praises.iter().map(praise)),
    }
    lines.extend([String::new(), format!("## Questions to {short}"), String::new()]);
    for (question, answer) in [
        ("How did you come to know the customer?", "how it began"),
        ("Which problem did the customer have?", "the problem"),
        ("What did you do differently in the proposal?", "the idea"),
        ("What decided it, in your view?", "what decided it"),
        ("A word for whoever tries this next?", "a word"),
    ] {
        lines.extend([format!("**{question}**"), String::new(), blank(answer), String::new()]);
    }
    let alike: Vec<String> =
        [&case.industry, &case.region, &case.product].into_iter().flatten().cloned().collect();
    let like = match alike.is_empty() {
        true => blank("which prospects are like it"),
        false => alike.join(", "),
    };
    lines.extend([
        "## Where to repeat it".to_owned(),
        String::new(),
        format!("Try the same approach with prospects like this one: {like}."),
        String::new(),
    ]);
    lines.join("\n")
}
