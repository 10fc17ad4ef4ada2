//! 缺称谓、缺结尾. A speech greets, and ends.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::message::{Message, Words};
use crate::speech::{BlockId, BlockKind};
use crate::text::is_blank;

pub(super) const CHECK: Check = Check {
    id: "missing-part",
    group: Group::Structure,
    severity: Severity::Hint,
    authority: Authority::Usage("讲话稿的通行格式：称谓顶格，结尾有收束"),
    name: Words { zh: "缺称谓或结尾", en: "no salutation or closing" },
    about: Words {
        zh: "整篇的讲话没有称谓，或者最后一部分完了就完了，没有收束。书面交流和摘录没有也正常，所以只作提示。",
        en: "A whole speech without a salutation, or that stops with its last section. Written contributions and extracts have none, so this is a hint.",
    },
    run,
    examples: include_str!("missing_part.txt"),
};

/// A text of fewer paragraphs is an extract.
const FEWEST: usize = 6;

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let blocks = &subject.speech.blocks;
    let has = |kind: BlockKind| blocks.iter().any(|block| block.kind == kind);
    let is_speech = subject.about().genre.is_some() && has(BlockKind::Title) && blocks.len() >= FEWEST;
    if !is_speech {
        return;
    }
    let first =
        blocks.iter().find(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading { .. }));
    if let Some(first) = first.filter(|_| !has(BlockKind::Salutation)) {
        let message = Message::new(
            "正文前面没有称谓（同志们：）。补上，或者忽略。",
            "no salutation (同志们：) stands before the text. Add one, or ignore this.",
        );
        found.extend(
            end_of(subject, first.id, true).map(|span| subject.finding(&CHECK, first.id, span, message)),
        );
    }
    if let Some(last) = blocks.last().filter(|_| !has(BlockKind::Closing)) {
        let message = Message::new(
            "最后没有收束的话。补上结尾，或者忽略。",
            "nothing closes the speech. Add a closing, or ignore this.",
        );
        found.extend(
            end_of(subject, last.id, false).map(|span| subject.finding(&CHECK, last.id, span, message)),
        );
    }
}

/// The first or last characters of a block, to put the mark on.
fn end_of(subject: &Subject<'_>, block: BlockId, first: bool) -> Option<std::ops::Range<usize>> {
    const N_MARKED: usize = 4;
    let chars = &subject.context(block)?.chars;
    let start = chars.iter().take_while(|c| is_blank(**c)).count();
    let end = chars.len() - chars.iter().rev().take_while(|c| is_blank(**c)).count();
    let span =
        if first { start..end.min(start + N_MARKED) } else { start.max(end.saturating_sub(N_MARKED))..end };
    (!span.is_empty()).then_some(span)
}
