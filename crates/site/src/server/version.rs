//! What tells versions of a file apart, and what requests ask of them. Source: RFC 9110, §§ 8.8.3, 13 and 14.

use std::fs;
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use axum::extract::Request;
use axum::http::header::{
    GetAll, HeaderValue, IF_MATCH, IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_RANGE, IF_UNMODIFIED_SINCE, RANGE,
};
use axum::http::{HeaderMap, Method};

use vitrine_frame::hash;

/// A file as it is now.
#[derive(Debug, PartialEq, Eq)]
pub struct Version {
    tag: String,
    size: u64,
}

/// What the conditions of a request come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It gets the file.
    Wanted,
    /// Who asks has this version.
    Known,
    /// It is about another version.
    Refused,
}

impl Version {
    /// The version of what lies at an absolute path. A copy in another encoding has a path of its own, and so has a
    /// file of another site, which may well be as large and as old.
    ///
    /// # Errors
    /// When there is no such file.
    pub fn of(file: &Path) -> io::Result<Self> {
        let about = fs::metadata(file)?;
        let changed = about.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
        let what = format!("{} {} {changed}", file.display(), about.len());
        Ok(Self { tag: format!("\"{}\"", hash(what.as_bytes())), size: about.len() })
    }

    /// The strong `ETag`.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Judges the conditions that name versions. Leaves in the request those by date that still count, and a range if
    /// it is one to be sent.
    pub fn judge(&self, request: &mut Request) -> Verdict {
        let is_get = *request.method() == Method::GET;
        let headers = request.headers_mut();
        if headers.contains_key(IF_MATCH) {
            if !self.is_among(&headers.get_all(IF_MATCH), "") {
                return Verdict::Refused;
            }
            headers.remove(IF_UNMODIFIED_SINCE);
        }
        let is_known = self.is_among(&headers.get_all(IF_NONE_MATCH), "W/");
        if headers.contains_key(IF_NONE_MATCH) {
            headers.remove(IF_MODIFIED_SINCE);
        }
        // Ranges are for GET only, and conditions come before them.
        let range = if is_get && !is_known { self.range(headers) } else { None };
        headers.remove(RANGE);
        headers.extend(range.map(|range| (RANGE, range)));
        if is_known { Verdict::Known } else { Verdict::Wanted }
    }

    /// Whether a list of tags has this one, of which some may be led by `mark`; a star means any.
    fn is_among(&self, lists: &GetAll<HeaderValue>, mark: &str) -> bool {
        let tags = lists.iter().filter_map(|list| list.to_str().ok()).flat_map(|list| list.split(','));
        tags.map(str::trim).any(|tag| tag == "*" || tag.strip_prefix(mark).unwrap_or(tag) == self.tag)
    }

    /// The one range that is asked for, if it is well-formed and of this version, in a form that needs no care.
    fn range(&self, headers: &HeaderMap) -> Option<HeaderValue> {
        // Several may be answered with everything. So may a date, which does not tell versions of one second apart.
        let mut asked = headers.get_all(RANGE).iter();
        let (Some(range), None) = (asked.next(), asked.next()) else { return None };
        let is_other = headers.get(IF_RANGE).is_some_and(|tag| tag.as_bytes() != self.tag.as_bytes());
        if is_other || self.size == 0 {
            return None;
        }
        let (unit, range) = range.to_str().ok()?.split_once('=')?;
        let (first, last) = range.trim().split_once('-').filter(|_| unit.trim().eq_ignore_ascii_case("bytes"))?;
        let plain = match (first, last) {
            ("", last) => format!("bytes=-{}", number(last)?.min(self.size)),
            (first, "") => format!("bytes={}-", number(first)?),
            (first, last) => {
                let (first, last) = (number(first)?, number(last)?);
                (first <= last).then(|| format!("bytes={first}-{last}"))?
            }
        };
        HeaderValue::try_from(plain).ok()
    }
}

