//! The command line. Cargo builds it for wasm too, beside the tests there, where it does nothing.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    jianyue::command_line::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
