//! Days that a writer types.

use super::Result;
use speech::Day;

/// The day that is written so (2026年3月18日, 3月18日, 2026/3/18 …), as 2026-03-18. `today` is the
/// writer's own day in the same form: one without a year is the next such day from then on.
///
/// Errors: it is no day.
#[tauri::command]
#[specta::specta]
pub fn read_day(written: String, today: String) -> Result<String> {
    Ok(Day::written(&written, Day::read(&today))?.to_string())
}
