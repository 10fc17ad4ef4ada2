//! PDF with the fonts of this machine. Skipped, and it says so, where there is no Chinese
//! one; where poppler is not installed, its part is.

use crate::built::{block, county_speech, speech};
use crate::hard_cases::{a_hundred_pages, two_hundred_headings};
use formats::{Error, Format, HouseStyle, Written, sketch, write};
use speech::{BlockKind, Speech};
use std::io::Write;
use std::process::{Command, Stdio};

/// Nothing where this machine can't print Chinese.
fn printed(speech: &Speech, style: &str) -> Option<Written> {
    match write(speech, &HouseStyle::named(style).unwrap(), Format::Pdf) {
        Err(Error::NoFont { .. }) => {
            eprintln!("skipped: this machine has no Chinese font");
            None
        }
        written => Some(written.unwrap()),
    }
}

/// What a program of poppler says of a file; nothing where it is not installed.
fn poppler(program: &str, options: &[&str], pdf: &[u8]) -> Option<String> {
    let mut child =
        match Command::new(program).args(options).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn() {
            Ok(child) => child,
            Err(_) => {
                eprintln!("skipped: {program} is not installed");
                return None;
            }
        };
    child.stdin.take().unwrap().write_all(pdf).unwrap();
    Some(String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap())
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

#[test]
fn the_text_of_a_page_is_the_text_that_is_shown() {
    let speech = county_speech();
    let Some(written) = printed(&speech, "official") else { return };
    assert_eq!(printed(&speech, "official").unwrap().bytes, written.bytes, "the same bytes");
    assert!(written.bytes.starts_with(b"%PDF-"));
    let Some(text) = poppler("pdftotext", &["-raw", "-", "-"], &written.bytes) else { return };
    let page_number = "—1—";
    let text = without_blanks(&text);
    let text = text.strip_suffix(page_number).unwrap_or_else(|| panic!("{text}"));
    assert_eq!(text, without_blanks(&speech::shown::text(&speech)));
}

#[test]
fn rare_characters_and_a_draft_without_a_word_are_printed() {
    let rare = speech(vec![block(BlockKind::Paragraph, "𠮷林㛃同志")]);
    let Some(written) = printed(&rare, "speech") else { return };
    if let Some(text) = poppler("pdftotext", &["-raw", "-", "-"], &written.bytes) {
        assert!(text.starts_with("𠮷林㛃同志"), "{text}");
    }
    let empty = printed(&Speech::default(), "reading").unwrap();
    assert!(empty.bytes.starts_with(b"%PDF-"));
}

#[test]
fn every_font_of_the_file_is_in_it_as_a_subset() {
    let Some(written) = printed(&county_speech(), "official") else { return };
    let file = std::env::temp_dir().join(format!("lectern-{}.pdf", std::process::id()));
    std::fs::write(&file, &written.bytes).unwrap();
    let told = Command::new("pdffonts").arg(&file).output();
    std::fs::remove_file(&file).unwrap();
    let Ok(told) = told else { return eprintln!("skipped: pdffonts is not installed") };
    let told = String::from_utf8(told.stdout).unwrap();
    let fonts: Vec<&str> = told.lines().skip(2).collect();
    assert!(!fonts.is_empty(), "{told}");
    for font in fonts {
        let words: Vec<&str> = font.split_whitespace().collect();
        // … emb sub uni object ID, from the right.
        assert_eq!(words[words.len() - 5..words.len() - 2], ["yes", "yes", "yes"], "{told}");
    }
}

#[test]
fn fonts_that_stand_for_others_are_named() {
    let Some(written) = printed(&county_speech(), "official") else { return };
    let mut style = HouseStyle::named("official").unwrap();
    style.lines.title.font = "没有这种字体".to_owned();
    let warnings = write(&county_speech(), &style, Format::Pdf).unwrap().warnings;
    assert!(warnings.iter().any(|warning| warning.zh.contains("没有这种字体")), "{warnings:?}");
    assert!(!written.warnings.iter().any(|warning| warning.zh.contains("没有这种字体")));
}

#[test]
fn a_page_that_tears_a_sentence_says_so_early() {
    let long = "我们要深入学习会议精神，".repeat(40) + "抓好落实。";
    let torn = speech(vec![block(BlockKind::Paragraph, &long)]);
    let whole = speech(vec![block(BlockKind::Paragraph, &"大家都作了发言。".repeat(60))]);
    for (speech, n_early) in [(torn, 1), (whole, 0)] {
        let Some(written) = printed(&speech, "reading") else { return };
        let Some(text) = poppler("pdftotext", &["-raw", "-", "-"], &written.bytes) else { return };
        assert_eq!(text.matches('\u{c}').count(), 2, "two pages");
        assert_eq!(text.matches("早翻").count(), n_early, "{text}");
    }
}

#[test]
fn long_speeches_are_printed_whole() {
    for speech in [two_hundred_headings(), a_hundred_pages()] {
        let Some(written) = printed(&speech, "official") else { return };
        let Some(text) = poppler("pdftotext", &["-raw", "-", "-"], &written.bytes) else { return };
        let pages: Vec<&str> = text.split_terminator('\u{C}').collect();
        let sketched = sketch(&speech, &HouseStyle::named("official").unwrap(), 0..1).unwrap().n_pages;
        // Where Times is missing, what stands instead has wider digits.
        let most_apart = 1 + pages.len() / 20;
        assert!(pages.len().abs_diff(sketched as usize) <= most_apart, "{} and {sketched}", pages.len());
        let mut read = String::new();
        for (number, page) in (1..).zip(&pages) {
            let page = without_blanks(page);
            read += page.strip_suffix(&format!("—{number}—")).unwrap_or_else(|| panic!("{page}"));
        }
        assert_eq!(read, without_blanks(&speech::shown::text(&speech)));
    }
}
