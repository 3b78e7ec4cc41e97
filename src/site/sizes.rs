//! How large every shipped file is: raw, gzip and brotli, the two as a careful host would send them.

use super::{Result, SiteError, files};
use flate2::{Compression, write::GzEncoder};
use serde::{Deserialize, Serialize};
use std::{fmt::Write as _, io::Write as _, path::Path};

/// The size of one shipped file in bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileSize {
    /// Relative to the site's root.
    pub path: String,
    /// As it lies on the disk.
    pub raw: u64,
    /// gzip, level 9.
    pub gzip: u64,
    /// brotli, quality 11 with a window of 4 MB.
    pub brotli: u64,
}

/// Measures every file of a site but `_headers`, which hosts read and do not send.
///
/// # Errors
/// A file that cannot be read.
pub fn measure(site: &Path) -> Result<Vec<FileSize>> {
    let shipped = files::walk(site)?.into_iter().filter(|path| path != "_headers");
    shipped.map(|path| measure_file(site, path)).collect()
}

fn measure_file(site: &Path, path: String) -> Result<FileSize> {
    let bytes = files::read(&site.join(&path))?;
    let wrong = |problem: std::io::Error| SiteError::io(&site.join(&path), problem);
    let brotli = brotli_bytes(&bytes, 11).map_err(wrong)?.len() as u64;
    let gzip = gzip_bytes(&bytes, 9).map_err(wrong)?.len() as u64;
    Ok(FileSize { path, raw: bytes.len() as u64, gzip, brotli })
}

/// Bytes as brotli of the given quality (0 to 11).
///
/// # Errors
/// None in memory; the writer's signature has one.
pub fn brotli_bytes(bytes: &[u8], quality: u32) -> std::io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, quality, 22);
    writer.write_all(bytes)?;
    writer.flush()?;
    drop(writer);
    Ok(packed)
}

/// Bytes as gzip of the given level (0 to 9).
///
/// # Errors
/// None in memory; the writer's signature has one.
pub fn gzip_bytes(bytes: &[u8], level: u32) -> std::io::Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::new(level));
    writer.write_all(bytes)?;
    writer.finish()
}

/// A table of all files with a line of totals.
pub fn table(sizes: &[FileSize]) -> String {
    let width = sizes.iter().map(|size| size.path.chars().count()).max().unwrap_or(0).max(5);
    let mut text = format!("{:width$}  {:>11}  {:>11}  {:>11}\n", "file", "raw", "gzip", "brotli");
    let sum = |pick: fn(&FileSize) -> u64| sizes.iter().map(pick).sum::<u64>();
    let total = FileSize {
        path: "total".into(),
        raw: sum(|size| size.raw),
        gzip: sum(|size| size.gzip),
        brotli: sum(|size| size.brotli),
    };
    for FileSize { path, raw, gzip, brotli } in sizes.iter().chain([&total]) {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{path:width$}  {raw:>11}  {gzip:>11}  {brotli:>11}");
    }
    text
}
