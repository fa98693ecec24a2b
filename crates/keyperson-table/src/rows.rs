//! What every kind of table file has in common: its bytes are read whole, its rows are handed to a visitor.

use std::borrow::Cow;
use std::io::Read;

use keyperson::{Error, Place, ProblemKind};

use crate::input::{Format, Input};
use crate::visitor::{Visitor, line_after};

/// The largest table that is read: 1 GiB. Larger exports are split, each part has its own header.
pub const MAX_TABLE_BYTES: u64 = 1024 * 1024 * 1024;

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
