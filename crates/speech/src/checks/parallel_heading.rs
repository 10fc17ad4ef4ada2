//! 标题不齐. 提高认识、突出重点、强化保障, and 一定要把工作抓到底: siblings that don't march
//! in step.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::message::{Message, Words};
use crate::outline::outline_of;
use crate::text::length;
use std::collections::BTreeMap;

pub(super) const CHECK: Check = Check {
    id: "parallel-heading",
    group: Group::Structure,
    severity: Severity::Hint,
    authority: Authority::Usage("讲稿写作的通行要求：同级标题句式相近、字数相当"),
    name: Words { zh: "标题不齐", en: "headings not parallel" },
    about: Words {
        zh: "同级的标题句式都一样，只有一个不一样。要不要改齐？",
        en: "The headings of one row are all built alike but one. Make it like the others?",
    },
    run,
    examples: include_str!("parallel_heading.txt"),
};

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let outline = outline_of(subject.speech, &subject.shown);
    // The headings of one level under one heading.
    let mut rows: BTreeMap<(usize, u8), Vec<usize>> = BTreeMap::new();
    let mut parents = [0_usize; 6];
    for (idx, section) in outline.iter().enumerate() {
        let level = usize::from(section.level.min(4));
        rows.entry((parents[level - 1], section.level)).or_default().push(idx);
        parents[level..].fill(section.blocks.start + 1);
    }
    for row in rows.values().filter(|row| row.len() >= 3) {
        let shapes: Vec<(usize, usize)> = row.iter().map(|idx| shape(&outline[*idx].words)).collect();
        let (Some(odd), Some(usual)) = (odd_one(&shapes), usual(&shapes)) else { continue };
        let section = &outline[row[odd]];
        let Some(context) = subject.context(section.heading) else { continue };
        let start = length(&section.numeral)
            + context.chars.iter().take_while(|c| crate::text::is_blank(**c)).count();
        let end = context.chars.len()
            - context.chars.iter().rev().take_while(|c| crate::text::is_blank(**c)).count();
        if start >= end {
            continue;
        }
        let like = row
            .iter()
            .zip(&shapes)
            .find(|(_, shape)| **shape == usual)
            .map(|(idx, _)| outline[*idx].words.clone());
        let like = like.unwrap_or_default();
        let message = Message::new(
            format!("同级的标题都像“{like}”那样，这一个不一样。要不要改齐？"),
            format!("the others of this row are built like “{like}”, this one is not. Make it like them?"),
        );
        found.push(subject.finding(&CHECK, section.heading, start..end, message));
    }
}

/// The first clause of a heading is heard; of longer ones only that they are long.
const LONG: usize = 7;

/// How many clauses, and how many characters the first one has: 提高认识，增强责任感 is two,
/// and four.
fn shape(words: &str) -> (usize, usize) {
    let words = words.trim_end_matches(['。', '！', '；']);
    let clauses = words.split(['，', '、', '　', ' ', '；']);
    (clauses.clone().count(), clauses.map(length).next().unwrap_or(0).min(LONG))
}

/// The shape that all but one have; long ones are built alike by chance.
fn usual(shapes: &[(usize, usize)]) -> Option<(usize, usize)> {
    shapes
        .iter()
        .find(|shape| shapes.iter().filter(|other| other == shape).count() + 1 == shapes.len())
        .cloned()
}

fn odd_one(shapes: &[(usize, usize)]) -> Option<usize> {
    let usual = usual(shapes)?;
    shapes.iter().position(|shape| *shape != usual)
}
