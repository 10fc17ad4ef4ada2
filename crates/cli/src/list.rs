//! `list`: what is in the library.

use crate::args::List;
use crate::collections::find;
use crate::failure::Failure;
use crate::print::Printer;
use library::{Document, DocumentKind, Library, Version};
use serde::Serialize;
use std::process::ExitCode;

#[derive(Serialize)]
struct DocumentJson {
    id: String,
    kind: &'static str,
    title: String,
    genre: Option<String>,
    occasion: Option<String>,
    year: Option<i32>,
    level: Option<String>,
    speaker: Option<String>,
    domain: Option<String>,
    characters: usize,
    path: Option<String>,
    changed: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<VersionJson>,
    gone: bool,
}

/// What a draft is called beside its title.
#[derive(Serialize)]
struct VersionJson {
    name: String,
    changed_since: bool,
}

pub(crate) fn run(args: &List, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let documents = match &args.collection {
        None => library.documents(args.kind)?,
        Some(written) => {
            let inside = library.collected(find(library, written)?)?;
            inside.into_iter().filter(|document| args.kind.is_none_or(|kind| document.kind == kind)).collect()
        }
    };
    let mut versions = library.versions()?;
    if printer.json {
        let row = |document: Document| row(versions.remove(&document.id), document);
        let rows: Vec<DocumentJson> = documents.into_iter().map(row).collect();
        printer.value(&rows)?;
        return Ok(ExitCode::SUCCESS);
    }
    if documents.is_empty() {
        printer.say(
            "还没有。用 lectern import 文件 收进讲话稿。",
            "Nothing yet; take speeches in with lectern import FILE.",
        )?;
    }
    for document in documents {
        let (zh, en) = kind_words(document.kind);
        let version = versions.remove(&document.id).map(|version| format!("（{}）", version.name));
        let title = document.title.replace('\n', " ") + &version.unwrap_or_default();
        let year = document.about.year.map(|year| format!(" {year}")).unwrap_or_default();
        printer.say(
            format!("{:<6} {zh}{year}  {title}  {}字", document.id.to_string(), document.characters),
            format!(
                "{:<6} {en:<8}{year}  {title}  {} characters",
                document.id.to_string(),
                document.characters
            ),
        )?;
    }
    Ok(ExitCode::SUCCESS)
}

fn row(version: Option<Version>, document: Document) -> DocumentJson {
    DocumentJson {
        id: document.id.to_string(),
        kind: document.kind.word(),
        title: document.title,
        genre: document.about.genre,
        occasion: document.about.occasion,
        year: document.about.year,
        level: document.about.level,
        speaker: document.about.speaker,
        domain: document.about.domain,
        characters: document.characters,
        path: document.path,
        changed: document.changed,
        version: version.map(|Version { name, changed_since }| VersionJson { name, changed_since }),
        gone: document.gone,
    }
}

/// What people call a kind.
pub(crate) fn kind_words(kind: DocumentKind) -> (&'static str, &'static str) {
    match kind {
        DocumentKind::Speech => ("讲话", "speech"),
        DocumentKind::Template => ("模板", "template"),
        DocumentKind::Starter => ("自带", "starter"),
        DocumentKind::Draft => ("草稿", "draft"),
    }
}
