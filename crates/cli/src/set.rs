//! `set`: the library's settings, and the lists of the unit.

use crate::args::{Set, read_options};
use crate::failure::Failure;
use crate::print::Printer;
use library::{Library, Settings, USUAL_PATTERN, read_file};
use serde::Serialize;
use speech::{BadLine, UnitList, UnitLists};
use std::path::Path;
use std::process::ExitCode;

#[derive(Serialize)]
struct SettingsJson {
    own: Vec<String>,
    rate: u32,
    file_name: String,
    lists: UnitLists,
    bad_lines: Vec<BadLine>,
}

pub(crate) fn run(args: &Set, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let mut settings = library.settings()?;
    let mut lists = library.lists()?;
    // All files are read before anything is set.
    for (list, path) in &args.lists {
        *lists.text_mut(*list) = text_of(path)?;
    }
    if !args.own.is_empty() || args.rate.is_some() || args.file_name.is_some() {
        if !args.own.is_empty() {
            settings.own = args.own.iter().filter(|name| !name.trim().is_empty()).cloned().collect();
        }
        settings.rate = args.rate.unwrap_or(settings.rate);
        if let Some(pattern) = args.file_name.as_deref().map(str::trim) {
            let pattern = if pattern.is_empty() { USUAL_PATTERN } else { pattern };
            settings.file_name = pattern.to_owned();
        }
        library.set(&settings)?;
    }
    if !args.lists.is_empty() {
        library.set_lists(&lists)?;
    }
    let bad_lines = lists.bad_lines();
    if printer.json {
        let Settings { own, rate, file_name } = settings;
        printer.value(&SettingsJson { own, rate, file_name, lists, bad_lines })?;
        return Ok(ExitCode::SUCCESS);
    }
    let (own, rate) = (&settings.own, settings.rate);
    if own.is_empty() {
        printer.say("自己的名字：还没有", "own names: none yet")?;
    } else {
        printer.say(format!("自己的名字：{}", own.join("、")), format!("own names: {}", own.join(", ")))?;
    }
    printer.say(format!("语速：每分钟 {rate} 字"), format!("rate: {rate} characters a minute"))?;
    if settings.file_name != USUAL_PATTERN {
        let pattern = &settings.file_name;
        printer.say(format!("导出的文件名：{pattern}"), format!("exported files: {pattern}"))?;
    }
    tell(&lists, &bad_lines, printer)?;
    Ok(ExitCode::SUCCESS)
}

/// The lines of a file, as any file of text is read.
fn text_of(path: &Path) -> Result<String, Failure> {
    let options = read_options(None);
    let lines: Vec<String> =
        read_file(path, &options)?.paragraphs.into_iter().map(|paragraph| paragraph.text).collect();
    Ok(lines.join("\n"))
}

/// The lists that say something, and which of their lines do not.
fn tell(lists: &UnitLists, bad_lines: &[BadLine], printer: &mut Printer) -> Result<(), Failure> {
    for list in UnitList::ALL.into_iter().filter(|list| !lists.text(*list).trim().is_empty()) {
        let name = list.name();
        printer.say(format!("{}：", name.zh), format!("{}:", name.en))?;
        for line in lists.text(list).lines().filter(|line| !line.trim().is_empty()) {
            printer.line(format!("    {line}"))?;
        }
    }
    for bad in bad_lines {
        printer.line(printer.words(&bad.message))?;
    }
    Ok(())
}
