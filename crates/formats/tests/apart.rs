//! Reading apart: whatever becomes of the child, the program has an answer and reads on.
//!
//! The child is this test program itself, started again to run `the_child_that_reads`. Its
//! reader does to some files what a broken reader would do.

use crate::built::{drawn, packed, pdf};
use formats::{Apart, Error, Extracted, Limits, ReadOptions, apart, read};
use std::env;
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

/// What tells the child from a run of all tests.
const CHILD: &str = "read-for-another";

/// What the child does; nothing unless it was started for that.
#[test]
fn the_child_that_reads() {
    if env::args().any(|argument| argument == CHILD) {
        assert_eq!(apart::serve_by(read_or_fail), ExitCode::SUCCESS);
    }
}

/// Reads, but for files that say what is to go wrong.
fn read_or_fail(bytes: &[u8], name: &str, options: &ReadOptions) -> Result<Extracted, Error> {
    let said = bytes.rsplit(|byte| *byte == b'%').next().unwrap_or_default();
    match said {
        b"loop" => loop {
            thread::sleep(Duration::from_millis(1));
        },
        b"flood" => {
            let mut flood: Vec<Vec<u8>> = Vec::new();
            loop {
                flood.push(vec![1; 1024 * 1024]);
            }
        }
        b"panic" => panic!("what a reader ran into"),
        b"exit" => std::process::exit(3),
        b"deep" => Err(Error::Damaged { detail: deeper(1).to_string() }),
        b"print" => {
            println!("what a library prints");
            read(bytes, name, options)
        }
        _ => read(bytes, name, options),
    }
}

/// Runs over its stack.
fn deeper(depth: u64) -> u64 {
    let below = [depth; 64];
    if depth == u64::MAX { 0 } else { std::hint::black_box(below)[depth as usize % 64] + deeper(depth + 1) }
}

fn apart() -> Apart {
    let arguments = ["--exact", "apart::the_child_that_reads", "--nocapture", CHILD];
    Apart::by(env::current_exe().unwrap(), arguments.map(Into::into).to_vec())
}

fn options(apart: &Apart, limits: Limits) -> ReadOptions {
    ReadOptions { apart: Some(apart.clone()), limits, ..ReadOptions::default() }
}

fn good() -> Vec<u8> {
    pdf(&[&drawn(90, 700, "同志们：")], &[])
}

#[track_caller]
fn reads(options: &ReadOptions) {
    let extracted = read(&good(), "讲话.pdf", options).unwrap();
    assert_eq!(extracted.paragraphs[0].text, "同志们：");
}

/// What reading a file gives in which that goes wrong, after a good one and before
/// another.
fn bad(what: &str, limits: Limits) -> Error {
    let apart = apart();
    let options = options(&apart, limits);
    reads(&options);
    let error = read(format!("%PDF-%{what}").as_bytes(), "坏.pdf", &options).unwrap_err();
    reads(&options);
    error
}

#[test]
fn one_child_reads_file_after_file() {
    let options = options(&apart(), Limits::default());
    reads(&options);
    let started = Instant::now();
    (0..50).for_each(|_| reads(&options));
    // Fifty children would take longer; this machine may be busy.
    assert!(started.elapsed() < Duration::from_secs(10));
    // What it refuses is refused with its reason.
    assert_eq!(read(&pdf(&[b"f"], &[]), "a", &options), Err(Error::NoText { pages: 1 }));
    assert!(matches!(read(b"%PDF-", "a", &options), Err(Error::Damaged { .. })));
}

#[test]
fn what_loops_is_stopped() {
    let started = Instant::now();
    let error = bad("loop", Limits { apart_seconds: 2, ..Limits::default() });
    assert_eq!(error, Error::TookTooLong { seconds: 2 });
    assert!(started.elapsed() < Duration::from_secs(20));
}

#[cfg(target_os = "linux")]
#[test]
fn what_floods_memory_is_stopped() {
    let limit_bytes = 128 * 1024 * 1024;
    let error = bad("flood", Limits { apart_bytes: limit_bytes, ..Limits::default() });
    assert_eq!(error, Error::TooMuchMemory { limit_bytes });
}

/// A PDF of 300 kilobytes whose page unpacks to 256 megabytes.
#[cfg(target_os = "linux")]
#[test]
fn a_pdf_that_unpacks_to_more_than_it_may_is_stopped() {
    // The packed bytes of an archive, with a head that PDF wants before them.
    let archive = packed(&[("a", &vec![b' '; 256 * 1024 * 1024])]);
    let number = |at_bytes: usize| u32::from_le_bytes(archive[at_bytes..][..4].try_into().unwrap()) as usize;
    let start_bytes = 30 + (number(26) & 0xFFFF) + (number(26) >> 16);
    let content = [b"\x78\x9c", &archive[start_bytes..][..number(18)]].concat();
    let file = pdf(&[&content], &[]);
    let plain = format!("<</Length {}>>", content.len());
    let at_bytes = memchr::memmem::rfind(&file, plain.as_bytes()).unwrap();
    let filtered = plain.replace(">>", "/Filter/FlateDecode>>");
    let bomb = [&file[..at_bytes], filtered.as_bytes(), &file[at_bytes + plain.len()..]].concat();
    let limit_bytes = 128 * 1024 * 1024;
    let options = options(&apart(), Limits { apart_bytes: limit_bytes, ..Limits::default() });
    assert_eq!(read(&bomb, "a", &options), Err(Error::TooMuchMemory { limit_bytes }));
    reads(&options);
}

#[test]
fn what_panics_costs_one_file() {
    let Error::GaveUp { detail } = bad("panic", Limits::default()) else { panic!("another error") };
    assert_eq!(detail, "what a reader ran into");
}

#[test]
fn what_ends_or_crashes_the_child_costs_one_file() {
    for what in ["exit", "deep"] {
        let error = bad(what, Limits::default());
        assert!(matches!(error, Error::GaveUp { .. }), "{what}: {error:?}");
    }
}

#[test]
fn a_child_that_prints_costs_one_file() {
    // What it prints stands where its answer should.
    let error = bad("print", Limits::default());
    assert!(matches!(error, Error::GaveUp { .. }), "{error:?}");
}

#[test]
fn a_program_that_is_no_reader_is_told() {
    let missing = Apart::by("没有这个程序".into(), Vec::new());
    let error = read(&good(), "a", &options(&missing, Limits::default())).unwrap_err();
    assert!(matches!(error, Error::GaveUp { .. }), "{error:?}");
    // This program runs its tests instead and says nothing that a child says.
    let other = Apart::by(env::current_exe().unwrap(), vec!["--list".into()]);
    let error = read(&good(), "a", &options(&other, Limits::default())).unwrap_err();
    assert!(matches!(error, Error::GaveUp { .. }), "{error:?}");
}

#[test]
fn every_error_says_what_is_safe_in_both_languages() {
    for error in [
        Error::TookTooLong { seconds: 30 },
        Error::TooMuchMemory { limit_bytes: 1 << 29 },
        Error::GaveUp { detail: String::new() },
        Error::NoText { pages: 1 },
        Error::Unreadable { unknown: 1, characters: 2 },
    ] {
        let message = error.message();
        assert!(message.zh.contains("没有读取；原文件") && message.en.contains("unchanged"), "{message:?}");
    }
}
