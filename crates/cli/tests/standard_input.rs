//! `lectern import -`: what another program hands over.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use serde_json::Value;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn lectern(library: &Path, words: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_lectern"))
        .args(words)
        .env("LECTERN_LIBRARY", library)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn told(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

const CHAT: &str =
    "张主任，这是初稿\n一、提高认识\n各镇要把防汛放在心上。\n二、抓好落实\n去年转移群众X人，今年要早。\n";

#[test]
fn a_text_becomes_a_document_called_after_its_first_line() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("素材库");
    let done = lectern(&library, &["import", "-", "--json"], CHAT.as_bytes());
    assert!(done.status.success(), "{done:?}");
    let [file, total] = &told(&done)[..] else { panic!("{done:?}") };
    assert_eq!((&file["path"], &file["status"]), (&"-".into(), &"imported".into()));
    assert_eq!(total["total"]["imported"], 1);
    let id = file["document"].as_str().unwrap();
    let listed = told(&lectern(&library, &["list", "--json"], b""));
    let row = listed[0].as_array().unwrap().iter().find(|row| row["id"] == id).unwrap();
    assert_eq!(row["title"], "张主任，这是初稿");
    assert_eq!((&row["kind"], &row["path"]), (&"template".into(), &Value::Null));
    let shown = lectern(&library, &["show", id], b"");
    assert_eq!(String::from_utf8(shown.stdout).unwrap(), CHAT);
    // Its bytes are kept as those of a file are.
    let kept = folder.path().join("原件");
    assert!(lectern(&library, &["original", id, "-o", kept.to_str().unwrap()], b"").status.success());
    assert_eq!(std::fs::read(kept).unwrap(), CHAT.as_bytes());
}

#[test]
fn the_same_text_is_there_once_and_a_title_can_be_said() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("素材库");
    let first = told(&lectern(&library, &["import", "-", "--title", "防汛讲话", "--json"], CHAT.as_bytes()));
    let again = told(&lectern(&library, &["import", "-", "--json"], format!("\n{CHAT}").as_bytes()));
    assert_eq!(again[0]["status"], "duplicate");
    assert_eq!(again[0]["document"], first[0]["document"]);
    // Another text at the same place is no newer state of it.
    let other = told(&lectern(&library, &["import", "-", "--json"], "同志们：\n今天开会。\n".as_bytes()));
    assert_eq!((&other[0]["status"], &other[0]["older"]), (&"imported".into(), &Value::Null));
    let text = String::from_utf8(lectern(&library, &["list"], b"").stdout).unwrap();
    assert!(text.contains("防汛讲话"), "{text}");
}

#[test]
fn a_web_page_is_read_as_one() {
    let folder = tempfile::tempdir().unwrap();
    let page = "<!DOCTYPE html><meta charset=utf-8><h1>在防汛会上的讲话</h1><p>各镇要<b>早</b>准备。</p>";
    let done = told(&lectern(&folder.path().join("素材库"), &["import", "-", "--json"], page.as_bytes()));
    let id = done[0]["document"].as_str().unwrap();
    let shown = lectern(&folder.path().join("素材库"), &["show", id], b"");
    assert_eq!(String::from_utf8(shown.stdout).unwrap(), "在防汛会上的讲话\n各镇要早准备。\n");
}

#[test]
fn what_is_no_text_and_what_is_asked_wrongly_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("素材库");
    for input in [&b""[..], b"  \n\n", b"\x89PNG\r\n\x1a\n"] {
        let done = lectern(&library, &["import", "-"], input);
        assert_eq!(done.status.code(), Some(2), "{done:?}");
        assert!(String::from_utf8_lossy(&done.stderr).contains("没有收进一篇"), "{done:?}");
    }
    let refused = |words: &[&str], said: &str| {
        let done = lectern(&library, words, CHAT.as_bytes());
        assert_eq!(done.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&done.stderr).contains(said), "{done:?}");
    };
    refused(&["import", "-", "别的.txt"], "要单独导入");
    refused(&["import", "别的.txt", "--title", "题目"], "--title");
}
