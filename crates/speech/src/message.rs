//! A sentence that a writer reads, in both languages.

use serde::{Deserialize, Serialize};

/// What the program says, in Chinese and in English.
///
/// The pair crosses to the command line and the window whole; the language is
/// chosen where it is shown. A missing language does not compile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Message {
    /// The sentence in Chinese.
    pub zh: String,
    /// The same sentence in English.
    pub en: String,
}

impl Message {
    /// The sentence in both languages.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }
}

/// Words that never change, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// In Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
}

impl From<Words> for Message {
    fn from(words: Words) -> Self {
        Self::new(words.zh, words.en)
    }
}
