//! The command line of `beian`.

fn main() {}
