//! Which passage comes first. Only facts that the index and the store both have, so
//! that it makes no difference which of them found a passage; and never a tie, so
//! that the order is the same every time.

use crate::document::{DocumentId, DocumentKind};
use crate::region::{Region, Regions};
use crate::store::table::passages::PassageRow;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What ranking and filters know of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(crate) document: DocumentId,
    pub(crate) line: usize,
    pub(crate) kind: DocumentKind,
    pub(crate) year: Option<i32>,
    pub(crate) regions: Regions,
    /// In characters of the folded text.
    pub(crate) length: usize,
}

impl Facts {
    pub(crate) fn of(row: &PassageRow, folded: &str) -> Self {
        Self {
            document: row.document,
            line: row.line,
            kind: row.kind,
            year: row.year,
            regions: row.regions,
            length: folded.chars().count(),
        }
    }
}

/// A passage that was found, ordered by how good it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ranked {
    /// Higher is better.
    pub(crate) score: u32,
    /// The later year first, an unknown one last.
    year: Option<i32>,
    /// The document stored later first.
    pub(crate) document: DocumentId,
    /// Then from top to bottom.
    pub(crate) line: Reverse<usize>,
}

/// How good a passage is with that many occurrences of the query's terms: a title is
/// better than a heading, a heading better than the rest, each occurrence counts up
/// to the ninth, and of equals the shorter line says it more to the point.
pub(crate) fn rank(facts: &Facts, occurrences: usize) -> Ranked {
    let standing = if facts.regions.has(Region::Title) {
        2000
    } else if facts.regions.has(Region::Heading) {
        1000
    } else {
        0
    };
    let often = 100 * occurrences.min(9) as u32;
    let brief = 20_000 / (200 + facts.length.min(100_000) as u32);
    Ranked {
        score: standing + often + brief,
        year: facts.year,
        document: facts.document,
        line: Reverse(facts.line),
    }
}

/// Keeps the best of all that is found, and counts them all.
pub(crate) struct Best {
    /// How many were found.
    pub(crate) total: usize,
    limit: usize,
    /// The worst on top, so that it is the one to go.
    kept: BinaryHeap<Reverse<Ranked>>,
}

impl Best {
    /// Keeps the best `limit`, or all for 0.
    pub(crate) fn new(limit: usize) -> Self {
        Self { total: 0, limit, kept: BinaryHeap::new() }
    }

    /// Takes note of a passage.
    pub(crate) fn add(&mut self, ranked: Ranked) {
        self.total += 1;
        if self.limit == 0 || self.kept.len() < self.limit {
            self.kept.push(Reverse(ranked));
        } else if self.kept.peek().is_some_and(|Reverse(worst)| *worst < ranked) {
            self.kept.pop();
            self.kept.push(Reverse(ranked));
        }
    }

    /// What was kept, the best first.
    pub(crate) fn into_sorted(self) -> Vec<Ranked> {
        self.kept.into_sorted_vec().into_iter().map(|Reverse(ranked)| ranked).collect()
    }
}
