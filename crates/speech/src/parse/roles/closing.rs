//! How a speech ends: 同志们，……让我们……！ 谢谢大家！

use super::Line;
use crate::parse::headings;
use crate::speech::Role;
use crate::text::length;

/// How many paragraphs a closing has at most.
const LONGEST_CLOSING: usize = 5;

/// Marks the closing: the last paragraphs, from `同志们，…` on, or those that wish and
/// thank. It stands after the last heading, and not right under a standing one.
pub(super) fn read_closing(body: &mut [Line<'_>]) {
    let text: Vec<usize> = (0..body.len()).filter(|idx| body[*idx].is(Role::Paragraph)).collect();
    let under_heading = text.iter().rposition(|idx| headings::heading(body[*idx].paragraph).is_some());
    let first = match under_heading {
        Some(position) => {
            let heading = &body[text[position]];
            let stands_alone = headings::heading(heading.paragraph).is_some_and(|cut| !cut.run_in);
            // A point that is a sentence asks for nothing under it: 3.希望大家关心集体。
            let says_all = heading.text().ends_with(['。', '；', '！', '.']);
            position + 1 + usize::from(stands_alone && !says_all)
        }
        // Without headings the speech needs at least one paragraph of its own.
        None => 1,
    };
    let first = first.max(text.len().saturating_sub(LONGEST_CLOSING));
    let Some(last_lines) = text.get(first..).filter(|lines| !lines.is_empty()) else { return };
    let says = |told: fn(&str) -> bool| last_lines.iter().position(|idx| told(body[*idx].text()));
    let from_address = says(addresses).filter(|from| closes_from(*from, last_lines.len()));
    let Some(from) = from_address.or_else(|| from_wishes(body, last_lines)) else { return };
    for idx in &last_lines[from..] {
        body[*idx].role = Role::Closing;
    }
}

/// The first of the wishes and thanks that stand last; a call may follow them: 干杯！
fn from_wishes(body: &[Line<'_>], last_lines: &[usize]) -> Option<usize> {
    let calls = |text: &str| length(text) <= 6 && text.ends_with(['！', '!']);
    let trailing = last_lines.iter().rev().take_while(|idx| {
        let text = body[**idx].text();
        wishes_or_thanks(text) || calls(text)
    });
    let from = last_lines.len() - trailing.count();
    (from..last_lines.len()).find(|idx| wishes_or_thanks(body[last_lines[*idx]].text()))
}

/// Three paragraphs or fewer follow an address that closes.
fn closes_from(from: usize, n_lines: usize) -> bool {
    n_lines - from <= 3
}

/// `同志们，…`, `各位代表！…`
pub(super) fn addresses(text: &str) -> bool {
    let Some((address, _)) = text.split_once(['，', ',', '！', '!', '：', ':']) else { return false };
    let named = address.ends_with('们')
        && !["我们", "你们", "他们", "她们", "人们", "咱们"].iter().any(|word| address.ends_with(word));
    (named && length(address) <= 12)
        || length(address) <= 20
            && [
                "同志们",
                "各位",
                "女士们",
                "朋友们",
                "同学们",
                "先生们",
                "老师们",
                "家人们",
                "乡亲们",
                "伙伴们",
            ]
            .iter()
            .any(|word| address.starts_with(word))
}

/// `让我们…！`, `最后，祝…！`, `谢谢大家！`, `我就讲这些。`
fn wishes_or_thanks(text: &str) -> bool {
    let begins = [
        "谢谢",
        "感谢大家！",
        "最后，祝",
        "最后，预祝",
        "最后，衷心祝",
        "最后，再次",
        "预祝",
        "祝愿",
        "祝大家",
        "祝各位",
        "衷心祝愿",
        "让我们",
        "我的讲话完了",
        "我就讲",
        "我就说",
        "我就汇报到这",
        "我的发言完",
        "我的汇报完",
        "以上是我",
        "讲得不对",
        "不妥之处",
        "不当之处",
        "祝",
        "恭祝",
        "敬祝",
    ];
    if text.starts_with("祝贺") {
        return false;
    }
    let exclaims = text.ends_with(['！', '!']);
    begins.iter().any(|word| text.starts_with(word)) && (exclaims || length(text) <= 40)
        || exclaims && text.contains("让我们")
        || exclaims && length(text) <= 40 && text.contains("谢谢大家")
        || length(text) <= 40 && text.contains("批评指正")
        || exclaims && text.starts_with("最后") && text.contains('祝')
}
