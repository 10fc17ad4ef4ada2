//! Looking after a library: is everything there that was stored, and making the index
//! anew.

use crate::document::Document;
use crate::error::Error;
use crate::index::{Followed, Pace};
use crate::library::Library;
use crate::originals::{self, Damage};
use crate::store::table::{documents, passages, revisions};
use rusqlite::Connection;
use speech::Message;
use std::collections::BTreeSet;

impl Library {
    /// Looks at everything that is stored, and tells what is wrong with it; nothing if
    /// all is well. Changes nothing.
    pub fn verify(&self) -> Result<Vec<Message>, Error> {
        let mut problems = self.store.read(|connection| {
            let mut problems = database_problems(connection)?;
            let documents = documents::list(connection, None)?;
            for document in &documents {
                problems.extend(document_problem(connection, document)?);
            }
            let originals: BTreeSet<String> =
                documents.into_iter().filter_map(|document| document.original).collect();
            for original in originals {
                let damage = originals::damage(connection, &self.originals(), &original)?;
                problems.extend(damage.map(|damage| original_problem(&original, damage)));
            }
            Ok(problems)
        })?;
        if !self.index.borrow().is_sound() {
            problems.push(Message::new(
                "检索的索引已损坏，文稿不受影响。请运行 reindex。",
                "the search index is damaged; the documents are safe. Run reindex.",
            ));
        }
        Ok(problems)
    }

    /// Makes the index anew and gives the number of passages in it. [`Error::Busy`] where
    /// another program is making it at the same time.
    pub fn reindex(&self) -> Result<usize, Error> {
        let _lock = self.lock()?;
        let mut index = self.index.borrow_mut();
        index.discard()?;
        match index.follow(&self.store, Pace::Settled)? {
            Followed::Whole => self.store.read(passages::count),
            Followed::Busy => Err(Error::Busy),
        }
    }
}

fn original_problem(original: &str, damage: Damage) -> Message {
    match damage {
        Damage::Missing => Message::new(
            format!("原件 {original} 不见了，导入的文字仍在。"),
            format!("the original {original} is gone; the text imported from it is safe."),
        ),
        Damage::Changed => Message::new(
            format!("原件 {original} 已损坏，导入的文字仍在。"),
            format!("the original {original} is damaged; the text imported from it is safe."),
        ),
    }
}

fn database_problems(connection: &Connection) -> Result<Vec<Message>, Error> {
    let mut problems = Vec::new();
    let mut check = connection.prepare("PRAGMA quick_check")?;
    let reports = check.query_map([], |row| row.get::<_, String>(0))?;
    for report in reports.collect::<Result<Vec<_>, _>>()?.into_iter().filter(|report| report != "ok") {
        problems.push(Message::new(
            format!("数据库已损坏：{report}。请从备份恢复。"),
            format!("the database is damaged: {report}. Restore it from a backup."),
        ));
    }
    let mut check = connection.prepare("PRAGMA foreign_key_check")?;
    let tables = check.query_map([], |row| row.get::<_, String>(0))?;
    for table in tables.collect::<Result<BTreeSet<_>, _>>()? {
        problems.push(Message::new(
            format!("数据库的表 {table} 里有不属于任何文稿的内容。请从备份恢复。"),
            format!("the table {table} has rows of no document. Restore the library from a backup."),
        ));
    }
    Ok(problems)
}

fn document_problem(connection: &Connection, document: &Document) -> Result<Option<Message>, Error> {
    match revisions::last(connection, document.id) {
        Ok(Some(_)) => Ok(None),
        Ok(None) => {
            let reason = "no revision".to_owned();
            Ok(Some(Error::Stored { id: document.id, reason }.message()))
        }
        Err(error @ Error::Stored { .. }) => Ok(Some(error.message())),
        Err(error) => Err(error),
    }
}
