//! Laws of tables of fits: each number is the one that a single row has, bit for bit.

#![cfg(feature = "arrow")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::type_complexity,
    reason = "a test may fail loudly"
)]

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{
    Array, ArrayRef, DictionaryArray, Float32Array, Float64Array, Int64Array, LargeStringArray, NullArray,
    RecordBatch, StringArray, StringViewArray,
};
use keyperson::person::fit::{given, of_values, score};
use keyperson::{Policy, Trait, UnitInterval};
use keyperson_table::arrow::{FitColumns, fits_table};
use proptest::prelude::*;

const ALL: FitColumns = FitColumns { bounds: true, contributions: true, mismatches: true, top: Some(3) };

/// Values by trait, and the partner.
type Row = ([Option<f64>; 6], Option<u8>);

/// The six columns' kinds; of a kind that is not there, nothing is known.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Double,
    Single,
    Whole,
    Null,
    Absent,
}

fn policy(rho: f64, weights: &[f64]) -> Policy {
    let traits =
        Trait::WORDS.iter().zip(weights).map(|(of, weight)| format!("[traits.{of}]\nweight = {weight:?}\n"));
    Policy::from_toml(&format!("[fit]\nrho = {rho:?}\n{}", traits.collect::<String>())).unwrap()
}

/// A value as its column holds it.
fn held(kind: Kind, value: f64) -> Option<f64> {
    match kind {
        Kind::Double => Some(value),
        #[expect(
            clippy::as_conversions,
            clippy::cast_possible_truncation,
            reason = "the nearest single is meant"
        )]
        Kind::Single => Some(f64::from(value as f32)),
        Kind::Whole => Some(value.round()),
        Kind::Null | Kind::Absent => None,
    }
}

fn column(kind: Kind, values: &[Option<f64>]) -> Option<ArrayRef> {
    #[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "the values are exact")]
    Some(match kind {
        Kind::Double => Arc::new(values.iter().copied().collect::<Float64Array>()),
        Kind::Single => Arc::new(values.iter().map(|v| v.map(|v| v as f32)).collect::<Float32Array>()),
        Kind::Whole => Arc::new(values.iter().map(|v| v.map(|v| v as i64)).collect::<Int64Array>()),
        Kind::Null => Arc::new(NullArray::new(values.len())),
        Kind::Absent => return None,
    })
}

fn partners(kind: u8, rows: &[Row]) -> ArrayRef {
    let names: Vec<Option<String>> = rows.iter().map(|row| row.1.map(|of| format!("partner {of}"))).collect();
    let names = names.iter().map(Option::as_deref);
    match kind {
        0 => Arc::new(names.collect::<StringArray>()),
        1 => Arc::new(names.collect::<LargeStringArray>()),
        2 => Arc::new(names.collect::<StringViewArray>()),
        _ => Arc::new(names.collect::<DictionaryArray<arrow_array::types::Int8Type>>()),
    }
}

fn batch(kinds: &[Kind; 6], partner: u8, rows: &[Row]) -> RecordBatch {
    let columns = kinds.iter().enumerate().filter_map(|(of, kind)| {
        let values: Vec<Option<f64>> = rows.iter().map(|row| row.0[of]).collect();
        Some((Trait::WORDS[of], column(*kind, &values)?, true))
    });
    let columns = columns.chain([("partner", partners(partner, rows), true)]);
    RecordBatch::try_from_iter_with_nullable(columns).unwrap()
}

/// Cuts a batch at places that are given as shares of its length.
fn cut(batch: &RecordBatch, cuts: &[f64]) -> Vec<RecordBatch> {
    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 up"
    )]
    let at = |share: &f64| (share * batch.num_rows() as f64) as usize;
    let mut places: Vec<usize> = cuts.iter().map(at).chain([0, batch.num_rows()]).collect();
    places.sort_unstable();
    places.windows(2).map(|ends| batch.slice(ends[0], ends[1] - ends[0])).collect()
}

/// Bits of a column, for nothing but equality.
fn bits(table: &RecordBatch, name: &str) -> Vec<Option<u64>> {
    let array = table.column_by_name(name).unwrap().as_primitive::<Float64Type>();
    // Behind a null there is 0, so that equal tables have equal bytes.
    assert!((0..array.len()).all(|row| array.is_valid(row) || array.value(row).to_bits() == 0), "{name}");
    array.iter().map(|value| value.map(f64::to_bits)).collect()
}

