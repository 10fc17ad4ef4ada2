//! What stands in a Word file for reading aloud, with what is set once and what is said for one.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use std::io::Read;
use std::path::Path;
use std::process::Command;

const SPEECH: &str = "在全县大会上的讲话\n同志们：\n一、立鸿鹄之志\n全年完成投资3.75万亿元，增长14.7%。\n";

/// Runs the program in a folder; what it prints.
fn lectern(folder: &Path, words: &[&str]) -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_lectern"))
        .args(words)
        .current_dir(folder)
        .env("LECTERN_LIBRARY", folder.join("素材库"))
        .output()
        .unwrap();
    assert!(done.status.success(), "{done:?}");
    String::from_utf8(done.stdout).unwrap()
}

/// The text of a Word file from its first heading on, with all that Word shows; a line a paragraph.
fn shown(file: &Path) -> String {
    let mut part = String::new();
    let mut archive = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut part).unwrap();
    let part = part.replace("</w:p>", "\n");
    let text: String = part.split('<').map(|tag| tag.split_once('>').map_or(tag, |(_, text)| text)).collect();
    text[text.find("一、").unwrap()..].trim_end().to_owned()
}

#[test]
fn what_is_wanted_stands_in_it_and_what_is_set_once_holds_for_all() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    std::fs::write(folder.join("讲话.txt"), SPEECH).unwrap();
    lectern(folder, &["import", "讲话.txt"]);
    let all = "一、立鸿鹄（hú）之志（0.1分）\n全年完成投资3.75万亿元（三点七五万亿元），|增长14.7%（百分之十四点七）。";
    // What is set, what is exported with which words, and what stands there.
    for (set, words, expected) in [
        ("none", &["讲话.txt"][..], all),
        (
            "none",
            &["讲话.txt", "--without", "pinyin,numbers"],
            "一、立鸿鹄之志（0.1分）\n全年完成投资3.75万亿元，|增长14.7%。",
        ),
        (
            "pinyin,pauses",
            &["d7"],
            "一、立鸿鹄之志（0.1分）\n全年完成投资3.75万亿元（三点七五万亿元），增长14.7%（百分之十四点七）。",
        ),
        ("pinyin,pauses", &["d7", "--without", "none"], all),
    ] {
        lectern(folder, &["set", "--reading-without", set]);
        lectern(folder, &[&["export"], words, &["-o", "a.docx", "--style", "reading"]].concat());
        assert_eq!(shown(&folder.join("a.docx")), expected, "{set}: {words:?}");
        // None of it is of the text.
        assert!(lectern(folder, &["import", "a.docx"]).starts_with("已有  a.docx → d7"));
    }
}
