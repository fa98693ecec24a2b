//! The words of the pages: what is said, in the words of each language.
//!
//! This file lists the sentences, `japanese` and `english` write them, each in the same files. They say what they are
//! given and compute nothing: numbers come as numbers or as they are shown. Names, findings and dates are said by
//! [`keyperson::text`].

mod english;
mod japanese;
mod label;

use keyperson::calendar::Day;
use keyperson::catalogue;
use keyperson::fact::Layer;
use keyperson::text::Language;

pub(crate) use self::label::Labels;
use crate::part::Part;

/// How quickly one side answers messages; times and chances as they are shown.
#[derive(Debug)]
pub(crate) struct AnswerTimes<'a> {
    pub(crate) answered: i64,
    pub(crate) in_time: i64,
    /// Within which time half of the answers came.
    pub(crate) median: &'a str,
    /// Within which time 90 % of them came.
    pub(crate) p90: &'a str,
    pub(crate) chance: &'a str,
    /// Messages that wait for an answer.
    pub(crate) open: i64,
}

// Every page.
catalogue! {
    /// The fixed words.
    pub(crate) fn labels() -> &'static Labels;
    /// Things one after another.
    pub(crate) fn list(things: &[String]) -> String;
    /// Short names or remarks one after another.
    pub(crate) fn names(names: &[&str]) -> String;
    /// How many things are not shown.
    pub(crate) fn more(rest: usize) -> String;
    /// A text under its name.
    pub(crate) fn labelled(label: &str, text: &str) -> String;
    /// A day without its year and weekday, in a picture.
    pub(crate) fn short_day(day: Day) -> String;
    /// A day with its year and without its weekday, in a picture.
    pub(crate) fn short_day_of_year(day: Day) -> String;
    /// A day with its weekday and without its year.
    pub(crate) fn day_without_year(day: Day) -> String;
    /// The month of a day, in a picture.
    pub(crate) fn short_month(day: Day) -> String;
    /// How much of a line of print stays empty where the next word does not fit, in sizes of its type.
    pub(crate) fn waste_of_line() -> f64;
}

/// A day with its weekday: without its year where that is the year of the page.
pub(crate) fn near_day(day: Day, today: Option<Day>, language: Language) -> String {
    match today {
        Some(today) if today.year() == day.year() => day_without_year(day, language),
        _ => keyperson::text::day(day, language),
    }
}

// How it is set.
catalogue! {
    /// What the style sheets say for the language alone: its typefaces, and where its lines may break.
    pub(crate) const fn sheet() -> Part;
    /// The typefaces of a picture.
    pub(crate) const fn typefaces() -> &'static str;
}

// What changed, what needs attention, and the notes.
catalogue! {
    /// Since when changes are told, and by how many facts.
    pub(crate) fn since_last_brief(from: &str, facts: usize) -> String;
    /// By how much the fit moved because other traits are known than before.
    pub(crate) fn other_traits_known(points: &str) -> String;
    /// What moved the fit, behind the fit itself.
    pub(crate) fn moved_by(points: &str) -> String;
    /// How many values that somebody set began or ended.
    pub(crate) fn overrides_changed(count: usize) -> String;
    /// How a staged target moved.
    pub(crate) fn rung_moved(name: &str, from: &str, to: &str, status: &str) -> String;
    /// What a remedy is simulated to do for the fit.
    pub(crate) fn simulated_fit(points: &str) -> String;
    /// What a remedy is simulated to do for the odds of a staged target.
    pub(crate) fn simulated_odds(points: &str) -> String;
    /// The same, where it is known what the odds are now: before and after.
    pub(crate) fn simulated_odds_move(from: &str, to: &str) -> String;
    /// That the date of a staged target passed, and what its count is still.
    pub(crate) fn rung_missed(name: &str, count: &str) -> String;
    /// That several traits are unknown.
    pub(crate) fn traits_unknown(count: usize) -> String;
    /// That nothing is recorded about traits.
    pub(crate) fn nothing_about(names: &str) -> String;
    /// With which question to begin.
    pub(crate) fn begin_with_one(ask: &str) -> String;
    /// How many values somebody set, and what the evidence alone says.
    pub(crate) fn evidence_alone(count: usize, score: &str, range: &str, readiness: &str) -> String;
    /// Whose judgement stands behind the page of a person.
    pub(crate) fn judgement_of(policy: &str) -> String;
    /// Which facts are disputed.
    pub(crate) fn disputed_facts(ids: &str) -> String;
    /// Which facts do not count.
    pub(crate) fn withdrawn_facts(ids: &str) -> String;
}

