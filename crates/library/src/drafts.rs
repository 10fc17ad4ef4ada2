//! 草稿. What the writer is working on: made out of documents, their sections and
//! other drafts, filled, and kept with every state it ever had.

use crate::document::{Document, DocumentId, DocumentKind};
use crate::error::Error;
use crate::library::Library;
use crate::stamp::stamp;
use crate::store::table::{documents, revisions};
use crate::store::{self, NewDocument};
use rusqlite::Connection;
use speech::draft::{Taken, TakenOver, assemble, take_over};
use speech::fill::{self, DataSheet, Filled};
use speech::{Day, Extent, Speech, about};
use std::time::SystemTime;

/// What a new draft is made of.
#[derive(Clone, Debug)]
pub struct NewDraft {
    /// Its title; without one that of the first source.
    pub title: Option<String>,
    /// When it is to be given, YYYY-MM-DD.
    pub date: Option<String>,
    /// What is taken over, in this order: documents or drafts, whole, one section or one
    /// line. Without any the draft has no text.
    pub from: Vec<(DocumentId, Extent)>,
    /// The time that is stored.
    pub now: SystemTime,
}

/// When, for how long and for whom a draft is to be given; nothing is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftOccasion {
    /// The day.
    pub date: Option<Day>,
    /// How long it may take, in minutes.
    pub minutes: Option<u32>,
    /// Who hears it: 全县三级干部.
    pub audience: Option<String>,
}

/// A draft as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// How many revisions of it there are.
    pub revisions: usize,
    /// When it last changed, ISO 8601 in UTC.
    pub changed: String,
}

impl DraftOccasion {
    /// Writes it to a draft.
    pub(crate) fn keep(&self, connection: &Connection, id: DocumentId) -> Result<(), Error> {
        let Self { date, minutes, audience } = self;
        let date = date.map(|day| day.to_string());
        let audience = audience.as_deref().map(str::trim).filter(|audience| !audience.is_empty());
        documents::set_occasion(connection, id, date.as_deref(), *minutes, audience)
    }
}

impl Library {
    /// Makes a draft. It is durable when this returns; on an error there is none.
    pub fn new_draft(&self, new: &NewDraft) -> Result<DocumentId, Error> {
        let _lock = self.lock()?;
        self.store.change(|connection| {
            let sources = new.from.iter().map(|(id, _)| Ok((id.to_string(), stored(connection, *id)?)));
            let sources = sources.collect::<Result<Vec<_>, Error>>()?;
            let taken: Vec<Taken<'_>> = sources
                .iter()
                .zip(&new.from)
                .map(|((document, speech), (_, extent))| Taken { document, speech, extent: extent.clone() })
                .collect();
            let speech = assemble(new.title.as_deref(), &taken)
                .map_err(|missing| Error::NoSuchSection { id: new.from[missing.source_idx].0 })?;
            store::insert(
                connection,
                NewDocument {
                    kind: DocumentKind::Draft,
                    title: None,
                    about: about::about(&speech),
                    date: new.date.clone(),
                    path: None,
                    original: None,
                    changed: stamp(new.now),
                    speech: &speech,
                    lines: Vec::new(),
                    sketch: None,
                },
            )
        })
    }

    /// What a draft gets when something of a document is taken over into it: see
    /// [`take_over`]. Nothing is stored; the draft is given as it is on the writer's desk.
    pub fn take_over(&self, draft: &Speech, from: &(DocumentId, Extent)) -> Result<TakenOver, Error> {
        let (id, extent) = from;
        let (_, speech) = self.document(*id)?;
        let taken = Taken { document: &id.to_string(), speech: &speech, extent: extent.clone() };
        take_over(draft, &taken).ok_or(Error::NoSuchSection { id: *id })
    }

    /// Stores what a draft has become, as one new revision, durable when this returns.
    /// Where nothing has changed, there is no new revision.
    ///
    /// What could not be read again is [`Error::Flawed`] and not stored.
    pub fn save(&self, id: DocumentId, speech: &Speech, now: SystemTime) -> Result<Saved, Error> {
        if let Some(reason) = speech.flaw() {
            return Err(Error::Flawed { id, reason });
        }
        let _lock = self.lock()?;
        self.revise(id, now, |stored| {
            stored.clone_from(speech);
            Ok(())
        })?;
        self.store.read(|connection| {
            let unknown = || Error::UnknownDocument { id: id.to_string() };
            let changed = documents::get(connection, id)?.ok_or_else(unknown)?.changed;
            Ok(Saved { revisions: revisions::count(connection, id)?, changed })
        })
    }

    /// Sets the occasion of a draft, the whole of it, durable when this returns. Its text
    /// stays as it is, so there is no new revision. An audience of blanks is none.
    pub fn set_occasion(&self, id: DocumentId, occasion: &DraftOccasion) -> Result<(), Error> {
        let _lock = self.lock()?;
        self.store.change(|connection| {
            draft(connection, id)?;
            occasion.keep(connection, id)
        })
    }

    /// Fills fields of a draft, from values set by hand (label or id, value; an empty
    /// value opens the field again) and from a sheet, as one new revision, durable when
    /// this returns. Where nothing changes, there is no new revision.
    ///
    /// A label that fits no field or several is [`Error::WrongLabel`], and then nothing
    /// is filled.
    pub fn fill(
        &self,
        id: DocumentId,
        set: &[(String, String)],
        sheet: &DataSheet,
        now: SystemTime,
    ) -> Result<Filled, Error> {
        let _lock = self.lock()?;
        self.revise(id, now, |speech| Ok(fill::fill(speech, set, sheet)?))
    }

    /// How many states of a document are kept: one of an imported one, of a draft all
    /// that it ever had; none if there is no such document.
    pub fn revisions(&self, id: DocumentId) -> Result<usize, Error> {
        self.store.read(|connection| revisions::count(connection, id))
    }

    /// Changes a draft and stores what it has become.
    pub(crate) fn revise<T>(
        &self,
        id: DocumentId,
        now: SystemTime,
        change: impl FnOnce(&mut Speech) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.store.change(|connection| {
            let row = draft(connection, id)?;
            let before = stored(connection, id)?;
            let mut speech = before.clone();
            let changed = change(&mut speech)?;
            if speech != before {
                store::revise(connection, row, about::about(&speech), stamp(now), &speech, &[])?;
            }
            Ok(changed)
        })
    }
}

/// The draft of that id; another document is an error.
fn draft(connection: &Connection, id: DocumentId) -> Result<Document, Error> {
    let unknown = || Error::UnknownDocument { id: id.to_string() };
    let document = documents::get(connection, id)?.ok_or_else(unknown)?;
    if document.kind == DocumentKind::Draft { Ok(document) } else { Err(Error::NotADraft { id }) }
}

pub(crate) fn stored(connection: &Connection, id: DocumentId) -> Result<Speech, Error> {
    revisions::last(connection, id)?.ok_or_else(|| Error::UnknownDocument { id: id.to_string() })
}
