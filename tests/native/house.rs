//! The house rules the compiler can't hold: who may name whom, and that the documents tell the truth.

use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The crates, and everything that each of them needs.
const CRATES: [(&str, &[&str]); 12] = [
    ("lean", &[]),
    ("fold", &["js-sys", "unicode-normalization"]),
    (
        "model",
        &[
            "vitrine-fold",
            "vitrine-lean",
            "vitrine-words",
            "serde",
            "serde_json",
            "thiserror",
            "pulldown-cmark",
            "linkify",
            "vitrine-words",
            "url",
            "any_ascii",
            "schemars",
        ],
    ),
    ("words", &["vitrine-lean", "icu_plurals", "icu_locale_core", "serde_json", "thiserror"]),
    ("lens", &["vitrine-fold", "vitrine-lean", "vitrine-model"]),
    ("draw", &["vitrine-lean", "vitrine-model"]),
    ("markup", &["vitrine-lean", "vitrine-markup-macro", "any_spawner", "js-sys", "wasm-bindgen", "web-sys", "leptos"]),
    ("markup/macro", &["proc-macro2", "quote", "rstml", "syn"]),
    ("frame", &["base64", "brotli", "flate2", "rayon", "serde", "serde_json", "sha2", "thiserror", "zip"]),
    ("import", &["vitrine-model", "csv", "jsonc-parser", "serde", "serde_json", "thiserror", "zip"]),
    (
        "site",
        &[
            "vitrine-draw",
            "vitrine-frame",
            "vitrine-lean",
            "vitrine-model",
            "axum",
            "percent-encoding",
            "rayon",
            "resvg",
            "isolang",
            "icu_locale",
            "serde_json",
            "thiserror",
            "tower-http",
            "image",
            "webp",
            "serde-saphyr",
            "syntect",
            "two-face",
            "skera",
            "skrifa",
            "ttf2woff2",
            "wuff",
            "unicode-normalization",
            "unicode-segmentation",
        ],
    ),
    (
        "cli",
        &[
            "vitrine",
            "vitrine-draw",
            "vitrine-frame",
            "vitrine-import",
            "vitrine-model",
            "vitrine-words",
            "vitrine-site",
            "annotate-snippets",
            "anyhow",
            "axum",
            "clap",
            "clap_complete",
            "clap_mangen",
            "cliclack",
            "futures-util",
            "jsonc-parser",
            "lopdf",
            "mime_guess",
            "open",
            "percent-encoding",
            "serde",
            "serde_json",
            "similar",
            "tempfile",
            "tokio",
            "ureq",
        ],
    ),
];

/// Where there is code that becomes part of a site.
const CODE: [&str; 13] = [
    "src",
    "crates/fold/src",
    "crates/lean/src",
    "crates/model/src",
    "crates/lens/src",
    "crates/draw/src",
    "crates/markup/src",
    "crates/markup/macro/src",
    "crates/frame/src",
    "crates/import/src",
    "crates/site/src",
    "crates/words/src",
    "crates/cli/src",
];

fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(ROOT).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the project").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                let text = fs::read_to_string(&path).expect("a text file");
                found.push((path.strip_prefix(ROOT).expect("a path of the project").to_owned(), text));
            }
        }
    }
    found
}

/// Lines of code, without comments: a doc comment may name what the code must not.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

/// Whether a line has a word that is not the end of a longer one, as `Function(` is of `isFunction(`.
fn has_word(line: &str, word: &str) -> bool {
    let is_of_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '$');
    line.match_indices(word).any(|(at, _)| !line.get(..at).is_some_and(|before| before.ends_with(is_of_name)))
}

#[track_caller]
fn assert_absent(room: &str, words: &[&str]) {
    let files = files(room, "rs");
    assert!(!files.is_empty(), "{room} holds no code");
    for (path, text) in files {
        for line in code(&text) {
            for word in words {
                assert!(!line.contains(word), "{} names {word}: {}", path.display(), line.trim());
            }
        }
    }
}

/// What a manifest says its crate needs, but for its tests.
fn needs(manifest: &str) -> Vec<&str> {
    let mut needs = Vec::new();
    let mut is_needed = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_needed = line.trim_end_matches(']').rsplit(['[', '.']).next() == Some("dependencies");
        } else if let Some((name, _)) = line.split_once(" =").filter(|_| is_needed) {
            needs.push(name);
        }
    }
    // What differs by target is named once for each.
    needs.dedup();
    needs
}

