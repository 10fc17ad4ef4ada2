//! One's own place: the county that the text speaks for, under a mask.
//!
//! ```text
//! XX县委、县政府  全县上下建设平安XX  近两年，XX县……     one's own
//! 学习XX县的经验  我县引进X个，XX县引进X个               another
//! ```

use super::{LEVELS, is_others};
use crate::field::Place;
use crate::field::kind::{OWN_AFTER, OWN_BEFORE, PROGRAMMES};
use crate::speech::BlockKind;
use crate::text::is_one_of;

/// The key of one's own place.
pub(in crate::field) const OWN_PLACE: &str = "own place";

/// The key of a slot that masks it.
pub(super) fn own_place(place: &Place<'_>) -> Option<String> {
    let own = place.own.filter(|_| !place.as_written().starts_with('某'))?;
    let after = place.after("。；：，！？");
    let suffixed = after.strip_prefix(own).is_some_and(|rest| {
        let is_word = rest.starts_with(['级', '区', '场', '域', '直', '民']);
        let in_head = matches!(place.block, BlockKind::Title | BlockKind::Byline | BlockKind::Date);
        let served = ["任职", "工作", "上任", "履新", "履职"].iter().any(|word| rest.starts_with(word));
        let speaks = served || SAID_OF_OWN.iter().any(|words| rest.starts_with(words));
        !is_word && (in_head || speaks || !is_told_of(place, rest) && !is_beside_own(place, own))
    });
    ((suffixed || names_own(place)) && !is_others(place)).then(|| OWN_PLACE.to_owned())
}

/// What a speech says of its own county right after its name: XX县委、县政府, XX县人民.
const SAID_OF_OWN: [&str; 16] = [
    "委、",
    "委县",
    "委市",
    "委和",
    "委区",
    "委省",
    "是一座",
    "是一片",
    "人民",
    "儿女",
    "各级",
    "各族",
    "广大",
    "上下",
    "经济",
    "高质量",
];

/// What is told of another county: it was heard, it is an example, something happened there.
const TOLD_OF: [&str; 16] = [
    "经验", "做法", "模式", "样本", "发言", "交流", "介绍", "发生", "事故", "案", "通报", "曝光", "查处",
    "接壤", "一位", "一名",
];

/// Whether a clause tells of a place as of another one.
fn is_told_of(place: &Place<'_>, rest: &str) -> bool {
    let before = place.before("。；：，！？");
    let compared = ["对标", "超", "比", "毗邻", "在", "到", "由", "从", "调", "任", "原", "对", "向", "以"];
    compared.iter().any(|word| before.ends_with(word))
        || TOLD_OF.iter().any(|word| rest.contains(word) || before.contains(word))
}

/// Whether the sentence speaks of 我县, or masks two counties: 我县引进X个，XX县引进X个.
fn is_beside_own(place: &Place<'_>, own: char) -> bool {
    let sentence = place.before("。！？") + "_" + &place.after("。！？");
    let masked = format!("{own}");
    let n_masked = sentence.match_indices(&masked).filter(|(at, _)| {
        let rest = &sentence[at + masked.len()..];
        sentence[..*at].ends_with(|c| is_one_of(c, "_XxＸ×*○□△】"))
            && !SAID_OF_OWN.iter().any(|words| rest.starts_with(words))
    });
    ["我", "本"].iter().any(|lead| sentence.contains(&format!("{lead}{own}"))) || n_masked.count() > 1
}

/// 平安XX, 幸福X建设, 推动XX高质量发展, 推动XX县发展: nobody says so of another place.
fn names_own(place: &Place<'_>) -> bool {
    let (before, after) = (place.before("。；：，、！？"), place.after("。；：，、！？"));
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    let renewed =
        before.strip_suffix('新').is_some_and(|lead| PROGRAMMES.iter().any(|word| lead.ends_with(word)));
    let others = LEVELS.iter().any(|level| place.own != Some(*level) && after.starts_with(*level));
    let programme = (ends(&PROGRAMMES) || renewed) && !others;
    let level = place.own.and_then(|own| after.strip_prefix(own)).unwrap_or(&after);
    let people = ["人民", "儿女", "大地", "父老"].iter().any(|word| after.starts_with(word));
    programme || people || ends(&OWN_BEFORE) && OWN_AFTER.iter().any(|word| level.starts_with(word))
}
