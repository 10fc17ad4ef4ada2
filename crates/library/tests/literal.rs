//! A literal is always found: the search against a plain scan, on a real speech and
//! on random texts.

#![allow(clippy::unwrap_used)]

use library::{ImportOptions, ImportStatus, Library, Query, SearchOptions, fold};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::UNIX_EPOCH;

const SAMPLE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../speech/tests/sample/county-government-speech.txt");

/// A library with these texts, imported one by one: a segment of the index each.
fn library(folder: &Path, texts: &[String]) -> Library {
    let library = Library::open(&folder.join("素材库"), UNIX_EPOCH).unwrap();
    for (text_idx, text) in texts.iter().enumerate() {
        let path = folder.join(format!("{text_idx}.txt"));
        fs::write(&path, text).unwrap();
        let options = ImportOptions { encoding: Some("utf-8".to_owned()), now: UNIX_EPOCH };
        library
            .import(&[path], &options, &mut |file| {
                assert!(!matches!(file.status, ImportStatus::Skipped(_)) || text.trim().is_empty());
                ControlFlow::Continue(())
            })
            .unwrap();
    }
    library
}

/// Every passage: document, the n-th of it, and its text.
fn passages(library: &Library) -> Vec<(String, String)> {
    let documents = library.documents(None).unwrap();
    let texts = documents.iter().flat_map(|document| {
        let (_, speech) = library.document(document.id).unwrap();
        speech::passages(&speech).into_iter().map(|passage| (document.id.to_string(), passage.text))
    });
    texts.collect()
}

#[track_caller]
fn same_as_a_scan(library: &Library, passages: &[(String, String)], literal: &str) {
    let folded = fold(literal);
    let mut expected: Vec<&(String, String)> =
        passages.iter().filter(|(_, text)| !folded.is_empty() && fold(text).contains(&folded)).collect();
    let all = SearchOptions::default();
    let found = library.search(&Query::literal(literal), &all).unwrap();
    let pairs: Vec<(String, String)> =
        found.hits.iter().map(|hit| (hit.document.to_string(), hit.text.clone())).collect();
    let mut got: Vec<&(String, String)> = pairs.iter().collect();
    expected.sort();
    got.sort();
    assert_eq!(got, expected, "{literal:?}");
    assert_eq!(found.total, expected.len(), "{literal:?}");
    for hit in &found.hits {
        assert!(!hit.highlights.is_empty(), "{literal:?} in {}", hit.text);
        assert!(hit.highlights.is_sorted_by(|one, next| one.end <= next.start), "{:?}", hit.highlights);
        assert!(hit.highlights.iter().all(|span| span.end <= hit.text.chars().count()));
    }
    let first = library.search(&Query::literal(literal), &SearchOptions { limit: 3, ..all }).unwrap();
    assert_eq!(first.total, found.total);
    assert_eq!(first.hits, found.hits[..found.hits.len().min(3)], "the limit only cuts");
}

/// A small generator, so that every run looks at the same literals.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }
}

#[test]
fn every_stretch_of_the_sample_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let sample = fs::read_to_string(SAMPLE).unwrap();
    let other = sample.replace("发展", "發展").replace('X', "Ｘ");
    let library = library(folder.path(), &[sample.clone(), other]);
    let passages = passages(&library);
    let lines: Vec<Vec<char>> = sample.lines().map(|line| line.chars().collect()).collect();
    let lines: Vec<&Vec<char>> = lines.iter().filter(|line| !line.is_empty()).collect();
    let mut dice = Dice(42);
    for _ in 0..400 {
        let line = lines[dice.below(lines.len())];
        let start = dice.below(line.len());
        let end = (start + 1 + dice.below(12)).min(line.len());
        same_as_a_scan(&library, &passages, &line[start..end].iter().collect::<String>());
    }
    for literal in ["体责", "的", "发展", "發展", "不在这里的话", "。", " ", "——", "X%", "ｘ％", "责任责任"]
    {
        same_as_a_scan(&library, &passages, literal);
    }
    assert!(library.search(&Query::literal("体责"), &SearchOptions::default()).unwrap().total > 0);
}

#[test]
fn the_index_and_the_scan_find_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let sample = fs::read_to_string(SAMPLE).unwrap();
    let library = library(folder.path(), &[sample]);
    let typed = [
        "发展",
        "责任 工作",
        "工作 -发展",
        "kind:starter 工作",
        "section:heading",
        "-的",
        "year:2020 的",
        "“，”",
        "优化营商环境工作任务",
    ];
    let found: Vec<_> = typed
        .iter()
        .map(|typed| library.search(&Query::read(typed), &SearchOptions::default()).unwrap())
        .collect();
    drop(library);
    fs::remove_dir_all(folder.path().join("素材库/index")).unwrap();
    let library = Library::open(&folder.path().join("素材库"), UNIX_EPOCH).unwrap();
    for (typed, found) in typed.iter().zip(found) {
        assert!(found.total > 0, "{typed}");
        assert_eq!(library.search(&Query::read(typed), &SearchOptions::default()).unwrap(), found, "{typed}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Few letters, so that they meet often; with what folding changes most.
    #[test]
    fn literals_of_random_texts_are_found(
        texts in prop::collection::vec("[一二发發展業业aAＡé\u{301}㈱ﾊﾞ½X。， 　\n]{1,60}", 1..4),
        literals in prop::collection::vec("[一二发發展業业aAＡé\u{301}㈱ﾊﾞ½X。， 　(株]{1,5}", 30),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let library = library(folder.path(), &texts);
        let passages = passages(&library);
        let documents: BTreeSet<&String> = passages.iter().map(|(document, _)| document).collect();
        prop_assert!(documents.len() >= 6);
        for literal in &literals {
            same_as_a_scan(&library, &passages, literal);
        }
    }
}
