//! Asks pages whether they are there: each once, one of a host at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use ureq::Agent;

/// After so long without an answer nobody waits on.
const PATIENCE: Duration = Duration::from_secs(10);
/// How many hosts are asked at the same time.
const AT_ONCE: usize = 8;
/// What is followed at most, as in browsers.
const MOST_REDIRECTS: u32 = 20;
/// Who asks.
const USER_AGENT: &str = concat!("vitrine/", env!("CARGO_PKG_VERSION"), " (looks for dead links of a portfolio)");

/// What a page answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It is there.
    There,
    /// It is not, for this reason.
    Gone(String),
    /// Nobody can tell, for this reason.
    Unclear(String),
}

/// The answers of some pages.
pub fn all(urls: &BTreeSet<&str>) -> BTreeMap<String, Answer> {
    let mut hosts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for url in urls {
        hosts.entry(host(url)).or_default().push(url);
    }
    let agent = agent();
    let (waiting, answers) = (Mutex::new(hosts.into_values()), Mutex::new(BTreeMap::new()));
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(urls) = next(&waiting) {
                    for url in urls {
                        let answer = ask(&agent, url);
                        if let Ok(mut answers) = answers.lock() {
                            answers.insert(url.to_owned(), answer);
                        }
                    }
                }
            });
        }
    });
    offline(answers.into_inner().unwrap_or_default())
}

/// The answers, unless no host at all could be found: then it is the network that is missing.
fn offline(mut answers: BTreeMap<String, Answer>) -> BTreeMap<String, Answer> {
    if answers.values().all(|answer| *answer == Answer::Gone(NO_HOST.to_owned())) {
        let reason = "can't be asked (no host could be found: is there a network?)";
        for answer in answers.values_mut() {
            *answer = Answer::Unclear(reason.to_owned());
        }
    }
    answers
}

fn next<'a>(waiting: &Mutex<impl Iterator<Item = Vec<&'a str>>>) -> Option<Vec<&'a str>> {
    waiting.lock().ok()?.next()
}

/// The host of an address, with its port.
fn host(url: &str) -> &str {
    url.split('/').nth(2).unwrap_or(url)
}

fn agent() -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .max_redirects(MOST_REDIRECTS)
        .http_status_as_error(false)
        .user_agent(USER_AGENT);
    config.build().into()
}

/// Asks for the head alone, and for the page where a host answers no to that.
fn ask(agent: &Agent, url: &str) -> Answer {
    let head = agent.head(url).call().map(|answer| answer.status().as_u16());
    match head {
        Ok(status) if status < 400 => Answer::There,
        Ok(_) => answer_of(agent.get(url).call().map(|answer| answer.status().as_u16())),
        Err(error) => answer_of(Err(error)),
    }
}

fn answer_of(answer: Result<u16, ureq::Error>) -> Answer {
    match answer {
        Ok(status) if status < 400 => Answer::There,
        Ok(404) => Answer::Gone("answers 404 (not found)".to_owned()),
        Ok(410) => Answer::Gone("answers 410 (gone)".to_owned()),
        Ok(status) => Answer::Unclear(format!("answers {status}")),
        Err(ureq::Error::TooManyRedirects) => {
            Answer::Gone("leads from one address to the next without an end".to_owned())
        }
        Err(ureq::Error::HostNotFound) => Answer::Gone(NO_HOST.to_owned()),
        Err(ureq::Error::Io(error)) if knows_no_host(&error) => Answer::Gone(NO_HOST.to_owned()),
        Err(ureq::Error::Timeout(_)) => Answer::Unclear(format!("gives no answer within {} s", PATIENCE.as_secs())),
        Err(error) => Answer::Unclear(format!("can't be asked ({error})")),
    }
}

const NO_HOST: &str = "has a host that does not exist";

