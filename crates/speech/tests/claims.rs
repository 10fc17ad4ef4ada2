//! Count claims: in the real downloaded template, in its drafts, in the starters, in
//! texts of many kinds, and in any text at all.

use expect_test::expect_file;
use proptest::prelude::*;
use speech::draft::{Taken, assemble};
use speech::parse::{Parsed, parse};
use speech::section::Address;
use speech::shown::shown;
use speech::text::{length, slice};
use speech::{Claim, Paragraph, Speech, claims};
use std::path::PathBuf;

const SAMPLE: &str = include_str!("sample/county-government-speech.txt");
const COUNTS: &str = include_str!("sample/counts.tsv");

fn parsed(text: &str) -> Parsed {
    parse(&text.lines().map(Paragraph::plain).collect::<Vec<_>>())
}

fn broken(speech: &Speech) -> Vec<String> {
    let broken = claims(speech).into_iter().filter(Claim::is_broken);
    broken.map(|claim| format!("{} {}", claim.text, numbers(&claim))).collect()
}

/// 3/2: claimed and actual; 3/? where nobody can tell.
fn numbers(claim: &Claim) -> String {
    let actual = claim.actual.map_or("?".to_owned(), |actual| actual.to_string());
    format!("{}/{actual}", claim.claimed)
}

#[test]
fn the_sample_keeps_every_number_it_claims() {
    let parsed = parsed(SAMPLE);
    let found: Vec<(usize, usize, usize, Claim)> = claims(&parsed.speech)
        .into_iter()
        .map(|claim| {
            let block = parsed.position(claim.block).expect("every block stands in the file");
            let first = block.column + claim.span.start;
            (block.line, first, block.column + claim.span.end - 1, claim)
        })
        .collect();
    assert_eq!(broken(&parsed.speech), Vec::<String>::new());
    let mut missed = Vec::new();
    for row in COUNTS.lines().skip(1) {
        let row: Vec<&str> = row.split('\t').collect();
        let (line, first, last): (usize, usize, usize) =
            (row[0].parse().unwrap(), row[1].parse().unwrap(), row[2].parse().unwrap());
        let here =
            |found: &&(usize, usize, usize, Claim)| found.0 == line && found.1 <= last && first <= found.2;
        let met: Vec<String> = found.iter().filter(here).map(|found| numbers(&found.3)).collect();
        let expected = format!("{0}/{0}", row[4]);
        let right = match row[8] {
            "yes" => met.contains(&expected),
            _ => met.iter().all(|told| told.ends_with("/?")),
        };
        if !right {
            missed.push(format!("{line}:{first} {} {met:?}", row[3]));
        }
    }
    assert_eq!(missed, Vec::<String>::new());
}

#[track_caller]
fn mutation(from: &str, to: &str, expected: &str) {
    assert!(SAMPLE.contains(from), "{from}");
    let changed = SAMPLE.replacen(from, to, 1);
    assert_eq!(broken(&parsed(&changed).speech), [expected], "{from} → {to}");
}

#[test]
fn one_changed_number_in_the_sample_is_one_broken_claim() {
    mutation("三点意见", "四点意见", "四点意见 4/3");
    mutation("三点意见", "两点意见", "两点意见 2/3");
    mutation("五项要求", "六项要求", "六项要求 6/5");
    mutation("三个方面来", "四个方面来", "四个方面 4/3");
    mutation("六大措施", "五大措施", "五大措施 5/6");
    mutation("六项收入", "五项收入", "五项收入 5/6");
    mutation("“六条底线”", "“五条底线”", "五条底线 5/6");
    mutation("六个底线思维", "七个底线思维", "七个底线思维 7/6");
    mutation("数据五大要素", "数据六大要素", "六大要素 6/5");
    mutation("“五大要素”", "“六大要素”", "六大要素 6/5");
    mutation("五个牵头部门", "四个牵头部门", "四个牵头部门 4/5");
    mutation("上述“三项”", "上述“四项”", "四项 4/3");
    mutation("上述2万亿元", "上述3万亿元", "3万亿元 3/2");
    mutation("同时发行1万亿元", "同时发行1.5万亿元", "2万亿元 2/2.5");
    mutation(
        "全国、全省、全市的X%、X%、X%；",
        "全国、全省、全市的X%、X%；",
        "分别占全国、全省、全市的X%、X% 2/3",
    );
    let line_30 = SAMPLE.lines().nth(29).expect("the sample has 45 lines");
    mutation(&format!("{line_30}\n"), "", "六条底线 6/5");
}

