//! Small pictures as inline SVG: a bar with its interval, and the ladder on a line of time.

use std::fmt::Write;

use keyperson::Brief;
use keyperson::calendar::Day;
use keyperson::ladder::RungStatus;
use keyperson::text::{self, Language};

use crate::label::Labels;

/// The width of a bar, in its own units.
const WIDTH: f64 = 100.0;

/// What a bar shows; all from 0 to 1.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bar {
    pub(crate) lower: f64,
    pub(crate) upper: f64,
    /// Absent where unknown: the interval is then only outlined.
    pub(crate) mean: Option<f64>,
    /// A value to reach.
    pub(crate) mark: Option<f64>,
}

/// A bar with interval, mean and mark; `label` says the same in words.
pub(crate) fn bar(bar: Bar, label: &str) -> String {
    let x = |share: f64| share.clamp(0.0, 1.0) * WIDTH;
    let (left, right) = (x(bar.lower), x(bar.upper));
    let kind = if bar.mean.is_some() { "known" } else { "open" };
    let mut svg = format!(
        r#"<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="{0}"><title>{0}</title><path class="track" d="M0 5H100"/><rect class="{kind}" x="{left:.1}" y="2" width="{1:.1}" height="6"/>"#,
        escaped(label),
        (right - left).max(0.5),
    );
    if let Some(mark) = bar.mark {
        let _ = write!(svg, r#"<path class="mark" d="M{0:.1} 0V10"/>"#, x(mark));
    }
    if let Some(mean) = bar.mean {
        let _ = write!(svg, r#"<path class="mean" d="M{0:.1} 0.5V9.5"/>"#, x(mean));
    }
    svg.push_str("</svg>");
    svg
}

/// The ladder on a line of time: start, today, the deadlines with the state of each rung. Empty without a start.
pub(crate) fn timeline(brief: &Brief, language: Language) -> String {
    const LEFT: f64 = 14.0;
    const RIGHT: f64 = 686.0;
    let ladder = &brief.ladder;
    let (Some(start), Some(today)) = (ladder.start, text::local_day(brief.as_of)) else {
        return String::new();
    };
    let last = ladder.rungs.iter().filter_map(|rung| rung.deadline).chain([today]).max().unwrap_or(today);
    let first = start.min(today);
    let days = |day: Day| f64::from(i32::try_from(first.days_until(day)).unwrap_or(i32::MAX));
    let whole = days(last).max(1.0);
    let x = |day: Day| LEFT + (RIGHT - LEFT) * days(day) / whole;
    let labels = Labels::of(language);
    let label: Vec<String> = ladder
        .rungs
        .iter()
        .map(|rung| {
            let deadline = rung.deadline.map_or_else(String::new, |day| format!(" {}", short(day, language)));
            format!(
                "{}{deadline}: {}",
                text::rung(rung.code.as_str(), language),
                text::rung_status(rung.status, language)
            )
        })
        .collect();
    let mut svg = format!(
        r#"<svg class="time" viewBox="0 0 700 40" role="img" aria-label="{0}"><title>{0}</title><path class="track" d="M{LEFT} 20H{RIGHT}"/><path class="gone" d="M{1:.1} 20H{2:.1}"/><path class="mark" d="M{1:.1} 14V26"/>"#,
        escaped(&label.join("; ")),
        x(start.min(today)),
        x(today),
    );
    let _ = write!(
        svg,
        r#"<text x="{:.1}" y="37" text-anchor="start">{}</text>"#,
        x(start) - 6.0,
        short(start, language)
    );
    let anchor = |at: f64| {
        if at > 600.0 {
            "end"
        } else if at < 100.0 {
            "start"
        } else {
            "middle"
        }
    };
    let _ = write!(
        svg,
        r#"<path class="mean" d="M{0:.1} 12V28"/><text x="{0:.1}" y="9" text-anchor="{1}">{2} {3}</text>"#,
        x(today),
        anchor(x(today)),
        labels.as_of,
        short(today, language)
    );
    for rung in &ladder.rungs {
        let Some(deadline) = rung.deadline else { continue };
        let at = x(deadline);
        let shape = match rung.status {
            RungStatus::Achieved => format!(
                r#"<circle class="done" cx="{at:.1}" cy="20" r="5.5"/><path class="tick" d="M{0:.1} 20l2 2.4l3.6-4.6"/>"#,
                at - 2.6
            ),
            RungStatus::Missed => format!(
                r#"<circle class="late" cx="{at:.1}" cy="20" r="5.5"/><path class="late" d="M{0:.1} 17.4l5.2 5.2m0-5.2l-5.2 5.2"/>"#,
                at - 2.6
            ),
            RungStatus::AtRisk | RungStatus::Behind => {
                format!(r#"<path class="risk" d="M{at:.1} 13.6l6 11h-12z"/>"#)
            }
            RungStatus::Ahead | RungStatus::OnPace | RungStatus::NotStarted | RungStatus::Unknown => {
                format!(r#"<circle class="open" cx="{at:.1}" cy="20" r="5.5"/>"#)
            }
        };
        let _ = write!(
            svg,
            r#"{shape}<text x="{at:.1}" y="37" text-anchor="{}">{} {}</text>"#,
            anchor(at),
            short(deadline, language),
            text::short_rung_status(rung.status, language)
        );
    }
    svg.push_str("</svg>");
    svg
}

/// A day without its year and weekday.
fn short(day: Day, language: Language) -> String {
    let long = text::day(day, language);
    match language {
        Language::Japanese => format!("{}/{}", day.month(), day.day()),
        // `Thu 30 Apr 2026` without its first and last word.
        Language::English => long.split(' ').skip(1).take(2).collect::<Vec<_>>().join(" "),
    }
}

/// Text as HTML and SVG show it.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}
