//! Knows by its first bytes what is no table of the format named, and says what to do with it.

use keyperson::{Phrase, ProblemKind};

use crate::input::{Format, Input};

/// Bytes that are looked at where a file has no signature of its own.
const LOOKED_AT: usize = 8 * 1024;

const SAVE_AS_CSV: &str = "open it in the spreadsheet program and save it as CSV (UTF-8)";
const UNPACK: &str = "unpack it, and name the file that comes out";
const EXPORT: &str = "export the data as CSV or Parquet";
const ZIP: (&str, &str) = (
    "a ZIP archive or Excel workbook (it begins with `PK`)",
    "unpack it; a workbook open in the spreadsheet program and save as CSV (UTF-8)",
);
const PARQUET: (&str, &str) = (
    "a Parquet file (it begins with `PAR1`)",
    "name it with the ending .parquet, or set `format = \"parquet\"` under `[input]`",
);

/// Where a signature stands, the signature, what it tells, and what to do.
const SIGNATURES: &[(usize, &[u8], &str, &str)] = &[
    (0, b"PK\x03\x04", ZIP.0, ZIP.1),
    (0, b"PK\x05\x06", ZIP.0, ZIP.1),
    (0, b"PK\x07\x08", ZIP.0, ZIP.1),
    (0, b"\xd0\xcf\x11\xe0", "an Excel workbook in the old format, or one with a password", SAVE_AS_CSV),
    (0, b"\x09\x08\x10\x00\x00\x06\x05\x00", "an Excel workbook in the old format", SAVE_AS_CSV),
    (0, b"\x1f\x8b", "a file packed with gzip", UNPACK),
    (0, b"\x1f\x9d", "a file packed with compress", UNPACK),
    (0, b"\x28\xb5\x2f\xfd", "a file packed with Zstandard", UNPACK),
    // After its level, which is a digit: the digits of pi.
    (4, b"\x31\x41\x59\x26\x53\x59", "a file packed with bzip2", UNPACK),
    (0, b"\xfd7zXZ\x00", "a file packed with xz", UNPACK),
    (0, b"\x04\x22\x4d\x18", "a file packed with LZ4", UNPACK),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", UNPACK),
    (0, b"Rar!\x1a\x07", "a RAR archive", UNPACK),
    (257, b"ustar", "a tar archive", UNPACK),
    (0, b"ARROW1\x00\x00", "an Arrow file", EXPORT),
    (0, b"\xff\xff\xff\xff", "an Arrow stream", EXPORT),
    (0, b"FEA1", "a Feather file", EXPORT),
    (0, b"Obj\x01", "an Avro file", EXPORT),
    (0, b"SQLite format 3\x00", "an SQLite database", EXPORT),
    (8, b"DUCK", "a DuckDB database", EXPORT),
    (0, b"\x89HDF\r\n\x1a\n", "an HDF5 file", EXPORT),
    (0, b"%PDF-", "a PDF", EXPORT),
    (0, b"{\\rtf", "a Rich Text document", EXPORT),
    (0, b"\x89PNG\r\n\x1a\n", "a picture", EXPORT),
    (0, b"\xff\xd8\xff", "a picture", EXPORT),
    (0, b"GIF87a", "a picture", EXPORT),
    (0, b"GIF89a", "a picture", EXPORT),
];

/// What a file is that holds no text, by its first bytes; none where it may be text.
///
/// ```
/// assert_eq!(keyperson_table::binary_file(b"\x1f\x8b\x08\x00"), Some("a file packed with gzip"));
/// assert_eq!(keyperson_table::binary_file("会社,担当\n".as_bytes()), None);
/// ```
#[must_use]
pub fn binary_file(bytes: &[u8]) -> Option<&'static str> {
    if let Some((what, _)) = signed(bytes) {
        return Some(what);
    }
    // Text in UTF-16 has zeros too; its mark, or where they stand, tells it.
    (!marked_utf16(bytes) && wide(bytes).is_none() && has_zeros(bytes)).then_some("a binary file")
}

