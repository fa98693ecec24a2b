//! Laws of the audit trail's size: it grows with the facts, whatever they are, and so does the work that it takes.
//!
//! Work is counted in allocations, and memory in those that live at the same time, those of the brief left out: the
//! trail keeps what it makes in lists and texts. Bytes would tell where a list last doubled its room.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly"
)]

#[path = "story/shapes.rs"]
mod shapes;

use allocation_counter::measure;
use keyperson::answer::trail::{Tracer, Trail};
use keyperson::calendar::Instant;
use keyperson::{Journal, PersonId, Policy, json::write as json_text};

/// Facts of the smaller journal.
const SMALL: usize = 240;

/// By how much something may grow where the facts double, in tenths.
const AT_MOST: u64 = 25;

/// What a trail of so many facts comes to.
struct Size {
    figures: Vec<(&'static str, u64)>,
}

impl Size {
    fn of(facts: Vec<keyperson::Fact>, policy: &Policy) -> Self {
        let (journal, who, as_of) = (Journal::from_facts(facts).unwrap(), who(), as_of(policy));
        let brief = measure(|| drop(keyperson::brief(&journal, policy, &who, as_of)));
        let mut made = None;
        let tracing = measure(|| made = Tracer::new(&journal, policy, &who, as_of).ok());
        let tracer = made.unwrap();
        let writing = measure(|| serde_json::to_writer(std::io::sink(), &tracer).unwrap());
        let score = measure(|| drop(tracer.part(Some("/fit/score"), None).unwrap()));
        let fact = measure(|| drop(tracer.part(None, Some("first")).unwrap()));
        let (text, whole) = (json_text::to_string(&tracer).unwrap(), tracer.whole());
        let figures = vec![
            ("bytes", length(text.len())),
            ("entries", entries(&whole)),
            ("work of tracing", tracing.count_total.saturating_sub(brief.count_total)),
            ("memory of tracing", tracing.count_max.saturating_sub(brief.count_max)),
            ("work of writing", writing.count_total),
            ("memory of writing", writing.count_max),
            ("work of the part of a number", score.count_total),
            ("memory of the part of a number", score.count_max),
            ("work of the part of a fact", fact.count_total),
            ("memory of the part of a fact", fact.count_max),
        ];
        Self { figures }
    }

    /// What more than doubled, and somewhat, where the facts did.
    fn out_of_proportion(&self, half: &Self) -> Vec<String> {
        let grown = self.figures.iter().zip(&half.figures).filter_map(|((name, twice), (_, once))| {
            // Of fewer things there is not one a fact.
            let many = *twice > length(SMALL);
            (many && 10 * twice > AT_MOST * once).then(|| format!("{name}: {once} became {twice}"))
        });
        grown.collect()
    }
}

fn who() -> PersonId {
    shapes::WHO.parse().unwrap()
}

fn as_of(policy: &Policy) -> Instant {
    policy.as_of("2026-04-30").unwrap()
}

fn length(count: usize) -> u64 {
    u64::try_from(count).unwrap()
}

/// Everything that a trail lists, one by one.
fn entries(trail: &Trail) -> u64 {
    let numbers = trail.numbers.iter().map(|number| 1 + number.evidence.len());
    let contexts = trail.contexts.iter().map(|context| 1 + context.facts.len() + context.settings.len());
    let facts = trail.facts.iter().map(|fact| {
        1 + fact.voices.len() + fact.evidence_of.len() + fact.context_of.len() + fact.answers.len()
    });
    length(numbers.chain(contexts).chain(facts).sum())
}

#[test]
fn a_trail_grows_with_the_facts() {
    let policy = Policy::default();
    let mut failed = Vec::new();
    for (name, facts) in shapes::SHAPES {
        let [once, twice] = [SMALL, 2 * SMALL].map(|n| Size::of(facts(n), &policy));
        failed.extend(twice.out_of_proportion(&once).into_iter().map(|what| format!("{name}: {what}")));
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn a_trail_grows_with_the_signals_of_the_policy_and_their_facts() {
    let sized = |signals: usize| {
        let named: Vec<String> = (0..signals).map(|n| format!("s-{n}")).collect();
        let own = |name: &String| {
            format!(
                r#""{name}":{{"trait":"drive","curve":{{"kind":"saturating","half":2.0}},"weight":1.0,"half_life_days":90.0,"cap":6.0,"reading":"each"}}"#
            )
        };
        let own: Vec<String> = named.iter().map(own).collect();
        let policy = Policy::from_json(&format!(r#"{{"signals":{{{}}}}}"#, own.join(","))).unwrap();
        Size::of(shapes::disputed_signals(&named), &policy)
    };
    let grown = sized(160).out_of_proportion(&sized(80));
    assert!(grown.is_empty(), "{grown:#?}");
}

#[test]
fn what_is_written_entry_by_entry_is_the_whole() {
    let policy = Policy::default();
    for (name, facts) in shapes::SHAPES {
        let (journal, who, as_of) = (Journal::from_facts(facts(24)).unwrap(), who(), as_of(&policy));
        let tracer = Tracer::new(&journal, &policy, &who, as_of).unwrap();
        let whole = tracer.whole();
        assert_eq!(json_text::to_string(&tracer).unwrap(), json_text::to_string(&whole).unwrap(), "{name}");
        assert_eq!(keyperson::trail(&journal, &policy, &who, as_of).unwrap(), whole);
    }
}

#[test]
fn a_part_is_what_the_whole_has_of_it() {
    let policy = Policy::default();
    for (name, facts) in shapes::SHAPES {
        let (journal, who, as_of) = (Journal::from_facts(facts(12)).unwrap(), who(), as_of(&policy));
        let tracer = Tracer::new(&journal, &policy, &who, as_of).unwrap();
        let whole = tracer.whole();
        let pointers = whole.numbers.iter().step_by(7).map(|number| number.pointer.as_str());
        for pointer in pointers.chain(["", "/traits", "/fit", "/fi", "/nothing"]) {
            let part = tracer.part(Some(pointer), None);
            assert_eq!(part, whole.clone().part(Some(pointer), None), "{name}: {pointer}");
        }
        for fact in journal.facts().map(|fact| fact.id.as_str()).chain(["nobody"]) {
            let part = tracer.part(None, Some(fact));
            assert_eq!(part, whole.clone().part(None, Some(fact)), "{name}: {fact}");
        }
        assert_eq!(tracer.part(Some("/fit"), Some("first")), whole.clone().part(Some("/fit"), Some("first")));
        assert_eq!(tracer.part(None, None), Ok(whole));
    }
}
