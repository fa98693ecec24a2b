//! What every kind of table file has in common: its bytes are read whole, its rows are handed to a visitor.

use std::borrow::Cow;
use std::io::Read;

use keyperson::{Error, Place, ProblemKind};

use crate::cell::Value;
use crate::mapping::{Format, Input, shortened};

/// The largest table that is read: 1 GiB. Larger exports are split, each part has its own header.
pub const MAX_TABLE_BYTES: u64 = 1024 * 1024 * 1024;

/// The encodings that a mapping may name, as an error lists them.
#[cfg(feature = "encodings")]
pub(crate) const ENCODINGS: &str = "utf-8, shift_jis, euc-jp, iso-2022-jp, utf-16le, windows-1252 and the other names of the WHATWG encoding standard";
/// The encodings that a mapping may name, as an error lists them.
#[cfg(not(feature = "encodings"))]
pub(crate) const ENCODINGS: &str = "utf-8";

/// Takes the rows of a table, one by one.
pub(crate) trait Visitor {
    /// The columns, and which of them will be read; false leaves a column's cells blank.
    fn header(&mut self, columns: &[String]) -> Result<Vec<bool>, Error>;
    /// A row; `line` is the line of the text or the number of the row, from 1.
    fn row(&mut self, line: u64, cells: &[Value<'_>]);
    /// A row, or a cell of it, that cannot be read.
    fn bad_row(&mut self, place: Place, kind: ProblemKind);
}

/// Reads a table to its end.
pub(crate) fn visit(
    reader: impl Read,
    format: Format,
    input: &Input,
    visitor: &mut dyn Visitor,
) -> Result<(), Error> {
    let bytes = bytes_of(reader)?;
    if let Some(kind) = crate::foreign::refused(&bytes, format, input) {
        return Err(Error::one(Place::default(), kind));
    }
    match format {
        Format::Csv => crate::csv_rows::visit(&decoded(&bytes, &input.encoding)?, input, visitor),
        #[cfg(feature = "parquet")]
        Format::Parquet => crate::parquet_rows::visit(bytes, input, visitor),
        #[cfg(not(feature = "parquet"))]
        Format::Parquet => {
            let reason = "this build was made without the feature `parquet`".to_owned();
            Err(Error::one(Place::default(), ProblemKind::UnreadableInput { reason }))
        }
    }
}

/// Appends problems; what is beyond the limit of one error is only counted.
pub(crate) fn merge(problems: &mut Option<Error>, later: Option<Error>) {
    match (problems.as_mut(), later) {
        (Some(known), Some(later)) => known.append(later),
        (None, Some(later)) => *problems = Some(later),
        (_, None) => {}
    }
}

/// Refuses two columns of one name; columns without a name cannot be meant by a mapping and may repeat.
pub(crate) fn check_header(columns: &[String], line: Option<u64>) -> Result<(), Error> {
    let mut seen = std::collections::BTreeSet::new();
    let twice = columns.iter().filter(|column| !column.is_empty() && !seen.insert(column.as_str()));
    let problems = twice.map(|column| keyperson::Problem {
        place: Place { line, path: String::new() }.field(&shortened(column)),
        kind: ProblemKind::DuplicateColumn { column: shortened(column) },
    });
    Error::many(problems).map_or(Ok(()), Err)
}

fn bytes_of(reader: impl Read) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let limit = MAX_TABLE_BYTES;
    let read = reader.take(limit.saturating_add(1)).read_to_end(&mut bytes);
    let kind = match read {
        Err(error) => ProblemKind::UnreadableInput { reason: error.to_string() },
        Ok(_) => match u64::try_from(bytes.len()).unwrap_or(u64::MAX) {
            0 => ProblemKind::NothingToRead {},
            size if size > limit => ProblemKind::InputTooLarge { bytes: size, limit },
            _ => return Ok(bytes),
        },
    };
    Err(Error::one(Place::default(), kind))
}

/// Whether a mapping may name this encoding.
pub(crate) fn encoding_known(name: &str) -> bool {
    #[cfg(feature = "encodings")]
    return encoding_rs::Encoding::for_label(name.as_bytes()).is_some();
    #[cfg(not(feature = "encodings"))]
    return name.eq_ignore_ascii_case("utf-8");
}

/// The text in UTF-8, without byte order mark.
fn decoded<'a>(bytes: &'a [u8], encoding: &str) -> Result<Cow<'a, str>, Error> {
    #[cfg(feature = "encodings")]
    if let Some(other) = encoding_rs::Encoding::for_label(encoding.as_bytes())
        && other != encoding_rs::UTF_8
    {
        return from_encoding(bytes, other).map(Cow::Owned);
    }
    let _ = encoding;
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text))),
        Err(error) => {
            let offset = error.valid_up_to();
            let before = bytes.get(..offset).unwrap_or_default();
            let place = Place { line: Some(line_after(1, before)), path: String::new() };
            Err(Error::one(place, ProblemKind::NotUtf8 { offset: u64::try_from(offset).unwrap_or(u64::MAX) }))
        }
    }
}

#[cfg(feature = "encodings")]
fn from_encoding(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> Result<String, Error> {
    let mut decoder = encoding.new_decoder_with_bom_removal();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(0);
    let mut text = String::with_capacity(room);
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    if result == encoding_rs::DecoderResult::InputEmpty {
        return Ok(text);
    }
    let place = Place { line: Some(line_after(1, text.as_bytes())), path: String::new() };
    let offset = u64::try_from(read.saturating_sub(1)).unwrap_or(u64::MAX);
    Err(Error::one(place, ProblemKind::BadEncoding { encoding: encoding.name().to_owned(), offset }))
}

/// The line on which the text after `passed` begins; line ends are LF, CR LF and a CR alone.
pub(crate) fn line_after(line: u64, passed: &[u8]) -> u64 {
    let mut line = line;
    let mut after_cr = false;
    for byte in passed {
        match byte {
            b'\n' if after_cr => {}
            b'\n' | b'\r' => line = line.saturating_add(1),
            _ => {}
        }
        after_cr = *byte == b'\r';
    }
    line
}
