//! Writes one HTML file per address from the template that Trunk leaves as `index.html`, so that every
//! address survives a reload on a static host. The text comes from a function that is passed in.

use super::{
    Result, SiteError, files,
    shell::{Address, Shell},
};
use crate::ui::routes::{LANGUAGES, ROUTES};
use std::path::Path;

/// Every HTML file of the site, root and not-found page included.
pub fn addresses() -> Vec<Address<'static>> {
    let mut all = vec![Address::Root, Address::NotFound];
    for lang in LANGUAGES {
        all.extend(ROUTES.iter().map(|route| Address::Place { lang, route }));
    }
    all
}

/// What is the same in every file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Common {
    /// The Content-Security-Policy.
    pub csp: String,
    /// The folder with the page's files, relative to the site's root.
    pub page: String,
    /// The worker's script, relative to the site's root.
    pub engine: String,
    /// How large the worker's wasm is before it is packed.
    pub engine_bytes: usize,
}

/// Writes all files into `site`. Returns their paths.
///
/// # Errors
/// A template with a missing or an unknown placeholder, or a file that cannot be written.
pub fn write_all(
    site: &Path,
    template: &str,
    common: &Common,
    shell: impl Fn(Address<'_>) -> Shell,
) -> Result<Vec<String>> {
    let mut written = Vec::new();
    for address in addresses() {
        let html = fill(template, address, common, &shell(address))?;
        let file = address.file();
        files::write(&site.join(&file), html)?;
        written.push(file);
    }
    Ok(written)
}

/// One file's HTML.
///
/// # Errors
/// A placeholder that is missing in the template, or one that nobody fills.
pub fn fill(template: &str, address: Address<'_>, common: &Common, shell: &Shell) -> Result<String> {
    let values = [
        ("lang", escape(address.lang())),
        ("title", escape(&shell.title)),
        ("description", escape(&shell.description)),
        ("csp", escape(&common.csp)),
        ("page", escape(&common.page)),
        ("engine", escape(&common.engine)),
        ("engine_bytes", common.engine_bytes.to_string()),
        ("body", shell.body_html.clone()),
    ];
    if let Some((name, _)) = values.iter().find(|(name, _)| !template.contains(&format!("{{{{{name}}}}}"))) {
        return Err(SiteError::MissingPlaceholder { name: (*name).into() });
    }
    // One pass over the template: what a value contains is never taken for a placeholder.
    let mut html = String::with_capacity(template.len() + shell.body_html.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        html.push_str(before);
        let (name, after) = after.split_once("}}").unwrap_or((after, ""));
        let value = values.iter().find(|(known, _)| *known == name.trim());
        let (_, value) = value.ok_or_else(|| SiteError::UnknownPlaceholder { name: name.trim().into() })?;
        html.push_str(value);
        rest = after;
    }
    html.push_str(rest);
    Ok(html)
}

/// Text made safe for an attribute in double quotes and for an element.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe
}
