//! Cuts the built program where it says so (`--cfg split`): a part that every visit needs, and parts that are fetched
//! when something on the page asks for them.
//!
//! Trunk knows one program, so its two files of it are replaced here: the linked wasm goes through wasm-split, then
//! through the tools trunk would have used. What calls the program and what fetches its parts become one script.

mod names;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha384};
use wasm_split_cli_support::Options;

use crate::setup::Machine;
use crate::{place, step};

/// What the program must be compiled with to be cut: the switch, and the links between its functions.
pub const FLAGS: &str = "--cfg split -Clink-arg=--emit-relocs";

/// What rustc may use of wasm, as wasm-opt names it; the parts no longer say it themselves.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What makes it smallest, of what was tried: control flow made anew from its blocks, no hints of alignment, which engines
/// don't need and which compress badly; and once is not enough.
const SMALLEST: [&str; 9] =
    ["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--dealign", "-Oz", "--strip-debug", "--strip-producers"];

/// The program's name among the site's files.
const PROGRAM: &str = "vitrine";
/// The script that fetches the parts, as wasm-split names it to the program.
const LOADER: &str = "./__wasm_split.js";

/// Replaces the program in `dist`, a site that trunk has just built, by its parts.
///
/// # Errors
/// When a tool fails, or trunk's page is not as expected.
pub fn split(machine: &Machine, dist: &Path) -> Result<()> {
    let work = place::generated().join("split");
    let parts = take_apart(machine, &built()?, &work)?;

    let mut loader = read(&work.join(LOADER))?;
    let mut named = String::new();
    for part in &parts {
        let bytes = optimise(machine, part)?;
        let name = format!("{}-{}.wasm", stem(part)?, hash(&bytes));
        let old = part.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        // public/boot.js runs before the program and knows pages that need the part: it may have asked for it.
        let whole = integrity(&bytes);
        let asked = format!(
            "globalThis.vitrineParts?.take(\"{name}\") ?? fetch(new URL(\"./{name}\", import.meta.url), {{ integrity: \"{whole}\" }})"
        );
        loader = replaced(&loader, &format!("fetch(new URL(\"./{old}\", import.meta.url))"), &asked)?;
        named.extend(["<meta name=\"part\" content=\"", &name, "\" data-integrity=\"", &whole, "\">"]);
        write(&dist.join(name), &bytes)?;
    }
    let call = "sharedImports.__wasm_split.__indirect_function_table.get(callbackIndex)";
    let loader = replaced(&loader, call, &format!("guard({call})"))?;
    write(&work.join(LOADER), format!("import {{ guard }} from \"./guard.js\";\n{loader}").as_bytes())?;

    guard(&work)?;
    let (script, short) = bundle(machine, &work.join(format!("{PROGRAM}.js")))?;
    let program = work.join(format!("{PROGRAM}_bg.wasm"));
    let long = fs::read(&program).with_context(|| format!("cannot read {}", program.display()))?;
    write(&program, &names::shorten(&long, &names::read(&short)?)?)?;
    let wasm = optimise(machine, &program)?;
    let mut page = read(&dist.join("index.html"))?;
    for (suffix, bytes) in [("_bg.wasm", &wasm), (".js", &script)] {
        let old = built_by_trunk(dist, suffix)?;
        let new = format!("{PROGRAM}-{}{suffix}", hash(bytes));
        page = replaced(&page, &old, &new)?;
        fs::remove_file(dist.join(&old)).with_context(|| format!("cannot remove {old}"))?;
        write(&dist.join(new), bytes)?;
    }
    // boot.js has both checked when it asks for the program. The script can only be checked as an element that a parser
    // has made: WebKit does not heed what a preload says, and trusted types let nobody make one.
    let (whole, name) = (integrity(&wasm), format!("{PROGRAM}-{}.js", hash(&script)));
    let glue = format!(
        "<template id=v-glue><script type=module src=\"{name}\" integrity=\"{}\"></script></template>",
        integrity(&script)
    );
    let page = replaced(&page, "<base ", &format!("<meta name=\"integrity\" content=\"{whole}\">{named}<base "))?;
    write(&dist.join("index.html"), replaced(&page, "</head>", &format!("{glue}</head>"))?.as_bytes())
}

/// The program as the linker left it.
///
/// # Errors
/// When cargo does not say where it builds.
pub fn built() -> Result<PathBuf> {
    place::built(&format!("{PROGRAM}.wasm"))
}

/// The parts of a program as the linker left it, in a folder, before wasm-opt has made them small. Each goes by the name
/// that it has in a site, up to the hash.
///
/// # Errors
/// When there is no program or a tool fails.
pub fn parts(machine: &Machine, program: &Path, work: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut files = vec![(PROGRAM.to_owned(), work.join(format!("{PROGRAM}_bg.wasm")))];
    for part in take_apart(machine, program, work)? {
        files.push((stem(&part)?.to_owned(), part));
    }
    Ok(files)
}

