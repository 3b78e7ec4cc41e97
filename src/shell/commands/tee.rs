//! `tee`: the input to files and on.

use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::stop::Stop;

const KNOWN: Known = Known::new("aip", &[("append", "a"), ("ignore-interrupts", "i")]);

/// `tee [-a] [file…]`
pub fn tee(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(KNOWN)?;
    let bytes = call.input()?;
    let mut status = 0;
    for file in &options.operands {
        let opened = call.shell.open_to_write(file, options.has('a'), true, call.system);
        let written = match opened {
            Ok(stream) => stream.write(&bytes, call.system).map_err(|_| format!("{file}: write error")),
            Err(Stop::Refused { message, .. }) => Err(message),
            Err(other) => return Err(other),
        };
        if let Err(message) = written {
            status = call.fail(1, message)?;
        }
    }
    call.print(bytes)?;
    Ok(status)
}
