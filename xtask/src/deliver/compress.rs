//! Compressed copies beside the files, for hosts that send them instead: `.br` and `.gz`.

use std::fs;
use std::io::Write;
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::fingerprint;

/// What is text, or compresses like it.
const KINDS: [&str; 9] = ["html", "js", "css", "wasm", "json", "svg", "xml", "txt", "webmanifest"];
/// Below this a header weighs more than what is saved, in bytes.
const LEAST: usize = 400;

/// Writes both copies of every file whose path is meant and that gets smaller by it, unless they came with it.
///
/// # Errors
/// When a file can't be read or written.
pub fn compress(dist: &Path, is_meant: fn(&str) -> bool) -> Result<()> {
    let is_kind = |path: &PathBuf| path.extension().is_some_and(|kind| KINDS.iter().any(|known| kind == *known));
    let is_done = |path: &PathBuf| copy_of(path, "br").exists();
    let files: Vec<PathBuf> = fingerprint::files_below(dist)?
        .into_iter()
        .filter(|path| is_kind(path) && !is_done(path))
        .filter(|path| is_meant(&fingerprint::slashed(path.strip_prefix(dist).unwrap_or(path))))
        .collect();
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let next = std::sync::atomic::AtomicUsize::new(0);
    let work = || -> Result<()> {
        while let Some(file) = files.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
            compress_file(file)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        running.into_iter().try_for_each(|one| one.join().unwrap_or_else(|_| anyhow::bail!("compressing panicked")))
    })
}

fn compress_file(file: &Path) -> Result<()> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    if bytes.len() < LEAST {
        return Ok(());
    }
    for (suffix, smaller) in [("br", brotli(&bytes)?), ("gz", gzip(&bytes)?)] {
        if smaller.len() < bytes.len() {
            let copy = copy_of(file, suffix);
            fs::write(&copy, smaller).with_context(|| format!("cannot write {}", copy.display()))?;
        }
    }
    Ok(())
}

/// Where the copy of a file is that ends so.
pub fn copy_of(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}

/// Source: RFC 7932, at the highest quality.
///
/// # Errors
/// None, as long as there is memory.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 22);
    writer.write_all(bytes).context("brotli failed")?;
    drop(writer);
    Ok(out)
}

/// Source: RFC 1952, by zopfli, which looks for the shortest of all ways to say it.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    // More rounds gain less than a thousandth.
    let rounds = NonZeroU64::new(if bytes.len() > 200_000 { 5 } else { 15 }).unwrap_or(NonZeroU64::MIN);
    let options = zopfli::Options { iteration_count: rounds, ..zopfli::Options::default() };
    let mut out = Vec::new();
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut out).context("zopfli failed")?;
    Ok(out)
}
