//! The figures of a list: each member of a 分别 has a figure of its own.
//!
//! ```text
//! 收入分别占全国、全省的X%、X%       收入占全国比重, 收入占全省比重
//! 城乡居民收入分别增长X%、下降X%     城镇居民收入增幅, 农村居民收入降幅
//! ```

use super::figure::{split_change, without_openers};
use crate::field::Place;
use crate::text::length;

/// A figure of a 分别: its own member of the list.
pub(super) fn one_of_several(place: &Place<'_>, change: &str) -> Option<String> {
    let sentence = place.before("。；！？");
    let (before, after) = sentence.rsplit_once("分别")?;
    let start = place.slot().start - length(after);
    let first = place.first_slot_from(start, place.slots.len())?;
    let nth = place.slot_idx - first;
    let n_slots = 1
        + nth
        + (place.slot_idx + 1..place.slots.len()).take_while(|idx| follows_at_once(place, *idx)).count();
    let before = before.trim_end_matches(['，', ',']);
    let subject = without_openers(before.rsplit(['，', '：']).next().unwrap_or(""));
    let between: String = place.chars[start..place.slots[first].start].iter().collect();
    // 分别占全国、全省、全市的X%、X%、X%
    let listed: Vec<&str> = members(between.trim_end_matches('的'));
    if listed.len() == n_slots && n_slots > 1 {
        let verb = if listed[0].starts_with('占') { "占" } else { "" };
        let member = listed[nth].trim_start_matches('占');
        let what = if verb == "占" { "比重" } else { change };
        return Some(format!("{subject}{verb}{member}{what}"));
    }
    // 下降 of 分别下降X%和X% stands before the first figure only.
    let change = match change {
        "" => split_change(&between, place.measured().kind).1,
        change => change,
    };
    let subject = split_change(&subject, place.measured().kind).0;
    let listed = members(&subject);
    if listed.len() == n_slots && n_slots > 1 {
        let member = listed[nth].rsplit("指标是").next().unwrap_or(listed[nth]);
        let member = ["的增速", "增速"].iter().find_map(|word| member.strip_suffix(word)).unwrap_or(member);
        return Some(format!("{member}{change}"));
    }
    let (compound, parts) = COMPOUNDS.into_iter().find(|(compound, _)| subject.contains(compound))?;
    let part = parts.get(nth)?;
    Some(format!("{}{change}", subject.replacen(compound, part, 1)))
}

/// Whether a slot goes on with the list of the slot before it: 、X% or 、下降X%.
fn follows_at_once(place: &Place<'_>, slot_idx: usize) -> bool {
    let from = place.unit_end(slot_idx - 1);
    let between: String =
        place.chars[from.min(place.slots[slot_idx].start)..place.slots[slot_idx].start].iter().collect();
    between.starts_with(['、', '和', '与', '及', '，']) && length(&between) <= 4
}

fn members(list: &str) -> Vec<&str> {
    list.split(['、', '和', '与', '及']).map(str::trim).filter(|member| !member.is_empty()).collect()
}

/// One word that is two subjects.
const COMPOUNDS: [(&str, [&str; 2]); 9] = [
    ("存贷款", ["存款", "贷款"]),
    ("城乡居民", ["城镇居民", "农村居民"]),
    ("进出口", ["进口", "出口"]),
    ("城乡", ["城镇", "农村"]),
    ("干群", ["干部", "群众"]),
    ("中小学", ["中学", "小学"]),
    ("工农业", ["工业", "农业"]),
    ("粮油", ["粮食", "油料"]),
    ("男女", ["男性", "女性"]),
];
