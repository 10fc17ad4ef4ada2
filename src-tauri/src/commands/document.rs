//! A document or draft as the window shows it.

use library::{Document, DocumentId, DocumentKind, DraftOccasion, Error, Library, Version};
use serde::{Deserialize, Serialize};
use specta::Type;
use speech::field_use::field_uses_of;
use speech::origin::Source;
use speech::outline::{Section, outline_of};
use speech::shown::{Shown, text_of};
use speech::skeleton::Aim;
use speech::text::is_blank;
use speech::timing::{characters, minutes};
use speech::{BlockId, Day, FieldId, FieldUse, PieceKind, SlotPlace, Speech, origin, shown};
use std::path::Path;

/// A line of a list of documents.
#[derive(Clone, Debug, Serialize, Type)]
pub struct DocumentRow {
    /// `d7`
    pub id: String,
    /// What sort.
    pub kind: Kind,
    /// Its title, several lines joined by `\n`; empty if it has none.
    pub title: String,
    /// 动员讲话, 致辞 …
    pub genre: Option<String>,
    /// Where it was given.
    pub occasion: Option<String>,
    /// When.
    pub year: Option<i32>,
    /// Word's 字数.
    pub characters: u32,
    /// The name of the file that it was imported from, its folder left out.
    pub file: Option<String>,
    /// When it last changed, ISO 8601 in UTC.
    pub changed: String,
    /// What a draft is called beside its title: 二稿.
    pub version: Option<VersionRow>,
    /// The file that it was imported from is no longer where it was, as a look at the folders
    /// that are followed told.
    pub gone: bool,
}

/// The name of a draft's last state that has one.
#[derive(Clone, Debug, Serialize, Type)]
pub struct VersionRow {
    /// 一稿, 送审稿 …
    pub name: String,
    /// The draft was changed since.
    pub changed_since: bool,
}

/// What sort of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 讲话稿
    Speech,
    /// 模板
    Template,
    /// A template that ships with the program.
    Starter,
    /// 草稿
    Draft,
}

/// A document or draft, opened.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Opened {
    /// What the list says of it.
    pub row: DocumentRow,
    /// Its text.
    pub speech: Speech,
    /// What is computed from the text.
    pub answer: Answer,
    /// When, for how long and for whom it is given.
    pub occasion: OccasionRow,
    /// How long its sections are to be, where that was said.
    pub aims: Vec<AimRow>,
}

/// How long a section is to be.
#[derive(Clone, Debug, Serialize, Type)]
pub struct AimRow {
    /// Its heading.
    pub block: BlockId,
    /// Tenths of a minute.
    pub tenths: u32,
}

/// When, for how long and for whom a draft is given; nothing is unknown.
#[derive(Clone, Debug, Default, Deserialize, Serialize, Type)]
pub struct OccasionRow {
    /// The day, as 2026-03-18.
    pub date: Option<String>,
    /// How long it may take, in minutes.
    pub minutes: Option<u32>,
    /// Who hears it: 全县三级干部.
    pub audience: Option<String>,
}

/// What is computed from a text: numbers, sections, the places of its fields, its
/// length. The window draws it and keeps none of it.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Answer {
    /// Block by block.
    pub blocks: Vec<BlockAnswer>,
    /// The headings, with all that stands under each, in the order of the text.
    pub sections: Vec<SectionAnswer>,
    /// The fields that have a slot left, in the order of their first slots.
    pub fields: Vec<FieldAnswer>,
    /// Word's 字数 of the whole.
    pub characters: u32,
    /// How long it takes to say, in tenths of a minute.
    pub tenths: u32,
    /// The documents that something was taken from, by their first blocks.
    pub sources: Vec<SourceAnswer>,
    /// How much was written here and taken from nowhere, in percent; all of an empty text.
    pub own: u32,
}

/// A document that something was taken from.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SourceAnswer {
    /// Its id; empty for what came from none.
    pub document: String,
    /// The blocks that came from it, in the order of the text.
    pub blocks: Vec<TakenBlock>,
    /// Of what was taken, how much is left, in percent.
    pub left: u32,
    /// How much of this text that is, in percent.
    pub share: u32,
}

