//! The upper bounds of what is shipped (`budgets.toml`) and whether a site keeps them.

use super::{
    Result, SiteError,
    bundle::{self, Bundle},
    files,
    shell::Address,
    sizes::FileSize,
};
use crate::ui::routes::LANGUAGES;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, path::Path};

/// Upper bounds in bytes after brotli.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Budgets {
    /// All that a language's home page loads before it works: the HTML and every file that it names.
    pub first_route: u64,
    /// The worker's scripts and wasm.
    pub engine: u64,
    /// Python's standard library but for what is in the engine.
    pub library: u64,
    /// All Python packages together.
    pub packages: u64,
}

/// One budget and what is used of it, in bytes after brotli.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Use {
    /// What is bounded.
    pub name: String,
    /// The bound.
    pub budget: u64,
    /// The size.
    pub used: u64,
}

impl Budgets {
    /// Reads a budget file.
    ///
    /// # Errors
    /// A file that is missing, is not TOML or has other keys.
    pub fn read(path: &Path) -> Result<Self> {
        toml::from_str(&files::read_text(path)?).map_err(|problem| SiteError::BudgetFile {
            path: path.display().to_string(),
            problem: problem.to_string(),
        })
    }

    /// What a measured site uses of each budget; of the languages' home pages the heaviest counts.
    ///
    /// # Errors
    /// A home page that cannot be read.
    pub fn uses(&self, site: &Path, sizes: &[FileSize]) -> Result<Vec<Use>> {
        let brotli = |wanted: &dyn Fn(&str) -> bool| -> u64 {
            sizes.iter().filter(|size| wanted(&size.path)).map(|size| size.brotli).sum()
        };
        let mut first_route = 0;
        for lang in LANGUAGES {
            let home = Address::Place { lang, route: "" }.file();
            let html = files::read_text(&site.join(&home))?;
            let mut loaded = named_files(&html);
            loaded.insert(home);
            first_route = first_route.max(brotli(&|path| loaded.contains(path)));
        }
        let used = |name: &str, budget, used| Use { name: name.into(), budget, used };
        Ok(vec![
            used("first-route", self.first_route, first_route),
            used(
                "engine",
                self.engine,
                brotli(&|path| {
                    bundle::ENGINE.holds(path) && !Bundle::is_package(path) && !Bundle::is_library(path)
                }),
            ),
            used("library", self.library, brotli(&Bundle::is_library)),
            used("packages", self.packages, brotli(&Bundle::is_package)),
        ])
    }
}

/// Fails when a budget is exceeded.
///
/// # Errors
/// All budgets that are, in one error.
pub fn keep(uses: &[Use]) -> Result<()> {
    let over = uses.iter().filter(|Use { budget, used, .. }| used > budget);
    let over: Vec<String> = over.map(|u| format!("{} is {} bytes of {}", u.name, u.used, u.budget)).collect();
    if over.is_empty() { Ok(()) } else { Err(SiteError::OverBudget { over }) }
}

/// The site's own files that an HTML file loads, as paths from the site's root: whatever its `href` and `src`
/// attributes name below `<base href>`. Addresses of pages are among them and meet no file.
pub fn named_files(html: &str) -> BTreeSet<String> {
    let base = base_of(html).unwrap_or("/");
    let attributes = [" href=\"", " src=\""];
    let values = attributes.iter().flat_map(|name| html.split(name).skip(1));
    let values = values.filter_map(|rest| rest.split('"').next());
    values.map(|value| value.strip_prefix(base).unwrap_or(value).to_string()).collect()
}

/// The `<base href>` of an HTML file: the path that the site was built for.
pub fn base_of(html: &str) -> Option<&str> {
    let tag = html.split("<base ").nth(1)?.split('>').next()?;
    tag.split("href=\"").nth(1)?.split('"').next()
}
