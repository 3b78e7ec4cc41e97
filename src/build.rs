//! Gives both binaries one fingerprint of the sources that they were built from, so that the page can tell
//! a stale worker from its own (`base::build_id`), and lays out what Python imports (`python::library`).

#[cfg(feature = "python")]
#[path = "build/library.rs"]
mod library;
#[cfg(feature = "python")]
#[path = "build/strip.rs"]
mod strip;

use sha2::{Digest, Sha256};
use std::{fs, io, path::Path};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=Cargo.lock");
    println!("cargo::rustc-check-cfg=cfg(erase_components)");
    // What `site::split` cuts the page by.
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
    let mut hash = Sha256::new();
    hash.update(fs::read("Cargo.lock").unwrap_or_default());
    add_tree(Path::new("src"), &mut hash)?;
    let digest: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    println!("cargo::rustc-env=DOJO_BUILD={digest}");
    #[cfg(feature = "python")]
    library::write()?;
    Ok(())
}

fn add_tree(folder: &Path, hash: &mut Sha256) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            add_tree(&path, hash)?;
        } else {
            hash.update(path.to_string_lossy().as_bytes());
            hash.update(fs::read(&path)?);
        }
    }
    Ok(())
}
