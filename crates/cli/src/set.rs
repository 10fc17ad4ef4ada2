//! `set`: the library's settings.

use crate::args::Set;
use crate::failure::Failure;
use crate::print::Printer;
use library::Library;
use serde::Serialize;
use std::process::ExitCode;

#[derive(Serialize)]
struct SettingsJson {
    own: Vec<String>,
    rate: u32,
}

pub(crate) fn run(args: &Set, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let mut settings = library.settings()?;
    if !args.own.is_empty() || args.rate.is_some() {
        if !args.own.is_empty() {
            settings.own = args.own.iter().filter(|name| !name.trim().is_empty()).cloned().collect();
        }
        settings.rate = args.rate.unwrap_or(settings.rate);
        library.set(&settings)?;
    }
    if printer.json {
        printer.value(&SettingsJson { own: settings.own, rate: settings.rate })?;
        return Ok(ExitCode::SUCCESS);
    }
    let (own, rate) = (&settings.own, settings.rate);
    if own.is_empty() {
        printer.say("自己的名字：还没有", "own names: none yet")?;
    } else {
        printer.say(format!("自己的名字：{}", own.join("、")), format!("own names: {}", own.join(", ")))?;
    }
    printer.say(format!("语速：每分钟 {rate} 字"), format!("rate: {rate} characters a minute"))?;
    Ok(ExitCode::SUCCESS)
}
