//! The occasion of a draft and the lists of a unit: set, kept, and checked by.

#![allow(clippy::unwrap_used)]

use library::{DocumentId, DocumentKind, DraftOccasion, Error, Library, NewDraft, Settings};
use speech::draft::{Taken, assemble};
use speech::parse::parse;
use speech::{Day, Extent, Lexicon, Occasion, Paragraph, Severity, UnitLists};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

const NOW: SystemTime = UNIX_EPOCH;

fn open(folder: &Path) -> Library {
    Library::open(folder, NOW).unwrap()
}

fn draft(library: &Library, from: DocumentId) -> DocumentId {
    let from = vec![(from, Extent::Whole)];
    library.new_draft(&NewDraft { title: None, date: None, from, now: NOW }).unwrap()
}

fn heard(date: &str, audience: &str) -> DraftOccasion {
    DraftOccasion { date: Day::read(date), minutes: None, audience: Some(audience.to_owned()) }
}

#[test]
fn a_drafts_occasion_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    library
        .set(&Settings { own: vec!["青山县".to_owned()], rate: 200, ..library.settings().unwrap() })
        .unwrap();
    let starter = library.documents(Some(DocumentKind::Starter)).unwrap()[0].id;
    let id = draft(&library, starter);
    let told = |library: &Library| library.occasion(&library.document(id).unwrap().0).unwrap();
    let unknown = Occasion { own: vec!["青山县".to_owned()], rate: 200, ..Occasion::default() };
    assert_eq!(told(&library), unknown);

    let audience = Some(" 全县三级干部 ".to_owned());
    let set = DraftOccasion { date: Day::read("2026-03-18"), minutes: Some(15), audience };
    library.set_occasion(id, &set).unwrap();
    assert_eq!(library.revisions(id).unwrap(), 1, "the text is as it was");
    // Another program, later.
    let library = open(folder.path());
    let audience = Some("全县三级干部".to_owned());
    assert_eq!(
        told(&library),
        Occasion { date: Day::read("2026-03-18"), minutes: Some(15), audience, ..unknown.clone() }
    );
    assert_eq!(library.documents(None).unwrap()[0].minutes, Some(15));

    library.set_occasion(id, &DraftOccasion::default()).unwrap();
    assert_eq!(told(&library), unknown);
    assert!(matches!(library.set_occasion(starter, &set), Err(Error::NotADraft { .. })));
    let missing = DocumentId::read("d99").unwrap();
    assert!(matches!(library.set_occasion(missing, &set), Err(Error::UnknownDocument { .. })));
}

#[test]
fn who_has_heard_a_draft_hears_what_is_taken_from_it() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let starter = library.documents(Some(DocumentKind::Starter)).unwrap()[0].id;
    let (last_year, now) = (draft(&library, starter), draft(&library, starter));
    let now_of_last_year = draft(&library, last_year);
    let lexicon = Lexicon::built_in();
    let told = |id: DocumentId| {
        let findings = library.check(id, &lexicon).unwrap().checked.findings;
        let reuse = findings.into_iter().find(|finding| finding.check == "reuse");
        reuse.map(|finding| (finding.severity, finding.message.zh.contains("已经听过")))
    };
    library.set_occasion(now, &heard("2026-03-18", "全县三级干部")).unwrap();
    library.set_occasion(now_of_last_year, &heard("2026-03-18", "全县三级干部")).unwrap();
    assert_eq!(told(now_of_last_year), None, "nobody knows when the other one is given");
    library.set_occasion(last_year, &heard("2025-03-18", "企业家")).unwrap();
    assert_eq!(told(now_of_last_year), Some((Severity::Warning, false)));
    library.set_occasion(last_year, &heard("2025-03-18", "全县三级干部和企业家")).unwrap();
    assert_eq!(told(now_of_last_year), Some((Severity::Warning, true)));
    assert_eq!(told(now), None, "a starter is there to be used");
    library.set_occasion(last_year, &heard("2026-03-19", "全县三级干部")).unwrap();
    assert_eq!(told(now_of_last_year), None, "it is given later");
}

#[test]
fn a_draft_is_as_long_as_it_may_be_at_the_librarys_rate() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let starter = library.documents(Some(DocumentKind::Starter)).unwrap()[0].id;
    let id = draft(&library, starter);
    library.set_occasion(id, &DraftOccasion { minutes: Some(1), ..DraftOccasion::default() }).unwrap();
    let lexicon = Lexicon::built_in();
    let told = |library: &Library| {
        library
            .check(id, &lexicon)
            .unwrap()
            .checked
            .findings
            .iter()
            .any(|finding| finding.check == "over-time")
    };
    assert!(told(&library));
    library.set(&Settings { own: Vec::new(), rate: 5_000, ..library.settings().unwrap() }).unwrap();
    assert!(!told(&library));
}

#[test]
fn the_lists_of_a_unit_are_kept_and_checked_by() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let starter = library.documents(Some(DocumentKind::Starter)).unwrap()[0].id;
    let id = draft(&library, starter);
    assert_eq!(library.lists().unwrap(), UnitLists::default());
    let lists =
        UnitLists { avoided_names: "# 名单\n干部 试一试\n".to_owned(), ..UnitLists::default() };
    library.set_lists(&lists).unwrap();
    // Another program, later.
    let library = open(folder.path());
    assert_eq!(library.lists().unwrap(), lists);
    let told = |lexicon: &Lexicon| {
        let findings = library.check(id, lexicon).unwrap().checked.findings;
        findings.iter().any(|finding| finding.check == "avoided-name" && finding.text == "干部")
    };
    assert!(told(&library.lexicon().unwrap()));
    assert!(!told(&Lexicon::built_in()));
}

#[test]
fn words_follow_the_section_that_they_speak_of() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let new = NewDraft { title: None, date: None, from: Vec::new(), now: NOW };
    let id = library.new_draft(&new).unwrap();
    let lines = [
        "同志们：",
        "一、看清形势",
        "后面第三部分讲的，都要办好。",
        "二、抓好落实",
        "要抓好。",
        "三、加强领导",
        "要加强。",
    ];
    let written = &parse(&lines.map(Paragraph::plain)).speech;
    let whole = Taken { document: "d7", speech: written, extent: Extent::Whole };
    let mut speech = assemble(None, &[whole]).unwrap();
    library.save(id, &speech, NOW).unwrap();
    let lexicon = Lexicon::built_in();
    let told = |library: &Library| {
        let findings = library.check(id, &lexicon).unwrap().checked.findings.into_iter();
        findings.filter(|finding| finding.check == "cross-reference").find_map(|finding| finding.suggestion)
    };
    assert_eq!(told(&library), None, "it is right");
    let second = speech.blocks.len() - 4;
    speech.blocks[second..].rotate_left(2);
    library.save(id, &speech, NOW).unwrap();
    // Another program, later.
    assert_eq!(told(&open(folder.path())), Some("第二部分".to_owned()));
}
