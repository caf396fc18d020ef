//! The program: carries out the command line and turns how it ended into an exit status.

use clap::Parser;
use dateline::cli::{Cli, Outcome, complain, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Open) => ExitCode::from(1),
        Ok(Outcome::Lost) => ExitCode::from(2),
        Err(error) => {
            complain(&error);
            ExitCode::from(2)
        }
    }
}
