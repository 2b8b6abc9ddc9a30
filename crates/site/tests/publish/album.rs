//! Pictures beside a portfolio: found, measured and written in the sizes that pages need.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::rc::Rc;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageEncoder, ImageFormat, RgbImage};
use vitrine_model::folder::{Folder, PictureFault};
use vitrine_model::{Gate, Href, Portfolio, Problem, read_beside};
use vitrine_site::{Album, File};

/// A picture with something to see in it.
fn photo(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([(x / 3) as u8, (y / 2) as u8, (x ^ y) as u8])
    }))
}

fn bytes(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("written");
    bytes.into_inner()
}

/// As a camera writes it that was held on its side: EXIF 2.32, tag 0x0112, value 6.
fn on_its_side(picture: &DynamicImage) -> Vec<u8> {
    let exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new(&mut bytes);
    encoder.set_exif_metadata(exif.to_vec()).expect("it has room for that");
    encoder
        .write_image(picture.as_bytes(), picture.width(), picture.height(), picture.color().into())
        .expect("written");
    bytes
}

fn album(files: &[(&'static str, Vec<u8>)]) -> Rc<Album> {
    let files: BTreeMap<&str, Vec<u8>> = files.iter().cloned().collect();
    Rc::new(Album::new(Box::new(move |path| files.get(path).cloned()), Vec::new()))
}

/// A portfolio read beside an album, and what was wrong with it.
fn reading(text: &str, album: &Rc<Album>) -> (Portfolio, Vec<Problem>) {
    let folder: Rc<dyn Folder> = album.clone();
    let reading = read_beside(text, &Gate::native(), folder).expect("a portfolio");
    (reading.value, reading.problems)
}

fn sizes(files: &[File]) -> Vec<(u32, u32)> {
    files
        .iter()
        .map(|file| image::load_from_memory(&file.bytes).map(|it| (it.width(), it.height())).expect("it opens"))
        .collect()
}

#[test]
fn a_photo_is_there_in_each_size_that_a_page_needs_and_smaller_than_it_came() {
    let original = bytes(&photo(3000, 2000), ImageFormat::Jpeg);
    let album = album(&[("pictures/Board 1.jpg", original.clone())]);
    let text = r#"{"projects": [{"title": "P", "pictures": [{"file": "pictures/Board 1.jpg", "alt": "A board"}]}]}"#;
    let (portfolio, problems) = reading(text, &album);
    assert!(problems.iter().all(|problem| problem.path.to_string() == "profile"), "{problems:?}");
    let shown = format!("{:?}", portfolio.projects[0].figures);
    let files = album.files().expect("sound");
    assert_eq!(sizes(&files), [(1600, 1067), (2400, 1600), (480, 320), (960, 640)]);
    for file in &files {
        assert!(shown.contains(&file.path), "the page names {}", file.path);
        assert!(file.path.starts_with("pictures/board-1-") && file.path.contains(".webp"), "{}", file.path);
        assert!(file.bytes.starts_with(b"RIFF") && file.bytes.len() < original.len());
    }
    assert!(shown.contains(r#"(Width, "2400"), (Height, "1600"), (Alternative, "A board")"#), "{shown}");
}

#[test]
fn a_picture_is_shown_as_its_camera_was_held_and_tells_nothing_else_of_it() {
    let album = album(&[("a.jpg", on_its_side(&photo(600, 400)))]);
    let image = album.picture("a.jpg").expect("it looks").expect("a picture");
    assert_eq!((image.width, image.height), (400, 600));
    let files = album.files().expect("sound");
    assert_eq!(sizes(&files), [(400, 600)]);
    assert!(!files[0].bytes.windows(4).any(|four| four == b"EXIF" || four == b"Exif"));
}

#[test]
fn what_has_no_size_or_moves_stays_as_it_is() {
    let drawing =
        br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32"><path d="M0 0h9v9z"/></svg>"#.to_vec();
    let moving = bytes(&photo(20, 10), ImageFormat::Gif);
    let album = album(&[("a.svg", drawing.clone()), ("b.gif", moving.clone())]);
    for (file, size, own) in [("a.svg", (64, 32), drawing), ("b.gif", (20, 10), moving)] {
        let image = album.picture(file).expect("it looks").expect("a picture");
        assert_eq!((image.width, image.height), size);
        let written = album.files().expect("sound").into_iter().find(|written| written.path == image.files[0].0);
        assert_eq!(written.map(|written| written.bytes), Some(own));
    }
}

#[test]
fn a_screenshot_keeps_its_letters_where_that_is_smaller() {
    let lines =
        RgbImage::from_fn(900, 600, |x, y| image::Rgb(if x % 90 < 2 || y % 60 < 2 { [0; 3] } else { [255; 3] }));
    let picture = DynamicImage::ImageRgb8(lines);
    let album = album(&[("a.png", bytes(&picture, ImageFormat::Png))]);
    album.picture("a.png");
    let files = album.files().expect("sound");
    let whole = files.iter().find(|file| file.path.contains("-900.webp")).expect("the widest");
    assert_eq!(image::load_from_memory(&whole.bytes).expect("it opens").to_rgb8(), picture.to_rgb8());
}

#[test]
fn what_can_be_no_picture_is_told_with_its_place() {
    let album =
        album(&[("a.txt", b"words".to_vec()), ("b.svg", b"<svg>".to_vec()), ("c.jpg", b"\xff\xd8\xff\xe0".to_vec())]);
    let picture = |file: &str| {
        let text = serde_json::json!({ "profile": "Ada", "projects": [{ "title": "P", "pictures": [{ "file": file, "alt": "x" }] }] });
        let (portfolio, problems) = reading(&text.to_string(), &album);
        assert_eq!(portfolio.projects.len(), 1, "the project stays");
        assert_eq!(portfolio.projects[0].figures, None);
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    for (file, fault) in [
        ("none.jpg", PictureFault::Missing),
        ("a.txt", PictureFault::Unreadable),
        ("b.svg", PictureFault::Unreadable),
        ("c.jpg", PictureFault::BreaksOff),
        ("../a.jpg", PictureFault::Elsewhere),
        ("https://example.org/a.jpg", PictureFault::Elsewhere),
        ("//example.org/a.jpg", PictureFault::Elsewhere),
        ("data:image/png;base64,AAAA", PictureFault::Elsewhere),
        ("javascript:alert(1)", PictureFault::Elsewhere),
    ] {
        let told = picture(file);
        assert_eq!(told, format!("projects[0].pictures[0].file: {file:?} is left out: {fault}"), "{file}");
    }
}

#[test]
fn a_picture_says_what_it_shows() {
    let album = album(&[("a.png", bytes(&photo(8, 8), ImageFormat::Png))]);
    for text in [
        r#"{"profile": "Ada", "projects": [{"title": "P", "pictures": "a.png"}]}"#,
        r#"{"profile": "Ada", "projects": [{"title": "P", "summary": "![](a.png)"}]}"#,
        r#"{"profile": "Ada", "projects": [{"title": "P", "video": "a.png"}]}"#,
    ] {
        let (portfolio, problems) = reading(text, &album);
        assert!(problems.len() == 1 && problems[0].to_string().contains("nothing says what it shows"), "{problems:?}");
        let project = &portfolio.projects[0];
        assert!(project.figures.is_some() || project.summary.is_some(), "it is shown all the same");
    }
}

#[test]
fn pictures_stand_in_texts_and_a_portrait_is_of_its_person() {
    let album = album(&[
        ("me.png", bytes(&photo(300, 300), ImageFormat::Png)),
        ("x y.png", bytes(&photo(20, 10), ImageFormat::Png)),
    ]);
    let text = r#"{"profile": {"name": "Ada", "photo": "./me.png", "about": ["![My board](<x y.png>)"]}}"#;
    let (portfolio, problems) = reading(text, &album);
    assert_eq!(problems, []);
    let photo = format!("{:?}", portfolio.profile.photo);
    assert!(photo.contains(r#"(Alternative, "Ada")"#) && photo.contains("pictures/me-"), "{photo}");
    let about = format!("{:?}", portfolio.profile.about);
    assert!(about.contains(r#"(Alternative, "My board")"#) && about.contains("pictures/x-y-"), "{about}");
    assert_eq!(album.files().expect("sound").len(), 2);
}

#[test]
fn a_video_is_published_with_its_poster() {
    let album = album(&[("demo.mp4", b"moving".to_vec()), ("demo.png", bytes(&photo(320, 180), ImageFormat::Png))]);
    let video = r#"{"file": "demo.mp4", "alt": "The arm sorts", "poster": "demo.png", "caption": "At *home*"}"#;
    let text = [r#"{"profile": "Ada", "projects": [{"title": "P", "video": "#, video, "}]}"].concat();
    let (portfolio, problems) = reading(&text, &album);
    assert_eq!(problems, []);
    let shown = format!("{:?}", portfolio.projects[0].figures);
    assert!(
        shown.contains(r#"(Label, "The arm sorts"), (Width, "320"), (Height, "180"), (Poster, "pictures/demo-"#),
        "{shown}"
    );
    assert!(album.files().expect("sound").iter().any(|file| file.path == "demo.mp4" && file.bytes == b"moving"));
    let (portfolio, problems) = reading(&text.replace("demo.mp4", "none.mp4"), &album);
    assert_eq!(portfolio.projects[0].figures, None);
    assert!(problems[0].to_string().contains("no such file"), "{problems:?}");
}

#[test]
fn a_picture_that_breaks_off_is_told_before_anything_is_built() {
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let mut whole = bytes(&photo(900, 600), format);
        let album_of = |bytes: &[u8]| album(&[("half", bytes.to_vec())]).picture("half").expect("it looks");
        assert!(album_of(&whole).is_ok(), "{format:?}");
        whole.truncate(whole.len() / 2);
        assert_eq!(album_of(&whole), Err(PictureFault::BreaksOff), "{format:?}");
    }
}

#[test]
fn a_very_high_picture_is_made_as_high_as_can_be() {
    let album = album(&[("tall.png", bytes(&photo(600, 17_000), ImageFormat::Png))]);
    let image = album.picture("tall.png").expect("it looks").expect("a picture");
    assert!(image.height <= 12_000 && image.width > 400, "{image:?}");
    assert!(sizes(&album.files().expect("sound")).contains(&(image.width, image.height)));
}

#[test]
fn a_drawing_that_is_a_program_is_refused_and_any_other_is_taken() {
    let drawing = |inside: &str| {
        let text = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{inside}</svg>"#
        );
        album(&[("a.svg", text.into_bytes())]).picture("a.svg").expect("it looks").map(|image| image.width)
    };
    for inside in [
        "<script>alert(1)</script>",
        r#"<path d="M0 0h9v9z" onload="alert(1)"/>"#,
        r#"<a xlink:href=" JavaScript:alert(1)"><path d="M0 0h9v9z"/></a>"#,
    ] {
        assert_eq!(drawing(inside), Err(PictureFault::Harmful), "{inside}");
    }
    for inside in [r#"<a xlink:href="https://example.org"><path d="M0 0h9v9z"/></a>"#, r##"<use xlink:href="#a"/>"##] {
        assert_eq!(drawing(inside), Ok(9), "{inside}");
    }
}

#[test]
fn a_file_is_found_however_its_path_is_spelt() {
    let png = || bytes(&photo(8, 8), ImageFormat::Png);
    let album = album(&[
        ("my pic.png", png()),
        ("logo@2x.png", png()),
        ("a/b.png", png()),
        ("Shot\u{202f}AM.png", png()),
        ("50%.png", png()),
    ]);
    for written in [
        "my%20pic.png",
        "my pic.png",
        "logo@2x.png",
        "./a/b.png",
        "a/./b.png",
        "a/x/../b.png",
        "/a/b.png",
        "Shot\u{202f}AM.png",
        "50%.png",
    ] {
        let text = serde_json::json!({ "profile": "Ada", "projects": [{ "title": "P", "pictures": [{ "file": written, "alt": "x" }] }] });
        let (portfolio, problems) = reading(&text.to_string(), &album);
        assert_eq!(problems, [], "{written}");
        let shown = format!("{:?}", portfolio.projects[0].figures);
        let address = shown.split_once("(File, \"").expect("a file").1.split('"').next().expect("its address");
        assert!(!address.contains([' ', ',', '?', '#', '\u{202f}']), "{address}");
    }
}

#[test]
fn a_file_that_a_link_leads_to_is_published() {
    let album = album(&[
        ("cv@2024.pdf", b"a".to_vec()),
        ("Lebenslauf Ada.pdf", b"b".to_vec()),
        ("talk.pdf", b"c".to_vec()),
        ("secret.pdf", b"d".to_vec()),
    ]);
    let text = r#"{"profile": {"name": "Ada", "resume": "cv@2024.pdf", "about": ["[x](Lebenslauf%20Ada.pdf) and [y](talk.pdf#page=2)"]}}"#;
    let (portfolio, problems) = reading(text, &album);
    assert_eq!(problems, []);
    assert_eq!(portfolio.profile.links[0].href.as_ref().map(Href::as_str), Some("cv@2024.pdf"));
    let paths: Vec<String> = album.files().expect("sound").into_iter().map(|file| file.path).collect();
    assert_eq!(paths, ["Lebenslauf Ada.pdf", "cv@2024.pdf", "talk.pdf"]);
}