/// Whether names could be asked for, and this one is nobody's. What may be otherwise in a minute is nothing to go by.
fn knows_no_host(error: &io::Error) -> bool {
    let said = error.to_string().to_lowercase();
    let is_of_names = said.contains("failed to lookup address") || said.contains("no such host");
    is_of_names && !said.contains("temporary failure") && !said.contains("try again")
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::net::TcpListener;
    use std::sync::Arc;

    use super::*;

    /// A host that answers on loopback, and what it was asked: method, path and who asked.
    fn loopback() -> (String, Arc<Mutex<Vec<String>>>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        // One connection at a time: a second at once would wait, and be seen in no test.
        thread::spawn(move || {
            for connection in listener.incoming() {
                let mut connection = connection.unwrap();
                let head: Vec<String> = BufReader::new(&connection)
                    .lines()
                    .map_while(Result::ok)
                    .take_while(|line| !line.is_empty())
                    .collect();
                let request = head.first().cloned().unwrap_or_default();
                let agent = head.iter().find(|line| line.to_lowercase().starts_with("user-agent:"));
                log.lock().unwrap().push(format!("{request} {}", agent.cloned().unwrap_or_default()));
                let (method, path) = request.split_once(' ').unwrap_or_default();
                let path = path.split(' ').next().unwrap_or_default();
                let status = match (method, path) {
                    (_, "/there") | ("GET", "/no-head") => "200 OK",
                    (_, "/no-head") => "405 Method Not Allowed",
                    (_, "/gone") => "410 Gone",
                    (_, "/busy") => "503 Service Unavailable",
                    (_, "/moved") => "301 Moved\r\nlocation: /there",
                    (_, "/for-ever") => "302 Found\r\nlocation: /for-ever",
                    (_, "/cut") => continue,
                    _ => "404 Not Found",
                };
                let answer = format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
                let _ = connection.write_all(answer.as_bytes());
            }
        });
        (base, asked)
    }

    #[test]
    fn each_page_is_asked_once_and_what_is_gone_is_told_from_what_is_unclear() {
        let (base, asked) = loopback();
        let urls: Vec<String> = ["there", "no-head", "gone", "busy", "moved", "for-ever", "cut", "none"]
            .iter()
            .map(|path| format!("{base}/{path}"))
            .collect();
        let answers = all(&urls.iter().map(String::as_str).collect());
        let of = |path: &str| &answers[&format!("{base}/{path}")];
        for path in ["there", "no-head", "moved"] {
            assert_eq!(*of(path), Answer::There, "{path}");
        }
        assert_eq!(*of("gone"), Answer::Gone("answers 410 (gone)".to_owned()));
        assert_eq!(*of("none"), Answer::Gone("answers 404 (not found)".to_owned()));
        assert_eq!(*of("for-ever"), Answer::Gone("leads from one address to the next without an end".to_owned()));
        assert_eq!(*of("busy"), Answer::Unclear("answers 503".to_owned()));
        assert!(matches!(of("cut"), Answer::Unclear(reason) if reason.starts_with("can't be asked")));
        let asked = asked.lock().unwrap();
        let count = |start: &str| asked.iter().filter(|request| request.starts_with(start)).count();
        assert_eq!((count("HEAD /no-head "), count("GET /no-head "), count("GET /there ")), (1, 1, 0));
        assert!(asked.iter().all(|request| request.contains("vitrine/")), "who asks says so");
    }

    #[test]
    fn where_no_host_can_be_found_the_network_is_missing() {
        let gone = || Answer::Gone(NO_HOST.to_owned());
        let of = |answers: &[(&str, Answer)]| {
            offline(answers.iter().map(|(url, answer)| ((*url).to_owned(), answer.clone())).collect())
        };
        assert!(of(&[("a", gone()), ("b", gone())]).values().all(|answer| matches!(answer, Answer::Unclear(_))));
        assert_eq!(of(&[("a", gone()), ("b", Answer::There)])["a"], gone());
    }

    #[test]
    fn a_name_that_nobody_has_is_told_from_a_network_that_is_down() {
        for (said, is_gone) in [
            ("failed to lookup address information: Name or service not known", true),
            ("No such host is known. (os error 11001)", true),
            ("failed to lookup address information: Temporary failure in name resolution", false),
            ("connection refused", false),
        ] {
            assert_eq!(knows_no_host(&io::Error::other(said)), is_gone, "{said}");
        }
    }
}
