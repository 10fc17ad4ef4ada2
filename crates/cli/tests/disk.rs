//! A file that can't be written: a full disk, one that is read-only, a name that is too long, a
//! folder of somebody else's, a file that is open in another program. Each time one sentence
//! says so, the old file is as it was, nothing is left beside it, and the draft is there.
//!
//! Disks that are full or read-only are mounted in a namespace of the test's own; where the
//! system gives none, these say that they were skipped.

#![cfg(target_os = "linux")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const LECTERN: &str = env!("CARGO_BIN_EXE_lectern");

/// A folder with a library that has a draft, d8, and an old file.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().expect("there is room"));
        let speech = desk.path("讲话.txt");
        fs::write(&speech, "在会上的讲话\n同志们：\n全年增长X%。\n").expect("it can be written");
        assert!(desk.run(&["import", &speech.to_string_lossy()]).status.success());
        let draft = desk.run(&["draft", "new", "--from", "d7"]);
        assert_eq!(String::from_utf8_lossy(&draft.stdout), "d8\n");
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn lectern(&self, program: &str, words: &[&str]) -> Output {
        let library = self.path("素材库");
        Command::new(program).args(words).env("LECTERN_LIBRARY", library).output().expect("it starts")
    }

    fn run(&self, words: &[&str]) -> Output {
        self.lectern(LECTERN, words)
    }

    /// Exports the draft, and expects to be refused with words of that kind; the old file and
    /// the draft are as they were, and nothing is left beside.
    #[track_caller]
    fn refused(&self, out: &Path, words: &str) {
        let before = (listed(out), fs::read(out).ok(), self.run(&["draft", "show", "d8"]).stdout);
        let done = self.run(&["export", "d8", "-o", &out.to_string_lossy()]);
        told(&done, words);
        let after = (listed(out), fs::read(out).ok(), self.run(&["draft", "show", "d8"]).stdout);
        assert_eq!(before, after);
    }

    /// Runs a script of the shell, in which mounts are of nobody else's concern; nothing where
    /// the system has it otherwise.
    fn with_mounts(&self, script: &str) -> Option<Output> {
        let alone = |script: &str| {
            let words = ["--mount", "--map-root-user", "sh", "-euc", script, LECTERN];
            self.lectern("unshare", &[&words[..], &[&self.0.path().to_string_lossy()]].concat())
        };
        let there = alone("mount -t tmpfs none \"$1\"").status.success();
        if !there {
            eprintln!("skipped: this system gives no namespace for mounts");
        }
        there.then(|| alone(script))
    }
}

/// The files of a file's folder.
fn listed(file: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(file.parent().expect("it is in a folder"));
    let mut files: Vec<PathBuf> = files.into_iter().flatten().flatten().map(|file| file.path()).collect();
    files.sort();
    files
}

/// One sentence on standard error with those words, nothing on standard output, exit code 2.
#[track_caller]
fn told(done: &Output, words: &str) {
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!((done.status.code(), done.stdout.len()), (Some(2), 0), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains(words), "{said}");
    assert_eq!(said.matches('。').count(), 1, "one sentence: {said}");
}

#[test]
fn a_name_too_long() {
    let desk = Desk::new();
    desk.refused(&desk.path(&format!("{}.docx", "长".repeat(300))), "文件名太长");
}

#[test]
fn a_folder_that_is_not_there_or_is_none() {
    let desk = Desk::new();
    desk.refused(&desk.path("没有/稿.docx"), "没有“没有”这个文件夹");
    desk.refused(&desk.path("讲话.txt/稿.docx"), "那不是文件夹");
    fs::create_dir(desk.path("稿.docx")).expect("it can be made");
    desk.refused(&desk.path("稿.docx"), "那是一个文件夹");
}

#[test]
fn a_file_that_is_open_elsewhere() {
    let desk = Desk::new();
    let out = desk.path("稿.docx");
    fs::write(&out, "旧稿").expect("it can be written");
    fs::write(desk.path(".~lock.稿.docx#"), "").expect("it can be written");
    desk.refused(&out, "正在别的程序里开着");
    fs::remove_file(desk.path(".~lock.稿.docx#")).expect("it is there");
    assert!(desk.run(&["export", "d8", "-o", &out.to_string_lossy()]).status.success());
    assert_ne!(fs::read(&out).expect("it is there"), "旧稿".as_bytes());
}

#[test]
fn a_folder_of_somebody_elses() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let folder = desk.path("别人的");
    fs::create_dir(&folder).expect("it can be made");
    let out = folder.join("稿.docx");
    fs::write(&out, "旧稿").expect("it can be written");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).expect("it is ours");
    let is_refused = fs::write(folder.join("试"), "").is_err();
    if is_refused {
        desk.refused(&out, "没有权限");
    } else {
        eprintln!("skipped: whoever runs the test may write everywhere");
    }
    // To be cleared away again.
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).expect("it is ours");
}

#[test]
fn a_full_disk() {
    let desk = Desk::new();
    // A disk of 64 KB with an old file and no room for another.
    let script = r#"mkdir "$1/盘"; mount -t tmpfs -o size=64k none "$1/盘"
        printf 旧稿 > "$1/盘/稿.docx"
        dd if=/dev/zero of="$1/盘/满" bs=4k 2>/dev/null || true
        code=0; "$0" export d8 -o "$1/盘/稿.docx" || code=$?
        [ "$(cat "$1/盘/稿.docx")" = 旧稿 ] || exit 40
        [ "$(ls -A "$1/盘" | wc -l)" = 2 ] || exit 41
        exit $code"#;
    if let Some(done) = desk.with_mounts(script) {
        told(&done, "磁盘已满");
    }
}

#[test]
fn a_disk_that_is_read_only() {
    let desk = Desk::new();
    let script = r#"mkdir "$1/盘"; mount -t tmpfs none "$1/盘"
        printf 旧稿 > "$1/盘/稿.docx"; mount -o remount,ro "$1/盘"
        code=0; "$0" export d8 -o "$1/盘/稿.docx" || code=$?
        [ "$(cat "$1/盘/稿.docx")" = 旧稿 ] || exit 40
        exit $code"#;
    if let Some(done) = desk.with_mounts(script) {
        told(&done, "磁盘是只读的");
    }
}

#[test]
fn a_draft_on_a_full_disk() {
    let desk = Desk::new();
    // The library itself stands on the full disk: what was saved before is there, then and when
    // there is room again.
    let script = r#"mkdir "$1/盘"; mount -t tmpfs -o size=64m none "$1/盘"
        cp -r "$LECTERN_LIBRARY" "$1/盘/库"; export LECTERN_LIBRARY="$1/盘/库"
        "$0" draft show d8 > "$1/前"
        dd if=/dev/zero of="$1/盘/满" bs=4k 2>/dev/null || true
        code=0; "$0" draft fill d8 --set f1=8 || code=$?
        rm "$1/盘/满"
        "$0" draft show d8 > "$1/后"
        cmp -s "$1/前" "$1/后" || exit 40
        "$0" draft fill d8 --set f1=8 > "$1/填"
        "$0" draft show d8 | grep -q 8% || exit 41
        exit $code"#;
    if let Some(done) = desk.with_mounts(script) {
        told(&done, "磁盘已满");
    }
}
