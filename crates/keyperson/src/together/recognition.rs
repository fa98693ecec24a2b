//! Recognition: whether what a person achieved and tried was praised, how soon, before how many people, and how
//! precisely.
//!
//! Since the start of the role, one recognition is due for each fact that counts towards one of the policy's metrics,
//! reaches a rung, or shows one of the policy's efforts. A recognition that names the fact answers it at any time.
//! One that names no fact answers everything within the policy's window before it.
//!
//! Members of the support unit share the success, so what was said about each of them since they joined is listed
//! too.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::calendar::{Day, Instant};
use crate::fact::{self, Audience, Event, Fact, FactId, PersonId, Stage};
use crate::finding::{self, Finding, FindingCode, Urgency};
use crate::json::read::{integer_to_f64, words};
use crate::order::{Fill as _, Order as _};
use crate::partner::metric::{self, Counted};
use crate::partner::view::View;
use crate::person::estimate;
use crate::policy::Policy;
use crate::stats;
use crate::value::Key;

/// How many achievements a sentence names.
const MOST_NAMED: usize = 3;
const SECONDS_IN_AN_HOUR: f64 = 3_600.0;

words! {
    /// Whether what is owed was given.
    pub enum RecognitionState {
        /// It was recognised.
        Recognised = "recognised",
        /// Not yet, and it is not too late for a word.
        Open = "open",
        /// Not within the window.
        Lapsed = "lapsed",
    }
}

/// Recognition owed and given since the start of the role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Recognition {
    /// The day from which it is owed; absent before the start of the role.
    pub start: Option<Day>,
    /// What is owed a recognition, the newest first.
    pub owed: Vec<Owed>,
    /// How many of them were recognised.
    pub recognised: i64,
    /// How many are open.
    pub open: i64,
    /// Recognised ÷ owed, 0 to 1; absent where nothing is owed, or no recognition was ever recorded.
    pub coverage: Option<f64>,
    /// Lower end of its interval at the policy's level.
    pub coverage_lower: Option<f64>,
    /// Upper end of it.
    pub coverage_upper: Option<f64>,
    /// Median hours from the fact to its first recognition; absent where nothing was recognised.
    pub lag_hours: Option<f64>,
    /// Those recognised within the policy's business days.
    pub in_time: i64,
    /// Those of which an audience heard that the policy calls wide enough.
    pub wide: i64,
    /// Those of which somebody said what exactly was praised.
    pub specific: i64,
    /// Recognitions given since the start, whatever they are about, by instant.
    pub given: Vec<FactId>,
    /// Those of them of which it is known whether they praised effort.
    pub effort_known: i64,
    /// Those that did.
    pub effort: i64,
    /// Effort ÷ those of which it is known; absent where it is known of none.
    pub effort_share: Option<f64>,
    /// The members of the person's support unit, by the instant of joining.
    pub unit: Vec<MemberRecognition>,
    /// Those of them who were recognised since they joined; absent without members, and where no recognition of
    /// the person or of a member was ever recorded.
    pub unit_recognised: Option<i64>,
}

/// A member of the support unit, and what was said of the member.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct MemberRecognition {
    /// The colleague.
    pub member: PersonId,
    /// When the colleague joined.
    pub joined: Instant,
    /// The fact by which.
    pub fact: FactId,
    /// The recognitions of the colleague since then, by instant.
    pub recognised: Vec<FactId>,
    /// When the latest of them was.
    pub last: Option<Instant>,
}

/// Something that is owed a recognition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Owed {
    /// The fact.
    pub fact: FactId,
    /// When it happened.
    pub at: Instant,
    /// The local day on which it happened.
    pub day: Day,
    /// The rungs that it reached, in the policy's order.
    pub rungs: Vec<Key>,
    /// The metrics towards which it counts, in the policy's order.
    pub metrics: Vec<Key>,
    /// The effort that it shows; absent for results.
    pub effort: Option<Key>,
    /// How it stands.
    pub state: RecognitionState,
    /// The last day on which recognition is in time; absent past the last day there is.
    pub due: Option<Day>,
    /// The recognitions that answer it, by instant.
    pub by: Vec<FactId>,
    /// When it was first recognised.
    pub first: Option<Instant>,
    /// Hours until then; 0 where the recognition was recorded before the fact.
    pub lag_hours: Option<f64>,
    /// Business days until then.
    pub lag_days: Option<i64>,
    /// The widest audience that heard of it.
    pub audience: Option<Audience>,
    /// Whether anybody said what exactly was praised; absent where it was not recognised.
    pub specific: Option<bool>,
}

