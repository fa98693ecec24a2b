//! Stories for property tests: facts drawn at random of which the default policy makes something.

use keyperson::calendar::Instant;
use keyperson::fact::Trait;
use keyperson::{Brief, Fact, Journal, PersonId, Policy};
use proptest::prelude::*;

/// Signals of the default policy, one or two a trait.
const SIGNALS: [&str; 10] = [
    "elearning_completed",
    "manual_question",
    "study_session",
    "meeting_attended",
    "quiz_score",
    "technical_demo",
    "colleague_activated",
    "decision_made",
    "related_product_result",
    "nobody_knows_this_one",
];
const STAGES: [&str; 6] = ["prospect", "proposal", "poc", "approval", "won", "lost"];
const GATES: [&str; 6] =
    ["shortlisted", "manager_confirmed", "executive_approved", "announced", "appointed", "stepped_down"];

const READINESS: [&str; 4] = ["ready", "ready_with_support", "unknown", "not_yet"];

/// The hours that a story lasts.
pub const HOURS: u32 = 4_000;

/// One fact before it is written down.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// Hours since the beginning.
    pub hour: u32,
    /// Which of the three people.
    pub person: u8,
    /// Which type of fact.
    pub kind: u8,
    /// A number that the type makes something of, 0 to 100.
    pub number: u8,
}

/// The instant so many hours after the beginning.
pub fn instant(hour: u32) -> Instant {
    let start: Instant = "2026-01-01T00:00:00+09:00".parse().unwrap();
    start.checked_add_seconds(i64::from(hour) * 3600).unwrap()
}

/// The `n`-th person of every story.
pub fn person(n: u8) -> PersonId {
    format!("p-{n}").parse().unwrap()
}

/// Steps in which ratings and signals come often, and everything else comes at all.
pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let step = (0..HOURS, 0_u8..3, 0_u8..26, 0_u8..=100);
    prop::collection::vec(step, 0..most).prop_map(|steps| {
        steps.into_iter().map(|(hour, person, kind, number)| Step { hour, person, kind, number }).collect()
    })
}

/// A fact from its JSON.
pub fn fact(json: &str) -> Fact {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

/// A rating of `value` for one trait.
pub fn rating(id: &str, hour: u32, who: &PersonId, of: Trait, value: f64, by: &str) -> Fact {
    let (at, of) = (instant(hour), of.word());
    fact(&format!(
        r#"{{"id":"{id}","at":"{at}","partner":"acme","person":"{who}","type":"rating","trait":"{of}","value":{value:?},"by":"{by}"}}"#
    ))
}

/// The facts of a story at the partner `acme`, ids counted from `f-0`.
pub fn facts(steps: &[Step]) -> Vec<Fact> {
    facts_at("acme", "f", steps)
}

/// The facts of a story at a partner, ids beginning with `prefix`.
pub fn facts_at(partner: &str, prefix: &str, steps: &[Step]) -> Vec<Fact> {
    let write = |(index, step): (usize, &Step)| {
        let (number, at) = (usize::from(step.number), instant(step.hour));
        let share = f64::from(step.number) / 100.0;
        let body = match step.kind {
            0..=7 => format!(
                r#""type":"rating","trait":"{}","value":{share:?},"by":"{}""#,
                Trait::WORDS[usize::from(step.kind) * 5 % 6],
                ["Sato", "Mori"][number % 2]
            ),
            8..=13 => format!(
                r#""type":"signal","signal":"{}","value":{}"#,
                SIGNALS[number % SIGNALS.len()],
                [0.0, 0.5, 1.0, 80.0][number / 10 % 4]
            ),
            14 => format!(r#""type":"gate","gate":"{}""#, GATES[number % 6]),
            15 => r#""type":"notice","authority":"decides prices","audience":"company""#.to_owned(),
            16 => format!(r#""type":"allocation","hours_per_week":{}"#, number % 12),
            17 => r#""type":"offer","kind":"growth""#.to_owned(),
            18 | 19 => {
                format!(r#""type":"deal","deal":"d-{}","stage":"{}""#, number % 5, STAGES[number % 6])
            }
            20 => format!(r#""type":"activity","metric":"prospects","count":{}"#, number % 4),
            21 => format!(
                r#""type":"contest","fact":"{prefix}-{}","step":"{}""#,
                number % 20,
                ["raised", "upheld", "rejected"][number % 3]
            ),
            24 => {
                let set = match number % 7 {
                    6 => format!(r#""readiness":"{}""#, READINESS[number / 7 % 4]),
                    of => format!(r#""trait":"{}","value":{share:?}"#, Trait::WORDS[of]),
                };
                // A month after the beginning to two months after the end.
                let (month, day) = (number % 7 + 2, number % 28 + 1);
                format!(
                    r#""type":"override",{set},"by":"Sato","reason":"seen at work","expires":"2026-{month:02}-{day:02}""#
                )
            }
            25 => format!(
                r#""type":"contest","fact":"{prefix}-{}","step":"commented","reason":"as it was","by":"Mori""#,
                number % 20
            ),
            22 => r#""type":"support","kind":"training""#.to_owned(),
            _ if number < 5 => r#""type":"person_left""#.to_owned(),
            _ => format!(r#""type":"person_registered","name":"担当 {number}""#),
        };
        let who = person(step.person);
        fact(&format!(
            r#"{{"id":"{prefix}-{index}","at":"{at}","partner":"{partner}","person":"{who}",{body}}}"#
        ))
    };
    steps.iter().enumerate().map(write).collect()
}

/// What raters say of the six traits of one person: how high, and how many of them say so.
pub type Profile = [(f64, u8); 6];

/// Profiles of people of whom much is known, so that readiness depends on more than gaps.
pub fn profiles(most: usize) -> impl Strategy<Value = Vec<Profile>> {
    let value = prop_oneof![0.0..=1.0_f64, 0.4..=1.0_f64, Just(0.0), Just(0.5), Just(1.0)];
    let raters = prop_oneof![1 => 0_u8..3, 5 => 3_u8..9];
    prop::collection::vec(prop::array::uniform6((value, raters)), 1..most)
}

/// The ratings behind the profile of the `n`-th person at a partner, all of the first hour.
pub fn ratings_at(partner: &str, n: u8, profile: &Profile) -> Vec<Fact> {
    let of_trait = |(of, (value, raters)): (&Trait, &(f64, u8))| {
        let (of, value, who) = (*of, *value, person(n));
        (0..*raters)
            .map(move |rater| {
                let mut fact =
                    rating(&format!("{who}-{of}-{rater}"), 0, &who, of, value, &format!("rater {rater}"));
                fact.partner = partner.parse().unwrap();
                fact
            })
            .collect::<Vec<_>>()
    };
    Trait::ALL.iter().zip(profile).flat_map(of_trait).collect()
}

/// A configuration of so many cases, multiplied as `PROPTEST_CASES` is against its usual 256.
pub fn cases(cases: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    let cases = (cases * usual.cases / 256).max(1);
    ProptestConfig { cases, failure_persistence: None, ..usual }
}

/// A journal of these facts.
pub fn journal(facts: &[Fact]) -> Journal {
    Journal::from_facts(facts.to_vec()).unwrap()
}

/// The brief of one of the three people, where there are facts of that person.
pub fn brief_of(facts: &[Fact], policy: &Policy, n: u8, hour: u32) -> Option<Brief> {
    keyperson::brief(&journal(facts), policy, &person(n), instant(hour)).ok()
}
