//! Writes pages of made-up people into a folder: what the browser tests look at.
//!
//! `cargo run -p keyperson-report --example pages -- FOLDER`

use std::error::Error;
use std::path::{Path, PathBuf};

use keyperson::{Journal, PersonId, Policy, Portfolio, Trait};
use keyperson_report::{Language, html, portfolio_html};
use keyperson_simulator::{Options, simulate};

/// A few people by hand, hostile names among them.
const FIXTURE: &str = include_str!("../tests/journal.jsonl");
/// People in the large portfolio.
const MANY: usize = 5_000;

fn main() -> Result<(), Box<dyn Error>> {
    let folder: PathBuf = std::env::args_os().nth(1).ok_or("which folder?")?.into();
    std::fs::create_dir_all(&folder)?;
    let policy = Policy::default();

    let fixture = Journal::from_json_lines(FIXTURE)?;
    briefs(&folder, "fixture", &fixture, &policy, "2026-04-30")?;
    let few = keyperson::portfolio(&fixture, &policy, policy.as_of("2026-04-30")?)?;
    portfolio(&folder, "few", &few)?;

    // Full and thin records, early and late in the first 90 days.
    let demo = Journal::from_facts(simulate(&Options::demo()).facts)?;
    let of_some = simulate(&Options { partners: 7, ..Options::demo() }).facts;
    briefs(&folder, "demo", &Journal::from_facts(of_some)?, &policy, "2026-04-30")?;
    for (name, density, as_of) in
        [("thin", 0.2, "2026-02-10"), ("early", 1.0, "2026-03-10"), ("dense", 4.0, "2026-04-15")]
    {
        let options = Options { seed: 7, partners: 2, density, ..Options::demo() };
        let journal = Journal::from_facts(simulate(&options).facts)?;
        briefs(&folder, name, &journal, &policy, as_of)?;
    }

    briefs(&folder, "hostile", &hostile()?, &wordy()?, "2026-04-30")?;
    portfolio(
        &folder,
        "hostile",
        &keyperson::portfolio(&hostile()?, &wordy()?, policy.as_of("2026-04-30")?)?,
    )?;
    briefs(&folder, "empty", &Journal::from_json_lines(EMPTY)?, &policy, "2026-04-30")?;
    portfolio(&folder, "none", &keyperson::portfolio(&Journal::default(), &policy, few.as_of)?)?;

    let demo = keyperson::portfolio(&demo, &policy, policy.as_of("2026-04-30")?)?;
    portfolio(&folder, "demo", &demo)?;
    portfolio(&folder, "many", &many(&demo)?)?;
    Ok(())
}

/// Nobody but a name is known.
const EMPTY: &str = r#"{"id":"f-1","at":"2026-04-01T09:00:00+09:00","partner":"acme","person":"p-1","type":"person_registered","name":"青木 光"}"#;

/// A page a person and language.
fn briefs(
    folder: &Path,
    name: &str,
    journal: &Journal,
    policy: &Policy,
    as_of: &str,
) -> Result<(), Box<dyn Error>> {
    let as_of = policy.as_of(as_of)?;
    let people: Vec<PersonId> =
        keyperson::portfolio(journal, policy, as_of)?.people.into_iter().map(|row| row.person).collect();
    for (number, person) in people.iter().enumerate() {
        let brief = keyperson::brief(journal, policy, person, as_of)?;
        for language in Language::ALL.iter().copied() {
            let file = format!("brief.{name}.{number:03}.{language}.html");
            std::fs::write(folder.join(file), html(&brief, language)?)?;
        }
    }
    Ok(())
}

fn portfolio(folder: &Path, name: &str, portfolio: &Portfolio) -> Result<(), Box<dyn Error>> {
    for language in Language::ALL.iter().copied() {
        let file = format!("portfolio.{name}.{language}.html");
        std::fs::write(folder.join(file), portfolio_html(portfolio, language)?)?;
    }
    Ok(())
}

