//! 标题末尾的句号. A heading that stands on a line of its own is no sentence.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::message::{Message, Words};
use crate::speech::BlockKind;
use crate::text::is_blank;

pub(super) const CHECK: Check = Check {
    id: "heading-mark",
    group: Group::Structure,
    severity: Severity::Warning,
    authority: Authority::Usage("独立成行的标题末尾不用句号；接排的标题用"),
    name: Words { zh: "标题末尾的句号", en: "full stop after a heading" },
    about: Words {
        zh: "独占一行的标题，末尾不用句号；标题后面接着正文的，才用。一级标题里只有一个带句号时是警告，别的只作提示。",
        en: "A heading on a line of its own has no full stop; one that its paragraph follows in the same line has. One of the first level alone is a warning, others are hints.",
    },
    run,
    examples: include_str!("heading_mark.txt"),
};

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let standing: Vec<(usize, u8, bool)> = subject
        .shown
        .iter()
        .enumerate()
        .filter_map(|(idx, shown)| match shown.block.kind {
            // One that is followed by nothing is the whole point: （一）要快。
            BlockKind::Heading { level, .. } if !shown.run_in && level <= 2 => {
                Some((idx, level, last_char(&subject.contexts[idx].chars) == Some('。')))
            }
            _ => None,
        })
        .collect();
    for (idx, level, _) in standing.iter().filter(|(_, _, stopped)| *stopped) {
        let siblings = standing.iter().filter(|(_, other, _)| other == level);
        let n_siblings = siblings.clone().count();
        let n_stopped = siblings.filter(|(_, _, stopped)| *stopped).count();
        let followed = subject
            .speech
            .blocks
            .get(idx + 1)
            .is_some_and(|next| matches!(next.kind, BlockKind::Paragraph | BlockKind::Heading { .. }));
        if !followed || is_text(subject, *idx) {
            continue;
        }
        let context = &subject.contexts[*idx];
        let end = context.chars.len() - context.chars.iter().rev().take_while(|c| is_blank(**c)).count();
        let message = Message::new(
            "独占一行的标题，末尾不用句号。删去它。",
            "a heading on a line of its own has no full stop. Delete it.",
        );
        let finding = subject.finding(&CHECK, context.block, end - 1..end, message);
        // The articles of a regulation are numbered sentences.
        let severity =
            if *level == 1 && n_siblings >= 3 && n_stopped == 1 { CHECK.severity } else { Severity::Hint };
        found.push(Finding { severity, suggestion: Some(String::new()), ..finding });
    }
}

fn last_char(chars: &[char]) -> Option<char> {
    chars.iter().rev().copied().find(|c| !is_blank(*c))
}

/// A numbered sentence that no paragraph of its own follows: its next is its sibling.
fn is_text(subject: &Subject<'_>, idx: usize) -> bool {
    let level = |idx: usize| match subject.speech.blocks.get(idx).map(|block| block.kind) {
        Some(BlockKind::Heading { level, .. }) => Some(level),
        _ => None,
    };
    level(idx + 1).is_some_and(|next| Some(next) <= level(idx))
}
