//! One cell of a table that is read, and how it becomes the value of a field.

use std::borrow::Cow;

use chrono::format::Parsed;
use chrono::{
    DateTime, Datelike, FixedOffset, LocalResult, NaiveDate, NaiveDateTime, Offset, SecondsFormat, TimeZone,
    Utc,
};
use keyperson::calendar::{Day, Instant};
use keyperson::fact::ColumnKind;
use keyperson::json::Value as Field;
use keyperson::{Phrase, ProblemKind, phrase};

use crate::input::{DateFormat, Input, shortened};

/// A cell: texts as CSV has them, typed values as Parquet and the mapping's constants have them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value<'a> {
    Blank,
    Text(Cow<'a, str>),
    Integer(i64),
    Float(f64),
    Bool(bool),
    Day(NaiveDate),
    /// A date and time without a zone: read in the mapping's.
    Local(NaiveDateTime),
    Instant(DateTime<Utc>),
}

impl<'a> Value<'a> {
    /// The cell that holds `text`, by the mapping's rules for blanks.
    pub(crate) fn of_text(text: &'a str, input: &Input) -> Self {
        let trimmed = text.trim();
        if trimmed.is_empty() || input.null.contains(trimmed) {
            return Self::Blank;
        }
        Self::Text(Cow::Borrowed(if input.trim { trimmed } else { text }))
    }

