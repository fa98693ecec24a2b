//! Who fits the role and how sure we are, which strength is wasted, and what to change around the person.

pub mod estimate;
pub mod fit;
pub mod mismatch;
pub mod overrides;
pub mod ranking;
pub mod readiness;
pub mod remedy;
pub mod scorer;
pub mod unit;
pub(crate) mod weighting;
