//! What the page says of regular meetings, and of the peaks and valleys of the load.

use keyperson::Brief;
use keyperson::fact::Layer;
use keyperson::text::{self, Language};

use super::{share, shown};

/// A line each for weekly meetings, the coming ones, the load and the bottleneck; none before an appointment.
pub(super) fn rhythm(brief: &Brief, language: Language) -> Vec<String> {
    [weekly(brief, language), next(brief, language), load(brief, language), bottleneck(brief, language)]
        .into_iter()
        .flatten()
        .collect()
}

fn weekly(brief: &Brief, language: Language) -> Option<String> {
    let weekly = brief.cadence.layer(Layer::Weekly)?;
    let name = text::layer(Layer::Weekly, language);
    let unknown = || text::unknown(language).to_owned();
    let overrun = weekly.overrun.map_or_else(unknown, |overrun| overrun.to_string());
    Some(match (weekly.kept.zip(weekly.missed), language) {
        (Some((kept, missed)), Language::Japanese) => {
            format!("{name}：開催 {kept}、未開催 {missed}、時間超過 {overrun}")
        }
        (Some((kept, missed)), Language::English) => {
            format!("{name}: kept {kept}, missed {missed}, ran over {overrun}")
        }
        (None, Language::Japanese) => format!("{name}：記録がなく、不明です。"),
        (None, Language::English) => format!("{name}: nothing recorded, unknown."),
    })
}

fn next(brief: &Brief, language: Language) -> Option<String> {
    let planned = brief.cadence.next.iter().map(|next| {
        let (day, name) = (text::day(next.day, language), text::layer(next.layer, language));
        match language {
            Language::Japanese => format!("{day} {name}（{}分）", next.minutes),
            Language::English => format!("{day} {} ({} min)", name.to_lowercase(), next.minutes),
        }
    });
    let planned: Vec<String> = planned.collect();
    (!planned.is_empty()).then(|| match language {
        Language::Japanese => format!("次の予定：{}", planned.join("、")),
        Language::English => format!("Coming up: {}", planned.join(", ")),
    })
}

fn load(brief: &Brief, language: Language) -> Option<String> {
    let rhythm = &brief.rhythm;
    let week = rhythm.this_week.map(|kind| text::week_kind(kind, language));
    let valley = rhythm.next_valley.map(|day| text::day(day, language));
    match (week, valley, language) {
        (Some(week), Some(valley), Language::Japanese) => {
            Some(format!("負荷の山と谷：今週は{week}、谷の週は{valley}から"))
        }
        (Some(week), Some(valley), Language::English) => {
            Some(format!("Peaks and valleys: this week {week}, valley week from {valley}"))
        }
        (Some(week), None, Language::Japanese) => Some(format!("負荷の山と谷：今週は{week}")),
        (Some(week), None, Language::English) => Some(format!("Peaks and valleys: this week {week}")),
        (None, ..) => None,
    }
}

fn bottleneck(brief: &Brief, language: Language) -> Option<String> {
    let step = brief.agenda.bottleneck.as_ref()?;
    brief.cadence.start?;
    let (from, to) = (text::metric(step.from.as_str(), language), text::metric(step.to.as_str(), language));
    let (from, to, share) = (shown(from), shown(to), share(Some(step.share), language));
    Some(match language {
        Language::Japanese => {
            format!("ボトルネック：{from} → {to}（{}／{}、{share}）", step.reached, step.deals)
        }
        Language::English => {
            format!("Bottleneck: {from} → {to} ({} of {}, {share})", step.reached, step.deals)
        }
    })
}
