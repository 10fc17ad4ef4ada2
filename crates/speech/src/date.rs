//! 时间: the dates in a speech, and all that holds only for a time: sessions, offices,
//! campaigns, events, and the figures tied to them.
//!
//! ```text
//! 5月22日，李克强总理在十三届全国人大三次会议上    wrong in a later year, all three
//! 面对当前形势                                  somebody should look
//! 1929—1939年经济大萧条                         history stays as it is
//! ```

mod events;
mod sessions;
mod timeline;
mod words;
mod written;

use crate::context::Context;
use crate::lexicon::Lexicon;
use crate::occasion::Occasion;
use crate::speech::{BlockId, Speech};
use crate::text::Span;
use timeline::Timeline;

/// Words that hold for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// The block they stand in.
    pub block: BlockId,
    /// Where in the block's text as it is shown.
    pub span: Span,
    /// The words.
    pub text: String,
    /// Whether they would be wrong.
    pub stale: Stale,
}

/// Whether words would be wrong if they were said on the day of the occasion; where the
/// occasion has none, in a later year than the text's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stale {
    /// They stay right.
    No,
    /// Somebody should look.
    Check,
    /// They would be wrong.
    Yes,
}

impl Stale {
    /// The word for it in JSON and the docs.
    pub fn word(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Check => "check",
            Self::Yes => "yes",
        }
    }
}

/// What may be read at a character.
enum Read {
    /// Words that hold for a time.
    Dated(Stale),
    /// Words that only look so: 体现在.
    Passed,
}

/// What the readers look at.
struct Look<'a> {
    context: &'a Context,
    lexicon: &'a Lexicon,
    timeline: Timeline,
}

/// Reads what begins at a character and gives its end. The longer ones come first.
type Reader = fn(&Look<'_>, usize) -> Option<(usize, Read)>;

const READERS: [Reader; 8] = [
    events::document,
    events::visit,
    events::holder,
    words::era,
    sessions::session,
    written::date,
    written::figure,
    words::time,
];

/// The dates in a speech, in reading order.
pub fn dates(speech: &Speech, lexicon: &Lexicon, occasion: &Occasion) -> Vec<DateMention> {
    let contexts = Context::all(speech);
    let timeline = Timeline::of(speech, &contexts, occasion.date);
    let mut dates = Vec::new();
    for context in &contexts {
        let look = Look { context, lexicon, timeline };
        let mut at = 0;
        while at < context.chars.len() {
            let Some((end, read)) = READERS.iter().find_map(|read| read(&look, at)) else {
                at += 1;
                continue;
            };
            if let Read::Dated(stale) = read {
                dates.push(DateMention {
                    block: context.block,
                    span: at..end,
                    text: context.text(at..end),
                    stale,
                });
            }
            at = end.max(at + 1);
        }
    }
    dates
}
