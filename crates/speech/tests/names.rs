//! Names and dates: the real downloaded template against what a careful reader found in
//! it, and cases of our own as text files.
//!
//! ```text
//! --- 一句话说明这一例
//! own 平利县 平利县教育局
//! date 2026-03-18
//! 确保在⟦汉阴⟧place.true.f1落地见效，推动XX高质量发展。
//! ```
//!
//! What stands after a ⟧ is expectation: for a name its kind, whether it is foreign
//! (true, false, or null) and its field; for a date whether it is stale.

use expect_test::expect_file;
use proptest::prelude::*;
use speech::parse::{Parsed, parse};
use speech::text::{Span, length};
use speech::{BlockId, Day, Lexicon, NameKind, Occasion, Paragraph, dates, names, shown};
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::built_in);

const SAMPLE: &str = include_str!("sample/county-government-speech.txt");
const LEAKS: &str = include_str!("sample/leaks.tsv");
const DATES: &str = include_str!("sample/dates.tsv");

fn parsed(text: &str) -> Parsed {
    let paragraphs: Vec<Paragraph> = text.lines().map(Paragraph::plain).collect();
    parse(&paragraphs)
}

/// The rows of a table: line, first column, last column, the rest.
fn rows(table: &str) -> impl Iterator<Item = (usize, Span, Vec<&str>)> {
    table.lines().skip(1).map(|row| {
        let row: Vec<&str> = row.split('\t').collect();
        let number = |idx: usize| row[idx].parse::<usize>().expect("a number");
        (number(0), number(1) - 1..number(2), row)
    })
}

/// Where a stretch of a block stands in the file: the line, and columns from 0.
fn place(parsed: &Parsed, block: BlockId, span: &Span) -> (usize, Span) {
    let position = parsed.position(block).expect("every block stands in the file");
    (position.line, position.column - 1 + span.start..position.column - 1 + span.end)
}

fn overlaps(one: &Span, other: &Span) -> bool {
    one.start < other.end && other.start < one.end
}

#[test]
fn the_names_of_another_county_are_found_and_tied_to_their_fields() {
    let parsed = parsed(SAMPLE);
    let found = names(&parsed.speech, &LEXICON, &Occasion::default());
    let label = |name: &speech::Name| {
        name.field.and_then(|id| parsed.speech.field(id)).map_or("", |field| field.label.as_str())
    };
    let mut n_found = 0;
    for (line, span, row) in
        rows(LEAKS).filter(|(_, _, row)| row[5].starts_with("must") && !row[5].contains("junk"))
    {
        let name = found.iter().find(|name| {
            let (at_line, at) = place(&parsed, name.block, &name.span);
            at_line == line && overlaps(&at, &span)
        });
        let name = name.unwrap_or_else(|| panic!("not found: {row:?}"));
        assert_ne!(name.foreign, Some(false), "{row:?}");
        let masked = match row[6] {
            "G05_province" => "到访地",
            "G06_city" => "到访地（2）",
            "G07_county" => "县名",
            "G29_geo_range" => "首站考察地",
            _ => "",
        };
        assert_eq!(label(name), masked, "{row:?}");
        n_found += 1;
    }
    assert_eq!(n_found, 11);
}

#[test]
fn the_traps_of_the_sample_are_no_names() {
    let parsed = parsed(SAMPLE);
    let found = names(&parsed.speech, &LEXICON, &Occasion::default());
    let reported = rows(LEAKS).map(|(line, span, _)| (line, span)).collect::<Vec<_>>();
    // Whatever is found is one of the reader's rows, must or review.
    for name in &found {
        let (line, span) = place(&parsed, name.block, &name.span);
        let known = reported.iter().any(|(at_line, at)| *at_line == line && overlaps(at, &span));
        assert!(known, "line {line}: {} ({})", name.text, name.kind.word());
    }
    for trap in ["安康", "来安", "平安", "习近平", "长江"] {
        assert!(found.iter().all(|name| !name.text.contains(trap)), "{trap}");
    }
}

