//! What GitHub's GraphQL interface says of somebody: contributions of all years, and pinned repositories.

use std::collections::{BTreeMap, BTreeSet};

use vitrine_model::{Day, id};

use crate::fields::address;
use crate::{Import, ImportError, Value, git};

/// Asks who somebody is, which years they were active in, and what they have pinned.
const FIRST: &str = "query($login: String!) {
  user(login: $login) {
    login name url
    pinnedItems(first: 6, types: [REPOSITORY]) {
      nodes {
        ... on Repository {
          name description url homepageUrl createdAt pushedAt
          languages(first: 5, orderBy: { field: SIZE, direction: DESC }) { nodes { name } }
        }
      }
    }
    contributionsCollection { contributionYears }
  }
}";

/// Asks for one year; the interface answers for no more at once.
const YEAR: &str = "query($login: String!, $from: DateTime!, $to: DateTime!) {
  user(login: $login) {
    contributionsCollection(from: $from, to: $to) {
      restrictedContributionsCount
      contributionCalendar { weeks { contributionDays { date contributionCount } } }
    }
  }
}";

/// The first question about somebody, as the body of a request.
pub fn first(login: &str) -> String {
    question(FIRST, vec![("login", login.into())])
}

/// The question about one of the years.
pub fn year(login: &str, year: i64) -> String {
    let (from, to) = (format!("{year}-01-01T00:00:00Z"), format!("{year}-12-31T23:59:59Z"));
    question(YEAR, vec![("login", login.into()), ("from", from.into()), ("to", to.into())])
}

fn question(query: &str, variables: Vec<(&str, Value)>) -> String {
    Value::object([("query", query.into()), ("variables", Value::object(variables))]).to_string()
}

/// The years that an answer says somebody was active in.
pub fn years(answer: &Value) -> Vec<i64> {
    let mut years = BTreeSet::new();
    for user in users(answer) {
        let found = user.at(&["contributionsCollection", "contributionYears"]).map_or(&[][..], Value::entries);
        years.extend(found.iter().filter_map(|year| if let Value::Number(year) = year { year.as_i64() } else { None }));
    }
    years.into_iter().rev().collect()
}

/// What is wrong with an answer, as it says itself.
pub fn fault(answer: &Value) -> Option<String> {
    let errors = answer.list_of("errors");
    let is_missing = errors.iter().any(|error| error.text_of("type") == Some("NOT_FOUND"));
    let said = errors.iter().filter_map(|error| error.text_of("message")).collect::<Vec<_>>().join("; ");
    let remedy = if is_missing { "; look at how the name is spelt" } else { "" };
    (!errors.is_empty()).then(|| format!("GitHub says: {said}{remedy}"))
}

/// Reads answers: those that were fetched, or a file in which one or a list of them was kept. `today` is the last day that is believed.
///
/// # Errors
/// When they say that something is wrong, or nothing of anybody.
pub fn read(answers: &Value, today: Day) -> Result<Import, ImportError> {
    let all = if let Value::List(all) = answers { all.iter().collect() } else { vec![answers] };
    let mut notes = Vec::new();
    let users: Vec<&Value> = all.iter().flat_map(|answer| users(answer)).collect();
    if users.is_empty() {
        let fault = all.iter().find_map(|answer| fault(answer));
        let nobody = || "this is no answer of GitHub's GraphQL interface: there is no `data.user` in it".to_owned();
        return Err(ImportError(fault.unwrap_or_else(nobody)));
    }
    notes.extend(all.iter().filter_map(|answer| fault(answer)));
    let (mut days, mut last, mut private) = (BTreeMap::<Day, u64>::new(), None, BTreeMap::new());
    for calendar in users.iter().flat_map(|user| collections(user)) {
        let weeks = calendar.at(&["contributionCalendar", "weeks"]).map_or(&[][..], Value::entries);
        let mut first = None;
        for day in weeks.iter().flat_map(|week| week.list_of("contributionDays")) {
            let (Some(date), Some(Value::Number(count))) =
                (day.text_of("date").and_then(Day::parse), day.get("contributionCount"))
            else {
                continue;
            };
            first = first.or(Some(date));
            if date <= today {
                days.insert(date, count.as_u64().unwrap_or(0));
                last = last.max(Some(date));
            }
        }
        if let Some(Value::Number(count)) = calendar.get("restrictedContributionsCount") {
            private.insert(first, count.as_u64().unwrap_or(0));
        }
    }
    let text = |name: &str| users.iter().find_map(|user| user.text_of(name));
    let private: u64 = private.values().sum();
    let source = match private {
        0 => "GitHub".to_owned(),
        count => format!("GitHub, of which {count} in private repositories"),
    };
    let has_days = days.values().any(|count| *count > 0);
    let contributions = last.filter(|_| has_days).map(|taken| git::contributions(&source, taken, &days));
    let link =
        text("url").and_then(address).map(|url| Value::object([("label", "GitHub".into()), ("url", url.into())]));
    let name = text("name").or_else(|| text("login"));
    let portfolio = Value::object([
        ("version", 1_u64.into()),
        ("profile", Value::object([("name", name.into()), ("links", link.into_iter().collect())])),
        ("projects", projects(&users)),
        ("contributions", contributions.into()),
    ]);
    if portfolio.get("projects").is_none() && portfolio.get("contributions").is_none() {
        notes.push("there are neither contributions nor pinned repositories in it".into());
    }
    Ok(Import { portfolio, notes })
}

/// Whoever an answer tells of: of the whole answer, of its data, or of what somebody has cut out of it.
fn users(answer: &Value) -> Vec<&Value> {
    let data = answer.get("data").unwrap_or(answer);
    let named = ["user", "viewer"].iter().find_map(|name| data.get(name)).filter(|user| !user.is_empty());
    let is_one = ["contributionsCollection", "pinnedItems"].iter().any(|name| data.get(name).is_some());
    named.or(Some(data).filter(|_| is_one)).into_iter().collect()
}

/// The calendars of somebody, by whatever names the question gave them.
fn collections(user: &Value) -> impl Iterator<Item = &Value> {
    user.properties().iter().map(|(_, value)| value).filter(|value| value.get("contributionCalendar").is_some())
}

fn projects(users: &[&Value]) -> Value {
    let mut taken = BTreeMap::new();
    let nodes = users.iter().flat_map(|user| user.at(&["pinnedItems", "nodes"]).map_or(&[][..], Value::entries));
    let project = |node: &Value| {
        let title = node.text_of("name")?;
        let slug = Some(id::slug(title)).filter(|slug| id::fits_path(slug));
        let month = |name: &str| node.text_of(name).and_then(|moment| moment.get(..7));
        let languages = node.at(&["languages", "nodes"]).map_or(&[][..], Value::entries);
        let link = |label: &str, name: &str| {
            let url = node.text_of(name).and_then(address)?;
            Some(Value::object([("label", label.into()), ("url", url.into())]))
        };
        Some(Value::object([
            ("id", slug.map(|slug| id::free(&slug, &mut taken)).into()),
            ("title", title.into()),
            ("period", Value::object([("start", month("createdAt").into()), ("end", month("pushedAt").into())])),
            ("summary", node.text_of("description").into()),
            ("technologies", languages.iter().filter_map(|language| language.text_of("name")).collect()),
            ("links", [link("Source", "url"), link("Site", "homepageUrl")].into_iter().flatten().collect()),
        ]))
    };
    nodes.filter_map(project).collect()
}
