//! 常用数据. What an office fills in again and again (县名, 书记, 江河, 上年数据), kept once for
//! the library; and what fields were filled with in earlier drafts.

use crate::document::{DocumentId, DocumentKind};
use crate::error::Error;
use crate::library::Library;
use crate::store::table::{documents, revisions, settings};
use speech::field_edit::leave_empty;
use speech::fill::{DataSheet, Filled, fill_open, find};
use speech::offer::{Known, offers};
use speech::text::trim;
use speech::{FieldId, Speech};
use std::collections::HashMap;
use std::time::SystemTime;

/// A value that a field could be filled with, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The value.
    pub value: String,
    /// What it was given to there.
    pub label: String,
    /// The draft that it was filled into; nothing for the office's own facts.
    pub draft: Option<FormerDraft>,
}

/// A draft that something was filled into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerDraft {
    /// Its id.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// When it last changed, ISO 8601 in UTC.
    pub changed: String,
}

impl Library {
    /// The office's own facts, in the order given: labels and values.
    pub fn facts(&self) -> Result<DataSheet, Error> {
        self.store.read(|connection| Ok(settings::get(connection, FACTS)?.unwrap_or_default()))
    }

    /// Keeps the office's own facts, all of them, durable when this returns. Blanks around are
    /// left out, and so is a fact without a label or a value; of several of one label the last
    /// holds.
    pub fn set_facts(&self, facts: &DataSheet) -> Result<(), Error> {
        let mut kept: DataSheet = Vec::new();
        for (label, value) in facts.iter().map(|(label, value)| (trim(label), trim(value))) {
            if label.is_empty() {
                continue;
            }
            match kept.iter_mut().find(|(known, _)| known == label) {
                Some(known) => known.1 = value.to_owned(),
                None => kept.push((label.to_owned(), value.to_owned())),
            }
        }
        kept.retain(|(_, value)| !value.is_empty());
        let _lock = self.lock()?;
        self.store.change(|connection| settings::set(connection, FACTS, &kept))
    }

    /// Fills what is open in a draft from the office's own facts, as one new revision, durable
    /// when this returns.
    pub fn fill_from_facts(&self, id: DocumentId, now: SystemTime) -> Result<Filled, Error> {
        let facts = self.facts()?;
        let _lock = self.lock()?;
        self.revise(id, now, |speech| Ok(fill_open(speech, &facts)))
    }

    /// Leaves fields of a draft empty (label or id), as one new revision, durable when this
    /// returns. A label that fits no field or several is [`Error::WrongLabel`], and then
    /// nothing is left empty.
    pub fn leave_empty(
        &self,
        id: DocumentId,
        labels: &[String],
        now: SystemTime,
    ) -> Result<Vec<FieldId>, Error> {
        let _lock = self.lock()?;
        self.revise(id, now, |speech: &mut Speech| {
            let found: Vec<FieldId> =
                labels.iter().map(|label| find(speech, label)).collect::<Result<_, _>>()?;
            for field in &found {
                // It was found in this text.
                let _ = leave_empty(speech, *field, true);
            }
            Ok(found)
        })
    }

    /// What the fields of a draft, as it is on the writer's desk, could be filled with: the
    /// office's own facts, then what they were filled with in earlier drafts, the ones changed
    /// last first.
    pub fn offers(&self, id: DocumentId, speech: &Speech) -> Result<HashMap<FieldId, Vec<Offered>>, Error> {
        let mut known: Vec<Known> = Vec::new();
        let mut offered: Vec<Offered> = Vec::new();
        for (label, value) in self.facts()?.into_iter().filter(|(_, value)| !value.is_empty()) {
            known.push(Known { label: label.clone(), kind: None, value: value.clone() });
            offered.push(Offered { value, label, draft: None });
        }
        self.store.read(|connection| {
            let drafts = documents::list(connection, Some(DocumentKind::Draft))?;
            for draft in drafts.into_iter().filter(|draft| draft.id != id).take(DRAFTS) {
                for field in revisions::last_fields(connection, draft.id)? {
                    let Some(value) = field.value.filter(|value| !value.is_empty()) else { continue };
                    let former = FormerDraft {
                        id: draft.id,
                        title: draft.title.replace('\n', ""),
                        changed: draft.changed.clone(),
                    };
                    let label = field.label;
                    known.push(Known { label: label.clone(), kind: Some(field.kind), value: value.clone() });
                    offered.push(Offered { value, label, draft: Some(former) });
                }
            }
            Ok(())
        })?;
        let found = offers(speech, &known).into_iter();
        Ok(found
            .map(|(field, places)| (field, places.into_iter().map(|idx| offered[idx].clone()).collect()))
            .collect())
    }
}

/// Under this name they are kept.
const FACTS: &str = "facts";

/// Older drafts than so many tell nothing that is still true.
const DRAFTS: usize = 200;
