//! What a machine needs beside git and Rust, and how it gets it.
//!
//! Each need is looked at anew every time, by trying it: there is no mark that says
//! "done" and could be wrong. When nothing is missing, that takes a moment and
//! changes nothing.

use crate::process::{command, succeeds, succeeds_quietly};
use crate::root::{cargo, target};
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Something that must be on the machine.
pub(crate) struct Need {
    /// As the terminal calls it.
    name: &'static str,
    /// Tries whether it is there.
    is_there: fn() -> bool,
    /// Where it comes from.
    source: Source,
}

enum Source {
    /// Packages of Debian and Ubuntu.
    Packages(&'static [&'static str]),
    /// A component of the Rust toolchain.
    Component(&'static str),
}

const COMPILER: Need = Need {
    name: "a C compiler, for SQLite, which is built in",
    is_there: c_compiles,
    source: Source::Packages(&["gcc", "libc6-dev"]),
};
const RUSTFMT: Need = Need {
    name: "rustfmt",
    is_there: || succeeds_quietly(command(cargo()).args(["fmt", "--version"])),
    source: Source::Component("rustfmt"),
};
const CLIPPY: Need = Need {
    name: "clippy",
    is_there: || succeeds_quietly(command(cargo()).args(["clippy", "--version"])),
    source: Source::Component("clippy"),
};
const PYTHON_DOCX: Need = Need {
    name: "python-docx, which opens what Lectern exports",
    is_there: || python_with_docx().is_some(),
    source: Source::Packages(&["python3", "python3-docx"]),
};
const WRITER: Need = Need {
    name: "LibreOffice Writer, which opens what Lectern exports (about 400 MB)",
    is_there: || soffice().is_some(),
    source: Source::Packages(&["libreoffice-writer-nogui"]),
};

/// What building and running Lectern needs.
pub(crate) const FOR_RUNNING: &[Need] = &[COMPILER];
/// What the tests need.
pub(crate) const FOR_TESTS: &[Need] = &[COMPILER, RUSTFMT, CLIPPY, PYTHON_DOCX, WRITER];

/// Installs those of the needs that are missing, and looks again.
pub(crate) fn setup(needs: &[Need]) -> Result<(), String> {
    let missing: Vec<&Need> = needs.iter().filter(|need| !(need.is_there)()).collect();
    if missing.is_empty() {
        println!("setup: nothing is missing");
        return Ok(());
    }
    for need in &missing {
        println!("setup: missing: {}", need.name);
    }
    let components: Vec<_> = missing.iter().filter_map(|need| need.component()).collect();
    if !components.is_empty() {
        add_components(&components)?;
    }
    let packages: Vec<_> = missing.iter().flat_map(|need| need.packages()).copied().collect();
    if !packages.is_empty() {
        install(&packages)?;
    }
    match missing.iter().find(|need| !(need.is_there)()) {
        None => Ok(()),
        Some(need) => Err(format!("still missing after its installation: {}", need.name)),
    }
}

/// A Python that has python-docx. Debian's package serves Debian's Python only,
/// which need not be the first one on the path.
pub(crate) fn python_with_docx() -> Option<&'static str> {
    let pythons = ["python3", "/usr/bin/python3"];
    pythons.into_iter().find(|python| succeeds_quietly(command(python).args(["-c", "import docx"])))
}

/// LibreOffice's program, if its Writer is there too. It can be there without.
pub(crate) fn soffice() -> Option<PathBuf> {
    let program = fs::canonicalize(on_path("soffice")?).ok()?;
    program.with_file_name("libswlo.so").exists().then_some(program)
}

impl Need {
    fn component(&self) -> Option<&'static str> {
        match self.source {
            Source::Component(name) => Some(name),
            Source::Packages(_) => None,
        }
    }

    fn packages(&self) -> &'static [&'static str] {
        match self.source {
            Source::Component(_) => &[],
            Source::Packages(names) => names,
        }
    }
}

fn c_compiles() -> bool {
    let Ok(target) = target() else { return false };
    let folder = target.join("xtask/setup");
    let source = folder.join("needs_headers.c");
    let written = fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&source, "#include <stdio.h>\nint main(void) { return puts(\"\") < 0; }\n"));
    written.is_ok()
        && succeeds_quietly(command("cc").arg(&source).arg("-o").arg(folder.join("needs_headers")))
}

fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(program)).find(|path| path.is_file())
}

fn add_components(components: &[&str]) -> Result<(), String> {
    println!("setup: rustup component add {}", components.join(" "));
    if succeeds(command("rustup").args(["component", "add"]).args(components)) {
        return Ok(());
    }
    Err(format!(
        "this Rust comes without {0}; add it as it was installed, with rustup: rustup component add {0}",
        components.join(" ")
    ))
}

fn install(packages: &[&str]) -> Result<(), String> {
    let wanted = packages.join(" ");
    if on_path("apt-get").is_none() {
        return Err(format!(
            "here is no apt-get; install what Debian calls {wanted} in this system's own way"
        ));
    }
    let Some(rights) = rights() else {
        return Err(format!(
            "installing needs an administrator's rights; run: \
             sudo apt-get update && sudo apt-get install --no-install-recommends {wanted}"
        ));
    };
    println!("setup: apt-get update");
    if !succeeds(apt_get(rights).args(["-qq", "update"])) {
        println!("setup: the lists of packages could not all be renewed; going on with those that are here");
    }
    println!("setup: apt-get install {wanted}");
    let installed =
        succeeds(apt_get(rights).args(["-qq", "-y", "--no-install-recommends", "install"]).args(packages));
    if installed {
        Ok(())
    } else {
        Err(format!("apt-get could not install {wanted}; its own words are above"))
    }
}

#[derive(Clone, Copy)]
enum Rights {
    Root,
    Sudo,
}

/// How packages can be installed without asking anybody for a password.
fn rights() -> Option<Rights> {
    let id = Command::new("id").arg("-u").output().ok()?;
    if id.stdout.trim_ascii() == b"0" {
        return Some(Rights::Root);
    }
    succeeds_quietly(command("sudo").args(["-n", "true"])).then_some(Rights::Sudo)
}

fn apt_get(rights: Rights) -> Command {
    let mut apt_get = match rights {
        Rights::Root => command("env"),
        Rights::Sudo => {
            let mut sudo = command("sudo");
            sudo.args(["-n", "env"]);
            sudo
        }
    };
    // A machine that has just started may be updating itself: wait for it.
    apt_get.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    apt_get.args(["-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]);
    apt_get
}
