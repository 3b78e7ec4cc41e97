//! What a static host answers to a request: pure but for reading the site's files, so that it can be tested
//! without a socket.

use super::{Result, budgets, files, headers::Headers, sizes};
use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

/// A built site and the path below which it answers.
#[derive(Debug)]
pub struct Site {
    folder: PathBuf,
    base: String,
    packed: Mutex<HashMap<(PathBuf, Coding), Packed>>,
}

/// An answer to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Header names and values.
    pub headers: Vec<(String, String)>,
    /// The length of the body, also where `HEAD` leaves it out.
    pub length: usize,
    /// The body, empty for `HEAD`.
    pub body: Arc<Vec<u8>>,
}

/// How a body is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Coding {
    Brotli,
    Gzip,
    Plain,
}

/// A body that was read and packed once; a rebuilt file has another time or length.
#[derive(Debug, Clone)]
struct Packed {
    changed: Option<SystemTime>,
    length: u64,
    body: Arc<Vec<u8>>,
}

impl Site {
    /// Opens the site in `folder`. Without `base` it answers below the path that it was built for.
    ///
    /// # Errors
    /// A folder without `index.html`, or a `_headers` file that cannot be understood.
    pub fn open(folder: &Path, base: Option<&str>) -> Result<Self> {
        let html = files::read_text(&folder.join("index.html"))?;
        let folder = folder.canonicalize().map_err(|problem| super::SiteError::io(folder, problem))?;
        let base = base.or_else(|| budgets::base_of(&html)).unwrap_or("/").trim_matches('/');
        let base = if base.is_empty() { "/".into() } else { format!("/{base}/") };
        let site = Self { folder, base, packed: Mutex::default() };
        site.headers()?;
        Ok(site)
    }

    /// The path below which the site answers, with a slash at both ends.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Answers a request.
    ///
    /// `target` is the request line's target (`/en/runs/?q=1`), `accept` the `Accept-Encoding` header.
    pub fn answer(&self, method: &str, target: &str, accept: &str) -> Answer {
        let (path, query) =
            target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
        if !matches!(method, "GET" | "HEAD") {
            return plain(405, vec![("Allow".into(), "GET, HEAD".into())]);
        }
        let mut answer = match path.strip_prefix(self.base.as_str()) {
            Some(inner) => self.answer_inside(inner, query, accept),
            None if path == "/" || format!("{path}/") == self.base => redirect(&self.base, query),
            None => plain(404, Vec::new()),
        };
        if method == "HEAD" {
            answer.body = Arc::default();
        }
        answer
    }

    fn answer_inside(&self, inner: &str, query: Option<&str>, accept: &str) -> Answer {
        let Some(relative) = safe_path(inner) else { return self.not_found(accept) };
        let mut path = self.folder.join(&relative);
        if path.is_dir() {
            if !(inner.is_empty() || inner.ends_with('/')) {
                return redirect(&format!("{}{inner}/", self.base), query);
            }
            path.push("index.html");
        }
        self.file(200, &path, &format!("/{inner}"), accept).unwrap_or_else(|| self.not_found(accept))
    }

    fn not_found(&self, accept: &str) -> Answer {
        let page = self.folder.join("404.html");
        self.file(404, &page, "/404.html", accept).unwrap_or_else(|| plain(404, Vec::new()))
    }

    /// A file that lies in the site, also after links are followed, and is not read by hosts alone.
    fn file(&self, status: u16, path: &Path, shown: &str, accept: &str) -> Option<Answer> {
        let path = path.canonicalize().ok().filter(|path| path.starts_with(&self.folder))?;
        if !path.is_file() || path.file_name().is_some_and(|name| name == "_headers") {
            return None;
        }
        let mut headers = vec![("Content-Type".to_string(), mime(&path).to_string())];
        let coding = if is_text_or_wasm(&path) { accepted(accept) } else { Coding::Plain };
        let body = self.packed(&path, coding)?;
        match coding {
            Coding::Brotli => headers.push(("Content-Encoding".into(), "br".into())),
            Coding::Gzip => headers.push(("Content-Encoding".into(), "gzip".into())),
            Coding::Plain => {}
        }
        headers.push(("Vary".into(), "Accept-Encoding".into()));
        let own = self.headers().ok()?.of(shown);
        if !own.iter().any(|(name, _)| name.eq_ignore_ascii_case("cache-control")) {
            headers.push(("Cache-Control".into(), "no-cache".into()));
        }
        headers.extend(own);
        Some(Answer { status, headers, length: body.len(), body })
    }

    /// The rules of the site's `_headers`; read anew each time, because a build may replace it.
    fn headers(&self) -> Result<Headers> {
        let path = self.folder.join("_headers");
        if path.is_file() { Headers::parse(&files::read_text(&path)?) } else { Ok(Headers::default()) }
    }

    fn packed(&self, path: &Path, coding: Coding) -> Option<Arc<Vec<u8>>> {
        let about = path.metadata().ok()?;
        let (changed, length) = (about.modified().ok(), about.len());
        let key = (path.to_path_buf(), coding);
        let mut known = self.packed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(packed) = known.get(&key).filter(|old| old.changed == changed && old.length == length) {
            return Some(packed.body.clone());
        }
        let bytes = std::fs::read(path).ok()?;
        let body = Arc::new(match coding {
            Coding::Brotli => sizes::brotli_bytes(&bytes, 4).ok()?,
            Coding::Gzip => sizes::gzip_bytes(&bytes, 6).ok()?,
            Coding::Plain => bytes,
        });
        known.insert(key, Packed { changed, length, body: body.clone() });
        Some(body)
    }
}

fn plain(status: u16, mut headers: Vec<(String, String)>) -> Answer {
    headers.push(("Content-Type".into(), "text/plain; charset=utf-8".into()));
    let body = Arc::new(format!("{status}\n").into_bytes());
    Answer { status, headers, length: body.len(), body }
}

fn redirect(path: &str, query: Option<&str>) -> Answer {
    let location = query.map_or(path.to_string(), |query| format!("{path}?{query}"));
    plain(302, vec![("Location".into(), location), ("Cache-Control".into(), "no-cache".into())])
}

/// A request's path as a path in the site: decoded once, and none that could leave the site.
fn safe_path(inner: &str) -> Option<PathBuf> {
    let decoded = percent_decoded(inner)?;
    let mut path = PathBuf::new();
    for part in decoded.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        path.push(part);
    }
    Some(path)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let value = digit(rest.next())? * 16 + digit(rest.next())?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The best coding that a client takes; a quality of zero is a refusal.
fn accepted(accept: &str) -> Coding {
    let takes = |coding: &str| {
        accept.split(',').any(|item| {
            let (name, quality) = item.split_once(";q=").unwrap_or((item, "1"));
            name.trim() == coding && quality.trim().parse::<f64>().is_ok_and(|quality| quality > 0.0)
        })
    };
    if takes("br") {
        Coding::Brotli
    } else if takes("gzip") {
        Coding::Gzip
    } else {
        Coding::Plain
    }
}

fn extension(path: &Path) -> &str {
    path.extension().and_then(|extension| extension.to_str()).unwrap_or("")
}

fn is_text_or_wasm(path: &Path) -> bool {
    let kind = mime(path);
    kind.contains("charset") || matches!(extension(path), "wasm" | "svg" | "json" | "webmanifest")
}

fn mime(path: &Path) -> &'static str {
    match extension(path) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" | "py" | "toml" | "yaml" | "yml" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
