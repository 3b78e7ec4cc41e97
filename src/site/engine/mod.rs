//! Makes the worker quick to start: its memory begins with Python started, and its functions lie in two files.
//!
//! 1. *Tidied*: by those passes of wasm-opt that make it smaller when it is packed. Its usual levels make it larger.
//! 2. *Prepared*: the module is run until Python stands, once, here. What its memory holds then becomes the memory that
//!    it begins with, so that no browser has to compile and run the start.
//! 3. *Rehearsed*: a copy that notes which functions are called answers what a page would ask: the site's own samples.
//! 4. *Cut*: those functions stay in `engine_bg.wasm`. The others, four fifths of all, become `engine_rest.wasm`, which
//!    `loader.js` brings when one of them is called first, or, unasked, a moment after the start.
//!
//! Node.js, on which wasm-opt runs, runs the worker here.

mod counted;
pub mod cut;
mod memory;
mod wasm;

use super::{Result, SiteError, files, split};
use std::path::Path;
use std::process::Command;

const MODULE: &str = "engine_bg.wasm";
const REST: &str = "engine_rest.wasm";
const LOADER: &str = "engine_loader.js";
/// A part of the name of the function that brings the rest, as wasm-bindgen names what it imports.
const BRING: &str = "_bringRest_";
/// Measured: all of `-O1` leaves 25 KB more of brotli, fewer of these passes 6 KB more.
const TIDY: [&str; 9] = [
    "--remove-unused-module-elements",
    "--duplicate-function-elimination",
    "--vacuum",
    "--remove-unused-brs",
    "--remove-unused-names",
    "--merge-blocks",
    "--coalesce-locals",
    "--reorder-locals",
    "--vacuum",
];
/// Where this works, in the site: the worker finds the data sets from there as it does later.
const FOLDER: &str = "rehearsal";

/// What a rehearsal consists of.
pub struct Rehearsal<'a> {
    /// The messages that the worker gets, the parts of each in base64, as JSON.
    pub messages: &'a str,
    /// Python's packages, by name, as the worker reads them.
    pub packages: &'a [(&'a str, Vec<u8>)],
}

/// Tidies, prepares, rehearses and cuts the worker in `site`, which Trunk has written, in place. What came of it, in a sentence.
///
/// # Errors
/// A file that cannot be read or written, a module of another kind, Node.js missing, a worker that fails.
pub fn cut(site: &Path, rehearsal: &Rehearsal) -> Result<String> {
    let folder = site.join(FOLDER);
    let done = in_folder(site, &folder, rehearsal);
    files::remove_folder(&folder)?;
    done
}

fn in_folder(site: &Path, folder: &Path, rehearsal: &Rehearsal) -> Result<String> {
    let unfit = |problem: String| SiteError::Uncut { path: MODULE.into(), problem };
    let module = site.join(MODULE);
    let mut tidy = Command::new("wasm-opt");
    split::run(
        tidy.args(split::FEATURES).args(TIDY).arg("--strip-debug").arg(&module).arg("-o").arg(&module),
    )?;
    let original = files::read(&module)?;
    let prepared = memory::with_memory(&original, &prepare(site, folder)?).map_err(unfit)?;
    let called = rehearse(site, folder, &prepared, rehearsal)?;
    let halves = cut::cut(&prepared, &called, BRING).map_err(unfit)?;
    files::write(&module, &halves.first)?;
    files::write(&site.join(REST), &halves.rest)?;
    files::write(&site.join(LOADER), include_str!("loader.js"))?;
    let [soon, short, late] = halves.counts;
    Ok(format!("{soon} functions first, with {short} that lead to the {late} of the rest"))
}

/// What the memory of the worker in `site` holds when Python stands.
fn prepare(site: &Path, folder: &Path) -> Result<Vec<u8>> {
    let (script, out) = (folder.join("prepare.mjs"), folder.join("memory"));
    files::write(&script, include_str!("prepare.mjs"))?;
    split::run(Command::new("node").arg(&script).arg(site.join(MODULE)).arg(&out))?;
    files::read(&out)
}

/// Which functions of `module` are called in a rehearsal.
fn rehearse(site: &Path, folder: &Path, module: &[u8], rehearsal: &Rehearsal) -> Result<Vec<bool>> {
    let counted =
        counted::counted(module).map_err(|problem| SiteError::Uncut { path: MODULE.into(), problem })?;
    let [script, wasm, messages, out] =
        ["rehearse.mjs", "counted.wasm", "messages.json", "called"].map(|name| folder.join(name));
    files::write(&script, include_str!("rehearse.mjs"))?;
    files::write(&wasm, &counted.wasm)?;
    files::write(&messages, rehearsal.messages)?;
    files::write(&folder.join("engine.mjs"), files::read(&site.join("engine.js"))?)?;
    for (name, bytes) in rehearsal.packages {
        files::write(&folder.join(format!("{}{name}.json", super::bundle::PACKAGE_PREFIX)), bytes)?;
    }
    let mut node = Command::new("node");
    node.arg(&script).args([&wasm, &messages, &out]);
    split::run(node.args([counted.address.to_string(), counted.functions.to_string()]))?;
    Ok(files::read(&out)?.into_iter().map(|called| called != 0).collect())
}
