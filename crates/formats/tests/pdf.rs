//! PDFs, made here to show one thing each.

use crate::built::{drawn, pdf};
use formats::{Error, Limit, LooksLike, ReadOptions, read, read_sheet};
use std::fs;
use std::path::Path;

fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)).unwrap()
}

fn texts(file: &[u8]) -> Vec<String> {
    let extracted = read(file, "讲话.pdf", &ReadOptions::default()).unwrap();
    extracted.paragraphs.into_iter().map(|paragraph| paragraph.text).collect()
}

fn error(file: &[u8]) -> Error {
    read(file, "讲话.pdf", &ReadOptions::default()).unwrap_err()
}

#[track_caller]
fn page(content: &[u8], expected: &[&str]) {
    assert_eq!(texts(&pdf(&[content], &[])), expected);
}

#[test]
fn a_pdf_says_what_its_text_says() {
    let text = String::from_utf8(fixture("read/优化营商环境.txt")).unwrap();
    let expected: Vec<_> = text.lines().collect();
    for name in ["read/页眉和页码.pdf", "read/版心22行28字.pdf"] {
        assert_eq!(texts(&fixture(name)), expected, "{name}");
    }
    // The speech four times over, its head once.
    let (head, body) = expected.split_at(4);
    let four_times: Vec<_> = head.iter().chain(std::iter::repeat_n(body, 4).flatten()).copied().collect();
    let hanging = |text: &str| text.replace('，', "");
    let columns = texts(&fixture("read/两栏.pdf"));
    // The program that made it loses commas that would hang into the gap.
    assert_eq!(
        columns.iter().map(|text| hanging(text)).collect::<Vec<_>>(),
        four_times.iter().map(|text| hanging(text)).collect::<Vec<_>>()
    );
}

#[test]
fn lines_go_from_top_to_bottom_whatever_their_order() {
    let content =
        [drawn(90, 600, "第三行在最后画"), drawn(122, 700, "第一行"), drawn(90, 650, "第二行")].concat();
    page(&content, &["第一行", "第二行", "第三行在最后画"]);
}

#[test]
fn a_line_is_of_one_baseline_and_gaps_are_cells() {
    let content = [
        drawn(90, 700, "单位"),
        drawn(250, 700, "完成率"),
        drawn(90, 670, "同志"),
        drawn(122, 672, "们："),
        drawn(90, 640, "一、"),
        drawn(150, 640, "任务"),
    ]
    .concat();
    page(&content, &["单位\t完成率", "同志们：", "一、任务"]);
}

#[test]
fn a_character_drawn_twice_is_one() {
    page(&[drawn(90, 700, "同志们："), drawn(91, 700, "同志们：")].concat(), &["同志们："]);
}

#[test]
fn a_mark_across_the_page_is_no_text() {
    let mark = b"q 0.7 0.7 -0.7 0.7 0 0 cm BT /Helv 40 Tf 100 0 Td (DRAFT) Tj ET Q\n".to_vec();
    page(&[mark, drawn(90, 700, "同志们：")].concat(), &["同志们："]);
}

#[test]
fn what_is_said_to_be_furniture_is_no_text() {
    let head = [b"/Artifact BMC\n".to_vec(), drawn(90, 700, "机密"), b"EMC\n".to_vec()].concat();
    page(&[head.clone(), drawn(90, 600, "同志们：")].concat(), &["同志们："]);
    // Not where nothing else is there.
    page(&head, &["机密"]);
}

#[test]
fn a_stretch_may_say_what_it_stands_for() {
    let said =
        [b"/Span<</ActualText<FEFF540C5FD7>>>BDC\n".to_vec(), drawn(90, 700, "甲乙"), b"EMC\n".to_vec()];
    page(&said.concat(), &["同志"]);
}

#[test]
fn heads_feet_and_page_numbers_are_no_text() {
    let page = |number: u32, text: &str| {
        let number = format!("— {number} —");
        [drawn(90, 800, "全县大会"), drawn(90, 700, text), drawn(280, 40, &number)].concat()
    };
    let (first, second) = (page(1, "同志们："), page(2, "第二页的话"));
    assert_eq!(texts(&pdf(&[&first, &second], &[])), ["同志们：", "第二页的话"]);
    // A number amid the text is text, and so is a head of one page.
    let alone = [drawn(90, 800, "全县大会"), drawn(90, 500, "27"), drawn(90, 300, "完")].concat();
    assert_eq!(texts(&pdf(&[&alone], &[])), ["全县大会", "27", "完"]);
}

const SCAN: &[u8] = b"q 595 0 0 842 0 0 cm /Scan Do Q\n";

#[test]
fn pages_that_say_one_line_at_the_top_each_say_it() {
    let pages = [drawn(90, 790, "第一个目标"), drawn(90, 790, "第一个目标")];
    // How they are joined does not matter here.
    assert_eq!(texts(&pdf(&[&pages[0], &pages[1]], &[])).concat(), "第一个目标第一个目标");
}

