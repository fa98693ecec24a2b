//! Bars from 0 to 100 %: an interval with its mean, a step of a waterfall, a share.

use std::fmt::Write;

use super::open;

/// The width of a bar, in its own units.
const WIDTH: f64 = 100.0;
/// Bars are stretched to their cell.
const BOX: &str = r#"0 0 100 10" preserveAspectRatio="none"#;

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

fn x(share: f64) -> f64 {
    share.clamp(0.0, 1.0) * WIDTH
}

/// A bar with interval, mean and mark; `title` says the same in words.
pub(crate) fn bar(bar: Bar, title: &str) -> String {
    let (left, right) = (x(bar.lower), x(bar.upper));
    let kind = if bar.mean.is_some() { "known" } else { "open" };
    let mut svg = open("bar", BOX, title);
    let width = (right - left).max(0.5);
    let _ = write!(
        svg,
        r#"<path class="track" d="M0 5H100"/><rect class="{kind}" x="{left:.1}" y="2" width="{width:.1}" height="6"/>"#
    );
    if let Some(mark) = bar.mark {
        let _ = write!(svg, r#"<path class="mark" d="M{:.1} 0V10"/>"#, x(mark));
    }
    if let Some(mean) = bar.mean {
        let _ = write!(svg, r#"<path class="mean" d="M{:.1} 0.5V9.5"/>"#, x(mean));
    }
    svg.push_str("</svg>");
    svg
}

/// What a row of a waterfall shows.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Fall {
    /// Where it begins, or what it comes to.
    Total {
        /// The value.
        at: f64,
        /// A value to reach.
        mark: Option<f64>,
    },
    /// From one value to the next.
    Step {
        /// The value before.
        from: f64,
        /// The value after.
        to: f64,
    },
}

/// The values that a waterfall shows: steps of a few points would be too small on a scale from 0 to 100.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    from: f64,
    to: f64,
}

impl Scale {
    /// A scale on which all these values have room.
    pub(crate) fn of(values: impl Iterator<Item = f64>) -> Self {
        let (from, to) = values.fold((1.0_f64, 0.0_f64), |(from, to), v| (from.min(v), to.max(v)));
        let room = ((to - from) * 0.08).max(0.01);
        Self { from: from - room, to: to + room }
    }

    fn x(self, value: f64) -> f64 {
        x((value - self.from) / (self.to - self.from).max(f64::EPSILON))
    }
}

/// A row of a waterfall: what is added is filled, what is taken away only outlined.
pub(crate) fn fall(fall: Fall, scale: Scale, title: &str) -> String {
    let mut svg = open("bar fall", BOX, title);
    match fall {
        Fall::Total { at, mark } => {
            let at = scale.x(at);
            let _ = write!(svg, r#"<path class="total" d="M{at:.1} 0.5V9.5"/>"#);
            if let Some(mark) = mark {
                let _ = write!(svg, r#"<path class="mark" d="M{:.1} 0V10"/>"#, scale.x(mark));
            }
        }
        Fall::Step { from, to } => {
            let (begin, end) = (scale.x(from), scale.x(to));
            let kind = if to < from { "less" } else { "more" };
            // The hairlines at both ends carry the eye from row to row.
            let _ = write!(
                svg,
                r#"<path class="join" d="M{begin:.1} 0V2M{end:.1} 8V10"/><rect class="{kind}" x="{:.1}" y="2" width="{:.1}" height="6"/>"#,
                begin.min(end),
                (end - begin).abs().max(0.4)
            );
        }
    }
    svg.push_str("</svg>");
    svg
}

/// A share as a filled part of its whole.
pub(crate) fn share(share: f64, title: &str) -> String {
    let mut svg = open("bar share", BOX, title);
    let _ = write!(
        svg,
        r#"<rect class="rest" x="0" y="2" width="100" height="6"/><rect class="part" x="0" y="2" width="{:.1}" height="6"/></svg>"#,
        x(share)
    );
    svg
}
