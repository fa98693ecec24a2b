//! The load on the time line: the planned peaks and valleys as a silhouette, the hours as they fell in front of it.

use std::fmt::Write;

use keyperson::together::rhythm::{Rhythm, WeekKind};

use super::axis::Span;
use super::open;

/// Where zero hours lie.
const GROUND: f64 = 42.0;
/// Where the most hours of a week lie.
const TOP: f64 = 6.0;

/// The weeks; `title` says the same in words.
pub(crate) fn load(rhythm: &Rhythm, span: &Span, title: &str) -> String {
    let mut svg = open("lane", "0 0 350 46", title);
    let mut silhouette = String::new();
    for week in &rhythm.weeks {
        let height = match week.kind {
            WeekKind::Push => TOP,
            WeekKind::Normal => 22.0,
            WeekKind::Recharge => 34.0,
        };
        let (from, to) = (span.x(week.from), span.end(week.to));
        let start = if silhouette.is_empty() { format!("M{from:.1} {GROUND}") } else { String::new() };
        let _ = write!(silhouette, "{start}L{from:.1} {height}H{to:.1}");
    }
    if let Some(week) = rhythm.weeks.last() {
        let _ =
            write!(svg, r#"<path class="plan hill" d="{silhouette}L{:.1} {GROUND}Z"/>"#, span.end(week.to));
    }
    let most = rhythm
        .weeks
        .iter()
        .filter_map(|week| week.push_hours.zip(week.recharge_hours).map(|(push, recharge)| push + recharge))
        .fold(0.0, f64::max);
    for week in &rhythm.weeks {
        let (from, to) = (span.x(week.from), span.end(week.to));
        let width = (to - from - 5.0).max(1.0);
        match week.push_hours.zip(week.recharge_hours) {
            Some((push, recharge)) if most > 0.0 => {
                let tall = |hours: f64| (GROUND - TOP - 2.0) * hours / most;
                let (push, recharge) = (tall(push), tall(recharge));
                let _ = write!(
                    svg,
                    r#"<rect class="push" x="{0:.1}" y="{1:.1}" width="{width:.1}" height="{push:.1}"/>"#,
                    from + 2.5,
                    GROUND - push
                );
                if recharge > 0.0 {
                    let _ = write!(
                        svg,
                        r#"<rect class="rest" x="{0:.1}" y="{1:.1}" width="{width:.1}" height="{recharge:.1}"/>"#,
                        from + 2.5,
                        GROUND - push - recharge
                    );
                }
            }
            // A week that is over and of which nothing is known is no week of zero hours.
            None if week.passed => {
                let _ =
                    write!(svg, r#"<path class="gap" d="M{:.1} {}h{width:.1}"/>"#, from + 2.5, GROUND - 2.0);
            }
            _ => {}
        }
    }
    let _ =
        write!(svg, r#"<path class="track" d="M{:.1} {GROUND}H{:.1}"/>"#, span.x(span.start), span.right());
    svg.push_str(&span.now(46.0));
    svg.push_str("</svg>");
    svg
}
