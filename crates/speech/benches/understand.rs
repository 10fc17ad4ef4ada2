//! How long it takes to understand a speech: `cargo bench -p speech`.

use divan::Bencher;
use speech::Paragraph;
use speech::parse::parse;

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
