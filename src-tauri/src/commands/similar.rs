//! What the comparison of a draft with the library asks for.

use super::Result;
use super::document::id;
use crate::desk::Desk;
use library::{Library, SharedPassage, Similar};
use serde::Serialize;
use specta::Type;
use speech::shown::positions;
use speech::text::length;
use speech::{BlockId, Speech, shown};
use tauri::State;

/// How many documents are told.
const MOST: usize = 10;

/// The documents of the library that share most with the text on the sheet.
#[tauri::command(async)]
#[specta::specta]
pub fn similar(desk: State<'_, Desk>, document: String, speech: Speech) -> Result<Vec<SimilarRow>> {
    desk.with(|library| SimilarRow::all(library, &document, &speech))
}

/// A document that shares much with a text.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SimilarRow {
    /// The document.
    pub document: String,
    /// Its title; empty if it has none.
    pub title: String,
    /// When it was given.
    pub year: Option<i32>,
    /// How much of the text is in it, in percent.
    pub share: u32,
    /// The sections of the text that share something with it.
    pub sections: Vec<SharedSection>,
    /// The wording that is shared.
    pub shared: Vec<SharedWords>,
}

/// How much of a section is in a document.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SharedSection {
    /// Its heading; empty for the opening and the closing.
    pub heading: String,
    /// In percent.
    pub share: u32,
}

/// Words of a block, in characters behind its number.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SharedWords {
    /// The block.
    pub block: BlockId,
    /// Where they begin.
    pub from: u32,
    /// The place after them.
    pub to: u32,
}

impl SimilarRow {
    /// The documents that share most with a text that a document may become.
    pub fn all(
        library: &Library,
        document: &str,
        speech: &Speech,
    ) -> std::result::Result<Vec<Self>, library::Error> {
        let found = library.similar(speech, Some(id(document)?), MOST)?;
        Ok(found.into_iter().map(|similar| Self::of(similar, speech)).collect())
    }

    fn of(similar: Similar, speech: &Speech) -> Self {
        let sections = similar.sections.into_iter().filter(|section| section.share > 0.0);
        let sections =
            sections.map(|section| SharedSection { heading: section.heading, share: percent(section.share) });
        Self {
            document: similar.document.id.to_string(),
            title: similar.document.title.replace('\n', ""),
            year: similar.document.about.year,
            share: percent(similar.share),
            sections: sections.collect(),
            shared: words(&similar.passages, speech),
        }
    }
}

fn percent(share: f64) -> u32 {
    (share * 100.0).round() as u32
}

/// What is shared of the lines of a text, by its blocks: two where a heading runs in.
fn words(passages: &[SharedPassage], speech: &Speech) -> Vec<SharedWords> {
    let read = shown(speech);
    let mut words = Vec::new();
    for (block, position) in read.iter().zip(positions(&read)) {
        let start = position.column - 1;
        let (n_numeral, end) = (block.n_numeral(), start + length(&block.text()));
        let spans = passages.iter().filter(|passage| passage.line == position.line);
        for span in spans.flat_map(|passage| &passage.spans) {
            let from = span.start.max(start + n_numeral);
            let to = span.end.min(end);
            if from < to {
                let behind = |place: usize| (place - start - n_numeral) as u32;
                words.push(SharedWords { block: block.block.id, from: behind(from), to: behind(to) });
            }
        }
    }
    words
}
