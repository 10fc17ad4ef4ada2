//! What is written, byte by byte where it matters.

use crate::built::{block, block_of, county_speech, heading, plain, slot, speech, strong};
use expect_test::{expect, expect_file};
use formats::{Format, HouseStyle, write};
use speech::BlockKind::{self, Paragraph, Table};
use speech::Speech;
use std::io::{Cursor, Read};

fn written(speech: &Speech, format: Format) -> Vec<u8> {
    write(speech, &HouseStyle::speech(), format).unwrap().bytes
}

fn text(speech: &Speech, format: Format) -> String {
    String::from_utf8(written(speech, format)).unwrap()
}

/// A part of a Word file, an element a line.
fn part(docx: &[u8], name: &str) -> String {
    let mut part = String::new();
    zip::ZipArchive::new(Cursor::new(docx))
        .unwrap()
        .by_name(name)
        .unwrap()
        .read_to_string(&mut part)
        .unwrap();
    part.replace("><w:", ">\n<w:").replace("></w:p>", ">\n</w:p>").replace("></w:tbl>", ">\n</w:tbl>")
}

#[test]
fn a_speech_as_a_word_file() {
    let docx = written(&county_speech(), Format::Docx);
    expect_file!["write/document.xml"].assert_eq(&part(&docx, "word/document.xml"));
    expect_file!["write/styles.xml"].assert_eq(&part(&docx, "word/styles.xml"));
    expect_file!["write/fontTable.xml"].assert_eq(&part(&docx, "word/fontTable.xml"));
    expect_file!["write/footer1.xml"].assert_eq(&part(&docx, "word/footer1.xml"));
    expect_file!["write/footer2.xml"].assert_eq(&part(&docx, "word/footer2.xml"));
}

#[test]
fn the_same_speech_gives_the_same_bytes() {
    assert_eq!(written(&county_speech(), Format::Docx), written(&county_speech(), Format::Docx));
}

#[test]
fn what_xml_can_not_hold_is_left_out() {
    let docx =
        written(&speech(vec![block(Paragraph, "一\u{1}二\u{0}三\u{FFFE}四]]><w:p/>\"&amp;")]), Format::Docx);
    let main = part(&docx, "word/document.xml");
    assert!(main.contains("一二三四]]&gt;&lt;w:p/&gt;&quot;&amp;amp;"), "{main}");
}

#[test]
fn a_page_without_numbers_refers_to_no_foot() {
    let style = HouseStyle { page_number: None, ..HouseStyle::speech() };
    let docx = write(&county_speech(), &style, Format::Docx).unwrap().bytes;
    assert!(!part(&docx, "word/document.xml").contains("footerReference"));
    assert!(!part(&docx, "word/footer1.xml").contains("PAGE"));
}

#[test]
fn a_speech_as_text() {
    expect_file!["write/speech.txt"].assert_eq(&text(&county_speech(), Format::Txt));
    assert_eq!(text(&Speech::default(), Format::Txt), "");
}

#[test]
fn a_speech_as_markdown() {
    expect_file!["write/speech.md"].assert_eq(&text(&county_speech(), Format::Md));
    assert_eq!(text(&Speech::default(), Format::Md), "");
}

#[test]
fn marks_of_markdown_in_a_text_are_escaped_and_slots_stay() {
    let paragraphs = [
        "# 不是标题",
        "1. 不是列表",
        "1.也不是",
        "2020) 年",
        "- 不是列表",
        "-5℃",
        "---",
        "> 5 亿元",
        "`代码`",
        "**县**镇",
        r"C:\*\",
        "增长X%，XX县，××镇，___，【】，{{姓名}}",
    ];
    let mut blocks: Vec<_> = paragraphs.iter().map(|text| block(Paragraph, text)).collect();
    blocks.push(heading(1, "井号 ##"));
    blocks.push(block_of(Paragraph, vec![strong(" 一是 "), slot(1, "**"), strong("二是")]));
    blocks.push(block_of(Paragraph, vec![strong("一是"), strong("统一标准。"), plain("各镇")]));
    expect![[r#"
        \# 不是标题

        1\. 不是列表

        1.也不是

        2020\) 年

        \- 不是列表

        -5℃

        \---

        \> 5 亿元

        \`代码`

        \*\*县\*\*镇

        C:\\\*\\

        增长X%，XX县，××镇，___，【】，{{姓名}}

        ## 一、井号 \##

         **一是** \*\***二是**

        **一是统一标准。**各镇
    "#]]
    .assert_eq(&text(&speech(blocks), Format::Md));
}

#[test]
fn a_table_of_uneven_rows_stays_one_table() {
    let docx = written(
        &speech(vec![
            block(Table, "一\t二\t三"),
            block(Table, "四"),
            block(Table, "\t五"),
            block(BlockKind::Closing, "完"),
        ]),
        Format::Docx,
    );
    let main = part(&docx, "word/document.xml");
    assert_eq!(main.matches("<w:tbl>").count(), 1);
    assert_eq!(main.matches("<w:tc>").count(), 6);
    assert_eq!(main.matches("<w:gridSpan").count(), 2);
}
