//! What comes from PyPI: programs in versions of their own, in a folder that nothing else on
//! the machine sees.

use crate::process::{command, succeeds, succeeds_quietly};
use crate::root::{root, target};
use std::path::PathBuf;

/// Programs that are fetched together.
#[derive(Clone, Copy)]
pub(crate) struct Programs {
    /// The name of their folder.
    name: &'static str,
    /// Which ones, and in which versions.
    requirements: &'static str,
}

/// Those that look at what Lectern exports.
pub(crate) const ORACLES: Programs =
    Programs { name: "oracles", requirements: "tests/export/requirements.txt" };

/// Those that export is measured beside.
pub(crate) const MEASURED: Programs =
    Programs { name: "measured", requirements: "tests/export/requirements-bench.txt" };

impl Programs {
    /// The Python that has them.
    pub(crate) fn python(self) -> Result<PathBuf, String> {
        Ok(self.folder()?.join("bin/python"))
    }

    /// Whether all of them are there, in the versions that are wanted.
    pub(crate) fn are_there(self) -> bool {
        let Ok(python) = self.python() else { return false };
        // pip itself tells what it would still have to fetch, without asking the network.
        let wanted = ["-m", "pip", "install", "--quiet", "--no-index", "--dry-run", "--requirement"];
        python.is_file() && succeeds_quietly(command(python).args(wanted).arg(root().join(self.requirements)))
    }

    /// Fetches them.
    pub(crate) fn fetch(self) -> Result<(), String> {
        println!("setup: pip install --requirement {}", self.requirements);
        let made = succeeds(command("python3").args(["-m", "venv", "--clear"]).arg(self.folder()?));
        let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
        let mut install_all = command(self.python()?);
        install_all.args(install).arg(root().join(self.requirements));
        if made && succeeds(&mut install_all) {
            Ok(())
        } else {
            Err(format!("pip could not install {}; its own words are above", self.requirements))
        }
    }

    fn folder(self) -> Result<PathBuf, String> {
        Ok(target()?.join("xtask/python").join(self.name))
    }
}
