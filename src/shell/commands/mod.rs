//! The commands that a shell finds on its path: GNU's, as far as a project needs them.

mod awk;
mod cat;
mod checksum;
mod compare;
mod copy;
mod cut;
mod date;
mod diff;
mod find;
mod grep;
mod head;
mod jq;
mod lines;
mod ls;
mod make;
mod names;
mod remove;
mod sed;
mod seq;
mod shell;
mod sort;
mod surroundings;
mod tail;
mod tee;
mod touch;
mod tr;
mod tree;
mod uniq;
mod wc;
mod xargs;

use super::builtins;
use super::call::{Act, Call};

/// All of them with what they are, by name.
const COMMANDS: &[(&str, Act)] = &[
    ("awk", awk::awk),
    ("base64", checksum::base64),
    ("basename", names::basename),
    ("bash", shell::shell),
    ("cat", cat::cat),
    ("chmod", touch::chmod),
    ("clear", surroundings::clear),
    ("cmp", compare::cmp),
    ("comm", compare::comm),
    ("cp", copy::cp),
    ("cut", cut::cut),
    ("date", date::date),
    ("diff", diff::diff),
    ("dirname", names::dirname),
    ("du", ls::du),
    ("egrep", grep::egrep),
    ("env", surroundings::env),
    ("expr", compare::expr),
    ("fgrep", grep::fgrep),
    ("find", find::find),
    ("gawk", awk::awk),
    ("grep", grep::grep),
    ("head", head::head),
    ("hostname", surroundings::hostname),
    ("id", surroundings::id),
    ("jq", jq::jq),
    ("ls", ls::ls),
    ("make", make::make),
    ("md5sum", checksum::md5sum),
    ("mkdir", touch::mkdir),
    ("mktemp", names::mktemp),
    ("mv", copy::mv),
    ("nl", lines::nl),
    ("nproc", surroundings::nproc),
    ("paste", lines::paste),
    ("printenv", surroundings::printenv),
    ("readlink", names::realpath),
    ("realpath", names::realpath),
    ("rev", lines::rev),
    ("rm", remove::rm),
    ("rmdir", remove::rmdir),
    ("sed", sed::sed),
    ("seq", seq::seq),
    ("sh", shell::shell),
    ("sha256sum", checksum::sha256sum),
    ("sleep", surroundings::sleep),
    ("sort", sort::sort),
    ("tac", lines::tac),
    ("tail", tail::tail),
    ("tee", tee::tee),
    ("timeout", surroundings::timeout),
    ("touch", touch::touch),
    ("tr", tr::tr),
    ("tree", tree::tree),
    ("uname", surroundings::uname),
    ("uniq", uniq::uniq),
    ("wc", wc::wc),
    ("which", surroundings::which),
    ("whoami", surroundings::whoami),
    ("xargs", xargs::xargs),
    ("yes", seq::yes),
];

/// The command of that name.
pub fn find(name: &str) -> Option<Act> {
    COMMANDS.iter().find(|(known, _)| *known == name).map(|(_, act)| *act)
}

/// The names of all of them.
pub fn names() -> impl Iterator<Item = &'static str> {
    COMMANDS.iter().map(|(name, _)| *name)
}

/// Where `which` finds a program: those of the shell's own that GNU has as programs too are there as well.
pub fn place_of(name: &str, call: &Call<'_, '_>) -> Option<String> {
    let both = ["[", "echo", "false", "printf", "pwd", "test", "true"];
    let bare = name.strip_prefix("/usr/bin/").unwrap_or(name);
    if bare.contains('/') {
        let path = call.path(name);
        return call.system.files.is_executable(&path).then(|| name.to_owned());
    }
    let known = find(bare).is_some()
        || both.contains(&bare) && builtins::find(bare).is_some()
        || call.system.host.programs().contains(&bare);
    known.then(|| format!("/usr/bin/{bare}"))
}
