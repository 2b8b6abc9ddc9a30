//! `vitrine import` where it meets the world: a GitHub on this machine, files that are there, a history.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

/// A folder of its own, which goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("vitrine-import-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Every file below, by its path.
    fn files(&self) -> Vec<String> {
        fn list(folder: &Path, before: &str, found: &mut Vec<String>) {
            for entry in fs::read_dir(folder).unwrap().flatten() {
                let name = before.to_owned() + &entry.file_name().to_string_lossy();
                if entry.path().is_dir() { list(&entry.path(), &(name + "/"), found) } else { found.push(name) }
            }
        }
        let mut found = Vec::new();
        list(&self.0, "", &mut found);
        found.sort();
        found
    }

    fn vitrine(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vitrine"));
        command.args(arguments).current_dir(&self.0).stdin(Stdio::null()).env("GITHUB_TOKEN", "ghp_secret");
        command.output().unwrap()
    }

    /// Runs a command that is to go well, and gives what it says.
    #[track_caller]
    fn done(&self, arguments: &[&str]) -> String {
        let output = self.vitrine(arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {said}");
        said
    }

    /// Runs a command that is not, and gives why.
    #[track_caller]
    fn failed(&self, arguments: &[&str]) -> String {
        let output = self.vitrine(arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        said
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const RESUME: &str = r#"{"basics": {"name": "Ada", "label": "Analyst"}, "awards": [{"title": "Medal"}]}"#;

#[test]
fn a_portfolio_is_backed_up_each_time_before_it_is_written() {
    let folder = Folder::new("backup");
    folder.write("resume.json", RESUME);
    folder.done(&["import", "json-resume"]);
    let first = folder.read("portfolio.json");
    folder.write("resume.json", &RESUME.replace("Analyst", "Engineer"));
    folder.done(&["import", "json-resume", "--yes"]);
    let second = folder.read("portfolio.json");
    assert_eq!(second, first.replace("Analyst", "Engineer"));
    folder.write("resume.json", &RESUME.replace("Medal", "Cup"));
    folder.done(&["import", "json-resume", "-y"]);
    assert_eq!([folder.read("portfolio.json.bak"), folder.read("portfolio.json.bak.1")], [first, second]);
    let expected = [
        ".vitrine/import-json-resume.json",
        "portfolio.json",
        "portfolio.json.bak",
        "portfolio.json.bak.1",
        "resume.json",
    ];
    assert_eq!(folder.files(), expected);
}

#[test]
fn what_one_portfolio_has_of_a_source_says_nothing_of_another() {
    let folder = Folder::new("two");
    folder.write("resume.json", RESUME);
    folder.write("other.json", "{}");
    folder.done(&["import", "json-resume"]);
    folder.done(&["import", "json-resume", "--into", "other.json", "--yes"]);
    assert!(folder.read("other.json").contains("Medal"));
    folder.write("portfolio.json", "{}");
    let said = folder.done(&["import", "json-resume", "--yes"]);
    assert!(said.contains("what you have taken out stays out: profile, awards"), "{said}");
    assert!(said.contains("to have it anew delete .vitrine"), "{said}");
}

#[test]
fn nothing_is_written_where_nobody_agrees_or_something_is_wrong() {
    let folder = Folder::new("nothing");
    folder.write("resume.json", RESUME);
    for (there, base, arguments, said) in [
        ("{ \"profile\": \"Ada\" } // mine", None, &["import", "json-resume"][..], "there is nobody to ask; `--yes`"),
        ("{ \"profile\": }", None, &["import", "json-resume", "--yes"], "mend it first, `vitrine check` says where"),
        ("{ \"a\": 1 }", Some("{"), &["import", "json-resume", "--yes"], "import-json-resume.json: delete it"),
        ("{ \"a\": 1 }", None, &["import", "json-resume", "missing.json", "-y"], "cannot read missing.json"),
        ("{ \"a\": 1 }", None, &["import", "linkedin", "resume.json", "-y"], "give the ZIP file"),
        ("{ \"a\": 1 }", None, &["import", "mermaid", "-y"], "name the files"),
        ("{ \"a\": 1 }", None, &["import", "json-resume", "resume.json", "resume.json", "-y"], "one file only"),
        ("{ \"a\": 1 }", None, &["import", "git", "/", "-y", "--author", "a@example.org"], "git says of /"),
    ] {
        folder.write("portfolio.json", there);
        let _ = fs::remove_dir_all(folder.0.join(".vitrine"));
        if let Some(base) = base {
            fs::create_dir_all(folder.0.join(".vitrine")).unwrap();
            folder.write(".vitrine/import-json-resume.json", base);
        }
        let files = folder.files();
        let why = folder.failed(arguments);
        assert!(why.contains(said), "{arguments:?}: {why}");
        assert_eq!(folder.read("portfolio.json"), there, "{arguments:?}");
        assert_eq!(folder.files(), files, "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_portfolio_and_who_may_read_it_stay() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new("link");
    folder.write("resume.json", RESUME);
    folder.write("real.json", "{}");
    fs::set_permissions(folder.0.join("real.json"), fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink("real.json", folder.0.join("portfolio.json")).unwrap();
    folder.done(&["import", "json-resume", "-y"]);
    assert!(fs::symlink_metadata(folder.0.join("portfolio.json")).unwrap().is_symlink());
    assert!(folder.read("real.json").contains("Medal"));
    assert_eq!(fs::metadata(folder.0.join("real.json")).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn commits_of_ones_own_are_counted_by_day() {
    let folder = Folder::new("git");
    for (repository, mail, day) in [
        ("loom", "ada@example.org", "2024-03-05"),
        ("loom", "other@example.org", "2024-03-06"),
        ("mill", "ADA@example.org", "2024-03-05"),
    ] {
        let at = folder.0.join(repository);
        fs::create_dir_all(&at).unwrap();
        let git = |arguments: &[&str]| {
            let mut git = Command::new("git");
            git.args(["-c", "user.name=A", "-c", "commit.gpgsign=false", "-c"]).arg(format!("user.email={mail}"));
            let date = format!("{day}T12:00:00Z");
            git.args(arguments).current_dir(&at).env("GIT_AUTHOR_DATE", &date).env("GIT_COMMITTER_DATE", &date);
            assert!(git.output().unwrap().status.success(), "git {arguments:?}");
        };
        git(&["init", "-q"]);
        git(&["commit", "-q", "--allow-empty", "-m", mail]);
    }
    folder.done(&["import", "git", "loom", "mill", "--author", "ada@example.org"]);
    let expected = "\"source\": \"Commits in loom, mill\"";
    let written = folder.read("portfolio.json");
    assert!(written.contains(expected), "{written}");
    assert!(written.contains("{ \"date\": \"2024-03-05\", \"count\": 2 }"), "{written}");
    assert!(!written.contains("2024-03-06"), "{written}");
}

/// A GitHub that gives these answers one after the other, and the requests that it was sent.
fn github(answers: Vec<String>) -> (String, thread::JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/graphql", listener.local_addr().unwrap());
    let serve = move || {
        let answer = |answer: String| {
            let (mut stream, _) = listener.accept().unwrap();
            let request = request(&mut stream);
            stream.write_all(answer.as_bytes()).unwrap();
            request
        };
        answers.into_iter().map(answer).collect()
    };
    (address, thread::spawn(serve))
}

fn request(stream: &mut TcpStream) -> String {
    let (mut text, mut buffer) = (String::new(), [0; 4096]);
    loop {
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let length = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
        if length.is_some_and(|length: usize| body.len() >= length) {
            return text;
        }
        let read = stream.read(&mut buffer).unwrap();
        assert!(read > 0, "a request that ends early: {text}");
        text += &String::from_utf8_lossy(&buffer[..read]);
    }
}

fn answer(status: &str, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {}\r\n{headers}\r\n{body}", body.len())
}

fn year(day: &str, private: u32) -> String {
    let body = format!(
        r#"{{"data":{{"user":{{"contributionsCollection":{{"restrictedContributionsCount":{private},"contributionCalendar":{{"weeks":[{{"contributionDays":[{{"date":"{day}","contributionCount":3}}]}}]}}}}}}}}}}"#
    );
    answer("200 OK", "", &body)
}

const FIRST: &str = r#"{"data":{"user":{"login":"ada","name":"Ada","url":"https://github.com/ada","pinnedItems":{"nodes":[{"name":"engine","url":"https://github.com/ada/engine"}]},"contributionsCollection":{"contributionYears":[2025,2024]}}}}"#;

#[test]
fn github_is_asked_year_by_year_with_a_token_that_nobody_sees() {
    let folder = Folder::new("github");
    let (address, requests) = github(vec![answer("200 OK", "", FIRST), year("2025-02-03", 4), year("2024-02-03", 1)]);
    let said = folder.done(&["import", "github", "--user", "ada", "--api", &address]);
    let requests = requests.join().unwrap();
    assert_eq!(requests.len(), 3);
    for request in &requests {
        assert!(request.to_lowercase().contains("authorization: bearer ghp_secret"), "{request}");
        assert!(request.to_lowercase().contains("user-agent: vitrine/"), "{request}");
    }
    assert!(requests[1].contains("2025-01-01") && requests[2].contains("2024-12-31"));
    let written = folder.read("portfolio.json");
    for expected in ["GitHub, of which 5 in private repositories", "2025-02-03", "2024-02-03", "\"title\": \"engine\""]
    {
        assert!(written.contains(expected), "{written}");
    }
    assert!(!written.contains("ghp_secret") && !said.contains("ghp_secret"));
}

#[test]
fn what_github_refuses_is_said_plainly_and_nothing_is_lost() {
    let folder = Folder::new("refused");
    let in_ten_minutes = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() + 600;
    let limit = format!("x-ratelimit-remaining: 0\r\nx-ratelimit-reset: {in_ten_minutes}\r\n");
    let missing = r#"{"data":{"user":null},"errors":[{"type":"NOT_FOUND","message":"Could not resolve to a User"}]}"#;
    let limited = r#"{"errors":[{"type":"RATE_LIMITED","message":"API rate limit exceeded"}]}"#;
    for (answers, said) in [
        (
            vec![answer("401 Unauthorized", "", r#"{"message":"Bad credentials"}"#)],
            "does not take the token (401: Bad credentials)",
        ),
        (vec![answer("403 Forbidden", &limit, "{}")], "UTC, in 10 min"),
        (vec![answer("429 Too Many", "retry-after: 60\r\n", "{}")], "UTC, in 1 min"),
        (vec![answer("200 OK", &limit, limited)], "UTC, in 10 min"),
        (vec![answer("403 Forbidden", "", r#"{"message":"Forbidden"}"#)], "refuses (403: Forbidden)"),
        (vec![answer("404 Not Found", "", "{}")], "mend --api"),
        (vec![answer("302 Found", "location: https://elsewhere.example/\r\n", "")], "leads elsewhere (302)"),
        (vec![answer("502 Bad Gateway", "", "<html>Unicorn!</html>")], "is out of order (502)"),
        (vec![answer("200 OK", "", missing)], "look at how the name is spelt"),
        (vec![answer("200 OK", "", "<html>")], "GitHub's answer is not JSON"),
        (vec![String::new()], "nothing was written, try it again"),
        (
            vec!["HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n{\"data\":".to_owned()],
            "nothing was written, try it again",
        ),
        (
            vec![answer("200 OK", "", FIRST), year("2025-02-03", 0), answer("502 Bad Gateway", "", "")],
            "asking for the year 2024",
        ),
    ] {
        folder.write("portfolio.json", "{ \"profile\": \"Ada\" } // mine\n");
        let (address, requests) = github(answers);
        let why = folder.failed(&["import", "github", "--user", "ada", "--api", &address, "--yes"]);
        requests.join().unwrap();
        assert!(why.contains(said), "{said}: {why}");
        assert!(!why.contains("ghp_secret"), "{why}");
        assert_eq!(folder.read("portfolio.json"), "{ \"profile\": \"Ada\" } // mine\n");
        assert_eq!(folder.files(), ["portfolio.json"]);
    }
}

#[test]
fn a_token_comes_from_a_file_or_the_environment_and_leaves_by_https_only() {
    let folder = Folder::new("token");
    folder.write("token", "ghp_of_file\n");
    let (address, requests) = github(vec![answer("401 Unauthorized", "", "")]);
    folder.failed(&["import", "github", "--user", "ada", "--api", &address, "--token-file", "token"]);
    assert!(requests.join().unwrap()[0].to_lowercase().contains("bearer ghp_of_file"));
    folder.write("token", "two words");
    for (arguments, said) in [
        (&["--api", "http://github.example/graphql"][..], "by https only"),
        (&["--token-file", "missing"], "cannot read missing"),
        (&["--token-file", "token"], "copy it anew"),
        (&["--api", "no address"], "this is no address"),
    ] {
        let why = folder.failed(&[&["import", "github", "--user", "ada"], arguments].concat());
        assert!(why.contains(said), "{why}");
    }
}

#[test]
fn nobody_listens() {
    let folder = Folder::new("silent");
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let why = folder.failed(&["import", "github", "--user", "ada", "--api", &format!("http://{port}/graphql")]);
    assert!(why.contains("no answer came from 127.0.0.1"), "{why}");
}