/// Cuts a program into a folder and returns its parts but the first, which becomes a script and what that script loads.
fn take_apart(machine: &Machine, program: &Path, work: &Path) -> Result<Vec<PathBuf>> {
    let _ = fs::remove_dir_all(work);
    fs::create_dir_all(work).with_context(|| format!("cannot make {}", work.display()))?;
    let main = work.join("main.wasm");
    let parts = cut(program, work, &main)?;
    let mut bindgen = machine.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", PROGRAM, "--out-dir"]);
    step::run(bindgen.arg(work).arg(&main), "The lines above say what is wrong.")?;
    Ok(parts)
}

/// What a part is called, from the name of its file.
fn stem(part: &Path) -> Result<&str> {
    let stem = part.file_stem().and_then(|stem| stem.to_str());
    stem.and_then(|stem| stem.strip_prefix("split_")).context("a part without a name")
}

/// Cuts `program`; its first part becomes the file `main`, the others are returned.
fn cut(program: &Path, work: &Path, main: &Path) -> Result<Vec<PathBuf>> {
    let wasm = fs::read(program).with_context(|| format!("cannot read {}", program.display()))?;
    let mut options = Options::new(&wasm);
    options.output_dir = work;
    options.main_out_path = main;
    options.link_name = LOADER;
    let main_module = format!("./{PROGRAM}.js");
    options.main_module = &main_module;
    let cut = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("{error:#}").context(format!("cannot cut {}", program.display())))?;
    if cut.split_modules.is_empty() {
        bail!("{} has nothing to cut; was it built with {FLAGS}?", program.display());
    }
    Ok(cut.split_modules)
}

/// Puts a guard between the page and the program.
fn guard(work: &Path) -> Result<()> {
    write(&work.join("guard.js"), include_bytes!("split/guard.js"))?;
    let script = work.join(format!("{PROGRAM}.js"));
    let guarded = replaced(&read(&script)?, "wasm = instance.exports;", "wasm = guarded(instance.exports);")?;
    write(&script, format!("import {{ guarded }} from \"./guard.js\";\n{guarded}").as_bytes())
}

/// Has `wasm-opt` rewrite the file, smallest first, and returns it.
///
/// # Errors
/// When the tool fails.
pub fn optimise(machine: &Machine, file: &Path) -> Result<Vec<u8>> {
    rewrite(machine, file, file, &SMALLEST)?;
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}

/// Has `wasm-opt` rewrite a file as its arguments say.
///
/// # Errors
/// When the tool fails.
pub fn rewrite(machine: &Machine, file: &Path, out: &Path, how: &[&str]) -> Result<()> {
    let mut command = machine.command("wasm-opt");
    command.args(FEATURES).args(how).arg(file).arg("-o").arg(out);
    step::run(&mut command, "The lines above say what is wrong.")
}

/// A script and all it imports as one, without a needless letter; and what esbuild says of the names it shortened.
fn bundle(machine: &Machine, script: &Path) -> Result<(Vec<u8>, String)> {
    let (file, names) = (script.with_extension("min.js"), script.with_extension("names.json"));
    write(&names, b"{}")?;
    let mut esbuild = machine.command("esbuild");
    esbuild.args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"]);
    esbuild.arg(format!("--mangle-props={}", names::LONG));
    for (option, path) in [("--outfile=", &file), ("--mangle-cache=", &names)] {
        let mut option = std::ffi::OsString::from(option);
        option.push(path);
        esbuild.arg(option);
    }
    step::run(esbuild.arg(script), "The lines above say what is wrong.")?;
    let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok((bytes, read(&names)?))
}

/// The one file of the program in `dist` whose name ends like this.
fn built_by_trunk(dist: &Path, suffix: &str) -> Result<String> {
    let entries = fs::read_dir(dist).with_context(|| format!("cannot list {}", dist.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut found = names.filter(|name| name.starts_with(&format!("{PROGRAM}-")) && name.ends_with(suffix));
    match (found.next(), found.next()) {
        (Some(name), None) => Ok(name),
        _ => bail!("trunk left not exactly one {PROGRAM}-*{suffix} in {}", dist.display()),
    }
}

/// `text` with another word in place of `old`.
pub fn replaced(text: &str, old: &str, new: &str) -> Result<String> {
    if !text.contains(old) {
        bail!("{old} is expected, but not there");
    }
    Ok(text.replace(old, new))
}

/// What tells one version of a file from another.
pub fn hash(bytes: &[u8]) -> String {
    let digest = Sha384::digest(bytes);
    let start = digest.iter().take(8).fold(0_u64, |start, &byte| start << 8 | u64::from(byte));
    format!("{start:016x}")
}

/// What a page says of a file that must not be another. Source: W3C, Subresource Integrity, § 3.1.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrity_is_the_digest_in_base64() {
        // SHA-384 of nothing, from FIPS 180-4's test vectors.
        let expected = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(integrity(b""), expected);
    }

    #[test]
    fn a_word_that_is_not_there_is_no_silent_success() {
        assert_eq!(replaced("a b a", "a", "c").unwrap(), "c b c");
        assert!(replaced("a b", "c", "d").is_err());
    }
}
