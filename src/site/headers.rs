//! The `_headers` file that static hosts read: paths at the margin, `Name: value` indented below them.
//! `dojo serve` sends what it says, so the file is the one place where headers are written.

use super::{Result, SiteError};

/// One path pattern and its headers.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    /// A path from the site's root; a `*` at its end stands for anything.
    path: String,
    headers: Vec<(String, String)>,
}

/// A parsed `_headers` file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Headers {
    rules: Vec<Rule>,
}

impl Headers {
    /// Reads the text of a `_headers` file; `#` begins a comment line.
    ///
    /// # Errors
    /// A line that is neither a path nor a header below one.
    pub fn parse(text: &str) -> Result<Self> {
        let mut rules: Vec<Rule> = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let trimmed = line.trim();
            if trimmed.is_empty() || trimmed.starts_with('#') {
                continue;
            }
            let wrong = || SiteError::Headers { line: index + 1, text: line.to_string() };
            if line.starts_with('/') {
                rules.push(Rule { path: trimmed.into(), headers: Vec::new() });
            } else {
                let rule = rules.last_mut().filter(|_| line.starts_with([' ', '\t'])).ok_or_else(wrong)?;
                let (name, value) = trimmed.split_once(':').ok_or_else(wrong)?;
                rule.headers.push((name.trim().into(), value.trim().into()));
            }
        }
        Ok(Self { rules })
    }

    /// The headers of a path (`/en/runs/`), later rules winning over earlier ones.
    pub fn of(&self, path: &str) -> Vec<(String, String)> {
        let mut headers: Vec<(String, String)> = Vec::new();
        for rule in self.rules.iter().filter(|rule| matches(&rule.path, path)) {
            for (name, value) in &rule.headers {
                headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
                headers.push((name.clone(), value.clone()));
            }
        }
        headers
    }

    /// The Content-Security-Policy of every path.
    ///
    /// # Errors
    /// There is none under `/*`.
    pub fn policy(&self) -> Result<String> {
        let all = self.rules.iter().filter(|rule| rule.path == "/*").flat_map(|rule| &rule.headers);
        let mut policies = all.filter(|(name, _)| name.eq_ignore_ascii_case("content-security-policy"));
        policies.next().map(|(_, value)| value.clone()).ok_or(SiteError::NoPolicy)
    }
}

fn matches(pattern: &str, path: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == path, |prefix| path.starts_with(prefix))
}
