//! How long the answers take: reading a journal, one brief, whole portfolios.

use std::hint::black_box;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput};
use keyperson::{Error, Journal, Policy};
use keyperson_benches::{AS_OF, journal, journal_of_mixture, journal_of_one};

fn main() -> Result<(), Error> {
    let mut criterion = Criterion::default().configure_from_args();
    journal_read(&mut criterion)?;
    brief(&mut criterion)?;
    portfolio(&mut criterion)?;
    criterion.final_summary();
    Ok(())
}

fn journal_read(criterion: &mut Criterion) -> Result<(), Error> {
    let lines = journal(10_000)?.to_json_lines();
    let mut group = criterion.benchmark_group("journal_read");
    group.throughput(Throughput::Bytes(u64::try_from(lines.len()).unwrap_or(u64::MAX))).sample_size(20);
    // The journal read is handed back, so that dropping it is not measured.
    group.bench_function("json_lines", |bencher| {
        bencher.iter_batched(|| lines.as_str(), Journal::from_json_lines, BatchSize::PerIteration);
    });
    group.finish();
    Ok(())
}

fn brief(criterion: &mut Criterion) -> Result<(), Error> {
    let policy = Policy::default();
    let as_of = policy.as_of(AS_OF)?;
    let (journal, person) = journal_of_one(500)?;
    // Whatever is measured must be an answer, not an error.
    keyperson::brief(&journal, &policy, &person, as_of)?;
    criterion.bench_function("brief_500_facts", |bencher| {
        bencher.iter(|| keyperson::brief(black_box(&journal), &policy, &person, as_of));
    });
    let (journal, person) = journal_of_mixture()?;
    keyperson::brief(&journal, &policy, &person, as_of)?;
    criterion.bench_function("brief_mixture", |bencher| {
        bencher.iter(|| keyperson::brief(black_box(&journal), &policy, &person, as_of));
    });
    Ok(())
}

/// The time per fact should stay the same from a thousand facts to a hundred thousand.
fn portfolio(criterion: &mut Criterion) -> Result<(), Error> {
    let policy = Policy::default();
    let as_of = policy.as_of(AS_OF)?;
    let mut group = criterion.benchmark_group("portfolio");
    for facts in [1_000_usize, 10_000, 100_000] {
        let journal = journal(facts)?;
        keyperson::portfolio(&journal, &policy, as_of)?;
        group
            .throughput(Throughput::Elements(u64::try_from(journal.len()).unwrap_or(u64::MAX)))
            .sample_size(10);
        group.bench_with_input(BenchmarkId::from_parameter(facts), &journal, |bencher, journal| {
            bencher.iter(|| keyperson::portfolio(black_box(journal), &policy, as_of));
        });
    }
    group.finish();
    Ok(())
}
