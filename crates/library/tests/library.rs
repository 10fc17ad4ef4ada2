//! A library as a folder: made, opened, locked, refused, looked after.

#![allow(clippy::unwrap_used)]

use formats::HouseStyle;
use library::{
    Decided, DocumentId, DocumentKind, Error, ImportOptions, ImportStatus, Library, NewDraft, Query,
    SearchOptions, Settings,
};
use speech::{Block, BlockId, BlockKind, Decision, Extent, FieldId, Finding, Inline, Lexicon, Speech};
use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const NOW: SystemTime = UNIX_EPOCH;

fn open(folder: &Path) -> Library {
    Library::open(folder, NOW).unwrap()
}

fn import(library: &Library, path: &Path) -> Vec<(String, ImportStatus)> {
    let mut files = Vec::new();
    let options = ImportOptions { encoding: None, now: NOW };
    library
        .import(&[path.to_owned()], &options, &mut |file| {
            let name = file.path.file_name().unwrap().to_string_lossy().into_owned();
            files.push((name, file.status.clone()));
            ControlFlow::Continue(())
        })
        .unwrap();
    files
}

fn total(library: &Library, typed: &str) -> usize {
    library.search(&Query::read(typed), &SearchOptions::default()).unwrap().total
}

/// Every file below a folder with its bytes.
fn snapshot(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(snapshot(&path));
        } else {
            files.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    files
}

const SPEECH: &str = "在全县营商环境大会上的讲话\n同志们：\n今天开会，主要是部署工作。\n\
                      一、压实主体责任\n各镇要把专业结构调整好。\n";

#[test]
fn a_new_library_has_the_starters() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(&folder.path().join("新/素材库"));
    let starters = library.documents(Some(DocumentKind::Starter)).unwrap();
    assert_eq!(starters.len(), 6);
    assert!(starters.iter().all(|starter| starter.changed == "1970-01-01T00:00:00Z"));
    assert_eq!(library.documents(None).unwrap(), starters);
    assert!(library.verify().unwrap().is_empty());
    assert!(total(&library, "kind:starter") > 20);
}

#[test]
fn a_file_is_taken_in_once() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(&folder.path().join("素材库"));
    let files = folder.path().join("稿子");
    fs::create_dir(&files).unwrap();
    fs::write(files.join("1.txt"), SPEECH).unwrap();
    fs::write(files.join("2.txt"), SPEECH.replace('\n', "\r\n")).unwrap();
    fs::write(files.join("3.txt"), "").unwrap();
    fs::write(files.join("4.txt"), " \n\n　\n").unwrap();
    fs::write(files.join("5.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    fs::write(files.join(".隐藏.txt"), "隐藏").unwrap();
    let words = |files: Vec<(String, ImportStatus)>| {
        files.into_iter().map(|(name, status)| format!("{name} {}", status.word())).collect::<Vec<_>>()
    };
    let first = ["1.txt imported", "2.txt duplicate", "3.txt skipped", "4.txt skipped", "5.png skipped"];
    assert_eq!(words(import(&library, &files)), first);
    let again = ["1.txt duplicate", "2.txt duplicate", "3.txt skipped", "4.txt skipped", "5.png skipped"];
    assert_eq!(words(import(&library, &files)), again);

    fs::write(files.join("1.txt"), SPEECH.replace("主体责任", "监督责任")).unwrap();
    assert_eq!(words(import(&library, &files.join("1.txt"))), ["1.txt version"]);
    assert_eq!(library.documents(Some(DocumentKind::Speech)).unwrap().len(), 2);
    assert_eq!((total(&library, "体责"), total(&library, "督责")), (1, 1));
    assert!(library.verify().unwrap().is_empty());

    let options = ImportOptions { encoding: None, now: NOW };
    let paths = [files.join("没有.txt"), files.join("1.txt")];
    let done = library.import(&paths, &options, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!((done.missing, done.duplicate), (vec![files.join("没有.txt")], 1));
}

#[test]
fn a_library_of_a_newer_lectern_is_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    drop(open(folder.path()));
    let database = folder.path().join("library.db");
    let mut bytes = fs::read(&database).unwrap();
    bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
    fs::write(&database, bytes).unwrap();
    let before = snapshot(folder.path());
    let Err(error) = Library::open(folder.path(), NOW) else { panic!("opened") };
    assert!(matches!(error, Error::NewerVersion { found: 99, .. }), "{error}");
    assert_eq!(snapshot(folder.path()), before);
}

#[test]
fn a_newer_version_in_the_log_is_seen_before_it_is_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let (written, killed) = (folder.path().join("written"), folder.path().join("killed"));
    drop(open(&written));
    let newer = rusqlite::Connection::open(written.join("library.db")).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    // What a program leaves behind that is killed now.
    fs::create_dir(&killed).unwrap();
    for (path, bytes) in snapshot(&written) {
        let name = path.file_name().unwrap();
        if path.parent() == Some(&written) && name != "library.db-shm" {
            fs::write(killed.join(name), bytes).unwrap();
        }
    }
    let before = snapshot(&killed);
    let Err(error) = Library::open(&killed, NOW) else { panic!("opened") };
    assert!(matches!(error, Error::NewerVersion { found: 99, .. }), "{error}");
    assert_eq!(snapshot(&killed), before);
}

