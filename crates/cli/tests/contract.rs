//! The command line's contract, as transcripts: each `tests/*.md` is what a person types
//! and what the program answers. `TRYCMD=overwrite cargo test -p cli` writes the answers
//! anew; the difference is then read by a person.

use std::path::Path;

/// Runs one transcript in a library of its own.
#[track_caller]
fn transcript(name: &str) {
    let library = tempfile::tempdir().expect("there is room for a library");
    trycmd::TestCases::new()
        .env("LECTERN_LIBRARY", library.path().join("素材库").to_string_lossy())
        .env("OUT", library.path().to_string_lossy())
        .case(Path::new("tests").join(name))
        .run();
}

#[test]
fn inspect() {
    transcript("inspect.md");
}

#[test]
fn check() {
    transcript("check.md");
}

#[test]
fn library() {
    transcript("library.md");
}

#[test]
fn shelf() {
    transcript("shelf.md");
}

#[test]
fn search() {
    transcript("search.md");
}

#[test]
fn draft() {
    transcript("draft.md");
}

#[test]
fn returned() {
    transcript("returned.md");
}

#[test]
fn wrong_use() {
    transcript("wrong_use.md");
}

#[test]
fn similar() {
    transcript("similar.md");
}

#[test]
fn assembling() {
    transcript("assembling.md");
}

#[test]
fn style() {
    transcript("style.md");
}

#[test]
fn reading() {
    transcript("reading.md");
}
