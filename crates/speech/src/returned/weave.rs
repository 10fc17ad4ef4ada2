//! New words for blocks that hold slots and markers: what nobody touched stays what it is.
//!
//! ```text
//! 同比增长⟦X⟧%，   +  同比增长12.5%以上，   =  同比增长⟦X⟧%以上，  and 12.5 for the field
//! ```

use super::line::{DraftLine, DraftPiece};
use crate::numeral;
use crate::speech::{Block, BlockId, BlockKind, FieldId, Inline, Numeral, Speech};
use dissimilar::Chunk;

/// A line that came back, for the lines of a draft that it was made of.
pub(super) struct NewLine {
    /// Its words, the number of a heading left out.
    pub(super) words: String,
    /// The level of the heading that it has become; nothing where it stays what it was.
    pub(super) heading: Option<u8>,
    /// Its heading's number was taken away.
    pub(super) unnumbered: bool,
}

/// What lines of a draft become.
pub(super) struct Woven {
    /// The blocks.
    pub(super) blocks: Vec<Block>,
    /// What came to stand in slots, and what stood there.
    pub(super) values: Vec<NewValue>,
    /// The words, slots as they were.
    pub(super) words: String,
    /// A slot has gone into words around it.
    pub(super) lost_slot: bool,
}

/// What came to stand in a slot.
pub(super) struct NewValue {
    pub(super) field: FieldId,
    pub(super) old: String,
    pub(super) new: String,
    /// The words of the new text right before and right after it.
    pub(super) before: String,
    pub(super) after: String,
}

/// Puts new lines in the place of lines of a draft. `next_id` is the first number that no block
/// of the draft has; it goes on with each block that is new.
pub(super) fn weave(draft: &Speech, lines: &[&DraftLine], new: &[NewLine], next_id: &mut u32) -> Woven {
    let mut old = Old::of(lines);
    let words = new.iter().map(|line| line.words.as_str()).collect::<Vec<_>>().join("\n");
    let stretches = old.stretches(&words);
    let mut woven = Woven { blocks: Vec::new(), values: Vec::new(), words: String::new(), lost_slot: false };
    let kept = |idx: usize| stretches.iter().any(|(piece, _)| *piece == Some(idx));
    woven.lost_slot = (0..old.pieces.len()).any(|idx| old.is_slot(idx) && !kept(idx));
    let mut line_idx = 0;
    let mut line: Vec<(usize, Inline)> = Vec::new();
    let mut used: Vec<usize> = Vec::new();
    let mut place = Builder { draft, used: &mut used, next_id };
    for (at, (piece, text)) in stretches.iter().enumerate() {
        let Some(piece) = piece else {
            place.end_line(&mut woven.blocks, std::mem::take(&mut line), new.get(line_idx));
            woven.words.push('\n');
            line_idx += 1;
            continue;
        };
        let from = old.pieces[*piece];
        let inline = match &from.inline {
            Inline::Slot { field, .. } => {
                if *text != from.words {
                    let around = |idx: Option<usize>| idx.and_then(|idx| stretches.get(idx));
                    let beside = |idx| around(idx).map(|(_, text)| text.clone()).unwrap_or_default();
                    let (before, after) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
                    let (old, new) = (from.words.clone(), text.clone());
                    woven.values.push(NewValue { field: *field, old, new, before, after });
                }
                woven.words.push_str(&from.words);
                line.push((from.block, from.inline.clone()));
                continue;
            }
            Inline::Marker { as_written, computed, .. }
                if *text == from.words || (*computed && is_recount(as_written, text)) =>
            {
                from.inline.clone()
            }
            Inline::Marker { .. } => Inline::Text { text: text.clone(), strong: false },
            Inline::Text { strong, .. } => Inline::Text { text: text.clone(), strong: *strong },
        };
        woven.words.push_str(text);
        line.push((from.block, inline));
    }
    place.end_line(&mut woven.blocks, line, new.get(line_idx));
    woven
}

