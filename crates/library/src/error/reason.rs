//! Why a file can't be read or written, in words, for what writers meet: a full disk, a folder
//! that is somebody else's, a share that is gone, a name that is too long.

use speech::Message;
use std::io;

/// The system's reason in words.
pub(super) fn reason(source: &io::Error) -> Message {
    match kind(source) {
        io::ErrorKind::NotFound => Message::new("文件或文件夹不存在", "no such file or folder"),
        io::ErrorKind::PermissionDenied => Message::new("没有权限", "no permission"),
        io::ErrorKind::StorageFull => Message::new("磁盘已满", "the disk is full"),
        io::ErrorKind::QuotaExceeded => Message::new("分给您的空间用完了", "your share of the disk is full"),
        io::ErrorKind::ReadOnlyFilesystem => Message::new("磁盘是只读的", "the disk is read-only"),
        io::ErrorKind::IsADirectory => Message::new("那是一个文件夹", "that is a folder"),
        io::ErrorKind::InvalidInput => Message::new("不是普通文件", "not a regular file"),
        io::ErrorKind::NotADirectory => Message::new("那不是文件夹", "that is not a folder"),
        io::ErrorKind::InvalidFilename => {
            Message::new("文件名太长，或者有不能用的字", "its name is too long, or not allowed")
        }
        io::ErrorKind::StaleNetworkFileHandle => Message::new("网络盘断开了", "the share is gone"),
        io::ErrorKind::Other => Message::new("磁盘读写出错", "the disk fails"),
        _ => Message::new(source.to_string(), source.to_string()),
    }
}

/// What a writer can do where a file can't be written.
pub(super) fn advice(source: &io::Error) -> Message {
    match kind(source) {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            Message::new("请腾出空间再试，或存到别的盘", "free some space, or choose another disk")
        }
        io::ErrorKind::InvalidFilename => Message::new("请取短一点的名字", "choose a shorter name"),
        io::ErrorKind::StaleNetworkFileHandle => {
            Message::new("请连上以后再试，或先存到本机", "connect it again, or save on this computer first")
        }
        io::ErrorKind::IsADirectory | io::ErrorKind::InvalidInput => {
            Message::new("请换一个名字", "choose another name")
        }
        _ => Message::new("请换一个文件夹", "choose another folder"),
    }
}

/// The kind of an error, those that mean the same for a writer taken together: a share that is
/// gone, by whichever word; a disk that fails, which Rust has no word for.
fn kind(source: &io::Error) -> io::ErrorKind {
    /// `EIO` of Unix, `ERROR_CRC` and `ERROR_IO_DEVICE` of Windows.
    const FAILING: &[i32] = if cfg!(windows) { &[23, 1117] } else { &[5] };
    match source.kind() {
        io::ErrorKind::StaleNetworkFileHandle
        | io::ErrorKind::HostUnreachable
        | io::ErrorKind::NetworkUnreachable
        | io::ErrorKind::NetworkDown
        | io::ErrorKind::NotConnected
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::ConnectionReset
        | io::ErrorKind::TimedOut => io::ErrorKind::StaleNetworkFileHandle,
        _ if source.raw_os_error().is_some_and(|code| FAILING.contains(&code)) => io::ErrorKind::Other,
        // An error without a code of the system is one of ours, and has words of its own.
        io::ErrorKind::Other => io::ErrorKind::Unsupported,
        kind => kind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_the_system_says_is_told_in_words() {
        let told = [
            (28, "磁盘已满"),
            (122, "分给您的空间用完了"),
            (30, "磁盘是只读的"),
            (13, "没有权限"),
            (36, "文件名太长，或者有不能用的字"),
            (5, "磁盘读写出错"),
            (116, "网络盘断开了"),
            (113, "网络盘断开了"),
            (110, "网络盘断开了"),
        ];
        // The numbers are Linux's; macOS has others for some.
        let told = told.iter().filter(|(code, _)| cfg!(target_os = "linux") || *code < 31);
        for (code, words) in told {
            assert_eq!(reason(&io::Error::from_raw_os_error(*code)).zh, *words, "{code}");
        }
        assert_eq!(reason(&io::Error::other("坏了")).zh, "坏了");
    }
}
