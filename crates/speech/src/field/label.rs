//! What a writer would call the fact that a slot asks for, out of its own sentence.
//!
//! ```text
//! 一季度全县生产总值同比下降X%              一季度全县生产总值同比降幅
//! 收入分别占全国、全省的X%、X%               收入占全国比重, 收入占全省比重
//! 城乡居民收入分别增长X%、下降X%             城镇居民收入增幅, 农村居民收入降幅
//! 调出了X户规上工业企业                      调出规上工业企业户数
//! 县委X届X次全会                             县委届数, 县委全会次数
//! ```

mod figure;
mod from_to;
mod several;
mod time;

use super::Place;
use super::kind::{self, PLACE_ENDS};
use crate::office::OFFICES;
use crate::speech::{BlockKind, FieldKind};
use crate::text::{half_width, is_blank, is_han, length};
use figure::{clause, counted_noun, figure};

/// The longest label, in characters; of a longer one the end says more.
const LONGEST: usize = 24;

/// The label of a slot's field. Never empty; not yet unique.
pub(super) fn label(place: &Place<'_>) -> String {
    let label = match place.measured().kind {
        _ if kind::name_of(&place.as_written()).is_some() => {
            kind::name_of(&place.as_written()).unwrap_or_default()
        }
        FieldKind::Text | FieldKind::Person | FieldKind::Organisation if asked(place).is_some() => {
            asked(place).unwrap_or_default()
        }
        FieldKind::Percent | FieldKind::Money | FieldKind::Number => figure(place),
        FieldKind::Ordinal => ordinal(place),
        FieldKind::Date => date(place),
        FieldKind::Place => place_name(place),
        FieldKind::Person => person(place),
        FieldKind::Organisation => body(place),
        FieldKind::Text => words(place),
    };
    shortened(label)
}

/// A label of at most [`LONGEST`] characters: without 我县, whom the text speaks for anyway,
/// then without its year, then without its first words.
fn shortened(label: String) -> String {
    let label: String = label.chars().filter(|c| !"“”‘’《》".contains(*c)).collect();
    let own = ["我省", "我市", "我县", "我区"].into_iter().find(|own| label.contains(own));
    let label = own.map_or(label.clone(), |own| label.replacen(own, "", 1));
    if length(&label) <= LONGEST {
        return label;
    }
    let dated = label.starts_with(|c: char| half_width(c).is_ascii_digit());
    let undated = label.split_once('年').filter(|_| dated).map_or(label.as_str(), |(_, rest)| rest);
    undated.chars().skip(length(undated).saturating_sub(LONGEST)).collect()
}

/// What the words before a colon ask for: 联系电话 of 联系电话：XXX.
fn asked(place: &Place<'_>) -> Option<String> {
    let said = place.before("。；，、！？").chars().any(is_han);
    heading(&place.before("。；，、！？")).filter(|_| said && place.block != BlockKind::Byline)
}

/// The body whose sessions are counted: 县委 of 县委X届X次全会.
pub(super) fn ordinal_base(place: &Place<'_>) -> String {
    let clause = clause(place);
    let clause = clause.strip_suffix('第').unwrap_or(&clause);
    let clause = clause.strip_prefix('在').unwrap_or(clause);
    let base = clause.rsplit(['和', '与', '及', '”', '》']).next().unwrap_or("");
    let bodies = [
        "县政府",
        "市政府",
        "省政府",
        "区政府",
        "镇政府",
        "常委会",
        "县委",
        "市委",
        "省委",
        "区委",
        "党委",
        "党组",
        "镇党委",
        "中央",
        "人大",
        "政协",
        "全国人大",
        "全国政协",
    ];
    let body = bodies.into_iter().filter(|body| base.ends_with(body)).max_by_key(|body| body.len());
    body.unwrap_or("").to_owned()
}