#[test]
fn a_file_that_is_no_library_is_not_touched() {
    for content in [&b""[..], b"not a database", &[0; 4096], b"SQLite format 3\0 but of somebody else"] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("library.db"), content).unwrap();
        let before = snapshot(folder.path());
        let Err(error) = Library::open(folder.path(), NOW) else { panic!("opened") };
        assert!(matches!(error, Error::NotALibrary { .. }), "{error}");
        assert_eq!(snapshot(folder.path()), before);
    }
}

#[test]
fn a_folder_that_cannot_be_one_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("文件");
    fs::write(&file, "x").unwrap();
    let Err(error) = Library::open(&file, NOW) else { panic!("opened") };
    assert!(error.message().zh.contains("文件"), "{error}");
}

#[test]
fn one_writes_and_others_read() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) =
        (open(folder.path()), open(folder.path()).with_lock_wait(Duration::from_millis(60)));
    let file = folder.path().join("讲话.txt");
    fs::write(&file, SPEECH).unwrap();
    let options = ImportOptions { encoding: None, now: NOW };
    first
        .import(std::slice::from_ref(&file), &options, &mut |_| {
            let busy = second.set(&second.settings().unwrap());
            assert!(matches!(busy, Err(Error::Busy)));
            // What is acknowledged is found by others at once.
            assert_eq!(total(&second, "体责"), 1);
            assert_eq!(second.documents(None).unwrap().len(), 7);
            ControlFlow::Continue(())
        })
        .unwrap();
    second.set(&second.settings().unwrap()).unwrap();
}

#[test]
fn several_programs_at_once_get_everything_done() {
    const PROGRAMS: usize = 4;
    const FILES: usize = 15;
    let folder = tempfile::tempdir().unwrap();
    let work = |program: usize| {
        // The first ones here make the library.
        let library = open(&folder.path().join("素材库")).with_lock_wait(Duration::from_secs(60));
        let files = folder.path().join(format!("稿子{program}"));
        fs::create_dir(&files).unwrap();
        for number in 0..FILES {
            let name = format!("编号{program}之{number}。");
            fs::write(files.join(format!("{number}.txt")), format!("{SPEECH}{name}\n")).unwrap();
        }
        assert!(import(&library, &files).iter().all(|(_, status)| status.word() == "imported"));
        library.set(&library.settings().unwrap()).unwrap();
        assert_eq!(total(&library, &format!("“编号{program}之”")), FILES);
    };
    std::thread::scope(|scope| {
        let programs: Vec<_> = (0..PROGRAMS).map(|program| scope.spawn(move || work(program))).collect();
        programs.into_iter().for_each(|program| program.join().unwrap());
    });
    let library = open(&folder.path().join("素材库"));
    assert_eq!(library.documents(None).unwrap().len(), 6 + PROGRAMS * FILES);
    assert_eq!(total(&library, "“体责”"), PROGRAMS * FILES);
    assert_eq!(library.verify().unwrap(), []);
}

#[test]
fn settings_stay() {
    let folder = tempfile::tempdir().unwrap();
    let mut settings = open(folder.path()).settings().unwrap();
    assert_eq!((settings.own.len(), settings.rate), (0, 180));
    settings.own = vec!["石泉县".to_owned()];
    settings.rate = 200;
    open(folder.path()).set(&settings).unwrap();
    assert_eq!(open(folder.path()).settings().unwrap(), settings);
}

