//! The checks: their own examples, the real downloaded template against what careful
//! readers found in it, and the page that tells of them.

#[path = "checks/notation.rs"]
mod notation;

use expect_test::expect_file;
use notation::replay;
use proptest::prelude::*;
use speech::check::{Authority, Group, run};
use speech::fix::take;
use speech::parse::{Parsed, parse};
use speech::roll_forward::{apply, roll_forward};
use speech::text::slice;
use speech::{CHECKS, Check, Day, Finding, Lexicon, Occasion, Paragraph, Severity, Subject};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::built_in);

const SAMPLE: &str = include_str!("sample/county-government-speech.txt");

fn parsed(text: &str) -> Parsed {
    parse(&text.lines().map(Paragraph::plain).collect::<Vec<_>>())
}

fn found(parsed: &Parsed, occasion: &Occasion) -> Vec<Finding> {
    run(&Subject::new(&parsed.speech, &LEXICON, occasion), None)
}

/// The day and the own name that the sample is checked for.
fn later() -> Occasion {
    Occasion { date: Day::read("2021-03-01"), own: vec!["平安县".to_owned()], ..Occasion::default() }
}

// ---- The checks' own files ----------------------------------------------------------

/// `count-claim` stands in `count_claim.txt`.
fn examples_of(check: &Check) -> PathBuf {
    let name = check.id.replace('-', "_");
    PathBuf::from(format!("{}/src/checks/{name}.txt", env!("CARGO_MANIFEST_DIR")))
}

#[test]
fn checks_do_what_their_examples_say() {
    for check in CHECKS {
        let examples = std::fs::read_to_string(examples_of(check)).expect("each check has its examples");
        expect_file![examples_of(check)].assert_eq(&replay(check, &examples, &LEXICON));
    }
}

#[test]
fn checks_have_innocent_cases_as_many_as_guilty_ones() {
    for check in CHECKS {
        let cases = notation::cases(check.examples);
        let n_guilty = cases.iter().filter(|case| case.text.contains('⟦')).count();
        assert!(n_guilty > 0 && cases.len() >= 2 * n_guilty, "{}: {n_guilty} of {}", check.id, cases.len());
    }
}

#[test]
fn each_check_is_listed() {
    let folder =
        std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/checks")).expect("the checks are there");
    let paths = folder.map(|entry| entry.expect("it can be read").path());
    for path in paths.filter(|path| path.extension().is_some_and(|end| end == "txt")) {
        assert!(CHECKS.iter().any(|check| examples_of(check) == path), "{}", path.display());
    }
}

#[test]
fn ids_are_unique() {
    let mut ids: Vec<&str> = CHECKS.iter().map(|check| check.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), CHECKS.len());
}

#[test]
fn the_page_of_the_checks_is_theirs() {
    let page = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/checks.md"));
    expect_file![page].assert_eq(&page_of_checks());
}

fn page_of_checks() -> String {
    let mut page = String::from(
        "# 检查 / The checks\n\n<!-- Written from crates/speech/src/checks: UPDATE_EXPECT=1 cargo test -p speech -->\n\n\
         检查只提议，不改稿子。错误是照样念就错的，警告是多半要改的，提示是建议。\n\
         ⟦ ⟧ 里是查出来的，⟦ ⟧ 后面是它的轻重（跟这一项平常的不一样时才写），=> 后面是建议的改法；没有 ⟦ ⟧ 的例子不该报。\n\n\
         A check proposes and changes nothing. ⟦ ⟧ marks what is found, with its severity where that is not the usual\n\
         one; => is what is proposed. What is unmarked must stay unfound.\n",
    );
    let mut group = None;
    for check in CHECKS {
        if group != Some(check.group) {
            let name = check.group.name();
            write!(page, "\n## {} / {}\n", name.zh, name.en).expect("a string takes all");
            group = Some(check.group);
        }
        let authority = match check.authority {
            Authority::Standard(clause) => format!("标准 / standard: {clause}"),
            Authority::Official(source) => format!("官方 / official: {source}"),
            Authority::Usage(usage) => format!("惯例 / usage: {usage}"),
            Authority::Itself => "稿子自己对不上 / the text contradicts itself".to_owned(),
        };
        let Check { id, severity, name, about, examples, .. } = check;
        write!(
            page,
            "\n### `{id}` {} / {}\n\n{} · {authority}\n\n{}\n\n{}\n\n```text\n{}```\n",
            name.zh,
            name.en,
            severity.word(),
            about.zh,
            about.en,
            examples
        )
        .expect("a string takes all");
    }
    page
}

// ---- The sample ---------------------------------------------------------------------

/// A finding on the sample: its line, its columns from 1, and itself.
fn on_sample(occasion: &Occasion) -> Vec<(usize, usize, usize, Finding)> {
    placed(&parsed(SAMPLE), occasion)
}

