//! Where a writer's library is, unless told otherwise.

use crate::error::Error;
use crate::whole_file;
use directories::ProjectDirs;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder that `LECTERN_LIBRARY` names, else the one that the writer chose, else the one in
/// the platform's data folder; nothing where the platform has none.
pub fn usual_folder() -> Option<PathBuf> {
    let set = env::var_os("LECTERN_LIBRARY").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let own = || Some(project()?.data_dir().to_owned());
    set.or_else(|| chosen(&choice()?)).or_else(own)
}

/// From now on the writer's library is in that folder.
pub fn choose_folder(folder: &Path) -> Result<(), Error> {
    let Some(file) = choice() else { return Ok(()) };
    let parent = file.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(parent).map_err(Error::io(parent))?;
    whole_file::write(&file, folder.to_string_lossy().as_bytes())
}

fn project() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "lectern")
}

/// The file that says which folder was chosen.
fn choice() -> Option<PathBuf> {
    Some(project()?.config_dir().join("library.txt"))
}

fn chosen(file: &Path) -> Option<PathBuf> {
    let folder = fs::read_to_string(file).ok()?;
    Some(folder.trim()).filter(|folder| !folder.is_empty()).map(PathBuf::from)
}
