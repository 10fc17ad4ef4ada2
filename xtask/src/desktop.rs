//! The desktop tests: the built window on a screen in memory, driven from outside, and
//! the built page in Chromium. The stories are in `tests/desktop`.
//!
//! They run where the system lets them in a network namespace that has nothing but the
//! machine's own loop: what needs another host fails there.

use crate::count::Count;
use crate::node::with_node;
use crate::page::vitest;
use crate::process::{command, succeeds, succeeds_quietly};
use crate::root::root;
use crate::setup::{self, setup};
use crate::window;
use std::path::Path;
use std::process::Command;

/// `cargo xtask desktop`: builds the window and runs the stories so named, or all.
pub(crate) fn desktop(names: &[&str]) -> Result<(), String> {
    setup(setup::FOR_TESTS)?;
    window::build()?;
    match stories(names)? {
        Count { failed: 0, .. } => Ok(()),
        Count { failed, .. } => Err(format!("{failed} stories went wrong")),
    }
}

/// Runs all stories. The programs are built.
///
/// Errors: there is no built window.
pub(crate) fn tests() -> Result<Count, String> {
    stories(&[])
}

/// Runs the stories whose file has one of the names; all where none is named.
fn stories(names: &[&str]) -> Result<Count, String> {
    let program = window::program()?;
    if !program.is_file() {
        return Err(format!("{} is not built", program.display()));
    }
    Ok(vitest(on_a_screen(&program).args(names), "desktop"))
}

/// Runs the measurements with that program; whether they came to an end.
pub(crate) fn bench(program: &Path) -> bool {
    succeeds(on_a_screen(program).env("LECTERN_BENCH", "1"))
}

/// vitest, with a screen in memory, a session bus and no network around it.
fn on_a_screen(program: &Path) -> Command {
    let mut run = alone();
    run.args(["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1920x1080x24 -nolisten tcp"]);
    run.args(["node_modules/.bin/vitest", "run", "--config", "desktop.config.ts"]);
    run.env("LECTERN_DESKTOP", program).current_dir(root().join("ui"));
    with_node(&mut run);
    run
}

/// A command that reaches no network, where the system can do that for us.
fn alone() -> Command {
    for rights in [&["--net"][..], &["--net", "--map-root-user"]] {
        let cut_off = || {
            let mut unshare = command("unshare");
            unshare.args(rights).args(["--", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh"]);
            unshare
        };
        if succeeds_quietly(cut_off().arg("true")) {
            println!("without a network: only this machine's own loop");
            return cut_off();
        }
    }
    println!("this system gives no network namespace: with the network as it is");
    command("env")
}