/// What a single row has in each column.
fn alone(values: &[Option<f64>; 6], policy: &Policy) -> BTreeMap<String, Option<f64>> {
    let known: Vec<(Trait, UnitInterval)> = Trait::ALL
        .iter()
        .zip(values)
        .filter_map(|(of, value)| Some((*of, UnitInterval::new((*value)?).unwrap())))
        .collect();
    let fit = of_values(&known, policy);
    let weight = |of: Trait| policy.traits.get(of).weight.get();
    let all: f64 = Trait::ALL.iter().map(|of| weight(*of)).sum();
    let seen = known.iter().map(|(of, _)| weight(*of)).sum::<f64>() + 0.0;
    let mut columns: BTreeMap<String, Option<f64>> = BTreeMap::new();
    columns.insert("fit".to_owned(), score(&given(&known, policy), policy));
    assert_eq!(columns["fit"].map(f64::to_bits), fit.score.get().map(f64::to_bits));
    columns.insert("coverage".to_owned(), Some(if all > 0.0 { seen / all } else { 0.0 }));
    columns.insert("lower".to_owned(), Some(fit.lower));
    columns.insert("upper".to_owned(), Some(fit.upper));
    for of in Trait::ALL {
        let found = fit.contributions.iter().find(|contribution| contribution.of == *of);
        columns.insert(format!("contribution_{of}"), found.map(|found| found.points));
    }
    let value = |of: Trait| known.iter().find(|(given, _)| *given == of).map(|(_, value)| value.get());
    for (code, pattern) in &policy.mismatch.patterns {
        let holds = value(pattern.strong).zip(value(pattern.weak)).map(|(strong, weak)| {
            f64::from(u8::from(strong >= pattern.strong_from.get() && weak <= pattern.weak_to.get()))
        });
        columns.insert(format!("mismatch_{code}"), holds);
    }
    columns
}

/// Ranks as one would make them by hand.
fn ranks(rows: &[Row], fits: &[Option<f64>], limit: usize) -> Vec<Option<i64>> {
    let mut groups: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
    for (row, (_, partner)) in rows.iter().enumerate() {
        if let (Some(partner), Some(_)) = (partner, fits[row]) {
            groups.entry(*partner).or_default().push(row);
        }
    }
    let mut ranks = vec![None; rows.len()];
    for group in groups.values_mut() {
        group.sort_by(|one, other| fits[*other].unwrap().total_cmp(&fits[*one].unwrap()));
        for (rank, row) in (1..).zip(group.iter().take(limit)) {
            ranks[*row] = Some(rank);
        }
    }
    ranks
}

fn value() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        2 => Just(None),
        6 => (0.0..=1.0).prop_map(Some),
        3 => prop::sample::select(vec![0.0, 1.0, 0.5, 0.4, 0.6, -0.0]).prop_map(Some),
        1 => prop::sample::select(vec![1e-300, 5e-324, 1e-290, 1e-17]).prop_map(Some),
    ]
}

fn weights() -> impl Strategy<Value = Vec<f64>> {
    let weight = prop_oneof![
        4 => 0.0..10.0,
        2 => Just(0.0),
        1 => prop::sample::select(vec![1e-300, 1e6, 1e-9, 1.0]),
    ];
    prop::collection::vec(weight, 6)
}

fn rho() -> impl Strategy<Value = f64> {
    prop_oneof![4 => Just(1.0), 2 => -100.0..100.0, 2 => prop::sample::select(vec![0.0, -1.0, 2.0, 1e-30])]
}

fn kinds() -> impl Strategy<Value = [Kind; 6]> {
    use Kind::{Absent, Double, Null, Single, Whole};
    let kind = prop::sample::select(vec![Double, Double, Double, Double, Single, Whole, Null, Absent]);
    // One trait at least is there.
    prop::array::uniform6(kind).prop_map(|mut kinds| {
        kinds[1] = if kinds[1] == Absent { Double } else { kinds[1] };
        kinds
    })
}

fn rows(most: usize) -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec((prop::array::uniform6(value()), prop::option::weighted(0.9, 0_u8..5)), 0..most)
}

fn in_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    #[cfg(feature = "parallel")]
    return rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(work);
    #[cfg(not(feature = "parallel"))]
    return (work(), threads).0;
}

