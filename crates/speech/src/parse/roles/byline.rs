//! Who speaks and when: the lines between title and salutation, or after the end.

use crate::office::OFFICES;
use crate::text::{half_width, is_blank, is_han, length, trim};

/// `（2020年5月28日）`, `2020.5.28`, `二〇二〇年五月`, `9月10日`, `X年X月X日`
pub(super) fn is_date(text: &str) -> bool {
    let labelled = ["时间：", "时间:", "日期：", "日期:", "讲话时间："];
    let text = labelled.iter().find_map(|label| text.strip_prefix(label)).map_or(text, trim);
    let inner = text.strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')']));
    let bare: String = inner.unwrap_or(text).chars().filter(|c| !is_blank(*c)).map(half_width).collect();
    let dated = bare.contains('月') && bare.contains(['年', '日', '号'])
        || bare.matches(['.', '-', '/']).count() == 2;
    let of_date = |c: char| {
        c.is_ascii_digit() || "零〇○一二三四五六七八九十Xx×*_年月日号.-/至、上下午晚星期周".contains(c)
    };
    let counted = bare.contains(|c: char| c.is_ascii_digit() || "一二三四五六七八九十Xx×*_".contains(c));
    counted && dated && (bare.chars().all(of_date) || inner.is_some() && length(&bare) <= 40)
}

/// `县委副书记、县长　张三`, `张　三`, `讲话人：张三`, `XXX`
pub(super) fn is_byline(text: &str) -> bool {
    if length(text) > 40 || text.contains(['。', '，', '；', '！', '？', '“', '《']) {
        return false;
    }
    let named = [
        "讲话人",
        "主讲人",
        "讲课人",
        "授课人",
        "宣讲人",
        "报告人",
        "汇报人",
        "述职人",
        "发言人",
        "演讲人",
        "演讲者",
        "致辞人",
        "主持人",
        "作者",
        "单位",
        "报告单位",
        "汇报单位",
        "发言单位",
    ];
    if named.iter().any(|word| text.strip_prefix(word).is_some_and(|rest| rest.starts_with(['：', ':']))) {
        return true;
    }
    let after_office =
        OFFICES.iter().filter_map(|office| text.rfind(office).map(|at| &text[at + office.len()..]));
    match after_office.min_by_key(|rest| rest.len()) {
        Some(rest) => trim(rest).is_empty() && length(text) <= 20 || is_name(rest),
        None => is_name(text),
    }
}

/// The name of a body that speaks or reports: `县应急管理局`, `XX集团有限公司`. A line of
/// a title may be one too, so only what stands under the title is asked.
pub(super) fn is_body(text: &str) -> bool {
    const ENDS: [&str; 16] = [
        "局",
        "厅",
        "委",
        "办",
        "部",
        "院",
        "政府",
        "委员会",
        "党委",
        "党组",
        "支部",
        "公司",
        "集团",
        "办公室",
        "中心",
        "学校",
    ];
    (3..=30).contains(&length(text))
        && ENDS.iter().any(|end| text.ends_with(end))
        && text.chars().all(|c| is_han(c) || is_blank(c) || "XxＸ×*○_（）、".contains(c))
        && !["在", "关于", "致", "给", "全", "各"].iter().any(|lead| text.starts_with(lead))
}

/// A person's name, blanks inside allowed, or a placeholder for one.
fn is_name(text: &str) -> bool {
    let bare: Vec<char> = text.chars().filter(|c| !is_blank(*c)).map(half_width).collect();
    let masked = !bare.is_empty() && bare.len() <= 4 && bare.iter().all(|c| "XxＸ×*○某_".contains(*c));
    let half_masked = bare.len() >= 2 && bare[1..].iter().all(|c| "XxＸ×*○某_".contains(*c));
    let han = (2..=4).contains(&bare.len()) && bare.iter().all(|c| is_han(*c));
    masked || bare.len() <= 4 && begins_with_surname(&bare) && (han || half_masked)
}

pub(crate) fn begins_with_surname(name: &[char]) -> bool {
    let lists = include_str!("../../../data/surnames.txt").lines().filter(|line| !line.starts_with('#'));
    lists.into_iter().any(|list| {
        if list.contains(' ') {
            let start: String = name.iter().take(2).collect();
            return name.len() > 2 && list.split(' ').any(|surname| surname == start);
        }
        name.first().is_some_and(|first| list.contains(*first))
    })
}
