//! Every carried module can be imported, one by one in a fresh Python.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::python::check;
use mlops_dojo::python::library;

#[test]
fn every_carried_module_imports() {
    let names: Vec<String> = library::carried_modules().filter(|name| !name.ends_with("__main__")).collect();
    assert!(names.len() > 150, "{}", names.len());
    let list = names.join(" ");
    check(
        &format!(
            "import importlib, os, sys\n\
             before = set(sys.modules)\n\
             for name in '{list}'.split():\n\
             \x20   for loaded in set(sys.modules) - before:\n\
             \x20       del sys.modules[loaded]\n\
             \x20   try:\n\
             \x20       importlib.import_module(name)\n\
             \x20   except BaseException as error:\n\
             \x20       print(name, type(error).__name__, error)\n"
        ),
        "",
        0,
    );
}

#[test]
fn packages_are_fetched_when_they_are_imported() {
    check(
        "import dojo, datetime\n\
         before = dojo.now()\n\
         dojo.advance(days=1)\n\
         print((dojo.now() - before).days, dojo.__file__)\n",
        "1 /usr/lib/python3.14/site-packages/dojo/__init__.py\n",
        0,
    );
}
