//! The coming meetings as an iCalendar file (RFC 5545), the same bytes for the same brief.
//!
//! Times stand by the clock of the partner's zone, whose changes within the file's days are in it, so that a reader
//! needs no table of zones. A meeting keeps its identity when its day moves within its week, month or quarter.

mod line;

use keyperson::calendar::{Day, Instant, Zone};
use keyperson::fact::Layer;
use keyperson::text::{self, Language};
use keyperson::together::schedule::{Schedule, Scheduled};
use keyperson::{Brief, Finding};

use crate::page::shown;
use crate::text as say;

const MINUTES_IN_A_DAY: i64 = 1_440;
const SECONDS_IN_A_DAY: i64 = 86_400;

/// The meetings of a schedule, each with the agenda of its layer from the brief's findings.
///
/// ```
/// use keyperson_report::{Language, ics};
/// let policy = keyperson::Policy::default();
/// let journal = keyperson::Journal::from_json_lines(
///     r#"{"id":"f-1","at":"2026-04-01T09:00:00+09:00","partner":"acme","person":"p-001","type":"gate","gate":"appointed"}"#,
/// )?;
/// let (person, as_of) = ("p-001".parse()?, policy.as_of("2026-04-30")?);
/// let brief = keyperson::brief(&journal, &policy, &person, as_of)?;
/// let schedule = keyperson::schedule(&journal, &policy, &person, as_of)?;
/// let file = ics::calendar(&brief, &schedule, Language::Japanese);
/// assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.contains("DTSTART;TZID=Asia/Tokyo:20260507T090000\r\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn calendar(brief: &Brief, schedule: &Schedule, language: Language) -> String {
    let mut file = String::new();
    for (name, value) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//keyperson//meetings//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        line::push(&mut file, name, value);
    }
    if !schedule.meetings.is_empty() {
        zone(&mut file, schedule);
    }
    for meeting in &schedule.meetings {
        event(&mut file, meeting, brief, schedule, language);
    }
    line::push(&mut file, "END", "VCALENDAR");
    file
}

fn event(file: &mut String, meeting: &Scheduled, brief: &Brief, schedule: &Schedule, language: Language) {
    let begins = meeting.time.minutes();
    let clock = |minutes: i64| {
        let day = meeting.day.checked_add_days(minutes / MINUTES_IN_A_DAY).unwrap_or(meeting.day);
        local(day, minutes % MINUTES_IN_A_DAY)
    };
    let zoned = |name: &str| format!("{name};TZID={}", schedule.zone.name());
    let stamp = schedule.as_of.as_date_time().naive_utc().format("%Y%m%dT%H%M%SZ").to_string();
    line::push(file, "BEGIN", "VEVENT");
    line::push_text(file, "DESCRIPTION", &description(meeting, brief, language));
    line::push(file, &zoned("DTEND"), &clock(begins.saturating_add(meeting.minutes)));
    line::push(file, "DTSTAMP", &stamp);
    line::push(file, &zoned("DTSTART"), &clock(begins));
    line::push_text(file, "SUMMARY", &summary(meeting.layer, brief, language));
    line::push_text(file, "UID", &uid(meeting, schedule));
    line::push(file, "END", "VEVENT");
}

fn local(day: Day, minutes: i64) -> String {
    let day = day.to_string().replace('-', "");
    format!("{day}T{:02}{:02}00", minutes / 60, minutes % 60)
}

/// The same for the meeting of one layer and period, whatever day of it is planned.
fn uid(meeting: &Scheduled, schedule: &Schedule) -> String {
    let whose = [schedule.partner.as_str(), "\n", schedule.person.as_str()];
    // Ids may hold anything, so their hash stands for them (FNV-1a, 64 bit).
    let hash = whose.iter().flat_map(|part| part.bytes()).fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{}-{}-{hash:016x}@keyperson", meeting.layer, meeting.from)
}

/// The headline of a meeting.
#[must_use]
pub fn summary(layer: Layer, brief: &Brief, language: Language) -> String {
    let name = shown(brief.name.as_deref().unwrap_or(brief.person.as_str()));
    let partner = shown(brief.partner_name.as_deref().unwrap_or(brief.partner.as_str()));
    say::meeting_title(layer, &name, &partner, language)
}

