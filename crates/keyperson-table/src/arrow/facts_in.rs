//! Reads facts from Arrow batches; every value goes through the core's own reader.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use arrow_array::{Array, RecordBatch};
use arrow_schema::{DataType, Schema};
use keyperson::fact::{ColumnKind, ENVELOPE, EVENTS};
use keyperson::json::Value;
use keyperson::{Error, Journal, JournalBuilder, Phrase, Place, Problem, ProblemKind, phrase};

use super::cells::{Cells, Zone};
use crate::input::shortened;

/// Rows that are read before they become facts.
const ROWS_AT_ONCE: usize = 256;

/// Collects facts from batches of one table.
#[derive(Debug)]
pub struct FactsReader {
    columns: Vec<Column>,
    builder: JournalBuilder,
    rows: u64,
}

/// The fields of a row, and what is wrong with it.
#[derive(Default)]
struct Row<'b> {
    fields: Vec<(&'b str, Value<'b>)>,
    bad: Vec<Problem>,
}

/// A column of the table that holds a field of facts.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// Whether whole numbers are ids here: 17 is read as `17`.
    pub(crate) id: bool,
    pub(crate) zone: Option<Zone>,
}

impl FactsReader {
    /// Begins with the table's columns.
    ///
    /// # Errors
    /// `unknown_column` and `duplicate_column`; `missing_field` for a column that every fact needs; `wrong_type` for
    /// a column that can hold no value of its field; `naive_time` for timestamps without zone.
    pub fn new(schema: &Schema) -> Result<Self, Error> {
        let known = fields();
        let mut problems = Vec::new();
        let mut seen = BTreeSet::new();
        let mut columns = Vec::new();
        for field in schema.fields() {
            let name = field.name();
            let place = Place::default().field(name);
            if !seen.insert(name.as_str()) {
                problems
                    .push(Problem { place, kind: ProblemKind::DuplicateColumn { column: shortened(name) } });
                continue;
            }
            let Some(kinds) = known.get(name.as_str()) else {
                let known = known.keys().copied().collect::<Vec<_>>().join(", ");
                let (field, place) = (shortened(name), place);
                problems.push(Problem { place, kind: ProblemKind::UnknownField { field, known } });
                continue;
            };
            let (id, zone) = match column_of(name, field.data_type(), kinds) {
                Ok(found) => found,
                Err(kind) => {
                    problems.push(Problem { place, kind });
                    continue;
                }
            };
            columns.push(Column { name: name.clone(), id, zone });
        }
        for needed in ENVELOPE.iter().filter(|column| column.required && !seen.contains(column.name)) {
            let place = Place::default().field(needed.name);
            problems
                .push(Problem { place, kind: ProblemKind::MissingField { field: needed.name.to_owned() } });
        }
        match Error::many(problems) {
            Some(error) => Err(error),
            None => Ok(Self { columns, builder: JournalBuilder::default(), rows: 0 }),
        }
    }

    /// Takes in the rows of a batch; they are counted on from the last one, from 1.
    ///
    /// # Errors
    /// `unreadable_input` for a batch of other columns than the table's.
    pub fn push(&mut self, batch: &RecordBatch) -> Result<(), Error> {
        let before = self.rows;
        self.push_rows(batch, 0..batch.num_rows(), before, &|_| true)
    }

    /// Takes in those rows of a batch that `keep` keeps; `before` rows of the table come before the batch.
    ///
    /// # Errors
    /// As [`FactsReader::push`].
    pub(crate) fn push_rows(
        &mut self,
        batch: &RecordBatch,
        range: Range<usize>,
        before: u64,
        keep: &dyn Fn(usize) -> bool,
    ) -> Result<(), Error> {
        if batch.num_columns() != self.columns.len() {
            let reason = "its batches have different columns".to_owned();
            return Err(Error::one(Place::default(), ProblemKind::UnreadableInput { reason }));
        }
        let mut columns = Vec::with_capacity(self.columns.len());
        for (column, array) in self.columns.iter().zip(batch.columns()) {
            let cells = Cells::of(array.as_ref(), column.id, column.zone).ok_or_else(|| {
                let (column, found) = (shortened(&column.name), array.data_type().to_string());
                Error::one(Place::default().field(&column), ProblemKind::UnsupportedColumn { column, found })
            })?;
            columns.push((column.name.as_str(), array.as_ref(), cells));
        }
        let line =
            |row: usize| before.saturating_add(u64::try_from(row).unwrap_or(u64::MAX)).saturating_add(1);
        let mut waiting: Vec<Row<'_>> = Vec::new();
        for from in range.clone().step_by(ROWS_AT_ONCE) {
            let rows = range.end.saturating_sub(from).min(ROWS_AT_ONCE);
            waiting.resize_with(rows, Row::default);
            for (name, array, cells) in &columns {
                fill(&mut waiting, name, *array, cells, from, &line);
            }
            for (row, Row { fields, bad }) in (from..).zip(&mut waiting) {
                if keep(row) {
                    self.rows = self.rows.saturating_add(1);
                    if bad.is_empty() {
                        self.builder.push_row(fields, line(row));
                    }
                    bad.drain(..).for_each(|problem| self.builder.refuse(problem));
                }
                bad.clear();
                fields.clear();
            }
        }
        Ok(())
    }

