//! Short names for what the program and the page take from each other. wasm-bindgen names each import, and each export that
//! calls a closure, after what it does and hashes, twice: in the program and in the script. Hashes don't compress.

use std::collections::HashMap;
use std::convert::Infallible;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode};

/// What esbuild is to give short names: wasm-bindgen's names of imports and closures, which nothing else is called like.
pub const LONG: &str = "^(__wb.*_[0-9a-f]{16}|wasm_bindgen_[0-9a-f]+___.*)$";

/// How the exports begin that nobody calls: methods of classes that wasm-streams offers to scripts and that no program of ours
/// makes one of. What only they need leaves the program with them.
const UNCALLED: [&str; 2] = ["intounderlying", "__wbg_intounderlying"];

/// The short names, by the long ones, as esbuild's `--mangle-cache` holds them.
///
/// # Errors
/// When it is not what esbuild writes.
pub fn read(cache: &str) -> Result<HashMap<String, String>> {
    serde_json::from_str(cache).context("esbuild's list of short names can't be read")
}

/// `program` with its imports and exports under their short names, and without those that nobody calls.
///
/// # Errors
/// When it is no wasm.
pub fn shorten(program: &[u8], short: &HashMap<String, String>) -> Result<Vec<u8>> {
    let mut module = wasm_encoder::Module::new();
    let parser = wasmparser::Parser::new(0);
    Shortener(short).parse_core_module(&mut module, parser, program).context("the program can't be read again")?;
    Ok(module.finish())
}

/// Copies a module but for the names of its imports and exports.
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

    fn parse_export(
        &mut self,
        section: &mut wasm_encoder::ExportSection,
        export: wasmparser::Export<'_>,
    ) -> Result<(), Error<Infallible>> {
        if !UNCALLED.iter().any(|start| export.name.starts_with(start)) {
            let name = self.0.get(export.name).map_or(export.name, String::as_str);
            section.export(name, self.export_kind(export.kind)?, self.external_index(export.kind, export.index)?);
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

    fn exporting(names: &[&str]) -> Vec<u8> {
        let mut module = wasm_encoder::Module::new();
        let mut globals = wasm_encoder::GlobalSection::new();
        let kind = wasm_encoder::GlobalType { val_type: wasm_encoder::ValType::I32, mutable: false, shared: false };
        globals.global(kind, &wasm_encoder::ConstExpr::i32_const(0));
        let mut exports = wasm_encoder::ExportSection::new();
        for name in names {
            exports.export(name, wasm_encoder::ExportKind::Global, 0);
        }
        module.section(&globals).section(&exports);
        module.finish()
    }

    #[test]
    fn exports_that_nobody_calls_go() {
        let short = read(r#"{"wasm_bindgen_0123___invoke":"a"}"#).unwrap();
        let long = exporting(&["wasm_bindgen_0123___invoke", "intounderlyingsink_write", "memory"]);
        assert_eq!(shorten(&long, &short).unwrap(), exporting(&["a", "memory"]));
    }

    #[test]
    fn what_is_no_program_is_refused() {
        assert!(shorten(b"<!doctype html>", &HashMap::new()).is_err());
    }
}
