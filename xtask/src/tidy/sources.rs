//! What every source begins with, what none has, how long one may be.

use super::{File, Finding};

/// Signs of work that is put off, or of a test that can't fail. Put together here so
/// that this file does not break its own rule.
const PUT_OFF: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("to", "do!"),
    concat!("unimplemented", "!"),
    concat!("#[ig", "nore"),
    concat!("should", "_panic"),
];

/// What the first line of a source begins with, by the file's ending.
const BEGINNINGS: &[(&str, &str)] = &[(".rs", "//! "), (".ts", "// "), (".svelte", "<!-- ")];

/// Where a path of somebody's machine begins.
const MACHINE_PATHS: &[&str] = &[
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/Us", "ers/"),
    concat!("/wo", "rk/"),
    concat!("/t", "mp/"),
];

/// What the first line of a generated source says.
const GENERATED: &str = "This file has been generated";

/// The most lines of a source. More than one concept stands in a longer one.
const MOST_LINES: usize = 600;

pub(super) fn every_module_says_what_it_is(files: &[File]) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in files {
        let Some((_, begins)) = BEGINNINGS.iter().find(|(ending, _)| file.path.ends_with(ending)) else {
            continue;
        };
        if file.lines().next().is_none_or(|(_, first)| !first.starts_with(begins)) {
            let says =
                format!("begin with `{}`: what this file is about, in a writer's words", begins.trim());
            found.push(file.finding(1, says));
        }
    }
    found
}

pub(super) fn nothing_is_left_for_later(files: &[File]) -> Vec<Finding> {
    let sources = files.iter().filter(|file| file.is_source());
    in_lines(sources, PUT_OFF, |_| true, "finish it or leave it out, an open end has no place here:")
}

pub(super) fn no_source_is_too_long(files: &[File]) -> Vec<Finding> {
    let is_written = |file: &&File| !file.lines().next().is_some_and(|(_, first)| first.contains(GENERATED));
    let sources = files.iter().filter(|file| file.is_source()).filter(is_written);
    let long = sources.filter(|file| file.lines().count() > MOST_LINES);
    long.map(|file| file.finding(MOST_LINES + 1, format!("cut it: a source has at most {MOST_LINES} lines")))
        .collect()
}

pub(super) fn no_path_of_a_machine(files: &[File]) -> Vec<Finding> {
    // The end of a longer path, crates/x/home/y, is no path of a machine.
    let begins = |before: &str| !before.ends_with(|c: char| c.is_alphanumeric() || "/._-".contains(c));
    in_lines(files.iter(), MACHINE_PATHS, begins, "a path of one machine means nothing on another:")
}

/// The lines that have one of the words, where what stands before it is as wanted.
fn in_lines<'a>(
    files: impl Iterator<Item = &'a File>,
    words: &[&str],
    wanted_before: impl Fn(&str) -> bool,
    says: &str,
) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in files {
        for (line, text) in file.lines() {
            let has = |word: &&&str| {
                text.match_indices(**word).any(|(at_bytes, _)| wanted_before(&text[..at_bytes]))
            };
            if let Some(word) = words.iter().find(has) {
                found.push(file.finding(line, format!("{says} {word}")));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::{Rule, lines_found};

    const MODULE: &str = "crates/speech/src/slot.rs";

    #[track_caller]
    fn found(rule: Rule, text: &str, lines: &[usize]) {
        let lines: Vec<_> = lines.iter().copied().map(Some).collect();
        assert_eq!(lines_found(rule, MODULE, text), lines);
    }

    #[test]
    fn a_module_begins_with_its_docs() {
        found(every_module_says_what_it_is, "//! 空格: a placeholder.\n", &[]);
        found(every_module_says_what_it_is, "use std::fmt;\n//! 空格.\n", &[1]);
        found(every_module_says_what_it_is, "", &[1]);
        assert_eq!(lines_found(every_module_says_what_it_is, "README.md", "# Lectern\n"), []);
        let page = |path, text| lines_found(every_module_says_what_it_is, path, text);
        assert_eq!(page("ui/src/keys.ts", "// Keys.\n"), []);
        assert_eq!(page("ui/src/keys.ts", "import x from \"y\";\n"), [Some(1)]);
        assert_eq!(page("ui/src/App.svelte", "<!-- The window. -->\n"), []);
        assert_eq!(page("ui/src/App.svelte", "<script>\n"), [Some(1)]);
    }

    #[test]
    fn work_put_off_is_found() {
        for word in PUT_OFF {
            found(nothing_is_left_for_later, &format!("//! 空格.\n// {word}\n"), &[2]);
        }
        found(nothing_is_left_for_later, "//! To do is what a writer does.\n", &[]);
    }

    #[test]
    fn a_source_has_an_end() {
        found(no_source_is_too_long, &"//! 空格.\n".repeat(MOST_LINES), &[]);
        found(no_source_is_too_long, &"//! 空格.\n".repeat(MOST_LINES + 1), &[MOST_LINES + 1]);
        let generated = format!("// {GENERATED}.\n{}", "\n".repeat(MOST_LINES));
        assert_eq!(lines_found(no_source_is_too_long, "ui/src/bindings.ts", &generated), []);
        assert_eq!(lines_found(no_source_is_too_long, "Cargo.lock", &"\n".repeat(5000)), []);
    }

    #[test]
    fn a_path_of_a_machine_is_found() {
        for path in MACHINE_PATHS {
            found(no_path_of_a_machine, &format!("see {path}wang/讲话.txt\n"), &[1]);
            found(no_path_of_a_machine, &format!("see crates/speech{path}讲话.txt\n"), &[]);
        }
        found(no_path_of_a_machine, "see crates/speech/tests\n", &[]);
    }
}
