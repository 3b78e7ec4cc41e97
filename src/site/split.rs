//! Cuts the page's wasm in two, so that the first route loads without the rest (`ui::pages::rest` marks where).
//!
//! Trunk knows no splitting: its output of the page is replaced here. The cut needs the linker's relocations and
//! comes before wasm-bindgen; wasm-opt comes last and sees each file alone.

use super::{Result, SiteError, files};
use std::{path::Path, process::Command};
use wasm_split_cli_support::{Options, transform};

/// What the files call one another; [`super::bundle::PAGE`] knows the names too.
const MAIN: &str = "app";
const LINK: &str = "split.js";

/// Passes of wasm-opt for the smallest page: each was measured to pay after the one before.
const SMALL: [&str; 5] = ["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"];
/// What rustc's output uses of wasm beyond its first version.
pub(super) const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// Splits `wasm`, as cargo leaves the page's binary, into the finished files in `site`, in place of Trunk's.
///
/// # Errors
/// A file that cannot be read or written, a binary that cannot be cut, a tool that is not there or fails.
pub fn split(wasm: &Path, site: &Path) -> Result<()> {
    remove_trunks_page(site)?;
    let cut = site.join("cut.wasm");
    let input = files::read(wasm)?;
    let mut options = Options::new(&input);
    let (link, main) = (format!("./{LINK}"), format!("./{MAIN}.js"));
    options.output_dir = site;
    options.main_out_path = &cut;
    options.link_name = &link;
    options.main_module = &main;
    let parts = transform(options).map_err(|problem| SiteError::Uncut {
        path: wasm.display().to_string(),
        problem: problem.to_string(),
    })?;
    let bindgen =
        ["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", MAIN, "--out-dir"];
    run(Command::new("wasm-bindgen").args(bindgen).arg(site).arg(&cut))?;
    files::remove(&cut)?;
    shrink(&site.join(format!("{MAIN}_bg.wasm")))?;
    parts.split_modules.iter().try_for_each(|part| shrink(part))
}

/// Trunk names its page with a hash: `app-0123456789abcdef.js`.
fn remove_trunks_page(site: &Path) -> Result<()> {
    let prefix = format!("{MAIN}-");
    let mut trunks =
        files::walk(site)?.into_iter().filter(|path| path.starts_with(&prefix) && !path.contains('/'));
    trunks.try_for_each(|path| files::remove(&site.join(path)))
}

fn shrink(wasm: &Path) -> Result<()> {
    run(Command::new("wasm-opt")
        .args(FEATURES)
        .args(SMALL)
        .arg("--strip-debug")
        .arg(wasm)
        .arg("-o")
        .arg(wasm))
}

/// Runs a program of the build to its end.
pub(super) fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let failed = |problem: String| SiteError::Tool { name: name.clone(), problem };
    let output = command.output().map_err(|problem| failed(problem.to_string()))?;
    if output.status.success() {
        Ok(())
    } else {
        Err(failed(String::from_utf8_lossy(&output.stderr).trim().to_owned()))
    }
}