/// A block that was taken from elsewhere.
#[derive(Clone, Debug, Serialize, Type)]
pub struct TakenBlock {
    /// The block.
    pub block: BlockId,
    /// Which block of its source it was.
    pub from: BlockId,
}

/// What is computed for a block.
#[derive(Clone, Debug, Serialize, Type)]
pub struct BlockAnswer {
    /// The block.
    pub block: BlockId,
    /// The number before a heading, as it is printed: `一、`; its indent left out.
    pub numeral: Option<String>,
    /// The words of its markers, in their order: 一是, 二是.
    pub markers: Vec<String>,
    /// The next block goes on in the same line.
    pub run_in: bool,
    /// Where it begins with 一是: how many characters of its words are the first sentence of that
    /// member. 0 where it begins otherwise, or is one sentence.
    pub member: u32,
    /// Of what was taken from elsewhere, how much is left, in percent.
    pub left: Option<u32>,
}

/// A heading with all that stands under it.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SectionAnswer {
    /// The heading.
    pub block: BlockId,
    /// 1 to 4.
    pub level: u8,
    /// Its place in the list of blocks, from 0.
    pub start: u32,
    /// The place after the last block of the section.
    pub end: u32,
    /// Its number as it is printed; empty if it has none.
    pub numeral: String,
    /// Its words, without the number.
    pub text: String,
    /// Word's 字数 of the section.
    pub characters: u32,
    /// How long it takes to say, in tenths of a minute.
    pub tenths: u32,
}

/// Where a field stands.
#[derive(Clone, Debug, Serialize, Type)]
pub struct FieldAnswer {
    /// The field.
    pub field: FieldId,
    /// The outermost heading that its first slot stands under.
    pub section: Option<BlockId>,
    /// Its slots.
    pub slots: Vec<SlotAnswer>,
}

/// A slot in its sentence.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SlotAnswer {
    /// The block that it stands in.
    pub block: BlockId,
    /// The sentence before it.
    pub before: String,
    /// What stands in the slot.
    pub text: String,
    /// The sentence after it.
    pub after: String,
}

impl Opened {
    /// Reads a document, and computes what the window draws.
    pub fn read(library: &Library, id: DocumentId) -> Result<Self, Error> {
        let (document, speech) = library.document(id)?;
        let answer = Answer::of(&speech, library.settings()?.rate);
        let Document { date, minutes, audience, .. } = document.clone();
        let occasion = OccasionRow { date, minutes, audience };
        let aims = library.aims(id)?.into_iter().map(|Aim { block, tenths }| AimRow { block, tenths });
        Ok(Self { row: document.into(), speech, answer, occasion, aims: aims.collect() })
    }
}

/// The document that the window means.
pub(crate) fn id(written: &str) -> Result<DocumentId, Error> {
    DocumentId::read(written).ok_or_else(|| Error::UnknownDocument { id: written.to_owned() })
}

impl From<OccasionRow> for DraftOccasion {
    fn from(row: OccasionRow) -> Self {
        Self { date: row.date.as_deref().and_then(Day::read), minutes: row.minutes, audience: row.audience }
    }
}

impl From<Document> for DocumentRow {
    fn from(document: Document) -> Self {
        let file = document.path.as_deref().and_then(|path| Path::new(path).file_name());
        Self {
            id: document.id.to_string(),
            kind: document.kind.into(),
            genre: document.about.genre,
            occasion: document.about.occasion,
            year: document.about.year,
            characters: document.characters as u32,
            file: file.map(|name| name.to_string_lossy().into_owned()),
            title: document.title,
            changed: document.changed,
            version: None,
            gone: document.gone,
        }
    }
}

