//! `similar`: passages and speeches that overlap with a file, a document or a draft.

use crate::args::{SimilarTo, read_options};
use crate::failure::Failure;
use crate::print::Printer;
use crate::show::document_id;
use library::{Library, SectionShare, SharedPassage, Similar, read_file};
use serde::Serialize;
use speech::parse::parse;
use speech::shown::text;
use speech::text::Span;
use speech::timing::characters;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

#[derive(Serialize)]
struct SimilarJson {
    characters: usize,
    milliseconds: f64,
    speeches: Vec<SpeechJson>,
}

#[derive(Serialize)]
struct SpeechJson {
    document: String,
    kind: &'static str,
    title: String,
    year: Option<i32>,
    share: f64,
    sections: Vec<SectionJson>,
    passages: Vec<PassageJson>,
}

#[derive(Serialize)]
struct SectionJson {
    section: String,
    heading: String,
    share: f64,
}

#[derive(Serialize)]
struct PassageJson {
    line: usize,
    text: String,
    share: f64,
    highlights: Vec<[usize; 2]>,
}

pub(crate) fn run(args: &SimilarTo, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let path = Path::new(&args.what);
    let (id, speech) = if path.is_file() {
        (None, parse(&read_file(path, &read_options(None))?.paragraphs).speech)
    } else {
        let id = document_id(&args.what)?;
        (Some(id), library.document(id)?.1)
    };
    let started = Instant::now();
    let found = library.similar(&speech, id, args.limit)?;
    let milliseconds = (started.elapsed().as_secs_f64() * 10_000.0).round() / 10.0;
    if printer.json {
        let speeches = found.into_iter().map(told).collect();
        printer.value(&SimilarJson { characters: characters(&text(&speech)), milliseconds, speeches })?;
        return Ok(ExitCode::SUCCESS);
    }
    if found.is_empty() {
        printer.say("没有重复的文稿。", "Nothing overlaps with it.")?;
    }
    let (open, close) = printer.marks();
    for similar in found {
        let title = similar.document.title.replace('\n', " ");
        printer.line(format!("{:>4}%  {} {title}", percent(similar.share), similar.document.id))?;
        for section in similar.sections.iter().filter(|section| section.share > 0.0) {
            printer.line(format!(
                "      {:>4}%  #{} {}",
                percent(section.share),
                section.section,
                short(&section.heading)
            ))?;
        }
        for passage in similar.passages.iter().filter(|passage| passage.share >= 0.5) {
            printer.line(format!("      {:>4} {}", passage.line, marked(passage, open, close)))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn percent(share: f64) -> u32 {
    (share * 100.0).round() as u32
}

/// Shares have three decimals.
fn rounded(share: f64) -> f64 {
    (share * 1000.0).round() / 1000.0
}

fn short(heading: &str) -> String {
    heading.chars().take(24).collect()
}

fn told(similar: Similar) -> SpeechJson {
    let section = |section: SectionShare| SectionJson {
        section: section.section.to_string(),
        heading: section.heading,
        share: rounded(section.share),
    };
    let passage = |passage: SharedPassage| PassageJson {
        line: passage.line,
        text: passage.text,
        share: rounded(passage.share),
        highlights: passage.spans.into_iter().map(|span| [span.start, span.end]).collect(),
    };
    SpeechJson {
        document: similar.document.id.to_string(),
        kind: similar.document.kind.word(),
        title: similar.document.title,
        year: similar.document.about.year,
        share: rounded(similar.share),
        sections: similar.sections.into_iter().map(section).collect(),
        passages: similar.passages.into_iter().map(passage).collect(),
    }
}

/// The beginning of a line, what is shared set off.
fn marked(passage: &SharedPassage, open: &str, close: &str) -> String {
    const FIT: usize = 60;
    let mut told = String::new();
    for (idx, character) in passage.text.chars().enumerate() {
        if passage.spans.iter().any(|span| span.start == idx) {
            told.push_str(open);
        }
        told.push(character);
        let cut_off = |span: &Span| idx + 1 == FIT && span.contains(&idx);
        if passage.spans.iter().any(|span| span.end == idx + 1 || cut_off(span)) {
            told.push_str(close);
        }
        if idx + 1 == FIT {
            break;
        }
    }
    told
}
