//! The shipped mappings import the exports that they are made for.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs::File;
use std::path::{Path, PathBuf};

use keyperson_table::{Format, Import, ImportOptions, Lookups, Mapping, import_csv, preview};

fn import(name: &str, text: &str) -> Import {
    let mapping = Mapping::shipped(name).unwrap();
    import_csv(text.as_bytes(), &mapping, &Lookups::default(), ImportOptions::default(), &mut |_| {})
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Id, instant, partner, person, and stage or metric of every fact, sorted.
fn facts(import: &Import) -> Vec<String> {
    let mut lines: Vec<String> = import
        .journal
        .facts()
        .map(|fact| {
            let json = keyperson::Json::from(fact);
            let word = |name| match json.get(name) {
                Some(keyperson::Json::Text(text)) => text.clone(),
                _ => String::new(),
            };
            let what = format!("{}{}", word("stage"), word("metric"));
            let at: String = word("at").chars().take(16).collect();
            format!("{} | {at} | {} | {} | {what}", fact.id, fact.partner, word("person"))
        })
        .collect();
    lines.sort();
    lines
}

#[test]
fn salesforce_opportunities() {
    let import = import(
        "salesforce_opportunity",
        "Opportunity ID,Account Name,Opportunity Owner,Stage,Amount,Close Date,Created Date\n\
         006A,Acme,Ann Lee,Closed Won,\"$1,200.50\",4/30/2026,1/5/2026\n\
         006B,Acme,Bo Chan,Closed Lost,USD 900,2026-05-01,2026-01-06\n\
         006C,Acme,Bo Chan,Prospecting,,2026-12-31,2026-01-07\n",
    );
    let expected = [
        "006A-closed | 2026-04-30T12:00 | Acme | Ann Lee | won",
        "006A-prospect | 2026-01-05T12:00 | Acme | Ann Lee | prospect",
        "006B-closed | 2026-05-01T12:00 | Acme | Bo Chan | lost",
        "006B-prospect | 2026-01-06T12:00 | Acme | Bo Chan | prospect",
        "006C-prospect | 2026-01-07T12:00 | Acme | Bo Chan | prospect",
    ];
    assert_eq!(facts(&import), expected);
    assert!(import.journal.to_json_lines().contains("\"amount\":1200.5"));
}

#[test]
fn salesforce_opportunities_with_partner_and_stage_change() {
    let import = import(
        "salesforce_opportunity",
        "Opportunity ID,Account Name,Partner Account,Opportunity Owner,Stage,Last Stage Change Date,Close Date,Created Date\n\
         006A,Customer,Acme,Ann Lee,Negotiation/Review,2026-03-01,2026-12-31,2026-01-05\n",
    );
    let expected = [
        "006A-Negotiation/Review | 2026-03-01T12:00 | Acme | Ann Lee | approval",
        "006A-prospect | 2026-01-05T12:00 | Acme | Ann Lee | prospect",
    ];
    assert_eq!(facts(&import), expected);
}

#[test]
fn salesforce_opportunities_in_japanese() {
    let import = import(
        "salesforce_opportunity",
        "商談 ID,取引先名,商談 所有者,フェーズ,金額,完了予定日,作成日\n\
         006A,株式会社アクメ,佐藤 花子,成立,\"¥1,200,000\",2026/04/30,2026/01/05\n",
    );
    let expected = [
        "006A-closed | 2026-04-30T12:00 | 株式会社アクメ | 佐藤 花子 | won",
        "006A-prospect | 2026-01-05T12:00 | 株式会社アクメ | 佐藤 花子 | prospect",
    ];
    assert_eq!(facts(&import), expected);
}

#[test]
fn salesforce_tasks() {
    let import = import(
        "salesforce_task",
        "Activity ID,Company / Account,Contact,Type,Status,Due Date\n\
         00T1,Acme,Ann Lee,Call,Completed,2026-04-30\n\
         00T2,Acme,Ann Lee,Letter,Completed,2026-04-30\n\
         00T3,Acme,Ann Lee,Call,Not Started,2026-05-30\n\
         00T4,Acme,,Call,Completed,2026-05-30\n",
    );
    let expected = [
        "activity:00T1 | 2026-04-30T12:00 | Acme | Ann Lee | call",
        "activity:00T2 | 2026-04-30T12:00 | Acme | Ann Lee | task",
    ];
    assert_eq!(facts(&import), expected);
    let skipped: Vec<(&str, u64, u64)> = import
        .skipped
        .iter()
        .map(|skipped| (skipped.reason.as_str(), skipped.rows, skipped.first_line))
        .collect();
    assert_eq!(skipped, [("the activity is not completed", 1, 4), ("the activity names no contact", 1, 5)]);
}

#[test]
fn hubspot_deals() {
    let import = import(
        "hubspot_deal",
        "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Create Date,Associated Company (Primary)\n\
         77,Renewal,Closed Won,2026-04-30 14:30,Ann Lee,1200,2026-01-05 09:00,Acme\n\
         78,No company,Closed Won,2026-04-30 14:30,Ann Lee,1200,2026-01-05 09:00,\n",
    );
    let expected = [
        "77-closed | 2026-04-30T14:30 | Acme | Ann Lee | won",
        "77-prospect | 2026-01-05T09:00 | Acme | Ann Lee | prospect",
    ];
    assert_eq!(facts(&import), expected);
    assert_eq!(import.skipped[0].rows, 1);
}

fn maven() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/maven_crm");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("left out: {} is absent", folder.display());
    None
}

#[test]
fn maven_sample_whole() {
    let Some(folder) = maven() else { return };
    let mapping = Mapping::shipped("maven_crm").unwrap();
    let mut lookups = Lookups::default();
    for (name, file) in mapping.lookup_files() {
        lookups.add(name, File::open(folder.join(file)).unwrap(), Format::of_file(file), &mapping).unwrap();
    }
    let pipeline = || File::open(folder.join("sales_pipeline.csv")).unwrap();
    let mut seen = Vec::new();
    let import =
        import_csv(pipeline(), &mapping, &lookups, ImportOptions::default(), &mut |rows| seen.push(rows))
            .unwrap();
    assert_eq!(seen, [8_800]);
    assert_eq!((import.rows_read, import.rows_used, import.rows_bad), (8_800, 8_300, 0));
    assert_eq!((import.skipped.len(), import.skipped[0].rows, import.problems), (1, 500, None));
    // 30 agents; 8,300 deals found, of which 4,238 were won and 2,473 lost.
    assert_eq!(import.journal.len(), 30 + 8_300 + 4_238 + 2_473);
    let text = import.journal.to_json_lines();
    let count = |part: &str| text.matches(part).count();
    assert_eq!((count("\"stage\":\"won\""), count("\"stage\":\"lost\"")), (4_238, 2_473));
    assert_eq!((count("GTXPro"), count("technolgy")), (0, 0));
    let mut partners: Vec<&str> = import.journal.facts().map(|fact| fact.partner.as_str()).collect();
    partners.dedup();
    assert_eq!(partners, ["Central", "East", "West"]);
    assert_eq!(keyperson::Journal::from_json_lines(&text).unwrap(), import.journal);

    let seen = preview(pipeline(), Format::Csv, &mapping, &lookups, 5).unwrap();
    assert_eq!((seen.facts.len(), seen.rows_read, seen.problems), (5, 8_800, None));
}
