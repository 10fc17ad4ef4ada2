//! What a search finds, in which order, and what is marked. Each file of `search/`
//! holds a small library (`== name` and a text), then queries (`? …`) and what they
//! find: how it matches, where, the heading path, and the line with its ⟦highlights⟧.
//! `UPDATE_EXPECT=1` writes what is found now.

#![allow(clippy::unwrap_used)]

use expect_test::expect_file;
use library::{Hit, ImportOptions, Library, Query, SearchOptions};
use std::fmt::Write as _;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::UNIX_EPOCH;

#[test]
fn what_is_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search");
    let mut n_files = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let fixture = fs::read_to_string(&path).unwrap();
        expect_file![&path].assert_eq(&searched(&fixture));
        n_files += 1;
    }
    assert!(n_files > 0);
}

/// The fixture with what is found now.
fn searched(fixture: &str) -> String {
    let start = fixture.find("\n? ").map_or(fixture.len(), |at_bytes| at_bytes + 1);
    let (corpus, queries) = fixture.split_at(start);
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(&folder.path().join("素材库"), UNIX_EPOCH).unwrap();
    for text in corpus.split("== ").skip(1) {
        let (name, text) = text.split_once('\n').unwrap();
        let path = folder.path().join(name);
        fs::write(&path, text.trim_end()).unwrap();
        let options = ImportOptions { encoding: None, now: UNIX_EPOCH };
        library.import(&[path], &options, &mut |_| ControlFlow::Continue(())).unwrap();
    }
    let mut written = corpus.to_owned();
    for query in queries.lines().filter_map(|line| line.strip_prefix("? ")) {
        // The starters are many words that nobody in the fixture said.
        let sought = Query::read(&format!("{query} -kind:starter"));
        let found = library.search(&sought, &SearchOptions::default()).unwrap();
        writeln!(written, "? {query}\n{} found", found.total).unwrap();
        for hit in &found.hits {
            writeln!(written, "{}", line(&library, hit)).unwrap();
        }
        written.push('\n');
    }
    written.truncate(written.trim_end().len());
    written + "\n"
}

fn line(library: &Library, hit: &Hit) -> String {
    let (document, _) = library.document(hit.document).unwrap();
    let name = document.path.as_deref().and_then(|path| Path::new(path).file_name()).unwrap();
    let mut marked = String::new();
    let mut at = 0;
    for span in &hit.highlights {
        marked.push_str(speech::text::slice(&hit.text, at..span.start));
        write!(marked, "⟦{}⟧", speech::text::slice(&hit.text, span.clone())).unwrap();
        at = span.end;
    }
    marked.push_str(speech::text::slice(&hit.text, at..usize::MAX));
    let path: String = hit.path.iter().map(|heading| format!("{heading} › ")).collect();
    format!("{} {}:{} {} │ {path}{marked}", hit.matched.word(), name.display(), hit.line, hit.role.word())
}