#[test]
fn a_draft_without_a_section_breaks_the_claim_that_counts_it() {
    let parsed = parsed(SAMPLE);
    let take = |section: &'static str| Taken {
        document: "d1",
        speech: &parsed.speech,
        extent: Address::read(section).into(),
    };
    let draft = assemble(None, &["0", "1", "3", "end"].map(take)).expect("the sample has these");
    assert_eq!(broken(&draft), ["三点意见 3/2"]);
    let draft = assemble(None, &["0", "1", "2", "3", "end"].map(take)).expect("the sample has these");
    assert_eq!(broken(&draft), Vec::<String>::new());
}

#[test]
fn the_starters_keep_the_numbers_they_claim() {
    for file in files(&format!("{}/../../templates", env!("CARGO_MANIFEST_DIR"))) {
        let starter = std::fs::read_to_string(&file).expect("starters are UTF-8");
        let (_, text) = starter.split_once("\n\n").expect("a starter has a head");
        assert_eq!(broken(&parsed(text).speech), Vec::<String>::new(), "{}", file.display());
    }
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder is part of the project");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    assert!(!files.is_empty());
    files
}

/// `--- title` begins a case; `⟦三点意见⟧3/3` is a claim with what it says and what there
/// is; one that nobody can count has `?`. What is not marked is no claim.
#[test]
fn claims_are_found_as_their_fixtures_say() {
    for file in files(&format!("{}/tests/claims", env!("CARGO_MANIFEST_DIR"))) {
        let fixture = std::fs::read_to_string(&file).expect("fixtures are UTF-8");
        let cases = fixture.split("--- ").filter(|case| !case.is_empty());
        let told: Vec<String> = cases
            .map(|case| {
                let (title, text) = case.split_once('\n').expect("a case has a text");
                format!("--- {title}\n{}", marked(&unmark(text.trim_end())))
            })
            .collect();
        expect_file![file].assert_eq(&told.join("\n"));
    }
}

fn unmark(text: &str) -> String {
    let mut parts = text.split('⟦');
    let mut plain = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (inner, after) = part.split_once('⟧').expect("every ⟦ has its ⟧");
        plain.push_str(inner);
        plain.push_str(after.trim_start_matches(|c: char| c.is_ascii_digit() || "./?".contains(c)));
    }
    plain
}

fn marked(text: &str) -> String {
    let speech = parsed(text).speech;
    let claims = claims(&speech);
    let mut marked = String::new();
    for block in shown(&speech) {
        let text = block.text();
        let mut at = 0;
        for claim in claims.iter().filter(|claim| claim.block == block.block.id) {
            assert!(at <= claim.span.start, "claims do not overlap");
            marked.push_str(slice(&text, at..claim.span.start));
            marked.push_str(&format!("⟦{}⟧{}", claim.text, numbers(claim)));
            at = claim.span.end;
        }
        marked.push_str(slice(&text, at..length(&text)));
        if !block.run_in {
            marked.push('\n');
        }
    }
    marked
}

fn line() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "一、",
        "（一）",
        "1.",
        "一是",
        "二是",
        "三要",
        "首先",
        "其次",
        "第一句话",
        "讲",
        "三",
        "四",
        "双",
        "两",
        "十二",
        "3",
        "1.5",
        "万亿元",
        "亿元",
        "X",
        "X%",
        "个",
        "点",
        "项",
        "条",
        "大",
        "意见",
        "底线",
        "收入",
        "方面",
        "坚持",
        "分别",
        "增长",
        "占",
        "上述",
        "合计",
        "这",
        "以上",
        "等",
        "、",
        "和",
        "与",
        "，",
        "；",
        "：",
        "。",
        "“",
        "”",
        "（",
        "）",
        "——",
        "城乡",
        "四个意识",
        "镇",
        "𠮷",
        "e\u{301}",
        "同志们：",
        "让我们",
        "　",
    ])
    .prop_map(str::to_owned);
    prop::collection::vec(prop_oneof![12 => word, 1 => ".{0,4}".prop_map(String::from)], 0..30)
        .prop_map(|words| words.concat().replace(['\n', '\r'], ""))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn claims_lie_in_their_blocks_one_after_another(lines in prop::collection::vec(line(), 0..12)) {
        let speech = parsed(&lines.join("\n")).speech;
        let found = claims(&speech);
        for block in shown(&speech) {
            let text = block.text();
            for claim in found.iter().filter(|claim| claim.block == block.block.id) {
                prop_assert!(claim.span.start < claim.span.end && claim.span.end <= length(&text));
                prop_assert!(claim.span.start <= claim.number.start && claim.number.end <= claim.span.end);
                prop_assert_eq!(slice(&text, claim.span.clone()), &claim.text);
            }
        }
    }
}