/// The agenda of the meeting's layer, as it stands at the as-of.
#[must_use]
pub fn description(meeting: &Scheduled, brief: &Brief, language: Language) -> String {
    let layer = meeting.layer;
    let topics = match layer {
        Layer::Weekly => &brief.agenda.weekly,
        Layer::Monthly => &brief.agenda.monthly,
        Layer::Quarterly => &brief.agenda.quarterly,
    };
    let as_of = text::instant(brief.as_of, language);
    let mut lines = vec![match topics.is_empty() {
        true => say::agenda_is_empty(&as_of, language),
        false => say::agenda_as_of(&as_of, language),
    }];
    let of = |finding: &&Finding| {
        topics.iter().any(|topic| (topic.code, &topic.about) == (finding.code, &finding.about))
    };
    for finding in brief.findings.iter().filter(of) {
        let said = text::finding(finding, language);
        lines.push(say::agenda_topic(&shown(&said.title), &shown(&said.change), language));
    }
    if let Some(step) = brief.agenda.bottleneck.as_ref().filter(|_| layer == Layer::Monthly) {
        let (from, to) =
            (text::metric(step.from.as_str(), language), text::metric(step.to.as_str(), language));
        lines.push(say::agenda_bottleneck(&shown(from), &shown(to), step.reached, step.deals, language));
    }
    if meeting.executives {
        lines.push(say::agenda_executives(language).to_owned());
    }
    lines.join("\n")
}

/// The zone with every change of its clock around the meetings.
fn zone(file: &mut String, schedule: &Schedule) {
    let days = schedule.meetings.iter().map(|meeting| meeting.day);
    let (first, last) = (days.clone().min(), days.max());
    line::push(file, "BEGIN", "VTIMEZONE");
    line::push(file, "TZID", schedule.zone.name());
    if let (Some(first), Some(last)) = (first, last) {
        let around = |day: Day, days: i64| schedule.zone.start_of(day.checked_add_days(days).unwrap_or(day));
        let (from, to) = (around(first, -2), around(last, 3));
        let before = offset(from, schedule.zone);
        observance(file, "STANDARD", "19700101T000000", before, before);
        for (at, before, after) in changes(from, to, schedule.zone) {
            let kind = if after > before { "DAYLIGHT" } else { "STANDARD" };
            // By RFC 5545 the onset is told by the clock as it went before.
            let onset = at.checked_add_seconds(before).unwrap_or(at).as_date_time().naive_utc();
            observance(file, kind, &onset.format("%Y%m%dT%H%M%S").to_string(), before, after);
        }
    }
    line::push(file, "END", "VTIMEZONE");
}

fn observance(file: &mut String, kind: &str, onset: &str, before: i64, after: i64) {
    let written = |offset: i64| {
        let (sign, minutes) = (if offset < 0 { '-' } else { '+' }, offset.saturating_abs() / 60);
        format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
    };
    line::push(file, "BEGIN", kind);
    line::push(file, "DTSTART", onset);
    line::push(file, "TZOFFSETFROM", &written(before));
    line::push(file, "TZOFFSETTO", &written(after));
    line::push(file, "END", kind);
}

/// The instants at which the clock of a zone changes, with the offsets in seconds before and after.
fn changes(from: Instant, to: Instant, zone: Zone) -> Vec<(Instant, i64, i64)> {
    let mut changes = Vec::new();
    let mut at = from;
    while let Some(next) = at.checked_add_seconds(SECONDS_IN_A_DAY).filter(|_| at < to) {
        let (before, after) = (offset(at, zone), offset(next, zone));
        let (mut unchanged, mut changed) = (0_i64, SECONDS_IN_A_DAY);
        while before != after && changed.saturating_sub(unchanged) > 1 {
            let half = unchanged.midpoint(changed);
            match at.checked_add_seconds(half).is_some_and(|half| offset(half, zone) == before) {
                true => unchanged = half,
                false => changed = half,
            }
        }
        let onset = at.checked_add_seconds(changed).filter(|_| before != after);
        changes.extend(onset.map(|onset| (onset, before, after)));
        at = next;
    }
    changes
}

fn offset(at: Instant, zone: Zone) -> i64 {
    i64::from(at.shown_in(zone).as_date_time().offset().local_minus_utc())
}
