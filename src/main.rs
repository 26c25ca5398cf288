//! Parse, hand over, exit code.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use trucban::cli::{self, Next};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Next::Exit(code) => ExitCode::from(code),
        Next::Screens(_) => ExitCode::SUCCESS,
    }
}
