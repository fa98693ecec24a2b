//! The line of time that the ladder and the load share: what lies above one another happened at one time.

use std::fmt::Write;

use keyperson::Brief;
use keyperson::calendar::Day;
use keyperson::text::{self, Language};

use super::open;
use crate::text as say;

/// Width of the time line, in its own units.
pub(super) const WIDTH: f64 = 350.0;
/// Space at either end, so that a mark on the first or last day is whole.
const MARGIN: f64 = 7.0;

/// The days that the time line shows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    first: Day,
    last: Day,
    /// The start of the role.
    pub(super) start: Day,
    /// The day of the question; may lie beyond the line.
    pub(super) today: Day,
}

impl Span {
    /// From the week of the start to the last deadline, or the last planned week; absent without a start.
    pub(crate) fn of(brief: &Brief) -> Option<Self> {
        let (start, today) = (brief.ladder.start?, text::local_day(brief.as_of)?);
        let weeks = &brief.rhythm.weeks;
        let deadlines = brief.ladder.rungs.iter().filter_map(|rung| rung.deadline);
        let planned = weeks.iter().map(|week| week.to);
        // What is expected lies ahead: four weeks of it are shown, but the past of a year would be but a line.
        let ahead = today.checked_add_days(28)?.min(start.checked_add_days(240)?);
        let last = deadlines.chain(planned).max().unwrap_or(start).max(start.checked_add_days(7)?).max(ahead);
        let first =
            weeks.first().map_or(start, |week| week.from.min(start)).min(today.max(first_shown(start)));
        Some(Self { first, last, start, today })
    }

    /// Where a day begins; beyond the line, its end.
    pub(super) fn x(&self, day: Day) -> f64 {
        let days = |to: Day| f64::from(i32::try_from(self.first.days_until(to)).unwrap_or(i32::MAX));
        let whole = (days(self.last) + 1.0).max(1.0);
        MARGIN + (WIDTH - 2.0 * MARGIN) * (days(day) / whole).clamp(0.0, 1.0)
    }

    /// Where a day ends.
    pub(super) fn end(&self, day: Day) -> f64 {
        self.x(day.checked_add_days(1).unwrap_or(day))
    }

    /// The right end of the line.
    pub(super) fn right(&self) -> f64 {
        WIDTH - MARGIN
    }

    /// The line of today through a picture of this height.
    pub(super) fn now(&self, height: f64) -> String {
        format!(r#"<path class="now" d="M{:.1} 0V{height}"/>"#, self.end(self.today))
    }
}

/// A start that was announced ahead is shown from a week before.
fn first_shown(start: Day) -> Day {
    start.checked_add_days(-7).unwrap_or(start)
}

/// The months of the time line, its start and today.
pub(crate) fn axis(span: &Span, language: Language) -> String {
    let short = |day| say::short_day(day, language);
    let start = say::axis_start(&short(span.start), language);
    let today = say::axis_today(&short(span.today), language);
    let title = say::axis_title(&short(span.first), &short(span.last), &start, &today, language);
    let mut svg = open("lane axis", "0 0 350 21", &title);
    let now = span.end(span.today);
    let mut day = span.first;
    // A month a step, at most two years of them.
    for _ in 0..24 {
        let next = match (day.month(), Day::new(day.year(), day.month(), 1)) {
            (12, Ok(_)) => Day::new(day.year().saturating_add(1), 1, 1),
            (month, Ok(_)) => Day::new(day.year(), month.saturating_add(1), 1),
            (_, Err(error)) => Err(error),
        };
        let Ok(next) = next else { break };
        if next > span.last {
            break;
        }
        let at = span.x(next);
        let _ = write!(
            svg,
            r#"<path class="tick" d="M{at:.1} 13V21"/><text x="{:.1}" y="20">{}</text>"#,
            at + 2.5,
            say::short_month(next, language)
        );
        day = next;
    }
    let begin = span.x(span.start);
    let _ = write!(svg, r#"<path class="tick" d="M{begin:.1} 10V21"/>"#);
    // Both labels where they do not meet; today alone otherwise.
    if now - begin > 105.0 {
        let _ = write!(svg, r#"<text x="{begin:.1}" y="8">{start}</text>"#);
    }
    let anchor = if now > WIDTH - 60.0 {
        "end"
    } else if now < 60.0 {
        "start"
    } else {
        "middle"
    };
    let _ = write!(
        svg,
        r#"<path class="now" d="M{now:.1} 10V21"/><text class="today" x="{now:.1}" y="8" text-anchor="{anchor}">{today}</text></svg>"#
    );
    svg
}
