//! Whether another program has a file open: Word, WPS and LibreOffice leave a small file beside
//! it for as long as they do, on a share for everybody to see.
//!
//! Windows lets nobody replace an open file. Elsewhere it can be replaced under the other
//! program, which then saves the old text over the new one.

use std::fs;
use std::path::{Path, PathBuf};

/// The file beside that says so; nothing where nobody has the file open, or there is none.
pub(crate) fn lock_of(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    if !path.is_file() {
        return None;
    }
    let beside = |name: String| Some(path.with_file_name(name)).filter(|lock| lock.is_file());
    let short = name.chars().count();
    beside(format!(".~lock.{name}#"))
        .or_else(|| beside(format!(".~{name}")))
        .or_else(|| beside(format!("~${name}")))
        // Of a longer name Word leaves out the first two characters. The file may then be that
        // of another one that ends alike: 一月讲话稿, 二月讲话稿.
        .or_else(|| {
            let tail: String = name.chars().skip(2).collect();
            let lock = (short > 2).then(|| beside(format!("~${tail}"))).flatten()?;
            (!another_ends_so(path, &tail)).then_some(lock)
        })
}

/// Whether another file of the folder has that name but for two characters before it.
fn another_ends_so(path: &Path, tail: &str) -> bool {
    let files = path.parent().and_then(|folder| fs::read_dir(folder).ok());
    files.into_iter().flatten().flatten().map(|file| file.path()).any(|file| {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let mut rest = name.chars();
        let first: String = rest.by_ref().take(2).collect();
        file != path && first != "~$" && rest.as_str() == tail
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn open(name: &str, beside: &[&str]) -> Option<String> {
        let folder = tempfile::tempdir().unwrap();
        for name in beside.iter().chain([&name]) {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let lock = lock_of(&folder.path().join(name))?;
        Some(lock.file_name().unwrap().to_string_lossy().into_owned())
    }

    #[test]
    fn a_file_beside_says_that_it_is_open() {
        assert_eq!(open("讲话稿.docx", &[]), None);
        assert_eq!(open("讲话稿.docx", &[".~lock.讲话稿.docx#"]).as_deref(), Some(".~lock.讲话稿.docx#"));
        assert_eq!(open("讲话稿.docx", &[".~讲话稿.docx"]).as_deref(), Some(".~讲话稿.docx"));
        assert_eq!(open("稿.docx", &["~$稿.docx"]).as_deref(), Some("~$稿.docx"));
        assert_eq!(open("全县大会讲话稿.docx", &["~$大会讲话稿.docx"]).as_deref(), Some("~$大会讲话稿.docx"));
    }

    #[test]
    fn another_file_may_be_the_one() {
        assert_eq!(open("一月讲话稿.docx", &["~$讲话稿.docx", "二月讲话稿.docx"]), None);
        assert_eq!(open("讲话稿.docx", &[".~lock.别的.docx#", "~$别的.docx"]), None);
    }

    #[test]
    fn what_is_not_there_is_not_open() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(".~lock.稿.docx#"), "").unwrap();
        assert_eq!(lock_of(&folder.path().join("稿.docx")), None);
    }
}
