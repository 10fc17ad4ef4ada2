//! What a check looks at: a speech, its occasion, and all that is told of it, each thing
//! told once however many checks ask.

use super::{Check, Finding};
use crate::about::{self, About};
use crate::claim::{self, Claim};
use crate::context::{Context, SlotAt};
use crate::date::{self, DateMention};
use crate::lexicon::Lexicon;
use crate::mention::{self, Name};
use crate::message::Message;
use crate::occasion::Occasion;
use crate::overlap::Stretches;
use crate::parse::begins_with_surname;
use crate::reference::Meant;
use crate::shown::{Shown, shown};
use crate::speech::{BlockId, Speech};
use crate::text::{Span, is_blank};
use std::cell::OnceCell;
use std::collections::HashMap;

/// A speech that was given before.
#[derive(Clone, Debug)]
pub struct Known {
    /// What the writer knows it by: its title.
    pub title: String,
    /// Who heard it, where that is known.
    pub audience: Option<String>,
    /// What it says.
    pub stretches: Stretches,
}

/// A speech to be checked.
pub struct Subject<'a> {
    /// The speech.
    pub speech: &'a Speech,
    /// For whom and when it is given.
    pub occasion: &'a Occasion,
    pub(crate) lexicon: &'a Lexicon,
    /// Speeches that share something with it, as far as anybody looked.
    pub known: Vec<Known>,
    /// What its references to its own parts mean, as it was told while they were right.
    pub meant: Vec<Meant>,
    /// Its blocks as they are read.
    pub(crate) shown: Vec<Shown<'a>>,
    /// The same, to be looked at around a character.
    pub(crate) contexts: Vec<Context>,
    indices: HashMap<BlockId, usize>,
    about: OnceCell<About>,
    claims: OnceCell<Vec<Claim>>,
    names: OnceCell<Vec<Name>>,
    dates: OnceCell<Vec<DateMention>>,
    placeholders: OnceCell<bool>,
}

impl<'a> Subject<'a> {
    /// A speech for its occasion.
    pub fn new(speech: &'a Speech, lexicon: &'a Lexicon, occasion: &'a Occasion) -> Self {
        Self {
            speech,
            occasion,
            lexicon,
            known: Vec::new(),
            meant: Vec::new(),
            shown: shown(speech),
            contexts: Context::all(speech),
            indices: speech.blocks.iter().enumerate().map(|(idx, block)| (block.id, idx)).collect(),
            about: OnceCell::new(),
            claims: OnceCell::new(),
            names: OnceCell::new(),
            dates: OnceCell::new(),
            placeholders: OnceCell::new(),
        }
    }

    /// Where in the speech a block stands, from 0.
    pub(crate) fn index(&self, block: BlockId) -> usize {
        self.indices.get(&block).copied().unwrap_or(usize::MAX)
    }

    pub(crate) fn context(&self, block: BlockId) -> Option<&Context> {
        self.contexts.get(self.index(block))
    }

    pub(crate) fn about(&self) -> &About {
        self.about.get_or_init(|| about::about(self.speech))
    }

    pub(crate) fn claims(&self) -> &[Claim] {
        self.claims.get_or_init(|| claim::claims_but(self.speech, &self.lexicon.unit.fixed_terms))
    }

    pub(crate) fn names(&self) -> &[Name] {
        self.names.get_or_init(|| mention::names(self.speech, self.lexicon, self.occasion))
    }

    pub(crate) fn dates(&self) -> &[DateMention] {
        self.dates.get_or_init(|| date::dates(self.speech, self.lexicon, self.occasion))
    }

    /// Something is left to be filled that masks no one on purpose: 某市 and 周×× tell of
    /// somebody who shall not be named.
    pub(crate) fn has_placeholders(&self) -> bool {
        *self.placeholders.get_or_init(|| {
            let mut slots = self
                .contexts
                .iter()
                .flat_map(|context| context.slots.iter().map(move |slot| (context, slot)));
            slots.any(|(context, slot)| slot.open && !names_nobody(context, slot))
        })
    }

    /// The first line with words from a block on, without the blanks around it: where a
    /// finding on a whole speech or section is shown.
    pub(crate) fn first_line(&self, from: usize) -> Option<(BlockId, Span)> {
        self.contexts.get(from..)?.iter().find_map(|context| {
            let start = context.chars.iter().position(|c| !is_blank(*c))?;
            let end = context.chars.iter().rposition(|c| !is_blank(*c))? + 1;
            Some((context.block, start..end))
        })
    }

    /// A finding of a check on a stretch of a block, as bad as the check says.
    pub(crate) fn finding(&self, check: &Check, block: BlockId, span: Span, message: Message) -> Finding {
        Finding {
            check: check.id,
            severity: check.severity,
            block,
            text: self.context(block).map(|context| context.text(span.clone())).unwrap_or_default(),
            span,
            suggestion: None,
            field: None,
            message,
        }
    }
}

/// 某市, 周××: somebody who shall not be named.
pub(crate) fn names_nobody(context: &Context, slot: &SlotAt) -> bool {
    let start = slot.span.start;
    let surname = start.checked_sub(1).map(|before| &context.chars[before..=start]);
    context.at(start) == Some('某') || surname.is_some_and(begins_with_surname)
}
