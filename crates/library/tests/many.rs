//! Some hundred files in one go, good and bad: every good one is a document with the text
//! that was written, every bad one is named with its reason, and a program that is killed
//! half-way can be run again.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

#[path = "made/files.rs"]
mod made;

use formats::{Apart, apart};
use library::{
    DocumentKind, ImportOptions, ImportStatus, Imported, ImportedFile, Library, Query, SearchOptions,
};
use made::{Becomes, Made};
use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::ops::ControlFlow;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, SystemTime};

const N_FILES: usize = 300;
/// What is no file that can be read.
const N_OTHERS: usize = 6;
const FOLDER: &str = "LECTERN_MANY_FOLDER";

/// A time after all that a test writes, so that what it wrote is not doubtful.
fn later() -> SystemTime {
    SystemTime::now() + Duration::from_secs(3600)
}

/// What tells the child that reads PDF and old Word files from a run of all tests.
const CHILD: &str = "read-for-another";

/// What that child does; nothing unless it was started for that.
#[test]
fn the_child_that_reads() {
    if env::args().any(|argument| argument == CHILD) {
        assert_eq!(apart::serve(), ExitCode::SUCCESS);
    }
}

fn open(folder: &Path) -> Library {
    let arguments = ["--exact", "the_child_that_reads", "--nocapture", CHILD].map(Into::into);
    let apart = Apart::by(env::current_exe().unwrap(), arguments.to_vec());
    Library::open(&folder.join("素材库"), later()).unwrap().with_apart(Some(apart))
}

fn import(library: &Library, path: &Path, tell: &mut dyn FnMut(&ImportedFile)) -> Imported {
    let options = ImportOptions { encoding: None, now: later() };
    library
        .import(&[path.to_owned()], &options, &mut |file| {
            tell(file);
            ControlFlow::Continue(())
        })
        .unwrap()
}

/// Made files, and things that are no files: a pipe would block for ever.
fn files(folder: &Path) -> (PathBuf, Vec<Made>) {
    let files = folder.join("稿子");
    fs::create_dir(&files).unwrap();
    let made = made::make(&files, N_FILES, 6);
    assert!(Command::new("mkfifo").arg(files.join("管道.docx")).status().unwrap().success());
    drop(std::os::unix::net::UnixListener::bind(files.join("套接字.txt")).unwrap());
    symlink("/dev/zero", files.join("设备.txt")).unwrap();
    symlink(&files, files.join("自己")).unwrap();
    symlink(files.join("没有.txt"), files.join("断链.txt")).unwrap();
    let locked = files.join("没权限.txt");
    fs::write(&locked, made::speech(9_999, made::Script::Simplified, 1)).unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    (files, made)
}

#[test]
fn every_good_file_is_taken_in_and_every_bad_one_named() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let (files, made) = files(folder.path());
    let mut told: BTreeMap<PathBuf, ImportedFile> = BTreeMap::new();
    let done = import(&library, &files, &mut |file| {
        told.insert(file.path.strip_prefix(&files).unwrap().to_owned(), file.clone());
    });
    assert_eq!((done.files, told.len()), (N_FILES + N_OTHERS, N_FILES + N_OTHERS));
    assert_eq!(made::told::problems(&made, &told, &library), [""; 0]);
    let n_documents =
        made.iter().filter(|made| matches!(made.becomes, Becomes::Document(_) | Becomes::Edition(_))).count();
    // Root may read everything.
    let readable = fs::read(files.join("没权限.txt")).is_ok();
    assert_eq!(done.imported, n_documents + usize::from(readable));
    let reason = |name: &str| match &told[Path::new(name)].status {
        ImportStatus::Skipped(reason) => reason.zh.clone(),
        status => panic!("{name} became {status:?}"),
    };
    assert_eq!(["管道.docx", "套接字.txt", "设备.txt"].map(reason), ["不是普通文件"; 3]);
    assert!(readable || reason("没权限.txt") == "读不了：没有权限");
    assert_eq!(reason("自己"), "是指向文件夹的链接，没有跟进去");
    let report = library.import_report(done.report.unwrap()).unwrap().1;
    assert_eq!(report.len(), N_FILES + N_OTHERS);
    assert_eq!(library.near_duplicates().unwrap().len(), N_FILES / 20);
    assert!(library.verify().unwrap().is_empty());
}