/// The demonstration's people over and over, each time at other partners, until there are as many as wanted.
fn many(demo: &Portfolio) -> Result<Portfolio, Box<dyn Error>> {
    let mut many = demo.clone();
    many.people.clear();
    many.partners.clear();
    for round in 0..MANY.div_ceil(demo.people.len().max(1)) {
        let again = |id: &str| format!("{id}-{round}");
        for row in demo.people.iter().take(MANY.saturating_sub(many.people.len())) {
            let mut row = row.clone();
            row.partner = again(row.partner.as_str()).parse()?;
            row.partner_name = row.partner_name.map(|name| format!("{name} {round}"));
            row.person = again(row.person.as_str()).parse()?;
            many.people.push(row);
        }
        for row in &demo.partners {
            let mut row = row.clone();
            row.partner = again(row.partner.as_str()).parse()?;
            row.name = row.name.map(|name| format!("{name} {round}"));
            many.partners.push(row);
        }
    }
    Ok(many)
}

/// People whose names and records are as awkward as they can be.
fn hostile() -> Result<Journal, Box<dyn Error>> {
    let names = [
        "<script>alert(document.title)</script>".to_owned(),
        "\u{202e}olleH rotceriD \u{2066}x".to_owned(),
        "𠮷野家 𩸽子 葛󠄀城".to_owned(),
        "寿限無".repeat(400),
        "W".repeat(900),
        "=HYPERLINK(\\\"http://evil.example\\\",\\\"x\\\")".to_owned(),
        "</style></title></svg><img src=x onerror=alert(1)>".to_owned(),
        "e\u{301}\u{302}\u{303}".repeat(300),
    ];
    let mut lines = String::new();
    let mut add = |person: usize, month: usize, day: usize, fields: &str| {
        let id = lines.len();
        lines.push_str(&format!(
            "{{\"id\":\"f-{id}-{}\",\"at\":\"2026-{month:02}-{day:02}T10:00:00+09:00\",\"partner\":\"p\",\"person\":\"p-{person}\",{fields}}}\n",
            "x".repeat(60)
        ));
    };
    for (person, name) in names.iter().enumerate() {
        add(
            person,
            1,
            5,
            &format!("\"type\":\"person_registered\",\"name\":\"{name}\",\"title\":\"{name}\""),
        );
        for gate in ["shortlisted", "manager_confirmed", "executive_approved", "appointed"] {
            add(person, 1, 9, &format!("\"type\":\"gate\",\"gate\":\"{gate}\""));
        }
        for (number, of) in Trait::WORDS.iter().enumerate() {
            let value = if (number % 2 == 0) == (person % 2 == 0) { 0.1 } else { 0.95 };
            for by in 0..3_usize {
                add(
                    person,
                    4,
                    by.saturating_add(1),
                    &format!("\"type\":\"rating\",\"trait\":\"{of}\",\"value\":{value},\"by\":\"{by}\""),
                );
            }
        }
        for day in 1..9_usize {
            add(person, 2, day, &format!("\"type\":\"load\",\"kind\":\"push\",\"hours\":{day}"));
            add(
                person,
                3,
                day,
                &format!("\"type\":\"deal\",\"deal\":\"d-{day}-{}\",\"stage\":\"prospect\"", "長".repeat(60)),
            );
            add(
                person,
                3,
                day,
                &format!(
                    "\"type\":\"feedback\",\"feedback\":\"{}{day}\",\"step\":\"raised\"",
                    "a".repeat(40)
                ),
            );
            add(
                person,
                3,
                day,
                &format!(
                    "\"type\":\"news\",\"topic\":\"{}{day}\",\"manner\":\"individual\"",
                    "新製品".repeat(60)
                ),
            );
        }
    }
    Ok(Journal::from_json_lines(&lines)?)
}

/// A policy with more rungs and patterns than a page has room for, under long names.
fn wordy() -> Result<Policy, Box<dyn Error>> {
    let mut text = "name = \"wordy\"\n".to_owned();
    for number in 1..9_usize {
        let days = number.saturating_mul(10);
        text.push_str(&format!(
            "[[ladder.rungs]]\ncode = \"a_rung_with_a_very_long_code_of_its_own_number_{number}\"\nmetric = \"prospects\"\ntarget = {number}\ndays = {days}\ncounting = \"calendar\"\nfinal = false\n"
        ));
    }
    for number in 1..6_usize {
        text.push_str(&format!(
            "[mismatch.patterns.a_pattern_with_a_very_long_code_of_its_own_number_{number}]\nstrong = \"drive\"\nweak = \"time\"\nstrong_from = 0.6\nweak_to = 0.4\nremedies = [\"working_time\", \"support_unit\"]\n"
        ));
    }
    Ok(Policy::from_toml(&text)?)
}
