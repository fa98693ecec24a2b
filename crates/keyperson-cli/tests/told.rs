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

#[test]
fn wrong_usage_is_told_in_japanese() {
    let place = place();
    place.file("facts.jsonl", FACT);
    for (args, said) in [
        (
            &["brief", "facts.jsonl", "--persn", "p"][..],
            &["`--persn` という引数はありません", "近いもの: `--person`", "使い方: keyperson brief"][..],
        ),
        (&["brif"], &["`brif` というコマンドはありません", "近いもの: `brief`"]),
        (&["brief", "facts.jsonl"], &["必要な引数がありません: `<--person <ID>|--all>`"]),
        (
            &["brief", "facts.jsonl", "--person", "p", "--person", "q"],
            &["`--person <ID>` は一度しか使えません"],
        ),
        (
            &["brief", "facts.jsonl", "--person", "p", "--all", "--out", "x"],
            &["`--person <ID>` と `--all` は同時に使えません"],
        ),
        (
            &["brief", "facts.jsonl", "--person", "p", "--as-of", "5"],
            &["`--as-of <DATE>` に `5` は使えません", "2026-04-30T09:00:00+09:00"],
        ),
        (&["brief", "facts.jsonl", "--person", " "], &["空白だけのテキストです"]),
        (&["brief", "facts.jsonl", "--person"], &["`--person <ID>` に値がありません"]),
        (&["simulate", "--partners", "0"], &["1 から 100000 までの整数"]),
        (&["import", "facts.jsonl", "--mapping", "hubspot_deal", "--lookup", "x"], &["名前=ファイル名"]),
        (&["schema", "foo"], &["使える値: fact、policy"]),
        (&["policy"], &["`keyperson policy` の後にコマンドが必要です", "init、check、explain"]),
    ] {
        let ran = place.run(&[args, &["--lang=ja"]].concat());
        assert_eq!(ran.code, 2, "{args:?}");
        for said in said {
            assert!(ran.err.contains(said), "{args:?}: {}", ran.err);
        }
        assert!(ran.err.starts_with("エラー: ") && !ran.err.contains("error:"), "{}", ran.err);
        let english = place.run(&[args, &["--lang=en"]].concat());
        assert!(english.err.starts_with("error: "), "{}", english.err);
    }
    let missing = place.run(&["brief", "none.jsonl", "--person", "p", "--lang", "ja"]);
    assert!(missing.err.contains("ファイルが見つかりません"), "{}", missing.err);
    assert!(!missing.err.contains("os error"), "{}", missing.err);
}

#[test]
fn the_help_is_told_in_japanese() {
    let place = place();
    let commands = [
        "",
        "demo",
        "import",
        "brief",
        "portfolio",
        "trail",
        "ask",
        "draft",
        "draft case-study",
        "draft announcement",
        "calendar",
        "policy",
        "policy init",
        "policy check",
        "policy explain",
        "schema",
        "simulate",
    ];
    for command in commands {
        let command: Vec<&str> = command.split_whitespace().collect();
        let ran = place.run(&[&command[..], &["--lang", "ja", "--help"]].concat());
        assert!(
            ran.code == 0 && ran.out.contains("使い方: keyperson"),
            "{command:?}: {}{}",
            ran.out,
            ran.err
        );
        for line in ran.out.lines().filter(|line| !line.starts_with("使い方")) {
            // Every line says something in Japanese, and no English sentence.
            let words: Vec<bool> = line
                .split(' ')
                .map(|word| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase()))
                .collect();
            assert!(!words.windows(3).any(|of| of.iter().all(|word| *word)), "{command:?}: {line}");
            assert!(line.is_empty() || !line.is_ascii(), "{command:?}: {line}");
        }
    }
    let english = place.run(&["brief", "--help", "--lang", "en"]);
    assert!(english.out.contains("Usage: keyperson brief"), "{}", english.out);
}
