//! The command as its users run it: what it prints, what it writes, how it ends.

mod endings;
#[path = "../place/mod.rs"]
mod place;

use std::fs;
use std::path::Path;

use place::{Place, files};

const GOOD: &str = r#"{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}"#;

fn japanese(text: &str) -> bool {
    text.chars().any(|c| ('\u{3040}'..='\u{30ff}').contains(&c))
}

const ASK: &[&str] = &["--person", "p-001", "--as-of", "2026-04-30"];

fn brief<'a>(facts: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["brief", facts], ASK, more].concat()
}

#[test]
fn the_demonstration_is_the_same_every_time() {
    let place = Place::new();
    let first = place.ok(&["demo"]);
    let written = files(&place.path("keyperson-demo"));
    let second = place.ok(&["demo"]);
    assert_eq!(first.out, second.out);
    assert_eq!(written, files(&place.path("keyperson-demo")));
    let names: Vec<&str> = written.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        ["brief.en.html", "brief.ja.html", "facts.jsonl", "policy.toml", "portfolio.csv", "portfolio.html"]
    );
    assert!(first.out.contains("made-up"));
    for (name, content) in &written {
        assert!(content.len() > 1000, "{name}");
    }
    assert!(japanese(&place.ok(&["demo", "--lang", "ja", "--out", "other"]).out));
}

#[test]
fn the_commands_that_the_demonstration_names_work() {
    let place = Place::new();
    let told = place.ok(&["demo"]).out;
    let commands: Vec<&str> = told
        .lines()
        .filter_map(|line| line.trim().strip_prefix("cargo run --release -p keyperson-cli -- "))
        .collect();
    assert_eq!(commands.len(), 3);
    for command in commands {
        assert!(!place.ok(&command.split(' ').collect::<Vec<_>>()).out.is_empty(), "{command}");
    }
}

#[test]
fn a_brief_comes_in_every_format_and_both_languages() {
    let place = Place::new();
    place.file("facts.jsonl", GOOD);
    for (format, expected) in [
        ("text", "Readiness"),
        ("json", "\"keyperson.brief/1\""),
        ("markdown", "#"),
        ("html", "<!DOCTYPE html>"),
    ] {
        assert!(place.ok(&brief("facts.jsonl", &["--format", format])).out.contains(expected), "{format}");
    }
    for format in ["text", "markdown", "html"] {
        assert!(
            japanese(&place.ok(&brief("facts.jsonl", &["--format", format, "--lang", "ja"])).out),
            "{format}"
        );
        assert!(
            !japanese(&place.ok(&brief("facts.jsonl", &["--format", format, "--lang", "en"])).out),
            "{format}"
        );
    }
    place.ok(&brief("facts.jsonl", &["--out", "page.html"]));
    assert!(fs::read_to_string(place.path("page.html")).unwrap().starts_with("<!DOCTYPE html>"));
}

#[test]
fn a_case_study_is_drafted_from_the_facts() {
    let place = Place::new();
    let won = r#"{"id":"f-2","at":"2026-02-02T09:00:00+09:00","partner":"acme","person":"p-001","type":"deal","deal":"d-1","stage":"won","name":"Sample Foods"}"#;
    place.file("facts.jsonl", format!("{GOOD}\n{won}\n"));
    let ask = |more: &[&'static str]| {
        [&["draft", "case-study", "facts.jsonl", "--as-of", "2026-03-31"], more].concat()
    };
    let english = place.ok(&ask(&["--deal", "d-1"])).out;
    assert!(english.starts_with("# How Sample Foods was won\n") && !japanese(&english), "{english}");
    place.ok(&ask(&["--deal", "d-1", "--lang", "ja", "--out", "story.md"]));
    let written = fs::read_to_string(place.path("story.md")).unwrap();
    assert!(written.starts_with("# 成功事例：Sample Foods様"), "{written}");
    let unknown = place.run(&ask(&["--deal", "d-2", "--lang", "ja"]));
    assert!(unknown.code != 0 && unknown.err.contains("d-2") && japanese(&unknown.err), "{}", unknown.err);
}

