//! `file`: what documents are filed under.

use crate::args::File;
use crate::failure::Failure;
use crate::print::Printer;
use crate::show::document_id;
use library::{DocumentId, Edit, FilingEdit, Library};
use serde::Serialize;
use speech::about::About;
use std::process::ExitCode;

#[derive(Serialize)]
struct FilingJson {
    id: String,
    filed: AboutJson,
    told: AboutJson,
}

/// What a document is filed under.
#[derive(Serialize)]
pub(crate) struct AboutJson {
    occasion: Option<String>,
    genre: Option<String>,
    year: Option<i32>,
    level: Option<String>,
    speaker: Option<String>,
    domain: Option<String>,
}

impl From<About> for AboutJson {
    fn from(about: About) -> Self {
        let About { occasion, genre, year, level, speaker, domain } = about;
        Self { occasion, genre, year, level, speaker, domain }
    }
}

pub(crate) fn run(args: &File, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let ids = args.ids.iter().map(|id| document_id(id)).collect::<Result<Vec<DocumentId>, _>>()?;
    let edit = edit(args);
    if edit != FilingEdit::default() {
        library.file(&ids, &edit)?;
    }
    let mut rows = Vec::new();
    for id in ids {
        let filing = library.filing(id)?;
        if printer.json {
            let (filed, told) = (filing.holds.into(), filing.told.into());
            rows.push(FilingJson { id: id.to_string(), filed, told });
        } else {
            tell(id, &filing.holds, &filing.told, printer)?;
        }
    }
    if printer.json {
        printer.value(&rows)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn edit(args: &File) -> FilingEdit {
    fn of<T: Clone>(given: &Option<Edit<T>>, as_told: bool) -> Edit<T> {
        given.clone().unwrap_or(if as_told { Edit::AsTold } else { Edit::Leave })
    }
    FilingEdit {
        occasion: of(&args.occasion, args.as_told),
        genre: of(&args.genre, args.as_told),
        year: of(&args.year, args.as_told),
        level: of(&args.level, args.as_told),
        speaker: of(&args.speaker, args.as_told),
        domain: of(&args.domain, args.as_told),
    }
}

/// One line a document; what is not as it was told has a star.
fn tell(id: DocumentId, holds: &About, told: &About, printer: &mut Printer) -> Result<(), Failure> {
    let year = |about: &About| about.year.map(|year| year.to_string());
    let entries = [
        ("场合", "occasion", holds.occasion.clone(), told.occasion.clone()),
        ("文种", "genre", holds.genre.clone(), told.genre.clone()),
        ("年份", "year", year(holds), year(told)),
        ("层级", "level", holds.level.clone(), told.level.clone()),
        ("讲话人", "speaker", holds.speaker.clone(), told.speaker.clone()),
        ("领域", "domain", holds.domain.clone(), told.domain.clone()),
    ];
    let (mut zh, mut en) = (id.to_string(), id.to_string());
    for (name_zh, name_en, holds, told) in entries {
        let star = if holds == told { "" } else { "*" };
        let value = holds.as_deref().unwrap_or("—");
        zh += &format!("  {name_zh}：{value}{star}");
        en += &format!("  {name_en}: {value}{star}");
    }
    printer.say(zh, en)
}
