//! What holds for any text at all: parsing never fails, and loses nothing.

use proptest::prelude::*;
use speech::draft::{Taken, assemble};
use speech::parse::{Parsed, parse};
use speech::shown::text;
use speech::slot::slots;
use speech::text::length;
use speech::{Claim, DateMention, Day, Extent, Hints, Lexicon, Name, Occasion, Paragraph, Role};
use speech::{claims, dates, names};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// Lines made of what speeches are made of, and of anything else.
fn line() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "同志们：",
        "一、",
        "（一）",
        "第一部分",
        "1.",
        "①",
        "一是",
        "二要",
        "三看",
        "首先",
        "其次",
        "最后，",
        "第一，",
        "X",
        "XX",
        "××",
        "**",
        "【",
        "】",
        "（",
        "）",
        "{{",
        "}}",
        "___",
        "……（待补）",
        "某",
        "20XX年",
        "%",
        "亿元",
        "届",
        "分别",
        "、",
        "和",
        "占全国",
        "增长",
        "县",
        "讲话",
        "。",
        "，",
        "！",
        "　",
        " ",
        "\t",
        "𠮷",
        "e\u{301}",
        "让我们",
        "谢谢",
        "2020年5月28日",
        "张三",
        "QQ群",
        "— 3 —",
        "\u{200b}",
        "“",
        "”",
    ])
    .prop_map(str::to_owned);
    prop::collection::vec(prop_oneof![9 => word, 1 => ".{0,6}".prop_map(String::from)], 0..14)
        .prop_map(|words| words.concat().replace(['\n', '\r'], ""))
}

fn paragraph() -> impl Strategy<Value = Paragraph> {
    let hints = (any::<bool>(), prop::option::of(1_u8..10), any::<bool>(), 0_usize..6, 0_usize..9).prop_map(
        |(centred, outline, table_row, from, n)| Hints {
            centred,
            outline: outline.filter(|_| centred),
            table_row: table_row && centred,
            strong: std::iter::once(from..from + n).collect(),
            ..Hints::default()
        },
    );
    (line(), hints).prop_map(|(text, hints)| Paragraph { text, hints })
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::built_in);

/// All that is told of a text.
fn understood(
    paragraphs: &[Paragraph],
    lexicon: &Lexicon,
) -> (Parsed, Vec<Claim>, Vec<Name>, Vec<DateMention>) {
    let own = vec!["汉阴县".to_owned()];
    let occasion = Occasion { date: Day::read("2026-03-18"), own, ..Occasion::default() };
    let parsed = parse(paragraphs);
    let claims = claims(&parsed.speech);
    let names = names(&parsed.speech, lexicon, &occasion);
    let dates = dates(&parsed.speech, lexicon, &occasion);
    (parsed, claims, names, dates)
}

/// What is kept between two texts is the lexicon alone: each paragraph of the sample is
/// changed, and told of as a program tells that has just started.
#[test]
fn an_edit_of_one_paragraph_leaves_nothing_behind() {
    const SAMPLE: &str = include_str!("sample/county-government-speech.txt");
    let lines: Vec<&str> = SAMPLE.lines().collect();
    let fresh = Lexicon::built_in();
    for at in (0..lines.len()).filter(|at| lines[*at].contains('，')) {
        let edited = lines[at].replacen('，', "，要抓好三项工作，推动XX县发展，", 1);
        let with = |line: &str| {
            let mut after: Vec<Paragraph> = lines.iter().copied().map(Paragraph::plain).collect();
            after[at] = Paragraph::plain(line);
            after
        };
        let before = understood(&with(lines[at]), &LEXICON);
        let after = understood(&with(&edited), &LEXICON);
        assert!(before != after, "line {}", at + 1);
        assert!(after == understood(&with(&edited), &fresh), "line {}", at + 1);
    }
}

/// Rows that a reader would have to look along again and again: of what begins a slot, a
/// list, a number, a name, and ends in nothing.
const ROWS: [&str; 30] = [
    "一是",
    "（",
    "“",
    "X、",
    "第一，",
    "首先，",
    "来汉阴",
    "2020年",
    "三点意见：",
    "X%、",
    "由X提高到X",
    "XX县委、",
    "《关于",
    "既要又要",
    "四个",
    "分别",
    "1.",
    "1",
    "12年",
    "上述3亿元",
    "……",
    "...",
    "〇",
    "_",
    "*",
    "{{",
    "【",
    "县长张三",
    "X年X月",
    "全县",
];

/// How long a text of one line takes: the row, cut to so many characters.
fn time_of(row: &str, n_characters: usize) -> Duration {
    let line: String = row.chars().cycle().take(n_characters).collect();
    let paragraphs = ["同志们：", line.as_str()].map(Paragraph::plain);
    let start = Instant::now();
    understood(&paragraphs, &LEXICON);
    start.elapsed()
}

/// Eight times the text takes some eight times as long; a square would take 64 times. Only
/// what is slow again and again is: other programs run beside a test.
#[test]
fn time_grows_with_the_text_and_not_with_its_square() {
    let grows = |row: &&str| {
        (0..5).all(|_| time_of(row, 16_000) > 24 * time_of(row, 2_000).max(Duration::from_millis(1)))
    };
    assert_eq!(ROWS.iter().filter(|row| grows(row)).collect::<Vec<_>>(), Vec::<&&str>::new());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parts_are_the_whole_text_and_the_speech_is_what_is_kept(
        paragraphs in prop::collection::vec(paragraph(), 0..20)
    ) {
        let parsed = parse(&paragraphs);
        let mut whole = vec![String::new(); paragraphs.len()];
        for part in &parsed.parts {
            let line = &mut whole[part.position.line - 1];
            prop_assert_eq!(length(line) + 1, part.position.column);
            line.push_str(&part.text);
            prop_assert_eq!(part.block.is_none(), matches!(part.role, Role::Junk | Role::Blank));
        }
        let lines: Vec<&str> = paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
        prop_assert_eq!(&whole, &lines);
        let kept: Vec<&str> = parsed.lines().iter().map(|line| lines[line - 1]).collect();
        prop_assert_eq!(text(&parsed.speech), kept.join("\n"));
        let taken = Taken { document: "d1", speech: &parsed.speech, extent: Extent::Whole };
        let draft = assemble(None, &[taken]).expect("a whole document has no sections to miss");
        let stored = serde_json::to_string(&draft).expect("a speech can be stored");
        prop_assert_eq!(serde_json::from_str::<speech::Speech>(&stored).expect("and read again"), draft);
    }

    #[test]
    fn an_edited_text_is_understood_as_if_it_had_never_been_another(
        paragraphs in prop::collection::vec(paragraph(), 1..12), edited in paragraph(), at in any::<prop::sample::Index>()
    ) {
        let mut after = paragraphs.clone();
        *at.get_mut(&mut after) = edited;
        understood(&paragraphs, &LEXICON);
        let (once, again) = (understood(&after, &LEXICON), understood(&after, &LEXICON));
        prop_assert_eq!(once, again);
    }

    #[test]
    fn slots_lie_in_the_line_one_after_another(line in line()) {
        let mut end = 0;
        for slot in slots(&line) {
            prop_assert!(end <= slot.start && slot.start < slot.end && slot.end <= length(&line));
            end = slot.end;
        }
    }
}
