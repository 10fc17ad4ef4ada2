//! What beginning a draft asks for: for an occasion, along skeletons, or of sections of several
//! documents.

use super::Result;
use super::document::{DocumentRow, OccasionRow, Opened};
use super::draft::Source;
use crate::desk::Desk;
use library::{Offer, PlannedDraft, PlannedPart, Wanted};
use serde::{Deserialize, Serialize};
use specta::Type;
use speech::BlockId;
use speech::skeleton::{Part, Place, Reason, Size, share_out};
use speech::timing::minutes;
use std::time::SystemTime;
use tauri::State;

/// So many skeletons are shown.
const OFFERED: usize = 12;

/// What a new speech is for; what isn't known is left out.
#[derive(Clone, Debug, Default, Deserialize, Serialize, Type)]
pub struct WantedRow {
    /// 全县经济工作会议
    pub occasion: Option<String>,
    /// 动员讲话, 致辞 …
    pub genre: Option<String>,
    /// Who gives it: 县长　张三.
    pub speaker: Option<String>,
}

/// A document that a new speech could be written along.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SkeletonRow {
    /// The document.
    pub row: DocumentRow,
    /// Why it is offered; of those that nothing speaks for, nothing.
    pub reasons: Vec<ReasonRow>,
    /// Its opening, its sections, its closing.
    pub parts: Vec<PartRow>,
    /// How long it takes to say, in tenths of a minute.
    pub tenths: u32,
}

/// Why a document is offered.
#[derive(Clone, Copy, Debug, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ReasonRow {
    /// The same occasion, in another year or place.
    Occasion,
    /// Of that sort.
    Genre,
    /// Given by that speaker.
    Speaker,
}

/// A part of a skeleton.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PartRow {
    /// The block that tells of it when it is taken: its heading, or the first of opening and
    /// closing.
    pub block: BlockId,
    /// 1 or 2; nothing for opening and closing.
    pub level: Option<u8>,
    /// It closes the speech.
    pub closing: bool,
    /// The heading's number as it is read.
    pub numeral: String,
    /// The heading's words.
    pub text: String,
    /// Word's 字数.
    pub characters: u32,
    /// How long it takes to say, in tenths of a minute.
    pub tenths: u32,
}

/// How long a part is, and whether it is within the last one that is not.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, Type)]
pub struct PartSize {
    /// Word's 字数.
    pub characters: u32,
    /// It is within another.
    pub inner: bool,
}

/// What a draft is made of.
#[derive(Clone, Debug, Deserialize, Serialize, Type)]
pub struct PlanRow {
    /// What it is for.
    pub wanted: WantedRow,
    /// When, for how long and for whom.
    pub occasion: OccasionRow,
    /// What is taken, in this order.
    pub parts: Vec<PlannedRow>,
}

/// Something that is taken.
#[derive(Clone, Debug, Deserialize, Serialize, Type)]
pub struct PlannedRow {
    /// Of which document, and how much of it.
    pub source: Source,
    /// With its text; else its headings alone.
    pub with_text: bool,
}

/// The documents that a speech could be written along, best first.
#[tauri::command(async)]
#[specta::specta]
pub fn skeletons(desk: State<'_, Desk>, wanted: WantedRow) -> Result<Vec<SkeletonRow>> {
    desk.with(|library| {
        let rate = library.settings()?.rate;
        let offers = library.skeletons(&wanted.into(), OFFERED)?;
        offers.into_iter().map(|offer| SkeletonRow::of(library, offer, rate)).collect()
    })
}

/// So many minutes, shared out among parts by their lengths, in tenths of a minute.
#[tauri::command(async)]
#[specta::specta]
pub fn share_minutes(parts: Vec<PartSize>, minutes: u32) -> Vec<u32> {
    let size = |part: &PartSize| Size { characters: part.characters as usize, inner: part.inner };
    let sizes: Vec<Size> = parts.iter().map(size).collect();
    share_out(&sizes, minutes)
}

/// Makes a draft along a plan, and opens it.
#[tauri::command(async)]
#[specta::specta]
pub fn plan_draft(desk: State<'_, Desk>, plan: PlanRow) -> Result<Opened> {
    desk.with(|library| {
        let PlanRow { wanted, occasion, parts } = plan;
        let parts = parts.iter().map(|part| {
            let (document, extent) = part.source.read()?;
            Ok(PlannedPart { document, extent, with_text: part.with_text })
        });
        let parts = parts.collect::<std::result::Result<_, library::Error>>()?;
        let (wanted, occasion) = (wanted.into(), occasion.into());
        let plan = PlannedDraft { title: None, wanted, occasion, parts, now: SystemTime::now() };
        Opened::read(library, library.plan_draft(&plan)?)
    })
}

impl SkeletonRow {
    fn of(library: &library::Library, offer: Offer, rate: u32) -> std::result::Result<Self, library::Error> {
        let (_, speech) = library.document(offer.document.id)?;
        let tenths = |characters| (minutes(characters, rate) * 10.0).round() as u32;
        let part = |part: Part| {
            let blocks = part.extent().blocks(&speech)?;
            Some(PartRow {
                block: speech.blocks.get(blocks.start)?.id,
                level: part.level(),
                closing: part.place == Place::Closing,
                tenths: tenths(part.characters),
                characters: part.characters as u32,
                numeral: part.numeral,
                text: part.words,
            })
        };
        let reasons = offer.reasons.into_iter().map(ReasonRow::from).collect();
        Ok(Self {
            row: offer.document.into(),
            reasons,
            tenths: tenths(offer.skeleton.characters),
            parts: offer.skeleton.parts.into_iter().filter_map(part).collect(),
        })
    }
}

impl From<Reason> for ReasonRow {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::Occasion => Self::Occasion,
            Reason::Genre => Self::Genre,
            Reason::Speaker => Self::Speaker,
        }
    }
}

impl From<WantedRow> for Wanted {
    fn from(row: WantedRow) -> Self {
        let said = |entry: Option<String>| {
            entry.map(|entry| entry.trim().to_owned()).filter(|entry| !entry.is_empty())
        };
        Self { occasion: said(row.occasion), genre: said(row.genre), speaker: said(row.speaker) }
    }
}
