//! Reading a speech of nine pages beside the programs that writers and others read it with:
//! a Word file in this process, an old Word file and a PDF in the child. LibreOffice saves the
//! files, from one that Lectern exports.

use crate::lectern::{self, Lectern, SAMPLE, argument, imported_id};
use crate::process::{command, succeeds_quietly};
use crate::root::{cargo, root};
use crate::setup::soffice;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Lines of 28 characters on a page, after GB/T 9704.
const LINES_OF_A_PAGE: usize = 22;
const CHARACTERS_OF_A_LINE: usize = 28;
const N_PAGES: usize = 9;
/// So often each program is started.
const N_RUNS: usize = 7;
/// So many files LibreOffice converts at once, beside one: what is more is the reading.
const N_COPIES: usize = 20;

/// What is printed of a reader.
struct Row {
    file: String,
    reader: String,
    milliseconds: f64,
    n_characters: Option<usize>,
}

/// Measures all, and prints a table.
pub(crate) fn read() -> Result<(), String> {
    lectern::build()?;
    let lectern = Lectern::fresh("reading")?;
    make_files(&lectern)?;
    let mut rows = ours(&lectern.folder)?;
    rows.extend(said(
        command("/usr/bin/python3").arg("tests/export/read_beside.py").arg(&lectern.folder),
        |reader| reader.to_owned(),
    )?);
    let file = |name: &str| lectern.file(name);
    let others: [(&str, &str, Command); 4] = [
        ("speech.docx", "pandoc, a process", program("pandoc", &["-t", "plain"], &file("speech.docx"))),
        ("speech.doc", "antiword, a process", program("antiword", &["-m", "UTF-8"], &file("speech.doc"))),
        ("speech.doc", "catdoc, a process", program("catdoc", &["-d", "utf-8"], &file("speech.doc"))),
        ("speech.pdf", "pdftotext, a process", to_output(&file("speech.pdf"))),
    ];
    for (name, reader, mut command) in others {
        rows.push(timed(name, reader, &mut command)?);
    }
    for name in ["speech.docx", "speech.doc"] {
        rows.push(libreoffice(&lectern, name)?);
    }
    rows.sort_by(|one, other| {
        one.file.cmp(&other.file).then(one.milliseconds.total_cmp(&other.milliseconds))
    });
    println!("\n{:<14}{:<36}{:>10}  characters", "file", "reader", "ms");
    for Row { file, reader, milliseconds, n_characters } in rows {
        let n_characters = n_characters.map(|n| n.to_string()).unwrap_or_default();
        println!("{file:<14}{reader:<36}{milliseconds:>10.2}  {n_characters:>10}");
    }
    Ok(())
}

/// The speech in all formats.
fn make_files(lectern: &Lectern) -> Result<(), String> {
    let sample = fs::read_to_string(root().join(SAMPLE)).map_err(|error| format!("{SAMPLE}: {error}"))?;
    let mut n_lines = 0;
    let lines: Vec<&str> = sample
        .lines()
        .take_while(|line| {
            n_lines += line.chars().count().div_ceil(CHARACTERS_OF_A_LINE).max(1);
            n_lines <= N_PAGES * LINES_OF_A_PAGE
        })
        .collect();
    let text = lectern.file("nine.txt");
    fs::write(&text, lines.join("\n")).map_err(|error| format!("{}: {error}", text.display()))?;
    lectern.says(&["import", argument(&text)?])?;
    let word = lectern.file("speech.docx");
    lectern.says(&["export", &imported_id(lectern)?, "-o", argument(&word)?])?;
    // As another program saves it: ours would be the easiest to read.
    convert(lectern, "odt", &[&word])?;
    for ending in ["docx", "doc", "pdf"] {
        convert(lectern, ending, &[&lectern.file("speech.odt")])?;
    }
    Ok(())
}

fn ours(folder: &Path) -> Result<Vec<Row>, String> {
    let mut bench = command(cargo());
    bench.args(["bench", "--locked", "--package", "formats", "--bench", "read", "--"]).arg(folder);
    said(&mut bench, |place| format!("Lectern, {place}"))
}

