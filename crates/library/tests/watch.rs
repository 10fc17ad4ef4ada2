//! Folders that are followed: what is new comes in, what is gone is marked and stays.

#![allow(clippy::unwrap_used)]

use library::{DocumentKind, Error, ImportOptions, Library, Looked, Watcher};
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::thread;
use std::time::{Duration, SystemTime};

/// A time after all that a test writes, so that what it wrote is not doubtful.
fn later() -> SystemTime {
    SystemTime::now() + Duration::from_secs(3600)
}

fn open(folder: &Path) -> Library {
    Library::open(&folder.join("素材库"), later()).unwrap()
}

fn look(library: &Library) -> Looked {
    let options = ImportOptions { encoding: None, now: later() };
    library.look(&options, &mut |_| ControlFlow::Continue(())).unwrap()
}

fn write(folder: &Path, name: &str, nth: usize) {
    fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
    let text =
        format!("同志们：\n今天开第{nth}次会，主要是安排第{nth}项工作。\n一、提高认识\n大家要重视。\n");
    fs::write(folder.join(name), text).unwrap();
}

fn n_speeches(library: &Library) -> usize {
    library.documents(Some(DocumentKind::Speech)).unwrap().len()
}

#[test]
fn nothing_is_followed_until_the_writer_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    assert!(library.watched().unwrap().is_empty());
    assert_eq!(look(&library), Looked::default());
    assert!(library.imports().unwrap().is_empty());
    assert!(matches!(library.watch(&folder.path().join("没有")), Err(Error::Io { .. })));
    // Each look would be a change to look at.
    assert!(matches!(library.watch(folder.path()), Err(Error::HoldsLibrary { .. })));
    let inside = library.folder().join("originals");
    assert!(matches!(library.watch(&inside), Err(Error::HoldsLibrary { .. })));
}

#[test]
fn what_is_new_or_changed_comes_in() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let followed = folder.path().join("讲话");
    write(&followed, "甲.txt", 1);
    write(&followed, "2023年/乙.txt", 2);
    fs::write(followed.join("图.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    library.watch(&followed).unwrap();
    library.watch(&followed.join("")).unwrap();
    assert_eq!(library.watched().unwrap(), std::slice::from_ref(&followed));
    assert_eq!(n_speeches(&library), 0, "nothing until a look");

    let looked = look(&library);
    assert_eq!((looked.imported.imported, looked.imported.skipped), (2, 1));
    let names: Vec<String> = library.collections().unwrap().into_iter().map(|one| one.name).collect();
    assert_eq!(names, ["讲话", "2023年"]);
    assert_eq!(look(&library), Looked::default(), "nothing is new, and nothing told again");
    assert_eq!(library.imports().unwrap().len(), 1);

    write(&followed, "甲.txt", 10);
    write(&followed, "丙.txt", 3);
    let looked = look(&library).imported;
    assert_eq!((looked.files, looked.version, looked.imported), (2, 1, 1));
    assert_eq!(n_speeches(&library), 4);

    assert!(library.unwatch(&followed).unwrap());
    assert!(!library.unwatch(&followed).unwrap());
    write(&followed, "丁.txt", 4);
    assert_eq!(look(&library), Looked::default());
    assert_eq!(n_speeches(&library), 4, "what came in stays");
}

#[test]
fn what_is_gone_is_marked_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let followed = folder.path().join("讲话");
    write(&followed, "甲.txt", 1);
    write(&followed, "乙.txt", 2);
    library.watch(&followed).unwrap();
    look(&library);
    let gone = |library: &Library| {
        let documents = library.documents(Some(DocumentKind::Speech)).unwrap();
        let gone = documents.iter().filter(|document| document.gone);
        gone.map(|document| document.path.as_ref().unwrap().rsplit('/').next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };

    // Moved within: it is there under another name.
    fs::create_dir(followed.join("旧")).unwrap();
    fs::rename(followed.join("乙.txt"), followed.join("旧/乙.txt")).unwrap();
    let looked = look(&library);
    assert_eq!((looked.imported.duplicate, looked.gone.len()), (1, 0));
    assert!(gone(&library).is_empty());

    fs::rename(followed.join("甲.txt"), folder.path().join("甲.txt")).unwrap();
    let looked = look(&library);
    assert_eq!((looked.gone.len(), gone(&library)), (1, vec!["甲.txt".to_owned()]));
    assert!(library.document(looked.gone[0]).is_ok());
    assert!(look(&library).gone.is_empty(), "told once");
    fs::rename(folder.path().join("甲.txt"), followed.join("甲.txt")).unwrap();
    assert_eq!(look(&library).back, looked.gone);
    assert!(gone(&library).is_empty());

    // The stick is pulled out: nobody has deleted anything.
    fs::rename(&followed, folder.path().join("拔掉了")).unwrap();
    let looked = look(&library);
    assert_eq!(looked.imported.missing, [followed]);
    assert!(gone(&library).is_empty());
    assert!(library.verify().unwrap().is_empty());
}

#[test]
fn a_change_is_heard_when_it_is_over() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("没有");
    let followed = folder.path().join("讲话");
    fs::create_dir(&followed).unwrap();
    let (watcher, deaf) = Watcher::new(&[followed.clone(), missing.clone()]).unwrap();
    assert_eq!(deaf, [missing]);
    assert!(!watcher.changed(Duration::from_millis(100)));
    let writing = thread::spawn(move || {
        for nth in 0..5 {
            write(&followed, &format!("{nth}.txt"), nth);
        }
    });
    assert!(watcher.changed(Duration::from_secs(20)));
    writing.join().unwrap();
    // All five were one change; to read them is none.
    for entry in fs::read_dir(folder.path().join("讲话")).unwrap() {
        fs::read(entry.unwrap().path()).unwrap();
    }
    assert!(!watcher.changed(Duration::from_millis(300)));
}
