//! Checking what is in the library: for the own names of the library and the occasion of
//! the draft, and as the writer has decided.

use crate::document::{Document, DocumentId, DocumentKind};
use crate::error::Error;
use crate::library::Library;
use crate::settings::Settings;
use crate::store::table::{decisions, documents, settings};
use speech::check::run;
use speech::decision::sort;
use speech::reference::{Meant, meant};
use speech::roll_forward::{Proposal, roll_forward};
use speech::{Day, Decision, Finding, Lexicon, Occasion, Speech, Subject};

/// A document, looked at.
#[derive(Clone, Debug)]
pub struct CheckedDocument {
    /// The document.
    pub document: Document,
    /// Its text; of a draft, its last revision.
    pub speech: Speech,
    /// What was found.
    pub checked: Checked,
}

/// What the checks find in a text, and what the writer has decided on it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What is to be looked at, in the order of the text.
    pub findings: Vec<Finding>,
    /// What the writer doesn't want to hear of, in the order of the text.
    pub ignored: Vec<Finding>,
    /// What was decided, for the whole library first, in the order it was.
    pub decisions: Vec<Decided>,
}

/// A decision, and how far it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// What was decided.
    pub decision: Decision,
    /// For the whole library, not for one document.
    pub everywhere: bool,
}

impl Checked {
    /// Whether a check is off.
    pub fn is_off(&self, id: &str) -> bool {
        let off = |decided: &Decided| matches!(&decided.decision, Decision::Off { check } if check == id);
        self.decisions.iter().any(off)
    }
}

impl Library {
    /// For whom and when a document is given: the own names and the speaking rate of the
    /// library; the day, the minutes and the audience of the draft.
    pub fn occasion(&self, document: &Document) -> Result<Occasion, Error> {
        let Settings { own, rate, .. } = self.settings()?;
        let date = document.date.as_deref().and_then(Day::read);
        Ok(Occasion { date, own, minutes: document.minutes, audience: document.audience.clone(), rate })
    }

    /// What the checks find in a document as it is stored. The lexicon is that of the library
    /// ([`lexicon`](Self::lexicon)), else the lists of its unit are not used.
    pub fn check(&self, id: DocumentId, lexicon: &Lexicon) -> Result<CheckedDocument, Error> {
        let (document, speech) = self.document(id)?;
        let checked = self.check_text(&document, &speech, lexicon)?;
        Ok(CheckedDocument { document, speech, checked })
    }

    /// What the checks find in a text that a document may become.
    pub fn check_text(
        &self,
        document: &Document,
        speech: &Speech,
        lexicon: &Lexicon,
    ) -> Result<Checked, Error> {
        let occasion = self.occasion(document)?;
        let decisions = self.decisions(document.id)?;
        let mut subject = Subject::new(speech, lexicon, &occasion);
        subject.known = self.known(document, speech)?;
        subject.meant = self.meant(document, speech)?;
        let found = run(&subject, None);
        let (findings, ignored) = sort(found, decisions.iter().map(|decided| &decided.decision));
        Ok(Checked { findings, ignored, decisions })
    }

    /// What the references of a draft to its own parts mean: told once, while they are right,
    /// and kept, so that they can follow when sections move. A document as it was imported
    /// has none.
    fn meant(&self, document: &Document, speech: &Speech) -> Result<Vec<Meant>, Error> {
        if document.kind != DocumentKind::Draft {
            return Ok(Vec::new());
        }
        let name = format!("meant.{}", document.id);
        let before: Vec<Meant> =
            self.store.read(|connection| Ok(settings::get(connection, &name)?.unwrap_or_default()))?;
        let now = meant(&before, speech);
        if now != before
            // Where another program writes just now, it is kept the next time.
            && let Ok(_lock) = self.lock()
        {
            self.store.change(|connection| settings::set(connection, &name, &now))?;
        }
        Ok(now)
    }

    /// What of a draft is another year's, if it is given on its day; nothing without a day.
    pub fn roll_forward(&self, id: DocumentId, lexicon: &Lexicon) -> Result<Vec<Proposal>, Error> {
        let (document, speech) = self.document(id)?;
        let Some(day) = self.occasion(&document)?.date else { return Ok(Vec::new()) };
        let from = document.about.year.or(self.source_year(&speech)?);
        Ok(roll_forward(&speech, lexicon, from, day))
    }

    /// The year of the first document that something was taken from: a section alone doesn't
    /// say when it was given.
    fn source_year(&self, speech: &Speech) -> Result<Option<i32>, Error> {
        let source = speech.blocks.iter().find_map(|block| block.origin.as_ref());
        let Some(id) = source.and_then(|origin| DocumentId::read(&origin.document)) else { return Ok(None) };
        let document = self.store.read(|connection| documents::get(connection, id))?;
        Ok(document.and_then(|document| document.about.year))
    }

    /// What the writer has decided for a document: for the whole library first, then for it
    /// alone.
    pub fn decisions(&self, id: DocumentId) -> Result<Vec<Decided>, Error> {
        self.store.read(|connection| {
            let everywhere = decisions::list(connection, None)?.into_iter();
            let here = decisions::list(connection, Some(id))?.into_iter();
            let everywhere = everywhere.map(|decision| Decided { decision, everywhere: true });
            let here = here.map(|decision| Decided { decision, everywhere: false });
            Ok(everywhere.chain(here).collect())
        })
    }

    /// Keeps a decision, for one document or, without, for the whole library; durable when
    /// this returns. The same one twice is kept once.
    pub fn decide(&self, document: Option<DocumentId>, decision: &Decision) -> Result<(), Error> {
        if let Some(id) = document {
            self.document(id)?;
        }
        let _lock = self.lock()?;
        self.store.change(|connection| decisions::add(connection, document, decision))
    }

    /// Takes a decision back; nothing happens where it was never made.
    pub fn undecide(&self, document: Option<DocumentId>, decision: &Decision) -> Result<(), Error> {
        let _lock = self.lock()?;
        self.store.change(|connection| decisions::remove(connection, document, decision))
    }
}
