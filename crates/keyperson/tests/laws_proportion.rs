//! Laws of work in proportion: with twice the facts, briefs and portfolios take at most two and a half times the work.
//!
//! Work is counted in allocations: what is made, copied or put in order for somebody is allocated for. What everybody
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

/// A shape of journal: its name, whether its facts name nobody, and the body of the n-th.
type Shape = (&'static str, bool, fn(usize) -> String);

/// By how much work may grow where the facts double, in tenths.
const AT_MOST: u64 = 25;

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

/// What more than grew with the facts: the question, and the work of both.
fn out_of_proportion(shape: &str, size: usize, make: &dyn Fn(usize) -> Vec<Fact>) -> Vec<String> {
    let policy = Policy::from_toml("[fit]\nweightings = 10\n").unwrap();
    let as_of = policy.as_of("2026-04-30").unwrap();
    let work = |count: usize| {
        let journal = Journal::from_facts(make(count)).unwrap();
        let one =
            measure(|| drop(keyperson::brief(&journal, &policy, &"p-0".parse().unwrap(), as_of).unwrap()));
        let all = measure(|| {
            keyperson::briefs(&journal, &policy, as_of, &mut |_| ControlFlow::Continue(())).unwrap();
        });
        let portfolio = measure(|| drop(keyperson::portfolio(&journal, &policy, as_of).unwrap()));
        [("one brief", one), ("all briefs", all), ("the portfolio", portfolio)]
            .map(|(of, info)| (of, info.count_total))
    };
    let (half, whole) = (work(size), work(2 * size));
    let grew = half.iter().zip(whole).filter(|((_, half), (_, whole))| 10 * whole > AT_MOST * half);
    grew.map(|((of, half), (_, whole))| format!("{shape}, {of}: {half} -> {whole}")).collect()
}

// INVARIANT: no question grows faster than facts, people, and what it says.
#[test]
fn work_grows_with_the_facts() {
    let mut wrong = out_of_proportion("people", 300, &people);
    let shapes: [Shape; 7] = [
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
        wrong.extend(out_of_proportion(shape, 400, &|count| of_one(count, shared, body)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
