//! How vendor and partner work together: meetings, answers, feedback, news, recognition.

pub mod agenda;
pub mod appraisal;
pub mod cadence;
pub mod feedback;
pub mod motivation;
pub mod news;
pub mod recognition;
pub mod response;
pub mod rhythm;
pub mod schedule;