/// 三是 where 二是 is counted.
fn is_recount(as_written: &str, text: &str) -> bool {
    (1..=50).any(|number| numeral::recount(as_written, number) == text)
}

/// The old text, character by character.
struct Old<'a> {
    pieces: Vec<&'a DraftPiece>,
    /// Each character with the piece that it stands in; none for the end of a line.
    characters: Vec<(char, Option<usize>)>,
}

/// A stretch of the new text and the piece that it goes on from; none for the end of a line.
type Stretch = (Option<usize>, String);

impl<'a> Old<'a> {
    fn of(lines: &[&'a DraftLine]) -> Self {
        let mut old = Self { pieces: Vec::new(), characters: Vec::new() };
        for (idx, line) in lines.iter().enumerate() {
            if idx > 0 {
                old.characters.push(('\n', None));
            }
            for piece in &line.pieces {
                let piece_idx = old.pieces.len();
                old.pieces.push(piece);
                old.characters.extend(piece.words.chars().map(|character| (character, Some(piece_idx))));
            }
        }
        old
    }

    fn is_slot(&self, piece: usize) -> bool {
        matches!(self.pieces[piece].inline, Inline::Slot { .. })
    }

    fn is_text(&self, piece: usize) -> bool {
        matches!(self.pieces[piece].inline, Inline::Text { .. })
    }

    /// The new text in stretches.
    fn stretches(&mut self, new: &str) -> Vec<Stretch> {
        let text: String = self.characters.iter().map(|(character, _)| *character).collect();
        let mut out: Vec<Stretch> = Vec::new();
        let mut at = 0;
        let chunks = dissimilar::diff(&text, new);
        let mut chunks = chunks.iter().peekable();
        while let Some(chunk) = chunks.next() {
            match chunk {
                Chunk::Equal(words) => {
                    for character in words.chars() {
                        push(&mut out, self.characters[at].1.filter(|_| character != '\n'), character);
                        at += 1;
                    }
                }
                Chunk::Delete(words) => {
                    let gone = at..at + words.chars().count();
                    at = gone.end;
                    match chunks.peek() {
                        Some(Chunk::Insert(new)) => {
                            chunks.next();
                            self.put(&mut out, gone, new);
                        }
                        _ => self.put(&mut out, gone, ""),
                    }
                }
                Chunk::Insert(words) => self.put(&mut out, at..at, words),
            }
        }
        out
    }

    /// Puts words in the place of characters of the old text.
    fn put(&mut self, out: &mut Vec<Stretch>, gone: std::ops::Range<usize>, words: &str) {
        if words.is_empty() {
            return;
        }
        let mut slots: Vec<usize> = Vec::new();
        for piece in self.characters[gone.clone()].iter().filter_map(|(_, piece)| *piece) {
            if self.is_slot(piece) && slots.last() != Some(&piece) {
                slots.push(piece);
            }
        }
        if gone.is_empty() {
            let piece = self.beside(gone.start, words);
            return push_all(out, piece, words);
        }
        if let [slot] = slots[..] {
            let first =
                self.characters[gone.clone()].iter().position(|(_, piece)| *piece == Some(slot)).unwrap_or(0);
            let n_slot =
                self.characters[gone.clone()].iter().filter(|(_, piece)| *piece == Some(slot)).count();
            let old = |range: std::ops::Range<usize>| {
                self.characters[range].iter().map(|(c, _)| *c).collect::<String>()
            };
            let before = old(gone.start..gone.start + first);
            let after = old(gone.start + first + n_slot..gone.end);
            if let Some((head, value, tail)) =
                parted(words, &before, &after, out.last().is_some_and(|(piece, _)| *piece == Some(slot)))
            {
                let (left, right) = self.around(slot);
                push_all(out, left.or(Some(slot)), head);
                push_all(out, Some(slot), value);
                return push_all(out, right.or(Some(slot)), tail);
            }
        }
        if let [_, _, ..] = slots[..] {
            // As many figures as slots: each has its own.
            let figures = figures(words);
            if figures.len() == slots.len() {
                let mut at = 0;
                for (slot, (start, end)) in slots.iter().zip(&figures) {
                    let (left, _) = self.around(*slot);
                    push_all(out, left.or(Some(*slot)), &words[at..*start]);
                    push_all(out, Some(*slot), &words[*start..*end]);
                    at = *end;
                }
                let (_, right) = slots.last().map_or((None, None), |slot| self.around(*slot));
                return push_all(out, right.or(slots.last().copied()), &words[at..]);
            }
        }
        let mut of_text = self.characters[gone.clone()].iter().filter_map(|(_, piece)| *piece);
        let text = of_text.find(|piece| self.is_text(*piece));
        let marker = self.characters[gone.clone()].iter().filter_map(|(_, piece)| *piece).next();
        let piece = text.or(marker.filter(|piece| !self.is_slot(*piece)));
        let piece = piece.or_else(|| self.text_beside(gone.start)).or(marker);
        push_all(out, piece, words);
    }

    /// The piece that words go to that come between two characters.
    fn beside(&self, at: usize, words: &str) -> Option<usize> {
        let left = at.checked_sub(1).and_then(|at| self.characters.get(at));
        let right = self.characters.get(at);
        let piece = |side: Option<&(char, Option<usize>)>| side.and_then(|(_, piece)| *piece);
        if let (Some(left), Some(right)) = (piece(left), piece(right))
            && left == right
        {
            return Some(left);
        }
        // 18 where the slot says 8 is another figure, not a figure beside one.
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if let (Some((c, Some(slot))), true) = (left, digit(words.chars().next()))
            && self.is_slot(*slot)
            && digit(Some(*c))
        {
            return Some(*slot);
        }
        if let (Some((c, Some(slot))), true) = (right, digit(words.chars().last()))
            && self.is_slot(*slot)
            && digit(Some(*c))
        {
            return Some(*slot);
        }
        let left = piece(left).filter(|piece| self.is_text(*piece));
        let right_text = piece(right).filter(|piece| self.is_text(*piece));
        left.or(right_text).or_else(|| self.text_beside(at)).or(piece(right))
    }

    /// The nearest text before a place, or after it; a new one where the line has none.
    fn text_beside(&self, at: usize) -> Option<usize> {
        let is_text = |(_, piece): &(char, Option<usize>)| piece.filter(|piece| self.is_text(*piece));
        let before =
            self.characters[..at].iter().rev().take_while(|(_, piece)| piece.is_some()).find_map(is_text);
        let after =
            || self.characters[at..].iter().take_while(|(_, piece)| piece.is_some()).find_map(is_text);
        before.or_else(after)
    }

    /// The texts right before and right after a piece, in its block.
    fn around(&self, piece: usize) -> (Option<usize>, Option<usize>) {
        let block = self.pieces[piece].block;
        let fits =
            |idx: &usize| self.pieces.get(*idx).is_some_and(|one| one.block == block) && self.is_text(*idx);
        (piece.checked_sub(1).filter(fits), Some(piece + 1).filter(fits))
    }
}

/// The words parted at what stands in a slot: by the words around the slot where they are
/// still there, else by the only figure.
fn parted<'w>(
    words: &'w str,
    before: &str,
    after: &str,
    goes_on: bool,
) -> Option<(&'w str, &'w str, &'w str)> {
    if goes_on || (before.is_empty() && after.is_empty()) {
        return Some(("", words, ""));
    }
    let inner = words.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
    if let Some(value) = inner.filter(|value| !value.is_empty()) {
        let start = before.len();
        return Some((&words[..start], value, &words[start + value.len()..]));
    }
    match figures(words)[..] {
        [(start, end)] => Some((&words[..start], &words[start..end], &words[end..])),
        _ => None,
    }
}

