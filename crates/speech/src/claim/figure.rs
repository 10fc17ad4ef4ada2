//! A number as a speech states it: 3, 3.75.

use serde::{Serialize, Serializer};
use std::fmt;

/// A number with up to six decimal places, exact: 0.1 and 0.2 are 0.3.
///
/// Serialised as a whole number where it is one, else with its decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Figure {
    millionths: i64,
}

impl Figure {
    /// The whole number, where it is one: 三点 has 3, 3.75万亿元 nothing.
    pub fn whole(self) -> Option<u32> {
        (self.millionths % MILLION == 0).then(|| u32::try_from(self.millionths / MILLION).ok()).flatten()
    }

    /// The number as a float, for formats that know nothing else.
    pub fn as_f64(self) -> f64 {
        self.millionths as f64 / MILLION as f64
    }

    /// So many millionths.
    pub(super) fn of_millionths(millionths: i64) -> Self {
        Self { millionths }
    }

    /// How many millionths it is.
    pub(super) fn millionths(self) -> i64 {
        self.millionths
    }

    /// A number in digits of half width with or without decimals, 1,234.5; nothing for
    /// more than nine digits before the point or six after it.
    pub(super) fn read(digits: &str) -> Option<Self> {
        let digits = digits.replace(',', "");
        let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
        let all_digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
        if whole.is_empty()
            || whole.len() > 9
            || decimals.len() > 6
            || !all_digits(whole)
            || !all_digits(decimals)
        {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let decimals: i64 = format!("{decimals:0<6}").parse().ok()?;
        Some(Self { millionths: whole * MILLION + decimals })
    }
}

const MILLION: i64 = 1_000_000;

impl From<u32> for Figure {
    fn from(number: u32) -> Self {
        Self { millionths: i64::from(number) * MILLION }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, decimals) = (self.millionths / MILLION, self.millionths % MILLION);
        if decimals == 0 {
            return write!(f, "{whole}");
        }
        write!(f, "{whole}.{}", format!("{decimals:06}").trim_end_matches('0'))
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => serializer.serialize_u32(whole),
            None => serializer.serialize_f64(self.as_f64()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_exact_and_written_as_speeches_write_them() {
        for written in ["0", "2", "3.75", "0.000001", "999999999.5"] {
            assert_eq!(Figure::read(written).expect(written).to_string(), written);
        }
        assert_eq!(Figure::read("1,234.50"), Figure::read("1234.5"));
        for wrong in ["", ".", ".5", "1.2.3", "一", "1234567890", "1.2345678"] {
            assert_eq!(Figure::read(wrong), None, "{wrong}");
        }
        assert_eq!(Figure::from(2).whole(), Some(2));
        assert_eq!(Figure::read("2.5").expect("a figure").whole(), None);
        assert_eq!(
            serde_json::to_string(&[Figure::from(2), Figure::read("2.5").expect("a figure")]).ok(),
            Some("[2,2.5]".into())
        );
    }
}
