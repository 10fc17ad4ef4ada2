//! Which of WebKit's renderers draws the window on Linux.
//!
//! WebKit's newer renderer draws through OpenGL. Where there is no graphics card, as in a
//! remote desktop or an old office computer, OpenGL is done by the processor, and the
//! window comes up later and takes more memory than with the older renderer. WebKit reads
//! the choice from the environment, before any thread of its own runs; a program can
//! change its environment safely only by starting itself once more.

use std::io;

/// WebKit's own name for the choice; whoever sets it, to whatever value, has chosen.
const CHOICE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Takes the older renderer where there is no graphics card, by putting the program in its
/// own place with the choice in its environment. Returns where nothing is to be done.
///
/// # Errors
///
/// The program could not be started once more; it can go on with the newer renderer.
#[cfg(target_os = "linux")]
pub fn choose() -> io::Result<()> {
    use std::os::unix::process::CommandExt as _;

    if std::env::var_os(CHOICE).is_some() || has_graphics_card() {
        return Ok(());
    }
    let program = std::env::current_exe()?;
    let arguments = std::env::args_os().skip(1);
    Err(std::process::Command::new(program).args(arguments).env(CHOICE, "1").exec())
}

/// Nothing to choose elsewhere.
#[cfg(not(target_os = "linux"))]
pub fn choose() -> io::Result<()> {
    Ok(())
}

/// Whether the kernel has a device that draws, `renderD128` and so on.
#[cfg(target_os = "linux")]
fn has_graphics_card() -> bool {
    let devices = std::fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    devices.into_iter().any(|device| device.file_name().to_string_lossy().starts_with("renderD"))
}
