//! The `county-chains` command.

fn main() -> std::process::ExitCode {
    county_chains::cli::run()
}
