//! How long it takes to understand a speech: `cargo bench -p speech`.

use divan::Bencher;
use speech::parse::parse;
use speech::{Lexicon, Occasion, Paragraph, claims, dates, names};

const SAMPLE: &str = include_str!("../tests/sample/county-government-speech.txt");

fn main() {
    divan::main();
}

/// The sample, its body repeated to so many characters.
fn speech(n_characters: usize) -> Vec<Paragraph> {
    let lines: Vec<&str> = SAMPLE.lines().collect();
    let body = lines[17..37].iter().copied().cycle();
    let mut paragraphs: Vec<Paragraph> = lines[..17].iter().copied().map(Paragraph::plain).collect();
    let mut n_so_far = 0;
    for line in body {
        n_so_far += line.chars().count();
        if n_so_far > n_characters {
            break;
        }
        paragraphs.push(Paragraph::plain(line));
    }
    paragraphs.push(Paragraph::plain(lines[37]));
    paragraphs
}

/// Lines to a speech with its fields. Twice the text should take twice the time.
#[divan::bench(args = [5_000, 10_000, 20_000, 40_000, 80_000])]
fn understand(bencher: Bencher<'_, '_>, n_characters: usize) {
    let paragraphs = speech(n_characters);
    bencher.bench(|| parse(divan::black_box(&paragraphs)));
}

/// The gazetteer and the word lists, once a start.
#[divan::bench]
fn lexicon() -> Lexicon {
    Lexicon::built_in()
}

/// Everything that is told of a text, from its lines on, the lexicon at hand. 20,000
/// characters are to take less than 10 ms.
#[divan::bench(args = [20_000, 40_000])]
fn everything(bencher: Bencher<'_, '_>, n_characters: usize) {
    let paragraphs = speech(n_characters);
    let (lexicon, occasion) = (Lexicon::built_in(), Occasion::default());
    bencher.bench(|| {
        let parsed = parse(divan::black_box(&paragraphs));
        let claims = claims(&parsed.speech);
        let names = names(&parsed.speech, &lexicon, &occasion);
        let dates = dates(&parsed.speech, &lexicon, &occasion);
        (parsed, claims, names, dates)
    });
}

/// The claims of a text that is understood.
#[divan::bench(args = [20_000, 40_000])]
fn count_claims(bencher: Bencher<'_, '_>, n_characters: usize) {
    let parsed = parse(&speech(n_characters));
    bencher.bench(|| claims(divan::black_box(&parsed.speech)));
}

/// One line of thousands of slots.
#[divan::bench(args = [2_000, 8_000, 32_000])]
fn slots_in_one_line(bencher: Bencher<'_, '_>, n_slots: usize) {
    let lines = ["同志们：".to_owned(), "用水量增长X%，".repeat(n_slots)].map(Paragraph::plain);
    bencher.bench(|| parse(divan::black_box(&lines)));
}

/// Names and dates of a text that is understood.
#[divan::bench(args = [20_000, 40_000])]
fn names_and_dates(bencher: Bencher<'_, '_>, n_characters: usize) {
    let parsed = parse(&speech(n_characters));
    let (lexicon, occasion) = (Lexicon::built_in(), Occasion::default());
    bencher.bench(|| {
        let speech = divan::black_box(&parsed.speech);
        (names(speech, &lexicon, &occasion), dates(speech, &lexicon, &occasion))
    });
}