/// Where figures stand in words: 12.5, 3,000; in bytes.
fn figures(words: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, character) in words.char_indices() {
        let goes_on = found.last().is_some_and(|(_, end)| *end == at);
        let next = words[at + character.len_utf8()..].chars().next();
        let in_figure = goes_on && matches!(character, '.' | ',') && next.is_some_and(|c| c.is_ascii_digit());
        match found.last_mut() {
            Some((_, end)) if goes_on && (character.is_ascii_digit() || in_figure) => *end = at + 1,
            _ if character.is_ascii_digit() => found.push((at, at + 1)),
            _ => {}
        }
    }
    found
}

fn push(out: &mut Vec<Stretch>, piece: Option<usize>, character: char) {
    match out.last_mut() {
        Some((last, text)) if *last == piece && piece.is_some() => text.push(character),
        _ => out.push((piece, character.to_string())),
    }
}

fn push_all(out: &mut Vec<Stretch>, piece: Option<usize>, words: &str) {
    for character in words.chars() {
        push(out, piece.filter(|_| character != '\n'), character);
    }
}

/// Makes blocks of lines.
struct Builder<'a> {
    draft: &'a Speech,
    /// The blocks of the draft that went on in a line already.
    used: &'a mut Vec<usize>,
    next_id: &'a mut u32,
}