#[test]
fn all_that_goes_stale_is_found() {
    let parsed = parsed(SAMPLE);
    let found = dates(&parsed.speech, &LEXICON, &Occasion::default());
    let at: Vec<(usize, Span, &str)> = found
        .iter()
        .map(|date| {
            let (line, span) = place(&parsed, date.block, &date.span);
            (line, span, date.stale.word())
        })
        .collect();
    let missed: Vec<String> = rows(DATES)
        .filter(|(line, span, row)| {
            row[5] == "yes"
                && !at.iter().any(|found| found.0 == *line && found.2 == "yes" && overlaps(&found.1, span))
        })
        .map(|(line, _, row)| format!("{line} {}", row[3]))
        .collect();
    assert_eq!(missed, Vec::<String>::new());
    // What stays right is not called stale.
    let wrong: Vec<String> = rows(DATES)
        .filter(|(line, span, row)| {
            row[5] == "no"
                && at.iter().any(|found| found.0 == *line && found.2 == "yes" && overlaps(&found.1, span))
        })
        .map(|(line, _, row)| format!("{line} {}", row[3]))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
    for date in &found {
        let (line, span) = place(&parsed, date.block, &date.span);
        let text: Vec<char> = SAMPLE.lines().nth(line - 1).unwrap().chars().collect();
        assert!(!(date.text == "现在" && text[span.start - 1] == '体'), "体现在 of line {line}");
    }
}

#[test]
fn on_its_own_day_nothing_of_the_sample_is_stale() {
    let parsed = parsed(SAMPLE);
    let occasion = Occasion { date: Day::read("2020-05-28"), ..Occasion::default() };
    let stale: Vec<String> = dates(&parsed.speech, &LEXICON, &occasion)
        .into_iter()
        .filter(|date| date.stale == speech::Stale::Yes)
        .map(|date| date.text)
        .collect();
    assert_eq!(stale, ["2018年"]);
}

/// One case of a fixture, its marks taken off.
struct Case {
    title: String,
    /// The lines that say for whom and when.
    head: Vec<String>,
    occasion: Occasion,
    text: String,
}

fn cases(fixture: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in fixture.lines() {
        if let Some(title) = line.strip_prefix("--- ") {
            cases.push(Case {
                title: title.to_owned(),
                head: Vec::new(),
                occasion: Occasion::default(),
                text: String::new(),
            });
            continue;
        }
        let case = cases.last_mut().expect("a fixture begins with “--- title”");
        if let Some(own) = line.strip_prefix("own ") {
            case.occasion.own = own.split_whitespace().map(str::to_owned).collect();
            case.head.push(line.to_owned());
        } else if let Some(date) = line.strip_prefix("date ") {
            case.occasion.date = Some(Day::read(date).expect("a day"));
            case.head.push(line.to_owned());
        } else {
            case.text += &(unmark(line) + "\n");
        }
    }
    cases
}

