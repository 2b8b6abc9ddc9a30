//! Steps: each says what it does, how long it may take, and, when it fails, what to do.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// Announces a step, with how long it may take.
pub fn announce(what: &str, how_long: &str) {
    println!("\n==> {what} ({how_long})");
}

/// Says something about the step under way.
pub fn note(text: &str) {
    println!("    {text}");
}

/// Runs `command` with its output shown as it comes.
///
/// # Errors
/// When it cannot be started or does not succeed; the message ends in `remedy`.
pub fn run(command: &mut Command, remedy: &str) -> Result<()> {
    let name = shown(command);
    let status = command.status().with_context(|| format!("could not start `{name}`. {remedy}"))?;
    if !status.success() {
        bail!("`{name}` failed ({status}). {remedy}");
    }
    Ok(())
}

/// Runs `command` like [`run`], each line of its output led by `label`, so that two can run side by side.
///
/// # Errors
/// As for [`run`].
pub fn run_labelled(label: &str, command: &mut Command, remedy: &str) -> Result<()> {
    labelled(label, command, remedy, None)
}

/// Runs a `cargo` that compiles about so many crates, if all of them are new, and says how far it is.
///
/// # Errors
/// As for [`run`].
pub fn compile(label: &str, cargo: &mut Command, crates: usize) -> Result<()> {
    labelled(label, cargo, "The lines above say what is wrong.", Some(crates))
}

fn labelled(label: &str, command: &mut Command, remedy: &str, crates: Option<usize>) -> Result<()> {
    let name = shown(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("could not start `{name}`. {remedy}"))?;
    let (out, err) = (child.stdout.take(), child.stderr.take());
    std::thread::scope(|scope| {
        scope.spawn(|| out.map(|stream| relay(label, stream, crates)));
        scope.spawn(|| err.map(|stream| relay(label, stream, crates)));
    });
    let status = child.wait().with_context(|| format!("lost track of `{name}`"))?;
    if !status.success() {
        bail!("`{name}` failed ({status}). {remedy}");
    }
    Ok(())
}

fn relay(label: &str, stream: impl Read, crates: Option<usize>) {
    let mut compiled = 0;
    for line in BufReader::new(stream).lines().map_while(Result::ok) {
        let mut count = String::new();
        if let Some(crates) = crates.filter(|_| line.trim_start().starts_with("Compiling ")) {
            compiled += 1;
            count = format!("[{compiled}/{}] ", crates.max(compiled));
        }
        println!("    {label:<12} | {count}{}", line.trim());
    }
}

/// Lets a command go on in place of this program, so that whoever stops this one stops it.
///
/// # Errors
/// When it cannot be started; where programs can't be replaced, when it does not succeed.
pub fn become_it(mut command: Command) -> Result<ExitCode> {
    let name = shown(&command);
    #[cfg(unix)]
    return Err(std::os::unix::process::CommandExt::exec(&mut command))
        .with_context(|| format!("could not start `{name}`"));
    #[cfg(not(unix))]
    {
        let status = command.status().with_context(|| format!("could not start `{name}`"))?;
        Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

/// What `command` prints on standard output, if it runs and succeeds.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs `work` and gives the time it took along with its result.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

/// A duration as a person says it: `12 s`, `3 min 05 s`.
pub fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(std::ffi::OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_a_person_says_them() {
        assert_eq!(spoken(Duration::from_millis(1240)), "1.2 s");
        assert_eq!(spoken(Duration::from_secs(185)), "3 min 05 s");
    }

    #[test]
    fn a_failing_step_names_the_command_and_the_remedy() {
        let error = run(Command::new("cargo").arg("no-such-verb"), "Try another verb.").unwrap_err().to_string();
        assert!(error.contains("`cargo no-such-verb` failed"), "{error}");
        assert!(error.ends_with("Try another verb."), "{error}");
    }
}
