//! The file that a document was made from.

use super::Result;
use super::document::{Opened, id};
use crate::desk::Desk;
use crate::failure::{Code, Failure};
use speech::Message;
use std::time::SystemTime;
use tauri::State;

/// Opens a copy of the file that a document was made from, in the program that the system has
/// for it.
#[tauri::command(async)]
#[specta::specta]
pub fn open_original(desk: State<'_, Desk>, document: String) -> Result<()> {
    let path = desk.with(|library| library.original(id(&document)?))?;
    open::that_detached(&path).map_err(|error| Failure {
        code: Code::Failed,
        message: Message::new(
            "这台电脑上没有打开这种文件的程序。",
            "no program on this computer opens a file of this kind.",
        ),
        detail: error.to_string(),
    })
}

/// Reads the file that a document was made from anew, under another encoding (`gbk`), and
/// opens what it says then.
#[tauri::command(async)]
#[specta::specta]
pub fn reread(desk: State<'_, Desk>, document: String, encoding: String) -> Result<Opened> {
    desk.with(|library| {
        let id = id(&document)?;
        library.reread(id, &encoding, SystemTime::now())?;
        Opened::read(library, id)
    })
}
