//! What the crate promises, from outside.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod apart;
mod built;
mod clipboard;
mod encodings;
mod hard_cases;
mod hostile;
mod learned;
mod limits;
mod old_word;
mod paging;
mod pdf;
#[cfg(feature = "pdf")]
mod pdf_written;
mod reading;
mod returned;
mod round_trip;
mod sheets;
mod sketch;
mod styles;
mod typeset;
mod word_features;
mod writing;
