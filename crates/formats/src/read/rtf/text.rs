//! Bytes to characters, and characters to their place.

use super::charset::{self, Charset};
use super::state::Place;
use super::walk::Walk;
use crate::error::Error;
use crate::read::symbols;
use std::borrow::Cow;

impl Walk<'_> {
    /// Keeps bytes of text until their look ends.
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        let n_skipped = self.n_to_skip.min(bytes.len());
        self.n_to_skip -= n_skipped;
        if self.state.place != Place::Nowhere {
            self.pending.extend(&bytes[n_skipped..]);
        }
    }

    /// Reads the bytes that were kept.
    pub(super) fn flush(&mut self) -> Result<(), Error> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let bytes = std::mem::take(&mut self.pending);
        let charset = match self.state.place {
            Place::Body | Place::Number => self.tables.charset(self.state.font),
            _ => Charset::Document,
        };
        let utf_8 = std::str::from_utf8(&bytes).ok().filter(|_| self.is_utf_8);
        let text = utf_8.map_or_else(|| charset::text(&bytes, charset, self.encoding), Cow::Borrowed);
        let pushed = self.push(&text);
        self.pending = bytes;
        self.pending.clear();
        pushed
    }

    pub(super) fn unicode(&mut self, number: i32) -> Result<(), Error> {
        // One that stands for another is not read.
        if self.n_to_skip > 0 {
            self.n_to_skip -= 1;
            return Ok(());
        }
        self.flush()?;
        self.n_to_skip = self.state.n_fallback;
        let number = if number < 0 { number.saturating_add(0x1_0000) } else { number };
        let code = u32::try_from(number).unwrap_or(0xFFFD);
        let high = self.high_surrogate.take();
        let character = match (high, u16::try_from(code)) {
            (_, Ok(unit @ 0xD800..=0xDBFF)) => {
                self.high_surrogate = Some(unit);
                return Ok(());
            }
            (Some(high), Ok(low @ 0xDC00..=0xDFFF)) => {
                char::decode_utf16([high, low]).next().and_then(Result::ok)
            }
            _ => char::from_u32(code),
        };
        let character = match character.unwrap_or(char::REPLACEMENT_CHARACTER) {
            private @ '\u{F000}'..='\u{F0FF}' if self.tables.charset(self.state.font) == Charset::Symbol => {
                symbols::shown(private)
            }
            character => character,
        };
        self.push(character.encode_utf8(&mut [0; 4]))
    }

    /// Takes text to its place.
    pub(super) fn push(&mut self, text: &str) -> Result<(), Error> {
        let state = self.state;
        match state.place {
            Place::Body => {}
            Place::Nowhere | Place::Info | Place::Fonts | Place::Created => return Ok(()),
            Place::Styles => {
                self.style.name.push_str(text);
                return Ok(());
            }
            Place::Number => {
                self.number.push_str(text);
                return Ok(());
            }
            Place::Title => {
                self.metadata.title.get_or_insert_default().push_str(text);
                return Ok(());
            }
            Place::Author => {
                self.metadata.author.get_or_insert_default().push_str(text);
                return Ok(());
            }
        }
        if state.deleted {
            return Ok(());
        }
        if state.hidden {
            self.seen.hidden = true;
            return Ok(());
        }
        // A style that is bold all over stresses nothing.
        let strong = (state.bold || state.bold_double) && !self.tables.is_bold(state.paragraph.style);
        let words = &mut self.flow().words;
        let mut lines = text.split(['\u{B}', '\u{85}', '\u{2028}', '\u{2029}']);
        words.push(&shown(lines.next().unwrap_or_default()), Some(state.half_points), strong);
        for line in lines {
            words.break_line();
            words.push(&shown(line), Some(state.half_points), strong);
        }
        let n_characters = words.n_characters;
        self.check_length(n_characters)
    }
}

/// A control character is no text.
fn shown(text: &str) -> Cow<'_, str> {
    let is_no_text = |character: char| character.is_control() && character != '\t';
    if text.contains(is_no_text) { text.replace(is_no_text, "").into() } else { text.into() }
}
