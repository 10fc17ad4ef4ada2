//! What could not be told from a file, in words.

use super::sheet::SheetSaid;
use crate::house_style::PageNumber;
use crate::page::Role;
use speech::Message;

/// Characters of lines whose height is no fixed one.
#[derive(Default)]
pub(super) struct OfLines {
    /// Of all lines.
    pub(super) all: usize,
    /// Of lines so and so many times as high as their font.
    pub(super) multiple: usize,
    /// Of lines that are at least so high.
    pub(super) at_least: usize,
}

/// What is missing or otherwise in the lines.
pub(super) fn of_lines(missing: &[Role], of_lines: &OfLines, untold: &mut Vec<Message>) {
    if !missing.is_empty() {
        let (zh, en): (Vec<_>, Vec<_>) = missing.iter().map(|role| words(*role)).unzip();
        untold.push(Message::new(
            format!("文件里没有{}：照“讲话稿”的样子补上，字号和行距随正文。", zh.join("、")),
            format!(
                "The file has no {}: taken from the style “speech”, in the size and line height of the text.",
                en.join(", ")
            ),
        ));
    }
    if of_lines.multiple + of_lines.at_least > of_lines.all / 2 {
        untold.push(Message::new(
            "文件的行距不是固定值：按字号和网格折算成了固定值，请对照原文件看一眼。",
            "The line height of the file is not a fixed one: it was reckoned from size and grid; compare it with the file.",
        ));
    }
}

/// What is missing or otherwise on the page.
pub(super) fn of_page(sheet: &SheetSaid, number: Option<&PageNumber>, untold: &mut Vec<Message>) {
    if number.is_none() {
        untold.push(Message::new(
            "页脚里没有找到页码：这个版式不印页码。",
            "No page number was found at the foot: this style prints none.",
        ));
    }
    if sheet.n_sections > 0 {
        untold.push(Message::new(
            "文件分了几节：页面照最后一节。",
            "The file has several sections: the page is that of the last one.",
        ));
    }
    if sheet.has_columns {
        untold.push(Message::new("文件分栏：版式不分栏。", "The file has columns: a style has none."));
    }
}

fn words(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::Title => ("标题", "title"),
        Role::Byline => ("讲话人", "speaker"),
        Role::Date => ("日期", "date"),
        Role::Salutation => ("称谓", "salutation"),
        Role::Heading(0 | 1) => ("一级标题", "heading of level 1"),
        Role::Heading(2) => ("二级标题", "heading of level 2"),
        Role::Heading(3) => ("三级标题", "heading of level 3"),
        Role::Heading(_) => ("四级标题", "heading of level 4"),
        Role::Body => ("正文", "text"),
        Role::Closing => ("结语", "closing"),
        Role::Table => ("表格", "table"),
    }
}
