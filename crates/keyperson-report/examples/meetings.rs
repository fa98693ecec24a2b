//! Writes calendar files with the plans behind them into a folder, for a reader of another house to compare.
//!
//! `cargo run -p keyperson-report --features ics --example meetings -- FOLDER`

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use keyperson::{Journal, PersonId, Policy};
use keyperson_report::{Language, ics};
use serde_json::json;

/// Zones whose clocks change within the days, and one whose does not; names that try to break out.
const CASES: [(&str, &str, &str, &str); 5] = [
    ("tokyo", "Asia/Tokyo", "japan", "山田 花子"),
    ("berlin", "Europe/Berlin", "germany", "Jörg; DROP, \\n \"BEGIN:VEVENT\""),
    ("new_york", "America/New_York", "usa", "<script>alert(1)</script> 𠮷田\u{202e}"),
    (
        "lord_howe",
        "Australia/Lord_Howe",
        "weekdays",
        "長い名前の方にも折り返しが要ります長い名前の方にも折り返しが要ります",
    ),
    ("st_johns", "America/St_Johns", "weekdays", "END:VCALENDAR"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name the folder to write into")?);
    fs::create_dir_all(&folder)?;
    for (name, zone, calendar, person) in CASES {
        let policy = Policy::from_toml(
            "[cadence]\nweekly_time = \"08:45\"\nmonthly_time = \"16:30\"\nquarterly_time = \"23:30\"\nschedule_days = 240\n",
        )?;
        let lines = [
            json!({"id": "f-1", "at": "2026-01-05T09:00:00Z", "partner": "acme", "type": "partner_registered", "name": "サンプル商事", "zone": zone, "calendar": calendar}),
            json!({"id": "f-2", "at": "2026-01-05T09:00:00Z", "partner": "acme", "person": "p\u{1f600}-1", "type": "person_registered", "name": person}),
            json!({"id": "f-3", "at": "2026-01-05T10:00:00Z", "partner": "acme", "person": "p\u{1f600}-1", "type": "gate", "gate": "appointed"}),
            json!({"id": "f-4", "at": "2026-01-06T10:00:00Z", "partner": "acme", "person": "p\u{1f600}-1", "type": "rating", "trait": "drive", "value": 0.1, "by": "Sato"}),
        ];
        let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
        let journal = Journal::from_json_lines(&lines.join("\n"))?;
        let (person, as_of): (PersonId, _) = ("p\u{1f600}-1".parse()?, policy.as_of("2026-02-10")?);
        let brief = keyperson::brief(&journal, &policy, &person, as_of)?;
        let schedule = keyperson::schedule(&journal, &policy, &person, as_of)?;
        for language in Language::ALL.iter().copied() {
            let meetings = schedule.meetings.iter().map(|meeting| {
                json!({
                    "day": meeting.day, "from": meeting.from, "layer": meeting.layer, "time": meeting.time,
                    "minutes": meeting.minutes,
                    "summary": ics::summary(meeting.layer, &brief, language),
                    "description": ics::description(meeting, &brief, language),
                })
            });
            let meetings: Vec<_> = meetings.collect();
            let plan = json!({"zone": zone, "as_of": schedule.as_of, "meetings": meetings});
            fs::write(folder.join(format!("{name}.{language}.json")), plan.to_string())?;
            fs::write(
                folder.join(format!("{name}.{language}.ics")),
                ics::calendar(&brief, &schedule, language),
            )?;
        }
    }
    Ok(())
}
