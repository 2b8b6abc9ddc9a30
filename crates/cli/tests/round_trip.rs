//! A résumé that is imported, exported and imported again stays what it is.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Résumés in the style of those that people publish, and the samples of JSON Resume's packages.
fn resumes() -> Vec<PathBuf> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../import/tests");
    let folders = ["resumes", "samples/json-resume"].map(|folder| tests.join(folder));
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("résumés").flatten());
    files.map(|file| file.path()).filter(|file| file.extension().is_some_and(|end| end == "json")).collect()
}

fn run(folder: &Path, arguments: &[&str]) {
    let mut vitrine = Command::new(env!("CARGO_BIN_EXE_vitrine"));
    let output = vitrine.arg("--quiet").args(arguments).current_dir(folder).output().expect("the command runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_resume_that_is_exported_and_imported_is_exported_the_same() {
    let resumes = resumes();
    assert_eq!(resumes.len(), 15);
    for resume in resumes {
        let folder = tempfile::tempdir().expect("a folder");
        let given = resume.to_str().expect("a path in UTF-8");
        run(folder.path(), &["import", "json-resume", given, "--into", "first.json"]);
        run(folder.path(), &["export", "json-resume", "--portfolio", "first.json", "--out", "once.json"]);
        run(folder.path(), &["import", "json-resume", "once.json", "--into", "second.json"]);
        run(folder.path(), &["export", "json-resume", "--portfolio", "second.json", "--out", "twice.json"]);
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a file");
        assert_eq!(read("once.json"), read("twice.json"), "{given}");
        // What the packages' samples say has a place in both.
        if given.contains("samples") {
            assert_eq!(read("first.json"), read("second.json"), "{given}");
        }
    }
}
