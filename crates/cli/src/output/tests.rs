//! A folder that a site is written into, again and again.

use super::*;

fn nothing(_: &File) -> Vec<(String, Vec<u8>)> {
    Vec::new()
}

#[test]
fn only_a_site_gives_way_to_another() {
    let folder = std::env::temp_dir().join(format!("vitrine-clear-{}", std::process::id()));
    let has = |file: &str| folder.join(file).exists();
    let site = MARKS.map(|path| File { path: path.to_owned(), bytes: b"new".to_vec() });
    let build = |is_meant| write(&folder, &site, Some(&nothing), is_meant);
    fs::create_dir_all(folder.join(".git")).unwrap();
    fs::create_dir_all(folder.join("projects")).unwrap();
    fs::write(folder.join("index.html"), "mine").unwrap();
    assert!(build(false).unwrap_err().to_string().contains("other than a site"));
    assert!(has("index.html") && has("projects") && !has("404.html"));
    for file in MARKS {
        fs::write(folder.join(file), "old").unwrap();
    }
    build(false).unwrap();
    assert!(has(".git") && has("404.html") && !has("index.html") && !has("projects"));
    fs::remove_file(folder.join("404.html")).unwrap();
    fs::write(folder.join("rest"), "of an interrupted build").unwrap();
    assert!(build(false).is_err());
    build(true).unwrap();
    assert!(!has("rest") && !has(NEW));
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_build_that_fails_leaves_the_site_of_before() {
    let folder = std::env::temp_dir().join(format!("vitrine-kept-{}", std::process::id()));
    let file = |path: &str| File { path: path.to_owned(), bytes: b"site".to_vec() };
    write(&folder, &[file("404.html"), file(HEADERS), file("sbom.cdx.json")], Some(&nothing), false).unwrap();
    // A file below another is none that can be written.
    assert!(write(&folder, &[file("index.html"), file("index.html/a")], Some(&nothing), false).is_err());
    assert!(folder.join("404.html").exists() && !folder.join("index.html").exists());
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn what_has_not_changed_keeps_its_copies() {
    let folder = std::env::temp_dir().join(format!("vitrine-again-{}", std::process::id()));
    let marks = MARKS.map(|path| File { path: path.to_owned(), bytes: b"site".to_vec() });
    let page = |words: &str| File { path: "index.html".to_owned(), bytes: words.repeat(200).into_bytes() };
    let build = |words: &str| write(&folder, &[&marks[..], &[page(words)]].concat(), Some(&nothing), false).unwrap();
    let copy = || fs::read(folder.join("index.html.br")).unwrap();
    build("the same ");
    fs::write(folder.join("index.html.br"), "a copy that can be told from others").unwrap();
    build("the same ");
    assert_eq!(copy(), b"a copy that can be told from others");
    build("another ");
    assert_ne!(copy(), b"a copy that can be told from others");
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_picture_that_was_taken_back_goes() {
    let folder = std::env::temp_dir().join(format!("vitrine-taken-back-{}", std::process::id()));
    let marks = MARKS.map(|path| File { path: path.to_owned(), bytes: b"site".to_vec() });
    let picture = File { path: "pictures/me-0123456789abcdef.svg".to_owned(), bytes: b"<svg/>".to_vec() };
    write(&folder, &[&marks[..], &[picture]].concat(), Some(&nothing), false).unwrap();
    write(&folder, &marks, Some(&nothing), false).unwrap();
    assert!(!folder.join("pictures").exists());
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn two_builds_keep_out_of_each_others_way() {
    let folder = std::env::temp_dir().join(format!("vitrine-two-{}", std::process::id()));
    let marks = MARKS.map(|path| File { path: path.to_owned(), bytes: b"site".to_vec() });
    let other = Lock::of(&folder).unwrap();
    let told = write(&folder, &marks, None, false).unwrap_err().to_string();
    assert!(told.contains("another build is at work") && told.contains(LOCK), "{told}");
    drop(other);
    write(&folder, &marks, None, false).unwrap();
    // One was ended between the two halves of its swap.
    fs::create_dir(folder.join(OLD)).unwrap();
    fs::rename(folder.join("404.html"), folder.join(OLD).join("404.html")).unwrap();
    write(&folder, &marks, None, true).unwrap();
    let left: Vec<PathBuf> = entries(&folder).unwrap();
    assert_eq!(left.len(), MARKS.len(), "{left:?}");
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn what_a_site_is_made_of_is_never_replaced_by_it() {
    let folder = std::env::temp_dir().join(format!("vitrine-apart-{}", std::process::id()));
    let (source, out) = (folder.join("portfolio.json"), folder.join("dist"));
    fs::create_dir_all(&out).unwrap();
    fs::write(&source, "{}").unwrap();
    ensure_apart(&out, &[&source]).unwrap();
    ensure_apart(&folder.join("new"), &[&source]).unwrap();
    assert!(ensure_apart(&folder, &[&source]).unwrap_err().to_string().contains("portfolio.json is in"));
    assert!(ensure_apart(Path::new("/"), &[]).is_err());
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_site_is_written_with_copies_that_are_ready_or_made_here() {
    let folder = std::env::temp_dir().join(format!("vitrine-write-{}", std::process::id()));
    let text = "the same again and again. ".repeat(40);
    let file = |path: &str| File { path: path.to_owned(), bytes: text.clone().into_bytes() };
    let ready = |file: &File| match &*file.path {
        "style.css" => vec![("style.css.br".to_owned(), b"ready".to_vec())],
        _ => Vec::new(),
    };
    write(&folder, &[file("a/index.html"), file("icon.svg"), file("style.css")], Some(&ready), false).unwrap();
    let found: Vec<String> = files_below(&folder).unwrap().into_iter().map(|(name, _)| name).collect();
    let made = ["a/index.html", "a/index.html.br", "a/index.html.gz", "icon.svg", "icon.svg.br", "icon.svg.gz"];
    assert_eq!(found, [&made[..], &["style.css", "style.css.br"]].concat());
    assert_eq!(fs::read_to_string(folder.join("style.css.br")).unwrap(), "ready");
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn of_what_is_hidden_only_what_the_web_has_a_place_for_is_published_again_and_again() {
    let folder = std::env::temp_dir().join(format!("vitrine-well-known-{}", std::process::id()));
    let (given, out) = (folder.join("given"), folder.join("out"));
    for file in [".well-known/security.txt", ".env", "a/.well-known/x", "a/.hidden", "b.txt"] {
        fs::create_dir_all(given.join(file).parent().unwrap()).unwrap();
        fs::write(given.join(file), "given").unwrap();
    }
    let found: Vec<String> = files_below(&given).unwrap().into_iter().map(|(name, _)| name).collect();
    assert_eq!(found, [".well-known/security.txt", "b.txt"]);
    let site = MARKS.map(str::to_owned).into_iter().chain([".well-known/security.txt".to_owned()]);
    for text in ["first", "second"] {
        let site: Vec<_> = site.clone().map(|path| File { path, bytes: text.into() }).collect();
        write(&out, &site, Some(&nothing), false).unwrap();
        assert_eq!(fs::read_to_string(out.join(".well-known/security.txt")).unwrap(), text);
    }
    fs::write(out.join(".well-known/of-the-host"), "kept").unwrap();
    let site = MARKS.map(|path| File { path: path.to_owned(), bytes: Vec::new() });
    write(&out, &site, Some(&nothing), false).unwrap();
    assert!(out.join(".well-known/of-the-host").exists(), "a site without one leaves the folder's own alone");
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn files_named_after_what_they_hold_stay_for_one_build_more() {
    let folder = std::env::temp_dir().join(format!("vitrine-lasting-{}", std::process::id()));
    let build = |style: &str| {
        let headers = format!("/b/*\n  X: y\n/b/{style}\n  Cache-Control: public, max-age=31536000, immutable\n");
        let file = |path: &str, text: &str| File { path: path.to_owned(), bytes: text.repeat(100).into_bytes() };
        let files = [
            file("404.html", "site"),
            file("sbom.cdx.json", "site"),
            file(style, style),
            File { path: HEADERS.to_owned(), bytes: headers.into_bytes() },
        ];
        write(&folder, &files, Some(&nothing), false).unwrap();
        let found = files_below(&folder).unwrap().into_iter().map(|(name, _)| name);
        found.filter(|name| name.starts_with("style")).collect::<Vec<_>>()
    };
    let style = |number: u8| format!("style-{number:016x}.css");
    assert_eq!(build(&style(1)), ["", ".br", ".gz"].map(|end| style(1) + end));
    assert_eq!(build(&style(1)).len(), 3);
    assert_eq!(build(&style(2)).len(), 6);
    assert_eq!(build(&style(2)).len(), 6, "a change of words makes nobody's page older");
    let third = build(&style(3));
    assert!(third.len() == 6 && !third.contains(&style(1)), "{third:?}");
    fs::remove_dir_all(&folder).unwrap();
}