fn placed(parsed: &Parsed, occasion: &Occasion) -> Vec<(usize, usize, usize, Finding)> {
    found(parsed, occasion)
        .into_iter()
        .map(|finding| {
            let at = parsed.position(finding.block).expect("every block stands in the file");
            (at.line, at.column + finding.span.start, at.column + finding.span.end - 1, finding)
        })
        .collect()
}

/// The rows of a table, each with its line and its first and last column.
fn rows(table: &'static str) -> impl Iterator<Item = (usize, usize, usize, Vec<&'static str>)> {
    table.lines().skip(1).map(|row| {
        let row: Vec<&str> = row.split('\t').collect();
        let number = |idx: usize| row[idx].parse::<usize>().expect("a number");
        (number(0), number(1), number(2), row)
    })
}

fn loud(finding: &Finding) -> bool {
    finding.severity != Severity::Hint
}

#[test]
fn the_sample_shows_every_name_and_date_that_must_be_shown() {
    let found = on_sample(&later());
    let is_found = |line: usize, first: usize, last: usize| {
        found.iter().any(|(at, from, to, finding)| {
            *at == line && *from <= last && first <= *to && loud(finding) && finding.check != "unfilled-slot"
        })
    };
    let leaks =
        rows(include_str!("sample/leaks.tsv")).filter(|row| row.3[5].starts_with("must") && row.0 > 15);
    let leaks: Vec<_> = leaks.collect();
    assert_eq!(leaks.len(), 11);
    let stale = rows(include_str!("sample/dates.tsv")).filter(|row| row.3[5] == "yes");
    let missed: Vec<String> = leaks
        .into_iter()
        .chain(stale)
        .filter(|(line, first, last, _)| !is_found(*line, *first, *last))
        .map(|(line, first, _, row)| format!("{line}:{first} {}", row[3]))
        .collect();
    assert_eq!(missed, Vec::<String>::new());
}

#[test]
fn the_sample_keeps_its_numbers() {
    let found = on_sample(&later());
    let of_counts = found.iter().filter(|(_, _, _, finding)| {
        CHECKS.iter().any(|check| check.id == finding.check && check.group == Group::Count)
    });
    let told: Vec<&str> = of_counts.map(|(_, _, _, finding)| finding.text.as_str()).collect();
    assert_eq!(told, Vec::<&str>::new());
}

#[test]
fn nothing_loud_stands_on_a_line_where_readers_found_nothing() {
    let tables = [
        rows(include_str!("sample/leaks.tsv")).map(|row| row.0).collect::<Vec<_>>(),
        rows(include_str!("sample/dates.tsv")).filter(|row| row.3[5] != "no").map(|row| row.0).collect(),
        include_str!("sample/slots.tsv")
            .lines()
            .skip(1)
            .map(|row| row.split('\t').next().and_then(|line| line.parse().ok()).expect("a line"))
            .collect(),
    ];
    for (line, column, _, finding) in on_sample(&later()).iter().filter(|found| loud(&found.3)) {
        assert!(
            tables.iter().any(|lines| lines.contains(line)),
            "{line}:{column} {} {}",
            finding.check,
            finding.text
        );
    }
}

/// Each mutation of the sample adds one finding of counts, and dropping a section one of
/// numbering as well.
#[test]
fn what_breaks_a_count_is_found_once() {
    let before = on_sample(&later()).len();
    let dropped: String = SAMPLE
        .lines()
        .enumerate()
        .filter(|(idx, _)| *idx != 29)
        .map(|(_, line)| format!("{line}\n"))
        .collect();
    let n_dropped = on_sample(&later()).iter().filter(|(line, ..)| *line == 30).count();
    let mutations = [
        (SAMPLE.replace("三点意见", "四点意见"), 0, 0),
        (SAMPLE.replace("五项要求", "六项要求"), 0, 0),
        (dropped, n_dropped, 1),
        (SAMPLE.replace("六大措施", "五大措施"), 0, 0),
        (SAMPLE.replace("六项收入", "五项收入"), 0, 0),
    ];
    for (idx, (text, n_gone, n_numbering)) in mutations.into_iter().enumerate() {
        let parsed = parsed(&text);
        let found = found(&parsed, &later());
        let of = |id: &str| found.iter().filter(|finding| finding.check == id).count();
        assert_eq!(of("count-claim"), 1, "mutation {idx}");
        assert_eq!(of("numbering"), n_numbering, "mutation {idx}");
        assert_eq!(found.len(), before - n_gone + 1 + n_numbering, "mutation {idx}");
    }
}

