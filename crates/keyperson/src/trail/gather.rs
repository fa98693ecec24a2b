//! The side of the numbers: walks the brief as JSON, so that no number can be left out, and asks what is behind it.

use std::collections::BTreeMap;

use super::behind::{Gather, Ids};
use super::room::COPIED;
use super::{Basis, Context, NumberTrail};
use crate::brief::Brief;
use crate::fact::{Fact, Journal};
use crate::json::Json;
use crate::policy::Policy;
use crate::read::integer_to_f64;
use crate::view::View;

/// The numbers of a brief, and the contexts on which they rest.
pub(super) fn numbers(
    brief: &Brief,
    journal: &Journal,
    view: &View<'_, '_>,
    policy: &Policy,
) -> (Vec<NumberTrail>, Vec<Context>) {
    let seen = seen(journal, view);
    let gather = Gather::new(brief, journal, view, policy, &seen);
    let settings = policy.tree();
    let tree = crate::json_text::to_string(brief).ok().and_then(|text| Json::parse(&text).ok());
    let mut walk =
        Walk { gather: &gather, settings: &settings, numbers: Vec::new(), contexts: BTreeMap::new() };
    if let Some(Json::Object(rooms)) = &tree {
        for (name, value) in rooms {
            walk.enter(&mut vec![name.clone()], value, &Ids::new());
        }
    }
    (walk.numbers, walk.contexts.into_values().collect())
}

/// The partner's facts up to the as-of, by instant, then id; those that do not count among them.
pub(super) fn seen<'j>(journal: &'j Journal, view: &View<'_, '_>) -> Vec<&'j Fact> {
    journal.of_partner(view.partner.partner).iter().take_while(|fact| fact.at <= view.as_of()).collect()
}

/// Goes through the brief with the ids of facts that stand around each number.
struct Walk<'g, 'a> {
    gather: &'g Gather<'g, 'a>,
    settings: &'g Json,
    numbers: Vec<NumberTrail>,
    contexts: BTreeMap<String, Context>,
}

impl<'a> Walk<'_, 'a> {
    fn enter(&mut self, path: &mut Vec<String>, value: &Json, around: &Ids<'a>) {
        match value {
            Json::Integer(number) => self.number(path, integer_to_f64(*number), around),
            Json::Float(number) => self.number(path, *number, around),
            Json::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.step(path, index.to_string(), item, around);
                }
            }
            Json::Object(entries) => {
                let own = self.gather.named(entries);
                let around = if own.is_empty() { around } else { &own };
                for (key, value) in entries {
                    self.step(path, key.clone(), value, around);
                }
            }
            Json::Null | Json::Bool(_) | Json::Text(_) => {}
        }
    }

    fn step(&mut self, path: &mut Vec<String>, step: String, value: &Json, around: &Ids<'a>) {
        path.push(step);
        self.enter(path, value, around);
        path.pop();
    }

    fn number(&mut self, path: &[String], value: f64, around: &Ids<'a>) {
        let pointer = pointer(path);
        let steps: Vec<&str> = path.iter().map(String::as_str).collect();
        let is_copy = |place: &&[&str]| {
            place.len() == steps.len()
                && place.iter().zip(&steps).all(|(one, step)| *one == "*" || one == step)
        };
        let copied = COPIED.iter().any(is_copy)
            && at(self.settings, path).is_some_and(|set| set.total_cmp(&value).is_eq());
        let behind = if copied { Some((Ids::new(), None)) } else { self.gather.behind(&steps, around) };
        // A room without a line in the table has no entry, which a test finds.
        let Some((evidence, context)) = behind else { return };
        let context = context.map(|context| {
            let name = context.name.clone();
            self.contexts.entry(name.clone()).or_insert_with(|| self.gather.written(context));
            name
        });
        let rests = context.as_ref().and_then(|name| self.contexts.get(name));
        let on_facts = !evidence.is_empty() || rests.is_some_and(|context| !context.facts.is_empty());
        let basis = if on_facts { Basis::Facts } else { Basis::Policy };
        self.numbers.push(NumberTrail {
            pointer,
            value,
            basis,
            evidence: self.gather.ordered(&evidence),
            context,
        });
    }
}

pub(super) fn pointer(path: &[String]) -> String {
    path.iter().map(|step| format!("/{}", step.replace('~', "~0").replace('/', "~1"))).collect()
}

/// The number of a tree at a path.
fn at(tree: &Json, path: &[String]) -> Option<f64> {
    let inner = path.iter().try_fold(tree, |tree, step| match tree {
        Json::List(items) => items.get(step.parse::<usize>().ok()?),
        other => other.get(step),
    })?;
    match inner {
        Json::Integer(value) => Some(integer_to_f64(*value)),
        Json::Float(value) => Some(*value),
        _ => None,
    }
}
