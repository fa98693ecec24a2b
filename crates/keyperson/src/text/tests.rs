use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::*;
use crate::calendar::{Day, Instant};
use crate::error::{AtLine, Place, Problem, ProblemKind, Registered, phrase};
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
                expected: phrase!("a number from {} to {}", 0, 1),
                found: phrase!("a text"),
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
                what: phrase!("the deal `{}` is not won, and a case study tells of a win", "A2"),
            },
            "案件 `A2` はまだ受注していません",
            "受注を記録してから作成してください",
        ),
        (
            ProblemKind::NotJson { reason: phrase!("{} at line {} column {}", "expected value", 1, 7) },
            "JSON として読めません: 値が必要です（1 行 7 文字目）",
            "1 行に 1 つの JSON オブジェクト {…} を書いてください",
        ),
        (
            ProblemKind::UnknownColumn {
                column: "a".to_owned(),
                known: phrase!("{} and {} more ({} in all)", "b, c", 3, 5),
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

#[test]
fn a_broken_line_is_told_by_its_characters() {
    let line = r#"{"id":"f-1","name":"見本","#;
    let error = crate::Journal::from_json_lines(line).unwrap_err();
    let text = |language| error.problems()[0].text(language);
    // The line of the file stands in the place.
    assert_eq!(error.problems()[0].place.line, Some(1));
    assert_eq!(text(Language::Japanese), "JSON として読めません: 途中で終わっています（24 文字目）");
    assert!(text(Language::English).ends_with(" at column 24"), "{}", text(Language::English));
    let policy = Policy::from_json("{\n").unwrap_err();
    assert!(policy.problems()[0].text(Language::English).contains(" at line "), "{policy}");
}

#[test]
fn templates_of_problems_name_their_values() {
    for kind in ProblemKind::samples() {
        let values = kind.values();
        for language in Language::ALL {
            let (what, hint) = problem::problem(&kind, *language);
            for name in [what, hint].into_iter().flat_map(placeholders) {
                // Not a value: it shows what a column looks like in a template, or that something stands there.
                let example = ["opportunity_id", "…"].contains(&name);
                assert!(example || values.contains_key(name), "{} {language}: {name}", kind.code());
            }
        }
    }
}

#[test]
fn problems_are_read_back_from_their_values() {
    let registered = Registered(Some(Box::new(("acme".to_owned(), "f-1".to_owned()))));
    let mut kinds = ProblemKind::samples();
    kinds.extend([
        ProblemKind::FactConflict { id: "f".to_owned(), other_line: AtLine(7) },
        ProblemKind::UnknownCalendar { found: "c".to_owned(), known: "jp".to_owned(), whose: registered },
        ProblemKind::OutOfRange { found: "2".to_owned(), expected: phrase!("a number from {} to {}", 0, 1) },
        ProblemKind::NotUtf8 { offset: 3 },
    ]);
    for kind in kinds {
        let told = serde_json::json!({ "code": kind.code(), "values": kind.values(), "message": "" });
        assert_eq!(serde_json::from_value::<ProblemKind>(told).unwrap(), kind);
    }
}

/// The phrases of a source text: those of the macro, and the words in calls that make phrases of them.
fn phrases_of(source: &str) -> BTreeSet<String> {
    const CALLS: &[&str] = &[
        "phrase!(",
        "wrong(",
        "text(json, ",
        "contradiction(",
        "Phrase::plain(",
        "unknown(",
        "unknown_value(",
    ];
    let mut found = BTreeSet::new();
    for call in CALLS {
        for after in source.split(call).skip(1) {
            // The words are the first literal, and stand before the call's end.
            let Some((before, literal)) = after.split_once('"') else { continue };
            let called = before.matches('(').count() >= before.matches(')').count();
            let mut ended = false;
            let mut escaped = false;
            let words: String = literal
                .chars()
                .take_while(|of| {
                    ended = !escaped && *of == '"';
                    escaped = !escaped && *of == '\\';
                    !ended
                })
                .collect();
            if called && !before.contains(';') && words.contains(' ') {
                found.insert(words.replace("\\\"", "\""));
            }
        }
    }
    found
}

/// The texts of several words in the code of a source text.
fn literals_of(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//") && line.contains('"'));
    let quoted = lines.flat_map(|line| {
        let line = line.replace("\\\"", "\u{1}");
        line.split('"').skip(1).step_by(2).map(|text| text.replace('\u{1}', "\"")).collect::<Vec<_>>()
    });
    quoted
        .filter(|text| {
            text.matches(' ').count() > 0 && !text.contains(['\\', '\'']) && !text.starts_with('<')
        })
        .collect()
}

#[test]
fn every_phrase_is_known_in_japanese() {
    fn sources(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                if !name.ends_with("src/text") {
                    sources(&path, found);
                }
            } else if name.ends_with(".rs") {
                found.push(fs::read_to_string(&path).unwrap());
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    // The package of the core has no others beside it.
    let others = ["../keyperson-table/src", "../keyperson-cli/src", "../../bindings"].map(|of| root.join(of));
    let whole = others.iter().all(|folder| folder.exists());
    others.iter().filter(|folder| folder.exists()).for_each(|folder| sources(folder, &mut files));
    let said: BTreeSet<String> = files
        .iter()
        .flat_map(|source| {
            phrases_of(&source.split("#[cfg(test)]").next().unwrap_or_default().replace("///", ""))
        })
        .collect();
    assert!(said.len() > 60, "{} phrases", said.len());
    let known: BTreeSet<&str> = japanese::PHRASES
        .iter()
        .map(|(words, _)| *words)
        .chain(japanese::REASONS.iter().map(|(words, ..)| *words))
        .collect();
    let foreign = files.iter().filter(|source| source.contains("const SIGNATURES"));
    let said: BTreeSet<String> = said
        .into_iter()
        // Words of the wire and of code, not sentences.
        .filter(|words| !["csv, parquet", ", "].contains(&words.as_str()))
        .chain(foreign.flat_map(|source| literals_of(source)))
        .collect();
    let lacking: Vec<&String> = said.iter().filter(|words| !known.contains(words.as_str())).collect();
    assert!(lacking.is_empty(), "no Japanese for: {lacking:#?}");
    for words in japanese::REASONS.iter().map(|(words, ..)| *words) {
        assert!(!whole || files.iter().any(|source| source.contains(words)), "nobody says: {words}");
    }
    let pairs =
        japanese::PHRASES.iter().copied().chain(japanese::REASONS.iter().map(|(of, in_it, _)| (*of, *in_it)));
    for (words, japanese) in pairs {
        assert_eq!(words.matches("{}").count(), japanese.matches("{}").count(), "{words}");
    }
}
