//! Printing, for people or for programs.

use crate::failure::Failure;
use serde::Serialize;
use speech::Message;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

/// The language of what people read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Language {
    /// 中文
    Zh,
    /// English
    En,
}

/// Where a command's answer goes: standard output, as text or as JSON.
pub(crate) struct Printer {
    out: BufWriter<Stdout>,
    language: Language,
    /// The answer is for a program.
    pub(crate) json: bool,
}

impl Printer {
    pub(crate) fn new(language: Language, json: bool) -> Self {
        Self { out: BufWriter::new(io::stdout()), language, json }
    }

    /// The language of what people read.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// Prints a value as one line of JSON.
    pub(crate) fn value(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        serde_json::to_writer(&mut self.out, value).map_err(io::Error::from)?;
        Ok(writeln!(self.out)?)
    }

    /// Prints a line of text.
    pub(crate) fn line(&mut self, line: impl AsRef<str>) -> Result<(), Failure> {
        Ok(writeln!(self.out, "{}", line.as_ref())?)
    }

    /// Prints a line in the language that was asked for.
    pub(crate) fn say(&mut self, zh: impl AsRef<str>, en: impl AsRef<str>) -> Result<(), Failure> {
        match self.language {
            Language::Zh => self.line(zh),
            Language::En => self.line(en),
        }
    }

    /// A message in the language that was asked for.
    pub(crate) fn words<'a>(&self, message: &'a Message) -> &'a str {
        match self.language {
            Language::Zh => &message.zh,
            Language::En => &message.en,
        }
    }

    /// Makes what was printed visible: a line of an import is the word that the file
    /// is safe.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        Ok(self.out.flush()?)
    }

    /// Says one sentence on standard error.
    pub(crate) fn complain(&self, message: &Message) {
        let _ = writeln!(io::stderr(), "{}", self.words(message));
    }

    /// How found words are set off: in bold on a terminal, else in brackets that no
    /// speech contains.
    pub(crate) fn marks(&self) -> (&'static str, &'static str) {
        if io::stdout().is_terminal() { ("\u{1b}[1;33m", "\u{1b}[0m") } else { ("⟦", "⟧") }
    }
}