#[test]
fn a_draft_is_made_filled_and_found() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(&folder.path().join("素材库"));
    let file = folder.path().join("讲话.txt");
    fs::write(&file, SPEECH.replace("各镇", "全县X个镇")).unwrap();
    let ImportStatus::Imported(source) = import(&library, &file)[0].1 else { panic!("not imported") };
    assert_eq!(library.document(source).unwrap().0.kind, DocumentKind::Template);

    let new = NewDraft { title: None, date: None, from: vec![(source, Extent::Whole)], now: NOW };
    let draft = library.new_draft(&new).unwrap();
    assert_eq!(total(&library, "主体责任 kind:draft"), 1);
    let fields = speech::field_uses(&library.document(draft).unwrap().1);
    assert_eq!(fields.len(), 1);

    let set = [(fields[0].field.id.to_string(), "十一".to_owned())];
    library.fill(draft, &set, &Vec::new(), NOW).unwrap();
    assert_eq!(library.revisions(draft).unwrap(), 2);
    library.fill(draft, &set, &Vec::new(), NOW).unwrap();
    assert_eq!(library.revisions(draft).unwrap(), 2, "nothing changed");
    assert_eq!((total(&library, "全县十一个镇"), total(&library, "全县X个镇 kind:draft")), (1, 0));
    // The document taken from is as it was.
    assert_eq!(total(&library, "全县X个镇"), 1);

    let wrong = library.fill(draft, &[("没有".to_owned(), "1".to_owned())], &Vec::new(), NOW);
    assert!(matches!(wrong, Err(Error::WrongLabel { .. })));
    assert!(matches!(library.fill(source, &set, &Vec::new(), NOW), Err(Error::NotADraft { .. })));
    let section = speech::section::Address::read("9").unwrap();
    let missing = NewDraft { from: vec![(source, Extent::Section(section))], ..new };
    assert!(matches!(library.new_draft(&missing), Err(Error::NoSuchSection { .. })));
    assert_eq!(library.documents(None).unwrap()[0].id, draft, "the one changed last comes first");
}

/// A library with [`SPEECH`] and a draft of all of it.
fn with_draft(folder: &Path) -> (Library, DocumentId, DocumentId) {
    let library = open(&folder.join("素材库"));
    let file = folder.join("讲话.txt");
    fs::write(&file, SPEECH).unwrap();
    let ImportStatus::Imported(source) = import(&library, &file)[0].1 else { panic!("not imported") };
    let new = NewDraft { title: None, date: None, from: vec![(source, Extent::Whole)], now: NOW };
    let draft = library.new_draft(&new).unwrap();
    (library, source, draft)
}

fn paragraph(id: u32, inlines: Vec<Inline>) -> Block {
    Block { id: BlockId(id), kind: BlockKind::Paragraph, numeral: None, inlines, origin: None }
}

#[test]
fn what_is_saved_is_found_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (library, source, draft) = with_draft(folder.path());
    let (_, mut speech) = library.document(draft).unwrap();
    let saved = library.save(draft, &speech, NOW + Duration::from_secs(60)).unwrap();
    assert_eq!((saved.revisions, saved.changed.as_str()), (1, "1970-01-01T00:00:00Z"), "nothing changed");

    let Inline::Text { text, .. } = &mut speech.blocks[0].inlines[0] else { panic!("no title") };
    *text = "在全县动员大会上的讲话".to_owned();
    speech.blocks.insert(1, paragraph(90, Vec::new()));
    let added = Inline::Text { text: "要久久为功。".to_owned(), strong: false };
    speech.blocks.push(paragraph(91, vec![added]));
    let saved = library.save(draft, &speech, NOW + Duration::from_secs(60)).unwrap();
    assert_eq!((saved.revisions, saved.changed.as_str()), (2, "1970-01-01T00:01:00Z"));
    let (row, stored) = open(library.folder()).document(draft).unwrap();
    assert_eq!((row.title.as_str(), stored), ("在全县动员大会上的讲话", speech.clone()));
    assert_eq!(total(&library, "久久为功 kind:draft"), 1);
    assert_eq!(total(&library, "kind:draft"), 6, "the blank line is none");

    let refused = |speech: &Speech| library.save(draft, speech, NOW).unwrap_err();
    let twice =
        Speech { blocks: vec![paragraph(1, Vec::new()), paragraph(1, Vec::new())], ..Speech::default() };
    assert!(matches!(refused(&twice), Error::Flawed { .. }));
    let slot = Inline::Slot { field: FieldId(7), as_written: "X".to_owned() };
    let lost = Speech { blocks: vec![paragraph(1, vec![slot])], ..Speech::default() };
    assert!(matches!(refused(&lost), Error::Flawed { .. }));
    assert!(matches!(refused(&Speech { version: 9, ..Speech::default() }), Error::Flawed { .. }));
    assert!(matches!(library.save(source, &speech, NOW), Err(Error::NotADraft { .. })));
    assert_eq!(library.document(draft).unwrap().1, speech);
}

