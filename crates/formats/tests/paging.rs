//! Where pages begin: in the text as on the page that is drawn.

use crate::built::{block, county_speech, heading, run_in, speech};
use formats::page::Appendix;
use formats::{HouseStyle, PageStart, paging, sketch};
use speech::parse::parse;
use speech::{BlockId, BlockKind, Paragraph, Speech, shown};

fn official() -> HouseStyle {
    HouseStyle::named("official").unwrap()
}

fn starts(speech: &Speech, style: &HouseStyle) -> Vec<(u32, u32, u32)> {
    let told = paging(speech, style, &[]).unwrap();
    assert_eq!(told.n_pages as usize, told.starts.len() + 1);
    told.starts.iter().map(|PageStart { page, block, at }| (*page, block.0, *at)).collect()
}

#[test]
fn a_page_begins_in_a_block_and_at_a_character() {
    // 22 lines of 28 characters are a page of the standard; a paragraph stands in by two.
    let long = |n_lines: usize| "增".repeat(28 * n_lines - 2);
    let of = |kind, text: &str| starts(&speech(vec![block(kind, text)]), &official());
    assert_eq!(of(BlockKind::Paragraph, &long(22)), []);
    assert_eq!(of(BlockKind::Paragraph, &long(45)), [(2, 1, 28 * 22 - 2), (3, 1, 28 * 44 - 2)]);
    assert_eq!(of(BlockKind::Salutation, &long(23)), [(2, 1, 28 * 22)]);
    let two = vec![block(BlockKind::Paragraph, &long(22)), block(BlockKind::Paragraph, "增。")];
    assert_eq!(starts(&speech(two), &official()), [(2, 2, 0)]);
}

#[test]
fn the_number_of_a_heading_is_not_counted() {
    let full = || block(BlockKind::Paragraph, &"增".repeat(28 * 21 - 2));
    // A heading with its text in its own line may be parted: 二 follows （一）……
    let text = vec![full(), run_in(2, &"守".repeat(27)), block(BlockKind::Paragraph, &"住".repeat(28))];
    // （一） and two blanks in front: 23 of its words stand on the line, the others on the next page.
    assert_eq!(starts(&speech(text), &official()), [(2, 2, 23)]);
    let text = vec![full(), run_in(2, &"守".repeat(23)), block(BlockKind::Paragraph, &"住".repeat(28))];
    assert_eq!(starts(&speech(text), &official()), [(2, 3, 0)]);
    // One on its own goes over with what is below it.
    let text = vec![full(), heading(1, "守住底线"), block(BlockKind::Paragraph, "住。")];
    assert_eq!(starts(&speech(text), &official()), [(2, 2, 0)]);
}

#[test]
fn a_table_goes_on_at_a_row_and_lists_behind_begin_no_page_of_the_text() {
    let rows = (0..30).map(|n| block(BlockKind::Table, &format!("指标{n}\t数")));
    let table = speech(rows.collect());
    let (page, row, at) = starts(&table, &official())[0];
    assert_eq!((page, at), (2, 0));
    assert!((20..=23).contains(&row), "{row}");
    let behind = Appendix { title: "附：出处".to_owned(), entries: vec!["本稿新写 100%".to_owned()] };
    let told = paging(&speech(vec![block(BlockKind::Paragraph, "增。")]), &official(), &[behind]).unwrap();
    assert_eq!((told.n_pages, told.starts), (2, vec![]));
    assert_eq!(paging(&Speech::default(), &official(), &[]).unwrap().n_pages, 1);
    let mut none = official();
    none.page.left = 20_000;
    assert!(paging(&county_speech(), &none, &[]).is_err());
}

/// The text of a speech from there to the end of the block.
fn text_from(speech: &Speech, start: &PageStart) -> String {
    let shown = shown(speech);
    let of = shown.iter().find(|shown| shown.block.id == start.block).unwrap();
    let skipped = if start.at == 0 { 0 } else { of.n_numeral() + start.at as usize };
    of.text().chars().skip(skipped).collect()
}

#[test]
fn each_page_of_a_speech_is_drawn_from_where_it_is_told_to_begin() {
    let sample = include_str!("../../speech/tests/sample/county-government-speech.txt");
    let lines: Vec<Paragraph> = sample.lines().map(Paragraph::plain).collect();
    let mut sample = parse(&lines).speech;
    for (id, block) in (1..).zip(&mut sample.blocks) {
        block.id = BlockId(id);
    }
    for name in HouseStyle::NAMES {
        let style = HouseStyle::named(name).unwrap();
        let told = paging(&sample, &style, &[]).unwrap();
        let drawn = sketch(&sample, &style, 0..usize::MAX).unwrap();
        assert_eq!(told.n_pages, drawn.n_pages, "{name}");
        assert!(told.starts.len() > 5, "{name}: {} pages", told.n_pages);
        for (start, page) in told.starts.iter().zip(&drawn.pages[1..]) {
            let (text, stroke) = (text_from(&sample, start), &page.strokes[0].text);
            assert_eq!(start.page, page.number);
            assert!(text.starts_with(stroke.as_str()), "{name}, {}: {stroke} in {text}", start.page);
        }
    }
}
