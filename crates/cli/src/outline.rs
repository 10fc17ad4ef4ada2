//! `draft outline`: how long the sections of a draft are, and are to be, and how many pages it has.

use crate::args::Outline;
use crate::draft::draft;
use crate::failure::Failure;
use crate::print::Printer;
use formats::paging;
use library::Library;
use serde::Serialize;
use speech::Message;
use speech::outline::outline;
use speech::timing::minutes;
use std::process::ExitCode;

#[derive(Serialize)]
struct OutlineJson {
    characters: usize,
    minutes: f64,
    pages: u32,
    sections: Vec<SectionJson>,
}

#[derive(Serialize)]
struct SectionJson {
    block: String,
    level: u8,
    numeral: String,
    text: String,
    characters: usize,
    minutes: f64,
    aim: Option<f64>,
}

pub(crate) fn run(args: &Outline, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let (document, speech) = draft(&args.id, library)?;
    let rate = library.settings()?.rate;
    let aims = library.aims(document.id)?;
    let sections = outline(&speech).into_iter().map(|section| SectionJson {
        aim: aims.iter().find(|aim| aim.block == section.heading).map(|aim| f64::from(aim.tenths) / 10.0),
        block: section.heading.to_string(),
        level: section.level,
        numeral: section.numeral,
        text: section.words,
        characters: section.characters,
        minutes: minutes(section.characters, rate),
    });
    let sections: Vec<SectionJson> = sections.collect();
    let style = library.read_aloud(library.house_styles()?.get(&args.style)?)?;
    let pages = paging(&speech, &style, &[]).map_err(told)?.n_pages;
    let all = document.characters;
    if printer.json {
        let minutes = minutes(all, rate);
        printer.value(&OutlineJson { characters: all, minutes, pages, sections })?;
        return Ok(ExitCode::SUCCESS);
    }
    for SectionJson { level, numeral, text, characters, minutes, aim, .. } in sections {
        let indent = "  ".repeat(usize::from(level) - 1);
        let aim = aim.map(|aim| format!(" / {aim:.1}")).unwrap_or_default();
        printer.say(
            format!("{indent}{numeral}{text}　{characters} 字　{minutes:.1}{aim} 分钟"),
            format!("{indent}{numeral}{text}　{characters} characters　{minutes:.1}{aim} min"),
        )?;
    }
    let (minutes, Message { zh, en }) = (minutes(all, rate), style.title());
    let s = if pages == 1 { "" } else { "s" };
    printer.say(
        format!("全文　{all} 字　{minutes:.1} 分钟　约 {pages} 页（{zh}）"),
        format!("all of it　{all} characters　{minutes:.1} min　about {pages} page{s} ({en})"),
    )?;
    Ok(ExitCode::SUCCESS)
}

fn told(error: formats::Error) -> Failure {
    let Message { zh, en } = error.message();
    Failure::told(zh, en)
}