#[test]
fn the_input_of_the_process_is_read_as_a_file() {
    let place = Place::new();
    let ran = place.run_with(&brief("-", &["--format", "json"]), GOOD.as_bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["person"], "p-001");
    let ran = place.run_with(&brief("-", &[]), b"{\"id\":1}\n");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("<stdin>:1") && ran.err.contains("{\"id\":1}"), "{}", ran.err);
}

#[test]
fn what_changed_is_told_with_the_facts_in_between() {
    let place = Place::new();
    let later = GOOD.replace("f-1", "f-2").replace("2026-01-05", "2026-04-20").replace("0.9", "0.1");
    place.file("facts.jsonl", format!("{GOOD}\n{later}\n"));
    let told = place.ok(&brief("facts.jsonl", &["--since", "2026-03-31"])).out;
    assert!(told.contains("What changed since") && told.contains("f-2"), "{told}");
    let json = place.ok(&brief("facts.jsonl", &["--since", "2026-03-31", "--format", "json"])).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["change"]["facts"], serde_json::json!(["f-2"]));
}

#[test]
fn anything_can_be_asked_in_the_json_form() {
    let place = Place::new();
    place.file("facts.jsonl", GOOD);
    place.file("policy.toml", "name = \"ours\"\n[fit]\nbar = 0.25\n");
    let ask = |question: &str, more: &[&str]| -> serde_json::Value {
        serde_json::from_str(&place.ok(&[&["ask", question], more].concat()).out).unwrap()
    };
    let ranked = ask(r#"{"do":"rank","partner":"acme","as_of":"2026-04-30"}"#, &["facts.jsonl"]);
    assert_eq!(ranked["standings"][0]["person"], "p-001");
    // What needs no facts is asked without any.
    let fit = ask(r#"{"do":"fit","traits":{"drive":0.5}}"#, &["--policy", "policy.toml"]);
    assert_eq!((&fit["score"], &fit["bar"]), (&0.5.into(), &0.25.into()));
    let day = ask(r#"{"do":"business_day","day":"2026-05-01"}"#, &[]);
    assert_eq!(day["next_business_day"], "2026-05-07");
    // Every problem is told, in the user's language, and nothing is printed.
    let wrong = r#"{"do":"rank","partner":"acme","thirst":1}"#;
    for (lang, said) in [("en", "the question"), ("ja", "質問")] {
        let ran = place.run(&["ask", wrong, "facts.jsonl", "--lang", lang]);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""));
        for said in [said, "unknown_field", "missing_field", "/as_of"] {
            assert!(ran.err.contains(said), "{said}: {}", ran.err);
        }
    }
}

#[test]
fn a_trail_leads_from_a_number_to_its_facts_and_back() {
    let place = Place::new();
    place.file("facts.jsonl", GOOD);
    let ask = |more: &[&str]| place.ok(&[&["trail", "facts.jsonl"], ASK, more].concat()).out;
    let number = ask(&["--lang", "en", "--of", "/traits/1/mean"]);
    assert!(number.contains("Behind this number\n/traits/1/mean = 0."), "{number}");
    assert!(number.contains("f-1"), "{number}");
    assert!(ask(&["--lang", "ja", "--of", "/traits/1/mean"]).starts_with("この数字の根拠\n"));
    assert!(ask(&["--lang", "en", "--fact", "f-1"]).contains("/traits/1/mean = 0."));
    assert!(ask(&["--lang", "en"]).contains("traits/drive: "));
    let json: serde_json::Value =
        serde_json::from_str(&ask(&["--format", "json", "--of", "/fit/bar"])).unwrap();
    assert_eq!(json["numbers"][0]["basis"], "policy");
}

#[test]
fn the_announcement_is_drafted_in_both_languages() {
    let place = Place::new();
    place.file("facts.jsonl", GOOD);
    let draft = |lang: &str| {
        let asked =
            ["draft", "announcement", "facts.jsonl", "--person", "p-001", "--as-of", "2026-04-30", "--lang"];
        place.ok(&[&asked[..], &[lang]].concat()).out
    };
    assert!(draft("ja").contains("さんに新規ソリューションの推進役を任せます"));
    assert!(draft("en").contains("- **May decide**: [to fill in: authority, what may be decided alone]"));
}

#[test]
fn coming_meetings_are_a_calendar_file_and_none_are_told() {
    let place = Place::new();
    let appointed = r#"{"id":"g-1","at":"2026-04-01T09:00:00+09:00","partner":"acme","person":"p-001","type":"gate","gate":"appointed"}"#;
    place.file("facts.jsonl", format!("{appointed}\n"));
    let asked = ["calendar", "facts.jsonl", "--person", "p-001", "--as-of"];
    let file = place.ok(&[&asked[..], &["2026-04-30", "--lang", "ja"]].concat()).out;
    assert!(
        file.starts_with("BEGIN:VCALENDAR\r\n")
            && file.contains("DTSTART;TZID=Asia/Tokyo:20260507T090000\r\n")
    );
    place.file("facts.jsonl", format!("{GOOD}\n"));
    let ran = place.run(&[&asked[..], &["2026-04-30"]].concat());
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("no meetings are planned for p-001"), "{}", ran.err);
}

