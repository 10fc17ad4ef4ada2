//! The program `lectern-desktop`: the page, and the program around it.

use crate::page;
use crate::process::{command, succeeds};
use crate::root::{cargo, target};
use std::env::consts::EXE_SUFFIX;
use std::path::PathBuf;

/// Builds the window with the profile that tests use; the program.
pub(crate) fn build() -> Result<PathBuf, String> {
    page::build()?;
    // The workspace as a whole: what is built for the tests serves here too.
    if succeeds(command(cargo()).args(["build", "--locked", "--workspace", "--bins", "--examples"])) {
        program()
    } else {
        Err("the window could not be built; what the compiler says is above".into())
    }
}

/// Where the built program stands.
pub(crate) fn program() -> Result<PathBuf, String> {
    Ok(target()?.join("debug").join(format!("lectern-desktop{EXE_SUFFIX}")))
}
