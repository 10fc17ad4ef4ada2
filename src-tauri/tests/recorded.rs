//! What the window is given, written down for the tests of the sheet: the JSON files in
//! `ui/src/sheet/fixtures/`. `UPDATE_EXPECT=1` writes them anew.

#![allow(clippy::unwrap_used)]

use lectern_desktop::commands::checks::Checked;
use lectern_desktop::commands::document::Opened;
use library::{DocumentId, ImportOptions, Library, NewDraft, Settings};
use serde::Serialize;
use speech::section::Address;
use speech::{BlockKind, Extent, Inline, Lexicon};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

const NOW: SystemTime = UNIX_EPOCH;

/// A heading that runs into its paragraph, two lines that become rows of a table, members
/// with and without order, an emoji and a character beyond the basic plane.
const TABLE: &str = "在𠮷县招商大会上的讲话\n县长　张三\n（2026年3月18日）\n同志们：\n下面，我讲两点意见：\n\
    一、看清形势\n（一）成绩来之不易。去年全县增长X%，引进企业X户。\n项目\t投资\t进度\n光伏\tX亿元\t80%\n\
    二、抓住重点\n要做到三个坚持：一是坚持项目为王，二是坚持环境立县，三是坚持人才为先。\n\
    一看规划👨‍👩‍👧，二要看落地。\n同志们，让我们一起干！\n";

fn imported(library: &Library, path: PathBuf) -> DocumentId {
    let mut imported = None;
    let options = ImportOptions { encoding: None, now: NOW };
    library
        .import(&[path], &options, &mut |file| {
            imported = file.status.document();
            ControlFlow::Continue(())
        })
        .unwrap();
    imported.unwrap()
}

#[track_caller]
fn check(name: &str, opened: &impl Serialize) {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/sheet/fixtures").join(name);
    let told = serde_json::to_string_pretty(opened).unwrap() + "\n";
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::create_dir_all(kept.parent().unwrap()).unwrap();
        fs::write(&kept, &told).unwrap();
    }
    assert!(fs::read_to_string(&kept).unwrap_or_default() == told, "{name}: run with UPDATE_EXPECT=1");
}

/// What the checks find in a draft of 平安县.
fn checked(library: &Library, draft: DocumentId) -> Checked {
    library.set(&Settings { own: vec!["平安县".to_owned()], ..library.settings().unwrap() }).unwrap();
    let (_, speech) = library.document(draft).unwrap();
    Checked::of(library, &draft.to_string(), &speech, &Lexicon::built_in()).unwrap()
}

#[test]
fn the_sheet_is_tested_with_what_the_window_is_given() {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(&folder.path().join("素材库"), NOW).unwrap();
    let sample = "../crates/speech/tests/sample/county-government-speech.txt";
    let sample = imported(&library, Path::new(env!("CARGO_MANIFEST_DIR")).join(sample));
    check("document.json", &Opened::read(&library, sample).unwrap());

    let draft = |from| library.new_draft(&NewDraft { title: None, date: None, from, now: NOW }).unwrap();
    let sections = ["0", "1", "3", "end"].map(|section| (sample, Address::read(section).into()));
    let of_sample = draft(sections.to_vec());
    check("draft.json", &Opened::read(&library, of_sample).unwrap());
    check("draft-checked.json", &checked(&library, of_sample));

    let table = folder.path().join("招商.txt");
    fs::write(&table, TABLE).unwrap();
    let table = imported(&library, table);
    let draft = draft(vec![(table, Extent::Whole)]);
    let (_, mut speech) = library.document(draft).unwrap();
    for block in &mut speech.blocks {
        match block.inlines.first() {
            Some(Inline::Text { text, .. }) if text.contains('\t') => block.kind = BlockKind::Table,
            Some(Inline::Marker { .. }) => {
                block.inlines.push(Inline::Text { text: "务必落实。".to_owned(), strong: true });
            }
            _ => {}
        }
    }
    library.save(draft, &speech, NOW).unwrap();
    check("table.json", &Opened::read(&library, draft).unwrap());
    check("table-checked.json", &checked(&library, draft));

    check("empty.json", &Opened::begin(&library, None, None, NOW).unwrap());
}
