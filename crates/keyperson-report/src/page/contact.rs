//! What the page says of regular meetings with their agendas, and of the peaks and valleys of the load.

use keyperson::Brief;
use keyperson::fact::Layer;
use keyperson::text::{self, Language};
use keyperson::together::agenda::AgendaTopic;
use keyperson::together::cadence::Planned;
use keyperson::together::rhythm::WeekKind;

use super::{Line, Load, Meeting, cut, line, share, shown};
use crate::svg::{self, Span};

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
    let (topics, asks) = match (planned.layer, language) {
        (Layer::Weekly, Language::Japanese) => (&brief.agenda.weekly, "小さな軌道修正"),
        (Layer::Monthly, Language::Japanese) => (&brief.agenda.monthly, "ボトルネックの分析"),
        (Layer::Quarterly, Language::Japanese) => (&brief.agenda.quarterly, "リソース配分と戦略"),
        (Layer::Weekly, Language::English) => (&brief.agenda.weekly, "small corrections"),
        (Layer::Monthly, Language::English) => (&brief.agenda.monthly, "the bottleneck"),
        (Layer::Quarterly, Language::English) => (&brief.agenda.quarterly, "allocation and strategy"),
    };
    let first = (planned.layer == Layer::Monthly).then(|| bottleneck(brief, language)).flatten();
    let title = |topic: &AgendaTopic| {
        let finding = brief.findings.iter().find(|f| f.code == topic.code && f.about == topic.about)?;
        Some(cut(&text::finding(finding, language).title, MOST_TOPIC))
    };
    let minutes = match (planned.executives, language) {
        (true, Language::Japanese) => format!("{}分・経営層も参加", planned.minutes),
        (false, Language::Japanese) => format!("{}分", planned.minutes),
        (true, Language::English) => format!("{} min, with executives", planned.minutes),
        (false, Language::English) => format!("{} min", planned.minutes),
    };
    Meeting {
        day: text::day(planned.day, language),
        name: text::layer(planned.layer, language),
        minutes,
        asks,
        topics: first.into_iter().chain(topics.iter().filter_map(title)).collect(),
    }
}

/// The step at which the most deals stay behind, in words.
fn bottleneck(brief: &Brief, language: Language) -> Option<String> {
    let step = brief.agenda.bottleneck.as_ref()?;
    let (from, to) = (text::metric(step.from.as_str(), language), text::metric(step.to.as_str(), language));
    let share = share(Some(step.share), language);
    Some(match language {
        Language::Japanese => cut(
            &format!("ボトルネック：{from} → {to}（{}／{}、{share}）", step.reached, step.deals),
            MOST_TOPIC,
        ),
        Language::English => cut(
            &format!("Bottleneck: {from} → {to} ({} of {}, {share})", step.reached, step.deals),
            MOST_TOPIC,
        ),
    })
}

/// How the weekly meetings were kept.
pub(super) fn weekly(brief: &Brief, language: Language) -> Option<Line> {
    let weekly = brief.cadence.layer(Layer::Weekly)?;
    let name = text::layer(Layer::Weekly, language);
    let unknown = || text::unknown(language).to_owned();
    let overrun = weekly.overrun.map_or_else(unknown, |overrun| overrun.to_string());
    let said = match (weekly.kept.zip(weekly.missed), language) {
        (Some((kept, missed)), Language::Japanese) => {
            format!("開催 {kept}、未開催 {missed}、時間超過 {overrun}")
        }
        (Some((kept, missed)), Language::English) => {
            format!("kept {kept}, missed {missed}, ran over {overrun}")
        }
        (None, Language::Japanese) => "記録がなく、不明です".to_owned(),
        (None, Language::English) => "nothing recorded, unknown".to_owned(),
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
    let recorded = rhythm.recorded_weeks;
    let hours = match (recorded, language) {
        (Some(weeks), Language::Japanese) => {
            format!("記録 {weeks} 週：追い込み {push} 時間、学習・充電 {recharge} 時間")
        }
        (Some(weeks), Language::English) => {
            format!("{weeks} weeks recorded: {push} h pushing, {recharge} h learning, recharging")
        }
        (None, Language::Japanese) => "時間の記録がなく、不明です".to_owned(),
        (None, Language::English) => "no hours recorded, unknown".to_owned(),
    };
    let plan = match language {
        Language::Japanese => format!("計画：山 {peaks} 週、谷 {valleys} 週"),
        Language::English => format!("planned: {peaks} peak weeks, {valleys} valley weeks"),
    };
    let now = rhythm.this_week.map(|kind| text::week_kind(kind, language)).map(|kind| match language {
        Language::Japanese => format!("今週は{kind}"),
        Language::English => format!("this week: {kind}"),
    });
    let valley = rhythm.next_valley.map(|day| match language {
        Language::Japanese => format!("谷の週は{}から", text::day(day, language)),
        Language::English => format!("next valley from {}", text::day(day, language)),
    });
    Some(Load {
        svg: svg::load(rhythm, span, &shown(&format!("{plan}. {hours}"))),
        plan,
        hours,
        now: [now, valley].into_iter().flatten().collect(),
    })
}
