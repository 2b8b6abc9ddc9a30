//! The web servers of others that the guide has recipes for.

use std::ffi::OsString;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::system;

/// Where Debian keeps the programs of servers, which is not on everybody's PATH.
const SERVERS: &str = "/usr/sbin";
/// What has nginx send copies that are compressed with Brotli.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const PACKAGES: [&str; 3] = ["nginx-light", "libnginx-mod-http-brotli-static", "caddy"];

/// Sees to it that nginx and Caddy are there, from this machine's packages when missing.
///
/// # Errors
/// When they are missing and cannot be installed, with what to install.
pub fn ready() -> Result<()> {
    if are_there()? {
        return Ok(());
    }
    system::install(&PACKAGES, "serving sites by the recipes of the guide")?;
    ensure!(are_there()?, "nginx, its module for Brotli or Caddy is still missing");
    Ok(())
}

/// Where programs are looked for, those of servers included.
///
/// # Errors
/// When a folder's name can't stand in PATH.
pub fn path() -> Result<OsString> {
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&inherited).chain([SERVERS.into()]);
    std::env::join_paths(folders).context("a folder's name cannot stand in PATH")
}

fn are_there() -> Result<bool> {
    let path = path()?;
    let is_there = |program: &&str| which::which_in(program, Some(&path), "/").is_ok();
    Ok(["nginx", "caddy"].iter().all(is_there) && Path::new(BROTLI).is_file())
}
