//! Asks GitHub, politely: one question after the other, and what it answers is said plainly.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result, anyhow, bail, ensure};
use ureq::http::{HeaderMap, Uri};
use vitrine_import::{Import, Value, github, read_strict};

use super::{Options, input, printable};
use crate::terminal::Terminal;

/// Where GitHub answers.
pub const API: &str = "https://api.github.com/graphql";

/// So long an answer may take.
const PATIENCE: Duration = Duration::from_mins(1);
/// No answer is larger.
const LARGEST: u64 = 20_000_000;

/// Reads a file that holds an answer, or asks for an account.
///
/// # Errors
/// When neither is said, or there is no answer.
pub fn read(options: &Options, terminal: Terminal) -> Result<Import> {
    let answers = match (&options.user, &options.inputs[..]) {
        (Some(user), []) => terminal.step("Asking GitHub", || ask(options, user))?,
        (None, files @ [_, ..]) => {
            let read = |file| read_strict(&input::text(file)?, "the saved answer").map_err(anyhow::Error::from);
            let answers: Result<Vec<Value>> = files.iter().map(|file| read(file)).collect();
            // Each file may hold one, or a list of them.
            let flat = |answer| if let Value::List(all) = answer { all } else { vec![answer] };
            Value::List(answers?.into_iter().flat_map(flat).collect())
        }
        _ => bail!("say whose account to ask for with --user NAME, or name a file that holds an answer"),
    };
    Ok(github::read(&answers, crate::build::today())?)
}

fn ask(options: &Options, user: &str) -> Result<Value> {
    let uri: Uri = options.api.parse().with_context(|| format!("--api {}: this is no address", options.api))?;
    let host = uri.host().context("--api names no host")?;
    let is_loopback = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
    ensure!(
        uri.scheme_str() == Some("https") || is_loopback,
        "--api {}: a token is sent by https only; write https://",
        options.api
    );
    let token = token(options)?;
    let mut config = ureq::Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .http_status_as_error(false)
        .max_redirects(0)
        .user_agent(concat!("vitrine/", env!("CARGO_PKG_VERSION")));
    if is_loopback {
        config = config.proxy(None);
    }
    let agent: ureq::Agent = config.build().into();
    let question = |body: String| answer(&agent, &options.api, host, &token, user, &body);
    let first = question(github::first(user))?;
    let years = github::years(&first);
    let mut answers = vec![first];
    for year in years {
        answers.push(question(github::year(user, year)).with_context(|| format!("asking for the year {year}"))?);
    }
    Ok(Value::List(answers))
}

/// The token, which never stands in the command line, where everybody on the machine could read it.
fn token(options: &Options) -> Result<String> {
    let token = match &options.token_file {
        Some(file) => input::text(file)?,
        None => std::env::var("GITHUB_TOKEN").unwrap_or_default(),
    };
    let token = token.trim();
    ensure!(
        !token.is_empty(),
        "GitHub answers only to those who have a token: put one that may do nothing but read (github.com/settings/tokens) into the variable GITHUB_TOKEN, or into a file that --token-file names"
    );
    ensure!(token.bytes().all(|byte| byte.is_ascii_graphic()), "the token has signs that none has; copy it anew");
    Ok(token.to_owned())
}

fn answer(agent: &ureq::Agent, api: &str, host: &str, token: &str, user: &str, body: &str) -> Result<Value> {
    let cut = |error: ureq::Error| anyhow!("no answer came from {host} ({error}); nothing was written, try it again");
    let request = agent.post(api).header("Authorization", format!("Bearer {token}")).content_type("application/json");
    let mut response = request.send(body).map_err(cut)?;
    let status = response.status().as_u16();
    let text = response.body_mut().with_config().limit(LARGEST).read_to_string();
    if status == 200 {
        let answer = read_strict(&text.map_err(cut)?, "GitHub's answer")?;
        let has_user = answer.at(&["data", "user"]).is_some_and(|user| !user.is_empty());
        let is_limited = answer.list_of("errors").iter().any(|error| error.text_of("type") == Some("RATE_LIMITED"));
        return match github::fault(&answer).filter(|_| !has_user) {
            Some(_) if is_limited => Err(anyhow!("{}", limit(response.headers()))),
            Some(fault) => Err(anyhow!("{}", printable(&fault))),
            None => Ok(answer),
        };
    }
    let said = text
        .ok()
        .and_then(|text| read_strict(&text, "it").ok())
        .and_then(|value| value.text_of("message").map(str::to_owned));
    let said = said.map(|said| format!(": {}", printable(&said))).unwrap_or_default();
    let is_limited = response.headers().get("x-ratelimit-remaining").is_some_and(|left| left == "0")
        || response.headers().contains_key("retry-after");
    Err(match status {
        401 => anyhow!("{host} does not take the token (401{said}); make a new one at github.com/settings/tokens"),
        403 | 429 if is_limited => anyhow!("{}", limit(response.headers())),
        403 | 429 => anyhow!("{host} refuses ({status}{said}); the token may lack the right to read {user:?}"),
        404 => anyhow!("there is no GraphQL interface at {api} (404{said}); mend --api"),
        500.. => anyhow!("{host} is out of order ({status}{said}); nothing was written, try it again later"),
        300..=399 => anyhow!("{api} leads elsewhere ({status}); give --api the address itself"),
        _ => anyhow!("{host} answers with {status}{said}"),
    })
}

/// That too much was asked, and when it may be asked again.
fn limit(headers: &HeaderMap) -> String {
    let number = |name: &str| headers.get(name)?.to_str().ok()?.trim().parse::<u64>().ok();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs());
    let end = number("retry-after").map(|seconds| now.saturating_add(seconds)).or_else(|| number("x-ratelimit-reset"));
    let when = end.map(|end| {
        let (hours, minutes) = (end / 3600 % 24, end / 60 % 60);
        let wait = end.saturating_sub(now).div_ceil(60);
        format!("at {hours:02}:{minutes:02} UTC, in {wait} min")
    });
    let when = when.unwrap_or_else(|| "later".to_owned());
    format!("GitHub has answered as often as it does for one token; ask again {when}. Nothing was written")
}
