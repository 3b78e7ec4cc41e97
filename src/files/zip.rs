//! Files as a zip archive, to be taken away and brought in. What is read is taken for hostile: names that lead
//! elsewhere, contents that grow without end and damaged parts are refused as a whole.

use super::Limits;
use crate::base::time::Timestamp;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use rawzip::time::{UtcDateTime, ZipDateTimeKind};
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveWriter, ZipDataWriter};
use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};

/// `st_mode` of a file, of one that may be run as a program, and of a folder, as zip archives of Unix keep them.
const MODE: u32 = 0o100_644;
const EXECUTABLE_MODE: u32 = 0o100_755;
const FOLDER_MODE: u32 = 0o040_755;

/// A file or a folder of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its path in the archive, without a slash at its beginning and end.
    pub path: String,
    /// What a file holds; `None` for a folder.
    pub bytes: Option<Vec<u8>>,
    /// Whether a file may be run as a program.
    pub executable: bool,
    /// When it was last changed; archives keep whole seconds of it.
    pub modified: Timestamp,
}

/// Why a file is not taken as an archive.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ZipError {
    /// Not a zip archive, or its list of contents is damaged.
    #[error("this is not a zip archive, or it is damaged: {0}")]
    NotAZip(String),
    /// A content is damaged.
    #[error("{0} is damaged in the archive")]
    Damaged(String),
    /// A name that does not stay in the archive's folder, or that no file can have.
    #[error("the archive has a name that is refused: {0:?}")]
    Name(String),
    /// The same name twice, or a file where another name has a folder.
    #[error("the archive has two contents for {0}")]
    Twice(String),
    /// Packed or encrypted in a way that is not read here.
    #[error("{0} is packed or encrypted in a way that is not read here")]
    Method(String),
    /// A content that is larger than a file may be, or all of them are.
    #[error("{0} makes the archive too large")]
    TooLarge(String),
    /// More contents than there may be.
    #[error("the archive has more than {0} files and folders")]
    TooMany(usize),
}

/// Packs files and folders, in their order.
///
/// # Errors
/// Those of the form: names and sizes that it cannot hold.
pub fn write<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for entry in entries {
        let refused = |_| ZipError::Name(entry.path.clone());
        let modified = UtcDateTime::from_unix(entry.modified.0.div_euclid(1000).max(0));
        let Some(bytes) = &entry.bytes else {
            let name = format!("{}/", entry.path);
            let folder = archive.new_dir(name.as_str()).last_modified(modified);
            folder.unix_permissions(FOLDER_MODE).create().map_err(refused)?;
            continue;
        };
        let (mut file, config) = archive
            .new_file(entry.path.as_str())
            .compression_method(CompressionMethod::DEFLATE)
            .last_modified(modified)
            .unix_permissions(if entry.executable { EXECUTABLE_MODE } else { MODE })
            .start()
            .map_err(refused)?;
        let damaged = |_| ZipError::Damaged(entry.path.clone());
        let mut packer: ZipDataWriter<_> =
            config.wrap(DeflateEncoder::new(&mut file, Compression::default()));
        packer.write_all(bytes).map_err(damaged)?;
        let (packed, descriptor) = packer.finish().map_err(refused)?;
        packed.finish().map_err(damaged)?;
        file.finish(descriptor).map_err(refused)?;
    }
    archive.finish().map_err(|error| ZipError::NotAZip(error.to_string()))
}

