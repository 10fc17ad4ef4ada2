//! `cargo xtask bench window`: how soon the window can be used, and what it takes of the
//! machine, beside LibreOffice Writer in the same run. The stop-watch is in
//! `tests/desktop/window.bench.ts`.

use crate::desktop;
use crate::package;
use crate::setup::{self, setup};
use std::fs;
use std::path::Path;

/// Measures the packaged window.
pub(crate) fn window() -> Result<(), String> {
    setup(setup::FOR_MEASURING)?;
    let package = package::made()?;
    println!("\n{:<44}{:>8.1} MB", "the window's program", megabytes(&package.window)?);
    println!("{:<44}{:>8.1} MB\n", "the package, with the command line in it", megabytes(&package.deb)?);
    if desktop::bench(&package.window) { Ok(()) } else { Err("the measurement broke off".into()) }
}

fn megabytes(path: &Path) -> Result<f64, String> {
    let file = fs::metadata(path).map_err(|error| format!("{}: {error}", path.display()))?;
    #[expect(clippy::cast_precision_loss, reason = "a size to read, with one decimal")]
    Ok(file.len() as f64 / 1e6)
}
