//! 稿次. The drafts of one speech, found together: 初稿, 二稿 and 定稿 have much of their
//! text in common, whatever they are called and wherever they lie.
//!
//! How much is enough depends on what else speaks for it: files of one folder, or of one
//! name but for 初稿 and 定稿, need less; speeches of different years much more, as last
//! year's speech is where this year's comes from.

use crate::document::{Document, DocumentId, DocumentKind};
use crate::error::Error;
use crate::library::Library;
use crate::near::{Close, Sketches};
use crate::store::table::{documents, files};
use speech::edition::{Edition, edition};
use speech::overlap::Stock;
use std::collections::HashMap;

/// Documents that are drafts of one speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Two or more, the newest first: by what their names say (初稿, 定稿, 20240318, v2), then
    /// by when their files were changed.
    pub documents: Vec<DocumentId>,
}

/// The share of the shorter text that is in the other one, from which on two documents of
/// one folder or name are drafts of one speech.
const RELATED: f64 = 0.3;
/// The same for two of one year.
const SAME_YEAR: f64 = 0.5;
/// The share of the longer text, for two that have nothing else in common.
const UNRELATED: f64 = 0.7;
/// The same for two of different years.
const OTHER_YEAR: f64 = 0.9;
/// Fewer common numbers of two sketches are chance.
const FEWEST_COMMON: usize = 4;

impl Library {
    /// The drafts of one speech, for each speech of which there are several; starters, and
    /// what is being written here, left out. The group whose newest document came last is
    /// the first.
    pub fn groups(&self) -> Result<Vec<Group>, Error> {
        self.complete_sketches(&Stock::built_in())?;
        self.store.read(|connection| {
            let modified = files::modified(connection)?;
            let known: HashMap<DocumentId, Facts> = documents::list(connection, None)?
                .into_iter()
                .filter(|document| !matches!(document.kind, DocumentKind::Starter | DocumentKind::Draft))
                .map(|document| (document.id, Facts::of(&document, modified.get(&document.id).copied())))
                .collect();
            let kept = Sketches::read(connection)?;
            let mut trees = Trees::default();
            kept.each_closest(|id, closest| {
                let Some(facts) = known.get(&id) else { return };
                for close in closest {
                    if close.n_common < FEWEST_COMMON {
                        break;
                    }
                    let other = known.get(&close.document).filter(|_| close.document < id);
                    if other.is_some_and(|other| belong_together(facts, other, close)) {
                        trees.join(id, close.document);
                    }
                }
            });
            let mut groups = trees.groups();
            for group in &mut groups {
                group.sort_by_key(|id| known.get(id).map(|facts| (facts.order(), *id)));
                group.reverse();
            }
            groups.sort_by_key(|group| group.iter().max().copied());
            Ok(groups.into_iter().rev().map(|documents| Group { documents }).collect())
        })
    }
}

/// What speaks for or against two documents being one speech, and which is the later one.
struct Facts {
    edition: Edition,
    folder: Option<String>,
    year: Option<i32>,
    /// When its file was changed, in nanoseconds since 1970.
    modified: Option<i64>,
}

impl Facts {
    fn of(document: &Document, modified: Option<i64>) -> Self {
        let path = document.path.as_deref().unwrap_or_default();
        let (folder, name) = match path.rsplit_once(['/', '\\']) {
            Some((folder, name)) => (Some(folder.to_owned()), name),
            None => (None, path),
        };
        Self { edition: edition(name), folder, year: document.about.year, modified }
    }

    fn order(&self) -> impl Ord + use<> {
        (self.edition.order(), self.modified)
    }
}

fn belong_together(one: &Facts, other: &Facts, close: &Close) -> bool {
    let same_year = one.year.zip(other.year).map(|(one, other)| one == other);
    let same_folder = one.folder.is_some() && one.folder == other.folder;
    let same_name = one.edition.bare.chars().count() > 4 && one.edition.bare == other.edition.bare;
    match same_year {
        Some(false) => close.both() >= OTHER_YEAR,
        _ if same_folder || same_name => close.either() >= RELATED,
        Some(true) => close.either() >= SAME_YEAR,
        None => close.both() >= UNRELATED,
    }
}

/// Which documents hang together: each points to one that came before it, the first of a
/// group to itself.
#[derive(Default)]
struct Trees {
    above: HashMap<DocumentId, DocumentId>,
}

impl Trees {
    fn first(&mut self, id: DocumentId) -> DocumentId {
        let mut first = id;
        while let Some(above) = self.above.get(&first).filter(|above| **above != first) {
            first = *above;
        }
        // The next one who asks has a short way.
        self.above.insert(id, first);
        first
    }

    fn join(&mut self, one: DocumentId, other: DocumentId) {
        let (one, other) = (self.first(one), self.first(other));
        self.above.insert(one.max(other), one.min(other));
    }

    fn groups(mut self) -> Vec<Vec<DocumentId>> {
        let all: Vec<DocumentId> = self.above.keys().copied().collect();
        let mut groups: HashMap<DocumentId, Vec<DocumentId>> = HashMap::new();
        for id in all {
            let first = self.first(id);
            groups.entry(first).or_default().push(id);
        }
        groups.into_values().filter(|group| group.len() > 1).collect()
    }
}