#[test]
fn without_a_date_the_question_is_asked_now_and_says_so() {
    let place = Place::new();
    place.file("facts.jsonl", GOOD);
    let told = place.ok(&["brief", "facts.jsonl", "--person", "p-001", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&told).unwrap();
    let as_of = json["as_of"].as_str().unwrap();
    assert!(as_of.ends_with("+09:00") && as_of > "2026-01-05", "{as_of}");
    assert!(place.ok(&["portfolio", "facts.jsonl"]).out.contains("As of "));
}

#[test]
fn everybody_gets_a_page() {
    let place = Place::new();
    let other = GOOD.replace("f-1", "f-2").replace("p-001", "../p 002");
    place.file("facts.jsonl", format!("{GOOD}\n{other}\n"));
    place.ok(&["brief", "facts.jsonl", "--all", "--out", "pages", "--as-of", "2026-04-30"]);
    let names: Vec<String> = files(&place.path("pages")).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["___p_002.html", "p-001.html"]);
}

#[test]
fn a_portfolio_comes_in_every_format() {
    let place = Place::new();
    place.file("facts.jsonl", GOOD);
    for (format, expected) in [
        ("text", "p-001"),
        ("json", "\"keyperson.portfolio/1\""),
        ("markdown", "|"),
        ("html", "<!DOCTYPE html>"),
        ("csv", "p-001"),
    ] {
        let ran = place.ok(&["portfolio", "facts.jsonl", "--as-of", "2026-04-30", "--format", format]);
        assert!(ran.out.contains(expected), "{format}");
    }
}

#[test]
fn cells_of_a_table_cannot_be_run_by_a_spreadsheet() {
    let place = Place::new();
    place.file("facts.jsonl", GOOD.replace("p-001", "=HYPERLINK(1)"));
    let csv = place.ok(&["portfolio", "facts.jsonl", "--as-of", "2026-04-30", "--format", "csv"]).out;
    assert!(csv.contains("'=HYPERLINK(1)"), "{csv}");
    assert!(!csv.contains(",=HYPERLINK"), "{csv}");
}

#[test]
fn nothing_is_coloured_where_nobody_looks() {
    let place = Place::new();
    place.file("facts.jsonl", GOOD).file("bad.jsonl", "{}\n");
    for args in [
        brief("facts.jsonl", &[]),
        brief("bad.jsonl", &[]),
        vec!["portfolio", "facts.jsonl"],
        vec!["demo"],
        vec!["policy", "explain"],
    ] {
        let ran = place.run(&args);
        assert!(!ran.out.contains('\u{1b}') && !ran.err.contains('\u{1b}'), "{args:?}");
    }
}

