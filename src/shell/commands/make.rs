//! `make`: what is older than what it is made of is made anew.

mod parse;
mod text;

use crate::base::time::Timestamp;
use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::state::Shell;
use crate::shell::stop::Stop;
use parse::Makefile;
use std::collections::BTreeMap;

const KNOWN: Known = Known::new(
    "BC:f:iI:j:klno:pqrRsStwW:",
    &[
        ("always-make", "B"),
        ("directory", "C"),
        ("file", "f"),
        ("makefile", "f"),
        ("ignore-errors", "i"),
        ("keep-going", "k"),
        ("just-print", "n"),
        ("dry-run", "n"),
        ("question", "q"),
        ("silent", "s"),
        ("quiet", "s"),
        ("print-directory", "w"),
        ("no-print-directory", "{"),
    ],
)
.status(2);

/// Rules that follow from one another at most.
const DEEPEST: usize = 200;

/// `make [-BiknqsC] [-f file] [name=value…] [target…]`
pub fn make(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    // `-j` may stand alone, and changes nothing here: one thing runs at a time.
    let mut arguments: Vec<String> = Vec::new();
    let mut rest = call.arguments.iter().peekable();
    while let Some(argument) = rest.next() {
        if argument == "-j" || argument == "--jobs" {
            rest.next_if(|next| next.parse::<u32>().is_ok());
        } else if argument.strip_prefix("-j").is_none_or(|count| count.parse::<u32>().is_err())
            && !argument.starts_with("--jobs=")
        {
            arguments.push(argument.clone());
        }
    }
    let options = Call::new(call.shell, call.system, call.name, &arguments).options(KNOWN)?;
    let mut shell = call.shell.subshell();
    shell.functions.clear();
    let level: usize = shell.get("MAKELEVEL").and_then(|text| text.parse().ok()).unwrap_or(0);
    let name = if level == 0 { "make".to_owned() } else { format!("make[{level}]") };
    shell.put("MAKELEVEL", &(level + 1).to_string());
    shell.export("MAKELEVEL");
    let mut entered = None;
    if let Some(folder) = options.value('C') {
        let path = call.path(folder);
        if !matches!(call.system.files.entry(&path), Ok(crate::files::Entry::Folder)) {
            return call.fail(2, format!("*** {folder}: No such file or directory.  Stop."));
        }
        shell.folder.clone_from(&path);
        shell.put("PWD", &path);
        entered = Some(path);
    }
    if level > 0 && entered.is_none() {
        entered = Some(shell.folder.clone());
    }
    let says = !options.has('{') && !options.has('s');
    if let Some(folder) = entered.as_ref().filter(|_| says) {
        call.line(format!("{name}: Entering directory '{folder}'"))?;
    }
    call.flush()?;
    let settings = Settings {
        always: options.has('B'),
        ignore: options.has('i'),
        keep_going: options.last_of("kS") == Some('k'),
        dry: options.has('n'),
        question: options.has('q'),
        silent: options.has('s'),
    };
    let (assignments, targets): (Vec<String>, Vec<String>) =
        options.operands.iter().cloned().partition(|operand| operand.contains('='));
    let given = options.value('f').map(str::to_owned);
    let mut inner = Call::new(&mut shell, call.system, &name, call.arguments);
    let status = run(&mut inner, settings, given, &assignments, &targets)?;
    inner.flush()?;
    if let Some(folder) = entered.filter(|_| says) {
        call.line(format!("{name}: Leaving directory '{folder}'"))?;
    }
    Ok(status)
}

#[derive(Clone, Copy)]
struct Settings {
    always: bool,
    ignore: bool,
    keep_going: bool,
    dry: bool,
    question: bool,
    silent: bool,
}

