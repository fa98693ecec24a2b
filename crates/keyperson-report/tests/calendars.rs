//! Calendar files: the same bytes whenever they are written, folded, whole, and safe against names.
#![cfg(feature = "ics")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use keyperson::{Brief, Journal, Policy, Schedule};
use keyperson_report::{Language, ics};

fn asked(name: &str, zone: &str, as_of: &str) -> (Brief, Schedule) {
    let policy = Policy::default();
    let lines = [
        serde_json::json!({"id": "f-1", "at": "2026-04-01T09:00:00+09:00", "partner": "acme", "type": "partner_registered", "zone": zone, "calendar": "weekdays"}),
        serde_json::json!({"id": "f-2", "at": "2026-04-01T09:00:00+09:00", "partner": "acme", "person": "p", "type": "person_registered", "name": name}),
        serde_json::json!({"id": "f-3", "at": "2026-04-01T10:00:00+09:00", "partner": "acme", "person": "p", "type": "gate", "gate": "appointed"}),
    ];
    let journal = Journal::from_json_lines(&lines.map(|line| line.to_string()).join("\n")).unwrap();
    let (person, as_of) = ("p".parse().unwrap(), policy.as_of(as_of).unwrap());
    let brief = keyperson::brief(&journal, &policy, &person, as_of).unwrap();
    (brief, keyperson::schedule(&journal, &policy, &person, as_of).unwrap())
}

fn file(name: &str, zone: &str, as_of: &str, language: Language) -> String {
    let (brief, schedule) = asked(name, zone, as_of);
    ics::calendar(&brief, &schedule, language)
}

#[test]
fn the_same_question_gives_the_same_bytes() {
    let one = file("山田 花子", "Asia/Tokyo", "2026-04-30", Language::Japanese);
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    assert_eq!(one, file("山田 花子", "Asia/Tokyo", "2026-04-30", Language::Japanese));
    let stamps: Vec<&str> = one.lines().filter(|line| line.starts_with("DTSTAMP")).collect();
    assert_eq!(stamps.len(), one.matches("BEGIN:VEVENT").count());
    assert!(stamps.iter().all(|stamp| *stamp == "DTSTAMP:20260430T145959Z"), "{stamps:?}");
}

#[test]
fn lines_end_and_fold_as_the_standard_says() {
    let long = "長い名前の方にも折り返しが要ります".repeat(4);
    for language in Language::ALL.iter().copied() {
        let file = file(&long, "Asia/Tokyo", "2026-04-30", language);
        assert!(file.ends_with("END:VCALENDAR\r\n"));
        for line in file.split("\r\n") {
            assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
        }
        assert!(file.replace("\r\n ", "").contains(&long));
    }
}

#[test]
fn a_name_is_a_name() {
    let hostile = "a;b,c\\d BEGIN:VEVENT:END:VCALENDAR";
    let written = file(hostile, "Asia/Tokyo", "2026-04-30", Language::English);
    let plain = file("Ann", "Asia/Tokyo", "2026-04-30", Language::English);
    let events = |file: &str| file.lines().filter(|line| *line == "BEGIN:VEVENT").count();
    assert_eq!(events(&written), events(&plain));
    let unfolded = written.replace("\r\n ", "");
    assert!(
        unfolded.contains(r"SUMMARY:Weekly meeting: a\;b\,c\\d BEGIN:VEVENT:END:VCALENDAR (acme)"),
        "{unfolded}"
    );
}

#[test]
fn a_zone_brings_its_changes_along() {
    let tokyo = file("Ann", "Asia/Tokyo", "2026-04-30", Language::English);
    assert_eq!(tokyo.matches("TZOFFSETTO:+0900").count(), 1);
    assert!(!tokyo.contains("DAYLIGHT"));
    // Summer time in Berlin ended on 2026-10-25 at 03:00 by its own clock.
    let berlin = file("Ann", "Europe/Berlin", "2026-09-30", Language::English);
    let change = "BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n";
    assert!(berlin.contains(change), "{berlin}");
    // On Lord Howe Island the clock moves by half an hour: on 2026-10-04 at 02:00.
    let lord_howe = file("Ann", "Australia/Lord_Howe", "2026-09-15", Language::English);
    let change = "BEGIN:DAYLIGHT\r\nDTSTART:20261004T020000\r\nTZOFFSETFROM:+1030\r\nTZOFFSETTO:+1100\r\nEND:DAYLIGHT\r\n";
    assert!(lord_howe.contains(change), "{lord_howe}");
}

#[test]
fn a_meeting_keeps_its_identity_when_its_day_moves() {
    let uids = |as_of: &str| {
        let file = file("Ann", "Asia/Tokyo", as_of, Language::English).replace("\r\n ", "");
        file.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>()
    };
    let (one, later) = (uids("2026-04-30"), uids("2026-05-14"));
    assert!(later.iter().take(8).all(|uid| one.contains(uid)), "{one:?} {later:?}");
    assert_eq!(one.iter().collect::<std::collections::BTreeSet<_>>().len(), one.len());
}

#[test]
fn only_meetings_to_come_are_written() {
    let (_, morning) = asked("Ann", "Asia/Tokyo", "2026-05-12T08:59:00+09:00");
    let (_, begun) = asked("Ann", "Asia/Tokyo", "2026-05-12T09:00:00+09:00");
    assert_eq!(morning.meetings[0].day.to_string(), "2026-05-12");
    assert_eq!(begun.meetings[0].day.to_string(), "2026-05-19");
}
