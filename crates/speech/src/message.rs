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
