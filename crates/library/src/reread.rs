//! 重读. A text that was taken for another encoding (蹇欏悧 for 志们) is read again from
//! the kept file, under the encoding that the writer names.

use crate::document::{Document, DocumentId, DocumentKind};
use crate::error::Error;
use crate::library::Library;
use crate::original;
use crate::stamp::stamp;
use crate::store;
use crate::store::table::{filings, passages, revisions};
use formats::ReadOptions;
use speech::about::{About, about_file};
use speech::parse::{Parsed, parse};
use speech::{BlockId, Message, Speech, shown};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::time::SystemTime;

impl Library {
    /// Reads the kept file of a document again, a text under the encoding of that label
    /// (`gbk`, `big5`), and puts what it says in the place of what the document said; the
    /// text before stays as an earlier revision. Durable when this returns.
    ///
    /// A block keeps its id where it says the same, else where it stands on the same line
    /// of the file, so what drafts have taken from it still has its origin. Gives what a
    /// writer should know about the reading; nothing is changed where the file can't be
    /// read so, or has no text then.
    pub fn reread(&self, id: DocumentId, encoding: &str, now: SystemTime) -> Result<Vec<Message>, Error> {
        let (document, bytes) = self.original_bytes(id)?;
        let name = original::name(&document);
        let options = ReadOptions {
            encoding: Some(encoding.to_owned()),
            apart: self.apart.clone(),
            ..ReadOptions::default()
        };
        let refused = |error| Error::file(Path::new(&name))(error);
        let extracted = formats::read(&bytes, &name, &options).map_err(refused)?;
        let parsed = parse(&extracted.paragraphs);
        if shown::text(&parsed.speech).is_empty() {
            let empty = "no text in this encoding".to_owned();
            return Err(refused(formats::Error::Damaged { detail: empty }));
        }
        let _lock = self.lock()?;
        self.store.change(|connection| {
            let before = revisions::last(connection, id)?.unwrap_or_default();
            let lines = passages::lines(connection, id)?;
            let speech = with_ids(&parsed, &before, &lines);
            if speech != before {
                let kind =
                    if speech.fields.is_empty() { DocumentKind::Speech } else { DocumentKind::Template };
                let row = Document { kind, ..document };
                let about = about(&speech, &name, &filings::told(connection, id)?);
                store::revise(connection, row, about, stamp(now), &speech, &parsed.lines())?;
            }
            Ok(())
        })?;
        Ok(extracted.warnings)
    }
}

/// What a text says of itself now; what its folders said stays.
fn about(speech: &Speech, name: &str, before: &About) -> About {
    let About { occasion, genre, year, level, speaker, domain } = about_file(speech, name, &[]);
    About {
        occasion: occasion.or_else(|| before.occasion.clone()),
        genre: genre.or_else(|| before.genre.clone()),
        year: year.or(before.year),
        level: level.or_else(|| before.level.clone()),
        speaker: speaker.or_else(|| before.speaker.clone()),
        domain: domain.or_else(|| before.domain.clone()),
    }
}

/// What was understood, its blocks under the ids that they had. A new block gets an id that
/// none ever had.
fn with_ids(parsed: &Parsed, before: &Speech, lines: &[usize]) -> Speech {
    let mut by_text: HashMap<String, Vec<BlockId>> = HashMap::new();
    let mut by_line: HashMap<(usize, bool), BlockId> = HashMap::new();
    let mut lines = lines.iter();
    let mut line = 0;
    let mut goes_on = false;
    for shown in shown::shown(before) {
        if !goes_on {
            // The lines are those of the passages; a blank block has none.
            let blank = shown.text().trim().is_empty() && !shown.run_in;
            line = if blank { 0 } else { lines.next().copied().unwrap_or(0) };
        }
        by_text.entry(shown.text()).or_default().push(shown.block.id);
        by_line.insert((line, goes_on), shown.block.id);
        goes_on = shown.run_in;
    }
    by_text.values_mut().for_each(|ids| ids.reverse());
    let mut speech = parsed.speech.clone();
    let mut taken = HashSet::new();
    let mut ids: Vec<Option<BlockId>> = Vec::new();
    for shown in shown::shown(&parsed.speech) {
        let same = by_text.get_mut(&shown.text()).and_then(Vec::pop);
        ids.push(same.filter(|id| taken.insert(*id)));
    }
    for (id, block) in ids.iter_mut().zip(&parsed.speech.blocks).filter(|(id, _)| id.is_none()) {
        let Some(position) = parsed.position(block.id) else { continue };
        let there = by_line.get(&(position.line, position.column > 1));
        *id = there.copied().filter(|id| taken.insert(*id));
    }
    let highest = before.blocks.iter().map(|block| block.id.0).max().unwrap_or(0);
    let mut fresh = (highest + 1..).map(BlockId);
    for (block, id) in speech.blocks.iter_mut().zip(ids) {
        block.id = id.or_else(|| fresh.next()).unwrap_or(block.id);
    }
    speech
}
