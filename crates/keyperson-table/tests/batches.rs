//! Arrow batches: the same import as of the file with the same cells, and problems by row and column.
#![cfg(all(feature = "arrow", feature = "parquet"))]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use arrow_array::{
    ArrayRef, Date32Array, Float64Array, Int64Array, RecordBatch, RecordBatchIterator, StringArray,
    Time64MicrosecondArray, TimestampNanosecondArray,
};
use arrow_schema::ArrowError;
use keyperson::Error;
use keyperson_table::{
    Format, Import, ImportOptions, Lookups, Mapping, import_batches, import_csv, import_parquet,
};
use parquet::arrow::ArrowWriter;

const MAPPING: &str = r#"
schema = "keyperson.mapping/1"
[input]
zone = "Asia/Tokyo"
[lookups.owners]
file = "owners.csv"
key = "Number"
[[skip]]
when = { column = "Stage", is = ["open"] }
reason = "not closed"
[[facts]]
type = "deal"
id = "{Deal}"
at = { column = "At" }
partner = { column = "Partner" }
person = { column = "Owner", lookup = "owners", take = "Name" }
deal = { column = "Deal" }
stage = { column = "Stage" }
amount = { column = "Amount" }
"#;
const OWNERS: &str = "Number,Name\n7,佐藤\n8,鈴木\n";
const DEALS: &str = "Deal,At,Partner,Owner,Stage,Amount\n\
    1,2026-04-30,Acme,7,won,1.5\n2,2026-05-01,Acme,8,lost,\n3,2026-05-02,Acme,7,open,3\n4,2026-05-03,Beta,8,won,4\n";

fn batch(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    RecordBatch::try_from_iter(columns).unwrap()
}

fn owners() -> RecordBatch {
    // Numbers that went through a column with gaps: floats that are whole serve as keys.
    batch(vec![
        ("Number", Arc::new(Float64Array::from(vec![Some(7.0), Some(8.0), None]))),
        ("Name", Arc::new(StringArray::from(vec![Some("佐藤"), Some("鈴木"), None]))),
    ])
}

fn deals() -> RecordBatch {
    batch(vec![
        ("Deal", Arc::new(Int64Array::from(vec![1, 2, 3, 4]))),
        ("At", Arc::new(Date32Array::from(vec![20_573, 20_574, 20_575, 20_576]))),
        ("Partner", Arc::new(StringArray::from(vec!["Acme", "Acme", "Acme", "Beta"]))),
        ("Owner", Arc::new(Int64Array::from(vec![7, 8, 7, 8]))),
        ("Stage", Arc::new(StringArray::from(vec!["won", "lost", "open", "won"]))),
        ("Amount", Arc::new(Float64Array::from(vec![Some(1.5), None, Some(3.0), Some(4.0)]))),
    ])
}

fn imported(batches: Vec<Result<RecordBatch, ArrowError>>, options: ImportOptions) -> Result<Import, Error> {
    let mapping = Mapping::from_toml(MAPPING)?;
    let mut lookups = Lookups::default();
    let owners = owners();
    lookups.add_batches(
        "owners",
        RecordBatchIterator::new([Ok(owners.clone())], owners.schema()),
        &mapping,
    )?;
    let schema = batches.iter().flatten().next().unwrap().schema();
    let reader = RecordBatchIterator::new(batches, schema);
    import_batches(reader, &mapping, &lookups, options, &mut |_| {})
}

fn with(name: &str, column: ArrayRef) -> RecordBatch {
    let whole = deals();
    let schema = whole.schema();
    let columns = schema.fields().iter().zip(whole.columns()).map(|(field, known)| {
        let array = if field.name() == name { Arc::clone(&column) } else { Arc::clone(known) };
        (field.name().clone(), array)
    });
    RecordBatch::try_from_iter(columns).unwrap()
}

#[test]
fn the_same_import_as_of_the_files() {
    let mapping = Mapping::from_toml(MAPPING).unwrap();
    let mut lookups = Lookups::default();
    lookups.add("owners", OWNERS.as_bytes(), Format::Csv, &mapping).unwrap();
    let options = ImportOptions::default();
    let from_csv = import_csv(DEALS.as_bytes(), &mapping, &lookups, options, &mut |_| {}).unwrap();
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, deals().schema(), None).unwrap();
    writer.write(&deals()).unwrap();
    writer.close().unwrap();
    let from_parquet = import_parquet(&bytes[..], &mapping, &lookups, options, &mut |_| {}).unwrap();
    let whole = imported(vec![Ok(deals())], options).unwrap();
    assert_eq!(whole, from_parquet);
    assert_eq!(whole.journal, from_csv.journal);
    assert_eq!((whole.rows_read, whole.rows_used, whole.skipped[0].first_line), (4, 3, 3));
    let pieces = vec![Ok(deals().slice(0, 3)), Ok(deals().slice(3, 1))];
    assert_eq!(imported(pieces, options).unwrap(), whole);
}

#[test]
fn problems_name_row_and_column() {
    let options = ImportOptions::default();
    let first = |batches| {
        let error = imported(batches, options).unwrap_err();
        let first = &error.problems()[0];
        (first.code(), first.place.line, first.path().to_owned())
    };
    let stage = with("Stage", Arc::new(StringArray::from(vec!["won", "lost", "open", "sold"])));
    assert_eq!(first(vec![Ok(stage.clone())]), ("unknown_value", Some(4), "/Stage".to_owned()));
    let pieces = vec![Ok(stage.slice(0, 3)), Ok(stage.slice(3, 1))];
    assert_eq!(first(pieces), ("unknown_value", Some(4), "/Stage".to_owned()));
    let far = with("At", Arc::new(TimestampNanosecondArray::from(vec![0, i64::MIN, 0, 0])));
    assert_eq!(first(vec![Ok(far)]).2, "/At");
    let time = with("At", Arc::new(Time64MicrosecondArray::from(vec![1, 2, 3, 4])));
    assert_eq!(first(vec![Ok(time)]), ("unsupported_column", None, "/At".to_owned()));
    let lost = ArrowError::ExternalError("the line broke".into());
    assert_eq!(first(vec![Ok(deals()), Err(lost)]), ("unreadable_input", None, String::new()));
    assert_eq!(first(vec![Ok(deals().slice(0, 0))]), ("nothing_to_read", None, String::new()));
    let kept = imported(vec![Ok(stage)], ImportOptions { keep_good_rows: true }).unwrap();
    assert_eq!((kept.rows_bad, kept.journal.len()), (1, 2));
    assert_eq!(
        Lookups::default()
            .add_batches(
                "x",
                RecordBatchIterator::new([], deals().schema()),
                &Mapping::from_toml(MAPPING).unwrap()
            )
            .unwrap_err()
            .code(),
        "unknown_lookup"
    );
}
