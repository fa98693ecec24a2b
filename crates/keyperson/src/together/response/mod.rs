//! Response: how soon each side answers the other's messages, and which messages still wait.
//!
//! Messages of one thread form a conversation. Messages without a thread form the person's own chat. Several messages
//! of one side in a row are one turn: its first message starts the clock, and the other side's next message answers
//! it. An answer may be the last word, so a turn that is an answer does not wait for one. It counts if it is
//! answered. After the policy's pause without a message, the next message starts a new conversation. A message that
//! names the one it answers belongs to that thread and answers it after any pause.
//!
//! An export begins on some day, and its first messages may answer older ones. A message that names one outside the
//! facts is an answer like any other: it waits for nothing, and outside a thread it answers nothing else.

mod conversation;

use serde::{Deserialize, Serialize};

use self::conversation::{Conversation, threads};

use crate::calendar::{self, Day, Instant};
use crate::fact::{FactId, Side};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::{integer_to_f64, words};
use crate::order::Order as _;
use crate::partner::view::View;
use crate::person::estimate;
use crate::policy::Policy;
use crate::stats;
use crate::value::Key;

const SECONDS_IN_AN_HOUR: f64 = 3_600.0;

words! {
    /// The day of the week on which a question was asked.
    pub enum Weekday {
        /// 月曜日
        Monday = "monday",
        /// 火曜日
        Tuesday = "tuesday",
        /// 水曜日
        Wednesday = "wednesday",
        /// 木曜日
        Thursday = "thursday",
        /// 金曜日
        Friday = "friday",
        /// 土曜日
        Saturday = "saturday",
        /// 日曜日
        Sunday = "sunday",
    }
}

/// The answers of both sides.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Response {
    /// Hours within which an answer is in time, the last instant included.
    pub limit_hours: i64,
    /// Turns that were answered, by the instant of the question.
    pub answered: Vec<Answered>,
    /// Turns that wait for an answer, the oldest first.
    pub open: Vec<Waiting>,
    /// How the vendor answers the partner.
    pub vendor: Answers,
    /// How the partner answers the vendor.
    pub partner: Answers,
}

/// A turn and its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Answered {
    /// The thread; absent for the person's own chat.
    pub thread: Option<Key>,
    /// Who answered.
    pub by: Side,
    /// The first message of the turn.
    pub question: FactId,
    /// The message that answers it.
    pub answer: FactId,
    /// When the turn began.
    pub asked: Instant,
    /// Whole seconds until the answer.
    pub elapsed_seconds: i64,
    /// Whether it came within the limit.
    pub in_time: bool,
}

/// A turn that waits for an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Waiting {
    /// The thread; absent for the person's own chat.
    pub thread: Option<Key>,
    /// Whose answer it waits for.
    pub waits_for: Side,
    /// The first message of the turn.
    pub question: FactId,
    /// Since when it waits.
    pub since: Instant,
    /// The last instant at which an answer is in time; absent past the range of dates.
    pub due: Option<Instant>,
    /// Whether that is past.
    pub past: bool,
}

/// How one side answers the other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Answers {
    /// Turns that it answered.
    pub answered: i64,
    /// Those of them answered within the limit.
    pub in_time: i64,
    /// Those of them answered later.
    pub late: i64,
    /// Turns that wait for its answer.
    pub open: i64,
    /// Those of them whose limit is past.
    pub open_past: i64,
    /// Breaches of the limit: late answers and open turns past it.
    pub breaches: i64,
    /// Hours within which half of the answers came, by nearest rank: of n answers the ⌈n/2⌉-th fastest. Absent
    /// without answers; what is open does not count.
    pub median_hours: Option<f64>,
    /// Hours within which 90 % of the answers came: the ⌈9n/10⌉-th fastest.
    pub p90_hours: Option<f64>,
    /// Chance of an answer in time: mean of `Beta(prior_for + in time, prior_against + breaches)`. Absent where
    /// there is neither an answer nor a breach.
    pub chance: Option<f64>,
    /// Lower end of its interval at the policy's level.
    pub chance_lower: Option<f64>,
    /// Upper end of it.
    pub chance_upper: Option<f64>,
    /// The same by the weekday of the question, Monday first.
    pub weekdays: Vec<WeekdayAnswers>,
}

