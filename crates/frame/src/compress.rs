//! Compressed copies of files, for hosts that send them instead: `.br` and `.gz`.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use rayon::prelude::*;

/// What is text, or compresses like it.
const KINDS: [&str; 9] = ["html", "js", "css", "wasm", "json", "svg", "xml", "txt", "webmanifest"];
/// Below this a header weighs more than what is saved, in bytes.
const LEAST: usize = 400;

/// Both copies of each file, by name, that get smaller by it. All cores take part.
#[must_use]
pub fn copies(files: &[(&str, &[u8])]) -> Vec<(String, Vec<u8>)> {
    let files = files.par_iter().filter(|(name, bytes)| is_compressible(name, bytes.len()));
    let jobs = files.flat_map_iter(|(name, bytes)| ["br", "gz"].map(|suffix| (*name, *bytes, suffix)));
    let smaller = jobs.filter_map(|(name, bytes, suffix)| {
        let copy = if suffix == "br" { brotli(bytes) } else { gzip(bytes) };
        (copy.len() < bytes.len()).then(|| (copy_of(name, suffix), copy))
    });
    let mut all: Vec<_> = smaller.collect();
    all.sort();
    all
}

/// Whether a file of this name and size, in bytes, is worth compressing.
#[must_use]
pub fn is_compressible(name: &str, size: usize) -> bool {
    let kind = name.rsplit_once('.').map_or("", |(_, kind)| kind);
    size >= LEAST && KINDS.contains(&kind)
}

/// What the copy of a file is called that ends so.
#[must_use]
pub fn copy_of(name: &str, suffix: &str) -> String {
    format!("{name}.{suffix}")
}

/// Source: RFC 7932, at the highest quality.
///
/// # Panics
/// Never: memory takes what is written.
#[must_use]
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 22);
    writer.write_all(bytes).expect("memory takes what is written");
    drop(writer);
    out
}

/// Source: RFC 1952. Nearly all readers take Brotli: the twentieth that a search for the shortest of all ways would save here took
/// nine tenths of a build.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes).expect("memory takes what is written");
    writer.finish().expect("memory takes what is written")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_gets_smaller_has_copies_and_each_is_what_it_stands_for() {
        let long = "a page that says the same again and again. ".repeat(40);
        let noise: Vec<u8> = (0..4_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        let files = [
            ("a/page.html", long.as_bytes()),
            ("short.html", b"<p>"),
            ("photo.png", long.as_bytes()),
            ("noise.js", &noise),
        ];
        let all = copies(&files);
        let names: Vec<&str> = all.iter().map(|(name, _)| &**name).collect();
        assert_eq!(&names[..2], ["a/page.html.br", "a/page.html.gz"]);
        assert!(!names.iter().any(|name| name.starts_with("short") || name.starts_with("photo")));
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*all[0].1, &mut plain).unwrap();
        assert_eq!(plain, long.as_bytes());
    }
}
