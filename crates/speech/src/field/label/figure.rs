//! What a figure is called: the subject of its clause, what its verb makes of it, and
//! the time of its sentence.

use super::from_to::from_to;
use super::several::one_of_several;
use super::surroundings;
use super::time::with_time;
use crate::field::Place;
use crate::field::kind::PLACE_ENDS;
use crate::speech::FieldKind;
use crate::text::{is_blank, is_han, length};

/// What a verb before a figure makes of it: (verb, share or rate, amount).
const CHANGES: [(&str, &str, &str); 26] = [
    ("增长", "增幅", "增量"),
    ("增加", "增幅", "增量"),
    ("上升", "升幅", "增量"),
    ("提升", "升幅", "增量"),
    ("提高", "升幅", "增量"),
    ("上涨", "涨幅", "涨幅"),
    ("回升", "升幅", "增量"),
    ("增", "增幅", "增量"),
    ("涨", "涨幅", "涨幅"),
    ("下降", "降幅", "下降量"),
    ("减少", "降幅", "减少量"),
    ("降低", "降幅", "下降量"),
    ("缩减", "降幅", "缩减量"),
    ("压减", "压减幅度", "压减量"),
    ("回落", "降幅", "回落量"),
    ("下滑", "降幅", "下滑量"),
    ("下跌", "跌幅", "跌幅"),
    ("降", "降幅", "下降量"),
    ("完成", "完成比例", ""),
    ("高于", "高出幅度", "高出量"),
    ("低于", "低出幅度", "低出量"),
    ("达到", "", ""),
    ("超过", "", ""),
    ("突破", "", ""),
    ("实现", "", ""),
    ("占", "占比", "占比"),
];

/// Words between a subject and its figure that name nothing.
const FILLERS: [&str; 42] = [
    "由",
    "从",
    "达到",
    "达",
    "超过",
    "突破",
    "实现",
    "稳定在",
    "保持在",
    "控制在",
    "维持在",
    "不低于",
    "不少于",
    "不超过",
    "共有",
    "共计",
    "总计",
    "累计",
    "合计",
    "只有",
    "仅有",
    "已有",
    "约为",
    "大约",
    "力争",
    "迈上",
    "安排",
    "共",
    "约",
    "近",
    "仅",
    "只",
    "均",
    "已",
    "为",
    "是",
    "有",
    "了",
    "的",
    "再",
    "至",
    "在",
];

/// What a clause begins with before it comes to the matter.
const OPENERS: [&str; 36] = [
    "向",
    "其中",
    "实现",
    "力争",
    "确保",
    "努力",
    "争取",
    "必须",
    "全力",
    "预计",
    "预期",
    "计划",
    "特别是",
    "尤其是",
    "主要指标是",
    "指标是",
    "同时",
    "但是",
    "而且",
    "并且",
    "全年要",
    "今年要",
    "我们要",
    "要",
    "也",
    "还",
    "使",
    "让",
    "把",
    "将",
    "对",
    "仅",
    "我们",
    "大家",
    "已经",
    "并",
];