impl DocumentRow {
    /// All documents, the one changed last first, with what the drafts are called.
    pub(crate) fn all(library: &Library) -> Result<Vec<Self>, Error> {
        let mut versions = library.versions()?;
        let row = |document: Document| {
            let version = versions.remove(&document.id);
            let version = version.map(|Version { name, changed_since }| VersionRow { name, changed_since });
            Self { version, ..document.into() }
        };
        Ok(library.documents(None)?.into_iter().map(row).collect())
    }
}

impl From<DocumentKind> for Kind {
    fn from(kind: DocumentKind) -> Self {
        match kind {
            DocumentKind::Speech => Self::Speech,
            DocumentKind::Template => Self::Template,
            DocumentKind::Starter => Self::Starter,
            DocumentKind::Draft => Self::Draft,
        }
    }
}

impl From<Kind> for DocumentKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Speech => Self::Speech,
            Kind::Template => Self::Template,
            Kind::Starter => Self::Starter,
            Kind::Draft => Self::Draft,
        }
    }
}

impl Answer {
    /// Computes it, at so many characters a minute.
    pub fn of(speech: &Speech, rate: u32) -> Self {
        let shown = shown(speech);
        let n_characters = characters(&text_of(&shown));
        let uses = field_uses_of(speech, &shown).into_iter();
        let sections = outline_of(speech, &shown).into_iter();
        let sources = origin::sources(speech);
        let (own, shares) = sources.percents();
        Self {
            blocks: shown.iter().map(BlockAnswer::from).collect(),
            sections: sections.map(|section| SectionAnswer::of(section, rate)).collect(),
            fields: uses.filter(|used| !used.slots.is_empty()).map(FieldAnswer::from).collect(),
            characters: n_characters as u32,
            tenths: tenths(n_characters, rate),
            own,
            sources: sources.sources.iter().zip(shares).map(SourceAnswer::from).collect(),
        }
    }
}

impl From<(&Source, u32)> for SourceAnswer {
    fn from((source, share): (&Source, u32)) -> Self {
        let blocks = source.blocks.iter().map(|(block, from)| TakenBlock { block: *block, from: *from });
        Self {
            document: source.document.clone(),
            blocks: blocks.collect(),
            // Rounded down: 100 is all of it, and so is all of nothing.
            left: (source.n_left * 100).checked_div(source.n_taken).unwrap_or(100) as u32,
            share,
        }
    }
}

/// Tenths of a minute to say so many characters.
fn tenths(characters: usize, rate: u32) -> u32 {
    (minutes(characters, rate) * 10.0).round() as u32
}

impl From<&Shown<'_>> for BlockAnswer {
    fn from(shown: &Shown<'_>) -> Self {
        let mut numerals = shown.pieces.iter().filter(|piece| piece.kind == PieceKind::Numeral);
        let markers = shown.pieces.iter().filter(|piece| matches!(piece.kind, PieceKind::Marker { .. }));
        Self {
            block: shown.block.id,
            numeral: numerals.next().map(|numeral| numeral.text.trim_start_matches(is_blank).to_owned()),
            markers: markers.map(|marker| marker.text.clone()).collect(),
            run_in: shown.run_in,
            member: shown.n_member_sentence() as u32,
            // Rounded down: 100 is all of it.
            left: origin::left(shown.block).map(|left| (left * 100.0) as u32),
        }
    }
}

impl SectionAnswer {
    fn of(section: Section, rate: u32) -> Self {
        Self {
            block: section.heading,
            level: section.level,
            start: section.blocks.start as u32,
            end: section.blocks.end as u32,
            numeral: section.numeral,
            text: section.words,
            characters: section.characters as u32,
            tenths: tenths(section.characters, rate),
        }
    }
}

impl From<FieldUse> for FieldAnswer {
    fn from(used: FieldUse) -> Self {
        Self {
            field: used.field.id,
            section: used.section,
            slots: used.slots.into_iter().map(SlotAnswer::from).collect(),
        }
    }
}

impl From<SlotPlace> for SlotAnswer {
    fn from(slot: SlotPlace) -> Self {
        Self { block: slot.block, before: slot.before, text: slot.text, after: slot.after }
    }
}
