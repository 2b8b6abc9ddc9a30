//! What the program would weigh, compiled in other ways: the reason for the release profile in Cargo.toml.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::functions::named;
use crate::frame::program::{self, FLAGS};
use crate::setup::Machine;
use crate::{place, step};

/// `opt-level`, `lto`, and whether std is compiled along for size with panics that abort at once. Not every pairing: one
/// thing is changed at a time.
const WAYS: [(&str, &str, bool); 7] = [
    ("z", "fat", true),
    ("s", "fat", true),
    ("2", "fat", true),
    ("3", "fat", true),
    ("z", "thin", true),
    ("z", "off", true),
    ("z", "fat", false),
];

/// What wasm-opt is told of each of them.
const REWRITES: [&str; 4] = ["-Oz", "-Os", "-O3", "-O0"];

/// Compiles the program in each way and prints a table for docs/benchmarks.md.
///
/// # Errors
/// When a build or a tool fails.
pub fn run(machine: &Machine) -> Result<()> {
    let work = place::generated().join("matrix");
    let mut rows = Vec::new();
    for (level, lto, smaller) in WAYS {
        let std = if smaller { "built along" } else { "as shipped" };
        step::announce(&format!("Compile with opt-level {level}, LTO {lto}, std {std}"), "2 to 5 minutes");
        let mut cargo = machine.command("cargo");
        cargo.args([
            "build",
            "--quiet",
            "--locked",
            "--release",
            "--target",
            "wasm32-unknown-unknown",
            "--bin",
            "page",
        ]);
        cargo.env("CARGO_TARGET_DIR", &work).env("CARGO_PROFILE_RELEASE_OPT_LEVEL", level);
        cargo.env("CARGO_PROFILE_RELEASE_LTO", lto);
        if smaller {
            cargo.envs(machine.release());
        } else {
            cargo.env("RUSTFLAGS", FLAGS);
        }
        step::run(&mut cargo, "The lines above say what is wrong.")?;
        let program = work.join("wasm32-unknown-unknown/release/page.wasm");
        let parts = named(&program, &work.join("parts"))?;
        for rewrite in REWRITES {
            let mut sizes = Vec::new();
            for (_, file) in &parts {
                sizes.push(weigh(machine, file, &work.join("part.wasm"), rewrite)?);
            }
            let cells: Vec<String> =
                sizes.iter().map(|(raw, sent)| format!("{} | {}", kilo(*raw), kilo(*sent))).collect();
            rows.push(format!("| `{level}` | {lto} | {std} | `{rewrite}` | {} |", cells.join(" | ")));
            step::note(rows.last().map_or("", String::as_str));
        }
    }
    println!("\n| opt-level | LTO | std | wasm-opt | program, raw | brotli | diagrams, raw | brotli |");
    println!("|---|---|---|---|---:|---:|---:|---:|\n{}", rows.join("\n"));
    Ok(())
}

/// A part's size as it lies on a host and as it is sent, in bytes.
fn weigh(machine: &Machine, file: &Path, out: &Path, rewrite: &str) -> Result<(usize, usize)> {
    program::rewrite(machine, file, out, &[rewrite, "--strip-debug", "--strip-producers"])?;
    let bytes = fs::read(out).with_context(|| format!("cannot read {}", out.display()))?;
    Ok((bytes.len(), vitrine_frame::brotli(&bytes).len()))
}

fn kilo(bytes: usize) -> String {
    format!("{:.1}", bytes as f64 / 1000.0)
}
