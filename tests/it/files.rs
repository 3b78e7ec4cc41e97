//! The learner's file system: what POSIX promises, its bounds, and what it tells.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::base::time::Timestamp;
use mlops_dojo::files::{Change, Entry, FileError, Files, HOME, Limits};

const NOW: Timestamp = Timestamp(5);

fn with(paths: &[&str]) -> Files {
    let mut files = Files::default();
    for path in paths {
        files.write(path, path.as_bytes().to_vec(), Timestamp(1)).unwrap();
    }
    files.take_changes();
    files
}

#[test]
fn refusals_are_those_of_posix() {
    let mut files = with(&["/home/dojo/a", "/home/dojo/d/b"]);
    assert_eq!(files.entry("/home/dojo/x"), Err(FileError::NotFound));
    assert_eq!(files.entry("/home/dojo/a/x"), Err(FileError::NotAFolder));
    assert_eq!(files.read("/home/dojo/d").unwrap_err(), FileError::IsAFolder);
    assert_eq!(files.create("/home/dojo/x/y", NOW), Err(FileError::NotFound));
    assert_eq!(files.create("/home/dojo/a", NOW), Err(FileError::Exists));
    assert_eq!(files.make_folder("/home/dojo/d", NOW), Err(FileError::Exists));
    assert_eq!(files.make_folder("/home/dojo/a/d", NOW), Err(FileError::NotAFolder));
    assert_eq!(files.remove_folder("/home/dojo/d", NOW), Err(FileError::NotEmpty));
    assert_eq!(files.remove_folder("/home/dojo/a", NOW), Err(FileError::NotAFolder));
    assert_eq!(files.remove_file("/home/dojo/d", NOW), Err(FileError::IsAFolder));
    assert_eq!(files.rename("/home/dojo/d", "/home/dojo/d/e", NOW), Err(FileError::Invalid));
    assert_eq!(files.rename("/home/dojo/a", "/home/dojo/d", NOW), Err(FileError::IsAFolder));
    assert_eq!(files.list("/home/dojo/a").unwrap_err(), FileError::NotAFolder);
    assert!(files.take_changes().is_empty(), "a refusal changes nothing");
}

#[test]
fn a_folder_moves_with_all_that_is_in_it() {
    let mut files = with(&["/home/dojo/d/e/f", "/home/dojo/d2"]);
    let before = files.modified(HOME).unwrap();
    files.rename("/home/dojo/d", "/home/dojo/m", NOW).unwrap();
    assert_eq!(files.read("/home/dojo/m/e/f").unwrap().as_slice(), b"/home/dojo/d/e/f");
    assert_eq!(files.list(HOME).unwrap(), ["d2", "m"]);
    assert!(
        files.modified(HOME).unwrap() > before,
        "a change within one tick is not seen by who compares times"
    );
    let expected = [Change::Renamed { from: "/home/dojo/d".into(), to: "/home/dojo/m".into() }];
    assert_eq!(files.take_changes(), expected);
}

#[test]
fn who_holds_a_file_keeps_it() {
    let mut files = with(&["/home/dojo/a"]);
    let id = files.file("/home/dojo/a").unwrap();
    files.hold(id);
    files.remove_file("/home/dojo/a", NOW).unwrap();
    files.edit(id, 3, NOW, |bytes| bytes.truncate(3)).unwrap();
    assert_eq!(files.bytes(id).unwrap().as_slice(), b"/ho");
    assert_eq!(files.used(), 3);
    files.release(id);
    assert_eq!(files.bytes(id), Err(FileError::BadDescriptor));
    assert_eq!(files.used(), 0);
    assert_eq!(files.take_changes(), [Change::Removed { path: "/home/dojo/a".into() }]);
}

#[test]
fn it_is_bounded() {
    let mut files = Files::new(Limits { file: 10, total: 15, entries: 7, path: 30 });
    files.write("/tmp/a", vec![0; 10], NOW).unwrap();
    assert_eq!(files.write("/tmp/b", vec![0; 11], NOW), Err(FileError::TooLarge));
    assert_eq!(files.write("/tmp/b", vec![0; 6], NOW), Err(FileError::NoSpace));
    assert_eq!(files.write("/tmp/b", vec![0; 5], NOW), Ok(()));
    assert_eq!(files.write("/tmp/a", vec![0; 2], NOW), Ok(()));
    assert_eq!(files.used(), 7);
    assert_eq!(files.create(&format!("/tmp/{}", "x".repeat(30)), NOW), Err(FileError::NameTooLong));
    files.create("/tmp/c", NOW).unwrap();
    assert_eq!(files.create("/tmp/d", NOW), Err(FileError::NoSpace));
    assert!(matches!(files.entry("/tmp/c"), Ok(Entry::File(_))));
}

#[test]
fn many_writes_are_one_change_but_a_move_between_them_counts() {
    let mut files = Files::default();
    let written = |path: &str| Change::Written { path: path.into() };
    for _ in 0..3 {
        files.write("/tmp/a", b"1".to_vec(), NOW).unwrap();
        files.write("/tmp/b", b"1".to_vec(), NOW).unwrap();
    }
    assert_eq!(files.take_changes(), [written("/tmp/a"), written("/tmp/b")]);
    files.write("/tmp/a", b"2".to_vec(), NOW).unwrap();
    files.rename("/tmp/a", "/tmp/c", NOW).unwrap();
    files.write("/tmp/a", b"3".to_vec(), NOW).unwrap();
    let moved = Change::Renamed { from: "/tmp/a".into(), to: "/tmp/c".into() };
    assert_eq!(files.take_changes(), [written("/tmp/a"), moved, written("/tmp/a")]);
    assert!(files.take_changes().is_empty());
}
