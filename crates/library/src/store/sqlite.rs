//! The database file: how it is made, known again, opened and brought up to date.
//!
//! A new library is made beside its place and renamed into it, so a program that is
//! killed while making it leaves none. Before SQLite touches a file that is there,
//! its head is read: a stranger's file or a newer library is left as it is, to the
//! byte.

use crate::error::Error;
use crate::store::table;
use crate::whole_file;
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::time::Duration;

/// Marks a database as a library of Lectern: "LCTN".
const APPLICATION_ID: u32 = 0x4C43_544E;

/// The steps from an empty database to today's, one a version. They are only ever
/// appended to: a library of any age comes through all it hasn't had.
const MIGRATIONS: [&[&str]; 11] = [
    &[
        table::documents::CREATE,
        table::revisions::CREATE,
        table::passages::CREATE,
        table::changes::CREATE,
        table::settings::CREATE,
    ],
    &[table::decisions::CREATE],
    &[table::sketches::CREATE],
    &[table::revisions::NAME],
    &[table::documents::ADD_OCCASION],
    &[table::imports::CREATE, table::import_files::CREATE, table::files::CREATE],
    &[table::filings::CREATE, table::collections::CREATE],
    &[table::watched::CREATE],
    &[table::collections::ADD_REMOVED],
    &[table::packed::CREATE],
    &[table::revisions::INDEX_NAMES],
];

/// The version that this program writes.
pub(crate) const VERSION: u32 = MIGRATIONS.len() as u32;

/// So many pages of 4 KiB the write-ahead log takes before they are brought into the database,
/// which waits for the disk twice: 32 MiB.
const LOG_PAGES: u32 = 8 * 1024;

/// How long a reader or writer waits for another one's transaction, which takes
/// milliseconds.
const BUSY_WAIT: Duration = Duration::from_secs(5);

/// Opens the database of a library, and brings an older one up to date.
pub(crate) fn open(path: &Path) -> Result<Connection, Error> {
    let found = version(path)?;
    if found > VERSION {
        return Err(newer(path, found));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY_WAIT)?;
    // What can't be told from the outside, another program may be writing just now.
    let found: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found > VERSION {
        return Err(newer(path, found));
    }
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // Without FULL a power cut takes back what was acknowledged.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "wal_autocheckpoint", LOG_PAGES)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.set_prepared_statement_cache_capacity(64);
    if found < VERSION {
        migrate(&mut connection)?;
    }
    Ok(connection)
}

/// While it stands, a commit is written and not waited for.
pub(crate) struct Soon<'a>(&'a Connection);

impl<'a> Soon<'a> {
    /// Begins outside of any transaction.
    pub(crate) fn begin(connection: &'a Connection) -> Result<Self, Error> {
        // The write-ahead log keeps its order: what a power cut takes are whole transactions, the
        // last ones.
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        Ok(Self(connection))
    }
}

impl Drop for Soon<'_> {
    fn drop(&mut self) {
        // Nothing is written or read for that, so that nothing can fail.
        let _ = self.0.pragma_update(None, "synchronous", "FULL");
    }
}

/// Brings to the disk what is in the log. Nobody waits for it, nor it for anybody: what is being
/// written meanwhile stays in the log.
pub(crate) fn settle(connection: &Connection) -> Result<(), Error> {
    connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
    Ok(())
}

/// Makes the database of a new library, with what `fill` puts in, or nothing at all.
pub(crate) fn create(path: &Path, fill: impl FnOnce(&Connection) -> Result<(), Error>) -> Result<(), Error> {
    let unfinished = path.with_extension("db.unfinished");
    for leftover in ["", "-journal", "-wal", "-shm"] {
        whole_file::remove(&path.with_extension(format!("db.unfinished{leftover}")))?;
    }
    let mut connection = Connection::open(&unfinished)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    migrate(&mut connection)?;
    let transaction = connection.transaction()?;
    fill(&transaction)?;
    transaction.commit()?;
    // Now, as later it would need the library for itself alone. Closing leaves all in
    // the one file.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.close().map_err(|(_, error)| error)?;
    whole_file::rename(&unfinished, path)
}

fn migrate(connection: &mut Connection) -> Result<(), Error> {
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    // Asked again within the transaction: another program may have been quicker.
    let from: u32 = transaction.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    for step in MIGRATIONS.iter().skip(from as usize) {
        for statement in *step {
            transaction.execute_batch(statement)?;
        }
    }
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()?;
    Ok(())
}

/// The version of a library, read without SQLite; an error if the file is none.
fn version(path: &Path) -> Result<u32, Error> {
    let not_a_library = || Error::NotALibrary { path: path.to_owned() };
    if !fs::metadata(path).map_err(Error::io(path))?.is_file() {
        return Err(not_a_library());
    }
    let mut head = Vec::new();
    let opened = File::open(path);
    opened.and_then(|file| file.take(HEAD_BYTES).read_to_end(&mut head)).map_err(Error::io(path))?;
    if !head.starts_with(b"SQLite format 3\0") || number_at(&head, 68) != Some(APPLICATION_ID) {
        return Err(not_a_library());
    }
    let stored = number_at(&head, VERSION_AT_BYTES).ok_or_else(not_a_library)?;
    // A log that can't be read is SQLite's to judge.
    let logged = logged_version(&path.with_extension("db-wal")).ok().flatten();
    Ok(logged.map_or(stored, |logged| logged.max(stored)))
}

/// The newest version in the write-ahead log: what a program that was killed has not
/// brought into the file yet. Frames of an older log in the same file are passed over.
/// <https://www.sqlite.org/fileformat2.html#the_write_ahead_log>
fn logged_version(log: &Path) -> io::Result<Option<u32>> {
    let mut log = BufReader::new(File::open(log)?);
    let mut head = [0; 32];
    log.read_exact(&mut head)?;
    let page_bytes = i64::from(number_at(&head, 8).unwrap_or_default());
    let salts = &head[16..24];
    let mut newest = None;
    let mut frame = [0; 24];
    while log.read_exact(&mut frame).is_ok() {
        if frame[8..16] != *salts {
            break;
        }
        let is_first_page = number_at(&frame, 0) == Some(1);
        let mut page_head = [0; HEAD_BYTES as usize];
        if is_first_page && log.read_exact(&mut page_head).is_ok() {
            newest = newest.max(number_at(&page_head, VERSION_AT_BYTES));
            log.seek_relative(page_bytes - HEAD_BYTES as i64)?;
        } else {
            log.seek_relative(page_bytes)?;
        }
    }
    Ok(newest)
}

/// The head of a database: its fields are at fixed places, big-endian.
/// <https://www.sqlite.org/fileformat2.html#the_database_header>
const HEAD_BYTES: u64 = 100;
const VERSION_AT_BYTES: usize = 60;

fn number_at(bytes: &[u8], at_bytes: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at_bytes..at_bytes + 4)?.try_into().ok()?))
}

fn newer(path: &Path, found: u32) -> Error {
    Error::NewerVersion { path: path.to_owned(), found, known: VERSION }
}
