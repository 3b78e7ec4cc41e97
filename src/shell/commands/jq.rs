//! `jq`: queries over JSON, by the crates of jaq.

use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::stop::Stop;
use jaq_core::data::JustLut;
use jaq_core::load::{Arena, File, Loader};
use jaq_core::{Compiler, Ctx, Vars, unwrap_valr};
use jaq_json::write::{Pp, write};
use jaq_json::{Num, Val, read};

const KNOWN: Known = Known::new(
    "acCeif:jMnrRsS",
    &[
        ("ascii-output", "a"),
        ("compact-output", "c"),
        ("color-output", "C"),
        ("exit-status", "e"),
        ("from-file", "f"),
        ("join-output", "j"),
        ("monochrome-output", "M"),
        ("null-input", "n"),
        ("raw-output", "r"),
        ("raw-input", "R"),
        ("slurp", "s"),
        ("sort-keys", "S"),
        ("tab", "{"),
        ("indent", "}:"),
    ],
)
.status(2);

/// The most values that one query gives: `repeat` has no end.
const MOST_VALUES: usize = 1_000_000;

/// What jaq lacks: rows of tables.
const FORMATS: &str = r#"
def @csv: [.[] | if isstring then "\"" + (split("\"") | join("\"\"")) + "\"" elif . == null then ""
    elif isarray or isobject then error("\(type) (\(tojson)) is not valid in a csv row") else tostring end] | join(",");
def @tsv: [.[] | if isstring then split("\\") | join("\\\\") | split("\t") | join("\\t") | split("\n") | join("\\n")
    | split("\r") | join("\\r") elif . == null then ""
    elif isarray or isobject then error("\(type) (\(tojson)) cannot be tsv-formatted, only string") else tostring end]
    | join("\t");
"#;

/// Variables of the command line: names with a dollar, and their values.
type Variables = Vec<(String, Val)>;

/// `jq [-cejnrRsS] [--arg name value] [--argjson name json] filter [file…]`
pub fn jq(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let (arguments, mut variables) = variables(call)?;
    let options = Call::new(call.shell, call.system, call.name, &arguments).options(KNOWN)?;
    let mut operands = options.operands.clone();
    let filter = match options.value('f') {
        Some(file) => match call.read(file)? {
            Some(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            None => return Ok(2),
        },
        None if operands.is_empty() => {
            call.shell.print_error("Usage:\tjq [OPTIONS] FILTER [FILES...]\n", call.system);
            return Ok(2);
        }
        None => operands.remove(0),
    };
    let named = Val::obj(
        variables.iter().map(|(name, value)| (Val::from(name[1..].to_owned()), value.clone())).collect(),
    );
    let arguments = [("named", named), ("positional", Val::Arr(Default::default()))];
    let arguments = arguments.into_iter().map(|(name, value)| (Val::from(name.to_owned()), value));
    variables.push(("$__arguments".into(), Val::obj(arguments.collect())));
    let environment = call.shell.environment().into_iter();
    let environment = environment.map(|(name, value)| (Val::from(name), Val::from(value))).collect();
    variables.push(("$ENV".into(), Val::obj(environment)));

    let arena = Arena::default();
    let own = jaq_core::load::parse(FORMATS, |parser| parser.defs()).unwrap_or_default();
    let definitions = jaq_core::defs().chain(jaq_std::defs()).chain(jaq_json::defs()).chain(own);
    let functions = jaq_core::funs::<JustLut<Val>>().chain(jaq_std::funs()).chain(jaq_json::funs());
    // There is no clock here but the virtual one, which jaq does not know.
    let functions =
        functions.filter(|(name, ..)| !matches!(*name, "now" | "localtime" | "mktime" | "strflocaltime"));
    let names: Vec<&str> = variables.iter().map(|(name, _)| name.as_str()).collect();
    let loaded = Loader::new(definitions).load(&arena, File { code: filter.as_str(), path: () });
    let Ok(modules) = loaded else { return broken(call, &filter, "syntax error") };
    let compiled = Compiler::default().with_funs(functions).with_global_vars(names).compile(modules);
    let compiled = match compiled {
        Ok(compiled) => compiled,
        Err(errors) => {
            let undefined =
                errors.into_iter().flat_map(|(_, errors)| errors).map(|(name, _)| name.to_owned());
            let message =
                undefined.map(|name| format!("{name} is not defined")).collect::<Vec<_>>().join(", ");
            return broken(call, &filter, &message);
        }
    };

    let (inputs, mut status) = inputs(call, &operands, &options)?;
    let values: Vec<Val> = variables.into_iter().map(|(_, value)| value).collect();
    let mut last = None;
    'inputs: for input in inputs {
        let input = match input {
            Ok(input) => plain(input),
            Err(message) => {
                status = call.fail(2, format!("error (at <stdin>:0): {message}"))?;
                break;
            }
        };
        let context = Ctx::<JustLut<Val>>::new(&compiled.lut, Vars::new(values.clone()));
        for (count, output) in compiled.id.run((context, input)).map(unwrap_valr).enumerate() {
            if count > MOST_VALUES {
                return call.fail(5, "error: more than a million values");
            }
            match output {
                Ok(value) => {
                    let value = plain(value);
                    show(call, &value, &options)?;
                    last = Some(value);
                }
                Err(error) => {
                    status = call.fail(5, format!("error (at <stdin>:1): {error}"))?;
                    continue 'inputs;
                }
            }
        }
    }
    if status == 0 && options.has('e') {
        return Ok(match last {
            None => 4,
            Some(Val::Null | Val::Bool(false)) => 1,
            Some(_) => 0,
        });
    }
    Ok(status)
}

