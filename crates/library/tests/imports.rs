//! What an import says of itself: told while it runs, kept afterwards, stopped, run again;
//! the original that was kept, opened and read again.

#![allow(clippy::unwrap_used)]

use library::{
    DocumentId, DocumentKind, Error, ImportOptions, ImportState, ImportStatus, Imported, ImportedFile,
    Library, NewDraft, Query, SearchOptions,
};
use speech::{Extent, origin, shown};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// A time after all that a test writes, so that what it wrote is not doubtful.
fn later() -> SystemTime {
    SystemTime::now() + Duration::from_secs(3600)
}

fn open(folder: &Path) -> Library {
    Library::open(&folder.join("素材库"), later()).unwrap()
}

fn options(encoding: Option<&str>) -> ImportOptions {
    ImportOptions { encoding: encoding.map(str::to_owned), now: later() }
}

fn import(library: &Library, path: &Path) -> (Imported, Vec<ImportedFile>) {
    let mut files = Vec::new();
    let done = library
        .import(&[path.to_owned()], &options(None), &mut |file| {
            files.push(file.clone());
            ControlFlow::Continue(())
        })
        .unwrap();
    (done, files)
}

fn speech(nth: usize) -> String {
    format!("在第{nth}次大会上的讲话\n同志们：\n一、压实责任\n要完成好第{nth}项任务，路要一步一步走。\n")
}

fn files(folder: &Path, n_files: usize) -> PathBuf {
    let files = folder.join("稿子");
    fs::create_dir(&files).unwrap();
    for nth in 0..n_files {
        fs::write(files.join(format!("{nth:03}.txt")), speech(nth)).unwrap();
    }
    files
}

#[test]
fn what_an_import_did_can_be_read_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    assert!(library.imports().unwrap().is_empty());
    let files = files(folder.path(), 2);
    fs::write(files.join("=空.txt"), "").unwrap();
    fs::write(files.join("重复.md"), speech(1)).unwrap();
    let (done, told) = import(&library, &files);
    assert_eq!((done.files, done.imported, done.duplicate, done.skipped), (4, 2, 1, 1));
    fs::write(files.join("000.txt"), speech(7)).unwrap();
    let (again, told_again) = import(&library, &files);
    assert_eq!((again.version, again.duplicate, again.skipped), (1, 2, 1));

    // Another program, later.
    let library = open(folder.path());
    let imports = library.imports().unwrap();
    assert_eq!(imports.iter().map(|import| Some(import.id)).collect::<Vec<_>>(), [again.report, done.report]);
    assert_eq!(imports[0].paths, [files.to_string_lossy()]);
    assert!(imports.iter().all(|import| import.state == ImportState::Finished && import.files == 4));
    let report = |done: &Imported| library.import_report(done.report.unwrap()).unwrap();
    assert_eq!(report(&done), (imports[1].clone(), told.clone()));
    assert_eq!(report(&again).1, told_again);
    let changed = told_again.iter().find(|file| file.status.word() == "version").unwrap();
    assert_eq!(changed.older, told.iter().find(|file| file.path == changed.path).unwrap().status.document());

    let csv = library.import_report_csv(done.report.unwrap(), |message| &message.zh).unwrap();
    let rows: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(rows[0], "\u{FEFF}\"文件\",\"结果\",\"文稿\",\"标题\",\"旧版\",\"近似\",\"原因\",\"提醒\"");
    assert!(
        rows[1].ends_with("000.txt\",\"收进\",\"d7\",\"在第0次大会上的讲话\",\"\",\"\",\"\",\"\""),
        "{}",
        rows[1]
    );
    assert!(rows[3].ends_with("=空.txt\",\"跳过\",\"\",\"\",\"\",\"\",\"文件是空的\",\"\""), "{}", rows[3]);
    assert!(rows[4].contains("\"已有相同的文字\",\"d8\""), "{}", rows[4]);
    let missing = library::ImportId::read("i9").unwrap();
    assert!(matches!(library.import_report(missing), Err(Error::UnknownImport { .. })));
}

