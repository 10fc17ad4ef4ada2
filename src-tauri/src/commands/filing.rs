//! What the dialog for filing asks for: what documents are filed under, and in which
//! collections they are.

use super::Result;
use super::document::id;
use crate::desk::Desk;
use library::{Collection, CollectionId, DocumentId, Edit, Error, FilingEdit, Library};
use serde::{Deserialize, Serialize};
use specta::Type;
use speech::about::About;
use tauri::State;

/// What documents are filed under, in their order.
#[tauri::command(async)]
#[specta::specta]
pub fn filings(desk: State<'_, Desk>, documents: Vec<String>) -> Result<Vec<FilingRow>> {
    desk.with(|library| documents.iter().map(|document| FilingRow::read(library, document)).collect())
}

/// Files documents, all in the same way; gives what takes it back.
#[tauri::command(async)]
#[specta::specta]
pub fn file_documents(
    desk: State<'_, Desk>,
    documents: Vec<String>,
    edit: FilingEditRow,
) -> Result<Vec<Refiling>> {
    desk.with(|library| {
        let ids =
            documents.iter().map(|document| id(document)).collect::<std::result::Result<Vec<_>, _>>()?;
        Ok(told(library.file(&ids, &edit.into())?))
    })
}

/// Files each document in its own way: what [`file_documents`] gave takes it back.
#[tauri::command(async)]
#[specta::specta]
pub fn refile_documents(desk: State<'_, Desk>, edits: Vec<Refiling>) -> Result<Vec<Refiling>> {
    desk.with(|library| {
        let edits = edits.into_iter().map(|edit| Ok((id(&edit.document)?, edit.edit.into())));
        Ok(told(library.refile(&edits.collect::<std::result::Result<Vec<_>, Error>>()?)?))
    })
}

fn told(edits: Vec<(DocumentId, FilingEdit)>) -> Vec<Refiling> {
    let row = |(document, edit): (DocumentId, FilingEdit)| Refiling {
        document: document.to_string(),
        edit: edit.into(),
    };
    edits.into_iter().map(row).collect()
}

/// All collections: each after the one that it stands in.
#[tauri::command(async)]
#[specta::specta]
pub fn collections(desk: State<'_, Desk>) -> Result<Vec<CollectionRow>> {
    desk.with(|library| Ok(library.collections()?.into_iter().map(CollectionRow::from).collect()))
}

/// The ids of the documents of a collection.
#[tauri::command(async)]
#[specta::specta]
pub fn collected(desk: State<'_, Desk>, collection: String) -> Result<Vec<String>> {
    desk.with(|library| {
        let documents = library.collected(collection_id(&collection)?)?;
        Ok(documents.into_iter().map(|document| document.id.to_string()).collect())
    })
}

/// Gives a collection another name; one without characters changes nothing.
#[tauri::command(async)]
#[specta::specta]
pub fn rename_collection(desk: State<'_, Desk>, collection: String, name: String) -> Result<()> {
    let name = name.trim();
    desk.with(|library| match name {
        "" => Ok(()),
        name => library.rename_collection(collection_id(&collection)?, name),
    })
}

/// Removes a collection, or brings it back; its documents stay either way.
#[tauri::command(async)]
#[specta::specta]
pub fn remove_collection(desk: State<'_, Desk>, collection: String, removed: bool) -> Result<()> {
    desk.with(|library| {
        let id = collection_id(&collection)?;
        if removed { library.remove_collection(id) } else { library.restore_collection(id) }
    })
}

fn collection_id(written: &str) -> std::result::Result<CollectionId, Error> {
    CollectionId::read(written).ok_or_else(|| Error::UnknownCollection { id: written.to_owned() })
}

/// What a document is filed under.
#[derive(Clone, Debug, Serialize, Type)]
pub struct FilingRow {
    /// The document.
    pub document: String,
    /// What was told from its text, its file and its folders.
    pub told: AboutRow,
    /// What holds: what the writer says, else what was told.
    pub holds: AboutRow,
}