    pub(crate) fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }

    /// The value as ids, templates, maps and conditions see it.
    pub(crate) fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Blank => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Integer(value) => Cow::Owned(value.to_string()),
            Self::Float(value) => Cow::Owned(value.to_string()),
            Self::Bool(value) => Cow::Borrowed(if *value { "true" } else { "false" }),
            Self::Day(value) => Cow::Owned(value.to_string()),
            Self::Local(value) => Cow::Owned(value.format("%Y-%m-%dT%H:%M:%S%.f").to_string()),
            Self::Instant(value) => Cow::Owned(value.to_rfc3339_opts(SecondsFormat::AutoSi, true)),
        }
    }

    pub(crate) fn into_owned(self) -> Value<'static> {
        match self {
            Self::Text(text) => Value::Text(Cow::Owned(text.into_owned())),
            Self::Blank => Value::Blank,
            Self::Integer(value) => Value::Integer(value),
            Self::Float(value) => Value::Float(value),
            Self::Bool(value) => Value::Bool(value),
            Self::Day(value) => Value::Day(value),
            Self::Local(value) => Value::Local(value),
            Self::Instant(value) => Value::Instant(value),
        }
    }

    /// The same value as a field of this kind holds it: one of words is a text.
    pub(crate) fn held_by(self, kind: ColumnKind) -> Self {
        let words =
            matches!(kind, ColumnKind::Key | ColumnKind::Text | ColumnKind::Zone | ColumnKind::Word(_));
        match self {
            Self::Blank | Self::Text(_) => self,
            other if words => Self::Text(Cow::Owned(other.text().into_owned())),
            other => other,
        }
    }

    /// The value that the core reads for a field of this kind; ranges and words are the core's to check.
    pub(crate) fn field(
        &self,
        kind: ColumnKind,
        divide: Option<f64>,
        input: &Input,
    ) -> Result<Field<'_>, ProblemKind> {
        match (kind, self) {
            (ColumnKind::Number { .. } | ColumnKind::Count, _) => {
                let number = self.number(input)?;
                Ok(divide.map_or(number, |by| match number {
                    Field::Integer(value) => Field::Float(nearest(value) / by),
                    Field::Float(value) => Field::Float(value / by),
                    other => other,
                }))
            }
            (ColumnKind::Boolean, _) => self.boolean(),
            (ColumnKind::Day, _) => self.day(input).map(Field::Day),
            (ColumnKind::Instant, _) => self.instant(input).map(Field::Instant),
            (_, Self::Text(text)) => Ok(Field::Text(text)),
            _ => Err(self.wrong("a text")),
        }
    }

    fn number(&self, input: &Input) -> Result<Field<'static>, ProblemKind> {
        match self {
            Self::Integer(value) => Ok(Field::Integer(*value)),
            Self::Float(value) => Ok(Field::Float(*value)),
            Self::Text(text) => number_of(text, input).ok_or_else(|| self.wrong("a number such as 1234.5")),
            _ => Err(self.wrong("a number such as 1234.5")),
        }
    }

    fn boolean(&self) -> Result<Field<'static>, ProblemKind> {
        let found = match self {
            Self::Bool(value) => Some(*value),
            Self::Integer(1) => Some(true),
            Self::Integer(0) => Some(false),
            Self::Text(text) => match text.trim().to_ascii_lowercase().as_str() {
                "true" | "yes" | "1" => Some(true),
                "false" | "no" | "0" => Some(false),
                _ => None,
            },
            _ => None,
        };
        found.map(Field::Bool).ok_or_else(|| self.wrong("true or false"))
    }

    fn day(&self, input: &Input) -> Result<Day, ProblemKind> {
        let day = match self.moment(input)? {
            Moment::Day(day) => day,
            Moment::Local(local) => local.date(),
            Moment::Instant(instant) => instant.with_timezone(&input.zone).date_naive(),
        };
        Day::try_from(day).map_err(|_| ProblemKind::BadDay { found: day.to_string() })
    }

    /// The instant, with the offset of the mapping's zone where the cell has none of its own.
    fn instant(&self, input: &Input) -> Result<Instant, ProblemKind> {
        let found = match self.moment(input)? {
            Moment::Instant(instant) => instant,
            Moment::Day(day) => {
                in_zone(day.and_time(input.time_of_day), input).ok_or_else(|| self.bad_instant())?
            }
            Moment::Local(local) => in_zone(local, input).ok_or_else(|| self.bad_instant())?,
        };
        let bad = |_| ProblemKind::BadInstant { found: found.to_rfc3339_opts(SecondsFormat::AutoSi, false) };
        Instant::try_from(found).map_err(bad)
    }

    fn moment(&self, input: &Input) -> Result<Moment, ProblemKind> {
        let moment = match self {
            Self::Day(day) => Moment::Day(*day),
            Self::Local(local) => Moment::Local(*local),
            Self::Instant(instant) => {
                let local = instant.with_timezone(&input.zone);
                Moment::Instant(instant.with_timezone(&local.offset().fix()))
            }
            Self::Text(text) => moment_of(text.trim(), input).ok_or_else(|| ProblemKind::UnreadableDate {
                found: shortened(text),
                formats: input
                    .date_formats
                    .iter()
                    .map(|format| format!("`{}`", format.text))
                    .collect::<Vec<_>>()
                    .join(", "),
            })?,
            _ => return Err(self.wrong("a date")),
        };
        if moment.in_range() { Ok(moment) } else { Err(self.bad_instant()) }
    }

    fn bad_instant(&self) -> ProblemKind {
        ProblemKind::BadInstant { found: shortened(&self.text()) }
    }

    fn wrong(&self, expected: &'static str) -> ProblemKind {
        let found = match self {
            Self::Blank => phrase!("nothing"),
            Self::Text(text) => phrase!("the text `{}`", shortened(text)),
            Self::Integer(_) | Self::Float(_) => phrase!("the number `{}`", self.text()),
            _ => phrase!("`{}`", self.text()),
        };
        ProblemKind::WrongType { expected: Phrase::plain(expected), found }
    }
}

/// A date as precisely as it was written.
enum Moment {
    Day(NaiveDate),
    Local(NaiveDateTime),
    Instant(DateTime<FixedOffset>),
}

impl Moment {
    /// The range of the core's calendar; a day more on either side does no harm, the core looks again.
    fn in_range(&self) -> bool {
        let year = match self {
            Self::Day(day) => day.year(),
            Self::Local(local) => local.year(),
            Self::Instant(instant) => instant.naive_utc().year(),
        };
        (1899..=2201).contains(&year)
    }
}

