//! The people around the person: how know-how spreads, who could follow, who supports.

pub mod loop_turns;
pub mod spread;
pub mod succession;
pub mod support;
