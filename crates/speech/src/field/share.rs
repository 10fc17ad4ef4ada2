//! Which slots ask for the same fact. Only names can be shared, and only where the
//! text leaves no doubt: two facts in one field would put a wrong word into a speech
//! without anybody having typed it.

mod own_place;

use super::kind::{self, BODY_ENDS, PLACE_ENDS};
use super::{Place, label};
use crate::office::OFFICES;
use crate::speech::{BlockKind, FieldKind};
pub(super) use own_place::OWN_PLACE;
use own_place::own_place;

/// Whom a text may speak for.
const LEVELS: [char; 6] = ['省', '市', '县', '区', '镇', '乡'];

/// The level that a text speaks for: the most frequent of 全县, 我市, 县委, XX县 and the
/// like, of two the lower one. 全国、全省、全市 in a row compare, and speak for none.
/// Nothing where a text speaks for none.
pub(crate) fn own_level<'a>(texts: impl Iterator<Item = &'a str>) -> Option<char> {
    let mut counts = [0_usize; LEVELS.len()];
    for text in texts {
        let chars: Vec<char> = text.chars().collect();
        for (at, level) in chars.iter().enumerate() {
            let Some(level_idx) = LEVELS.iter().position(|own| own == level) else { continue };
            let before = at.checked_sub(1).map(|before| chars[before]);
            let after = chars.get(at + 1).copied();
            let listed = after == Some('、') || at.checked_sub(2).is_some_and(|before| chars[before] == '、');
            let whole = before == Some('全') && !listed;
            let own = before.is_some_and(|before| "我X×Ｘxｘ*＊○".contains(before));
            let body = after == Some('委') || after == Some('政') && chars.get(at + 2) == Some(&'府');
            counts[level_idx] += usize::from(whole) + usize::from(own) + usize::from(body);
        }
    }
    let most = counts.into_iter().max().filter(|most| *most > 0)?;
    LEVELS.into_iter().zip(counts).rfind(|(_, count)| *count == most).map(|(level, _)| level)
}

/// What slots of the same fact have in common; nothing for a slot that stands for a
/// fact of its own.
pub(super) fn key(place: &Place<'_>) -> Option<String> {
    let as_written = place.as_written();
    if let Some(name) = kind::name_of(&as_written) {
        return is_name_of_one(place, &name).then(|| format!("name {name}"));
    }
    let key = key_of(place)?;
    // Said twice in one sentence a word may mean two: XX县与XX县, 第X届…和第X届….
    let sentence = place.slot().start - place.before("。！？").chars().count();
    let said = (0..place.slot_idx)
        .rev()
        .take_while(|slot_idx| place.slots[*slot_idx].start >= sentence)
        .any(|slot_idx| key_of(&Place { slot_idx, ..*place }).as_ref() == Some(&key));
    (!said || key.starts_with("own ") || key == HONOURED).then_some(key)
}

/// How many characters beside a slot make a phrase that is no chance.
const PHRASE: usize = 7;

/// The words right after a name's slot, and those right before it: where the text says them
/// as the title does (XX县第X届人民代表大会第X次会议), it asks for the same. Not for figures.
pub(super) fn phrases(place: &Place<'_>) -> Vec<String> {
    let named = matches!(
        place.measured().kind,
        FieldKind::Place | FieldKind::Organisation | FieldKind::Ordinal | FieldKind::Text
    );
    if !named || tells_of_another(place) {
        return Vec::new();
    }
    let (start, end) = (place.slot().start, place.slot().end);
    let after = place.chars.get(start..end + PHRASE);
    let before = start.checked_sub(PHRASE).and_then(|from| place.chars.get(from..end + 1));
    [after, before].into_iter().flatten().map(|phrase| phrase.iter().collect()).collect()
}

/// 去年召开的第X次会议 is another than the title's.
fn tells_of_another(place: &Place<'_>) -> bool {
    let before = place.before("。；！？");
    ["上届", "上次", "上一", "去年", "上年", "下一", "历届", "即将"].iter().any(|word| before.contains(word))
}

/// Whether a name in brackets is a variable: {{姓名}} always means the same, 【姓名】 and
/// 【增长率】 ask for another one each time, 【县名】 does not.
fn is_name_of_one(place: &Place<'_>, name: &str) -> bool {
    const ONES: [&str; 12] = [
        "县名",
        "市名",
        "省名",
        "区名",
        "本单位",
        "公司名称",
        "单位名称",
        "学校名称",
        "会议名称",
        "活动名称",
        "讲话人",
        "年份",
    ];
    place.as_written().starts_with("{{") || ONES.contains(&name)
}

