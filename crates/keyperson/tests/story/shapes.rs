//! Journals of any size, each with much of one kind: for what must stay in proportion to the facts.

use keyperson::{Fact, Json};

/// The person of whom every shape is.
pub const WHO: &str = "p-0";

/// A kind of journal: its name, and its facts at about a size.
pub type Shape = (&'static str, fn(usize) -> Vec<Fact>);

/// Every shape.
pub const SHAPES: &[Shape] = &[
    ("signals of one type", |n| told(n, |i| vec![own(i, signal("study_session"))])),
    ("signals of many types", |n| told(n, |i| vec![own(i, signal(SIGNALS[i % SIGNALS.len()]))])),
    ("signals that nobody reads", |n| told(n, |i| vec![own(i, signal("nobody_knows"))])),
    ("ratings by one", |n| told(n, |i| vec![own(i, rating("Sato", i % 6, ""))])),
    ("ratings by many, up to a day", |n| {
        told(n, |i| vec![own(i, rating(&format!("r-{i}"), 1, r#","expires":"2026-06-30""#))])
    }),
    ("ratings, some past their day", |n| {
        told(n, |i| vec![own(i, rating("Sato", i % 2, &format!(r#","expires":"2026-0{}-10""#, i % 5 + 1)))])
    }),
    ("messages in one thread", |n| told(n, |i| vec![own(i, message(i / 3, "t"))])),
    ("messages in many threads", |n| told(n, |i| vec![own(i, message(i, &format!("t-{}", i / 4)))])),
    ("the person asks many", |n| told(n, |i| vec![own(i, tie("consulted", &format!("p-{}", i + 1)))])),
    ("many ask the person", |n| told(n, |i| vec![of(i, &format!("p-{}", i + 1), tie("consulted", WHO))])),
    ("many work with the person", |n| {
        told(n, |i| vec![of(i, &format!("p-{}", i + 1), tie("worked_with", WHO))])
    }),
    ("colleagues ask each other", |n| {
        told(n, |i| {
            vec![of(i, &format!("p-{}", i / 4), tie("consulted", &format!("p-{}", i * 7 % (n / 4 + 1))))]
        })
    }),
    ("open deals", |n| told(n, |i| vec![own(i, deal(i, "prospect", ""))])),
    ("won deals", |n| told(n / 2, |i| won(i, ""))),
    ("lost deals of all kinds", |n| told(n / 2, closed)),
    ("deals like one", |n| told(n / 2, |i| won(i, r#","like":"d-0""#))),
    ("deals each like the one before", |n| {
        told(n / 2, |i| won(i, &format!(r#","like":"d-{}""#, i.saturating_sub(1))))
    }),
    ("deals that nobody leads", |n| told(n, |i| vec![shared(i, deal(i, "proposal", ""))])),
    ("activities", |n| {
        told(n, |i| vec![own(i, r#""type":"activity","metric":"prospects","count":1"#.to_owned())])
    }),
    ("feedback never answered", |n| told(n, |i| vec![own(i, feedback(i, "raised"))])),
    ("feedback answered", |n| {
        told(n / 3, |i| {
            let step = |k: usize, step: &str| fact(i, &format!("-{k}"), Some(WHO), feedback(i, step));
            vec![step(0, "raised"), step(1, "planned"), step(2, "verified")]
        })
    }),
    ("one piece of feedback again and again", |n| told(n, |i| vec![own(i, feedback(0, "raised"))])),
    ("recognitions of nothing named", |n| told(n, |i| vec![own(i, recognition(""))])),
    ("recognitions of wins", |n| {
        told(n / 3, |i| [won(i, ""), vec![own(i, recognition(&format!(r#","of":"f-{i}-1""#)))]].concat())
    }),
    ("meetings", |n| told(n, |i| vec![own(i, touchpoint(i))])),
    ("meetings of the partner", |n| told(n, |i| vec![shared(i, touchpoint(i))])),
    ("contests of one fact", |n| {
        told(n, |i| vec![own(i, contest("first", ["raised", "rejected", "commented"][i % 3]))])
    }),
    ("facts withdrawn", |n| {
        told(n / 2, |i| {
            vec![
                own(i, signal("study_session")),
                fact(i, "-c", Some(WHO), contest(&format!("f-{i}"), "upheld")),
            ]
        })
    }),
    ("disputed ratings by many", |n| {
        told(n / 2, |i| {
            vec![
                own(i, rating(&format!("r-{i}"), 1, r#","expires":"2026-06-30""#)),
                fact(i, "-c", Some(WHO), contest(&format!("f-{i}"), "raised")),
            ]
        })
    }),
    ("registrations withdrawn, ratings up to a day", |n| {
        told(n / 3, |i| {
            vec![
                own(i, rating(&format!("r-{i}"), 1, r#","expires":"2026-06-30""#)),
                fact(i, "-p", None, r#""type":"partner_registered","zone":"Asia/Tokyo""#.to_owned()),
                fact(i, "-c", Some(WHO), contest(&format!("f-{i}-p"), "upheld")),
            ]
        })
    }),
    ("overrides", |n| {
        told(n, |i| {
            let set = format!(r#""trait":"drive","value":0.{}"#, i % 10);
            vec![own(
                i,
                format!(r#""type":"override",{set},"by":"Sato","reason":"seen","expires":"2026-09-30""#),
            )]
        })
    }),
    ("hours of work", |n| {
        told(n, |i| vec![own(i, format!(r#""type":"load","hours":{},"kind":"push""#, i % 20))])
    }),
    ("news", |n| {
        told(n, |i| {
            let manner = ["open", "individual"][i % 2];
            vec![shared(i, format!(r#""type":"news","topic":"n-{}","manner":"{manner}""#, i / 3))]
        })
    }),
    ("stories of wins", |n| {
        told(n / 3, |i| {
            let story = format!(r#""type":"story","deal":"d-{i}","audience":"company""#);
            [won(i, ""), vec![fact(i, "-s", None, story)]].concat()
        })
    }),
    ("criteria of the appraisal", |n| {
        told(n, |i| {
            vec![own(i, format!(r#""type":"appraisal","criterion":"c-{i}","metric":"orders","weight":0.1"#))]
        })
    }),
    ("what changes the environment", |n| {
        told(n, |i| {
            let body = match i % 4 {
                0 => r#""type":"notice","authority":"decides prices","audience":"company""#.to_owned(),
                1 => format!(r#""type":"allocation","hours_per_week":{}"#, i % 30),
                2 => r#""type":"offer","kind":"growth""#.to_owned(),
                _ => r#""type":"support","kind":"training""#.to_owned(),
            };
            vec![own(i, body)]
        })
    }),
    ("a large unit that is praised", |n| {
        told(n / 3, |i| {
            let member = format!("p-{}", i + 1);
            vec![
                own(i, format!(r#""type":"support","kind":"member_joined","member":"{member}""#)),
                fact(i, "-m", Some(&member), r#""type":"person_registered""#.to_owned()),
                fact(i, "-r", Some(&member), recognition("")),
            ]
        })
    }),
    ("joint reviews of deals that wait", |n| {
        told(n / 2, |i| {
            let review = format!(r#""type":"support","kind":"joint_review","deal":"d-{i}""#);
            vec![own(i, deal(i, "poc", "")), fact(i, "-s", Some(WHO), review)]
        })
    }),
    ("gates passed and given back", |n| {
        told(n, |i| {
            let gate = ["shortlisted", "announced", "appointed", "stepped_down"][i % 4];
            vec![own(i, format!(r#""type":"gate","gate":"{gate}""#))]
        })
    }),
    ("people who left and came back", |n| {
        told(n / 2, |i| {
            let who = format!("p-{}", i + 1);
            vec![
                of(i, &who, r#""type":"person_left""#.to_owned()),
                fact(i, "-b", Some(&who), r#""type":"person_registered""#.to_owned()),
            ]
        })
    }),
    ("many people, each with a little of everything", everybody),
];

const SIGNALS: [&str; 8] = [
    "elearning_completed",
    "manual_question",
    "study_session",
    "meeting_attended",
    "quiz_score",
    "technical_demo",
    "colleague_activated",
    "decision_made",
];

/// Two facts of each of these signals, one of them disputed.
pub fn disputed_signals(names: &[String]) -> Vec<Fact> {
    told(names.len(), |i| {
        vec![
            own(i, signal(&names[i])),
            fact(i, "-2", Some(WHO), signal(&names[i])),
            fact(i, "-c", Some(WHO), contest(&format!("f-{i}"), "raised")),
        ]
    })
}

/// The person has the role, and then comes what the shape is about.
fn told(things: usize, each: impl Fn(usize) -> Vec<Fact>) -> Vec<Fact> {
    let gate = r#""type":"gate","gate":"appointed""#;
    let mut facts = vec![
        write("appointed", "2026-01-01T09:00:00+09:00", Some(WHO), gate),
        write("first", "2026-01-01T10:00:00+09:00", Some(WHO), &signal("study_session")),
        write("weekly", "2026-01-04T10:00:00+09:00", Some(WHO), r#""type":"touchpoint","layer":"weekly""#),
    ];
    facts.extend((0..things).flat_map(each));
    facts
}

fn everybody(n: usize) -> Vec<Fact> {
    told(n / 10, |i| {
        let who = format!("p-{i}");
        let of = |k: &str, body: String| fact(i, k, Some(&who), body);
        vec![
            of("-0", r#""type":"person_registered","name":"N","level":3"#.to_owned()),
            of("-1", r#""type":"gate","gate":"shortlisted""#.to_owned()),
            of("-2", signal(SIGNALS[i % SIGNALS.len()])),
            of("-3", signal("study_session")),
            of("-4", rating("Sato", i % 6, "")),
            of("-5", tie("consulted", &format!("p-{}", i * 7 % (n / 10 + 1)))),
            of("-6", message(i, "t")),
            of("-7", deal(i, ["prospect", "proposal", "won", "lost"][i % 4], "")),
            of("-8", touchpoint(i)),
            of("-9", recognition("")),
        ]
    })
}

fn own(i: usize, body: String) -> Fact {
    of(i, WHO, body)
}

fn of(i: usize, who: &str, body: String) -> Fact {
    fact(i, "", Some(who), body)
}

fn shared(i: usize, body: String) -> Fact {
    fact(i, "", None, body)
}

/// The `i`-th thing, four hours after the one before; `tail` keeps its facts apart.
fn fact(i: usize, tail: &str, who: Option<&str>, body: String) -> Fact {
    let start: keyperson::calendar::Instant = "2026-01-05T09:00:00+09:00".parse().unwrap();
    let after = i64::try_from(i).unwrap() * 14_400;
    let at = start.checked_add_seconds(after).unwrap();
    write(&format!("f-{i}{tail}"), &at.to_string(), who, &body)
}

fn write(id: &str, at: &str, who: Option<&str>, body: &str) -> Fact {
    let person = who.map(|who| format!(r#""person":"{who}","#)).unwrap_or_default();
    let json = format!(r#"{{"id":"{id}","at":"{at}","partner":"acme",{person}{body}}}"#);
    Fact::from_json(&Json::parse(&json).unwrap()).unwrap_or_else(|error| panic!("{json}: {error}"))
}

fn signal(name: &str) -> String {
    format!(r#""type":"signal","signal":"{name}","value":1"#)
}

fn rating(by: &str, of: usize, more: &str) -> String {
    let of = keyperson::fact::Trait::WORDS[of];
    format!(r#""type":"rating","trait":"{of}","value":0.7,"by":"{by}"{more}"#)
}

fn message(i: usize, thread: &str) -> String {
    format!(r#""type":"message","from":"{}","thread":"{thread}""#, ["vendor", "partner"][i % 2])
}

fn tie(kind: &str, whom: &str) -> String {
    format!(r#""type":"{kind}","whom":"{whom}""#)
}

fn deal(i: usize, stage: &str, more: &str) -> String {
    format!(r#""type":"deal","deal":"d-{i}","stage":"{stage}"{more}"#)
}

/// A deal that was found and won.
fn won(i: usize, more: &str) -> Vec<Fact> {
    vec![fact(i, "-0", Some(WHO), deal(i, "prospect", more)), fact(i, "-1", Some(WHO), deal(i, "won", ""))]
}

/// A deal that was found and then won or lost, with what is known of its customer.
fn closed(i: usize) -> Vec<Fact> {
    let more = format!(
        r#","industry":"i-{}","region":"r-{}","amount":{},"currency":"JPY","employees":{}"#,
        i % 5,
        i % 3,
        i * 1_000,
        i % 100
    );
    let end = ["won", "lost", "proposal"][i % 3];
    vec![fact(i, "-0", Some(WHO), deal(i, "prospect", &more)), fact(i, "-1", Some(WHO), deal(i, end, ""))]
}

fn feedback(i: usize, step: &str) -> String {
    format!(r#""type":"feedback","feedback":"b-{i}","step":"{step}""#)
}

fn recognition(more: &str) -> String {
    format!(r#""type":"recognition","audience":"team"{more}"#)
}

fn touchpoint(i: usize) -> String {
    format!(r#""type":"touchpoint","layer":"{}","minutes":15"#, ["weekly", "monthly", "quarterly"][i % 3])
}

fn contest(about: &str, step: &str) -> String {
    format!(r#""type":"contest","fact":"{about}","step":"{step}","reason":"as it was""#)
}
