//! What a question is made of: the facts, the policy, and the instant at which it is asked.

use std::str::FromStr;

use chrono::DateTime;
use chrono_tz::Tz;
use keyperson::calendar::Instant;
use keyperson::{Journal, Policy};

use crate::args;
use crate::exit::Failure;
use crate::files::Files;
use crate::terminal::Terminal;
use crate::{complaint, facts, policy_file};

/// A question, ready to be answered.
#[derive(Debug)]
pub struct Question {
    /// The facts.
    pub journal: Journal,
    /// The policy.
    pub policy: Policy,
    /// The instant.
    pub as_of: Instant,
}

impl Question {
    /// Reads what the command line names.
    ///
    /// # Errors
    /// Exit codes 1 to 3, as reading facts and policies.
    pub fn read(terminal: &Terminal, files: &Files, args: &args::Question) -> Result<Self, Failure> {
        // The policy first: it is small, and wrong ones need no facts to be refused.
        let (policy, as_of) = Self::without_facts(terminal, files, args)?;
        Ok(Self { journal: facts::read(terminal, files, &args.facts)?, policy, as_of })
    }

    /// Reads the policy and the instant alone.
    ///
    /// # Errors
    /// Exit codes 1 to 3, as reading policies.
    pub fn without_facts(
        terminal: &Terminal,
        files: &Files,
        args: &args::Question,
    ) -> Result<(Policy, Instant), Failure> {
        let policy = policy_file::read(terminal, files, args.policy.as_deref())?;
        let as_of = match &args.as_of {
            Some(text) => instant(terminal, &policy, text)?,
            None => now(&policy),
        };
        Ok((policy, as_of))
    }

    /// The question as the library asks it.
    pub const fn asked(&self) -> keyperson::Question<'_> {
        keyperson::Question::new(&self.journal, &self.policy, self.as_of)
    }
}

/// The instant that a date of the command line means.
///
/// # Errors
/// Exit code 1 for what is no date; the command line lets none through.
pub fn instant(terminal: &Terminal, policy: &Policy, text: &str) -> Result<Instant, Failure> {
    policy.as_of(text).map_err(|error| complaint::whole(terminal, "--as-of", &error))
}

/// Now, in the policy's zone, to the second. The core cannot know: the clock is read here alone.
fn now(policy: &Policy) -> Instant {
    #[expect(clippy::disallowed_methods, reason = "a command may ask for today; the core never does")]
    let now = std::time::SystemTime::now();
    let seconds = now.duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let zone = Tz::from_str(policy.place.zone.name()).unwrap_or(Tz::UTC);
    i64::try_from(seconds)
        .ok()
        .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
        .and_then(|now| now.with_timezone(&zone).to_rfc3339().parse().ok())
        .unwrap_or_else(|| policy.place.zone.last_instant_of(keyperson::calendar::Day::MIN))
}
