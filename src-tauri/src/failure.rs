//! What the window is told when something could not be done.

use serde::Serialize;
use specta::Type;
use speech::Message;

/// Why a command did nothing. Everything that was said to be saved is still saved.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Failure {
    /// What the window does about it.
    pub code: Code,
    /// What the writer reads.
    pub message: Message,
    /// For a report of the fault: what the machine said.
    pub detail: String,
}

/// A kind of failure that the window acts on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The library can't be opened: nothing works until it can.
    Closed,
    /// Somebody else is writing: the same again in a moment may do.
    Busy,
    /// The document is not there.
    Gone,
    /// Anything else: told and left.
    Failed,
}

impl From<library::Error> for Failure {
    fn from(error: library::Error) -> Self {
        let code = match error {
            library::Error::NotALibrary { .. } | library::Error::NewerVersion { .. } => Code::Closed,
            library::Error::Busy => Code::Busy,
            library::Error::UnknownDocument { .. } => Code::Gone,
            _ => Code::Failed,
        };
        Self { code, message: error.message(), detail: error.to_string() }
    }
}

impl From<speech::field_edit::Refused> for Failure {
    fn from(refused: speech::field_edit::Refused) -> Self {
        Self { code: Code::Failed, message: refused.message(), detail: format!("{refused:?}") }
    }
}

impl From<speech::NotADay> for Failure {
    fn from(refused: speech::NotADay) -> Self {
        Self { code: Code::Failed, message: refused.message(), detail: format!("{refused:?}") }
    }
}

impl From<speech::fix::Refused> for Failure {
    fn from(refused: speech::fix::Refused) -> Self {
        Self { code: Code::Failed, message: refused.message(), detail: format!("{refused:?}") }
    }
}
