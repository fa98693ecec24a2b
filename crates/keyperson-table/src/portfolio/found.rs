//! What was found in the parts of a table, put together as one reading of the whole table would tell it.

use std::collections::BTreeSet;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

use keyperson::answer::portfolio::PartnerPiece;
use keyperson::json::Value;
use keyperson::{Error, FactId, PartnerId, Problem, ProblemKind};
use rayon::prelude::*;

use super::source::FactsTable;
use crate::arrow::{Cells, Column, FactsReader};

/// What was found so far, in whatever order the parts came.
#[derive(Debug, Default)]
pub(super) struct Found {
    pieces: Vec<PartnerPiece>,
    problems: Vec<Problem>,
    /// How many problems there were beyond those kept.
    omitted: u64,
    /// What is wrong with the calendars of some partners.
    calendars: Vec<(PartnerId, Error)>,
    /// Ids that name two facts.
    doubtful: BTreeSet<String>,
    /// One per fact: its id as a number. One that is there twice may name two facts.
    hashes: Vec<u64>,
}

/// An id as a number; two ids have the same one about once in 10¹⁹ pairs.
pub(super) fn hash_of(id: &FactId) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(id.as_str())
}

impl Found {
    pub(super) fn piece(&mut self, piece: Result<PartnerPiece, (PartnerId, Error)>) {
        match piece {
            Ok(piece) => self.pieces.push(piece),
            Err(bad) => self.calendars.push(bad),
        }
    }

    pub(super) fn ids(&mut self, hashes: Vec<u64>) {
        self.hashes.extend(hashes);
    }

    /// What is wrong with some rows. Conflicts are looked at again in the whole table.
    pub(super) fn problems(&mut self, error: Error) {
        self.omitted = self.omitted.saturating_add(error.omitted());
        self.doubtful.extend(error.problems().iter().filter_map(conflict));
        self.problems.extend(error.problems().iter().filter(|problem| conflict(problem).is_none()).cloned());
    }

    /// The pieces of the portfolio.
    ///
    /// # Errors
    /// Every problem, in the order of the rows; where there is none, what is wrong with calendars.
    pub(super) fn into_pieces(
        mut self,
        table: &dyn FactsTable,
        starts: &[u64],
        id: (usize, &Column),
    ) -> Result<Vec<PartnerPiece>, Error> {
        self.hashes.par_sort_unstable();
        let twice: BTreeSet<u64> =
            self.hashes.windows(2).filter(|pair| pair.first() == pair.last()).flatten().copied().collect();
        if let Some(error) = self.told_of_doubtful(table, starts, id, &twice)? {
            self.omitted = self.omitted.saturating_add(error.omitted());
            self.problems.extend(error.problems().iter().cloned());
        }
        self.problems.sort_by_key(|problem| problem.place.line);
        if let Some(error) = Error::many(self.problems) {
            return Err(error.with_omitted(self.omitted));
        }
        self.calendars.sort_by(|(one, _), (other, _)| one.cmp(other));
        let together = self.calendars.into_iter().map(|(_, error)| error).reduce(|mut all, error| {
            all.append(error);
            all
        });
        together.map_or(Ok(self.pieces), Err)
    }

    /// Reads the facts of all doubtful ids once more, together.
    fn told_of_doubtful(
        &self,
        table: &dyn FactsTable,
        starts: &[u64],
        (place, column): (usize, &Column),
        twice: &BTreeSet<u64>,
    ) -> Result<Option<Error>, Error> {
        if twice.is_empty() && self.doubtful.is_empty() {
            return Ok(None);
        }
        let mut reader = FactsReader::new(&table.schema())?;
        for (part, start) in starts.iter().enumerate() {
            let mut before = *start;
            table.read(part, None, &mut |batch| {
                let array = batch.columns().get(place);
                let cells = array.and_then(|array| Cells::of(array.as_ref(), column.id, column.zone));
                let doubtful = |row: usize| {
                    let (Some(array), Some(cells)) = (array, &cells) else { return false };
                    let value = (!array.is_null(row)).then(|| cells.value(row));
                    matches!(value, Some(Ok(Value::Text(id)))
                        if self.doubtful.contains(id) || id.parse().is_ok_and(|id| twice.contains(&hash_of(&id))))
                };
                if (0..batch.num_rows()).any(doubtful) {
                    reader.push_rows(&batch, 0..batch.num_rows(), before, &doubtful)?;
                }
                before = before.saturating_add(u64::try_from(batch.num_rows()).unwrap_or(u64::MAX));
                Ok(())
            })?;
        }
        Ok(reader.finish().err().and_then(|error| {
            Error::many(error.problems().iter().filter(|problem| conflict(problem).is_some()).cloned())
        }))
    }
}

/// The id that names two facts.
fn conflict(problem: &Problem) -> Option<String> {
    if let ProblemKind::FactConflict { id, .. } = &problem.kind { Some(id.clone()) } else { None }
}
