//! Taking in what was pasted: looked at first, then imported as a file is.

use super::Result;
use super::draft::page_of;
use super::filing::{AboutRow, FilingEditRow};
use super::import::{ImportedRow, NearRow, row};
use crate::desk::Desk;
use crate::failure::{Code, Failure};
use library::{DocumentId, Given, ImportOptions, Library, LookedAt};
use serde::Serialize;
use specta::Type;
use speech::Message;
use std::time::SystemTime;
use tauri::State;

/// What an import would make of what was pasted, as text and, where a program gives it, as a
/// piece of a web page (`html`, else empty). Nothing is stored.
#[tauri::command(async)]
#[specta::specta]
pub fn look_at_pasted(desk: State<'_, Desk>, text: String, html: String) -> Result<PastedRow> {
    let given = given(text, html, None);
    let (looked, titles) = desk.with(|library| {
        let looked = library.look_at(&given)?;
        let titles = looked.as_ref().ok().map(|looked| Titles::of(looked, library)).unwrap_or_default();
        Ok((looked, titles))
    })?;
    looked.map(|looked| PastedRow::of(looked, titles)).map_err(refused)
}

/// Takes in what was pasted, under that title, and files it; durable when this returns.
#[tauri::command(async)]
#[specta::specta]
pub fn import_pasted(
    desk: State<'_, Desk>,
    text: String,
    html: String,
    title: String,
    filing: FilingEditRow,
) -> Result<ImportedRow> {
    let given = given(text, html, Some(title));
    let options = ImportOptions { encoding: None, now: SystemTime::now() };
    let taken = desk.with(|library| {
        let mut taken = None;
        library.import_given(given, &options, &mut |file| taken = Some(file.clone()))?;
        let Some(file) = taken else { return Ok(None) };
        if let library::ImportStatus::Imported(id) = file.status {
            library.file(&[id], &filing.into())?;
        }
        Ok(Some(row(&file, library)))
    })?;
    taken.ok_or_else(|| refused(Message::new("没有收进一篇。", "nothing was taken in.")))
}

/// The piece of a page where it has all of the text, else the text.
fn given(text: String, html: String, title: Option<String>) -> Given {
    let is_page = page_of(&text, &html).is_some();
    // A piece of a page may begin like a text; so it is read as what it is, now and later.
    let page = || format!("<!DOCTYPE html>\n{html}");
    let (name, content) = if is_page { ("剪贴板.html", page()) } else { ("剪贴板.txt", text) };
    Given { name: name.into(), bytes: content.into_bytes(), title }
}

fn refused(reason: Message) -> Failure {
    let detail = reason.en.clone();
    Failure { code: Code::Failed, message: reason, detail }
}

/// What an import would make of what was pasted.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PastedRow {
    /// What it would be called.
    pub title: String,
    /// What it would be filed under.
    pub about: AboutRow,
    /// It has blanks to fill, and would be a template.
    pub has_slots: bool,
    /// Word's 字数.
    pub characters: u32,
    /// The text as it would be shown.
    pub text: String,
    /// The library has this very text: the document's title.
    pub same: Option<String>,
    /// Another document that says nearly the same.
    pub near: Option<NearRow>,
}

/// What the documents are called that say the same.
#[derive(Default)]
struct Titles {
    same: Option<String>,
    near: String,
}

impl Titles {
    fn of(looked: &LookedAt, library: &Library) -> Self {
        // A document that is gone has no title any more.
        let title =
            |id: DocumentId| library.describe(id).map(|row| row.title.replace('\n', "")).unwrap_or_default();
        Self {
            same: looked.same.map(title),
            near: looked.near.map(|near| title(near.document)).unwrap_or_default(),
        }
    }
}

impl PastedRow {
    fn of(looked: LookedAt, titles: Titles) -> Self {
        let near = looked.near.map(|near| NearRow {
            document: near.document.to_string(),
            title: titles.near,
            share: (near.share * 100.0) as u32,
        });
        Self {
            title: looked.title.replace('\n', ""),
            about: looked.about.into(),
            has_slots: looked.has_slots,
            characters: looked.characters as u32,
            text: looked.text,
            same: titles.same,
            near,
        }
    }
}
