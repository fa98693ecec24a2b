//! Response curves: from a signal's measure to a number from 0 (speaks against) to 1 (speaks for).

use std::cmp::Ordering;

use crate::policy::Curve;

/// A measure through a signal's curve.
pub(crate) fn read(curve: &Curve, value: f64) -> f64 {
    match curve {
        Curve::Linear { from, to } => ((value - from.get()) / (to.get() - from.get())).clamp(0.0, 1.0),
        Curve::Saturating { half } => {
            let value = value.max(0.0);
            value / (value + half.get())
        }
        Curve::HalfLife { half } => libm::exp2(-value.max(0.0) / half.get()),
        Curve::Percentile { cohort } => {
            let (mut below, mut equal) = (0.0, 0.0);
            for other in cohort {
                match other.get().total_cmp(&value) {
                    Ordering::Less => below += 1.0,
                    Ordering::Equal => equal += 1.0,
                    Ordering::Greater => {}
                }
            }
            (below + equal / 2.0) / crate::json::read::length(cohort.len()).max(1.0)
        }
    }
}
