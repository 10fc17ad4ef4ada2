//! `import`: files and folders into the library.

use crate::args::Import;
use crate::failure::Failure;
use crate::print::Printer;
use library::{ImportOptions, ImportStatus, Imported, ImportedFile, Library};
use serde::Serialize;
use std::ops::ControlFlow;
use std::process::ExitCode;
use std::time::SystemTime;

#[derive(Serialize)]
struct FileJson {
    path: String,
    status: &'static str,
    document: Option<String>,
    reason: Option<String>,
    warnings: Vec<String>,
}

#[derive(Serialize)]
struct TotalJson {
    total: Total,
}

#[derive(Serialize)]
struct Total {
    files: usize,
    imported: usize,
    duplicate: usize,
    version: usize,
    skipped: usize,
}

pub(crate) fn run(args: &Import, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let options = ImportOptions { encoding: args.encoding.clone(), now: SystemTime::now() };
    let mut failed = None;
    let done = library.import(&args.paths, &options, &mut |file| match tell(file, printer) {
        Ok(()) => ControlFlow::Continue(()),
        Err(failure) => {
            failed = Some(failure);
            ControlFlow::Break(())
        }
    })?;
    if let Some(failure) = failed {
        return Err(failure);
    }
    tell_total(&done, printer)?;
    printer.flush()?;
    if let Some(missing) = done.missing.first() {
        let path = missing.display();
        return Err(Failure::told(
            format!("没有“{path}”这个文件或文件夹；其余的都已收好。"),
            format!("there is no file or folder “{path}”; all others were taken in."),
        ));
    }
    if done.imported + done.duplicate + done.version == 0 {
        return Err(Failure::told("没有收进一个文件。", "no file was taken in."));
    }
    Ok(if args.strict && done.skipped > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Tells of a file at once: what is printed is durable.
fn tell(file: &ImportedFile, printer: &mut Printer) -> Result<(), Failure> {
    let reason = match &file.status {
        ImportStatus::Skipped(reason) => Some(printer.words(reason).to_owned()),
        _ => None,
    };
    let line = FileJson {
        path: file.path.to_string_lossy().into_owned(),
        status: file.status.word(),
        document: file.status.document().map(|id| id.to_string()),
        reason,
        warnings: file.warnings.iter().map(|warning| printer.words(warning).to_owned()).collect(),
    };
    if printer.json {
        printer.value(&line)?;
        return printer.flush();
    }
    let path = &line.path;
    let document = line.document.as_deref().unwrap_or("");
    match &line.reason {
        Some(reason) => {
            printer.say(format!("跳过  {path}：{reason}"), format!("skipped    {path}: {reason}"))?
        }
        None => {
            let (zh, en) = match file.status {
                ImportStatus::Duplicate(_) => ("已有", "duplicate"),
                ImportStatus::Version(_) => ("新版", "version"),
                _ => ("收进", "imported"),
            };
            printer.say(format!("{zh}  {path} → {document}"), format!("{en:<10} {path} → {document}"))?;
        }
    }
    for warning in &line.warnings {
        printer.line(format!("      ! {warning}"))?;
    }
    printer.flush()
}

fn tell_total(done: &Imported, printer: &mut Printer) -> Result<(), Failure> {
    let Imported { files, imported, duplicate, version, skipped, .. } = *done;
    if printer.json {
        return printer.value(&TotalJson { total: Total { files, imported, duplicate, version, skipped } });
    }
    printer.say(
        format!("共 {files} 个文件：收进 {imported}，已有 {duplicate}，新版 {version}，跳过 {skipped}"),
        format!(
            "{files} files: {imported} imported, {duplicate} duplicate, {version} version, {skipped} skipped"
        ),
    )
}
