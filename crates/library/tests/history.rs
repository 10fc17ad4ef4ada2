//! What a draft was: kept, named, thinned out with age, compared.

#![allow(clippy::unwrap_used)]

use library::{DocumentId, Error, Library, NewDraft};
use speech::compare::Change;
use speech::{Block, BlockId, BlockKind, Inline, Speech};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const HOUR: u64 = 60 * 60;
const DAY: u64 = 24 * HOUR;

fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(100 * DAY + seconds)
}

fn text(words: &str) -> Speech {
    let inlines = vec![Inline::Text { text: words.to_owned(), strong: false }];
    let block = Block { id: BlockId(1), kind: BlockKind::Paragraph, numeral: None, inlines, origin: None };
    Speech { blocks: vec![block], ..Speech::default() }
}

/// A draft that was saved at these seconds, each time with another text.
fn draft(seconds: &[u64]) -> (tempfile::TempDir, Library, DocumentId) {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(&folder.path().join("素材库"), at(0)).unwrap();
    let id = library.new_draft(&NewDraft { title: None, date: None, from: vec![], now: at(0) }).unwrap();
    for (idx, second) in seconds.iter().enumerate() {
        library.save(id, &text(&format!("第{}遍", idx + 2)), at(*second)).unwrap();
    }
    (folder, library, id)
}

fn numbers(library: &Library, id: DocumentId) -> Vec<u32> {
    library.history(id).unwrap().iter().map(|revision| revision.number).collect()
}

#[test]
fn every_state_is_kept_and_can_be_named() {
    let (_folder, library, id) = draft(&[10, 20]);
    assert_eq!(numbers(&library, id), [3, 2, 1]);
    library.name_revision(id, 2, " 送审稿 ").unwrap();
    let history = library.history(id).unwrap();
    assert_eq!(history[1].name.as_deref(), Some("送审稿"));
    assert_eq!(library.revision(id, 2).unwrap(), text("第2遍"));
    library.name_revision(id, 2, "").unwrap();
    assert_eq!(library.history(id).unwrap()[1].name, None);
    assert!(matches!(library.name_revision(id, 9, "x"), Err(Error::NoSuchRevision { number: 9, .. })));
    assert!(matches!(library.revision(id, 9), Err(Error::NoSuchRevision { number: 9, .. })));
    let unknown = DocumentId::read("d99").unwrap();
    assert!(matches!(library.history(unknown), Err(Error::UnknownDocument { .. })));
}

#[test]
fn nothing_goes_within_a_day_and_then_one_an_hour_stays() {
    let (_folder, library, id) = draft(&[60, 120, HOUR + 60, HOUR + 120, HOUR + 180]);
    assert_eq!(library.thin(at(DAY - 60)).unwrap(), 0);
    library.name_revision(id, 2, "一稿").unwrap();
    // 1 and 3 share their hour with 3, 4 and 5 theirs with 6; 2 has a name.
    assert_eq!(library.thin(at(3 * DAY)).unwrap(), 3);
    assert_eq!(numbers(&library, id), [6, 3, 2]);
    // After a month one a day.
    assert_eq!(library.thin(at(60 * DAY)).unwrap(), 1);
    assert_eq!(numbers(&library, id), [6, 2]);
    // What is saved next is counted on.
    library.save(id, &text("又一遍"), at(60 * DAY)).unwrap();
    assert_eq!(numbers(&library, id), [7, 6, 2]);
}

#[test]
fn a_state_is_compared_with_the_text_as_it_is() {
    let (_folder, library, id) = draft(&[10]);
    let compared = library.compare(id, 2, &text("第3遍")).unwrap();
    assert_eq!(compared.len(), 1);
    assert_eq!(compared[0].change, Change::Changed);
}

#[test]
fn a_draft_is_called_after_its_last_state_with_a_name() {
    let (_folder, library, id) = draft(&[10, 20]);
    assert!(library.versions().unwrap().is_empty());
    let called = |library: &Library| {
        let version = library.versions().unwrap().remove(&id);
        version.map(|version| (version.name, version.changed_since))
    };
    library.name_draft(id, " 一稿 ").unwrap();
    assert_eq!(called(&library), Some(("一稿".to_owned(), false)));
    library.save(id, &text("改过"), at(30)).unwrap();
    assert_eq!(called(&library), Some(("一稿".to_owned(), true)));
    library.name_draft(id, "二稿").unwrap();
    assert_eq!(called(&library), Some(("二稿".to_owned(), false)));
    library.name_draft(id, "").unwrap();
    assert_eq!(called(&library), Some(("一稿".to_owned(), true)));
}
