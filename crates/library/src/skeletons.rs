//! 骨架. A new draft for an occasion: which of the library's speeches it could be written
//! along, and the draft along those that were chosen.

use crate::document::{Document, DocumentId, DocumentKind};
use crate::drafts::{DraftOccasion, stored};
use crate::error::Error;
use crate::filing::{Edit, FilingEdit};
use crate::library::Library;
use crate::stamp::stamp;
use crate::store::table::{documents, filings, settings};
use crate::store::{self, NewDocument};
use rusqlite::Connection;
use speech::about::{About, about};
use speech::draft::Taken;
use speech::skeleton::{self, Aim, Head, Planned, Reason, Skeleton, fit};
use speech::{BlockId, Extent, Speech};
use std::collections::HashSet;
use std::ops::Range;
use std::time::SystemTime;

/// What a new speech is for; what isn't known is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// 全县经济工作会议
    pub occasion: Option<String>,
    /// 动员讲话, 致辞 …
    pub genre: Option<String>,
    /// Who gives it: 县长　张三.
    pub speaker: Option<String>,
}

/// A document that a new speech could be written along.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The document.
    pub document: Document,
    /// Why it is offered; of those that nothing speaks for, nothing.
    pub reasons: Vec<Reason>,
    /// Its sections, opening and closing.
    pub skeleton: Skeleton,
}

/// What a draft for an occasion is made of.
#[derive(Clone, Debug)]
pub struct PlannedDraft {
    /// Its title; without one it is made of the occasion or, where that is not known, comes
    /// from what is taken.
    pub title: Option<String>,
    /// What it is for.
    pub wanted: Wanted,
    /// When, for how long and for whom.
    pub occasion: DraftOccasion,
    /// What is taken, in this order.
    pub parts: Vec<PlannedPart>,
    /// The time that is stored.
    pub now: SystemTime,
}

/// Something that is taken: with its text, or its headings alone.
#[derive(Clone, Debug)]
pub struct PlannedPart {
    /// The document.
    pub document: DocumentId,
    /// How much of it.
    pub extent: Extent,
    /// With its text.
    pub with_text: bool,
}

/// So many documents are opened for each that is asked for: not each one has sections.
const OPENED: usize = 3;

impl Library {
    /// The documents that a speech could be written along, best first, at most `limit`: those
    /// of the same occasion, genre and speaker first, one's own before starters, then the
    /// newest. Drafts, and what has fewer than two sections, are left out, and of several of one
    /// title and year the newest stays.
    pub fn skeletons(&self, wanted: &Wanted, limit: usize) -> Result<Vec<Offer>, Error> {
        let like = wanted.about();
        self.store.read(|connection| {
            let mut ranked: Vec<(u32, Vec<Reason>, Document)> = documents::list(connection, None)?
                .into_iter()
                .filter(|document| document.kind != DocumentKind::Draft)
                .map(|document| {
                    let (reasons, points) = fit(&document.about, &like);
                    (points, reasons, document)
                })
                .collect();
            let order = |(points, _, document): &(u32, Vec<Reason>, Document)| {
                let starter = document.kind == DocumentKind::Starter;
                (u32::MAX - points, starter, i32::MAX - document.about.year.unwrap_or(0))
            };
            // Stable: the ones changed last come first.
            ranked.sort_by_key(order);
            let mut seen = HashSet::new();
            let mut offers = Vec::new();
            for (_, reasons, document) in ranked.into_iter().take(limit.saturating_mul(OPENED)) {
                if offers.len() == limit {
                    break;
                }
                if !document.title.is_empty() && !seen.insert((document.title.clone(), document.about.year)) {
                    continue;
                }
                let skeleton = skeleton::skeleton(&stored(connection, document.id)?);
                if skeleton.parts.iter().filter(|part| part.level() == Some(1)).count() >= FEWEST_SECTIONS {
                    offers.push(Offer { document, reasons, skeleton });
                }
            }
            Ok(offers)
        })
    }

