//! What the sheet and the panes beside it ask for.

use super::Result;
use super::document::{self, Answer, OccasionRow, Opened};
use super::sheet::SheetRow;
use crate::desk::Desk;
use library::{DocumentId, Error, Library, NewDraft};
use serde::{Deserialize, Serialize};
use specta::Type;
use speech::{Block, BlockId, Field, FieldId, Paragraph, Speech};
use std::time::SystemTime;
use tauri::State;

/// What is taken, and of which document.
#[derive(Clone, Debug, Deserialize, Serialize, Type)]
pub struct Source {
    /// The document or draft.
    pub document: String,
    /// How much of it.
    pub extent: Extent,
}

/// How much of a document is taken.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// All of it.
    Whole,
    /// The section that this block heads, else the innermost one that it stands in; of
    /// a block before the first heading or in the closing, all of the opening or closing.
    Section(BlockId),
    /// The line that this block begins or stands in.
    Passage(BlockId),
}

/// Makes a draft out of a source, or one without text, and opens it. `date` is the day on
/// which it will be given, as 2026-03-18.
#[tauri::command(async)]
#[specta::specta]
pub fn new_draft(desk: State<'_, Desk>, source: Option<Source>, date: Option<String>) -> Result<Opened> {
    desk.with(|library| Opened::begin(library, source, date, SystemTime::now()))
}

/// What the draft on the sheet gets when a source is taken over into it: the blocks
/// under new ids, and the fields that are new to it. The window puts them where the
/// cursor is.
#[tauri::command(async)]
#[specta::specta]
pub fn take(desk: State<'_, Desk>, draft: Speech, source: Source) -> Result<TakenOver> {
    desk.with(|library| Ok(library.take_over(&draft, &source.read()?)?.into()))
}

/// What the draft on the sheet gets when lines are pasted into it that a program has put on the
/// clipboard, as text and, where it does, as a piece of a web page (`html`, else empty).
#[tauri::command(async)]
#[specta::specta]
pub fn paste(draft: Speech, text: String, html: String) -> TakenOver {
    speech::pasted::pasted(&draft, &lines(&text, &html)).into()
}

/// The lines with what the piece of a page says of them; the bare ones where it has not all
/// of the text, or there is none.
fn lines(text: &str, html: &str) -> Vec<Paragraph> {
    page_of(text, html).unwrap_or_else(|| text.lines().map(Paragraph::plain).collect())
}

/// The lines of a piece of a page; nothing where it has not all of the text.
pub(crate) fn page_of(text: &str, html: &str) -> Option<Vec<Paragraph>> {
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).count();
    let page = formats::read_clipboard(html, &formats::Limits::default()).ok()?;
    let of_page: usize = page.iter().map(|line| letters(&line.text)).sum();
    (of_page >= letters(text) && of_page > 0).then_some(page)
}

/// What is taken over.
#[derive(Clone, Debug, Serialize, Type)]
pub struct TakenOver {
    /// The blocks, with ids that the draft doesn't have.
    pub blocks: Vec<Block>,
    /// The fields of theirs that the draft doesn't have.
    pub fields: Vec<Field>,
}

/// What is computed from the text on the sheet. Asked after a change, never for each key.
#[tauri::command(async)]
#[specta::specta]
pub fn answer(desk: State<'_, Desk>, speech: Speech) -> Result<Answer> {
    let rate = desk.with(Library::settings)?.rate;
    Ok(Answer::of(&speech, rate))
}

/// The text on the sheet when the block that was just typed in is taken for what it reads as:
/// a heading, a member. Nothing where it stays what it is. `at` is where the cursor stands,
/// in characters of the block's words.
#[tauri::command(async)]
#[specta::specta]
pub fn typed(mut speech: Speech, block: BlockId, at: u32) -> Option<Speech> {
    speech::typed::understand(&mut speech, block, at as usize).then_some(speech)
}

/// Says when, for how long and for whom a draft is given. Its text stays as it is.
#[tauri::command(async)]
#[specta::specta]
pub fn set_occasion(desk: State<'_, Desk>, id: String, occasion: OccasionRow) -> Result<()> {
    desk.with(|library| library.set_occasion(document::id(&id)?, &occasion.into()))
}

