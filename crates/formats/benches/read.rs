//! How long it takes to read the files in a folder, `speech.docx` and the like: `cargo bench -p
//! formats --bench read -- FOLDER`; `cargo xtask bench read` makes the files, and measures other
//! programs beside. A Word file is read in this process, a PDF and an old Word file in the child
//! that the programs read them in. Prints a line a file: its name, where it was read, the time
//! in the middle and the characters that were read.

use formats::{Apart, ReadOptions, apart, read};
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// What is measured takes so long all in all, and is read so often at the least.
const LONG: Duration = Duration::from_secs(2);
const N_RUNS: usize = 20;

fn main() -> ExitCode {
    if apart::is_asked_for() {
        return apart::serve();
    }
    let Some(folder) = env::args().skip(1).find(|argument| !argument.starts_with("--")) else {
        // As part of all benches there are no files.
        return ExitCode::SUCCESS;
    };
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{folder}: {error}")).flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    let options = ReadOptions { apart: Apart::by_this_program(), ..ReadOptions::default() };
    for path in paths.iter().filter(|path| path.file_stem().is_some_and(|stem| stem == "speech")) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let bytes = fs::read(path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let time_once = || {
            let time = Instant::now();
            let extracted = read(&bytes, &name, &options).unwrap_or_else(|error| panic!("{name}: {error}"));
            (time.elapsed(), extracted)
        };
        // The first one starts the child.
        let (_, extracted) = time_once();
        let n_characters: usize =
            extracted.paragraphs.iter().map(|paragraph| paragraph.text.chars().count()).sum();
        let started = Instant::now();
        let mut times = Vec::new();
        while times.len() < N_RUNS || started.elapsed() < LONG {
            times.push(time_once().0);
        }
        times.sort_unstable();
        let milliseconds = times[times.len() / 2].as_secs_f64() * 1e3;
        let place = if name.ends_with("docx") { "in process" } else { "in a child" };
        println!("{name}\t{place}\t{milliseconds:.3}\t{n_characters}");
    }
    ExitCode::SUCCESS
}
