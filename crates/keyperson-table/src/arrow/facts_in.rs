//! Reads facts from Arrow batches; every value goes through the core's own reader.

use std::collections::{BTreeMap, BTreeSet};

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Float16Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{DataType, Schema};
use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat, TimeZone, Utc};
use keyperson::fact::{ColumnKind, ENVELOPE, EVENTS};
use keyperson::{Error, Fact, Journal, JournalBuilder, Json, Phrase, Place, Problem, ProblemKind, phrase};

use crate::batch_rows::instant;
use crate::input::shortened;

/// Rows that are read before they become facts.
const ROWS_AT_ONCE: usize = 256;

/// Texts of at most so many bytes are kept for the rows to come.
const SPARE_BYTES: usize = 256;

/// At most so many texts are kept: two dozen a row. Instants come as texts of their own, so more come back than are asked
/// for.
const SPARE_TEXTS: usize = 24 * ROWS_AT_ONCE;

/// Collects facts from batches of one table.
#[derive(Debug)]
pub struct FactsReader {
    columns: Vec<Column>,
    builder: JournalBuilder,
    problems: Option<Error>,
    rows: u64,
    /// Rows on their way to become facts, kept for the next ones.
    waiting: Vec<Row>,
    spare: Spare,
}

/// The fields of a row, and what is wrong with it.
#[derive(Debug, Default)]
struct Row {
    entries: Vec<(String, Json)>,
    bad: Vec<Problem>,
}

/// Texts that were read before. A fact copies what it keeps, so a row's texts serve the next rows: to make and to free
/// a dozen a row would take longer than to read them.
#[derive(Debug, Default)]
struct Spare(Vec<String>);

impl Spare {
    fn text(&mut self, of: &str) -> String {
        let mut text = self.0.pop().unwrap_or_default();
        text.push_str(of);
        text
    }

    fn take_back(&mut self, mut text: String) {
        if text.capacity() <= SPARE_BYTES && self.0.len() < SPARE_TEXTS {
            text.clear();
            self.0.push(text);
        }
    }
}

/// A column of the table that holds a field of facts.
#[derive(Debug)]
struct Column {
    name: String,
    /// Whether whole numbers are ids here: 17 is read as `17`.
    id: bool,
    zone: Option<Zone>,
}