/// How the questions of one weekday were answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct WeekdayAnswers {
    /// The weekday of the question where the partner is.
    pub weekday: Weekday,
    /// Questions of which it is known whether they were answered in time.
    pub asked: i64,
    /// Those of them that were.
    pub in_time: i64,
    /// Chance of an answer in time: mean of its posterior, pooled with all weekdays. Absent where nothing was asked.
    pub chance: Option<f64>,
    /// Lower end of its interval at the policy's level.
    pub chance_lower: Option<f64>,
    /// Upper end of it.
    pub chance_upper: Option<f64>,
    /// Probability that this weekday's chance lies below that of all the others together; absent where nothing was
    /// asked on this weekday, or on no other. The weekday itself has no part in what it is compared with.
    pub later: Option<f64>,
}

/// The posterior of a weekday's chance: `Beta(k·m + s, k·(1 − m) + n − s)` for `s` of `n` questions answered in time,
/// the overall chance `m`, worth `k` answers.
///
/// A hierarchical Beta-Binomial model with a prior of known mean and strength (Gelman et al. 2013, Bayesian Data
/// Analysis, 3rd edition, section 5.3): with `k` to infinity its mean goes to `m`, with `k` to 0 to `s ÷ n`.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn pooled(overall: f64, strength: f64, in_time: i64, asked: i64) -> (f64, f64) {
    let late = asked.saturating_sub(in_time);
    (strength * overall + integer_to_f64(in_time), strength * (1.0 - overall) + integer_to_f64(late))
}

/// How soon both sides answer.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn evaluate(view: &View<'_, '_>, policy: &Policy) -> Response {
    let limit = policy.response.limit_hours.get();
    let (mut answered, mut open) = (Vec::new(), Vec::new());
    for (thread, messages) in threads(view) {
        let mut conversation = Conversation { thread, limit, turn: None, answered: &mut answered };
        for message in messages {
            conversation.take(message, policy.response.pause_hours.get());
        }
        open.extend(conversation.waiting(view));
    }
    answered.order_by(|one, other| (one.asked, &one.question).cmp(&(other.asked, &other.question)));
    open.order_by(|one, other| (one.since, &one.question).cmp(&(other.since, &other.question)));
    Response {
        limit_hours: limit,
        vendor: answers(Side::Vendor, &answered, &open, view, policy),
        partner: answers(Side::Partner, &answered, &open, view, policy),
        answered,
        open,
    }
}

impl Response {
    /// Answers that the vendor gave late or still owes, and questions for which another channel may be better.
    /// Nothing to answer where the person has left.
    #[must_use]
    #[cfg_attr(feature = "rooms", visibility::make(pub))]
    pub(crate) fn findings(&self, view: &View<'_, '_>, policy: &Policy) -> Vec<Finding> {
        let mut findings = Vec::new();
        findings.extend(self.late(view, policy));
        if view.left().is_none() {
            findings.extend(self.owed(view, policy));
            findings.extend(self.quiet(view, policy));
            findings.extend(self.later(view, policy));
        }
        findings
    }

    fn late(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let from = recent_from(view, policy);
        let own = || self.answered.iter().filter(|answer| answer.by == Side::Vendor);
        let lately = || own().filter(|answer| answer.answered_at() >= from);
        let mut late: Vec<&Answered> = lately().filter(|answer| !answer.in_time).collect();
        // The longest first; a stable sort leaves equal ones in order.
        late.order_by_key(|answer| std::cmp::Reverse(answer.elapsed_seconds));
        let longest = late.first()?;
        let finding = Finding::new(FindingCode::ResponseLate, Urgency::Important, "")
            .value("count", finding::count(late.len()))
            .value("answers", finding::count(lately().count()))
            .value("limit_hours", finding::hours(integer_to_f64(self.limit_hours)))
            .value("longest_hours", finding::hours(hours(longest.elapsed_seconds)))
            .evidence(late.iter().flat_map(|answer| [answer.question.clone(), answer.answer.clone()]));
        Some(finding)
    }

