//! Arrows between crates: cli → library → formats → speech. Nothing points back,
//! and `speech` uses nothing that could reach the world.

use super::{File, Finding};

/// Our crates, and which of the others each may use. Also for tests: a test that
/// needs the crate above belongs to the crate above.
const MAY_USE: &[(&str, &[&str])] = &[
    ("cli", &["formats", "library", "speech"]),
    ("src-tauri", &["formats", "library", "speech"]),
    ("library", &["formats", "speech"]),
    ("formats", &["speech"]),
    ("speech", &[]),
    ("xtask", &[]),
];

/// What `speech` may be built on: pure functions over text and data. What its tests
/// use is free.
const PURE: &[&str] = &[
    "aho-corasick",
    "dissimilar",
    "jieba-rs",
    "serde",
    // Off by default: the shapes of its types, for the window.
    "specta",
    "thiserror",
    "unicode-normalization",
    "unicode-segmentation",
    "unicode-width",
];

pub(super) fn crates_use_only_what_is_below_them(files: &[File]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (file, user) in manifests(files) {
        let Some((_, may_use)) = MAY_USE.iter().find(|(name, _)| *name == user) else {
            found.push(file.finding(None, format!("no arrow is decided for the crate `{user}`")));
            continue;
        };
        for dependency in dependencies(file) {
            let is_ours = MAY_USE.iter().any(|(name, _)| *name == dependency.name);
            if is_ours && !may_use.contains(&dependency.name) {
                found.push(file.finding(
                    dependency.line,
                    format!(
                        "`{user}` must not use `{}`: arrows go cli → library → formats → speech",
                        dependency.name
                    ),
                ));
            }
        }
    }
    found
}

pub(super) fn speech_depends_on_pure_crates_only(files: &[File]) -> Vec<Finding> {
    let speech = manifests(files).filter(|(_, user)| *user == "speech");
    speech
        .flat_map(|(file, _)| {
            let impure = dependencies(file).filter(|found| !found.for_tests && !PURE.contains(&found.name));
            impure.map(|found| {
                let says =
                    format!("`{}` is not on the list of pure crates that `speech` may use", found.name);
                file.finding(found.line, says)
            })
        })
        .collect()
}

/// The Cargo.toml of each crate, with the crate's name, which is its folder's.
fn manifests(files: &[File]) -> impl Iterator<Item = (&File, &str)> {
    files.iter().filter_map(|file| {
        let folder = file.path.strip_suffix("/Cargo.toml")?;
        Some((file, folder.rsplit('/').next().unwrap_or(folder)))
    })
}

struct Dependency<'a> {
    name: &'a str,
    line: usize,
    for_tests: bool,
}

/// The dependencies that a Cargo.toml names, in all its tables, also those for one
/// system only; a renamed one under its real name.
fn dependencies(manifest: &File) -> impl Iterator<Item = Dependency<'_>> {
    let mut table = "";
    manifest.lines().filter_map(move |(line, text)| {
        let text = text.trim();
        let for_tests = |table: &str| table.contains("dev-dependencies");
        if let Some(header) = text.strip_prefix('[') {
            table = header.trim_end_matches(']');
            // [dependencies.serde] is a table of one dependency.
            let (_, name) = table.split_once("dependencies.")?;
            return Some(Dependency { name, line, for_tests: for_tests(table) });
        }
        if !table.ends_with("dependencies") || text.starts_with('#') {
            return None;
        }
        let (key, value) = text.split_once('=')?;
        let key = key.trim().split('.').next().unwrap_or_default();
        let name = package(value).unwrap_or(key);
        Some(Dependency { name, line, for_tests: for_tests(table) })
    })
}

/// The `x` of `{ package = "x", … }`.
fn package(value: &str) -> Option<&str> {
    value.split_once("package")?.1.split('"').nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::lines_found;

    #[track_caller]
    fn arrows(path: &str, manifest: &str, lines: &[usize]) {
        let lines: Vec<_> = lines.iter().copied().map(Some).collect();
        assert_eq!(lines_found(crates_use_only_what_is_below_them, path, manifest), lines);
    }

    #[track_caller]
    fn pure(manifest: &str, lines: &[usize]) {
        let lines: Vec<_> = lines.iter().copied().map(Some).collect();
        assert_eq!(
            lines_found(speech_depends_on_pure_crates_only, "crates/speech/Cargo.toml", manifest),
            lines
        );
    }

    #[test]
    fn downwards_is_allowed() {
        arrows("crates/cli/Cargo.toml", "[dependencies]\nlibrary.workspace = true\nclap = \"4\"\n", &[]);
        arrows("crates/formats/Cargo.toml", "[dependencies]\nspeech = { path = \"../speech\" }\n", &[]);
    }

    #[test]
    fn upwards_is_not() {
        arrows(
            "crates/formats/Cargo.toml",
            "[dependencies]\nspeech.workspace = true\nlibrary.workspace = true\n",
            &[3],
        );
        arrows("crates/library/Cargo.toml", "[dependencies.cli]\npath = \"../cli\"\n", &[1]);
    }

    #[test]
    fn nor_for_tests_or_one_system_or_under_another_name() {
        arrows("crates/speech/Cargo.toml", "[dev-dependencies]\nformats.workspace = true\n", &[2]);
        arrows(
            "crates/speech/Cargo.toml",
            "[target.'cfg(unix)'.dependencies]\nformats.workspace = true\n",
            &[2],
        );
        arrows(
            "crates/speech/Cargo.toml",
            "[dependencies]\nf = { package = \"formats\", path = \"../formats\" }\n",
            &[2],
        );
    }

    #[test]
    fn a_new_crate_needs_a_decision() {
        let found =
            lines_found(crates_use_only_what_is_below_them, "crates/cloud/Cargo.toml", "[dependencies]\n");
        assert_eq!(found, [None]);
    }

    #[test]
    fn other_tables_name_no_dependencies() {
        arrows("crates/speech/Cargo.toml", "[features]\nlibrary = []\n# cli = 1\n", &[]);
    }

    #[test]
    fn speech_takes_pure_crates() {
        pure("[dependencies]\nserde.workspace = true\njieba-rs = \"0.11\"\n", &[]);
        pure("[dev-dependencies]\ntempfile.workspace = true\n", &[]);
    }

    #[test]
    fn speech_takes_no_others() {
        pure("[dependencies]\nserde.workspace = true\nrand = \"0.9\"\n", &[3]);
        pure("[build-dependencies]\ncc = \"1\"\n", &[2]);
    }
}
