//! How long it takes to understand a speech: `cargo bench -p speech`.

#[path = "sample/long_speech.rs"]
mod long_speech;

use divan::Bencher;
use long_speech::speech;
use speech::parse::parse;
use speech::{Lexicon, Occasion, Paragraph, claims, dates, names};

fn main() {
    divan::main();
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