impl Builder<'_> {
    /// A line is whole: a heading, with what goes on after it in a block of its own, or one
    /// block.
    fn end_line(&mut self, blocks: &mut Vec<Block>, line: Vec<(usize, Inline)>, new: Option<&NewLine>) {
        let Some((first, _)) = line.first() else { return };
        let first = *first;
        let is_heading = matches!(self.draft.blocks[first].kind, BlockKind::Heading { .. });
        let heads = is_heading && !self.used.contains(&first);
        let n_head =
            if heads { line.iter().take_while(|(block, _)| *block == first).count() } else { line.len() };
        let rest = line[n_head..].to_vec();
        let goes_on = rest.first().map(|(block, _)| *block);
        let mut head = self.block(first, line[..n_head].to_vec());
        if let BlockKind::Heading { run_in, .. } = &mut head.kind {
            *run_in = goes_on.is_some();
        }
        if let Some(level) = new.and_then(|new| new.heading) {
            head.kind = BlockKind::Heading { level, run_in: goes_on.is_some() };
            head.numeral = Some(Numeral::Computed);
        }
        if new.is_some_and(|new| new.unnumbered) {
            head.numeral = None;
        }
        blocks.push(head);
        if let Some(next) = goes_on {
            let mut body = self.block(next, rest);
            // Only a paragraph goes on after a heading.
            (body.kind, body.numeral) = (BlockKind::Paragraph, None);
            blocks.push(body);
        }
    }

    /// The block as it was, with other words; a new one like it where it went on already.
    fn block(&mut self, from: usize, inlines: Vec<(usize, Inline)>) -> Block {
        let inlines = joined(inlines.into_iter().map(|(_, inline)| inline));
        let like = &self.draft.blocks[from];
        if !self.used.contains(&from) {
            self.used.push(from);
            return Block { inlines, ..like.clone() };
        }
        let kind = match like.kind {
            BlockKind::Heading { .. } => BlockKind::Paragraph,
            kind => kind,
        };
        *self.next_id += 1;
        Block { id: BlockId(*self.next_id - 1), kind, numeral: None, inlines, origin: None }
    }
}

/// Texts of one look beside each other are one.
fn joined(inlines: impl Iterator<Item = Inline>) -> Vec<Inline> {
    let mut all: Vec<Inline> = Vec::new();
    for inline in inlines {
        match (all.last_mut(), &inline) {
            (Some(Inline::Text { text, strong }), Inline::Text { text: more, strong: same })
                if strong == same =>
            {
                text.push_str(more);
            }
            _ => all.push(inline),
        }
    }
    all
}
