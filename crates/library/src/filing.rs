//! 归类. What a document is filed under: told from its text and its file, until the writer
//! says otherwise. Both are kept, so a proposal can be taken back to, and a text that is
//! read again does not undo what the writer said.

use crate::document::DocumentId;
use crate::error::Error;
use crate::library::Library;
use crate::store::table::{changes, documents, filings};
use rusqlite::Connection;
use speech::about::About;

/// What a document is filed under.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filing {
    /// What was told from its text, the name of its file and its folders.
    pub told: About,
    /// What the writer says: [`Edit::AsTold`], [`Edit::Nothing`] or [`Edit::Say`].
    pub said: FilingEdit,
    /// What holds, and what is listed and searched by.
    pub holds: About,
}

/// What is to be changed of a filing, entry by entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilingEdit {
    /// 全县经济工作会议
    pub occasion: Edit<String>,
    /// 动员讲话, 致辞 …
    pub genre: Edit<String>,
    /// The year it was given in.
    pub year: Edit<i32>,
    /// 省, 市, 县 …
    pub level: Edit<String>,
    /// Who gives it.
    pub speaker: Edit<String>,
    /// 经济, 党建 …
    pub domain: Edit<String>,
}

/// What becomes of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Edit<T> {
    /// It stays.
    #[default]
    Leave,
    /// It is this.
    Say(T),
    /// There is none.
    Nothing,
    /// It is what was told.
    AsTold,
}

impl Library {
    /// What a document is filed under.
    pub fn filing(&self, id: DocumentId) -> Result<Filing, Error> {
        self.store.read(|connection| filing(connection, id))
    }

    /// Files documents, all in the same way, and gives what each of them was, to be handed
    /// to [`refile`](Self::refile) when the writer wants it back. Durable when this returns;
    /// on an error nothing is changed.
    pub fn file(
        &self,
        ids: &[DocumentId],
        edit: &FilingEdit,
    ) -> Result<Vec<(DocumentId, FilingEdit)>, Error> {
        let edits: Vec<_> = ids.iter().map(|id| (*id, edit.clone())).collect();
        self.refile(&edits)
    }

    /// The same with a way for each document.
    pub fn refile(&self, edits: &[(DocumentId, FilingEdit)]) -> Result<Vec<(DocumentId, FilingEdit)>, Error> {
        let _lock = self.lock()?;
        self.store.change(|connection| {
            let was = edits.iter().map(|(id, edit)| {
                let before = filing(connection, *id)?;
                filings::say(connection, *id, edit)?;
                let said = filings::said(connection, *id)?;
                let holds = said.over(&before.told);
                documents::set_about(connection, *id, &holds)?;
                // Search asks for nothing else of a filing, and a list is not to be turned
                // over by it.
                if holds.year != before.holds.year {
                    changes::note(connection, *id)?;
                }
                Ok((*id, edit.was(&before.said)))
            });
            let mut was: Vec<_> = was.collect::<Result<_, Error>>()?;
            // A document that was given twice goes back to what it was first.
            was.reverse();
            Ok(was)
        })
    }
}

fn filing(connection: &Connection, id: DocumentId) -> Result<Filing, Error> {
    let document = documents::get(connection, id)?;
    let holds = document.ok_or_else(|| Error::UnknownDocument { id: id.to_string() })?.about;
    Ok(Filing { told: filings::told(connection, id)?, said: filings::said(connection, id)?, holds })
}

impl<T: Clone> Edit<T> {
    /// The value, where `told` was told.
    fn over(&self, told: &Option<T>) -> Option<T> {
        match self {
            Self::Leave | Self::AsTold => told.clone(),
            Self::Nothing => None,
            Self::Say(value) => Some(value.clone()),
        }
    }

    /// What brings back `before`, after this was done.
    fn was(&self, before: &Self) -> Self {
        if matches!(self, Self::Leave) { Self::Leave } else { before.clone() }
    }
}

impl FilingEdit {
    /// What holds where `told` was told.
    pub(crate) fn over(&self, told: &About) -> About {
        About {
            occasion: self.occasion.over(&told.occasion),
            genre: self.genre.over(&told.genre),
            year: self.year.over(&told.year),
            level: self.level.over(&told.level),
            speaker: self.speaker.over(&told.speaker),
            domain: self.domain.over(&told.domain),
        }
    }

    fn was(&self, before: &Self) -> Self {
        Self {
            occasion: self.occasion.was(&before.occasion),
            genre: self.genre.was(&before.genre),
            year: self.year.was(&before.year),
            level: self.level.was(&before.level),
            speaker: self.speaker.was(&before.speaker),
            domain: self.domain.was(&before.domain),
        }
    }

    /// The entries under their names in the store.
    pub(crate) fn entries(&self) -> [(&'static str, Edit<String>); 6] {
        let year = match &self.year {
            Edit::Leave => Edit::Leave,
            Edit::Say(year) => Edit::Say(year.to_string()),
            Edit::Nothing => Edit::Nothing,
            Edit::AsTold => Edit::AsTold,
        };
        [
            ("occasion", self.occasion.clone()),
            ("genre", self.genre.clone()),
            ("year", year),
            ("level", self.level.clone()),
            ("speaker", self.speaker.clone()),
            ("domain", self.domain.clone()),
        ]
    }

    /// Puts together what is stored.
    pub(crate) fn of_entries(stored: &[(String, Option<String>)]) -> Self {
        let entry = |name: &str| match stored.iter().find(|(stored, _)| stored == name) {
            None => Edit::AsTold,
            Some((_, None)) => Edit::Nothing,
            Some((_, Some(value))) => Edit::Say(value.clone()),
        };
        let year = match entry("year") {
            Edit::Say(year) => year.parse().map_or(Edit::AsTold, Edit::Say),
            Edit::Nothing => Edit::Nothing,
            Edit::Leave | Edit::AsTold => Edit::AsTold,
        };
        Self {
            occasion: entry("occasion"),
            genre: entry("genre"),
            year,
            level: entry("level"),
            speaker: entry("speaker"),
            domain: entry("domain"),
        }
    }
}
