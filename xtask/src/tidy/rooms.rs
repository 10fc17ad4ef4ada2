//! Every file stands in its room: a new kind of file is a decision, and this table
//! is where it is taken down.

use super::{File, Finding};

/// What may stand where. `*` is any part of a name, `**` any path.
const ROOMS: &[&str] = &[
    ".cargo/config.toml",
    ".ci/run",
    ".gitattributes",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "README.zh-CN.md",
    "clippy.toml",
    "deny.toml",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "crates/*/Cargo.toml",
    "crates/*/benches/**.rs",
    "crates/*/src/**.rs",
    "crates/*/tests/**",
    "crates/formats/src/write/docx/parts/*.xml",
    "crates/formats/styles/*.toml",
    "crates/formats/styles/sample.txt",
    "crates/library/data/*.txt",
    "crates/speech/data/*.txt",
    "crates/speech/src/checks/*.txt",
    "docs/*.md",
    "docs/*.png",
    "src-tauri/Cargo.toml",
    "src-tauri/build.rs",
    "src-tauri/capabilities/main.json",
    "src-tauri/examples/*.rs",
    "src-tauri/icons/*.png",
    "src-tauri/permissions/own.toml",
    "src-tauri/src/**.rs",
    "src-tauri/tauri.conf.json",
    "src-tauri/tests/*.rs",
    "templates/*.txt",
    "tests/desktop/*.ts",
    "tests/desktop/clipboard.py",
    "tests/desktop/clipboard_owner.py",
    "tests/desktop/drag_source.py",
    "tests/desktop/tsconfig.json",
    "tests/export/*.py",
    "tests/export/gongwen-gb.json",
    "tests/export/profile.txt",
    "tests/export/requirements-bench.txt",
    "tests/export/requirements.txt",
    "ui/.prettierignore",
    "ui/.prettierrc.json",
    "ui/desktop.config.ts",
    "ui/index.html",
    "ui/package-lock.json",
    "ui/package.json",
    "ui/src/*.ts",
    "ui/src/App.svelte",
    "ui/src/commands/*.ts",
    "ui/src/dialogs/*.svelte",
    "ui/src/panes/*.svelte",
    "ui/src/parts/*.svelte",
    "ui/src/parts/*.ts",
    "ui/src/sheet/*.css",
    "ui/src/sheet/*.svelte",
    "ui/src/sheet/*.ts",
    "ui/src/sheet/fixtures/*.json",
    "ui/src/state/*.ts",
    "ui/src/style/*.css",
    "ui/src/words/*.ts",
    "ui/svelte.config.js",
    "ui/tsconfig.json",
    "ui/vite.config.ts",
    "xtask/Cargo.toml",
    "xtask/src/**.rs",
];

/// Names that say nothing of what is in the file.
const EMPTY_NAMES: &[&str] =
    &["common", "helper", "helpers", "manager", "misc", "mod", "service", "util", "utils"];

pub(super) fn every_file_stands_in_its_room(files: &[File]) -> Vec<Finding> {
    let astray = files.iter().filter(|file| !ROOMS.iter().any(|room| fits(room, &file.path)));
    let says = "no room is made for this file; the rooms are listed in xtask/src/tidy/rooms.rs";
    astray.map(|file| file.finding(None, says)).collect()
}

pub(super) fn no_file_is_named_for_nothing(files: &[File]) -> Vec<Finding> {
    let name = |file: &File| file.path.rsplit('/').next()?.split('.').next().map(str::to_lowercase);
    let sources = files.iter().filter(|file| file.is_source());
    let empty = sources.filter(|file| name(file).is_some_and(|name| EMPTY_NAMES.contains(&name.as_str())));
    empty
        .map(|file| file.finding(None, "name it for the one thing that it holds; foo.rs stands beside foo/"))
        .collect()
}

/// Whether a path fits a room's pattern.
fn fits(pattern: &str, path: &str) -> bool {
    let Some((before, after)) = pattern.split_once('*') else { return pattern == path };
    let Some(rest) = path.strip_prefix(before) else { return false };
    let (after, any_path) = match after.strip_prefix('*') {
        Some(after) => (after, true),
        None => (after, false),
    };
    let mut ends_bytes = rest.char_indices().map(|(at_bytes, _)| at_bytes).chain([rest.len()]);
    ends_bytes.any(|end_bytes| {
        let (stretch, rest) = rest.split_at(end_bytes);
        (any_path || !stretch.contains('/')) && fits(after, rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::lines_found;

    #[track_caller]
    fn room(path: &str, there_is: bool) {
        let found = lines_found(every_file_stands_in_its_room, path, "");
        assert_eq!(found.is_empty(), there_is, "{path}");
    }

    #[test]
    fn files_in_their_rooms() {
        room("README.md", true);
        room("crates/speech/src/parse/junk.rs", true);
        room("crates/speech/data/junk.txt", true);
        room("crates/speech/src/checks/count_claim.txt", true);
        room("crates/library/tests/search/营商环境.txt", true);
        room("templates/动员讲话.txt", true);
    }

    #[test]
    fn files_astray() {
        room("PLAN.md", false);
        room("crates/README.md", false);
        room("crates/speech/src/junk.txt", false);
        room("crates/formats/data/junk.txt", false);
        room("templates/old/动员讲话.txt", false);
        room("scripts/build.sh", false);
    }

    #[test]
    fn names_that_say_nothing() {
        let found = |path| lines_found(no_file_is_named_for_nothing, path, "");
        assert_eq!(found("crates/speech/src/parse/mod.rs"), [None]);
        assert_eq!(found("crates/library/src/utils.rs"), [None]);
        assert_eq!(found("crates/library/src/search.rs"), []);
    }
}
