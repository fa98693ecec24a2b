//! What is wrong with a table of values, row by row.

use arrow_array::cast::AsArray;
use arrow_array::types::{Float32Type, Float64Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use keyperson::{Error, Phrase, Place, Problem, ProblemKind, Trait, UnitInterval, phrase};

use super::FitColumns;
use super::partner::{PARTNER, are_texts};

/// What is wrong with the columns.
pub(super) fn of_schema(schema: &Schema, columns: &FitColumns) -> Result<(), Error> {
    let mut problems = Vec::new();
    let mut wrong = |field: &Field, expected: Phrase| {
        let found = phrase!("values of type {}", field.data_type());
        let place = Place::default().field(field.name());
        problems.push(Problem { place, kind: ProblemKind::WrongType { expected, found } });
    };
    let traits = || schema.fields().iter().filter(|field| Trait::WORDS.contains(&field.name().as_str()));
    for field in traits().filter(|field| !are_numbers(field.data_type())) {
        wrong(field, phrase!("numbers"));
    }
    let partner = columns.top.map(|_| schema.column_with_name(PARTNER));
    if let Some(Some((_, field))) =
        partner.filter(|found| found.is_some_and(|(_, field)| !are_texts(field.data_type())))
    {
        wrong(field, phrase!("texts"));
    }
    let no_trait = (traits().count() == 0).then(|| Trait::WORDS.join("`, `"));
    let no_partner = partner.filter(Option::is_none).map(|_| PARTNER.to_owned());
    for column in no_trait.into_iter().chain(no_partner) {
        let known = schema.fields().iter().map(|field| field.name().as_str()).collect::<Vec<_>>().join(", ");
        let kind = ProblemKind::UnknownColumn { column, known: Phrase::verbatim(known) };
        problems.push(Problem { place: Place::default(), kind });
    }
    Error::many(problems).map_or(Ok(()), Err)
}

fn are_numbers(kind: &DataType) -> bool {
    matches!(kind, DataType::Float64 | DataType::Float32 | DataType::Int64 | DataType::Null)
}

/// Every value that is no number from 0 to 1.
pub(super) fn of_values(batches: &[RecordBatch]) -> Error {
    let (mut problems, mut line) = (Vec::new(), 0_u64);
    for batch in batches {
        let columns = columns(batch);
        for row in 0..batch.num_rows() {
            line = line.saturating_add(1);
            for (of, column) in &columns {
                if let Some(kind) = column.at(row).and_then(|value| UnitInterval::new(value).err()) {
                    let place = Place { line: Some(line), path: format!("/{of}") };
                    problems.push(Problem { place, kind });
                }
            }
        }
    }
    let none = ProblemKind::UnreadableInput { reason: "a value changed while it was read".to_owned() };
    Error::many(problems).unwrap_or_else(|| Error::one(Place::default(), none))
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
