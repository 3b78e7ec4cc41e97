//! Serves a built site on 127.0.0.1 (a site opened as a file cannot start workers). What is answered is
//! decided in [`super::answer`]; here is only the socket.

use super::{Result, SiteError, answer::Site};
use std::{io::Cursor, net::SocketAddr, sync::Arc, thread};
use tiny_http::{Header, Request, Response, Server};

/// Threads that answer: a page opens a handful of connections at once.
const THREADS: usize = 4;
/// How many ports after the wanted one are tried.
const TRIES: u16 = 20;

/// A site that is being served until the process ends.
pub struct Serving {
    /// Where the site's root is, with a slash at the end.
    pub url: String,
    threads: Vec<thread::JoinHandle<()>>,
}

impl Serving {
    /// Waits for as long as the server runs.
    pub fn wait(self) {
        for thread in self.threads {
            // A thread that panicked has nothing more to say.
            let _ = thread.join();
        }
    }
}

/// Starts to serve; port 0 takes any free port, another one the next free port from there.
///
/// # Errors
/// No free port.
pub fn start(site: Site, port: u16) -> Result<Serving> {
    let (server, address) = bind(port)?;
    let url = format!("http://{address}{}", site.base());
    let (server, site) = (Arc::new(server), Arc::new(site));
    let threads = (0..THREADS).map(|_| {
        let (server, site) = (server.clone(), site.clone());
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                respond(&site, request);
            }
        })
    });
    Ok(Serving { url, threads: threads.collect() })
}

fn bind(port: u16) -> Result<(Server, SocketAddr)> {
    let last = if port == 0 { 0 } else { port.saturating_add(TRIES) };
    let mut problem = String::new();
    for candidate in port..=last {
        match Server::http(("127.0.0.1", candidate)) {
            Ok(server) => {
                let address = server.server_addr().to_ip();
                let address = address.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], candidate)));
                return Ok((server, address));
            }
            Err(error) => problem = error.to_string(),
        }
    }
    Err(SiteError::NoPort { from: port, to: last, problem })
}

fn respond(site: &Site, request: Request) {
    let is_encoding = |header: &&Header| header.field.equiv("Accept-Encoding");
    let accept = request.headers().iter().find(is_encoding).map_or("", |header| header.value.as_str());
    let answer = site.answer(request.method().as_str(), request.url(), accept);
    let headers = answer.headers.iter();
    let headers =
        headers.filter_map(|(name, value)| Header::from_bytes(name.as_bytes(), value.as_bytes()).ok());
    let length = answer.body.len();
    let body = Cursor::new(answer.body.to_vec());
    let response = Response::new(answer.status.into(), headers.collect(), body, Some(length), None);
    // A browser that has gone away needs no answer.
    let _ = request.respond(response.with_chunked_threshold(usize::MAX));
}
