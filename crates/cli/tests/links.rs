//! `check --links`: links of a portfolio and of the articles beside it, asked at a host on loopback.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::process::Command;
use std::thread;

/// A host that has one page, `/there`.
fn host() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let host = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for connection in listener.incoming() {
            let mut connection = connection.expect("a connection");
            let mut lines = BufReader::new(&connection).lines().map_while(Result::ok);
            let request = lines.next().unwrap_or_default();
            lines.take_while(|line| !line.is_empty()).for_each(drop);
            let status = if request.contains(" /there ") { "200 OK" } else { "404 Not Found" };
            let answer = format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            let _ = connection.write_all(answer.as_bytes());
        }
    });
    host
}

#[test]
fn dead_links_are_told_at_their_places_in_the_file_and_in_articles() {
    let (host, folder) = (host(), tempfile::tempdir().expect("a folder"));
    let write = |file: &str, text: String| fs::write(folder.path().join(file), text).expect("a file");
    fs::create_dir(folder.path().join("writing")).expect("a folder");
    write(
        "portfolio.json",
        format!(r#"{{ "profile": {{ "name": "Ada", "links": ["{host}/gone", "{host}/there"] }} }}"#) + "\n",
    );
    write(
        "writing/queues.md",
        format!(
            "---\ntitle: On queues\nurl: {host}/head\n---\n\nSee [this]({host}/gone) and [that]({host}/there).\nAgain: [this]({host}/gone).\n"
        ),
    );
    write("writing/shops.md", format!("# On shops\n\n[all well]({host}/there)\n"));
    let output = Command::new(env!("CARGO_BIN_EXE_vitrine"))
        .args(["check", "--links", "--format", "short"])
        .current_dir(folder.path())
        .env("SOURCE_DATE_EPOCH", "1790000000")
        .output()
        .expect("the command runs");
    let said = String::from_utf8(output.stdout).expect("UTF-8").replace(&host, "HOST");
    let dead = |place: &str, page: &str| {
        format!(
            "{place}: warning[V0410]: \"HOST/{page}\" answers 404 (not found), asked on 2026-09-21; mend the link, or delete it\n"
        )
    };
    let expected = [
        dead("portfolio.json:1:41", "gone"),
        dead("writing/queues.md:3:6", "head"),
        dead("writing/queues.md:6:12", "gone"),
        dead("writing/queues.md:7:15", "gone"),
    ];
    assert_eq!(said, expected.concat());
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(told.contains("3 links were asked on 2026-09-21"), "{told}");
}
