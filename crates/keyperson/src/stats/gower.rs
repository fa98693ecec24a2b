//! How unlike two things are whose fields are of mixed kinds, some of them missing: Gower's distance.
//!
//! J. C. Gower 1971, "A general coefficient of similarity and some of its properties", Biometrics 27:857–871; here 1
//! minus his similarity, without his special case for fields of which only the presence counts.

use super::error::{Argument, StatsError, all_not_negative, same_length};

/// One field of every row, in the order of the rows; `None` where it is missing.
#[derive(Debug, Clone, PartialEq)]
pub enum GowerField {
    /// Measures: they differ by the share of the table's range that lies between them.
    Numbers(Vec<Option<f64>>),
    /// Kinds, each with a number of its own: they differ by 0 where they are the same and by 1 where not.
    Kinds(Vec<Option<u32>>),
}

/// Rows of mixed fields, whose distances may be asked for.
///
/// ```
/// use keyperson::stats::{GowerField, GowerTable};
///
/// let ages = GowerField::Numbers(vec![Some(20.0), Some(30.0), Some(60.0)]);
/// let countries = GowerField::Kinds(vec![Some(0), Some(1), None]);
/// let table = GowerTable::new(vec![ages, countries], vec![1.0, 1.0])?;
/// assert_eq!(table.distance(0, 1), Some(0.625)); // a quarter of the range, another country
/// assert_eq!(table.distance(0, 2), Some(1.0)); // the country is missing: the age alone
/// # Ok::<(), keyperson::stats::StatsError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct GowerTable {
    fields: Vec<GowerField>,
    /// Half the range of a field of numbers, so that no range is too large for a double; else 0.
    half_ranges: Vec<f64>,
    weights: Vec<f64>,
    rows: usize,
}

impl GowerTable {
    /// A table of fields of one length, each with its weight of at least 0.
    ///
    /// # Errors
    /// [`StatsError::LengthsDiffer`]; [`StatsError::NotFinite`] for a number or weight that is not finite,
    /// [`StatsError::OutOfRange`] for a weight below 0.
    pub fn new(fields: Vec<GowerField>, weights: Vec<f64>) -> Result<Self, StatsError> {
        same_length("fields", fields.len(), "weights", weights.len())?;
        all_not_negative("weights", &weights)?;
        let rows = fields.first().map_or(0, GowerField::len);
        let mut half_ranges = Vec::with_capacity(fields.len());
        for field in &fields {
            same_length("fields[0]", rows, "fields", field.len())?;
            half_ranges.push(field.half_range()?);
        }
        Ok(Self { fields, half_ranges, weights, rows })
    }

    /// How many rows there are.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// How far two rows are apart in one field, 0 to 1; `None` where either misses it. A field of numbers that are all
    /// the same tells nothing apart: 0.
    #[must_use]
    pub fn field(&self, field: usize, one: usize, other: usize) -> Option<f64> {
        match self.fields.get(field)? {
            GowerField::Numbers(values) => {
                let (one, other) = ((*values.get(one)?)?, (*values.get(other)?)?);
                let range = self.half_ranges.get(field).copied().unwrap_or_default();
                let apart = (0.5 * one - 0.5 * other).abs();
                Some(if range > 0.0 { (apart / range).min(1.0) } else { 0.0 })
            }
            GowerField::Kinds(kinds) => {
                let (one, other) = ((*kinds.get(one)?)?, (*kinds.get(other)?)?);
                Some(if one == other { 0.0 } else { 1.0 })
            }
        }
    }

    /// How far two rows are apart, 0 to 1: the weighted mean over the fields that both have. `None` where there is no
    /// such field of a weight above 0, and for a row that is not there.
    #[must_use]
    pub fn distance(&self, one: usize, other: usize) -> Option<f64> {
        let fields = self.weights.iter().enumerate();
        gower_mean(fields.map(|(field, weight)| (self.field(field, one, other), *weight)))
    }
}

