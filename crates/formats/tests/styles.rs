//! House styles: the built-in one, and what is wrong with others.

use expect_test::{Expect, expect};
use formats::HouseStyle;
use formats::page::Role;

#[test]
fn speech_is_found_by_both_names() {
    let style = HouseStyle::speech();
    assert_eq!(HouseStyle::by_name("speech"), Some(style.clone()));
    assert_eq!(HouseStyle::by_name("讲话稿"), Some(style.clone()));
    assert_eq!(HouseStyle::by_name("公文"), None);
    assert_eq!(HouseStyle::built_in(), [style]);
}

#[test]
fn twenty_two_lines_of_twenty_eight_characters_fit_the_page() {
    let style = HouseStyle::speech();
    let (page, body) = (&style.page, style.dress(Role::Body));
    assert_eq!((page.height - page.top - page.bottom) / body.line, 22);
    let character = (body.size * 10).checked_add_signed(body.spacing).unwrap();
    assert_eq!((page.width - page.left - page.right) / character, 28);
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
        expect![[r#"
        house style: TOML parse error at line 39, column 9
           |
        39 | align = "middle"
           |         ^^^^^^^^
        unknown variant `middle`, expected one of `left`, `centre`, `right`, `both`
    "#]],
    );
    wrong(
        ("header = 851", "headers = 851"),
        expect![[r#"
        house style: TOML parse error at line 21, column 1
           |
        21 | headers = 851
           | ^^^^^^^
        unknown field `headers`, expected one of `width`, `height`, `top`, `bottom`, `left`, `right`, `header`, `footer`, `grid`
    "#]],
    );
}