// Person: fit, mismatches, remedies.
catalogue! {
    /// What to ask about a trait.
    pub(crate) fn question_about(name: &str, ask: &str) -> String;
    /// That a trait is under its floor.
    pub(crate) fn under_floor(floor: &str) -> String;
    /// The state of a mismatch with its depth.
    pub(crate) fn state_and_depth(state: &str, depth: &str) -> String;
    /// The state of a mismatch behind its name.
    pub(crate) fn in_state(name: &str, state: &str) -> String;
    /// What would clear a mismatch: the level of a trait, and by how many points it would rise.
    pub(crate) fn clears_at(name: &str, mean: &str, points: &str) -> String;
    /// One effect of a remedy, as the part of several.
    pub(crate) fn effect(label: &str, list: &str) -> String;
    /// By how many points the fit would rise.
    pub(crate) fn fit_gain(points: &str) -> String;
    /// Which traits a member of a support unit adds.
    pub(crate) fn covers(who: &str, traits: &str) -> String;
}

// Course: the ladder, conversions, the season.
catalogue! {
    /// On which day the role began.
    pub(crate) fn started_on(day: &str) -> String;
    /// By how many days a staged target is ahead of its plan.
    pub(crate) fn days_ahead(days: &str) -> String;
    /// By how many days a staged target is behind its plan.
    pub(crate) fn days_behind(days: &str) -> String;
    /// When a staged target was made, and on which day of the role.
    pub(crate) fn made_on(day: &str, number: i64) -> String;
    /// When the count of a missed target was reached after all.
    pub(crate) fn reached_late_on(day: &str) -> String;
    /// When a staged target is expected to be reached.
    pub(crate) fn expected_about(median: &str, early: &str, late: Option<&str>) -> String;
    /// The start of the role on the time line.
    pub(crate) fn axis_start(day: &str) -> String;
    /// The day of the question on the time line.
    pub(crate) fn axis_today(day: &str) -> String;
    /// What the time line shows.
    pub(crate) fn axis_title(first: &str, last: &str, start: &str, today: &str) -> String;
    /// Which conversions a line is about.
    pub(crate) fn conversions_from(metric: &str) -> String;
    /// How many of these deals came to which metric.
    pub(crate) fn of_deals(deals: i64, reached: &str) -> String;
    /// How many deals came to a metric.
    pub(crate) fn reached(metric: &str, deals: i64, share: &str, range: &str) -> String;
    /// How many deals came to a metric at least, where more may have.
    pub(crate) fn reached_at_least(metric: &str, unknown: &str, deals: i64) -> String;
    /// The median of the days from prospect to order.
    pub(crate) fn median_days(days: &str) -> String;
    /// From prospect to order: the median, and how the deals stand.
    pub(crate) fn to_order(median: &str, won: i64, lost: i64, open: i64) -> String;
    /// The season with what it is told by.
    pub(crate) fn season_told_by(season: &str, days: i64, window: i64, results: i64) -> String;
}

