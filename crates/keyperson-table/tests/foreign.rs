//! What is no table says what it is and what to do, and shows none of its bytes.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use keyperson::ProblemKind;
use keyperson_table::{Format, ImportOptions, Lookups, Mapping, binary_file, import, preview};

const MAPPING: &str = r#"
schema = "keyperson.mapping/1"
[input]
zone = "Asia/Tokyo"
[lookups.stages]
file = "stages.csv"
key = "Stage"
[[facts]]
type = "deal"
id = "{Deal}"
at = { column = "Day" }
partner = { column = "Partner" }
deal = { column = "Deal" }
stage = { column = "Stage", map = { Won = "won", Lost = "lost" } }
"#;

const TABLE: &str = "Deal,Day,Partner,Stage\nD-1,2026-04-30,Acme,Won\n";

/// The one problem of these bytes, which every door must tell alike.
#[track_caller]
fn problem(bytes: &[u8], format: Format) -> ProblemKind {
    let mapping = Mapping::from_toml(MAPPING).unwrap();
    let lookups = Lookups::default();
    let options = ImportOptions { keep_good_rows: true };
    let refused = import(bytes, format, &mapping, &lookups, options, &mut |_| {}).unwrap_err();
    assert_eq!(preview(bytes, format, &mapping, &lookups, 5).unwrap_err(), refused);
    assert_eq!(Lookups::default().add("stages", bytes, format, &mapping).unwrap_err(), refused);
    assert_eq!((refused.count(), refused.path()), (1, ""), "{refused}");
    refused.problems().first().unwrap().kind.clone()
}

#[track_caller]
fn check(bytes: &[u8], format: Format, found: &str, advice: &str) {
    let kind = problem(bytes, format);
    assert_eq!(kind.code(), "foreign_file", "{kind}");
    assert!(kind.to_string().contains(found), "{kind}");
    assert!(kind.hint().contains(advice), "{}", kind.hint());
}

/// A signature with bytes after it that are no text.
fn signed(signature: &[u8]) -> Vec<u8> {
    [signature, b"\x14\x00\x00\xff\x08\n\x80,\x00"].concat()
}

