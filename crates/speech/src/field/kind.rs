//! What sort of fact a slot asks for, and its unit: told from what stands right after
//! it, then from what stands right before.

use super::measure::Measures;
use crate::office::{OFFICES, POLITE};
use crate::speech::{BlockKind, FieldKind};
use crate::text::{Span, half_width, is_blank, is_han};

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
        .or_else(|| by_place_in_byline(block, &after))
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

/// `XX同志`, `XX部长`
fn by_title(after: &str) -> Option<Measured> {
    let office = ["常务副", "副", "原"].iter().find_map(|lead| after.strip_prefix(lead)).unwrap_or(after);
    let titled = POLITE.iter().any(|title| after.starts_with(title))
        || OFFICES.iter().any(|title| office.starts_with(title));
    let several = ["代表团", "代表队", "代表性", "主席团", "主任会议", "主席台", "常委会"];
    (titled && !several.iter().any(|word| after.starts_with(word))).then(|| of(FieldKind::Person))
}

/// `县长XX`, `我叫XX`; but 我代表XX speaks for a body.
fn by_office(before: &str, after: &str) -> Option<Measured> {
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
fn by_place_in_byline(block: BlockKind, after: &str) -> Option<Measured> {
    let last = !after.trim_start_matches(is_blank).starts_with(is_han);
    (block == BlockKind::Byline && last).then(|| of(FieldKind::Person))
}

/// What the name of a place ends with.
pub(super) const PLACE_ENDS: [&str; 35] = [
    "大桥", "水库", "机场", "高速", "高铁", "古镇", "古城", "小区", "广场", "景区", "省", "市", "县", "区",
    "州", "镇", "乡", "村", "街道", "社区", "旗", "盟", "江", "河", "湖", "山", "岛", "港", "湾", "海",
    "流域", "公社", "大道", "路", "岭",
];

/// What the name of a body ends with.
pub(super) const BODY_ENDS: [&str; 35] = [
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
pub(super) fn body_end(after: &str) -> Option<&'static str> {
    let ends = BODY_ENDS.into_iter().filter(|end| after.starts_with(end));
    ends.max_by_key(|end| end.len()).filter(|_| !NO_BODY.iter().any(|word| after.starts_with(word)))
}

fn by_suffix(after: &str) -> Option<Measured> {
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
pub(super) const PROGRAMMES: [&str; 22] = [
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
pub(super) const OWN_BEFORE: [&str; 10] =
    ["支持", "推动", "推进", "促进", "加快", "实现", "助力", "谱写", "开创", "奋力谱写"];
pub(super) const OWN_AFTER: [&str; 14] = [
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
pub(super) const GOES: [&str; 12] =
    ["来到", "来", "赴", "抵达", "前往", "莅临", "走进", "考察", "视察", "调研", "到", "扎根"];

fn place_by_words(before: &str, after: &str) -> Option<Measured> {
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
