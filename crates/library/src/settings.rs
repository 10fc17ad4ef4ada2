//! What the writer says once for the whole library: the names of the own place, unit
//! and people (石泉县), how fast is spoken, what files are called, and the lists of the unit. And what a program
//! leaves in it for itself: which tabs were open.

use crate::error::Error;
use crate::file_name::USUAL_PATTERN;
use crate::library::Library;
use crate::store::table;
use formats::{HouseStyle, ReadingChoice};
use speech::timing::DEFAULT_RATE;
use speech::{Lexicon, UnitLists};

/// The settings of a library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The own names, in the order given.
    pub own: Vec<String>,
    /// Characters a minute.
    pub rate: u32,
    /// What files that go out are called: see [`file_name`](crate::file_name()).
    pub file_name: String,
}

impl Library {
    /// The settings; what was never set has its default: no own names, 180 characters
    /// a minute.
    pub fn settings(&self) -> Result<Settings, Error> {
        self.store.read(|connection| {
            let own = table::settings::get(connection, "own")?.unwrap_or_default();
            let rate = table::settings::get(connection, "rate")?.unwrap_or(DEFAULT_RATE);
            let file_name = table::settings::get(connection, "file_name")?;
            let file_name = file_name.unwrap_or_else(|| USUAL_PATTERN.to_owned());
            Ok(Settings { own, rate, file_name })
        })
    }

    /// Sets all of them.
    pub fn set(&self, settings: &Settings) -> Result<(), Error> {
        let _lock = self.lock()?;
        self.store.change(|connection| {
            table::settings::set(connection, "own", &settings.own)?;
            table::settings::set(connection, "rate", &settings.rate)?;
            table::settings::set(connection, "file_name", &settings.file_name)
        })
    }

    /// What is wanted of copies that are read aloud; all of it if that was never set.
    pub fn reading_choice(&self) -> Result<ReadingChoice, Error> {
        self.store.read(|connection| Ok(table::settings::get(connection, "reading")?.unwrap_or_default()))
    }

    /// Sets what is wanted of copies that are read aloud.
    pub fn set_reading_choice(&self, choice: &ReadingChoice) -> Result<(), Error> {
        let _lock = self.lock()?;
        self.store.change(|connection| table::settings::set(connection, "reading", choice))
    }

    /// A house style as the writer reads aloud from it: what was chosen, at the writer's rate.
    /// One that is not for reading aloud stays as it is.
    pub fn read_aloud(&self, style: HouseStyle) -> Result<HouseStyle, Error> {
        Ok(style.read_by(&self.reading_choice()?, self.settings()?.rate))
    }

    /// The lists of the unit; empty ones if they were never set.
    pub fn lists(&self) -> Result<UnitLists, Error> {
        self.store.read(|connection| Ok(table::settings::get(connection, "lists")?.unwrap_or_default()))
    }

    /// Sets all of them, as they are written: [`UnitLists::bad_lines`] tells what of them is
    /// not used.
    pub fn set_lists(&self, lists: &UnitLists) -> Result<(), Error> {
        let _lock = self.lock()?;
        self.store.change(|connection| table::settings::set(connection, "lists", lists))
    }

    /// The lexicon with the lists of the unit, to check and read its speeches with. Takes some
    /// milliseconds: keep it until the lists are set anew.
    pub fn lexicon(&self) -> Result<Lexicon, Error> {
        Ok(Lexicon::built_in_with(&self.lists()?))
    }

    /// What a program left for itself under a name of its own; nothing if it never did.
    pub fn remembered(&self, name: &str) -> Result<Option<String>, Error> {
        self.store.read(|connection| table::settings::get(connection, &remembered(name)))
    }

    /// Keeps what a program wants to find again.
    pub fn remember(&self, name: &str, value: &str) -> Result<(), Error> {
        let _lock = self.lock()?;
        self.store.change(|connection| table::settings::set(connection, &remembered(name), &value))
    }
}

/// No name of a program's is one of the settings.
fn remembered(name: &str) -> String {
    format!("remembered.{name}")
}
