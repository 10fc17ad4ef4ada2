//! `imports`: what each import did.

use crate::args::Imports;
use crate::failure::Failure;
use crate::import::{FileJson, file_json, tell_people};
use crate::print::{Language, Printer};
use library::{Import, ImportId, ImportState, Library};
use serde::Serialize;
use std::process::ExitCode;

#[derive(Serialize)]
struct ImportJson {
    id: String,
    started: String,
    state: &'static str,
    paths: Vec<String>,
    files: usize,
    imported: usize,
    duplicate: usize,
    version: usize,
    skipped: usize,
}

#[derive(Serialize)]
struct ReportJson {
    #[serde(flatten)]
    import: ImportJson,
    report: Vec<FileJson>,
}

pub(crate) fn run(args: &Imports, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    match &args.id {
        None => list(library, printer)?,
        Some(written) => {
            let unknown = || library::Error::UnknownImport { id: written.clone() };
            report(ImportId::read(written).ok_or_else(unknown)?, args, library, printer)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn list(library: &Library, printer: &mut Printer) -> Result<(), Failure> {
    let imports = library.imports()?;
    if printer.json {
        return printer.value(&imports.into_iter().map(json).collect::<Vec<_>>());
    }
    if imports.is_empty() {
        printer.say("还没有导入过。", "Nothing was imported yet.")?;
    }
    imports.iter().try_for_each(|import| head(import, printer))
}

fn report(id: ImportId, args: &Imports, library: &Library, printer: &mut Printer) -> Result<(), Failure> {
    if let Some(path) = &args.csv {
        library.save_import_report(
            id,
            path,
            match printer.language() {
                Language::Zh => |message| &message.zh,
                Language::En => |message| &message.en,
            },
        )?;
        let path = path.display();
        return if printer.json {
            printer.value(&serde_json::json!({ "path": path.to_string() }))
        } else {
            printer.say(format!("已写好：{path}"), format!("written: {path}"))
        };
    }
    let (import, files) = library.import_report(id)?;
    if printer.json {
        let report = files.iter().map(|file| file_json(file, library, printer)).collect::<Result<_, _>>()?;
        return printer.value(&ReportJson { import: json(import), report });
    }
    head(&import, printer)?;
    files.iter().try_for_each(|file| tell_people(file, library, printer))
}

fn head(import: &Import, printer: &mut Printer) -> Result<(), Failure> {
    let Import { id, started, files, imported, duplicate, version, skipped, .. } = import;
    let (zh, en) = match import.state {
        ImportState::Unfinished => ("没有完", "unfinished"),
        ImportState::Finished => ("完成", "finished"),
        ImportState::Stopped => ("中途停止", "stopped"),
        ImportState::Failed => ("出错停止", "failed"),
    };
    let paths = import.paths.join(" ");
    printer.say(
        format!(
            "{id}  {started}  {zh}  {files} 个文件：收进 {imported}，已有 {duplicate}，新版 {version}，跳过 {skipped}  {paths}"
        ),
        format!(
            "{id}  {started}  {en}  {files} files: {imported} imported, {duplicate} duplicate, {version} version, {skipped} skipped  {paths}"
        ),
    )
}

fn json(import: Import) -> ImportJson {
    ImportJson {
        id: import.id.to_string(),
        started: import.started,
        state: import.state.word(),
        paths: import.paths,
        files: import.files,
        imported: import.imported,
        duplicate: import.duplicate,
        version: import.version,
        skipped: import.skipped,
    }
}
