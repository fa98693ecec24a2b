//! Laws of portfolios of tables: however a table is cut and ordered, the answer is that of one journal, and so are the
//! problems.

#![cfg(all(feature = "arrow", feature = "parallel", feature = "parquet"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly"
)]

use std::fs::File;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arrow_array::{ArrayRef, RecordBatch, StringArray, UInt32Array};
use keyperson::{Error, Fact, Journal, Place, Policy, Portfolio, ProblemKind};
use keyperson_simulator::{Options, simulate};
use keyperson_table::arrow::{FactsReader, journal_table};
use keyperson_table::{
    ArrowFile, FACTS_AT_ONCE, FactsTable, ParquetFile, TableInMemory, journal_of_table, portfolio_of_table,
    table_of_stream,
};
use proptest::prelude::*;

const AS_OF: &str = "2026-04-30";

/// What becomes of a text of a table.
type Change<'c> = &'c dyn Fn(&str) -> Option<String>;

fn facts(seed: u64, partners: usize) -> Vec<Fact> {
    simulate(&Options { seed, partners, density: 0.15, ..Options::demo() }).facts
}

/// A table of these rows, some of them twice.
fn table(facts: &[Fact], rows: &[usize]) -> RecordBatch {
    let journal = Journal::from_facts(facts.to_vec()).unwrap();
    let all = journal_table(&journal).unwrap();
    let take =
        UInt32Array::from_iter_values(rows.iter().map(|row| u32::try_from(row % facts.len()).unwrap()));
    let columns = all.columns().iter().map(|column| arrow_select::take::take(column, &take, None).unwrap());
    RecordBatch::try_new(all.schema(), columns.collect()).unwrap()
}

/// The table with the text of some rows of a column replaced; an empty one is null.
fn changed(table: &RecordBatch, column: &str, change: impl Fn(usize, &str) -> Option<String>) -> RecordBatch {
    let place = table.schema().index_of(column).unwrap();
    let texts: StringArray = table.column(place).as_any().downcast_ref::<StringArray>().unwrap().clone();
    let texts = texts.iter().enumerate().map(|(row, text)| change(row, text.unwrap_or_default()));
    let mut columns = table.columns().to_vec();
    let new: ArrayRef = Arc::new(texts.collect::<StringArray>());
    columns[place] = new;
    let fields: Vec<_> =
        table.schema().fields().iter().map(|field| field.as_ref().clone().with_nullable(true)).collect();
    RecordBatch::try_new(Arc::new(arrow_schema::Schema::new(fields)), columns).unwrap()
}

/// As one journal tells it.
fn at_once(table: &RecordBatch) -> Result<Portfolio, Error> {
    let mut reader = FactsReader::new(&table.schema())?;
    reader.push(table)?;
    let policy = Policy::default();
    keyperson::portfolio(&reader.finish()?, &policy, policy.as_of(AS_OF)?)
}

fn in_parts(table: &dyn FactsTable, at_once: u64) -> Result<Portfolio, Error> {
    let policy = Policy::default();
    portfolio_of_table(table, &policy, policy.as_of(AS_OF)?, at_once, &|_| ControlFlow::Continue(()))
}

/// The same table in batches that end at these rows, among them some without a row.
fn cut(table: &RecordBatch, cuts: &[usize]) -> TableInMemory {
    let mut ends: Vec<usize> = cuts.iter().map(|cut| cut % (table.num_rows() + 1)).collect();
    ends.extend([0, 0, table.num_rows(), table.num_rows()]);
    ends.sort_unstable();
    let batches = ends.windows(2).map(|ends| table.slice(ends[0], ends[1] - ends[0]));
    TableInMemory::new(table.schema(), batches.collect::<Vec<_>>())
}

