//! 近似. Which documents say nearly the same as another: two editions of one speech, a
//! speech and what was downloaded of it.
//!
//! Sketches tell which few are worth a look, the texts themselves how much is shared. What
//! every speech has counts for neither ([`speech::overlap`]).

use crate::document::{DocumentId, DocumentKind};
use crate::error::Error;
use crate::library::Library;
use crate::store::table::{documents, revisions, sketches};
use rusqlite::Connection;
use speech::overlap::{Stock, Stretches, overlap, stretches};
use speech::shown::text;
use std::collections::HashMap;
use std::fmt;

/// Another document that says nearly the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// The other document.
    pub document: DocumentId,
    /// How much of each is in the other, the smaller share of the two, 0 to 1.
    pub share: f64,
}

/// As a table shows it: `d7 96%`, rounded down, as 100% would be the same.
impl fmt::Display for Near {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}%", self.document, (self.share * 100.0).floor())
    }
}

/// Two documents that say nearly the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NearPair {
    /// The one that came first.
    pub one: DocumentId,
    /// The one that came later.
    pub other: DocumentId,
    /// How much of each is in the other, the smaller share of the two, 0 to 1.
    pub share: f64,
}

/// From here on two texts are one.
const NEAR: f64 = 0.9;

/// Sketches that share less are of texts that are not near. Well below [`NEAR`], as a
/// sketch of a short text is rough.
const WORTH_A_LOOK: f64 = 0.7;

/// So many documents are looked at for a new one.
const CLOSELY: usize = 3;

/// A number that stands in more sketches than this tells little; the first ones are asked.
const MOST_OF_A_NUMBER: usize = 64;

impl Library {
    /// All pairs of documents that say nearly the same, drafts and starters left out, the
    /// nearest first.
    pub fn near_duplicates(&self) -> Result<Vec<NearPair>, Error> {
        let stock = Stock::built_in();
        self.complete_sketches(&stock)?;
        self.store.read(|connection| {
            let kept = Sketches::read(connection)?;
            let kinds = documents::kinds(connection)?;
            let counts = |id: &DocumentId| {
                kinds.get(id).is_some_and(|kind| !matches!(kind, DocumentKind::Starter | DocumentKind::Draft))
            };
            let mut pairs: Vec<(DocumentId, DocumentId)> = Vec::new();
            kept.each_closest(|id, closest| {
                let near = closest.iter().filter(|close| close.both() >= WORTH_A_LOOK);
                let earlier = near.map(|close| close.document).filter(|other| *other < id && counts(other));
                pairs.extend(earlier.filter(|_| counts(&id)).map(|other| (other, id)));
            });
            pairs.sort_unstable();
            let mut texts = Texts::new(&stock);
            let mut near = Vec::new();
            for (one, other) in pairs {
                let share = texts.share(connection, one, other)?;
                near.extend((share >= NEAR).then_some(NearPair { one, other, share }));
            }
            near.sort_by(|one, other| {
                other.share.total_cmp(&one.share).then((one.one, one.other).cmp(&(other.one, other.other)))
            });
            Ok(near)
        })
    }
}

/// What an import knows of the documents that are there, to find those that a new one is
/// near to. Read when the first one comes.
#[derive(Default)]
pub(crate) struct Neighbours {
    known: Option<(Sketches, Stock)>,
}

impl Neighbours {
    /// The document that says nearly the same as a new text.
    pub(crate) fn near(
        &mut self,
        connection: &Connection,
        words: &str,
        sketch: &[u32],
    ) -> Result<Option<Near>, Error> {
        let (kept, stock) = match &mut self.known {
            Some(known) => known,
            none => none.insert((Sketches::read(connection)?, Stock::built_in())),
        };
        let closest = kept.closest(sketch).into_iter().filter(|close| close.both() >= WORTH_A_LOOK);
        let mut best: Option<Near> = None;
        for close in closest.take(CLOSELY) {
            let Some(speech) = revisions::last(connection, close.document)? else { continue };
            let other = text(&speech);
            let share = share(words, &stretches(words, stock), &other, stock);
            if share >= NEAR && best.is_none_or(|best| best.share < share) {
                best = Some(Near { document: close.document, share });
            }
        }
        Ok(best)
    }

    /// The new text is there now.
    pub(crate) fn add(&mut self, id: DocumentId, sketch: &[u32]) {
        if let Some((kept, _)) = &mut self.known {
            kept.add(id, sketch);
        }
    }
}

/// How much two texts share, the smaller share of the two.
fn share(one: &str, known: &Stretches, other: &str, stock: &Stock) -> f64 {
    overlap(other, known, stock).share().min(overlap(one, &stretches(other, stock), stock).share())
}

/// The texts of documents that are compared with one after the other.
struct Texts<'a> {
    stock: &'a Stock,
    /// Those of the pair before: as a rule a document has several pairs in a row.
    last: Option<(DocumentId, String, Stretches)>,
}

