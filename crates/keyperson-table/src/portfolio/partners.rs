//! Which partner's rows lie where, found from the table's column of partners alone.

use std::collections::BTreeMap;

use arrow_array::RecordBatch;
use keyperson::Error;
use keyperson::json::Value;
use rayon::prelude::*;

use super::source::FactsTable;
use crate::arrow::{Cells, Column};

/// Which partners' rows lie together within one part, and how the others are shared out.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// For each partner whose rows do not lie together: in which round it is read.
    rounds: BTreeMap<String, usize>,
    /// How many rounds there are, at least one.
    pub(super) count: usize,
}

/// The rows of one partner within one part.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    rows: u64,
    /// How often others' rows come between.
    runs: usize,
}

/// Rows of one batch that follow each other and are of one partner; `None` where there is no partner, which is a problem of
/// those rows.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) partner: Option<String>,
    pub(super) from: usize,
    pub(super) rows: usize,
}

impl Plan {
    /// Looks through the column of partners, part by part on all cores. Partners whose rows do not lie together are shared
    /// out on rounds of at most `most` rows, but for a single partner that has more.
    pub(super) fn of(
        table: &dyn FactsTable,
        (place, partner): (usize, &Column),
        most: u64,
    ) -> Result<Self, Error> {
        let parts: Result<Vec<BTreeMap<String, Seen>>, Error> = (0..table.parts().len())
            .into_par_iter()
            .with_max_len(1)
            .map(|part| {
                let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
                let mut last: Option<String> = None;
                table.read(part, Some(&[place]), &mut |batch| {
                    for run in runs(&batch, partner, 0) {
                        if let Some(name) = &run.partner {
                            let of = seen.entry(name.clone()).or_default();
                            of.rows = of.rows.saturating_add(u64::try_from(run.rows).unwrap_or(u64::MAX));
                            of.runs = of.runs.saturating_add(usize::from(last != run.partner));
                        }
                        last = run.partner;
                    }
                    Ok(())
                })?;
                Ok(seen)
            })
            .collect();
        let mut all: BTreeMap<String, Seen> = BTreeMap::new();
        for (name, seen) in parts?.into_iter().flatten() {
            let known = all.entry(name).or_default();
            known.rows = known.rows.saturating_add(seen.rows);
            known.runs = known.runs.saturating_add(seen.runs);
        }
        let mut plan = Self { rounds: BTreeMap::new(), count: 1 };
        let mut rows: u64 = 0;
        for (name, seen) in all.into_iter().filter(|(_, seen)| seen.runs > 1) {
            if rows > 0 && rows.saturating_add(seen.rows) > most {
                plan.count = plan.count.saturating_add(1);
                rows = 0;
            }
            rows = rows.saturating_add(seen.rows);
            plan.rounds.insert(name, plan.count.saturating_sub(1));
        }
        Ok(plan)
    }

    /// The round in which a partner's rows are gathered; none where they lie together.
    pub(super) fn round_of(&self, partner: &str) -> Option<usize> {
        self.rounds.get(partner).copied()
    }
}

/// The runs of a batch, whose column of partners lies at `place`.
pub(super) fn runs(batch: &RecordBatch, partner: &Column, place: usize) -> Vec<Run> {
    let Some(array) = batch.columns().get(place) else { return Vec::new() };
    let cells = Cells::of(array.as_ref(), partner.id, partner.zone);
    let name = |row: usize| match &cells {
        Some(cells) if !array.is_null(row) => match cells.value(row) {
            Ok(Value::Text(name)) => Some(name),
            _ => None,
        },
        _ => None,
    };
    let mut runs: Vec<Run> = Vec::new();
    let mut last = None;
    for row in 0..batch.num_rows() {
        let name = name(row);
        match runs.last_mut() {
            Some(run) if last == name => run.rows = run.rows.saturating_add(1),
            _ => runs.push(Run { partner: name.map(str::to_owned), from: row, rows: 1 }),
        }
        last = name;
    }
    runs
}
