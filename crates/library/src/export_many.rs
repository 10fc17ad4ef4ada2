//! Several drafts handed in at once: each a file of its own in one folder, called as the writer's
//! pattern has it, none written over.

use crate::document::DocumentId;
use crate::error::Error;
use crate::export::{Exported, export_with};
use crate::file_name::{NameParts, file_name, free_path};
use crate::library::Library;
use crate::store::table::revisions;
use formats::{Format, HouseStyle};
use speech::Day;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// What became of one of them.
#[derive(Debug)]
pub struct ExportedOne {
    /// The draft or document.
    pub id: DocumentId,
    /// Its title; empty where there is none.
    pub title: String,
    /// Where it is and what was written, or why it was not.
    pub result: Result<(PathBuf, Exported), Error>,
}

impl Library {
    /// What of a document goes into the name of its file: its title, its day, and what its last
    /// state is called.
    pub fn name_parts(&self, id: DocumentId) -> Result<NameParts, Error> {
        let document = self.describe(id)?;
        let last = self.store.read(|connection| Ok(revisions::list(connection, id)?.into_iter().next()))?;
        Ok(NameParts {
            title: document.title.replace('\n', ""),
            date: document.date.as_deref().and_then(Day::read),
            version: last.and_then(|last| last.name),
        })
    }

    /// Writes documents into a folder, which is made where there is none. `step` hears of each
    /// before it is written, how many are done and its title, and may stop it all; what is written
    /// stays. Of one that fails it is told, and the others are written.
    ///
    /// # Errors
    /// The folder can't be made; nothing was written then.
    pub fn export_many(
        &self,
        ids: &[DocumentId],
        style: &HouseStyle,
        folder: &Path,
        format: Format,
        step: &mut dyn FnMut(usize, &str) -> ControlFlow<()>,
    ) -> Result<Vec<ExportedOne>, Error> {
        fs::create_dir_all(folder).map_err(Error::io(folder))?;
        let pattern = self.settings()?.file_name;
        let lexicon = self.lexicon()?;
        let mut done = Vec::new();
        for id in ids {
            let parts = self.name_parts(*id);
            let title = parts.as_ref().map(|parts| parts.title.clone()).unwrap_or_default();
            if step(done.len(), &title).is_break() {
                break;
            }
            let result = parts.and_then(|parts| {
                let path = free_path(folder, &file_name(&pattern, &parts), format.word());
                let (document, speech) = self.document(*id)?;
                let appendices = self.appendices(&document, &speech, style, &lexicon)?;
                let exported = export_with(&speech, style, &appendices, &path)?;
                self.went_out(*id)?;
                Ok((path, exported))
            });
            done.push(ExportedOne { id: *id, title, result });
        }
        Ok(done)
    }
}
