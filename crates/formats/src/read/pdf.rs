//! PDF: pages of characters at places, of which lines and paragraphs have to be made.
//!
//! A PDF knows neither lines nor paragraphs, only that 同 stands here and 志 there. The
//! crate `hayro-syntax` reads the file (objects, compression, keys); what its pages draw,
//! which characters a font means and what belongs together is decided here:
//!
//! - [`walk`]: what a page draws: each character, its place and its size;
//! - [`lines`]: characters of one baseline, from left to right; cells of a table apart;
//! - [`furniture`]: page numbers, running heads and what else is no text;
//! - [`join`]: lines that were broken for the page become paragraphs again.
//!
//! What is only a picture of text is not read, and neither is a text whose fonts don't
//! say which characters they show: both are errors, as a wrong text is worse than none.

mod columns;
mod encoding;
mod font;
mod furniture;
mod glyph_names;
mod join;
mod lines;
mod place;
mod walk;

use crate::error::Error;
use crate::extracted::{Extracted, Metadata};
use crate::format::Format;
use crate::limits::Limits;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use speech::{Message, Paragraph};
use walk::Drawn;

/// How many characters in a hundred may be unknown before a text is none.
const MOST_UNKNOWN_PERCENT: usize = 5;

/// Reads a PDF.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Extracted, Error> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Error::Protected,
        LoadPdfError::Decryption(other) => Error::Damaged { detail: format!("encryption: {other:?}") },
        LoadPdfError::Invalid => Error::Damaged { detail: "no PDF that can be read".to_owned() },
    })?;
    let mut pages = walk::pages(&pdf, limits)?;
    let n_pages = pages.len();
    let n_pictures = pages.iter().filter(|page| page.is_picture()).count();
    let is_recognised = choose_text(&mut pages);
    let (n_characters, n_unknown) = counts(&pages);
    if n_characters == 0 {
        return if n_pages == 0 || pages.iter().all(|page| page.is_blank) {
            Ok(extracted(Vec::new(), &pdf, Vec::new()))
        } else {
            Err(Error::NoText { pages: n_pages })
        };
    }
    if n_unknown * 100 > n_characters * MOST_UNKNOWN_PERCENT {
        return Err(Error::Unreadable { unknown: n_unknown, characters: n_characters });
    }
    let mut lines: Vec<_> = pages.iter().map(lines::lines).collect();
    furniture::remove(&mut lines);
    let paragraphs = join::paragraphs(&lines, limits)?;
    // A stamp on each page is no text of a scanned file.
    if n_pictures == n_pages && !is_recognised && n_characters < MOST_STAMPED * n_pages {
        return Err(Error::NoText { pages: n_pages });
    }
    Ok(extracted(paragraphs, &pdf, warnings(n_pictures, is_recognised, n_unknown)))
}

/// So many characters a page has at most where a program that scans leaves its mark.
const MOST_STAMPED: usize = 40;

/// A scanned page may have its text beneath, unseen, as a program recognised it. It counts
/// where nothing else is there; true if so.
fn choose_text(pages: &mut [Drawn]) -> bool {
    let n_seen = pages.iter().flat_map(|page| &page.glyphs).filter(|glyph| !glyph.unseen).count();
    let n_unseen = pages.iter().flat_map(|page| &page.glyphs).filter(|glyph| glyph.unseen).count();
    let is_recognised = n_unseen > n_seen;
    pages.iter_mut().for_each(|page| page.glyphs.retain(|glyph| glyph.unseen == is_recognised));
    is_recognised
}

/// How many characters the pages have, and how many of them are not known.
fn counts(pages: &[Drawn]) -> (usize, usize) {
    let characters = pages.iter().flat_map(|page| &page.glyphs).flat_map(|glyph| glyph.text.chars());
    characters.filter(|it| !it.is_whitespace()).fold((0, 0), |(n_characters, n_unknown), character| {
        (n_characters + 1, n_unknown + usize::from(is_unknown(character)))
    })
}

/// Whether it stands for a character that nobody knows.
fn is_unknown(character: char) -> bool {
    matches!(character, char::REPLACEMENT_CHARACTER | '\u{E000}'..='\u{F8FF}' | '\0'..='\u{1F}')
}

fn extracted(paragraphs: Vec<Paragraph>, pdf: &Pdf, warnings: Vec<Message>) -> Extracted {
    let said = pdf.metadata();
    let text = |bytes: Option<&[u8]>| {
        let text = encoding::text_string(bytes?);
        (!speech::text::trim(&text).is_empty()).then_some(text)
    };
    let created = said.creation_date.map(|it| {
        let (date, time) = ((it.year, it.month, it.day), (it.hour, it.minute, it.second));
        format!("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", date.0, date.1, date.2, time.0, time.1, time.2)
    });
    let metadata =
        Metadata { title: text(said.title.as_deref()), author: text(said.author.as_deref()), created };
    Extracted { format: Format::Pdf, encoding: None, paragraphs, metadata, warnings }
}

fn warnings(n_pictures: usize, is_recognised: bool, n_unknown: usize) -> Vec<Message> {
    let mut warnings = Vec::new();
    if is_recognised {
        warnings.push(Message::new(
            "这是扫描件，文字是别的程序识别出来的，可能有错字，请对照原件。",
            "This is a scan: its text was recognised by another program and may have wrong characters. Compare it with the original.",
        ));
    } else if n_pictures > 0 {
        warnings.push(Message::new(
            format!("有 {n_pictures} 页只是图片：没有读取。"),
            format!("Pages that are only pictures were not read: {n_pictures}."),
        ));
    }
    if n_unknown > 0 {
        warnings.push(Message::new(
            format!("有 {n_unknown} 个字不知道是什么字，写成了 �，请对照原件。"),
            format!("Characters that are not known, written as �: {n_unknown}. Compare with the original."),
        ));
    }
    warnings
}
