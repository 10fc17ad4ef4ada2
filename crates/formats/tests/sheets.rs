//! 数据表: what is read from CSV.

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
