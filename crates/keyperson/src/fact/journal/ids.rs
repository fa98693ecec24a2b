//! The ids of all facts of a journal, in shards that copies of the journal share: to add one id copies one shard.

use std::collections::HashSet;
use std::hash::BuildHasher as _;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use crate::fact::FactId;

/// The most ids a shard holds on average.
const SHARD: usize = 1024;

type Shard = HashSet<FactId, FxBuildHasher>;

/// A set of ids.
#[derive(Debug, Clone, Default)]
pub(super) struct Ids {
    /// A power of two of them, or none.
    shards: Vec<Arc<Shard>>,
    count: usize,
}

impl Ids {
    /// Room for `count` ids.
    fn sized(count: usize) -> Self {
        let shards = count.div_ceil(SHARD).next_power_of_two();
        Self { shards: (0..shards).map(|_| Arc::default()).collect(), count: 0 }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// Whether `id` is one of them.
    pub(super) fn contains(&self, id: &FactId) -> bool {
        self.shards.get(shard_of(id, self.shards.len())).is_some_and(|shard| shard.contains(id))
    }

    /// Takes in ids; those known stay as they are.
    pub(super) fn extend(&mut self, ids: impl ExactSizeIterator<Item = FactId>) {
        let most = self.count.saturating_add(ids.len());
        if most > self.shards.len().saturating_mul(SHARD) {
            // Twice as many shards as needed now, so that ids that come one by one do not move each time.
            let mut wider = Self::sized(most);
            for shard in std::mem::take(&mut self.shards) {
                Arc::unwrap_or_clone(shard).into_iter().for_each(|id| wider.insert(id));
            }
            *self = wider;
        }
        ids.for_each(|id| self.insert(id));
    }

    fn insert(&mut self, id: FactId) {
        let place = shard_of(&id, self.shards.len());
        if let Some(shard) = self.shards.get_mut(place)
            && Arc::make_mut(shard).insert(id)
        {
            self.count = self.count.saturating_add(1);
        }
    }
}

/// The shard of an id among a power of two of them. A set looks at the hash's lower and uppermost bits; these lie between.
fn shard_of(id: &FactId, shards: usize) -> usize {
    let middle = FxBuildHasher.hash_one(id) >> 24_u32;
    usize::try_from(middle).unwrap_or(usize::MAX) & shards.saturating_sub(1)
}
