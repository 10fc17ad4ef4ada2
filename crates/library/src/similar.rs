//! 重复. The speeches of the library that share much with one, section by section, with what
//! is shared.
//!
//! Which of thousands are worth a look is told from their sketches, in some milliseconds; how
//! much is shared, from the texts of those few.

use crate::document::{Document, DocumentId, DocumentKind};
use crate::error::Error;
use crate::library::Library;
use crate::store::table::{documents, revisions, sketches};
use rusqlite::Connection;
use speech::check::Known;
use speech::overlap::{Overlap, Stock, overlaps, sketch, stretches};
use speech::passage::passages;
use speech::shown::text;
use speech::text::Span;
use speech::{Speech, section};
use std::collections::HashSet;

/// A document that shares much with a text.
#[derive(Clone, Debug)]
pub struct Similar {
    /// The document.
    pub document: Document,
    /// How much of the text is in it, 0 to 1.
    pub share: f64,
    /// The same for each section of the first level, the opening and the closing.
    pub sections: Vec<SectionShare>,
    /// The lines of the text that share something with it.
    pub passages: Vec<SharedPassage>,
}

/// How much of a section is in a document.
#[derive(Clone, Debug)]
pub struct SectionShare {
    /// The section.
    pub section: section::Address,
    /// Its heading as it is read; empty for the opening and the closing.
    pub heading: String,
    /// 0 to 1.
    pub share: f64,
}

/// A line of the text with what is shared of it.
#[derive(Clone, Debug)]
pub struct SharedPassage {
    /// Which line of the text as it is shown, from 1.
    pub line: usize,
    /// The line.
    pub text: String,
    /// What is shared, in characters of the line.
    pub spans: Vec<Span>,
    /// How much of it, 0 to 1.
    pub share: f64,
}

/// Fewer common numbers of two sketches are chance.
const FEWEST_COMMON: usize = 2;

/// So many documents are looked at closely for each that is asked for.
const CLOSELY: usize = 3;

/// Less is what any two speeches share.
const LEAST_SHARE: f64 = 0.06;

impl Library {
    /// The documents that share most with a text, drafts left out, at most `limit` (0 for
    /// all), most first. `except` is the text itself, where it is of the library.
    pub fn similar(
        &self,
        speech: &Speech,
        except: Option<DocumentId>,
        limit: usize,
    ) -> Result<Vec<Similar>, Error> {
        let stock = Stock::of(&self.lexicon()?);
        let mut candidates = self.candidates(speech, except)?;
        if limit > 0 {
            candidates.truncate(limit * CLOSELY);
        }
        let mut similar = Vec::new();
        for id in candidates {
            similar.extend(self.store.read(|connection| look(connection, speech, id, &stock))?);
        }
        similar.sort_by(|one, other| {
            other.share.total_cmp(&one.share).then(one.document.id.cmp(&other.document.id))
        });
        if limit > 0 {
            similar.truncate(limit);
        }
        Ok(similar)
    }

    /// What was given before, to be checked against: the speeches that share most with a
    /// document, and the speeches and drafts of an earlier day that it was made of. Templates
    /// and starters are there to be used.
    pub(crate) fn known(&self, document: &Document, speech: &Speech) -> Result<Vec<Known>, Error> {
        let stock = Stock::built_in();
        let speeches = self.candidates(speech, Some(document.id))?.into_iter().take(CLOSELY);
        let mut seen = HashSet::new();
        let mut known = Vec::new();
        for id in speeches.chain(sources(speech)).filter(|id| seen.insert(*id)) {
            let Some(other) = self.store.read(|connection| documents::get(connection, id))? else { continue };
            let given = match other.kind {
                DocumentKind::Speech => true,
                DocumentKind::Draft => other.date.is_some() && other.date < document.date,
                DocumentKind::Template | DocumentKind::Starter => false,
            };
            if given {
                let stretches = stretches(&text(&self.document(id)?.1), &stock);
                let title = other.title.replace('\n', "");
                known.push(Known { title, audience: other.audience, stretches });
            }
        }
        Ok(known)
    }

