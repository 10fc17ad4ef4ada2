//! Tells Tauri which commands the page may call: those of `permissions/own.toml`.

fn main() {
    tauri_build::build();
}