/// The weighted mean of distances in single fields, those that are missing left out. `None` where no weight is left.
pub fn gower_mean(fields: impl IntoIterator<Item = (Option<f64>, f64)>) -> Option<f64> {
    let (mut sum, mut weights) = (0.0, 0.0);
    for (apart, weight) in fields {
        if let Some(apart) = apart {
            sum += weight * apart;
            weights += weight;
        }
    }
    // INVARIANT: a distance lies in 0..1; rounding may not say otherwise.
    (weights > 0.0).then(|| (sum / weights).clamp(0.0, 1.0))
}

impl GowerField {
    fn len(&self) -> usize {
        match self {
            Self::Numbers(values) => values.len(),
            Self::Kinds(kinds) => kinds.len(),
        }
    }

    fn half_range(&self) -> Result<f64, StatsError> {
        let Self::Numbers(values) = self else { return Ok(0.0) };
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for (index, value) in values.iter().enumerate() {
            let Some(value) = *value else { continue };
            if !value.is_finite() {
                let argument = Argument { name: "numbers", index: Some(index) };
                return Err(StatsError::NotFinite { argument, value });
            }
            low = low.min(value);
            high = high.max(value);
        }
        Ok(if low < high { 0.5 * high - 0.5 * low } else { 0.0 })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn table(fields: Vec<GowerField>, weights: &[f64]) -> GowerTable {
        GowerTable::new(fields, weights.to_vec()).unwrap()
    }

    #[test]
    fn what_is_missing_is_left_out_of_its_pair() {
        let numbers = GowerField::Numbers(vec![Some(0.0), Some(5.0), Some(10.0), None]);
        let kinds = GowerField::Kinds(vec![Some(1), Some(1), None, Some(2)]);
        let of = table(vec![numbers, kinds], &[1.0, 3.0]);
        let cases = [
            ((0, 1), Some(0.125)), // (1 · 0.5 + 3 · 0) ÷ 4
            ((0, 2), Some(1.0)),   // the number alone
            ((0, 3), Some(1.0)),   // the kind alone
            ((2, 3), None),        // no field that both have
            ((1, 1), Some(0.0)),
            ((0, 9), None), // no such row
        ];
        for ((one, other), expected) in cases {
            assert_eq!(of.distance(one, other), expected, "{one} {other}");
            assert_eq!(of.distance(other, one), expected, "{other} {one}");
        }
    }

    #[test]
    fn a_range_of_zero_tells_nothing_apart() {
        let same = GowerField::Numbers(vec![Some(7.0), Some(7.0), None]);
        let kinds = GowerField::Kinds(vec![Some(0), Some(1), Some(1)]);
        assert_eq!(table(vec![same.clone()], &[1.0]).distance(0, 1), Some(0.0));
        assert_eq!(table(vec![same, kinds], &[1.0, 1.0]).distance(0, 1), Some(0.5));
    }

    #[test]
    fn nothing_to_compare_is_no_distance() {
        assert_eq!(table(Vec::new(), &[]).distance(0, 0), None);
        let kinds = GowerField::Kinds(vec![Some(0), Some(1)]);
        assert_eq!(table(vec![kinds], &[0.0]).distance(0, 1), None);
    }

    #[test]
    fn the_largest_numbers_have_a_range() {
        let wide = GowerField::Numbers(vec![Some(-f64::MAX), Some(f64::MAX), Some(0.0)]);
        assert_eq!(table(vec![wide.clone()], &[1.0]).distance(0, 1), Some(1.0));
        assert_eq!(table(vec![wide], &[1.0]).distance(0, 2), Some(0.5));
    }

    #[test]
    fn bad_arguments_are_refused() {
        let kinds = GowerField::Kinds(vec![Some(0)]);
        let code = |fields, weights: &[f64]| GowerTable::new(fields, weights.to_vec()).unwrap_err().code();
        assert_eq!(code(vec![kinds.clone()], &[]), "lengths_differ");
        assert_eq!(code(vec![kinds.clone(), GowerField::Numbers(Vec::new())], &[1.0, 1.0]), "lengths_differ");
        assert_eq!(code(vec![kinds.clone()], &[-1.0]), "number_out_of_range");
        assert_eq!(code(vec![kinds], &[f64::NAN]), "number_not_finite");
        assert_eq!(code(vec![GowerField::Numbers(vec![Some(f64::INFINITY)])], &[1.0]), "number_not_finite");
    }
}
