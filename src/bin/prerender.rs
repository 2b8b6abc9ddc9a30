//! `prerender SHELL PORTFOLIO BASE FOLDER`: writes every page of a portfolio into the folder of a site that trunk has
//! built. `cargo xtask build` runs it.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::{env, fs};

use vitrine::model::{self, Gate};
use vitrine::render::{self, Shell};
use vitrine::route::Address;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [shell, portfolio, base, folder] = arguments.as_slice() else {
        return Err("usage: prerender SHELL PORTFOLIO BASE FOLDER".into());
    };
    let read = |path: &String| fs::read_to_string(path).map_err(|error| format!("{path}: {error}"));
    let text = read(portfolio)?;
    let reading = model::read(&text, &Gate::native()).map_err(|error| format!("{portfolio}: {error}"))?;
    let shell = Shell::new(&read(shell)?)?;
    let address = Address::new(base, None)?;
    for file in render::site(&shell, &Arc::new(reading.value), &text, &Arc::new(address)) {
        let path = Path::new(folder).join(&file.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, file.text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}
