//! Laws of everything that comes in and goes out: facts, journals, policies, questions.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::float_cmp,
    reason = "a test may fail loudly"
)]

#[allow(dead_code, reason = "each file of laws tells its own part of a story")]
mod story;

use keyperson::fact::{ColumnKind, ColumnSpec, EVENTS, EventSpec};
use keyperson::{Error, Fact, Journal, Json, Number, Policy, ProblemKind};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value};
use story::{HOURS, cases, facts, instant, journal, person, steps};

/// Text in any script: what names are made of, and what programs stumble over.
fn any_script() -> impl Strategy<Value = String> {
    let known = vec![
        "田中 太郎",
        "髙橋",
        "𠮷野家",
        "한국어",
        "Ümlaut",
        "e\u{301}",
        "\u{e9}",
        "عربى",
        "👩‍👩‍👧‍👦",
        "a\u{200b}b",
        "\u{feff}x",
        "\u{202e}rtl",
        "\"quoted\" \\ back",
        "a/b~c",
        "Ａ１",
        "ﾊﾝｶｸ",
        "\u{10ffff}",
        "\u{a0}x\u{3000}",
    ];
    let printable = "\\PC{1,20}".prop_filter("not blank", |text| !text.chars().all(char::is_whitespace));
    let printable = printable.prop_filter("no control", |text| !text.chars().any(char::is_control));
    prop_oneof![1 => select(known).prop_map(str::to_owned), 2 => printable]
}

/// Numbers within bounds, the odd ones more often than chance would have them.
fn any_number(min: f64, max: f64) -> impl Strategy<Value = f64> {
    let odd: Vec<f64> = [
        0.0,
        -0.0,
        5e-324,
        -5e-324,
        2.225_073_858_507_201e-308,
        f64::MIN_POSITIVE,
        f64::EPSILON,
        0.1,
        0.3,
        1.0 / 3.0,
        1.0 - f64::EPSILON / 2.0,
        1.0,
        9_007_199_254_740_993.0 / 16.0,
        123_456_789.123_456_79,
        999_999_999_999_999.9,
        1e15,
        -1e15,
        1e-300,
        8.41e-19,
        1e22 / 1e8,
    ]
    .into_iter()
    .filter(|value| (min..=max).contains(value))
    .collect();
    let any_bits = any::<f64>().prop_filter_map("in range", move |value| {
        let value = if value.abs() > 1.0 { value % max.max(1.0) } else { value };
        (value.is_finite() && (min..=max).contains(&value)).then_some(value)
    });
    prop_oneof![select(odd), min..=max, any_bits]
}

