//! The repository's own rules, those that no compiler holds: which crate may use
//! which, which file may stand where, what a source begins with and never has.
//!
//! A rule is a pure function from files to findings, so that each can be shown a
//! guilty and an innocent case without a disk. Every finding names its file and line.

mod arrows;
mod page;
mod papers;
mod purity;
mod rooms;
mod sources;

use crate::process::command;
use crate::root::root;
use std::fmt;
use std::fs;

/// A file of the repository, tracked or new and not ignored.
pub(crate) struct File {
    /// From the root, with `/`.
    path: String,
    /// What it says; nothing if it is no text.
    text: Option<String>,
}

/// A place that breaks a rule.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    path: String,
    /// From 1; nothing where the file as a whole is meant.
    line: Option<usize>,
    says: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.says),
            None => write!(f, "{}: {}", self.path, self.says),
        }
    }
}

type Rule = fn(&[File]) -> Vec<Finding>;

const RULES: &[Rule] = &[
    arrows::crates_use_only_what_is_below_them,
    arrows::speech_depends_on_pure_crates_only,
    page::the_page_uses_only_what_is_below,
    page::only_the_backend_calls_the_program,
    purity::speech_reads_no_world,
    rooms::every_file_stands_in_its_room,
    rooms::no_file_is_named_for_nothing,
    sources::every_module_says_what_it_is,
    sources::nothing_is_left_for_later,
    sources::no_source_is_too_long,
    sources::no_path_of_a_machine,
    papers::readmes_name_the_two_commands,
    papers::every_starter_is_built_in,
];

/// Puts all rules to all files; prints what it finds.
pub(crate) fn tidy() -> Result<(), String> {
    let files = files()?;
    let found: Vec<Finding> = RULES.iter().flat_map(|rule| rule(&files)).collect();
    for finding in &found {
        println!("{finding}");
    }
    if found.is_empty() {
        println!("tidy: {} rules hold in {} files", RULES.len(), files.len());
        return Ok(());
    }
    Err(format!("tidy: {} places break a rule", found.len()))
}

fn files() -> Result<Vec<File>, String> {
    let listed = command("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .output()
        .map_err(|error| format!("git can't be started: {error}"))?;
    if !listed.status.success() {
        return Err(format!("git lists no files: {}", String::from_utf8_lossy(&listed.stderr).trim()));
    }
    let paths = String::from_utf8(listed.stdout).map_err(|_| "a file's name is no UTF-8".to_string())?;
    // A file that git knows may have been deleted a moment ago: no rule is for it.
    let there =
        paths.split_terminator('\0').filter_map(|path| Some((path, fs::read(root().join(path)).ok()?)));
    Ok(there.map(|(path, bytes)| File { path: path.into(), text: String::from_utf8(bytes).ok() }).collect())
}

impl File {
    /// Its lines with their numbers; none if it is no text.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.as_deref().unwrap_or_default().lines())
    }

    fn is_source(&self) -> bool {
        [".rs", ".py", ".ts", ".svelte"].iter().any(|ending| self.path.ends_with(ending))
    }

    fn finding(&self, line: impl Into<Option<usize>>, says: impl Into<String>) -> Finding {
        Finding { path: self.path.clone(), line: line.into(), says: says.into() }
    }
}

/// For the rules' tests: a repository of one file, and where the rule finds something.
#[cfg(test)]
fn lines_found(rule: Rule, path: &str, text: &str) -> Vec<Option<usize>> {
    rule(&[File::of(path, text)]).into_iter().map(|finding| finding.line).collect()
}

#[cfg(test)]
impl File {
    fn of(path: &str, text: &str) -> Self {
        Self { path: path.into(), text: Some(text.into()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_names_file_and_line() {
        let file = File::of("crates/cli/src/main.rs", "");
        assert_eq!(file.finding(7, "too long").to_string(), "crates/cli/src/main.rs:7: too long");
        assert_eq!(file.finding(None, "too long").to_string(), "crates/cli/src/main.rs: too long");
    }
}
