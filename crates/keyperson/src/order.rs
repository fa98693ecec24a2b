//! Sorting, equal things staying in their order, with one copy of the standard library's sort for all types; and maps
//! and sets filled without sorting.
//!
//! The standard library's `sort_by` is compiled anew for every closure, four kilobytes each: with some seventy of them
//! a fifth of what a browser would have to load. Here positions are sorted, which is compiled once, and then the
//! things are put into their places.

use std::cmp::Ordering;

/// Sorting in place.
pub(crate) trait Order<T> {
    /// As `sort_by`.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// As `sort_by_key`.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|one, other| key(one).cmp(&key(other)));
    }

    /// As `sort`.
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }
}

impl<T> Order<T> for [T] {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let swaps = swaps(self.len(), &mut |one, other| match (self.get(one), self.get(other)) {
            (Some(one), Some(other)) => compare(one, other),
            // Positions lie within the slice.
            _ => Ordering::Equal,
        });
        for (one, other) in swaps {
            self.swap(one, other);
        }
    }
}

/// Which places to swap, one after the other, so that everything stands in order; none where it does already.
fn swaps(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    if (1..count).all(|next| compare(next.saturating_sub(1), next) != Ordering::Greater) {
        return Vec::new();
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| compare(*one, *other));
    let mut swaps = Vec::with_capacity(count);
    for place in 0..count {
        // What belongs here may have been swapped away already; then it lies where it was swapped to.
        let mut from = order.get(place).copied().unwrap_or(place);
        while from < place {
            from = order.get(from).copied().unwrap_or(place);
        }
        if let Some(here) = order.get_mut(place) {
            *here = from;
        }
        if from != place {
            swaps.push((place, from));
        }
    }
    swaps
}

/// Filling maps and sets thing by thing: to `collect` into one sorts first, with a sort of its own for every type.
pub(crate) trait Fill: Iterator + Sized {
    /// As `collect`; of two values for one key the last stays.
    fn fill<C: Default + Extend<Self::Item>>(self) -> C {
        let mut filled = C::default();
        filled.extend(self);
        filled
    }
}

impl<I: Iterator> Fill for I {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        // INVARIANT: the order is that of the standard library's stable sort.
        #[test]
        fn things_come_as_the_standard_library_sorts_them(keys in proptest::collection::vec(0..20_u8, 0..300)) {
            let mut ours: Vec<(u8, usize)> = keys.into_iter().enumerate().map(|(place, key)| (key, place)).collect();
            let mut theirs = ours.clone();
            ours.order_by_key(|(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&ours, &theirs);
            ours.order_by(|one, other| other.1.cmp(&one.1));
            theirs.sort_by_key(|(_, place)| std::cmp::Reverse(*place));
            prop_assert_eq!(&ours, &theirs);
            ours.order();
            theirs.sort();
            prop_assert_eq!(ours, theirs);
        }
    }
}