/// What was owed and given to the person.
#[must_use]
#[cfg_attr(feature = "rooms", visibility::make(pub))]
pub(crate) fn evaluate(view: &View<'_, '_>, policy: &Policy) -> Recognition {
    let start = view.start().map(|(day, _)| day).filter(|day| *day <= view.today());
    let achievements = start.map(|start| achievements(view, policy, start)).unwrap_or_default();
    let praises: Vec<Praise<'_>> = view.of::<fact::Recognition>().collect();
    let about = Praises::of(&praises);
    let mut owed: Vec<Owed> =
        achievements.into_values().map(|achieved| settle(achieved, &about, view, policy)).collect();
    owed.order_by(|one, other| (other.at, &other.fact).cmp(&(one.at, &one.fact)));
    let efforts: BTreeSet<&FactId> =
        owed.iter().filter(|owed| owed.effort.is_some()).map(|owed| &owed.fact).fill();
    let given: Vec<Praise<'_>> = praises
        .iter()
        .copied()
        .filter(|(fact, _)| start.is_some_and(|start| view.partner.day_of(fact.at) >= start))
        .collect();
    // A recognition that names an effort praises it, whether it says so or not.
    let of_effort = |praise: &fact::Recognition| {
        if praise.of.as_ref().is_some_and(|of| efforts.contains(of)) { Some(true) } else { praise.effort }
    };
    let known: Vec<bool> = given.iter().filter_map(|(_, praise)| of_effort(praise)).collect();
    let (effort_known, effort) = (length(known.len()), count(&known, |effort| *effort));
    let of = |wanted: RecognitionState| count(&owed, |owed| owed.state == wanted);
    let recognised = of(RecognitionState::Recognised);
    let judged = (!praises.is_empty()).then(|| length(owed.len())).filter(|owed| *owed > 0);
    let level = policy.estimate.interval.get();
    let coverage = judged.and_then(|owed| stats::share_interval(recognised, owed, level));
    let unit = unit(view);
    let spoken = !praises.is_empty() || unit.iter().any(|member| !member.recognised.is_empty());
    Recognition {
        unit_recognised: (!unit.is_empty() && spoken)
            .then(|| count(&unit, |member| !member.recognised.is_empty())),
        unit,
        start,
        recognised,
        open: of(RecognitionState::Open),
        coverage: coverage.map(|share| share.value),
        coverage_lower: coverage.map(|share| share.lower),
        coverage_upper: coverage.map(|share| share.upper),
        lag_hours: median(owed.iter().filter_map(|owed| owed.lag_hours).collect()),
        in_time: count(&owed, |owed| owed.in_time(policy) == Some(true)),
        wide: count(&owed, |owed| owed.wide(policy) == Some(true)),
        specific: count(&owed, |owed| owed.specific == Some(true)),
        given: given.iter().map(|(fact, _)| fact.id.clone()).collect(),
        effort_known,
        effort,
        effort_share: (effort_known > 0).then(|| integer_to_f64(effort) / integer_to_f64(effort_known)),
        owed,
    }
}

impl Owed {
    /// Whether the first recognition came within the policy's business days; absent where there was none.
    fn in_time(&self, policy: &Policy) -> Option<bool> {
        self.lag_days.map(|days| days <= policy.recognition.within_days.get())
    }

    /// Whether enough people heard of it; absent where it was not recognised.
    fn wide(&self, policy: &Policy) -> Option<bool> {
        self.audience.map(|audience| audience >= policy.recognition.audience)
    }

