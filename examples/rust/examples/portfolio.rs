//! Everybody at every partner in one table, and where the evidence cannot tell two people apart.

use keyperson::text::{self, Language};
use keyperson_simulator::{Options, simulate};

fn main() -> Result<(), keyperson::Error> {
    let language = Language::English;
    // Made-up partners; a journal of your own comes from `Journal::from_json_lines` or a table.
    let made_up = simulate(&Options { partners: 3, ..Options::demo() });
    let journal = keyperson::Journal::from_facts(made_up.facts)?;
    let policy = keyperson::Policy::default();
    let portfolio = keyperson::portfolio(&journal, &policy, policy.as_of("2026-04-30")?)?;

    println!("The first ten of {} people, from {} facts", portfolio.people.len(), journal.len());
    for row in portfolio.people.iter().take(10) {
        let partner = row.partner_name.as_deref().unwrap_or(row.partner.as_str());
        let fit = row.fit.map_or_else(|| "unknown".to_owned(), text::percent);
        let (range, readiness) =
            (text::range(row.lower, row.upper), text::readiness(row.readiness, language));
        println!("{} of {partner}: {readiness}, fit {fit} ({range})", row.person);
        // There is no single rank: the evidence only says between which two it lies.
        println!("    {} to {} among the partner's people", row.best_rank, row.worst_rank);
    }

    for partner in &portfolio.partners {
        println!("\n{}", partner.name.as_deref().unwrap_or(partner.partner.as_str()));
        if !partner.separable {
            println!("  the evidence tells nobody apart");
        }
        for pair in &partner.comparisons {
            let verdict = text::verdict(pair.verdict, language);
            // The share is there only where the evidence tells the two apart.
            let share = pair.share.map_or_else(String::new, |share| format!(", {}", text::percent(share)));
            println!("  {} before {}: {verdict}{share}", pair.first, pair.second);
        }
    }
    Ok(())
}