/// What the killed program does; nothing unless it was started for that.
#[test]
fn the_program_that_is_killed() {
    let Ok(folder) = env::var(FOLDER) else { return };
    let folder = PathBuf::from(folder);
    import(&open(&folder), &folder.join("稿子"), &mut |file| {
        let mut out = std::io::stdout().lock();
        writeln!(out, "\nstored {}", file.path.display()).unwrap();
    });
}

/// Files, and a library into which a program took half of them before it was killed.
fn killed_half_way(folder: &Path) -> (PathBuf, BTreeSet<String>) {
    let (files, made) = files(folder);
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "the_program_that_is_killed", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let told = out.lines().map_while(Result::ok).filter(|line| line.starts_with("stored "));
    let n_told = told.take(N_FILES / 2).count();
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(n_told, N_FILES / 2);

    let wanted = made.iter().filter_map(|made| match &made.becomes {
        Becomes::Document(rule) | Becomes::Edition(rule) => Some(rule.text()),
        Becomes::Same(_) | Becomes::Nothing(_) => None,
    });
    // Root may read everything.
    let locked = fs::read_to_string(files.join("没权限.txt")).ok();
    let wanted = wanted.chain(locked.map(|text| text.trim_end().to_owned())).collect();
    (files, wanted)
}

fn n_speeches(library: &Library) -> usize {
    library.documents(Some(DocumentKind::Speech)).unwrap().len()
}

#[test]
fn killed_half_way_and_run_again() {
    let folder = tempfile::tempdir().unwrap();
    let (files, wanted) = killed_half_way(folder.path());
    let library = open(folder.path());
    let before = n_speeches(&library);
    let done = import(&library, &files, &mut |_| ());
    assert_eq!(made::told::problems_of_all(&wanted, &library), [""; 0]);
    assert_eq!(before + done.imported, wanted.len(), "no document twice");
    assert!(before > 50, "{before} documents test too little");
    assert!(library.verify().unwrap().is_empty());
}

/// What the log of the database may be cut to by a power cut: it keeps its order, and what was
/// brought into the database from it was waited for.
fn cuts(library: &Path) -> Vec<u64> {
    const HEADER: u64 = 32;
    const FRAME: u64 = 24 + 4096;
    let whole = fs::metadata(library.join("library.db-wal")).unwrap().len();
    // `nBackfill` of the index of the log: https://sqlite.org/walformat.html, 2.1.
    let index = fs::read(library.join("library.db-shm")).unwrap();
    let settled = u32::from_ne_bytes(index[96..100].try_into().unwrap());
    let least = HEADER + u64::from(settled) * FRAME;
    assert!(least + 100 * FRAME < whole, "{least} to {whole} bytes test too little");
    (1..=6).map(|part| least + (whole - least) * part / 7).collect()
}

#[test]
fn a_power_cut_takes_the_last_files_and_the_same_import_brings_them() {
    let folder = tempfile::tempdir().unwrap();
    let (files, wanted) = killed_half_way(folder.path());
    let killed = folder.path().join("素材库");
    let mut left = Vec::new();
    for cut in cuts(&killed) {
        let after = tempfile::tempdir().unwrap();
        let library = after.path().join("素材库");
        assert!(Command::new("cp").arg("-r").args([&killed, &library]).status().unwrap().success());
        fs::remove_file(library.join("library.db-shm")).unwrap();
        let log = fs::OpenOptions::new().write(true).open(library.join("library.db-wal")).unwrap();
        log.set_len(cut).unwrap();
        drop(log);

        let library = open(after.path());
        assert!(library.verify().unwrap().is_empty(), "cut to {cut} bytes");
        left.push(n_speeches(&library));
        let done = import(&library, &files, &mut |_| ());
        assert_eq!(made::told::problems_of_all(&wanted, &library), [""; 0]);
        assert_eq!(left[left.len() - 1] + done.imported, wanted.len(), "no document twice");
        let found = library.search(&Query::read("第8次工作会议"), &SearchOptions::default()).unwrap();
        assert!(found.total > 0 && library.verify().unwrap().is_empty(), "cut to {cut} bytes");
    }
    assert!(left.is_sorted() && left[0] < left[left.len() - 1], "{left:?} test too little");
}
