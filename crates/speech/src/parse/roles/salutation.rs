//! Whom a speech addresses: 同志们： and all that stands in its place.

use super::Line;
use crate::speech::Role;
use crate::text::{is_blank, is_han, length};

/// Whom a speech addresses.
const ADDRESSED: [&str; 28] = [
    "同志们",
    "同志",
    "各位",
    "女士",
    "先生",
    "朋友",
    "同学",
    "老师",
    "代表",
    "委员",
    "来宾",
    "领导",
    "同事",
    "家人",
    "伙伴",
    "尊敬的",
    "亲爱的",
    "同胞",
    "战友",
    "乡亲",
    "嘉宾",
    "评委",
    "家长",
    "员工",
    "工友",
    "校友",
    "专家",
    "客商",
];

/// What makes a line with a colon a sentence and no salutation.
const SAYS_SOMETHING: [&str; 19] = [
    "祝", "感谢", "谢谢", "欢迎", "让", "向", "致敬", "我", "现在", "今天", "下面", "请", "如下", "要", "是",
    "有", "汇报", "报告", "说",
];

/// `同志们：`, `尊敬的各位领导，各位来宾：`
pub(super) fn is_salutation(text: &str) -> bool {
    if is_bare(text) {
        return true;
    }
    let Some(inner) = text.strip_suffix(['：', ':', '！', '!']) else { return false };
    let longest = if text.ends_with(['！', '!']) { 20 } else { 60 };
    (2..=longest).contains(&length(inner))
        && !inner.contains(['。', '；', '！', '？', '：', '“'])
        && ADDRESSED.iter().any(|word| inner.contains(word))
        && !SAYS_SOMETHING.iter().any(|word| inner.contains(word))
}

/// `各位老领导、老同志`, its colon forgotten: nothing but people.
fn is_bare(text: &str) -> bool {
    let begins = ["各位", "尊敬的", "亲爱的", "同志们"].iter().any(|lead| text.starts_with(lead));
    let ends =
        ["们", "领导", "同志", "来宾", "嘉宾", "代表", "委员", "老师"].iter().any(|end| text.ends_with(end));
    begins
        && ends
        && length(text) <= 40
        && text.chars().all(|c| is_han(c) || is_blank(c) || "、，（）".contains(c))
}

/// `尊敬的各位领导、各位来宾，`
fn is_begun_salutation(text: &str) -> bool {
    text.strip_suffix(['，', ',', '、']).is_some_and(|inner| is_salutation(&format!("{inner}：")))
}

/// Marks the salutation, one line or several; gives the line after it.
pub(super) fn read_salutation(lines: &mut [Line<'_>], body: usize, end: usize) -> usize {
    // 各位领导、各位来宾， goes on in the next line.
    let above = lines[..body].iter_mut().rev().skip_while(|line| line.is(Role::Blank));
    above.take_while(|line| line.is(Role::Paragraph) && is_begun_salutation(line.text())).for_each(|line| {
        line.role = Role::Salutation;
    });
    for (idx, line) in lines.iter_mut().enumerate().take(end).skip(body) {
        match line.role {
            Role::Paragraph if is_salutation(line.text()) => line.role = Role::Salutation,
            Role::Paragraph => return idx,
            _ => {}
        }
    }
    end
}
