//! The numbers of lists as they are spelled: 一 二 三, I II III, ① ② ③; the formats
//! by Word's names.

use speech::numeral::han;
use speech::text::is_blank;

/// What stands between a number and its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// A distance.
    Tab,
    /// A blank.
    Space,
    /// Nothing.
    Nothing,
}

impl Gap {
    /// Parts a number from its text: 一、提高认识 stands close, 1. 提高认识 apart.
    pub(super) fn part(self, number: &mut String) {
        let Some(last) = number.chars().next_back() else { return };
        let apart = match self {
            Self::Nothing => false,
            Self::Space => !is_blank(last),
            // The tab is only a distance; a full-width mark has one of its own.
            Self::Tab => !is_blank(last) && !is_full_width_mark(last),
        };
        if apart {
            number.push(' ');
        }
    }
}

fn is_full_width_mark(character: char) -> bool {
    matches!(character, '\u{3001}'..='\u{303F}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}')
}

/// A number in one of Word's formats. Formats that no Chinese document uses, and
/// numbers that a format has no sign for, are in Arabic digits, as in Word.
pub(super) fn spelled(number: u32, format: &str) -> String {
    let from = |first: char, up_to: u32| {
        let sign = (1..=up_to).contains(&number).then(|| char::from_u32(u32::from(first) + number - 1));
        sign.flatten().map(String::from)
    };
    let word_of = |signs: &str| signs.chars().nth(number.checked_sub(1)? as usize).map(String::from);
    let special = match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => Some(han(number)),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            Some(digits(number, "〇一二三四五六七八九"))
        }
        "chineseLegalSimplified" => Some(replaced(&han(number), "壹贰叁肆伍陆柒捌玖拾佰仟")),
        "ideographLegalTraditional" => Some(replaced(&han(number), "壹貳參肆伍陸柒捌玖拾佰仟")),
        "ideographTraditional" => word_of("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => word_of("子丑寅卯辰巳午未申酉戌亥"),
        "ideographEnclosedCircle" => from('㊀', 10),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => from('①', 20),
        "decimalEnclosedParen" => from('⑴', 20),
        "decimalEnclosedFullstop" => from('⒈', 20),
        "decimalFullWidth" | "decimalFullWidth2" => Some(digits(number, "０１２３４５６７８９")),
        "decimalZero" => Some(format!("{number:02}")),
        "lowerLetter" => letters(number, 'a'),
        "upperLetter" => letters(number, 'A'),
        "lowerRoman" => roman(number).map(|roman| roman.to_lowercase()),
        "upperRoman" => roman(number),
        "none" => Some(String::new()),
        _ => None,
    };
    special.unwrap_or_else(|| number.to_string())
}

fn digits(number: u32, signs: &str) -> String {
    let signs: Vec<char> = signs.chars().collect();
    number.to_string().bytes().map(|digit| signs[usize::from(digit - b'0')]).collect()
}

fn replaced(han: &str, signs: &str) -> String {
    let sign_of = |character| {
        let idx = "一二三四五六七八九十百千".chars().position(|plain| plain == character)?;
        signs.chars().nth(idx)
    };
    han.chars().map(|character| sign_of(character).unwrap_or(character)).collect()
}

/// a … z, aa, bb …: Word repeats the letter. Not more than ten times.
fn letters(number: u32, first: char) -> Option<String> {
    let idx = number.checked_sub(1).filter(|idx| *idx < 260)?;
    let letter = char::from_u32(u32::from(first) + idx % 26)?;
    Some(std::iter::repeat_n(letter, (idx / 26 + 1) as usize).collect())
}

fn roman(number: u32) -> Option<String> {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..=3999).contains(&number) {
        return None;
    }
    let mut left = number;
    let mut roman = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            roman.push_str(sign);
            left -= value;
        }
    }
    Some(roman)
}

#[cfg(test)]
mod tests {
    use super::spelled;

    #[test]
    fn formats_of_chinese_documents() {
        let formats = [
            ("chineseCounting", 12, "十二"),
            ("chineseCountingThousand", 105, "一百零五"),
            ("japaneseCounting", 20, "二十"),
            ("ideographDigital", 20, "二〇"),
            ("chineseLegalSimplified", 23, "贰拾叁"),
            ("ideographTraditional", 2, "乙"),
            ("ideographTraditional", 11, "11"),
            ("decimalEnclosedCircle", 3, "③"),
            ("decimalEnclosedCircleChinese", 21, "21"),
            ("decimalEnclosedParen", 2, "⑵"),
            ("decimalFullWidth", 10, "１０"),
            ("decimalZero", 7, "07"),
            ("lowerLetter", 27, "aa"),
            ("upperLetter", 3, "C"),
            ("upperRoman", 1994, "MCMXCIV"),
            ("lowerRoman", 4, "iv"),
            ("lowerRoman", 0, "0"),
            ("upperLetter", 1_000_000, "1000000"),
            ("hebrew1", 5, "5"),
        ];
        for (format, number, expected) in formats {
            assert_eq!(spelled(number, format), expected, "{format}");
        }
    }
}
