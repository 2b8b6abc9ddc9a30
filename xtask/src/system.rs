//! The operating system's packages.

use std::process::Command;

use anyhow::{Result, bail};

use crate::step;

/// Installs Debian or Ubuntu packages for `purpose`, asking nobody: only as root or with a sudo that needs no password.
///
/// # Errors
/// When that is not possible, with what to install by hand.
pub fn install(packages: &[&str], purpose: &str) -> Result<()> {
    let by_hand = format!("Install by hand, for {purpose}: {}", packages.join(" "));
    if which::which("apt-get").is_err() {
        bail!("this system has no apt-get. {by_hand} (or what your system calls them)");
    }
    let Some(prefix) = privilege() else {
        bail!("installing packages needs root or a sudo without a password. {by_hand}");
    };
    step::announce(&format!("Install {} for {purpose}", packages.join(", ")), "about a minute");
    let apt = |arguments: &[&str]| {
        let mut words = prefix.iter().copied().chain(["apt-get"]).chain(arguments.iter().copied());
        let mut command = Command::new(words.next().unwrap_or("apt-get"));
        command.args(words).env("DEBIAN_FRONTEND", "noninteractive").stdin(std::process::Stdio::null());
        command
    };
    // A list that cannot be refreshed may still be good enough.
    if let Err(error) = step::run(&mut apt(&["update", "-q"]), "The old package lists are used.") {
        step::note(&format!("{error:#}"));
    }
    let mut arguments = vec!["install", "-y", "-q", "--no-install-recommends"];
    arguments.extend(packages);
    step::run(&mut apt(&arguments), &by_hand)
}

/// The words that make a command run as root; none when that is not possible without asking.
fn privilege() -> Option<&'static [&'static str]> {
    if step::answer(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Some(&[]);
    }
    step::answer(Command::new("sudo").args(["-n", "true"])).map(|_| &["sudo", "-n"] as &[&str])
}
