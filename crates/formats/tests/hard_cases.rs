//! What offices' programs stumble on, as a Word file that is read again.

use crate::built::{block, block_of, heading, plain, run_in, slot, speech};
use expect_test::{Expect, expect};
use formats::page::marked_lines;
use formats::{Format, HouseStyle, ReadOptions, read, sketch, write};
use speech::BlockKind::{Byline, Closing, Paragraph, Salutation, Table, Title};
use speech::{Speech, shown};

/// Each paragraph with its size, its level in the outline, and where it stands.
#[track_caller]
fn told(speech: &Speech, style: &str, expected: Expect) {
    let style = HouseStyle::named(style).unwrap();
    let docx = write(speech, &style, Format::Docx).unwrap().bytes;
    assert_eq!(docx, write(speech, &style, Format::Docx).unwrap().bytes, "the same bytes");
    let mut told = String::new();
    for paragraph in read(&docx, "a", &ReadOptions::default()).unwrap().paragraphs {
        let hints = &paragraph.hints;
        let level = hints.outline.map_or("-".to_owned(), |level| level.to_string());
        let row = if hints.table_row { " row" } else { "" };
        let centred = if hints.centred { " centred" } else { "" };
        let size = hints.half_points.unwrap_or_default();
        told += &format!("{size} {level}{centred}{row} │ {}\n", paragraph.text.replace('\t', "→"));
    }
    expected.assert_eq(&told);
}

#[test]
fn a_title_over_three_lines_and_four_levels() {
    let blocks = vec![
        block(Title, "在全县优化营商环境"),
        block(Title, "暨招商引资"),
        block(Title, "工作会议上的讲话"),
        block(Byline, "县长　张三"),
        block(Salutation, "同志们："),
        heading(1, "提高认识"),
        heading(2, "把握形势"),
        heading(3, "建立台账"),
        heading(4, "专人负责"),
        heading(4, "按月报送"),
        heading(2, "补齐短板"),
        heading(1, "抓好落实"),
        block(Closing, "同志们，让我们真抓实干！"),
    ];
    told(
        &speech(blocks),
        "official",
        expect![[r#"
        44 - centred │ 在全县优化营商环境
        44 - centred │ 暨招商引资
        44 - centred │ 工作会议上的讲话
        32 - centred │ 县长　张三
        32 - │ 同志们：
        32 1 │ 一、提高认识
        32 2 │ （一）把握形势
        32 3 │ 1.建立台账
        32 4 │ （1）专人负责
        32 4 │ （2）按月报送
        32 2 │ （二）补齐短板
        32 1 │ 二、抓好落实
        32 - │ 同志们，让我们真抓实干！
    "#]],
    );
}

#[test]
fn rare_characters_digits_with_units_open_slots_and_a_table() {
    let blocks = vec![
        block(Paragraph, "𠮷林㛃同志指出：“三公”经费下降14.7%——这是……"),
        block_of(
            Paragraph,
            vec![plain("完成投资3.75万亿元，用电2,300万千瓦时，气温-5℃，增长"), slot(1, "X"), plain("%。")],
        ),
        block(Table, "单位\t完成率"),
        block(Table, "城关镇\t98.5%"),
    ];
    told(
        &speech(blocks),
        "speech",
        expect![[r#"
        32 - │ 𠮷林㛃同志指出：“三公”经费下降14.7%——这是……
        32 - │ 完成投资3.75万亿元，用电2,300万千瓦时，气温-5℃，增长X%。
        0 - row │ 单位→完成率
        0 - row │ 城关镇→98.5%
    "#]],
    );
}

#[test]
fn a_draft_without_a_word() {
    told(&Speech::default(), "official", expect![""]);
}

#[test]
fn a_reading_copy_has_its_notes_in_brackets() {
    let blocks = vec![
        block(Salutation, "同志们："),
        heading(1, "认清形势"),
        run_in(2, "立志要高。"),
        block(Paragraph, "要立鸿鹄之志，完成投资3.75万亿元，增长14.7%。"),
    ];
    let style = HouseStyle::named("reading").unwrap();
    let lines: Vec<String> = marked_lines(&speech(blocks), &style).iter().map(|line| line.text()).collect();
    expect![[r#"
        同志们：
        一、认清形势（0.2分）
        （一）立志要高。（0.2分）要立鸿鹄（hú）之志，|完成投资3.75万亿元（三点七五万亿元），|增长14.7%（百分之十四点七）。"#]]
    .assert_eq(&lines.join("\n"));
}

/// A speech of 200 headings over four levels, with text below each.
pub(crate) fn two_hundred_headings() -> Speech {
    let levels = [1, 2, 3, 4, 4, 3, 2, 3];
    let of = |nth: usize| [heading(levels[nth % 8], "抓好落实"), block(Paragraph, "各镇要主动作为。")];
    speech((0..200).flat_map(of).collect())
}

/// A speech of a hundred pages, its paragraphs of every length, so that marks, quotes and
/// numbers with their units come to stand at the ends of lines.
pub(crate) fn a_hundred_pages() -> Speech {
    let whole = "“三公”经费下降14.7%，完成投资3,750万元——“放管服”改革深入推进……（见附件）。";
    let long = |nth: usize| format!("{}{}", "甲".repeat(nth % 28), whole.repeat(38));
    speech((0..44).map(|nth| block(Paragraph, &long(nth))).collect())
}

#[test]
fn long_speeches_lose_nothing() {
    for (speech, least) in [(two_hundred_headings(), 15), (a_hundred_pages(), 100)] {
        let style = HouseStyle::named("official").unwrap();
        let n_pages = sketch(&speech, &style, 0..1).unwrap().n_pages;
        assert!(n_pages >= least, "{n_pages} pages");
        let docx = write(&speech, &style, Format::Docx).unwrap().bytes;
        let paragraphs = read(&docx, "a", &ReadOptions::default()).unwrap().paragraphs;
        let lines: Vec<String> = paragraphs.iter().map(|it| it.text.clone()).collect();
        assert_eq!(lines.join("\n"), shown::text(&speech));
        let n_headings = paragraphs.iter().filter(|it| it.hints.outline.is_some()).count();
        assert_eq!(n_headings, shown::shown(&speech).iter().filter(|it| it.n_numeral() > 0).count());
    }
}

#[test]
fn no_line_begins_or_ends_as_none_may() {
    let style = HouseStyle::named("official").unwrap();
    let sketched = sketch(&a_hundred_pages(), &style, 0..200).unwrap();
    let mut n_lines = 0;
    for page in &sketched.pages {
        let mut rows: Vec<(f64, String)> = Vec::new();
        for stroke in page.strokes.iter().filter(|it| it.role != "number") {
            match rows.last_mut() {
                Some((baseline, text)) if *baseline == stroke.baseline => text.push_str(&stroke.text),
                _ => rows.push((stroke.baseline, stroke.text.clone())),
            }
        }
        for (_, row) in &rows {
            n_lines += 1;
            let row = row.trim();
            assert!(!row.starts_with(['，', '。', '”', '）', '、', '%', '…', '.', ',']), "{row}");
            assert!(!row.ends_with(['“', '（']), "{row}");
        }
        // No number is parted: a row that begins with a digit follows one that ends with none.
        for pair in rows.windows(2) {
            let (before, after) = (pair[0].1.trim_end(), pair[1].1.trim_start());
            let parted = before.ends_with(|c: char| c.is_ascii_digit() || c == ',' || c == '.')
                && after.starts_with(|c: char| c.is_ascii_digit());
            assert!(!parted, "{before} | {after}");
        }
    }
    assert!(n_lines > 2_000, "{n_lines} lines");
}
