//! `export`: a document, a draft or a file, as a file in a house style.

use crate::args::{Args, Export, read_options};
use crate::failure::Failure;
use crate::print::Printer;
use crate::show::document_id;
use formats::HouseStyle;
use library::{Exported, HouseStyles, read_file};
use serde::Serialize;
use speech::Message;
use speech::parse::parse;
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
    let (speech, mut warnings) = if file.exists() {
        let extracted = read_file(file, &read_options(None))?;
        (parse(&extracted.paragraphs).speech, extracted.warnings)
    } else {
        (args.open()?.document(document_id(&export.what)?)?.1, Vec::new())
    };
    let exported = library::export(&speech, &style, &export.out)?;
    warnings.extend(exported.warnings.iter().cloned());
    tell(export, &exported, &warnings, printer)?;
    Ok(ExitCode::SUCCESS)
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
