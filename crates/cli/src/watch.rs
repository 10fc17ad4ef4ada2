//! `watch`: folders that are followed.

use crate::args::Watch;
use crate::failure::Failure;
use crate::import::{tell, tell_total};
use crate::print::Printer;
use library::{ImportOptions, Library};
use serde::Serialize;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;
use std::time::SystemTime;

#[derive(Serialize)]
struct GoneJson {
    gone: Vec<String>,
    back: Vec<String>,
}

pub(crate) fn run(args: &Watch, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    if let Some(folder) = &args.remove {
        remove(folder, library, printer)?;
    } else if args.list {
        list(library, printer)?;
    } else {
        args.path.as_deref().map_or(Ok(()), |folder| library.watch(folder))?;
        look(library, printer)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn remove(folder: &Path, library: &Library, printer: &mut Printer) -> Result<(), Failure> {
    if !library.unwatch(folder)? {
        let folder = folder.display();
        return Err(Failure::told(format!("没有跟随“{folder}”。"), format!("“{folder}” is not followed.")));
    }
    list(library, printer)
}

fn list(library: &Library, printer: &mut Printer) -> Result<(), Failure> {
    let folders = library.watched()?;
    if printer.json {
        let folders: Vec<String> = folders.iter().map(|folder| folder.display().to_string()).collect();
        return printer.value(&folders);
    }
    if folders.is_empty() {
        printer.say("没有跟随的文件夹。", "No folder is followed.")?;
    }
    folders.iter().try_for_each(|folder| printer.line(folder.display().to_string()))
}

/// Takes in what is new, told as `import` tells it, and then what is gone.
fn look(library: &Library, printer: &mut Printer) -> Result<(), Failure> {
    let options = ImportOptions { encoding: None, now: SystemTime::now() };
    let mut told = Ok(());
    let looked = library.look(&options, &mut |step| {
        for file in step.files {
            if told.is_ok() {
                told = tell(file, library, printer);
            }
        }
        if told.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    told?;
    tell_total(&looked.imported, printer)?;
    let ids = |ids: &[library::DocumentId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
    let (gone, back) = (ids(&looked.gone), ids(&looked.back));
    if printer.json {
        return printer.value(&GoneJson { gone, back });
    }
    if !gone.is_empty() {
        printer.say(
            format!("文件不在了，文稿都留着：{}", gone.join("、")),
            format!("the file is gone, the document stays: {}", gone.join(", ")),
        )?;
    }
    if !back.is_empty() {
        printer.say(
            format!("文件又在了：{}", back.join("、")),
            format!("the file is there again: {}", back.join(", ")),
        )?;
    }
    for folder in &looked.imported.missing {
        let folder = folder.display();
        printer.say(
            format!("“{folder}”现在不在，没有看。"),
            format!("“{folder}” is not there now and was left alone."),
        )?;
    }
    Ok(())
}
