//! What programs put on the clipboard, as they write it: `clipboard/NAME.html`, and beside it
//! `NAME.html.expect`: its lines, and the blocks that a draft gets where they are pasted.

use expect_test::expect_file;
use formats::{Limits, read_clipboard};
use speech::{Paragraph, Speech, shown};
use std::fmt::Write;
use std::fs;
use std::path::Path;

#[test]
fn structure_is_kept_and_the_rest_dropped() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clipboard");
    let mut n_files = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "html") {
            let html = fs::read_to_string(&path).unwrap();
            let lines = read_clipboard(&html, &Limits::default()).unwrap();
            expect_file![path.with_extension("html.expect")].assert_eq(&told(&lines));
            n_files += 1;
        }
    }
    assert_eq!(n_files, 6);
}

fn told(lines: &[Paragraph]) -> String {
    let mut told = String::new();
    for line in lines {
        let hints = &line.hints;
        let mut marks = String::new();
        hints.outline.iter().for_each(|level| write!(marks, " h{level}").unwrap());
        hints.strong.iter().for_each(|span| write!(marks, " strong {span:?}").unwrap());
        if hints.table_row {
            marks += " row";
        }
        writeln!(told, "{:?}{marks}", line.text).unwrap();
    }
    told += "--- pasted\n";
    let draft = speech::parse::parse(&["在会上的讲话", "同志们：", "好。"].map(Paragraph::plain)).speech;
    let taken = speech::pasted::pasted(&draft, lines);
    let fields = taken.fields.iter().map(|field| field.label.clone()).collect::<Vec<_>>();
    let speech = Speech { blocks: taken.blocks, fields: taken.fields, ..Speech::default() };
    for one in shown::shown(&speech) {
        writeln!(told, "{:?} {:?}", one.block.kind, one.text()).unwrap();
    }
    writeln!(told, "fields {fields:?}").unwrap();
    told
}
