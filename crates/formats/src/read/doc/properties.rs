//! What a document says of itself: a list of properties by their numbers ([MS-OLEPS]).

use crate::extracted::Metadata;
use crate::little_endian::{stretch, u16_at, u32_at, u64_at, utf16};
use encoding_rs::{Encoding, GB18030, UTF_8};

/// The numbers of the properties that are read.
const CODE_PAGE: u32 = 1;
const TITLE: u32 = 2;
const AUTHOR: u32 = 4;
const CREATED: u32 = 12;

/// Reads the stream of the summary, as far as it can be understood.
pub(super) fn read(stream: &[u8]) -> Metadata {
    let list = u32_at(stream, 44).and_then(|at_bytes| stream.get(at_bytes as usize..)).unwrap_or_default();
    let value = |number: u32| {
        // No document has more than some twenty.
        let n_properties = u32_at(list, 4)?.min(1_000) as usize;
        let found = (0..n_properties).find(|idx| u32_at(list, 8 + 8 * idx) == Some(number))?;
        list.get(u32_at(list, 12 + 8 * found)? as usize..)
    };
    let encoding = value(CODE_PAGE).and_then(|value| u16_at(value, 4)).map_or(GB18030, encoding);
    let text = |number| {
        let value = value(number)?;
        let n_units = u32_at(value, 4)? as usize;
        let text = match u16_at(value, 0)? {
            // Bytes of the code page, or units of UTF-16.
            0x1E => encoding.decode(stretch(value, 8, n_units)?).0.into_owned(),
            0x1F => utf16(stretch(value, 8, n_units.checked_mul(2)?)?),
            _ => return None,
        };
        let text = text.trim_end_matches('\0').to_owned();
        (!speech::text::trim(&text).is_empty()).then_some(text)
    };
    let created = value(CREATED).filter(|value| u16_at(value, 0) == Some(0x40));
    Metadata {
        title: text(TITLE),
        author: text(AUTHOR),
        created: created.and_then(|value| u64_at(value, 4)).and_then(time),
    }
}

fn encoding(code_page: u16) -> &'static Encoding {
    match code_page {
        65001 => UTF_8,
        936 | 54936 => GB18030,
        950 => encoding_rs::BIG5,
        _ => encoding_rs::WINDOWS_1252,
    }
}

/// A time in tenths of microseconds since 1601 as Word files since 2007 spell it; nothing
/// for one that was left out.
fn time(tenths: u64) -> Option<String> {
    const TENTHS_A_SECOND: u64 = 10_000_000;
    const SECONDS_A_DAY: u64 = 86_400;
    let seconds = Some(tenths / TENTHS_A_SECOND).filter(|seconds| *seconds > 0)?;
    let (mut days, second) = (seconds / SECONDS_A_DAY, seconds % SECONDS_A_DAY);
    // 400 years have the same days always, and 1601 begins such a stretch.
    let mut year = 1601 + days / 146_097 * 400;
    days %= 146_097;
    let is_leap =
        |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days_of = |year| if is_leap(year) { 366 } else { 365 };
    while days >= days_of(year) {
        days -= days_of(year);
        year += 1;
    }
    let mut month = 1;
    for n_days in [31, days_of(year) - 337, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if days < n_days {
            break;
        }
        days -= n_days;
        month += 1;
    }
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    Some(format!("{year:04}-{month:02}-{:02}T{hour:02}:{minute:02}:{second:02}Z", days + 1))
}

#[cfg(test)]
mod tests {
    use super::time;

    #[test]
    fn times_since_1601() {
        let at = |days: u64, seconds: u64| time((days * 86_400 + seconds) * 10_000_000);
        assert_eq!(at(0, 0), None);
        assert_eq!(at(0, 1).as_deref(), Some("1601-01-01T00:00:01Z"));
        assert_eq!(at(134_774, 0).as_deref(), Some("1970-01-01T00:00:00Z"));
        assert_eq!(at(134_774 + 18_321, 0).as_deref(), Some("2020-02-29T00:00:00Z"));
        assert_eq!(at(134_774 + 20_453, 86_399).as_deref(), Some("2025-12-31T23:59:59Z"));
    }
}
