//! The front end that is part of this command.

use std::path::Path;

use anyhow::{Result, bail};
use vitrine_frame::Frame;

/// Empty where the command was compiled without one.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/front-end.zip"));

/// The front end in a folder, or the command's own.
///
/// # Errors
/// When the folder holds none, or there is no folder and this command has none.
pub fn open(folder: Option<&Path>) -> Result<Frame> {
    match folder {
        Some(folder) => Ok(Frame::open(folder)?),
        None if PACKED.is_empty() => bail!(
            "this `vitrine` was compiled without a front end, so it can check portfolios and make no site. Get a whole one from the \
             releases or with `npm install vitrine-cli`; in a checkout, run `cargo xtask pack` and compile it again, or give a folder \
             with --frame"
        ),
        None => Ok(Frame::unpack(PACKED)?),
    }
}

/// Whether this command can make sites.
pub fn is_there() -> bool {
    !PACKED.is_empty()
}
