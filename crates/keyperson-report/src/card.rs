//! A brief as one picture: readiness, fit, the six traits with their intervals, and the ladder with its odds.
//!
//! For places that show a picture and strip a page: notebooks on the web, mails, chats. It says less than the page.

use std::fmt::Write;

use keyperson::Brief;
use keyperson::text::{self, Language};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::page::shown;
use crate::svg::escaped;
use crate::text as say;

const WIDTH: f64 = 720.0;
const ROW: f64 = 22.0;
/// Where bars begin and how long they are.
const BAR: f64 = 236.0;
const LENGTH: f64 = 278.0;
/// The widest label before a bar, in columns: the rungs of the default policy are not cut.
const LABEL: usize = 32;

/// Colours and letters stand in the picture itself; only `prefers-color-scheme` is asked of the outside.
const STYLE: &str = "text{fill:#1c2430}.soft{fill:#5a6675;font-size:12px}\
    .name{font-size:19px;font-weight:700}.big{font-size:16px;font-weight:700;fill:#1f5f9e}.paper{fill:#fff}\
    .track{stroke:#d5dbe3}.band{fill:#9cc3e6}.open{fill:none;stroke:#5a6675;stroke-dasharray:3 2}\
    .mean{stroke:#1f5f9e;stroke-width:2.5}.mark{stroke:#1c2430;stroke-dasharray:2 2}\
    @media(prefers-color-scheme:dark){text{fill:#e6eaf0}.soft{fill:#a3afbd}.big{fill:#86bdf0}.paper{fill:#14181e}\
    .track{stroke:#39424e}.band{fill:#345d85}.open{stroke:#a3afbd}.mean{stroke:#86bdf0}.mark{stroke:#e6eaf0}}";

/// The picture of a brief.
pub(crate) fn card(brief: &Brief, language: Language) -> String {
    let l = say::labels(language);
    let name = shown(brief.name.as_deref().unwrap_or(brief.person.as_str()));
    let partner = shown(brief.partner_name.as_deref().unwrap_or(brief.partner.as_str()));
    let readiness = text::readiness(brief.readiness, language);
    let score = brief.fit.score.get();
    let known = |value: Option<f64>| value.map_or_else(|| text::unknown(language).to_owned(), text::percent);
    let mut rows = String::new();
    let mut y = 92.0;
    let head = |rows: &mut String, y: &mut f64, title: &str| {
        let _ = write!(rows, r#"<text class="soft" x="24" y="{y:.0}">{}</text>"#, escaped(title));
        *y += ROW;
    };
    let fit = Bar {
        lower: brief.fit.interval_lower,
        upper: brief.fit.interval_upper,
        mean: score,
        mark: Some(brief.fit.bar),
        unknown: score.is_none(),
    };
    let interval = text::range(brief.fit.interval_lower, brief.fit.interval_upper);
    row(&mut rows, y, l.fit, Some(fit), &format!("{} ({interval})", known(score)));
    y += ROW + 10.0;
    head(&mut rows, &mut y, l.traits);
    for estimate in &brief.traits {
        let under = brief.fit.under_floor.iter().find(|low| low.of == estimate.of);
        let bar = Bar {
            lower: estimate.lower,
            upper: estimate.upper,
            mean: estimate.mean,
            mark: under.map(|low| low.floor),
            unknown: estimate.mean.is_none(),
        };
        let interval = text::range(estimate.lower, estimate.upper);
        let says = format!("{} ({interval})", known(estimate.mean));
        row(&mut rows, y, text::trait_name(estimate.of, language), Some(bar), &says);
        y += ROW;
    }
    y += 10.0;
    head(&mut rows, &mut y, &format!("{} · {}", l.ladder, l.odds));
    for rung in &brief.ladder.rungs {
        let bar =
            rung.odds.map(|odds| Bar { lower: 0.0, upper: odds, mean: None, mark: None, unknown: false });
        let count = rung.count.map_or_else(|| "—".to_owned(), |count| count.to_string());
        let odds = rung.odds.map_or_else(|| "—".to_owned(), text::percent);
        let status = text::short_rung_status(rung.status, language);
        let says = format!("{odds} · {count} / {} · {status}", rung.target);
        row(&mut rows, y, &shown(text::rung(rung.code.as_str(), language)), bar, &says);
        y += ROW;
    }
    let height = y + 8.0;
    let label = format!("{name}, {partner}: {readiness}, {} {}", l.fit, known(score));
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.0} {height:.0}" width="{WIDTH:.0}" height="{height:.0}" role="img" aria-label="{0}"><title>{0}</title><style>text{{font:13px {7}}}{STYLE}</style><rect class="paper" width="{WIDTH:.0}" height="{height:.0}"/><text class="name" x="24" y="36">{1}</text><text class="soft" x="24" y="57">{2} · {3} {4}</text><text class="big" x="{5:.0}" y="36" text-anchor="end">{6}</text>{rows}</svg>"#,
        escaped(&label),
        escaped(&cut(&name, 44)),
        escaped(&cut(&partner, 40)),
        l.as_of,
        text::instant(brief.as_of, language),
        WIDTH - 24.0,
        escaped(readiness),
        say::typefaces(language),
    )
}

/// What a bar shows; all from 0 to 1.
#[derive(Debug, Clone, Copy)]
struct Bar {
    lower: f64,
    upper: f64,
    /// Absent where unknown, and of a plain length.
    mean: Option<f64>,
    mark: Option<f64>,
    /// Whether the trait is unknown: its interval is then only outlined.
    unknown: bool,
}

fn row(rows: &mut String, y: f64, name: &str, bar: Option<Bar>, says: &str) {
    let name = escaped(&cut(name, LABEL));
    let _ = write!(rows, r#"<text x="24" y="{y:.0}">{name}</text>"#);
    let (top, middle) = (y - 11.0, y - 5.0);
    let _ = write!(rows, r#"<path class="track" d="M{BAR} {middle:.1}H{:.0}"/>"#, BAR + LENGTH);
    if let Some(bar) = bar {
        let x = |share: f64| BAR + share.clamp(0.0, 1.0) * LENGTH;
        let (left, right) = (x(bar.lower), x(bar.upper));
        let class = if bar.unknown { "open" } else { "band" };
        let _ = write!(
            rows,
            r#"<rect class="{class}" x="{left:.1}" y="{top:.1}" width="{:.1}" height="12" rx="2"/>"#,
            (right - left).max(1.0)
        );
        if let Some(mark) = bar.mark {
            let _ = write!(rows, r#"<path class="mark" d="M{:.1} {:.1}v16"/>"#, x(mark), top - 2.0);
        }
        if let Some(mean) = bar.mean {
            let _ = write!(rows, r#"<path class="mean" d="M{:.1} {:.1}v14"/>"#, x(mean), top - 1.0);
        }
    }
    let _ = write!(
        rows,
        r#"<text class="soft" x="{:.0}" y="{y:.0}">{}</text>"#,
        BAR + LENGTH + 14.0,
        escaped(says)
    );
}

/// A text of at most so many columns, cut with an ellipsis; East Asian characters count two.
fn cut(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut width: usize = 1;
    let mut short = String::new();
    for character in text.chars() {
        width = width.saturating_add(character.width().unwrap_or(0));
        if width > columns {
            break;
        }
        short.push(character);
    }
    short.push('…');
    short
}
