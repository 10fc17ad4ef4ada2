//! How often an import waits for the disk: once a batch, for its originals, and when it ends for
//! their names and for the database, in this order. Told by strace; where there is none, or the
//! system lets nobody be traced, it says that it was skipped.

#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::process::Command;

const LECTERN: &str = env!("CARGO_BIN_EXE_lectern");
const N_FILES: usize = 300;

/// The files that are waited for, in the order of the waits, those of other threads left out.
fn waits(folder: &Path) -> Option<Vec<String>> {
    let trace = folder.join("trace");
    let traced = Command::new("strace")
        .args(["-f", "-qq", "-y", "-e", "trace=fsync,fdatasync,sync_file_range,syncfs,sync", "-o"])
        .args([&trace, Path::new(LECTERN)])
        .arg("import")
        .arg(folder.join("稿子"))
        .env("LECTERN_LIBRARY", folder.join("素材库"))
        .output();
    if !traced.is_ok_and(|done| done.status.success()) {
        return None;
    }
    let trace = fs::read_to_string(trace).expect("it was written");
    let waits = trace.lines().filter_map(|line| {
        let (thread, call) = line.split_once(' ')?;
        let (_, path) = call.split_once('<')?;
        Some((thread, path.split_once('>')?.0.to_owned()))
    });
    let waits: Vec<(&str, String)> = waits.collect();
    let (importing, _) = *waits.iter().find(|(_, path)| is_pack(path)).expect("originals are kept");
    Some(waits.iter().filter(|(thread, _)| *thread == importing).map(|(_, path)| path.clone()).collect())
}

fn is_pack(path: &str) -> bool {
    path.contains("/originals/") && path.ends_with(".zip")
}

#[test]
fn an_import_waits_for_the_disk_once_a_batch() {
    let folder = tempfile::tempdir().expect("there is room");
    fs::create_dir(folder.path().join("稿子")).expect("there is room");
    for nth in 0..N_FILES {
        let speech = format!("在第{nth}次会议上的讲话\n同志们：\n要把第{nth}件事抓好。\n");
        fs::write(folder.path().join(format!("稿子/{nth:03}.txt")), speech).expect("there is room");
    }
    let Some(waits) = waits(folder.path()) else {
        eprintln!("skipped: strace is not there, or not let");
        return;
    };
    let packs = fs::read_dir(folder.path().join("素材库/originals")).expect("originals are kept").count();
    let first = waits.iter().position(|path| is_pack(path)).expect("originals are kept");
    let last = waits.iter().rposition(|path| is_pack(path)).expect("originals are kept");
    assert!(packs >= N_FILES / 64, "{packs} packs");
    // Nothing else between them.
    assert_eq!(last - first + 1, packs, "{waits:#?}");
    let end: Vec<&str> = waits[last + 1..].iter().map(String::as_str).collect();
    assert!(end[0].ends_with("/originals") && end[1].ends_with("/library.db-wal"), "{waits:#?}");
}
