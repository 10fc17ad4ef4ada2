//! 会议的叫法. 在…座谈会上的讲话, and in the first line 今天召开动员大会: one of the two is
//! last time's.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::message::{Message, Words};
use crate::speech::BlockKind;
use crate::text::{Span, half_width, is_han};

pub(super) const CHECK: Check = Check {
    id: "meeting-name",
    group: Group::Structure,
    severity: Severity::Warning,
    authority: Authority::Itself,
    name: Words { zh: "题目和正文里的会", en: "two names for the meeting" },
    about: Words {
        zh: "题目里是一个会，开头说“今天召开”的是另一个会：年份、届次对不上，或者一个是座谈会、一个是动员会。正文里的简称不算。",
        en: "The title names one meeting, and 今天召开 another: another year or session, or 座谈会 for 动员会. A shorter name in the text is not meant.",
    },
    run,
    examples: include_str!("meeting_name.txt"),
};

/// What kind of meeting, as its name ends; of two kinds one is wrong.
const KINDS: [&str; 12] = [
    "座谈会",
    "动员会",
    "动员大会",
    "表彰大会",
    "表彰会",
    "总结会",
    "推进会",
    "现场会",
    "调度会",
    "培训会",
    "论证会",
    "发布会",
];

/// What a meeting's name ends with.
const ENDS: [&str; 4] = ["会议", "大会", "会", "仪式"];

/// How far the opening is looked at, in characters.
const OPENING: usize = 80;

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let title: String = subject
        .shown
        .iter()
        .filter(|shown| shown.block.kind == BlockKind::Title)
        .map(|shown| shown.text())
        .collect();
    let body = subject.speech.blocks.iter().position(|block| block.kind == BlockKind::Paragraph);
    let Some(idx) = body.filter(|_| title.contains('会')) else { return };
    let context = &subject.contexts[idx];
    let Some(span) = held_today(&context.chars) else { return };
    let held = context.text(span.clone());
    let Some(differs) = difference(&title, &held) else { return };
    let message = Message::new(
        format!("题目里的会和这里说的“{held}”对不上（{differs}）。核对是哪一个，统一起来。"),
        format!(
            "the meeting of the title and “{held}” don't agree ({differs}). Look up which it is, and make them one."
        ),
    );
    found.push(subject.finding(&CHECK, context.block, span, message));
}

/// The meeting that is held: after 今天，我们召开 and the like, up to its 会.
fn held_today(chars: &[char]) -> Option<Span> {
    let text: String = chars.iter().take(OPENING).collect();
    let from_bytes =
        ["召开", "举行"].iter().filter_map(|word| text.find(word).map(|at| at + word.len())).min()?;
    let before = &text[..from_bytes];
    if !["今天", "今日", "这次", "现在"].iter().any(|word| before.contains(word)) || before.contains('。')
    {
        return None;
    }
    let start = before.chars().count()
        + text[from_bytes..].chars().take_while(|c| "的了一次全".contains(*c) && *c != '全').count();
    let clause_end = (start..chars.len().min(start + 50)).find(|idx| "，。；！".contains(chars[*idx]))?;
    let name: String = chars[start..clause_end].iter().collect();
    let n_name = ENDS
        .iter()
        .filter_map(|end| name.rfind(end).map(|at| name[..at + end.len()].chars().count()))
        .max()?;
    (n_name >= 4).then_some(start..start + n_name)
}

/// What can't be true of one meeting; nothing where one name may be short for the other.
fn difference(title: &str, held: &str) -> Option<String> {
    let kinds = |name: &str| -> Vec<&str> { KINDS.into_iter().filter(|kind| name.contains(kind)).collect() };
    let (of_title, of_text) = (kinds(title), kinds(held));
    let apart = !of_title.is_empty()
        && !of_text.is_empty()
        && of_title.iter().all(|kind| !of_text.iter().any(|other| same(kind, other)));
    if apart && !title.contains('暨') && !held.contains('暨') {
        return Some(format!("{}、{}", of_title[0], of_text[0]));
    }
    for unit in ['年', '届', '次'] {
        let (one, other) = (numbers(title, unit), numbers(held, unit));
        if let ([one], [other]) = (one.as_slice(), other.as_slice())
            && one != other
            && crate::numeral::read_number(one) != crate::numeral::read_number(other)
        {
            return Some(format!("{one}{unit}、{other}{unit}"));
        }
    }
    None
}

/// 动员会 and 动员大会 are one kind.
fn same(one: &str, other: &str) -> bool {
    one.chars().take(2).eq(other.chars().take(2))
}

/// The numbers before a unit: 2026 of 2026年, 五 of 五次.
fn numbers(name: &str, unit: char) -> Vec<String> {
    let chars: Vec<char> = name.chars().map(half_width).collect();
    let of_number = |c: char| c.is_ascii_digit() || is_han(c) && "一二三四五六七八九十〇".contains(c);
    let mut numbers = Vec::new();
    for (at, _) in chars.iter().enumerate().filter(|(_, c)| **c == unit) {
        let start = (0..at).rev().take_while(|idx| of_number(chars[*idx])).last();
        numbers.extend(start.map(|start| chars[start..at].iter().collect()));
    }
    numbers
}
