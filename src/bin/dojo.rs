//! The native command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    mlops_dojo::cli::main(std::env::args().skip(1))
}
