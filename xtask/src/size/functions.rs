//! Which functions weigh what, as twiggy tells it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::frame::Grade;
use crate::frame::program::{Cut, PROGRAM, built, rewrite};
use crate::setup::Machine;
use crate::tool::Tool;
use crate::{place, step};

/// How many are listed of each part.
const LISTED: usize = 20;
/// How wide a name is shown, in letters; types of iterators go on for lines.
const WIDTH: usize = 120;

/// Prints the largest functions of parts of the program, in bytes before compression.
///
/// # Errors
/// When the tools can't be had or fail.
pub fn list(machine: &Machine, parts: &[&str]) -> Result<()> {
    let twiggy = Tool::twiggy().ready()?;
    for (name, file) in named(&built(Grade::Finished)?, &place::generated().join("named"))? {
        if !parts.iter().any(|part| name.starts_with(part)) {
            continue;
        }
        // Small as in a site, whose files don't hold the names any more.
        rewrite(machine, &file, &file, &["-Oz", "--debuginfo"])?;
        // What isn't a function stands in the list, too, so it is asked for a longer one.
        let said = step::answer(Command::new(&twiggy).args(["top", "-n", "200", "--format", "json"]).arg(&file));
        println!("\nThe largest functions of {name}, in bytes before compression");
        for (size, function) in largest(&said.context("twiggy failed")?)? {
            println!("    {size:>7}  {function}");
        }
    }
    Ok(())
}

/// The parts of a program as the linker left it, in a folder, before wasm-opt has made them small. Each goes by the name
/// that it has in a site, up to the hash.
///
/// # Errors
/// When there is no program or a tool fails.
pub fn named(program: &Path, work: &Path) -> Result<Vec<(String, PathBuf)>> {
    let cut = Cut::of(program, work)?;
    let main = work.join("main.bound.wasm");
    fs::write(&main, &cut.main).with_context(|| format!("cannot write {}", main.display()))?;
    let parts = cut.parts.into_iter().map(|part| (part.name, part.file));
    Ok(std::iter::once((PROGRAM.to_owned(), main)).chain(parts).collect())
}

/// The functions among what twiggy lists, largest first.
fn largest(json: &str) -> Result<Vec<(u64, String)>> {
    let items: Vec<Value> = serde_json::from_str(json).context("twiggy said something else than a list")?;
    let functions = items.iter().filter_map(|item| {
        let (name, size) = (item["name"].as_str()?, item["shallow_size"].as_u64()?);
        is_function(name).then(|| (size, readable(name)))
    });
    Ok(functions.take(LISTED).collect())
}

fn is_function(name: &str) -> bool {
    let others = [
        "custom section",
        "data segment",
        "data[",
        "\"function names\"",
        "type[",
        "elem[",
        "table[",
        "wasm magic",
        "import ",
        "export ",
        "... and ",
        "Σ",
    ];
    !others.iter().any(|start| name.starts_with(start)) && !name.contains("subsection")
}

/// A name without the hashes of crates, and not longer than a line.
fn readable(name: &str) -> String {
    let mut out = String::new();
    let mut rest = name;
    while let Some(start) = rest.find('[') {
        let (head, tail) = rest.split_at(start);
        out.push_str(head);
        let end = tail.find(']').map_or(tail.len(), |end| end + 1);
        let (inside, after) = tail.split_at(end);
        if !inside.trim_matches(['[', ']']).bytes().all(|byte| byte.is_ascii_hexdigit()) {
            out.push_str(inside);
        }
        rest = after;
    }
    out.push_str(rest);
    out.chars().take(WIDTH).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_functions_are_listed_and_without_hashes() {
        let json = r#"[{"name": "data segment \".rodata\"", "shallow_size": 900}, {"name": "custom section 'name'", "shallow_size": 800},
            {"name": "vitrine[a9fd5789019310e]::diagram::layout::<[u8]>::draw", "shallow_size": 70},
            {"name": "... and 12 more.", "shallow_size": 60}]"#;
        assert_eq!(largest(json).unwrap(), [(70, "vitrine::diagram::layout::<[u8]>::draw".to_owned())]);
        assert!(largest("no list").is_err());
    }
}
