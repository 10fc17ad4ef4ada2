//! House styles told from Word files: from those that we write, and from such as offices have.

use crate::built::{block, block_of, county_speech, docx_with, heading, packed, plain, slot, speech, strong};
use expect_test::{Expect, expect};
use formats::house_style::Numbers;
use formats::{Error, Format, HouseStyle, Learned, Limits, learn_style, write};
use speech::{BlockKind, Inline, Speech};

#[track_caller]
fn learned(docx: &[u8]) -> Learned {
    learn_style(docx, "本单位", &Limits::default()).unwrap()
}

/// The county's speech with a heading of every level alone on its line.
fn every_role() -> Speech {
    let mut whole = county_speech();
    // What is bold in the speech would be so in every style.
    let member =
        whole.blocks.iter_mut().find(|block| block.inlines.first() == Some(&strong("一是统一标准。")));
    let marker = Inline::Marker { series: 1, number: 1, as_written: "一是".to_owned(), computed: false };
    member.unwrap().inlines = vec![marker, plain("统一标准。A公司的做法要推广。")];
    whole.blocks.push(heading(2, "三级以下"));
    whole.blocks.push(heading(3, "完善台账"));
    whole.blocks.push(block(BlockKind::Paragraph, "每月5日前报送GDP和“放管服”改革情况。"));
    let closing = whole.blocks.iter().position(|block| block.kind == BlockKind::Closing).unwrap();
    let closing = whole.blocks.remove(closing);
    whole.blocks.push(closing);
    Speech { fields: whole.fields, ..speech(whole.blocks) }
}

#[test]
fn what_we_write_is_learned_as_it_was() {
    let counted = HouseStyle { numbers: Numbers::Word, ..HouseStyle::speech() };
    let on_paper = HouseStyle::built_in().into_iter().filter(|style| style.read_aloud.is_none());
    for style in on_paper.chain([counted]) {
        let docx = write(&every_role(), &style, Format::Docx).unwrap().bytes;
        let Learned { style: again, untold } = learned(&docx);
        let name = style.name.clone();
        let expected = HouseStyle {
            name: again.name.clone(),
            chinese_name: again.chinese_name.clone(),
            english_name: again.english_name.clone(),
            instead_of: again.instead_of.clone(),
            ..style
        };
        assert_eq!(again, expected, "{name}");
        assert_eq!(untold, [], "{name}");
    }
}

#[test]
fn a_style_is_the_same_text_again() {
    for style in HouseStyle::built_in() {
        assert_eq!(HouseStyle::from_toml(&style.to_toml().unwrap()).unwrap(), style);
    }
    let mut style = HouseStyle::speech();
    style.page.left = 12_000;
    assert!(matches!(style.to_toml(), Err(Error::HouseStyle { .. })));
}

/// The styles of an office that has its own names, sizes in styles alone and fonts by theme.
const STYLES: &str = r#"
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="b"><w:name w:val="党建标题"/><w:basedOn w:val="a"/><w:pPr><w:spacing w:line="600" w:lineRule="exact" w:after="300"/><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="方正小标宋简体" w:ascii="Arial"/><w:sz w:val="40"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="c"><w:name w:val="党建正文"/><w:basedOn w:val="a"/><w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640"/></w:pPr><w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="d"><w:name w:val="全文一级大标题"/><w:basedOn w:val="c"/><w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/></w:rPr></w:style>"#;

fn styled(style: &str, text: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
}

fn office() -> String {
    let mut body = styled("b", "在全镇党建工作会议上的讲话");
    body += &styled("a", "");
    body += &styled("c", "同志们：");
    body += &styled("c", "今天召开这次会议，主要任务是总结去年的工作，部署今年的任务，下面讲两点意见。");
    body += &styled("d", "一、提高认识");
    body += &styled("c", "各支部要把思想统一到全会精神上来，把责任扛在肩上，把工作抓在手上，抓紧抓实抓好。");
    body += &styled("d", "二、狠抓落实");
    body += &styled("c", "各支部要对照任务清单，逐项分解，逐项落实，年底前完成全部任务并报镇党委备案。");
    body += r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>"#;
    body
}

