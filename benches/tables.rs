//! How many rows of given values are scored per second.

use std::error::Error;
use std::hint::black_box;
use std::sync::Arc;

use arrow_array::{ArrayRef, Float64Array, RecordBatch, StringArray};
use criterion::{BenchmarkId, Criterion, Throughput};
use keyperson::stats::Random;
use keyperson::{Policy, Trait};
use keyperson_table::arrow::{FitColumns, fits_table};

const ROWS: usize = 1_000_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut criterion = Criterion::default().configure_from_args();
    let policy = Policy::default();
    let none = FitColumns::default();
    let mut group = criterion.benchmark_group("fits_table");
    group.throughput(Throughput::Elements(u64::try_from(ROWS)?)).sample_size(20);
    for (name, share_of_nulls, columns) in [
        ("no_nulls", 0.0, none),
        ("fit", 0.1, none),
        ("bounds", 0.1, FitColumns { bounds: true, ..none }),
        ("contributions", 0.1, FitColumns { contributions: true, ..none }),
        ("mismatches", 0.1, FitColumns { mismatches: true, ..none }),
        ("top_3", 0.1, FitColumns { top: Some(3), ..none }),
    ] {
        let batch = people(share_of_nulls)?;
        let batches = std::slice::from_ref(&batch);
        // Whatever is measured must be an answer, not an error.
        fits_table(batch.schema_ref(), batches, &policy, &columns)?;
        group.bench_with_input(BenchmarkId::from_parameter(name), &columns, |bencher, columns| {
            bencher.iter(|| fits_table(batch.schema_ref(), black_box(batches), &policy, columns));
        });
    }
    group.finish();
    criterion.final_summary();
    Ok(())
}

/// Six traits of made-up people, of whom each partner has about ten.
fn people(share_of_nulls: f64) -> Result<RecordBatch, Box<dyn Error>> {
    let mut random = Random::from_seed(1);
    let mut columns: Vec<(&str, ArrayRef)> = Vec::new();
    for name in Trait::WORDS {
        let value = |_| (random.unit() >= share_of_nulls).then(|| random.unit());
        columns.push((name, Arc::new((0..ROWS).map(value).collect::<Float64Array>())));
    }
    let partner = |row: usize| format!("partner-{}", row.wrapping_mul(7_919) % (ROWS / 10));
    columns.push(("partner", Arc::new(StringArray::from_iter_values((0..ROWS).map(partner)))));
    Ok(RecordBatch::try_from_iter(columns)?)
}
