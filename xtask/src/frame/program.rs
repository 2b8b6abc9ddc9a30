//! The program of a frame: compiled, cut where it says so (`--cfg split`), bound to the browser, and made small.
//!
//! Cargo compiles; wasm-split cuts off the parts that are fetched when something on the page asks for them; wasm-bindgen
//! writes what the rest imports; `src/glue/` calls it. Each step takes values or files of the one before and changes none of
//! its texts.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use vitrine_frame::{Asset, Part};
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::Options;

use super::Grade;
use super::names::{self, Imports};
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

/// The program's name among a site's files.
pub const PROGRAM: &str = "vitrine";
/// The crate's binary that it is compiled from.
const BINARY: &str = "page";
/// Where the program imports from what fetches its parts.
const SPLIT: &str = "./split.js";

/// Lets esbuild leave out what wasm-bindgen writes for classes of which no program of ours makes one.
const UNUSED: [&str; 2] = ["--define:Symbol.dispose=undefined", "--pure:FinalizationRegistry"];

/// The program as a browser takes it.
pub struct Program {
    /// The program itself.
    pub wasm: Asset,
    /// The module that calls it.
    pub glue: Asset,
    /// What is fetched later.
    pub parts: Vec<Part>,
}

/// Compiles the program and makes it ready.
///
/// # Errors
/// When it does not compile, or a tool fails.
pub fn make(machine: &Machine, grade: Grade) -> Result<Program> {
    compile(machine, grade)?;
    let work = place::generated().join("program");
    let cut = Cut::of(&built(grade)?, &work)?;
    let short = Imports::of(&cut.main)?;
    let optimise = |file: &Path| match grade {
        Grade::Draft => read(file),
        Grade::Finished => optimise(machine, file),
    };
    if grade == Grade::Finished {
        step::announce("Make the program small", "up to a minute");
    }
    // The parts are independent of each other and of the rest; wasm-opt works on one core for much of its time.
    let mut parts = Vec::new();
    let main = std::thread::scope(|scope| -> Result<Vec<u8>> {
        let running: Vec<_> = cut.parts.iter().map(|part| (part, scope.spawn(|| optimise(&part.file)))).collect();
        let program = work.join("main.short.wasm");
        write(&program, &short.shorten(&cut.main)?)?;
        let main = optimise(&program);
        for (part, one) in running {
            let bytes = one.join().map_err(|_| anyhow!("wasm-opt's thread panicked"))??;
            parts.push(Part { name: part.name.clone(), asset: Asset::hashed(&part.name, ".wasm", bytes) });
        }
        main
    })?;
    let glue = glue(machine, &work, &short, &parts, &cut.needs)?;
    Ok(Program { wasm: Asset::hashed(PROGRAM, "_bg.wasm", main), glue: Asset::hashed(PROGRAM, ".js", glue), parts })
}

/// Compiles the program for a browser.
fn compile(machine: &Machine, grade: Grade) -> Result<()> {
    step::announce("Compile the program", "2 to 3 minutes the first time, less than a minute after a change");
    let mut cargo = machine.command("cargo");
    cargo.args(["build", "--locked", "--profile", grade.profile(), "--target", "wasm32-unknown-unknown"]);
    cargo.args(["--package", "vitrine", "--bin", BINARY]);
    match grade {
        Grade::Draft => cargo.env("RUSTFLAGS", FLAGS),
        Grade::Finished => cargo.envs(machine.release()),
    };
    step::compile("program", &mut cargo, place::crates_of("vitrine", Some("wasm32-unknown-unknown")))
}

/// The program as the linker left it.
///
/// # Errors
/// When cargo does not say where it builds.
pub fn built(grade: Grade) -> Result<PathBuf> {
    place::built(grade.profile(), &format!("{BINARY}.wasm"))
}

/// A program in parts, before wasm-opt has made them small.
pub struct Cut {
    /// What every visit needs, bound to the browser.
    pub main: Vec<u8>,
    /// What is fetched later.
    pub parts: Vec<CutPart>,
    /// The parts that each part the program asks for needs, itself the last: what two of them have in common is a part of its
    /// own.
    pub needs: BTreeMap<String, Vec<String>>,
}

/// A part that was cut off.
pub struct CutPart {
    /// What the program calls it.
    pub name: String,
    /// Where it lies.
    pub file: PathBuf,
}

