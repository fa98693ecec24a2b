//! Laws of work in proportion: with twice the facts, an answer takes hardly more than twice the work.
//!
//! Work is counted in allocations and in comparisons of ids: what is made or put in order for somebody is allocated for,
//! and what is looked for in a list is compared. What everybody
//! of a large partner is told of everybody else (who could follow, who did how much) grows with the square of its
//! people by what it says; the sizes here are those of large partners, not of all there could be.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly"
)]

use std::ops::ControlFlow;

use allocation_counter::measure;
use keyperson::{Fact, Journal, Policy};
use serde::Serialize;

/// A shape of journal: its name, whether its facts name nobody, and the body of the n-th.
type Shape = (&'static str, bool, fn(usize) -> String);

/// By how much work may grow where the facts double, in hundredths.
const AT_MOST: u64 = 250;

/// Work below this is that of an empty journal.
const LEAST: u64 = 2_000;

fn facts(lines: impl Iterator<Item = String>) -> Vec<Fact> {
    let write = |(index, line): (usize, String)| {
        serde_json::from_str(&format!(r#"{{"id":"f-{index}","partner":"acme",{line}}}"#)).unwrap()
    };
    lines.enumerate().map(write).collect()
}

fn at(n: usize) -> String {
    let (month, day, hour, minute) = (1 + n % 4, 1 + n % 28, 8 + n % 10, n / 40 % 60);
    format!(r#""at":"2026-{month:02}-{day:02}T{hour:02}:{minute:02}:00+09:00""#)
}

/// So many people of one partner, one in ten with the role, who ask each other, meet, write and have deals.
fn people(count: usize) -> Vec<Fact> {
    const STAGES: [&str; 5] = ["prospect", "proposal", "poc", "won", "lost"];
    let person = |p: usize| {
        let own = move |n: usize, body: String| format!(r#"{},"person":"p-{p}",{body}"#, at(p * 7 + n));
        let gate = if p.is_multiple_of(10) { "appointed" } else { "shortlisted" };
        let trait_of = ["drive", "skill", "authority"][p % 3];
        let stage = STAGES[p % 5];
        [
            own(1, format!(r#""type":"person_registered","name":"N {p}","level":3"#)),
            own(2, format!(r#""type":"gate","gate":"{gate}""#)),
            own(3, r#""type":"signal","signal":"study_session","value":1"#.to_owned()),
            own(4, r#""type":"signal","signal":"technical_demo","value":1"#.to_owned()),
            own(5, format!(r#""type":"rating","trait":"{trait_of}","value":0.{},"by":"x""#, p % 10)),
            own(6, format!(r#""type":"consulted","whom":"p-{}""#, (p * 13 + 1) % count)),
            own(7, format!(r#""type":"message","from":"vendor","thread":"t-{p}""#)),
            own(8, format!(r#""type":"deal","deal":"d-{p}","stage":"{stage}""#)),
            own(9, r#""type":"touchpoint","layer":"weekly","minutes":15"#.to_owned()),
        ]
    };
    facts((0..count).flat_map(person))
}

/// One person with the role, and so many facts of one kind.
fn of_one(count: usize, shared: bool, body: impl Fn(usize) -> String) -> Vec<Fact> {
    let who = if shared { "" } else { r#""person":"p-0","# };
    let appointed = r#""at":"2026-01-01T09:00:00+09:00","person":"p-0","type":"gate","gate":"appointed""#;
    facts(
        std::iter::once(appointed.to_owned())
            .chain((0..count).map(|n| format!("{},{who}{}", at(n), body(n)))),
    )
}

/// What an answer took, and how long it is as JSON text.
struct Effort {
    took: [(&'static str, u64); 2],
    printed: u64,
}

fn effort_of<T: Serialize>(work: impl FnOnce() -> T) -> Effort {
    let before = keyperson::effort::comparisons();
    let mut answer = None;
    let allocated = measure(|| answer = Some(work())).count_total;
    let compared = keyperson::effort::comparisons() - before;
    let printed = serde_json::to_string(&answer.unwrap()).unwrap().len().try_into().unwrap();
    Effort { took: [("allocations", allocated), ("comparisons", compared)], printed }
}

/// What grew by more than the facts and the answer: the question, and the work of both.
fn out_of_proportion(shape: &str, size: usize, make: &dyn Fn(usize) -> Vec<Fact>) -> Vec<String> {
    let policy = Policy::from_toml("[fit]\nweightings = 10\n").unwrap();
    let (before, as_of) = (policy.as_of("2026-03-31").unwrap(), policy.as_of("2026-04-30").unwrap());
    let work = |count: usize| {
        let journal = Journal::from_facts(make(count)).unwrap();
        let (journal, policy, person) = (&journal, &policy, &"p-0".parse().unwrap());
        let all = || {
            let mut all = Vec::new();
            let mut keep = |brief| {
                all.push(brief);
                ControlFlow::Continue(())
            };
            keyperson::briefs(journal, policy, as_of, &mut keep).unwrap();
            all
        };
        [
            ("one brief", effort_of(|| keyperson::brief(journal, policy, person, as_of).unwrap())),
            ("all briefs", effort_of(all)),
            ("the portfolio", effort_of(|| keyperson::portfolio(journal, policy, as_of).unwrap())),
            ("the trail", effort_of(|| keyperson::trail(journal, policy, person, as_of).unwrap())),
            ("the change", effort_of(|| keyperson::change(journal, policy, person, before, as_of).unwrap())),
        ]
    };
    let mut grew = Vec::new();
    for ((of, half), (_, whole)) in work(size).into_iter().zip(work(2 * size)) {
        let may = AT_MOST.max(AT_MOST / 2 * whole.printed / half.printed);
        for ((what, half), (_, whole)) in half.took.into_iter().zip(whole.took) {
            if 100 * whole > may * half.max(LEAST) {
                grew.push(format!("{shape}, {of}, {what}: {half} -> {whole}"));
            }
        }
    }
    grew
}

// INVARIANT: no question grows faster than facts, people, and what it says.
#[test]
fn work_grows_with_the_facts() {
    let mut wrong = out_of_proportion("people", 300, &people);
    let shapes: [Shape; 17] = [
        ("signals", false, |n| format!(r#""type":"signal","signal":"study_session","value":{}"#, n % 5)),
        ("ratings by as many", false, |n| {
            format!(r#""type":"rating","trait":"drive","value":0.{},"by":"r-{n}""#, n % 10)
        }),
        ("signals of no policy", false, |n| format!(r#""type":"signal","signal":"s-{n}","value":1"#)),
        ("messages", false, |n| format!(r#""type":"message","from":"{}""#, ["vendor", "partner"][n % 2])),
        ("threads", false, |n| {
            format!(r#""type":"message","from":"{}","thread":"t-{}""#, ["vendor", "partner"][n % 2], n / 2)
        }),
        ("meetings", false, |_| r#""type":"touchpoint","layer":"weekly","minutes":15"#.to_owned()),
        ("meetings of the partner", true, |_| {
            r#""type":"touchpoint","layer":"weekly","minutes":15"#.to_owned()
        }),
        ("disputes", false, |n| format!(r#""type":"contest","fact":"f-{}","step":"raised","by":"x""#, n / 2)),
        ("disputes upheld", false, |n| {
            format!(
                r#""type":"contest","fact":"f-{}","step":"{}","by":"x""#,
                n / 2,
                ["raised", "upheld"][n % 2]
            )
        }),
        ("praise", false, |_| r#""type":"recognition","audience":"company""#.to_owned()),
        ("feedback", false, |n| format!(r#""type":"feedback","feedback":"fb-{n}","step":"raised""#)),
        ("feedback of the partner", true, |n| {
            format!(
                r#""type":"feedback","feedback":"fb-{}","step":"{}""#,
                n / 2,
                ["raised", "planned"][n % 2]
            )
        }),
        ("news of the partner", true, |n| format!(r#""type":"news","topic":"n-{n}","manner":"open""#)),
        ("deals nobody leads", true, |n| {
            format!(r#""type":"deal","deal":"d-{}","stage":"{}""#, n / 2, ["prospect", "lost"][n % 2])
        }),
        ("deals of one person", false, |n| {
            format!(r#""type":"deal","deal":"d-{n}","stage":"{}""#, ["prospect", "proposal", "won"][n % 3])
        }),
        ("members of a unit", false, |n| {
            format!(r#""type":"support","kind":"member_joined","member":"q-{n}""#)
        }),
        ("work without deals", false, |n| {
            format!(r#""type":"activity","metric":"pocs","count":{}"#, 1 + n % 2)
        }),
    ];
    for (shape, shared, body) in shapes {
        wrong.extend(out_of_proportion(shape, 800, &|count| of_one(count, shared, body)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