    /// What it is called: the weightiest thing that it is.
    fn name(&self) -> Option<&Key> {
        // The last of the metrics is the furthest stage.
        self.rungs.first().or(self.metrics.last()).or(self.effort.as_ref())
    }
}

impl Recognition {
    /// What waits to be recognised, and habits worth a change: late, narrow, silent about effort.
    #[must_use]
    #[cfg_attr(feature = "rooms", visibility::make(pub))]
    pub(crate) fn findings(&self, view: &View<'_, '_>, policy: &Policy) -> Vec<Finding> {
        let findings = [
            self.waiting(),
            self.slow(view, policy),
            self.narrow(view, policy),
            self.effort_unseen(policy),
            self.unit_unseen(view, policy),
        ];
        findings.into_iter().flatten().collect()
    }

    fn waiting(&self) -> Option<Finding> {
        let open: Vec<&Owed> = self.owed.iter().filter(|owed| owed.state == RecognitionState::Open).collect();
        let oldest = open.last()?;
        let mut names: Vec<&str> = Vec::new();
        for name in open.iter().filter_map(|owed| owed.name()) {
            if names.len() < MOST_NAMED && !names.contains(&name.as_str()) {
                names.push(name.as_str());
            }
        }
        let finding = Finding::new(FindingCode::RecognitionOwed, Urgency::Important, "")
            .since(oldest.at)
            .due(open.iter().filter_map(|owed| owed.due).min())
            .value("count", finding::count(open.len()))
            .value("achieved", finding::names(names))
            .evidence(open.iter().map(|owed| owed.fact.clone()));
        Some(finding)
    }

    fn slow(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let lately: Vec<&Owed> = self.answered_lately(view, policy).collect();
        let slow = || lately.iter().filter(|owed| owed.in_time(policy) == Some(false));
        let longest = slow().filter_map(|owed| owed.lag_days).max()?;
        let finding = Finding::new(FindingCode::RecognitionSlow, Urgency::Notice, "")
            .value("count", finding::count(slow().count()))
            .value("recognised", finding::count(lately.len()))
            .value("days", finding::days(longest))
            .value("days_wanted", finding::days(policy.recognition.within_days.get()))
            .evidence(slow().map(|owed| owed.fact.clone()));
        Some(finding)
    }

    fn narrow(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let lately: Vec<&Owed> = self.answered_lately(view, policy).collect();
        let narrow = || lately.iter().filter(|owed| owed.wide(policy) == Some(false));
        let finding = Finding::new(FindingCode::RecognitionNarrow, Urgency::Notice, "")
            .value("count", finding::count(narrow().count()))
            .value("recognised", finding::count(lately.len()))
            .value("audience", finding::word(policy.recognition.audience.word()))
            .evidence(narrow().map(|owed| owed.fact.clone()));
        (narrow().count() > 0).then_some(finding)
    }

    fn effort_unseen(&self, policy: &Policy) -> Option<Finding> {
        let share = self.effort_share?;
        let asked = self.effort_known >= policy.recognition.least_recognitions.get();
        (asked && share < policy.recognition.effort_share.get()).then(|| {
            Finding::new(FindingCode::EffortUnseen, Urgency::Notice, "")
                .value("count", finding::count(self.effort))
                .value("recognised", finding::count(self.effort_known))
                .evidence(self.given.iter().rev().cloned())
        })
    }

    /// Members of the unit of whom nobody has spoken for the policy's days, where recognition is recorded at all.
    fn unit_unseen(&self, view: &View<'_, '_>, policy: &Policy) -> Option<Finding> {
        let recognised = self.unit_recognised?;
        let unseen: Vec<&MemberRecognition> = self
            .unit
            .iter()
            .filter(|member| !lately(view.partner.day_of(member.last.unwrap_or(member.joined)), view, policy))
            .collect();
        let longest = unseen.iter().map(|member| member.last.unwrap_or(member.joined)).min()?;
        let finding = Finding::new(FindingCode::UnitUnseen, Urgency::Notice, "")
            .since(longest)
            .value("count", finding::count(unseen.len()))
            .value("members", finding::count(self.unit.len()))
            .value("recognised", finding::count(recognised))
            .value("days", finding::days(policy.recognition.recent_days.get()))
            .evidence(unseen.iter().map(|member| member.fact.clone()));
        Some(finding)
    }