impl<'a> Texts<'a> {
    fn new(stock: &'a Stock) -> Self {
        Self { stock, last: None }
    }

    /// How much two documents share, the smaller share of the two.
    fn share(&mut self, connection: &Connection, one: DocumentId, other: DocumentId) -> Result<f64, Error> {
        let read =
            |id| Ok::<_, Error>(revisions::last(connection, id)?.map_or(String::new(), |it| text(&it)));
        let (words, known) = match self.last.take().filter(|(id, ..)| *id == one) {
            Some((_, words, known)) => (words, known),
            None => {
                let words = read(one)?;
                let known = stretches(&words, self.stock);
                (words, known)
            }
        };
        let others = read(other)?;
        let share = share(&words, &known, &others, self.stock);
        self.last = Some((one, words, known));
        Ok(share)
    }
}

/// The sketches of all documents, to be asked which others share their numbers.
#[derive(Default)]
pub(crate) struct Sketches {
    /// A number and a document that has it, sorted.
    numbers: Vec<(u32, DocumentId)>,
    /// Those that came after the sorting.
    added: HashMap<u32, Vec<DocumentId>>,
    /// How many numbers a document has.
    sizes: HashMap<DocumentId, usize>,
}

/// A document that has numbers of a sketch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Close {
    pub(crate) document: DocumentId,
    /// How many of them.
    pub(crate) n_common: usize,
    n_own: usize,
    n_other: usize,
}

impl Close {
    /// The share of what both have in the larger one.
    pub(crate) fn both(&self) -> f64 {
        self.n_common as f64 / self.n_own.max(self.n_other).max(1) as f64
    }

    /// The share of what both have in the smaller one.
    pub(crate) fn either(&self) -> f64 {
        self.n_common as f64 / self.n_own.min(self.n_other).max(1) as f64
    }
}

impl Sketches {
    /// Reads those that are stored.
    pub(crate) fn read(connection: &Connection) -> Result<Self, Error> {
        let mut read = Self::default();
        sketches::for_each(connection, |id, numbers| {
            let before = read.numbers.len();
            read.numbers.extend(numbers.map(|number| (number, id)));
            read.sizes.insert(id, read.numbers.len() - before);
        })?;
        read.numbers.sort_unstable();
        Ok(read)
    }

    /// Adds one.
    pub(crate) fn add(&mut self, id: DocumentId, sketch: &[u32]) {
        sketch.iter().for_each(|number| self.added.entry(*number).or_default().push(id));
        self.sizes.insert(id, sketch.len());
    }

    /// The documents that have numbers of a sketch, those with the most first.
    pub(crate) fn closest(&self, sketch: &[u32]) -> Vec<Close> {
        let mut counts: HashMap<DocumentId, usize> = HashMap::new();
        for number in sketch {
            let from = self.numbers.partition_point(|(known, _)| known < number);
            let sorted = self.numbers[from..].iter().take_while(|(known, _)| known == number);
            let added = self.added.get(number).into_iter().flatten();
            let all = sorted.map(|(_, id)| id).chain(added);
            all.take(MOST_OF_A_NUMBER).for_each(|id| *counts.entry(*id).or_default() += 1);
        }
        self.sorted(counts, sketch.len())
    }

    /// Hands over each document that was read with those that have numbers of its sketch, the
    /// ones with the most first. Quicker than to ask for one after the other: most numbers
    /// stand in one sketch alone.
    pub(crate) fn each_closest(&self, mut take: impl FnMut(DocumentId, &[Close])) {
        let mut shared: Vec<(DocumentId, &[(u32, DocumentId)])> = Vec::new();
        for number in self.numbers.chunk_by(|one, other| one.0 == other.0) {
            if number.len() > 1 {
                shared.extend(number.iter().map(|(_, id)| (*id, number)));
            }
        }
        shared.sort_by_key(|(id, _)| *id);
        for of_one in shared.chunk_by(|one, other| one.0 == other.0) {
            let id = of_one[0].0;
            let mut counts: HashMap<DocumentId, usize> = HashMap::new();
            for (_, number) in of_one {
                let others = number.iter().map(|(_, id)| *id).take(MOST_OF_A_NUMBER);
                others.filter(|other| *other != id).for_each(|other| *counts.entry(other).or_default() += 1);
            }
            take(id, &self.sorted(counts, self.sizes.get(&id).copied().unwrap_or(0)));
        }
    }

    fn sorted(&self, counts: HashMap<DocumentId, usize>, n_own: usize) -> Vec<Close> {
        let close = |(document, n_common)| Close {
            document,
            n_common,
            n_own,
            n_other: self.sizes.get(&document).copied().unwrap_or(0),
        };
        let mut closest: Vec<Close> = counts.into_iter().map(close).collect();
        closest.sort_by_key(|close| (usize::MAX - close.n_common, close.document));
        closest
    }
}
