//! Absolute paths of the learner's world, in one normal form: no `.`, no `..`, no doubled or closing slash.

/// `path` as seen from the folder `from`, in normal form. `..` above the root stays at the root.
pub fn absolute(from: &str, path: &str) -> String {
    let start = if path.starts_with('/') { "" } else { from };
    let mut parts: Vec<&str> = Vec::new();
    for part in start.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    format!("/{}", parts.join("/"))
}

/// The folder that `path` is in; the root is in itself.
pub fn parent(path: &str) -> &str {
    match path.rfind('/') {
        None | Some(0) => "/",
        Some(slash) => &path[..slash],
    }
}

/// The last part of `path`; nothing for the root.
pub fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// What stands between `folder` and the end of `path`, when `path` is below it.
pub fn below<'a>(folder: &str, path: &'a str) -> Option<&'a str> {
    let rest = path.strip_prefix(folder.trim_end_matches('/'))?;
    rest.strip_prefix('/').filter(|rest| !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_have_one_form() {
        let cases = [
            ("/home/dojo", "a.txt", "/home/dojo/a.txt"),
            ("/home/dojo", "/etc//x/", "/etc/x"),
            ("/home/dojo", "../../../..", "/"),
            ("/", "./a/./b/../c", "/a/c"),
            ("/home/dojo", "", "/home/dojo"),
        ];
        for (from, path, expected) in cases {
            assert_eq!(absolute(from, path), expected, "{path} from {from}");
        }
    }

    #[test]
    fn paths_come_apart() {
        assert_eq!((parent("/a/b"), name("/a/b")), ("/a", "b"));
        assert_eq!((parent("/a"), name("/a")), ("/", "a"));
        assert_eq!((parent("/"), name("/")), ("/", ""));
        assert_eq!(below("/a", "/a/b/c"), Some("b/c"));
        assert_eq!(below("/", "/a"), Some("a"));
        assert_eq!(below("/a", "/ab"), None);
        assert_eq!(below("/a", "/a"), None);
    }
}
