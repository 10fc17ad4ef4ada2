//! Reading apart: what could bring a program down is read in a process of its own.
//!
//! A PDF or a `.doc` can be made to loop, to flood memory or to run into a mistake of its
//! reader. Such a file shall cost itself and nothing else. So the program starts itself
//! once more, with [`ARGUMENT`], as a child that does nothing but read: it takes the
//! bytes of a file on its standard input and answers on its standard output. The child is
//! held to a size ([`Limits::apart_bytes`]) and killed after a time
//! ([`Limits::apart_seconds`]); either way the answer is an [`Error`] about that file, and
//! the next file gets a fresh child. One that is well serves file after file, as starting
//! it takes longer than reading a speech.
//!
//! A library can't know which program it is part of. The program says so:
//!
//! ```no_run
//! use formats::{Apart, ReadOptions, apart};
//! use std::process::ExitCode;
//!
//! fn main() -> ExitCode {
//!     // First thing:
//!     if apart::is_asked_for() {
//!         return apart::serve();
//!     }
//!     // … and wherever files are read:
//!     let options = ReadOptions { apart: Apart::by_this_program(), ..ReadOptions::default() };
//!     # drop(options);
//!     ExitCode::SUCCESS
//! }
//! ```
//!
//! Without [`Apart`] everything is read where it is, which is for tests of the readers.

mod child;
mod wire;

use crate::error::Error;
use crate::extracted::Extracted;
use crate::limits::Limits;
use std::ffi::OsString;
use std::fmt;
use std::io::{BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

pub use child::{serve, serve_by};

/// What makes a program the child that reads.
pub const ARGUMENT: &str = "--read-apart";

/// Whether this process was started to read for another.
pub fn is_asked_for() -> bool {
    std::env::args_os().nth(1).is_some_and(|argument| argument == ARGUMENT)
}

/// The program that reads apart, and its child. Clones share the child, which serves one
/// file at a time and ends with the last of them.
#[derive(Clone)]
pub struct Apart {
    program: PathBuf,
    arguments: Vec<OsString>,
    running: Arc<Mutex<Option<Running>>>,
}

impl Apart {
    /// The program at a path, with the arguments that make it call [`serve`].
    pub fn by(program: PathBuf, arguments: Vec<OsString>) -> Self {
        Self { program, arguments, running: Arc::default() }
    }

    /// The program that is running; nothing where the system doesn't tell where it is.
    pub fn by_this_program() -> Option<Self> {
        Some(Self::by(std::env::current_exe().ok()?, vec![ARGUMENT.into()]))
    }

    /// Reads a file in the child.
    pub(crate) fn read(&self, bytes: &[u8], name: &str, limits: &Limits) -> Result<Extracted, Error> {
        // Whoever panicked with the lock left at worst a child that is dead.
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        let mut child = match running.take().and_then(Running::if_alive) {
            Some(child) => child,
            None => Running::start(self)?,
        };
        let answer = child.ask(bytes, name, limits);
        // One that did not answer is no more: the next file gets another.
        if child.pipes.is_some() {
            *running = Some(child);
        }
        answer
    }
}

impl fmt::Debug for Apart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Apart").field("program", &self.program).field("arguments", &self.arguments).finish()
    }
}

impl PartialEq for Apart {
    fn eq(&self, other: &Self) -> bool {
        (&self.program, &self.arguments) == (&other.program, &other.arguments)
    }
}

impl Eq for Apart {}

/// A child that runs, until it is dropped.
struct Running {
    process: Child,
    /// Taken while it reads, and not put back where it failed.
    pipes: Option<Pipes>,
    complaints: ChildStderr,
}

struct Pipes {
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    /// The child has said what it is.
    greeted: bool,
}

/// So many bytes of what a child complained of are looked at.
const MOST_COMPLAINT_BYTES: u64 = 4_096;

impl Running {
    fn start(apart: &Apart) -> Result<Self, Error> {
        let failed = |error: std::io::Error| Error::GaveUp { detail: format!("not started: {error}") };
        let mut process = Command::new(&apart.program)
            .args(&apart.arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        match (process.stdin.take(), process.stdout.take(), process.stderr.take()) {
            (Some(input), Some(output), Some(complaints)) => {
                let pipes = Some(Pipes { input, output: BufReader::new(output), greeted: false });
                Ok(Self { process, pipes, complaints })
            }
            _ => Err(failed(std::io::ErrorKind::BrokenPipe.into())),
        }
    }

    /// The child, unless it died since it last answered.
    fn if_alive(mut self) -> Option<Self> {
        matches!(self.process.try_wait(), Ok(None)).then_some(self)
    }

    /// Sends a file and waits for the answer.
    fn ask(&mut self, bytes: &[u8], name: &str, limits: &Limits) -> Result<Extracted, Error> {
        let Some(mut pipes) = self.pipes.take() else {
            return Err(Error::GaveUp { detail: "no child".to_owned() });
        };
        let request = wire::request(bytes, name, limits)?;
        let most_bytes = limits.unpacked_bytes;
        let (sender, answers) = channel();
        // On a thread, as pipes have no patience of their own.
        thread::spawn(move || {
            let Pipes { input, output, greeted } = &mut pipes;
            let answer = request.write(input).and_then(|()| wire::read_answer(output, greeted, most_bytes));
            // Whoever asked may have stopped waiting.
            let _ = sender.send((answer, pipes));
        });
        match answers.recv_timeout(Duration::from_secs(limits.apart_seconds)) {
            Ok((Ok(answer), pipes)) => {
                self.pipes = Some(pipes);
                answer
            }
            Ok((Err(error), _)) => Err(self.end(&error.to_string(), limits)),
            Err(RecvTimeoutError::Timeout) => {
                self.kill();
                Err(Error::TookTooLong { seconds: limits.apart_seconds })
            }
            Err(RecvTimeoutError::Disconnected) => Err(self.end("the thread ended", limits)),
        }
    }

    /// Why a child ended that did not answer.
    fn end(&mut self, found: &str, limits: &Limits) -> Error {
        self.kill();
        let mut complaint = Vec::new();
        // It is dead: what it wrote is there, and no more comes.
        let _ = (&mut self.complaints).take(MOST_COMPLAINT_BYTES).read_to_end(&mut complaint);
        let complaint = String::from_utf8_lossy(&complaint);
        // The words of Rust's own handler, which nothing but a program may replace.
        if complaint.contains("memory allocation of") {
            return Error::TooMuchMemory { limit_bytes: limits.apart_bytes };
        }
        let status = self.process.wait().map(|status| status.to_string()).unwrap_or_default();
        let complaint = complaint.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        Error::GaveUp { detail: format!("{status}; {found}; {complaint}") }
    }

    fn kill(&mut self) {
        // One that is dead already can't be killed, and need not be.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}
