//! The child: reads what it is sent, until no more is sent.

use super::wire::{self, Asked};
use crate::error::Error;
use crate::extracted::Extracted;
use crate::limits::Limits;
use crate::read::{ReadOptions, read};
use std::io::{self, BufReader};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// Readers may go deep: each file is read on a stack of so many bytes.
const STACK_BYTES: usize = 16 * 1024 * 1024;
/// So long after its time is up a child waits to be killed. Then whoever started it is
/// gone, and it must not go on for ever.
const GRACE: Duration = Duration::from_secs(2);

/// Is the child, until its standard input ends. `main` returns with it.
pub fn serve() -> ExitCode {
    serve_by(read)
}

/// The same with another reader: for tests of what becomes of a child that fails.
pub fn serve_by(
    read: impl Fn(&[u8], &str, &ReadOptions) -> Result<Extracted, Error> + Send + Sync + 'static,
) -> ExitCode {
    // There is nobody to tell: the pipe to whom it may concern is what broke.
    match serve_all(Arc::new(read)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn serve_all(
    read: Arc<impl Fn(&[u8], &str, &ReadOptions) -> Result<Extracted, Error> + Send + Sync + 'static>,
) -> io::Result<()> {
    let mut input = BufReader::new(io::stdin().lock());
    // Not locked: a library that prints would wait for ever.
    let mut output = io::stdout();
    wire::write_hello(&mut output)?;
    let mut is_held = false;
    while let Some((Asked { name, limits }, bytes)) = wire::read_request(&mut input)? {
        if !std::mem::replace(&mut is_held, true) {
            hold(&limits);
        }
        let time = Duration::from_secs(limits.apart_seconds) + GRACE;
        let (sender, answers) = channel();
        let read = Arc::clone(&read);
        let options = ReadOptions { limits, ..ReadOptions::default() };
        let reading = move || {
            let read = AssertUnwindSafe(|| read(&bytes, &name, &options));
            let answer =
                catch_unwind(read).unwrap_or_else(|panic| Err(Error::GaveUp { detail: words(&*panic) }));
            // Nobody waits any more when the time is up.
            let _ = sender.send(answer);
        };
        thread::Builder::new().stack_size(STACK_BYTES).spawn(reading)?;
        let answer = answers.recv_timeout(time).map_err(|_| io::ErrorKind::TimedOut)?;
        wire::write_answer(&mut output, answer)?;
    }
    Ok(())
}

/// Holds this process to a size. The system counts what it has for itself, not what it
/// shares with other programs.
#[cfg(unix)]
fn hold(limits: &Limits) {
    // Where the system refuses, the time still holds.
    let _ = rlimit::Resource::DATA.set(limits.apart_bytes, limits.apart_bytes);
    // No file of its memory is to be left behind.
    let _ = rlimit::Resource::CORE.set(0, 0);
}

/// Elsewhere only the time holds.
#[cfg(not(unix))]
fn hold(_: &Limits) {}

/// What a panic said.
fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let said = panic.downcast_ref::<&str>().map(|said| (*said).to_owned());
    said.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "panic".to_owned())
}