    fn owed(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let near = policy.response.near_hours.get();
        let owed: Vec<&Waiting> = self
            .open
            .iter()
            .filter(|open| open.waits_for == Side::Vendor)
            .filter(|open| {
                open.past
                    || calendar::deadline_hours(open.since, near).is_some_and(|near| view.as_of() >= near)
            })
            .collect();
        let oldest = owed.first()?;
        let finding = Finding::new(FindingCode::ResponseOpen, Urgency::Urgent, "")
            .since(oldest.since)
            .due(oldest.due.map(|due| view.partner.day_of(due)))
            .value("count", finding::count(owed.len()))
            .value("past", finding::count(owed.iter().filter(|open| open.past).count()))
            .value("limit_hours", finding::hours(integer_to_f64(self.limit_hours)))
            .evidence(owed.iter().map(|open| open.question.clone()));
        Some(finding)
    }

    fn quiet(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let partner = view.partner;
        let days =
            |open: &Waiting| partner.calendar.business_days_between(partner.day_of(open.since), view.today());
        let from = recent_from(view, policy);
        let quiet: Vec<&Waiting> = self
            .open
            .iter()
            .filter(|open| open.waits_for == Side::Partner && open.since >= from)
            .filter(|open| days(open) > policy.response.quiet_after_days.get())
            .collect();
        let oldest = quiet.first()?;
        let finding = Finding::new(FindingCode::QuietThread, Urgency::Notice, "")
            .since(oldest.since)
            .value("count", finding::count(quiet.len()))
            .value("days", finding::days(days(oldest)))
            .evidence(quiet.iter().map(|open| open.question.clone()));
        Some(finding)
    }
}

impl Response {
    /// Weekdays on which our questions are answered later than on the others: a matter of the channel.
    fn later(&self, view: &View<'_, '_>, policy: &Policy) -> Vec<Finding> {
        let side = &self.partner;
        let differs = |of: &&WeekdayAnswers| {
            of.later.is_some_and(|later| later >= policy.response.weekday.later_from.get())
        };
        let (all, in_time) = (side.in_time.saturating_add(side.breaches), side.in_time);
        let finding = |of: &WeekdayAnswers| {
            let on_it = |at: Instant| weekday_of(view.partner.day_of(at)) == of.weekday;
            let late = self.answered.iter().filter(|a| a.by == Side::Partner && !a.in_time && on_it(a.asked));
            let past = self.open.iter().filter(|o| o.waits_for == Side::Partner && o.past && on_it(o.since));
            let late = late.flat_map(|answer| [answer.question.clone(), answer.answer.clone()]);
            Finding::new(FindingCode::ResponseWeekday, Urgency::Notice, of.weekday.word())
                .value("count", finding::count(of.asked))
                .value("in_time", finding::count(of.in_time))
                .value("rest", finding::count(all.saturating_sub(of.asked)))
                .value("rest_in_time", finding::count(in_time.saturating_sub(of.in_time)))
                .value("limit_hours", finding::hours(integer_to_f64(self.limit_hours)))
                .value("probability", finding::share(of.later.unwrap_or_default()))
                .evidence(late.chain(past.map(|open| open.question.clone())))
        };
        side.weekdays.iter().filter(differs).map(finding).collect()
    }
}

impl Answered {
    fn answered_at(&self) -> Instant {
        self.asked.checked_add_seconds(self.elapsed_seconds).unwrap_or(self.asked)
    }
}

/// The first instant of the policy's last days, today the last of them.
fn recent_from(view: &View<'_, '_>, policy: &Policy) -> Instant {
    let days = policy.response.recent_days.get();
    let first = view.today().checked_add_days(1_i64.saturating_sub(days)).unwrap_or(Day::MIN);
    view.partner.zone.start_of(first)
}

fn hours(seconds: i64) -> f64 {
    integer_to_f64(seconds) / SECONDS_IN_AN_HOUR
}

