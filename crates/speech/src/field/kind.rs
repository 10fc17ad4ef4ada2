//! What sort of fact a slot asks for, and its unit: told from what stands right after
//! it, then from what stands right before.

mod name;

use super::measure::Measures;
use crate::speech::{BlockKind, FieldKind};
use crate::text::{Span, half_width, is_blank};
pub(super) use name::{BODY_ENDS, OWN_AFTER, OWN_BEFORE, PLACE_ENDS, PROGRAMMES, body_end};
use name::{by_byline, by_office, by_suffix, by_title, place_by_words};

/// A kind, and the words after the slot that measure it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Measured {
    pub(super) kind: FieldKind,
    pub(super) unit: Option<String>,
}

/// What joins two slots of one list: X、X和X%.
const JOINTS: [&str; 9] = ["、", "和", "与", "及", "至", "到", "—", "-", "~"];

/// The kind and unit of each slot of a text.
pub(super) fn measured(
    measures: &Measures,
    block: BlockKind,
    chars: &[char],
    slots: &[Span],
) -> Vec<Measured> {
    let mut measured: Vec<Option<Measured>> =
        slots.iter().map(|slot| by_context(measures, block, chars, slot)).collect();
    let joined = |left: usize| {
        let between: String = chars[slots[left].end..slots[left + 1].start].iter().collect();
        JOINTS.contains(&between.as_str())
    };
    // X、X和X%: the unit stands after the last one only.
    for idx in (0..slots.len().saturating_sub(1)).rev() {
        if measured[idx].is_none() && joined(idx) {
            measured[idx] = measured[idx + 1].clone();
        }
    }
    // 来到XX、XX考察: what comes before tells of the first one only.
    for idx in 1..slots.len() {
        if measured[idx].is_none() && joined(idx - 1) {
            measured[idx] = measured[idx - 1].clone();
        }
    }
    measured.into_iter().map(|measured| measured.unwrap_or_else(|| of(FieldKind::Text))).collect()
}

fn of(kind: FieldKind) -> Measured {
    Measured { kind, unit: None }
}

fn with_unit(kind: FieldKind, unit: &str) -> Measured {
    Measured { kind, unit: Some(unit.to_owned()) }
}

fn by_context(measures: &Measures, block: BlockKind, chars: &[char], slot: &Span) -> Option<Measured> {
    let as_written: String = chars[slot.clone()].iter().map(|c| half_width(*c)).collect();
    let before: String = chars[slot.start.saturating_sub(8)..slot.start].iter().collect();
    let after: String = chars[slot.end..].iter().take(8).collect();
    by_name(&as_written)
        .or_else(|| quantity(measures, &before, &after, &as_written))
        .or_else(|| by_title(&after))
        .or_else(|| by_suffix(&after))
        .or_else(|| by_office(&before, &after))
        .or_else(|| by_byline(block, &after))
        .or_else(|| place_by_words(&before, &after))
        .or_else(|| by_heading(&before))
}

/// The words inside the brackets of a slot: 县名 of 【县名】, 单位 of 【填写单位】.
pub(super) fn name_of(as_written: &str) -> Option<String> {
    let inner = as_written
        .trim_matches(|c: char| "{}【】〔〕〖〗[]()（）…".contains(c) || is_blank(c))
        .trim_end_matches(['：', ':']);
    let inner = ["请填写", "填写", "请输入", "输入", "此处填"]
        .iter()
        .find_map(|lead| inner.strip_prefix(lead))
        .unwrap_or(inner)
        .to_owned();
    let placeholder = inner.chars().all(|c| "XxＸｘ×*_○□△".contains(c));
    let pending = ["待", "填", "此处", "某"].iter().any(|word| inner.starts_with(word));
    (!inner.is_empty() && inner != as_written && !placeholder && !pending).then_some(inner)
}

fn by_name(as_written: &str) -> Option<Measured> {
    name_of(as_written).map(|name| named(&name))
}

/// What a word asks for that names the fact itself: 联系人, 完成时限, 增长率.
fn named(name: &str) -> Measured {
    let ends = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
    of(if ends(&["率", "比例", "比重", "占比", "百分比"]) {
        FieldKind::Percent
    } else if ends(&["金额", "额", "资金", "产值", "收入"]) {
        FieldKind::Money
    } else if ends(&["日期", "时间", "年份", "月份", "时限", "期限"]) {
        FieldKind::Date
    } else if ends(&[
        "姓名",
        "人名",
        "领导",
        "讲话人",
        "联系人",
        "负责人",
        "主持人",
        "牵头人",
        "责任人",
        "主讲人",
        "授课人",
        "报告人",
        "汇报人",
        "发言人",
        "述职人",
    ]) {
        FieldKind::Person
    } else if ends(&["县名", "市名", "省名", "地名", "地点", "区名", "镇名"]) {
        FieldKind::Place
    } else if ends(&["单位", "单位名称", "公司", "公司名称", "部门"]) {
        FieldKind::Organisation
    } else if ends(&["数", "数量", "人数", "数字", "数据", "量"]) {
        FieldKind::Number
    } else {
        FieldKind::Text
    })
}

