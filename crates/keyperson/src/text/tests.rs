use std::fs;
use std::path::Path;

use super::*;
use crate::calendar::{Day, Instant};
use crate::error::{Place, Problem, ProblemKind};
use crate::finding::{self as value, Finding, FindingCode, Urgency};
use crate::policy::Policy;

/// Every template of every finding.
fn templates() -> Vec<(FindingCode, Language, &'static str)> {
    let mut all = Vec::new();
    for code in FindingCode::ALL {
        for language in Language::ALL {
            let parts = message::parts(*code, *language);
            all.extend(
                [parts.title, parts.what, parts.why, parts.change].map(|text| (*code, *language, text)),
            );
        }
    }
    all
}

fn placeholders(template: &str) -> Vec<&str> {
    template.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn every_finding_reads_in_every_language() {
    for code in FindingCode::ALL {
        for language in Language::ALL {
            for about in ["", "drive", "authority_without_drive", "prospects_30", "announced"] {
                let bare = Finding::new(*code, Urgency::Notice, about);
                let text = finding(&bare, *language);
                for part in [&text.title, &text.what, &text.change] {
                    assert!(!part.is_empty() && !part.contains(['{', '}']), "{code} {language}: {part}");
                }
                assert!(
                    !text.why.is_empty() && !text.why.contains(['{', '}']),
                    "{code} {language}: {}",
                    text.why
                );
            }
        }
    }
}

#[test]
fn every_dated_finding_says_since_when() {
    let at: Instant = "2026-04-01T09:00:00+09:00".parse().unwrap();
    for code in FindingCode::ALL {
        let bare = Finding::new(*code, Urgency::Notice, "");
        let dated = bare.clone().since(at);
        for (language, days) in [
            (Language::Japanese, ["2026年4月1日（水）から", "2026年4月1日（水）の記録"]),
            (Language::English, ["since Wed 1 Apr 2026", "recorded on Wed 1 Apr 2026"]),
        ] {
            assert_eq!(finding(&bare, language).since, None);
            let since = finding(&dated, language).since.unwrap();
            assert!(days.contains(&since.as_str()), "{code}: {since}");
        }
    }
    let owed = Finding::new(FindingCode::ResponseOpen, Urgency::Urgent, "").since(at);
    assert_eq!(finding(&owed, Language::English).since.unwrap(), "since Wed 1 Apr 2026");
    let left = Finding::new(FindingCode::PersonLeft, Urgency::Urgent, "").since(at);
    assert_eq!(finding(&left, Language::Japanese).since.unwrap(), "2026年4月1日（水）の記録");
}

#[test]
fn every_placeholder_is_a_value_that_its_finding_declares() {
    for (code, language, template) in templates() {
        for name in placeholders(template) {
            let declared = code.says().values.iter().any(|(value, ..)| *value == name);
            assert!(
                declared || finding::MADE_HERE.contains(&name),
                "{code} {language}: nobody gives `{name}`"
            );
        }
    }
}

#[test]
fn no_text_blames_or_speaks_of_health() {
    let never: Vec<&str> = include_str!("unkind.txt").lines().filter(|word| !word.is_empty()).collect();
    let mut sources = Vec::new();
    for language in Language::ALL {
        let folder = format!("{language:?}").to_lowercase();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text").join(folder);
        for file in fs::read_dir(folder).unwrap() {
            sources.push(fs::read_to_string(file.unwrap().path()).unwrap());
        }
    }
    assert!(sources.len() > 10 && sources.iter().any(|source| source.contains("権限")));
    for source in sources {
        let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
        for text in lines.flat_map(|line| line.split('"').skip(1).step_by(2)) {
            // What stands in backticks is quoted: fields, commands, what somebody wrote.
            let lower: String = text.to_lowercase().split('`').step_by(2).collect();
            for word in &never {
                assert!(!lower.contains(word), "`{word}` in {text}");
            }
        }
    }
}

#[test]
fn every_code_of_the_default_policy_has_a_name() {
    let policy = Policy::default();
    for language in Language::ALL.iter().copied() {
        for code in policy.mismatch.patterns.keys() {
            assert_ne!(pattern(code.as_str(), language), code.as_str());
        }
        for code in policy.remedies.keys() {
            assert_ne!(remedy(code.as_str(), language), code.as_str());
            assert!(!remedy_action(code.as_str(), language).is_empty());
        }
        for code in policy.metrics.keys() {
            assert_ne!(metric(code.as_str(), language), code.as_str());
        }
        for step in &policy.ladder.rungs {
            assert_ne!(rung(step.code.as_str(), language), step.code.as_str());
        }
        for spec in crate::fact::EVENTS {
            assert_ne!(fact_type(spec.type_name, language), spec.type_name);
        }
        assert_eq!(remedy("own_idea", language), "own_idea");
        for code in policy.recognition.metrics.iter().chain(&policy.recognition.efforts) {
            assert_ne!(achievement(code.as_str(), language), code.as_str());
        }
    }
}

#[test]
fn values_are_shown_as_people_write_them() {
    let day: Day = "2026-04-30".parse().unwrap();
    let rung = Finding::new(FindingCode::RungAtRisk, Urgency::Urgent, "prospects_30")
        .value("metric", value::word("prospects"))
        .value("target", value::count(5))
        .value("count", value::count(2))
        .value("deadline", value::day(day))
        .value("odds", value::share(0.12));
    assert_eq!(
        finding(&rung, Language::Japanese).what,
        "案件発掘数は5件中2件、期限は2026年4月30日（木）です。期限までの達成確率は12\u{a0}%です。"
    );
    let gate = Finding::new(FindingCode::GateOutOfOrder, Urgency::Important, "announced")
        .value("before", value::names(["manager_confirmed", "executive_approved"]));
    assert_eq!(
        finding(&gate, Language::Japanese).what,
        "「社内への発信」が、その前に置くべきステップ（上司による適任確認、経営層の承認）より先に進んでいます。"
    );
    // What a policy calls its codes is shown as it is, braces too.
    let own = Finding::new(FindingCode::Mismatch, Urgency::Urgent, "{weak}");
    assert_eq!(finding(&own, Language::English).title, "{weak}");
}

#[test]
fn numbers_read_alike() {
    let cases = [(0.0, "±0"), (0.004, "±0"), (-0.004, "±0"), (0.062, "+6"), (-0.5, "−50")];
    for (share, text) in cases {
        assert_eq!(points(share), text);
    }
    let cases = [(3.0, "3"), (2.54, "2.5"), (-0.01, "0"), (-1.0, "-1")];
    for (value, text) in cases {
        assert_eq!(number(value), text);
    }
    assert_eq!(range(0.481, 0.75), "48–75\u{a0}%");
    let at: Instant = "2026-04-30T09:05:00+09:00".parse().unwrap();
    assert_eq!(instant(at, Language::English), "Thu 30 Apr 2026 09:05 (+09:00)");
}

#[test]
fn problems_read_in_every_language() {
    let cases = [
        (
            ProblemKind::WrongType {
                expected: "a number from 0 to 1".to_owned(),
                found: "a text".to_owned(),
            },
            "0 から 1 までの数が必要なところに、テキストがあります",
            "0 から 1 までの数を書いてください",
        ),
        (
            ProblemKind::UnknownPartner { found: "acme".to_owned() },
            "パートナー `acme` についての記録は、この基準日までに一つもありません",
            "id と基準日を確かめてください",
        ),
        (
            ProblemKind::Contradiction {
                what: "the deal `A2` is not won, and a case study tells of a win".to_owned(),
            },
            "案件 `A2` はまだ受注していません",
            "受注を記録してから作成してください",
        ),
        (
            ProblemKind::NotJson { reason: "expected value at line 1 column 7".to_owned() },
            "JSON として読めません: 値が必要です（1 行 7 文字目）",
            "1 行に 1 つの JSON オブジェクト {…} を書いてください",
        ),
        (
            ProblemKind::UnknownColumn {
                column: "a".to_owned(),
                known: "b, c and 3 more (5 in all)".to_owned(),
            },
            "表に `a` という列がありません",
            "ある列: b, c ほか 3 件（全 5 件）",
        ),
    ];
    for (kind, what, hint) in cases {
        let problem = Problem { place: Place::default(), kind };
        assert_eq!(problem.text(Language::Japanese), what);
        assert_eq!(problem.hint_in(Language::Japanese), hint);
        assert_eq!(problem.text(Language::English), problem.kind.to_string());
        assert_eq!(problem.hint_in(Language::English), problem.hint());
    }
}

#[test]
fn kinds_of_finding_name_nobody() {
    for code in FindingCode::ALL {
        for language in Language::ALL {
            let kind = finding_kind(*code, *language);
            assert!(
                !kind.ends_with([':', '：', ' ']) && !kind.contains(['{', '}']),
                "{code} {language}: {kind}"
            );
            // A mismatch is a name; every other kind says something of what it is about.
            let nouns = [finding::any_trait_first(*language), finding::any_trait_within(*language)];
            assert!(!nouns.contains(&kind.as_str()), "{code} {language}: {kind}");
        }
    }
    assert_eq!(
        finding_kind(FindingCode::RungAtRisk, Language::Japanese),
        "このままでは届きにくい目標があります"
    );
    assert_eq!(
        finding_kind(FindingCode::WheelStill, Language::English),
        "One of the two wheels stands still"
    );
}

/// A literal as a pattern: what is filled in is `{}`.
fn as_pattern(literal: &str) -> String {
    let parts = literal.split(['{', '}']).enumerate();
    parts.map(|(index, part)| if index % 2 == 0 { part } else { "{}" }).collect()
}

/// The reasons that a source text gives where it says that values contradict one another: each is the sentence in the
/// call, or the last one before it.
fn reasons_of(source: &str) -> Vec<String> {
    const CALLS: &[&str] =
        &["contradiction(place", "contradiction(Place", "ProblemKind::Contradiction { what }"];
    let plain = source.replace("'\"'", "' '").replace("\\\"", "'");
    let parts: Vec<&str> = plain.split('"').collect();
    let mut reasons = Vec::new();
    let mut last = "";
    for (index, part) in parts.iter().enumerate() {
        if index % 2 == 1 {
            last = if part.matches(' ').count() >= 2 { part } else { last };
            continue;
        }
        for (_, after) in CALLS.iter().flat_map(|call| part.split_once(call)) {
            // Code and literals take turns, and the statement ends at a semicolon of the code.
            let rest = parts.iter().skip(index).skip(1).collect::<Vec<_>>();
            let inside = match after.contains(';') {
                true => None,
                false => rest
                    .chunks(2)
                    .scan(true, |open, of| {
                        let literal = open.then(|| of.first().copied())?;
                        *open = of.get(1).is_some_and(|code| !code.contains(';'));
                        literal
                    })
                    .find(|literal| literal.matches(' ').count() >= 2),
            };
            reasons.push(as_pattern(inside.copied().unwrap_or(last)));
        }
    }
    reasons
}

#[test]
fn every_reason_for_a_contradiction_is_known_in_japanese() {
    // Where the reason comes from elsewhere: the kind itself, its helper, and the facts, whose reasons are asked below.
    const NO_REASON: &[&str] = &["error/kind.rs", "policy/bounds.rs", "fact/mod.rs"];
    fn sources(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                if !name.ends_with("src/text") {
                    sources(&path, found);
                }
            } else if name.ends_with(".rs") && !NO_REASON.iter().any(|file| name.ends_with(file)) {
                found.push(fs::read_to_string(&path).unwrap());
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = root.join("../keyperson-table/src");
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    let whole = table.exists();
    if whole {
        sources(&table, &mut files);
    }
    let mut said: Vec<String> = files.iter().flat_map(|source| reasons_of(source)).collect();
    said.extend(
        [r#""trait":"drive","value":1,"readiness":"ready""#, r#""value":1,"readiness":"ready""#].map(|what| {
            let fact = format!(
                r#"{{"id":"f","at":"2026-01-05T09:00:00+09:00","partner":"a","person":"p","type":"override","by":"x","reason":"y","expires":"2026-02-01",{what}}}"#
            );
            crate::Journal::from_json_lines(&fact).unwrap_err().problems()[0].text(Language::English)
        }),
    );
    for reason in &said {
        assert!(japanese::REASONS.iter().any(|(known, ..)| known == reason), "no Japanese for: {reason}");
    }
    for (known, japanese, hint) in japanese::REASONS {
        assert!(!whole || said.iter().any(|reason| reason == known), "nobody says: {known}");
        assert_eq!(known.matches("{}").count(), japanese.matches("{}").count(), "{known}");
        assert!(!hint.is_empty());
    }
}
