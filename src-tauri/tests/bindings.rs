//! `ui/src/bindings.ts` says what the commands are. `UPDATE_EXPECT=1` writes it anew.

use specta_typescript::Typescript;
use std::fs;
use std::path::Path;

#[test]
fn the_page_knows_the_commands_as_they_are() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/bindings.ts");
    let folder = tempfile::tempdir().expect("a folder for the generated file");
    let generated = folder.path().join("bindings.ts");
    lectern_desktop::contract().export(Typescript::default(), &generated).expect("the types can be told");
    let generated = fs::read_to_string(&generated).expect("it was just written");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&kept, &generated).expect("bindings.ts can be written");
    }
    assert_eq!(fs::read_to_string(&kept).unwrap_or_default(), generated, "run with UPDATE_EXPECT=1");
}

#[test]
fn the_page_may_call_exactly_the_commands_that_there_are() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let bindings = fs::read_to_string(folder.join("../ui/src/bindings.ts")).expect("it is checked in");
    let permission = fs::read_to_string(folder.join("permissions/own.toml")).expect("it is checked in");
    let (_, allowed) = permission.split_once("commands.allow").expect("it allows commands");
    let quoted = |text: &str| text.split('"').nth(1).map(str::to_owned);
    let invoked = bindings.split("__TAURI_INVOKE").filter_map(|call| quoted(call.split_once('(')?.1));
    let mut invoked: Vec<String> = invoked.collect();
    let mut allowed: Vec<String> = allowed.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    invoked.sort();
    allowed.sort();
    assert_eq!(invoked, allowed);
}