fn answers(
    side: Side,
    answered: &[Answered],
    open: &[Waiting],
    view: &View<'_, '_>,
    policy: &Policy,
) -> Answers {
    let own: Vec<&Answered> = answered.iter().filter(|answer| answer.by == side).collect();
    let owed: Vec<&Waiting> = open.iter().filter(|open| open.waits_for == side).collect();
    let in_time = count(&own, |answer| answer.in_time);
    let late = count(&own, |answer| !answer.in_time);
    let open_past = count(&owed, |open| open.past);
    let breaches = late.saturating_add(open_past);
    let mut seconds: Vec<i64> = own.iter().map(|answer| answer.elapsed_seconds).collect();
    let chance = (in_time.saturating_add(breaches) > 0).then(|| {
        let a = policy.response.prior_for.get() + integer_to_f64(in_time);
        let b = policy.response.prior_against.get() + integer_to_f64(breaches);
        (a / (a + b), estimate::interval(a, b, policy.estimate.interval.get()))
    });
    Answers {
        answered: count(&own, |_| true),
        in_time,
        late,
        open: count(&owed, |_| true),
        open_past,
        breaches,
        median_hours: nearest_rank(&mut seconds, 5).map(hours),
        p90_hours: nearest_rank(&mut seconds, 9).map(hours),
        chance: chance.map(|(mean, _)| mean),
        chance_lower: chance.map(|(_, (lower, _))| lower),
        chance_upper: chance.map(|(_, (_, upper))| upper),
        weekdays: weekdays(&own, &owed, view, policy),
    }
}

/// The answers by the weekday of the question; a question that still may be answered in time counts nowhere.
fn weekdays(
    own: &[&Answered],
    owed: &[&Waiting],
    view: &View<'_, '_>,
    policy: &Policy,
) -> Vec<WeekdayAnswers> {
    let answered = own.iter().map(|answer| (answer.asked, answer.in_time));
    let known = answered.chain(owed.iter().filter(|open| open.past).map(|open| (open.since, false)));
    let known: Vec<(Weekday, bool)> =
        known.map(|(asked, in_time)| (weekday_of(view.partner.day_of(asked)), in_time)).collect();
    let all = count(&known, |_| true);
    let all_in_time = count(&known, |(_, in_time)| *in_time);
    let prior = (policy.response.prior_for.get(), policy.response.prior_against.get());
    let strength = policy.response.weekday.strength.get();
    let mean = |in_time: i64, asked: i64| {
        let a = prior.0 + integer_to_f64(in_time);
        a / (a + prior.1 + integer_to_f64(asked.saturating_sub(in_time)))
    };
    let of = |weekday: &Weekday| {
        let asked = count(&known, |(of, _)| of == weekday);
        let in_time = count(&known, |(of, in_time)| *in_time && of == weekday);
        let posterior = (asked > 0).then(|| pooled(mean(all_in_time, all), strength, in_time, asked));
        let interval = posterior.map(|(a, b)| estimate::interval(a, b, policy.estimate.interval.get()));
        let others = all.saturating_sub(asked);
        let later = (asked > 0 && others > 0).then(|| {
            let others = mean(all_in_time.saturating_sub(in_time), others);
            let (a, b) = pooled(others, strength, in_time, asked);
            stats::beta_cdf(a, b, others).ok()
        });
        WeekdayAnswers {
            weekday: *weekday,
            asked,
            in_time,
            chance: posterior.map(|(a, b)| a / (a + b)),
            chance_lower: interval.map(|(lower, _)| lower),
            chance_upper: interval.map(|(_, upper)| upper),
            later: later.flatten(),
        }
    };
    Weekday::ALL.iter().map(of).collect()
}

fn weekday_of(day: Day) -> Weekday {
    match day.weekday() {
        calendar::Weekday::Mon => Weekday::Monday,
        calendar::Weekday::Tue => Weekday::Tuesday,
        calendar::Weekday::Wed => Weekday::Wednesday,
        calendar::Weekday::Thu => Weekday::Thursday,
        calendar::Weekday::Fri => Weekday::Friday,
        calendar::Weekday::Sat => Weekday::Saturday,
        calendar::Weekday::Sun => Weekday::Sunday,
    }
}

/// The smallest value that at least so many tenths of the values do not exceed.
fn nearest_rank(values: &mut [i64], tenths: usize) -> Option<i64> {
    let rank = values.len().saturating_mul(tenths).div_ceil(10);
    let place = rank.checked_sub(1).filter(|place| *place < values.len())?;
    Some(*values.select_nth_unstable(place).1)
}

fn count<T>(items: &[T], which: impl Fn(&T) -> bool) -> i64 {
    i64::try_from(items.iter().filter(|item| which(item)).count()).unwrap_or(i64::MAX)
}
