//! Killed at any moment, nothing that was acknowledged is lost: a program that
//! imports, makes drafts and fills them is killed again and again with SIGKILL, and
//! everything that it had reported must be there afterwards.
//!
//! The program is this test binary itself, started again with a task in its
//! environment. It reports on standard output what is durable, a line each.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use library::{
    DocumentId, DocumentKind, ImportOptions, ImportStatus, Library, NewDraft, Query, SearchOptions,
};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const TASK: &str = "LECTERN_CRASH_TASK";
const FOLDER: &str = "LECTERN_CRASH_FOLDER";
const ROUNDS: usize = 100;

/// What the killed program does; nothing unless it was started for that.
#[test]
fn the_program_that_is_killed() {
    let (Ok(task), Ok(folder)) = (env::var(TASK), env::var(FOLDER)) else { return };
    let folder = PathBuf::from(folder);
    let library = Library::open(&folder.join("素材库"), UNIX_EPOCH).unwrap();
    match task.as_str() {
        "create" => report("opened"),
        "import" => import(&library, &folder),
        _ => save_drafts(&library),
    }
}

fn report(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\ndurable {line}").unwrap();
    out.flush().unwrap();
}

fn import(library: &Library, folder: &Path) {
    // After all that was written, so that what is known is passed over.
    let now = SystemTime::now() + Duration::from_secs(3600);
    let options = ImportOptions { encoding: None, now };
    library
        .import(&[folder.join("稿子")], &options, &mut |file| {
            if let ImportStatus::Imported(id) = file.status {
                report(&format!("{id} 1 {}", file.path.file_stem().unwrap().to_string_lossy()));
            }
            ControlFlow::Continue(())
        })
        .unwrap();
    // The index is settled; there is more to do until the end comes.
    library.reindex().unwrap();
}

fn save_drafts(library: &Library) {
    let source = library.documents(Some(DocumentKind::Template)).unwrap().last().unwrap().id;
    let new =
        NewDraft { title: None, date: None, from: vec![(source, speech::Extent::Whole)], now: UNIX_EPOCH };
    let draft = library.new_draft(&new).unwrap();
    let field = speech::field_uses(&library.document(draft).unwrap().1)[0].field.id.to_string();
    report(&format!("{draft} 1 第X项"));
    for number in 1_usize.. {
        let value = (field.clone(), number.to_string());
        let filled = library.fill(draft, &[value], &Vec::new(), UNIX_EPOCH).unwrap();
        report(&format!("{draft} {} 第{}项", number + 1, filled.filled[0].shown));
    }
}

/// Starts the program, kills it after some time, and gives what it had reported.
fn kill_after(task: &str, folder: &Path, time: Duration) -> Vec<String> {
    let mut child: Child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "the_program_that_is_killed", "--nocapture"])
        .env(TASK, task)
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let reader = thread::spawn(move || {
        let lines = out.lines().map_while(Result::ok);
        lines.filter_map(|line| line.strip_prefix("durable ").map(str::to_owned)).collect::<Vec<_>>()
    });
    thread::sleep(time);
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap()
}

/// Times from 5 to 200 ms, the same in every run.
fn times() -> impl Iterator<Item = Duration> {
    (0_u64..).map(|round| Duration::from_millis(5 + round * 73 % 197))
}

fn count(library: &Library, literal: &str) -> usize {
    library.search(&Query::literal(literal), &SearchOptions::default()).unwrap().total
}

#[test]
fn nothing_acknowledged_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let files = folder.path().join("稿子");
    fs::create_dir(&files).unwrap();
    let mut acknowledged: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut n_reports = 0;
    let mut written = 0;
    for (round, time) in times().take(ROUNDS).enumerate() {
        // Always something new to take in.
        while written < (round + 1) * 8 {
            let text = format!(
                "关于第{written}件事的讲话\n\n一、任务{written}号\n要完成好第X项任务。编号{written}。\n"
            );
            fs::write(files.join(format!("任务{written}号.txt")), text).unwrap();
            written += 1;
        }
        let imported = !acknowledged.is_empty();
        let task = if imported && round % 3 == 2 { "drafts" } else { "import" };
        for line in kill_after(task, folder.path(), time) {
            let [id, revision, text] = line.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
            // A draft's later state takes the place of the earlier.
            acknowledged.insert(id.to_owned(), (revision.parse().unwrap(), text.to_owned()));
            n_reports += 1;
        }
        let library = Library::open(&folder.path().join("素材库"), UNIX_EPOCH).unwrap();
        if round % 10 == 9 {
            let problems = library.verify().unwrap();
            // A kill may tear the index, and nothing else.
            assert!(problems.iter().all(|problem| problem.en.contains("index")), "{problems:?}");
        }
        for (id, (revision, text)) in &acknowledged {
            let id = DocumentId::read(id).unwrap();
            let now = speech::shown::text(&library.document(id).unwrap().1);
            // Of a draft, what was last reported, or the one save after it.
            match library.revisions(id).unwrap().checked_sub(*revision) {
                Some(0) => assert!(now.contains(text), "{id} {text}: {now}"),
                Some(1) => {}
                more => panic!("{id} {text}: {more:?} revisions more"),
            }
        }
        if let Some((_, text)) = acknowledged.values().find(|(_, text)| text.starts_with('任')) {
            assert!(count(&library, text) > 0, "{text}");
        }
    }
    assert!(n_reports > ROUNDS, "{n_reports} reports test too little");

    let library = Library::open(&folder.path().join("素材库"), UNIX_EPOCH).unwrap();
    let literals = ["任务", "务1", "第X项", "编号7", "1号"];
    let followed: Vec<usize> = literals.iter().map(|literal| count(&library, literal)).collect();
    library.reindex().unwrap();
    assert_eq!(library.verify().unwrap(), []);
    let fresh: Vec<usize> = literals.iter().map(|literal| count(&library, literal)).collect();
    assert_eq!(followed, fresh, "the index that went through all this, and a new one");
    assert!(fresh.iter().all(|total| *total > 0), "{fresh:?}");
}

#[test]
fn a_library_is_made_whole_or_not_at_all() {
    let mut n_killed = 0;
    for round in 0..40 {
        let folder = tempfile::tempdir().unwrap();
        let reports = kill_after("create", folder.path(), Duration::from_millis(2 + round * 2));
        n_killed += usize::from(reports.is_empty());
        let library = Library::open(&folder.path().join("素材库"), UNIX_EPOCH).unwrap();
        assert_eq!(library.documents(None).unwrap().len(), 6);
        assert_eq!(library.verify().unwrap(), []);
    }
    assert!(n_killed > 3, "killed in time {n_killed} times only");
}
