//! A value as it stands in the text, by the kind of its field: 12.5% → 12.5 before a
//! %, 32000万元 → 3.2 before 亿元, 15 → 十五 before 届.

use crate::numeral;
use crate::speech::{Field, FieldKind};
use crate::text::{half_width, is_blank};

/// What stands in the slots of a field for a value, its unit left to the text. Nothing
/// for a value that can't be of the field's kind: a person has to be asked.
///
/// `surroundings` are the texts right before and right after each slot.
pub(super) fn shown(field: &Field, value: &str, surroundings: &[(String, String)]) -> Option<String> {
    let value: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let value = value.trim_matches(is_blank);
    let placeholder = value.chars().all(|c| "XxＸｘ×*_○□".contains(c));
    if placeholder {
        return None;
    }
    let unit = field.unit.as_deref().unwrap_or("");
    match field.kind {
        FieldKind::Percent | FieldKind::Money | FieldKind::Number => {
            figure(value, unit).filter(|shown| !falls_twice(&field.label, shown))
        }
        FieldKind::Ordinal => ordinal(value, unit),
        FieldKind::Date => date(value, unit, surroundings),
        FieldKind::Place | FieldKind::Organisation | FieldKind::Person => Some(name(value, surroundings)),
        FieldKind::Text => Some(value.to_owned()),
    }
}

/// A number, its unit taken off or turned into the field's.
fn figure(value: &str, unit: &str) -> Option<String> {
    let value: String = value.chars().map(half_width).filter(|c| !is_blank(*c)).collect();
    let unit: String = unit.chars().map(half_width).collect();
    let n_number = value.chars().take_while(|c| of_number(*c)).count();
    let number: String = value.chars().take(n_number).collect();
    let rest: String = value.chars().skip(n_number).collect();
    let counted =
        number.contains(|c: char| c.is_ascii_digit() || numeral::read_han(&c.to_string()).is_some());
    if !counted {
        return None;
    }
    if rest.is_empty() || rest == unit || rest == "百分点" && unit == "个百分点" {
        return Some(number);
    }
    // 32000万元 before 亿元: the same thing counted in another scale.
    let (given, base) = scale(&rest);
    let (wanted, wanted_base) = scale(&unit);
    (base == wanted_base).then(|| shift(&number, given - wanted)).flatten()
}

/// 下降-3% says the opposite of what is meant.
fn falls_twice(label: &str, shown: &str) -> bool {
    shown.starts_with(['-', '负']) && label.contains(['降', '减', '跌', '缩'])
}

/// What a figure is made of, words such as 约 and signs included.
fn of_number(c: char) -> bool {
    c.is_ascii_digit() || ".,-+~—约近超负至零〇一二三四五六七八九十两".contains(c)
}

/// A unit's power of ten, and what it counts: 亿元 is 8, 元.
fn scale(unit: &str) -> (i32, &str) {
    let mut power = 0;
    let mut base = unit;
    while let Some(c) = base.chars().next() {
        power += match c {
            '十' => 1,
            '百' => 2,
            '千' => 3,
            '万' => 4,
            '亿' => 8,
            _ => break,
        };
        base = &base[c.len_utf8()..];
    }
    (power, base)
}

/// A decimal number with its point moved to the right by so many places.
fn shift(number: &str, places: i32) -> Option<String> {
    let plain = number.replace(',', "");
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) {
        return None;
    }
    let all = format!("{whole}{fraction}");
    let point = whole.len() as i32 + places;
    let padded = if point < 1 { format!("{}{all}", "0".repeat((1 - point) as usize)) } else { all };
    let point = point.max(1) as usize;
    let padded = format!("{padded:0<point$}");
    let (whole, fraction) = padded.split_at(point);
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = fraction.trim_end_matches('0');
    Some(if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") })
}

/// 15, 十五, 第15届 → 十五.
fn ordinal(value: &str, unit: &str) -> Option<String> {
    let value: String = value.chars().filter(|c| !is_blank(*c)).collect();
    let counted = value.strip_prefix('第').unwrap_or(&value);
    let counted = counted.strip_suffix(unit).filter(|_| !unit.is_empty()).unwrap_or(counted);
    let (number, rest) = numeral::read_number(counted)?;
    rest.is_empty().then(|| numeral::han(number))
}

