//! Why a file operation is not possible, in the terms of POSIX.

/// One reason; `errno` and `message` are those of Linux, which programs know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// ENOENT
    #[error("No such file or directory")]
    NotFound,
    /// EBADF
    #[error("Bad file descriptor")]
    BadDescriptor,
    /// EACCES
    #[error("Permission denied")]
    Denied,
    /// EBUSY
    #[error("Device or resource busy")]
    Busy,
    /// EEXIST
    #[error("File exists")]
    Exists,
    /// ENOTDIR
    #[error("Not a directory")]
    NotAFolder,
    /// EISDIR
    #[error("Is a directory")]
    IsAFolder,
    /// EINVAL
    #[error("Invalid argument")]
    Invalid,
    /// EMFILE
    #[error("Too many open files")]
    TooManyOpen,
    /// EFBIG
    #[error("File too large")]
    TooLarge,
    /// ENOSPC
    #[error("No space left on device")]
    NoSpace,
    /// EROFS
    #[error("Read-only file system")]
    ReadOnly,
    /// ENAMETOOLONG
    #[error("File name too long")]
    NameTooLong,
    /// ENOTEMPTY
    #[error("Directory not empty")]
    NotEmpty,
    /// ENETUNREACH: a file of the library that could not be fetched.
    #[error("Network is unreachable")]
    Unreachable,
}

impl FileError {
    /// Linux's number for it.
    pub fn errno(self) -> i32 {
        match self {
            Self::NotFound => 2,
            Self::BadDescriptor => 9,
            Self::Denied => 13,
            Self::Busy => 16,
            Self::Exists => 17,
            Self::NotAFolder => 20,
            Self::IsAFolder => 21,
            Self::Invalid => 22,
            Self::TooManyOpen => 24,
            Self::TooLarge => 27,
            Self::NoSpace => 28,
            Self::ReadOnly => 30,
            Self::NameTooLong => 36,
            Self::NotEmpty => 39,
            Self::Unreachable => 101,
        }
    }
}
