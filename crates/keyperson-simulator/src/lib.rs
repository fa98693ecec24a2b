#![doc = include_str!("../README.md")]
//!
//! ## How facts follow from the truth
//! Every person has six true traits. Ratings scatter around them as Beta draws, each rater with a lean of their own;
//! signals are drawn so that the response curves of the default policy bring them back to the trait on average.
//! Prospects arrive as a Poisson process whose rate is Gamma-distributed between people, grows with drive and time,
//! and swings with month and weekday; deals move on with a chance that skill, influence and authority raise.
//! All of it happens on business days of the Japanese calendar, in working hours of Tokyo. All names are invented.
//! The numbers behind it are judgement: plausible, not measured.

mod chance;
mod contact;
mod evidence;
mod names;
mod options;
mod partner;
mod sales;
mod scribe;
mod selection;
mod story;
mod team;
mod timeline;
mod truth;

pub use options::Options;
pub use truth::{Archetype, MismatchPattern, TruePerson, TrueRates, TrueTraits};

use keyperson::Fact;
use timeline::Timeline;

/// A made-up portfolio and the truth behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Simulation {
    /// The facts, partner by partner, in order of time; every id once.
    pub facts: Vec<Fact>,
    /// The people, in the order of their ids.
    pub truth: Vec<TruePerson>,
}

/// Makes up a portfolio.
///
/// The same options give the same facts on every machine. A partner depends only on the seed, its own number and the
/// dates: more partners leave the first ones as they are. Where `as_of` is before `start`, or no partner is asked
/// for, there are no facts.
///
/// ```
/// use keyperson_simulator::{Options, simulate};
///
/// let small = Options { partners: 2, ..Options::demo() };
/// assert_eq!(simulate(&small), simulate(&small));
/// assert_ne!(simulate(&small), simulate(&Options { seed: 7, ..small.clone() }));
/// ```
#[must_use]
pub fn simulate(options: &Options) -> Simulation {
    let timeline = Timeline::new(options.start, options.as_of);
    let mut made_up = Simulation { facts: Vec::new(), truth: Vec::new() };
    for number in 1..=options.partners {
        partner::add(options, &timeline, number, &mut made_up);
    }
    made_up
}