    /// What was first recognised in the policy's last days, the newest first.
    fn answered_lately<'s>(&'s self, view: &View<'_, '_>, policy: &Policy) -> impl Iterator<Item = &'s Owed> {
        self.owed.iter().filter(move |owed| {
            owed.first.is_some_and(|first| lately(view.partner.day_of(first), view, policy))
        })
    }
}

/// The members of the unit, and what was said of them since they joined.
fn unit<'a>(view: &View<'_, 'a>) -> Vec<MemberRecognition> {
    let of = |(member, joined): (&'a PersonId, &'a Fact)| {
        let own = view.partner.person(member);
        let since = own.of::<fact::Recognition>();
        let since: Vec<&Fact> = since.map(|(fact, _)| fact).filter(|fact| fact.at >= joined.at).collect();
        MemberRecognition {
            member: member.clone(),
            joined: joined.at,
            fact: joined.id.clone(),
            last: since.last().map(|fact| fact.at),
            recognised: since.iter().map(|fact| fact.id.clone()).collect(),
        }
    };
    view.members().into_iter().map(of).collect()
}

/// Whether a day is one of the policy's last days, today the last of them.
fn lately(day: Day, view: &View<'_, '_>, policy: &Policy) -> bool {
    day.days_until(view.today()) < policy.recognition.recent_days.get()
}

/// What one fact achieved, before it is asked whether anybody said so.
#[derive(Debug)]
struct Achieved<'a> {
    fact: &'a Fact,
    rungs: Vec<Key>,
    metrics: Vec<Key>,
    effort: Option<Key>,
}

type Achievements<'a> = BTreeMap<&'a FactId, Achieved<'a>>;

fn achievements<'a>(view: &View<'_, 'a>, policy: &Policy, start: Day) -> Achievements<'a> {
    // One look into the zone instead of one for each fact.
    let start = view.partner.zone.start_of(start);
    let since_start = |mut counted: Vec<Counted<'a>>| {
        counted.retain(|counted| counted.fact.at >= start);
        counted
    };
    let mut achieved = Achievements::new();
    for metric in &policy.recognition.metrics {
        // A lost deal tells of a prospect found; the day of the loss is not the day to say so.
        let named = since_start(metric::named(view, policy, metric));
        for Counted { fact, .. } in named.into_iter().filter(|counted| !is_loss(counted.fact)) {
            entry(&mut achieved, fact).metrics.push(metric.clone());
        }
    }
    for rung in &policy.ladder.rungs {
        let counted = since_start(metric::counted(view, policy, &rung.metric));
        if let Some(fact) = reaching(&counted, rung.target.get()) {
            entry(&mut achieved, fact).rungs.push(rung.code.clone());
        }
    }
    for fact in view.facts.iter().filter(|fact| fact.at >= start) {
        if let Some(effort) = effort(fact, policy) {
            entry(&mut achieved, fact).effort = Some(effort.clone());
        }
    }
    achieved
}

fn entry<'a, 'm>(achieved: &'m mut Achievements<'a>, fact: &'a Fact) -> &'m mut Achieved<'a> {
    let empty = || Achieved { fact, rungs: Vec::new(), metrics: Vec::new(), effort: None };
    achieved.entry(&fact.id).or_insert_with(empty)
}

fn is_loss(fact: &Fact) -> bool {
    matches!(&fact.event, Event::Deal(deal) if deal.stage == Stage::Lost)
}

/// The fact by which a target was reached, in time or late.
fn reaching<'a>(counted: &[Counted<'a>], target: i64) -> Option<&'a Fact> {
    let mut sum = 0_i64;
    for Counted { fact, count, .. } in counted {
        sum = sum.saturating_add(*count);
        if sum >= target {
            return Some(fact);
        }
    }
    None
}