    /// The table's columns, in their order.
    #[cfg(all(feature = "parallel", feature = "parquet"))]
    pub(crate) fn into_columns(self) -> Vec<Column> {
        self.columns
    }

    /// The ids of the facts that were read.
    #[cfg(all(feature = "parallel", feature = "parquet"))]
    pub(crate) fn ids(&self) -> impl Iterator<Item = &keyperson::FactId> {
        self.builder.ids()
    }

    /// How many rows were read.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// The journal.
    ///
    /// # Errors
    /// Every bad row, with its number and column; then nothing is handed out.
    pub fn finish(self) -> Result<Journal, Error> {
        self.builder.finish()
    }
}

/// Takes some rows of one column, from row `from` of the batch; `line` says which row of the table one is.
/// Most fields of a fact are null, and so are passed over without a look.
fn fill<'b>(
    waiting: &mut [Row<'b>],
    name: &'b str,
    array: &dyn Array,
    cells: &'b Cells,
    from: usize,
    line: &dyn Fn(usize) -> u64,
) {
    let rows = waiting.len();
    let mut take = |row: usize| {
        let Some(Row { fields, bad }) = waiting.get_mut(row) else { return };
        match cells.value(from.saturating_add(row)) {
            Ok(Value::Null) => {}
            Ok(value) => fields.push((name, value)),
            Err(kind) => {
                let place = Place { line: Some(line(from.saturating_add(row))), path: String::new() };
                bad.push(Problem { place: place.field(name), kind });
            }
        }
    };
    match array.nulls() {
        Some(nulls) if from.saturating_add(rows) <= nulls.len() => {
            nulls.slice(from, rows).valid_indices().for_each(&mut take);
        }
        _ => (0..rows).for_each(&mut take),
    }
}

/// The fields of all facts by name, each with the kinds that it has in the types.
fn fields() -> BTreeMap<&'static str, Vec<ColumnKind>> {
    let mut fields: BTreeMap<&'static str, Vec<ColumnKind>> = BTreeMap::new();
    for column in ENVELOPE.iter().chain(EVENTS.iter().flat_map(|event| event.fields)) {
        fields.entry(column.name).or_default().push(column.kind);
    }
    fields
}

/// How a column is read, where its type can hold values of its field.
fn column_of(
    name: &str,
    found: &DataType,
    kinds: &[ColumnKind],
) -> Result<(bool, Option<Zone>), ProblemKind> {
    let inner = match found {
        DataType::Dictionary(_, values) => values.as_ref(),
        other => other,
    };
    let any = |wanted: fn(&ColumnKind) -> bool| kinds.iter().any(wanted);
    let id = any(|kind| matches!(kind, ColumnKind::Key));
    let number = any(|kind| matches!(kind, ColumnKind::Number { .. } | ColumnKind::Count));
    let boolean = any(|kind| matches!(kind, ColumnKind::Boolean));
    let instant = any(|kind| matches!(kind, ColumnKind::Instant));
    let day = any(|kind| matches!(kind, ColumnKind::Day));
    let textual = kinds
        .iter()
        .any(|kind| !matches!(kind, ColumnKind::Number { .. } | ColumnKind::Count | ColumnKind::Boolean));
    let fits = match inner {
        DataType::Null => true,
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => textual,
        DataType::Boolean => boolean,
        DataType::Float16 | DataType::Float32 | DataType::Float64 => number,
        DataType::Date32 | DataType::Date64 => day,
        DataType::Timestamp(_, None) if instant => {
            return Err(ProblemKind::NaiveTime { found: format!("the column {name} ({found})") });
        }
        DataType::Timestamp(_, Some(zone)) if instant => return Ok((id, Some(zone_of(zone)?))),
        whole if whole.is_integer() => id || number,
        _ => false,
    };
    if fits {
        return Ok((id, None));
    }
    let expected = if number {
        "numbers"
    } else if boolean {
        "true and false"
    } else if instant {
        "times with their zone"
    } else if day {
        "days"
    } else {
        "texts"
    };
    Err(ProblemKind::WrongType {
        expected: Phrase::plain(expected),
        found: phrase!("values of type {}", found),
    })
}

fn zone_of(text: &str) -> Result<Zone, ProblemKind> {
    if let Ok(zone) = text.parse() {
        return Ok(Zone::Named(zone));
    }
    text.parse().map(Zone::Fixed).map_err(|_| ProblemKind::UnknownZone { found: shortened(text) })
}