#[test]
fn names_cannot_command_the_terminal() {
    let place = Place::new();
    let registered = r#"{"id":"f-0","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"p-001","type":"person_registered","name":"a\u202eb"}"#;
    place.file("facts.jsonl", format!("{registered}\n{GOOD}\n"));
    for args in [brief("facts.jsonl", &[]), vec!["portfolio", "facts.jsonl"]] {
        assert!(!place.ok(&args).out.contains('\u{202e}'), "{args:?}");
    }
    place.file("bad.jsonl", b"{\"id\":\"\x1b[31m\"}\n");
    assert!(!place.run(&brief("bad.jsonl", &[])).err.contains('\u{1b}'));
}

#[test]
fn a_policy_is_begun_checked_and_explained() {
    let place = Place::new();
    place.ok(&["policy", "init"]);
    assert_eq!(fs::read_to_string(place.path("policy.toml")).unwrap(), keyperson::policy::DEFAULT_TOML);
    assert!(place.ok(&["policy", "check", "policy.toml"]).out.contains("OK"));
    // A policy that somebody wrote is never replaced.
    assert_eq!(place.run(&["policy", "init"]).code, 3);
    let explained = place.ok(&["policy", "explain", "fit.rho"]).out;
    assert!(explained.starts_with("fit.rho = 1.0\n    Exponent"), "{explained}");
    assert!(japanese(&place.ok(&["policy", "explain", "fit.rho", "--lang", "ja"]).out));
    place.file("mine.toml", "[fit]\nrho = 0.5\n");
    let explained = place.ok(&["policy", "explain", "--policy", "mine.toml"]).out;
    assert!(explained.contains("fit.rho = 0.5   (default: 1.0)"), "{explained}");
    let none = place.run(&["policy", "explain", "fit.rhoo"]);
    assert!(none.code == 2 && none.err.contains("rho, bar"), "{}", none.err);
}

#[test]
fn every_problem_of_a_policy_has_its_line() {
    let place = Place::new();
    place.file("bad.toml", "[fit]\nrho = 200.0\nbarr = 1\n\n[place]\nzone = \"Mars/Phobos\"\n");
    let ran = place.run(&["policy", "check", "bad.toml"]);
    assert_eq!(ran.code, 1);
    for expected in [
        "bad.toml:2 /fit/rho",
        "[out_of_range]",
        "bad.toml:3 /fit/barr",
        "[unknown_field]",
        "bad.toml:6 /place/zone",
        "[unknown_zone]",
        "3 problems",
    ] {
        assert!(ran.err.contains(expected), "{expected}: {}", ran.err);
    }
}

#[test]
fn every_document_has_a_schema() {
    let place = Place::new();
    for document in ["fact", "policy", "brief", "change", "portfolio", "trail", "mapping"] {
        let printed = place.ok(&["schema", document]).out;
        let schema: serde_json::Value = serde_json::from_str(&printed).unwrap();
        let known = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(format!("../keyperson/schemas/{document}.schema.json"));
        assert!(document == "mapping" || printed == fs::read_to_string(known).unwrap(), "{document}");
        assert!(schema["$schema"].is_string(), "{document}");
    }
}

#[test]
fn a_simulation_follows_its_seed() {
    let place = Place::new();
    let args =
        ["simulate", "--partners", "1", "--seed", "7", "--start", "2026-01-05", "--as-of", "2026-02-05"];
    let first = place.ok(&args).out;
    assert!(first.lines().count() > 50 && first == place.ok(&args).out);
    place.ok(&[&args[..], &["--out", "facts.jsonl", "--truth", "truth.json"]].concat());
    assert_eq!(fs::read_to_string(place.path("facts.jsonl")).unwrap(), first);
    let truth: serde_json::Value =
        serde_json::from_slice(&fs::read(place.path("truth.json")).unwrap()).unwrap();
    assert!(truth.as_array().is_some_and(|people| !people.is_empty()));
}