/// The zone of a column of timestamps.
#[derive(Debug, Clone, Copy)]
enum Zone {
    Fixed(FixedOffset),
    Named(chrono_tz::Tz),
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
            None => Ok(Self {
                columns,
                builder: JournalBuilder::default(),
                problems: None,
                rows: 0,
                waiting: Vec::new(),
                spare: Spare::default(),
            }),
        }
    }

    /// Takes in the rows of a batch; they are counted on from the last one, from 1.
    ///
    /// # Errors
    /// `unreadable_input` for a batch of other columns than the table's.
    pub fn push(&mut self, batch: &RecordBatch) -> Result<(), Error> {
        if batch.num_columns() != self.columns.len() {
            let reason = "its batches have different columns".to_owned();
            return Err(Error::one(Place::default(), ProblemKind::UnreadableInput { reason }));
        }
        for from in (0..batch.num_rows()).step_by(ROWS_AT_ONCE) {
            let rows = batch.num_rows().saturating_sub(from).min(ROWS_AT_ONCE);
            self.push_rows(batch.columns(), from, rows);
        }
        Ok(())
    }

    /// Takes in some rows, column by column: most fields of a fact are null, and so are passed over without a look.
    fn push_rows(&mut self, arrays: &[ArrayRef], from: usize, rows: usize) {
        let mut waiting = std::mem::take(&mut self.waiting);
        waiting.resize_with(rows, Row::default);
        let spare = &mut self.spare;
        for (column, array) in self.columns.iter().zip(arrays) {
            let mut take = |row: usize| {
                let Some(Row { entries, bad }) = waiting.get_mut(row) else { return };
                match cell(array.as_ref(), from.saturating_add(row), column, spare) {
                    Ok(None) => {}
                    Ok(Some(value)) => entries.push((spare.text(&column.name), value)),
                    Err(kind) => {
                        let line = u64::try_from(row).unwrap_or(u64::MAX).saturating_add(self.rows);
                        let place = Place { line: Some(line.saturating_add(1)), path: String::new() };
                        bad.push(Problem { place: place.field(&column.name), kind });
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
        for Row { entries, bad } in &mut waiting {
            self.rows = self.rows.saturating_add(1);
            let mut fields = Json::Object(std::mem::take(entries));
            let fact = match Error::many(bad.drain(..)) {
                Some(error) => Err(error),
                None => Fact::from_json(&fields),
            };
            match fact {
                Ok(fact) => self.builder.push_at(fact, self.rows),
                Err(error) => self.note(&error),
            }
            if let Json::Object(read) = &mut fields {
                for (name, value) in read.drain(..) {
                    self.spare.take_back(name);
                    if let Json::Text(text) = value {
                        self.spare.take_back(text);
                    }
                }
                *entries = std::mem::take(read);
            }
        }
        self.waiting = waiting;
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
        match (self.problems, self.builder.finish()) {
            (None, journal) => journal,
            (Some(error), Ok(_)) => Err(error),
            (Some(mut error), Err(conflicts)) => {
                error.append(conflicts);
                Err(error)
            }
        }
    }

    /// Keeps the problems of a row, each with the row's number.
    fn note(&mut self, error: &Error) {
        let line = Some(self.rows);
        let placed = error.problems().iter().map(|problem| Problem {
            place: Place { line, path: problem.place.path.clone() },
            kind: problem.kind.clone(),
        });
        match (&mut self.problems, Error::many(placed)) {
            (Some(known), Some(later)) => known.append(later),
            (none, later) => *none = later,
        }
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

/// The value of a row; `None` where there is none.
fn cell(
    array: &dyn Array,
    row: usize,
    column: &Column,
    spare: &mut Spare,
) -> Result<Option<Json>, ProblemKind> {
    if row >= array.len() || array.is_null(row) {
        return Ok(None);
    }
    typed(array, row, column, spare).unwrap_or_else(|| {
        let found = array.data_type().to_string();
        Err(ProblemKind::UnsupportedColumn { column: shortened(&column.name), found })
    })
}

/// `None` where the array is not of the type that it says it is.
fn typed(
    array: &dyn Array,
    row: usize,
    column: &Column,
    spare: &mut Spare,
) -> Option<Result<Option<Json>, ProblemKind>> {
    let mut text = |text: &str| Json::Text(spare.text(text));
    let whole = |value: i64| if column.id { Json::Text(value.to_string()) } else { Json::Integer(value) };
    let found = match array.data_type() {
        DataType::Null => return Some(Ok(None)),
        DataType::Boolean => Json::Bool(array.as_boolean_opt()?.value(row)),
        DataType::Utf8 => text(array.as_string_opt::<i32>()?.value(row)),
        DataType::LargeUtf8 => text(array.as_string_opt::<i64>()?.value(row)),
        DataType::Utf8View => text(array.as_string_view_opt()?.value(row)),
        DataType::Dictionary(..) => {
            let dictionary = array.as_any_dictionary_opt()?;
            let key = key_of(dictionary.keys(), row)?;
            return Some(cell(dictionary.values().as_ref(), key, column, spare));
        }
        DataType::Int8 => whole(array.as_primitive_opt::<Int8Type>()?.value(row).into()),
        DataType::Int16 => whole(array.as_primitive_opt::<Int16Type>()?.value(row).into()),
        DataType::Int32 => whole(array.as_primitive_opt::<Int32Type>()?.value(row).into()),
        DataType::Int64 => whole(array.as_primitive_opt::<Int64Type>()?.value(row)),
        DataType::UInt8 => whole(array.as_primitive_opt::<UInt8Type>()?.value(row).into()),
        DataType::UInt16 => whole(array.as_primitive_opt::<UInt16Type>()?.value(row).into()),
        DataType::UInt32 => whole(array.as_primitive_opt::<UInt32Type>()?.value(row).into()),
        DataType::UInt64 => {
            let value = array.as_primitive_opt::<UInt64Type>()?.value(row);
            match i64::try_from(value) {
                Ok(value) => whole(value),
                Err(_) if column.id => Json::Text(value.to_string()),
                Err(_) => return Some(Err(beyond(&value.to_string()))),
            }
        }
        DataType::Float16 => Json::Float(array.as_primitive_opt::<Float16Type>()?.value(row).into()),
        DataType::Float32 => Json::Float(array.as_primitive_opt::<Float32Type>()?.value(row).into()),
        DataType::Float64 => Json::Float(array.as_primitive_opt::<Float64Type>()?.value(row)),
        DataType::Date32 => {
            return Some(day(i64::from(array.as_primitive_opt::<Date32Type>()?.value(row))));
        }
        DataType::Date64 => {
            let millis = array.as_primitive_opt::<Date64Type>()?.value(row);
            return Some(day(millis.div_euclid(86_400_000)));
        }
        DataType::Timestamp(unit, _) => {
            let zone = column.zone?;
            return Some(instant(array, *unit, row)?.map(|utc| Some(Json::Text(shown(&utc, zone)))));
        }
        _ => return None,
    };
    Some(Ok(Some(found)))
}

/// The position in a dictionary's values.
fn key_of(keys: &dyn Array, row: usize) -> Option<usize> {
    match keys.data_type() {
        DataType::Int8 => usize::try_from(keys.as_primitive_opt::<Int8Type>()?.value(row)).ok(),
        DataType::Int16 => usize::try_from(keys.as_primitive_opt::<Int16Type>()?.value(row)).ok(),
        DataType::Int32 => usize::try_from(keys.as_primitive_opt::<Int32Type>()?.value(row)).ok(),
        DataType::Int64 => usize::try_from(keys.as_primitive_opt::<Int64Type>()?.value(row)).ok(),
        DataType::UInt8 => Some(usize::from(keys.as_primitive_opt::<UInt8Type>()?.value(row))),
        DataType::UInt16 => Some(usize::from(keys.as_primitive_opt::<UInt16Type>()?.value(row))),
        DataType::UInt32 => usize::try_from(keys.as_primitive_opt::<UInt32Type>()?.value(row)).ok(),
        DataType::UInt64 => usize::try_from(keys.as_primitive_opt::<UInt64Type>()?.value(row)).ok(),
        _ => None,
    }
}

fn beyond(found: &str) -> ProblemKind {
    ProblemKind::OutOfRange { found: found.to_owned(), expected: phrase!("a smaller number") }
}

fn day(days: i64) -> Result<Option<Json>, ProblemKind> {
    let day = i32::try_from(days).ok().and_then(NaiveDate::from_epoch_days);
    day.map(|day| Some(Json::Text(day.to_string())))
        .ok_or_else(|| ProblemKind::BadDay { found: format!("day {days} after 1970-01-01") })
}

fn shown(utc: &DateTime<Utc>, zone: Zone) -> String {
    match zone {
        Zone::Fixed(offset) => written(utc, &offset),
        Zone::Named(chrono_tz::UTC) => utc.to_rfc3339_opts(SecondsFormat::AutoSi, true),
        Zone::Named(zone) => written(utc, &zone),
    }
}

fn written<Z: TimeZone>(utc: &DateTime<Utc>, zone: &Z) -> String
where
    Z::Offset: std::fmt::Display,
{
    utc.with_timezone(zone).to_rfc3339_opts(SecondsFormat::AutoSi, true)
}
