//! 检索. Finds passages: every one in which all words of the query stand, whatever
//! they are part of (体责 is found in 主体责任), titles and headings first.
//!
//! Only where the words stand in no passage are the phrases of the query taken apart:
//! 优化营商环境工作 then finds the passages that have 优化, 营商, 环境 and 工作
//! somewhere. So a passage that has the words as typed never stands behind others, and
//! all hits of one search match in the same way, or by folding.
//!
//! A search is complete when it returns. What the index doesn't hold yet is read from
//! the store, and where the index fails, all is.

use crate::document::{DocumentId, DocumentKind};
use crate::error::Error;
use crate::fold::fold;
use crate::highlight::highlights;
use crate::index::{Index, Pace};
use crate::library::Library;
use crate::query::Query;
use crate::rank::{Best, Facts, Ranked, rank};
use crate::region::Region;
use crate::sought::Sought;
use crate::store::Seq;
use crate::store::table::passages::{self, PassageRow};
use crate::store::table::{changes, revisions};
use rusqlite::Connection;
use speech::{BlockId, Role, Span};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How much is wanted, and of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SearchOptions {
    /// The most hits to give; 0 for all.
    pub limit: usize,
    /// Only of documents of this kind.
    pub kind: Option<DocumentKind>,
    /// Only of speeches given in this year.
    pub year: Option<i32>,
    /// Only in this region of a speech.
    pub section: Option<Region>,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// How many passages there are, those beyond the limit included.
    pub total: usize,
    /// The best of them, best first.
    pub hits: Vec<Hit>,
}

/// A passage that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its document.
    pub document: DocumentId,
    /// What sort of document that is.
    pub kind: DocumentKind,
    /// Names the passage: the document's id and the line, `d7.12`.
    pub passage: String,
    /// The title of its document.
    pub title: String,
    /// When its document was given.
    pub year: Option<i32>,
    /// The headings that it stands under, the outermost first.
    pub path: Vec<String>,
    /// The line of the imported file; of a draft, that of its shown text.
    pub line: usize,
    /// The role of the line: heading where a heading runs into its paragraph.
    pub role: Role,
    /// The line, whole.
    pub text: String,
    /// Where the terms stand in it, leftmost first, not overlapping.
    pub highlights: Vec<Span>,
    /// How good the hit is, among those of one search.
    pub score: f64,
    /// In which way it matches.
    pub matched: Match,
}

/// In which way a passage matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// All terms stand in it as typed.
    Literal,
    /// They do after folding (width, case, traditional characters).
    Folded,
    /// The words of its phrases do.
    Words,
}

impl Match {
    /// The word for it in JSON and the docs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Literal => "literal",
            Self::Folded => "folded",
            Self::Words => "words",
        }
    }
}

/// With so many passages or fewer that the index doesn't hold yet, reading them is
/// quicker than writing the index.
const SMALL_BACKLOG: usize = 1000;

impl Library {
    /// Finds the passages that a query asks for. An empty query finds nothing; one of
    /// filters alone finds all that they let through.
    pub fn search(&self, query: &Query, options: &SearchOptions) -> Result<Found, Error> {
        if query.parts.is_empty() {
            return Ok(Found { total: 0, hits: Vec::new() });
        }
        let sought = Sought::new(query).only(options.kind, options.year, options.section);
        let found = self.find(&sought, options.limit)?;
        if found.total > 0 {
            return Ok(found);
        }
        let Some(apart) = sought.taken_apart() else { return Ok(found) };
        let mut found = self.find(&apart, options.limit)?;
        found.hits.iter_mut().for_each(|hit| hit.matched = Match::Words);
        Ok(found)
    }

