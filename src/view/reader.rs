//! The forgiving reader as a part of the program of its own: a site's own pages hold what the build has read, so only a visit
//! that asks for another file fetches it.
//!
//! What it reads comes as text, too ([`compact`]), so that whoever shows a portfolio has one way to get it.

use std::sync::Arc;

use crate::model::{Portfolio, Problem, Severity, compact};
use crate::view::say;
use crate::web::url;

/// What was read, as [`compact`] writes it, and what was dropped.
pub struct Read {
    /// The sound part.
    pub text: String,
    /// What was dropped or doubted.
    pub problems: Vec<String>,
}

/// Reads a portfolio.
///
/// # Errors
/// Why nothing of it can be kept, or that the part of the program did not arrive.
pub async fn portfolio(text: String) -> Result<Read, String> {
    part::portfolio(text).await.unwrap_or_else(|_| Err(say().fetch_no_reader().to_owned()))
}

/// Reads a diagram whose technologies are those of a portfolio.
///
/// # Errors
/// As [`portfolio`].
pub async fn diagram(text: String, portfolio: Arc<Portfolio>) -> Result<Read, String> {
    part::diagram(text, portfolio).await.unwrap_or_else(|_| Err(say().fetch_no_reader().to_owned()))
}

fn read_portfolio(text: &str) -> Result<Read, String> {
    let reading = crate::model::read_with(text, &url::GATE, say()).map_err(|error| error.to_string())?;
    Ok(Read { text: compact::write(&reading.value, &reading.value), problems: messages(&reading.problems) })
}

fn read_diagram(text: &str, portfolio: &Portfolio) -> Result<Read, String> {
    let reading = crate::model::read_diagram(text, portfolio, &url::GATE).map_err(|error| error.to_string())?;
    Ok(Read { text: compact::write_diagram(&reading.value, portfolio), problems: messages(&reading.problems) })
}

fn messages(problems: &[Problem]) -> Vec<String> {
    problems.iter().filter(|problem| problem.severity() != Severity::Note).map(ToString::to_string).collect()
}

#[cfg(split)]
mod part {
    use std::sync::Arc;

    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::{Portfolio, Read};

    #[wasm_split(reader, wasm_split_path = leptos::wasm_split, fallible)]
    pub fn portfolio(text: String) -> Result<Result<Read, String>, SplitLoaderError> {
        Ok(super::read_portfolio(&text))
    }

    #[wasm_split(reader, wasm_split_path = leptos::wasm_split, fallible)]
    pub fn diagram(text: String, portfolio: Arc<Portfolio>) -> Result<Result<Read, String>, SplitLoaderError> {
        Ok(super::read_diagram(&text, &portfolio))
    }
}

#[cfg(not(split))]
mod part {
    use std::convert::Infallible;
    use std::sync::Arc;

    use super::{Portfolio, Read};

    #[expect(clippy::unused_async, reason = "the same as when there is something to wait for")]
    pub async fn portfolio(text: String) -> Result<Result<Read, String>, Infallible> {
        Ok(super::read_portfolio(&text))
    }

    #[expect(clippy::unused_async, reason = "the same as when there is something to wait for")]
    pub async fn diagram(text: String, portfolio: Arc<Portfolio>) -> Result<Result<Read, String>, Infallible> {
        Ok(super::read_diagram(&text, &portfolio))
    }
}
