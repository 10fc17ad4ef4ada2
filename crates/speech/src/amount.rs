//! A figure of a text with its unit, as the checks compare them: 12.5%, 3.2亿元, 120户.

use crate::context::Context;
use crate::text::{Span, half_width, is_han};

/// A number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Amount {
    /// From the first digit to the unit's end.
    pub(crate) span: Span,
    /// The number alone.
    pub(crate) number: Span,
    /// Its value, in the unit.
    pub(crate) value: f64,
    /// How far it may be off by rounding: half of its last place.
    pub(crate) rounding: f64,
    /// 万, 亿 and the like with what is counted: 亿元, %, 户.
    pub(crate) unit: String,
}

const SCALES: [&str; 6] = ["万亿", "千亿", "百亿", "亿", "千万", "万"];

/// What is counted, the longer words first.
const COUNTED: [&str; 30] = [
    "个百分点",
    "平方公里",
    "平方米",
    "立方米",
    "千瓦时",
    "千米",
    "公里",
    "公斤",
    "美元",
    "人次",
    "元",
    "%",
    "％",
    "人",
    "户",
    "家",
    "个",
    "名",
    "项",
    "件",
    "亩",
    "吨",
    "辆",
    "套",
    "米",
    "所",
    "台",
    "头",
    "只",
    "公顷",
];

/// All figures of a block, in order. Years, ordinals and slots are none.
pub(crate) fn amounts(context: &Context) -> Vec<Amount> {
    let mut amounts = Vec::new();
    let mut at = 0;
    while at < context.chars.len() {
        match amount(context, at) {
            Ok(amount) => {
                at = amount.span.end;
                amounts.push(amount);
            }
            Err(next) => at = next,
        }
    }
    amounts
}

/// The figure that begins at a character, or where to look on.
fn amount(context: &Context, start: usize) -> Result<Amount, usize> {
    let half = |idx: usize| context.at(idx).map(half_width);
    let digit = |idx: usize| half(idx).is_some_and(|c| c.is_ascii_digit());
    if !digit(start) {
        return Err(start + 1);
    }
    let mut end = start;
    let mut n_decimals = None;
    while let Some(c) = half(end) {
        if c.is_ascii_digit() {
            n_decimals = n_decimals.map(|n: i32| n + 1);
        } else if c == '.' && n_decimals.is_none() && digit(end + 1) {
            n_decimals = Some(0);
        } else if !(c == ',' && digit(end + 1) && digit(end + 2) && digit(end + 3) && n_decimals.is_none()) {
            break;
        }
        end += 1;
    }
    let before = context.before(start);
    let named = before.is_some_and(|c| c.is_ascii_alphanumeric() || "第-—–~～:：".contains(c));
    let digits: String = (start..end).filter_map(half).filter(|c| *c != ',').collect();
    let Ok(value) = digits.parse::<f64>() else { return Err(end) };
    let scale = SCALES.iter().find(|scale| context.starts(end, scale)).copied().unwrap_or("");
    let counted_at = end + scale.chars().count();
    let Some(counted) = COUNTED.iter().find(|counted| context.starts(counted_at, counted)) else {
        return Err(end.max(start + 1));
    };
    let unit_end = counted_at + counted.chars().count();
    // 5个月, 3人次以上 count otherwise; 2个半 and 一类 are no amounts.
    let goes_on = *counted == "个" && context.at(unit_end).is_some_and(|c| "月年半多".contains(c));
    if named || goes_on || end - start > 12 {
        return Err(unit_end);
    }
    let what = if matches!(*counted, "个" | "项" | "家" | "名" | "件" | "所") {
        context.from(unit_end).iter().take(2).take_while(|c| is_han(**c)).collect()
    } else {
        String::new()
    };
    Ok(Amount {
        span: start..unit_end,
        number: start..end,
        value,
        rounding: 0.5 * 10_f64.powi(-n_decimals.unwrap_or(0)),
        unit: format!("{scale}{}{what}", if *counted == "％" { "%" } else { counted }),
    })
}
