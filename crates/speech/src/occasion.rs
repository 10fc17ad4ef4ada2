//! 场合: for whom and when a speech is given. A name is somebody else's, and a date is
//! stale, against an occasion.

mod written;

use crate::timing::DEFAULT_RATE;
use serde::{Deserialize, Serialize};
use std::fmt;

pub use written::NotADay;

/// For whom and when a speech is given. All but the rate may be unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Occasion {
    /// The day of the speech.
    pub date: Option<Day>,
    /// The writer's own names of place, unit and people: 平利县, 平利县教育局, 张三.
    pub own: Vec<String>,
    /// How long the speech is to take, in minutes.
    pub minutes: Option<u32>,
    /// Who hears it: 全县三级干部.
    pub audience: Option<String>,
    /// How fast is spoken, in characters a minute.
    pub rate: u32,
}

impl Default for Occasion {
    /// Nothing is known, and the rate is the usual one.
    fn default() -> Self {
        Self { date: None, own: Vec::new(), minutes: None, audience: None, rate: DEFAULT_RATE }
    }
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    /// The year, 1 to 9999.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

impl Day {
    /// Reads `2026-03-18`, and nothing else: four digits, two, two, and a day that the
    /// month has.
    pub fn read(written: &str) -> Option<Self> {
        let parts: Vec<&str> = written.split('-').collect();
        let [year, month, day] = parts[..] else { return None };
        let number = |part: &str, n_digits: usize| {
            let digits = part.len() == n_digits && part.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| part.parse::<u16>().ok()).flatten()
        };
        let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let n_days = match month {
            2 => 28 + u16::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        let valid = year > 0 && (1..=n_days).contains(&day);
        valid.then_some(Self { year: i32::from(year), month: month as u8, day: day as u8 })
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_strictly() {
        let day = Day::read("2024-02-29").unwrap();
        assert_eq!((day.year, day.month, day.day), (2024, 2, 29));
        assert_eq!(day.to_string(), "2024-02-29");
        for wrong in [
            "",
            "2023-02-29",
            "2024-2-9",
            "2024-13-01",
            "2024-00-01",
            "2024-01-00",
            "0000-01-01",
            "２０２４-01-01",
            "2024-01-01-",
            "+024-01-01",
        ] {
            assert_eq!(Day::read(wrong), None, "{wrong}");
        }
    }
}
