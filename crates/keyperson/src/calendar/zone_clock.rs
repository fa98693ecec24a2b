//! A zone's clock: the offset from UTC at every time, read from the table of changes.

use std::cmp::Ordering;

use super::zone_table::{CHANGES, CLOCKS, COUNT, FROM, OFFSETS, RECENT, SECONDS, ZONES};

/// The clock of one zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Clock {
    /// Where the zone's line begins in the table.
    line: u16,
    /// The place of its changes.
    place: u16,
}

impl Clock {
    /// The clock of the zone with this exact name.
    pub(super) fn of(name: &str) -> Option<Self> {
        // INVARIANT: at both ends a line begins.
        let (mut start, mut end) = (0, ZONES.len());
        while start < end {
            let half = start.midpoint(end);
            let begun = ZONES.get(start..half)?.rfind('\n');
            let line = begun.map_or(start, |break_| start.saturating_add(break_).saturating_add(1));
            let text = ZONES.get(line..)?.lines().next()?;
            let (known, place) = text.split_once(' ')?;
            match known.cmp(name) {
                Ordering::Less => start = line.saturating_add(text.len()).saturating_add(1),
                Ordering::Greater => end = line,
                Ordering::Equal => {
                    return Some(Self { line: u16::try_from(line).ok()?, place: place.parse().ok()? });
                }
            }
        }
        None
    }

    /// The zone's name.
    pub(super) fn name(self) -> &'static str {
        let line = ZONES.get(usize::from(self.line)..).and_then(|lines| lines.split_once(' '));
        line.map_or("UTC", |(name, _)| name)
    }

    /// The offset in force at `utc`, both in seconds.
    pub(super) fn offset_at(self, utc: i64) -> i32 {
        let changes = self.changes();
        changes.offset_after(changes.until(utc))
    }

    /// The offsets under which the clock shows `local`, the earlier instant first: none where it is skipped, two
    /// where it is shown twice.
    pub(super) fn offsets_showing(self, local: i64) -> impl Iterator<Item = i32> {
        let changes = self.changes();
        // Offsets lie within 16 hours of UTC, and no clock is moved more than twice in so short a time.
        const NEAR: usize = 2;
        let middle = changes.until(local);
        let last = middle.saturating_add(NEAR).min(changes.count);
        (middle.saturating_sub(NEAR)..=last).filter_map(move |number| {
            let offset = changes.offset_after(number);
            (changes.until(local.saturating_sub(i64::from(offset))) == number).then_some(offset)
        })
    }

    fn changes(self) -> Changes {
        let place = usize::from(self.place);
        // The table is whole, which a test reads it for; without changes the offset is UTC's.
        let (start, recent, day, first) = CLOCKS.get(place).copied().unwrap_or_default();
        let start = usize::from(start);
        let next = CLOCKS.get(place.saturating_add(1)).map_or(COUNT, |(next, ..)| usize::from(*next));
        let recent = (usize::from(recent), i64::from(day));
        Changes { start, count: next.saturating_sub(start), recent, first }
    }
}

/// The changes of one clock.
#[derive(Clone, Copy)]
struct Changes {
    start: usize,
    count: usize,
    /// How many came before recent times, and the day of the last of these.
    recent: (usize, i64),
    first: i32,
}

impl Changes {
    /// How many changes had come by `utc`.
    fn until(self, utc: i64) -> usize {
        // Between what the clock shows and UTC lies less than a day.
        let today = utc.saturating_sub(FROM).div_euclid(DAY);
        let (mut number, mut before) = if today > RECENT { self.recent } else { (0, 0) };
        while number < self.count {
            let day = before.saturating_add(self.days(number));
            if day >= today.saturating_sub(1) && self.at(number, day) > utc {
                break;
            }
            (number, before) = (number.saturating_add(1), day);
        }
        number
    }

    /// The offset after so many changes.
    fn offset_after(self, changes: usize) -> i32 {
        let Some(last) = changes.checked_sub(1) else { return self.first };
        let place = self.start.saturating_add(last).saturating_add(TO_OFFSETS);
        let offset = CHANGES.get(place).and_then(|place| OFFSETS.get(usize::from(*place)));
        offset.copied().unwrap_or_default()
    }

    /// The days from the change before to change `number` (from 0).
    fn days(self, number: usize) -> i64 {
        let start = self.start.saturating_add(number).saturating_mul(2);
        let days = CHANGES.get(start..).and_then(<[u8]>::first_chunk);
        days.map_or(0, |days| i64::from(u16::from_le_bytes(*days)))
    }