/// `联系人：XXX`, `单位：XX`: the words before the colon name the fact.
fn by_heading(before: &str) -> Option<Measured> {
    let measured = named(&super::label::heading(before)?);
    (measured.kind != FieldKind::Text).then_some(measured)
}

fn quantity(measures: &Measures, before: &str, after: &str, as_written: &str) -> Option<Measured> {
    let after: String = after.trim_start_matches(is_blank).to_owned();
    if after.starts_with(['%', '％', '‰']) {
        return Some(with_unit(FieldKind::Percent, &after.chars().take(1).collect::<String>()));
    }
    if let Some(unit) = ["个百分点", "百分点"].iter().find(|unit| after.starts_with(**unit)) {
        return Some(with_unit(FieldKind::Percent, unit));
    }
    // 我就是一名XX人: a number does not count what is one already.
    let one = ["一名", "一个", "每一位", "每位", "每一名", "所有", "全体", "地道的", "真正的", "全新"];
    if after.starts_with('人') && one.iter().any(|word| before.ends_with(word)) {
        return Some(of(FieldKind::Place));
    }
    if before.ends_with('第') || after.starts_with('届') {
        return Some(with_unit(FieldKind::Ordinal, measures.measure(&after).unwrap_or("届")));
    }
    // X届X次全会
    if after.starts_with('次') && before.ends_with('届') {
        return Some(with_unit(FieldKind::Ordinal, "次"));
    }
    if let Some(date) = date(before, &after, as_written) {
        return Some(date);
    }
    // 控制在0.X以内
    if before.ends_with(['.', '．'])
        && before.chars().rev().nth(1).is_some_and(|c| half_width(c).is_ascii_digit())
    {
        return Some(of(FieldKind::Number));
    }
    let n_scale = after.chars().take_while(|c| "余多十百千万亿".contains(*c)).count();
    let scale: String = after.chars().take(n_scale).collect();
    let rest: String = after.chars().skip(n_scale).collect();
    if let Some(currency) =
        ["元", "美元", "欧元", "港元", "日元", "块钱"].iter().find(|word| rest.starts_with(**word))
        && !NO_MONEY.iter().any(|word| rest.starts_with(word))
    {
        return Some(with_unit(FieldKind::Money, &format!("{scale}{currency}")));
    }
    match measures.measure(&rest) {
        Some(unit) if !measures.is_name(&rest, &scale) => {
            Some(with_unit(FieldKind::Number, &format!("{scale}{unit}")))
        }
        _ if n_scale > 0 && scale.ends_with(['万', '亿', '千', '百']) => {
            Some(with_unit(FieldKind::Number, &scale))
        }
        _ => None,
    }
}

/// What begins like 元 and is no money.
const NO_MONEY: [&str; 6] = ["元旦", "元宵", "元素", "元月", "元首", "元帅"];

/// The feasts of a year: XX元旦, XX春节 leave out a year and its 年.
pub(super) const FEASTS: [&str; 8] = ["元旦", "元宵", "春节", "国庆", "中秋", "端午", "清明", "新春"];

/// X年X月X日, 20XX年, X月底; but X年 alone is how long something took.
fn date(before: &str, after: &str, as_written: &str) -> Option<Measured> {
    if FEASTS.iter().any(|feast| after.starts_with(feast)) {
        return Some(of(FieldKind::Date));
    }
    let unit = after.chars().next().filter(|c| "年月日号时分".contains(*c))?;
    let next = after.chars().nth(1);
    let slot_or_digit = next.is_some_and(|c| "XxＸ×*_○".contains(c) || half_width(c).is_ascii_digit());
    let dated = match unit {
        '年' => {
            before.ends_with(|c: char| half_width(c).is_ascii_digit())
                || as_written.chars().count() >= 4
                || slot_or_digit
                || next.is_some_and(|c| "上下底初末）)".contains(c))
        }
        '月' => true,
        '日' | '号' => before.ends_with('月'),
        '分' => before.ends_with('时'),
        _ => slot_or_digit || before.ends_with(['日', '午', '天', '晨', '晚']),
    };
    dated.then(|| with_unit(FieldKind::Date, &unit.to_string()))
}
