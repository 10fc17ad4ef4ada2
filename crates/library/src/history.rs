//! 历次稿. What a draft was: each save keeps a revision, some have names (一稿, 送审稿, 定稿).
//!
//! Within a day nothing is ever taken away. What is older is thinned out: one an hour, after a
//! month one a day; what has a name is kept for good.

use crate::document::DocumentId;
use crate::error::Error;
use crate::library::Library;
use crate::stamp::stamp;
use crate::store::table::revisions;
use speech::Speech;
use speech::compare::{Compared, compare};
use std::collections::HashMap;
use std::time::{Duration, SystemTime};

/// A state that a draft was in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Counted from 1, with gaps where others were thinned out.
    pub number: u32,
    /// When it was stored, ISO 8601 in UTC.
    pub changed: String,
    /// What the writer calls it.
    pub name: Option<String>,
}

/// What a draft is called beside its title: 二稿.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The name of its last state that has one.
    pub name: String,
    /// It was changed since.
    pub changed_since: bool,
}

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

impl Library {
    /// The states of a draft that are kept, the newest first.
    pub fn history(&self, id: DocumentId) -> Result<Vec<Revision>, Error> {
        self.describe(id)?;
        self.store.read(|connection| revisions::list(connection, id))
    }

    /// The text of a state.
    pub fn revision(&self, id: DocumentId, number: u32) -> Result<Speech, Error> {
        let found = self.store.read(|connection| revisions::get(connection, id, number))?;
        found.ok_or(Error::NoSuchRevision { id, number })
    }

    /// What has become of a state in another text of the draft.
    pub fn compare(&self, id: DocumentId, number: u32, now: &Speech) -> Result<Vec<Compared>, Error> {
        Ok(compare(&self.revision(id, number)?, now))
    }

    /// Gives a state a name, the blanks around it left out; an empty one takes it away.
    pub fn name_revision(&self, id: DocumentId, number: u32, name: &str) -> Result<(), Error> {
        let name = Some(name.trim()).filter(|name| !name.is_empty());
        let _lock = self.lock()?;
        let named = self.store.change(|connection| revisions::set_name(connection, id, number, name))?;
        if named { Ok(()) } else { Err(Error::NoSuchRevision { id, number }) }
    }

    /// Gives the last state of a draft a name, the blanks around it left out; an empty one takes it
    /// away.
    pub fn name_draft(&self, id: DocumentId, name: &str) -> Result<(), Error> {
        match self.history(id)?.first() {
            Some(last) => self.name_revision(id, last.number, name),
            None => Ok(()),
        }
    }

    /// What the drafts are called that have a state with a name.
    pub fn versions(&self) -> Result<HashMap<DocumentId, Version>, Error> {
        self.store.read(revisions::versions)
    }

    /// Thins out what is old. Gives how many states went.
    pub fn thin(&self, now: SystemTime) -> Result<usize, Error> {
        let ago = |days: u32| stamp(now.checked_sub(DAY * days).unwrap_or(SystemTime::UNIX_EPOCH));
        let _lock = self.lock()?;
        self.store.change(|connection| revisions::thin(connection, &ago(1), &ago(30)))
    }
}
