//! Short names for what the program takes from the page. wasm-bindgen names each import after what it does and a hash,
//! twice: in the program and in the script. Hashes don't compress.

use std::collections::HashMap;
use std::convert::Infallible;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode};

/// What esbuild is to give short names: wasm-bindgen's names of imports, which nothing else is called like.
pub const LONG: &str = "^__wb.*_[0-9a-f]{16}$";

/// The short names, by the long ones, as esbuild's `--mangle-cache` holds them.
///
/// # Errors
/// When it is not what esbuild writes.
pub fn read(cache: &str) -> Result<HashMap<String, String>> {
    serde_json::from_str(cache).context("esbuild's list of short names can't be read")
}

/// `program` with its imports under their short names.
///
/// # Errors
/// When it is no wasm.
pub fn shorten(program: &[u8], short: &HashMap<String, String>) -> Result<Vec<u8>> {
    let mut module = wasm_encoder::Module::new();
    let parser = wasmparser::Parser::new(0);
    Shortener(short).parse_core_module(&mut module, parser, program).context("the program can't be read again")?;
    Ok(module.finish())
}

/// Copies a module but for the names of its imports.
struct Shortener<'a>(&'a HashMap<String, String>);

impl Reencode for Shortener<'_> {
    type Error = Infallible;

    fn parse_imports(
        &mut self,
        section: &mut wasm_encoder::ImportSection,
        imports: wasmparser::Imports<'_>,
    ) -> Result<(), Error<Infallible>> {
        for import in imports {
            let (_, wasmparser::Import { module, name, ty }) = import?;
            let name = self.0.get(name).map_or(name, String::as_str);
            section.import(module, name, self.entity_type(ty)?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn importing(name: &str) -> Vec<u8> {
        let mut module = wasm_encoder::Module::new();
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([], []);
        let mut imports = wasm_encoder::ImportSection::new();
        imports.import("./vitrine.js", name, wasm_encoder::EntityType::Function(0));
        imports.import("./vitrine.js", "other", wasm_encoder::EntityType::Function(0));
        module.section(&types).section(&imports);
        module.finish()
    }

    #[test]
    fn only_the_names_that_have_a_short_one_change() {
        let short = read(r#"{"__wbg_then_0123456789abcdef":"a"}"#).unwrap();
        assert_eq!(shorten(&importing("__wbg_then_0123456789abcdef"), &short).unwrap(), importing("a"));
    }

    #[test]
    fn what_is_no_program_is_refused() {
        assert!(shorten(b"<!doctype html>", &HashMap::new()).is_err());
    }
}
