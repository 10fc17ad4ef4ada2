//! Where a writer's library is, unless told otherwise.

use std::env;
use std::path::PathBuf;

/// The folder that `LECTERN_LIBRARY` names, else the one in the platform's data folder;
/// nothing where the platform has none.
pub fn usual_folder() -> Option<PathBuf> {
    let set = env::var_os("LECTERN_LIBRARY").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    set.or_else(|| Some(directories::ProjectDirs::from("", "", "lectern")?.data_dir().to_owned()))
}
