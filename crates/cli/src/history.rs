//! `draft history`: the states of a draft that are kept, and a name for the last one.

use crate::args::History;
use crate::draft::draft;
use crate::failure::Failure;
use crate::print::Printer;
use library::{Library, Revision};
use serde::Serialize;
use std::process::ExitCode;

#[derive(Serialize)]
struct HistoryJson {
    versions: Vec<VersionJson>,
}

#[derive(Serialize)]
struct VersionJson {
    number: u32,
    changed: String,
    name: Option<String>,
}

pub(crate) fn run(args: &History, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let (document, _) = draft(&args.id, library)?;
    if let Some(name) = &args.name {
        library.name_draft(document.id, name)?;
    }
    let versions = library.history(document.id)?;
    if printer.json {
        let version = |Revision { number, changed, name }: Revision| VersionJson { number, changed, name };
        printer.value(&HistoryJson { versions: versions.into_iter().map(version).collect() })?;
        return Ok(ExitCode::SUCCESS);
    }
    for Revision { number, changed, name } in versions {
        printer.line(format!("{number:<4} {changed}  {}", name.unwrap_or_default()).trim_end())?;
    }
    Ok(ExitCode::SUCCESS)
}
