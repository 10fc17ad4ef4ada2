//! How long the checks take: `cargo bench -p speech --bench check`. All of them on a text of
//! 20,000 characters are to take less than 16 ms after an edit, less than 60 ms from its
//! lines on.

#[path = "sample/long_speech.rs"]
mod long_speech;

use divan::Bencher;
use long_speech::speech;
use speech::check::run;
use speech::parse::parse;
use speech::{CHECKS, Day, Lexicon, Occasion, Subject};

fn main() {
    divan::main();
}

fn occasion() -> Occasion {
    Occasion { date: Day::read("2021-03-01"), own: vec!["平安县".to_owned()], ..Occasion::default() }
}

/// From the lines of a file on, the lexicon at hand.
#[divan::bench(args = [20_000, 40_000])]
fn from_scratch(bencher: Bencher<'_, '_>, n_characters: usize) {
    let (paragraphs, lexicon, occasion) = (speech(n_characters), Lexicon::built_in(), occasion());
    bencher.bench(|| {
        let parsed = parse(divan::black_box(&paragraphs));
        run(&Subject::new(&parsed.speech, &lexicon, &occasion), None)
    });
}

/// After an edit: the speech is at hand, and everything is told anew of it.
#[divan::bench(args = [20_000, 40_000])]
fn after_an_edit(bencher: Bencher<'_, '_>, n_characters: usize) {
    let (parsed, lexicon, occasion) = (parse(&speech(n_characters)), Lexicon::built_in(), occasion());
    bencher.bench(|| run(&Subject::new(divan::black_box(&parsed.speech), &lexicon, &occasion), None));
}

/// Each check alone, with what it asks for.
#[divan::bench(args = CHECKS.iter().map(|check| check.id))]
fn alone(bencher: Bencher<'_, '_>, id: &str) {
    let (parsed, lexicon, occasion) = (parse(&speech(20_000)), Lexicon::built_in(), occasion());
    bencher.bench(|| run(&Subject::new(divan::black_box(&parsed.speech), &lexicon, &occasion), Some(&[id])));
}