    /// The documents that seem to share something with a text, those that share most first.
    fn candidates(&self, speech: &Speech, except: Option<DocumentId>) -> Result<Vec<DocumentId>, Error> {
        // Sketches are stored: they are made with the words of the program alone.
        let stock = Stock::built_in();
        self.complete_sketches(&stock)?;
        let wanted: HashSet<u32> = sketch(&text(speech), &stock).into_iter().collect();
        let mut candidates: Vec<(usize, DocumentId)> = Vec::new();
        self.store.read(|connection| {
            sketches::for_each(connection, |id, numbers| {
                let n_common = numbers.filter(|number| wanted.contains(number)).count();
                if n_common >= FEWEST_COMMON && Some(id) != except {
                    candidates.push((n_common, id));
                }
            })
        })?;
        candidates.sort_by_key(|(n_common, id)| (usize::MAX - n_common, *id));
        Ok(candidates.into_iter().map(|(_, id)| id).collect())
    }

    /// Makes the sketches that are missing. Where another program is writing, they are made
    /// another time.
    pub(crate) fn complete_sketches(&self, stock: &Stock) -> Result<(), Error> {
        if self.store.read(sketches::missing)?.is_empty() {
            return Ok(());
        }
        let _lock = match self.lock() {
            Err(Error::Busy) => return Ok(()),
            lock => lock?,
        };
        self.store.change(|connection| {
            for id in sketches::missing(connection)? {
                if let Some(speech) = revisions::last(connection, id)? {
                    sketches::replace(connection, id, &sketch(&text(&speech), stock))?;
                }
            }
            Ok(())
        })
    }
}

/// The documents that the blocks of a text were taken from, in its order.
fn sources(speech: &Speech) -> impl Iterator<Item = DocumentId> {
    let origins = speech.blocks.iter().filter_map(|block| block.origin.as_ref());
    origins.filter_map(|origin| DocumentId::read(&origin.document))
}

/// Compares a text with one document, closely; nothing where they share what any two do.
fn look(
    connection: &Connection,
    speech: &Speech,
    id: DocumentId,
    stock: &Stock,
) -> Result<Option<Similar>, Error> {
    let Some(document) = documents::get(connection, id)? else { return Ok(None) };
    if document.kind == DocumentKind::Draft {
        return Ok(None);
    }
    let Some(other) = revisions::last(connection, id)? else { return Ok(None) };
    let other = stretches(&text(&other), stock);
    let texts: Vec<String> = passages(speech).into_iter().map(|passage| passage.text).collect();
    let shared = overlaps(&texts.iter().map(String::as_str).collect::<Vec<_>>(), &other, stock);
    let lines: Vec<(usize, String, Overlap)> =
        (1..).zip(texts).zip(shared).map(|((line, text), shared)| (line, text, shared)).collect();
    let whole = lines.iter().fold(Overlap::default(), |whole, (_, _, shared)| whole.and(shared));
    if whole.share() < LEAST_SHARE {
        return Ok(None);
    }
    let sections = section_shares(speech, &lines);
    let passages = lines
        .into_iter()
        .filter(|(_, _, shared)| shared.shared > 0)
        .map(|(line, text, shared)| SharedPassage { line, text, share: shared.share(), spans: shared.spans })
        .collect();
    Ok(Some(Similar { document, share: whole.share(), sections, passages }))
}

/// The shares of the opening, the sections of the first level and the closing.
fn section_shares(speech: &Speech, lines: &[(usize, String, Overlap)]) -> Vec<SectionShare> {
    let mut shares = Vec::new();
    let of_lines: Vec<usize> = passages(speech)
        .iter()
        .map(|passage| speech.blocks.iter().position(|block| block.id == passage.block).unwrap_or(0))
        .collect();
    let numbered = (1..).map(|position| section::Address::Numbered(vec![position]));
    let numbered = numbered.take_while(|address| section::section(speech, address).is_some());
    let addresses =
        [section::Address::Opening].into_iter().chain(numbered).chain([section::Address::Closing]);
    for address in addresses {
        let Some(blocks) = section::section(speech, &address) else { continue };
        let inside = of_lines.iter().zip(lines).filter(|(block_idx, _)| blocks.contains(block_idx));
        let mut heading = String::new();
        let mut shared = Overlap::default();
        for (nth, (_, (_, text, of_line))) in inside.enumerate() {
            if nth == 0 && matches!(address, section::Address::Numbered(_)) {
                heading.clone_from(text);
            }
            shared = shared.and(of_line);
        }
        shares.push(SectionShare { section: address, heading, share: shared.share() });
    }
    shares
}
