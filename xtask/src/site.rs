//! Answers requests for the finished site the way a good static host would.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, LOCATION, X_CONTENT_TYPE_OPTIONS};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use tower_http::services::ServeDir;

use crate::base_path::BasePath;

/// The site in a folder, mounted at a path.
struct Site {
    dist: PathBuf,
    base: BasePath,
}

/// The router of the site in `dist`, mounted at `base`.
pub fn router(dist: &Path, base: &BasePath) -> Router {
    let site = Site { dist: dist.to_owned(), base: base.clone() };
    Router::new().fallback(answer).with_state(Arc::new(site))
}

async fn answer(State(site): State<Arc<Site>>, mut request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let Some(rest) = site.base.strip(&path) else {
        return site.outside(&path, request.uri().query());
    };
    *request.uri_mut() = below_root(rest);
    let mut files = ServeDir::new(&site.dist).append_index_html_on_directories(false);
    let mut response = match files.try_call(request).await {
        Ok(found) if found.status() != StatusCode::NOT_FOUND => found.map(Body::new),
        Ok(_) if is_route(rest) => site.page("index.html", StatusCode::OK),
        Ok(_) => site.page("404.html", StatusCode::NOT_FOUND),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(
        CACHE_CONTROL,
        HeaderValue::from_static(if is_hashed(rest) { "public, max-age=31536000, immutable" } else { "no-cache" }),
    );
    response
}

impl Site {
    fn page(&self, name: &str, status: StatusCode) -> Response {
        match std::fs::read(self.dist.join(name)) {
            Ok(html) => (status, [(CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response(),
            Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, format!("{name}: {error}")).into_response(),
        }
    }

    /// A path above the base: a missing last slash is added; anything else is not here.
    fn outside(&self, path: &str, query: Option<&str>) -> Response {
        if self.base.as_str().strip_suffix('/') != Some(path) {
            return (StatusCode::NOT_FOUND, format!("The site is at {}\n", self.base)).into_response();
        }
        let query = query.map(|query| format!("?{query}")).unwrap_or_default();
        (StatusCode::PERMANENT_REDIRECT, [(LOCATION, format!("{}{query}", self.base))]).into_response()
    }
}

fn below_root(rest: &str) -> Uri {
    Uri::try_from(format!("/{rest}")).unwrap_or_default()
}

/// Whether the page has a route at this path below its base.
fn is_route(rest: &str) -> bool {
    let segments: Vec<&str> = rest.trim_end_matches('/').split('/').collect();
    matches!(segments.as_slice(), ["" | "experience" | "architecture"] | ["projects" | "architecture", _])
}

/// Whether trunk put a hash of the content into the name, as in `vitrine-0123456789abcdef_bg.wasm`.
fn is_hashed(rest: &str) -> bool {
    let name = rest.rsplit('/').next().unwrap_or(rest);
    name.split(['-', '_', '.']).any(|part| part.len() >= 12 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routes_of_the_page_are_known() {
        for (rest, expected) in [
            ("", true),
            ("projects/shop", true),
            ("projects/shop/", true),
            ("architecture", true),
            ("architecture/shop", true),
            ("experience", true),
            ("projects", false),
            ("projects/a/b", false),
            ("nowhere", false),
            ("examples/missing.json", false),
        ] {
            assert_eq!(is_route(rest), expected, "{rest:?}");
        }
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert!(is_hashed("vitrine-0a5ca53ec3aa4a3f_bg.wasm"));
        assert!(is_hashed("style-f7ef2bb7d6f3c4ea.css"));
        assert!(!is_hashed("portfolio.json"));
        assert!(!is_hashed("fonts/jetbrains-mono.woff2"));
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_static_host_answers_as_expected() {
        let dist = std::env::temp_dir().join(format!("vitrine-site-{}", std::process::id()));
        std::fs::create_dir_all(dist.join("examples")).unwrap();
        for (name, text) in [("index.html", "the page"), ("404.html", "the page again"), ("examples/a.json", "{}")] {
            std::fs::write(dist.join(name), text).unwrap();
        }
        let site = Arc::new(Site { dist: dist.clone(), base: "/some/base".parse().unwrap() });
        for (path, status, mime) in [
            ("/some/base/", 200, "text/html; charset=utf-8"),
            ("/some/base/projects/shop", 200, "text/html; charset=utf-8"),
            ("/some/base/examples/a.json", 200, "application/json"),
            ("/some/base/examples/b.json", 404, "text/html; charset=utf-8"),
            ("/some/base/examples", 404, "text/html; charset=utf-8"),
            ("/some/base/../index.html", 404, "text/html; charset=utf-8"),
            ("/some/base?q=1", 308, ""),
            ("/", 404, "text/plain; charset=utf-8"),
        ] {
            let request = Request::builder().uri(path).body(Body::empty()).unwrap();
            let response = answer(State(Arc::clone(&site)), request).await;
            assert_eq!(response.status(), status, "{path}");
            let found = response.headers().get(CONTENT_TYPE).map_or("", |value| value.to_str().unwrap());
            assert_eq!(found, mime, "{path}");
            if status == 308 {
                assert_eq!(response.headers()[LOCATION], "/some/base/?q=1");
            }
        }
        std::fs::remove_dir_all(dist).unwrap();
    }
}
