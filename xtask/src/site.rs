//! Answers requests for the finished site the way a good static host would.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use tower_http::services::ServeDir;

use crate::base_path::BasePath;
use crate::deliver::{HEADERS, Headers};

const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");

/// The site in a folder, mounted at a path.
struct Site {
    dist: PathBuf,
    base: BasePath,
    headers: Headers,
}

/// The router of the site in `dist`, mounted at `base`.
pub fn router(dist: &Path, base: &BasePath) -> Router {
    let site = Site { dist: dist.to_owned(), base: base.clone(), headers: Headers::of(dist) };
    Router::new().fallback(answer).with_state(Arc::new(site))
}

async fn answer(State(site): State<Arc<Site>>, mut request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let Some(rest) = site.base.strip(&path) else {
        return site.outside(&path, request.uri().query());
    };
    if site.is_folder(rest) {
        return moved(&format!("{path}/"), request.uri().query());
    }
    let accepted = request.headers().get(ACCEPT_ENCODING).cloned();
    *request.uri_mut() = below_root(rest);
    let mut response = match site.files().try_call(request).await {
        // Hosts read that one and don't send it.
        Ok(found) if found.status() != StatusCode::NOT_FOUND && rest != HEADERS => found.map(Body::new),
        Ok(_) => site.not_found(accepted).await,
        Err(error) => failed(&error),
    };
    let headers = response.headers_mut();
    if headers.get(CONTENT_TYPE).is_some_and(|mime| mime == "text/html") {
        headers.insert(CONTENT_TYPE, HTML);
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    for (name, value) in site.headers.at(&path) {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.insert(name, value);
        }
    }
    response
}

impl Site {
    fn files(&self) -> ServeDir {
        ServeDir::new(&self.dist).append_index_html_on_directories(false).precompressed_br().precompressed_gzip()
    }

    /// The page that stands for whatever is not there, compressed as `accepted` allows.
    async fn not_found(&self, accepted: Option<HeaderValue>) -> Response {
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = Uri::from_static("/404.html");
        if let Some(accepted) = accepted {
            request.headers_mut().insert(ACCEPT_ENCODING, accepted);
        }
        match self.files().try_call(request).await {
            Ok(page) => {
                let mut response = page.map(Body::new);
                *response.status_mut() = StatusCode::NOT_FOUND;
                response
            }
            Err(error) => failed(&error),
        }
    }

    /// A path above the base: a missing last slash is added; anything else is not here.
    fn outside(&self, path: &str, query: Option<&str>) -> Response {
        if self.base.as_str().strip_suffix('/') != Some(path) {
            return (StatusCode::NOT_FOUND, format!("The site is at {}\n", self.base)).into_response();
        }
        moved(self.base.as_str(), query)
    }

    /// Whether a page is a folder's, and asked for without the slash at its end.
    fn is_folder(&self, rest: &str) -> bool {
        let plain = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', '%']);
        rest.split('/').all(plain) && self.dist.join(rest).join("index.html").is_file()
    }
}

fn failed(error: &std::io::Error) -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response()
}

fn moved(path: &str, query: Option<&str>) -> Response {
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    (StatusCode::PERMANENT_REDIRECT, [(LOCATION, format!("{path}{query}"))]).into_response()
}

/// The file that is asked for.
fn below_root(rest: &str) -> Uri {
    let file = if rest.is_empty() || rest.ends_with('/') { "index.html" } else { "" };
    Uri::try_from(format!("/{rest}{file}")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(flavor = "current_thread")]
    async fn a_static_host_answers_as_expected() {
        let dist = std::env::temp_dir().join(format!("vitrine-site-{}", std::process::id()));
        std::fs::create_dir_all(dist.join("examples")).unwrap();
        std::fs::create_dir_all(dist.join("projects/shop")).unwrap();
        let files = [
            ("index.html", "start"),
            ("404.html", "none"),
            ("examples/a.json", "{}"),
            ("_headers", "/*"),
            ("projects/shop/index.html", "shop"),
        ];
        for (name, text) in files {
            std::fs::write(dist.join(name), text).unwrap();
        }
        let site =
            Arc::new(Site { dist: dist.clone(), base: "/some/base/".parse().unwrap(), headers: Headers::default() });
        for (path, status, mime, moved_to) in &[
            ("/some/base/", 200, "text/html; charset=utf-8", ""),
            ("/some/base/projects/shop/", 200, "text/html; charset=utf-8", ""),
            ("/some/base/projects/shop", 308, "", "/some/base/projects/shop/"),
            ("/some/base/projects/nothing/", 404, "text/html; charset=utf-8", ""),
            ("/some/base/examples/a.json", 200, "application/json", ""),
            ("/some/base/examples/b.json", 404, "text/html; charset=utf-8", ""),
            ("/some/base/_headers", 404, "text/html; charset=utf-8", ""),
            ("/some/base/examples", 404, "text/html; charset=utf-8", ""),
            ("/some/base/../index.html", 404, "text/html; charset=utf-8", ""),
            ("/some/base?q=1", 308, "", "/some/base/?q=1"),
            ("/", 404, "text/plain; charset=utf-8", ""),
        ] {
            let request = Request::builder().uri(*path).body(Body::empty()).unwrap();
            let response = answer(State(Arc::clone(&site)), request).await;
            assert_eq!(response.status(), *status, "{path}");
            let found = response.headers().get(CONTENT_TYPE).map_or("", |value| value.to_str().unwrap());
            assert_eq!(found, *mime, "{path}");
            let location = response.headers().get(LOCATION).map_or("", |value| value.to_str().unwrap());
            assert_eq!(location, *moved_to, "{path}");
        }
        // What is not there is told in as few bytes as what is.
        std::fs::write(dist.join("404.html.br"), "short").unwrap();
        let request = Request::builder().uri("/some/base/nothing/").header(ACCEPT_ENCODING, "br, gzip");
        let response = answer(State(Arc::clone(&site)), request.body(Body::empty()).unwrap()).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
        assert_eq!(response.headers().get("content-encoding").map(HeaderValue::as_bytes), Some(&b"br"[..]));
        std::fs::remove_dir_all(dist).unwrap();
    }
}
