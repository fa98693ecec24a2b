//! A partner's facts, indexed once for all that is asked: its people, deals, work and ties.

pub mod deal;
pub mod metric;
pub mod network;
pub(crate) mod period;
pub mod view;
pub mod work;