#[test]
fn crates_need_what_is_listed_and_no_more() {
    let folder = fs::read_dir(Path::new(ROOT).join("crates")).expect("crates");
    // Those inside of others are for these alone.
    let listed = CRATES.iter().filter(|(name, _)| !name.contains('/')).count();
    assert_eq!(folder.count(), listed, "a crate is not listed here");
    for (name, needed) in CRATES {
        let path = Path::new(ROOT).join("crates").join(name);
        let manifest = fs::read_to_string(path.join("Cargo.toml")).expect("a manifest");
        assert_eq!(needs(&manifest), needed, "crates/{name}");
        assert!(
            CODE.iter().any(|code| Path::new(ROOT).join(code) == path.join("src")),
            "crates/{name} is not looked at"
        );
    }
}

#[test]
fn only_the_page_and_its_tree_name_the_framework_or_the_browser() {
    // One asks the browser for the tables of Unicode, in one file.
    for (name, needed) in CRATES.iter().filter(|(name, _)| !matches!(*name, "markup" | "fold")) {
        for word in ["leptos", "leptos_router", "web-sys", "js-sys", "wasm-bindgen"] {
            assert!(!needed.contains(&word), "crates/{name} needs {word}");
        }
    }
}

#[test]
fn nothing_that_was_built_is_patched() {
    let patches = ["replaced(", "</head>", "html.replace", "page.replace", ".find(\"<", ".replace(\"<"];
    for room in ["xtask/src", "crates/frame/src", "crates/cli/src"] {
        assert_absent(room, &patches);
    }
    for (path, text) in files("crates/site/src", "rs") {
        let tested = text.split("#[cfg(test)]").next().unwrap_or_default();
        // The page itself is written there.
        for line in code(tested) {
            for word in patches.iter().filter(|word| **word != "</head>") {
                assert!(!line.contains(word), "{} names {word}: {}", path.display(), line.trim());
            }
        }
    }
}

#[test]
fn a_site_is_made_without_reading_a_file_or_a_clock() {
    for (path, text) in files("crates/site/src", "rs") {
        // The server reads what it serves, and tests what is to be put into a site.
        if path.starts_with("crates/site/src/server") || path.ends_with("headers.rs") || path.ends_with("tests.rs") {
            continue;
        }
        for line in code(&text) {
            for word in ["std::fs", "std::env", "std::time", "leptos"] {
                assert!(!line.contains(word), "{} names {word}: {}", path.display(), line.trim());
            }
        }
    }
}

#[test]
fn what_is_imported_comes_as_text() {
    assert_absent("crates/import/src", &["std::fs", "std::env", "std::net", "std::time", "std::process", "println!"]);
}

#[test]
fn rooms_know_only_the_rooms_below_them() {
    assert_absent("crates/draw/src/chart", &["vitrine_model", "crate::diagram"]);
    assert_absent("crates/draw/src/diagram", &["crate::chart"]);
    assert_absent("crates/markup/src/web", &["Markup", "State"]);
    assert_absent("src/web", &["crate::view", "crate::lens", "vitrine_lens", "Markup"]);
    assert_absent("src/view/widget", &["view::section", "view::state", "view::page", "use_context", "expect_context"]);
}

#[test]
fn only_the_web_rooms_name_the_browser() {
    let room = |path: &Path| path.starts_with("crates/markup/src/web") || path == "crates/fold/src/unicode.rs";
    let elsewhere = ["src/view", "crates/markup/src", "crates/fold/src"].into_iter().flat_map(|room| files(room, "rs"));
    for (path, text) in elsewhere.filter(|(path, _)| !room(path)) {
        // A widget may hold the type of an element it asked for; it may not look for one.
        for line in code(&text) {
            for word in ["window()", "document()", "js_sys::"] {
                assert!(!line.contains(word), "{} names {word}: {}", path.display(), line.trim());
            }
        }
    }
}

