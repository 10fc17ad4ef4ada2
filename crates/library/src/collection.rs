//! 文集. Documents that the writer keeps together. The folders of an import become
//! collections, one in the other as they were; a document is in that of its folder and in
//! those above. The writer names them anew, puts documents in and takes them out.

use crate::document::{Document, DocumentId};
use crate::error::Error;
use crate::library::Library;
use crate::store::table::{collections, documents};
use rusqlite::Connection;
use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::path::Path;

/// Names a collection for the library's life: `c3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CollectionId(pub(crate) i64);

impl CollectionId {
    /// Reads an id as it is printed; nothing for any other spelling (`c03`, `C3`).
    pub fn read(written: &str) -> Option<Self> {
        let id = written.strip_prefix('c')?.parse().ok().map(Self)?;
        (id.0 > 0 && id.to_string() == written).then_some(id)
    }
}

impl fmt::Display for CollectionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "c{}", self.0)
    }
}

/// A collection, its documents only counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collection {
    /// Its id.
    pub id: CollectionId,
    /// Its name: that of its folder, until the writer gives it another.
    pub name: String,
    /// The collection that it stands in.
    pub parent: Option<CollectionId>,
    /// The folder that it was made from, absolute.
    pub folder: Option<String>,
    /// How many documents are in it, those of the collections in it included.
    pub documents: usize,
    /// The writer removed it; then it is in no list, and neither are those in it.
    pub(crate) removed: bool,
}

impl Library {
    /// All collections: each after the one that it stands in, those side by side in the
    /// order of their names.
    pub fn collections(&self) -> Result<Vec<Collection>, Error> {
        let mut all = self.store.read(collections::list)?;
        // Those that stand in one that is removed are reached by none.
        all.retain(|collection| !collection.removed);
        let mut inside: BTreeMap<Option<CollectionId>, Vec<Collection>> = BTreeMap::new();
        for collection in all {
            inside.entry(collection.parent).or_default().push(collection);
        }
        for group in inside.values_mut() {
            // The next one last.
            group.sort_by(|one, other| other.name.cmp(&one.name).then(other.id.cmp(&one.id)));
        }
        let mut to_come = inside.remove(&None).unwrap_or_default();
        let mut ordered = Vec::new();
        while let Some(next) = to_come.pop() {
            to_come.extend(inside.remove(&Some(next.id)).unwrap_or_default());
            ordered.push(next);
        }
        Ok(ordered)
    }

    /// The documents of a collection, the one changed last first.
    pub fn collected(&self, id: CollectionId) -> Result<Vec<Document>, Error> {
        self.store.read(|connection| {
            known(connection, id)?;
            let inside: HashSet<DocumentId> = collections::documents(connection, id)?.into_iter().collect();
            let mut documents = documents::list(connection, None)?;
            documents.retain(|document| inside.contains(&document.id));
            Ok(documents)
        })
    }

    /// The collections that a document is in.
    pub fn collections_of(&self, id: DocumentId) -> Result<Vec<CollectionId>, Error> {
        let shown: HashSet<CollectionId> = self.collections()?.into_iter().map(|one| one.id).collect();
        let mut of_document = self.store.read(|connection| collections::of_document(connection, id))?;
        of_document.retain(|collection| shown.contains(collection));
        Ok(of_document)
    }

    /// Makes a collection, empty, in another one where there is one.
    pub fn new_collection(&self, name: &str, parent: Option<CollectionId>) -> Result<CollectionId, Error> {
        let _lock = self.lock()?;
        self.store.change(|connection| {
            parent.map_or(Ok(()), |parent| known(connection, parent))?;
            collections::insert(connection, name, parent, None)
        })
    }

    /// Gives a collection another name. Files of its folder still come into it.
    pub fn rename_collection(&self, id: CollectionId, name: &str) -> Result<(), Error> {
        let _lock = self.lock()?;
        self.store.change(|connection| {
            known(connection, id)?;
            collections::rename(connection, id, name)
        })
    }

    /// Removes a collection, and those in it with it. Its documents stay in the library. Files
    /// that still come from its folder go on to be counted for it: brought back, it has them.
    pub fn remove_collection(&self, id: CollectionId) -> Result<(), Error> {
        let _lock = self.lock()?;
        self.store.change(|connection| {
            known(connection, id)?;
            collections::set_removed(connection, id, true)
        })
    }

    /// Brings a removed collection back as it was, with those in it.
    pub fn restore_collection(&self, id: CollectionId) -> Result<(), Error> {
        let _lock = self.lock()?;
        self.store.change(|connection| {
            let unknown = || Error::UnknownCollection { id: id.to_string() };
            collections::get(connection, id)?.ok_or_else(unknown)?;
            collections::set_removed(connection, id, false)
        })
    }

    /// Puts documents into a collection, and so into those that it stands in.
    pub fn collect(&self, id: CollectionId, documents: &[DocumentId]) -> Result<(), Error> {
        self.change_collection(id, documents, collections::put)
    }

    /// Takes documents out of a collection, and so out of those that stand in it. They stay
    /// in the library, and no import puts them in again.
    pub fn uncollect(&self, id: CollectionId, documents: &[DocumentId]) -> Result<(), Error> {
        self.change_collection(id, documents, collections::take_out)
    }

    fn change_collection(
        &self,
        id: CollectionId,
        ids: &[DocumentId],
        change: fn(&Connection, CollectionId, DocumentId) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let _lock = self.lock()?;
        self.store.change(|connection| {
            known(connection, id)?;
            ids.iter().try_for_each(|document| {
                let unknown = || Error::UnknownDocument { id: document.to_string() };
                documents::get(connection, *document)?.ok_or_else(unknown)?;
                change(connection, id, *document)
            })
        })
    }
}

/// Puts a document into the collections of the folders from `root` down to that of its file.
pub(crate) fn file_under(
    connection: &Connection,
    root: &Path,
    file: &Path,
    document: DocumentId,
) -> Result<(), Error> {
    let mut parent = None;
    for folder in folders(root, file).into_iter().rev() {
        let path = folder.to_string_lossy();
        let name = folder.file_name().map_or(path.clone(), |name| name.to_string_lossy());
        let id = collections::of_folder(connection, &path, &name, parent)?;
        collections::found_in(connection, id, document)?;
        parent = Some(id);
    }
    Ok(())
}

/// The folders that a file stands in, its own first, up to and with `root`.
pub(crate) fn folders<'a>(root: &Path, file: &'a Path) -> Vec<&'a Path> {
    file.ancestors().skip(1).take_while(|folder| folder.starts_with(root)).collect()
}

fn known(connection: &Connection, id: CollectionId) -> Result<(), Error> {
    let unknown = || Error::UnknownCollection { id: id.to_string() };
    collections::get(connection, id)?.filter(|one| !one.removed).map(|_| ()).ok_or_else(unknown)
}