#[test]
fn a_hit_says_where_it_stands_in_its_document() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(&folder.path().join("素材库"));
    let file = folder.path().join("讲话.txt");
    let text = SPEECH
        .replace("同志们：", "\n免费下载 http://example.com\n同志们：")
        .replace("责任\n", "责任。要抓实。\n");
    fs::write(&file, text).unwrap();
    let ImportStatus::Imported(source) = import(&library, &file)[0].1 else { panic!("not imported") };
    let new = NewDraft { title: None, date: None, from: vec![(source, Extent::Whole)], now: NOW };
    let draft = library.new_draft(&new).unwrap();
    let (_, mut speech) = library.document(draft).unwrap();
    speech.blocks.insert(0, paragraph(90, Vec::new()));
    library.save(draft, &speech, NOW).unwrap();
    for id in [source, draft] {
        let found = library.search(&Query::read("要"), &SearchOptions::default()).unwrap();
        let hits: Vec<_> = found.hits.into_iter().filter(|hit| hit.document == id).collect();
        assert_eq!(hits.len(), 3);
        let (_, speech) = library.document(id).unwrap();
        for (hit, block) in hits.iter().zip(library.first_blocks(&hits).unwrap()) {
            let place = speech::passages(&speech).into_iter().find(|passage| Some(passage.block) == block);
            assert_eq!(place.unwrap().text, hit.text);
        }
    }
}

#[test]
fn a_line_or_a_section_is_taken_by_a_block_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let (library, source, draft) = with_draft(folder.path());
    let (_, speech) = library.document(source).unwrap();
    let last = speech.blocks.last().unwrap().id;
    let new = |extent: Extent| NewDraft { title: None, date: None, from: vec![(source, extent)], now: NOW };
    let text = |id: DocumentId| speech::shown::text(&library.document(id).unwrap().1);
    let section = library.new_draft(&new(Extent::SectionOf(last))).unwrap();
    assert_eq!(text(section), "一、压实主体责任\n各镇要把专业结构调整好。");
    let line = library.new_draft(&new(Extent::Passage(last))).unwrap();
    assert_eq!(text(line), "各镇要把专业结构调整好。");
    let missing = library.new_draft(&new(Extent::Passage(BlockId(99))));
    assert!(matches!(missing, Err(Error::NoSuchSection { .. })));

    let (_, onto) = library.document(draft).unwrap();
    let over = library.take_over(&onto, &(source, Extent::SectionOf(last))).unwrap();
    assert_eq!(over.blocks.len(), 2);
    assert_eq!(library.document(draft).unwrap().1, onto, "nothing is stored");
}

#[test]
fn what_a_program_remembers_is_no_setting() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    assert_eq!(library.remembered("rate").unwrap(), None);
    library.remember("rate", "{\"甲\":1}").unwrap();
    assert_eq!(open(folder.path()).remembered("rate").unwrap().as_deref(), Some("{\"甲\":1}"));
    assert_eq!(library.settings().unwrap().rate, 180);
}

#[test]
fn an_index_that_is_lost_or_broken_costs_only_time() {
    let folder = tempfile::tempdir().unwrap();
    let library_folder = folder.path().join("素材库");
    let file = folder.path().join("讲话.txt");
    fs::write(&file, SPEECH).unwrap();
    import(&open(&library_folder), &file);
    let index = library_folder.join("index");
    let names: Vec<PathBuf> = snapshot(&index).into_keys().collect();
    assert!(names.len() > 3);
    for name in &names {
        let breaks: [&dyn Fn(); 4] = [
            &|| fs::remove_file(name).unwrap(),
            &|| fs::write(name, b"").unwrap(),
            &|| fs::write(name, b"{}").unwrap(),
            &|| {
                let mut bytes = fs::read(name).unwrap();
                bytes.iter_mut().for_each(|byte| *byte ^= 0x55);
                fs::write(name, bytes).unwrap();
            },
        ];
        for damage in breaks {
            open(&library_folder).reindex().unwrap();
            // Names of segments change when the index is made anew.
            if name.exists() {
                damage();
            }
            assert_eq!(total(&open(&library_folder), "体责"), 1, "{}", name.display());
        }
    }
    fs::remove_dir_all(&index).unwrap();
    assert_eq!(total(&open(&library_folder), "体责"), 1);
    let _ = fs::remove_dir_all(&index);
    fs::write(&index, "a file").unwrap();
    assert_eq!(total(&open(&library_folder), "体责"), 1);
}

