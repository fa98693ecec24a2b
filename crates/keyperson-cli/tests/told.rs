//! What is told of wrong input is short, says what it is, and leads somewhere.

mod place;

use place::{FACT, place};

#[test]
fn what_is_told_fits_on_a_screen_or_two() {
    let place = place();
    let wide: Vec<String> = (0..100_000).map(|index| format!("c{index}")).collect();
    let words = "x".repeat(300);
    let rows = format!("{words},{words},{words}\n").repeat(3_000);
    let sections: String =
        (0..3_000).map(|index| format!("[signals.{words}{index}]\nweigth = \"{words}\"\n")).collect();
    place
        .file("wide.csv", format!("{}\nx\n", wide.join(",")))
        .file("rows.csv", format!("Deal,Account,Closed\n{rows}"))
        .file("many.jsonl", format!("{{\"{words}\":\"{words}\"}}\n").repeat(3_000))
        .file("policy.toml", sections);
    for args in [
        &["import", "wide.csv", "--mapping", "hubspot_deal", "--out", "new.jsonl"][..],
        &["import", "wide.csv", "--mapping", "mapping.toml", "--out", "new.jsonl"],
        &[
            "import",
            "deals.csv",
            "--mapping",
            "mapping.toml",
            "--lookup",
            "accounts=wide.csv",
            "--out",
            "new.jsonl",
        ],
        &["import", "wide.csv", "--mapping", "hubspot_deal", "--preview"],
        &["import", "rows.csv", "--mapping", "mapping.toml", "--out", "new.jsonl"],
        &["import", "rows.csv", "--mapping", "mapping.toml", "--keep-good-rows", "--out", "-"],
        &["portfolio", "many.jsonl"],
        &["policy", "check", "policy.toml"],
    ] {
        for lang in ["en", "ja"] {
            let ran = place.run(&[args, &["--lang", lang]].concat());
            let (lines, characters) = (ran.err.lines().count(), ran.err.chars().count());
            assert!(lines <= 100 && characters <= 10_000, "{args:?}: {lines} {characters}");
            assert!(ran.code == 1 || args.contains(&"--keep-good-rows"), "{args:?}: {}", ran.err);
        }
        assert!(!place.path("new.jsonl").exists());
    }
    let ran = place.run(&["import", "wide.csv", "--mapping", "hubspot_deal", "--out", "new.jsonl"]);
    assert!(
        ran.err.contains("c19 and 99980 more (100000 in all)") && !ran.err.contains("c20"),
        "{}",
        ran.err
    );
    assert_eq!(ran.err.matches("c19").count(), 1);
    // What would not help is not advised.
    assert!(!ran.err.contains("--keep-good-rows"), "{}", ran.err);
}

#[test]
fn what_is_no_text_is_named_and_not_shown() {
    let place = place();
    place.file("deals.csv", b"PK\x03\x04\x14\x00\x00\x00secret\xff\x00bytes");
    for (lang, said, advice) in
        [("en", "ZIP archive or Excel workbook", "CSV"), ("ja", "ZIP または Excel ブック", "CSV")]
    {
        for args in [
            &["import", "deals.csv", "--mapping", "hubspot_deal", "--out", "new.jsonl"][..],
            &["import", "deals.csv", "--mapping", "hubspot_deal", "--preview"],
            &["import", "export.csv", "--mapping", "deals.csv", "--out", "new.jsonl"],
            &["portfolio", "deals.csv"],
            &["portfolio", "facts.jsonl", "--policy", "deals.csv"],
        ] {
            let ran = place.run(&[args, &["--lang", lang]].concat());
            assert_eq!(ran.code, 1, "{args:?}: {}", ran.err);
            assert!(ran.err.contains(said) && ran.err.contains("[foreign_file]"), "{args:?}: {}", ran.err);
            assert!(!ran.err.contains("secret") && !ran.err.contains("UTF-8 の"), "{args:?}: {}", ran.err);
            assert!(args[0] != "import" || args[3] == "deals.csv" || ran.err.contains(advice), "{}", ran.err);
            assert!(!place.path("new.jsonl").exists());
        }
        let piped = place.run_with(&["portfolio", "-", "--lang", lang], b"\x1f\x8b\x08\x00");
        assert!(piped.code == 1 && piped.err.contains("gzip"), "{}", piped.err);
    }
}

#[test]
fn small_words_lead_somewhere() {
    let place = place();
    place.file("twice.jsonl", format!("{FACT}\n{}\n", FACT.replace("0.9", "0.8")));
    let ran = place.run(&["portfolio", "twice.jsonl", "--as-of", "2026-01-31"]);
    assert!(ran.err.contains("already names another fact (line 1) ["), "{}", ran.err);
    let ran = place.run(&["portfolio", "twice.jsonl", "--as-of", "2026-01-31", "--lang", "ja"]);
    assert!(ran.err.contains("（1 行目）") && !ran.err.contains("不明"), "{}", ran.err);
    for args in [
        &["portfolio", "facts.jsonl", "--as-of", "2201-01-01"][..],
        &["brief", "facts.jsonl", "--person", "p-1", "--since", "1899-12-31"],
        &["simulate", "--start", "1800-01-01"],
    ] {
        let ran = place.run(args);
        assert!(ran.code == 2 && ran.err.contains("1900-01-01 to 2200-12-31"), "{}", ran.err);
    }
    let ran = place.run(&["portfolio", "export.csv"]);
    assert!(ran.code == 1 && ran.err.contains("keyperson import"), "{}", ran.err);
}
