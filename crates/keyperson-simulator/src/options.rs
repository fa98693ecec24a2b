//! What a made-up portfolio should look like.

use std::ops::RangeInclusive;

use keyperson::calendar::Day;

/// Facts that one partner of [`Options::demo`] leaves behind, on average over many seeds.
const FACTS_PER_PARTNER: usize = 755;

/// What a made-up portfolio should look like.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Everything random follows from it.
    pub seed: u64,
    /// How many partner companies.
    pub partners: usize,
    /// Fewest and most people at one partner; below 1 counts as 1.
    pub people_per_partner: RangeInclusive<usize>,
    /// The day on which the facts begin.
    pub start: Day,
    /// The day on whose evening the facts end.
    pub as_of: Day,
    /// How densely people are observed: factor on the number of ratings, signals and messages; 1 is usual,
    /// what is not a number from 0 to 100 counts as the nearest bound.
    pub density: f64,
    /// Share of people who fall silent on the way, from 0 to 1.
    pub drop_out_share: f64,
    /// Share of partners at which a gate of the selection goes wrong (late, left out, no time agreed), from 0 to 1.
    pub defect_share: f64,
}

impl Options {
    /// The demonstration: 12 partners with about six people each, from 2026-01-05 to 2026-04-30.
    #[must_use]
    pub fn demo() -> Self {
        Self {
            seed: 20_260_105,
            partners: 12,
            people_per_partner: 5..=7,
            start: day(2026, 1, 5),
            as_of: day(2026, 4, 30),
            density: 1.0,
            drop_out_share: 0.1,
            defect_share: 0.4,
        }
    }

    /// The demonstration's partners, as many as give about `facts` facts (within a tenth from 20,000 facts on).
    ///
    /// ```
    /// let many = keyperson_simulator::Options::with_facts(100_000);
    /// assert!(many.partners > 50);
    /// ```
    #[must_use]
    pub fn with_facts(facts: usize) -> Self {
        Self { partners: facts.div_ceil(FACTS_PER_PARTNER), ..Self::demo() }
    }
}

impl Default for Options {
    /// As [`Options::demo`].
    fn default() -> Self {
        Self::demo()
    }
}

/// A day that the calendar has.
fn day(year: i32, month: u32, day: u32) -> Day {
    Day::new(year, month, day).unwrap_or(Day::MIN)
}
