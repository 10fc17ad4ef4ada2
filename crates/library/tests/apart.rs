//! A file that brings its reader down costs a line of the report and nothing else.
//!
//! The reader is this test program itself, started again by the library to run
//! `the_child_that_reads`, which dies of some files.

#![allow(clippy::unwrap_used)]

use formats::{Apart, apart};
use library::{ImportOptions, ImportState, ImportStatus, Library};
use std::env;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant, UNIX_EPOCH};

/// What tells the child from a run of all tests.
const CHILD: &str = "read-for-another";

/// What the child does; nothing unless it was started for that.
#[test]
fn the_child_that_reads() {
    if !env::args().any(|argument| argument == CHILD) {
        return;
    }
    let served = apart::serve_by(|bytes, name, options| {
        if bytes.ends_with(b"abort") {
            std::process::abort();
        }
        if bytes.ends_with(b"sleep") {
            std::thread::sleep(Duration::from_secs(20));
        }
        formats::read(bytes, name, options)
    });
    assert_eq!(served, ExitCode::SUCCESS);
}

fn open(folder: &Path) -> Library {
    let arguments = ["--exact", "the_child_that_reads", "--nocapture", CHILD].map(Into::into);
    let apart = Apart::by(env::current_exe().unwrap(), arguments.to_vec());
    Library::open(&folder.join("素材库"), UNIX_EPOCH).unwrap().with_apart(Some(apart))
}

#[test]
fn an_import_goes_on_after_a_file_that_crashes_its_reader() {
    let folder = tempfile::tempdir().unwrap();
    let files = folder.path().join("稿子");
    fs::create_dir(&files).unwrap();
    let read = concat!(env!("CARGO_MANIFEST_DIR"), "/../formats/tests/read/");
    fs::copy(format!("{read}自动编号.doc"), files.join("1.doc")).unwrap();
    fs::write(files.join("2.pdf"), b"%PDF-1.7 abort").unwrap();
    fs::copy(format!("{read}页眉和页码.pdf"), files.join("3.pdf")).unwrap();
    fs::copy(format!("{read}表格和文本框.wps"), files.join("4.wps")).unwrap();
    fs::write(files.join("5.txt"), "同志们：\n今天开会。\n").unwrap();

    let library = open(folder.path());
    let options = ImportOptions { encoding: None, now: UNIX_EPOCH };
    let mut skipped = Vec::new();
    let done = library
        .import(&[files], &options, &mut |file| {
            if let ImportStatus::Skipped(reason) = &file.status {
                let name = file.path.file_name().unwrap().to_string_lossy().into_owned();
                skipped.push((name, reason.zh.clone()));
            }
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!((done.files, done.imported, done.skipped), (5, 4, 1));
    assert_eq!(skipped.len(), 1);
    assert_eq!(skipped[0].0, "2.pdf");
    assert!(skipped[0].1.starts_with("读取文件时出了意外"), "{skipped:?}");
}

#[test]
fn an_import_is_stopped_at_once_however_long_a_file_takes() {
    let folder = tempfile::tempdir().unwrap();
    let files = folder.path().join("稿子");
    fs::create_dir(&files).unwrap();
    fs::write(files.join("1.pdf"), b"%PDF-1.7 sleep").unwrap();
    let library = open(folder.path());
    let options = ImportOptions { encoding: None, now: UNIX_EPOCH };
    let mut asked = 0;
    let mut said_stop = Instant::now();
    let done = library
        .import_by_steps(&[files], &options, &mut |step| {
            asked += usize::from(step.reading.is_some());
            if asked < 3 {
                return ControlFlow::Continue(());
            }
            said_stop = Instant::now();
            ControlFlow::Break(())
        })
        .unwrap();
    assert_eq!((done.files, asked), (0, 3), "it is asked while the file is read");
    assert!(said_stop.elapsed() < Duration::from_secs(2), "{:?}", said_stop.elapsed());
    assert_eq!(library.imports().unwrap()[0].state, ImportState::Stopped);
}
