//! Fits of many people at once: a table with a column a trait in, their scores out.

use std::sync::Arc;

use arrow_array::builder::Float64Builder;
use arrow_array::cast::AsArray;
use arrow_array::types::{Float32Type, Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use keyperson::person::fit::{given, score};
use keyperson::{Error, Phrase, Place, Policy, Problem, ProblemKind, Trait, UnitInterval, phrase};

use super::unreadable;

/// The columns of a table that are named like traits, scored row by row: columns `fit` and `coverage`.
///
/// A null is unknown, never zero; the fit of a row without any known trait is null. Other columns are passed over.
///
/// # Errors
/// `unknown_column` where no column is a trait, `wrong_type` for one that holds no numbers, `out_of_range` and
/// `not_finite` with row and column.
pub fn fits_table(schema: &Schema, batches: &[RecordBatch], policy: &Policy) -> Result<RecordBatch, Error> {
    check(schema)?;
    let weight = |of: Trait| policy.traits.get(of).weight.get();
    let all: f64 = Trait::ALL.iter().map(|of| weight(*of)).sum();
    let rows = batches.iter().map(RecordBatch::num_rows).fold(0, usize::saturating_add);
    let mut fits = Float64Builder::with_capacity(rows);
    let mut coverages = Float64Builder::with_capacity(rows);
    let mut problems = Vec::new();
    let mut values: Vec<(Trait, UnitInterval)> = Vec::with_capacity(Trait::ALL.len());
    let mut line: u64 = 0;
    for batch in batches {
        let columns = columns(batch);
        for row in 0..batch.num_rows() {
            line = line.saturating_add(1);
            values.clear();
            for (of, column) in &columns {
                let Some(value) = column.at(row) else { continue };
                match UnitInterval::new(value) {
                    Ok(value) => values.push((*of, value)),
                    Err(kind) => {
                        let place = Place { line: Some(line), path: format!("/{of}") };
                        problems.push(Problem { place, kind });
                    }
                }
            }
            // The sum of no numbers is −0, which would print as another text than 0.
            let known = values.iter().map(|(of, _)| weight(*of)).sum::<f64>() + 0.0;
            coverages.append_value(if all > 0.0 { known / all } else { 0.0 });
            fits.append_option(score(&given(&values, policy), policy));
        }
    }
    if let Some(error) = Error::many(problems) {
        return Err(error);
    }
    let fields = ["fit", "coverage"].map(|name| Field::new(name, DataType::Float64, true));
    let columns: Vec<ArrayRef> = vec![Arc::new(fits.finish()), Arc::new(coverages.finish())];
    RecordBatch::try_new(Arc::new(Schema::new(fields.to_vec())), columns).map_err(|error| unreadable(&error))
}

/// A column of numbers.
enum Numbers<'b> {
    Double(&'b arrow_array::Float64Array),
    Single(&'b arrow_array::Float32Array),
    Whole(&'b arrow_array::Int64Array),
    Nothing,
}

impl Numbers<'_> {
    fn at(&self, row: usize) -> Option<f64> {
        match self {
            Self::Double(array) => array.is_valid(row).then(|| array.value(row)),
            Self::Single(array) => array.is_valid(row).then(|| array.value(row).into()),
            // Only 0 and 1 are in range, which are exact.
            Self::Whole(array) => {
                array.is_valid(row).then(|| i32::try_from(array.value(row)).map_or(f64::INFINITY, f64::from))
            }
            Self::Nothing => None,
        }
    }
}

/// The columns that are traits; their types were checked.
fn columns(batch: &RecordBatch) -> Vec<(Trait, Numbers<'_>)> {
    let of_trait = |of: &Trait| {
        let array = batch.column_by_name(of.word())?;
        let numbers = match array.data_type() {
            DataType::Float64 => Numbers::Double(array.as_primitive_opt::<Float64Type>()?),
            DataType::Float32 => Numbers::Single(array.as_primitive_opt::<Float32Type>()?),
            DataType::Int64 => Numbers::Whole(array.as_primitive_opt::<Int64Type>()?),
            _ => Numbers::Nothing,
        };
        Some((*of, numbers))
    };
    Trait::ALL.iter().filter_map(of_trait).collect()
}

fn check(schema: &Schema) -> Result<(), Error> {
    let mut traits: usize = 0;
    let mut problems = Vec::new();
    for field in schema.fields().iter().filter(|field| Trait::WORDS.contains(&field.name().as_str())) {
        traits = traits.saturating_add(1);
        let numbers = matches!(
            field.data_type(),
            DataType::Float64 | DataType::Float32 | DataType::Int64 | DataType::Null
        );
        if !numbers {
            let (expected, found) = (phrase!("numbers"), phrase!("values of type {}", field.data_type()));
            let place = Place::default().field(field.name());
            problems.push(Problem { place, kind: ProblemKind::WrongType { expected, found } });
        }
    }
    if traits == 0 {
        let known = schema.fields().iter().map(|field| field.name().as_str()).collect::<Vec<_>>().join(", ");
        let known = Phrase::verbatim(known);
        let column = Trait::WORDS.join("`, `");
        problems
            .push(Problem { place: Place::default(), kind: ProblemKind::UnknownColumn { column, known } });
    }
    Error::many(problems).map_or(Ok(()), Err)
}
