//! `cargo xtask package`: one .deb with both programs, the window and the command line.

use crate::node::tool;
use crate::page;
use crate::process::{command, succeeds};
use crate::root::{cargo, root, target};
use crate::setup::{self, setup};
use serde_json::json;
use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::PathBuf;

/// What was packaged.
pub(crate) struct Package {
    /// The window's program, as it is in the package.
    pub(crate) window: PathBuf,
    /// The package.
    pub(crate) deb: PathBuf,
}

/// Makes the package and says where it is.
pub(crate) fn package() -> Result<(), String> {
    let package = made()?;
    println!("{}", package.deb.display());
    Ok(())
}

/// Makes the package.
pub(crate) fn made() -> Result<Package, String> {
    setup(setup::FOR_THE_WINDOW)?;
    page::build()?;
    // Both in one go: what they share is compiled once.
    if !succeeds(command(cargo()).args(["build", "--release", "--locked", "--workspace", "--bins"])) {
        return Err("the programs could not be built; what the compiler says is above".into());
    }
    let release = target()?.join("release");
    let lectern = release.join(format!("lectern{EXE_SUFFIX}"));
    let both = json!({ "bundle": { "linux": { "deb": { "files": { "/usr/bin/lectern": lectern } } } } });
    let bundled = succeeds(
        tool("tauri")
            .args(["bundle", "--bundles", "deb", "--ci", "--config", &both.to_string()])
            .current_dir(root().join("src-tauri")),
    );
    if !bundled {
        return Err("the package could not be made; what the bundler says is above".into());
    }
    let folder = release.join("bundle/deb");
    let debs = fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let debs = debs.filter(|path| path.extension().is_some_and(|extension| extension == "deb"));
    let newest = debs.max_by_key(|path| fs::metadata(path).and_then(|deb| deb.modified()).ok());
    let deb = newest.ok_or_else(|| format!("no package in {}", folder.display()))?;
    Ok(Package { window: release.join(format!("lectern-desktop{EXE_SUFFIX}")), deb })
}