/// The meeting that is counted: 全会 of X届X次全会, 文化旅游节 of 第X届XX文化旅游节.
pub(super) fn meeting(place: &Place<'_>) -> Option<String> {
    const MEETINGS: [&str; 11] = [
        "委员会",
        "全会",
        "全体会议",
        "代表大会",
        "人代会",
        "党代会",
        "会议",
        "大会",
        "博览会",
        "论坛",
        "节",
    ];
    let after = place.after("。；，、！？");
    let ends = MEETINGS.iter().filter_map(|noun| after.find(noun).map(|at| at + noun.len()));
    let upto = &after[..ends.min()?];
    let noun: Vec<char> = upto.chars().rev().take_while(|c| is_han(*c) && !"届次".contains(*c)).collect();
    (2..=10).contains(&noun.len()).then(|| noun.into_iter().rev().collect())
}

fn ordinal(place: &Place<'_>) -> String {
    let base = ordinal_base(place);
    let meeting = meeting(place).unwrap_or_default();
    match place.measured().unit.as_deref().unwrap_or("") {
        "届" if base.is_empty() => format!("{meeting}届数"),
        "届" => format!("{base}届数"),
        "次" => format!("{base}{meeting}次数"),
        unit => {
            format!("第几{unit}{}", counted_noun(place).filter(|noun| length(noun) <= 6).unwrap_or_default())
        }
    }
}

/// The words before a colon that name what comes after it: 联系人 of 联系人：XXX.
pub(super) fn heading(before: &str) -> Option<String> {
    let words = before.strip_suffix(['：', ':'])?;
    let words: Vec<char> = words.chars().rev().take_while(|c| is_han(*c)).collect();
    (2..=5).contains(&words.len()).then(|| words.into_iter().rev().collect())
}

fn date(place: &Place<'_>) -> String {
    let part = match place.measured().unit.as_deref() {
        Some("年") => "年份",
        Some("月") => "月份",
        Some("日" | "号") => "日",
        None if kind::FEASTS.iter().any(|feast| place.after("").trim_start().starts_with(feast)) => {
            return "年份".to_owned();
        }
        _ => "时间",
    };
    if place.block == BlockKind::Date {
        return format!("讲话{part}");
    }
    if place.after("").starts_with("年度") {
        return "年度".to_owned();
    }
    if place.block == BlockKind::Title {
        return part.to_owned();
    }
    let clause = clause(place);
    let about = clause.trim_end_matches(|c: char| half_width(c).is_ascii_digit());
    let about = ["截至", "从", "到", "自", "于", "在", "至"]
        .iter()
        .find_map(|word| about.strip_suffix(word))
        .unwrap_or(about);
    let about = about.trim_start_matches(['至', '到', '从', '起']);
    let about = ["于", "将于", "定于"].iter().find_map(|word| about.strip_suffix(word)).unwrap_or(about);
    let due = place.after("。；，、！？：").contains('前');
    let about = if about.is_empty() || due { deed(place) } else { about.chars().take(8).collect() };
    format!("{about}{part}")
}

/// What is to be done by a date: 完成自查 of X月X日前完成自查.
fn deed(place: &Place<'_>) -> String {
    let after = place.after("。；，、！？：XxＸ×*_（(");
    let after = after.rsplit(['日', '月', '前', '底', '起', '年']).next().unwrap_or("");
    let after = ["将", "要", "须", "必须", "全部", "全面", "完成", "把"]
        .iter()
        .fold(after, |after, lead| after.strip_prefix(lead).unwrap_or(after));
    let after = after.trim_matches(['起', '止', '至', '到']);
    let deed: String = after.chars().filter(|c| is_han(*c)).collect();
    if (2..=6).contains(&length(&deed)) { deed } else { String::new() }
}

