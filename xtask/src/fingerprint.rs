//! Says whether a built site still matches what it was built from.

use std::fs;
use std::hash::Hasher;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::place;

/// A fingerprint of files, and folders of files, of the project, and of `more`, such as the versions of tools.
///
/// # Errors
/// When a file cannot be read.
pub fn of(inputs: &[&str], more: &str) -> Result<String> {
    let mut hash = Fnv::default();
    hash.write(more.as_bytes());
    for input in inputs {
        let path = place::project().join(input);
        let files = if path.is_dir() { files_below(&path)? } else { vec![path] };
        for file in files.iter().filter(|file| file.exists()) {
            let content = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
            hash.write(slashed(file.strip_prefix(place::project()).unwrap_or(file)).as_bytes());
            hash.write_usize(content.len());
            hash.write(&content);
        }
    }
    Ok(format!("{:016x}", hash.finish()))
}

/// Every file below `folder`, sorted; none when it does not exist.
///
/// # Errors
/// When a folder cannot be listed.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop().filter(|folder| folder.is_dir()) {
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

/// A relative path with forward slashes on every system.
pub fn slashed(path: &Path) -> String {
    path.iter().map(std::ffi::OsStr::to_string_lossy).collect::<Vec<_>>().join("/")
}

/// FNV-1a, 64 bits: the standard library's hasher may change between releases, and this one must not.
/// Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, "The FNV Non-Cryptographic Hash Algorithm".
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv_1a() {
        let mut hash = Fnv::default();
        hash.write(b"foobar");
        assert_eq!(hash.finish(), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn other_tools_and_other_files_are_another_build() {
        let of = |inputs: &[&str], more| super::of(inputs, more).unwrap();
        assert_eq!(of(&["xtask/src"], "a"), of(&["xtask/src"], "a"));
        assert_ne!(of(&["xtask/src"], "a"), of(&["xtask/src"], "b"));
        assert_ne!(of(&["xtask/src"], ""), of(&["style"], ""));
    }
}