/// The lines that a program prints of what it measured.
fn said(command: &mut Command, reader: impl Fn(&str) -> String) -> Result<Vec<Row>, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.env("PYTHONDONTWRITEBYTECODE", "1").output();
    let output = output.map_err(|error| format!("{name} can't be started: {error}"))?;
    if !output.status.success() {
        return Err(format!("{name}: {}", String::from_utf8_lossy(&output.stderr).trim()));
    }
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let row = |line: &str| {
        let [file, place, milliseconds, n_characters] = line.split('\t').collect::<Vec<_>>()[..] else {
            return None;
        };
        Some(Row {
            file: file.to_owned(),
            reader: reader(place),
            milliseconds: milliseconds.parse().ok()?,
            n_characters: n_characters.parse().ok(),
        })
    };
    Ok(said.lines().filter_map(row).collect())
}

fn program(name: &str, arguments: &[&str], file: &Path) -> Command {
    let mut program = command(name);
    program.args(arguments).arg(file);
    program
}

/// `pdftotext`, which writes to a file unless told otherwise.
fn to_output(file: &Path) -> Command {
    let mut program = program("pdftotext", &["-enc", "UTF-8"], file);
    program.arg("-");
    program
}

/// Starts a program some times; the time in the middle.
fn timed(file: &str, reader: &str, command: &mut Command) -> Result<Row, String> {
    let mut times = Vec::new();
    let mut n_characters = 0;
    for _ in 0..N_RUNS {
        let started = Instant::now();
        let output = command.output().map_err(|error| format!("{reader} can't be started: {error}"))?;
        times.push(started.elapsed().as_secs_f64() * 1e3);
        if !output.status.success() {
            return Err(format!("{reader}: {}", String::from_utf8_lossy(&output.stderr).trim()));
        }
        let said = String::from_utf8_lossy(&output.stdout);
        n_characters = said.chars().filter(|character| !"\r\n".contains(*character)).count();
    }
    times.sort_by(f64::total_cmp);
    Ok(Row {
        file: file.to_owned(),
        reader: reader.to_owned(),
        milliseconds: times[N_RUNS / 2],
        n_characters: Some(n_characters),
    })
}

/// What one more file costs LibreOffice, its start left out.
fn libreoffice(lectern: &Lectern, name: &str) -> Result<Row, String> {
    let copies: Vec<_> = (0..=N_COPIES)
        .map(|nth| {
            let copy = lectern.file(&format!("copies/{nth}-{name}"));
            fs::create_dir_all(lectern.file("copies"))
                .and_then(|()| fs::copy(lectern.file(name), &copy))
                .map_err(|error| format!("{}: {error}", copy.display()))?;
            Ok(copy)
        })
        .collect::<Result<_, String>>()?;
    let copies: Vec<&Path> = copies.iter().map(AsRef::as_ref).collect();
    let time = |files: &[&Path]| {
        let started = Instant::now();
        convert(lectern, "txt:Text (encoded):UTF8", files)?;
        Ok::<_, String>(started.elapsed().as_secs_f64() * 1e3)
    };
    let one = time(&copies[..1])?;
    let all = time(&copies)?;
    Ok(Row {
        file: name.to_owned(),
        reader: "LibreOffice, one more file".to_owned(),
        milliseconds: (all - one) / N_COPIES as f64,
        n_characters: None,
    })
}

fn convert(lectern: &Lectern, to: &str, files: &[&Path]) -> Result<(), String> {
    let soffice = soffice().ok_or("LibreOffice is gone since setup")?;
    let settings = format!("-env:UserInstallation=file://{}", lectern.file("settings").display());
    let mut convert = command(soffice);
    convert.args([&settings, "--headless", "--convert-to", to, "--outdir"]).arg(&lectern.folder).args(files);
    if succeeds_quietly(&mut convert) { Ok(()) } else { Err(format!("LibreOffice doesn't save {to}")) }
}
