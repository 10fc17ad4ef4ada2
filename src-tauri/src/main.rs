//! The program `lectern-desktop`.

#![cfg_attr(all(not(debug_assertions), windows), windows_subsystem = "windows")]

fn main() {
    lectern_desktop::run();
}