/// Told alike, every problem in its place.
fn same(one: Result<Portfolio, Error>, other: Result<Portfolio, Error>) {
    let told = |answer: Result<Portfolio, Error>| match answer {
        Ok(portfolio) => serde_json::to_string(&portfolio).unwrap(),
        Err(error) => format!("{} {error:?}", error.count()),
    };
    assert_eq!(told(one), told(other));
}

/// The journal of the table is that of its rows, with the same problems.
fn same_journal(table: &RecordBatch, cuts: &[usize]) {
    let read = |table: &RecordBatch| {
        let mut reader = FactsReader::new(&table.schema())?;
        reader.push(table)?;
        reader.finish()
    };
    match (journal_of_table(&cut(table, cuts)), read(table)) {
        (Ok(one), Ok(other)) => assert_eq!(one, other),
        (one, other) => {
            let told = |error: &Error| format!("{} {error:?}", error.count());
            assert_eq!(one.as_ref().map_err(told), other.as_ref().map_err(told));
        }
    }
}

fn rows() -> impl Strategy<Value = Vec<usize>> {
    proptest::collection::vec(any::<u16>().prop_map(usize::from), 0..300)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    // INVARIANT: neither the order of rows, nor where batches end, nor how many facts are held at once changes a byte.
    #[test]
    fn any_table_gives_the_answer_of_one_journal(
        seed in 1..4_u64, mut rows in rows(), grouped in any::<bool>(),
        cuts in proptest::collection::vec(any::<usize>(), 0..6), held in prop_oneof![Just(FACTS_AT_ONCE), 1..200_u64],
    ) {
        let facts = facts(seed, 4);
        if grouped {
            // The order of the journal: by partner.
            rows.sort_unstable_by_key(|row| row % facts.len());
        }
        let table = table(&facts, &rows);
        same(in_parts(&cut(&table, &cuts), held), at_once(&table));
        same_journal(&table, &cuts);
    }

    // INVARIANT: what is wrong is told as one reading of all rows tells it, whichever parts it lies in.
    #[test]
    fn any_bad_table_tells_the_same_problems(
        rows in rows().prop_filter("a row", |rows| !rows.is_empty()), bad in proptest::collection::vec(any::<usize>(), 1..5),
        cuts in proptest::collection::vec(any::<usize>(), 0..6), held in prop_oneof![Just(FACTS_AT_ONCE), 1..200_u64],
        damage in 0..5_usize,
    ) {
        let facts = facts(1, 4);
        let table = table(&facts, &rows);
        let hit = |row: usize| bad.iter().any(|bad| bad % table.num_rows() == row);
        let first = facts[0].id.to_string();
        let (column, change): (&str, Change) = match damage {
            0 => ("partner", &|_| None),
            1 => ("type", &|_| Some("unheard_of".to_owned())),
            2 => ("partner", &|_| Some("moved".to_owned())),
            3 => ("id", &|_| Some(first.clone())),
            _ => ("source", &|_| Some("told anew".to_owned())),
        };
        let table = changed(&table, column, |row, text| {
            if hit(row) { change(text) } else { (!text.is_empty()).then(|| text.to_owned()) }
        });
        same(in_parts(&cut(&table, &cuts), held), at_once(&table));
        same_journal(&table, &cuts);
    }
}

#[test]
fn calendars_that_nobody_defines_are_all_told() {
    let lines = (0..40).map(|place| {
        format!(
            r#"{{"id":"f-{place}","at":"2026-01-05T09:00:00+09:00","partner":"p-{:02}","type":"partner_registered","calendar":"nobody's {place}"}}"#,
            place % 7
        )
    });
    let lines: Vec<String> = lines.collect();
    let facts: Vec<Fact> = Journal::from_json_lines(&lines.join("\n")).unwrap().facts().cloned().collect();
    let table = table(&facts, &(0..40).collect::<Vec<_>>());
    for held in [1, FACTS_AT_ONCE] {
        same(in_parts(&cut(&table, &[10, 20, 30]), held), at_once(&table));
    }
}