/// The label of a percentage, an amount of money or a number.
pub(super) fn figure(place: &Place<'_>) -> String {
    let (subject, change) = split_change(&clause(place), place.measured().kind);
    if let Some(label) = one_of_several(place, change).or_else(|| from_to(place)) {
        return with_time(place, label);
    }
    let counted = counted_noun(place);
    let compares =
        ["同比", "环比", "年均", "比上年", "较上年", "比去年", "较去年", "比上年同期", "比去年同期", "其中"];
    // ……有关人员，共X人。
    if counted.is_none() && ["共", "共计", "总计", "合计", "一共"].contains(&clause(place).as_str())
    {
        let unit = place.measured().unit.clone().unwrap_or_default();
        return with_time(place, format!("总{}", number_word(&unit).trim_start_matches('数')));
    }
    let subject = match &counted {
        None if subject.is_empty() || compares.contains(&subject.as_str()) => {
            format!("{}{}", earlier_subject(place), subject.trim_start_matches("其中"))
        }
        _ => subject,
    };
    let subject = without_deed(&subject);
    if place.measured().kind == FieldKind::Percent && change.is_empty() {
        return with_time(place, share_of(place, &subject));
    }
    let unit = place.measured().unit.clone().unwrap_or_default();
    let measure = if place.measured().kind == FieldKind::Number { number_word(&unit) } else { "" };
    let label = match counted {
        Some(noun) if change.is_empty() => {
            // 受到表彰的X个先进集体 and 这是X个先进集体 are called by what is counted.
            let of_noun = clause(place).ends_with('的') || subject.starts_with('是');
            let verb = if (2..=6).contains(&length(&subject)) && !of_noun { subject.as_str() } else { "" };
            format!("{verb}{noun}{measure}")
        }
        _ if change.is_empty() && !subject.ends_with(['数', '量', '率', '额', '重']) => {
            let named_whole =
                ["总数", "总量", "总额", "规模", "面积"].iter().any(|end| subject.ends_with(end));
            if named_whole { subject } else { format!("{subject}{measure}") }
        }
        _ => format!("{subject}{change}"),
    };
    let label = if label.is_empty() { fallback(place) } else { label };
    with_time(place, label)
}

/// 全市地区生产总值 of 全市实现地区生产总值.
fn without_deed(subject: &str) -> String {
    let done = ["实现", "完成"].iter().find_map(|verb| subject.split_once(verb));
    match done {
        Some((area, what)) if length(area) <= 4 && area.contains(['全', '我']) && length(what) >= 2 => {
            format!("{}{what}", area.trim_end_matches('要'))
        }
        _ => match subject.chars().nth(2) {
            Some('要') if subject.starts_with(['全', '我']) => subject.replacen('要', "", 1),
            _ => subject.to_owned(),
        },
    }
}

/// What a percentage is a share of: 占信访总量比重, 完成目标任务比例, 税收比例 of
/// X%以上的税收. A rate is called by its name alone.
fn share_of(place: &Place<'_>, subject: &str) -> String {
    let after = place.after("。；，、！？：");
    let after: String = after.chars().skip_while(|c| !is_han(*c)).collect();
    let after = after.trim_start_matches("个百分点");
    let after =
        ["以上", "左右", "以内", "多"].iter().find_map(|word| after.strip_prefix(word)).unwrap_or(after);
    let noun: Option<String> =
        after.strip_prefix('的').map(|rest| rest.chars().take_while(|c| is_han(*c)).collect());
    match noun.filter(|noun| (2..=8).contains(&length(noun))) {
        Some(noun) => {
            let subject = if length(subject) <= 4 { subject } else { "" };
            format!("{subject}{noun}比例")
        }
        None if subject.starts_with('占') => format!("{}{subject}比重", earlier_subject(place)),
        None if subject.contains('占') && !subject.ends_with(['比', '重', '例', '率']) => {
            format!("{subject}比重")
        }
        None if subject.starts_with("完成") => format!("{subject}比例"),
        None if subject.is_empty() => fallback(place),
        None => subject.to_owned(),
    }
}

/// 户 → 户数, 人 → 人数, 个 → 数, 万亩 → nothing: the unit says it.
pub(super) fn number_word(unit: &str) -> &'static str {
    match unit.trim_start_matches(|c: char| "余多十百千万亿".contains(c)) {
        "户" => "户数",
        "人" | "名" | "位" => "人数",
        "人次" => "人次",
        "件次" => "件次",
        "天" | "个月" | "年" | "小时" | "分钟" => "时长",
        "次" => "次数",
        "篇" => "篇数",
        "岁" => "年龄",
        "字" => "字数",
        "批" => "批次",
        "周年" => "周年数",
        "个" | "家" | "项" | "条" | "件" | "所" | "座" | "起" | "宗" | "处" | "场" | "份" | "台" | "辆"
        | "单" | "支" => "数",
        _ => "",
    }
}

