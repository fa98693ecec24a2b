//! A rung on the time line: its count against the plan's even pace, and where the odds let it arrive.

use std::fmt::Write;

use keyperson::calendar::Day;
use keyperson::course::ladder::{Rung, RungStatus};

use super::axis::Span;
use super::open;

/// Height of a lane, in the units of the time line.
const HEIGHT: f64 = 34.0;
/// Where a count of zero lies.
const GROUND: f64 = 30.0;
/// Where the target lies.
const TOP: f64 = 7.0;

/// One rung; `title` says the same in words.
pub(crate) fn lane(rung: &Rung, span: &Span, title: &str) -> String {
    let mut svg = open("lane", "0 0 350 34", title);
    let begin = span.x(span.start);
    let Some(deadline) = rung.deadline else {
        svg.push_str("</svg>");
        return svg;
    };
    let end = span.end(deadline);
    // The time that the plan gives, and its even pace.
    let _ = write!(
        svg,
        r#"<rect class="plan" x="{begin:.1}" y="{TOP}" width="{:.1}" height="{:.1}"/><path class="track" d="M{begin:.1} {GROUND}H{:.1}"/><path class="goal" d="M{begin:.1} {TOP}H{end:.1}"/><path class="pace" d="M{begin:.1} {GROUND}L{end:.1} {TOP}"/>"#,
        (end - begin).max(1.0),
        GROUND - TOP,
        span.right(),
    );
    fan(&mut svg, rung, span);
    svg.push_str(&span.now(HEIGHT));
    course(&mut svg, rung, span);
    mark(&mut svg, rung.status, end);
    svg.push_str("</svg>");
    svg
}

/// The height of a count: the target at the top, more than it no higher.
fn y(rung: &Rung, count: i64) -> f64 {
    let number = |value: i64| f64::from(i32::try_from(value).unwrap_or(i32::MAX));
    GROUND - (GROUND - TOP) * (number(count) / number(rung.target.max(1))).clamp(0.0, 1.0)
}

/// The count as it grew, up to today or to the day on which the target was made.
fn course(svg: &mut String, rung: &Rung, span: &Span) {
    if rung.count.is_none() {
        return;
    }
    let today = span.end(span.today.min(rung.achieved_on.or(rung.deadline).unwrap_or(span.today)));
    let mut line = format!("M{:.1} {GROUND}", span.x(span.start));
    let mut dots = String::new();
    for step in &rung.course {
        let (at, to) = (span.end(step.day), y(rung, step.count));
        let _ = write!(line, "H{at:.1}V{to:.1}");
        let _ = write!(dots, r#"<circle class="dot" cx="{at:.1}" cy="{to:.1}" r="1.9"/>"#);
        if step.count >= rung.target {
            break;
        }
    }
    let _ = write!(svg, r#"<path class="count" d="{line}H{:.1}"/>{dots}"#, today.max(span.x(span.start)));
}

/// From where the count stands to the days by which the target is reached: early, as likely as not, late.
fn fan(svg: &mut String, rung: &Rung, span: &Span) {
    let (Some(expected), Some(count)) = (&rung.expected, rung.count) else { return };
    let (from, at) = (span.end(span.today), y(rung, count));
    if from >= span.right() {
        return;
    }
    // A line to a day beyond the time line is cut where it leaves it.
    let to = |day: Option<Day>| -> (f64, f64) {
        let Some(day) = day else { return (span.right(), at) };
        let edge = span.right();
        let days = |to: Day| f64::from(i32::try_from(span.today.days_until(to)).unwrap_or(i32::MAX)).max(0.5);
        let a_day = span.end(span.today) - span.x(span.today);
        let x = from + days(day) * a_day;
        if x <= edge { (x, TOP) } else { (edge, at + (TOP - at) * (edge - from) / (x - from)) }
    };
    let (early, late, median) = (to(expected.early), to(expected.late), to(expected.median));
    let corner = if early.0 < span.right() && late.0 >= span.right() {
        format!("L{:.1} {TOP}", span.right())
    } else {
        String::new()
    };
    let _ = write!(
        svg,
        r#"<path class="fan" d="M{from:.1} {at:.1}L{:.1} {:.1}{corner}L{:.1} {:.1}Z"/><path class="likely" d="M{from:.1} {at:.1}L{:.1} {:.1}"/>"#,
        early.0, early.1, late.0, late.1, median.0, median.1
    );
    if median.0 < span.right() {
        let _ = write!(svg, r#"<circle class="guess" cx="{:.1}" cy="{TOP}" r="2.6"/>"#, median.0);
    }
}

/// The deadline with the state of the rung, told by its shape.
fn mark(svg: &mut String, status: RungStatus, at: f64) {
    let _ = write!(svg, r#"<path class="due" d="M{at:.1} {TOP}V{GROUND}"/>"#);
    let (left, right) = (at - 2.4, at + 2.4);
    let _ = match status {
        RungStatus::Achieved => write!(
            svg,
            r#"<circle class="done" cx="{at:.1}" cy="{TOP}" r="5"/><path class="check" d="M{left:.1} {TOP}l1.8 2.1l3.2-4.1"/>"#
        ),
        RungStatus::Missed => write!(
            svg,
            r#"<circle class="late" cx="{at:.1}" cy="{TOP}" r="5"/><path class="late" d="M{left:.1} 4.6L{right:.1} 9.4M{right:.1} 4.6L{left:.1} 9.4"/>"#
        ),
        RungStatus::AtRisk | RungStatus::Behind => {
            write!(svg, r#"<path class="risk" d="M{at:.1} 1.4l5.6 10h-11.2z"/>"#)
        }
        RungStatus::Ahead | RungStatus::OnPace | RungStatus::NotStarted | RungStatus::Unknown => {
            write!(svg, r#"<circle class="open" cx="{at:.1}" cy="{TOP}" r="4.6"/>"#)
        }
    };
}