/// The part of a date that the unit asks for: 28 of 2026年5月28日 before 日.
fn date(value: &str, unit: &str, surroundings: &[(String, String)]) -> Option<String> {
    let value: String = value.chars().map(half_width).filter(|c| !is_blank(*c)).collect();
    let parts: Vec<&str> =
        value.split(['年', '月', '日', '号', '-', '/', '.']).filter(|part| !part.is_empty()).collect();
    let counts = |part: &&str| numeral::read_number(part).is_some_and(|(_, rest)| rest.is_empty());
    if parts.is_empty() || !parts.iter().all(counts) {
        return unit.is_empty().then(|| value.clone());
    }
    let part = match (unit, parts.as_slice()) {
        ("" | "年", [year, ..]) => *year,
        ("月", [_, month, _] | [month, _] | [month]) => *month,
        ("日" | "号", [_, _, day] | [_, day] | [day]) => *day,
        (_, [only]) => *only,
        _ => return None,
    };
    if unit.is_empty() {
        return Some(value);
    }
    // 20XX年 has its century already.
    let century = surroundings.iter().find_map(|(before, _)| {
        let digits = before.chars().rev().take_while(char::is_ascii_digit).count();
        Some(&before[before.len() - digits..]).filter(|digits| !digits.is_empty())
    });
    let part = if part.contains(|c: char| c.is_ascii_digit()) && unit != "年" {
        part.trim_start_matches('0')
    } else {
        part
    };
    Some(century.and_then(|century| part.strip_prefix(century)).unwrap_or(part).to_owned())
}

/// 汉阴县 before 县 is 汉阴, lest the text say 汉阴县县.
fn name(value: &str, surroundings: &[(String, String)]) -> String {
    let doubled = |end: &&&str| {
        surroundings.iter().any(|(_, after)| after.starts_with(**end)) && value.ends_with(**end)
    };
    const ENDS: [&str; 16] = [
        "省", "市", "县", "区", "州", "镇", "乡", "村", "街道", "公司", "集团", "学校", "局", "医院", "同志",
        "江",
    ];
    let stripped =
        ENDS.iter().find(doubled).and_then(|end| value.strip_suffix(end)).filter(|rest| !rest.is_empty());
    stripped.unwrap_or(value).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speech::FieldId;

    #[track_caller]
    fn fills(kind: FieldKind, unit: &str, value: &str, after: &str, expected: Option<&str>) {
        let unit = (!unit.is_empty()).then(|| unit.to_owned());
        let field = Field { id: FieldId(1), kind, label: String::new(), unit, value: None };
        let shown = shown(&field, value, &[("20".to_owned(), after.to_owned())]);
        assert_eq!(shown.as_deref(), expected, "{value}");
    }

    #[test]
    fn figures_leave_their_unit_to_the_text() {
        fills(FieldKind::Percent, "%", "12.5%", "", Some("12.5"));
        fills(FieldKind::Percent, "%", "１２．５", "", Some("12.5"));
        fills(FieldKind::Percent, "%", "12.5个百分点", "", None);
        fills(FieldKind::Money, "亿元", "3.2亿元", "", Some("3.2"));
        fills(FieldKind::Money, "亿元", "32000万元", "", Some("3.2"));
        fills(FieldKind::Money, "亿元", "5万元", "", Some("0.0005"));
        fills(FieldKind::Money, "万元", "1.25亿元", "", Some("12500"));
        fills(FieldKind::Number, "户", "1,200户", "", Some("1,200"));
        fills(FieldKind::Number, "户", "12人", "", None);
        fills(FieldKind::Number, "户", "很多", "", None);
        fills(FieldKind::Number, "户", "XX", "", None);
    }

    #[test]
    fn a_fall_of_less_than_nothing_is_asked_about() {
        let field = |label: &str| Field {
            id: FieldId(1),
            kind: FieldKind::Percent,
            label: label.to_owned(),
            unit: Some("%".to_owned()),
            value: None,
        };
        assert_eq!(shown(&field("用电量降幅"), "-3", &[]), None);
        assert_eq!(shown(&field("用电量增幅"), "-3", &[]), Some("-3".to_owned()));
    }

    #[test]
    fn ordinals_are_written_in_han_numerals() {
        fills(FieldKind::Ordinal, "届", "15", "", Some("十五"));
        fills(FieldKind::Ordinal, "届", "第十五届", "", Some("十五"));
        fills(FieldKind::Ordinal, "次", "上", "", None);
    }

    #[test]
    fn dates_give_the_part_that_is_asked_for() {
        fills(FieldKind::Date, "年", "2026年5月28日", "", Some("26"));
        fills(FieldKind::Date, "月", "2026-05-28", "", Some("5"));
        fills(FieldKind::Date, "日", "5月28日", "", Some("28"));
        fills(FieldKind::Date, "日", "28", "", Some("28"));
        fills(FieldKind::Date, "日", "下周", "", None);
    }

    #[test]
    fn names_do_not_say_their_kind_twice() {
        fills(FieldKind::Place, "", "青山县", "县委书记", Some("青山"));
        fills(FieldKind::Place, "", "青山县", "高质量发展", Some("青山县"));
        fills(FieldKind::Organisation, "", "公司", "公司", Some("公司"));
    }
}
