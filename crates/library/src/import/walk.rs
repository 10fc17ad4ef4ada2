//! Which files a path stands for. A folder stands for all files below it, in the
//! order of their names; a link to a file is read like the file, a link to a folder
//! inside a folder is not followed, as it may lead back. Pipes and devices are never
//! opened.

use super::given::Given;
use crate::error::unreadable;
use speech::Message;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What was found at or below a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A regular file.
    File(PathBuf),
    /// Something that can't be read; why.
    Passed(PathBuf, Message),
    /// A text that stands in no file.
    Given(Arc<Given>),
}

impl Found {
    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::Passed(path, _) => path,
            Self::Given(given) => &given.name,
        }
    }
}

/// The files that a path stands for, found one by one. A link given itself is
/// followed.
pub(super) fn files(path: &Path) -> impl Iterator<Item = Found> {
    let given = match fs::metadata(path) {
        Err(error) => Entry::Passed(path.to_owned(), unreadable(&error)),
        Ok(there) if there.is_dir() => Entry::Folder(path.to_owned()),
        Ok(there) if there.is_file() => Entry::File(path.to_owned()),
        Ok(_) => Entry::Passed(path.to_owned(), no_file()),
    };
    // What is still to come, the next one last.
    let mut to_come = vec![given];
    std::iter::from_fn(move || {
        loop {
            match to_come.pop()? {
                Entry::File(path) => return Some(Found::File(path)),
                Entry::Passed(path, reason) => return Some(Found::Passed(path, reason)),
                Entry::Folder(path) => match entries(&path) {
                    Ok(entries) => to_come.extend(entries.into_iter().rev()),
                    Err(error) => return Some(Found::Passed(path, unreadable(&error))),
                },
            }
        }
    })
}

enum Entry {
    File(PathBuf),
    Folder(PathBuf),
    Passed(PathBuf, Message),
}

/// What is in a folder, in the order of the names.
fn entries(folder: &Path) -> io::Result<Vec<Entry>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        let bytes = name.as_encoded_bytes();
        // What the system and Word keep for themselves.
        if !bytes.starts_with(b".") && !bytes.starts_with(b"~$") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names.into_iter().map(|name| entry(folder.join(name))).collect())
}

fn entry(path: PathBuf) -> Entry {
    let is_link = path.is_symlink();
    match fs::metadata(&path) {
        Err(error) => Entry::Passed(path, unreadable(&error)),
        Ok(there) if there.is_file() => Entry::File(path),
        Ok(there) if there.is_dir() && !is_link => Entry::Folder(path),
        Ok(there) if there.is_dir() => {
            let reason = Message::new("是指向文件夹的链接，没有跟进去", "a link to a folder is not followed");
            Entry::Passed(path, reason)
        }
        Ok(_) => Entry::Passed(path, no_file()),
    }
}

fn no_file() -> Message {
    Message::new("不是普通文件", "not a regular file")
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_folder_with_everything_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("2020/会议")).unwrap();
        for name in ["乙.txt", "2020/会议/甲.txt", "2020/丙.txt", ".隐藏.txt", "~$甲.docx"] {
            fs::write(root.join(name), "x").unwrap();
        }
        symlink(root, root.join("2020/上级")).unwrap();
        symlink(root.join("乙.txt"), root.join("链接.txt")).unwrap();
        symlink(root.join("没有.txt"), root.join("断链.txt")).unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(root.join("套接字")).unwrap();
        let found: Vec<String> = files(root)
            .map(|found| {
                let (path, mark) = match found {
                    Found::File(path) => (path, "+"),
                    Found::Passed(path, _) => (path, "-"),
                    Found::Given(given) => (given.name.clone(), "?"),
                };
                format!("{mark} {}", path.strip_prefix(root).unwrap().display())
            })
            .collect();
        let expected = [
            "- 2020/上级",
            "+ 2020/丙.txt",
            "+ 2020/会议/甲.txt",
            "+ 乙.txt",
            "- 套接字",
            "- 断链.txt",
            "+ 链接.txt",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_link_to_a_folder_is_followed_when_it_is_given_itself() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("稿")).unwrap();
        fs::write(folder.path().join("稿/甲.txt"), "x").unwrap();
        let link = folder.path().join("链接");
        symlink(folder.path().join("稿"), &link).unwrap();
        assert_eq!(files(&link).collect::<Vec<_>>(), [Found::File(link.join("甲.txt"))]);
    }
}
