//! `speech` reads no world: no file, clock, network, environment, no threads and
//! nothing that outlives a call. What it says of a text depends on the text alone.

use super::{File, Finding};

/// The modules of `std` that lead out.
const WORLD: &[&str] = &["env", "fs", "io", "net", "process", "thread", "time"];

/// What keeps something from one call to the next.
const MEMORY: &[&str] = &["static mut ", "thread_local!"];

pub(super) fn speech_reads_no_world(files: &[File]) -> Vec<Finding> {
    let sources = files.iter().filter(|file| file.path.starts_with("crates/speech/src/"));
    sources
        .flat_map(|file| {
            statements(file).into_iter().filter_map(|(line, text)| Some(file.finding(line, way_out(&text)?)))
        })
        .collect()
}

/// The lines of a source without comments; a `use std::{…}` over several lines is one.
fn statements(file: &File) -> Vec<(usize, String)> {
    let mut statements: Vec<(usize, String)> = Vec::new();
    for (line, text) in file.lines().filter(|(_, text)| !text.trim_start().starts_with("//")) {
        match statements.last_mut() {
            Some((_, open)) if open.contains("std::{") && !open.contains('}') => open.push_str(text),
            _ => statements.push((line, text.into())),
        }
    }
    statements
}

fn way_out(line: &str) -> Option<String> {
    let module = WORLD.iter().find(|module| names_of_std(line).any(|name| name == **module));
    if let Some(module) = module {
        return Some(format!("`speech` must not use std::{module}: what it needs is passed in"));
    }
    let memory = MEMORY.iter().find(|word| line.contains(**word))?;
    Some(format!("`speech` must not use `{}`: it keeps nothing between calls", memory.trim()))
}

/// What a line names of `std`: `fs` of `std::fs::read`, `fmt` and `fs` of
/// `use std::{fmt, fs::File}`.
fn names_of_std(line: &str) -> impl Iterator<Item = &str> {
    line.split("std::").skip(1).flat_map(|after| {
        let group = after.strip_prefix('{').unwrap_or(after);
        let n_names = if group.len() < after.len() { usize::MAX } else { 1 };
        group.split(',').take(n_names).map(|name| {
            let name = name.trim_start();
            let end_bytes = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
            &name[..end_bytes]
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::lines_found;

    #[track_caller]
    fn found(text: &str, lines: &[usize]) {
        let lines: Vec<_> = lines.iter().copied().map(Some).collect();
        assert_eq!(lines_found(speech_reads_no_world, "crates/speech/src/parse.rs", text), lines);
    }

    #[test]
    fn a_file_or_a_clock_is_found() {
        found("use std::fs;\n", &[1]);
        found("\nlet now = std::time::Instant::now();\n", &[2]);
        found("use std::{fmt, thread::spawn};\n", &[1]);
        found("//! 讲话.\nuse std::{\n    fmt,\n    fs,\n};\n", &[2]);
    }

    #[test]
    fn memory_is_found() {
        found("static mut SEEN: u32 = 0;\n", &[1]);
        found("thread_local! { static SEEN: u32 = 0; }\n", &[1]);
    }

    #[test]
    fn the_rest_of_std_is_not() {
        found("use std::fmt;\nuse std::{collections::HashMap, ops::Range};\n", &[]);
        found("let timed = my::time(std::iter::once(1), env);\n", &[]);
        found("//! Nothing here uses std::fs.\nconst NAMES: &[&str] = &[];\n", &[]);
    }

    #[test]
    fn other_crates_may() {
        assert_eq!(lines_found(speech_reads_no_world, "crates/library/src/store.rs", "use std::fs;\n"), []);
    }
}
