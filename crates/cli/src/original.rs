//! `original` and `reread`: the file that a document was made from.

use crate::args::{Original, Reread};
use crate::failure::Failure;
use crate::print::Printer;
use crate::show::document_id;
use library::Library;
use serde::Serialize;
use std::process::ExitCode;
use std::time::SystemTime;

#[derive(Serialize)]
struct OriginalJson {
    id: String,
    path: String,
}

#[derive(Serialize)]
struct RereadJson {
    id: String,
    warnings: Vec<String>,
}

pub(crate) fn original(
    args: &Original,
    library: &Library,
    printer: &mut Printer,
) -> Result<ExitCode, Failure> {
    let id = document_id(&args.id)?;
    library.save_original(id, &args.out)?;
    let path = args.out.to_string_lossy().into_owned();
    if printer.json {
        printer.value(&OriginalJson { id: id.to_string(), path })?;
    } else {
        printer.say(format!("{id} 的原件 → {path}"), format!("the original of {id} → {path}"))?;
    }
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn reread(args: &Reread, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let id = document_id(&args.id)?;
    let warnings = library.reread(id, &args.encoding, SystemTime::now())?;
    let warnings: Vec<String> = warnings.iter().map(|warning| printer.words(warning).to_owned()).collect();
    if printer.json {
        printer.value(&RereadJson { id: id.to_string(), warnings })?;
        return Ok(ExitCode::SUCCESS);
    }
    printer.say(format!("{id} 已重读。"), format!("{id} was read again."))?;
    for warning in &warnings {
        printer.line(format!("      ! {warning}"))?;
    }
    Ok(ExitCode::SUCCESS)
}
