//! Runs every text file that holds input and expectation together: what the program
//! tells of the text must be what the file says. `UPDATE_EXPECT=1` accepts what it
//! tells; the difference is then read by a person.

mod notation;

use expect_test::expect_file;
use std::path::PathBuf;

#[test]
fn texts_are_understood_as_their_fixtures_say() {
    let mut files: Vec<PathBuf> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/parse"))
        .expect("the folder is part of the crate")
        .map(|entry| entry.expect("it can be read").path())
        .collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let fixture = std::fs::read_to_string(&file).expect("fixtures are UTF-8");
        let told: Vec<String> = notation::cases(&fixture)
            .iter()
            .map(|case| notation::told(case.title, &notation::input(case)))
            .collect();
        expect_file![file].assert_eq(&told.join("\n"));
    }
}