#[test]
fn what_is_known_is_passed_over_and_what_has_changed_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let files = files(folder.path(), 3);
    import(&library, &files);
    // Unreadable now, and known all the same.
    let known = |told: &[ImportedFile]| told.iter().map(|file| file.known).collect::<Vec<_>>();
    assert_eq!(known(&import(&library, &files).1), [true; 3]);
    fs::write(files.join("001.txt"), speech(8)).unwrap();
    let (done, told) = import(&library, &files);
    assert_eq!((known(&told), done.version), (vec![true, false, true], 1));
    // At a doubtful time a file is read again.
    let now = SystemTime::now();
    let options = ImportOptions { encoding: None, now };
    fs::write(files.join("002.txt"), speech(9)).unwrap();
    let last = files.join("002.txt");
    for _ in 0..2 {
        let mut known = false;
        library
            .import(std::slice::from_ref(&last), &options, &mut |file| {
                known = file.known;
                ControlFlow::Continue(())
            })
            .unwrap();
        assert!(!known);
    }
}

#[test]
fn a_stopped_import_keeps_what_it_has_and_goes_on_another_time() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let files = files(folder.path(), 150);
    let (mut n_told, mut totals) = (0, Vec::new());
    let stopped = library
        .import_by_steps(std::slice::from_ref(&files), &options(None), &mut |step| {
            n_told += step.files.len();
            assert_eq!(step.done, n_told);
            if step.counted {
                totals.push(step.total);
            }
            let enough = step.reading.is_some_and(|path| path.ends_with("070.txt")) || step.done > 80;
            if enough { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
        .unwrap();
    assert!(totals.iter().all(|total| *total == 150));
    assert!(stopped.files < 150 && stopped.files == n_told, "{} {n_told}", stopped.files);
    assert_eq!(library.documents(Some(DocumentKind::Speech)).unwrap().len(), n_told);
    assert_eq!(library.imports().unwrap()[0].state, ImportState::Stopped);

    let (done, _) = import(&library, &files);
    assert_eq!((done.imported, done.duplicate), (150 - n_told, n_told));
    assert_eq!(library.documents(Some(DocumentKind::Speech)).unwrap().len(), 150);
    assert!(library.verify().unwrap().is_empty());
}

#[test]
fn the_library_itself_is_not_taken_in() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    files(folder.path(), 2);
    for _ in 0..2 {
        assert_eq!(import(&library, folder.path()).0.files, 2);
    }
}

#[test]
fn the_original_is_opened_as_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let files = files(folder.path(), 1);
    let id = import(&library, &files).1[0].status.document().unwrap();
    let copy = library.original(id).unwrap();
    assert_eq!(copy.file_name().unwrap(), "000.txt");
    assert_eq!(fs::read_to_string(&copy).unwrap(), speech(0));
    assert!(fs::metadata(&copy).unwrap().permissions().readonly());
    assert!(!copy.starts_with(folder.path()));
    fs::remove_dir_all(copy.parent().unwrap()).unwrap();
    let out = folder.path().join("原件.txt");
    library.save_original(id, &out).unwrap();
    assert_eq!(fs::read_to_string(&out).unwrap(), speech(0));

    let starter = DocumentId::read("d1").unwrap();
    assert!(matches!(library.original(starter), Err(Error::NoOriginal { .. })));
    let kept = library.describe(id).unwrap().original.unwrap();
    fs::write(library.folder().join("originals").join(kept), "坏了").unwrap();
    assert!(matches!(library.original(id), Err(Error::DamagedOriginal { .. })));
}

