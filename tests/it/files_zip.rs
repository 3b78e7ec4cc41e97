//! Zip archives of the learner's files: what comes back, what Python's own reader makes of ours, and what is refused.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::base::time::Timestamp;
use mlops_dojo::files::Limits;
use mlops_dojo::files::zip::{self, Entry, ZipError};
use std::io::Write as _;
use std::process::{Command, Stdio};

/// 2026-11-24T12:34:57Z; odd seconds are what the old form of a time cannot hold.
const MOMENT: Timestamp = Timestamp(1_795_523_697_000);

fn file(path: &str, bytes: &[u8]) -> Entry {
    Entry { path: path.into(), bytes: Some(bytes.to_vec()), executable: false, modified: MOMENT }
}

fn folder(path: &str) -> Entry {
    Entry { path: path.into(), bytes: None, executable: false, modified: MOMENT }
}

fn small() -> Limits {
    Limits { file: 1_000, total: 3_000, entries: 10, path: 200 }
}

/// Runs a program of Python's standard library that writes an archive to its standard output.
fn python(program: &str, input: &[u8]) -> Vec<u8> {
    let mut child = Command::new("python3")
        .args(["-c", program])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 is one of the build's tools");
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{program}");
    output.stdout
}

/// An archive made by Python's writer, whose lines `body` add to `z`.
fn made_by_python(body: &str) -> Vec<u8> {
    let head = "import io, sys, zipfile\nout = io.BytesIO()\nz = zipfile.ZipFile(out, 'w')\n";
    python(&format!("{head}{body}\nz.close()\nsys.stdout.buffer.write(out.getvalue())"), b"")
}

#[test]
fn what_goes_in_comes_back() {
    let mut run = file("project/run.sh", b"echo hello\n");
    run.executable = true;
    let entries = [
        folder("project"),
        folder("project/data"),
        folder("project/empty"),
        file("project/data/large.csv", &b"0.25,0.5,1\n".repeat(5_000)),
        file("project/empty.txt", b""),
        run,
        file("project/\u{65e5}\u{672c}\u{8a9e} \u{1f600}.md", "\u{3042}".as_bytes()),
    ];
    let archive = zip::write(&entries).unwrap();
    assert!(archive.len() < 3_000, "{} bytes", archive.len());
    assert_eq!(zip::read(&archive, &Limits::default()).unwrap(), entries);
    assert_eq!(zip::read(&zip::write(&[]).unwrap(), &Limits::default()), Ok(Vec::new()));
}

#[test]
fn python_reads_ours() {
    let mut run = file("p/run.sh", b"echo\n");
    run.executable = true;
    let archive = zip::write(&[folder("p"), file("p/\u{65e5}.csv", b"a,b\n1,2\n"), run]).unwrap();
    let told = python(
        "import io, sys, zipfile\n\
         z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))\n\
         assert z.testzip() is None\n\
         for i in z.infolist(): print(ascii(i.filename), i.is_dir(), oct(i.external_attr >> 16), i.date_time, z.read(i))",
        &archive,
    );
    let expected = "'p/' True 0o40755 (2026, 11, 24, 12, 34, 56) b''\n\
         'p/\\u65e5.csv' False 0o100644 (2026, 11, 24, 12, 34, 56) b'a,b\\n1,2\\n'\n\
         'p/run.sh' False 0o100755 (2026, 11, 24, 12, 34, 56) b'echo\\n'\n";
    assert_eq!(String::from_utf8(told).unwrap(), expected);
}

#[test]
fn archives_of_others_are_read() {
    let read = |body: &str| zip::read(&made_by_python(body), &Limits::default()).unwrap();
    let stored = read("i = zipfile.ZipInfo('a/b/c.txt', (2020, 2, 29, 1, 2, 4)); z.writestr(i, b'plain')");
    let paths: Vec<_> = stored.iter().map(|entry| (entry.path.as_str(), entry.bytes.is_some())).collect();
    assert_eq!(paths, [("a", false), ("a/b", false), ("a/b/c.txt", true)], "folders that nothing names");
    assert_eq!(stored[2].modified, Timestamp(1_582_938_124_000));
    let packed = read("z.writestr('x', b'0' * 9999, zipfile.ZIP_DEFLATED); z.mkdir('d')");
    assert_eq!(packed[1].bytes.as_deref(), Some(&[b'0'; 9_999][..]));
    assert_eq!(packed[0], Entry { modified: packed[1].modified, ..folder("d") });
}

#[test]
fn hostile_archives_are_refused() {
    let check = |body: &str, expected: ZipError| {
        assert_eq!(zip::read(&made_by_python(body), &small()).unwrap_err(), expected, "{body}");
    };
    for name in ["../x", "/etc/x", "a/../../x", "a\\\\x", "./x", "a//x", "."] {
        check(&format!("z.writestr('{name}', b'')"), ZipError::Name(name.replace("\\\\", "\\")));
    }
    let long = "n".repeat(256);
    check("z.writestr('n' * 256, b'')", ZipError::Name(long[..200].into()));
    check("z.writestr('n/' * 150 + 'x', b'')", ZipError::Name("n/".repeat(100)));
    check("z.writestr('x', b'0' * 1001, zipfile.ZIP_DEFLATED)", ZipError::TooLarge("x".into()));
    check("z.writestr('x', b'0' * 100_000_000, zipfile.ZIP_DEFLATED)", ZipError::TooLarge("x".into()));
    check("for i in range(4): z.writestr(f'{i}', b'0' * 999)", ZipError::TooLarge("3".into()));
    check("for i in range(11): z.writestr(f'{i}', b'')", ZipError::TooMany(10));
    check("z.writestr('a', b''); z.writestr('a', b'')", ZipError::Twice("a".into()));
    check("z.writestr('a', b''); z.writestr('a/b', b'')", ZipError::Twice("a".into()));
    check("z.writestr('a', b'x', zipfile.ZIP_BZIP2)", ZipError::Method("a".into()));
    check(
        "i = zipfile.ZipInfo('link'); i.create_system = 3; i.external_attr = 0o120777 << 16; z.writestr(i, b'/etc')",
        ZipError::Method("link".into()),
    );
    check("z.writestr('a', b'x'); z.filelist[0].flag_bits |= 1", ZipError::Method("a".into()));
}

#[test]
fn damage_never_panics_and_is_seen() {
    let archive =
        zip::write(&[folder("d"), file("d/a.txt", &b"some text, ".repeat(20)), file("b", b"b")]).unwrap();
    for length in 0..archive.len() {
        assert!(zip::read(&archive[..length], &Limits::default()).is_err(), "cut after {length} bytes");
    }
    let whole = zip::read(&archive, &Limits::default()).unwrap();
    for at in 0..archive.len() {
        for flip in [0x01, 0x80, 0xff] {
            let mut damaged = archive.clone();
            damaged[at] ^= flip;
            // A changed name or time is another archive, in which a folder may be an empty file; a changed content is
            // seen.
            if let Ok(entries) = zip::read(&damaged, &Limits::default()) {
                let contents =
                    |entries: &[Entry]| entries.iter().filter_map(|e| e.bytes.clone()).collect::<Vec<_>>();
                let known = |content: &Vec<u8>| content.is_empty() || contents(&whole).contains(content);
                assert!(contents(&entries).iter().all(known), "byte {at}");
            }
        }
    }
    assert!(matches!(zip::read(b"PK", &Limits::default()), Err(ZipError::NotAZip(_))));
    assert!(matches!(zip::read(b"", &Limits::default()), Err(ZipError::NotAZip(_))));
}
