//! Turns Trunk's output into the site that is shipped: page and worker by content, one HTML file per address,
//! headers for the files that never change, budgets kept.

use super::{
    Result,
    budgets::{Budgets, Use},
    bundle, files,
    headers::Headers,
    pages::{self, Common},
    shell,
    sizes::{self, FileSize},
};
use std::{fmt::Write as _, path::Path};

/// What a finished site weighs.
#[derive(Debug, Clone, PartialEq)]
pub struct Finished {
    /// Every shipped file.
    pub sizes: Vec<FileSize>,
    /// Every budget.
    pub uses: Vec<Use>,
}

/// Finishes the site in `site`, in place and once; `packages` are Python's, by name, as the worker reads them.
///
/// # Errors
/// Anything in the way of writing it. Budgets are reported, not enforced: see [`super::budgets::keep`].
pub fn finish(site: &Path, budgets: &Budgets, packages: &[(&str, Vec<u8>)]) -> Result<Finished> {
    let template = files::read_text(&site.join("index.html"))?;
    let headers = files::read_text(&site.join("_headers"))?;
    let csp = Headers::parse(&headers)?.policy()?;
    for (name, bytes) in packages {
        files::write(&site.join(format!("{}{name}.json", bundle::PACKAGE_PREFIX)), bytes)?;
    }
    let page = bundle::PAGE.name_by_content(site)?;
    let engine_bytes = files::read(&site.join("engine_bg.wasm"))?.len();
    let engine = bundle::ENGINE.entry(&bundle::ENGINE.name_by_content(site)?);
    pages::write_all(site, &template, &Common { csp, page, engine, engine_bytes }, shell::shell)?;
    files::write(&site.join("_headers"), with_lasting_files(headers, &files::walk(site)?))?;
    let sizes = sizes::measure(site)?;
    let uses = budgets.uses(site, &sizes)?;
    Ok(Finished { sizes, uses })
}

/// Adds a rule for each file whose name holds a hash of its content: it may be cached for ever.
fn with_lasting_files(mut headers: String, paths: &[String]) -> String {
    for path in paths.iter().filter(|path| is_named_by_content(path)) {
        // Writing to a String cannot fail.
        let _ = write!(headers, "\n/{path}\n  Cache-Control: public, max-age=31536000, immutable\n");
    }
    headers
}

/// Whether a part of the path is a hash of 64 bits in hexadecimal, as Trunk (without leading zeros) and
/// [`bundle`] write it.
pub fn is_named_by_content(path: &str) -> bool {
    let is_hash = |part: &str| (12..=16).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_hexdigit());
    path.split(['/', '-', '_', '.']).any(is_hash)
}