#[track_caller]
fn told(learned: &Learned, expected: Expect) {
    let lines = &learned.style.lines;
    let mut told = format!("{:?}\n", learned.style.page);
    for (name, dress) in [
        ("title", &lines.title),
        ("salutation", &lines.salutation),
        ("heading1", &lines.heading1),
        ("body", &lines.body),
    ] {
        told += &format!("{name}: {dress:?}\n");
    }
    for untold in &learned.untold {
        told += &format!("! {}\n", untold.zh);
    }
    expected.assert_eq(&told);
}

#[test]
fn an_office_with_its_own_names_for_styles() {
    let docx = docx_with(&[("document", &office()), ("styles", STYLES)]);
    told(
        &learned(&docx),
        expect![[r#"
        Page { width: 11906, height: 16838, top: 1440, bottom: 1440, left: 1800, right: 1800, header: 851, footer: 992, grid: Some(312) }
        title: Dress { font: "方正小标宋简体", latin: "Arial", size: 40, line: 600, bold: false, align: Centre, indent: 0, spacing: 0, before: 0, after: 300 }
        salutation: Dress { font: "仿宋", latin: "Times New Roman", size: 32, line: 560, bold: false, align: Both, indent: 200, spacing: 0, before: 0, after: 0 }
        heading1: Dress { font: "黑体", latin: "Times New Roman", size: 32, line: 560, bold: true, align: Both, indent: 200, spacing: 0, before: 0, after: 0 }
        body: Dress { font: "仿宋", latin: "Times New Roman", size: 32, line: 560, bold: false, align: Both, indent: 200, spacing: 0, before: 0, after: 0 }
        ! 文件里没有讲话人、日期、二级标题、三级标题、四级标题、结语：照“讲话稿”的样子补上，字号和行距随正文。
        ! 页脚里没有找到页码：这个版式不印页码。
    "#]],
    );
}

#[test]
fn lines_of_no_fixed_height_are_reckoned_and_it_is_said() {
    let single = STYLES.replace(r#" w:line="560" w:lineRule="exact""#, r#" w:line="360" w:lineRule="auto""#);
    let docx = docx_with(&[("document", &office()), ("styles", &single)]);
    told(
        &learned(&docx),
        expect![[r#"
        Page { width: 11906, height: 16838, top: 1440, bottom: 1440, left: 1800, right: 1800, header: 851, footer: 992, grid: Some(312) }
        title: Dress { font: "方正小标宋简体", latin: "Arial", size: 40, line: 600, bold: false, align: Centre, indent: 0, spacing: 0, before: 0, after: 300 }
        salutation: Dress { font: "仿宋", latin: "Times New Roman", size: 32, line: 936, bold: false, align: Both, indent: 200, spacing: 0, before: 0, after: 0 }
        heading1: Dress { font: "黑体", latin: "Times New Roman", size: 32, line: 936, bold: true, align: Both, indent: 200, spacing: 0, before: 0, after: 0 }
        body: Dress { font: "仿宋", latin: "Times New Roman", size: 32, line: 936, bold: false, align: Both, indent: 200, spacing: 0, before: 0, after: 0 }
        ! 文件里没有讲话人、日期、二级标题、三级标题、四级标题、结语：照“讲话稿”的样子补上，字号和行距随正文。
        ! 文件的行距不是固定值：按字号和网格折算成了固定值，请对照原文件看一眼。
        ! 页脚里没有找到页码：这个版式不印页码。
    "#]],
    );
}

#[test]
fn a_file_of_one_line_has_the_rest_of_it_filled_up() {
    let docx = docx_with(&[("document", "<w:p><w:r><w:t>同志们：</w:t></w:r></w:p>")]);
    told(
        &learned(&docx),
        expect![[r#"
        Page { width: 11906, height: 16838, top: 1440, bottom: 1440, left: 1800, right: 1800, header: 851, footer: 992, grid: None }
        title: Dress { font: "方正小标宋_GBK", latin: "Times New Roman", size: 44, line: 660, bold: false, align: Centre, indent: 0, spacing: 0, before: 0, after: 0 }
        salutation: Dress { font: "宋体", latin: "Times New Roman", size: 21, line: 273, bold: false, align: Left, indent: 0, spacing: 0, before: 0, after: 0 }
        heading1: Dress { font: "黑体", latin: "Times New Roman", size: 21, line: 273, bold: false, align: Both, indent: 0, spacing: 0, before: 0, after: 0 }
        body: Dress { font: "宋体", latin: "Times New Roman", size: 21, line: 273, bold: false, align: Left, indent: 0, spacing: 0, before: 0, after: 0 }
        ! 文件里没有标题、讲话人、日期、称谓、一级标题、二级标题、三级标题、四级标题、结语：照“讲话稿”的样子补上，字号和行距随正文。
        ! 文件的行距不是固定值：按字号和网格折算成了固定值，请对照原文件看一眼。
        ! 页脚里没有找到页码：这个版式不印页码。
    "#]],
    );
    assert_eq!(learned(&docx_with(&[("document", "")])).style.lines, HouseStyle::speech().lines);
}

#[test]
fn what_is_no_word_file_teaches_nothing() {
    let refused = |bytes: &[u8]| learn_style(bytes, "本单位", &Limits::default()).unwrap_err();
    assert_eq!(refused("一、提高认识".as_bytes()), Error::NotWord);
    assert_eq!(refused(b"%PDF-1.4"), Error::NotWord);
    assert_eq!(refused(&crate::built::odt("")), Error::NotWord);
    assert!(matches!(refused(&packed(&[("a.txt", b"a")])), Error::UnknownFormat { .. }));
    let docx = write(&county_speech(), &HouseStyle::speech(), Format::Docx).unwrap().bytes;
    assert!(matches!(
        learn_style(&docx[..docx.len() / 2], "本单位", &Limits::default()),
        Err(Error::Damaged { .. })
    ));
    assert!(matches!(learn_style(&docx, " ", &Limits::default()), Err(Error::HouseStyle { .. })));
}

#[test]
fn open_slots_teach_no_other_font() {
    let body = block_of(
        BlockKind::Paragraph,
        vec![plain("增长"), slot(1, "X"), plain("%，比去年同期加快，全年目标可以实现。")],
    );
    let docx = write(&speech(vec![body]), &HouseStyle::speech(), Format::Docx).unwrap().bytes;
    assert_eq!(learned(&docx).style.lines.body, HouseStyle::speech().lines.body);
}

/// The page number of a file with this foot, on odd and even pages alike.
#[track_caller]
fn number(foot: &str, expected: Expect) {
    const WORD: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;
    let rels = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="f" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="foot.xml"/></Relationships>"#;
    let main = format!(
        r#"<w:document {WORD}><w:body><w:p><w:r><w:t>同志们：</w:t></w:r></w:p><w:sectPr><w:footerReference w:type="default" r:id="f"/></w:sectPr></w:body></w:document>"#
    );
    let docx = packed(&[
        ("[Content_Types].xml", crate::built::CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", crate::built::PACKAGE_RELS.as_bytes()),
        ("word/document.xml", main.as_bytes()),
        ("word/_rels/document.xml.rels", rels.as_bytes()),
        ("word/foot.xml", format!("<w:ftr {WORD}>{foot}</w:ftr>").as_bytes()),
    ]);
    expected.assert_eq(&format!("{:?}", learned(&docx).style.page_number));
}

#[test]
fn page_numbers_are_found_however_word_was_asked_for_them() {
    // 插入页码，外侧: a frame at the outer margin.
    number(
        r#"<w:p><w:pPr><w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="outside" w:y="1"/></w:pPr><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">- </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:rFonts w:ascii="宋体"/><w:sz w:val="28"/></w:rPr><w:instrText xml:space="preserve">PAGE  </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> -</w:t></w:r></w:p>"#,
        expect![[
            r#"Some(PageNumber { font: "宋体", size: 28, before: "- ", after: " -", odd: Right, even: Left, indent: 0 })"#
        ]],
    );
    number(
        r#"<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>第</w:t></w:r><w:fldSimple w:instr=" PAGE \* MERGEFORMAT "><w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t>页</w:t></w:r></w:p>"#,
        expect![[
            r#"Some(PageNumber { font: "宋体", size: 24, before: "第", after: "页", odd: Centre, even: Centre, indent: 0 })"#
        ]],
    );
    number(
        r#"<w:p><w:fldSimple w:instr="PAGEREF a"/><w:r><w:t>县政府办公室</w:t></w:r></w:p>"#,
        expect!["None"],
    );
}