/// Takes `--arg` and its kin out of the arguments.
fn variables(call: &mut Call<'_, '_>) -> Result<(Vec<String>, Variables), Stop> {
    let mut rest = call.arguments.iter();
    let (mut arguments, mut variables) = (Vec::new(), Vec::new());
    while let Some(argument) = rest.next() {
        let kind = argument.as_str();
        if !matches!(kind, "--arg" | "--argjson" | "--slurpfile" | "--rawfile") {
            arguments.push(argument.clone());
            continue;
        }
        let (Some(name), Some(text)) = (rest.next(), rest.next()) else {
            call.complain(format!("{kind} takes two parameters (e.g. {kind} varname value)"))?;
            return Err(Stop::Command(2));
        };
        let bytes = if kind.ends_with("file") {
            match call.bytes(text) {
                Ok(bytes) => bytes,
                Err(error) => {
                    call.complain(format!(
                        "Bad JSON in {kind} {name} {text}: Could not open {text}: {error}"
                    ))?;
                    return Err(Stop::Command(2));
                }
            }
        } else {
            text.clone().into_bytes()
        };
        let value = match kind {
            "--arg" | "--rawfile" => Ok(Val::from(String::from_utf8_lossy(&bytes).into_owned())),
            "--argjson" => read::parse_single(&bytes),
            _ => read::parse_many(&bytes)
                .collect::<Result<Vec<Val>, _>>()
                .map(|values| values.into_iter().collect()),
        };
        match value {
            Ok(value) => variables.push((format!("${name}"), value)),
            Err(_) => {
                call.complain(format!("Invalid JSON text passed to {kind}"))?;
                return Err(Stop::Command(2));
            }
        }
    }
    Ok((arguments, variables))
}

fn broken(call: &mut Call<'_, '_>, filter: &str, what: &str) -> Result<i32, Stop> {
    call.complain(format!("error: {what} at <top-level>, line 1:"))?;
    call.shell.print_error(&format!("{filter}\njq: 1 compile error\n"), call.system);
    Ok(3)
}

type Inputs = Vec<Result<Val, String>>;

/// The values that are queried, and the status so far.
fn inputs(
    call: &mut Call<'_, '_>,
    files: &[String],
    options: &crate::shell::options::Parsed,
) -> Result<(Inputs, i32), Stop> {
    if options.has('n') {
        return Ok((vec![Ok(Val::Null)], 0));
    }
    let (mut bytes, mut status) = (Vec::new(), 0);
    if files.is_empty() {
        bytes = call.input()?;
    }
    for file in files {
        match call.bytes(file) {
            Ok(more) => bytes.extend(more),
            Err(error) => status = call.fail(2, format!("error: Could not open file {file}: {error}"))?,
        }
    }
    let values: Inputs = if options.has('R') {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if options.has('s') {
            return Ok((vec![Ok(Val::from(text))], status));
        }
        text.lines().map(|line| Ok(Val::from(line.to_owned()))).collect()
    } else {
        // After a mistake the reader would give the same one for ever.
        let mut broken = false;
        let read = read::parse_many(&bytes).map(|value| value.map_err(|error| error.to_string()));
        read.take_while(|value| !std::mem::replace(&mut broken, value.is_err())).collect()
    };
    if options.has('s') && !options.has('R') {
        let whole: Result<Vec<Val>, String> = values.into_iter().collect();
        return Ok((vec![whole.map(|values| values.into_iter().collect())], status));
    }
    Ok((values, status))
}

/// A value with its numbers as jq has them: all are 64-bit fractions, and whole ones are written without a point.
fn plain(value: Val) -> Val {
    let number = |number: f64| {
        let is_whole = number.fract() == 0.0 && number.abs() < 1e17;
        if is_whole { Num::from_integral(number as i64) } else { Num::Float(number) }
    };
    match value {
        Val::Num(Num::Float(float)) => Val::Num(number(float)),
        Val::Num(Num::Dec(text)) => Val::Num(text.parse().map_or(Num::Dec(text), number)),
        Val::Arr(items) => items.iter().cloned().map(plain).collect(),
        Val::Obj(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| (key.clone(), plain(value.clone())));
            Val::obj(pairs.collect())
        }
        other => other,
    }
}

fn show(call: &mut Call<'_, '_>, value: &Val, options: &crate::shell::options::Parsed) -> Result<(), Stop> {
    let raw = options.last_of("rj").is_some();
    if let (true, Val::TStr(text)) = (raw, value) {
        call.print(&***text)?;
    } else {
        let indent = match options.value('}').and_then(|text| text.parse::<usize>().ok()) {
            _ if options.has('{') => Some("\t".to_owned()),
            Some(0) => None,
            Some(width) => Some(" ".repeat(width.min(7))),
            None => Some("  ".to_owned()),
        };
        let compact = options.has('c') || indent.is_none();
        let pretty = Pp {
            indent: indent.filter(|_| !compact),
            sort_keys: options.has('S'),
            sep_space: !compact,
            ..Pp::default()
        };
        let mut bytes = Vec::new();
        if write(&mut bytes, &pretty, 0, value).is_err() {
            return Err(Stop::refused("jq: a value cannot be written"));
        }
        call.print(bytes)?;
    }
    if options.has('j') { Ok(()) } else { call.print(b"\n") }
}
