//! `export`: a document, a draft or a file, as a file in a house style.

use crate::args::{Args, Export, Unwanted, read_options};
use crate::failure::Failure;
use crate::print::Printer;
use crate::show::document_id;
use formats::{HouseStyle, ReadingChoice};
use library::{Exported, HouseStyles, read_file};
use serde::Serialize;
use speech::Message;
use speech::parse::parse;
use speech::timing::DEFAULT_RATE;
use std::path::Path;
use std::process::ExitCode;

#[derive(Serialize)]
struct ExportedJson {
    path: String,
    format: &'static str,
    open: Vec<String>,
    warnings: Vec<String>,
}

pub(crate) fn run(export: &Export, args: &Args, printer: &mut Printer) -> Result<ExitCode, Failure> {
    // A built-in style needs no library, nor its folder.
    let style = match HouseStyle::named(&export.style) {
        Some(style) => style,
        None => HouseStyles::of(&args.folder()?)?.get(&export.style)?,
    };
    let file = Path::new(&export.what);
    // A file is read without a library: then nobody has chosen or set anything.
    let (speech, style, appendices, mut warnings) = if file.exists() {
        let extracted = read_file(file, &read_options(None))?;
        let speech = parse(&extracted.paragraphs).speech;
        let style = aloud(style, export, ReadingChoice::default(), DEFAULT_RATE)?;
        (speech, style, Vec::new(), extracted.warnings)
    } else {
        let library = args.open()?;
        let (document, speech) = library.document(document_id(&export.what)?)?;
        let style = aloud(style, export, library.reading_choice()?, library.settings()?.rate)?;
        let appendices = library.appendices(&document, &speech, &style, &library.lexicon()?)?;
        (speech, style, appendices, Vec::new())
    };
    let exported = library::export_with(&speech, &style, &appendices, &export.out)?;
    warnings.extend(exported.warnings.iter().cloned());
    tell(export, &exported, &warnings, printer)?;
    Ok(ExitCode::SUCCESS)
}

/// The style as it is asked for to be read aloud from.
fn aloud(
    style: HouseStyle,
    export: &Export,
    chosen: ReadingChoice,
    rate: u32,
) -> Result<HouseStyle, Failure> {
    let asked = export.without.is_some() || export.size.is_some() || export.rate.is_some();
    if asked && !style.is_read_aloud() {
        let Message { zh, en } = style.title();
        return Err(Failure::told(
            format!("“{zh}”不是朗读的版式，用不上 --without、--size 和 --rate。没有写。"),
            format!(
                "the style “{en}” is not for reading aloud and has no use for --without, --size and --rate; nothing was written."
            ),
        ));
    }
    let size = export.size.map(|points| points * 2).or(chosen.size);
    let choice = match &export.without {
        Some(unwanted) => Unwanted::choice(unwanted, size),
        None => ReadingChoice { size, ..chosen },
    };
    Ok(style.read_by(&choice, export.rate.unwrap_or(rate)))
}

fn tell(
    export: &Export,
    exported: &Exported,
    warnings: &[Message],
    printer: &mut Printer,
) -> Result<(), Failure> {
    let done = ExportedJson {
        path: export.out.to_string_lossy().into_owned(),
        format: exported.format.word(),
        open: exported.open.iter().map(ToString::to_string).collect(),
        warnings: warnings.iter().map(|warning| printer.words(warning).to_owned()).collect(),
    };
    if printer.json {
        return printer.value(&done);
    }
    for warning in &done.warnings {
        printer.line(format!("! {warning}"))?;
    }
    match done.open.len() {
        0 => printer.say(format!("已写好 {}", done.path), format!("written: {}", done.path)),
        n_open => printer.say(
            format!("已写好 {}，还有 {n_open} 个填空项没有填", done.path),
            format!("written: {}, with {n_open} fields still open", done.path),
        ),
    }
}
