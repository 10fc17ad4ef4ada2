//! `cargo xtask bench window`: how soon the window can be used, and what it takes of the
//! machine, beside LibreOffice Writer in the same run; how quickly the sheet follows the keys.
//! The stop-watches are in `tests/desktop/*.bench.ts`. `cargo xtask bench checks`: how long
//! understanding and checking take, and how many planted faults are found. `cargo xtask bench
//! import`: how long a folder of ten thousand files takes. `cargo xtask bench read`: how long a
//! speech of nine pages takes, beside other readers. `cargo xtask bench export`: how long one of
//! ten pages takes as Word file and PDF, beside what others write with Python.

use crate::beside;
use crate::desktop;
use crate::package;
use crate::process::{command, succeeds};
use crate::pypi;
use crate::root::{cargo, target};
use crate::setup::{self, setup};
use std::fs;
use std::path::Path;

/// Measures the checks: time, recall, comparison with a large library.
pub(crate) fn checks() -> Result<(), String> {
    setup(setup::FOR_THE_COMMAND_LINE)?;
    for bench in ["understand", "check", "faults", "similar"] {
        measure(if bench == "similar" { "library" } else { "speech" }, bench)?;
    }
    Ok(())
}

/// Measures an import: files a second, memory, time until all is found.
pub(crate) fn import() -> Result<(), String> {
    setup(setup::FOR_THE_COMMAND_LINE)?;
    measure("library", "import")
}

/// Measures reading beside other programs.
pub(crate) fn read() -> Result<(), String> {
    setup(setup::FOR_READING)?;
    beside::read()
}

/// Measures export, and other programs with the same speech in the same run.
pub(crate) fn export() -> Result<(), String> {
    setup(setup::FOR_MEASURING_EXPORT)?;
    let text = target()?.join("xtask/ten-pages.txt");
    let bench = ["bench", "--locked", "--package", "formats", "--features", "pdf", "--bench", "export", "--"];
    let measured = succeeds(command(cargo()).args(bench).arg("--text").arg(&text));
    let mut others = command(pypi::MEASURED.python()?);
    others.env("PYTHONDONTWRITEBYTECODE", "1").arg("tests/export/bench.py").arg(&text);
    if measured && succeeds(&mut others) { Ok(()) } else { Err("the measurement broke off".into()) }
}

fn measure(of: &str, bench: &str) -> Result<(), String> {
    if succeeds(command(cargo()).args(["bench", "--locked", "--package", of, "--bench", bench])) {
        Ok(())
    } else {
        Err(format!("the measurement `{bench}` broke off"))
    }
}

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
