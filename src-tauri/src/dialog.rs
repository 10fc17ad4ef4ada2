//! The system's dialogs for files. They are asked for here and not by the page, which
//! never sees a path.
//!
//! No test can press a button of the system's: under automation the answers come from
//! the file that `LECTERN_DIALOG_ANSWER` names, one path a line, the first line for the
//! next dialog; an empty one, or none, means that nothing was chosen.

use std::fs;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

/// The endings of data sheets.
pub(crate) const SHEETS: &[&str] = &["xlsx", "xls", "ods", "csv", "tsv"];
/// The endings of what can be read as a speech.
const SPEECHES: &[&str] =
    &["docx", "doc", "wps", "pdf", "rtf", "odt", "txt", "md", "html", "htm", "mht", "mhtml"];

/// The files to import, or the folder; empty where nothing was chosen.
pub(crate) fn files_to_import(app: &AppHandle, folder: bool) -> Vec<PathBuf> {
    if let Some(answer) = scripted() {
        return answer.into_iter().collect();
    }
    let dialog = dialog(app);
    let chosen = if folder {
        dialog.blocking_pick_folders()
    } else {
        dialog.add_filter("讲话稿", SPEECHES).add_filter("*", &["*"]).blocking_pick_files()
    };
    chosen.unwrap_or_default().into_iter().filter_map(|path| path.into_path().ok()).collect()
}

/// The file that came back from somebody who changed it.
pub(crate) fn returned_file(app: &AppHandle) -> Option<PathBuf> {
    match scripted() {
        Some(answer) => answer,
        None => dialog(app).add_filter("修改稿", SPEECHES).blocking_pick_file()?.into_path().ok(),
    }
}

/// A file that can be read as a speech, by its ending.
pub(crate) fn is_speech(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    SPEECHES.iter().any(|speech| speech.eq_ignore_ascii_case(extension))
}

/// The folder that several files go to.
pub(crate) fn export_folder(app: &AppHandle) -> Option<PathBuf> {
    library_folder(app)
}

/// The folder of a library.
pub(crate) fn library_folder(app: &AppHandle) -> Option<PathBuf> {
    match scripted() {
        Some(answer) => answer,
        None => dialog(app).blocking_pick_folder()?.into_path().ok(),
    }
}

/// The data sheet to read.
pub(crate) fn sheet(app: &AppHandle) -> Option<PathBuf> {
    match scripted() {
        Some(answer) => answer,
        None => dialog(app).add_filter("数据表", SHEETS).blocking_pick_file()?.into_path().ok(),
    }
}

/// The Word file to learn a house style from.
pub(crate) fn word_file(app: &AppHandle) -> Option<PathBuf> {
    match scripted() {
        Some(answer) => answer,
        None => dialog(app).add_filter("Word", &["docx"]).blocking_pick_file()?.into_path().ok(),
    }
}

/// The file to write.
pub(crate) fn save_as(app: &AppHandle, name: &str) -> Option<PathBuf> {
    match scripted() {
        Some(answer) => answer,
        None => {
            let dialog = dialog(app).set_file_name(name);
            let dialog = dialog
                .add_filter("Word", &["docx"])
                .add_filter("PDF", &["pdf"])
                .add_filter("*", &["txt", "md"]);
            dialog.blocking_save_file()?.into_path().ok()
        }
    }
}

/// The table to write.
pub(crate) fn save_table_as(app: &AppHandle, name: &str) -> Option<PathBuf> {
    match scripted() {
        Some(answer) => answer,
        None => {
            let dialog = dialog(app).set_file_name(name).add_filter("csv", &["csv"]);
            dialog.blocking_save_file()?.into_path().ok()
        }
    }
}

fn dialog(app: &AppHandle) -> FileDialogBuilder<tauri::Wry> {
    let dialog = app.dialog().file();
    match app.get_webview_window("main") {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

/// The next scripted answer; the inner option is empty where nothing is to be chosen.
fn scripted() -> Option<Option<PathBuf>> {
    if std::env::var("TAURI_AUTOMATION").as_deref() != Ok("true") {
        return None;
    }
    let script = PathBuf::from(std::env::var_os("LECTERN_DIALOG_ANSWER")?);
    let answers = fs::read_to_string(&script).unwrap_or_default();
    let (answer, rest) = answers.split_once('\n').unwrap_or((&answers, ""));
    // A script that can't be shortened would answer the next dialog wrongly: no answer then.
    fs::write(&script, rest).ok()?;
    Some((!answer.is_empty()).then(|| PathBuf::from(answer)))
}
