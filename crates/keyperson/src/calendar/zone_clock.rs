//! A zone's clock: the offset from UTC at every time, read from the table of changes.

use super::zone_table::{CHANGES, CLOCKS, COUNT, FROM, OFFSETS, ZONES};

/// The clock of one zone, by the zone's place in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Clock {
    zone: u16,
}

impl Clock {
    /// The clock of the zone with this exact name.
    pub(super) fn of(name: &str) -> Option<Self> {
        let place = ZONES.binary_search_by_key(&name, |(name, _)| *name).ok()?;
        u16::try_from(place).ok().map(|zone| Self { zone })
    }

    /// The zone's name.
    pub(super) fn name(self) -> &'static str {
        ZONES.get(usize::from(self.zone)).map_or("UTC", |(name, _)| name)
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
        let clock = ZONES.get(usize::from(self.zone)).and_then(|(_, clock)| CLOCKS.get(*clock));
        // The table is whole, which a test reads it for; without changes the offset is UTC's.
        let (start, count, first) = clock.copied().unwrap_or_default();
        Changes { start, count, first }
    }
}

/// The changes of one clock.
#[derive(Clone, Copy)]
struct Changes {
    start: usize,
    count: usize,
    first: i32,
}

impl Changes {
    /// How many changes had come by `utc`.
    fn until(self, utc: i64) -> usize {
        let (mut before, mut after) = (0, self.count);
        while before < after {
            let half = before.midpoint(after);
            if self.at(half) <= utc {
                before = half.saturating_add(1);
            } else {
                after = half;
            }
        }
        before
    }

    /// The offset after so many changes.
    fn offset_after(self, changes: usize) -> i32 {
        let Some(last) = changes.checked_sub(1) else { return self.first };
        let place = self.start.saturating_add(last).saturating_add(TO_OFFSETS);
        let offset = CHANGES.get(place).and_then(|place| OFFSETS.get(usize::from(*place)));
        offset.copied().unwrap_or_default()
    }

    /// When change `number` (from 0) came, in UTC.
    fn at(self, number: usize) -> i64 {
        let place = self.start.saturating_add(number);
        let seconds = three_bytes(0, place).saturating_mul(86_400);
        let shown = FROM.saturating_add(seconds).saturating_add(three_bytes(SECONDS, place));
        shown.saturating_sub(i64::from(self.offset_after(number)))
    }
}

/// Where the seconds of the day begin in the table, behind the days; and the offsets, behind both.
const SECONDS: usize = COUNT.saturating_mul(3);
const TO_OFFSETS: usize = COUNT.saturating_mul(6);

/// The number in three bytes, the low one first.
fn three_bytes(part: usize, place: usize) -> i64 {
    let start = place.saturating_mul(3).saturating_add(part);
    match CHANGES.get(start..).and_then(<[u8]>::first_chunk) {
        Some([low, middle, high]) => i64::from(u32::from_le_bytes([*low, *middle, *high, 0])),
        None => 0,
    }
}

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
        assert_eq!(ZONES.len(), TZ_VARIANTS.len());
        assert_eq!(CHANGES.len(), COUNT * 7);
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
            for number in 0..changes.count {
                let utc = changes.at(number);
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
