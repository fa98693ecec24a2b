//! The side of the numbers: walks the brief as JSON, so that no number can be left out, and asks what is behind it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::behind::{Gather, On, Resting};
use super::room::COPIED;
use super::seen::Seen;
use crate::answer::brief::Brief;
use crate::fact::Journal;
use crate::json::Json;
use crate::json::read::integer_to_f64;
use crate::order::Order as _;
use crate::partner::view::View;
use crate::policy::Policy;

/// A number before it is written out.
pub(super) struct Number {
    /// Where it stands: a JSON pointer into the brief.
    pub(super) pointer: String,
    pub(super) value: f64,
    /// Which of the sets of facts is its evidence.
    pub(super) evidence: usize,
    /// On which of the contexts it rests.
    pub(super) context: Option<usize>,
}

/// The numbers of a brief, and what is behind them. Many numbers share a set or a context: each is held once.
pub(super) struct Numbers {
    /// In the order of the brief.
    pub(super) numbers: Vec<Number>,
    /// Places of facts, sorted, each once.
    pub(super) sets: Vec<Vec<usize>>,
    /// By name.
    pub(super) contexts: Vec<Resting>,
}

/// The numbers of a brief, with their evidence and the contexts on which they rest.
pub(super) fn numbers(
    brief: &Brief,
    journal: &Journal,
    view: &View<'_, '_>,
    policy: &Policy,
    seen: &Seen<'_>,
) -> Numbers {
    let settings = policy.tree();
    // Plain data, so writing it cannot fail, and neither can reading what was written. `Json::parse` would refuse more
    // than a document may hold, which is meant for what comes in.
    let text = crate::json::write::to_string(brief).unwrap_or_default();
    let tree: Option<Json> = serde_json::from_str(&text).ok();
    drop(text);
    let mut walk = Walk {
        gather: Gather::new(brief, journal, view, policy, seen),
        settings: &settings,
        numbers: Vec::new(),
        contexts: BTreeMap::new(),
    };
    if let Some(Json::Object(rooms)) = &tree {
        for (name, value) in rooms {
            walk.enter(&mut vec![Cow::Borrowed(name.as_str())], value, 0);
        }
    }
    walk.finish()
}

/// Goes through the brief with the set of facts that stand around each number.
struct Walk<'g, 'a> {
    gather: Gather<'g, 'a>,
    settings: &'g Json,
    numbers: Vec<Number>,
    /// Where each context lies among those met, in the order in which they were.
    contexts: BTreeMap<On<'g>, usize>,
}

impl Walk<'_, '_> {
    fn enter<'t>(&mut self, path: &mut Vec<Cow<'t, str>>, value: &'t Json, around: usize) {
        match value {
            Json::Integer(number) => self.number(path, integer_to_f64(*number), around),
            Json::Float(number) => self.number(path, *number, around),
            Json::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.step(path, Cow::Owned(index.to_string()), item, around);
                }
            }
            Json::Object(entries) => {
                let around = self.gather.named(entries).unwrap_or(around);
                for (key, value) in entries {
                    self.step(path, Cow::Borrowed(key), value, around);
                }
            }
            Json::Null | Json::Bool(_) | Json::Text(_) => {}
        }
    }

    fn step<'t>(&mut self, path: &mut Vec<Cow<'t, str>>, step: Cow<'t, str>, value: &'t Json, around: usize) {
        path.push(step);
        self.enter(path, value, around);
        path.pop();
    }

    fn number(&mut self, path: &[Cow<'_, str>], value: f64, around: usize) {
        let steps: Vec<&str> = path.iter().map(AsRef::as_ref).collect();
        let is_copy = |place: &&[&str]| {
            place.len() == steps.len()
                && place.iter().zip(&steps).all(|(one, step)| *one == "*" || one == step)
        };
        let copied = COPIED.iter().any(is_copy)
            && at(self.settings, &steps).is_some_and(|set| set.total_cmp(&value).is_eq());
        let (evidence, context) = if copied {
            (0, None)
        } else {
            // A room without a line in the table has no entry, which a test finds.
            let Some((evidence, on)) = self.gather.behind(&steps, around) else { return };
            let next = self.contexts.len();
            (evidence, Some(*self.contexts.entry(on).or_insert(next)))
        };
        self.numbers.push(Number { pointer: pointer(&steps), value, evidence, context });
    }

    /// Makes each context that is rested on once, and puts them in the order of their names.
    fn finish(self) -> Numbers {
        let Self { gather, mut numbers, contexts, .. } = self;
        let mut named: Vec<(String, usize, On<'_>)> =
            contexts.into_iter().map(|(on, met)| (gather.name_of(on), met, on)).collect();
        named.order_by(|one, other| one.0.cmp(&other.0));
        let mut place_of = vec![0; named.len()];
        let mut written: Vec<Resting> = Vec::with_capacity(named.len());
        for (name, met, on) in named {
            if let Some(place) = place_of.get_mut(met) {
                *place = written.len();
            }
            written.push(gather.context(name, on));
        }
        for number in &mut numbers {
            number.context = number.context.and_then(|met| place_of.get(met).copied());
        }
        Numbers { numbers, sets: gather.into_sets(), contexts: written }
    }
}

pub(super) fn pointer(path: &[&str]) -> String {
    path.iter().map(|step| format!("/{}", step.replace('~', "~0").replace('/', "~1"))).collect()
}

/// The number of a tree at a path.
fn at(tree: &Json, path: &[&str]) -> Option<f64> {
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
