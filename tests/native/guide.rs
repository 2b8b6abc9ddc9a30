//! The pages of the guide lead somewhere, and show the files that there are.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Pages that show a file whole: the page, the language of the block, the file.
const SHOWN: [(&str, &str, &str); 6] = [
    ("hosts.md", "nginx", "docs/guide/hosts/nginx.conf"),
    ("hosts.md", "caddy", "docs/guide/hosts/Caddyfile"),
    ("hosts.md", "yaml", "crates/cli/starter/host/github.yml"),
    ("hosts.md", "yaml", "crates/cli/starter/host/gitlab.yml"),
    ("hosts.md", "toml", "crates/cli/starter/host/wrangler.toml"),
    ("hosts.md", "toml", "crates/cli/starter/host/netlify.toml"),
];

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()))
}

/// The documents that people read, from the root.
fn documents() -> Vec<PathBuf> {
    let mut found = vec![PathBuf::from("README.md"), PathBuf::from("ARCHITECTURE.md")];
    for folder in ["docs", "docs/guide", "docs/decisions"] {
        let entries = fs::read_dir(Path::new(ROOT).join(folder)).expect("a folder of documents").flatten();
        let paths = entries.map(|entry| Path::new(folder).join(entry.file_name()));
        found.extend(paths.filter(|path| path.extension().is_some_and(|ending| ending == "md")));
    }
    found
}

/// The text outside of code.
fn prose(text: &str) -> String {
    let mut is_code = false;
    let lines = text.lines().filter(|line| {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        !is_code && !is_fence
    });
    let lines: Vec<String> = lines.map(|line| line.split('`').step_by(2).collect::<Vec<_>>().join("`")).collect();
    lines.join("\n")
}

/// The anchors that GitHub gives headings: letters and digits in lower case, spaces as hyphens.
fn anchors(text: &str) -> HashSet<String> {
    let mut is_code = false;
    let headings = text.lines().filter(|line| {
        is_code ^= line.starts_with("```");
        !is_code && line.starts_with('#')
    });
    let kept = |letter: &char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_');
    let slug = |line: &str| -> String {
        line.trim_start_matches('#').trim().to_lowercase().chars().filter(kept).collect::<String>().replace(' ', "-")
    };
    headings.map(slug).collect()
}

#[test]
fn every_link_of_the_documents_leads_to_a_file_and_a_heading() {
    let mut checked = 0;
    for document in documents() {
        let text = read(&Path::new(ROOT).join(&document));
        let prose = prose(&text);
        for (_, rest) in prose.match_indices("](").map(|(at, _)| prose.split_at(at + 2)) {
            let link = rest.split([')', ' ']).next().unwrap_or_default();
            // Examples of Markdown name files that nobody has.
            let is_example = link == "file" && document.ends_with("problems.md");
            if link.contains("://") || link.starts_with("mailto:") || is_example {
                continue;
            }
            let (file, anchor) = link.split_once('#').map_or((link, None), |(file, anchor)| (file, Some(anchor)));
            let folder = document.parent().unwrap_or(Path::new(""));
            let path = if file.is_empty() { document.clone() } else { folder.join(file) };
            let path = Path::new(ROOT).join(path);
            assert!(path.exists(), "{} links to {link}, which is not there", document.display());
            if let Some(anchor) = anchor {
                let found = anchors(&read(&path));
                assert!(found.contains(anchor), "{} links to {link}, which has no such heading", document.display());
            }
            checked += 1;
        }
    }
    assert!(checked > 40, "only {checked} links were found");
}

#[test]
fn the_guide_names_each_of_its_pages_from_the_first_one_or_the_readme() {
    let first = read(&Path::new(ROOT).join("README.md")) + &read(&Path::new(ROOT).join("docs/guide/start.md"));
    for document in documents().iter().filter(|document| document.starts_with("docs/guide")) {
        let name = document.file_name().and_then(|name| name.to_str()).expect("a name");
        assert!(name == "start.md" || first.contains(&format!("{name})")), "nothing leads to {}", document.display());
    }
}

#[test]
fn files_that_the_guide_shows_are_those_that_there_are() {
    for (page, language, file) in SHOWN {
        let text = read(&Path::new(ROOT).join(file)).replace("@VERSION@", env!("CARGO_PKG_VERSION"));
        let block = format!("```{language}\n{text}```\n");
        let shown = read(&Path::new(ROOT).join("docs/guide").join(page));
        assert!(shown.contains(&block), "{page} does not show {file} as it is");
    }
}