#[test]
fn what_is_packed_or_of_another_program_says_so() {
    let zipped = include_bytes!("files/zipped.csv");
    check(zipped, Format::Csv, "ZIP archive or Excel workbook (it begins with `PK`)", "unpack");
    let mut tar = vec![b'a'; 257];
    tar.extend_from_slice(b"ustar\x0000");
    for (bytes, found, advice) in [
        (signed(b"PK\x03\x04"), "Excel workbook", "save as CSV"),
        (signed(b"PK\x05\x06"), "ZIP archive", "unpack it"),
        (signed(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "Excel workbook in the old format", "save it as CSV"),
        (signed(b"\x1f\x8b\x08"), "gzip", "unpack"),
        (signed(b"\x28\xb5\x2f\xfd"), "Zstandard", "unpack"),
        (signed(b"BZh51AY&SY"), "bzip2", "unpack"),
        (signed(b"\xfd7zXZ\x00"), "xz", "unpack"),
        (signed(b"7z\xbc\xaf\x27\x1c"), "7-Zip", "unpack"),
        (signed(b"Rar!\x1a\x07\x01\x00"), "RAR", "unpack"),
        (tar, "tar archive", "unpack"),
        (signed(b"PAR1"), "Parquet file (it begins with `PAR1`)", ".parquet"),
        (signed(b"ARROW1\x00\x00"), "Arrow file", "CSV or Parquet"),
        (signed(b"SQLite format 3\x00"), "SQLite", "CSV or Parquet"),
        (signed(b"%PDF-1.7"), "PDF", "CSV or Parquet"),
        (signed(b"\x89PNG\r\n\x1a\n"), "picture", "CSV or Parquet"),
        (signed(b"\xff\xd8\xff\xe0"), "picture", "CSV or Parquet"),
        (b"Deal,Day\nD-1,\x00\x00\x00\x01".to_vec(), "binary file", "CSV or Parquet"),
    ] {
        check(&bytes, Format::Csv, found, advice);
        assert!(binary_file(&bytes).is_some_and(|what| what.contains(found)), "{found}");
        // A Parquet file that is broken is told by its reader.
        if !bytes.starts_with(b"PAR1") && found != "binary file" {
            check(&bytes, Format::Parquet, found, "");
        }
    }
}

#[test]
fn text_that_is_no_table_says_so() {
    for page in ["<html><table>", "\u{feff}\n <!DOCTYPE HTML>\n", "<TABLE border=1>", "<meta charset=utf-8>"]
    {
        check(page.as_bytes(), Format::Csv, "HTML page", "save it as CSV");
    }
    check(b"<?xml version=\"1.0\"?><Workbook/>", Format::Csv, "XML", "save it as CSV");
    for json in ["{\"id\":\"f-1\"}\n", "{ }", "[\n {\"id\": 1}]"] {
        check(json.as_bytes(), Format::Csv, "JSON", "facts need no import");
    }
    let utf16 = |bytes: fn(u16) -> [u8; 2]| TABLE.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    check(&utf16(u16::to_le_bytes), Format::Csv, "UTF-16", "utf-16le");
    check(&utf16(u16::to_be_bytes), Format::Csv, "UTF-16", "utf-16be");
    assert_eq!(binary_file(&utf16(u16::to_le_bytes)), None);
    check(TABLE.as_bytes(), Format::Parquet, "text file", "csv");
    check("会社,担当\n".as_bytes(), Format::Parquet, "text file", ".csv");
}

#[cfg(feature = "parquet")]
#[test]
fn compressions_that_cannot_be_read_are_no_damage() {
    for (bytes, packed) in [
        (&include_bytes!("files/lz4.parquet")[..], "packed with LZ4"),
        (&include_bytes!("files/brotli.parquet")[..], "packed with Brotli"),
    ] {
        let mapping = Mapping::from_toml(MAPPING).unwrap();
        let options = ImportOptions::default();
        let read = import(bytes, Format::Parquet, &mapping, &Lookups::default(), options, &mut |_| {});
        let refused = read.unwrap_err();
        assert_eq!(refused.code(), "foreign_file");
        let told = refused.to_string();
        assert!(told.contains(packed) && told.contains("Snappy, Zstandard or gzip"), "{told}");
        assert!(!told.contains("whole"), "{told}");
    }
}

#[test]
fn tables_that_only_begin_alike_are_read() {
    let mapping = Mapping::from_toml(MAPPING).unwrap();
    let names =
        ["PK", "PAR1", "PAR1 of 2", "BZh", "ORC", "%PDF", "[Deal]", "{Deal}", "<Deal>", "GIF", "7z", "会社"];
    for first in names {
        let file = TABLE.replacen("Deal", &format!("{first},Deal"), 1).replacen("D-1", "x,D-1", 1);
        let options = ImportOptions::default();
        let read = import(file.as_bytes(), Format::Csv, &mapping, &Lookups::default(), options, &mut |_| {});
        assert_eq!(read.map(|import| import.journal.len()), Ok(1), "{first}");
        assert_eq!(binary_file(file.as_bytes()), None, "{first}");
    }
}

/// A header of so many columns, none of which the mapping names.
fn wide(columns: usize, name: &str) -> String {
    let names: Vec<String> = (0..columns).map(|index| format!("{name}{index}")).collect();
    format!("{}\nx\n", names.join(","))
}

#[test]
fn what_is_told_of_a_table_does_not_grow_with_it() {
    let mapping = Mapping::from_toml(MAPPING).unwrap();
    let told = |file: &str| {
        let options = ImportOptions::default();
        let read = import(file.as_bytes(), Format::Csv, &mapping, &Lookups::default(), options, &mut |_| {});
        let lookup = Lookups::default().add("stages", file.as_bytes(), Format::Csv, &mapping);
        (read.unwrap_err().to_string(), lookup.map_err(|error| error.to_string()).err().unwrap_or_default())
    };
    let long_name = "a-very-long-name-of-a-column-".repeat(100);
    for (columns, name) in [(1_000, "c"), (200_000, "c"), (1_000, long_name.as_str())] {
        let (table, lookup) = told(&wide(columns, name));
        assert!(table.contains(&format!("and {} more ({columns} in all)", columns - 20)), "{table}");
        // Once, not with each column that is missing.
        assert_eq!((table.matches("in all").count(), table.matches("as above").count()), (1, 4), "{table}");
        assert!(table.len() < 3_000 && lookup.len() < 2_000, "{table}{lookup}");
    }
    // A name that stands twice, rows and cells without measure, unknown words, keys.
    let long = "x".repeat(100_000);
    let (table, _) = told(&format!("{long},{long}\n1,2\n"));
    assert!(table.contains("[duplicate_column]") && table.len() < 500, "{}", table.len());
    let rows = format!("{long},{long},{long},{long}\n").repeat(30);
    let (table, _) = told(&format!("Deal,Day,Partner,Stage\n{rows}"));
    assert!(table.contains("more") && table.len() < 20_000, "{}", table.len());
    let (_, lookup) = told(&format!("Stage,Deal\n{long},1\n{long},2\n"));
    assert!(lookup.contains("[duplicate_key]") && lookup.len() < 500, "{}", lookup.len());
}
