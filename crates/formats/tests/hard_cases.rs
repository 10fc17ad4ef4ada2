//! What offices' programs stumble on, as a Word file that is read again.

use crate::built::{block, block_of, heading, plain, slot, speech};
use expect_test::{Expect, expect};
use formats::{Format, HouseStyle, ReadOptions, read, write};
use speech::BlockKind::{Byline, Closing, Paragraph, Salutation, Table, Title};
use speech::Speech;

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
        block(Paragraph, "要立鸿鹄之志，完成投资3.75万亿元，增长14.7%。"),
    ];
    told(
        &speech(blocks),
        "reading",
        expect![[r#"
        44 - │ 同志们：
        44 - │ 要立鸿鹄（hú）之志，完成投资3.75万亿元（三点七五万亿元），增长14.7%（百分之十四点七）。
    "#]],
    );
}
