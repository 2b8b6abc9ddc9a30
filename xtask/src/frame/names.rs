//! Short names for what the program and the page take from each other. wasm-bindgen names each import, and each export that
//! calls a closure, after what it does and hashes, twice: in the program and in the script. Hashes don't compress.

use std::collections::BTreeMap;
use std::convert::Infallible;

use anyhow::{Context, Result, bail};
use wasm_encoder::reencode::{Error, Reencode};
use wasmparser::{Parser, Payload};

/// What the program calls the functions of the browser that it is bound to.
pub const BINDINGS: &str = "a";
/// What it calls the functions that fetch its parts.
pub const PARTS: &str = "b";
/// How the functions that fetch parts are called before, and then what the part is called.
const LOADER: &str = "__wasm_split_load_";
/// What esbuild is to give the short names of exports: wasm-bindgen's names of closures, which nothing else is called like.
pub const LONG: &str = "^wasm_bindgen_[0-9a-f]+___";
/// How the exports begin that nobody calls: methods of classes that wasm-streams offers to scripts and that no program of ours
/// makes one of. What only they need leaves the program with them.
const UNCALLED: [&str; 2] = ["intounderlying", "__wbg_intounderlying"];

/// The names that a program takes from a page and lends it, long and short.
pub struct Imports {
    bindings: Vec<String>,
    parts: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

impl Imports {
    /// Of a program.
    ///
    /// # Errors
    /// When it is no wasm, or imports from a module that nobody writes.
    pub fn of(program: &[u8]) -> Result<Self> {
        let (mut bindings, mut parts, mut exports) = (Vec::new(), Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(program) {
            match payload.context("the program can't be read")? {
                Payload::ImportSection(section) => {
                    for imports in section {
                        for import in imports? {
                            let (_, wasmparser::Import { module, name, .. }) = import?;
                            match name.strip_prefix(LOADER) {
                                Some(_) => parts.push(name.to_owned()),
                                None if module.ends_with("_bg.js") => bindings.push(name.to_owned()),
                                None => bail!("the program imports {name} from {module}, which nobody writes"),
                            }
                        }
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let name = export?.name;
                        if name.starts_with("wasm_bindgen_") && name.contains("___") {
                            exports.push(name.to_owned());
                        }
                    }
                }
                _ => {}
            }
        }
        for names in [&mut bindings, &mut parts, &mut exports] {
            names.sort();
            names.dedup();
        }
        let short =
            |long: Vec<String>| long.into_iter().enumerate().map(|(number, name)| (name, spelt(number))).collect();
        Ok(Self { bindings, parts: short(parts), exports: short(exports) })
    }

    /// The long names of the functions of the browser. The short ones are their numbers.
    pub fn bindings(&self) -> &[String] {
        &self.bindings
    }

    /// The exports that call closures.
    pub fn exports(&self) -> &BTreeMap<String, String> {
        &self.exports
    }

    /// The short name of the function that fetches a part.
    pub fn part(&self, name: &str) -> Option<&str> {
        let (_, short) = self.parts.iter().find(|(long, _)| long.strip_prefix(LOADER) == Some(name))?;
        Some(short)
    }

    /// The program with its imports and exports under their short names, and without those that nobody calls.
    ///
    /// # Errors
    /// When it is no wasm.
    pub fn shorten(&self, program: &[u8]) -> Result<Vec<u8>> {
        let mut module = wasm_encoder::Module::new();
        Shortener(self)
            .parse_core_module(&mut module, Parser::new(0), program)
            .context("the program can't be read again")?;
        Ok(module.finish())
    }
}

/// A number as a name: `a` to `z`, then `aa` and so on.
fn spelt(mut number: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(b'a' + (number % 26) as u8);
        if number < 26 {
            break;
        }
        number = number / 26 - 1;
    }
    name.reverse();
    // Letters of ASCII.
    name.into_iter().map(char::from).collect()
}

/// Copies a module but for the names of its imports and exports.
struct Shortener<'a>(&'a Imports);

impl Reencode for Shortener<'_> {
    type Error = Infallible;

    fn parse_imports(
        &mut self,
        section: &mut wasm_encoder::ImportSection,
        imports: wasmparser::Imports<'_>,
    ) -> Result<(), Error<Infallible>> {
        for import in imports {
            let (_, wasmparser::Import { module, name, ty }) = import?;
            let Imports { bindings, parts, .. } = self.0;
            let number = bindings.binary_search_by(|long| long.as_str().cmp(name)).map(|number| number.to_string());
            let (module, name) = match (&number, parts.get(name)) {
                (Ok(number), _) => (BINDINGS, number.as_str()),
                (Err(_), Some(short)) => (PARTS, short.as_str()),
                (Err(_), None) => (module, name),
            };
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
            let name = self.0.exports.get(export.name).map_or(export.name, String::as_str);
            section.export(name, self.export_kind(export.kind)?, self.external_index(export.kind, export.index)?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(imports: &[(&str, &str)], exports: &[&str]) -> Vec<u8> {
        let mut module = wasm_encoder::Module::new();
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([], []);
        module.section(&types);
        let mut section = wasm_encoder::ImportSection::new();
        for (from, name) in imports {
            section.import(from, name, wasm_encoder::EntityType::Function(0));
        }
        module.section(&section);
        let mut section = wasm_encoder::ExportSection::new();
        for name in exports {
            section.export(name, wasm_encoder::ExportKind::Func, 0);
        }
        module.section(&section);
        module.finish()
    }

    const LONG_NAME: &str = "wasm_bindgen_0123___invoke";

    #[test]
    fn a_program_gets_short_names_for_all_that_it_shares_with_the_page() {
        let bg = "./vitrine_bg.js";
        let long = module(
            &[(bg, "__wbg_then_1"), (bg, "__wbg_log_2"), ("./split.js", "__wasm_split_load_diagram")],
            &[LONG_NAME, "intounderlyingsink_write", "memory"],
        );
        let names = Imports::of(&long).unwrap();
        let expected = module(&[("a", "1"), ("a", "0"), ("b", "a")], &["a", "memory"]);
        assert_eq!(names.shorten(&long).unwrap(), expected);
        assert_eq!(names.bindings(), ["__wbg_log_2", "__wbg_then_1"]);
        assert_eq!(names.exports()[LONG_NAME], "a");
        assert_eq!((names.part("diagram"), names.part("other")), (Some("a"), None));
    }

    #[test]
    fn a_program_that_imports_what_nobody_writes_is_refused() {
        let error = Imports::of(&module(&[("env", "now")], &[])).err().expect("an error").to_string();
        assert!(error.contains("now from env"), "{error}");
        assert!(Imports::of(b"<!doctype html>").is_err());
    }

    #[test]
    fn numbers_are_spelt_without_gaps() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(spelt), ["a", "z", "aa", "az", "ba", "zz", "aaa"]);
    }
}