/// Stores what a draft has become. It is durable when this answers.
#[tauri::command(async)]
#[specta::specta]
pub fn save_draft(desk: State<'_, Desk>, id: String, speech: Speech) -> Result<Saved> {
    desk.with(|library| Ok(library.save(document::id(&id)?, &speech, SystemTime::now())?.into()))
}

/// What was stored.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Saved {
    /// How many revisions of the draft there are.
    pub revisions: u32,
    /// When, ISO 8601 in UTC.
    pub changed: String,
}

/// A value for a field.
#[derive(Clone, Debug, Deserialize, Serialize, Type)]
pub struct Setting {
    /// The field.
    pub field: FieldId,
    /// The value as it was typed; empty opens the field again.
    pub value: String,
}

/// Fills fields of the text on the sheet, by hand and from a data sheet. Changes nothing
/// that is stored: the window shows what comes back, and puts it on the sheet.
#[tauri::command(async)]
#[specta::specta]
pub fn fill(mut speech: Speech, settings: Vec<Setting>, rows: Vec<SheetRow>) -> Result<Filled> {
    let set: Vec<_> = settings.into_iter().map(|set| (set.field.to_string(), set.value)).collect();
    let rows = rows.into_iter().map(|row| (row.label, row.value)).collect();
    let filled = speech::fill::fill(&mut speech, &set, &rows).map_err(Error::from)?;
    Ok(Filled {
        fields: speech.fields,
        filled: filled.filled.into_iter().map(FilledField::from).collect(),
        unmatched: filled.unmatched.into_iter().map(Unmatched::from).collect(),
        open: filled.open,
    })
}

/// What filling comes to.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Filled {
    /// All fields of the text as they are then.
    pub fields: Vec<Field>,
    /// Those with a new value.
    pub filled: Vec<FilledField>,
    /// What fits no field surely: the writer has to say.
    pub unmatched: Vec<Unmatched>,
    /// The fields that are still open.
    pub open: Vec<FieldId>,
}

/// A field with a new value.
#[derive(Clone, Debug, Serialize, Type)]
pub struct FilledField {
    /// The field.
    pub field: FieldId,
    /// The value as it was given.
    pub value: String,
    /// What stands in its slots then.
    pub shown: String,
}

/// A label or a value that fits no field surely.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Unmatched {
    /// The label as it was given.
    pub label: String,
    /// The fields that it may mean, best first.
    pub candidates: Vec<FieldId>,
}

impl Source {
    /// What the library is to look for.
    pub fn read(&self) -> std::result::Result<(DocumentId, speech::Extent), Error> {
        Ok((document::id(&self.document)?, self.extent.into()))
    }
}

impl From<Extent> for speech::Extent {
    fn from(extent: Extent) -> Self {
        match extent {
            Extent::Whole => Self::Whole,
            Extent::Section(block) => Self::SectionOf(block),
            Extent::Passage(block) => Self::Passage(block),
        }
    }
}

impl Opened {
    /// Makes a draft, and opens it.
    pub fn begin(
        library: &Library,
        source: Option<Source>,
        date: Option<String>,
        now: SystemTime,
    ) -> std::result::Result<Self, Error> {
        let from = source.iter().map(Source::read).collect::<std::result::Result<_, _>>()?;
        let id = library.new_draft(&NewDraft { title: None, date, from, now })?;
        Self::read(library, id)
    }
}

impl From<speech::draft::TakenOver> for TakenOver {
    fn from(taken: speech::draft::TakenOver) -> Self {
        Self { blocks: taken.blocks, fields: taken.fields }
    }
}

impl From<library::Saved> for Saved {
    fn from(saved: library::Saved) -> Self {
        Self { revisions: saved.revisions as u32, changed: saved.changed }
    }
}

impl From<speech::fill::FilledField> for FilledField {
    fn from(filled: speech::fill::FilledField) -> Self {
        Self { field: filled.field, value: filled.value, shown: filled.shown }
    }
}

impl From<speech::fill::Unmatched> for Unmatched {
    fn from(unmatched: speech::fill::Unmatched) -> Self {
        Self { label: unmatched.label, candidates: unmatched.candidates }
    }
}