/// The problem of bytes that are no table of this format.
pub(crate) fn refused(bytes: &[u8], format: Format, input: &Input) -> Option<ProblemKind> {
    let (found, advice) = match format {
        Format::Csv => not_csv(bytes, input),
        Format::Parquet => not_parquet(bytes),
    }?;
    Some(ProblemKind::ForeignFile { found: Phrase::plain(found), advice: Phrase::plain(advice) })
}

fn not_csv(bytes: &[u8], input: &Input) -> Option<(&'static str, &'static str)> {
    if let Some(found) = signed(bytes) {
        return Some(found);
    }
    let plain = input.encoding.eq_ignore_ascii_case("utf-8") || input.encoding.eq_ignore_ascii_case("utf8");
    if plain && !marked_utf16(bytes) {
        if let Some(advice) = wide(bytes) {
            return Some(("text in UTF-16", advice));
        }
        if has_zeros(bytes) {
            return Some(("a binary file", EXPORT));
        }
    }
    marked_up(bytes)
}

fn not_parquet(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    if bytes.starts_with(b"PAR1") {
        return None;
    }
    if bytes.starts_with(b"PARE") {
        return Some(("an encrypted Parquet file", "write it without encryption"));
    }
    signed(bytes).or_else(|| {
        let text = !has_zeros(bytes) && !bytes.iter().take(LOOKED_AT).any(|byte| is_control(*byte));
        let advice = "name it with the ending .csv, or set `format = \"csv\"` under `[input]`";
        text.then_some(("a text file, no Parquet file", advice))
    })
}

/// What a signature tells.
fn signed(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    // Four letters alone may be a header; what follows them in a Parquet file is no text.
    if bytes.starts_with(b"PAR1") && (bytes.ends_with(b"PAR1") || !one_line_of_text(bytes)) {
        return Some(PARQUET);
    }
    SIGNATURES
        .iter()
        .find(|(at, signature, ..)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(signature)))
        .map(|(.., what, advice)| (*what, *advice))
}

/// What text is that is no table, by how it begins.
fn marked_up(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).trim_ascii_start();
    let begins =
        |word: &str| text.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word.as_bytes()));
    if ["<!doctype html", "<html", "<table", "<head", "<body", "<meta"].into_iter().any(begins) {
        return Some(("an HTML page, under another name", SAVE_AS_CSV));
    }
    if begins("<?xml") || begins("<workbook") {
        return Some(("an XML document", SAVE_AS_CSV));
    }
    let json = match text.split_first() {
        Some((b'{', rest)) => matches!(rest.trim_ascii_start().first(), Some(b'"' | b'}')),
        Some((b'[', rest)) => matches!(rest.trim_ascii_start().first(), Some(b'{')),
        _ => false,
    };
    let advice = "facts need no import: name the file with `keyperson brief` or `keyperson portfolio`; other data export as CSV";
    json.then_some(("JSON, such as a file of facts", advice))
}

fn marked_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff")
}

/// What to do with text of two bytes a character and no mark: every other byte of its Latin letters is zero.
fn wide(bytes: &[u8]) -> Option<&'static str> {
    let pairs = bytes.chunks_exact(2).take(LOOKED_AT / 2);
    let (mut little, mut big, mut all) = (0_usize, 0_usize, 0_usize);
    for pair in pairs {
        all = all.saturating_add(1);
        match pair {
            [0, 0] => return None,
            [_, 0] => little = little.saturating_add(1),
            [0, _] => big = big.saturating_add(1),
            _ => {}
        }
    }
    let some = all.div_ceil(10).max(2);
    match (little, big) {
        (little, 0) if little >= some => {
            Some("set `encoding = \"utf-16le\"` under `[input]`, or save the file as UTF-8")
        }
        (0, big) if big >= some => {
            Some("set `encoding = \"utf-16be\"` under `[input]`, or save the file as UTF-8")
        }
        _ => None,
    }
}

fn has_zeros(bytes: &[u8]) -> bool {
    bytes.iter().take(LOOKED_AT).any(|byte| *byte == 0)
}

fn one_line_of_text(bytes: &[u8]) -> bool {
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    std::str::from_utf8(line).is_ok() && !line.iter().any(|byte| is_control(*byte))
}

/// Characters that no text has but for mistakes.
fn is_control(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b)
}