/// Unpacks an archive and checks all of it: names, sizes against `limits`, and every content's fingerprint. Folders
/// come before what is in them, also those that the archive does not name.
///
/// # Errors
/// Says what is wrong with the archive.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Vec<Entry>, ZipError> {
    let unreadable = |error: rawzip::Error| ZipError::NotAZip(error.to_string());
    let archive = ZipArchive::from_slice(bytes).map_err(unreadable)?;
    let mut found: Vec<Entry> = Vec::new();
    let mut total = 0;
    let mut listed = archive.entries();
    while let Some(record) = listed.next_entry().map_err(unreadable)? {
        if found.len() >= limits.entries {
            return Err(ZipError::TooMany(limits.entries));
        }
        let path = checked_name(record.file_path().as_bytes(), limits)?;
        let mode = record.mode();
        let modified = moment(&record.last_modified());
        if mode.is_symlink() || record.flags().is_encrypted() {
            return Err(ZipError::Method(path));
        }
        if record.is_dir() {
            found.push(Entry { path, bytes: None, executable: false, modified });
            continue;
        }
        let entry = archive.get_entry(record.wayfinder()).map_err(|_| ZipError::Damaged(path.clone()))?;
        let room = limits.file.min(limits.total - total);
        let content = unpack(&entry, record.compression_method(), room, &path)?;
        total += content.len();
        found.push(Entry {
            path,
            bytes: Some(content),
            executable: mode.permissions() & 0o100 != 0,
            modified,
        });
    }
    with_folders(found)
}

/// Archives of old tell the time without its zone; it is taken for UTC, so that the same archive is the same anywhere.
fn moment(time: &ZipDateTimeKind) -> Timestamp {
    let (hour, minute, second) = (time.hour(), time.minute(), time.second());
    let utc = UtcDateTime::from_components(time.year(), time.month(), time.day(), hour, minute, second, 0);
    Timestamp(utc.map_or(0, |utc| utc.to_unix() * 1000))
}

fn unpack(
    entry: &rawzip::ZipSliceEntry<'_>,
    method: CompressionMethod,
    room: usize,
    path: &str,
) -> Result<Vec<u8>, ZipError> {
    let mut content = Vec::new();
    // One byte more than there is room for tells an archive that would not end.
    let most = room as u64 + 1;
    let read = match method {
        CompressionMethod::STORE => entry.verifying_reader(entry.data()).take(most).read_to_end(&mut content),
        CompressionMethod::DEFLATE => {
            entry.verifying_reader(DeflateDecoder::new(entry.data())).take(most).read_to_end(&mut content)
        }
        _ => return Err(ZipError::Method(path.into())),
    };
    if content.len() > room {
        return Err(ZipError::TooLarge(path.into()));
    }
    read.map_err(|_| ZipError::Damaged(path.into()))?;
    Ok(content)
}

/// A name as a path, when it stays in the archive's folder.
fn checked_name(raw: &[u8], limits: &Limits) -> Result<String, ZipError> {
    let refused = || ZipError::Name(String::from_utf8_lossy(raw).chars().take(200).collect());
    let name = std::str::from_utf8(raw).map_err(|_| refused())?;
    let name = name.strip_suffix('/').unwrap_or(name);
    let good =
        |part: &str| !matches!(part, "" | "." | "..") && part.len() <= 255 && !part.contains(['\\', '\0']);
    if name.len() <= limits.path && name.split('/').all(good) { Ok(name.into()) } else { Err(refused()) }
}

/// With the folders that only the names of others tell of; everything once.
fn with_folders(found: Vec<Entry>) -> Result<Vec<Entry>, ZipError> {
    let mut folders: BTreeSet<String> = BTreeSet::new();
    for entry in &found {
        let mut above = entry.path.as_str();
        while let Some((folder, _)) = above.rsplit_once('/') {
            folders.insert(folder.into());
            above = folder;
        }
        if entry.bytes.is_none() {
            folders.insert(entry.path.clone());
        }
    }
    let mut files: Vec<Entry> = Vec::new();
    let mut names = folders.clone();
    for entry in found.into_iter().filter(|entry| entry.bytes.is_some()) {
        if !names.insert(entry.path.clone()) {
            return Err(ZipError::Twice(entry.path));
        }
        files.push(entry);
    }
    let modified = files.iter().map(|file| file.modified).max().unwrap_or_default();
    let folder = |path| Entry { path, bytes: None, executable: false, modified };
    Ok(folders.into_iter().map(folder).chain(files).collect())
}