    /// The first block of each hit in its document, to open or take it there; nothing where
    /// what is stored of the document can't be read.
    ///
    /// Asked for by itself: it looks into each document that was hit, which a list of
    /// thousands of hits must not pay for.
    pub fn first_blocks(&self, hits: &[Hit]) -> Result<Vec<Option<BlockId>>, Error> {
        self.store.read(|connection| {
            let mut lines: HashMap<DocumentId, Vec<BlockId>> = HashMap::new();
            let block = |hit: &Hit| {
                let lines = match lines.entry(hit.document) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(new) => {
                        let speech = revisions::last_bare(connection, hit.document)?.unwrap_or_default();
                        new.insert(speech::passages(&speech).iter().map(|passage| passage.block).collect())
                    }
                };
                let idx = match hit.kind {
                    // Its lines are counted where they stand, the blank ones too.
                    DocumentKind::Draft => hit.line - 1,
                    _ => passages::count_above(connection, hit.document, hit.line)?,
                };
                Ok(lines.get(idx).copied())
            };
            hits.iter().map(block).collect()
        })
    }

    fn find(&self, sought: &Sought, limit: usize) -> Result<Found, Error> {
        let mut index = self.index.borrow_mut();
        // The second time with an index made anew.
        for _ in 0..2 {
            // A damaged file can make tantivy panic: then too the index is what is wrong.
            let attempt = catch_unwind(AssertUnwindSafe(|| self.find_by_index(&mut index, sought, limit)));
            match attempt {
                Ok(Ok(Some(found))) => return Ok(found),
                Ok(Err(error @ (Error::Store(_) | Error::Stored { .. }))) => return Err(error),
                Ok(Ok(None) | Err(_)) | Err(_) => {}
            }
            if index.discard().is_err() {
                break;
            }
        }
        self.store.read(|connection| {
            let mut best = Best::new(limit);
            scan(connection, &changes::since(connection, 0)?, sought, &mut best)?;
            let (total, ranked) = (best.total, best.into_sorted());
            let hits = ranked.iter().filter_map(|ranked| hit(connection, sought, ranked).transpose());
            Ok(Found { total, hits: hits.collect::<Result<_, _>>()? })
        })
    }

    /// Nothing if the index says what the store doesn't.
    fn find_by_index(
        &self,
        index: &mut Index,
        sought: &Sought,
        limit: usize,
    ) -> Result<Option<Found>, Error> {
        let mut seq = index.seq(&self.store)?;
        if self.backlog(seq)? > SMALL_BACKLOG {
            index.follow(&self.store, Pace::AtOnce)?;
            seq = index.seq(&self.store)?;
        }
        // Of one state of the store, which is at least as new as the index.
        self.store.read(|connection| {
            let changed = changes::since(connection, seq)?;
            let mut best = Best::new(limit);
            index.find(sought, &changed.iter().copied().collect::<HashSet<_>>(), &mut best)?;
            scan(connection, &changed, sought, &mut best)?;
            let (total, ranked) = (best.total, best.into_sorted());
            let mut hits = Vec::with_capacity(ranked.len());
            for ranked in &ranked {
                match hit(connection, sought, ranked)? {
                    Some(hit) => hits.push(hit),
                    None => return Ok(None),
                }
            }
            Ok(Some(Found { total, hits }))
        })
    }

    /// How many passages an index of that state doesn't hold.
    fn backlog(&self, seq: Seq) -> Result<usize, Error> {
        self.store.read(|connection| passages::count_changed(connection, seq))
    }
}

/// Adds the passages of some documents that are sought, read one by one.
fn scan(
    connection: &Connection,
    documents: &[DocumentId],
    sought: &Sought,
    best: &mut Best,
) -> Result<(), Error> {
    for id in documents {
        passages::for_each(connection, *id, |row| {
            let folded = fold(&row.text);
            let facts = Facts::of(&row, &folded);
            if sought.admits(&facts)
                && let Some(occurrences) = sought.occurrences(&folded)
            {
                best.add(rank(&facts, occurrences));
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Reads a passage that was found; nothing if it is not there or not what is sought.
fn hit(connection: &Connection, sought: &Sought, ranked: &Ranked) -> Result<Option<Hit>, Error> {
    let Some(row) = passages::get(connection, ranked.document, ranked.line.0)? else { return Ok(None) };
    if sought.occurrences(&fold(&row.text)).is_none() {
        return Ok(None);
    }
    let as_typed = sought.with.iter().all(|term| row.text.contains(&term.typed));
    let PassageRow { document, line, role, path, text, kind, title, year, .. } = row;
    Ok(Some(Hit {
        passage: format!("{document}.{line}"),
        highlights: highlights(&text, sought.with.iter().map(|term| term.folded.as_str())),
        score: ranked.score.into(),
        matched: if as_typed { Match::Literal } else { Match::Folded },
        document,
        kind,
        title,
        year,
        path,
        line,
        role,
        text,
    }))
}
