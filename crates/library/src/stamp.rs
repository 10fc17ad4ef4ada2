//! Points in time as they are stored: `2026-03-18T01:30:00Z`. The clock itself is
//! always an argument of the caller.

use std::time::{SystemTime, UNIX_EPOCH};

/// A time in ISO 8601, UTC, to the second. A clock set before 1970 gives 1970.
pub(crate) fn stamp(time: SystemTime) -> String {
    let seconds = time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let (days, in_day) = (seconds / 86_400, seconds % 86_400);
    let (year, month, day) = civil(days);
    let (hour, minute, second) = (in_day / 3600, in_day / 60 % 60, in_day % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// Days since 1970-01-01 to year, month and day, in the Gregorian calendar. Years
/// are counted from March, so that the leap day ends a year; 400 years have
/// 146,097 days.
fn civil(days: u64) -> (u64, u64, u64) {
    // From 0000-03-01 to 1970-01-01.
    let days = days + 719_468;
    let (era, in_era) = (days / 146_097, days % 146_097);
    let year_of_era = (in_era - in_era / 1460 + in_era / 36_524 - in_era / 146_096) / 365;
    let in_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * in_year + 2) / 153;
    let day = in_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (era * 400 + year_of_era + u64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[track_caller]
    fn stamped(seconds: u64, expected: &str) {
        assert_eq!(stamp(UNIX_EPOCH + Duration::from_secs(seconds)), expected);
    }

    #[test]
    fn times_of_the_calendar() {
        stamped(0, "1970-01-01T00:00:00Z");
        stamped(951_782_399, "2000-02-28T23:59:59Z");
        stamped(951_782_400, "2000-02-29T00:00:00Z");
        stamped(1_773_797_400, "2026-03-18T01:30:00Z");
        stamped(4_107_542_399, "2100-02-28T23:59:59Z");
        stamped(4_107_542_400, "2100-03-01T00:00:00Z");
    }

    #[test]
    fn a_clock_before_1970_is_taken_for_1970() {
        assert_eq!(stamp(UNIX_EPOCH - Duration::from_secs(5)), "1970-01-01T00:00:00Z");
    }
}
