//! House styles: the built-in ones, and what is wrong with others.

use expect_test::{Expect, expect};
use formats::page::Role;
use formats::{Error, HouseStyle, ReadingChoice};

#[test]
fn the_built_in_styles_are_found_by_both_names() {
    let names: Vec<_> = HouseStyle::built_in()
        .iter()
        .map(|style| (style.name.clone(), style.title().zh, style.title().en))
        .collect();
    expect![[r#"
        [("speech", "讲话稿", "speech"), ("official", "公文", "official document"), ("reading", "朗读稿", "reading copy")]"#]]
    .assert_eq(&format!("{names:?}"));
    assert_eq!(HouseStyle::NAMES.to_vec(), names.iter().map(|names| &names.0).collect::<Vec<_>>());
    assert_eq!(HouseStyle::named("speech"), Some(HouseStyle::speech()));
    assert_eq!(HouseStyle::named("公文"), HouseStyle::named("official"));
    assert_eq!(HouseStyle::named("没有"), None);
}

/// Lines a page and characters a line of the text.
fn room(style: &HouseStyle) -> (u32, u32) {
    let (page, body) = (&style.page, style.dress(Role::Body));
    let character = (body.size * 10).checked_add_signed(body.spacing).unwrap();
    ((page.height - page.top - page.bottom) / body.line, (page.width - page.left - page.right) / character)
}

#[test]
fn the_type_area_is_that_of_the_standard() {
    for name in ["speech", "official"] {
        let style = HouseStyle::named(name).unwrap();
        assert_eq!(room(&style), (22, 28), "{name}");
        // §5.2: 156 mm by 225 mm, in tenths.
        let tenths = |twips: u32| (f64::from(twips) / 567.0 * 100.0).round();
        let page = &style.page;
        assert_eq!(tenths(page.width - page.left - page.right), 1560.0);
        assert_eq!(tenths(page.height - page.top - page.bottom), 2250.0);
    }
    assert_eq!(room(&HouseStyle::named("reading").unwrap()), (17, 20));
}

#[test]
fn fonts_instead_of_fonts_come_to_an_end() {
    let mut style = HouseStyle::speech();
    expect![[r#"["仿宋_GB2312", "仿宋", "FangSong", "STFangsong", "Noto Serif CJK SC"]"#]]
        .assert_eq(&format!("{:?}", style.alternatives("仿宋_GB2312")));
    style.instead_of.insert("FangSong".to_owned(), "仿宋".to_owned());
    assert_eq!(style.alternatives("仿宋"), ["仿宋", "FangSong"]);
}

#[track_caller]
fn wrong(change: (&str, &str), expected: Expect) {
    let toml = include_str!("../styles/speech.toml").replacen(change.0, change.1, 1);
    let Err(Error::HouseStyle { detail }) = HouseStyle::from_toml(&toml) else {
        panic!("{change:?} is right")
    };
    expected.assert_eq(&format!("{}\n{}", detail.zh, detail.en));
}

#[test]
fn wrong_styles_say_what_is_wrong() {
    wrong(
        ("size = 44", "size = 0"),
        expect![[r#"
            第39行 lines.title.size：字号 0 不在 2 到 3276 半磅之间
            lines.title.size (line 39): 0 is not within 2 and 3276 half-points"#]],
    );
    wrong(
        ("line = 660", "line = 40000"),
        expect![[r#"
            第40行 lines.title.line：40000 不在 1 到 31680 缇之间（20 缇是 1 磅）
            lines.title.line (line 40): 40000 is not within 1 and 31680 twips"#]],
    );
    wrong(
        ("left = 1588", "left = 11000"),
        expect![[r#"
            第20行 page.left：页边距没有给正文留下地方
            page.left (line 20): the margins leave no room for text"#]],
    );
    wrong(
        ("grid = 579", "grid = 0"),
        expect![[r#"
            第25行 page.grid：0 不在 1 到 31680 缇之间（20 缇是 1 磅）
            page.grid (line 25): 0 is not within 1 and 31680 twips"#]],
    );
    wrong(
        ("size = 28", "size = 9999"),
        expect![[r#"
            第29行 page_number.size：字号 9999 不在 2 到 3276 半磅之间
            page_number.size (line 29): 9999 is not within 2 and 3276 half-points"#]],
    );
    wrong(
        ("font = \"黑体\"", "font = \" \""),
        expect![[r#"
            第70行 lines.heading1.font：“ ”不是字体的名字
            lines.heading1.font (line 70): “ ” is no font"#]],
    );
    wrong(
        ("align = \"centre\"", "align = \"middle\""),
        expect![[r#"
            第41行 lines.title.align：不能是 middle，可以是 left、centre、right、both
            lines.title.align (line 41): unknown variant `middle`, expected one of `left`, `centre`, `right`, `both`"#]],
    );
    wrong(
        ("size = 44\n", ""),
        expect![[r#"
            第36行 lines.title：缺少 size
            lines.title (line 36): missing field `size`"#]],
    );
    wrong(
        ("name = \"speech\"", "name = speech"),
        expect![[r#"
        第11行 name：这里写得不对，文字要放在引号里，一项占一行
        name (line 11): string values must be quoted, expected literal string"#]],
    );
    wrong(
        ("header = 851", "headers = 851"),
        expect![[r#"
            第23行 page.headers：没有 headers 这一项，可以写的有 width、height、top、bottom、left、right、header、footer、grid
            page.headers (line 23): unknown field `headers`, expected one of `width`, `height`, `top`, `bottom`, `left`, `right`, `header`, `footer`, `grid`"#]],
    );
    wrong(
        ("size = 44", "size = \"二号\""),
        expect![[r#"
            第39行 lines.title.size：这里应当是 0 或 0 以上的整数
            lines.title.size (line 39): invalid type: string "二号", expected u32"#]],
    );
    wrong(
        ("size = 44", "size = -1"),
        expect![[r#"
            第39行 lines.title.size：这里应当是 0 或 0 以上的整数
            lines.title.size (line 39): invalid value: integer `-1`, expected u32"#]],
    );
    wrong(
        ("size = 44", "size = 44\nsize = 42"),
        expect![[r#"
            第40行 lines.title.size：写了两遍
            lines.title.size (line 40): duplicate key"#]],
    );
    wrong(
        ("bold = true", "bold = 1"),
        expect![[r#"
            第92行 lines.heading3.bold：这里应当是 true 或 false
            lines.heading3.bold (line 92): invalid type: integer `1`, expected a boolean"#]],
    );
    wrong(
        ("indent = 200", "indent = 20000"),
        expect![[r#"
            第75行 lines.heading1.indent：20000 太大，最多 10000（百分之一字）
            lines.heading1.indent (line 75): 20000 is more than 10000 hundredths of a character"#]],
    );
    wrong(
        ("chinese_name = \"讲话稿\"", "chinese_name = \"\""),
        expect![[r#"
        第12行 chinese_name：是空的，或者不止一行
        chinese_name (line 12): is empty, or more than a line"#]],
    );
}

#[test]
fn a_reading_copy_is_as_its_reader_chose() {
    let style = HouseStyle::named("reading").unwrap();
    let rate = style.read_aloud.as_ref().unwrap().rate;
    assert_eq!(style.clone().read_by(&ReadingChoice::default(), rate), style, "all of it is the style's own");

    let choice =
        ReadingChoice { pinyin: false, minutes: false, bold: false, size: Some(56), ..Default::default() };
    let chosen = style.clone().read_by(&choice, 220);
    assert!(chosen.check().is_ok());
    let aloud = chosen.read_aloud.as_ref().unwrap();
    assert_eq!((aloud.rate, aloud.pinyin, aloud.minutes), (220, false, false));
    assert!(aloud.pauses && aloud.numbers_in_words);
    // 22 to 28 points: all lines grow alike, and the headings stay bold.
    let (body, title) = (&chosen.lines.body, &chosen.lines.title);
    assert_eq!((body.size, body.line, body.bold), (56, 967, false));
    assert_eq!((title.size, title.line), (66, 1069));
    assert!(chosen.lines.heading1.bold);

    let sizes = [0, 3, 1_000_000].map(|size| ReadingChoice { size: Some(size), ..Default::default() });
    for choice in sizes {
        assert_eq!(style.clone().read_by(&choice, rate), style, "no letters of that size");
    }
    let official = HouseStyle::named("official").unwrap();
    assert_eq!(official.clone().read_by(&choice, 220), official, "nobody reads from it");
}
