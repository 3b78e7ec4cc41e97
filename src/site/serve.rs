//! Serves a built site on 127.0.0.1 (a site opened as a file cannot start workers). What is answered is
//! decided in [`super::answer`]; here is only the socket: one thread a connection, because browsers keep
//! several open at once and hold some without ever asking (tiny_http's pool of threads stalls on that).

use super::{
    Result, SiteError,
    answer::{Answer, Site},
};
use std::{
    fmt::Write as _,
    io::{self, Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::Arc,
    thread,
    time::Duration,
};

/// How many ports after the wanted one are tried.
const TRIES: u16 = 20;
/// The longest request head that is read.
const HEAD_LIMIT: usize = 16 * 1024;
/// How long a connection may be silent.
const PATIENCE: Duration = Duration::from_secs(60);

/// A site that is being served until the process ends.
pub struct Serving {
    /// Where the site's root is, with a slash at the end.
    pub url: String,
    listening: thread::JoinHandle<()>,
}

impl Serving {
    /// Waits for as long as the server runs.
    pub fn wait(self) {
        // A thread that panicked has nothing more to say.
        let _ = self.listening.join();
    }
}

/// Starts to serve; port 0 takes any free port, another one the next free port from there.
///
/// # Errors
/// No free port.
pub fn start(site: Site, port: u16) -> Result<Serving> {
    let (listener, address) = bind(port)?;
    let url = format!("http://{address}{}", site.base());
    let site = Arc::new(site);
    let listening = thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let site = site.clone();
            // A browser that goes away in the middle is nobody's error.
            thread::spawn(move || converse(&site, stream).ok());
        }
    });
    Ok(Serving { url, listening })
}

fn bind(port: u16) -> Result<(TcpListener, SocketAddr)> {
    let last = if port == 0 { 0 } else { port.saturating_add(TRIES) };
    let mut problem = String::new();
    for candidate in port..=last {
        let bound = TcpListener::bind(("127.0.0.1", candidate));
        match bound.and_then(|listener| listener.local_addr().map(|address| (listener, address))) {
            Ok(bound) => return Ok(bound),
            Err(error) => problem = error.to_string(),
        }
    }
    Err(SiteError::NoPort { from: port, to: last, problem })
}

/// What the server needs to know of a request.
struct Request {
    method: String,
    target: String,
    accept: String,
    /// Whether the connection stays open for the next request.
    stays: bool,
}

/// Answers the requests of one connection until it closes, falls silent or is not understood.
fn converse(site: &Site, mut stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let mut waiting = Vec::new();
    loop {
        let Some((request, length)) = parse(&waiting)? else {
            let mut part = [0; 4096];
            let count = stream.read(&mut part)?;
            if count == 0 {
                return Ok(());
            }
            waiting.extend(part.iter().take(count));
            continue;
        };
        waiting.drain(..length);
        let answer = site.answer(&request.method, &request.target, &request.accept);
        send(&mut stream, &request, &answer)?;
        if !request.stays {
            return Ok(());
        }
    }
}

/// A request's head and its length, or nothing while it is not complete.
fn parse(bytes: &[u8]) -> io::Result<Option<(Request, usize)>> {
    let wrong = |problem: String| io::Error::new(io::ErrorKind::InvalidData, problem);
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut head = httparse::Request::new(&mut headers);
    let length = match head.parse(bytes).map_err(|problem| wrong(problem.to_string()))? {
        httparse::Status::Complete(length) => length,
        httparse::Status::Partial if bytes.len() > HEAD_LIMIT => return Err(wrong("too long".into())),
        httparse::Status::Partial => return Ok(None),
    };
    let header = |name: &str| {
        let found = head.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
        found.map(|header| String::from_utf8_lossy(header.value).to_lowercase()).unwrap_or_default()
    };
    // A body is not read, so after one the connection cannot go on.
    let has_body =
        !matches!(header("content-length").as_str(), "" | "0") || !header("transfer-encoding").is_empty();
    let request = Request {
        method: head.method.unwrap_or_default().into(),
        target: head.path.unwrap_or_default().into(),
        accept: header("accept-encoding"),
        stays: head.version == Some(1) && header("connection") != "close" && !has_body,
    };
    Ok(Some((request, length)))
}

fn send(stream: &mut TcpStream, request: &Request, answer: &Answer) -> io::Result<()> {
    let reason = match answer.status {
        200 => "OK",
        302 => "Found",
        405 => "Method Not Allowed",
        _ => "Not Found",
    };
    let mut head = format!("HTTP/1.1 {} {reason}\r\nContent-Length: {}\r\n", answer.status, answer.length);
    // A line break in a value would begin another header.
    let plain = |text: &str| !text.contains(['\r', '\n']);
    for (name, value) in answer.headers.iter().filter(|(name, value)| plain(name) && plain(value)) {
        // Writing to a String cannot fail.
        let _ = write!(head, "{name}: {value}\r\n");
    }
    if !request.stays {
        head.push_str("Connection: close\r\n");
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    stream.write_all(&answer.body)?;
    stream.flush()
}
