//! How long folders of ten thousand files take: `cargo bench -p library --bench import`. First of
//! Word files of ten pages, which are to be stored and findable in 90 s, the index settled in
//! 240 s, in less than 500 MB. Then of all formats, a fifth of them bad: each good file is to be
//! there with its text, each bad one told of with its reason. It is stopped while the machine is
//! busy, which is to take less than a second; and killed half-way and run again, after which
//! nothing is there twice.

#[path = "../tests/made/files.rs"]
mod made;

use formats::{Apart, apart};
use library::{ImportOptions, ImportStep, Imported, ImportedFile, Library, Query, SearchOptions};
use made::{Becomes, Made};
use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

const N_FILES: usize = 10_000;
/// Of 250 characters: about ten pages.
const N_PARAGRAPHS: usize = 20;
/// So often the import is stopped.
const N_STOPS: u64 = 8;
/// Set for the program that is killed: the folder of all.
const FOLDER: &str = "LECTERN_MANY_FOLDER";

fn main() -> ExitCode {
    if apart::is_asked_for() {
        return apart::serve();
    }
    if let Some(folder) = env::var_os(FOLDER) {
        be_killed(Path::new(&folder));
        return ExitCode::SUCCESS;
    }
    let folder = tempfile::tempdir().expect("there is room for a library");
    let mut problems = word_files(folder.path());
    let files = folder.path().join("稿子");
    let started = Instant::now();
    let made = made::make(&files, N_FILES, N_PARAGRAPHS);
    let n_bad = made.iter().filter(|made| matches!(made.becomes, Becomes::Nothing(_))).count();
    println!("{N_FILES} files made, {n_bad} of them bad: {}", seconds(started));
    problems.extend(imported(&folder.path().join("素材库"), &files, &made));
    problems.extend(stopped(folder.path(), &files));
    problems.extend(killed(folder.path(), &files, &made));
    problems.iter().for_each(|problem| println!("FAILED {problem}"));
    println!("{} problems", problems.len());
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A library that reads apart, as the programs do.
fn open(folder: &Path) -> Library {
    let library = Library::open(folder, now()).expect("a library opens");
    library.with_apart(Apart::by_this_program())
}

/// A time after all that was written, so that it is not doubtful.
fn now() -> SystemTime {
    SystemTime::now() + Duration::from_secs(3600)
}

fn import(
    library: &Library,
    files: &Path,
    tell: &mut dyn FnMut(&ImportStep<'_>) -> ControlFlow<()>,
) -> Imported {
    let options = ImportOptions { encoding: None, now: now() };
    library.import_by_steps(&[files.to_owned()], &options, tell).expect("an import ends well")
}

/// Imports Word files, before this program has anything else in memory; what took too much.
fn word_files(folder: &Path) -> Vec<String> {
    let files = folder.join("Word");
    made::make_word_files(&files, N_FILES, N_PARAGRAPHS);
    let library = open(&folder.join("Word素材库"));
    let reader = open(library.folder());
    let started = Instant::now();
    let (mut stored, mut findable, mut found) = (Duration::ZERO, Duration::ZERO, 0);
    let done = import(&library, &files, &mut |step| {
        if step.done == step.total && !step.files.is_empty() {
            stored = started.elapsed();
            let last = Query::read(&format!("第{}次工作", N_FILES - 1));
            found = reader.search(&last, &SearchOptions::default()).expect("it answers").total;
            findable = started.elapsed();
        }
        ControlFlow::Continue(())
    });
    let (settled, peak) = (started.elapsed(), peak_memory());
    println!(
        "{} Word files of ten pages: stored in {:.1} s, findable after {:.1} s, index settled after {:.1} s; \
         peak memory {peak}; the library {:.0} MB",
        done.imported,
        stored.as_secs_f64(),
        findable.as_secs_f64(),
        settled.as_secs_f64(),
        megabytes(library.folder())
    );
    let mut problems = Vec::new();
    let mut wanted =
        |is_so: bool, what: &str| problems.extend((!is_so).then(|| format!("Word files: {what}")));
    wanted(done.imported == N_FILES && found == 1, "not all there");
    wanted(findable < Duration::from_secs(90), "not findable in 90 s");
    wanted(settled < Duration::from_secs(240), "not settled in 240 s");
    problems.extend(too_much(&peak));
    problems
}

/// Says so where more memory was taken than an import may.
fn too_much(peak: &str) -> Option<String> {
    let kilobytes: u32 = peak.strip_suffix(" kB")?.parse().ok()?;
    (kilobytes > 500_000).then(|| "more than 500 MB".to_owned())
}

/// Imports all; how long that takes, and what is wrong with what came of it.
fn imported(folder: &Path, files: &Path, made: &[Made]) -> Vec<String> {
    let library = open(folder);
    let started = Instant::now();
    let mut stored = Duration::ZERO;
    let mut told: BTreeMap<PathBuf, ImportedFile> = BTreeMap::new();
    let done = import(&library, files, &mut |step| {
        if step.done == step.total {
            stored = started.elapsed();
        }
        for file in step.files {
            told.insert(file.path.strip_prefix(files).expect("it is below").to_owned(), file.clone());
        }
        ControlFlow::Continue(())
    });
    println!(
        "{} imported, {} duplicate, {} skipped: stored in {:.1} s, {:.0} files a second",
        done.imported,
        done.duplicate,
        done.skipped,
        stored.as_secs_f64(),
        N_FILES as f64 / stored.as_secs_f64()
    );
    let peak = peak_memory();
    println!("index settled: {}; peak memory {peak}", seconds(started));
    let time = Instant::now();
    let found = library.search(&Query::read("第9996次工作"), &SearchOptions::default());
    println!("first search after: {}, {} found", seconds(time), found.expect("it answers").total);

    let time = Instant::now();
    let again = import(&library, files, &mut |_| ControlFlow::Continue(()));
    println!("run again: {}, {} known, {} skipped", seconds(time), again.duplicate, again.skipped);
    library.watch(files).expect("the folder is there");
    let time = Instant::now();
    let options = ImportOptions { encoding: None, now: now() };
    let looked = library.look(&options, &mut |_| ControlFlow::Continue(())).expect("it is looked at");
    println!("a look at the folder, nothing new: {}, {} read", seconds(time), looked.imported.files);
    let time = Instant::now();
    println!("groups: {} in {}", library.groups().expect("they are found").len(), seconds(time));
    let time = Instant::now();
    let near = library.near_duplicates().expect("they are found");
    println!("near duplicates: {} in {}", near.len(), seconds(time));
    println!("the library: {:.0} MB; peak memory {}", megabytes(library.folder()), peak_memory());
    let mut problems = made::told::problems(made, &told, &library);
    problems.extend(too_much(&peak));
    problems
}

/// Stops imports at odd moments while all processors have twice the work they can do and the
/// disk is written to; how long it took until the import had ended.
fn stopped(folder: &Path, files: &Path) -> Vec<String> {
    let at_work = AtomicBool::new(true);
    let mut times: Vec<Duration> = thread::scope(|scope| {
        let n_busy = 2 * thread::available_parallelism().map_or(1, usize::from);
        for _ in 0..n_busy {
            scope.spawn(|| {
                while at_work.load(Ordering::Relaxed) {
                    std::hint::spin_loop();
                }
            });
        }
        scope.spawn(|| {
            let ballast = vec![7; 4 << 20];
            while at_work.load(Ordering::Relaxed) {
                let mut file = tempfile::tempfile_in(folder).expect("there is room");
                file.write_all(&ballast).and_then(|()| file.sync_all()).expect("there is room");
            }
        });
        let times =
            (0..N_STOPS).map(|nth| stopped_after(Duration::from_millis(700 + 370 * nth), folder, files));
        let times = times.collect();
        at_work.store(false, Ordering::Relaxed);
        times
    });
    times.sort();
    let longest = times.last().copied().unwrap_or_default();
    println!(
        "stopped {N_STOPS} times while the machine was busy: after {} ms at the most, {} ms in the middle",
        longest.as_millis(),
        times[times.len() / 2].as_millis()
    );
    (longest > Duration::from_secs(1)).then(|| format!("a stop took {longest:?}")).into_iter().collect()
}

/// How long it takes an import to end that is told to stop after a time.
fn stopped_after(time: Duration, folder: &Path, files: &Path) -> Duration {
    let library = open(&folder.join(format!("素材库{}", time.as_millis())));
    let began = Instant::now();
    import(&library, files, &mut |_| {
        if began.elapsed() > time { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    began.elapsed() - time
}

/// What the killed program does.
fn be_killed(folder: &Path) {
    import(&open(&folder.join("死过的库")), &folder.join("稿子"), &mut |step| {
        println!("{}", step.done);
        ControlFlow::Continue(())
    });
}

/// Kills an import half-way, and runs it again; what is wrong with what came of both.
fn killed(folder: &Path, files: &Path, made: &[Made]) -> Vec<String> {
    let program = env::current_exe().expect("the system tells");
    let mut child = Command::new(program)
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .spawn()
        .expect("this program can be started");
    let out = BufReader::new(child.stdout.take().expect("it is piped"));
    let done = out.lines().map_while(Result::ok).filter_map(|line| line.parse::<usize>().ok());
    let half = done.take_while(|done| *done < N_FILES / 2).count();
    child.kill().and_then(|()| child.wait()).expect("it can be killed");
    let library = open(&folder.join("死过的库"));
    let before = library.documents(Some(library::DocumentKind::Speech)).expect("it answers").len();
    let again = import(&library, files, &mut |_| ControlFlow::Continue(()));
    println!(
        "killed with {before} documents ({half} steps), run again: {} more, {} known or the same",
        again.imported, again.duplicate
    );
    let wanted: BTreeSet<String> = made
        .iter()
        .filter_map(|made| match &made.becomes {
            Becomes::Document(rule) | Becomes::Edition(rule) => Some(rule.text()),
            Becomes::Same(_) | Becomes::Nothing(_) => None,
        })
        .collect();
    made::told::problems_of_all(&wanted, &library)
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