#[test]
fn files_give_the_answer_of_the_table() {
    let facts = facts(2, 5);
    let folder = tempfile::tempdir().unwrap();
    let shuffled: Vec<usize> = (0..facts.len()).map(|row| row * 7919).collect();
    for (name, rows) in [("grouped", (0..facts.len()).collect()), ("shuffled", shuffled)] {
        let table = table(&facts, &rows);
        let parquet = folder.path().join(format!("{name}.parquet"));
        let groups = parquet::file::properties::WriterProperties::builder()
            .set_max_row_group_row_count(Some(100))
            .build();
        let file = File::create(&parquet).unwrap();
        let mut writer = parquet::arrow::ArrowWriter::try_new(file, table.schema(), Some(groups)).unwrap();
        writer.write(&table).unwrap();
        writer.close().unwrap();
        let arrow = folder.path().join(format!("{name}.arrow"));
        let mut writer =
            arrow_ipc::writer::FileWriter::try_new(File::create(&arrow).unwrap(), &table.schema()).unwrap();
        for from in (0..table.num_rows()).step_by(64) {
            writer.write(&table.slice(from, 64.min(table.num_rows() - from))).unwrap();
        }
        writer.finish().unwrap();
        for held in [50, FACTS_AT_ONCE] {
            same(in_parts(&ParquetFile::open(&parquet).unwrap(), held), at_once(&table));
            same(in_parts(&ArrowFile::open(&arrow).unwrap(), held), at_once(&table));
        }
        // A stream that is too long for memory, and one that is not.
        for most in [0, 60_000, usize::MAX] {
            let batches = (0..table.num_rows()).step_by(64);
            let batches = batches.map(|from| Ok(table.slice(from, 64.min(table.num_rows() - from))));
            let kept = table_of_stream(&table.schema(), batches, most).unwrap();
            same(in_parts(kept.as_ref(), FACTS_AT_ONCE), at_once(&table));
        }
        for path in [parquet, arrow] {
            // A file that breaks off, and one that is something else, are errors.
            let bytes = std::fs::read(&path).unwrap();
            std::fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
            assert_eq!(ParquetFile::open(&path).unwrap_err().code(), "unreadable_input");
            assert_eq!(ArrowFile::open(&path).unwrap_err().code(), "unreadable_input");
        }
    }
    assert_eq!(ParquetFile::open(&folder.path().join("nobody")).unwrap_err().code(), "unreadable_input");
}

#[test]
fn a_stream_that_breaks_off_is_an_error() {
    let facts = facts(2, 2);
    let table = table(&facts, &[0, 1, 2]);
    let broken = Error::one(Place::default(), ProblemKind::NothingToRead {});
    for most in [0, usize::MAX] {
        let batches = [Ok(table.clone()), Err(broken.clone())];
        assert_eq!(table_of_stream(&table.schema(), batches, most).unwrap_err().code(), "nothing_to_read");
    }
    let none = arrow_schema::Schema::empty().into();
    assert_eq!(table_of_stream(&none, [], 0).unwrap_err().code(), "missing_field");
}

#[test]
fn it_can_be_ended_and_says_how_far_it_is() {
    let facts = facts(1, 6);
    let table = cut(&table(&facts, &(0..facts.len()).collect::<Vec<_>>()), &[200, 400]);
    let policy = Policy::default();
    let as_of = policy.as_of(AS_OF).unwrap();
    let most = AtomicU64::new(0);
    let watch = |done: u64| {
        most.fetch_max(done, Ordering::Relaxed);
        ControlFlow::Continue(())
    };
    let whole = portfolio_of_table(&table, &policy, as_of, FACTS_AT_ONCE, &watch).unwrap();
    assert_eq!(most.into_inner(), u64::try_from(facts.len()).unwrap());
    let ended =
        portfolio_of_table(&table, &policy, as_of, FACTS_AT_ONCE, &|_| ControlFlow::Break(())).unwrap();
    assert!(ended.partners.len() < whole.partners.len());
}
