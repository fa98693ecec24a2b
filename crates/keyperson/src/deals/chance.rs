//! The chance of a deal: how likely an open deal is to be ordered within a number of days, given its stage and its
//! age in that stage.
//!
//! The method is landmarking (H. van Houwelingen 2007, Scandinavian Journal of Statistics 34:70–85). We take the
//! partner's deals that were still in that stage at that age, and count how many were ordered within the same number
//! of further days. A lost deal can no longer be ordered. A deal that was not observed for so long leaves the count
//! when its observation ends (the product-limit estimate with competing ends, O. Aalen and S. Johansen 1978; with
//! orders alone it is Kaplan and Meier's). The policy's prior for the stage is added, which makes a Beta posterior.
//! It is worth as many deals as are known to their end.
//!
//! The prior of a deal that stands still fades. What the prior expected and did not happen is counted against the
//! deal, so that the prior keeps its weight.

use crate::calendar::Day;
use crate::fact::Stage;
use crate::json::read::{integer_to_f64, length};
use crate::order::Order as _;
use crate::partner::deal::{Deal, Deals, Outcome};
use crate::policy::Policy;
use crate::stats;

/// The stages of an open deal.
const STAGES: [Stage; 4] = [Stage::Prospect, Stage::Proposal, Stage::Poc, Stage::Approval];

/// How the partner's deals fared from each stage on.
#[derive(Debug, Clone)]
pub struct Courses {
    /// For each of the stages: the newest deals that reached it, by the days until their end.
    stages: [Vec<Course>; 4],
    today: Day,
    within: i64,
}

/// The chance of one open deal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chance {
    /// First parameter of its Beta posterior.
    pub a: f64,
    /// Second parameter.
    pub b: f64,
    /// Days at its stage.
    pub age_days: i64,
    /// How many deals of the partner say so; 0 where the policy's prior speaks alone.
    pub observed: i64,
}

/// One deal from the day on which it reached a stage.
#[derive(Debug, Clone, Copy)]
struct Course {
    /// Days until it ended, or until today.
    end: i64,
    kind: End,
    /// Days until it went further or ended; absent where it is still there.
    left: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum End {
    Won,
    Lost,
    Open,
}

impl Chance {
    /// The chance: the mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.a / (self.a + self.b)
    }

    /// Its variance.
    #[must_use]
    pub fn variance(&self) -> f64 {
        let sum = self.a + self.b;
        self.a * self.b / (sum * sum * (sum + 1.0))
    }
}

impl Courses {
    /// Indexes how the deals fared, each stage's newest of the policy's number.
    #[must_use]
    pub fn of(deals: &Deals<'_>, today: Day, policy: &Policy) -> Self {
        let most = usize::try_from(policy.first_order.most_deals.get()).unwrap_or(usize::MAX);
        let stages = STAGES.map(|stage| {
            let mut reached: Vec<(Day, Course)> = deals
                .all
                .iter()
                .filter_map(|deal| Some((deal.reached(stage)?.0, course(deal, stage, today)?)))
                .collect();
            // The deals come by id, and a stable sort leaves those of one day in that order.
            reached.order_by_key(|(day, _)| *day);
            let mut courses: Vec<Course> =
                reached.iter().rev().take(most).map(|(_, course)| *course).collect();
            // What ends a deal comes before the end of an observation on the same day.
            courses.order_by_key(|course| (course.end, course.kind == End::Open));
            courses
        });
        Self { stages, today, within: policy.first_order.within_days.get() }
    }

    /// The chance of an open deal; absent where it is closed, or its stage is not on record.
    #[must_use]
    pub fn chance(&self, deal: &Deal<'_>, policy: &Policy) -> Option<Chance> {
        if !deal.is_open() {
            return None;
        }
        let (stage, since, _) = deal.furthest()?;
        let prior = policy.first_order.prior.get(stage)?;
        let place = STAGES.iter().position(|of| *of == stage)?;
        let age_days = since.days_until(self.today);
        let seen = ordered(self.stages.get(place)?, age_days, self.within);
        let fresh = policy.first_order.fresh_days.get();
        let stale = integer_to_f64(age_days.saturating_sub(fresh).max(0));
        // The policy's days are above 0, so the weight exists.
        let believed = stats::decay_weight(stale, integer_to_f64(fresh)).unwrap_or(1.0);
        let (wins, losses) = (prior.prior_for.get() * believed, prior.prior_for.get() * (1.0 - believed));
        Some(Chance {
            a: wins + length(seen.known) * seen.share,
            b: prior.prior_against.get() + losses + length(seen.known) * (1.0 - seen.share),
            age_days,
            observed: i64::try_from(seen.known).unwrap_or(i64::MAX),
        })
    }
}

