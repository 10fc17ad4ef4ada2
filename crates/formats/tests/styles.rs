//! House styles: the built-in ones, and what is wrong with others.

use expect_test::{Expect, expect};
use formats::HouseStyle;
use formats::page::Role;

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
    expected.assert_eq(&HouseStyle::from_toml(&toml).unwrap_err().to_string());
}

#[test]
fn wrong_styles_say_what_is_wrong() {
    wrong(
        ("size = 44", "size = 0"),
        expect!["house style: lines.title.size 0 is not within 2 and 3276 half-points"],
    );
    wrong(
        ("line = 660", "line = 40000"),
        expect!["house style: lines.title.line 40000 is not within 1 and 31680 twips"],
    );
    wrong(("left = 1588", "left = 11000"), expect!["house style: the margins leave no room for text"]);
    wrong(("grid = 579", "grid = 0"), expect!["house style: page.grid is not within 1 and 31680 twips"]);
    wrong(("size = 28", "size = 9999"), expect!["house style: page_number.size 9999 is no size"]);
    wrong(("font = \"黑体\"", "font = \" \""), expect!["house style: lines.heading1 has no font"]);
    wrong(
        ("align = \"centre\"", "align = \"middle\""),
        expect![
            "house style: lines.title.align (line 40): unknown variant `middle`, expected one of `left`, `centre`, `right`, `both`"
        ],
    );
    wrong(("size = 44\n", ""), expect!["house style: lines.title (line 35): missing field `size`"]);
    wrong(
        ("name = \"speech\"", "name = speech"),
        expect!["house style: name (line 11): string values must be quoted, expected literal string"],
    );
    wrong(
        ("header = 851", "headers = 851"),
        expect![
            "house style: page.headers (line 22): unknown field `headers`, expected one of `width`, `height`, `top`, `bottom`, `left`, `right`, `header`, `footer`, `grid`"
        ],
    );
}
