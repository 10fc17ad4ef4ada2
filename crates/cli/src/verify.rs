//! `verify` and `reindex`: looking after a library.

use crate::failure::Failure;
use crate::print::Printer;
use library::Library;
use serde::Serialize;
use std::process::ExitCode;
use std::time::Instant;

#[derive(Serialize)]
struct Verified {
    ok: bool,
    problems: Vec<String>,
}

pub(crate) fn verify(library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let problems = library.verify()?;
    let problems: Vec<String> = problems.iter().map(|problem| printer.words(problem).to_owned()).collect();
    let ok = problems.is_empty();
    if printer.json {
        printer.value(&Verified { ok, problems })?;
    } else if ok {
        printer.say("素材库完好。", "The library is sound.")?;
    } else {
        problems.iter().try_for_each(|problem| printer.line(problem))?;
    }
    Ok(if ok { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

#[derive(Serialize)]
struct Reindexed {
    passages: usize,
    milliseconds: u128,
}

pub(crate) fn reindex(library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let started = Instant::now();
    let passages = library.reindex()?;
    let milliseconds = started.elapsed().as_millis();
    if printer.json {
        printer.value(&Reindexed { passages, milliseconds })?;
    } else {
        printer.say(
            format!("索引已重建：{passages} 段，{milliseconds} 毫秒"),
            format!("index made anew: {passages} passages, {milliseconds} ms"),
        )?;
    }
    Ok(ExitCode::SUCCESS)
}
