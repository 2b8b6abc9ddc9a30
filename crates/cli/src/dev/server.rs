//! Answers the author's own browser, and nobody else.

use std::convert::Infallible;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Query, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST, HeaderName, HeaderValue, LOCATION, ORIGIN};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use tokio::sync::{oneshot, watch};
use vitrine_frame::BasePath;
use vitrine_site::policy;

use super::editor;
use super::told::Told;
use super::workshop::{Answer, Asked, News};

/// Below here is what is not of the site.
pub const OWN: &str = "/__vitrine/";
/// The script that pages have beside their own.
pub const SCRIPT: &str = "dev.js";

/// What answers need.
pub struct Server {
    /// Where pages are made.
    pub workshop: Sender<Asked>,
    /// What pages are told.
    pub news: watch::Receiver<News>,
    /// Where the site is mounted.
    pub base: BasePath,
    /// The editor.
    pub editor: Option<String>,
    /// The integrity of the script that stands in pages.
    pub inline: String,
}

/// The router.
pub fn router(server: Server) -> Router {
    let server = Arc::new(server);
    Router::new()
        .route(&[OWN, SCRIPT].concat(), get(script))
        .route(&[OWN, "news"].concat(), get(news))
        .route(&[OWN, "open"].concat(), post(open))
        .fallback(page)
        .layer(middleware::from_fn_with_state(Arc::clone(&server), guarded))
        .with_state(server)
}

/// Refuses what other sites ask a browser to fetch here, and says in every answer what a page may do, as a host would.
///
/// A name that leads here by a trick of DNS is in `Host`; a page elsewhere that reaches for this server is in `Origin`.
async fn guarded(State(server): State<Arc<Server>>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?").to_owned());
    let is_own = text(HOST).is_some_and(|host| is_loopback(&host))
        && text(ORIGIN)
            .is_none_or(|origin| Some(&*origin) == text(HOST).map(|host| ["http://", &host].concat()).as_deref());
    // What another page fetches without a script, such as a picture, has no origin, and browsers say where it comes from.
    let is_foreign = text(HeaderName::from_static("sec-fetch-site")).is_some_and(|site| site == "cross-site")
        && text(HeaderName::from_static("sec-fetch-mode")).is_none_or(|mode| mode != "navigate");
    let mut response = if is_own && !is_foreign {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "This server answers http://localhost alone.\n").into_response()
    };
    let own = response.headers_mut();
    for (name, value) in policy(&server.inline) {
        // It would hold for every other program on this port for years.
        if name != "Strict-Transport-Security"
            && let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value))
        {
            own.insert(name, value);
        }
    }
    own.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    own.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Whether a host, with or without a port, is this machine by a name that no other site can have.
fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => return rest.split(']').next() == Some("::1"),
        None => host.split(':').next().unwrap_or_default(),
    };
    name.eq_ignore_ascii_case("localhost") || name == "127.0.0.1"
}

async fn script() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], include_str!("overlay.js"))
}

/// What is wrong and which state is shown: now, and whenever it changes.
async fn news(State(server): State<Arc<Server>>) -> impl IntoResponse {
    let mut news = server.news.clone();
    news.mark_changed();
    let stream = futures_util::stream::unfold(news, |mut news| async move {
        news.changed().await.ok()?;
        let text = serde_json::to_string(&*news.borrow_and_update()).unwrap_or_default();
        Some((Ok::<_, Infallible>(Event::default().data(text)), news))
    });
    Sse::new(stream).keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
}

/// Which of the problems that are told.
#[derive(serde::Deserialize)]
struct Which {
    problem: usize,
}

/// Opens the editor at the place of a problem.
async fn open(State(server): State<Arc<Server>>, Query(which): Query<Which>, headers: HeaderMap) -> Response {
    // Only a script of this origin sets it.
    if headers.get("x-vitrine").is_none() {
        return StatusCode::FORBIDDEN.into_response();
    }
    let Some(editor) = &server.editor else {
        return (StatusCode::NOT_FOUND, "no --editor is given").into_response();
    };
    let problem = server.news.borrow().problems.get(which.problem).cloned();
    let Some(Told { file, line, column, .. }) = problem.filter(|problem| problem.line > 0) else {
        return (StatusCode::NOT_FOUND, "the problem has gone").into_response();
    };
    let command = editor::command(editor, &file, line, column);
    let Some((program, arguments)) = command.split_first() else { return StatusCode::NOT_FOUND.into_response() };
    let started = Command::new(program).args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).spawn();
    match started {
        Ok(_) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, format!("cannot start {program}: {error}")).into_response(),
    }
}

async fn page(State(server): State<Arc<Server>>, request: Request) -> Response {
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = request.uri().path();
    let Some(rest) = server.base.strip(path) else {
        return (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, server.base.to_string())]).into_response();
    };
    let Ok(name) = percent_encoding::percent_decode_str(rest).decode_utf8() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let ask = async |path: &str| -> Option<Answer> {
        let (reply, answer) = oneshot::channel();
        server.workshop.send(Asked { path: path.to_owned(), reply }).ok()?;
        answer.await.ok()
    };
    let Some(answer) = ask(&name).await else {
        return (StatusCode::SERVICE_UNAVAILABLE, "The portfolio is no longer read; start `vitrine dev` again.\n")
            .into_response();
    };
    if !answer.is_there && !name.is_empty() && !name.ends_with('/') {
        // Hosts lead to the page of a folder.
        if ask(&[&name, "/"].concat()).await.is_some_and(|answer| answer.is_there) {
            let query = request.uri().query().map(|query| ["?", query].concat()).unwrap_or_default();
            return (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, [path, "/", &query].concat())]).into_response();
        }
    }
    let status = if answer.is_there { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let mime = if answer.is_there { media_type(&name, &answer.bytes) } else { HTML.to_owned() };
    let mut response = (status, [(CONTENT_TYPE, mime)], Bytes::from(answer.bytes)).into_response();
    if answer.is_lasting {
        // Style and program are ready at once when the page is loaded again.
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("max-age=31536000, immutable"));
    }
    response
}

const HTML: &str = "text/html; charset=utf-8";

/// What a file is, by its name; of a picture, by what it holds: it may stand for a smaller one of another kind.
fn media_type(name: &str, bytes: &[u8]) -> String {
    if name.is_empty() || name.ends_with('/') || name.ends_with("index.html") {
        return HTML.to_owned();
    }
    if Path::new(name).extension().is_some_and(|end| end == "webp") {
        return match bytes {
            [0x89, b'P', ..] => "image/png",
            [0xff, 0xd8, ..] => "image/jpeg",
            [b'G', b'I', b'F', ..] => "image/gif",
            _ => "image/webp",
        }
        .to_owned();
    }
    let mime = mime_guess::from_path(name).first_or_octet_stream();
    if mime.type_() == "text" { format!("{mime}; charset=utf-8") } else { mime.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_answered() {
        for host in ["localhost", "localhost:8080", "127.0.0.1:1", "[::1]:8080", "[::1]"] {
            assert!(is_loopback(host), "{host}");
        }
        for host in [
            "",
            "example.org",
            "localhost.example.org",
            "example.org:8080",
            "127.0.0.1.example.org",
            "0.0.0.0",
            "[::2]",
        ] {
            assert!(!is_loopback(host), "{host}");
        }
    }
}
