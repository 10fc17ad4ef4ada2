//! Which field masks the same thing as a name that stands in the open: 汉阴 beside
//! 推动XX高质量发展.
//!
//! Told by level and by the frame that a slot stands in, never by the name itself.

use super::{Found, What};
use crate::about::about;
use crate::context::Context;
use crate::lexicon::{Level, Sort};
use crate::speech::{FieldId, FieldKind, Speech};
use std::collections::HashMap;

/// What stands before the name of one's own place, and what after.
pub(super) const OWN_BEFORE: [&str; 20] = [
    "推动", "推进", "促进", "加快", "实现", "助力", "谱写", "开创", "打造", "建设", "为了", "发展", "振兴",
    "平安", "幸福", "美丽", "法治", "数字", "活力", "清廉",
];
pub(super) const OWN_AFTER: [&str; 18] = [
    "高质量",
    "发展",
    "各项",
    "振兴",
    "崛起",
    "跨越",
    "建设",
    "现代化",
    "经济",
    "新篇章",
    "新局面",
    "人民",
    "儿女",
    "大地",
    "干部",
    "的铁军",
    "落地",
    "转型",
];

/// What stands before the name of a place that somebody goes to.
pub(super) const GOES: [&str; 13] =
    ["来到", "来", "赴", "抵达", "前往", "莅临", "走进", "考察", "视察", "到", "在", "驻", "深入"];

/// What one does there.
pub(super) const THERE: [&str; 13] =
    ["考察", "视察", "调研", "指导", "检查", "慰问", "召开", "举行", "举办", "投资", "兴业", "参观", "落地"];

/// The fields that mask places, by what they mask.
#[derive(Default)]
struct Masks {
    /// XX省, XX市, XX县
    by_level: HashMap<Level, FieldId>,
    /// 平安XX, 推动XX高质量发展
    own: Option<FieldId>,
    /// 来到XX、XX考察, in their order
    visited: Vec<FieldId>,
    /// 首站考察XX生态保护工作
    landscape: Option<FieldId>,
}

/// The field of each found name, in their order.
pub(super) fn ties(speech: &Speech, contexts: &[Context], found: &[Found]) -> Vec<Option<FieldId>> {
    let masks = masks(contexts);
    let own_level = match about(speech).level.as_deref() {
        Some("省") => Level::Province,
        Some("市") => Level::City,
        _ => Level::County,
    };
    let usual = usual_names(contexts, found);
    found
        .iter()
        .map(|found| {
            let context = &contexts[found.context_idx];
            if is_example(context, found) {
                return None;
            }
            match &found.what {
                What::Place(_, level) => {
                    let name = context.text(found.span.clone());
                    let framed = is_own_frame(context, found.span.start, found.span.end);
                    let meant =
                        framed || usual.get(level).is_none_or(|usual| name.starts_with(usual.as_str()));
                    meant.then(|| masks.of_level(*level, own_level)).flatten()
                }
                What::ShortCity(_) => masks.of_level(Level::City, own_level),
                What::Landmark(Sort::Mountain | Sort::Water | Sort::Region, _) => masks.landscape,
                _ => None,
            }
        })
        .collect()
}

impl Masks {
    fn of_level(&self, level: Level, own_level: Level) -> Option<FieldId> {
        if let Some(field) = self.by_level.get(&level) {
            return Some(*field);
        }
        if level == own_level {
            return self.own;
        }
        // Who comes to see a county comes to its province and its city, in this order.
        let idx = match level {
            Level::Province => 0,
            Level::City if own_level == Level::Province => 0,
            Level::City | Level::County => 1,
        };
        self.visited.get(idx).copied()
    }
}

fn masks(contexts: &[Context]) -> Masks {
    let mut masks = Masks::default();
    for context in contexts {
        let mut went_on = false;
        let mut end = 0;
        for slot in context.slots.iter().filter(|slot| slot.open && slot.kind == FieldKind::Place) {
            let (start, after) = (slot.span.start, slot.span.end);
            let joined = went_on && end + 1 == start && context.at(end) == Some('、');
            end = after;
            went_on = false;
            let level = match context.at(after) {
                Some('省') => Some(Level::Province),
                Some('市') if context.at(after + 1) != Some('场') => Some(Level::City),
                Some('县') if context.at(after + 1) != Some('域') => Some(Level::County),
                Some('区') if !context.starts(after, "区域") => Some(Level::County),
                _ => None,
            };
            if let Some(level) = level {
                masks.by_level.entry(level).or_insert(slot.field);
            } else if context.starts_any(after, &["江", "河", "湖", "山", "岭", "镇", "乡", "村", "街道"])
            {
                // The name of one river or village is nobody else's mask.
            } else if context.ends_any(start, &GOES)
                && context
                    .starts_any(after, &["生态", "保护", "流域", "湿地", "水源", "自然保护", "山脉", "水利"])
            {
                masks.landscape.get_or_insert(slot.field);
            } else if joined || context.ends_any(start, &GOES) && !is_own_frame(context, start, after) {
                went_on = true;
                if !masks.visited.contains(&slot.field) {
                    masks.visited.push(slot.field);
                }
            } else if is_own_frame(context, start, after) {
                masks.own.get_or_insert(slot.field);
            }
        }
    }
    // 幸福X建设 and the like are seen in any frame once one of their slots is.
    masks.visited.retain(|field| Some(*field) != masks.own);
    masks
}

/// 推动XX高质量发展, 平安XX
fn is_own_frame(context: &Context, start: usize, end: usize) -> bool {
    context.ends_any(start, &OWN_BEFORE[..13]) && context.starts_any(end, &OWN_AFTER)
        || context.ends_any(start, &OWN_BEFORE[13..])
        || context.ends(start, "在") && context.starts_any(end, &["落地", "见效"])
}

/// 学习浙江经验: somebody else's on purpose.
fn is_example(context: &Context, found: &Found) -> bool {
    context.ends_any(found.span.start, &["学习", "借鉴", "对标", "参照", "像", "学"])
        || context.starts_any(found.span.end, &["经验", "模式", "做法", "等地", "等省", "等市", "样本"])
}

/// The name that each level has most often: a speech has one home, and may list others.
fn usual_names(contexts: &[Context], found: &[Found]) -> HashMap<Level, String> {
    let mut counts: HashMap<Level, HashMap<String, usize>> = HashMap::new();
    for found in found {
        if let What::Place(_, level) = &found.what {
            let name = contexts[found.context_idx].text(found.span.clone());
            let base = name.trim_end_matches(['省', '市', '县', '区']);
            // 陕 and 陕西 are one name.
            let key =
                if base.chars().count() == 1 { base.to_owned() } else { base.chars().take(2).collect() };
            *counts.entry(*level).or_default().entry(key).or_default() += 1;
        }
    }
    counts
        .into_iter()
        .filter_map(|(level, names)| {
            let many = names.len() > 2;
            let best = names.into_iter().max_by(|one, other| (one.1, &other.0).cmp(&(other.1, &one.0)))?;
            many.then_some((level, best.0))
        })
        .collect()
}
