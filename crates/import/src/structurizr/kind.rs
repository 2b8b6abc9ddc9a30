//! What kind of node an element is.

use super::Element;

/// The kind of node that an element is, by its sort, its tags and its technology.
pub fn kind(element: &Element<'_>) -> Option<&'static str> {
    let value = element.value;
    if element.sort == "person" {
        return Some("person");
    }
    if value.text_of("location").is_some_and(|location| location.eq_ignore_ascii_case("external")) {
        return Some("external");
    }
    let said = [value.text_of("tags"), value.text_of("technology")];
    let said = said.into_iter().flatten().collect::<Vec<_>>().join(" ").to_lowercase();
    let words = [
        (&["external", "existing system"][..], "external"),
        (&["database", "postgres", "mysql", "mongo", "oracle", "sql server", "dynamodb", "cassandra"], "database"),
        (&["redis", "cache", "memcached"], "cache"),
        (&["kafka", "kinesis", "event stream"], "stream"),
        (&["queue", "rabbitmq", "sqs", "message bus", "topic"], "queue"),
        (&["bucket", "s3", "file system", "storage"], "storage"),
        (&["api gateway", "gateway"], "gateway"),
        (&["load balancer", "cdn", "nginx"], "edge"),
        (&["lambda", "function"], "function"),
        (&["web browser", "browser", "mobile app", "single-page", "ios", "android"], "client"),
        (&["cron", "batch", "scheduled"], "job"),
    ];
    let is_said = |word: &&str| {
        said.match_indices(*word).any(|(at, _)| {
            let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !is_letter(said[..at].chars().next_back()) && !is_letter(said[at + word.len()..].chars().next())
        })
    };
    words.iter().find(|(words, _)| words.iter().any(&is_said)).map(|(_, kind)| *kind)
}
