//! Files with mistakes, and what `check` says of each. `broken/NAME.expected` holds it in three formats; those that tools read of all
//! files at once stand in `broken/all.sarif` and `broken/all.github`. `UPDATE_EXPECTED=1` writes down what is said now.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::{env, fs};

use boon::{Compiler, Schemas};
use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken")
}

/// The names of the files, in order.
fn files() -> Vec<String> {
    let names = fs::read_dir(folder()).expect("broken files").flatten().map(|file| file.file_name());
    let names: BTreeSet<String> = names.filter_map(|name| name.into_string().ok()).collect();
    let is_portfolio = |name: &String| [".json", ".jsonc"].iter().any(|end| name.ends_with(end));
    names.into_iter().filter(is_portfolio).collect()
}

fn check(arguments: &[&str]) -> Output {
    let mut vitrine = Command::new(env!("CARGO_BIN_EXE_vitrine"));
    vitrine.args(["--color", "never", "check"]).args(arguments).current_dir(folder());
    vitrine.output().expect("the command runs")
}

fn said(output: &Output) -> String {
    let text = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    // Editors take spaces at the ends of lines away.
    text.lines().map(|line| [line.trim_end(), "\n"].concat()).collect()
}

#[track_caller]
fn assert_written(file: &Path, now: &str) {
    if env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(file, now).expect("a folder to write into");
    }
    let expected = fs::read_to_string(file).unwrap_or_default();
    assert_eq!(now, expected, "{}; UPDATE_EXPECTED=1 writes it", file.display());
}

#[test]
fn each_file_is_told_of_for_people_editors_and_programs() {
    let files = files();
    assert!(files.len() >= 80, "only {} files", files.len());
    for name in files {
        let mut now = String::new();
        for format in ["human", "short", "json"] {
            let output = check(&["--format", format, &name]);
            let code = output.status.code().expect("no crash");
            assert!(code < 2, "{name}: {}", String::from_utf8_lossy(&output.stderr));
            let _ = write!(now, "== {format}, exit code {code}\n{}", said(&output));
        }
        assert_written(&folder().join(Path::new(&name).with_extension("expected")), &now);
    }
}

#[test]
fn all_files_together_are_told_of_in_the_formats_of_others() {
    let files = files();
    for format in ["sarif", "github"] {
        let mut arguments = vec!["--format", format];
        arguments.extend(files.iter().map(String::as_str));
        let output = check(&arguments);
        assert_eq!(output.status.code(), Some(1));
        assert_written(&folder().join("all").with_extension(format), &said(&output));
    }
}

#[test]
fn ranges_hold_what_they_are_about_and_every_problem_says_what_to_do() {
    for name in files() {
        let bytes = fs::read(folder().join(&name)).expect("a file");
        let json: Value = serde_json::from_str(&said(&check(&["--format", "json", &name]))).expect("JSON");
        for problem in json["files"][0]["problems"].as_array().expect("a list") {
            let place = |end: &str, of: &str| problem["range"][end][of].as_u64().and_then(|n| usize::try_from(n).ok());
            let at =
                |end: &str| (place(end, "offset").unwrap(), place(end, "line").unwrap(), place(end, "column").unwrap());
            let ((start, line, column), (end, ..)) = (at("start"), at("end"));
            assert!(start <= end && end <= bytes.len() + 3, "{name}: {problem}");
            assert_eq!(String::from_utf8_lossy(&bytes[..start]).matches('\n').count() + 1, line, "{name}: {problem}");
            assert!(column >= 1);
            for text in ["message", "remedy"] {
                assert!(problem[text].as_str().is_some_and(|text| !text.is_empty()), "{name}: {problem}");
            }
        }
    }
}

#[test]
fn sarif_has_what_code_scanning_asks_for() {
    let mut arguments = vec!["--format", "sarif"];
    let files = files();
    arguments.extend(files.iter().map(String::as_str));
    let log: Value = serde_json::from_str(&said(&check(&arguments))).expect("JSON");
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let schema = include_str!("../../../tests/native/data/schema/sarif-2.1.0.json");
    compiler.add_resource("sarif.json", serde_json::from_str(schema).expect("JSON")).expect("a schema");
    let schema = compiler.compile("sarif.json", &mut schemas).expect("a sound schema");
    assert!(schemas.validate(&serde_json::json!({ "version": "2.1.0" }), schema).is_err());
    if let Err(error) = schemas.validate(&log, schema) {
        panic!("{error:#}");
    }
    let run = &log["runs"][0];
    let rules: Vec<&str> =
        run["tool"]["driver"]["rules"].as_array().unwrap().iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    let results = run["results"].as_array().unwrap();
    assert!(results.len() > 100);
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("a rule")).unwrap();
        assert_eq!(rules[index], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(files.iter().any(|file| file == uri), "{uri}");
        let number = |name: &str| place["region"][name].as_u64().unwrap_or_else(|| panic!("{name} of {place}"));
        assert!(number("startLine") >= 1 && number("startColumn") >= 1 && number("endLine") >= number("startLine"));
    }
}

#[test]
fn standard_input_is_read_like_a_file() {
    let mut vitrine = Command::new(env!("CARGO_BIN_EXE_vitrine"));
    let piped = vitrine.args(["check", "--format", "short", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut running = piped.spawn().expect("the command runs");
    let mut input = running.stdin.take().expect("a pipe");
    std::io::Write::write_all(&mut input, br#"{ "profile": { "name": "Ada", "nam": 1 } }"#).unwrap();
    drop(input);
    let output = running.wait_with_output().unwrap();
    assert_eq!(said(&output), "<stdin>:1:31: warning[V0103]: unknown property \"nam\"; did you mean \"name\"?\n");
    assert_eq!(output.status.code(), Some(1));
}
