//! The same speech in the formats of other programs is the same text: LibreOffice saves the
//! sample as each of them, and the library must know each for what it has already.

use crate::count::Count;
use crate::lectern::{Lectern, SAMPLE, argument, imported_id, text_of};
use crate::process::{command, succeeds_quietly};
use crate::root::root;
use crate::setup::soffice;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The formats that LibreOffice saves. A .wps is a .doc under another name.
const SAVED: [&str; 6] = ["docx", "doc", "rtf", "odt", "html", "pdf"];

/// Saves and imports; each format counts as a test.
///
/// Errors: a step before the first question failed.
pub(crate) fn saved_elsewhere() -> Result<Count, String> {
    let lectern = Lectern::fresh("saved-elsewhere")?;
    lectern.says(&["import", SAMPLE])?;
    let document = imported_id(&lectern)?;
    let mut count = Count::default();
    for ending in SAVED {
        count = count + asked(&lectern, &document, &saved(&lectern, ending)?)?;
    }
    let old = lectern.file("wps").join("speech.wps");
    fs::create_dir_all(lectern.file("wps"))
        .and_then(|()| fs::copy(lectern.file("county-government-speech.doc"), &old))
        .map_err(|error| format!("{} can't be written: {error}", old.display()))?;
    Ok(count + asked(&lectern, &document, &old)?)
}

/// The sample as LibreOffice saves it.
fn saved(lectern: &Lectern, ending: &str) -> Result<std::path::PathBuf, String> {
    let soffice = soffice().ok_or("LibreOffice is gone since setup")?;
    let settings = format!("-env:UserInstallation=file://{}", lectern.file("settings").display());
    let mut convert = command(soffice);
    convert.args([&settings, "--headless", "--infilter=Text (encoded):UTF8", "--convert-to", ending]);
    convert.arg("--outdir").arg(&lectern.folder).arg(root().join(SAMPLE));
    let path = lectern.file(&format!("county-government-speech.{ending}"));
    if succeeds_quietly(&mut convert) && path.is_file() {
        Ok(path)
    } else {
        Err(format!("LibreOffice doesn't save the sample as {ending}"))
    }
}

/// Whether a file is known for the document that it is.
fn asked(lectern: &Lectern, document: &str, path: &Path) -> Result<Count, String> {
    let said = lectern.says(&["import", argument(path)?, "--json"])?;
    let first = said.lines().next().unwrap_or_default();
    let told: Value = serde_json::from_str(first)
        .map_err(|error| format!("lectern import prints no JSON: {error}: {first}"))?;
    let is_known = text_of(&told, "status")? == "duplicate" && text_of(&told, "document")? == document;
    let name = path.file_name().unwrap_or_default().display();
    println!("{} {name} is the same text", if is_known { "ok" } else { "FAILED" });
    if !is_known {
        println!("{told}");
    }
    Ok(Count::one(is_known))
}
