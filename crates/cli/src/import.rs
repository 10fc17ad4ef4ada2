//! `import`: files and folders into the library.

use crate::args::Import;
use crate::failure::Failure;
use crate::file::AboutJson;
use crate::print::Printer;
use formats::Limits;
use library::{Given, ImportOptions, ImportStatus, Imported, ImportedFile, Library};
use serde::Serialize;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::process::ExitCode;
use std::time::SystemTime;

/// A file of an import, as `import` and `imports` tell it.
#[derive(Serialize)]
pub(crate) struct FileJson {
    path: String,
    status: &'static str,
    document: Option<String>,
    older: Option<String>,
    near: Option<NearJson>,
    filed: Option<AboutJson>,
    reason: Option<String>,
    warnings: Vec<String>,
}

/// Another document that says nearly the same.
#[derive(Serialize)]
struct NearJson {
    document: String,
    share: f64,
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
    if args.paths.iter().any(|path| path.as_os_str() == STANDARD_INPUT) {
        return given(args, &options, library, printer);
    }
    if args.title.is_some() {
        return Err(Failure::told(
            "--title 是给标准输入（-）那一篇的；文件的题目看文件自己。什么也没有收。",
            "--title is for what standard input (-) has; a file has a title of its own. nothing was taken in.",
        ));
    }
    let mut failed = None;
    let done = library.import(&args.paths, &options, &mut |file| match tell(file, library, printer) {
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

/// How standard input is written among files.
const STANDARD_INPUT: &str = "-";

/// Takes in what standard input has: one text.
fn given(
    args: &Import,
    options: &ImportOptions,
    library: &Library,
    printer: &mut Printer,
) -> Result<ExitCode, Failure> {
    if args.paths.len() > 1 {
        return Err(Failure::told(
            "标准输入（-）要单独导入，不能和文件一起。什么也没有收。",
            "standard input (-) is imported on its own, not with files. nothing was taken in.",
        ));
    }
    let limit_bytes = Limits::default().file_bytes;
    let mut bytes = Vec::new();
    io::stdin().take(limit_bytes + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit_bytes {
        let mib = limit_bytes / 1024 / 1024;
        return Err(Failure::told(
            format!("标准输入超过 {mib} MB，不像一篇讲话稿。什么也没有收。"),
            format!("standard input has more than {mib} MB, which is no speech. nothing was taken in."),
        ));
    }
    let title = args.title.clone();
    let mut told = Ok(());
    let given = Given { name: STANDARD_INPUT.into(), bytes, title };
    let done = library.import_given(given, options, &mut |file| told = tell(file, library, printer))?;
    told?;
    tell_total(&done, printer)?;
    if done.imported + done.duplicate == 0 {
        return Err(Failure::told("没有收进一篇。", "nothing was taken in."));
    }
    Ok(ExitCode::SUCCESS)
}

/// What is told of a file.
pub(crate) fn file_json(
    file: &ImportedFile,
    library: &Library,
    printer: &Printer,
) -> Result<FileJson, Failure> {
    let reason = match &file.status {
        ImportStatus::Skipped(reason) => Some(printer.words(reason).to_owned()),
        _ => None,
    };
    Ok(FileJson {
        path: file.path.to_string_lossy().into_owned(),
        status: file.status.word(),
        document: file.status.document().map(|id| id.to_string()),
        older: file.older.map(|id| id.to_string()),
        near: file.near.map(|near| NearJson { document: near.document.to_string(), share: near.share }),
        filed: filed(file, library)?,
        reason,
        warnings: file.warnings.iter().map(|warning| printer.words(warning).to_owned()).collect(),
    })
}

/// What a new document is filed under.
fn filed(file: &ImportedFile, library: &Library) -> Result<Option<AboutJson>, Failure> {
    match file.status {
        ImportStatus::Imported(id) | ImportStatus::Version(id) => {
            Ok(Some(library.describe(id)?.about.into()))
        }
        ImportStatus::Duplicate(_) | ImportStatus::Skipped(_) => Ok(None),
    }
}

/// Tells of a file at once: what is printed is stored.
pub(crate) fn tell(file: &ImportedFile, library: &Library, printer: &mut Printer) -> Result<(), Failure> {
    if printer.json {
        printer.value(&file_json(file, library, printer)?)?;
    } else {
        tell_people(file, library, printer)?;
    }
    printer.flush()
}

/// The line of a file, and its warnings below.
pub(crate) fn tell_people(
    file: &ImportedFile,
    library: &Library,
    printer: &mut Printer,
) -> Result<(), Failure> {
    let line = file_json(file, library, printer)?;
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
    if let Some(near) = file.near {
        printer.say(format!("      ≈ 和 {near} 相同"), format!("      ≈ the same as {near}"))?;
    }
    for warning in &line.warnings {
        printer.line(format!("      ! {warning}"))?;
    }
    Ok(())
}

pub(crate) fn tell_total(done: &Imported, printer: &mut Printer) -> Result<(), Failure> {
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
