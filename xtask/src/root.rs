//! Where things stand: the repository, Cargo's target folder, Cargo itself.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    // Asked anew when the task runs: the checkout may have moved since it was built.
    let own_folder = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&own_folder).parent().expect("xtask/ stands in the root").to_path_buf()
}

/// Cargo's target folder, wherever the machine keeps it: this program was built there.
pub(crate) fn target() -> Result<PathBuf, String> {
    let program = env::current_exe().map_err(|error| format!("this program can't find itself: {error}"))?;
    match program.ancestors().nth(2) {
        Some(target) => Ok(target.to_path_buf()),
        None => Err("start it as `cargo xtask`: the program stands outside Cargo's target folder".into()),
    }
}

/// The Cargo that started this task.
pub(crate) fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}