#[test]
fn a_scan_is_named() {
    assert_eq!(error(&pdf(&[SCAN, SCAN], &[])), Error::NoText { pages: 2 });
    // The name of the program that scanned it is no text.
    let stamped = [SCAN.to_vec(), drawn(90, 20, "由扫描软件生成")].concat();
    assert_eq!(error(&pdf(&[&stamped], &[])), Error::NoText { pages: 1 });
    // Text drawn as outlines is none.
    assert_eq!(error(&pdf(&[b"0 0 m 9 9 l 9 0 l f"], &[])), Error::NoText { pages: 1 });
    // Pages with nothing on them are not pictures.
    assert_eq!(texts(&pdf(&[b""], &[])), [""; 0]);
}

#[test]
fn recognised_text_under_a_scan_is_read_with_a_warning() {
    let seen = [SCAN.to_vec(), b"3 Tr\n".to_vec(), drawn(90, 700, "同志们：")].concat();
    let extracted = read(&pdf(&[&seen], &[]), "a", &ReadOptions::default()).unwrap();
    assert_eq!(extracted.paragraphs[0].text, "同志们：");
    assert_eq!(extracted.warnings.len(), 1);
}

#[test]
fn a_page_that_is_a_picture_is_told() {
    let text = drawn(90, 700, "同志们：");
    let extracted = read(&pdf(&[&text, SCAN], &[]), "a", &ReadOptions::default()).unwrap();
    assert_eq!(extracted.warnings[0].zh, "有 1 页只是图片：没有读取。");
}

#[test]
fn fonts_that_say_nothing_are_refused() {
    let own = b"BT /Own 16 Tf 1 0 0 1 90 700 Tm <000100020003> Tj ET\n".to_vec();
    assert_eq!(error(&pdf(&[&own], &[])), Error::Unreadable { unknown: 3, characters: 3 });
    let mostly_known = [drawn(90, 600, &"同志们：".repeat(8)), own].concat();
    assert_eq!(error(&pdf(&[&mostly_known], &[])), Error::Unreadable { unknown: 3, characters: 35 });
    let nearly_all =
        [drawn(90, 600, &"同志们：".repeat(7)), drawn(90, 550, &"同志们：".repeat(8)), mostly_known];
    let extracted = read(&pdf(&[&nearly_all.concat()], &[]), "a", &ReadOptions::default()).unwrap();
    assert!(extracted.warnings[0].zh.starts_with("有 3 个字"), "{:?}", extracted.warnings);
}

#[test]
fn a_password_is_named_and_one_for_printing_is_none() {
    assert_eq!(error(&fixture("refused/密码.pdf")), Error::Protected);
    assert_eq!(texts(&fixture("read/只限打印.pdf")), ["同志们："]);
}

#[test]
fn what_is_no_pdf_inside_is_damaged() {
    assert!(matches!(error(b"%PDF-1.7\n"), Error::Damaged { .. }));
}

#[test]
fn a_pdf_is_no_sheet() {
    let error = read_sheet(&pdf(&[b""], &[]), "数据.csv", &formats::Limits::default()).unwrap_err();
    assert_eq!(error, Error::NotSheet { looks_like: LooksLike::Pdf });
}

#[test]
fn bytes_in_front_are_passed_over() {
    let file = [b"\r\nX-Mailer: 1\r\n".to_vec(), pdf(&[&drawn(90, 700, "同志们：")], &[])].concat();
    assert_eq!(texts(&file), ["同志们："]);
    let text = "“%PDF-”是 PDF 的开头";
    assert_eq!(texts(text.as_bytes()), [text]);
}

#[test]
fn forms_that_draw_forms_end() {
    let text = drawn(90, 700, "同志们：");
    assert_eq!(texts(&pdf(&[b"/F0 Do"], &[b"/F1 Do", &text])), ["同志们："]);
    // Each draws the next, too many of them; and ten levels that draw the next ten times.
    let chain: Vec<Vec<u8>> = (1..=14).map(|next| format!("/F{next} Do").into_bytes()).collect();
    let forms: Vec<&[u8]> = chain.iter().map(Vec::as_slice).chain([text.as_slice()]).collect();
    let depth = Error::OverLimit { limit: Limit::Depth, allowed: 12 };
    assert_eq!(error(&pdf(&[b"/F0 Do"], &forms)), depth);
    assert_eq!(texts(&pdf(&[b"/F0 Do"], &[b"/F0 Do"])), [""; 0]);
    let levels: Vec<Vec<u8>> = (1..=10).map(|next| format!("/F{next} Do ").repeat(10).into_bytes()).collect();
    let forms: Vec<&[u8]> = levels.iter().map(Vec::as_slice).chain([text.as_slice()]).collect();
    let steps = Error::OverLimit { limit: Limit::Steps, allowed: 2_000_000 };
    assert_eq!(error(&pdf(&[b"/F0 Do"], &forms)), steps);
}
