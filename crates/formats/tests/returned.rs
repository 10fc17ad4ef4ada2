//! Files that came back changed, by files: `returned/NAME.xml`, in the manner of `reading`, and
//! beside it `NAME.xml.expect`: the text before its changes, the text after them, and with each
//! line who changed it and what was noted beside it.

use crate::built;
use crate::reading::fixture;
use expect_test::expect_file;
use formats::{Error, Limits, ReadOptions, read, read_returned};
use speech::returned::{Returned, ReturnedLine};
use std::fmt::Write;
use std::fs;
use std::path::Path;

#[test]
fn both_texts_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/returned");
    let mut n_files = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if name.ends_with(".expect") {
            continue;
        }
        let bytes = fixture(&path);
        let returned = read_returned(&bytes, name, &ReadOptions::default()).unwrap();
        expect_file![path.with_file_name(format!("{name}.expect"))].assert_eq(&told(&returned));
        let plainly = read(&bytes, name, &ReadOptions::default()).unwrap().paragraphs;
        let after: Vec<_> = returned.after.into_iter().map(|line| line.paragraph).collect();
        assert_eq!(after, plainly, "{name}: what came back is what an import reads");
        n_files += 1;
    }
    assert_eq!(n_files, 3);
}

fn told(returned: &Returned) -> String {
    let mut told = String::new();
    if let Some(before) = &returned.before {
        told += "--- before\n";
        before.iter().for_each(|line| tell(line, &mut told));
    }
    told += "--- after\n";
    returned.after.iter().for_each(|line| tell(line, &mut told));
    told
}

fn tell(line: &ReturnedLine, told: &mut String) {
    writeln!(told, "{}", line.paragraph.text).unwrap();
    for by in &line.by {
        writeln!(told, "  ^ {} {}", by.who, by.when.as_deref().unwrap_or("?")).unwrap();
    }
    for remark in &line.remarks {
        let (by, about, text) = (&remark.by.who, &remark.about, remark.text.replace('\n', "⏎"));
        writeln!(told, "  “{about}” {by}: {text}").unwrap();
    }
}

#[test]
fn other_files_have_one_text() {
    for (bytes, name) in [
        ("同志们：\n要狠抓落实。".as_bytes().to_vec(), "讲话.txt"),
        (built::odt("<text:p>同志们：</text:p><text:p>要狠抓落实。</text:p>"), "讲话.odt"),
        (built::docx(&(built::p("同志们：") + &built::p("要狠抓落实。"))), "讲话.docx"),
    ] {
        let returned = read_returned(&bytes, name, &ReadOptions::default()).unwrap();
        let lines: Vec<&str> = returned.after.iter().map(|line| line.paragraph.text.as_str()).collect();
        assert_eq!((returned.before, lines), (None, vec!["同志们：", "要狠抓落实。"]), "{name}");
    }
}

#[test]
fn the_limits_hold_here_too() {
    let limits = Limits { file_bytes: 10, ..Limits::default() };
    let options = ReadOptions { limits, ..ReadOptions::default() };
    let bytes = built::docx(&built::p("同志们："));
    assert!(matches!(read_returned(&bytes, "讲话.docx", &options), Err(Error::FileTooLarge { .. })));
}

/// Words that many comments are about go to few of them, each comment's are cut: a file can't
/// make them many times its size.
#[test]
fn comments_do_not_multiply_the_text() {
    let starts: String = (0..200).map(|id| format!(r#"<w:commentRangeStart w:id="{id}"/>"#)).collect();
    let body = format!("<w:p>{starts}<w:r><w:t>{}</w:t></w:r></w:p>", "要狠抓落实。".repeat(1_000));
    let comment = |id| {
        format!(r#"<w:comment w:id="{id}" w:author="李四"><w:p><w:r><w:t>改</w:t></w:r></w:p></w:comment>"#)
    };
    let comments: String = (0..200).map(comment).collect();
    let bytes = built::docx_with(&[("document", &body), ("comments", &comments)]);
    let returned = read_returned(&bytes, "讲话.docx", &ReadOptions::default()).unwrap();
    let remarks = &returned.after[0].remarks;
    assert_eq!(remarks.len(), 16);
    assert!(remarks.iter().all(|remark| remark.about.chars().count() == 60));
}