/// The clause up to the slot, earlier slots of the clause and what they count left out.
pub(super) fn clause(place: &Place<'_>) -> String {
    let clause = place.before("。；：，、！？;:,!?");
    let start = place.slot().start - length(&clause);
    let earlier = place.first_slot_from(start, place.slot_idx);
    let Some(first) = earlier else { return without_openers(&clause) };
    let told: String = place.chars[start..place.slots[first].start].iter().collect();
    let since = after_a_name(place)
        .or_else(|| after_a_figure(place).filter(|_| told.is_empty() && counted_noun(place).is_none()));
    without_openers(&since.unwrap_or(told))
}

/// What is said since a figure that begins its clause: 老人 of XX岁以上老人X名.
fn after_a_figure(place: &Place<'_>) -> Option<String> {
    let previous = place.slot_idx.checked_sub(1)?;
    place.measured[previous].unit.as_ref()?;
    let from = place.unit_end(previous).min(place.slot().start);
    let since: String = place.chars[from..place.slot().start].iter().collect();
    let since = since.trim_start_matches("以上").trim_start_matches("以下").to_owned();
    (length(&since) >= 2 && since.chars().all(is_han)).then_some(since)
}

/// What is said since a slot that is a name: 合作社 of 建成XX合作社X个.
fn after_a_name(place: &Place<'_>) -> Option<String> {
    let previous = place.slot_idx.checked_sub(1)?;
    place.measured[previous].unit.is_none().then_some(())?;
    let since: String = place.chars[place.slots[previous].end..place.slot().start].iter().collect();
    let titles = PLACE_ENDS.iter().chain(&["同志", "先生", "女士"]);
    let rest = titles.filter_map(|end| since.strip_prefix(end)).min_by_key(|rest| rest.len());
    let since = rest.unwrap_or(&since).to_owned();
    let (subject, _) = split_change(&since, place.measured().kind);
    (length(&subject) >= 2 && since.chars().all(is_han)).then_some(since)
}

pub(super) fn without_openers(clause: &str) -> String {
    let clause = clause.trim_matches(|c: char| is_blank(c) || "“”\"".contains(c));
    // The 0. of 控制在0.X以内 is of the figure.
    let clause = match clause.strip_suffix('.') {
        Some(words) => words.trim_end_matches(|c: char| c.is_ascii_digit()),
        None => clause,
    };
    let mut clause = without_marker(clause);
    // 今年金融机构要力争存款达到: what is striven for comes after the last such word.
    for word in ["力争", "确保", "争取", "预计", "努力使", "主要是", "指标是"] {
        match clause.rsplit_once(word) {
            // 华东区确保完成: what is striven for stands before it.
            Some((what, "完成" | "达到" | "实现" | "突破")) if length(what) >= 2 => {
                clause = what.trim_end_matches(['要', '将']);
            }
            Some((_, after)) if length(after) >= 2 => clause = after,
            _ => {}
        }
    }
    while let Some(after) = OPENERS.iter().find_map(|word| clause.strip_prefix(word)) {
        clause = after;
    }
    // 在全县 is 全县; 在校学生 stays.
    if let Some(area) = clause.strip_prefix('在').filter(|area| area.starts_with(['全', '我', '本'])) {
        clause = area;
    }
    clause.to_owned()
}

/// 用水量 of 一是用水量.
fn without_marker(clause: &str) -> &str {
    let rest = clause.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    if rest.len() == clause.len() {
        return clause;
    }
    rest.strip_prefix(['是', '要']).unwrap_or(clause)
}

