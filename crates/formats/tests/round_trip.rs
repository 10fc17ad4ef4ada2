//! What is written is read again, line by line.

use crate::built::{block, block_of, county_speech, heading, plain, run_in, slot, speech, strong};
use formats::page::{lines, marked_lines};
use formats::{Format, HouseStyle, ReadOptions, read, write};
use proptest::prelude::*;
use speech::{Block, BlockKind, Inline, Speech};

#[track_caller]
fn comes_back(speech: &Speech) {
    let shown = speech::shown::text(speech);
    let shown: Vec<&str> = if speech.blocks.is_empty() { Vec::new() } else { shown.split('\n').collect() };
    let laid_out: Vec<String> = lines(speech).iter().map(|line| line.text()).collect();
    assert_eq!(laid_out, shown);
    // No reader takes lines from a page.
    for format in Format::WRITTEN.iter().copied().filter(|format| *format != Format::Pdf) {
        let bytes = write(speech, &HouseStyle::speech(), format).unwrap().bytes;
        let name = format!("a.{}", format.word());
        let extracted = read(&bytes, &name, &ReadOptions::default()).unwrap();
        let mut again: Vec<_> = extracted.paragraphs.iter().map(|it| it.text.as_str()).collect();
        let mut expected = shown.clone();
        if format == Format::Md {
            // Blank lines part its paragraphs.
            again.retain(|line| !line.trim().is_empty());
            expected.retain(|line| !line.trim().is_empty());
        } else if format == Format::Txt && shown == [""] {
            expected.clear();
        }
        assert_eq!(again, expected, "{format:?}");
        assert_eq!(extracted.warnings, [], "{format:?}");
    }
}

#[test]
fn speeches_come_back() {
    comes_back(&county_speech());
    comes_back(&Speech::default());
    comes_back(&speech(vec![block(BlockKind::Paragraph, "")]));
    comes_back(&speech(vec![run_in(1, "孤零零。")]));
    comes_back(&speech(vec![block(BlockKind::Table, "\t\t"), block(BlockKind::Table, "\t a \t")]));
    comes_back(&speech(vec![block_of(BlockKind::Paragraph, vec![strong("**"), plain("*"), strong(" ")])]));
}

#[test]
fn looks_come_back_from_word() {
    let docx = write(&county_speech(), &HouseStyle::speech(), Format::Docx).unwrap().bytes;
    let paragraphs = read(&docx, "a", &ReadOptions::default()).unwrap().paragraphs;
    let hints_of = |text: &str| &paragraphs.iter().find(|it| it.text.starts_with(text)).unwrap().hints;
    assert!(hints_of("在全县").titled && hints_of("在全县").centred);
    assert_eq!(hints_of("在全县").half_points, Some(44));
    assert_eq!(hints_of("一、").outline, Some(1));
    assert_eq!(hints_of("（一）").outline, Some(2));
    assert_eq!(hints_of("1.").outline, Some(3));
    assert_eq!(hints_of("一是").strong, vec![speech::Span { start: 0, end: 7 }]);
    // A heading that its style makes bold stresses nothing.
    assert_eq!(hints_of("1.").strong, []);
    assert!(hints_of("单位").table_row);
}

/// Words with everything that one of the formats could stumble on, but for line ends.
fn words() -> impl Strategy<Value = String> {
    proptest::string::string_regex(
        "[一-三县镇𠮷é　 a-cX0-3#*_+.)(&<>\"'`~=|\\\\\\[\\]{}“”—…×％，。：-]{1,12}",
    )
    .expect("the expression is right")
}

fn inline() -> impl Strategy<Value = Inline> {
    prop_oneof![
        (words(), any::<bool>()).prop_map(|(text, strong)| Inline::Text { text, strong }),
        prop_oneof![Just("X"), Just("XX"), Just("___"), Just("【】"), Just("**"), Just("{{姓名}}")]
            .prop_map(|as_written| slot(1, as_written)),
        words().prop_map(|as_written| Inline::Marker { series: 1, number: 1, as_written, computed: false }),
    ]
}

fn any_block() -> impl Strategy<Value = Block> {
    let kind = prop_oneof![
        Just(BlockKind::Title),
        Just(BlockKind::Byline),
        Just(BlockKind::Date),
        Just(BlockKind::Salutation),
        Just(BlockKind::Paragraph),
        Just(BlockKind::Closing),
    ];
    let inlines = || prop::collection::vec(inline(), 1..5);
    prop_oneof![
        (kind, inlines()).prop_map(|(kind, inlines)| block_of(kind, inlines)),
        (1..=4_u8, any::<bool>(), any::<bool>(), inlines()).prop_map(
            |(level, runs_in, numbered, inlines)| {
                let like = if runs_in { run_in(level, "") } else { heading(level, "") };
                Block { inlines, numeral: like.numeral.clone().filter(|_| numbered), ..like }
            }
        ),
        prop::collection::vec(words(), 1..4).prop_map(|cells| block(BlockKind::Table, &cells.join("\t"))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_speech_comes_back(blocks in prop::collection::vec(any_block(), 1..8)) {
        comes_back(&speech(blocks));
    }

    #[test]
    fn any_text_is_read_without_harm(bytes in prop::collection::vec(any::<u8>(), 0..400), text in any::<String>()) {
        for name in ["a.txt", "a.md"] {
            drop(read(&bytes, name, &ReadOptions::default()));
            drop(read(text.as_bytes(), name, &ReadOptions::default()));
        }
        drop(formats::read_sheet(&bytes, "a.csv", &formats::Limits::default()));
    }
}

#[test]
fn a_copy_for_reading_aloud_comes_back_without_its_marks() {
    let said = speech(vec![
        heading(1, "看好病险库"),
        run_in(2, "守住底线。"),
        block(
            BlockKind::Paragraph,
            "今年完成投资14.7%，要胸怀鸿鹄之志，一件一件抓下去；不能松劲，更不能歇脚。",
        ),
    ]);
    let style = HouseStyle::built_in().into_iter().find(|style| style.read_aloud.is_some()).unwrap();
    for speech in [said, county_speech()] {
        let marked: String = marked_lines(&speech, &style).iter().map(|line| line.text()).collect();
        assert!(marked.contains("||") && marked.contains("分）"), "{marked}");
        let docx = write(&speech, &style, Format::Docx).unwrap().bytes;
        let again = read(&docx, "a.docx", &ReadOptions::default()).unwrap();
        let again: Vec<String> = again.paragraphs.into_iter().map(|line| line.text).collect();
        assert_eq!(again.join("\n"), speech::shown::text(&speech));
    }
}
