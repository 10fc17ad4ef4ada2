//! `export`: a document, a draft or a file, as a file in a house style.

use crate::args::{Args, Export, Unwanted, read_options};
use crate::failure::Failure;
use crate::print::Printer;
use crate::show::document_id;
use formats::{Format, HouseStyle, ReadingChoice, paging};
use library::{Exported, ExportedOne, HouseStyles, Library, read_file};
use serde::Serialize;
use speech::Message;
use speech::parse::parse;
use speech::timing::DEFAULT_RATE;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;

#[derive(Serialize)]
struct ExportedJson {
    path: String,
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pages: Option<u32>,
    open: Vec<String>,
    warnings: Vec<String>,
}

pub(crate) fn run(export: &Export, args: &Args, printer: &mut Printer) -> Result<ExitCode, Failure> {
    // A built-in style needs no library, nor its folder.
    let style = match HouseStyle::named(&export.style) {
        Some(style) => style,
        None => HouseStyles::of(&args.folder()?)?.get(&export.style)?,
    };
    if let Some(folder) = &export.to {
        let library = args.open()?;
        let style = aloud(style, export, library.reading_choice()?, library.settings()?.rate)?;
        return several(export, &style, folder, &library, printer);
    }
    let [what] = &export.what[..] else {
        return Err(Failure::told(
            "几篇一起导出要用 --to 指定文件夹。",
            "several are exported with --to and a folder.",
        ));
    };
    let Some(out) = &export.out else { return Ok(ExitCode::SUCCESS) };
    let file = Path::new(what);
    // A file is read without a library: then nobody has chosen or set anything.
    let mut sent = None;
    let (speech, style, appendices, mut warnings) = if file.exists() {
        let extracted = read_file(file, &read_options(None))?;
        let speech = parse(&extracted.paragraphs).speech;
        let style = aloud(style, export, ReadingChoice::default(), DEFAULT_RATE)?;
        (speech, style, Vec::new(), extracted.warnings)
    } else {
        let library = args.open()?;
        let id = document_id(what)?;
        let (document, speech) = library.document(id)?;
        let style = aloud(style, export, library.reading_choice()?, library.settings()?.rate)?;
        let appendices = library.appendices(&document, &speech, &style, &library.lexicon()?)?;
        sent = Some((library, id));
        (speech, style, appendices, Vec::new())
    };
    let exported = library::export_with(&speech, &style, &appendices, out)?;
    if let Some((library, id)) = sent {
        library.went_out(id)?;
    }
    warnings.extend(exported.warnings.iter().cloned());
    let pages = match exported.format {
        // As many as Word makes of it: a character on a line can be one page.
        Format::Docx => paging(&speech, &style, &appendices).ok().map(|told| told.n_pages),
        _ => exported.n_pages,
    };
    tell(out, &exported, pages, &warnings, printer)?;
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

#[derive(Serialize)]
struct OneJson {
    id: String,
    title: String,
    path: Option<String>,
    open: Vec<String>,
    problem: Option<String>,
}

/// Several into a folder. The exit code is 1 where one of them could not be written.
fn several(
    export: &Export,
    style: &HouseStyle,
    folder: &Path,
    library: &Library,
    printer: &mut Printer,
) -> Result<ExitCode, Failure> {
    // An id that is none is told before anything is written.
    let ids = export.what.iter().map(|id| document_id(id)).collect::<Result<Vec<_>, _>>()?;
    for id in &ids {
        library.describe(*id)?;
    }
    let go_on = &mut |_: usize, _: &str| ControlFlow::Continue(());
    let done = library.export_many(&ids, style, folder, export.ending, go_on)?;
    let has_failed = done.iter().any(|one| one.result.is_err());
    for ExportedOne { id, title, result } in done {
        let id = id.to_string();
        let one = match result {
            Ok((path, exported)) => {
                let open = exported.open.iter().map(ToString::to_string).collect();
                OneJson { id, title, path: Some(path.to_string_lossy().into_owned()), open, problem: None }
            }
            Err(error) => {
                let problem = Some(printer.words(&error.message()).to_owned());
                OneJson { id, title, path: None, open: Vec::new(), problem }
            }
        };
        if printer.json {
            printer.value(&one)?;
            continue;
        }
        let (id, n_open) = (&one.id, one.open.len());
        match (&one.path, &one.problem) {
            (Some(path), _) if n_open == 0 => printer.line(format!("{id} → {path}"))?,
            (Some(path), _) => printer.say(
                format!("{id} → {path}，还有 {n_open} 个填空项没有填"),
                format!("{id} → {path}, with {n_open} fields still open"),
            )?,
            (None, problem) => printer.line(format!("{id} ! {}", problem.as_deref().unwrap_or_default()))?,
        }
    }
    Ok(if has_failed { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn tell(
    out: &Path,
    exported: &Exported,
    pages: Option<u32>,
    warnings: &[Message],
    printer: &mut Printer,
) -> Result<(), Failure> {
    let done = ExportedJson {
        path: out.to_string_lossy().into_owned(),
        format: exported.format.word(),
        pages,
        open: exported.open.iter().map(ToString::to_string).collect(),
        warnings: warnings.iter().map(|warning| printer.words(warning).to_owned()).collect(),
    };
    if printer.json {
        return printer.value(&done);
    }
    for warning in &done.warnings {
        printer.line(format!("! {warning}"))?;
    }
    let about = exported.format == Format::Docx;
    let (zh, en) = done.pages.map_or_else(Default::default, |pages| {
        let s = if pages == 1 { "" } else { "s" };
        let (zh, en) = if about { ("约 ", "about ") } else { ("", "") };
        (format!("，{zh}{pages} 页"), format!(", {en}{pages} page{s}"))
    });
    match done.open.len() {
        0 => printer.say(format!("已写好 {}{zh}", done.path), format!("written: {}{en}", done.path)),
        n_open => printer.say(
            format!("已写好 {}{zh}，还有 {n_open} 个填空项没有填", done.path),
            format!("written: {}{en}, with {n_open} fields still open", done.path),
        ),
    }
}
