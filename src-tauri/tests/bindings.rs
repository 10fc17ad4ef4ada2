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