#[test]
fn text_never_becomes_markup() {
    const SCRIPT: [&str; 12] = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "Function(",
        "setTimeout(\"",
        "setTimeout('",
        "setTimeout(`",
        "setInterval(\"",
        "setInterval('",
    ];
    for folder in CODE {
        assert_absent(folder, &["inner_html", "outer_html", "insert_adjacent"]);
        assert_absent(folder, &SCRIPT);
    }
    let scripts: Vec<_> = ["public", "src"].iter().flat_map(|folder| files(folder, "js")).collect();
    for shipped in ["src/boot/main.js", "src/glue/guard.js", "src/glue/start.js"] {
        assert!(scripts.iter().any(|(path, _)| path == Path::new(shipped)), "{shipped} is not there");
    }
    for (path, text) in scripts {
        for line in code(&text) {
            for word in SCRIPT {
                assert!(!has_word(line, word), "{} names {word}: {}", path.display(), line.trim());
            }
        }
    }
    for (path, text) in files("src/view", "rs") {
        assert!(!text.contains("style=\""), "{} sets a style attribute, which the policy forbids", path.display());
    }
}

#[test]
fn a_canvas_is_read_back_only_to_save_a_picture() {
    const READS: [&str; 8] = [
        "get_image_data",
        "to_data_url",
        "to_blob",
        "convert_to_blob",
        "getImageData",
        "toDataURL",
        "toBlob",
        "convertToBlob",
    ];
    let mut found = Vec::new();
    for (path, text) in
        ["rs", "js"].into_iter().flat_map(|ending| CODE.into_iter().flat_map(move |code| files(code, ending)))
    {
        if code(&text).any(|line| READS.iter().any(|read| has_word(line, read))) {
            found.push(path);
        }
    }
    assert_eq!(found, [Path::new("src/web/save.rs")], "engines that resist fingerprinting give noise");
}

#[test]
fn files_hold_one_noun_each() {
    let tests = ["tests/native", "crates/draw/tests", "crates/fold/tests", "crates/lean/tests", "crates/lens/tests"]
        .map(|tests| (tests, 420));
    for (folder, most) in CODE.into_iter().chain(["xtask/src"]).map(|code| (code, 330)).chain(tests) {
        for (path, text) in files(folder, "rs") {
            // The mirror is one list of fields.
            let listing = path.ends_with("document.rs");
            // Tests of private laws stand at a file's end and do not count.
            let lines = text.lines().take_while(|line| !(line.starts_with("#[cfg(") && line.contains("test"))).count();
            assert!(lines <= most || listing, "{} has {lines} lines; split it", path.display());
        }
    }
}

#[test]
fn nothing_is_left_undone() {
    for folder in CODE.into_iter().chain(["xtask/src", "tests/browser"]) {
        for (path, text) in files(folder, "rs") {
            for word in ["TODO", "FIXME", "XXX", "todo!", "unimplemented!", "dbg!"] {
                assert!(!text.contains(word), "{} holds {word}", path.display());
            }
        }
    }
}

#[test]
fn every_path_the_architecture_names_exists() {
    let text = fs::read_to_string(Path::new(ROOT).join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let quoted = text.split('`').skip(1).step_by(2);
    let paths = quoted.filter(|quoted| quoted.contains('/') && !quoted.contains([' ', ':', '*', '<', '{', '?', '(']));
    let mut checked = 0;
    for path in paths.filter(|path| !path.starts_with('/') && !path.starts_with("http") && !path.starts_with("target/"))
    {
        assert!(Path::new(ROOT).join(path).exists(), "ARCHITECTURE.md names {path}, which is not there");
        checked += 1;
    }
    assert!(checked > 10, "only {checked} paths were found in ARCHITECTURE.md");
}

#[test]
fn hosted_checks_take_what_others_wrote_by_its_commit_and_may_only_read() {
    let workflows = files(".github/workflows", "yml");
    assert!(!workflows.is_empty());
    for (path, text) in workflows {
        let uses: Vec<&str> =
            text.lines().filter_map(|line| line.trim().trim_start_matches("- ").strip_prefix("uses: ")).collect();
        assert!(!uses.is_empty(), "{} uses nothing", path.display());
        for action in uses {
            let (_, version) = action.split_once('@').expect("a version");
            let (commit, name) = version.split_once(" # v").unwrap_or((version, ""));
            let is_commit = commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
            assert!(is_commit && name.contains('.'), "{}: {action} names no commit with its version", path.display());
        }
        assert!(text.contains("\npermissions:\n  contents: read\n"), "{} may do more than read", path.display());
        // What a version is published by has to; it runs for nothing but a tag.
        let is_release = text.contains("\non:\n  push:\n    tags:") && !text.contains("pull_request");
        assert!(is_release || !text.contains(": write"), "{} may write", path.display());
    }
}
