//! Moves a finished site below another path. The path stands in the HTML files alone: in `<base href>` and before
//! the files that they name; everything else is found from there.

use super::{Result, SiteError, budgets::base_of, files, pages};
use std::path::Path;

/// The attributes that name files of the site from its root.
const ATTRIBUTES: [&str; 2] = [" href=\"", " src=\""];

/// Rewrites the site in `site` for the path `base`, in place.
///
/// # Errors
/// A path without a slash at both ends or with characters that would need escapes, or a file that cannot be read or
/// written.
pub fn rebase(site: &Path, base: &str) -> Result<()> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    if !(base.starts_with('/') && base.ends_with('/') && base.bytes().all(plain)) || base.contains("//") {
        return Err(SiteError::Base { base: base.into() });
    }
    for address in pages::addresses() {
        let path = site.join(address.file());
        let html = files::read_text(&path)?;
        files::write(&path, rebased(&html, base))?;
    }
    Ok(())
}

fn rebased(html: &str, base: &str) -> String {
    let old = base_of(html).unwrap_or("/");
    ATTRIBUTES.iter().fold(html.to_owned(), |html, attribute| {
        html.replace(&format!("{attribute}{old}"), &format!("{attribute}{base}"))
    })
}
