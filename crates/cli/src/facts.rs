//! `facts`: what the office fills in again and again.

use crate::args::Facts;
use crate::failure::Failure;
use crate::print::Printer;
use formats::Limits;
use library::{Library, read_sheet_file};
use serde::Serialize;
use std::process::ExitCode;

#[derive(Serialize)]
struct FactsJson {
    facts: Vec<FactJson>,
}

#[derive(Serialize)]
struct FactJson {
    label: String,
    value: String,
}

pub(crate) fn run(args: &Facts, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let sheet = match &args.data {
        Some(path) => read_sheet_file(path, &Limits::default())?,
        None => Vec::new(),
    };
    if !sheet.is_empty() || !args.set.is_empty() {
        let mut facts = library.facts()?;
        facts.extend(sheet);
        facts.extend(args.set.iter().cloned());
        library.set_facts(&facts)?;
    }
    let facts = library.facts()?;
    if printer.json {
        let facts = facts.into_iter().map(|(label, value)| FactJson { label, value }).collect();
        printer.value(&FactsJson { facts })?;
        return Ok(ExitCode::SUCCESS);
    }
    if facts.is_empty() {
        printer.say(
            "还没有常用数据；用 lectern facts --set 标签=值 添上。",
            "no facts yet; add one with lectern facts --set LABEL=VALUE.",
        )?;
    }
    for (label, value) in facts {
        printer.line(format!("{label} = {value}"))?;
    }
    Ok(ExitCode::SUCCESS)
}
