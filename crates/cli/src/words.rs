//! `words`: what pages say themselves, as `"words"` of a portfolio may have it otherwise.

use std::process::ExitCode;

use anyhow::bail;
use vitrine_words::{LANGUAGES, Words, messages};

#[derive(clap::Args)]
pub struct Options {
    /// The language, as a tag such as `de`
    #[arg(default_value = "en")]
    language: String,
    /// Print the element in which a page holds them
    #[arg(long, hide = true)]
    page: bool,
}

/// Prints them as JSON.
///
/// # Errors
/// When there are none of the language.
pub fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let language = &options.language;
    if !Words::has(language) {
        bail!(
            "there are no words of {language:?}, so that pages in it speak English; there are {}. Write your own into \"words\" of the portfolio: \
             `vitrine words` prints the English ones",
            LANGUAGES.join(", ")
        );
    }
    if options.page {
        crate::terminal::print(vitrine_site::words_element(Words::of(language, &serde_json::Map::new()).0));
        return Ok(ExitCode::SUCCESS);
    }
    let lines: Vec<String> = messages(language).iter().map(|(key, message)| format!("  {key:?}: {message}")).collect();
    crate::terminal::print(format!("{{\n{}\n}}\n", lines.join(",\n")));
    Ok(ExitCode::SUCCESS)
}
