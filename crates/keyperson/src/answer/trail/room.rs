//! What the numbers of a brief have from the policy.

/// Numbers that a room shows as the policy has them, at the same place in both; `*` for any item.
pub(super) const COPIED: &[&[&str]] = &[
    &["fit", "bar"],
    &["ladder", "rungs", "*", "target"],
    &["ladder", "rungs", "*", "days"],
    &["response", "limit_hours"],
    &["first_order", "within_days"],
];

/// What decides about traits and what follows from them.
pub(super) const OF_TRAITS: [&str; 8] =
    ["/traits", "/signals", "/estimate", "/overrides", "/fit", "/mismatch", "/remedies", "/unit"];
