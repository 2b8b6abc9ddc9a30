//! A browser of this machine that prints pages: Chromium, Chrome or Edge.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};

/// What they are called where programs are looked for. Those that do nothing but print come first: they start sooner.
const NAMES: [&str; 10] = [
    "chromium-headless-shell",
    "chrome-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
];

/// Where installers put them on systems that look for programs elsewhere.
const PLACES: [&str; 9] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files\Chromium\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
    "/snap/bin/chromium",
];

/// What to do where there is none.
pub const ADVICE: &str = "install Chromium, Google Chrome or Microsoft Edge, or name one with --browser";

/// How long a page may take to be printed.
const PATIENCE: Duration = Duration::from_secs(90);
/// How long a browser may take to say which one it is.
const GREETING: Duration = Duration::from_secs(10);

/// A browser.
pub struct Browser {
    /// Its program.
    pub path: PathBuf,
}

/// The browser that is given, by its path or name, or else the first that this machine has.
///
/// # Errors
/// When there is none.
pub fn find(given: Option<&Path>) -> Result<Browser> {
    if let Some(given) = given {
        let path = if given.is_file() { Some(given.to_owned()) } else { on_path(&given.to_string_lossy()) };
        let Some(path) = path else { bail!("there is no browser {}; {ADVICE}", given.display()) };
        return Ok(Browser { path });
    }
    let placed = PLACES.iter().map(PathBuf::from).find(|path| path.is_file());
    let Some(path) = NAMES.iter().find_map(|name| on_path(name)).or(placed) else {
        bail!("there is no browser that prints pages; {ADVICE}")
    };
    Ok(Browser { path })
}

/// A program of that name where programs are looked for.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let is_plain = !name.contains(['/', '\\']);
    let folders = env::var_os("PATH").filter(|_| is_plain)?;
    let file = [name, env::consts::EXE_SUFFIX].concat();
    env::split_paths(&folders).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

impl Browser {
    /// What it calls itself, with its version; nothing where it does not say.
    pub fn name(&self) -> Option<String> {
        // There it would open a window instead.
        if cfg!(windows) {
            return None;
        }
        let mut command = Command::new(&self.path);
        command.arg("--version").stdin(Stdio::null()).stderr(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.spawn().ok()?;
        let ended = wait(&mut child, GREETING).ok()?;
        let output = child.wait_with_output().ok().filter(|_| ended)?;
        let text = String::from_utf8_lossy(&output.stdout);
        let line = text.lines().find(|line| line.contains(|c: char| c.is_ascii_digit()))?;
        Some(line.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Prints the page at an address of this machine.
    ///
    /// # Errors
    /// When the browser can't, or takes too long.
    pub fn print(&self, url: &str) -> Result<Vec<u8>> {
        // Nobody's tabs, cookies or extensions take part in it.
        let own = tempfile::tempdir().context("cannot make a folder for the browser's files")?;
        let (pdf, log) = (own.path().join("page.pdf"), own.path().join("log"));
        let told = File::create(&log).context("cannot write into the folder for the browser's files")?;
        let mut command = Command::new(&self.path);
        command.args(["--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check"]);
        command.args(["--disable-extensions", "--disable-sync", "--disable-background-networking"]);
        command.args(["--disable-component-update", "--disable-dev-shm-usage", "--hide-scrollbars"]);
        // The page asks for nothing else, and neither shall the browser.
        command.arg("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
        command.arg("--no-pdf-header-footer");
        command.arg(["--user-data-dir=", &own.path().join("profile").to_string_lossy()].concat());
        command.arg(["--print-to-pdf=", &pdf.to_string_lossy()].concat());
        // For that user Chromium refuses to start with one.
        if is_root() {
            command.arg("--no-sandbox");
        }
        command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(told);
        let shown = self.path.display();
        let mut child = command.spawn().with_context(|| format!("cannot start {shown}"))?;
        let ended = wait(&mut child, PATIENCE).with_context(|| format!("cannot wait for {shown}"))?;
        ensure!(ended, "{shown} has not printed the page within {} seconds; try another browser", PATIENCE.as_secs());
        let bytes = fs::read(&pdf).unwrap_or_default();
        if !bytes.starts_with(b"%PDF-") {
            let log = fs::read(&log).unwrap_or_default();
            let log = String::from_utf8_lossy(&log);
            let last = log.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("it said nothing").trim();
            bail!("{shown} has not printed the page: {last}; try another browser");
        }
        Ok(bytes)
    }
}

/// Waits until a program ends; ends it when that takes too long. Whether it ended by itself.
fn wait(child: &mut std::process::Child, patience: Duration) -> std::io::Result<bool> {
    let started = Instant::now();
    while child.try_wait()?.is_none() {
        if started.elapsed() > patience {
            child.kill()?;
            child.wait()?;
            return Ok(false);
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(true)
}

/// Whether this is the user who may do everything.
fn is_root() -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        // A file of one's own has one's own number.
        tempfile::tempfile().and_then(|file| file.metadata()).is_ok_and(|own| own.uid() == 0)
    }
    #[cfg(not(unix))]
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_that_is_not_there_is_told_with_what_to_do() {
        let error = find(Some(Path::new("no-such-browser"))).err().expect("none").to_string();
        assert!(error.contains("no-such-browser") && error.contains("--browser"), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_prints_nothing_is_told() {
        let browser = find(Some(Path::new("true"))).expect("a program of every such system");
        let error = browser.print("http://127.0.0.1:9/").unwrap_err().to_string();
        assert!(error.contains("has not printed the page: it said nothing"), "{error}");
    }
}
