//! A number as a cell shows it: `0.125` in the format `0.0%` is `12.5%`.
//!
//! A format has up to four sections (positive, negative, zero, text), each of places for
//! digits, marks, and text in quotes. Sections with conditions, fractions and powers of
//! ten are shown plainly: no data sheet of a speech has them.

/// The format of an id that every program knows (ECMA-376, 18.8.30; those of dates as
/// in Chinese).
pub(in crate::read) fn built_in(id: u32) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 | 37 | 38 => "#,##0",
        4 | 39 | 40 | 43 | 44 => "#,##0.00",
        41 | 42 => "#,##0",
        9 => "0%",
        10 => "0.00%",
        14 => "yyyy/m/d",
        15 => "d/m/yy",
        16 => "m/d",
        17 => "yyyy/m",
        18 | 20 => "h:mm",
        19 | 21 => "h:mm:ss",
        22 => "yyyy/m/d h:mm",
        27 | 36 | 50 | 52 | 57 => "yyyy\"年\"m\"月\"",
        28 | 29 | 51 | 53 | 54 | 58 => "m\"月\"d\"日\"",
        30 => "m/d/yy",
        31 => "yyyy\"年\"m\"月\"d\"日\"",
        32 => "h\"时\"mm\"分\"",
        33 => "h\"时\"mm\"分\"ss\"秒\"",
        45 => "mm:ss",
        _ => "",
    }
}

/// A number in a format; "" and `General` show it plainly.
pub(in crate::read) fn shown(value: f64, format: &str, from_1904: bool) -> String {
    let sections: Vec<Vec<Piece>> = split_sections(format).into_iter().map(pieces).collect();
    let (section, value) = match sections.as_slice() {
        [_, negative, ..] if value < 0.0 => (negative, -value),
        [_, _, zero, ..] if value == 0.0 => (zero, value),
        [first, ..] => (first, value),
        [] => return plain(value),
    };
    if section.iter().any(|piece| matches!(piece, Piece::Date(_))) {
        return date(value, section, from_1904).unwrap_or_else(|| plain(value));
    }
    let has_digits = section.iter().any(|piece| matches!(piece, Piece::Digit(_)));
    let is_plain = section.iter().any(|piece| matches!(piece, Piece::Plain));
    if is_plain || !has_digits {
        let text: String = section.iter().filter_map(|piece| piece.text()).collect();
        return if is_plain || text.is_empty() { with_texts(section, &plain(value)) } else { text };
    }
    in_digits(value, section)
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq)]
enum Piece {
    /// A place for a digit: `0` always shows one, `#` and `?` where there is one.
    Digit(char),
    /// The point before the decimals.
    Point,
    /// Groups thousands, or divides by one.
    Comma,
    /// A hundred times the number, and its sign.
    Percent,
    /// Letters of a date: `yyyy`.
    Date(String),
    /// `General`.
    Plain,
    Text(String),
}

impl Piece {
    fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Percent => Some("%"),
            _ => None,
        }
    }
}

/// The sections of a format: a semicolon in quotes parts none.
fn split_sections(format: &str) -> Vec<&str> {
    let (mut in_quotes, mut after_backslash) = (false, false);
    let sections = format.split(move |character| {
        let is_literal = after_backslash;
        after_backslash = character == '\\' && !is_literal;
        in_quotes ^= character == '"' && !is_literal;
        character == ';' && !in_quotes && !is_literal
    });
    sections.filter(|_| !format.trim().is_empty()).collect()
}

fn pieces(section: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = section;
    while let Some(character) = rest.chars().next() {
        let after = &rest[character.len_utf8()..];
        let mut one = after.chars();
        let next = one.next();
        let (piece, left) = match character {
            '"' => {
                let (text, left) = after.split_once('"').unwrap_or((after, ""));
                (Some(Piece::Text(text.to_owned())), left)
            }
            '\\' | '!' => (next.map(|next| Piece::Text(next.to_string())), one.as_str()),
            // As wide as the next one, or filled up with it.
            '_' | '*' => (None, one.as_str()),
            '[' => {
                let (inside, left) = after.split_once(']').unwrap_or((after, ""));
                // `[$¥-804]` is a sign of money; else a colour, a language, a condition.
                let sign = inside.strip_prefix('$').map(|sign| sign.split('-').next().unwrap_or_default());
                (sign.filter(|sign| !sign.is_empty()).map(|sign| Piece::Text(sign.to_owned())), left)
            }
            '0' | '#' | '?' => (Some(Piece::Digit(character)), after),
            '.' => (Some(Piece::Point), after),
            ',' => (Some(Piece::Comma), after),
            '%' | '％' => (Some(Piece::Percent), after),
            'G' | 'g' if rest.get(..7).is_some_and(|it| it.eq_ignore_ascii_case("general")) => {
                (Some(Piece::Plain), &rest[7..])
            }
            '@' => (Some(Piece::Plain), after),
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' | 'a' | 'A' => {
                let is_same = |other: char| other.eq_ignore_ascii_case(&character);
                let left = rest.trim_start_matches(is_same);
                // AM/PM: the hours are shown up to 24.
                match rest.get(..5).filter(|it| it.eq_ignore_ascii_case("am/pm")) {
                    Some(_) => (None, &rest[5..]),
                    None => {
                        let letters = rest[..rest.len() - left.len()].to_ascii_lowercase();
                        (Some(Piece::Date(letters)), left)
                    }
                }
            }
            character => (Some(Piece::Text(character.to_string())), after),
        };
        pieces.extend(piece);
        rest = left;
    }
    pieces
}

