//! Other programs: started in the repository's root, listened to, believed only
//! with their exit code.

use crate::root::root;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

/// A program to be started in the root, without input.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// Starts it, its output going to the terminal; whether it ended well. A program
/// that can't be started has not ended well, and the terminal says why.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    // What this task said so far must not appear after what the program says.
    let _ = std::io::stdout().flush();
    match command.status() {
        Ok(status) => status.success(),
        Err(error) => {
            eprintln!("{} can't be started: {error}", command.get_program().display());
            false
        }
    }
}

/// Like [`succeeds`], without a word: to ask whether something is there.
pub(crate) fn succeeds_quietly(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Like [`succeeds`], and hands each line of its standard output on as it comes.
pub(crate) fn succeeds_with_lines(command: &mut Command, mut line_seen: impl FnMut(&str)) -> bool {
    let _ = std::io::stdout().flush();
    let mut child = match command.stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) => {
            eprintln!("{} can't be started: {error}", command.get_program().display());
            return false;
        }
    };
    let mut output = BufReader::new(child.stdout.take().expect("the output was asked for two lines above"));
    let mut line = Vec::new();
    // By bytes: a test may print what is no UTF-8.
    while output.read_until(b'\n', &mut line).is_ok_and(|n_bytes| n_bytes > 0) {
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_end_matches(['\n', '\r']);
        println!("{text}");
        line_seen(text);
        line.clear();
    }
    child.wait().is_ok_and(|status| status.success())
}
