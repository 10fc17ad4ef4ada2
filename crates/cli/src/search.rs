//! `search`: passages, best first.

use crate::args::Search;
use crate::failure::Failure;
use crate::print::Printer;
use library::{Found, Hit, Library, Query, SearchOptions};
use serde::Serialize;
use std::process::ExitCode;
use std::time::Instant;

#[derive(Serialize)]
struct Searched {
    query: String,
    understood: String,
    milliseconds: f64,
    total: usize,
    hits: Vec<HitJson>,
}

#[derive(Serialize)]
struct HitJson {
    document: String,
    kind: &'static str,
    passage: String,
    title: String,
    path: Vec<String>,
    line: usize,
    role: &'static str,
    text: String,
    highlights: Vec<[usize; 2]>,
    score: f64,
    #[serde(rename = "match")]
    matched: &'static str,
}

pub(crate) fn run(args: &Search, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let started = Instant::now();
    let query = if args.literal { Query::literal(&args.query) } else { Query::read(&args.query) };
    let Search { limit, kind, year, section, .. } = *args;
    let found = library.search(&query, &SearchOptions { limit, kind, year, section })?;
    let milliseconds = (started.elapsed().as_secs_f64() * 10_000.0).round() / 10.0;
    if printer.json {
        printer.value(&Searched {
            query: args.query.clone(),
            understood: query.to_string(),
            milliseconds,
            total: found.total,
            hits: found.hits.into_iter().map(hit).collect(),
        })?;
    } else {
        tell(&args.query, &found, milliseconds, printer)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn hit(hit: Hit) -> HitJson {
    HitJson {
        document: hit.document.to_string(),
        kind: hit.kind.word(),
        passage: hit.passage,
        title: hit.title,
        path: hit.path,
        line: hit.line,
        role: hit.role.word(),
        text: hit.text,
        highlights: hit.highlights.into_iter().map(|span| [span.start, span.end]).collect(),
        score: hit.score,
        matched: hit.matched.word(),
    }
}

fn tell(query: &str, found: &Found, milliseconds: f64, printer: &mut Printer) -> Result<(), Failure> {
    if found.total == 0 {
        return printer.say(
            format!("没有找到“{query}”。可以少写几个字，或去掉 kind: year: 这样的范围。"),
            format!("“{query}” was not found; try fewer words, or drop filters such as kind: and year:."),
        );
    }
    for hit in &found.hits {
        let stands: Vec<String> =
            std::iter::once(hit.title.replace('\n', " ")).chain(hit.path.iter().cloned()).collect();
        printer.say(
            format!("{} 第{}行  {}", hit.document, hit.line, stands.join(" › ")),
            format!("{} line {}  {}", hit.document, hit.line, stands.join(" › ")),
        )?;
        printer.line(format!("    {}", excerpt(hit, printer.marks())))?;
    }
    let (total, n_hits) = (found.total, found.hits.len());
    printer.say(
        format!("{total} 处，显示 {n_hits} 处，{milliseconds} 毫秒"),
        format!("{total} passages, {n_hits} shown, {milliseconds} ms"),
    )
}

/// The words around the first place that was found, all places marked.
fn excerpt(hit: &Hit, marks: (&str, &str)) -> String {
    let stretches = library::excerpt(&hit.text, &hit.highlights, 20, 90);
    let told = stretches.into_iter().map(|stretch| match stretch.marked {
        true => format!("{}{}{}", marks.0, stretch.text, marks.1),
        false => stretch.text,
    });
    told.collect()
}