/// The effort that a fact shows: one of the policy's signals with a measure that speaks for the person.
fn effort<'f>(fact: &'f Fact, policy: &Policy) -> Option<&'f Key> {
    let Event::Signal(signal) = &fact.event else { return None };
    let listed = policy.recognition.efforts.contains(&signal.signal);
    let own = policy.signals.get(&signal.signal).filter(|_| listed)?;
    (estimate::read(&own.curve, signal.value.get()) > 0.0).then_some(&signal.signal)
}

type Praise<'a> = (&'a Fact, &'a fact::Recognition);

/// The recognitions, each list by instant.
#[derive(Debug, Default)]
struct Praises<'a> {
    /// Those that name a fact.
    named: BTreeMap<&'a FactId, Vec<Praise<'a>>>,
    /// Those that name none.
    unnamed: Vec<Praise<'a>>,
}

impl<'a> Praises<'a> {
    fn of(all: &[Praise<'a>]) -> Self {
        let mut praises = Self::default();
        for praise in all {
            match &praise.1.of {
                Some(of) => praises.named.entry(of).or_default().push(*praise),
                None => praises.unnamed.push(*praise),
            }
        }
        praises
    }

    /// The recognitions of one fact, by instant: all that name it, and of the others the next one after it.
    fn about(&self, fact: &Fact, view: &View<'_, '_>, window: i64) -> Vec<Praise<'a>> {
        let mut about = self.named.get(&fact.id).cloned().unwrap_or_default();
        let next = self.unnamed.partition_point(|praise| praise.0.at < fact.at);
        let day = |fact: &Fact| view.partner.day_of(fact.at);
        let next = self.unnamed.get(next);
        about.extend(next.filter(|praise| day(fact).days_until(day(praise.0)) <= window));
        about.order_by_key(|praise| (praise.0.at, &praise.0.id));
        about
    }
}

/// Looks for the recognitions of one fact.
fn settle(achieved: Achieved<'_>, praises: &Praises<'_>, view: &View<'_, '_>, policy: &Policy) -> Owed {
    let fact = achieved.fact;
    let day = view.partner.day_of(fact.at);
    let window = policy.recognition.window_days.get();
    let by = praises.about(fact, view, window);
    let first = by.first().map(|(praise, _)| praise.at);
    let in_window = day.days_until(view.today()) <= window;
    let calendar = &view.partner.calendar;
    Owed {
        fact: fact.id.clone(),
        at: fact.at,
        day,
        rungs: achieved.rungs,
        metrics: achieved.metrics,
        effort: achieved.effort,
        state: match (first, in_window) {
            (Some(_), _) => RecognitionState::Recognised,
            (None, true) => RecognitionState::Open,
            (None, false) => RecognitionState::Lapsed,
        },
        due: calendar.add_business_days(day, policy.recognition.within_days.get()),
        first,
        lag_hours: first
            .map(|first| integer_to_f64(fact.at.seconds_until(first).max(0)) / SECONDS_IN_AN_HOUR),
        lag_days: first.map(|first| calendar.business_days_between(day, view.partner.day_of(first)).max(0)),
        audience: by.iter().map(|(_, praise)| praise.audience).max(),
        specific: first.map(|_| by.iter().any(|(_, praise)| praise.what.is_some())),
        by: by.iter().map(|(praise, _)| praise.id.clone()).collect(),
    }
}

/// The middle of the values, or the mean of the two middle ones.
fn median(mut values: Vec<f64>) -> Option<f64> {
    values.order_by(f64::total_cmp);
    let upper = values.get(values.len() / 2)?;
    let lower = values.get(values.len().saturating_sub(1) / 2)?;
    Some(0.5 * lower + 0.5 * upper)
}

fn count<T>(items: &[T], which: impl Fn(&T) -> bool) -> i64 {
    length(items.iter().filter(|item| which(item)).count())
}

fn length(items: usize) -> i64 {
    i64::try_from(items).unwrap_or(i64::MAX)
}
