//! Pages as the window draws them: they end where they do on paper.

use crate::built::{block, county_speech, speech};
use expect_test::expect;
use formats::page::{Role, lines};
use formats::{Error, HouseStyle, sample, sketch};
use speech::BlockKind;
use std::collections::BTreeSet;

#[test]
fn a_page_has_its_text_in_its_places() {
    let style = HouseStyle::named("official").unwrap();
    let mut blocks =
        vec![block(BlockKind::Title, "在大会上的讲话"), block(BlockKind::Paragraph, "增长12.5%，再接再厉。")];
    blocks.push(block(BlockKind::Table, "指标\t数"));
    let sketched = sketch(&speech(blocks), &style, 0..2).unwrap();
    assert_eq!((sketched.n_pages, sketched.pages.len()), (1, 1));
    let page = &sketched.pages[0];
    let told: Vec<String> = page
        .strokes
        .iter()
        .map(|it| {
            let (from, font) = (it.xs[0], &it.fonts[0]);
            format!("{from:5} {:5} {} {font} {}", it.baseline, it.size, it.text)
        })
        .collect();
    expect![[r#"
        223.5 129.8 22 方正小标宋_GBK 在大会上的讲话
        110.9 158.5 16 仿宋_GB2312 增长
        142.4 158.5 16 Times New Roman 12.5%
        182.5 158.5 16 仿宋_GB2312 ，再接再厉。
         83.7 187.4 16 仿宋_GB2312 指标数
        465.6 768.1 14 宋体 — 1 —"#]]
    .assert_eq(&told.join("\n"));
    assert!(page.strokes.iter().all(|it| it.xs.len() == it.text.chars().count()));
    assert_eq!(page.rules.len(), 5);
}

#[test]
fn the_sketch_has_the_lines_of_the_standard() {
    let style = HouseStyle::named("official").unwrap();
    let long = "增".repeat(28 * 23);
    let sketched = sketch(&speech(vec![block(BlockKind::Salutation, &long)]), &style, 0..1).unwrap();
    assert_eq!(sketched.n_pages, 2);
    let page = &sketched.pages[0];
    assert_eq!(page.strokes.len(), 22 + 1, "22 lines and the number");
    assert!(page.strokes[..22].iter().all(|it| it.xs.len() == 28));
    assert_eq!(page.strokes[22].text, "— 1 —");
}

#[test]
fn a_style_that_can_not_be_is_refused() {
    let mut style = HouseStyle::speech();
    style.page.left = 20_000;
    assert!(matches!(sketch(&county_speech(), &style, 0..1), Err(Error::HouseStyle { .. })));
    assert_eq!(sketch(&county_speech(), &HouseStyle::speech(), 9..11).unwrap().pages, []);
}

#[test]
fn the_sample_has_every_role_but_the_table() {
    let roles: BTreeSet<Role> = lines(&sample()).iter().map(|line| line.role).collect();
    let expected = Role::ALL.into_iter().filter(|role| *role != Role::Table);
    assert_eq!(roles, expected.collect());
    assert_eq!(sketch(&sample(), &HouseStyle::speech(), 0..9).unwrap().n_pages, 2);
}
