//! Whose or what name a slot masks, told from the words around it.
//!
//! ```text
//! XX同志  县长XX               somebody
//! XX有限公司  XX局              a body
//! 来到XX  平安XX  推动XX发展    a place
//! ```

use super::{Measured, of};
use crate::office::{OFFICES, POLITE};
use crate::speech::{BlockKind, FieldKind};
use crate::text::{is_blank, is_han};

/// `XX同志`, `XX部长`
pub(super) fn by_title(after: &str) -> Option<Measured> {
    let office = ["常务副", "副", "原"].iter().find_map(|lead| after.strip_prefix(lead)).unwrap_or(after);
    let titled = POLITE.iter().any(|title| after.starts_with(title))
        || OFFICES.iter().any(|title| office.starts_with(title));
    let several = ["代表团", "代表队", "代表性", "主席团", "主任会议", "主席台", "常委会"];
    (titled && !several.iter().any(|word| after.starts_with(word))).then(|| of(FieldKind::Person))
}

/// `县长XX`, `我叫XX`; but 我代表XX speaks for a body.
pub(super) fn by_office(before: &str, after: &str) -> Option<Measured> {
    let before = before.trim_end_matches(is_blank);
    let office = OFFICES.iter().any(|office| before.ends_with(office)) && !before.ends_with("代表");
    let named = ["我叫", "我是", "老师", "联系人"].iter().any(|word| before.ends_with(word));
    let deeds = ["主持", "宣读", "致辞", "致词"].iter().any(|deed| after.starts_with(deed));
    let of_several = after.starts_with('等') && after.contains("同志");
    let introduced = before.contains("我是") && before.ends_with('的') && after.starts_with(['，', '。']);
    ((office || named || introduced || deeds || of_several) && !after.starts_with("、"))
        .then(|| of(FieldKind::Person))
}

/// Of a byline the last word is the name: 董事长　××, but not ××人寿　董事长.
pub(super) fn by_byline(block: BlockKind, after: &str) -> Option<Measured> {
    let last = !after.trim_start_matches(is_blank).starts_with(is_han);
    (block == BlockKind::Byline && last).then(|| of(FieldKind::Person))
}

/// What the name of a place ends with.
pub(in crate::field) const PLACE_ENDS: [&str; 35] = [
    "大桥", "水库", "机场", "高速", "高铁", "古镇", "古城", "小区", "广场", "景区", "省", "市", "县", "区",
    "州", "镇", "乡", "村", "街道", "社区", "旗", "盟", "江", "河", "湖", "山", "岛", "港", "湾", "海",
    "流域", "公社", "大道", "路", "岭",
];

/// What the name of a body ends with.
pub(in crate::field) const BODY_ENDS: [&str; 35] = [
    "单位",
    "部门",
    "一中",
    "二中",
    "三中",
    "实验小学",
    "部队",
    "公司",
    "集团",
    "学校",
    "大学",
    "学院",
    "中学",
    "小学",
    "医院",
    "银行",
    "局",
    "委",
    "厅",
    "办",
    "部",
    "处",
    "党委",
    "支部",
    "协会",
    "商会",
    "企业",
    "工厂",
    "中心",
    "分公司",
    "科",
    "支队",
    "大队",
    "园区",
    "开发区",
];

/// What begins like the name of a body and is none.
const NO_BODY: [&str; 14] = [
    "部分", "委员", "办法", "处理", "办理", "部署", "科技", "科学", "科研", "科普", "科级", "科目", "处级",
    "局面",
];

/// The end of a body's name that a text begins with: 支队 of XX支队, but not 科 of XX科技.
pub(in crate::field) fn body_end(after: &str) -> Option<&'static str> {
    let ends = BODY_ENDS.into_iter().filter(|end| after.starts_with(end));
    ends.max_by_key(|end| end.len()).filter(|_| !NO_BODY.iter().any(|word| after.starts_with(word)))
}

/// `XX县`, `XX局`, `XX科技有限公司`
pub(super) fn by_suffix(after: &str) -> Option<Measured> {
    let begins = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
    let not_place = ["市场", "区间", "区域", "路径", "路线", "山区", "省级", "市级", "县级", "村级", "乡村"];
    if body_end(after).is_some() {
        return Some(of(FieldKind::Organisation));
    }
    // XX科技有限公司
    let words: String = after.chars().take_while(|c| is_han(*c)).collect();
    if words.contains("有限公") || words.contains("股份有") {
        return Some(of(FieldKind::Organisation));
    }
    (begins(&PLACE_ENDS) && !begins(&not_place) || begins(&["人民", "儿女", "大地", "干部群众", "父老"]))
        .then(|| of(FieldKind::Place))
}

/// Words that begin the name of a local programme: 平安XX, 幸福X建设.
pub(in crate::field) const PROGRAMMES: [&str; 22] = [
    "平安",
    "幸福",
    "美丽",
    "法治",
    "数字",
    "魅力",
    "文明",
    "健康",
    "绿色",
    "富裕",
    "和谐",
    "活力",
    "实力",
    "生态",
    "智慧",
    "清廉",
    "文化",
    "诚信",
    "宜居",
    "现代化",
    "创新",
    "开放",
];

/// What stands before the name of one's own place, and what after it.
pub(in crate::field) const OWN_BEFORE: [&str; 10] =
    ["支持", "推动", "推进", "促进", "加快", "实现", "助力", "谱写", "开创", "奋力谱写"];
pub(in crate::field) const OWN_AFTER: [&str; 14] = [
    "的发展",
    "高质量",
    "全面振兴",
    "全面发展",
    "全域",
    "发展",
    "振兴",
    "崛起",
    "跨越",
    "建设",
    "现代化",
    "经济社会",
    "新篇章",
    "新局面",
];

/// Who goes somewhere goes to a place.
pub(in crate::field) const GOES: [&str; 12] =
    ["来到", "来", "赴", "抵达", "前往", "莅临", "走进", "考察", "视察", "调研", "到", "扎根"];

/// `来到XX`, `平安XX`, `推动XX高质量发展`, `XX人杰地灵`
pub(super) fn place_by_words(before: &str, after: &str) -> Option<Measured> {
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    let begins = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
    let own = ends(&OWN_BEFORE) && begins(&OWN_AFTER);
    let here = ends(&["在", "落户", "建设"])
        && begins(&[
            "落地",
            "召开",
            "举行",
            "举办",
            "隆重",
            "相聚",
            "欢聚",
            "逝世",
            "工作期间",
            "任职",
            "挂职",
            "这片",
            "的",
        ]);
    let told_of = begins(&[
        "是一座",
        "是一片",
        "历史悠久",
        "人杰地灵",
        "山清水秀",
        "物华天宝",
        "地处",
        "位于",
        "自古",
        "建县",
        "建市",
        "的明天",
        "的未来",
        "的父老",
        "的发展",
    ]);
    // 相聚在美丽的XX， 现代化新XX， 中国·XX博览会
    let praised =
        ends(&["美丽的", "秀丽的", "可爱的", "神奇的", "热情的"]) && begins(&["，", "。", "！", "、"]);
    let renewed =
        before.strip_suffix('新').is_some_and(|lead| PROGRAMMES.iter().any(|word| lead.ends_with(word)));
    let shown_off = ends(&["中国·", "中国•", "中国"]);
    (ends(&PROGRAMMES)
        || own
        || ends(&GOES) && !begins(&["上", "底", "末"])
        || here
        || told_of
        || praised
        || renewed
        || shown_off)
        .then(|| of(FieldKind::Place))
}