const MAPPING: &str = r#"schema = "keyperson.mapping/1"
[input]
zone = "Asia/Tokyo"
[[facts]]
type = "deal"
id = "{Deal}-won"
at = { column = "Closed" }
partner = { column = "Partner" }
person = { column = "Owner" }
deal = { column = "Deal" }
stage = "won"
amount = { column = "Amount" }
"#;

#[test]
fn an_export_becomes_facts_whole_or_not_at_all() {
    let place = Place::new();
    let good = "Deal,Partner,Owner,Closed,Amount\nD-1,Acme,佐藤,2026-04-30,1200000\n";
    let bad = format!("{good}D-2,Acme,鈴木,someday,5\nD-3,Acme,鈴木,2026-04-30,-5\n");
    place.file("map.toml", MAPPING).file("good.csv", good).file("bad.csv", &bad);
    place.ok(&["import", "good.csv", "--mapping", "map.toml"]);
    let facts = fs::read_to_string(place.path("facts.jsonl")).unwrap();
    assert_eq!(facts.lines().count(), 1);
    place.ok(&["brief", "facts.jsonl", "--person", "佐藤", "--as-of", "2026-04-30"]);

    let refused = place.run(&["import", "bad.csv", "--mapping", "map.toml", "--out", "bad.jsonl"]);
    assert_eq!(refused.code, 1);
    for expected in ["bad.csv:3", "[unreadable_date]", "bad.csv:4", "[out_of_range]", "D-2,Acme"] {
        assert!(refused.err.contains(expected), "{expected}: {}", refused.err);
    }
    assert!(!place.path("bad.jsonl").exists());

    let preview =
        place.run(&["import", "bad.csv", "--mapping", "map.toml", "--preview=1", "--out", "bad.jsonl"]);
    assert_eq!(preview.code, 1);
    assert!(preview.out.starts_with('{') && preview.out.contains("bad.csv:3 Closed"), "{}", preview.out);
    assert!(!place.path("bad.jsonl").exists());

    let kept = place.ok(&["import", "bad.csv", "--mapping", "map.toml", "--keep-good-rows", "--out", "-"]);
    assert_eq!(kept.out, facts);
    assert!(kept.err.contains("2 rows cannot be read"), "{}", kept.err);
    // Nothing is left over beside the files that were asked for.
    let names: Vec<String> = files(place.0.path()).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["bad.csv", "facts.jsonl", "good.csv", "map.toml"]);
}

#[test]
fn mistakes_of_a_mapping_are_told_with_their_lines() {
    let place = Place::new();
    place
        .file("map.toml", MAPPING.replace("\"Amount\"", "\"Sum\""))
        .file("x.csv", "Deal,Partner,Owner,Closed,Amount\n");
    let ran = place.run(&["import", "x.csv", "--mapping", "map.toml"]);
    assert!(
        ran.code == 1 && ran.err.contains("map.toml:12") && ran.err.contains("[unknown_column]"),
        "{}",
        ran.err
    );
    place.file("map.toml", MAPPING.replace("[input]", "[imput]"));
    let ran = place.run(&["import", "x.csv", "--mapping", "map.toml"]);
    assert!(
        ran.code == 1 && ran.err.contains("map.toml:2") && ran.err.contains("[unknown_field]"),
        "{}",
        ran.err
    );
    assert_eq!(place.run(&["import", "x.csv", "--mapping", "nobody"]).code, 2);
    assert!(place.ok(&["import", "--list-mappings"]).out.contains("salesforce_opportunity"));
}

#[test]
fn a_whole_crm_export_is_imported() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/maven_crm");
    if !folder.exists() {
        println!("left out: the CRM export is not there");
        return;
    }
    let place = Place::new();
    let export = folder.join("sales_pipeline.csv");
    let ran = place.ok(&["import", export.to_str().unwrap(), "--mapping", "maven_crm"]);
    assert!(ran.err.contains("8800 rows read") && ran.err.contains("500 rows left out"), "{}", ran.err);
    let told = place.ok(&["portfolio", "facts.jsonl", "--as-of", "2017-12-31", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(json["partners"].as_array().unwrap().len(), 3);
}
