//! `awk`: a language over records and fields, as gawk has it.

mod functions;
mod lex;
mod output;
mod parse;
mod records;
mod run;
mod value;

use crate::shell::call::Call;
use crate::shell::expand::unescaped;
use crate::shell::options::Known;
use crate::shell::stop::Stop;

const KNOWN: Known =
    Known::new("F:v:f:", &[("field-separator", "F"), ("assign", "v"), ("file", "f")]).status(2).strict();

/// `awk [-F separator] [-v name=value] ['program' | -f file] [file…]`
pub fn awk(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(KNOWN)?;
    let mut operands = options.operands.clone();
    let mut sources = Vec::new();
    for given in options.options.iter().filter(|given| given.letter == 'f') {
        match call.bytes(&given.value) {
            Ok(bytes) => sources.push(String::from_utf8_lossy(&bytes).into_owned()),
            Err(error) => return call.fail(2, format!("cannot open source file `{}': {error}", given.value)),
        }
    }
    if sources.is_empty() {
        if operands.is_empty() {
            call.shell
                .print_error("usage: awk [-F fs][-v var=value][prog | -f progfile][file ...]\n", call.system);
            return Ok(2);
        }
        sources.push(operands.remove(0));
    }
    let source = sources.join("\n");
    let program = match parse::parse(&source) {
        Ok(program) => program,
        Err(mistake) => return refused(call, &source, &mistake),
    };
    let mut machine = run::Machine::new(&program, call, operands);
    for given in &options.options {
        match given.letter {
            'F' => {
                let separator = if given.value == "t" { "\t".to_owned() } else { unescaped(&given.value) };
                machine.set_global("FS", &separator);
            }
            'v' => match given.value.split_once('=') {
                Some((name, value)) => machine.set_global(name, &unescaped(value)),
                None => {
                    return machine
                        .call
                        .fail(2, format!("`{}' argument to `-v' not in `var=value' form", given.value));
                }
            },
            _ => {}
        }
    }
    machine.run()
}

/// Says what is wrong; of a program that cannot be read, under the line and the place in it.
fn refused(call: &mut Call<'_, '_>, source: &str, mistake: &parse::Mistake) -> Result<i32, Stop> {
    let before: String = source.chars().take(mistake.at).collect();
    let (line, begun) = before.split('\n').enumerate().last().unwrap_or_default();
    let shown = source.split('\n').nth(line).unwrap_or_default();
    let place = format!("cmd. line:{}", line + 1);
    if mistake.readable {
        return call.fail(1, format!("{place}: error: {}", mistake.message));
    }
    call.complain(format!("{place}: {shown}"))?;
    let blank: String = begun.chars().map(|character| if character == '\t' { '\t' } else { ' ' }).collect();
    call.fail(1, format!("{place}: {blank}^ {}", mistake.message))
}
