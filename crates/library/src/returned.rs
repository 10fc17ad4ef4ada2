//! 取回修改稿. A file that came back, set against the draft that it was: which of the states that
//! are kept went out, what was changed in it, and taking some of that with a version to go back to.

use crate::document::DocumentId;
use crate::drafts::Saved;
use crate::error::Error;
use crate::history::Revision;
use crate::library::Library;
use crate::store::table::{revisions, settings};
use speech::returned::{Proposal, Returned, ReturnedLine, n_same_lines, proposals, take};
use speech::{Message, Speech};
use std::time::SystemTime;

/// What the states that went out are kept under.
fn sent_key(id: DocumentId) -> String {
    format!("sent.{id}")
}

/// How many of the last states are asked whether they went out; those with a name all are.
const MOST_STATES: usize = 100;

/// A file with fewer lines may be another one altogether without anybody noticing.
const FEW_LINES: usize = 5;

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameBack {
    /// What was changed, in the order of the draft.
    pub proposals: Vec<Proposal>,
    /// The file says who changed what.
    pub tracked: bool,
    /// The file has so little of the draft that it may be another one's.
    pub doubt: Option<Message>,
}

impl Library {
    /// What a file that came back changes in a draft, which is given as it is on the writer's
    /// desk. Nothing is stored.
    pub fn came_back(&self, id: DocumentId, draft: &Speech, file: &Returned) -> Result<CameBack, Error> {
        let says = |line: &&ReturnedLine| !line.paragraph.text.trim().is_empty();
        let n_lines = file.before.as_ref().unwrap_or(&file.after).iter().filter(says).count();
        let mut most = n_same_lines(draft, file);
        let mut sent: Option<Speech> = None;
        let marked = self.sent(id)?;
        let may_be = |(nth, state): &(usize, Revision)| {
            state.name.is_some()
                || if marked.is_empty() { *nth < MOST_STATES } else { marked.contains(&state.number) }
        };
        for (_, state) in self.history(id)?.into_iter().enumerate().filter(may_be) {
            // Of those that have as much the newest went out.
            if most == n_lines {
                break;
            }
            // Another program may have thinned it out since.
            let Ok(state) = self.revision(id, state.number) else { continue };
            let n_same = n_same_lines(&state, file);
            if n_same > most {
                (most, sent) = (n_same, Some(state));
            }
        }
        let proposals = proposals(draft, Some(sent.as_ref().unwrap_or(draft)), file);
        let is_other = n_lines >= FEW_LINES && most * 5 < n_lines;
        let doubt = is_other.then(|| {
            Message::new(
                format!("这个文件 {n_lines} 段里只有 {most} 段和草稿一样，也许不是这份草稿的修改稿。"),
                format!("only {most} of the file’s {n_lines} paragraphs stand in the draft; it may be another one’s."),
            )
        });
        Ok(CameBack { proposals, tracked: file.before.is_some(), doubt })
    }

    /// Keeps in mind that the last state of a draft went out, as a file or on the clipboard: what
    /// comes back is compared with such states first of all.
    pub fn went_out(&self, id: DocumentId) -> Result<(), Error> {
        let Some(last) = self.history(id)?.into_iter().next() else { return Ok(()) };
        let mut sent = self.sent(id)?;
        if sent.last() == Some(&last.number) {
            return Ok(());
        }
        sent.push(last.number);
        sent.drain(..sent.len().saturating_sub(MOST_STATES));
        let _lock = self.lock()?;
        self.store.change(|connection| settings::set(connection, &sent_key(id), &sent))
    }

    /// The states that went out, by their numbers.
    fn sent(&self, id: DocumentId) -> Result<Vec<u32>, Error> {
        self.store.read(|connection| Ok(settings::get(connection, &sent_key(id))?.unwrap_or_default()))
    }

    /// Takes some of what came back into a draft, as one new revision, durable when this returns.
    /// The state before gets that name, unless it has one.
    pub fn take_back(
        &self,
        id: DocumentId,
        wanted: &[Proposal],
        name: &str,
        now: SystemTime,
    ) -> Result<Saved, Error> {
        let (_, draft) = self.document(id)?;
        let taken = take(&draft, wanted);
        if taken != draft {
            self.name_last(id, name)?;
        }
        self.save(id, &taken, now)
    }

    /// Gives the last state of a draft a name, unless it has one.
    pub fn name_last(&self, id: DocumentId, name: &str) -> Result<(), Error> {
        let last = self.store.read(|connection| Ok(revisions::list(connection, id)?.into_iter().next()))?;
        match last {
            Some(last) if last.name.is_none() => self.name_revision(id, last.number, name),
            _ => Ok(()),
        }
    }
}