fn key_of(place: &Place<'_>) -> Option<String> {
    match place.measured().kind {
        FieldKind::Place => own_place(place).or_else(|| own_street(place)).or_else(|| visited(place)),
        FieldKind::Organisation => own_body(place),
        FieldKind::Person => honoured(place),
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
    // XX县委、XX县人民政府 are of one county.
    let paired = suffix.chars().count() == 1
        && before.ends_with(&format!("{suffix}委、"))
        && ["人民政府", "政府", "人大", "政协"].iter().any(|body| after[suffix.len()..].starts_with(body));
    !paired && OTHERS.iter().any(|word| before.ends_with(word))
        || lists.iter().any(|word| after[suffix.len()..].starts_with(word)) && next_is_slot(place, suffix)
}

/// XX县、XX县: another slot follows right after the joint.
fn next_is_slot(place: &Place<'_>, suffix: &str) -> bool {
    let joint = place.slot().end + suffix.chars().count() + 1;
    place.slots.get(place.slot_idx + 1).is_some_and(|next| next.start <= joint)
}

/// The key of whom a speech is about.
const HONOURED: &str = "honoured";

/// One's own street, community or village, which no 全县 or 我市 speaks for: XX街道 of the head,
/// said again as only its own people say it.
fn own_street(place: &Place<'_>) -> Option<String> {
    let after = place.after("。；：，！？");
    let end = ["街道", "社区", "村"].into_iter().find(|end| after.starts_with(end))?;
    let rest = after[end.len()..].trim_start_matches("办事处");
    let speaks = [
        "党工委",
        "党委",
        "党支部",
        "党总支",
        "各",
        "全体",
        "干部",
        "党员",
        "上下",
        "将",
        "要",
        "高质量",
        "经济",
        "辖区",
        "位于",
        "地处",
        "共有",
        "现有",
        "两委",
    ];
    let own = match place.block {
        BlockKind::Title | BlockKind::Byline => true,
        _ => place.head.contains(end) && speaks.iter().any(|word| rest.starts_with(word)),
    };
    (own && !is_others(place)).then(|| format!("own {end}"))
}

/// Whom a speech is about, named in its title: ×××同志 of 学习×××同志先进事迹. In other speeches
/// each ××同志 may be somebody else.
fn honoured(place: &Place<'_>) -> Option<String> {
    const HONOURS: [&str; 10] =
        ["追思", "追悼", "告别", "缅怀", "悼词", "生平", "事迹", "向", "学习", "任职"];
    let named = place.as_written() + "同志";
    let about = HONOURS.iter().any(|word| place.head.contains(word)) && place.head.contains(&named);
    let before = place.before("。；：，！？");
    let other = place.block == BlockKind::Byline || OFFICES.iter().any(|office| before.ends_with(office));
    (about && !other && !is_others(place) && place.after("。").starts_with("同志"))
        .then(|| HONOURED.to_owned())
}

/// Where one and the same person went: 总书记来到XX …… 总书记来XX. A working group goes from
/// place to place.
fn visited(place: &Place<'_>) -> Option<String> {
    let before = place.before("。；：，、！？");
    let subject = ["来到", "来"].iter().find_map(|verb| before.strip_suffix(verb))?;
    ["总书记", "总理", "委员长", "省委书记", "省长"]
        .iter()
        .any(|office| subject.ends_with(office))
        .then(|| format!("visited by {subject}"))
}

/// One's own company or school: that of the title, where the text speaks for it.
fn own_body(place: &Place<'_>) -> Option<String> {
    let after = place.after("。；：，、！？");
    let body =
        ["公司", "集团", "学校", "大学", "医院", "银行"].into_iter().find(|body| after.starts_with(body))?;
    let before = place.before("。；：，、！？");
    let speaks = ["代表", "祝", "祝愿", "我们", "共同开创", "开创", "支持", "关心", "热爱", "加入"];
    let own = match place.block {
        BlockKind::Title => true,
        BlockKind::Byline => before.is_empty(),
        _ => speaks.iter().any(|word| before.ends_with(word)),
    };
    (own && place.head.contains(body) && !is_others(place)).then(|| format!("own {body}"))
}

/// 县委X届X次全会, said again in the same words; but not last year's.
fn ordinal(place: &Place<'_>) -> Option<String> {
    let base = label::ordinal_base(place);
    let unit = place.measured().unit.clone().unwrap_or_default();
    let noun = label::meeting(place).filter(|_| !tells_of_another(place))?;
    // 第X次会议 alone may be any of them; what the title names is one.
    let certain =
        !base.is_empty() && noun.ends_with("全会") || place.head.contains(&noun) && noun.chars().count() >= 4;
    certain.then(|| format!("ordinal {base} {unit} {noun}"))
}

/// XX文化旅游节, named in the title and said again in the same words.
fn event(place: &Place<'_>) -> Option<String> {
    let after = place.after("。；：，、！？”》");
    let end = ["博览会", "运动会", "论坛", "节"]
        .into_iter()
        .find_map(|end| after.find(end).map(|at| at + end.len()))?;
    let noun = &after[..end];
    ((4..=8).contains(&noun.chars().count()) && place.head.contains(noun) && !is_others(place))
        .then(|| format!("event {noun}"))
}