/// Cuts the verb off a clause: 全县用水量同比增长 → 全县用水量同比, 增幅.
pub(super) fn split_change(clause: &str, kind: FieldKind) -> (String, &'static str) {
    let mut subject = clause;
    let mut change = None;
    loop {
        let subject_before = subject;
        subject = subject.trim_end_matches(is_blank);
        if change.is_none()
            && let Some((rest, rate, amount)) = CHANGES
                .iter()
                .find_map(|(verb, rate, amount)| subject.strip_suffix(verb).map(|rest| (rest, rate, amount)))
                // X户 of 新增X户企业 are the new ones, not by how much something grew.
                .filter(|(rest, ..)| kind == FieldKind::Percent || !rest.ends_with('新'))
        {
            let rate = if kind == FieldKind::Percent { *rate } else { *amount };
            change = (!rate.is_empty()).then_some(rate);
            subject = rest;
        }
        let per_head = subject.ends_with("年均") || subject.ends_with("人均");
        if let Some(rest) =
            FILLERS.iter().find_map(|filler| subject.strip_suffix(filler)).filter(|_| !per_head)
        {
            subject = rest;
        }
        subject = subject.strip_suffix("分别").unwrap_or(subject);
        if subject == subject_before {
            break;
        }
    }
    let Some(change) = change else { return (subject.to_owned(), "") };
    // 生产总值增长同比下降 says it twice; 增速下降 is a fall.
    let compared =
        ["同比", "环比", "比上年", "较上年"].into_iter().find(|word| subject.ends_with(word)).unwrap_or("");
    let bare = subject.strip_suffix(compared).unwrap_or(subject);
    let bare =
        ["的增速", "增速", "增长", "的"].iter().find_map(|word| bare.strip_suffix(word)).unwrap_or(bare);
    (format!("{bare}{compared}"), change)
}

/// What a number counts: 规上工业企业 of X户规上工业企业. Up to the next mark or verb.
pub(super) fn counted_noun(place: &Place<'_>) -> Option<String> {
    let counts = matches!(place.measured().kind, FieldKind::Number | FieldKind::Ordinal);
    if !counts || place.measured().unit.as_deref() == Some("周年") {
        return None;
    }
    let start = place.unit_end(place.slot_idx);
    let next_slot = place.slots.get(place.slot_idx + 1).map_or(usize::MAX, |slot| slot.start);
    let run: String = place
        .chars
        .iter()
        .enumerate()
        .skip(start)
        .take_while(|(idx, c)| is_han(**c) && *idx < next_slot)
        .map(|(_, c)| *c)
        .collect();
    let run = ["以上", "以下", "左右", "以内"].iter().find_map(|word| run.strip_prefix(word)).unwrap_or(&run);
    const VERBS: [&str; 63] = [
        "没有", "入选", "偏多", "上升", "增加", "增长", "下降", "减少", "提高", "降低", "扩大", "表示",
        "致以", "讲得", "汇报", "庆祝", "到来", "即", "作了", "作出", "作", "发言", "进行", "参加", "获",
        "被", "的", "和", "与", "及", "以上", "左右", "以内", "全部", "为", "在", "将", "都", "已", "解读",
        "给予", "全面", "等", "中", "内", "前", "后", "以来", "来", "时间", "就", "要", "是", "并", "又",
        "也", "达", "交流", "迈", "比", "逐", "同比", "开展",
    ];
    let end_bytes = VERBS.iter().filter_map(|verb| run.find(verb)).min().unwrap_or(run.len());
    let noun = &run[..end_bytes];
    let noun = if noun == "事" { "事项" } else { noun };
    (1..=12).contains(&length(noun)).then(|| noun.to_owned())
}

/// The subject of a figure whose own clause has none: 新增X户，增长X%.
fn earlier_subject(place: &Place<'_>) -> String {
    let sentence = place.before("。；！？");
    let mut clauses = sentence.split(['，', '、', '：']).rev().skip(1).map(without_openers);
    let told = clauses.find(|clause| clause.chars().filter(|c| is_han(*c)).count() >= 2);
    let told = told.unwrap_or_default();
    let (subject, _) = split_change(&told, place.measured().kind);
    let masked = subject.split(|c| "XxＸ×".contains(c)).next().unwrap_or("");
    split_change(masked, place.measured().kind).0
}

/// A figure that nothing names is called by the words around it.
fn fallback(place: &Place<'_>) -> String {
    surroundings(place).unwrap_or_else(|| {
        let unit = place.measured().unit.clone().unwrap_or_default();
        if unit.is_empty() { "待填数字".to_owned() } else { format!("数字（{unit}）") }
    })
}
