//! Facts that a story's steps may be read as instead: of the types that stories lack, and of those that share caps.

use keyperson::Fact;

use crate::story::{Step, fact, instant, person};

/// Facts of the types that stories lack, some of them of the whole partner, ids beginning with `m`.
pub fn more(steps: &[Step]) -> Vec<Fact> {
    let write = |(index, step): (usize, &Step)| {
        let (number, at) = (usize::from(step.number), instant(step.hour));
        let who = person(step.person);
        let other = person((step.person + 1) % 3);
        let deal = number % 5;
        let (shared, body) = match step.kind {
            0 | 1 => (false, format!(r#""type":"consulted","whom":"{other}""#)),
            2 => (false, format!(r#""type":"worked_with","whom":"{other}""#)),
            3 | 4 => (
                number % 2 == 0,
                format!(
                    r#""type":"touchpoint","layer":"{}","minutes":{number},"dashboard":{}"#,
                    ["weekly", "monthly", "quarterly"][number % 3],
                    number % 4 == 0
                ),
            ),
            5..=7 => (
                false,
                format!(
                    r#""type":"message","from":"{}","thread":"t-{}""#,
                    ["vendor", "partner"][number % 2],
                    number % 3
                ),
            ),
            8 => (
                number % 3 == 0,
                format!(
                    r#""type":"feedback","feedback":"b-{deal}","step":"{}""#,
                    ["raised", "planned", "verified"][number % 3]
                ),
            ),
            9 | 10 => (
                false,
                format!(
                    r#""type":"recognition","audience":"{}","effort":{}"#,
                    ["individual", "team", "company"][number % 3],
                    number % 2 == 0
                ),
            ),
            11 => (false, format!(r#""type":"recognition","of":"f-{}","audience":"team""#, number % 40)),
            12 => (
                false,
                format!(
                    r#""type":"load","hours":{},"kind":"{}""#,
                    number % 30,
                    ["push", "recharge"][number % 2]
                ),
            ),
            13 => (
                number % 2 == 0,
                format!(
                    r#""type":"news","topic":"n-{deal}","manner":"{}""#,
                    ["open", "individual"][number % 2]
                ),
            ),
            14 => (number % 2 == 0, format!(r#""type":"story","deal":"d-{deal}","audience":"company""#)),
            15 => (
                false,
                format!(r#""type":"appraisal","criterion":"c-{deal}","metric":"orders","weight":0.{deal}"#),
            ),
            16 => (
                true,
                format!(
                    r#""type":"partner_registered","zone":"{}","calendar":"{}""#,
                    ["Asia/Tokyo", "America/New_York"][number % 2],
                    ["japan", "usa", "weekdays"][number % 3]
                ),
            ),
            17 => (false, format!(r#""type":"support","kind":"member_joined","member":"{other}""#)),
            18 => (number % 2 == 0, format!(r#""type":"support","kind":"joint_review","deal":"d-{deal}""#)),
            19 | 20 => (
                number % 3 == 0,
                format!(
                    r#""type":"deal","deal":"d-{number}","stage":"{}","industry":"i-{deal}","amount":{number}"#,
                    ["prospect", "proposal", "poc", "won", "lost"][number % 5]
                ),
            ),
            21 => {
                (number % 4 == 0, format!(r#""type":"activity","metric":"pocs","count":1,"deal":"d-{deal}""#))
            }
            22 => (false, r#""type":"gate","gate":"appointed""#.to_owned()),
            _ => (
                false,
                format!(
                    r#""type":"contest","fact":"m-{}","step":"{}""#,
                    number % 40,
                    ["raised", "upheld", "rejected", "upheld"][number % 4]
                ),
            ),
        };
        let person = if shared { String::new() } else { format!(r#""person":"{who}","#) };
        fact(&format!(r#"{{"id":"m-{index}","at":"{at}","partner":"acme",{person}{body}}}"#))
    };
    steps.iter().enumerate().map(write).collect()
}

/// Many facts of few kinds, so that caps bind: ids beginning with `c`.
pub fn under_caps(steps: &[Step]) -> Vec<Fact> {
    let write = |(index, step): (usize, &Step)| {
        let (number, at) = (usize::from(step.number), instant(step.hour));
        let who = if step.kind < 20 { 0 } else { step.person + 1 };
        let body = match step.kind {
            0..=4 => format!(r#""type":"signal","signal":"study_session","value":0.{number:02}"#),
            5 | 6 => r#""type":"signal","signal":"technical_demo","value":3"#.to_owned(),
            7..=11 => {
                let ends = match number % 3 {
                    0 => String::new(),
                    month => format!(r#","expires":"2026-0{}-{:02}""#, month + 2, number % 28 + 1),
                };
                let by = ["Sato", "Mori"][number % 2];
                format!(r#""type":"rating","trait":"drive","value":0.{number:02},"by":"{by}"{ends}"#)
            }
            12 | 13 => {
                format!(r#""type":"deal","deal":"d-{index}","stage":"{}""#, ["won", "lost"][number % 2])
            }
            14 => format!(r#""type":"allocation","hours_per_week":{}"#, number % 12),
            15 => r#""type":"partner_registered","zone":"America/New_York""#.to_owned(),
            16..=19 => {
                let step = ["raised", "upheld", "rejected"][number % 3];
                format!(r#""type":"contest","fact":"c-{}","step":"{step}""#, number % 60)
            }
            20 | 21 => format!(r#""type":"worked_with","whom":"{}""#, person(0)),
            22 => r#""type":"person_left""#.to_owned(),
            _ => format!(r#""type":"consulted","whom":"{}""#, person(step.number % 9)),
        };
        let who = match step.kind {
            15 => String::new(),
            20.. => format!(r#""person":"{}","#, person(step.number / 9 % 9 + 1)),
            _ => format!(r#""person":"{}","#, person(who)),
        };
        fact(&format!(r#"{{"id":"c-{index}","at":"{at}","partner":"acme",{who}{body}}}"#))
    };
    steps.iter().enumerate().map(write).collect()
}