    /// When change `number`, on that day, came, in UTC.
    fn at(self, number: usize, day: i64) -> i64 {
        let place = self.start.saturating_add(number).saturating_add(TO_SECONDS);
        let second = CHANGES.get(place).and_then(|place| SECONDS.get(usize::from(*place)));
        let shown = FROM.saturating_add(day.saturating_mul(DAY));
        let shown = shown.saturating_add(i64::from(second.copied().unwrap_or_default()));
        shown.saturating_sub(i64::from(self.offset_after(number)))
    }
}

const DAY: i64 = 86_400;

/// Where the seconds of the day begin in the table, behind the days; and the offsets, behind both.
const TO_SECONDS: usize = COUNT.saturating_mul(2);
const TO_OFFSETS: usize = COUNT.saturating_mul(3);

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, LocalResult, Offset, TimeZone};
    use chrono_tz::{TZ_VARIANTS, Tz};

    /// The offset at a UTC time by chrono-tz.
    fn offset(zone: Tz, utc: i64) -> i32 {
        let at = DateTime::from_timestamp(utc, 0).unwrap().naive_utc();
        zone.offset_from_utc_datetime(&at).fix().local_minus_utc()
    }

    /// The offsets at a local time by chrono-tz, the earlier instant first.
    fn offsets(zone: Tz, local: i64) -> Vec<i32> {
        let at = DateTime::from_timestamp(local, 0).unwrap().naive_utc();
        let seconds = |offset: <Tz as TimeZone>::Offset| offset.fix().local_minus_utc();
        match zone.offset_from_local_datetime(&at) {
            LocalResult::None => Vec::new(),
            LocalResult::Single(one) => vec![seconds(one)],
            LocalResult::Ambiguous(one, other) => vec![seconds(one), seconds(other)],
        }
    }

    const TO: i64 = 7_289_827_200;

    #[test]
    fn the_zones_are_those_of_chrono_tz() {
        assert_eq!(ZONES.lines().count(), TZ_VARIANTS.len());
        assert_eq!(CHANGES.len(), COUNT * 4);
        for zone in TZ_VARIANTS {
            let clock = Clock::of(zone.name()).unwrap();
            assert_eq!(clock.name(), zone.name());
            let changes = clock.changes();
            assert!(changes.start + changes.count <= COUNT, "{zone}");
        }
    }

    #[test]
    fn every_change_is_that_of_chrono_tz() {
        for zone in TZ_VARIANTS {
            let clock = Clock::of(zone.name()).unwrap();
            let changes = clock.changes();
            let mut day = 0;
            for number in 0..changes.count {
                day += changes.days(number);
                let utc = changes.at(number, day);
                for at in [utc - 1, utc, utc + 1] {
                    assert_eq!(clock.offset_at(at), offset(zone, at), "{zone} {at}");
                }
                // What the clock shows around the change: skipped, shown twice, or once.
                let (before, after) = (changes.offset_after(number), changes.offset_after(number + 1));
                assert_ne!(before, after, "{zone} {utc}");
                for shown in [utc + i64::from(before), utc + i64::from(after)] {
                    for local in [shown - 3600, shown - 1, shown, shown + 1, shown + 1800, shown + 86_400] {
                        let found: Vec<i32> = clock.offsets_showing(local).collect();
                        assert_eq!(found, offsets(zone, local), "{zone} {local}");
                    }
                }
            }
        }
    }

    /// Between changes: a change that the table lacks would show within days.
    #[test]
    fn nothing_changes_in_between() {
        for zone in TZ_VARIANTS {
            let clock = Clock::of(zone.name()).unwrap();
            let mut utc = FROM;
            while utc < TO {
                assert_eq!(clock.offset_at(utc), offset(zone, utc), "{zone} {utc}");
                // A step that is no whole number of days: every hour of the day has its turn.
                utc += 7 * 86_400 + 3_607;
            }
        }
    }

    #[test]
    fn far_away_the_last_offset_holds() {
        for (name, first, last) in [("Asia/Tokyo", 9, 9), ("America/New_York", -5, -5), ("UTC", 0, 0)] {
            let clock = Clock::of(name).unwrap();
            assert_eq!(clock.offset_at(i64::MIN), first * 3600, "{name}");
            assert_eq!(clock.offset_at(i64::MAX), last * 3600, "{name}");
            assert_eq!(clock.offsets_showing(i64::MAX).count(), 1, "{name}");
        }
    }
}
