//! `cargo xtask run`: the window, on the writer's own library. Where there is no
//! display, it says so and does the writer's job by command line, on the sample.

use crate::process::{command, succeeds};
use crate::setup::{self, setup};
use crate::story::story;
use crate::window;
use std::env;

/// Opens the window and stays until it is closed.
pub(crate) fn run() -> Result<(), String> {
    if !has_display() {
        println!("Here is no display, so no window can be opened: the same job by command line.");
        setup(setup::FOR_THE_COMMAND_LINE)?;
        return story();
    }
    setup(setup::FOR_THE_WINDOW)?;
    println!("building the window …");
    let program = window::build()?;
    println!("{}", program.display());
    if succeeds(&mut command(program)) {
        Ok(())
    } else {
        Err("the window ended with an error; what it said is above".into())
    }
}

/// Whether a window has somewhere to be. Only Linux can be without.
fn has_display() -> bool {
    let named = |name| env::var_os(name).is_some_and(|display| !display.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}
