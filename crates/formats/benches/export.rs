//! How long a speech of ten pages takes as a Word file and as PDF, in process: the first
//! time, and the median of those after it. `--text FILE` keeps the speech as text, for other
//! programs to be measured with.

#![allow(clippy::unwrap_used, reason = "a measurement that can't go on has failed")]

use formats::{Format, HouseStyle, sketch, write};
use speech::parse::parse;
use speech::{Paragraph, Speech, shown};
use std::time::{Duration, Instant};

const SAMPLE: &str = include_str!("../../speech/tests/sample/county-government-speech.txt");

fn main() {
    let style = HouseStyle::speech();
    let speech = ten_pages(&style);
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--text") {
        std::fs::write(&arguments[at + 1], shown::text(&speech)).unwrap();
    }
    told("Lectern, docx", 200, || write(&speech, &style, Format::Docx).unwrap().bytes);
    told("Lectern, PDF", 20, || write(&speech, &style, Format::Pdf).unwrap().bytes);
}

/// The sample, shortened from its end until it has ten pages.
fn ten_pages(style: &HouseStyle) -> Speech {
    let paragraphs: Vec<Paragraph> = SAMPLE.lines().map(Paragraph::plain).collect();
    let mut speech = parse(&paragraphs).speech;
    while sketch(&speech, style, 0..1).unwrap().n_pages > 10 {
        speech.blocks.pop();
    }
    speech
}

fn told(name: &str, n: usize, make: impl Fn() -> Vec<u8>) {
    let times: Vec<Duration> = (0..=n)
        .map(|_| {
            let begun = Instant::now();
            std::hint::black_box(make());
            begun.elapsed()
        })
        .collect();
    let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
    let mut after = times[1..].to_vec();
    after.sort();
    let (median, first) = (milliseconds(after[n / 2]), milliseconds(times[0]));
    println!("{name:<28}{median:>10.2} ms, the first {first:.0} ms");
}