/// A number of any size; none so large is a place in a file.
fn number(digits: &str) -> Option<u64> {
    let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn version() -> Version {
        Version { tag: "\"a1\"".to_owned(), size: 10 }
    }

    #[test]
    fn conditions_count_in_their_order() {
        const LATER: (&str, &str) = ("if-modified-since", "Fri, 31 Dec 2100 00:00:00 GMT");
        const EARLIER: (&str, &str) = ("if-unmodified-since", "Thu, 01 Jan 1970 00:00:00 GMT");
        for (headers, expected, left) in [
            (vec![], Verdict::Wanted, vec![]),
            (vec![LATER, EARLIER], Verdict::Wanted, vec![LATER, EARLIER]),
            (vec![("if-none-match", "\"a1\""), LATER], Verdict::Known, vec![]),
            (vec![("if-none-match", "\"b2\" , W/\"a1\"")], Verdict::Known, vec![]),
            (vec![("if-none-match", "\"b2\""), ("if-none-match", "\"a1\"")], Verdict::Known, vec![]),
            (vec![("if-none-match", "*")], Verdict::Known, vec![]),
            (vec![("if-none-match", "\"b2\""), LATER], Verdict::Wanted, vec![]),
            (vec![("if-none-match", "a1"), LATER], Verdict::Wanted, vec![]),
            (vec![("if-none-match", "\"a1\""), EARLIER], Verdict::Known, vec![EARLIER]),
            (vec![("if-match", "\"a1\""), EARLIER], Verdict::Wanted, vec![]),
            (vec![("if-match", "*"), ("if-none-match", "\"a1\"")], Verdict::Known, vec![]),
            (vec![("if-match", "W/\"a1\"")], Verdict::Refused, vec![]),
            (vec![("if-match", "\"b2\""), ("if-none-match", "\"a1\"")], Verdict::Refused, vec![]),
        ] {
            let mut request = Request::builder();
            for &(name, value) in &headers {
                request = request.header(name, value);
            }
            let mut request = request.body(Body::empty()).unwrap();
            assert_eq!(version().judge(&mut request), expected, "{headers:?}");
            for (name, value) in [LATER, EARLIER] {
                let is_left = request.headers().get(name).is_some_and(|date| date == value);
                assert!(
                    expected == Verdict::Refused || is_left == left.contains(&(name, value)),
                    "{headers:?} leaves {name}: {is_left}"
                );
            }
        }
    }

    #[test]
    fn one_range_of_this_version_is_left() {
        const LARGE: &str = "99999999999999999999";
        for (range, expected) in [
            ("bytes=2-4", Some("bytes=2-4")),
            ("Bytes=002-4", Some("bytes=2-4")),
            ("bytes=2-", Some("bytes=2-")),
            ("bytes=-3", Some("bytes=-3")),
            ("bytes=-30", Some("bytes=-10")),
            ("bytes=-0", Some("bytes=-0")),
            ("bytes=10-", Some("bytes=10-")),
            (&format!("bytes={LARGE}-"), Some("bytes=18446744073709551615-")),
            ("bytes=4-2", None),
            ("bytes=0-1,3-4", None),
            ("bytes=+1-2", None),
            ("bytes=-", None),
            ("bytes=", None),
            ("bytes", None),
            ("lines=2-4", None),
        ] {
            let asked = |method: Method, condition: Option<&str>| {
                let mut request = Request::builder().method(method).header(RANGE, range);
                if let Some(condition) = condition {
                    request = request.header(IF_RANGE, condition);
                }
                let mut request = request.body(Body::empty()).unwrap();
                version().judge(&mut request);
                request.headers().get(RANGE).map(|range| range.to_str().unwrap().to_owned())
            };
            assert_eq!(asked(Method::GET, None).as_deref(), expected, "{range}");
            assert_eq!(asked(Method::GET, Some("\"a1\"")).as_deref(), expected, "{range}");
            assert_eq!(asked(Method::HEAD, None), None, "{range}");
            for other in ["\"b2\"", "W/\"a1\"", "Fri, 31 Dec 2100 00:00:00 GMT"] {
                assert_eq!(asked(Method::GET, Some(other)), None, "{range} if {other}");
            }
        }
    }
}
