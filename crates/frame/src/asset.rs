//! A file that a page names: what it is called, and how a browser knows that it is whole.

use base64::prelude::{BASE64_STANDARD, Engine};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha384};

/// A file of a site, below its base.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asset {
    /// Its path below the base, with `/` between folders.
    pub name: String,
    /// What a page says of it: [`integrity`].
    pub integrity: String,
    /// What it holds.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

impl Asset {
    /// A file that keeps its name, whatever it holds.
    #[must_use]
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), integrity: integrity(&bytes), bytes }
    }

    /// A file that is named after what it holds, so that it never has to be asked for again: `START-HASHEND`.
    #[must_use]
    pub fn hashed(start: &str, end: &str, bytes: Vec<u8>) -> Self {
        Self::new(format!("{start}-{}{end}", hash(&bytes)), bytes)
    }
}

/// What tells one version of a file from another: 16 hexadecimal digits.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    let digest = Sha384::digest(bytes);
    let start = digest.iter().take(8).fold(0_u64, |start, &byte| start << 8 | u64::from(byte));
    format!("{start:016x}")
}

/// What a page says of a file that must not be another. Source: W3C, Subresource Integrity, § 3.1.
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// A file as an address that holds all of it. Source: RFC 2397.
#[must_use]
pub fn data_url(media_type: &str, bytes: &[u8]) -> String {
    format!("data:{media_type};base64,{}", BASE64_STANDARD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrity_is_the_digest_in_base64() {
        // SHA-384 of nothing, from FIPS 180-4's test vectors.
        let expected = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(integrity(b""), expected);
    }

    #[test]
    fn a_name_changes_with_what_the_file_holds() {
        let name = |bytes: &[u8]| Asset::hashed("style", ".css", bytes.to_vec()).name;
        assert_eq!(name(b""), "style-38b060a751ac9638.css");
        assert_ne!(name(b"a"), name(b"b"));
    }
}
