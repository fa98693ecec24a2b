//! What the page says of the people around the key person: who became active, on whom the load rests, who could
//! follow, and the two wheels of support; a line each, once the role has begun. And how often the loop has turned.

use keyperson::Brief;
use keyperson::colleagues::support::Wheel;
use keyperson::text::{self, Language};

use super::{Line, called, line, share};

/// Spread, load, succession, support and the turns of the loop.
pub(super) fn people(brief: &Brief, language: Language) -> Vec<Line> {
    let lines = [
        spread(brief, language),
        load(brief, language),
        succession(brief, language),
        wheels(brief, language),
        turns(brief, language),
    ];
    lines.into_iter().flatten().collect()
}

/// The loop of finding, approving, making the role clear and sharing results; absent before its first step.
fn turns(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.turns;
    room.last?;
    let (completed, next) = (room.completed, text::loop_step(room.next, language));
    Some(match language {
        Language::Japanese => {
            line("候補発掘から成果共有までの循環", format!("{completed} 巡、次は「{next}」"))
        }
        Language::English => line(
            "The loop",
            format!("from candidates found to results shared: {completed} turns, next: {next}"),
        ),
    })
}

fn spread(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.spread;
    room.start?;
    let (all, active) = (room.colleagues, room.activated.len());
    let newly = room.activated.iter().filter(|colleague| !colleague.active_before).count();
    (all > 0).then(|| match language {
        Language::Japanese => {
            line("社内への広がり", format!("同僚 {all} 名のうち {active} 名が活動（うち新たに {newly} 名）"))
        }
        Language::English => {
            line("Spread", format!("{active} of {all} colleagues active, {newly} of them newly"))
        }
    })
}

fn load(brief: &Brief, language: Language) -> Option<Line> {
    let load = &brief.spread.load;
    let (own, half, things) = (share(Some(load.own_share?), language), load.half.len(), load.things);
    Some(match language {
        Language::Japanese => line(
            "負荷の分担",
            format!("直近の活動 {things} 件の {own} を本人が担当（半分を担うのは {half} 名）"),
        ),
        Language::English => line(
            "Load",
            format!("{own} of {things} recent things done by the person; {half} did half of them"),
        ),
    })
}

fn succession(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.succession;
    let state = text::successor_state(room.state?, language);
    let best = room.best.as_ref().map(|best| {
        let (who, fit) = (called(brief, &best.person), text::percent(best.fit));
        let range = text::range(best.lower, best.upper);
        match language {
            Language::Japanese => format!("（{who}、適合度 {fit}、区間 {range}）"),
            Language::English => format!(" ({who}, fit {fit}, interval {range})"),
        }
    });
    let (alone, open) = (room.only_by_person.len(), room.open_deals);
    let rests = (open > 0).then(|| match language {
        Language::Japanese => format!("。進行中 {open} 件のうち {alone} 件は本人だけが担当"),
        Language::English => format!("; {alone} of {open} open deals rest on the person alone"),
    });
    let label = match language {
        Language::Japanese => "後継の備え",
        Language::English => "Succession",
    };
    Some(line(label, format!("{state}{}{}", best.unwrap_or_default(), rests.unwrap_or_default())))
}

fn wheels(brief: &Brief, language: Language) -> Option<Line> {
    let room = &brief.support;
    let (vendor, partner) = (room.vendor.as_ref()?, room.partner.as_ref()?);
    let said = |wheel: &Wheel| {
        let state = text::wheel_state(wheel.state, language);
        let last = wheel.last.and_then(text::local_day).map(|day| text::day(day, language));
        match (last, language) {
            (Some(day), Language::Japanese) => format!("{state}（最終 {day}）"),
            (Some(day), Language::English) => format!("{state} (last {day})"),
            (None, _) => state.to_owned(),
        }
    };
    let (vendor, partner) = (said(vendor), said(partner));
    Some(match language {
        Language::Japanese => {
            line("両輪", format!("ベンダーの育成支援：{vendor}、パートナー社内の協力体制：{partner}"))
        }
        Language::English => {
            line("Two wheels", format!("vendor's support: {vendor}; the partner's: {partner}"))
        }
    })
}
