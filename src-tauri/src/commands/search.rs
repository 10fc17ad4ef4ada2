//! What the search pane asks for.

use super::Result;
use super::document::Kind;
use crate::desk::Desk;
use library::{Error, Library, Query, SearchOptions, Stretch as Stretched, excerpt};
use serde::{Deserialize, Serialize};
use specta::Type;
use speech::{BlockId, Role, passage};
use std::collections::HashSet;
use std::time::Instant;
use tauri::State;

/// The passages for what has been typed so far, best first.
///
/// Called for each key, with the most hits that are wanted. `turn` comes back
/// unchanged: the pane drops an answer that a later one has overtaken.
#[tauri::command(async)]
#[specta::specta]
pub fn search(
    desk: State<'_, Desk>,
    query: String,
    kind: Option<Kind>,
    limit: u32,
    turn: u32,
) -> Result<Found> {
    let started = Instant::now();
    let mut found = desk.with(|library| Found::read(library, &query, kind, limit as usize))?;
    found.turn = turn;
    found.tenths = (started.elapsed().as_micros() / 100) as u32;
    Ok(found)
}

/// What a search found.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Found {
    /// As it was given.
    pub turn: u32,
    /// How many passages there are, those beyond the limit included.
    pub total: u32,
    /// In how many documents the passages shown stand.
    pub documents: u32,
    /// How long it took, in tenths of a millisecond.
    pub tenths: u32,
    /// The best of them.
    pub hits: Vec<Hit>,
}

/// A passage that was found.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Hit {
    /// Its document.
    pub document: String,
    /// What sort of document that is.
    pub kind: Kind,
    /// Its first block there.
    pub block: BlockId,
    /// The title of its document.
    pub title: String,
    /// When the document was given.
    pub year: Option<i32>,
    /// The numerals of the headings that it stands under, the outermost first, as they
    /// are written: 二、（一）; of a heading without one, its words.
    pub path: Vec<String>,
    /// The part that it plays.
    pub role: Role,
    /// The words around the first place found, or all of them.
    pub excerpt: Vec<Stretch>,
    /// It stands in a section that can be taken as a whole.
    pub in_section: bool,
}

/// A stretch of an excerpt.
#[derive(Clone, Debug, Deserialize, Serialize, Type)]
pub struct Stretch {
    /// Its words.
    pub text: String,
    /// It is what was looked for.
    pub marked: bool,
}

/// How much of a passage a hit shows, in characters: all of it, and before what was found.
const EXCERPT: usize = 80;
const BEFORE: usize = 16;

/// How much of a heading without a numeral a path shows, in characters.
const HEADING: usize = 12;

impl Found {
    /// Searches, the turn and the time left out.
    pub fn read(
        library: &Library,
        query: &str,
        kind: Option<Kind>,
        limit: usize,
    ) -> std::result::Result<Self, Error> {
        let options = SearchOptions { limit, kind: kind.map(Kind::into), ..SearchOptions::default() };
        let found = library.search(&Query::read(query), &options)?;
        let blocks = library.first_blocks(&found.hits)?;
        Ok(Self {
            turn: 0,
            total: found.total as u32,
            documents: found.hits.iter().map(|hit| hit.document).collect::<HashSet<_>>().len() as u32,
            tenths: 0,
            hits: found.hits.into_iter().zip(blocks).map(Hit::from).collect(),
        })
    }
}

impl From<(library::Hit, Option<BlockId>)> for Hit {
    fn from((hit, block): (library::Hit, Option<BlockId>)) -> Self {
        let stretches = excerpt(&hit.text, &hit.highlights, BEFORE, EXCERPT);
        Self {
            document: hit.document.to_string(),
            kind: hit.kind.into(),
            // A document that can't be read can't be opened or taken from either.
            block: block.unwrap_or(BlockId(0)),
            title: hit.title,
            year: hit.year,
            in_section: !hit.path.is_empty(),
            path: hit.path.iter().map(|heading| passage::short(heading, HEADING)).collect(),
            role: hit.role,
            excerpt: stretches.into_iter().map(Stretch::from).collect(),
        }
    }
}

impl From<Stretched> for Stretch {
    fn from(stretch: Stretched) -> Self {
        Self { text: stretch.text, marked: stretch.marked }
    }
}
