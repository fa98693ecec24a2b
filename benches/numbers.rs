//! How long the arithmetic takes: one fit, one quantile, one tail.

use std::hint::black_box;

use criterion::Criterion;
use keyperson::stats::{beta_quantile, negative_binomial_at_least};
use keyperson::{Error, Policy};
use keyperson_benches::{AS_OF, journal_of_one};

fn main() -> Result<(), Error> {
    let mut criterion = Criterion::default().configure_from_args();
    fit(&mut criterion)?;
    stats(&mut criterion);
    criterion.final_summary();
    Ok(())
}

fn fit(criterion: &mut Criterion) -> Result<(), Error> {
    let policy = Policy::default();
    let (journal, person) = journal_of_one(500)?;
    let traits = keyperson::brief(&journal, &policy, &person, policy.as_of(AS_OF)?)?.traits;
    criterion.bench_function("fit_six_traits", |bencher| {
        bencher.iter(|| keyperson::person::fit::evaluate(black_box(&traits), &policy));
    });
    Ok(())
}

fn stats(criterion: &mut Criterion) {
    criterion.bench_function("beta_quantile", |bencher| {
        bencher.iter(|| beta_quantile(black_box(5.4), black_box(2.2), black_box(0.95)));
    });
    criterion.bench_function("negative_binomial_at_least", |bencher| {
        bencher.iter(|| {
            negative_binomial_at_least(black_box(5.0), black_box(30.0), black_box(18.0), black_box(3))
        });
    });
}
