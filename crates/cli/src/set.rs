//! `set`: the library's settings, and the lists of the unit.

use crate::args::{Set, Unwanted, read_options};
use crate::failure::Failure;
use crate::print::Printer;
use formats::ReadingChoice;
use library::{Library, USUAL_PATTERN, read_file};
use serde::Serialize;
use speech::{BadLine, UnitList, UnitLists};
use std::path::Path;
use std::process::ExitCode;

#[derive(Serialize)]
struct SettingsJson {
    own: Vec<String>,
    rate: u32,
    file_name: String,
    reading: ReadingJson,
    lists: UnitLists,
    bad_lines: Vec<BadLine>,
}

/// What is wanted of reading copies; the size in points, nothing for the style's.
#[derive(Serialize)]
struct ReadingJson {
    pauses: bool,
    pinyin: bool,
    numbers: bool,
    minutes: bool,
    bold: bool,
    size: Option<f64>,
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
    let mut reading = library.reading_choice()?;
    if args.reading_without.is_some() || args.reading_size.is_some() {
        let size = args.reading_size.map_or(reading.size, |points| (points > 0).then_some(points * 2));
        reading = match &args.reading_without {
            Some(unwanted) => Unwanted::choice(unwanted, size),
            None => ReadingChoice { size, ..reading },
        };
        library.set_reading_choice(&reading)?;
    }
    let bad_lines = lists.bad_lines();
    if printer.json {
        printer.value(&SettingsJson {
            own: settings.own,
            rate: settings.rate,
            file_name: settings.file_name,
            reading: reading.into(),
            lists,
            bad_lines,
        })?;
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
    if reading != ReadingChoice::default() {
        tell_reading(&reading, printer)?;
    }
    tell(&lists, &bad_lines, printer)?;
    Ok(ExitCode::SUCCESS)
}

impl From<ReadingChoice> for ReadingJson {
    fn from(choice: ReadingChoice) -> Self {
        let ReadingChoice { pauses, pinyin, numbers_in_words: numbers, minutes, bold, size } = choice;
        Self { pauses, pinyin, numbers, minutes, bold, size: size.map(|size| f64::from(size) / 2.0) }
    }
}

/// What is not as the style has it.
fn tell_reading(choice: &ReadingChoice, printer: &mut Printer) -> Result<(), Failure> {
    let parts = [
        (choice.pauses, "不标停顿", "no pauses"),
        (choice.pinyin, "不注拼音", "no pinyin"),
        (choice.numbers_in_words, "不写数字读法", "no numbers in words"),
        (choice.minutes, "不标分钟", "no minutes"),
        (choice.bold, "不加粗", "not bold"),
    ];
    let without = || parts.iter().filter(|(wanted, ..)| !wanted);
    let size = choice.size.map(|size| f64::from(size) / 2.0);
    let zh = without().map(|(_, zh, _)| (*zh).to_owned()).chain(size.map(|size| format!("{size} 磅")));
    let en = without().map(|(.., en)| (*en).to_owned()).chain(size.map(|size| format!("{size} points")));
    let (zh, en) = (zh.collect::<Vec<_>>().join("、"), en.collect::<Vec<_>>().join(", "));
    printer.say(format!("朗读稿：{zh}"), format!("reading copies: {en}"))
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