fn place_name(place: &Place<'_>) -> String {
    let (before, after) = (place.before("。；：，、！？"), place.after("。；：，、！？"));
    if super::share::key(place).as_deref() == Some(super::share::OWN_PLACE) {
        return place.own.map_or("地名".to_owned(), |own| format!("{own}名"));
    }
    if let Some(end) = PLACE_ENDS.iter().filter(|end| after.starts_with(**end)).max_by_key(|end| end.len()) {
        return format!("{end}名");
    }
    let goes = ["来到", "来", "赴", "抵达", "前往", "莅临", "走进", "考察", "视察", "调研"];
    match goes.into_iter().find(|verb| before.ends_with(verb)) {
        Some(verb @ ("考察" | "视察" | "调研")) => {
            let n_skip = length(&before).saturating_sub(4);
            let what: String = before.chars().skip(n_skip).collect();
            if what.chars().all(is_han) { format!("{what}地") } else { format!("{verb}地") }
        }
        Some(_) => "到访地".to_owned(),
        None if after.starts_with("考察") || after.starts_with("调研") => "到访地".to_owned(),
        None => "地名".to_owned(),
    }
}

fn person(place: &Place<'_>) -> String {
    if place.block == BlockKind::Byline {
        return "讲话人姓名".to_owned();
    }
    let before = place.before("。；：，、！？");
    let before = before.trim_end_matches(is_blank);
    match OFFICES.iter().filter(|office| before.ends_with(**office)).max_by_key(|office| office.len()) {
        Some(office) => format!("{office}姓名"),
        None => "姓名".to_owned(),
    }
}

fn body(place: &Place<'_>) -> String {
    let after = place.after("。；：，、！？");
    let end = kind::body_end(&after).unwrap_or(if after.contains("公司") { "公司" } else { "单位" });
    format!("{end}名称")
}

/// Anything else is called by what follows it: 产业 of XX产业, 主题 of 以“XX”为主题.
fn words(place: &Place<'_>) -> String {
    let after = place.after("。；，、！？");
    if let Some(what) =
        after.trim_start_matches(['”', '》']).strip_prefix('为').filter(|what| length(what) <= 6)
    {
        return what.to_owned();
    }
    if place.before("。；，、！？：").ends_with('由') {
        let what: String = after.chars().take_while(|c| is_han(*c)).take(4).collect();
        return format!("由谁{what}");
    }
    const NAMED: [&str; 26] = [
        "方案",
        "条例",
        "意见",
        "规划",
        "办法",
        "通知",
        "领域",
        "方面",
        "工作会议",
        "工作",
        "博览会",
        "运动会",
        "论坛",
        "节",
        "产业",
        "工程",
        "行动",
        "项目",
        "活动",
        "品牌",
        "计划",
        "精神",
        "会议",
        "大会",
        "会",
        "模式",
    ];
    let noun: String = after.chars().take_while(|c| is_han(*c)).take(8).collect();
    let ends = NAMED.iter().filter_map(|end| noun.find(end).map(|at| (at, end.len())));
    match ends
        .min_by_key(|(at, n_bytes)| (*at, std::cmp::Reverse(*n_bytes)))
        .map(|(at, n_bytes)| at + n_bytes)
    {
        Some(end_bytes) => format!("{}名称", &noun[..end_bytes]),
        None => surroundings(place).unwrap_or_else(|| "待填内容".to_owned()),
    }
}

/// How many characters on either side of a slot say where it stands.
const N_BESIDE: usize = 6;

/// The words on both sides of a slot that nothing names: 谨代表…宣布. Nothing where it stands
/// alone.
fn surroundings(place: &Place<'_>) -> Option<String> {
    let is_word = |c: &char| is_han(*c) && !["的", "了"].contains(&c.to_string().as_str());
    let is_quote = |c: &char| "“”《》".contains(*c);
    let (before, after) = (place.before("。；：，、！？"), place.after("。；：，、！？"));
    let before: Vec<char> =
        before.chars().rev().skip_while(is_quote).take_while(is_word).take(N_BESIDE).collect();
    let after: String = after.chars().skip_while(is_quote).take_while(is_word).take(N_BESIDE).collect();
    let before: String = before.into_iter().rev().collect();
    (length(&before) + length(&after) >= 2).then(|| format!("{before}…{after}"))
}
