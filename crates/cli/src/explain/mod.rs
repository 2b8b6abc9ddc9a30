//! `explain V0103`: what a code means, an example that is wrong, and the same mended.

mod dates;
mod diagrams;
mod files;
mod grammar;
mod ids;
mod links;
mod shape;
mod words;

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::bail;

/// What to explain.
#[derive(clap::Args)]
pub struct Options {
    /// The code that stands behind `error`, `warning` or `note`, such as V0103; none lists all
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

/// What is to be said about a kind of problem.
#[derive(Debug)]
pub struct Explanation {
    /// Such as `V0103`.
    pub code: &'static str,
    /// A few words.
    pub title: &'static str,
    /// What it means, and what becomes of what is wrong.
    pub meaning: &'static str,
    /// What to do about it, where the message of the problem does not say so itself.
    pub help: &'static str,
    /// An example that has it: properties of a portfolio, a whole file, or an article where it begins with `---`. Empty where
    /// it would be too long.
    pub wrong: &'static str,
    /// The same mended.
    pub mended: &'static str,
}

/// Hundreds of codes by what they are about.
const GROUPS: [(&str, &[Explanation]); 8] = [
    ("The file as a whole", grammar::ALL),
    ("Shape: properties and values", shape::ALL),
    ("Ids, and what names them", ids::ALL),
    ("Dates", dates::ALL),
    ("Links", links::ALL),
    ("Pictures and files", files::ALL),
    ("Diagrams and flows", diagrams::ALL),
    ("Words, figures, and what nobody should read", words::ALL),
];

/// Every code, in order.
pub fn all() -> impl Iterator<Item = &'static Explanation> {
    GROUPS.iter().flat_map(|(_, explanations)| *explanations)
}

/// What is to be said about a code.
pub fn of(code: &str) -> Option<&'static Explanation> {
    all().find(|explanation| explanation.code == code)
}

/// Prints what a code means.
///
/// # Errors
/// When there is no such code.
pub fn run(options: &Options) -> anyhow::Result<ExitCode> {
    match &options.code {
        None => all().for_each(|explanation| {
            crate::terminal::print(format_args!("{}  {}\n", explanation.code, explanation.title));
        }),
        Some(asked) => match of(&canonical(asked)) {
            Some(explanation) => crate::terminal::print(explanation.text()),
            None => bail!(
                "there is no code {asked:?}{}; `vitrine explain` lists all",
                nearest(asked).map(|code| format!("; the nearest is {code}")).unwrap_or_default()
            ),
        },
    }
    Ok(ExitCode::SUCCESS)
}

/// A code as it is written here: of `v103` or `103` it is `V0103`.
fn canonical(asked: &str) -> String {
    let number = asked.trim().trim_start_matches(['v', 'V']);
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return asked.trim().to_owned();
    }
    format!("V{:0>4}", number.trim_start_matches('0'))
}

/// The code that has most digits in common at their places; of several the one with the nearest number.
fn nearest(asked: &str) -> Option<&'static str> {
    let asked = canonical(asked);
    let number = |code: &str| code.trim_start_matches('V').parse::<i64>().ok();
    let wanted = number(&asked)?;
    let same = |code: &str| code.bytes().zip(asked.bytes()).filter(|(one, other)| one == other).count();
    let rank = |code: &str| (same(code), number(code).map(|number| -(number - wanted).abs()));
    all().map(|explanation| explanation.code).max_by_key(|code| rank(code))
}

impl Explanation {
    /// All of it, for a terminal.
    pub fn text(&self) -> String {
        let Self { code, title, meaning, help, wrong, mended } = self;
        let mut text = format!("{code}: {title}\n\n{meaning}\n");
        if !help.is_empty() {
            let _ = writeln!(text, "To mend it: {help}.");
        }
        if !wrong.trim().is_empty() {
            let _ = write!(text, "\nWrong:\n\n{}\nMended:\n\n{}", indented(wrong), indented(mended));
        }
        text
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect()
}

#[cfg(test)]
mod tests;