/// A number with as many digits as a cell has room for, without those that counting in
/// twos leaves: 0.30000000000000004 is 0.3.
fn plain(value: f64) -> String {
    const N_DIGITS: i32 = 11;
    if !value.is_finite() {
        return String::new();
    }
    let n_before = if value == 0.0 { 1 } else { value.abs().log10().floor() as i32 + 1 };
    let n_decimals = (N_DIGITS - n_before).clamp(0, 15) as usize;
    let text = format!("{value:.n_decimals$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

fn with_texts(section: &[Piece], number: &str) -> String {
    let mut shown = String::new();
    let mut is_shown = false;
    for piece in section {
        match piece {
            Piece::Plain if !std::mem::replace(&mut is_shown, true) => shown.push_str(number),
            piece => shown.push_str(piece.text().unwrap_or_default()),
        }
    }
    if is_shown { shown } else { number.to_owned() }
}

fn in_digits(value: f64, section: &[Piece]) -> String {
    let point = section.iter().position(|piece| *piece == Piece::Point).unwrap_or(section.len());
    let is_digit = |piece: &Piece| matches!(piece, Piece::Digit(_));
    let last = section.iter().rposition(is_digit).unwrap_or_default();
    let decimals: Vec<char> = section[point..].iter().filter_map(digit).collect();
    let n_least = section[..point].iter().filter(|piece| **piece == Piece::Digit('0')).count();
    let n_percents = section.iter().filter(|piece| **piece == Piece::Percent).count();
    let n_thousands = section[last..].iter().filter(|piece| **piece == Piece::Comma).count();
    let groups = section[..last.min(point)].contains(&Piece::Comma);
    let value = value * 100_f64.powi(n_percents as i32) / 1_000_f64.powi(n_thousands as i32);
    if !value.is_finite() {
        return String::new();
    }
    let number = rounded(value.abs(), decimals.len().min(30));
    let (whole, fraction) = number.split_once('.').unwrap_or((&number, ""));
    let mut whole = if whole == "0" { String::new() } else { whole.to_owned() };
    whole.insert_str(0, &"0".repeat(n_least.min(30).saturating_sub(whole.len())));
    if groups {
        whole = grouped(&whole);
    }
    // Places that show a digit only where there is one give back the noughts at the end.
    let n_always = decimals.iter().rposition(|place| *place == '0').map_or(0, |idx| idx + 1);
    let mut fraction = fraction.to_owned();
    while fraction.len() > n_always && fraction.ends_with('0') {
        fraction.pop();
    }
    let sign = if value < 0.0 && number.contains(|digit| ('1'..='9').contains(&digit)) { "-" } else { "" };
    let mut shown = String::from(sign);
    let (mut is_whole_shown, mut is_fraction_shown) = (false, false);
    for (idx, piece) in section.iter().enumerate() {
        match piece {
            Piece::Digit(_) if idx < point && !is_whole_shown => {
                shown.push_str(&whole);
                is_whole_shown = true;
            }
            Piece::Point if !std::mem::replace(&mut is_whole_shown, true) => shown.push_str(&whole),
            piece => shown.push_str(piece.text().unwrap_or_default()),
        }
        if *piece == Piece::Point && !fraction.is_empty() && !is_fraction_shown {
            shown.push('.');
            shown.push_str(&fraction);
            is_fraction_shown = true;
        }
    }
    shown
}

fn digit(piece: &Piece) -> Option<char> {
    match piece {
        Piece::Digit(place) => Some(*place),
        _ => None,
    }
}

/// Rounded as people round: 2.675, which is stored as a little less, is 2.68.
fn rounded(value: f64, n_decimals: usize) -> String {
    let exact: f64 = plain_digits(value);
    let power = 10_f64.powi(n_decimals as i32);
    let nudged = exact * power * (1.0 + f64::EPSILON * 2.0);
    if nudged.is_finite() && nudged < 9.0e15 {
        return format!("{:.n_decimals$}", (nudged + 0.5).floor() / power);
    }
    format!("{value:.n_decimals$}")
}

/// The number with the fifteen digits that a cell holds.
fn plain_digits(value: f64) -> f64 {
    format!("{value:.14e}").parse().unwrap_or(value)
}

fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A day and time: the number counts days from the end of 1899, or from 1904. Nothing
/// for one before that, or too far after.
fn date(value: f64, section: &[Piece], from_1904: bool) -> Option<String> {
    const N_SECONDS: f64 = 86_400.0;
    let seconds = (value * N_SECONDS).round();
    if !(0.0..3_000_000.0 * N_SECONDS).contains(&seconds) {
        return None;
    }
    let (mut day, second) = ((seconds / N_SECONDS).floor() as i64, (seconds % N_SECONDS) as u32);
    if from_1904 {
        day += 1_462;
    } else if day < 60 {
        // The day 60 is a 29 February 1900, which there was not.
        day += 1;
    }
    let (year, month, day_of_month) = civil(day - 25_569);
    let weekday = "六日一二三四五".chars().nth(day.rem_euclid(7) as usize)?;
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    let mut shown = String::new();
    let mut after_hour = false;
    for (idx, piece) in section.iter().enumerate() {
        let Piece::Date(letters) = piece else {
            shown.push_str(match piece {
                Piece::Point => ".",
                Piece::Comma => ",",
                piece => piece.text().unwrap_or_default(),
            });
            continue;
        };
        let before_second = section[idx + 1..].iter().find_map(|piece| match piece {
            Piece::Date(letters) => Some(letters.starts_with('s')),
            _ => None,
        });
        let is_minute =
            letters.starts_with('m') && letters.len() < 3 && (after_hour || before_second == Some(true));
        after_hour = letters.starts_with('h');
        let is_two = letters.len() == 2;
        let (number, is_two) = match letters.as_bytes().first()? {
            b'y' if letters.len() <= 2 => (year.rem_euclid(100) as u32, true),
            b'y' => (year as u32, false),
            b'm' if is_minute => (minute, is_two),
            b'm' => (month, is_two),
            b'd' if letters.len() > 2 => {
                shown.push(weekday);
                continue;
            }
            b'd' => (day_of_month, is_two),
            b'h' => (hour, is_two),
            b's' => (second, is_two),
            // aaaa is 星期三, aaa 三.
            _ => {
                shown.push_str(if letters.len() > 3 { "星期" } else { "" });
                shown.push(weekday);
                continue;
            }
        };
        shown.push_str(&if is_two { format!("{number:02}") } else { number.to_string() });
    }
    Some(shown)
}

/// Year, month and day of a day counted from 1 January 1970 (the algorithm of Howard
/// Hinnant, "chrono-compatible low-level date algorithms").
fn civil(day: i64) -> (i64, u32, u32) {
    let day = day + 719_468;
    let era = day.div_euclid(146_097);
    let of_era = day.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month as u32, day as u32)
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn numbers_as_cells_show_them() {
        let cases = [
            (12.5, "", "12.5"),
            (0.1 + 0.2, "General", "0.3"),
            (36.0, "", "36"),
            (-1_036.25, "", "-1036.25"),
            (123_456_789_012.0, "", "123456789012"),
            (0.125, "0%", "13%"),
            (0.125, "0.0%", "12.5%"),
            (0.125, "0.00%", "12.50%"),
            (2.675, "0.00", "2.68"),
            (1.005, "0.00", "1.01"),
            (1_234_567.891, "#,##0.00", "1,234,567.89"),
            (0.5, "#,##0.##", "0.5"),
            (12.0, "0.##", "12"),
            (0.4, "#", ""),
            (0.4, ".0", ".4"),
            (7.0, "000", "007"),
            (-3.2, "0.0", "-3.2"),
            (-0.001, "0.0", "0.0"),
            (-3.2, "0.0;(0.0)", "(3.2)"),
            (-3.2, "0.0_ ;[Red]\\-0.0\\ ", "-3.2 "),
            (0.0, "0.0;-0.0;\"—\"", "—"),
            (3.2, "0.0\"亿元\"", "3.2亿元"),
            (320_000_000.0, "#,##0,,\"百万\"", "320百万"),
            (3.2, "[$¥-804]#,##0.00;[$¥-804]\\-#,##0.00", "¥3.20"),
            (3.2, "\"￥\"#,##0.00_);[Red](\"￥\"#,##0.00)", "￥3.20"),
            (3.2, "General\"亿元\"", "3.2亿元"),
            (3.2, "@", "3.2"),
            (3.2, "\"a;b\"0", "a;b3"),
        ];
        for (value, format, expected) in cases {
            assert_eq!(shown(value, format, false), expected, "{value} in {format}");
        }
    }

    #[test]
    fn days_and_times() {
        let cases = [
            (43_908.0, "yyyy/m/d", "2020/3/18"),
            (43_908.0, "yyyy\"年\"m\"月\"d\"日\";@", "2020年3月18日"),
            (43_908.0, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "三, 3 18, 2020"),
            (43_908.375, "yyyy-mm-dd hh:mm:ss", "2020-03-18 09:00:00"),
            (0.604_166_666_7, "h\"时\"mm\"分\"", "14时30分"),
            (43_908.0, "aaaa", "星期三"),
            (1.0, "yyyy-m-d", "1900-1-1"),
            (61.0, "yyyy-m-d", "1900-3-1"),
            (-1.0, "yyyy-m-d", "-1"),
            (30_000_000.0, "yyyy-m-d", "30000000"),
        ];
        for (value, format, expected) in cases {
            assert_eq!(shown(value, format, false), expected, "{value} in {format}");
        }
        assert_eq!(shown(42_446.0, "yyyy-m-d", true), "2020-3-18");
    }
}