/// The instant at which the clocks of the zone show `local`: the earlier where they show it twice, none where never.
fn in_zone(local: NaiveDateTime, input: &Input) -> Option<DateTime<FixedOffset>> {
    match input.zone.from_local_datetime(&local) {
        LocalResult::Single(found) | LocalResult::Ambiguous(found, _) => Some(found.fixed_offset()),
        LocalResult::None => None,
    }
}

/// The first reading by RFC 3339 or a format of the mapping whose year is possible, or else the first at all.
fn moment_of(text: &str, input: &Input) -> Option<Moment> {
    let mut impossible = None;
    if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
        return Some(Moment::Instant(instant));
    }
    for format in &input.date_formats {
        match by_format(text, format) {
            Some(moment) if moment.in_range() => return Some(moment),
            Some(moment) if impossible.is_none() => impossible = Some(moment),
            _ => {}
        }
    }
    impossible
}

fn by_format(text: &str, format: &DateFormat) -> Option<Moment> {
    let mut parsed = Parsed::new();
    chrono::format::parse(&mut parsed, text, format.items.iter()).ok()?;
    if let Ok(instant) = parsed.to_datetime() {
        return Some(Moment::Instant(instant));
    }
    if parsed.timestamp().is_some() {
        let utc = parsed.to_naive_datetime_with_offset(0).ok()?;
        return Some(Moment::Instant(utc.and_utc().fixed_offset()));
    }
    if let Ok(local) = parsed.to_naive_datetime_with_offset(0) {
        return Some(Moment::Local(local));
    }
    let has_time = parsed.hour_mod_12().is_some() || parsed.hour_div_12().is_some();
    parsed.to_naive_date().ok().filter(|_| !has_time).map(Moment::Day)
}

/// The number that `text` writes with the mapping's separators; NaN and infinities are handed on, to be refused.
fn number_of(text: &str, input: &Input) -> Option<Field<'static>> {
    let mut text = text.trim();
    if text.bytes().all(|byte| byte.is_ascii_digit())
        && let Ok(value) = text.parse()
    {
        return Some(Field::Integer(value));
    }
    if matches!(
        text.to_ascii_lowercase().as_str(),
        "nan" | "inf" | "-inf" | "+inf" | "infinity" | "-infinity"
    ) {
        return Some(Field::Float(f64::NAN));
    }
    let negative = text.starts_with('-');
    text = text.strip_prefix(['-', '+']).unwrap_or(text);
    for sign in input.currency_signs.iter().filter(|sign| !sign.is_empty()) {
        text = text.strip_prefix(sign.as_str()).unwrap_or(text).trim();
        text = text.strip_suffix(sign.as_str()).unwrap_or(text).trim();
    }
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once(input.decimal) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let whole = without_groups(whole, input.thousands)?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let exponent_fits = exponent.is_none_or(|text| digits(text.strip_prefix(['-', '+']).unwrap_or(text)));
    if !digits(&whole) || !fraction.is_none_or(digits) || !exponent_fits {
        return None;
    }
    let sign = if negative { "-" } else { "" };
    if fraction.is_none()
        && exponent.is_none()
        && let Ok(value) = format!("{sign}{whole}").parse()
    {
        return Some(Field::Integer(value));
    }
    format!("{sign}{whole}.{}e{}", fraction.unwrap_or("0"), exponent.unwrap_or("0"))
        .parse()
        .ok()
        .map(Field::Float)
}

/// Takes the thousands separators out; groups of other than three digits mean that the separator is not one.
fn without_groups(whole: &str, separator: Option<char>) -> Option<Cow<'_, str>> {
    let Some(separator) = separator.filter(|separator| whole.contains(*separator)) else {
        return Some(Cow::Borrowed(whole));
    };
    let mut groups = whole.split(separator);
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()))?;
    let mut joined = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        joined.push_str(group);
    }
    Some(Cow::Owned(joined))
}

#[expect(clippy::as_conversions, reason = "rounding to the nearest double is what is meant")]
fn nearest(value: i64) -> f64 {
    value as f64
}
