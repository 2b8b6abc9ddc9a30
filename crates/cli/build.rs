//! Makes the front end part of the command, if it has been packed: `cargo xtask pack`.

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=front-end");
    let place = |name: &str| PathBuf::from(env::var_os(name).expect("cargo says where"));
    let packed = fs::read(place("CARGO_MANIFEST_DIR").join("front-end/front-end.zip")).unwrap_or_default();
    let into = place("OUT_DIR").join(Path::new("front-end.zip"));
    fs::write(into, packed).expect("cargo gives a folder to write into");
}
