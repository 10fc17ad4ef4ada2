//! The office's own house styles in the library's folder.

#![allow(clippy::unwrap_used)]

use formats::HouseStyle;
use library::{Document, Error, HouseStyles, Library, NewDraft, learn_style_file};
use speech::{Extent, Inline};
use std::fs;
use std::path::Path;
use std::time::SystemTime;

fn open(folder: &Path) -> Library {
    Library::open(&folder.join("素材库"), SystemTime::now()).unwrap()
}

fn own(name: &str) -> HouseStyle {
    let mut style = HouseStyle::speech().renamed(name);
    style.lines.body.line = 560;
    style
}

fn names(styles: &HouseStyles) -> Vec<&str> {
    styles.own.iter().map(|style| style.name.as_str()).collect()
}

#[test]
fn a_style_is_kept_renamed_and_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    assert_eq!(library.house_styles().unwrap().own, []);

    library.keep_house_style(&own("本单位"), None).unwrap();
    let styles = HouseStyles::of(library.folder()).unwrap();
    assert_eq!(styles.get("本单位").unwrap(), own("本单位"));
    assert_eq!(styles.get("讲话稿").unwrap(), HouseStyle::speech());
    let file = library.folder().join("styles/本单位.toml");
    assert!(fs::read_to_string(&file).unwrap().starts_with("# 讲台的版式"));

    let wider = HouseStyle { page_number: None, ..own("县府办") };
    library.keep_house_style(&wider, Some("本单位")).unwrap();
    assert!(!file.exists());
    assert_eq!(library.house_styles().unwrap().own, std::slice::from_ref(&wider));

    assert_eq!(library.delete_house_style("县府办").unwrap(), wider);
    assert_eq!(library.house_styles().unwrap().own, []);
    assert_eq!(fs::read_dir(library.folder().join("styles")).unwrap().count(), 0);
}

#[test]
fn names_that_can_not_be_are_refused_and_nothing_is_changed() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    library.keep_house_style(&own("本单位"), None).unwrap();
    let long = "长".repeat(41);
    for name in ["", " ", "../本单位", "a:b", "一\n二", ".本", "本单位 ", "speech", "讲话稿", "本单位", &long]
    {
        let refused = library.keep_house_style(&own(name), None).unwrap_err();
        assert!(matches!(refused, Error::StyleName { .. }), "{name}: {refused}");
    }
    let refused = library.keep_house_style(&own("公文"), Some("本单位")).unwrap_err();
    assert_eq!(refused.message().zh, "版式不能叫“公文”：已经有叫“公文”的版式。没有保存，请换一个名字。");
    assert!(matches!(
        library.keep_house_style(&own("别的"), Some("speech")).unwrap_err(),
        Error::BuiltInStyle { .. }
    ));
    assert!(matches!(library.delete_house_style("official").unwrap_err(), Error::BuiltInStyle { .. }));
    assert!(matches!(library.delete_house_style("没有").unwrap_err(), Error::UnknownStyle { .. }));
    assert_eq!(names(&library.house_styles().unwrap()), ["本单位"]);
}

#[test]
fn files_that_can_not_be_used_are_told_and_keep_no_other_away() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    library.keep_house_style(&own("本单位"), None).unwrap();
    let styles = library.folder().join("styles");
    let toml = fs::read_to_string(styles.join("本单位.toml")).unwrap();
    fs::write(styles.join("拷贝.toml"), &toml).unwrap();
    fs::write(styles.join("错.toml"), toml.replace("size = 44", "size = \"二号\"")).unwrap();
    fs::write(styles.join("国标码.toml"), b"# \xd2\xbb\xa1\xa2").unwrap();
    // What Windows' editor writes, under a name of its own.
    fs::write(styles.join("记事本.toml"), format!("\u{FEFF}{}", toml.replace("\"本单位\"", "\"县府办\"")))
        .unwrap();
    fs::write(styles.join("说明.txt"), "不是版式").unwrap();
    let there = library.house_styles().unwrap();
    assert_eq!(names(&there), ["县府办", "本单位"]);
    let told: Vec<String> =
        there.wrong.iter().map(|wrong| format!("{}：{}", wrong.file, wrong.message.zh)).collect();
    expect_test::expect![[r#"
        国标码.toml：不是 UTF-8 编码的文本，请另存为 UTF-8
        错.toml：第37行 lines.title.size：这里应当是 0 或 0 以上的整数
        拷贝.toml：name：已经有叫“本单位”的版式"#]]
    .assert_eq(&told.join("\n"));
    let refused = there.get("错").unwrap_err().message().zh;
    assert!(refused.starts_with("版式 错.toml 有误：第"), "{refused}");

    // One that was called otherwise by hand is found by its name.
    library.delete_house_style("县府办").unwrap();
    assert!(!styles.join("记事本.toml").exists());
}

#[test]
fn a_style_is_learned_from_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let starter = library.documents(None).unwrap()[0].id;
    let (_, speech) = library.document(starter).unwrap();
    let path = folder.path().join("样张.docx");
    library::export(&speech, &own("本单位"), &path).unwrap();
    let learned = learn_style_file(&path, "样张", &formats::Limits::default()).unwrap().style;
    library.keep_house_style(&learned, None).unwrap();
    let kept = library.house_styles().unwrap().get("样张").unwrap();
    assert_eq!((kept.lines.body.line, kept.page), (560, HouseStyle::speech().page));
    assert!(matches!(
        learn_style_file(&folder.path().join("没有.docx"), "样张", &formats::Limits::default()),
        Err(Error::Io { .. })
    ));
}

#[test]
fn sources_and_findings_stand_behind_a_draft_that_wants_them() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let starter = library.documents(None).unwrap().remove(0);
    let from = vec![(starter.id, Extent::Whole)];
    let new =
        NewDraft {
            title: Some("在全县大会上的讲话".to_owned()), date: None, from, now: SystemTime::now()
        };
    let (document, mut speech) = library.document(library.new_draft(&new).unwrap()).unwrap();
    let unfinished = Inline::Text { text: "完成XX万元，“三个坚持".to_owned(), strong: false };
    speech.blocks.last_mut().unwrap().inlines.push(unfinished);
    let lexicon = library.lexicon().unwrap();
    let behind = |document: &Document, style: &HouseStyle| {
        library.appendices(document, &speech, style, &lexicon).unwrap()
    };
    let style = HouseStyle { appendix: true, ..own("本单位") };
    assert_eq!(behind(&document, &own("本单位")), []);
    assert_eq!(behind(&starter, &style), []);
    let appendices = behind(&document, &style);
    assert!(appendices[0].entries[0].starts_with(&starter.title.replace('\n', "")), "{appendices:?}");
    assert!(appendices[0].entries[1].starts_with("本稿新写 "), "{appendices:?}");
    assert!(!appendices[1].entries.is_empty());

    let path = folder.path().join("稿.docx");
    library::export_with(&speech, &style, &appendices, &path).unwrap();
    let read = library::read_file(&path, &formats::ReadOptions::default()).unwrap();
    let lines: Vec<&str> = read.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    let at = lines.iter().position(|line| *line == "附：出处").unwrap();
    assert_eq!(lines[at + 1], appendices[0].entries[0]);
}
