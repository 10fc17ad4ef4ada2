//! The page in `ui/`: its packages, its own checks and tests, and what is built of it.

use crate::count::Count;
use crate::node::{npm, tool};
use crate::process::{command, succeeds};
use crate::root::{root, target};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

/// What the page is made of, beside `src/`; from `ui/`.
const MADE_OF: &[&str] =
    &["index.html", "package.json", "package-lock.json", "svelte.config.js", "vite.config.ts"];

/// Fetches the packages that `package-lock.json` names, if they aren't there.
pub(crate) fn packages() -> Result<(), String> {
    let ui = root().join("ui");
    let wanted =
        fs::read(ui.join("package-lock.json")).map_err(|error| format!("ui/package-lock.json: {error}"))?;
    // A copy of what was installed last stands beside it; npm's own record is in another form.
    let installed = ui.join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("npm ci");
    if !succeeds(npm().args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])) {
        return Err("the page's packages could not be fetched; npm's own words are above".into());
    }
    fs::write(&installed, wanted).map_err(|error| format!("{}: {error}", installed.display()))
}

/// Builds the page into `ui/dist`, if something that it is made of is newer.
pub(crate) fn build() -> Result<(), String> {
    packages()?;
    let ui = root().join("ui");
    let built = changed(&ui.join("dist/index.html"));
    if built.is_some() && built >= newest(&ui) {
        return Ok(());
    }
    if succeeds(tool("vite").args(["build", "--logLevel", "warn"])) {
        Ok(())
    } else {
        Err("the page could not be built; Vite's own words are above".into())
    }
}

/// Format, types and unit tests of the page; format and types of the desktop tests, which
/// use its packages.
pub(crate) fn tests() -> Count {
    let format = ["--config", ".prettierrc.json", "--check", "--log-level", "warn", ".", "../tests/desktop"];
    let format = succeeds(tool("prettier").args(format));
    let types = succeeds(tool("svelte-check").args(["--fail-on-warnings", "--output", "human"]));
    let desktop_types = succeeds(tool("tsc").args(["-p", "../tests/desktop/tsconfig.json"]));
    Count::one(format)
        + Count::one(types)
        + Count::one(desktop_types)
        + vitest(tool("vitest").arg("run"), "page")
}

/// Runs vitest and reads its count from the report that it writes.
pub(crate) fn vitest(run: &mut Command, what: &str) -> Count {
    let Ok(target) = target() else { return Count::one(false) };
    let report = target.join(format!("xtask/{what}.json"));
    // A report of an earlier run must not be taken for this one's.
    let _ = fs::remove_file(&report);
    run.args(["--reporter=default", "--reporter=json"])
        .arg(format!("--outputFile.json={}", report.display()));
    let all_passed = succeeds(run);
    let mut count = fs::read_to_string(&report).ok().and_then(|report| counted(&report)).unwrap_or_default();
    // What breaks off closes with no report, or with one that names no failed test.
    if count.failed == 0 && (!all_passed || count.passed == 0) {
        println!("FAILED {what}: the tests broke off");
        count.failed = 1;
    }
    count
}

fn counted(report: &str) -> Option<Count> {
    let report: Value = serde_json::from_str(report).ok()?;
    let number = |key: &str| report[key].as_u64().map(|number| number as usize);
    Some(Count { passed: number("numPassedTests")?, failed: number("numFailedTests")? })
}

fn newest(ui: &Path) -> Option<SystemTime> {
    let sources = command("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard", "ui/src"])
        .output();
    let sources = String::from_utf8(sources.ok()?.stdout).ok()?;
    let sources = sources.split_terminator('\0').filter_map(|path| changed(&root().join(path)));
    sources.chain(MADE_OF.iter().filter_map(|path| changed(&ui.join(path)))).max()
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_counted() {
        let report = r#"{"numTotalTests":7,"numPassedTests":5,"numFailedTests":2,"success":false}"#;
        assert_eq!(counted(report), Some(Count { passed: 5, failed: 2 }));
        assert_eq!(counted("{}"), None);
        assert_eq!(counted(""), None);
    }
}