impl Cut {
    /// Cuts a program as the linker left it, and binds what remains; the files go to a folder of their own.
    ///
    /// # Errors
    /// When there is no such program, nothing to cut in it, or a tool fails.
    pub fn of(program: &Path, work: &Path) -> Result<Self> {
        let _ = fs::remove_dir_all(work);
        fs::create_dir_all(work).with_context(|| format!("cannot make {}", work.display()))?;
        let wasm = read(program)?;
        let main = work.join("main.wasm");
        let mut options = Options::new(&wasm);
        options.output_dir = work;
        options.main_out_path = &main;
        options.link_name = SPLIT;
        let cut = wasm_split_cli_support::transform(options)
            .map_err(|error| anyhow!("{error:#}").context(format!("cannot cut {}", program.display())))?;
        ensure!(!cut.split_modules.is_empty(), "{} has nothing to cut; was it built with {FLAGS}?", program.display());
        let parts = cut.split_modules.into_iter().map(|file| {
            let stem = file.file_stem().and_then(|stem| stem.to_str()).context("a part without a name")?;
            Ok(CutPart { name: part_name(stem), file: file.clone() })
        });
        let parts = parts.collect::<Result<Vec<_>>>()?;
        let needs = cut.prefetch_map.into_iter();
        let needs = needs.map(|(name, stems)| (name, stems.iter().map(|stem| part_name(stem)).collect())).collect();
        let main = read(&main)?;
        let mut bindgen = Bindgen::new();
        let mut bound = bindgen
            .input_bytes(PROGRAM, main)
            // For a bundler: functions to be imported by name, and nothing that instantiates anything.
            .bundler(true)?
            .keep_lld_exports(true)
            .generate_output()
            .context("cannot bind the program to the browser")?;
        bound.emit(work).context("cannot write what the program imports")?;
        Ok(Self { main: bound.wasm_mut().emit_wasm(), parts, needs })
    }
}

/// What a part is called of which wasm-split's file has this stem.
fn part_name(stem: &str) -> String {
    match stem.strip_prefix("chunk_") {
        Some(number) => format!("shared-{number}"),
        None => stem.strip_prefix("split_").unwrap_or(stem).to_owned(),
    }
}

/// The module that calls the program, with all that it needs, as small as it gets.
fn glue(
    machine: &Machine,
    work: &Path,
    short: &Imports,
    parts: &[Part],
    needs: &BTreeMap<String, Vec<String>>,
) -> Result<Vec<u8>> {
    let start = place::project().join("src/glue/start.js");
    let mut text = format!("import {{ starter }} from {};\n", quoted(&start.to_string_lossy()));
    let bindings = short.bindings();
    let list: Vec<String> = bindings.iter().enumerate().map(|(number, long)| format!("{long} as _{number}")).collect();
    let _ = writeln!(text, "import {{ __wbg_set_wasm, {} }} from \"./{PROGRAM}_bg.js\";", list.join(", "));
    // A list is named by numbers without saying so.
    let list: Vec<String> = (0..bindings.len()).map(|number| format!("_{number}")).collect();
    let (own, split) = (names::BINDINGS, names::PARTS);
    let _ = writeln!(text, "const bindings = (parts) => ({{ {own}: [{}], {split}: parts }});", list.join(", "));
    text.push_str("const parts = {");
    for (name, needed) in needs {
        let asked = short.part(name).with_context(|| format!("the program never asks for {name}"))?;
        let _ = write!(text, " {asked}: [");
        for name in needed {
            let part =
                parts.iter().find(|part| part.name == *name).with_context(|| format!("there is no part {name}"))?;
            let Asset { name: file, integrity, .. } = &part.asset;
            let _ = write!(text, " {{ file: {}, integrity: {} }},", quoted(file), quoted(integrity));
        }
        text.push_str(" ],");
    }
    text.push_str(" };\nexport default starter({ receive: __wbg_set_wasm, bindings, parts });\n");
    let entry = work.join("glue.js");
    write(&entry, text.as_bytes())?;
    // The exports that call closures have long names, too, each of them several times.
    let cache = work.join("exports.json");
    write(&cache, serde_json::to_string(short.exports())?.as_bytes())?;
    let mut mangled = std::ffi::OsString::from("--mangle-cache=");
    mangled.push(&cache);
    let mangle = format!("--mangle-props={}", names::LONG);
    let used = UNUSED.map(std::ffi::OsString::from);
    super::bundle(machine, &entry, "esm", [mangle.into(), mangled].into_iter().chain(used))
}

/// Has `wasm-opt` rewrite the file, smallest first, and returns it.
///
/// # Errors
/// When the tool fails.
pub fn optimise(machine: &Machine, file: &Path) -> Result<Vec<u8>> {
    rewrite(machine, file, file, &SMALLEST)?;
    read(file)
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

/// A text as JavaScript has it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
