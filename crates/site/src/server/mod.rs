//! Answers requests for the finished site the way a good static host would.

mod version;

use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderName,
    HeaderValue, LOCATION, VARY,
};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use tower_http::services::ServeDir;

use vitrine_frame::BasePath;

use crate::{HEADERS, Headers};
use version::{Verdict, Version};

/// The page of a folder.
const INDEX: &str = "index.html";
const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");
/// The encodings that files have copies in, and what their names end in.
const COPIES: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

/// The site in a folder, mounted at a path.
struct Site {
    dist: PathBuf,
    base: BasePath,
}

/// The router of the site in `dist`, mounted at `base`.
pub fn router(dist: &Path, base: &BasePath) -> Router {
    Router::new().fallback(answer).with_state(Arc::new(Site::new(dist, base)))
}

async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let Some(rest) = site.base.strip(&path) else {
        return site.outside(&path, request.uri().query());
    };
    if site.is_folder(rest) {
        return moved(&format!("{path}/"), request.uri().query());
    }
    let mut response = site.inside(rest, request).await.unwrap_or_else(|error| failed(&error));
    let headers = response.headers_mut();
    if headers.get(CONTENT_TYPE).is_some_and(|mime| mime == "text/html") {
        headers.insert(CONTENT_TYPE, HTML);
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    // Read every time: the site may have been built anew.
    for (name, value) in Headers::of(&site.dist).at(&path) {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.insert(name, value);
        }
    }
    response
}

impl Site {
    fn new(dist: &Path, base: &BasePath) -> Self {
        Self { dist: std::path::absolute(dist).unwrap_or_else(|_| dist.to_owned()), base: base.clone() }
    }

    fn files(&self) -> ServeDir {
        ServeDir::new(&self.dist).append_index_html_on_directories(false).precompressed_br().precompressed_gzip()
    }

    /// What is at a path below the base.
    async fn inside(&self, rest: &str, request: Request) -> io::Result<Response> {
        if ![Method::GET, Method::HEAD].contains(request.method()) {
            return Ok((StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD")]).into_response());
        }
        let accepted = request.headers().clone();
        let sent = match self.file(rest) {
            Some(file) => self.send(&file, below_root(rest), request).await,
            None => Err(io::ErrorKind::NotFound.into()),
        };
        match sent {
            Err(error) if error.kind() == io::ErrorKind::NotFound => self.not_found(rest, &accepted).await,
            sent => sent,
        }
    }

    /// The file that a path means. Hosts read the one of headers and don't send it.
    fn file(&self, rest: &str) -> Option<PathBuf> {
        let mut name = percent_decode_str(rest).decode_utf8().ok()?.into_owned();
        if is_of_folder(rest) {
            name += INDEX;
        }
        // What is hidden was not published, but for what the web has a place for. Source: RFC 8615.
        let is_seen = |part: &std::ffi::OsStr| part == ".well-known" || !part.as_encoded_bytes().starts_with(b".");
        let is_below =
            Path::new(&name).components().all(|part| matches!(part, Component::Normal(part) if is_seen(part)));
        let file = self.dist.join(&name);
        (is_below && file.is_file() && file != self.dist.join(HEADERS)).then_some(file)
    }

    /// A file in the encoding and the range, and on the conditions, that the request for it names.
    async fn send(&self, file: &Path, uri: Uri, mut request: Request) -> io::Result<Response> {
        if !has_copies(file) {
            // There may be files whose copies would have too long a name.
            request.headers_mut().remove(ACCEPT_ENCODING);
        }
        let whole = self.whole(Method::HEAD, uri.clone(), request.headers()).await?;
        let encoding = whole.headers().get(CONTENT_ENCODING);
        let ending = COPIES.iter().find(|(known, _)| encoding.is_some_and(|encoding| encoding == known));
        let sent = ending.map_or_else(|| file.to_owned(), |(_, ending)| copy_of(file, ending));
        let version = Version::of(&sent)?;
        let verdict = version.judge(&mut request);
        if verdict == Verdict::Refused {
            return Ok(StatusCode::PRECONDITION_FAILED.into_response());
        }
        *request.uri_mut() = uri;
        let mut response = self.files().try_call(request).await?.map(Body::new);
        match response.status() {
            StatusCode::NOT_FOUND => return Err(io::ErrorKind::NotFound.into()),
            StatusCode::OK if verdict == Verdict::Known => response = StatusCode::NOT_MODIFIED.into_response(),
            _ => {}
        }
        if response.status() == StatusCode::NOT_MODIFIED {
            // Else it would be said to be empty, where only headers are asked for.
            response
                .headers_mut()
                .extend(whole.headers().get(CONTENT_LENGTH).map(|size| (CONTENT_LENGTH, size.clone())));
        }
        // It may have been built anew meanwhile.
        if Version::of(&sent).is_ok_and(|now| now == version) {
            response.headers_mut().extend(HeaderValue::try_from(version.tag()).map(|tag| (ETAG, tag)));
        }
        vary(file, &mut response);
        Ok(response)
    }

    /// The page that stands for what is not there at a path below the base, compressed as the headers of a request allow: that of its
    /// language, if it is below the folder of one.
    async fn not_found(&self, path: &str, asked: &HeaderMap) -> io::Result<Response> {
        let folder = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        let own = ["/", folder, "/404.html"].concat();
        let is_name = folder.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let uri = if is_name && !folder.is_empty() && self.dist.join(&own[1..]).is_file() { &own } else { "/404.html" };
        let mut response = self.whole(Method::GET, uri.parse().map_err(io::Error::other)?, asked).await?;
        *response.status_mut() = StatusCode::NOT_FOUND;
        vary(&self.dist.join(&uri[1..]), &mut response);
        Ok(response)
    }

    /// All of a file, unconditionally.
    async fn whole(&self, method: Method, uri: Uri, asked: &HeaderMap) -> io::Result<Response> {
        let mut request = Request::new(Body::empty());
        (*request.method_mut(), *request.uri_mut()) = (method, uri);
        let accepted = asked.get_all(ACCEPT_ENCODING).iter().map(|encodings| (ACCEPT_ENCODING, encodings.clone()));
        request.headers_mut().extend(accepted);
        Ok(self.files().try_call(request).await?.map(Body::new))
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
        rest.split('/').all(plain) && self.dist.join(rest).join(INDEX).is_file()
    }
}

fn failed(error: &std::io::Error) -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response()
}

fn moved(path: &str, query: Option<&str>) -> Response {
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    (StatusCode::PERMANENT_REDIRECT, [(LOCATION, format!("{path}{query}"))]).into_response()
}

/// Whether a path is that of a folder, which stands for the page in it.
fn is_of_folder(rest: &str) -> bool {
    rest.is_empty() || rest.ends_with('/')
}

/// The address of the file that is asked for, as the folder's root sees it.
fn below_root(rest: &str) -> Uri {
    let page = if is_of_folder(rest) { INDEX } else { "" };
    Uri::try_from(format!("/{rest}{page}")).unwrap_or_default()
}

/// Says that a file goes out as its asker likes it best, if there is a choice; caches have to know either way.
fn vary(file: &Path, response: &mut Response) {
    if has_copies(file) {
        response.headers_mut().insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    }
}

/// Where the compressed copy of a file is that ends so.
fn copy_of(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

fn has_copies(file: &Path) -> bool {
    COPIES.iter().any(|(_, ending)| copy_of(file, ending).is_file())
}

#[cfg(test)]
mod tests;
