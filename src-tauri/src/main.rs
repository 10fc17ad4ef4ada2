//! The program `lectern-desktop`.

#![cfg_attr(all(not(debug_assertions), windows), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    // The program starts itself to read what could bring it down, without a window.
    if formats::apart::is_asked_for() {
        return formats::apart::serve();
    }
    if let Err(error) = lectern_desktop::renderer::choose() {
        eprintln!("the window is drawn by WebKit's newer renderer: {error}");
    }
    lectern_desktop::run();
    ExitCode::SUCCESS
}
