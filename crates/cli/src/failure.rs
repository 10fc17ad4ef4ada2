//! Why a command could not be done.

use speech::Message;
use std::io;

/// What ends a command early.
#[derive(Debug)]
pub(crate) enum Failure {
    /// One sentence for the writer; exit code 2.
    Told(Message),
    /// Whoever reads our output has had enough (`lectern list | head`).
    Pipe,
}

impl Failure {
    pub(crate) fn told(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::Told(Message::new(zh, en))
    }
}

impl From<library::Error> for Failure {
    fn from(error: library::Error) -> Self {
        Self::Told(error.message())
    }
}

impl From<io::Error> for Failure {
    /// Of writing to standard output; everything else has its own sentence.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Pipe,
            _ => Self::told(
                format!("输出写不出去：{error}。"),
                format!("the output can't be written: {error}."),
            ),
        }
    }
}
