//! What stands in two places must say the same in both.

use super::{File, Finding};

const READMES: &[&str] = &["README.md", "README.zh-CN.md"];
const COMMANDS: &[&str] = &["cargo xtask run", "cargo xtask test"];

/// Where the program takes its starters from.
const STARTERS: &str = "crates/library/src/starters.rs";

pub(super) fn readmes_name_the_two_commands(files: &[File]) -> Vec<Finding> {
    let mut found = Vec::new();
    for path in READMES {
        let Some(readme) = files.iter().find(|file| file.path == *path) else {
            found.push(Finding { path: (*path).into(), line: None, says: "this README is missing".into() });
            continue;
        };
        let names = |command: &&&str| readme.lines().any(|(_, line)| line.contains(**command));
        for command in COMMANDS.iter().filter(|command| !names(command)) {
            found.push(readme.finding(None, format!("tell how to start: `{command}`")));
        }
    }
    found
}

pub(super) fn every_starter_is_built_in(files: &[File]) -> Vec<Finding> {
    let list = files.iter().find(|file| file.path == STARTERS);
    let is_listed = |name: &str| list.is_some_and(|list| list.lines().any(|(_, line)| names(line, name)));
    let starters = files.iter().filter_map(|file| {
        let name = file.path.strip_prefix("templates/")?.strip_suffix(".txt")?;
        Some((file, name))
    });
    let forgotten = starters.filter(|(_, name)| !is_listed(name));
    forgotten
        .map(|(file, _)| file.finding(None, format!("this starter is not listed in {STARTERS}")))
        .collect()
}

/// Whether a line of the list names the starter, with or without folder and ending.
fn names(line: &str, name: &str) -> bool {
    line.split(['"', '/']).any(|part| part.strip_suffix(".txt").unwrap_or(part) == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n_found(rule: fn(&[File]) -> Vec<Finding>, files: &[(&str, &str)]) -> usize {
        let files: Vec<File> = files.iter().map(|(path, text)| File::of(path, text)).collect();
        rule(&files).len()
    }

    #[test]
    fn both_readmes_name_both_commands() {
        let both = "cargo xtask run\ncargo xtask test\n";
        let rule = readmes_name_the_two_commands;
        assert_eq!(n_found(rule, &[("README.md", both), ("README.zh-CN.md", both)]), 0);
        assert_eq!(n_found(rule, &[("README.md", both), ("README.zh-CN.md", "cargo xtask run\n")]), 1);
        assert_eq!(n_found(rule, &[("README.md", both)]), 1);
    }

    #[test]
    fn a_starter_is_listed_by_its_whole_name() {
        let rule = every_starter_is_built_in;
        let list = (STARTERS, "include_str!(\"../../../templates/年终总结会讲话.txt\"),\n");
        assert_eq!(n_found(rule, &[list, ("templates/年终总结会讲话.txt", "")]), 0);
        assert_eq!(n_found(rule, &[list, ("templates/总结会讲话.txt", "")]), 1);
        assert_eq!(n_found(rule, &[("templates/总结会讲话.txt", "")]), 1);
    }
}
