//! 数据表: what is read from CSV and from workbooks.

use encoding_rs::GB18030;
use formats::{Error, Limits, LooksLike, read_sheet};

#[track_caller]
fn sheet(csv: &str, expected: &[(&str, &str)]) {
    for bytes in
        [csv.as_bytes().to_vec(), format!("\u{FEFF}{csv}").into_bytes(), GB18030.encode(csv).0.into_owned()]
    {
        let sheet = read_sheet(&bytes, "数据.csv", &Limits::default()).unwrap();
        let sheet: Vec<_> = sheet.iter().map(|(label, value)| (label.as_str(), value.as_str())).collect();
        assert_eq!(sheet, expected);
    }
}

#[test]
fn comma_semicolon_or_tab() {
    sheet("增长,12.5\n户数,36\n", &[("增长", "12.5"), ("户数", "36")]);
    sheet("增长;12,5\r\n户数;36", &[("增长", "12,5"), ("户数", "36")]);
    sheet(
        "增长\t12.5，全省第一\n户数\t1,036\n总量\t3;4",
        &[("增长", "12.5，全省第一"), ("户数", "1,036"), ("总量", "3;4")],
    );
}

#[test]
fn a_header_is_optional() {
    for header in ["标签,值", "填空项,内容,说明", "Label,Value", "名称,value"] {
        sheet(&format!("{header}\n增长,12.5"), &[("增长", "12.5")]);
    }
    // Of a sheet without header no row is lost.
    sheet("名称,汉阴县\n标签,值", &[("名称", "汉阴县"), ("标签", "值")]);
}

#[test]
fn quoted_cells_hold_anything() {
    sheet(
        "\"要求\",\"第一行\n第二行，\"\"引号\"\"\"\n\"a,b\", 12 ,第三列\n",
        &[("要求", "第一行\n第二行，\"引号\""), ("a,b", "12")],
    );
}

#[test]
fn rows_that_say_nothing_are_left_out() {
    sheet("增长,12.5\n\n,3\n户数,\n只有一列\n", &[("增长", "12.5")]);
    sheet("", &[]);
}

const STRINGS: &str = "<si><t>标签</t></si><si><t>值</t></si><si><r><t>增</t></r><r><t>长</t></r><rPh><t>zz</t></rPh></si><si><t xml:space=\"preserve\"> 要求 </t></si>";
const STYLES: &str = r#"<numFmts><numFmt numFmtId="176" formatCode="0.0&quot;亿元&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="176"/><xf numFmtId="31"/></cellXfs>"#;

#[track_caller]
fn workbook(sheets: &[(&str, &str)], expected: &[(&str, &str)]) {
    let file = crate::built::xlsx(STRINGS, STYLES, sheets);
    // Whatever it is called.
    let sheet = read_sheet(&file, "数据.csv", &Limits::default()).unwrap();
    let sheet: Vec<_> = sheet.iter().map(|(label, value)| (label.as_str(), value.as_str())).collect();
    assert_eq!(sheet, expected);
}

#[test]
fn a_workbook_shows_its_numbers() {
    let rows = r#"<row><c r="A1" t="inlineStr"><is><t>2020年数据表</t></is></c></row>
        <row><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>
        <row><c r="A3" t="s"><v>2</v></c><c r="B3" s="1"><f>A1/8</f><v>0.125</v></c><c r="C3"><v>9</v></c></row>
        <row><c r="A4" t="str"><v>总量</v></c><c r="B4" s="2"><v>3.2</v></c></row>
        <row><c t="s"><v>3</v></c><c s="3"><v>43908</v></c></row>
        <row><c r="A6" t="inlineStr"><is><t>达标</t></is></c><c r="B6" t="b"><v>1</v></c></row>
        <row><c r="A7" t="inlineStr"><is><t>出错</t></is></c><c r="B7" t="e"><v>#DIV/0!</v></c></row>
        <row><c r="A8" t="s"><v>99</v></c><c r="B8"><v>1</v></c></row>"#;
    let expected = [("增长", "12.50%"), ("总量", "3.2亿元"), ("要求", "2020年3月18日"), ("达标", "是")];
    workbook(&[("visible", rows)], &expected);
    // An empty sheet, and those that are hidden, are passed over.
    let other = r#"<row><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>"#;
    workbook(&[("hidden", other), ("veryHidden", other), ("visible", ""), ("visible", rows)], &expected);
    workbook(&[], &[]);
}

#[test]
fn a_workbook_may_begin_further_right() {
    workbook(
        &[(
            "visible",
            r#"<row><c r="C5" t="s"><v>2</v></c><c r="E5"><v>12.5</v></c></row><row><c r="XFD9"><v>1</v></c></row>"#,
        )],
        &[("增长", "12.5")],
    );
}

#[test]
fn a_workbook_is_no_speech() {
    let file = crate::built::xlsx("", "", &[("visible", "")]);
    let error = formats::read(&file, "讲话.docx", &formats::ReadOptions::default()).unwrap_err();
    assert_eq!(error, Error::UnknownFormat { looks_like: LooksLike::Spreadsheet });
}