/// What a document is filed under, entry by entry.
#[derive(Clone, Debug, Serialize, Type)]
pub struct AboutRow {
    /// 全县经济工作会议
    pub occasion: Option<String>,
    /// 动员讲话, 致辞 …
    pub genre: Option<String>,
    /// The year it was given in.
    pub year: Option<i32>,
    /// 省, 市, 县 …
    pub level: Option<String>,
    /// Who gives it.
    pub speaker: Option<String>,
    /// 经济, 党建 …
    pub domain: Option<String>,
}

/// What is to be changed of a filing.
#[derive(Clone, Debug, Deserialize, Serialize, Type)]
pub struct FilingEditRow {
    /// 全县经济工作会议
    pub occasion: EditRow<String>,
    /// 动员讲话, 致辞 …
    pub genre: EditRow<String>,
    /// The year it was given in.
    pub year: EditRow<i32>,
    /// 省, 市, 县 …
    pub level: EditRow<String>,
    /// Who gives it.
    pub speaker: EditRow<String>,
    /// 经济, 党建 …
    pub domain: EditRow<String>,
}

/// What becomes of an entry.
#[derive(Clone, Debug, Deserialize, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum EditRow<T> {
    /// It stays.
    Leave,
    /// It is this.
    Say(T),
    /// There is none.
    Nothing,
    /// It is what was told.
    AsTold,
}

/// A document, and how it is to be filed.
#[derive(Clone, Debug, Deserialize, Serialize, Type)]
pub struct Refiling {
    /// The document.
    pub document: String,
    /// How.
    pub edit: FilingEditRow,
}

/// A collection.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CollectionRow {
    /// `c3`
    pub id: String,
    /// Its name.
    pub name: String,
    /// The collection that it stands in.
    pub parent: Option<String>,
    /// How many documents are in it.
    pub documents: u32,
}

impl FilingRow {
    fn read(library: &Library, document: &str) -> std::result::Result<Self, Error> {
        let filing = library.filing(id(document)?)?;
        Ok(Self { document: document.to_owned(), told: filing.told.into(), holds: filing.holds.into() })
    }
}

impl From<About> for AboutRow {
    fn from(about: About) -> Self {
        let About { occasion, genre, year, level, speaker, domain } = about;
        Self { occasion, genre, year, level, speaker, domain }
    }
}

impl From<Collection> for CollectionRow {
    fn from(collection: Collection) -> Self {
        Self {
            id: collection.id.to_string(),
            name: collection.name,
            parent: collection.parent.map(|parent| parent.to_string()),
            documents: collection.documents as u32,
        }
    }
}

impl<T> From<EditRow<T>> for Edit<T> {
    fn from(row: EditRow<T>) -> Self {
        match row {
            EditRow::Leave => Self::Leave,
            EditRow::Say(value) => Self::Say(value),
            EditRow::Nothing => Self::Nothing,
            EditRow::AsTold => Self::AsTold,
        }
    }
}

impl<T> From<Edit<T>> for EditRow<T> {
    fn from(edit: Edit<T>) -> Self {
        match edit {
            Edit::Leave => Self::Leave,
            Edit::Say(value) => Self::Say(value),
            Edit::Nothing => Self::Nothing,
            Edit::AsTold => Self::AsTold,
        }
    }
}

impl From<FilingEditRow> for FilingEdit {
    fn from(row: FilingEditRow) -> Self {
        Self {
            occasion: row.occasion.into(),
            genre: row.genre.into(),
            year: row.year.into(),
            level: row.level.into(),
            speaker: row.speaker.into(),
            domain: row.domain.into(),
        }
    }
}

impl From<FilingEdit> for FilingEditRow {
    fn from(edit: FilingEdit) -> Self {
        Self {
            occasion: edit.occasion.into(),
            genre: edit.genre.into(),
            year: edit.year.into(),
            level: edit.level.into(),
            speaker: edit.speaker.into(),
            domain: edit.domain.into(),
        }
    }
}
