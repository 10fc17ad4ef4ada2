//! 名称: the places, people, bodies and programmes that a speech names, and whose they
//! are.
//!
//! ```text
//! 推动XX高质量发展……确保在汉阴落地见效      汉阴: a place, what XX stands for elsewhere
//! 习近平总书记来陕考察                      陕: 陕西
//! 筑牢群众幸福安康之基                      no place at all
//! ```
//!
//! A name that a reader can take for an ordinary word is reported only where the words
//! around it want a name: a false alarm costs the writer more than a miss.

mod bodies;
mod own;
mod people;
mod places;
mod programmes;
mod tie;

use crate::context::Context;
use crate::lexicon::{Level, Lexicon, PlaceId, Sort};
use crate::occasion::Occasion;
use crate::speech::{BlockId, FieldId, Speech};
use crate::text::Span;
use own::Own;

/// The name of something below the nation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The block it stands in.
    pub block: BlockId,
    /// Where in the block's text as it is shown.
    pub span: Span,
    /// The name.
    pub text: String,
    /// What it names.
    pub kind: NameKind,
    /// It belongs to somebody else than the occasion's own; nothing where that can't be
    /// told.
    pub foreign: Option<bool>,
    /// The field that masks the same thing elsewhere in the speech.
    pub field: Option<FieldId>,
}

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A province, city, county, mountain, river.
    Place,
    /// Somebody with an office.
    Person,
    /// A body of its own name.
    Organisation,
    /// A programme, campaign or model.
    Programme,
}

impl NameKind {
    /// The word for it in JSON and the docs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Programme => "programme",
        }
    }
}

/// A name as it was found, before it is asked whose it is.
struct Found {
    context_idx: usize,
    span: Span,
    what: What,
}

/// What was found.
enum What {
    /// One of these places; the level is that of the highest.
    Place(Vec<PlaceId>, Level),
    /// 安 of 来陕来安考察: a city by its first character.
    ShortCity(char),
    /// A mountain, water or region in these provinces.
    Landmark(Sort, Vec<PlaceId>),
    /// Somebody; of an office of the nation it is known until when.
    Person(Option<people::National>),
    Organisation,
    Programme,
}

/// The names in a speech, in reading order. Names in junk are not looked for; the general
/// secretary and the names of the whole nation (中国, 长江, 延安精神) are left out.
///
/// `foreign` is false for the occasion's own names and what they lie in, and for names that the
/// unit's lists call fine; true for
/// others of a kind that the occasion has names of, and for a name that stands in the
/// open where a slot masks the same thing; else it can't be told.
pub fn names(speech: &Speech, lexicon: &Lexicon, occasion: &Occasion) -> Vec<Name> {
    let contexts = Context::all(speech);
    let own = Own::of(occasion, lexicon);
    let mut found = places::places(&contexts, lexicon, &own);
    let ties = tie::ties(speech, &contexts, &found);
    let mut fields: Vec<Option<FieldId>> = ties;
    for (context_idx, context) in contexts.iter().enumerate() {
        let more = people::people(context, lexicon, occasion.date)
            .into_iter()
            .chain(bodies::bodies(context, lexicon))
            .chain(programmes::programmes(context, lexicon));
        found.extend(more.map(|(span, what)| Found { context_idx, span, what }));
    }
    fields.resize(found.len(), None);
    let mut names: Vec<(usize, Name)> = found
        .iter()
        .zip(fields)
        .map(|(found, field)| {
            let context = &contexts[found.context_idx];
            let text = context.text(found.span.clone());
            let filled = context.slots_in(found.span.clone()).any(|slot| !slot.open);
            // What the writer has filled in is the writer's own.
            let foreign =
                if filled { Some(false) } else { own.foreign(found, &text, field.is_some(), lexicon) };
            let name = Name {
                block: context.block,
                span: found.span.clone(),
                text,
                kind: kind(&found.what),
                foreign,
                field,
            };
            (found.context_idx, name)
        })
        .collect();
    names.sort_by_key(|(context_idx, name)| (*context_idx, name.span.start));
    without_overlaps(names)
}

/// A place in the name of a body is part of it, unless a field masks that place; of any
/// other two that overlap the longer one stays.
fn without_overlaps(names: Vec<(usize, Name)>) -> Vec<Name> {
    let mut kept: Vec<(usize, Name)> = Vec::new();
    for (context_idx, name) in names {
        let beaten = |other: &Name| {
            let weight = |name: &Name| (name.field.is_some(), name.span.len());
            weight(other) < weight(&name)
        };
        let meets = |(idx, other): &(usize, Name)| *idx == context_idx && name.span.start < other.span.end;
        while kept.last().is_some_and(|last| meets(last) && beaten(&last.1)) {
            kept.pop();
        }
        if !kept.last().is_some_and(meets) {
            kept.push((context_idx, name));
        }
    }
    kept.into_iter().map(|(_, name)| name).collect()
}

fn kind(what: &What) -> NameKind {
    match what {
        What::Place(..) | What::ShortCity(_) => NameKind::Place,
        What::Landmark(Sort::Policy, _) => NameKind::Programme,
        What::Landmark(..) => NameKind::Place,
        What::Person(_) => NameKind::Person,
        What::Organisation => NameKind::Organisation,
        What::Programme => NameKind::Programme,
    }
}