// Together: meetings, load, praise, answers, feedback, news.
catalogue! {
    /// What the meetings of a layer are for.
    pub(crate) fn layer_asks(layer: Layer) -> &'static str;
    /// How long a meeting takes, and whether executives join.
    pub(crate) fn minutes(minutes: i64, executives: bool) -> String;
    /// At which step the most deals stay behind.
    pub(crate) fn bottleneck(from: &str, to: &str, reached: i64, deals: i64, share: &str) -> String;
    /// How the weekly meetings were kept.
    pub(crate) fn meetings_kept(kept: i64, missed: i64, overrun: &str) -> String;
    /// The hours of the weeks that are recorded.
    pub(crate) fn hours_recorded(weeks: i64, push: &str, recharge: &str) -> String;
    /// How many weeks are planned as peaks and valleys.
    pub(crate) fn weeks_planned(peaks: usize, valleys: usize) -> String;
    /// What this week is.
    pub(crate) fn this_week(kind: &str) -> String;
    /// When the next valley begins.
    pub(crate) fn valley_from(day: &str) -> String;
    /// So many hours.
    pub(crate) fn hours(hours: &str) -> String;
    /// So many days, rounded.
    pub(crate) fn about_days(days: &str) -> String;
    /// How much of what is owed was recognised.
    pub(crate) fn recognised_of(owed: usize, recognised: i64, share: &str, range: &str) -> String;
    /// That nothing of what is owed was recognised.
    pub(crate) fn none_recognised(owed: usize) -> String;
    /// The coverage of recognition with what waits.
    pub(crate) fn recognition(coverage: &str, open: i64) -> String;
    /// The coverage of recognition with its delay and what waits.
    pub(crate) fn recognition_after(coverage: &str, median: &str, open: i64) -> String;
    /// How much of the person's own appraisal the role covers.
    pub(crate) fn appraisal_overlap(share: &str, criteria: usize) -> String;
    /// The vendor's answers, and the hours within which they are owed.
    pub(crate) fn our_answers(hours: i64) -> String;
    /// How many messages wait for an answer, where none was answered.
    pub(crate) fn answers_wait(open: i64) -> String;
    /// How quickly messages were answered.
    pub(crate) fn answers(times: &AnswerTimes<'_>) -> String;
    /// How feedback was answered.
    pub(crate) fn feedback(pieces: usize, in_time: i64, verified: i64, waiting: i64) -> String;
    /// Whether news was told openly first.
    pub(crate) fn news(topics: usize, open: i64, individual: i64) -> String;
}

// Deals: where to begin, what to repeat, which stories are told.
catalogue! {
    /// A deal with its chance in a sentence.
    pub(crate) fn deal_with_chance(name: &str, chance: &str) -> String;
    /// The interval of odds, behind them.
    pub(crate) fn odds_interval(range: &str) -> String;
    /// With which deals to begin, behind the odds.
    pub(crate) fn begin_with(deals: &[String]) -> String;
    /// The odds of a first order within some days; interval and deals may be empty.
    pub(crate) fn first_win(open: i64, days: i64, odds: &str, interval: &str, first: &str) -> String;
    /// A prospect that is like nothing in particular.
    pub(crate) fn prospect(name: &str, chance: &str) -> String;
    /// A prospect that is like a deal that was won.
    pub(crate) fn prospect_like(name: &str, chance: &str, near: &str) -> String;
    /// The prospects at which a win may be repeated.
    pub(crate) fn similar_prospects(near: i64, prospects: &str) -> String;
    /// How the repeated deals went.
    pub(crate) fn repeated(tried: i64, won: i64, lost: i64, open: i64) -> String;
    /// How many stories of wins were told, and are owed.
    pub(crate) fn stories(won: i64, told: i64, owed: i64) -> String;
}

// Colleagues: spread, load, succession, support, the turns of the loop.
catalogue! {
    /// How often the loop turned, and its next step.
    pub(crate) fn loop_turns(completed: i64, next: &str) -> String;
    /// How many colleagues are active.
    pub(crate) fn spread(colleagues: i64, active: usize, newly: usize) -> String;
    /// How much the person does alone.
    pub(crate) fn own_load(things: i64, own: &str, half: usize) -> String;
    /// Who could follow best, behind the state of the succession.
    pub(crate) fn best_successor(who: &str, fit: &str, range: &str) -> String;
    /// How many deals rest on the person alone, behind it.
    pub(crate) fn rests_on_person(open: i64, alone: usize) -> String;
    /// The state of a wheel with the day of its last turn.
    pub(crate) fn wheel_turned(state: &str, last: &str) -> String;
    /// Both wheels of support.
    pub(crate) fn wheels(vendor: &str, partner: &str) -> String;
}

// The page of a portfolio.
catalogue! {
    /// How many kinds of findings are not shown.
    pub(crate) fn more_kinds(rest: usize) -> String;
    /// How many partners are not shown.
    pub(crate) fn more_partners(rest: usize) -> String;
    /// How many pairs of people are not shown.
    pub(crate) fn more_pairs(rest: usize) -> String;
    /// What to do at a partner whose win may be repeated.
    pub(crate) fn aim_to_repeat(proposals: i64) -> String;
    /// What to do at a partner without a win.
    pub(crate) fn aim_to_win(open: i64) -> String;
    /// A deal with its chance in a table.
    pub(crate) fn deal_in_table(name: &str, chance: &str) -> String;
    /// For how many weightings one person is ahead.
    pub(crate) fn ahead_for(share: &str) -> String;
    /// How two people compare.
    pub(crate) fn comparison(first: &str, second: &str, verdict: &str) -> String;
    /// Whose judgement stands behind the page of a portfolio.
    pub(crate) fn judgement_and_ranks(policy: &str) -> String;
    /// How many people left and are not shown.
    pub(crate) fn left_out(people: i64) -> String;
}

// Calendar files.
#[cfg(feature = "ics")]
catalogue! {
    /// The headline of a meeting.
    pub(crate) fn meeting_title(layer: Layer, name: &str, partner: &str) -> String;
    /// The headline of an agenda.
    pub(crate) fn agenda_as_of(as_of: &str) -> String;
    /// That nothing is on the agenda.
    pub(crate) fn agenda_is_empty(as_of: &str) -> String;
    /// A topic of an agenda.
    pub(crate) fn agenda_topic(title: &str, change: &str) -> String;
    /// The bottleneck on an agenda.
    pub(crate) fn agenda_bottleneck(from: &str, to: &str, reached: i64, deals: i64) -> String;
    /// That executives take part.
    pub(crate) fn agenda_executives() -> &'static str;
}
