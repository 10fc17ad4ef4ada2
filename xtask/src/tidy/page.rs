//! Arrows in the page: bindings → backend → state → commands → panes and dialogs → App.
//! The parts know nothing, and only the backend calls the program.

use super::{File, Finding};

const SOURCES: &str = "ui/src/";

/// The rooms of the page, and which others each may use. The shapes in `bindings` and
/// the words are free to all but the parts.
const MAY_USE: &[(&str, &[&str])] = &[
    ("bindings", &[]),
    ("words", &["bindings"]),
    ("keys", &[]),
    ("backend", &["bindings", "words"]),
    ("parts", &[]),
    // The sheet as a machine; drawn by `Sheet.svelte`, which knows what is open.
    ("sheet", &["bindings", "words"]),
    ("state", &["bindings", "words", "backend", "sheet"]),
    ("commands", &["bindings", "words", "state"]),
    ("panes", &["bindings", "words", "keys", "parts", "state", "commands"]),
    ("dialogs", &["bindings", "words", "keys", "parts", "state", "commands"]),
    ("Sheet", &["bindings", "words", "sheet", "state", "style"]),
    ("App", &["words", "keys", "parts", "state", "commands", "panes", "dialogs", "Sheet"]),
    ("main", &["App", "style"]),
];

pub(super) fn the_page_uses_only_what_is_below(files: &[File]) -> Vec<Finding> {
    let sources = files.iter().filter(|file| is_source(file));
    sources.flat_map(arrows_of).collect()
}

pub(super) fn only_the_backend_calls_the_program(files: &[File]) -> Vec<Finding> {
    let others = files.iter().filter(|file| is_source(file) && room(&file.path) != Some("bindings"));
    let mut found = Vec::new();
    for file in others {
        for (line, _) in file.lines().filter(|(_, text)| text.contains("@tauri-apps/")) {
            found.push(file.finding(line, "only `backend.ts`, through `bindings.ts`, calls the program"));
        }
    }
    found
}

fn is_source(file: &File) -> bool {
    let is_code = [".ts", ".svelte"].iter().any(|ending| file.path.ends_with(ending));
    // A test may look from above.
    file.path.starts_with(SOURCES) && is_code && !file.path.ends_with(".test.ts")
}

fn arrows_of(file: &File) -> Vec<Finding> {
    let user = room(&file.path);
    let Some((_, may_use)) = MAY_USE.iter().find(|(name, _)| Some(*name) == user) else {
        return vec![file.finding(None, "no arrow is decided for this part of the page")];
    };
    let mut found = Vec::new();
    for (line, text) in file.lines() {
        let Some(used) = imported(text).and_then(|path| joined(&file.path, path)) else { continue };
        let used = room(&used).map(str::to_owned);
        let is_own = used.as_deref() == user;
        if !is_own && !used.as_deref().is_some_and(|used| may_use.contains(&used)) {
            let used = used.as_deref().unwrap_or("what is outside");
            let says =
                format!("`{}` must not use `{used}`: see the arrows of the page", user.unwrap_or_default());
            found.push(file.finding(line, says));
        }
    }
    found
}

/// The relative path that a line imports.
fn imported(line: &str) -> Option<&str> {
    let (before, after) = line.split_once("from \"").or_else(|| line.split_once("import \""))?;
    let path = after.split('"').next()?;
    (path.starts_with('.') && !before.trim_start().starts_with("//")).then_some(path)
}

/// `../state/tabs.svelte` as a file in `ui/src/panes/` means it.
fn joined(file: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// The room of a path: a folder of `ui/src`, or a file that stands there alone.
fn room(path: &str) -> Option<&str> {
    let within = path.strip_prefix(SOURCES)?;
    if within.starts_with("sheet/Sheet") {
        return Some("Sheet");
    }
    if within == "sheet/page.css" {
        return Some("style");
    }
    within.split(['/', '.']).next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::lines_found;

    #[track_caller]
    fn arrows(path: &str, text: &str, lines: &[usize]) {
        let lines: Vec<_> = lines.iter().copied().map(Some).collect();
        assert_eq!(lines_found(the_page_uses_only_what_is_below, path, text), lines, "{path}");
    }

    #[test]
    fn downwards_is_allowed() {
        arrows("ui/src/panes/Hits.svelte", "import { search } from \"../state/search.svelte\";\n", &[]);
        arrows("ui/src/state/tabs.svelte.ts", "import { backend } from \"../backend\";\n", &[]);
        arrows("ui/src/state/tabs.svelte.ts", "import { library } from \"./library.svelte\";\n", &[]);
        arrows("ui/src/sheet/Sheet.svelte", "import { tabs } from \"../state/tabs.svelte\";\n", &[]);
        arrows("ui/src/panes/Hits.svelte", "import { tick } from \"svelte\";\n", &[]);
    }

    #[test]
    fn upwards_is_not() {
        arrows("ui/src/state/tabs.svelte.ts", "\nimport { commands } from \"../commands\";\n", &[2]);
        arrows("ui/src/parts/Chip.svelte", "import { say } from \"../state/language.svelte\";\n", &[1]);
        arrows("ui/src/panes/Hits.svelte", "import { backend } from \"../backend\";\n", &[1]);
        arrows("ui/src/sheet/slots.ts", "import { tabs } from \"../state/tabs.svelte\";\n", &[1]);
        arrows("ui/src/panes/Hits.svelte", "import lock from \"../../package-lock.json\";\n", &[1]);
    }

    #[test]
    fn a_test_may_look_from_above_and_a_new_room_needs_a_decision() {
        arrows("ui/src/state/tabs.test.ts", "import App from \"../App.svelte\";\n", &[]);
        assert_eq!(lines_found(the_page_uses_only_what_is_below, "ui/src/cloud/sync.ts", "\n"), [None]);
    }

    #[test]
    fn the_program_has_one_door() {
        let call = "import { invoke } from \"@tauri-apps/api/core\";\n";
        let found = |path| lines_found(only_the_backend_calls_the_program, path, call);
        assert_eq!(found("ui/src/panes/Hits.svelte"), [Some(1)]);
        assert_eq!(found("ui/src/bindings.ts"), []);
    }
}