#[test]
fn originals_that_come_together_are_one_pack() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let files = files(folder.path(), 3);
    let told = import(&library, &files).1;
    let id = |nth: usize| told[nth].status.document().unwrap();
    let kept = || -> Vec<PathBuf> {
        let there = fs::read_dir(library.folder().join("originals")).unwrap();
        there.map(|entry| entry.unwrap().path()).collect()
    };
    let packs = kept();
    assert_eq!(packs.len(), 1, "{packs:?}");
    // Any other program gets them out of it.
    let mut pack = zip::ZipArchive::new(fs::File::open(&packs[0]).unwrap()).unwrap();
    let hash = library.describe(id(1)).unwrap().original.unwrap();
    assert_eq!(std::io::read_to_string(pack.by_name(&hash).unwrap()).unwrap(), speech(1));
    let out = folder.path().join("原件.txt");
    for nth in 0..3 {
        library.save_original(id(nth), &out).unwrap();
        assert_eq!(fs::read_to_string(&out).unwrap(), speech(nth));
    }
    assert!(library.verify().unwrap().is_empty());
    // One that comes alone stands beside.
    fs::write(files.join("9.txt"), speech(9)).unwrap();
    import(&library, &files);
    assert_eq!(kept().len(), 2);

    // A byte of one of them; the end, where the pack says what is in it; all of it.
    let mut bytes = fs::read(&packs[0]).unwrap();
    let place = bytes.windows(hash.len()).position(|part| part == hash.as_bytes()).unwrap() + hash.len() + 7;
    bytes[place] ^= 1;
    fs::write(&packs[0], &bytes).unwrap();
    assert_eq!(library.verify().unwrap().len(), 1);
    assert!(matches!(library.original(id(1)), Err(Error::DamagedOriginal { .. })));
    library.save_original(id(2), &out).unwrap();
    fs::write(&packs[0], &bytes[..bytes.len() - 30]).unwrap();
    assert_eq!(library.verify().unwrap().len(), 3);
    fs::remove_file(&packs[0]).unwrap();
    assert_eq!(library.verify().unwrap().len(), 3);
    assert!(matches!(library.save_original(id(2), &out), Err(Error::DamagedOriginal { .. })));
    assert_eq!(fs::read_to_string(&out).unwrap(), speech(2), "what stood there still does");
}

#[test]
fn a_text_taken_for_another_encoding_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let file = folder.path().join("讲话.txt");
    fs::write(&file, speech(1)).unwrap();
    let mut id = None;
    library
        .import(&[file], &options(Some("gbk")), &mut |file| {
            id = file.status.document();
            ControlFlow::Continue(())
        })
        .unwrap();
    let id = id.unwrap();
    let (_, garbled) = library.document(id).unwrap();
    let found = |typed: &str| library.search(&Query::read(typed), &SearchOptions::default()).unwrap().total;
    assert_eq!(found("要完成好第1项任务"), 0);
    let new = NewDraft { title: None, date: None, from: vec![(id, Extent::Whole)], now: later() };
    let draft = library.new_draft(&new).unwrap();

    assert!(library.reread(id, "utf-8", later()).unwrap().is_empty());
    let (document, speech) = library.document(id).unwrap();
    assert_eq!(document.title, "在第1次大会上的讲话");
    assert_eq!(shown::text(&speech), self::speech(1).trim_end());
    assert_eq!((found("要完成好第1项任务"), library.revisions(id).unwrap()), (1, 2));
    // A line is the block that it was.
    let ids = |speech: &speech::Speech| speech.blocks.iter().map(|block| block.id).collect::<Vec<_>>();
    assert!(ids(&garbled).iter().filter(|id| ids(&speech).contains(id)).count() >= 3);
    let (_, taken) = library.document(draft).unwrap();
    assert!(taken.blocks.iter().all(|block| origin::left(block) == Some(1.0)));

    assert!(library.reread(id, "utf-8", later()).unwrap().is_empty());
    assert_eq!(library.revisions(id).unwrap(), 2, "nothing changed");
    assert!(matches!(library.reread(id, "klingon", later()), Err(Error::File { .. })));
    assert!(matches!(library.reread(draft, "gbk", later()), Err(Error::NoOriginal { .. })));
    assert!(matches!(
        import(&library, folder.path().join("讲话.txt").as_path()).1[0].status,
        ImportStatus::Duplicate(_)
    ));
}
