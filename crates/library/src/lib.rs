//! 素材库. The writer's folder: old speeches, templates and drafts, found by any words
//! that were ever said in them.
//!
//! SQLite is the truth: a change is durable when the function that made it returns.
//! The index beside it makes search quick and can always be thrown away. What a text
//! means is for [`speech`], how a file is read or written for [`formats`]; here is
//! where things are kept and how they are found again. Nothing here reads the clock
//! for what it stores, and nothing is ever sent anywhere.
//!
//! ```
//! use library::{ImportOptions, Library, Query, SearchOptions};
//! use std::ops::ControlFlow;
//! use std::time::SystemTime;
//!
//! let folder = tempfile::tempdir()?;
//! let file = folder.path().join("讲话.txt");
//! std::fs::write(&file, "在全县大会上的讲话\n同志们：\n一、优化营商环境\n要压实主体责任。\n")?;
//!
//! let library = Library::open(&folder.path().join("素材库"), SystemTime::now())?;
//! let options = ImportOptions { encoding: None, now: SystemTime::now() };
//! library.import(&[file], &options, &mut |file| {
//!     println!("{}: {}", file.path.display(), file.status.word());
//!     ControlFlow::Continue(())
//! })?;
//!
//! // Any stretch of a word is found; the starters that a new library has say it, too.
//! let found = library.search(&Query::read("体责 kind:speech"), &SearchOptions::default())?;
//! assert_eq!(found.total, 1);
//! assert_eq!(found.hits[0].path, ["一、优化营商环境"]);
//! assert_eq!(found.hits[0].highlights, [4..6]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod care;
mod checking;
mod collection;
mod document;
mod drafts;
mod error;
mod excerpt;
mod export;
mod export_many;
mod facts;
mod file;
mod file_name;
mod filing;
mod fold;
mod group;
mod highlight;
mod history;
mod house_styles;
mod import;
mod imports;
mod index;
mod library;
mod lock;
mod near;
mod open_elsewhere;
mod original;
mod originals;
mod own_words;
pub mod pinyin;
mod place;
mod query;
mod rank;
mod region;
mod reread;
mod returned;
mod search;
mod settings;
mod similar;
mod skeletons;
mod sought;
mod stamp;
mod starters;
mod store;
mod watch;
mod whole_file;
mod words;

pub use checking::{Checked, CheckedDocument, Decided};
pub use collection::{Collection, CollectionId};
pub use document::{Document, DocumentId, DocumentKind};
pub use drafts::{DraftOccasion, NewDraft, Saved};
pub use error::Error;
pub use excerpt::{Stretch, excerpt};
pub use export::{Exported, export, export_with};
pub use export_many::ExportedOne;
pub use facts::{FormerDraft, Offered};
pub use file::{read_file, read_returned_file, read_sheet_file};
pub use file_name::{NameParts, PARTS, USUAL_PATTERN, file_name, free_path};
pub use filing::{Edit, Filing, FilingEdit};
pub use fold::fold;
pub use group::Group;
pub use history::{Revision, Version};
pub use house_styles::{HouseStyles, WrongStyle, learn_style_file, read_style_file};
pub use import::{Given, ImportOptions, ImportStatus, ImportStep, Imported, ImportedFile, LookedAt};
pub use imports::{Import, ImportId, ImportState};
pub use library::Library;
pub use near::{Near, NearPair};
pub use place::{choose_folder, usual_folder};
pub use query::{Part, Query, What};
pub use region::Region;
pub use returned::CameBack;
pub use search::{Found, Hit, Match, SearchOptions};
pub use settings::Settings;
pub use similar::{SectionShare, SharedPassage, Similar};
pub use skeletons::{Offer, PlannedDraft, PlannedPart, Wanted};
pub use watch::{Looked, Watcher};
