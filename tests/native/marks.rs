//! The names that the first script shares with Rust. Run with `UPDATE_EXPECTED=1` to write its files of them anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use vitrine::marks::{self, ALL, Mark};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The marks in both spellings: as the bundler takes them, which writes the values of an enum where they are used, and as
/// Node does, which reads no TypeScript.
fn spellings() -> [(&'static str, String); 2] {
    let lines = |sign: &str, end: &str| -> String {
        let line = |Mark { name, value, meaning }: &Mark| {
            format!("  /** {} */\n  {name}{sign} {value:?}{end}\n", meaning.trim())
        };
        ALL.iter().map(line).collect()
    };
    let head = "// The names in a page that Rust knows, too. Made from crates/model/src/marks.rs: change them there.\n";
    [
        (
            "marks.ts",
            format!(
                "{head}// For the bundle, which gets the values alone; marks.js is for Node.\nexport const enum Mark {{\n{}}}\n",
                lines(" =", ",")
            ),
        ),
        (
            "marks.js",
            format!(
                "{head}// For Node; marks.ts is for the bundle.\nexport const Mark = Object.freeze({{\n{}}});\n",
                lines(":", ",")
            ),
        ),
    ]
}

#[test]
fn the_first_script_is_told_the_names_that_rust_uses() {
    for (file, text) in spellings() {
        let path = Path::new(ROOT).join("src/boot").join(file);
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&path, &text).expect("writable");
        }
        let there = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            there == text,
            "src/boot/{file} is not what crates/model/src/marks.rs says: run UPDATE_EXPECTED=1 cargo test --test native marks"
        );
    }
}

/// The words that follow `before` in a text.
fn words_after<'a>(text: &'a str, before: &str) -> impl Iterator<Item = &'a str> {
    let is_of_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.split(before).skip(1).map(move |rest| rest.split(|c| !is_of_word(c)).next().unwrap_or_default())
}

#[test]
fn the_first_script_uses_no_name_that_is_not_among_them() {
    let names: BTreeSet<&str> = ALL.iter().map(|mark| mark.name).collect();
    // What only the script and the style know.
    let mut attributes = BTreeSet::from(["laidOut"]);
    attributes.extend(ALL.iter().filter_map(|mark| mark.value.strip_prefix("data-")));
    let (mut marks, mut read) = (0, 0);
    for entry in fs::read_dir(Path::new(ROOT).join("src/boot")).expect("src/boot").flatten() {
        let file = entry.path();
        if file.extension().is_none_or(|ending| ending != "js") {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a text");
        for name in words_after(&text, "Mark.") {
            assert!(
                names.contains(name),
                "{} uses Mark.{name}, which crates/model/src/marks.rs does not have",
                file.display()
            );
            marks += 1;
        }
        for attribute in words_after(&text, "dataset.") {
            assert!(
                attributes.contains(attribute),
                "{} uses dataset.{attribute}, which crates/model/src/marks.rs does not have",
                file.display()
            );
            read += 1;
        }
    }
    assert!(marks > 20 && read > 20, "only {marks} marks and {read} attributes were found in src/boot");
}

#[test]
fn what_is_not_rust_says_the_same() {
    let said = [
        ("index.html", format!("{}=\"{}\"", marks::STATE, marks::LOADING)),
        ("index.html", format!("name=\"{}\"", marks::FONT)),
        ("index.html", format!("id=\"{}\"", marks::APP)),
        ("Trunk.toml", format!("name=\"{}\"", marks::PROGRAM)),
        ("Trunk.toml", format!("{}=\"", marks::SCRIPT)),
        ("src/glue/guard.js", format!("\"{}\"", marks::STOPPED)),
        ("src/glue/start.js", format!("globalThis.{}", marks::PARTS)),
    ];
    for (file, words) in said {
        let text = fs::read_to_string(Path::new(ROOT).join(file)).expect("a file of the project");
        assert!(text.contains(&words), "{file} does not say {words}");
    }
}
