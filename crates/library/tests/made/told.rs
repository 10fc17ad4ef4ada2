//! Whether an import made of the files what is to become of them.

use super::{Becomes, Made};
use library::{ImportStatus, ImportedFile, Library};
use speech::{shown, text};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What is wrong; nothing if each good file is a document with the text that was written, and
/// each bad one is told of with its reason. `told` has the files by their paths below the folder.
pub(crate) fn problems(
    made: &[Made],
    told: &BTreeMap<PathBuf, ImportedFile>,
    library: &Library,
) -> Vec<String> {
    let problem = |Made { path, becomes }: &Made| {
        let Some(file) = told.get(Path::new(path)) else { return Some("not told of".to_owned()) };
        match (becomes, &file.status) {
            (Becomes::Document(_), ImportStatus::Imported(_)) if file.near.is_some() => {
                Some(format!("near to {:?}", file.near))
            }
            (Becomes::Edition(_), ImportStatus::Imported(_)) if file.near.is_none() => {
                Some("near to nothing".to_owned())
            }
            (Becomes::Document(rule) | Becomes::Edition(rule), ImportStatus::Imported(id))
            | (Becomes::Same(rule), ImportStatus::Duplicate(id)) => {
                let (_, speech) = library.document(*id).expect("what was imported is there");
                difference(&shown::text(&speech), &rule.text())
            }
            (Becomes::Nothing(reason), ImportStatus::Skipped(told)) => {
                let is_told = !told.zh.is_empty() && told.zh.contains(reason);
                (!is_told).then(|| format!("reason {}", told.zh))
            }
            (_, status) => Some(format!("became {status:?}")),
        }
    };
    made.iter().filter_map(|made| Some(format!("{}: {}", made.path, problem(made)?))).collect()
}

/// The same for a library into which they came by several runs: each text is there, once, and no
/// other.
pub(crate) fn problems_of_all(wanted: &BTreeSet<String>, library: &Library) -> Vec<String> {
    let speeches = library.documents(Some(library::DocumentKind::Speech)).expect("the library answers");
    let mut left: BTreeSet<String> = wanted.iter().map(|text| without_indents(text)).collect();
    let mut problems = Vec::new();
    for document in speeches {
        let (_, speech) = library.document(document.id).expect("what is listed is there");
        if !left.remove(&without_indents(&shown::text(&speech))) {
            problems.push(format!("{} is twice there, or not what was written", document.title));
        }
    }
    problems
        .extend(left.iter().map(|text| format!("{} is missing", text.lines().next().unwrap_or_default())));
    problems
}

/// A document keeps the indents of its file, and pages have some that the text had not.
fn without_indents(text: &str) -> String {
    text.lines().map(text::trim).collect::<Vec<_>>().join("\n")
}

/// The first lines in which two texts differ.
fn difference(one: &str, other: &str) -> Option<String> {
    let (one, other) = (without_indents(one), without_indents(other));
    let (mut ones, mut others) = (one.lines(), other.lines());
    let cut = |line: Option<&str>| line.map(|line| line.chars().take(40).collect::<String>());
    for nth in 1.. {
        match (ones.next(), others.next()) {
            (None, None) => break,
            (one, other) if one != other => {
                return Some(format!("line {nth} is {:?} and not {:?}", cut(one), cut(other)));
            }
            _ => {}
        }
    }
    None
}
