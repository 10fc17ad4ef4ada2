//! The program `lectern`, built and started from outside, in a library of its own.

use crate::process::{command, succeeds};
use crate::root::{cargo, target};
use serde_json::Value;
use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The real speech that every story here is told with.
pub(crate) const SAMPLE: &str = "crates/speech/tests/sample/county-government-speech.txt";

/// Builds `lectern` with the profile that tests use.
pub(crate) fn build() -> Result<(), String> {
    if succeeds(command(cargo()).args(["build", "--locked", "--bin", "lectern"])) {
        Ok(())
    } else {
        Err("lectern could not be built; what the compiler says is above".into())
    }
}

/// The built program and a library that nobody else uses.
pub(crate) struct Lectern {
    program: PathBuf,
    /// Where the story's files go; the library is in it.
    pub(crate) folder: PathBuf,
}

impl Lectern {
    /// With a new, empty library; what an earlier story left there is deleted.
    pub(crate) fn fresh(story: &str) -> Result<Self, String> {
        let target = target()?;
        let folder = target.join("xtask").join(story);
        if folder.exists() {
            fs::remove_dir_all(&folder)
                .map_err(|error| format!("{} can't be emptied: {error}", folder.display()))?;
        }
        fs::create_dir_all(&folder)
            .map_err(|error| format!("{} can't be created: {error}", folder.display()))?;
        Ok(Self { program: target.join("debug").join(format!("lectern{EXE_SUFFIX}")), folder })
    }

    /// The library's folder.
    pub(crate) fn library(&self) -> PathBuf {
        self.folder.join("library")
    }

    /// The program's file.
    pub(crate) fn program(&self) -> &Path {
        &self.program
    }

    /// A file of this story.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// What it prints; an error, with its own words, where it does not end with 0.
    pub(crate) fn says(&self, arguments: &[&str]) -> Result<String, String> {
        let output = self
            .command(arguments)
            .output()
            .map_err(|error| format!("{} can't be started: {error}", self.program.display()))?;
        if !output.status.success() {
            let words = String::from_utf8_lossy(&output.stderr);
            return Err(format!(
                "lectern {} ended with {}: {}",
                arguments.join(" "),
                output.status,
                words.trim()
            ));
        }
        String::from_utf8(output.stdout)
            .map_err(|_| format!("lectern {} prints no UTF-8", arguments.join(" ")))
    }

    /// What it prints with `--json`, read.
    pub(crate) fn answers(&self, arguments: &[&str]) -> Result<Value, String> {
        let said = self.says(&[arguments, &["--json"]].concat())?;
        serde_json::from_str(&said)
            .map_err(|error| format!("lectern {} prints no JSON: {error}", arguments.join(" ")))
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut lectern = command(&self.program);
        // The writer's own library is never touched.
        lectern.env("LECTERN_LIBRARY", self.library()).args(arguments);
        lectern
    }
}

/// The id of the only imported document, which [`SAMPLE`] is.
pub(crate) fn imported_id(lectern: &Lectern) -> Result<String, String> {
    // It has slots, so it is a template.
    let list = lectern.answers(&["list", "--kind", "template"])?;
    match list.as_array().map(Vec::as_slice) {
        Some([document]) => text_of(document, "id"),
        _ => Err(format!("one template was imported, but the list has: {list}")),
    }
}

/// The text under a key of an answer.
pub(crate) fn text_of(answer: &Value, key: &str) -> Result<String, String> {
    answer[key].as_str().map(str::to_owned).ok_or_else(|| format!("no text under \"{key}\" in: {answer}"))
}

/// A path as an argument. The folders here have names in plain letters.
pub(crate) fn argument(path: &Path) -> Result<&str, String> {
    path.to_str().ok_or_else(|| format!("{} is no UTF-8", path.display()))
}
