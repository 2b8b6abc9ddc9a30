use std::fs;
use std::time::{Duration, SystemTime};

use axum::body::to_bytes;
use axum::http::header::{
    CONTENT_LENGTH, CONTENT_RANGE, IF_MATCH, IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_RANGE, IF_UNMODIFIED_SINCE,
    LAST_MODIFIED, RANGE,
};

use super::*;

const BASE: &str = "/some/base/";
const LATER: &str = "Fri, 31 Dec 2100 00:00:00 GMT";
const EARLIER: &str = "Thu, 01 Jan 1970 00:00:00 GMT";

/// A site on disk, as long as a test runs.
struct Served(Arc<Site>);

impl Served {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let dist = std::env::temp_dir().join(format!("vitrine-site-{name}-{}", std::process::id()));
        let served = Self(Arc::new(Site::new(&dist, &BASE.parse().unwrap())));
        for (file, text) in files {
            served.write(file, text);
        }
        served
    }

    fn write(&self, file: &str, text: &str) {
        let file = self.0.dist.join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    /// Sets back the clock of a file.
    fn age(&self, file: &str, by: Duration) {
        let file = fs::File::options().append(true).open(self.0.dist.join(file)).unwrap();
        file.set_modified(SystemTime::now() - by).unwrap();
    }

    async fn ask(&self, method: &Method, path: &str, headers: &[(HeaderName, &str)]) -> Response {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        answer(State(Arc::clone(&self.0)), request.body(Body::empty()).unwrap()).await
    }

    async fn get(&self, path: &str, headers: &[(HeaderName, &str)]) -> Response {
        self.ask(&Method::GET, &format!("{BASE}{path}"), headers).await
    }

    async fn tag(&self, path: &str, encoding: &str) -> String {
        said(&self.get(path, &[(ACCEPT_ENCODING, encoding)]).await, &ETAG)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0.dist);
    }
}

fn said(response: &Response, name: &HeaderName) -> String {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap()).to_owned()
}

async fn text(response: Response) -> String {
    String::from_utf8(to_bytes(response.into_body(), 1000).await.unwrap().to_vec()).unwrap()
}

#[tokio::test(flavor = "current_thread")]
async fn a_static_host_answers_as_expected() {
    let site = Served::new(
        "answers",
        &[
            ("index.html", "start"),
            ("404.html", "none"),
            ("examples/a.json", "{}"),
            ("examples/two words.json", "{}"),
            ("_headers", "/*"),
            ("projects/shop/index.html", "shop"),
        ],
    );
    let long = format!("{BASE}{}", "a".repeat(300));
    let long_page = format!("{BASE}{}/", "projects/".repeat(1000));
    for (path, status, mime, moved_to) in [
        ("/some/base/", 200, "text/html; charset=utf-8", ""),
        ("/some/base/projects/shop/", 200, "text/html; charset=utf-8", ""),
        ("/some/base/projects/shop", 308, "", "/some/base/projects/shop/"),
        ("/some/base/projects/nothing/", 404, "text/html; charset=utf-8", ""),
        ("/some/base/examples/a.json", 200, "application/json", ""),
        ("/some/base/examples/%61.json", 200, "application/json", ""),
        ("/some/base/examples/two%20words.json", 200, "application/json", ""),
        ("/some/base/examples/b.json", 404, "text/html; charset=utf-8", ""),
        ("/some/base/examples/a.json/", 404, "text/html; charset=utf-8", ""),
        ("/some/base/_headers", 404, "text/html; charset=utf-8", ""),
        ("/some/base/%5fheaders", 404, "text/html; charset=utf-8", ""),
        ("/some/base//_headers", 404, "text/html; charset=utf-8", ""),
        ("/some/base/examples", 404, "text/html; charset=utf-8", ""),
        ("/some/base/../index.html", 404, "text/html; charset=utf-8", ""),
        ("/some/base/%ff", 404, "text/html; charset=utf-8", ""),
        ("/some/base/%00", 404, "text/html; charset=utf-8", ""),
        (&long, 404, "text/html; charset=utf-8", ""),
        (&long_page, 404, "text/html; charset=utf-8", ""),
        ("/some/base?q=1", 308, "", "/some/base/?q=1"),
        ("/", 404, "text/plain; charset=utf-8", ""),
    ] {
        for encodings in ["identity", "br, gzip"] {
            let response = site.ask(&Method::GET, path, &[(ACCEPT_ENCODING, encodings)]).await;
            assert_eq!(response.status(), status, "{path}");
            assert_eq!(said(&response, &CONTENT_TYPE), mime, "{path}");
            assert_eq!(said(&response, &LOCATION), moved_to, "{path}");
        }
    }
    let posted = site.ask(&Method::POST, BASE, &[]).await;
    assert_eq!((posted.status(), said(&posted, &ALLOW).as_str()), (StatusCode::METHOD_NOT_ALLOWED, "GET, HEAD"));
}