/// Whole speeches of our own, for their own places and days: nothing in them is wrong.
#[test]
fn a_speech_of_ones_own_is_left_in_peace() {
    let folder =
        std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/innocent")).expect("they are there");
    for path in folder.map(|entry| entry.expect("it can be read").path()) {
        let file = std::fs::read_to_string(&path).expect("fixtures are UTF-8");
        let mut lines = file.lines();
        let head =
            |line: Option<&str>, name: &str| line.and_then(|line| line.strip_prefix(name)).map(str::to_owned);
        let own = head(lines.next(), "own ").expect("a file begins with the own names");
        let date = head(lines.next(), "date ").and_then(|date| Day::read(&date)).expect("then comes the day");
        let own = own.split(' ').map(str::to_owned).collect();
        let occasion = Occasion { date: Some(date), own, ..Occasion::default() };
        let parsed = parsed(&lines.collect::<Vec<_>>().join("\n"));
        let found = found(&parsed, &occasion).into_iter().filter(loud);
        let told: Vec<String> = found.map(|finding| format!("{} {}", finding.check, finding.text)).collect();
        assert_eq!(told, Vec::<String>::new(), "{}", path.display());
    }
}

/// A finding on a draft is told by the lines of its text.
#[test]
fn every_block_is_where_its_position_says() {
    let parsed = parsed(SAMPLE);
    let shown = speech::shown(&parsed.speech);
    let text = speech::shown::text(&parsed.speech);
    let lines: Vec<&str> = text.lines().collect();
    for (block, at) in shown.iter().zip(speech::shown::positions(&shown)) {
        let text = block.text();
        let start = at.column - 1;
        assert_eq!(slice(lines[at.line - 1], start..start + text.chars().count()), text);
    }
}

// ---- Any text -----------------------------------------------------------------------

proptest! {
    #[test]
    fn no_text_breaks_them(
        words in proptest::collection::vec(
            prop_oneof![
                Just("一、"), Just("（一）"), Just("（二）、"), Just("1."), Just("三是"), Just("一看"), Just("二要看"), Just("X"), Just("来陕考察"),
                Just("总书记"), Just("我县"), Just("我区"), Just("2020年"), Just("在"), Just("会议上的讲话"), Just("今天召开"), Just("座谈会"),
                Just("三点意见"), Just("10:20:80"), Just("从120亿元增加到150亿元，增长35%"), Just("去年，全县城镇居民人均收入"), Just("汉阴"),
                Just("。"), Just("，"), Just("\n"), Just("同志们："), Just("𠮷"), Just("　"), Just("“"), Just("”"), Just("石泉县"), Just("李克强总理"), Just("十三届全国人大三次会议"), Just("“十三五”"), Just("5月底"), Just("增长8.5%"),
            ],
            0..50,
        ),
        noise in "\\PC{0,30}",
    ) {
        let parsed = parsed(&(words.concat() + &noise));
        let occasion = Occasion {
            date: Day::read("2026-03-18"),
            own: vec!["青山县".to_owned()],
            minutes: Some(1),
            ..Occasion::default()
        };
        let subject = Subject::new(&parsed.speech, &LEXICON, &occasion);
        let shown = speech::shown(&parsed.speech);
        let found = run(&subject, None);
        for finding in &found {
            let block = shown.iter().find(|shown| shown.block.id == finding.block).expect("a block of the speech");
            let text = block.text();
            prop_assert_eq!(slice(&text, finding.span.clone()), finding.text.as_str());
            prop_assert!(!finding.text.is_empty(), "{}", finding.check);
            prop_assert!(finding.suggestion.as_ref() != Some(&finding.text), "{}", finding.check);
        }
        // What is proposed can be taken or is refused, and a speech it stays.
        for fix in found.iter().filter_map(Finding::fix) {
            let mut taken = parsed.speech.clone();
            match take(&mut taken, &fix) {
                Ok(()) => prop_assert!(taken != parsed.speech, "{fix:?}"),
                Err(_) => prop_assert_eq!(&taken, &parsed.speech),
            }
            prop_assert_eq!(taken.flaw(), None);
        }
        let day = Day::read("2026-03-18").expect("a day");
        let proposals = roll_forward(&parsed.speech, &LEXICON, Some(2020), day);
        for proposal in &proposals {
            let text = shown.iter().find(|shown| shown.block.id == proposal.block).expect("a block").text();
            prop_assert_eq!(slice(&text, proposal.span.clone()), proposal.text.as_str());
        }
        prop_assert_eq!(apply(&parsed.speech, &proposals).flaw(), None);
        // Each check alone finds what it finds among all.
        for check in CHECKS {
            let alone = run(&subject, Some(&[check.id]));
            let among: Vec<Finding> = found.iter().filter(|finding| finding.check == check.id).cloned().collect();
            prop_assert_eq!(alone, among);
        }
    }
}
