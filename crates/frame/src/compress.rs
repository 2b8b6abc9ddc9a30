//! Compressed copies of files, for hosts that send them instead: `.br` and `.gz`.

use std::io::Write;
use std::num::NonZeroU64;

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

/// Source: RFC 1952, by zopfli, which looks for the shortest of all ways to say it.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    // More rounds gain less than a thousandth, and take minutes on a site of hundreds of pages.
    let rounds = match bytes.len() {
        0..=8_000 => 15,
        8_001..=200_000 => 5,
        _ => 2,
    };
    let rounds = NonZeroU64::new(rounds).unwrap_or(NonZeroU64::MIN);
    let options = zopfli::Options { iteration_count: rounds, ..zopfli::Options::default() };
    let mut out = Vec::new();
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut out).expect("memory takes what is written");
    out
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