fn run(
    call: &mut Call<'_, '_>,
    settings: Settings,
    given: Option<String>,
    assignments: &[String],
    targets: &[String],
) -> Result<i32, Stop> {
    let standard = ["GNUmakefile", "makefile", "Makefile"];
    let file = match given {
        Some(file) => Some(file),
        None => standard.into_iter().find(|name| call.is_file(name)).map(str::to_owned),
    };
    let mut makefile = Makefile::new(call.shell);
    let read = match &file {
        None => Ok(()),
        Some(file) => match if file == "-" { call.input().map(Ok)? } else { call.bytes(file) } {
            Ok(bytes) => {
                makefile.command_line(assignments, call)?;
                makefile.read(file, &String::from_utf8_lossy(&bytes), call)?
            }
            Err(error) => {
                call.complain(format!("{file}: {error}"))?;
                return call.fail(2, format!("*** No rule to make target '{file}'.  Stop."));
            }
        },
    };
    if let Err(message) = read {
        // It begins with its place.
        call.flush()?;
        call.shell.print_error(&format!("{message}  Stop.\n"), call.system);
        return Ok(2);
    }
    let goals: Vec<String> = if targets.is_empty() {
        makefile.default_goal(call)?.into_iter().collect()
    } else {
        targets.to_vec()
    };
    if goals.is_empty() {
        let why = if file.is_none() { "No targets specified and no makefile found." } else { "No targets." };
        return call.fail(2, format!("*** {why}  Stop."));
    }
    let mut making =
        Making { makefile, settings, done: BTreeMap::new(), under_way: Vec::new(), ran: false, asked: false };
    let mut status = 0;
    for goal in &goals {
        making.ran = false;
        match making.target(call, goal, None)? {
            Made::Failed => {
                status = 2;
                if making.settings.keep_going {
                    call.complain(format!("Target '{goal}' not remade because of errors."))?;
                } else {
                    break;
                }
            }
            Made::Fresh | Made::New if making.ran || settings.question || settings.silent => {}
            _ => {
                let has_recipe = making.makefile.has_recipe(goal, call);
                let message = if making.makefile.is_phony(goal) || !has_recipe {
                    format!("Nothing to be done for '{goal}'.")
                } else {
                    format!("'{goal}' is up to date.")
                };
                call.line(format!("{}: {message}", call.name))?;
            }
        }
    }
    if settings.question && making.asked && status == 0 {
        return Ok(1);
    }
    Ok(status)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Made {
    /// It was as it should be.
    Fresh,
    /// It was made anew.
    New,
    /// It could not be made.
    Failed,
}

struct Making {
    makefile: Makefile,
    settings: Settings,
    done: BTreeMap<String, Made>,
    under_way: Vec<String>,
    ran: bool,
    asked: bool,
}

impl Making {
    fn target(&mut self, call: &mut Call<'_, '_>, name: &str, needed_by: Option<&str>) -> Result<Made, Stop> {
        if let Some(made) = self.done.get(name) {
            return Ok(*made);
        }
        if self.under_way.iter().any(|one| one == name) {
            let by = needed_by.unwrap_or_default();
            call.complain(format!("Circular {by} <- {name} dependency dropped."))?;
            return Ok(Made::Fresh);
        }
        if self.under_way.len() > DEEPEST {
            return Err(Stop::fatal("make: rules follow from one another too deep", 2));
        }
        self.under_way.push(name.to_owned());
        let made = self.make(call, name, needed_by);
        self.under_way.pop();
        let made = made?;
        self.done.insert(name.to_owned(), made);
        Ok(made)
    }

    fn make(&mut self, call: &mut Call<'_, '_>, name: &str, needed_by: Option<&str>) -> Result<Made, Stop> {
        let Some(rule) = self.makefile.rule_for(name, call)? else {
            if call.entry(name).is_ok() {
                return Ok(Made::Fresh);
            }
            let needed = needed_by.map(|by| format!(", needed by '{by}'")).unwrap_or_default();
            let stop = if self.settings.keep_going { "" } else { "  Stop." };
            call.complain(format!("*** No rule to make target '{name}'{needed}.{stop}"))?;
            return Ok(Made::Failed);
        };
        let phony = self.makefile.is_phony(name);
        let own = modified(call, name).filter(|_| !phony);
        let mut newer = Vec::new();
        let mut failed = false;
        for (index, prerequisite) in rule.prerequisites.iter().chain(&rule.order_only).enumerate() {
            let made = self.target(call, prerequisite, Some(name))?;
            if made == Made::Failed {
                failed = true;
                if !self.settings.keep_going {
                    return Ok(Made::Failed);
                }
            }
            let is_newer = made == Made::New
                || match (modified(call, prerequisite), own) {
                    (Some(time), Some(own)) => time > own,
                    _ => true,
                };
            if index < rule.prerequisites.len() && is_newer {
                newer.push(prerequisite.clone());
            }
        }
        if failed {
            return Ok(Made::Failed);
        }
        if own.is_some() && newer.is_empty() && !self.settings.always {
            return Ok(Made::Fresh);
        }
        if rule.recipe.is_empty() {
            // Without a recipe it counts as made, whatever there is.
            return Ok(if newer.is_empty() && own.is_some() { Made::Fresh } else { Made::New });
        }
        if self.settings.question {
            self.asked = true;
            return Ok(Made::New);
        }
        let automatic = rule.automatic(name, &newer);
        for line in &rule.recipe {
            if !self.line(call, name, line, &automatic, &rule.variables)? {
                return Ok(Made::Failed);
            }
        }
        Ok(Made::New)
    }

    /// Runs one line of a recipe; false when it has failed.
    fn line(
        &mut self,
        call: &mut Call<'_, '_>,
        target: &str,
        line: &parse::RecipeLine,
        automatic: &BTreeMap<String, String>,
        own: &[parse::Assignment],
    ) -> Result<bool, Stop> {
        let text = match self.makefile.recipe_text(&line.text, automatic, own, call)? {
            Ok(text) => text,
            Err(message) => {
                call.flush()?;
                call.shell
                    .print_error(&format!("{}:{}: {message}  Stop.\n", line.file, line.number), call.system);
                return Ok(false);
            }
        };
        // What a variable holds may be several commands.
        for command in split_lines(&text) {
            let mut command = command.trim_start();
            let (mut silent, mut ignored, mut always) =
                (self.settings.silent || self.makefile.is_silent(target), self.settings.ignore, false);
            while let Some(mark) =
                command.chars().next().filter(|mark| matches!(mark, '@' | '-' | '+' | ' ' | '\t'))
            {
                silent |= mark == '@';
                ignored |= mark == '-';
                always |= mark == '+';
                command = &command[1..];
            }
            if command.trim().is_empty() {
                continue;
            }
            self.ran = true;
            if !silent || self.settings.dry {
                call.line(command)?;
            }
            if self.settings.dry && !always && !command.contains("$(MAKE)") {
                continue;
            }
            call.flush()?;
            let mut shell = self.recipe_shell(call.shell);
            let status = shell.run_text(command, call.system);
            if status != 0 {
                let place = format!("[{}:{}: {target}] Error {status}", line.file, line.number);
                if ignored {
                    call.complain(format!("{place} (ignored)"))?;
                } else {
                    call.complain(format!("*** {place}"))?;
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    /// The shell of a recipe's line.
    fn recipe_shell(&self, from: &Shell) -> Shell {
        let mut shell = from.subshell();
        shell.name = "/bin/sh".into();
        for (name, value) in self.makefile.exported() {
            shell.put(&name, &value);
            shell.export(&name);
        }
        shell
    }
}

/// Lines, where a backslash at an end holds two together.
fn split_lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut joins = false;
    for line in text.split('\n') {
        match lines.last_mut().filter(|_| joins) {
            Some(last) => {
                last.push('\n');
                last.push_str(line.strip_prefix('\t').unwrap_or(line));
            }
            None => lines.push(line.to_owned()),
        }
        joins = line.chars().rev().take_while(|character| *character == '\\').count() % 2 == 1;
    }
    lines
}

fn modified(call: &Call<'_, '_>, name: &str) -> Option<Timestamp> {
    call.entry(name).ok()?;
    call.system.files.modified(&call.path(name)).ok()
}
