//! Parse, hand over, exit code.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use trucban::cli::{self, Next};
use trucban::tui::{self, Options};

fn main() -> ExitCode {
    ExitCode::from(match cli::run(std::env::args_os()) {
        Next::Exit(code) => code,
        Next::Screens(start) => {
            let options = Options { lang: start.lang, officer: start.officer };
            tui::run(&start.folder, options).map_or_else(|fault| cli::fail(&fault, start.lang), |()| 0)
        }
    })
}
