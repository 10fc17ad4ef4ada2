//! 空的部分. A heading, and then the next one.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::message::{Message, Words};
use crate::outline::{Section, outline_of};
use crate::text::{is_blank, length};

pub(super) const CHECK: Check = Check {
    id: "empty-section",
    group: Group::Structure,
    severity: Severity::Warning,
    authority: Authority::Itself,
    name: Words { zh: "标题下面是空的", en: "empty section" },
    about: Words {
        zh: "标题下面没有内容，接着就是下一个标题：这一部分还没有写，或者内容被删了。全篇多半是这样的提纲不算。",
        en: "Nothing stands under a heading before the next one: the section is not written yet, or its text was deleted. A text that is an outline throughout is left alone.",
    },
    run,
    examples: include_str!("empty_section.txt"),
};

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let outline = outline_of(subject.speech, &subject.shown);
    let outermost: Vec<&Section> = outline.iter().filter(|section| section.level <= 2).collect();
    let empty: Vec<&&Section> = outermost.iter().filter(|section| is_empty(section)).collect();
    // An outline, or points that are a sentence each.
    if empty.len() * 3 > outermost.len() {
        return;
    }
    for section in empty {
        let Some(context) = subject.context(section.heading) else { continue };
        let start = context.chars.iter().take_while(|c| is_blank(**c)).count();
        let end = context.chars.len() - context.chars.iter().rev().take_while(|c| is_blank(**c)).count();
        if start >= end {
            continue;
        }
        let message = Message::new(
            "这个标题下面没有内容。补上，或者连标题一起删去。",
            "nothing stands under this heading. Write it, or delete the heading as well.",
        );
        found.push(subject.finding(&CHECK, section.heading, start..end, message));
    }
}

/// The heading is all there is, and it is no sentence of its own.
fn is_empty(section: &Section) -> bool {
    let sentence = section.words.ends_with(['。', '！', '；', '：', '.', ';']);
    section.blocks.len() == 1 && !sentence && length(&section.words) <= 30
}
