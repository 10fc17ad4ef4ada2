//! What the crate promises, from outside.

mod built;
mod encodings;
mod hostile;
mod limits;
mod reading;
mod round_trip;
mod sheets;
mod styles;
mod writing;
