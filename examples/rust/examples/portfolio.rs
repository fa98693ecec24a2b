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
        let name = row.name.as_deref().unwrap_or(row.person.as_str());
        let fit = row.fit.map_or_else(|| "?".to_owned(), text::percent);
        let range = text::range(row.lower, row.upper);
        // The score alone would hide how little it may say: the best and the worst rank say it.
        let ranks = format!("{} of {}..{}", row.partner_rank, row.partner_best, row.partner_worst);
        println!(
            "{:>2}. {name}, {}: fit {fit} ({range}), rank {ranks} at the partner, {}",
            row.rank,
            row.partner_name.as_deref().unwrap_or(row.partner.as_str()),
            text::readiness(row.readiness, language),
        );
    }

    for partner in &portfolio.partners {
        println!("\n{}", partner.name.as_deref().unwrap_or(partner.partner.as_str()));
        if !partner.separable {
            println!("  the evidence tells nobody apart");
        }
        for pair in &partner.comparisons {
            let verdict = text::verdict(pair.verdict, language);
            let share = pair.share.map_or_else(|| "unknown".to_owned(), text::percent);
            println!("  {} before {}: {verdict} (ahead for {share} of weightings)", pair.first, pair.second);
        }
    }
    Ok(())
}
