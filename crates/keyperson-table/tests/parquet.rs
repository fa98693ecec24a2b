//! Parquet files: every Arrow type is read or refused, never passed over.
#![cfg(feature = "parquet")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, DictionaryArray, Float64Array, Int64Array,
    LargeStringArray, RecordBatch, StringArray, StringViewArray, Time64MicrosecondArray,
    TimestampMicrosecondArray, TimestampSecondArray, UInt64Array,
};
use keyperson::Error;
use keyperson_table::{Import, ImportOptions, Lookups, Mapping, import_csv, import_parquet};
use parquet::arrow::ArrowWriter;

const MAPPING: &str = r#"
schema = "keyperson.mapping/1"
[input]
zone = "Asia/Tokyo"
[[facts]]
type = "deal"
id = "{Deal}"
at = { column = "At" }
partner = { column = "Partner" }
deal = { column = "Deal" }
stage = { column = "Stage" }
amount = { column = "Amount" }
"#;

fn written(columns: Vec<(&str, ArrayRef)>) -> Vec<u8> {
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    bytes
}

fn import(bytes: &[u8]) -> Result<Import, Error> {
    let mapping = Mapping::from_toml(MAPPING).unwrap();
    import_parquet(bytes, &mapping, &Lookups::default(), ImportOptions::default(), &mut |_| {})
}

/// A table of two deals with one column replaced.
fn deals(name: &'static str, column: ArrayRef) -> Vec<(&'static str, ArrayRef)> {
    let mut columns: Vec<(&str, ArrayRef)> = vec![
        ("Deal", Arc::new(StringArray::from(vec!["1", "2"]))),
        ("At", Arc::new(Date32Array::from(vec![20_573, 20_574]))),
        ("Partner", Arc::new(StringArray::from(vec!["Acme", "Acme"]))),
        ("Stage", Arc::new(StringArray::from(vec!["won", "lost"]))),
        ("Amount", Arc::new(Float64Array::from(vec![1.5, 2.0]))),
    ];
    match columns.iter_mut().find(|(known, _)| *known == name) {
        Some(known) => known.1 = column,
        None => columns.push((name, column)),
    }
    columns
}

fn lines(name: &'static str, column: ArrayRef) -> String {
    import(&written(deals(name, column)))
        .unwrap_or_else(|error| panic!("{name}: {error}"))
        .journal
        .to_json_lines()
}

#[test]
fn typed_columns_are_read() {
    let texts: Vec<ArrayRef> = vec![
        Arc::new(StringArray::from(vec!["東京", "大阪"])),
        Arc::new(LargeStringArray::from(vec!["東京", "大阪"])),
        Arc::new(StringViewArray::from(vec!["東京", "大阪"])),
        Arc::new(vec!["東京", "大阪"].into_iter().collect::<DictionaryArray<Int32Type>>()),
    ];
    for column in texts {
        let text = lines("Partner", column);
        assert!(text.contains("\"partner\":\"東京\"") && text.contains("\"partner\":\"大阪\""), "{text}");
    }
    assert!(lines("Deal", Arc::new(Int64Array::from(vec![7, 8]))).contains("\"deal\":\"7\""));
    let large = lines("Deal", Arc::new(UInt64Array::from(vec![u64::MAX, 8])));
    assert!(large.contains("\"deal\":\"18446744073709551615\""));
    let decimals = Decimal128Array::from(vec![123_450, 2]).with_precision_and_scale(18, 2).unwrap();
    assert!(lines("Amount", Arc::new(decimals)).contains("\"amount\":1234.5"));
    let ids = Decimal128Array::from(vec![123, 2]).with_precision_and_scale(38, 0).unwrap();
    assert!(lines("Deal", Arc::new(ids)).contains("\"deal\":\"123\""));
    let one_blank = lines("Amount", Arc::new(Float64Array::from(vec![Some(0.1), None])));
    assert_eq!(one_blank.matches("amount").count(), 1);
}

#[test]
fn days_and_times_are_put_into_the_zone() {
    let days = lines("At", Arc::new(Date32Array::from(vec![20_573, 20_574])));
    assert!(days.contains("2026-04-30T12:00:00+09:00"), "{days}");
    let local = lines("At", Arc::new(TimestampSecondArray::from(vec![1_777_507_200, 0])));
    assert!(local.contains("2026-04-30T00:00:00+09:00"), "{local}");
    let utc = TimestampMicrosecondArray::from(vec![1_777_507_200_000_000, 0]).with_timezone("UTC");
    let utc = lines("At", Arc::new(utc));
    assert!(utc.contains("2026-04-30T09:00:00+09:00"), "{utc}");
}

#[test]
fn what_cannot_be_read_is_an_error() {
    let problem = |name, column: ArrayRef| {
        let error = import(&written(deals(name, column))).unwrap_err();
        let first = &error.problems()[0];
        (first.place.line.unwrap_or(0), first.code(), first.path().to_owned())
    };
    let time: ArrayRef = Arc::new(Time64MicrosecondArray::from(vec![1, 2]));
    assert_eq!(problem("At", Arc::clone(&time)), (0, "unsupported_column", "/At".to_owned()));
    // A column that the mapping does not use may be of any type.
    assert!(import(&written(deals("Other", time))).is_ok());
    assert_eq!(problem("Amount", Arc::new(Float64Array::from(vec![1.0, f64::NAN]))).1, "not_finite");
    assert_eq!(problem("Amount", Arc::new(BooleanArray::from(vec![true, false]))).1, "wrong_type");
    assert_eq!(problem("At", Arc::new(Int64Array::from(vec![1, 2]))), (1, "wrong_type", "/At".to_owned()));
    let far = problem("At", Arc::new(Date32Array::from(vec![20_573, i32::MAX])));
    assert_eq!(far, (2, "bad_day", "/At".to_owned()));
    let far = problem("At", Arc::new(TimestampSecondArray::from(vec![i64::MAX, i64::MIN])));
    assert_eq!(far, (1, "bad_instant", "/At".to_owned()));
    let blank = problem("Partner", Arc::new(StringArray::from(vec![Some("Acme"), None])));
    assert_eq!(blank, (2, "missing_field", "/Partner".to_owned()));
    assert_eq!(import(&[]).unwrap_err().code(), "nothing_to_read");
    assert_eq!(import(b"PAR1 this is not Parquet PAR1").unwrap_err().code(), "unreadable_input");
}

#[test]
fn a_damaged_file_is_an_error_and_no_panic() {
    let whole = written(deals("Deal", Arc::new(StringArray::from(vec!["1", "2"]))));
    for cut in (0..whole.len()).step_by(7) {
        assert!(import(&whole[..cut]).is_err());
    }
    for place in (0..whole.len()).step_by(3) {
        let mut damaged = whole.clone();
        damaged[place] ^= 0x55;
        let _ = import(&damaged);
    }
}

#[test]
fn the_same_table_gives_the_same_journal_in_both_formats() {
    let mapping = Mapping::from_toml(MAPPING).unwrap();
    let text = "Deal,At,Partner,Stage,Amount\n1,2026-04-30,Acme,won,1.5\n2,2026-05-01,Acme,lost,2\n";
    let options = ImportOptions::default();
    let csv = import_csv(text.as_bytes(), &mapping, &Lookups::default(), options, &mut |_| {}).unwrap();
    let parquet = import(&written(deals("Deal", Arc::new(StringArray::from(vec!["1", "2"]))))).unwrap();
    assert_eq!(csv.journal.to_json_lines(), parquet.journal.to_json_lines());
}
