//! How long a folder of ten thousand files takes, a fifth of them bad: `cargo bench -p library
//! --bench import`. They are to be stored in 90 s, and the index settled in 240 s.

#[path = "../tests/made/files.rs"]
mod made;

use library::{ImportOptions, Library, Query, SearchOptions};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

const N_FILES: usize = 10_000;
/// Of 250 characters: about ten pages.
const N_PARAGRAPHS: usize = 20;

fn main() {
    let folder = tempfile::tempdir().expect("there is room for a library");
    let files = folder.path().join("稿子");
    let started = Instant::now();
    let n_bad = made::make(&files, N_FILES, N_PARAGRAPHS)
        .iter()
        .filter(|made| matches!(made.becomes, made::Becomes::Nothing(_)))
        .count();
    println!("{N_FILES} files made, {n_bad} of them bad: {}", seconds(started));

    // A time after all that was written, so that it is not doubtful.
    let now = SystemTime::now() + Duration::from_secs(3600);
    let options = ImportOptions { encoding: None, now };
    let library = Library::open(&folder.path().join("素材库"), now).expect("a library opens");
    let started = Instant::now();
    let mut stored = Duration::ZERO;
    let mut longest = Duration::ZERO;
    let mut last = Instant::now();
    let done = library
        .import_by_steps(std::slice::from_ref(&files), &options, &mut |step| {
            if step.done == step.total {
                stored = started.elapsed();
            }
            longest = longest.max(last.elapsed());
            last = Instant::now();
            ControlFlow::Continue(())
        })
        .expect("all is imported");
    println!(
        "{} imported, {} duplicate, {} skipped: stored in {:.1} s, {:.0} files a second",
        done.imported,
        done.duplicate,
        done.skipped,
        stored.as_secs_f64(),
        N_FILES as f64 / stored.as_secs_f64()
    );
    println!("longest time between two steps, in which it can be stopped: {} ms", longest.as_millis());
    println!("index settled: {}; peak memory {}", seconds(started), peak_memory());
    let time = Instant::now();
    let found = library.search(&Query::read("第9996次工作"), &SearchOptions::default());
    println!("first search after: {}, {} found", seconds(time), found.expect("it answers").total);

    let time = Instant::now();
    let again = library.import(std::slice::from_ref(&files), &options, &mut |_| ControlFlow::Continue(()));
    let again = again.expect("all is known");
    println!("run again: {}, {} known, {} skipped", seconds(time), again.duplicate, again.skipped);
    library.watch(&files).expect("the folder is there");
    let time = Instant::now();
    let looked = library.look(&options, &mut |_| ControlFlow::Continue(())).expect("it is looked at");
    println!("a look at the folder, nothing new: {}, {} read", seconds(time), looked.imported.files);
    let time = Instant::now();
    println!("groups: {} in {}", library.groups().expect("they are found").len(), seconds(time));
    let time = Instant::now();
    let near = library.near_duplicates().expect("they are found");
    println!("near duplicates: {} in {}", near.len(), seconds(time));
    println!("the library: {:.0} MB; peak memory {}", megabytes(library.folder()), peak_memory());
}

fn seconds(since: Instant) -> String {
    format!("{:.2} s", since.elapsed().as_secs_f64())
}

/// The most memory that the program ever had, where the system tells.
fn peak_memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or("unknown".to_owned(), |line| line.trim().to_owned())
}

fn megabytes(folder: &Path) -> f64 {
    let mut folders: Vec<PathBuf> = vec![folder.to_owned()];
    let mut bytes = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.metadata() {
                Ok(there) if there.is_dir() => folders.push(entry.path()),
                Ok(there) => bytes += there.len(),
                Err(_) => {}
            }
        }
    }
    bytes as f64 / 1e6
}
