//! What is pasted: lines from the clipboard, taken for what they read as.
//!
//! The rules are those by which a file is read, so that a passage is the same whether it was
//! imported or pasted. But it stands within a text: unless the draft is blank, it brings no
//! title, salutation or closing of its own. And the writer has chosen it: nothing of it is
//! taken for an advert, and what the other program calls a heading is one without a number, too.

use crate::draft::{Taken, TakenOver, take_all};
use crate::extent::Extent;
use crate::paragraph::Paragraph;
use crate::parse::parse;
use crate::speech::{Block, BlockId, BlockKind, Inline, Role, Speech};
use crate::text::{length, trim};

/// The blocks that the lines become in the draft, and the fields that come with them.
pub fn pasted(draft: &Speech, lines: &[Paragraph]) -> TakenOver {
    let speech = whole(lines, draft.blocks.iter().all(Block::is_blank));
    let taken = Taken { document: "", speech: &speech, extent: Extent::Whole };
    let mut taken = take_all(draft, &taken, &speech.blocks);
    taken.blocks.iter_mut().for_each(|block| block.origin = None);
    taken
}

/// A heading without a number has at most so many characters.
const HEADING: usize = 40;

/// The lines as a speech, those that look like adverts among them; `alone`, or within a text.
fn whole(lines: &[Paragraph], alone: bool) -> Speech {
    let parsed = parse(lines);
    // A page's highest heading may be its second or third.
    let highest = lines.iter().filter_map(|line| line.hints.outline).min().unwrap_or(1);
    let mut last = parsed.speech.blocks.iter().map(|block| block.id.0).max().unwrap_or(0);
    let mut understood = parsed.speech.blocks.into_iter();
    // What goes on in the line of a run-in heading is none, whatever the other program calls the line.
    let mut goes_on = false;
    let blocks = parsed.parts.iter().filter_map(|part| match (part.block, part.role) {
        (Some(_), _) => understood.next().map(|block| {
            let hints = lines.get(part.position.line - 1).map(|line| &line.hints);
            let outline = hints.and_then(|hints| hints.outline).filter(|_| !goes_on);
            goes_on = matches!(block.kind, BlockKind::Heading { run_in: true, .. });
            let is_short = length(&part.text) <= HEADING;
            let kind = match (block.kind, outline) {
                (kind @ BlockKind::Heading { .. }, _) => kind,
                _ if hints.is_some_and(|hints| hints.table_row) => BlockKind::Table,
                (kind, Some(outline)) if is_short && (!alone || kind == BlockKind::Paragraph) => {
                    BlockKind::Heading { level: (outline - highest + 1).min(4), run_in: false }
                }
                (kind, _) if alone => kind,
                _ => BlockKind::Paragraph,
            };
            Block { kind, ..block }
        }),
        (None, Role::Junk) => {
            last += 1;
            let text = Inline::Text { text: trim(&part.text).to_owned(), strong: false };
            let kind = BlockKind::Paragraph;
            Some(Block { id: BlockId(last), kind, numeral: None, inlines: vec![text], origin: None })
        }
        (None, _) => None,
    });
    Speech { blocks: blocks.collect(), ..parsed.speech }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shown;

    fn speech(lines: &[&str]) -> Speech {
        parse(&lines.iter().map(|line| Paragraph::plain(*line)).collect::<Vec<_>>()).speech
    }

    /// Each block by its kind and its words, fields behind them.
    fn told(draft: &Speech, lines: &[&str]) -> (Vec<String>, usize) {
        let lines: Vec<_> = lines.iter().map(|line| Paragraph::plain(*line)).collect();
        let taken = pasted(draft, &lines);
        let n_fields = taken.fields.len();
        let fields = [draft.fields.clone(), taken.fields].concat();
        let all = Speech { blocks: taken.blocks, fields, ..Speech::default() };
        let told = shown::shown(&all).into_iter().map(|one| match one.block.kind {
            BlockKind::Heading { level, .. } => format!("{level} {}", one.text()),
            kind => format!("{kind:?} {}", one.text()),
        });
        (told.collect(), n_fields)
    }

    #[test]
    fn a_passage_within_a_text_has_headings_and_fields_and_no_head_or_closing() {
        let draft = speech(&["在会上的讲话", "同志们：", "好。"]);
        let lines = ["同志们：", "　　三、抓落实", "（一）抓项目。增长X%。", "", "同志们，让我们一起干！"];
        let (blocks, n_fields) = told(&draft, &lines);
        assert_eq!(
            blocks,
            [
                "Paragraph 同志们：",
                "1 一、抓落实",
                "2 （一）抓项目。",
                "Paragraph 增长X%。",
                "Paragraph 同志们，让我们一起干！",
            ]
        );
        assert_eq!(n_fields, 1);
    }

    #[test]
    fn a_whole_speech_on_a_blank_sheet_is_one() {
        let lines = ["在会上的讲话", "同志们：", "一、抓落实", "要抓。", "让我们一起干！"];
        let (blocks, _) = told(&Speech::default(), &lines);
        assert_eq!(blocks[..3], ["Title 在会上的讲话", "Salutation 同志们：", "1 一、抓落实"]);
    }

    #[test]
    fn ids_are_free_and_an_advert_stays() {
        let draft = speech(&["在会上的讲话", "同志们：", "增长X%。"]);
        let lines = ["增长X%。", "更多精品范文请关注公众号：笔杆子", "好。"].map(Paragraph::plain);
        let taken = pasted(&draft, &lines);
        assert_eq!(taken.blocks.len(), 3);
        assert!(taken.blocks.iter().all(|one| draft.blocks.iter().all(|other| other.id != one.id)));
        assert!(taken.fields.iter().all(|one| draft.fields.iter().all(|other| other.id != one.id)));
        assert!(taken.blocks.iter().all(|one| one.origin.is_none()));
    }
}
