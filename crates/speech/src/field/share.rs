//! Which slots ask for the same fact. Only names can be shared, and only where the
//! text leaves no doubt: two facts in one field would put a wrong word into a speech
//! without anybody having typed it.

use super::kind::{self, BODY_ENDS, GOES, OWN_AFTER, OWN_BEFORE, PLACE_ENDS, PROGRAMMES};
use super::{Place, label};
use crate::speech::FieldKind;

/// Whom a text may speak for.
pub(super) const LEVELS: [char; 6] = ['省', '市', '县', '区', '镇', '乡'];

/// The level that a text speaks for: the most frequent of 全县, 我市, 县委 and the like.
/// Nothing where it speaks for none.
pub(crate) fn own_level<'a>(texts: impl Iterator<Item = &'a str>) -> Option<char> {
    let mut counts = [0_usize; LEVELS.len()];
    for text in texts {
        for (count, level) in counts.iter_mut().zip(LEVELS) {
            let said = ["我", "全"].map(|lead| format!("{lead}{level}"));
            let bodies = ["委", "政府", "人民政府"].map(|body| format!("{level}{body}"));
            *count +=
                said.iter().chain(&bodies).map(|words| text.matches(words.as_str()).count()).sum::<usize>();
        }
    }
    let most = counts.into_iter().max().filter(|most| *most > 0)?;
    LEVELS.into_iter().zip(counts).find(|(_, count)| *count == most).map(|(level, _)| level)
}

/// What slots of the same fact have in common; nothing for a slot that stands for a
/// fact of its own.
pub(super) fn key(place: &Place<'_>) -> Option<String> {
    let as_written = place.as_written();
    if let Some(name) = kind::name_of(&as_written) {
        return Some(format!("name {name}"));
    }
    match place.measured().kind {
        FieldKind::Place => own_place(place).or_else(|| visited(place)),
        FieldKind::Organisation => own_body(place),
        FieldKind::Ordinal => ordinal(place),
        FieldKind::Text => event(place),
        _ => None,
    }
}

/// What tells that a name is somebody else's, or one of several.
const OTHERS: [&str; 17] = [
    "学习", "借鉴", "考察", "赴", "来自", "兄弟", "感谢", "邻近", "周边", "如", "像", "与", "和", "及", "、",
    "以及", "邻",
];

/// Whether a slot is one of several in a list, or somebody else's.
fn is_others(place: &Place<'_>) -> bool {
    let before = place.before("。；：，！？");
    let after = place.after("。；：，！？");
    let lists = ["、", "和", "与", "及"];
    let suffix =
        PLACE_ENDS.iter().chain(&BODY_ENDS).find(|end| after.starts_with(**end)).map_or("", |end| end);
    OTHERS.iter().any(|word| before.ends_with(word))
        || lists.iter().any(|word| after[suffix.len()..].starts_with(word)) && next_is_slot(place, suffix)
}

/// XX县、XX县: another slot follows right after the joint.
fn next_is_slot(place: &Place<'_>, suffix: &str) -> bool {
    let joint = place.slot().end + suffix.chars().count() + 1;
    place.slots.get(place.slot_idx + 1).is_some_and(|next| next.start <= joint)
}

/// One's own place: 平安XX, 推动XX高质量发展, and XX县 where the text speaks for a 县.
fn own_place(place: &Place<'_>) -> Option<String> {
    let own = place.own.filter(|_| !place.as_written().starts_with('某'))?;
    let (before, after) = (place.before("。；：，、！？"), place.after("。；：，、！？"));
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    let begins = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
    let renewed =
        before.strip_suffix('新').is_some_and(|lead| PROGRAMMES.iter().any(|word| lead.ends_with(word)));
    let programme =
        (ends(&PROGRAMMES) || renewed) && !after.starts_with(['省', '市', '县', '区', '镇', '乡']);
    let pushed = ends(&OWN_BEFORE) && begins(&OWN_AFTER);
    let suffixed = after.starts_with(own) && !begins(&["县区", "市区", "县级", "市级", "区域", "市场"]);
    ((programme || pushed || suffixed) && !is_others(place)).then(|| "own place".to_owned())
}

/// Where the same person went: 总书记来到XX …… 总书记来XX.
fn visited(place: &Place<'_>) -> Option<String> {
    let before = place.before("。；：，、！？");
    let (subject, _) = GOES
        .iter()
        .filter_map(|verb| before.strip_suffix(verb).map(|rest| (rest, verb)))
        .min_by_key(|(rest, _)| rest.len())?;
    let goes = ["来到", "来"].iter().any(|verb| before.ends_with(verb));
    (goes && subject.chars().count() >= 3).then(|| format!("visited by {subject}"))
}

/// One's own company or school: XX公司 where nothing says that it is another.
fn own_body(place: &Place<'_>) -> Option<String> {
    let after = place.after("。；：，、！？");
    let body =
        ["公司", "集团", "学校", "大学", "医院", "银行"].into_iter().find(|body| after.starts_with(body))?;
    (!is_others(place)).then(|| format!("own {body}"))
}

/// 县委X届X次全会, said again in the same words; but not last year's.
fn ordinal(place: &Place<'_>) -> Option<String> {
    let before = place.before("。；！？");
    let another =
        ["上届", "上次", "上一", "去年", "上年", "下一", "历届"].iter().any(|word| before.contains(word));
    let base = label::ordinal_base(place);
    let unit = place.measured().unit.clone().unwrap_or_default();
    let noun = label::meeting(place).filter(|_| !another)?;
    Some(format!("ordinal {base} {unit} {noun}"))
}

/// XX文化旅游节, said again in the same words.
fn event(place: &Place<'_>) -> Option<String> {
    let after = place.after("。；：，、！？”》");
    let end = ["博览会", "运动会", "论坛", "节"]
        .into_iter()
        .find_map(|end| after.find(end).map(|at| at + end.len()))?;
    (4..=8).contains(&after[..end].chars().count()).then(|| format!("event {}", &after[..end]))
}
