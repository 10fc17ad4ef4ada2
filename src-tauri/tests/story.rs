//! What the window does with one old speech, through what stands behind its commands:
//! found, begun from, taken from, filled, saved, opened again.

#![allow(clippy::unwrap_used)]

use lectern_desktop::commands::document::{Answer, FieldAnswer, Kind, Opened};
use lectern_desktop::commands::draft::{self, Extent, Setting, Source, TakenOver};
use lectern_desktop::commands::search::{Found, Hit};
use lectern_desktop::commands::sheet::SheetRow;
use library::{DocumentId, ImportOptions, Library};
use speech::{FieldKind, Speech};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

const NOW: SystemTime = UNIX_EPOCH;

/// A library with the sample in it.
fn library(folder: &Path) -> (Library, DocumentId) {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../crates/speech/tests/sample/county-government-speech.txt");
    let library = Library::open(folder, NOW).unwrap();
    let mut imported = None;
    let options = ImportOptions { encoding: None, now: NOW };
    library
        .import(&[sample], &options, &mut |file| {
            imported = file.status.document();
            ControlFlow::Continue(())
        })
        .unwrap();
    (library, imported.unwrap())
}

fn id(opened: &Opened) -> DocumentId {
    DocumentId::read(&opened.row.id).unwrap()
}

/// The excerpt, what was found in brackets.
fn told(hit: &Hit) -> String {
    let stretches = hit.excerpt.iter().map(|stretch| match stretch.marked {
        true => format!("⟦{}⟧", stretch.text),
        false => stretch.text.clone(),
    });
    stretches.collect()
}

#[test]
fn a_passage_is_found_with_the_place_where_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    let (library, sample) = library(folder.path());
    let some = Found::read(&library, "发展", Some(Kind::Template), 3).unwrap();
    assert!(some.hits.len() == 3 && some.total > 3, "{}", some.total);
    let found = Found::read(&library, "营商环境", Some(Kind::Template), 20).unwrap();
    assert_eq!((found.hits.len(), found.documents), (found.total as usize, 1));
    assert!(found.total > 0);
    let opened = Opened::read(&library, sample).unwrap();
    for hit in &found.hits {
        let block = opened.speech.blocks.iter().find(|block| block.id == hit.block).unwrap();
        assert_eq!(block.kind.role(), hit.role);
        assert!(told(hit).contains("⟦营商环境⟧"), "{}", told(hit));
        assert!(hit.excerpt.iter().map(|stretch| stretch.text.chars().count()).sum::<usize>() <= 82);
        assert!(
            hit.in_section && hit.path.iter().all(|heading| heading.chars().count() <= 12),
            "{:?}",
            hit.path
        );
    }
    let nothing = Found::read(&library, "  ", None, 3).unwrap();
    assert_eq!((nothing.total, nothing.hits.len()), (0, 0));
}

#[test]
fn a_draft_is_begun_taken_into_filled_saved_and_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let (library, sample) = library(folder.path());
    let document = Opened::read(&library, sample).unwrap();
    let source = |extent| Source { document: document.row.id.clone(), extent };
    let first = &document.answer.sections[0];
    let begun = Opened::begin(&library, Some(source(Extent::Section(first.block))), None, NOW).unwrap();
    assert_eq!(begun.row.kind, Kind::Draft);
    assert_eq!(begun.answer.sections[0].characters, first.characters);
    assert!(begun.answer.blocks.iter().all(|block| block.left == Some(100)));

    // 三 is the second section here, and its fields are asked for beside the others.
    let third = document.answer.sections.iter().filter(|section| section.level == 1).nth(2).unwrap();
    assert_eq!(third.numeral, "三、");
    let mut speech = begun.speech.clone();
    let extent = source(Extent::Section(third.block)).read().unwrap();
    let TakenOver { blocks, fields } = library.take_over(&speech, &extent).unwrap().into();
    assert_eq!(blocks.len() as u32, third.end - third.start);
    speech.blocks.extend(blocks);
    speech.fields.extend(fields);
    let answer = Answer::of(&speech, 180);
    let tops: Vec<&str> = answer
        .sections
        .iter()
        .filter(|section| section.level == 1)
        .map(|section| section.numeral.as_str())
        .collect();
    assert_eq!(tops, ["一、", "二、"]);
    assert_eq!(answer.fields.len(), speech.fields.len());
    assert_eq!(answer.tenths, (f64::from(answer.characters) / 18.0).round() as u32);

    let is_percent = |place: &&FieldAnswer| speech.field(place.field).unwrap().kind == FieldKind::Percent;
    let percents: Vec<&FieldAnswer> = answer.fields.iter().filter(is_percent).collect();
    let (place, by_sheet) = (percents[0], percents[1]);
    let slot = &place.slots[0];
    assert!(slot.after.starts_with('%') && !slot.before.is_empty(), "{slot:?}");
    let label = speech.field(by_sheet.field).unwrap().label.clone();
    let set = |value: &str| vec![Setting { field: place.field, value: value.to_owned() }];
    let rows = vec![SheetRow { label, value: "8".to_owned() }];
    let filled = draft::fill(speech.clone(), set("12"), rows).unwrap();
    assert_eq!(filled.filled.len(), 2, "{:?}", filled.unmatched);
    assert_eq!(filled.open.len(), speech.fields.len() - 2);
    let wrong = draft::fill(speech.clone(), set("很多很多"), Vec::new()).unwrap();
    assert_eq!(wrong.unmatched[0].candidates, [place.field], "no number");
    let filled = Speech { fields: filled.fields, ..speech };
    let answer = Answer::of(&filled, 180);
    let answered = answer.fields.iter().find(|answered| answered.field == place.field).unwrap();
    assert_eq!(answered.slots[0].text, "12");

    let saved = library.save(id(&begun), &filled, NOW).unwrap();
    assert_eq!(saved.revisions, 2);
    drop(library);
    let library = Library::open(folder.path(), NOW).unwrap();
    let again = Opened::read(&library, id(&begun)).unwrap();
    assert_eq!(again.speech, filled);
}