fn check(
    policy: &Policy,
    kinds: &[Kind; 6],
    rows: &mut [Row],
    (partner, cuts, threads, limit): (u8, &[f64], usize, usize),
) -> Result<(), TestCaseError> {
    for (values, _) in rows.iter_mut() {
        for (value, kind) in values.iter_mut().zip(kinds) {
            *value = value.and_then(|value| held(*kind, value));
        }
    }
    let batch = batch(kinds, partner, rows);
    let columns = FitColumns { top: Some(limit), ..ALL };
    let table =
        in_threads(threads, || fits_table(batch.schema_ref(), &cut(&batch, cuts), policy, &columns).unwrap());
    let alone: Vec<BTreeMap<String, Option<f64>>> =
        rows.iter().map(|(values, _)| alone(values, policy)).collect();
    let mut names = 0;
    for field in table.schema_ref().fields().iter().filter(|field| field.name() != "rank") {
        let expected: Vec<Option<u64>> =
            alone.iter().map(|row| row[field.name()].map(f64::to_bits)).collect();
        prop_assert_eq!(bits(&table, field.name()), expected, "{}", field.name());
        names += 1;
    }
    prop_assert_eq!(names, 10 + policy.mismatch.patterns.len());
    let fits: Vec<Option<f64>> = alone.iter().map(|row| row["fit"]).collect();
    let ranked: Vec<Option<i64>> =
        table.column_by_name("rank").unwrap().as_primitive::<Int64Type>().iter().collect();
    prop_assert_eq!(ranked, ranks(rows, &fits, limit));
    // The columns that are always there do not depend on the others.
    let short = fits_table(batch.schema_ref(), &cut(&batch, cuts), policy, &FitColumns::default()).unwrap();
    prop_assert_eq!(short, table.project(&[0, 1]).unwrap());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    // INVARIANT: every column is what a row has alone, bit for bit, for any policy, types of columns, cut and threads.
    #[test]
    fn a_table_is_row_by_row_the_fit(
        rho in rho(),
        weights in weights(),
        kinds in kinds(),
        mut rows in rows(700),
        partner in 0_u8..4,
        cuts in prop::collection::vec(0.0..1.0, 0..4),
        threads in 1_usize..4,
        limit in 0_usize..5,
    ) {
        check(&policy(rho, &weights), &kinds, &mut rows, (partner, &cuts, threads, limit))?;
    }

    // INVARIANT: a value that is no number from 0 to 1 is an error with its row and column, wherever it is.
    #[test]
    fn bad_values_are_told_with_their_place(
        mut rows in rows(600),
        at in any::<prop::sample::Index>(),
        of in 0_usize..6,
        bad in prop::sample::select(vec![f64::NAN, f64::INFINITY, -0.1, 1.0000000000000002, -1e300]),
        cuts in prop::collection::vec(0.0..1.0, 0..3),
        dense in any::<bool>(),
    ) {
        prop_assume!(!rows.is_empty());
        if dense {
            rows.iter_mut().flat_map(|row| &mut row.0).for_each(|value| *value = value.or(Some(0.5)));
        }
        let at = at.index(rows.len());
        rows[at].0[of] = Some(bad);
        let batch = batch(&[Kind::Double; 6], 0, &rows);
        let error = fits_table(batch.schema_ref(), &cut(&batch, &cuts), &Policy::default(), &ALL).unwrap_err();
        let problem = &error.problems()[0];
        prop_assert_eq!(error.problems().len(), 1);
        prop_assert_eq!(problem.place.line, Some(u64::try_from(at).unwrap() + 1));
        prop_assert_eq!(&problem.place.path, &format!("/{}", Trait::WORDS[of]));
        prop_assert_eq!(problem.kind.code(), if bad.is_finite() { "out_of_range" } else { "not_finite" });
    }
}

#[test]
fn long_tables_are_cut_into_shares() {
    let mut random = keyperson::stats::Random::from_seed(7);
    let mut rows: Vec<Row> = (0..40_000)
        .map(|row| {
            let values = std::array::from_fn(|_| (random.unit() > 0.1).then(|| random.unit()));
            (values, (row % 17 > 0).then(|| u8::try_from(row % 11).unwrap()))
        })
        .collect();
    for threads in [1, 3] {
        check(&Policy::default(), &[Kind::Double; 6], &mut rows, (0, &[0.3, 0.31], threads, 100)).unwrap();
    }
}

/// Each case: columns, what is asked for, the code of the error and its place.
#[test]
fn bad_tables_are_errors() {
    let text: ArrayRef = Arc::new(StringArray::from(vec!["a"]));
    let number: ArrayRef = Arc::new(Float64Array::from(vec![0.5]));
    let top = FitColumns { top: Some(1), ..FitColumns::default() };
    let cases: [(Vec<(&str, &ArrayRef)>, FitColumns, &str, &str); 5] = [
        (vec![("x", &number)], FitColumns::default(), "unknown_column", ""),
        (vec![("drive", &text)], FitColumns::default(), "wrong_type", "/drive"),
        (vec![("drive", &number)], top, "unknown_column", ""),
        (vec![("drive", &number), ("partner", &number)], top, "wrong_type", "/partner"),
        (vec![("partner", &text)], top, "unknown_column", ""),
    ];
    for (columns, wanted, code, path) in cases {
        let columns = columns.into_iter().map(|(name, array)| (name, array.clone()));
        let batch = RecordBatch::try_from_iter(columns).unwrap();
        let error = fits_table(batch.schema_ref(), std::slice::from_ref(&batch), &Policy::default(), &wanted)
            .unwrap_err();
        assert_eq!((error.problems()[0].kind.code(), error.problems()[0].place.path.as_str()), (code, path));
    }
}
