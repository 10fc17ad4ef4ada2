//! `draft sources`: where a draft was taken from, and how much of it is left.

use crate::args::DraftId;
use crate::draft::draft;
use crate::failure::Failure;
use crate::print::Printer;
use library::{DocumentId, Library};
use serde::Serialize;
use speech::origin::sources;
use std::process::ExitCode;

#[derive(Serialize)]
struct SourcesJson {
    own: f64,
    sources: Vec<SourceJson>,
}

#[derive(Serialize)]
struct SourceJson {
    document: String,
    title: Option<String>,
    blocks: Vec<TakenJson>,
    left: f64,
    share: f64,
}

#[derive(Serialize)]
struct TakenJson {
    block: String,
    from: String,
}

pub(crate) fn run(args: &DraftId, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let (_, speech) = draft(&args.id, library)?;
    let all = sources(&speech);
    let part = |part: usize, of: usize| if of == 0 { 1.0 } else { part as f64 / of as f64 };
    let told = all.sources.iter().map(|source| {
        let id = DocumentId::read(&source.document);
        // One that is gone has no title any more.
        let title =
            id.and_then(|id| library.describe(id).ok()).map(|document| document.title.replace('\n', ""));
        let taken = source
            .blocks
            .iter()
            .map(|(block, from)| TakenJson { block: block.to_string(), from: from.to_string() });
        SourceJson {
            document: source.document.clone(),
            title,
            blocks: taken.collect(),
            left: part(source.n_left, source.n_taken),
            share: part(source.n_left, all.n_all),
        }
    });
    let told = SourcesJson { own: part(all.n_own, all.n_all), sources: told.collect() };
    if printer.json {
        printer.value(&told)?;
        return Ok(ExitCode::SUCCESS);
    }
    let (own, shares) = all.percents();
    for (SourceJson { document, title, blocks, left, .. }, share) in told.sources.iter().zip(shares) {
        // Rounded down: 100 is all of it.
        let (n, left) = (blocks.len(), (left * 100.0) as u32);
        let title = title.as_deref().unwrap_or("—");
        printer.say(
            format!("{document} {title}　{n} 段，原文还剩 {left}%，占本稿 {share}%"),
            format!("{document} {title}　{n} blocks, {left}% of it left, {share}% of the draft"),
        )?;
    }
    printer.say(format!("本稿新写 {own}%"), format!("{own}% written here"))?;
    Ok(ExitCode::SUCCESS)
}
