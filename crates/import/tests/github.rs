//! Answers of GitHub's interface, as they were fetched or kept.

use vitrine_import::{Value, github, read_strict};
use vitrine_model::{Day, Gate, Severity, check};

const FIRST: &str = r#"{"data":{"user":{"login":"ada","name":"Ada Lovelace","url":"https://github.com/ada","contributionsCollection":{"contributionYears":[2025,2024]},
  "pinnedItems":{"nodes":[{"name":"engine","description":"Computes.","url":"https://github.com/ada/engine","homepageUrl":"","createdAt":"2020-02-03T00:00:00Z","pushedAt":"2024-05-06T00:00:00Z","languages":{"nodes":[{"name":"Rust"},{"name":"C"}]}},{}]}}}}"#;
const OF_2024: &str = r#"{"data":{"user":{"contributionsCollection":{"restrictedContributionsCount":7,"contributionCalendar":{"weeks":[{"contributionDays":[{"date":"2024-01-01","contributionCount":3},{"date":"2024-01-02","contributionCount":0}]}]}}}}}"#;
const OF_2025: &str = r#"{"data":{"user":{"contributionsCollection":{"restrictedContributionsCount":5,"contributionCalendar":{"weeks":[{"contributionDays":[{"date":"2025-06-01","contributionCount":2},{"date":"2025-06-02","contributionCount":0},{"date":"2025-12-31","contributionCount":9}]}]}}}}}"#;

fn json(text: &str) -> Value {
    read_strict(text, "it").unwrap()
}

fn today() -> Day {
    Day::parse("2025-06-02").unwrap()
}

#[test]
fn contributions_of_all_years_and_pinned_repositories_make_a_sound_portfolio() {
    assert_eq!(github::years(&json(FIRST)), [2025, 2024]);
    let import = github::read(&[FIRST, OF_2025, OF_2024].into_iter().map(json).collect(), today()).unwrap();
    let expected = r#"{"version":1,"profile":{"name":"Ada Lovelace","links":[{"label":"GitHub","url":"https://github.com/ada"}]},"projects":[{"id":"engine","title":"engine","period":{"start":"2020-02","end":"2024-05"},"summary":"Computes.","technologies":["Rust","C"],"links":[{"label":"Source","url":"https://github.com/ada/engine"}]}],"contributions":{"source":"GitHub, of which 12 in private repositories","taken":"2025-06-02","days":[{"date":"2024-01-01","count":3},{"date":"2025-06-01","count":2}]}}"#;
    assert_eq!(import.portfolio.to_string(), expected);
    let reading = check(&import.portfolio.file(), &Gate::native()).unwrap();
    assert!(reading.problems.iter().all(|problem| problem.severity() == Severity::Note), "{:?}", reading.problems);
}

#[test]
fn an_answer_may_be_kept_in_any_shape() {
    let inner = json(OF_2024).at(&["data", "user"]).unwrap().clone();
    let viewer = OF_2024.replace("\"user\"", "\"viewer\"");
    let aliased = OF_2024.replace("\"contributionsCollection\"", "\"y2024\"");
    for answer in [json(OF_2024), [json(OF_2024)].into_iter().collect(), inner, json(&viewer), json(&aliased)] {
        let import = github::read(&answer, today()).unwrap();
        assert_eq!(import.portfolio.at(&["contributions", "days"]).unwrap().entries().len(), 1, "{answer}");
    }
}

#[test]
fn what_is_wrong_is_said() {
    for (text, said) in [
        (
            r#"{"data":{"user":null},"errors":[{"type":"NOT_FOUND","message":"Could not resolve to a User"}]}"#,
            "Could not resolve to a User; look at how the name is spelt",
        ),
        (r#"{"message":"Bad credentials"}"#, "no answer of GitHub's"),
        ("[]", "no answer of GitHub's"),
    ] {
        let error = github::read(&json(text), today()).unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
}

#[test]
fn a_name_cannot_break_out_of_its_question() {
    let question = json(&github::first("ada\") { secret } #"));
    assert_eq!(question.at(&["variables", "login"]).and_then(Value::text), Some("ada\") { secret } #"));
}