/// A deal from a stage on; absent where its end lies before it, so that the dates cannot be right.
fn course(deal: &Deal<'_>, stage: Stage, today: Day) -> Option<Course> {
    let (from, _) = deal.reached(stage)?;
    let (day, kind) = match deal.outcome() {
        Outcome::Won(day, _) => (day, End::Won),
        Outcome::Lost(day, _) => (day, End::Lost),
        Outcome::Open => (today, End::Open),
    };
    let end = from.days_until(day);
    let further = deal.stages.iter().filter(|(of, ..)| *of > stage).map(|(_, day, _)| from.days_until(*day));
    (end >= 0).then(|| Course { end, kind, left: further.min().map(|left| left.max(0)) })
}

struct Seen {
    /// Share ordered within the days.
    share: f64,
    /// Deals whose fate within the days is known.
    known: usize,
}

/// How many of those still there after `age` days were ordered within `within` further ones.
fn ordered(courses: &[Course], age: i64, within: i64) -> Seen {
    let until = age.saturating_add(within);
    let still =
        || courses.iter().filter(|course| course.end > age && course.left.is_none_or(|left| left > age));
    let mut at_risk = still().count();
    let mut known = at_risk;
    let (mut open, mut share) = (1.0, 0.0);
    for course in still().take_while(|course| course.end <= until) {
        let lost = open / integer_to_f64(i64::try_from(at_risk).unwrap_or(i64::MAX));
        match course.kind {
            End::Won => {
                share += lost;
                open -= lost;
            }
            End::Lost => open -= lost,
            End::Open if course.end < until => known = known.saturating_sub(1),
            End::Open => {}
        }
        at_risk = at_risk.saturating_sub(1);
    }
    // INVARIANT: a share lies in 0..1; rounding may not say otherwise.
    Seen { share: share.clamp(0.0, 1.0), known }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn course(end: i64, kind: End) -> Course {
        Course { end, kind, left: (kind != End::Open).then_some(end) }
    }

    fn sorted(mut courses: Vec<Course>) -> Vec<Course> {
        courses.order_by_key(|course| (course.end, course.kind == End::Open));
        courses
    }

    #[test]
    fn with_everything_known_it_is_a_plain_share() {
        let courses = sorted(vec![
            course(10, End::Won),
            course(20, End::Lost),
            course(40, End::Won),
            course(90, End::Won),
        ]);
        let at = |age, within| {
            let seen = ordered(&courses, age, within);
            ((seen.share * 1e9).round() / 1e9, seen.known)
        };
        assert_eq!(at(0, 30), (0.25, 4)); // one of four
        assert_eq!(at(0, 60), (0.5, 4));
        assert_eq!(at(10, 60), (0.333_333_333, 3)); // that of day 10 is not still there
        assert_eq!(at(90, 60), (0.0, 0)); // nobody was there so long
    }

    #[test]
    fn an_observation_that_ends_leaves_the_count() {
        // Of four the one of day 5 is not observed further: then one of three, so 1 · 1/3 and not 1/4.
        let courses = sorted(vec![
            course(5, End::Open),
            course(10, End::Won),
            course(20, End::Lost),
            course(70, End::Open),
        ]);
        let seen = ordered(&courses, 0, 30);
        assert!((seen.share - 1.0 / 3.0).abs() < 1e-12);
        assert_eq!(seen.known, 3);
        // An observation that ends with the last day knows all of it.
        assert_eq!(ordered(&[course(30, End::Open)], 0, 30).known, 1);
        assert_eq!(ordered(&[course(29, End::Open)], 0, 30).known, 0);
    }

    #[test]
    fn who_went_further_is_no_longer_there() {
        let moved = Course { end: 50, kind: End::Won, left: Some(10) };
        assert_eq!(ordered(&[moved], 5, 60).known, 1);
        assert_eq!(ordered(&[moved], 10, 60).known, 0);
    }
}