    /// What a draft along skeletons is made of: of each that is taken whole its opening, its
    /// sections and its closing, headings alone; what else is taken stands in their place with
    /// its text where it is one of them, else behind them.
    pub fn plan_of(
        &self,
        skeletons: &[(DocumentId, Extent)],
        from: &[(DocumentId, Extent)],
    ) -> Result<Vec<PlannedPart>, Error> {
        self.store.read(|connection| {
            let mut plan: Vec<(DocumentId, Range<usize>, PlannedPart)> = Vec::new();
            let blocks = |document: DocumentId, extent: &Extent, speech: &Speech| {
                extent.blocks(speech).ok_or(Error::NoSuchSection { id: document })
            };
            for (document, extent) in skeletons {
                let speech = stored(connection, *document)?;
                let mut extents = vec![extent.clone()];
                if *extent == Extent::Whole {
                    let parts = skeleton::skeleton(&speech).parts.into_iter();
                    extents =
                        parts.filter(|part| part.level() != Some(2)).map(|part| part.extent()).collect();
                }
                for extent in extents {
                    let part = PlannedPart { document: *document, extent, with_text: false };
                    plan.push((*document, blocks(*document, &part.extent, &speech)?, part));
                }
            }
            for (document, extent) in from {
                let speech = stored(connection, *document)?;
                let range = blocks(*document, extent, &speech)?;
                let part = PlannedPart { document: *document, extent: extent.clone(), with_text: true };
                match plan.iter_mut().find(|(of, there, _)| of == document && *there == range) {
                    Some((_, _, planned)) => *planned = part,
                    None => plan.push((*document, range, part)),
                }
            }
            Ok(plan.into_iter().map(|(_, _, part)| part).collect())
        })
    }

    /// Makes a draft along a plan, filed under what it is for, with the minutes that each
    /// section is to take. It is durable when this returns; on an error there is none.
    pub fn plan_draft(&self, plan: &PlannedDraft) -> Result<DocumentId, Error> {
        let _lock = self.lock()?;
        self.store.change(|connection| {
            let sources: Vec<(String, Speech)> = plan
                .parts
                .iter()
                .map(|part| Ok((part.document.to_string(), stored(connection, part.document)?)))
                .collect::<Result<_, Error>>()?;
            let planned: Vec<Planned<'_>> = sources
                .iter()
                .zip(&plan.parts)
                .map(|((document, speech), part)| Planned {
                    taken: Taken { document, speech, extent: part.extent.clone() },
                    with_text: part.with_text,
                })
                .collect();
            let (speech, aims) = skeleton::draft(&plan.head(), &planned, plan.occasion.minutes)
                .map_err(|missing| Error::NoSuchSection { id: plan.parts[missing.source_idx].document })?;
            let id = store::insert(
                connection,
                NewDocument {
                    kind: DocumentKind::Draft,
                    title: None,
                    about: about(&speech),
                    date: plan.occasion.date.map(|day| day.to_string()),
                    path: None,
                    original: None,
                    changed: stamp(plan.now),
                    speech: &speech,
                    lines: Vec::new(),
                    sketch: None,
                },
            )?;
            plan.occasion.keep(connection, id)?;
            plan.wanted.keep(connection, id)?;
            let aims: Vec<(BlockId, u32)> = aims.iter().map(|aim| (aim.block, aim.tenths)).collect();
            if !aims.is_empty() {
                settings::set(connection, &aims_of(id), &aims)?;
            }
            Ok(id)
        })
    }

    /// How long the sections of a draft are to be, where that was said.
    pub fn aims(&self, id: DocumentId) -> Result<Vec<Aim>, Error> {
        let aims: Option<Vec<(BlockId, u32)>> =
            self.store.read(|connection| settings::get(connection, &aims_of(id)))?;
        let aim = |(block, tenths)| Aim { block, tenths };
        Ok(aims.unwrap_or_default().into_iter().map(aim).collect())
    }
}

/// A skeleton has so many sections at least.
const FEWEST_SECTIONS: usize = 2;

fn aims_of(id: DocumentId) -> String {
    format!("aims.{id}")
}

impl Wanted {
    fn about(&self) -> About {
        let Self { occasion, genre, speaker } = self.clone();
        About { occasion, genre, speaker, ..About::default() }
    }

    /// Files a new draft under what the writer said.
    fn keep(&self, connection: &Connection, id: DocumentId) -> Result<(), Error> {
        let said = |entry: &Option<String>| entry.clone().map_or(Edit::Leave, Edit::Say);
        let edit = FilingEdit {
            occasion: said(&self.occasion),
            genre: said(&self.genre),
            speaker: said(&self.speaker),
            ..FilingEdit::default()
        };
        filings::say(connection, id, &edit)?;
        let holds = filings::said(connection, id)?.over(&filings::told(connection, id)?);
        documents::set_about(connection, id, &holds)
    }
}

impl PlannedDraft {
    /// The head of the draft, as far as the writer said what it is for.
    fn head(&self) -> Head {
        let of_occasion = |occasion: &String| skeleton::title(occasion, self.wanted.genre.as_deref());
        Head {
            title: self.title.clone().or_else(|| self.wanted.occasion.as_ref().map(of_occasion)),
            byline: self.wanted.speaker.clone(),
            date: self.occasion.date.map(|day| format!("（{}年{}月{}日）", day.year, day.month, day.day)),
        }
    }
}
