//! What of a draft its sources still call their own: 我市 in a county's speech.

use crate::document::DocumentId;
use crate::error::Error;
use crate::library::Library;
use crate::store::table::{documents, revisions};
use speech::own_words::{Source, own_words};
use speech::roll_forward::{Proposal, apply};
use speech::{Lexicon, Speech};
use std::collections::BTreeSet;
use std::time::SystemTime;

impl Library {
    /// What of a draft, as it is on the writer's desk, its sources still call their own, for the
    /// own names of the library. Sources that are gone are passed over.
    pub fn own_words(
        &self,
        id: DocumentId,
        speech: &Speech,
        lexicon: &Lexicon,
    ) -> Result<Vec<Proposal>, Error> {
        let (document, _) = self.document(id)?;
        let occasion = self.occasion(&document)?;
        let origins = speech.blocks.iter().filter_map(|block| block.origin.as_ref());
        let wanted: BTreeSet<DocumentId> =
            origins.filter_map(|origin| DocumentId::read(&origin.document)).collect();
        let mut sources: Vec<(String, Speech)> = Vec::new();
        self.store.read(|connection| {
            for id in wanted {
                if documents::get(connection, id)?.is_some()
                    && let Some(speech) = revisions::last(connection, id)?
                {
                    sources.push((id.to_string(), speech));
                }
            }
            Ok(())
        })?;
        let sources: Vec<Source<'_>> =
            sources.iter().map(|(document, speech)| Source { document, speech }).collect();
        Ok(own_words(speech, &sources, lexicon, &occasion))
    }

    /// Does those of the proposals that there is little doubt about, as one new revision, durable
    /// when this returns. Gives what was done.
    pub fn adapt(&self, id: DocumentId, lexicon: &Lexicon, now: SystemTime) -> Result<Vec<Proposal>, Error> {
        let (_, speech) = self.document(id)?;
        let mut proposals = self.own_words(id, &speech, lexicon)?;
        proposals.retain(|proposal| proposal.ticked);
        if !proposals.is_empty() {
            self.save(id, &apply(&speech, &proposals), now)?;
        }
        Ok(proposals)
    }
}
