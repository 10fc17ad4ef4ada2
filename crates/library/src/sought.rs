//! A query made ready for looking: its terms folded, its filters together with those
//! of the search. It is the one place that says whether a passage is found; the index
//! only finds the same passages sooner.

use crate::document::DocumentKind;
use crate::fold::fold;
use crate::highlight::occurrences;
use crate::query::{Part, Query, What};
use crate::rank::Facts;
use crate::region::Region;
use crate::words::words;

/// What a passage must have to be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sought {
    /// Terms that all must stand in it.
    pub(crate) with: Vec<Term>,
    /// Folded terms of which none may.
    pub(crate) without: Vec<String>,
    filters: Vec<Filter>,
}

/// A term that must stand in a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) typed: String,
    pub(crate) folded: String,
    /// It stood in quotes: it is never taken apart.
    quoted: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Filter {
    without: bool,
    fact: Fact,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fact {
    Kind(DocumentKind),
    Year(i32),
    Region(Region),
}

impl Sought {
    /// What a query asks for.
    pub(crate) fn new(query: &Query) -> Self {
        let mut sought = Self::default();
        for Part { without, what } in &query.parts {
            let without = *without;
            match what {
                What::Word(text) | What::Literal(text) if without => sought.without.push(fold(text)),
                What::Word(text) => sought.with.push(Term::new(text, false)),
                What::Literal(text) => sought.with.push(Term::new(text, true)),
                What::Kind(kind) => sought.filters.push(Filter { without, fact: Fact::Kind(*kind) }),
                What::Year(year) => sought.filters.push(Filter { without, fact: Fact::Year(*year) }),
                What::Section(region) => sought.filters.push(Filter { without, fact: Fact::Region(*region) }),
            }
        }
        sought
    }

    /// Only passages of such documents, of such a year, in such a region; nothing
    /// leaves it open.
    pub(crate) fn only(
        mut self,
        kind: Option<DocumentKind>,
        year: Option<i32>,
        region: Option<Region>,
    ) -> Self {
        let facts = [kind.map(Fact::Kind), year.map(Fact::Year), region.map(Fact::Region)];
        self.filters.extend(facts.into_iter().flatten().map(|fact| Filter { without: false, fact }));
        self
    }

    /// Whether the filters let a passage through.
    pub(crate) fn admits(&self, facts: &Facts) -> bool {
        self.filters.iter().all(|filter| {
            let holds = match filter.fact {
                Fact::Kind(kind) => facts.kind == kind,
                Fact::Year(year) => facts.year == Some(year),
                Fact::Region(region) => facts.regions.has(region),
            };
            holds != filter.without
        })
    }

    /// How often the terms stand in a folded text; nothing if one of them doesn't, or
    /// one does that must not.
    pub(crate) fn occurrences(&self, folded: &str) -> Option<usize> {
        if self.without.iter().any(|term| folded.contains(term.as_str())) {
            return None;
        }
        let mut total = 0;
        for term in &self.with {
            match occurrences(folded, &term.folded) {
                0 => return None,
                found => total += found,
            }
        }
        Some(total)
    }

    /// The same with each phrase taken apart into its words; nothing if that changes
    /// nothing. Loads the dictionary.
    pub(crate) fn taken_apart(&self) -> Option<Self> {
        let mut with: Vec<Term> = Vec::new();
        for term in &self.with {
            let apart = if term.quoted {
                vec![term.clone()]
            } else {
                words(&term.folded).iter().map(|word| Term::new(word, false)).collect()
            };
            for word in apart {
                if !with.iter().any(|known| known.folded == word.folded) {
                    with.push(word);
                }
            }
        }
        let same = with.iter().map(|term| &term.folded).eq(self.with.iter().map(|term| &term.folded));
        (!with.is_empty() && !same).then(|| Self { with, ..self.clone() })
    }
}

impl Term {
    fn new(typed: &str, quoted: bool) -> Self {
        Self { typed: typed.to_owned(), folded: fold(typed), quoted }
    }
}
