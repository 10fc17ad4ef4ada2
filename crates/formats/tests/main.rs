//! What the crate promises, from outside.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod built;
mod encodings;
mod hard_cases;
mod hostile;
mod limits;
#[cfg(feature = "pdf")]
mod pdf;
mod reading;
mod round_trip;
mod sheets;
mod styles;
mod typeset;
mod writing;