fn unmark(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('⟦') {
        let (inner, after) = after.split_once('⟧').expect("every ⟦ has its ⟧");
        plain = plain + before + inner;
        rest = after.trim_start_matches(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.');
    }
    plain + rest
}

/// What is found in a speech: where, and the mark that says what.
type Found = Vec<(BlockId, Span, String)>;

/// A fixture as the program tells it.
fn told(fixture: &str, found: fn(&Parsed, &Occasion) -> Found) -> String {
    let mut told = String::new();
    for case in cases(fixture) {
        told += &format!("--- {}\n", case.title);
        for line in &case.head {
            told += &format!("{line}\n");
        }
        let parsed = parsed(&case.text);
        let marks: Vec<(usize, Span, String)> = found(&parsed, &case.occasion)
            .into_iter()
            .map(|(block, span, mark)| {
                let (line, span) = place(&parsed, block, &span);
                (line, span, mark)
            })
            .collect();
        for (number, line) in (1..).zip(case.text.lines()) {
            let chars: Vec<char> = line.chars().collect();
            let mut at = 0;
            for (_, span, mark) in marks.iter().filter(|(line, _, _)| *line == number) {
                told.extend(&chars[at..span.start]);
                told += &format!("⟦{}⟧{mark}", chars[span.clone()].iter().collect::<String>());
                at = span.end;
            }
            told.extend(&chars[at..]);
            told.push('\n');
        }
    }
    told
}

fn marked_names(parsed: &Parsed, occasion: &Occasion) -> Found {
    let marked = names(&parsed.speech, &LEXICON, occasion).into_iter().map(|name| {
        let foreign = name.foreign.map_or("null".to_owned(), |foreign| foreign.to_string());
        let field = name.field.map(|field| format!(".{field}")).unwrap_or_default();
        (name.block, name.span, format!("{}.{foreign}{field}", name.kind.word()))
    });
    marked.collect()
}

fn marked_dates(parsed: &Parsed, occasion: &Occasion) -> Found {
    let found = dates(&parsed.speech, &LEXICON, occasion).into_iter();
    found.map(|date| (date.block, date.span, date.stale.word().to_owned())).collect()
}

macro_rules! fixtures {
    ($($test:ident: $file:literal by $found:ident;)*) => {$(
        #[test]
        fn $test() {
            expect_file![concat!("./", $file)].assert_eq(&told(include_str!($file), $found));
        }
    )*};
}

fixtures! {
    names_of_places: "names/地名.txt" by marked_names;
    words_that_are_no_places: "names/不是地名.txt" by marked_names;
    names_of_people_and_bodies: "names/人和单位.txt" by marked_names;
    ones_own_names: "names/本地.txt" by marked_names;
    dates_that_go_stale: "dates/过期.txt" by marked_dates;
    dates_that_stay: "dates/不过期.txt" by marked_dates;
    dates_against_a_day: "dates/对照日期.txt" by marked_dates;
}

#[test]
fn the_starters_name_nobody() {
    let starters = [
        include_str!("../../../templates/工作会议讲话.txt"),
        include_str!("../../../templates/动员部署会讲话.txt"),
        include_str!("../../../templates/廉政工作会议讲话.txt"),
        include_str!("../../../templates/表彰大会讲话.txt"),
        include_str!("../../../templates/开幕致辞.txt"),
        include_str!("../../../templates/企业年会讲话.txt"),
    ];
    for starter in starters {
        let found = names(&parsed(starter).speech, &LEXICON, &Occasion::default());
        let places: Vec<_> = found.iter().filter(|name| name.kind == NameKind::Place).collect();
        assert!(places.is_empty(), "{places:?}");
    }
}

proptest! {
    #[test]
    fn no_text_breaks_it(
        words in proptest::collection::vec(
            prop_oneof![
                Just("陕"), Just("来"), Just("来安"), Just("考察"), Just("汉阴"), Just("和县"), Just("XX"), Just("县"), Just("《关于"),
                Just("意见》"), Just("“321"), Just("”"), Just("模式"), Just("2020"), Just("年"), Just("—"), Just("5月"), Just("十三届"),
                Just("全国人大三次会议"), Just("今年"), Just("3.75万亿元"), Just("。"), Just("\n"), Just("张三"), Just("县长"), Just("安康"),
                Just("学院"), Just("𠮷"), Just("作风大整饬"), Just("〇"), Just("总书记"), Just("、"),
            ],
            0..40,
        ),
        noise in "\\PC{0,40}",
        own in "\\PC{0,6}",
    ) {
        let parsed = parsed(&(words.concat() + &noise));
        let own = vec![own, "汉阴县".to_owned()];
        let occasion = Occasion { date: Day::read("2026-03-18"), own, ..Occasion::default() };
        let lengths: Vec<(BlockId, usize)> =
            shown(&parsed.speech).iter().map(|block| (block.block.id, length(&block.text()))).collect();
        let fits = |block: BlockId, span: &Span| {
            lengths.iter().any(|(id, n_chars)| *id == block && span.start < span.end && span.end <= *n_chars)
        };
        let mut last = (BlockId(0), 0);
        for name in names(&parsed.speech, &LEXICON, &occasion) {
            prop_assert!(fits(name.block, &name.span));
            prop_assert!((name.block, name.span.start) >= last, "names overlap");
            last = (name.block, name.span.end);
        }
        for date in dates(&parsed.speech, &LEXICON, &Occasion::default()) {
            prop_assert!(fits(date.block, &date.span));
        }
    }
}