#[tokio::test(flavor = "current_thread")]
async fn caches_are_told_of_copies_whichever_is_sent() {
    let site = Served::new("copies", &[("index.html", "start"), ("404.html", "none"), ("a.json", "{}")]);
    for copy in ["index.html.br", "index.html.gz", "404.html.br"] {
        site.write(copy, "short");
    }
    for (path, accepted, status, encoding, varies) in [
        ("", "", 200, "", true),
        ("", "br, gzip", 200, "br", true),
        ("", "gzip", 200, "gzip", true),
        ("", "br;q=0.1, gzip", 200, "gzip", true),
        ("nothing/", "", 404, "", true),
        // What is not there is told in as few bytes as what is.
        ("nothing/", "br, gzip", 404, "br", true),
        ("nothing/", "gzip", 404, "", true),
        ("a.json", "br, gzip", 200, "", false),
    ] {
        let response = site.get(path, &[(ACCEPT_ENCODING, accepted)]).await;
        assert_eq!(response.status(), status, "{path} in {accepted}");
        assert_eq!(said(&response, &CONTENT_ENCODING), encoding, "{path} in {accepted}");
        assert_eq!(said(&response, &VARY), if varies { "Accept-Encoding" } else { "" }, "{path} in {accepted}");
    }
    // There is a file of that name, and there can be no copy of it.
    let long = format!("{}.json", "a".repeat(249));
    site.write(&long, "{}");
    assert_eq!(site.get(&long, &[(ACCEPT_ENCODING, "br, gzip")]).await.status(), StatusCode::OK);
}

