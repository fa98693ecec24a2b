//! One person's brief: how good the fit is, what stands in the way, what to change, and the odds of the ladder.

use keyperson::text::{self, Language};

/// What happened, as a file of JSON Lines would hold it.
const FACTS: &str = r#"
{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"acme","person":"p-001","type":"person_registered","name":"Kei Mori"}
{"id":"f-2","at":"2026-01-06T09:00:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"drive","value":0.9,"by":"Sato"}
{"id":"f-3","at":"2026-01-06T09:05:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"time","value":0.1,"by":"Sato"}
{"id":"f-4","at":"2026-01-06T09:10:00+09:00","partner":"acme","person":"p-001","type":"rating","trait":"skill","value":0.7,"by":"Sato"}
{"id":"f-5","at":"2026-01-13T09:00:00+09:00","partner":"acme","person":"p-001","type":"gate","gate":"appointed"}
{"id":"f-6","at":"2026-01-19T11:00:00+09:00","partner":"acme","person":"p-001","type":"deal","deal":"d-1","stage":"prospect"}
{"id":"f-7","at":"2026-01-26T14:00:00+09:00","partner":"acme","person":"p-001","type":"deal","deal":"d-2","stage":"prospect"}
{"id":"f-8","at":"2026-01-28T10:00:00+09:00","partner":"acme","person":"p-001","type":"deal","deal":"d-1","stage":"poc"}
"#;

fn main() -> Result<(), keyperson::Error> {
    let language = Language::English;
    let policy = keyperson::Policy::default();
    let journal = keyperson::Journal::from_json_lines(FACTS)?;
    // A bare date means the end of that day in the policy's zone.
    let brief = keyperson::brief(&journal, &policy, &"p-001".parse()?, policy.as_of("2026-01-31")?)?;

    let name = brief.name.as_deref().unwrap_or(brief.person.as_str());
    println!("{name}: {}", text::readiness(brief.readiness, language));
    let (fit, range) = (&brief.fit, text::range(brief.fit.interval_lower, brief.fit.interval_upper));
    println!("Fit {} ({range}), {} of the weight known", fit.score, text::percent(fit.coverage));

    println!("\nWhat stands in the way");
    for mismatch in brief.mismatches.iter().filter(|mismatch| mismatch.stands()) {
        let chance = text::percent(mismatch.probability.unwrap_or_default());
        println!("- {}: {chance}", text::pattern(mismatch.pattern.as_str(), language));
    }

    println!("\nWhat to change, the most helpful first");
    for remedy in brief.remedies.proposed.iter().take(2) {
        let cleared: Vec<_> =
            remedy.clears.iter().map(|code| text::shortfall(code.as_str(), language)).collect();
        println!("- {}: clears {}", text::remedy(remedy.code.as_str(), language), cleared.join("; "));
    }

    println!("\nThe ladder");
    for rung in &brief.ladder.rungs {
        let odds = rung.odds.map_or_else(|| "unknown".to_owned(), text::percent);
        let status = text::rung_status(rung.status, language);
        println!("- {}: {status}, odds {odds}", text::rung(rung.code.as_str(), language));
    }
    Ok(())
}
