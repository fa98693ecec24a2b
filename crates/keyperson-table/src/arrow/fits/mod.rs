//! Fits of many people at once: a table with a column a trait in, their scores out.

mod memory;
mod partner;
mod problems;
mod share;
mod source;
mod top;

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use keyperson::person::scorer::Scorer;
use keyperson::policy::PatternPolicy;
use keyperson::{Error, Policy, Trait};
use pulp::Arch;

use self::share::Wanted;
use self::source::Source;
use super::unreadable;

/// The columns of a table of fits beside `fit` and `coverage`, in this order. None of them by default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FitColumns {
    /// `lower` and `upper`, 0 to 1, never null: the fit with every unknown trait at the lower and at the upper end of its
    /// prior's interval.
    pub bounds: bool,
    /// `contribution_<trait>`, one per trait, in points of the fit: exact Shapley values against the policy's reference
    /// profile. Null where the trait or the fit is unknown.
    pub contributions: bool,
    /// `mismatch_<pattern>`, one per pattern of the policy: its probability, which is 0 or 1, because given values count
    /// as known exactly. Null where one of its two traits is unknown.
    pub mismatches: bool,
    /// `rank`, from 1 to this number: the place of a row among those of its `partner`, the highest fit first and equal
    /// ones in the order of the table. Null beyond that number, and where the fit or the partner is null.
    pub top: Option<usize>,
}

/// The columns of a table that are named like traits, scored row by row: columns `fit` and `coverage`, and those asked
/// for. One row a row of the table, in its order.
///
/// A null is unknown, never zero; the fit of a row without any known trait is null. Columns that are not read are passed
/// over. Each number has the bits of [`keyperson::person::fit::of_values`], on every machine and any number of threads.
///
/// # Errors
/// `unknown_column` where no column is a trait, or none is the `partner` that ranks need, `wrong_type` for a trait that
/// holds no numbers and a partner that is no text, `out_of_range` and `not_finite` with row and column.
pub fn fits_table(
    schema: &Schema,
    batches: &[RecordBatch],
    policy: &Policy,
    columns: &FitColumns,
) -> Result<RecordBatch, Error> {
    table(schema, batches, policy, columns, Arch::new())
}

fn table(
    schema: &Schema,
    batches: &[RecordBatch],
    policy: &Policy,
    columns: &FitColumns,
    arch: Arch,
) -> Result<RecordBatch, Error> {
    problems::of_schema(schema, columns)?;
    let (source, scorer) = (Source::of(batches), Scorer::new(policy));
    let patterns = if columns.mismatches { Some(&policy.mismatch.patterns) } else { None };
    let patterns: Vec<&PatternPolicy> = patterns.into_iter().flat_map(|all| all.values()).collect();
    let wanted = Wanted { source: &source, scorer: &scorer, patterns, columns: *columns };
    let Some(made) = wanted.made(arch) else { return Err(problems::of_values(batches)) };
    let ranks = columns.top.zip(made.first()).map(|(limit, fits)| {
        let ranks: ArrayRef = Arc::new(top::ranks(batches, fits, source.rows(), limit));
        (Field::new("rank", DataType::Int64, true), ranks)
    });
    let scores = names(policy, columns).into_iter().zip(made).map(|(name, made)| {
        let values: ArrayRef = Arc::new(made.array());
        (Field::new(name, DataType::Float64, true), values)
    });
    let (fields, arrays): (Vec<Field>, Vec<ArrayRef>) = scores.chain(ranks).unzip();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).map_err(|error| unreadable(&error))
}

/// The names of the columns of scores.
fn names(policy: &Policy, columns: &FitColumns) -> Vec<String> {
    let mut names = vec!["fit".to_owned(), "coverage".to_owned()];
    if columns.bounds {
        names.extend(["lower", "upper"].map(str::to_owned));
    }
    if columns.contributions {
        names.extend(Trait::WORDS.iter().map(|of| format!("contribution_{of}")));
    }
    if columns.mismatches {
        names.extend(policy.mismatch.patterns.keys().map(|code| format!("mismatch_{code}")));
    }
    names
}

#[cfg(test)]
mod tests {
    use arrow_array::Float64Array;
    use keyperson::stats::Random;

    use super::*;

    // INVARIANT: code for this processor and code without vectors give the same bits. Every build of the loops has them
    // from the same source, without fused multiplications and with sums in the order of the rows' own way.
    #[test]
    fn every_processor_gives_the_same_bits() {
        let mut random = Random::from_seed(3);
        let mut column = || -> ArrayRef {
            let values = (0..5_000).map(|_| (random.unit() > 0.2).then(|| random.unit()));
            Arc::new(values.collect::<Float64Array>())
        };
        let traits = Trait::WORDS.iter().map(|of| (*of, column(), true)).collect::<Vec<_>>();
        let batch = RecordBatch::try_from_iter_with_nullable(traits).unwrap();
        let columns = FitColumns { bounds: true, contributions: true, mismatches: true, top: None };
        for rho in ["1.0", "-2.0", "0.5"] {
            let policy = Policy::from_toml(&format!("[fit]\nrho = {rho}\n")).unwrap();
            let with = |arch| {
                let made = table(&batch.schema(), std::slice::from_ref(&batch), &policy, &columns, arch);
                let made = made.unwrap();
                let bits = |array: &ArrayRef| array.to_data().buffers().iter().map(|b| b.to_vec()).collect();
                made.columns().iter().map(bits).collect::<Vec<Vec<Vec<u8>>>>()
            };
            assert_eq!(with(Arch::new()), with(Arch::Scalar), "rho {rho}");
        }
    }
}