#[test]
fn a_wrong_byte_in_the_index_changes_no_result() {
    let folder = tempfile::tempdir().unwrap();
    let library_folder = folder.path().join("素材库");
    let file = folder.path().join("讲话.txt");
    for state in ["主体责任", "监督责任", "领导责任"] {
        fs::write(&file, SPEECH.replace("主体责任", state)).unwrap();
        import(&open(&library_folder), &file);
    }
    let index = library_folder.join("index");
    let sound = snapshot(&index);
    let names: Vec<&PathBuf> = sound.keys().filter(|name| !sound[*name].is_empty()).collect();
    let typed = ["责任", "体责", "的", "同志们", "kind:speech"];
    let expected = typed.map(|typed| total(&open(&library_folder), typed));
    for round in 0..150 {
        fs::remove_dir_all(&index).unwrap();
        fs::create_dir(&index).unwrap();
        sound.iter().for_each(|(name, bytes)| fs::write(name, bytes).unwrap());
        let name = names[round % names.len()];
        let mut bytes = sound[name].clone();
        let at_bytes = round * 7919 % bytes.len();
        bytes[at_bytes] ^= 1 << (round % 8);
        fs::write(name, bytes).unwrap();
        let library = open(&library_folder);
        let found = typed.map(|typed| total(&library, typed));
        assert_eq!(found, expected, "byte {at_bytes} of {}", name.display());
    }
}

#[test]
fn an_index_of_another_library_is_not_believed() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, theirs) = (folder.path().join("ours"), folder.path().join("theirs"));
    let file = folder.path().join("讲话.txt");
    fs::write(&file, SPEECH).unwrap();
    import(&open(&ours), &file);
    fs::write(&file, SPEECH.replace("主体责任", "监督责任")).unwrap();
    import(&open(&theirs), &file);
    fs::remove_dir_all(ours.join("index")).unwrap();
    fs::rename(theirs.join("index"), ours.join("index")).unwrap();
    assert_eq!((total(&open(&ours), "体责"), total(&open(&ours), "督责")), (1, 0));
}

#[test]
fn verify_finds_what_is_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(&folder.path().join("素材库"));
    let file = folder.path().join("讲话.txt");
    fs::write(&file, SPEECH).unwrap();
    import(&library, &file);
    assert_eq!(library.verify().unwrap(), []);
    let original = fs::read_dir(library.folder().join("originals")).unwrap().next().unwrap().unwrap().path();
    assert_eq!(fs::read(&original).unwrap(), SPEECH.as_bytes());
    fs::write(&original, "x").unwrap();
    assert_eq!(library.verify().unwrap().len(), 1);
    fs::remove_file(&original).unwrap();
    assert_eq!(library.verify().unwrap().len(), 1);
    assert!(library.reindex().unwrap() > 20);
}

#[test]
fn an_export_is_whole_or_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(&folder.path().join("素材库"));
    let starter = library.documents(None).unwrap()[0].id;
    let (_, speech) = library.document(starter).unwrap();
    let path = folder.path().join("稿.txt");
    let style = HouseStyle::speech();
    let exported = library::export(&speech, &style, &path).unwrap();
    assert!(!exported.open.is_empty());
    let written = fs::read_to_string(&path).unwrap();
    assert_eq!(written.trim_end(), speech::shown::text(&speech));

    let refused = |path: &Path| library::export(&speech, &style, path).unwrap_err();
    assert!(matches!(refused(&folder.path().join("稿.xyz")), Error::UnknownFormat { .. }));
    assert!(matches!(refused(&folder.path().join("无/稿.txt")), Error::NotWritten { .. }));
    assert_eq!(fs::read_to_string(&path).unwrap(), written);
}

