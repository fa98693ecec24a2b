//! How long the arithmetic takes: one fit, one quantile, one tail.

use std::error::Error;
use std::hint::black_box;

use criterion::Criterion;
use keyperson::stats::{beta_quantile, negative_binomial_at_least};
use keyperson::{Policy, Trait, UnitInterval};

fn main() -> Result<(), Box<dyn Error>> {
    let mut criterion = Criterion::default().configure_from_args();
    fit(&mut criterion)?;
    stats(&mut criterion);
    criterion.final_summary();
    Ok(())
}

fn fit(criterion: &mut Criterion) -> Result<(), Box<dyn Error>> {
    let policy = Policy::default();
    let value = UnitInterval::new(0.7)?;
    let values: Vec<_> = Trait::ALL.iter().map(|of| (*of, value)).collect();
    criterion.bench_function("fit_six_traits", |bencher| {
        bencher.iter(|| keyperson::person::fit::of_values(black_box(&values), &policy));
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
