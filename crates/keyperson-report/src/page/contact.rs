//! What the page says of regular meetings with their agendas, and of the peaks and valleys of the load.

use keyperson::Brief;
use keyperson::fact::Layer;
use keyperson::text::{self, Language};
use keyperson::together::agenda::AgendaTopic;
use keyperson::together::cadence::Planned;
use keyperson::together::rhythm::WeekKind;

use super::{Line, Load, Meeting, cut, line, share, shown};
use crate::svg::{self, Span};
use crate::text as say;

/// Columns of a topic.
const MOST_TOPIC: usize = 84;

/// The next meeting of each layer, by day, each with its agenda: three views of one state.
pub(super) fn meetings(brief: &Brief, language: Language) -> Vec<Meeting> {
    let mut next: Vec<&Planned> =
        brief.cadence.layers.iter().filter_map(|layer| layer.next.as_ref()).collect();
    next.sort_by_key(|planned| (planned.day, planned.layer));
    next.into_iter().map(|planned| meeting(planned, brief, language)).collect()
}

fn meeting(planned: &Planned, brief: &Brief, language: Language) -> Meeting {
    let topics = match planned.layer {
        Layer::Weekly => &brief.agenda.weekly,
        Layer::Monthly => &brief.agenda.monthly,
        Layer::Quarterly => &brief.agenda.quarterly,
    };
    let first = (planned.layer == Layer::Monthly).then(|| bottleneck(brief, language)).flatten();
    let title = |topic: &AgendaTopic| {
        let finding = brief.findings.iter().find(|f| f.code == topic.code && f.about == topic.about)?;
        Some(cut(&text::finding(finding, language).title, MOST_TOPIC))
    };
    Meeting {
        day: say::near_day(planned.day, text::local_day(brief.as_of), language),
        name: text::layer(planned.layer, language),
        minutes: say::minutes(planned.minutes, planned.executives, language),
        asks: say::layer_asks(planned.layer, language),
        topics: first.into_iter().chain(topics.iter().filter_map(title)).collect(),
    }
}

/// The step at which the most deals stay behind, in words.
fn bottleneck(brief: &Brief, language: Language) -> Option<String> {
    let step = brief.agenda.bottleneck.as_ref()?;
    let (from, to) = (text::metric(step.from.as_str(), language), text::metric(step.to.as_str(), language));
    let share = share(Some(step.share), language);
    Some(cut(&say::bottleneck(from, to, step.reached, step.deals, &share, language), MOST_TOPIC))
}

/// How the weekly meetings were kept.
pub(super) fn weekly(brief: &Brief, language: Language) -> Option<Line> {
    let weekly = brief.cadence.layer(Layer::Weekly)?;
    let name = text::layer(Layer::Weekly, language);
    let unknown = || text::unknown(language).to_owned();
    let overrun = weekly.overrun.map_or_else(unknown, |overrun| overrun.to_string());
    let said = match weekly.kept.zip(weekly.missed) {
        Some((kept, missed)) => say::meetings_kept(kept, missed, &overrun, language),
        None => say::labels(language).no_meetings_recorded.to_owned(),
    };
    Some(line(name, said))
}

/// The planned peaks and valleys with the hours as they fell.
pub(super) fn load(brief: &Brief, span: Option<&Span>, language: Language) -> Option<Load> {
    let rhythm = &brief.rhythm;
    let span = span.filter(|_| !rhythm.weeks.is_empty())?;
    let count = |kind| rhythm.weeks.iter().filter(|week| week.kind == kind).count();
    let (peaks, valleys) = (count(WeekKind::Push), count(WeekKind::Recharge));
    let hours = |of: fn(&keyperson::together::rhythm::RhythmWeek) -> Option<f64>| {
        let known = rhythm.weeks.iter().filter_map(of);
        text::number(known.sum::<f64>())
    };
    let (push, recharge) = (hours(|week| week.push_hours), hours(|week| week.recharge_hours));
    let hours = match rhythm.recorded_weeks {
        Some(weeks) => say::hours_recorded(weeks, &push, &recharge, language),
        None => say::labels(language).no_hours_recorded.to_owned(),
    };
    let plan = say::weeks_planned(peaks, valleys, language);
    let now = rhythm.this_week.map(|kind| say::this_week(text::week_kind(kind, language), language));
    let valley = rhythm
        .next_valley
        .map(|day| say::valley_from(&say::near_day(day, text::local_day(brief.as_of), language), language));
    Some(Load {
        svg: svg::load(rhythm, span, &shown(&format!("{plan}. {hours}"))),
        plan,
        hours,
        now: [now, valley].into_iter().flatten().collect(),
    })
}
