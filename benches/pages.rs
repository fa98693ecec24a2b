//! How long the pages take: one brief as HTML, a portfolio of a few hundred people.

use std::error::Error;
use std::hint::black_box;

use criterion::Criterion;
use keyperson::Policy;
use keyperson_benches::{AS_OF, journal, journal_of_mixture, journal_of_one};
use keyperson_report::{Language, html, portfolio_html};

fn main() -> Result<(), Box<dyn Error>> {
    let mut criterion = Criterion::default().configure_from_args();
    let policy = Policy::default();
    let as_of = policy.as_of(AS_OF)?;
    for (name, (journal, person)) in
        [("html_500_facts", journal_of_one(500)?), ("html_mixture", journal_of_mixture()?)]
    {
        let brief = keyperson::brief(&journal, &policy, &person, as_of)?;
        for language in Language::ALL.iter().copied() {
            // Whatever is measured must be a page, not an error.
            html(&brief, language)?;
            criterion.bench_function(&format!("{name}/{language}"), |bencher| {
                bencher.iter(|| html(black_box(&brief), language));
            });
        }
    }
    let portfolio = keyperson::portfolio(&journal(50_000)?, &policy, as_of)?;
    portfolio_html(&portfolio, Language::Japanese)?;
    let people = portfolio.people.len();
    criterion.bench_function(&format!("portfolio_html/{people}_people"), |bencher| {
        bencher.iter(|| portfolio_html(black_box(&portfolio), Language::Japanese));
    });
    criterion.final_summary();
    Ok(())
}
