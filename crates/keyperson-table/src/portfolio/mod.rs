//! The portfolio on all cores: partners are evaluated side by side, and joined in their order.

#[cfg(all(feature = "arrow", feature = "parquet"))]
mod found;
#[cfg(all(feature = "arrow", feature = "parquet"))]
mod partners;
#[cfg(all(feature = "arrow", feature = "parquet"))]
mod source;
#[cfg(all(feature = "arrow", feature = "parquet"))]
mod spill;
#[cfg(all(feature = "arrow", feature = "parquet"))]
mod table;

#[cfg(all(feature = "arrow", feature = "parquet"))]
pub use source::{ArrowFile, FactsTable, ParquetFile, TableInMemory, facts_file, journal_of_table};
#[cfg(all(feature = "arrow", feature = "parquet"))]
pub use spill::{STREAM_IN_MEMORY, table_of_stream};
#[cfg(all(feature = "arrow", feature = "parquet"))]
pub use table::{FACTS_AT_ONCE, portfolio_of_table};

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use keyperson::answer::portfolio::{PartnerPiece, Pieces};
use keyperson::calendar::Instant;
use keyperson::{Error, Journal, PartnerId, Policy, Portfolio};
use rayon::prelude::*;

/// [`keyperson::portfolio`] on the threads of the current rayon pool: the same answer, whatever their number.
///
/// `watch` is told the number of facts done after each partner, and may end it. What was done until then is handed out.
///
/// ```
/// use std::ops::ControlFlow;
///
/// let (journal, policy) = (keyperson::Journal::default(), keyperson::Policy::default());
/// let as_of = policy.as_of("2026-04-30")?;
/// let portfolio = keyperson_table::portfolio(&journal, &policy, as_of, &|_| ControlFlow::Continue(()))?;
/// assert_eq!(portfolio, keyperson::portfolio(&journal, &policy, as_of)?);
/// # Ok::<(), keyperson::Error>(())
/// ```
///
/// # Errors
/// As [`keyperson::portfolio`].
pub fn portfolio(
    journal: &Journal,
    policy: &Policy,
    as_of: Instant,
    watch: &(dyn Fn(usize) -> ControlFlow<()> + Sync),
) -> Result<Portfolio, Error> {
    let pieces = Pieces::new(policy, as_of);
    pieces.check(journal)?;
    let partners: Vec<&PartnerId> = journal.partners().collect();
    let (done, ended) = (AtomicUsize::new(0), AtomicBool::new(false));
    let piece = |partner: &&PartnerId| -> Result<Option<PartnerPiece>, Error> {
        if ended.load(Ordering::Relaxed) {
            return Ok(None);
        }
        let piece = pieces.partner(journal, partner)?;
        let facts = journal.of_partner(partner).len();
        let before = done.fetch_add(facts, Ordering::Relaxed);
        if watch(before.saturating_add(facts)).is_break() {
            ended.store(true, Ordering::Relaxed);
        }
        Ok(Some(piece))
    };
    // One partner is work enough for a thread to fetch it by itself.
    let made: Result<Vec<Option<PartnerPiece>>, Error> =
        partners.par_iter().with_max_len(1).map(piece).collect();
    Ok(pieces.join(made?.into_iter().flatten()))
}
