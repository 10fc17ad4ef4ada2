//! 提词: a speech as the lines that run past whoever reads it from a screen, with what helps
//! between the words: where to pause, pinyin, numbers in words.

use super::{PauseLength, Reading, Wanted, n_read, read_aloud};
use crate::lexicon::Lexicon;
use crate::shown::{PieceKind, Shown, shown};
use crate::speech::{BlockId, BlockKind, Speech};
use crate::text::slice;
use crate::timing;
use serde::Serialize;

/// A speech to be read from a screen. Lengths are in characters as [`timing`] counts them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Script {
    /// Its lines; a heading and what runs on after it are one.
    pub lines: Vec<ScriptLine>,
    /// How much of it is read before the place that was asked for: up to where its sentence
    /// begins.
    pub begin: u32,
}

/// A line: a paragraph, a heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ScriptLine {
    /// What it is; of a line that runs on, what its beginning is.
    pub kind: BlockKind,
    /// How much of it is read: nothing of title, speaker and date.
    pub characters: u32,
    /// Its stretches, none of them empty but pauses, which have no words.
    pub pieces: Vec<ScriptPiece>,
}

/// A stretch of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ScriptPiece {
    /// Its words.
    pub text: String,
    /// What it is.
    pub kind: ScriptPieceKind,
}

/// What a stretch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum ScriptPieceKind {
    /// Words of a paragraph.
    Text,
    /// Bold words.
    Strong,
    /// Words of a heading.
    Heading,
    /// A slot that nobody filled.
    Open,
    /// Pinyin or a number in words, in brackets: not said.
    Note,
    /// 小停
    ShortPause,
    /// 大停
    LongPause,
}

/// The script of a speech, from the sentence that has the place: `at` characters into the
/// block's words as they are shown. A place that is not there is the beginning.
pub fn script(speech: &Speech, lexicon: &Lexicon, block: BlockId, at: usize) -> Script {
    let readings = read_aloud(speech, lexicon);
    let mut script = Script { lines: Vec::new(), begin: 0 };
    let mut goes_on = false;
    let mut n_before = 0;
    for (shown, reading) in shown(speech).iter().zip(&readings) {
        let n_characters = n_read(shown) as u32;
        if shown.block.id == block && n_characters > 0 {
            script.begin = n_before + n_before_sentence(shown, reading, at) as u32;
        }
        n_before += n_characters;
        match script.lines.last_mut() {
            Some(line) if goes_on => {
                line.characters += n_characters;
                line.pieces.extend(pieces(shown, reading));
            }
            _ => script.lines.push(ScriptLine {
                kind: shown.block.kind,
                characters: n_characters,
                pieces: pieces(shown, reading),
            }),
        }
        goes_on = shown.run_in;
    }
    script
}

/// How much of a block is read before the sentence that has a place.
fn n_before_sentence(shown: &Shown<'_>, reading: &Reading, at: usize) -> usize {
    let at = at + shown.n_numeral();
    let ends = reading.pauses.iter().filter(|pause| pause.length == PauseLength::Long && pause.at <= at);
    let begin = ends.map(|pause| pause.at).max().unwrap_or_default();
    timing::characters(slice(&shown.text(), 0..begin))
}

/// The stretches of a block, cut where something stands between its characters.
fn pieces(shown: &Shown<'_>, reading: &Reading) -> Vec<ScriptPiece> {
    let text = shown.text();
    let notes = reading.notes(&text, shown.block.kind, Wanted { pinyin: true, numbers_in_words: true });
    let notes = notes.into_iter().map(|note| (note.at, note.text, ScriptPieceKind::Note));
    let pauses = reading.pauses.iter().map(|pause| match pause.length {
        PauseLength::Short => (pause.at, String::new(), ScriptPieceKind::ShortPause),
        PauseLength::Long => (pause.at, String::new(), ScriptPieceKind::LongPause),
    });
    // In one place the note comes first: it belongs to what was just said.
    let mut between: Vec<_> = notes.chain(pauses).collect();
    between.sort_by_key(|(at, ..)| *at);
    let mut between = between.into_iter().peekable();
    let mut pieces = Vec::new();
    let mut start = 0;
    for piece in &shown.pieces {
        let kind = kind_of(piece.kind, shown.block.kind);
        let end = start + crate::text::length(&piece.text);
        let mut from = start;
        while let Some((at, words, between_kind)) = between.next_if(|(at, ..)| *at <= end) {
            push(&mut pieces, slice(&text, from..at), kind);
            pieces.push(ScriptPiece { text: words, kind: between_kind });
            from = at;
        }
        push(&mut pieces, slice(&text, from..end), kind);
        start = end;
    }
    pieces
}

fn push(pieces: &mut Vec<ScriptPiece>, text: &str, kind: ScriptPieceKind) {
    if !text.is_empty() {
        pieces.push(ScriptPiece { text: text.to_owned(), kind });
    }
}

fn kind_of(piece: PieceKind, block: BlockKind) -> ScriptPieceKind {
    match (piece, block) {
        (PieceKind::Slot { open: true, .. }, _) => ScriptPieceKind::Open,
        (_, BlockKind::Heading { .. }) => ScriptPieceKind::Heading,
        (PieceKind::Text { strong: true }, _) => ScriptPieceKind::Strong,
        _ => ScriptPieceKind::Text,
    }
}
