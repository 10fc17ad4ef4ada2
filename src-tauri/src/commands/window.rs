//! The window itself: closing it, and files held over it.

use super::Result;
use super::import;
use super::returned::FileDropped;
use super::sheet::{self, DataSheet};
use crate::desk::Desk;
use crate::dialog;
use crate::failure::{Code, Failure};
use serde::Serialize;
use specta::Type;
use speech::Message;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;
use tauri::{AppHandle, DragDropEvent, Manager, State, WebviewWindow, Window, WindowEvent};
use tauri_specta::Event;

/// How long the page may take to save before the window closes without its word: a page
/// that has crashed must not hold it open.
const PATIENCE: Duration = Duration::from_secs(10);

/// The window is about to close: the page saves what is open and calls [`close`], or
/// [`stay`] where it has to ask the writer.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub struct Closing;

/// Closes the window: everything is saved, or the writer lets it go.
#[tauri::command(async)]
#[specta::specta]
pub fn close(app: AppHandle) {
    app.exit(0);
}

/// Keeps the window open: something could not be saved, and the writer is asked.
#[tauri::command(async)]
#[specta::specta]
pub fn stay(desk: State<'_, Desk>) {
    desk.end_closing();
}

/// Draws the whole window larger or smaller, in percent of what the system makes of it.
#[tauri::command(async)]
#[specta::specta]
pub fn enlarge(window: WebviewWindow, percent: u16) -> Result<()> {
    window.set_zoom(f64::from(percent) / 100.0).map_err(|error| Failure {
        code: Code::Failed,
        message: Message::new(
            "界面的大小没有改成，还是原来的大小。",
            "the window can’t be drawn in that size; it stays as it is.",
        ),
        detail: error.to_string(),
    })
}

/// Which of some words are spelled with those letters: 导出 with `dc` or `daochu`.
#[tauri::command(async)]
#[specta::specta]
pub fn spelled(words: Vec<String>, letters: String) -> Vec<bool> {
    words.iter().map(|words| library::pinyin::spelled(words).holds(&letters)).collect()
}

/// Asks for a printer, and prints what the page shows for print.
#[tauri::command(async)]
#[specta::specta]
pub fn print(window: WebviewWindow) -> Result<()> {
    ask_for_printer(&window).map_err(|error| Failure {
        code: Code::Failed,
        message: Message::new(
            "打印的对话框打不开。可以先导出，再从别的程序打印。",
            "the print dialog can’t be opened; export first, and print from another program.",
        ),
        detail: error.to_string(),
    })
}

#[cfg(not(target_os = "linux"))]
fn ask_for_printer(window: &WebviewWindow) -> tauri::Result<()> {
    window.print()
}

/// A4 without margins: a page that is printed brings its own, and GTK's would come on top.
#[cfg(target_os = "linux")]
fn ask_for_printer(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::PrintOperationExt;
    window.with_webview(|webview| {
        let paper = gtk::PageSetup::new();
        paper.set_paper_size(&gtk::PaperSize::new(Some("iso_a4")));
        for set in [
            gtk::PageSetup::set_top_margin,
            gtk::PageSetup::set_bottom_margin,
            gtk::PageSetup::set_left_margin,
            gtk::PageSetup::set_right_margin,
        ] {
            set(&paper, 0.0, gtk::Unit::Mm);
        }
        let operation = webkit2gtk::PrintOperation::new(&webview.inner());
        operation.set_page_setup(&paper);
        operation.run_dialog(None::<&gtk::Window>);
    })
}

/// Files are held over the window, or no longer.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub struct DropHover {
    /// They are.
    pub over: bool,
}

/// Something that no command began has failed.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub struct Failed {
    /// Why.
    pub failure: Failure,
}

/// What happens to the window.
pub(crate) fn on_event(window: &Window, event: &WindowEvent) {
    let app = window.app_handle();
    // A page that is gone has nothing to be told.
    let _ = match event {
        WindowEvent::CloseRequested { api, .. } => {
            api.prevent_close();
            let closing = app.state::<Desk>().begin_closing();
            let waiting = app.clone();
            thread::spawn(move || {
                thread::sleep(PATIENCE);
                if waiting.state::<Desk>().is_closing(closing) {
                    waiting.exit(0);
                }
            });
            Closing.emit(app)
        }
        WindowEvent::DragDrop(DragDropEvent::Enter { .. }) => DropHover { over: true }.emit(app),
        WindowEvent::DragDrop(DragDropEvent::Leave) => DropHover { over: false }.emit(app),
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            let hover = DropHover { over: false }.emit(app);
            dropped(app, paths.clone());
            hover
        }
        _ => Ok(()),
    };
}

/// One data sheet is for the draft in front, one speech may be that draft again; all else is
/// imported.
fn dropped(app: &AppHandle, paths: Vec<PathBuf>) {
    match paths.as_slice() {
        [path] if sheet::is_sheet(path) => {
            let _ = match sheet::read(path) {
                Ok(sheet) => DataSheet::emit(&sheet, app),
                Err(failure) => Failed { failure }.emit(app),
            };
        }
        [path] if path.is_file() && dialog::is_speech(path) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            app.state::<Desk>().keep_dropped(path.clone());
            let _ = FileDropped { name }.emit(app);
        }
        [] => {}
        _ => {
            import::begin(app, paths);
        }
    }
}
