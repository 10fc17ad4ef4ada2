//! What the window may ask for, one file an area.

pub mod checks;
pub mod day;
pub mod document;
pub mod draft;
pub mod export;
pub mod facts;
pub mod field;
pub mod filing;
pub mod given;
pub mod handing_in;
pub mod history;
pub mod house_styles;
pub mod import;
pub mod library;
pub mod looks;
pub mod original;
pub mod own_words;
pub mod paging;
pub mod planning;
pub mod prompter;
pub mod returned;
pub mod roll_forward;
pub mod search;
pub mod settings;
pub mod sheet;
pub mod similar;
pub mod window;

use crate::failure::Failure;

/// What every command answers.
pub type Result<T> = std::result::Result<T, Failure>;
