//! `collections`: the folders of imports, and the writer's own.

use crate::args::Collections;
use crate::failure::Failure;
use crate::print::Printer;
use library::{CollectionId, Library};
use serde::Serialize;
use std::collections::HashMap;
use std::process::ExitCode;

#[derive(Serialize)]
struct CollectionJson {
    id: String,
    name: String,
    parent: Option<String>,
    folder: Option<String>,
    documents: usize,
}

pub(crate) fn run(args: &Collections, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    if let Some(written) = &args.collection {
        change(args, written, library)?;
    }
    let collections = library.collections()?;
    if printer.json {
        let rows: Vec<CollectionJson> = collections
            .into_iter()
            .map(|one| CollectionJson {
                id: one.id.to_string(),
                name: one.name,
                parent: one.parent.map(|parent| parent.to_string()),
                folder: one.folder,
                documents: one.documents,
            })
            .collect();
        printer.value(&rows)?;
        return Ok(ExitCode::SUCCESS);
    }
    if collections.is_empty() {
        printer.say(
            "还没有。导入一个文件夹，它就成为文集。",
            "None yet; a folder that is imported becomes one.",
        )?;
    }
    let mut depths: HashMap<CollectionId, usize> = HashMap::new();
    for one in collections {
        let depth = one.parent.and_then(|parent| depths.get(&parent)).map_or(0, |depth| depth + 1);
        depths.insert(one.id, depth);
        let (id, indent, name, documents) = (one.id.to_string(), "  ".repeat(depth), one.name, one.documents);
        printer.say(
            format!("{id:<6} {indent}{name}  {documents}篇"),
            format!("{id:<6} {indent}{name}  {documents} documents"),
        )?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Renames, removes or brings back.
fn change(args: &Collections, written: &str, library: &Library) -> Result<(), Failure> {
    if args.restore {
        let unknown = || library::Error::UnknownCollection { id: written.to_owned() };
        return Ok(library.restore_collection(CollectionId::read(written).ok_or_else(unknown)?)?);
    }
    let id = find(library, written)?;
    if let Some(name) = &args.rename {
        library.rename_collection(id, name.trim())?;
    }
    if args.remove {
        library.remove_collection(id)?;
    }
    Ok(())
}

/// The collection of that id, else the first of that name.
pub(crate) fn find(library: &Library, written: &str) -> Result<CollectionId, Failure> {
    if let Some(id) = CollectionId::read(written) {
        return Ok(id);
    }
    let found = library.collections()?.into_iter().find(|collection| collection.name == written);
    let unknown = || library::Error::UnknownCollection { id: written.to_owned() };
    Ok(found.ok_or_else(unknown)?.id)
}
