//! The built site as files: finishing, headers, budgets, and what is answered to a request.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::site::{
    SiteError,
    answer::Site,
    budgets::{self, Budgets, Use},
    finish,
    headers::Headers,
    pages::{self, Common},
    rebase,
    shell::{Address, Shell},
};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

const TEMPLATE: &str = r#"<html lang="{{lang}}"><head><meta content="{{csp}}"><base href="/x/">
<title>{{title}}</title><meta name="description" content="{{description}}"><meta name="dojo-page" content="{{page}}"><meta name="dojo-engine" content="{{engine}}" data-bytes="{{engine_bytes}}">
<link rel="preload" href="{{page}}/app_bg.wasm">
<link rel="stylesheet" href="/x/base-0123456789abcdef.css"></head><body>{{body}}</body></html>"#;

/// A folder with what Trunk would leave, removed when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("dojo-site-{}-{count}", std::process::id()));
        let files: [(&str, &[u8]); 13] = [
            ("site/index.html", TEMPLATE.as_bytes()),
            ("site/_headers", b"/*\n  Content-Security-Policy: default-src 'none'\n"),
            ("site/base-0123456789abcdef.css", b"body { margin: 0 }"),
            ("site/app.js", b"import './split.js'"),
            ("site/app_bg.wasm", b"\0asm first"),
            ("site/split.js", b"import './app.js'"),
            ("site/split_rest.wasm", b"\0asm rest"),
            ("site/engine.js", b"export default 1"),
            ("site/engine_bg.wasm", b"\0asm"),
            ("site/engine_rest.wasm", b"\0asm"),
            ("site/engine_loader.js", b"import './engine.js'"),
            ("site/data/a b.csv", b"x,y\n1,2\n"),
            ("secret.txt", b"secret"),
        ];
        for (name, bytes) in files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        Self(folder)
    }

    fn site(&self) -> PathBuf {
        self.0.join("site")
    }

    fn finished() -> Self {
        let folder = Self::new();
        finish::finish(
            &folder.site(),
            &Budgets { first_route: 1000, engine: 1000, library: 1000, packages: 1000 },
            &packages(),
        )
        .unwrap();
        folder
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

/// What Python imports, as the worker reads it.
fn packages() -> Vec<(&'static str, Vec<u8>)> {
    vec![("numpy", b"[]".to_vec())]
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn finishing_writes_a_file_for_every_address() {
    let folder = Folder::finished();
    let site = folder.site();
    for address in pages::addresses() {
        let html = text(&site.join(address.file()));
        assert!(html.contains(&format!("lang=\"{}\"", address.lang())), "{address:?}");
        assert!(html.contains("default-src 'none'") && !html.contains("{{"), "{html}");
    }
    assert!(site.join("ja/runs/index.html").is_file() && site.join("404.html").is_file());
}

#[test]
fn the_worker_is_named_by_content_and_found_from_the_page() {
    let folder = Folder::finished();
    let html = text(&folder.site().join("en/index.html"));
    let loader = html.split("dojo-engine\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(folder.site().join(loader).is_file() && finish::is_named_by_content(loader), "{loader}");
    assert!(!folder.site().join("engine.js").exists());
    assert!(text(&folder.site().join("_headers")).contains(&format!("/{loader}\n  Cache-Control: public")));
}

#[test]
fn the_page_and_its_second_file_share_a_folder_named_by_content() {
    let folder = Folder::finished();
    let html = text(&folder.site().join("ja/train/index.html"));
    let page = html.split("dojo-page\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(finish::is_named_by_content(page), "{page}");
    for name in ["app.js", "app_bg.wasm", "split.js", "split_rest.wasm"] {
        assert!(
            folder.site().join(page).join(name).is_file() && !folder.site().join(name).exists(),
            "{name}"
        );
    }
}

#[test]
fn a_site_is_finished_once() {
    let folder = Folder::finished();
    let again =
        finish::finish(&folder.site(), &Budgets { first_route: 1, engine: 1, library: 1, packages: 1 }, &[]);
    assert!(matches!(again, Err(SiteError::MissingPart { .. })), "{again:?}");
}

#[test]
fn a_finished_site_moves_below_another_path_and_back() {
    let folder = Folder::finished();
    let html = || -> Vec<String> {
        pages::addresses().iter().map(|address| text(&folder.site().join(address.file()))).collect()
    };
    let before = html();
    for base in ["/", "/a/b-1/"] {
        rebase::rebase(&folder.site(), base).unwrap();
        assert_eq!(Site::open(&folder.site(), None).unwrap().base(), base);
        let home = text(&folder.site().join("en/index.html"));
        assert!(home.contains(&format!("href=\"{base}base-0123456789abcdef.css\"")), "{home}");
        assert!(!home.contains("/x/"), "{home}");
    }
    rebase::rebase(&folder.site(), "/x/").unwrap();
    assert_eq!(html(), before);
    for wrong in ["", "x", "/x", "x/", "/a b/", "/\"/", "//"] {
        let refused = rebase::rebase(&folder.site(), wrong);
        assert!(matches!(refused, Err(SiteError::Base { .. })), "{wrong}: {refused:?}");
    }
    assert_eq!(html(), before);
}

#[test]
fn what_is_over_budget_is_named() {
    let folder = Folder::new();
    let finished = finish::finish(
        &folder.site(),
        &Budgets { first_route: 10, engine: 1000, library: 1000, packages: 1000 },
        &packages(),
    )
    .unwrap();
    let Err(SiteError::OverBudget { over }) = budgets::keep(&finished.uses) else { panic!("kept") };
    assert!(over.len() == 1 && over[0].starts_with("first-route"), "{over:?}");
    let used = |name: &str| finished.uses.iter().find(|Use { name: n, .. }| n == name).unwrap().used;
    let size = |path: &str| finished.sizes.iter().find(|size| size.path.ends_with(path)).unwrap().brotli;
    let home = size("en/index.html").max(size("ja/index.html"));
    assert_eq!(used("first-route"), home + size("base-0123456789abcdef.css") + size("/app_bg.wasm"));
}

#[test]
fn templates_are_filled_in_one_pass_and_escaped() {
    #[track_caller]
    fn check(template: &str, expected: Result<&str, SiteError>) {
        let common = Common { csp: "a 'b'".into(), page: "p".into(), engine: "e".into(), engine_bytes: 7 };
        let shell = Shell { title: "<{{lang}}>".into(), description: "\"&".into(), body_html: "<p>".into() };
        let address = Address::Place { lang: "ja", route: "" };
        assert_eq!(pages::fill(template, address, &common, &shell), expected.map(String::from));
    }
    let all = "{{lang}} {{title}} {{description}} {{csp}} {{page}} {{engine}} {{engine_bytes}} {{body}}";
    check(all, Ok("ja &lt;{{lang}}&gt; &quot;&amp; a 'b' p e 7 <p>"));
    check(&format!("{all}{{{{what}}}}"), Err(SiteError::UnknownPlaceholder { name: "what".into() }));
    check("{{lang}}", Err(SiteError::MissingPlaceholder { name: "title".into() }));
}

#[test]
fn headers_are_read_as_hosts_read_them() {
    let headers = Headers::parse("# c\n/*\n  A: 1\n  B: x: y\n\n/en/*\n  a: 2\n/one\n  C: 3\n").unwrap();
    #[track_caller]
    fn check(headers: &Headers, path: &str, expected: &[(&str, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(n, v)| (n.to_string(), v.to_string())).collect();
        assert_eq!(headers.of(path), expected);
    }
    check(&headers, "/", &[("A", "1"), ("B", "x: y")]);
    check(&headers, "/en/runs/", &[("B", "x: y"), ("a", "2")]);
    check(&headers, "/one", &[("A", "1"), ("B", "x: y"), ("C", "3")]);
    assert_eq!(headers.policy(), Err(SiteError::NoPolicy));
    for (wrong, line) in [("A: 1", 1), ("/*\n  what", 2), ("  A: 1", 1)] {
        assert!(
            matches!(Headers::parse(wrong), Err(SiteError::Headers { line: l, .. }) if l == line),
            "{wrong}"
        );
    }
}

#[test]
fn requests_are_answered_as_a_static_host_does() {
    let folder = Folder::finished();
    let site = Site::open(&folder.site(), None).unwrap();
    #[track_caller]
    fn check(site: &Site, request: &str, status: u16, header: &str) {
        let (method, target) = request.split_once(' ').unwrap();
        let answer = site.answer(method, target, "gzip, br;q=0");
        let headers: String = answer.headers.iter().map(|(n, v)| format!("{n}: {v}\n")).collect();
        assert_eq!(answer.status, status, "{request}: {headers}");
        assert!(headers.contains(header), "{request}: {headers}");
        assert!(!String::from_utf8_lossy(&answer.body).contains("secret"), "{request}");
        assert_eq!(answer.body.is_empty(), method == "HEAD");
    }
    check(&site, "GET /x/", 200, "Content-Type: text/html; charset=utf-8");
    check(&site, "GET /x/", 200, "Content-Security-Policy: default-src 'none'");
    check(&site, "GET /x/", 200, "Cache-Control: no-cache");
    check(&site, "GET /x/", 200, "Content-Encoding: gzip");
    check(&site, "HEAD /x/en/runs/?id=1", 200, "Content-Type: text/html");
    check(&site, "GET /x/en/runs?id=1", 302, "Location: /x/en/runs/?id=1");
    check(
        &site,
        "GET /x/base-0123456789abcdef.css",
        200,
        "Cache-Control: public, max-age=31536000, immutable",
    );
    check(&site, "GET /x/data/a%20b.csv", 200, "text/csv");
    check(&site, "GET /x/nothing", 404, "text/html");
    check(&site, "GET /", 302, "Location: /x/");
    check(&site, "GET /x", 302, "Location: /x/");
    check(&site, "GET /en/", 404, "text/plain");
    check(&site, "POST /x/", 405, "Allow: GET, HEAD");
    for path in [
        "_headers",
        "../secret.txt",
        "%2e%2e/secret.txt",
        "..%2fsecret.txt",
        "en/../../secret.txt",
        "..\\secret.txt",
        "%00",
        "%zz",
        "%",
        "%ff",
        "%25%32e/secret.txt",
        "/etc/hosts",
    ] {
        check(&site, &format!("GET /x/{path}"), 404, "text/html");
    }
}

#[cfg(unix)]
#[test]
fn links_out_of_the_site_are_not_followed() {
    let folder = Folder::finished();
    std::os::unix::fs::symlink(folder.0.join("secret.txt"), folder.site().join("link.txt")).unwrap();
    let site = Site::open(&folder.site(), None).unwrap();
    assert_eq!(site.answer("GET", "/x/link.txt", "").status, 404);
}

#[test]
fn many_silent_connections_do_not_stop_the_server() {
    use std::{
        io::{Read, Write},
        net::TcpStream,
    };
    let folder = Folder::finished();
    let serving = mlops_dojo::site::serve::start(Site::open(&folder.site(), None).unwrap(), 0).unwrap();
    let host = serving.url.strip_prefix("http://").unwrap().split('/').next().unwrap();
    let silent: Vec<TcpStream> = (0..20).map(|_| TcpStream::connect(host).unwrap()).collect();
    let mut stream = TcpStream::connect(host).unwrap();
    for (request, last) in
        [("GET /x/en/ HTTP/1.1\r\nHost: a\r\n\r\n", false), ("GET /x/ HTTP/1.0\r\n\r\n", true)]
    {
        stream.write_all(request.as_bytes()).unwrap();
        let mut start = [0; 15];
        stream.read_exact(&mut start).unwrap();
        assert_eq!(&start, b"HTTP/1.1 200 OK");
        let mut rest = Vec::new();
        if last {
            stream.read_to_end(&mut rest).unwrap();
        } else {
            while !rest.ends_with(b"</html>") {
                let mut byte = [0];
                stream.read_exact(&mut byte).unwrap();
                rest.push(byte[0]);
            }
        }
    }
    drop(silent);
}

#[test]
fn the_project_s_own_files_fit_together() {
    let root = Path::new(".");
    Budgets::read(&root.join("budgets.toml")).unwrap();
    let policy = Headers::parse(&text(&root.join("public/_headers"))).unwrap().policy().unwrap();
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"), "{policy}");
    let template = text(&root.join("index.html"));
    assert!(!template.contains(" style=") && !template.contains("<style") && !template.contains("onload="));
    let common = Common { csp: policy, page: "page".into(), engine: "engine".into(), engine_bytes: 0 };
    for address in pages::addresses() {
        pages::fill(&template, address, &common, &mlops_dojo::site::shell::shell(address)).unwrap();
    }
}
