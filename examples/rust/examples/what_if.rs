//! The same facts under another policy, and what moved a score between two dates.

use keyperson::text::{self, Language};
use keyperson::{Journal, PersonId, Policy};

const FACTS: &str = r#"
{"id":"f-1","at":"2026-01-06T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}
{"id":"f-2","at":"2026-01-06T09:05:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"time","value":0.2,"by":"Sato"}
{"id":"f-3","at":"2026-01-06T09:10:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"skill","value":0.5,"by":"Sato"}
{"id":"f-4","at":"2026-02-16T09:00:00+09:00","partner":"acme","person":"p-001","type":"allocation","hours_per_week":8}
{"id":"f-5","at":"2026-03-02T09:00:00+09:00","partner":"acme","person":"p-001","type":"signal","signal":"certification","value":1}
{"id":"f-6","at":"2026-03-09T09:00:00+09:00","partner":"acme","person":"p-001","type":"signal","signal":"technical_demo","value":0}
"#;

/// A policy of one's own holds only what differs from the default one.
const STRICTER: &str = r#"
name = "time first"

[fit]
bar = 0.7

[traits.time]
weight = 3.0
"#;

fn main() -> Result<(), keyperson::Error> {
    let journal = Journal::from_json_lines(FACTS)?;
    let person: PersonId = "p-001".parse()?;

    println!("The same facts, judged by two policies");
    for policy in [Policy::default(), Policy::from_toml(STRICTER)?] {
        let fit = keyperson::brief(&journal, &policy, &person, policy.as_of("2026-01-31")?)?.fit;
        let reached =
            if fit.score.get().is_some_and(|score| score >= fit.bar) { "reached" } else { "not reached" };
        println!("- {}: fit {}, bar {} {reached}", policy.name, fit.score, text::percent(fit.bar));
    }

    let policy = Policy::default();
    let (from, to) = (policy.as_of("2026-01-31")?, policy.as_of("2026-04-30")?);
    let change = keyperson::change(&journal, &policy, &person, from, to)?;
    let shown = |score: Option<f64>| score.map_or_else(|| "unknown".to_owned(), text::percent);
    println!(
        "\nFrom {} at the end of January to {} at the end of April",
        shown(change.before),
        shown(change.after)
    );
    // The points sum to the change.
    for part in &change.points {
        println!("- {}: {}", text::trait_name(part.of, Language::English), text::points(part.points));
    }
    println!("- other traits known than before: {}", text::points(change.reference));
    let facts: Vec<&str> = change.facts.iter().map(|id| id.as_str()).collect();
    println!("The facts in between: {}", facts.join(", "));
    Ok(())
}