#[test]
fn what_the_writer_has_decided_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(&folder.path().join("素材库"));
    let file = folder.path().join("讲话.txt");
    std::fs::write(&file, "在全县大会上的讲话\n同志们：\n我区要抓，增长X%。\n我区要干。\n").unwrap();
    import(&library, &file);
    let settings =
        Settings { own: vec!["青山县".to_owned()], rate: 180, file_name: "{标题}".to_owned() };
    library.set(&settings).unwrap();
    let document = library.documents(Some(DocumentKind::Template)).unwrap()[0].id;
    let draft = |library: &Library| {
        let from = vec![(document, Extent::Whole)];
        library.new_draft(&NewDraft { title: None, date: None, from, now: NOW }).unwrap()
    };
    let (one, other) = (draft(&library), draft(&library));
    let lexicon = Lexicon::built_in();
    let told = |library: &Library, id| {
        let checked = library.check(id, &lexicon).unwrap().checked;
        let texts = |found: &[Finding]| {
            found.iter().map(|finding| finding.text.clone()).collect::<Vec<_>>().join(" ")
        };
        format!("{} | {}", texts(&checked.findings), texts(&checked.ignored))
    };
    assert_eq!(told(&library, one), "我区 X 我区 | ");
    let findings = library.check(one, &lexicon).unwrap().checked.findings;

    // For one draft, and for it alone.
    library.decide(Some(one), &Decision::here(&findings[0])).unwrap();
    library.decide(Some(one), &Decision::here(&findings[0])).unwrap();
    assert_eq!(told(&library, one), "X 我区 | 我区");
    assert_eq!(told(&library, other), "我区 X 我区 | ");
    // For the whole library.
    library.decide(None, &Decision::words(&findings[2])).unwrap();
    library.decide(None, &Decision::off(&findings[1])).unwrap();
    assert_eq!(told(&library, other), " | 我区 X 我区");
    assert!(library.check(other, &lexicon).unwrap().checked.is_off("unfilled-slot"));
    // Another program, later.
    let library = open(&folder.path().join("素材库"));
    assert_eq!(told(&library, one), " | 我区 X 我区");
    library.undecide(None, &Decision::words(&findings[2])).unwrap();
    library.undecide(None, &Decision::off(&findings[1])).unwrap();
    let kept = Decided { decision: Decision::here(&findings[0]), everywhere: false };
    assert_eq!(library.decisions(one).unwrap(), [kept]);
    assert_eq!(told(&library, one), "X 我区 | 我区");
    assert!(matches!(
        library.decide(Some(DocumentId::read("d99").unwrap()), &Decision::off(&findings[0])),
        Err(Error::UnknownDocument { .. })
    ));
}

/// A library of the first version: neither decisions nor sketches, and no drafts' audience.
#[test]
fn a_library_from_before_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("素材库");
    let files = folder.path().join("讲话.txt");
    let text =
        format!("在全县大会上的讲话\n同志们：\n{}\n", "要把每一个项目都抓在手上、放在心上。".repeat(3));
    let text = text + "路要一步一步走，饭要一口一口吃，事要一件一件办。企业来一趟不容易，能办的当场就办。";
    fs::write(&files, &text).unwrap();
    import(&open(&path), &files);
    let old = rusqlite::Connection::open(path.join("library.db")).unwrap();
    old.execute_batch(
        "DROP INDEX revisions_by_name; DROP TABLE decisions; DROP TABLE sketches; ALTER TABLE documents DROP COLUMN minutes;
         ALTER TABLE documents DROP COLUMN audience; ALTER TABLE revisions DROP COLUMN name;
         PRAGMA user_version = 1;",
    )
    .unwrap();
    let newer =
        ["import_files", "imports", "files", "told", "said", "collected", "collections", "watched", "packed"];
    newer.iter().for_each(|table| old.execute_batch(&format!("DROP TABLE {table}")).unwrap());
    drop(old);

    let library = open(&path);
    let id = library.documents(Some(DocumentKind::Speech)).unwrap()[0].id;
    let (document, speech) = library.document(id).unwrap();
    assert_eq!((document.minutes, document.audience), (None, None));
    let similar = library.similar(&speech, None, 5).unwrap();
    assert_eq!(similar.iter().map(|similar| similar.document.id).collect::<Vec<_>>(), [id]);
    assert_eq!(similar[0].share, 1.0);
    assert!(library.similar(&speech, Some(id), 5).unwrap().is_empty());
    assert!(library.decisions(id).unwrap().is_empty());
    assert!(library.verify().unwrap().is_empty());
}
