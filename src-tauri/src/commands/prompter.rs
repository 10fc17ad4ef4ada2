//! 提词: the text on the sheet as lines that run past whoever reads it aloud.

use super::Result;
use crate::desk::Desk;
use crate::failure::{Code, Failure};
use speech::reading::{Script, script};
use speech::{BlockId, Message, Speech};
use tauri::{State, WebviewWindow};

/// The script of the text on the sheet, from the sentence with the cursor: `at` characters
/// into the words of `block`.
#[tauri::command(async)]
#[specta::specta]
pub fn prompt(desk: State<'_, Desk>, speech: Speech, block: BlockId, at: u32) -> Result<Script> {
    Ok(script(&speech, &*desk.lexicon()?, block, at as usize))
}

/// Gives the window all of the screen, or takes it back. A window manager may not have it so:
/// then the window stays as it is.
#[tauri::command(async)]
#[specta::specta]
pub fn full_screen(window: WebviewWindow, on: bool) -> Result<()> {
    window.set_fullscreen(on).map_err(|error| Failure {
        code: Code::Failed,
        message: Message::new(
            "窗口不能占满屏幕，按窗口原来的大小提词。",
            "the window can’t have all of the screen; the prompter runs in it as it is.",
        ),
        detail: error.to_string(),
    })
}