#[test]
fn a_binary_workbook_is_named() {
    // It says what it is only of all its `.bin` parts.
    let types = r#"<Types><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>"#;
    let leads = r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/></Relationships>"#;
    let file = crate::built::packed(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", leads.as_bytes()),
        ("xl/workbook.bin", b"\x83\x01\0\x80\x01"),
    ]);
    let looks_like = LooksLike::BinarySpreadsheet;
    let read = formats::read(&file, "表.xlsb", &formats::ReadOptions::default());
    assert_eq!(read.unwrap_err(), Error::UnknownFormat { looks_like });
    assert_eq!(read_sheet(&file, "表.xlsb", &Limits::default()).unwrap_err(), Error::NotSheet { looks_like });
}

#[test]
fn workbooks_have_limits() {
    use formats::Limit;
    let cell =
        |text: &str| format!("<row><c t=\"inlineStr\"><is><t>{text}</t></is></c><c><v>1</v></c></row>");
    let read = |text: &str, limits: &Limits| {
        read_sheet(&crate::built::xlsx("", "", &[("visible", &cell(text))]), "a", limits)
    };
    let limits = Limits { paragraph_characters: 4, ..Limits::default() };
    assert_eq!(read("生产总值", &limits).unwrap().len(), 1);
    let limit = Limit::ParagraphCharacters;
    assert_eq!(read("生产总值：", &limits), Err(Error::OverLimit { limit, allowed: 4 }));
    let deep = crate::built::xlsx("", "", &[("visible", &"<row>".repeat(50_000))]);
    let depth = Err(Error::OverLimit { limit: Limit::Depth, allowed: 256 });
    assert_eq!(read_sheet(&deep, "a", &Limits::default()), depth);
    let strings = crate::built::xlsx(&"<si>".repeat(50_000), "", &[]);
    assert_eq!(read_sheet(&strings, "a", &Limits::default()), depth);
}

#[test]
fn a_workbook_cut_off_or_changed_anywhere() {
    let whole = crate::built::xlsx(STRINGS, STYLES, &[("visible", r#"<row><c s="2"><v>1</v></c></row>"#)]);
    for idx in 0..whole.len() {
        drop(read_sheet(&whole[..idx], "a", &Limits::default()));
        let mut changed = whole.clone();
        changed[idx] ^= 0x15;
        drop(read_sheet(&changed, "a", &Limits::default()));
    }
}

#[test]
fn what_is_no_sheet_is_refused() {
    let limits = Limits::default();
    let refused = |bytes: &[u8]| read_sheet(bytes, "数据.csv", &limits).unwrap_err();
    let word = crate::built::docx("<w:p/>");
    assert_eq!(refused(&word), Error::NotSheet { looks_like: LooksLike::WordDocument });
    let odt = crate::built::odt("");
    assert_eq!(refused(&odt), Error::NotSheet { looks_like: LooksLike::OpenDocument });
    assert_eq!(refused(b"<html><p>a,1"), Error::NotSheet { looks_like: LooksLike::Html });
    assert_eq!(refused(b"{\\rtf1 a,1}"), Error::NotSheet { looks_like: LooksLike::Rtf });
    assert_eq!(refused(b"%PDF-1.4"), Error::NotSheet { looks_like: LooksLike::Pdf });
    assert_eq!(refused(b"a,\0"), Error::NotSheet { looks_like: LooksLike::Binary });
}

/// What the workbooks in `sheets/` say, which LibreOffice saved: a title above, an empty sheet
/// before, formulas, a note on a cell, texts longer than a record of Excel.
fn other_workbook() -> Vec<(String, String)> {
    let long = "压实责任，".repeat(900);
    let longer = format!("{}。", "a".repeat(2000));
    let rows = [
        ("增长", "12.5%"),
        ("总量", "1,234.50亿元"),
        ("户数", "36"),
        ("合计", "72"),
        ("比去年", "增加"),
        ("日期", "2020年3月18日"),
        ("达标", "是"),
        ("要求", "第一行\n第二行"),
        ("一", "1"),
        ("二", "2"),
        ("三", "3.25"),
        ("长", &long),
        ("又一条长的", &longer),
    ];
    rows.map(|(label, value)| (label.to_owned(), value.to_owned())).to_vec()
}

fn saved(name: &str) -> Vec<u8> {
    std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sheets").join(name)).unwrap()
}

#[test]
fn workbooks_of_other_programs() {
    for name in ["数据.ods", "数据.xls"] {
        let sheet = read_sheet(&saved(name), "数据.csv", &Limits::default()).unwrap();
        assert_eq!(sheet, other_workbook(), "{name}");
    }
}

#[test]
fn old_workbooks_cut_off_or_changed_anywhere() {
    for name in ["数据.ods", "数据.xls"] {
        let whole = saved(name);
        for idx in (0..whole.len()).step_by(13) {
            drop(read_sheet(&whole[..idx], name, &Limits::default()));
            let mut changed = whole.clone();
            changed[idx] ^= 0x15;
            drop(read_sheet(&changed, name, &Limits::default()));
        }
    }
}