#[tokio::test(flavor = "current_thread")]
async fn conditions_are_met() {
    let site = Served::new("conditions", &[("index.html", "start"), ("404.html", "none"), ("index.html.br", "abc")]);
    let (plain, short) = (site.tag("", "identity").await, site.tag("", "br").await);
    assert!(plain.len() > 10 && plain.starts_with('"') && plain != short, "{plain} {short}");
    let either = format!("\"x\", W/{plain}");
    let (plain, short, either) = (plain.as_str(), short.as_str(), either.as_str());
    for (path, headers, status) in [
        ("", vec![(IF_NONE_MATCH, plain)], 304),
        ("", vec![(IF_NONE_MATCH, either)], 304),
        ("", vec![(IF_NONE_MATCH, "*")], 304),
        ("", vec![(IF_NONE_MATCH, plain), (IF_MODIFIED_SINCE, EARLIER)], 304),
        ("", vec![(IF_NONE_MATCH, plain), (RANGE, "bytes=90-")], 304),
        ("", vec![(IF_NONE_MATCH, short), (ACCEPT_ENCODING, "br")], 304),
        ("", vec![(IF_NONE_MATCH, plain), (ACCEPT_ENCODING, "br")], 200),
        ("", vec![(IF_NONE_MATCH, short), (IF_MODIFIED_SINCE, LATER)], 200),
        ("", vec![(IF_MODIFIED_SINCE, LATER)], 304),
        ("", vec![(IF_MODIFIED_SINCE, EARLIER)], 200),
        ("", vec![(IF_UNMODIFIED_SINCE, EARLIER), (IF_NONE_MATCH, plain)], 412),
        ("", vec![(IF_MATCH, plain), (IF_UNMODIFIED_SINCE, EARLIER)], 200),
        ("", vec![(IF_MATCH, short)], 412),
        ("nothing/", vec![(IF_NONE_MATCH, "*"), (IF_MODIFIED_SINCE, LATER), (RANGE, "bytes=0-1")], 404),
        ("nothing/", vec![(IF_MATCH, "\"x\""), (IF_UNMODIFIED_SINCE, EARLIER)], 404),
    ] {
        for method in [Method::GET, Method::HEAD] {
            let response = site.ask(&method, &format!("{BASE}{path}"), &headers).await;
            assert_eq!(response.status(), status, "{method} {path:?} {headers:?}");
            if status == 304 {
                let is_short = headers.contains(&(ACCEPT_ENCODING, "br"));
                assert_eq!(said(&response, &ETAG), if is_short { short } else { plain }, "{headers:?}");
                assert_eq!(said(&response, &VARY), "Accept-Encoding");
                assert_eq!(said(&response, &CONTENT_LENGTH), if is_short { "3" } else { "5" });
                assert_eq!(said(&response, &CACHE_CONTROL), "no-cache");
                assert_eq!(text(response).await, "");
            }
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn nothing_is_taken_for_a_version_of_another_site_or_time() {
    let files = [("index.html", "start"), ("404.html", "none")];
    let (site, older) = (Served::new("site", &files), Served::new("older", &files));
    older.age("index.html", Duration::from_secs(1000));
    let response = site.get("", &[]).await;
    let (tag, changed) = (said(&response, &ETAG), said(&response, &LAST_MODIFIED));
    let seen = [(IF_NONE_MATCH, &*tag), (IF_MODIFIED_SINCE, &*changed)];
    assert_eq!(site.get("", &seen).await.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(older.get("", &seen).await.status(), StatusCode::OK);
    site.write("index.html", "other");
    site.age("index.html", Duration::from_secs(1000));
    assert_eq!(site.get("", &seen).await.status(), StatusCode::OK);
}

#[tokio::test(flavor = "current_thread")]
async fn one_range_at_a_time_is_sent() {
    let site = Served::new("ranges", &[("a.txt", "0123456789"), ("none.txt", ""), ("index.html", "0123456789")]);
    site.write("index.html.br", "abcdef");
    let tag = site.tag("a.txt", "").await;
    let weak = format!("W/{tag}");
    for (path, headers, status, range, body) in [
        ("a.txt", vec![(RANGE, "bytes=2-4")], 206, "bytes 2-4/10", "234"),
        ("a.txt", vec![(RANGE, "bytes=7-")], 206, "bytes 7-9/10", "789"),
        ("a.txt", vec![(RANGE, "bytes=7-70")], 206, "bytes 7-9/10", "789"),
        ("a.txt", vec![(RANGE, "bytes=-2")], 206, "bytes 8-9/10", "89"),
        ("a.txt", vec![(RANGE, "bytes=-20")], 206, "bytes 0-9/10", "0123456789"),
        ("a.txt", vec![(RANGE, "bytes=10-")], 416, "bytes */10", ""),
        ("a.txt", vec![(RANGE, "bytes=99999999999999999999-")], 416, "bytes */10", ""),
        ("a.txt", vec![(RANGE, "bytes=-0")], 416, "bytes */10", ""),
        ("a.txt", vec![(RANGE, "bytes=0-1,3-4")], 200, "", "0123456789"),
        ("a.txt", vec![(RANGE, "bytes=0-1"), (RANGE, "bytes=3-4")], 200, "", "0123456789"),
        ("a.txt", vec![(RANGE, "bytes=4-2")], 200, "", "0123456789"),
        ("a.txt", vec![(RANGE, "lines=2-4")], 200, "", "0123456789"),
        ("a.txt", vec![(RANGE, "bytes")], 200, "", "0123456789"),
        ("a.txt", vec![(RANGE, "bytes=2-4"), (IF_RANGE, &*tag)], 206, "bytes 2-4/10", "234"),
        ("a.txt", vec![(RANGE, "bytes=2-4"), (IF_RANGE, "\"x\"")], 200, "", "0123456789"),
        ("a.txt", vec![(RANGE, "bytes=2-4"), (IF_RANGE, &*weak)], 200, "", "0123456789"),
        ("a.txt", vec![(RANGE, "bytes=2-4"), (IF_RANGE, LATER)], 200, "", "0123456789"),
        ("a.txt", vec![(RANGE, "bytes=90-"), (IF_RANGE, "\"x\"")], 200, "", "0123456789"),
        ("none.txt", vec![(RANGE, "bytes=0-")], 200, "", ""),
        ("", vec![(RANGE, "bytes=2-4")], 206, "bytes 2-4/10", "234"),
        ("", vec![(RANGE, "bytes=2-4"), (ACCEPT_ENCODING, "br")], 206, "bytes 2-4/6", "cde"),
    ] {
        let response = site.get(path, &headers).await;
        assert_eq!(response.status(), status, "{path:?} {headers:?}");
        assert_eq!(said(&response, &CONTENT_RANGE), range, "{path:?} {headers:?}");
        assert_eq!(text(response).await, body, "{path:?} {headers:?}");
        // Ranges are defined for GET alone.
        let head = site.ask(&Method::HEAD, &format!("{BASE}{path}"), &headers).await;
        assert_eq!((head.status(), said(&head, &CONTENT_RANGE).as_str()), (StatusCode::OK, ""), "{headers:?}");
        let accepted: Vec<_> = headers.into_iter().filter(|(name, _)| name == ACCEPT_ENCODING).collect();
        let whole = site.get(path, &accepted).await;
        for name in [ETAG, CONTENT_LENGTH] {
            assert_eq!(said(&head, &name), said(&whole, &name), "{path:?}");
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn headers_are_those_of_the_site_as_it_is_now() {
    let site = Served::new("headers", &[("index.html", "start"), ("404.html", "none")]);
    for (rules, start, other) in [
        ("/some/base/*\n  X-Who: a\n", "a", "a"),
        ("/some/base/*\n  X-Other: b\n/some/base/\n  X-Who: b\n", "b", ""),
        ("", "", ""),
    ] {
        site.write(HEADERS, rules);
        for (path, expected) in [("", start), ("nothing/", other)] {
            let response = site.get(path, &[]).await;
            assert_eq!(said(&response, &HeaderName::from_static("x-who")), expected, "{path:?} by {rules:?}");
        }
    }
}
