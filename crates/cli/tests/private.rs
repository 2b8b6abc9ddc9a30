//! What is private is nowhere in a site: in no page, file, feed or compressed copy.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use vitrine_frame::{Asset, Frame};

/// In every text of what is private.
const CANARY: &str = "CANARY";

/// A front end that does nothing.
fn frame(folder: &Path) {
    let asset = |start: &str, end: &str| Asset::hashed(start, end, start.repeat(300).into_bytes());
    let frame = Frame {
        program: asset("vitrine", "_bg.wasm"),
        glue: asset("vitrine", ".js"),
        parts: Vec::new(),
        boot: asset("boot", ".js"),
        inline: Asset::new("inline.js", b"help()".to_vec()),
        style: asset("style", ".css"),
        print: asset("print", ".css"),
        fonts: Vec::new(),
        plain: vec![Asset::new("favicon.svg", b"<svg/>".to_vec())],
        icons: Asset::new("icons.tsv", b"rust\tRust\t\tM0 0z\n".to_vec()),
        copies: Vec::new(),
    };
    frame.save(folder, true).expect("a folder to write into");
}

/// Beside every item of every list, and in every object, one of the same kind that is not for everybody and says the canary everywhere.
fn plant(value: &mut Value, mark: &Value, count: &mut usize) {
    match value {
        Value::Array(items) => {
            let hidden: Vec<Value> =
                items.iter().filter(|item| item.is_object()).map(|item| marked(item, mark, count)).collect();
            for item in &mut *items {
                plant(item, mark, count);
            }
            items.extend(hidden);
        }
        Value::Object(properties) => {
            properties.values_mut().for_each(|value| plant(value, mark, count));
        }
        _ => {}
    }
}

fn marked(item: &Value, mark: &Value, count: &mut usize) -> Value {
    let mut item = item.clone();
    sing(&mut item, count);
    for (name, value) in mark.as_object().expect("an object") {
        item[name] = value.clone();
    }
    item
}

fn sing(value: &mut Value, count: &mut usize) {
    match value {
        Value::String(text) => {
            *count += 1;
            *text = format!("{CANARY}{count}");
        }
        Value::Array(values) => values.iter_mut().for_each(|value| sing(value, count)),
        Value::Object(properties) => properties.values_mut().for_each(|value| sing(value, count)),
        _ => {}
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// What a file holds, out of its compression.
fn plain(file: &Path) -> Vec<u8> {
    let bytes = fs::read(file).expect("a file");
    let mut plain = Vec::new();
    match file.extension().and_then(|end| end.to_str()) {
        Some("br") => brotli::BrotliDecompress(&mut &*bytes, &mut plain).expect("Brotli"),
        Some("gz") => drop(flate2::read::GzDecoder::new(&*bytes).read_to_end(&mut plain).expect("gzip")),
        _ => plain = bytes,
    }
    plain
}

#[track_caller]
fn assert_hidden(name: &str, mark: &Value, arguments: &[&str], is_hidden: bool) {
    let folder = std::env::temp_dir().join(format!("vitrine-private-{name}-{}", std::process::id()));
    fs::create_dir_all(folder.join("writing")).expect("a folder");
    frame(&folder.join("frame"));
    let full = include_str!("../../../tests/native/data/valid/full.json");
    let mut portfolio: Value = serde_json::from_str(full).expect("JSON");
    let mut count = 0;
    plant(&mut portfolio, mark, &mut count);
    assert!(count > 300, "every sort of item has texts: {count}");
    fs::write(folder.join("portfolio.json"), portfolio.to_string()).expect("a file");
    let head: Vec<String> =
        mark.as_object().expect("an object").iter().map(|(name, value)| format!("{name}: {value}")).collect();
    let head = head.join("\n");
    fs::write(folder.join("writing/a.md"), format!("---\n{head}\ntitle: {CANARY}\n---\n{CANARY}\n")).expect("a file");
    let mut command = Command::new(env!("CARGO_BIN_EXE_vitrine"));
    let built =
        command.current_dir(&folder).args(["build", "--frame", "frame"]).args(arguments).output().expect("it starts");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let sings = |file: &PathBuf| {
        plain(file).windows(CANARY.len()).any(|part| part.eq_ignore_ascii_case(CANARY.as_bytes()))
            || file.to_string_lossy().to_ascii_uppercase().contains(CANARY)
    };
    let found: Vec<PathBuf> = files(&folder.join("dist")).into_iter().filter(sings).collect();
    assert_eq!(found.is_empty(), is_hidden, "{found:?}");
    let (audience, what) = (arguments, [&["json-resume"][..], &["markdown"]]);
    for what in what {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vitrine"));
        let exported =
            command.current_dir(&folder).arg("export").args(what).args(audience).output().expect("it starts");
        let text = String::from_utf8_lossy(&exported.stdout);
        assert!(exported.status.success() && text.len() > 1000, "{}", String::from_utf8_lossy(&exported.stderr));
        assert_eq!(text.contains(CANARY), !is_hidden, "{what:?}");
    }
    fs::remove_dir_all(folder).expect("it was there");
}

#[test]
fn what_is_private_is_in_no_file_of_a_site() {
    assert_hidden("private", &serde_json::json!({ "private": true }), &[], true);
}

#[test]
fn what_is_for_others_is_in_no_file_of_a_site() {
    let mark = serde_json::json!({ "for": ["platform", "lead"] });
    assert_hidden("all", &mark, &[], true);
    assert_hidden("other", &mark, &["--for", "mobile"], true);
    assert_hidden("own", &mark, &["--for", "lead"], false);
}