fn any_value(kind: ColumnKind) -> BoxedStrategy<Value> {
    match kind {
        ColumnKind::Key => any_script().prop_map(Value::from).boxed(),
        ColumnKind::Text => (any_script(), select(&["", "\n", "\t行\r\n2"][..]))
            .prop_map(|(text, tail)| Value::from(format!("{text}{tail}")))
            .boxed(),
        ColumnKind::Number { min, max } => any_number(min, max).prop_map(Value::from).boxed(),
        ColumnKind::Count => {
            prop_oneof![0_i64..=1_000_000_000, Just(0), Just(1_000_000_000)].prop_map(Value::from).boxed()
        }
        ColumnKind::Boolean => any::<bool>().prop_map(Value::from).boxed(),
        ColumnKind::Day => (1900..=2200, 1..=12, 1..=28)
            .prop_map(|(year, month, day)| Value::from(format!("{year:04}-{month:02}-{day:02}")))
            .boxed(),
        ColumnKind::Instant => any_instant().prop_map(Value::from).boxed(),
        ColumnKind::Zone => {
            select(&["Asia/Tokyo", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+12"][..])
                .prop_map(Value::from)
                .boxed()
        }
        ColumnKind::Word(words) => select(words).prop_map(Value::from).boxed(),
    }
}

fn any_instant() -> impl Strategy<Value = String> {
    let offset = select(&["Z", "+00:00", "+09:00", "-09:30", "+05:45", "+14:00"][..]);
    let part = select(&["", ".5", ".000000001", ".123456789"][..]);
    (1901..=2199, 1..=12, 1..=28, 0..24, 0..60, part, offset).prop_map(
        |(year, month, day, hour, minute, part, offset)| {
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:07{part}{offset}")
        },
    )
}

/// A field that is there if it must be, and otherwise half the time.
fn any_field(field: ColumnSpec) -> BoxedStrategy<(&'static str, Option<Value>)> {
    let there = if field.required { Just(true).boxed() } else { any::<bool>().boxed() };
    (there, any_value(field.kind))
        .prop_map(move |(there, value)| (field.name, there.then_some(value)))
        .boxed()
}

/// A valid fact of one type with any of its fields.
fn any_fact_of(spec: &'static EventSpec) -> impl Strategy<Value = Value> {
    let fields: Vec<_> = spec.fields.iter().map(|field| any_field(*field)).collect();
    let person = if spec.person_required { Just(true).boxed() } else { any::<bool>().boxed() };
    let envelope = (any_script(), any_instant(), any_script(), (person, any_script()), any_script());
    (envelope, any::<bool>(), fields).prop_map(
        |((id, at, partner, (named, person), source), told, fields)| {
            let mut map = Map::new();
            map.insert("id".to_owned(), id.into());
            map.insert("at".to_owned(), at.into());
            map.insert("partner".to_owned(), partner.into());
            if named {
                map.insert("person".to_owned(), person.into());
            }
            map.insert("type".to_owned(), spec.type_name.into());
            if told {
                map.insert("source".to_owned(), source.into());
            }
            map.extend(fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
            // What the fields ask of each other.
            if map.get("step").is_some_and(|step| step == "declined" || step == "commented") {
                map.entry("reason").or_insert_with(|| "why".into());
            }
            if spec.type_name == "override" {
                let (none, needed) = if map.contains_key("trait") {
                    ("readiness", ("value", Value::from(0.5)))
                } else {
                    ("value", ("readiness", Value::from("ready")))
                };
                map.remove(none);
                map.entry(needed.0).or_insert(needed.1);
            }
            Value::Object(map)
        },
    )
}

fn any_fact() -> impl Strategy<Value = Value> {
    select(EVENTS).prop_flat_map(|spec| {
        let spec = EventSpec::named(spec.type_name).unwrap();
        any_fact_of(spec)
    })
}

/// The same fact as JSON, but for what writing normalises: the instant and minus zero.
fn same(written: &Value, given: &Value) -> bool {
    let (Value::Object(written), Value::Object(given)) = (written, given) else { return false };
    let tag = written.get("schema").and_then(Value::as_str) == Some("keyperson.fact/1");
    tag && written.len() == given.len() + 1
        && given.iter().all(|(name, value)| match (written.get(name), value) {
            (Some(Value::String(written)), Value::String(given)) if name == "at" => {
                let at = |text: &str| text.parse::<keyperson::calendar::Instant>().unwrap();
                at(written) == at(given)
            }
            (Some(Value::Number(written)), Value::Number(given)) => {
                let (written, given) = (written.as_f64().unwrap(), given.as_f64().unwrap());
                written.to_bits() == (given + 0.0).to_bits()
            }
            (Some(written), given) => written == given,
            (None, _) => false,
        })
}

/// Puts, takes or replaces a piece of a text at a character's border.
fn mutated(text: &str, place: usize, length: usize, piece: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let from = place % (characters.len() + 1);
    let to = (from + length).min(characters.len());
    characters[..from].iter().copied().chain(piece.chars()).chain(characters[to..].iter().copied()).collect()
}

fn pieces() -> impl Strategy<Value = String> {
    let known = vec![
        "",
        "{",
        "}",
        "[",
        "]",
        "\"",
        ",",
        ":",
        "null",
        "true",
        "NaN",
        "1e999",
        "-",
        "\\",
        "\\ud800",
        "\0",
        "\n",
        "=",
        "[[",
        "inf",
        "-0.0",
        "99999999999999999999",
        "'''",
        "\u{feff}",
        "日",
        "1900-01-01",
        "# ",
    ];
    prop_oneof![3 => select(known).prop_map(str::to_owned), 1 => "\\PC{0,5}"]
}

/// What every error owes its reader.
fn check_error(error: &Error) -> Result<(), TestCaseError> {
    prop_assert!(!error.problems().is_empty() && error.count() > 0);
    prop_assert!(!error.to_string().is_empty());
    for problem in error.problems() {
        prop_assert!(ProblemKind::CODES.contains(&problem.code()));
        prop_assert!(problem.path().is_empty() || problem.path().starts_with('/'), "{}", problem.path());
        prop_assert!(!problem.hint().is_empty() && !problem.hint().ends_with('.'), "{}", problem.hint());
        prop_assert!(!problem.kind.to_string().is_empty());
        prop_assert!(problem.place.line.is_none_or(|line| line > 0));
    }
    Ok(())
}

/// What every answer to a question owes its reader.
fn check_answer(answer: &str) -> Result<(), TestCaseError> {
    let value: Value = serde_json::from_str(answer).unwrap();
    let Some(errors) = value.get("errors") else {
        prop_assert!(value.get("answer").is_some(), "{}", answer);
        return Ok(());
    };
    let errors = errors.as_array().unwrap();
    prop_assert!(!errors.is_empty() && value["count"].as_u64().unwrap() >= errors.len() as u64);
    for error in errors {
        let text = |field: &str| error[field].as_str().unwrap();
        prop_assert!(ProblemKind::CODES.contains(&text("code")));
        prop_assert!(text("path").is_empty() || text("path").starts_with('/'), "{}", text("path"));
        prop_assert!(!text("message").is_empty());
        prop_assert!(!text("hint").is_empty() && !text("hint").ends_with('.'), "{}", text("hint"));
        prop_assert!(error["line"].is_null() || error["line"].as_u64().unwrap() > 0);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn a_fact_of_any_type_comes_back_as_it_was(given in any_fact()) {
        let fact: Fact = serde_json::from_value(given.clone()).unwrap_or_else(|error| panic!("{given}: {error}"));
        let text = serde_json::to_string(&fact).unwrap();
        prop_assert!(same(&serde_json::from_str(&text).unwrap(), &given), "{} for {}", text, given);
        let again: Fact = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&again, &fact);
        prop_assert_eq!(serde_json::to_string(&again).unwrap(), text);
        let tree = Json::from(&fact);
        prop_assert_eq!(&Fact::from_json(&tree).unwrap(), &fact);
    }

    #[test]
    fn ids_and_names_in_any_script_stay_byte_for_byte(name in any_script(), id in any_script()) {
        let line = serde_json::json!({
            "id": id, "at": "2026-01-05T09:00:00+09:00", "partner": id, "person": name,
            "type": "person_registered", "name": name, "title": name, "source": id,
        });
        let journal = Journal::from_json_lines(&line.to_string()).unwrap();
        let fact = &journal.get(0).unwrap();
        prop_assert_eq!(fact.id.as_str(), &id);
        prop_assert_eq!(fact.person.as_ref().unwrap().as_str(), &name);
        let policy = Policy::default();
        let as_of = policy.as_of("2026-02-01").unwrap();
        let brief = keyperson::brief(&journal, &policy, &name.parse().unwrap(), as_of).unwrap();
        prop_assert_eq!((brief.name.as_ref(), brief.title.as_ref()), (Some(&name), Some(&name)));
        let value: Value = serde_json::to_value(&brief).unwrap();
        prop_assert_eq!(value["person"].as_str(), Some(name.as_str()));
        prop_assert_eq!(value["partner"].as_str(), Some(id.as_str()));
    }

    #[test]
    fn a_number_comes_back_to_the_bit(value in any_number(-1e15, 1e15)) {
        let number = Number::new(value).unwrap();
        let text = serde_json::to_string(&number).unwrap();
        let again: Number = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(again.get().to_bits(), (value + 0.0).to_bits());
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Err(error) = Journal::from_json_lines_bytes(&bytes) {
            check_error(&error)?;
        }
        let text = String::from_utf8_lossy(&bytes);
        for error in [Policy::from_toml(&text).err(), Policy::from_json(&text).err()].into_iter().flatten() {
            check_error(&error)?;
        }
        check_answer(&keyperson::ask(&text))?;
    }

    #[test]
    fn no_change_to_a_fact_makes_a_reader_panic(
        fact in any_fact(), place in any::<usize>(), length in 0_usize..6, piece in pieces(),
    ) {
        let text = mutated(&fact.to_string(), place, length, &piece);
        match Journal::from_json_lines(&text) {
            Ok(journal) => prop_assert!(journal.len() <= 1),
            Err(error) => {
                check_error(&error)?;
                // A problem of a line says which line.
                prop_assert!(error.problems().iter().all(|problem| problem.place.line.is_some()));
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn a_journal_comes_back_to_the_bit(given in prop::collection::vec(any_fact(), 0..12), bom in any::<bool>()) {
        let mut ids = std::collections::BTreeSet::new();
        let given: Vec<Value> =
            given.into_iter().filter(|fact| ids.insert(fact["id"].as_str().unwrap().to_owned())).collect();
        let lines: Vec<String> = given.iter().map(Value::to_string).collect();
        let text = format!("{}{}\r\n\n", if bom { "\u{feff}" } else { "" }, lines.join("\r\n"));
        let journal = Journal::from_json_lines_bytes(text.as_bytes()).unwrap();
        prop_assert_eq!(journal.len(), given.len());
        let written = journal.to_json_lines();
        let again = Journal::from_json_lines(&written).unwrap();
        prop_assert_eq!(&again, &journal);
        prop_assert_eq!(again.to_json_lines(), written);
    }

    #[test]
    fn a_policy_comes_back_to_the_bit(
        numbers in prop::collection::vec(any_number(0.0, 1.0), 6), rho in any_number(-100.0, 100.0),
        weight in any_number(0.0, 1e6), half in prop_oneof![any_number(1e-300, 1e9), Just(5e-324)], name in any_script(),
        linear in (any_number(-1e15, 1e15), any_number(-1e15, 1e15)),
        cohort in prop::collection::vec(any_number(-1e15, 1e15), 1..5), bare in any::<bool>(),
    ) {
        prop_assume!(linear.0 != linear.1);
        let over = serde_json::json!({
            "extends": if bare { "nothing" } else { "default" },
            "name": name,
            "fit": { "rho": rho, "bar": numbers[0] },
            "traits": { "drive": { "floor": numbers[1], "reference": numbers[2], "weight": weight } },
            "unit": { "cover": { "skill": numbers[3] } },
            "calendars": { (name.clone()): { "base": "usa", "closing_days": ["1900-01-01", "2200-12-31"] } },
            "signals": {
                "a": { "trait": "skill", "curve": { "kind": "linear", "from": linear.0, "to": linear.1 },
                    "weight": weight, "half_life_days": half, "cap": weight, "reading": "latest" },
                "b": { "trait": "time", "curve": { "kind": "percentile", "cohort": cohort },
                    "weight": numbers[4], "half_life_days": half, "cap": numbers[5], "reading": "each" },
                "study_session": { "trait": "drive", "curve": { "kind": "half_life", "half": half },
                    "weight": 1, "half_life_days": 2, "cap": 3, "reading": "each" },
            },
        });
        let policy = Policy::from_json(&over.to_string()).unwrap();
        prop_assert_eq!(policy.signals.len(), if bare { 3 } else { Policy::default().signals.len() + 2 });
        for again in [Policy::from_json(&policy.to_json()), Policy::from_toml(&policy.to_toml()), Policy::from_tree(policy.tree())] {
            let again = again.unwrap();
            prop_assert_eq!(&again, &policy);
            prop_assert_eq!(again.to_json(), policy.to_json());
            prop_assert_eq!(again.to_toml(), policy.to_toml());
        }
        let again: Policy = serde_json::from_str(&serde_json::to_string(&policy).unwrap()).unwrap();
        prop_assert_eq!(&again, &policy);
    }

    #[test]
    fn no_change_to_a_policy_makes_a_reader_panic(
        place in any::<usize>(), length in 0_usize..12, piece in pieces(), json in any::<bool>(),
    ) {
        let read = if json {
            Policy::from_json(&mutated(&Policy::default().to_json(), place, length, &piece))
        } else {
            Policy::from_toml(&mutated(keyperson::policy::DEFAULT_TOML, place, length, &piece))
        };
        match read {
            Ok(policy) => prop_assert_eq!(Policy::from_json(&policy.to_json()).unwrap(), policy),
            Err(error) => check_error(&error)?,
        }
    }

    #[test]
    fn no_change_to_a_question_makes_it_panic(
        steps in steps(6), hour in 0..HOURS, what in select(keyperson::door::ask::QuestionKind::WORDS),
        place in any::<usize>(), length in 0_usize..12, piece in pieces(), whole in any::<bool>(),
    ) {
        let facts: Vec<Value> = facts(&steps).iter().map(|fact| serde_json::to_value(fact).unwrap()).collect();
        let question = serde_json::json!({
            "do": what, "facts": facts, "policy": { "fit": { "bar": 0.6, "weightings": 10 } }, "person": "p-0",
            "as_of": instant(hour).to_string(), "since": "2026-01-01", "day": "2026-05-01", "to": "2026-05-10", "days": 3,
        })
        .to_string();
        let question = if whole { question } else { mutated(&question, place, length, &piece) };
        check_answer(&keyperson::ask(&question))?;
    }

    #[test]
    fn ask_says_what_the_functions_say(steps in steps(30), hour in 0..HOURS) {
        let (journal, policy) = (journal(&facts(&steps)), Policy::from_toml("[fit]\nweightings = 20\n").unwrap());
        let ask = |what: &str, facts: Value| {
            let question = serde_json::json!({
                "do": what, "facts": facts, "policy": { "fit": { "weightings": 20 } }, "person": "p-0",
                "as_of": instant(hour).to_string(), "since": instant(hour / 2).to_string(),
            });
            keyperson::ask(&question.to_string())
        };
        let lines = Value::from(journal.to_json_lines());
        let list: Vec<Value> = journal.facts().map(|fact| serde_json::to_value(fact).unwrap()).collect();
        for facts in [lines, Value::from(list)] {
            let portfolio = keyperson::portfolio(&journal, &policy, instant(hour)).unwrap();
            let expected = format!(r#"{{"answer":{}}}"#, serde_json::to_string(&portfolio).unwrap());
            prop_assert_eq!(ask("portfolio", facts.clone()), expected);
            let since = instant(hour / 2);
            if let Ok(brief) = keyperson::brief_since(&journal, &policy, &person(0), instant(hour), since) {
                let expected = format!(r#"{{"answer":{}}}"#, serde_json::to_string(&brief).unwrap());
                prop_assert_eq!(ask("brief", facts.clone()), expected);
            }
            let change = keyperson::change(&journal, &policy, &person(0), instant(hour / 2), instant(hour));
            if let Ok(change) = change {
                let expected = format!(r#"{{"answer":{}}}"#, serde_json::to_string(&change).unwrap());
                prop_assert_eq!(ask("change", facts), expected);
            }
        }
    }

    // INVARIANT: a journal that is read from its own lines gives the same brief.
    #[test]
    fn a_journal_read_from_its_own_lines_gives_the_same_brief(steps in steps(60), hour in 0..HOURS) {
        let policy = Policy::default();
        let before = journal(&facts(&steps));
        let after = Journal::from_json_lines(&before.to_json_lines()).unwrap();
        for n in 0..3 {
            let ask = |journal: &Journal| keyperson::brief(journal, &policy, &person(n), instant(hour)).ok();
            prop_assert_eq!(ask(&before), ask(&after));
        }
    }
}

/// Inputs that are deep or long rather than wrong.
#[test]
fn deep_and_long_inputs_are_refused_or_read() {
    for open in ["[", "{\"a\":", "[{\"a\":"] {
        let deep = open.repeat(100_000);
        assert!(Journal::from_json_lines(&deep).is_err());
        assert!(Policy::from_json(&deep).is_err());
        assert!(keyperson::ask(&deep).contains("errors"));
    }
    for deep in [
        format!("a = {}", "[".repeat(100_000)),
        format!("a = {}", "{a=".repeat(100_000)),
        format!("{}a = 1", "a.".repeat(100_000)),
        format!("[{}a]", "a.".repeat(100_000)),
        format!("[[{}a]]", "a.".repeat(100_000)),
    ] {
        assert!(Policy::from_toml(&deep).is_err());
    }
}
