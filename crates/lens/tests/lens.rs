//! Which projects a query finds, in which order, and what the filter promises.

use proptest::prelude::*;
use vitrine_lens::{Dropped, Index, Query};
use vitrine_model::{
    Decision, Gate, Impact, KindNames, Markdown, Portfolio, Profile, Project, ProjectKind, TechId, Technology, Theme,
    read,
};

const ALL: [ProjectKind; 3] = [ProjectKind::Project, ProjectKind::CaseStudy, ProjectKind::Initiative];

fn text(text: &str) -> Markdown {
    Markdown::words(text)
}

fn technology(id: &str, name: &str, aliases: &[&str]) -> Technology {
    let aliases = aliases.iter().map(|&alias| alias.into()).collect();
    Technology { id: id.into(), name: name.into(), category: None, aliases, icon: None, uses: 0 }
}

fn project(kind: ProjectKind, title: &str, technologies: &[u32]) -> Project {
    Project {
        id: title.to_lowercase().replace(' ', "-"),
        kind,
        title: title.into(),
        path: String::new(),
        role: None,
        period: None,
        summary: None,
        problem: None,
        solution: None,
        architecture: None,
        decision: None,
        impact: None,
        lessons: Vec::new(),
        technologies: technologies.iter().copied().map(TechId).collect(),
        links: Vec::new(),
        diagram: None,
        figures: None,
        updated: None,
        brief: false,
    }
}

fn portfolio(technologies: Vec<Technology>, projects: Vec<Project>) -> Portfolio {
    let names = || KindNames {
        title: String::new(),
        plural: String::new(),
        problem: String::new(),
        solution: String::new(),
        architecture: String::new(),
        decision: String::new(),
        impact: String::new(),
        lessons: String::new(),
    };
    Portfolio {
        language: "en".to_owned(),
        languages: vec!["en".to_owned()],
        words: vitrine_model::Words::default(),
        site: None,
        theme: Theme::default(),
        icon: None,
        profile: Profile::default(),
        metrics: Vec::new(),
        technologies,
        sections: Vec::new(),
        projects,
        experience: Vec::new(),
        radar: None,
        skills: Vec::new(),
        focus: Vec::new(),
        competencies: Vec::new(),
        records: Vec::new(),
        diagrams: Vec::new(),
        contributions: None,
        writing: Vec::new(),
        contact: None,
        kinds: [names(), names(), names()],
    }
}

/// Its technologies: 0 Redis, 1 Kafka, 2 Postgres, 3 Node.js, and 4 Go, which nothing uses.
fn sample() -> Portfolio {
    use ProjectKind::{CaseStudy, Initiative, Project as System};
    let shop = Project {
        summary: Some(text("A storefront for many vendors.")),
        decision: Some(Decision {
            chosen: text("Tenant-scoped collections"),
            rejected: Some(text("A database per vendor")),
            reason: None,
            revisit: Some(text("At 1k+ vendors")),
        }),
        ..project(System, "Multi-vendor shop", &[0, 3])
    };
    let queue = Project {
        impact: Some(Impact {
            figure: Some("−70 %".into()),
            label: Some("p95 latency".into()),
            text: None,
            points: vec![text("Café traffic doubled")],
        }),
        ..project(System, "Queue backbone", &[0, 1])
    };
    let contacts = Project {
        lessons: vec![text("A queue is a promise")],
        role: Some("Owner".into()),
        path: "~/projects/contacts".into(),
        ..project(CaseStudy, "Contact management", &[2, 1, 0])
    };
    let billing = project(Initiative, "Billing", &[3, 2]);
    portfolio(
        vec![
            technology("redis", "Redis", &[]),
            technology("kafka", "Apache Kafka", &["kafka streams"]),
            technology("postgresql", "PostgreSQL", &["Postgres", "psql"]),
            technology("nodejs", "Node.js", &["node"]),
            technology("go", "Go", &["golang"]),
        ],
        vec![shop, contacts, queue, billing],
    )
}

fn query(technologies: &[u32], text: &str) -> Query {
    Query { technologies: technologies.iter().copied().map(TechId).collect(), text: text.into() }
}

#[test]
fn a_query_finds_what_has_all_technologies_and_all_words() {
    let index = Index::new(&sample());
    for (technologies, words, found) in [
        (&[][..], "", &[0, 1, 2, 3][..]),
        (&[0], "", &[0, 1, 2]),
        (&[0, 1], "", &[1, 2]),
        (&[0, 1, 3], "", &[]),
        (&[4], "", &[]),
        (&[], "VENDOR", &[0]),
        (&[], "tenant vend", &[0]),
        (&[], "database 1k+", &[0]),
        (&[], "latency cafe", &[2]),
        (&[], "-70", &[2]),
        (&[], "owner contacts", &[1]),
        (&[], "psql", &[1, 3]),
        (&[], "sql", &[1, 3]),
        (&[], "ostgres", &[]),
        (&[], "node.js", &[0, 3]),
        (&[0], "promise", &[1]),
        (&[3], "promise", &[]),
        (&[], "shop nothing", &[]),
    ] {
        assert_eq!(index.search(&query(technologies, words), &ALL), found, "{technologies:?} {words:?}");
    }
}

#[test]
fn a_title_with_the_words_comes_first() {
    let mut portfolio = sample();
    portfolio.projects.swap(0, 2);
    portfolio.projects[2].summary = Some(text("No queue here"));
    portfolio.projects.swap(0, 2);
    let index = Index::new(&portfolio);
    assert_eq!(index.search(&query(&[], "queue"), &ALL), [2, 0, 1]);
}

#[test]
fn results_come_in_the_order_of_the_portfolio_and_of_no_other_kind() {
    let index = Index::new(&sample());
    let kinds = [ProjectKind::Initiative, ProjectKind::Project];
    assert_eq!(index.search(&Query::default(), &kinds), [0, 2, 3]);
    assert_eq!(index.search(&Query::default(), &[]), [0_usize; 0]);
}

#[test]
fn facets_are_the_shown_technologies_most_used_first() {
    let index = Index::new(&sample());
    let facets = |query: &Query, kinds: &[ProjectKind]| {
        index.facets(query, kinds).iter().map(|f| (f.technology.0, f.count, f.pressed)).collect::<Vec<_>>()
    };
    let plain = |list: &[(u32, usize)]| list.iter().map(|&(id, count)| (id, count, false)).collect::<Vec<_>>();
    // Two uses each of Apache Kafka, Node.js and PostgreSQL: by name.
    assert_eq!(facets(&Query::default(), &ALL), plain(&[(0, 3), (1, 2), (3, 2), (2, 2)]));
    assert_eq!(facets(&Query::default(), &[ProjectKind::Initiative]), plain(&[(3, 1), (2, 1)]));
    assert_eq!(
        facets(&query(&[1], "queue"), &ALL),
        [(0, 2, false), (1, 2, true), (3, 0, false), (2, 1, false)],
        "the order stays, the counts follow"
    );
    assert_eq!(
        facets(&query(&[4], ""), &[ProjectKind::Initiative]),
        [(3, 0, false), (2, 0, false), (4, 0, true)],
        "a chosen technology that nothing uses can still be dropped"
    );
}

#[test]
fn an_empty_result_says_what_to_drop() {
    let index = Index::new(&sample());
    let tech = |id| Dropped::Technology(TechId(id));
    for (technologies, words, expected) in [
        (&[1, 3][..], "", &[(tech(1), 2), (tech(3), 2)][..]),
        (&[0, 3, 2], "", &[(tech(3), 1), (tech(0), 1), (tech(2), 1)]),
        (&[0], "nothing", &[(Dropped::Text, 3)]),
        (&[3], "queue", &[(tech(3), 2), (Dropped::Text, 2)]),
        (&[4], "nothing", &[]),
        (&[4, 4], "", &[(tech(4), 4)]),
    ] {
        let mut expected = expected.to_vec();
        let mut found = index.relax(&query(technologies, words), &ALL);
        assert!(found.is_sorted_by_key(|&(_, count)| std::cmp::Reverse(count)), "{found:?}");
        let key = |&(dropped, count): &(Dropped, usize)| (format!("{dropped:?}"), count);
        found.sort_by_key(key);
        expected.sort_by_key(key);
        assert_eq!(found, expected, "{technologies:?} {words:?}");
    }
}

#[test]
fn an_address_names_technologies_by_id_name_or_alias_in_any_case() {
    let portfolio = sample();
    for (tech, q, expected) in [
        (None, None, query(&[], "")),
        (Some(""), Some(""), query(&[], "")),
        (Some("redis,kafka"), Some("queue"), query(&[0, 1], "queue")),
        (Some(" KAFKA , Redis,redis,"), None, query(&[0, 1], "")),
        (Some("Node.js,POSTGRES,golang"), None, query(&[2, 3, 4], "")),
        (Some("nosuch,<script>,\u{0},,,"), Some("  two\n\twords  "), query(&[], "two words")),
        (Some("kafka streams"), Some("\u{7}"), query(&[1], "")),
    ] {
        assert_eq!(Query::from_params(tech, q, &portfolio), expected, "{tech:?} {q:?}");
    }
}

#[test]
fn what_an_address_names_is_that_or_is_told() {
    let text = r#"{"technologies": ["C", "C++", {"id": "csharp", "name": "C#"}, ".NET", "CI/CD", "Node.js"],
        "projects": [{"id": "p", "title": "P", "technologies": ["C", "C++", "C#", ".NET", "CI/CD", "Node.js"]}]}"#;
    let portfolio = read(text, &Gate { parse: |_| None }).expect("a portfolio").value;
    let none = read(r#"{"profile": "Ada"}"#, &Gate { parse: |_| None }).expect("a portfolio").value;
    for (tech, id) in [
        ("c", "c"),
        ("c++", "cplusplus"),
        // A form sends a space as a plus, and decoding makes spaces of both.
        ("c  ", "cplusplus"),
        ("C#", "csharp"),
        (".net", "dotnet"),
        ("ci/cd", "ci-cd"),
        (" node.js ", "node-js"),
    ] {
        let query = Query::from_params(Some(tech), None, &portfolio);
        let ids: Vec<&str> = query.technologies.iter().map(|id| &*portfolio.technology(*id).id).collect();
        assert_eq!(ids, [id], "{tech:?}");
        assert_eq!(Query::unknown(Some(tech), &portfolio), None, "{tech:?}");
        let told = if tech == "c  " { "c++".to_owned() } else { tech.trim().to_lowercase() };
        assert_eq!(Query::unknown(Some(tech), &none), Some(told), "{tech:?}");
    }
    let unknown = Query::unknown(Some("cobol, C ,fortran,,<b>,ada"), &portfolio);
    assert_eq!(unknown.as_deref(), Some("cobol"));
    let c_alone = read(r#"{"technologies": ["C"]}"#, &Gate { parse: |_| None }).expect("a portfolio").value;
    assert!(Query::from_params(Some("c  "), None, &c_alone).is_empty(), "C++ is not C");
}

#[test]
fn a_project_is_found_by_its_id_and_those_of_its_technologies() {
    let text = r#"{"technologies": [{"id": "k8s", "name": "Kubernetes"}],
        "projects": [{"id": "zx81", "title": "P", "path": "~", "technologies": ["k8s"]}, {"id": "q", "title": "Q", "path": "~"}]}"#;
    let portfolio = read(text, &Gate { parse: |_| None }).expect("a portfolio").value;
    let index = Index::new(&portfolio);
    for text in ["zx81", "k8s", "kubernetes"] {
        let query = Query { text: text.to_owned(), ..Query::default() };
        assert_eq!(index.search(&query, &[ProjectKind::Project]), [0], "{text}");
    }
}

#[test]
fn overlong_parameters_are_cut() {
    let portfolio = sample();
    let query = Query::from_params(Some(&"nosuch,".repeat(100_000)), Some(&"é ".repeat(100_000)), &portfolio);
    assert!(query.technologies.is_empty());
    assert_eq!(query.text.chars().count(), 199, "200 characters without the space at the end");
}

#[test]
fn a_query_is_written_in_one_way_only() {
    let portfolio = sample();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        query(&[2, 0, 2], "  big   queue ").to_params(&portfolio),
        (some("redis,postgresql"), some("big queue"))
    );
    assert_eq!(query(&[], " ").to_params(&portfolio), (None, None));
    assert!(query(&[], " , ").is_empty());
}

#[test]
fn toggling_twice_changes_nothing() {
    let mut chosen = query(&[1], "");
    chosen.toggle(TechId(3));
    assert_eq!(chosen, query(&[1, 3], ""));
    chosen.toggle(TechId(1));
    chosen.toggle(TechId(3));
    assert_eq!(chosen, query(&[], ""));
}

const WORDS: [&str; 8] = ["queue", "cache", "vendor", "latency", "QUEUE", "que", "Café", "zebra"];

fn any_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 0..3).prop_map(|words| words.join(" "))
}

fn any_portfolio() -> impl Strategy<Value = Portfolio> {
    let entry = (0..3_usize, any_text(), any_text(), prop::collection::btree_set(0..6_u32, 0..5));
    prop::collection::vec(entry, 0..12).prop_map(|entries| {
        let technologies = (0..6).map(|id| technology(&format!("t{id}"), &format!("Tech {}", 9 - id), &[])).collect();
        let projects = entries.into_iter().map(|(kind, title, body, technologies)| Project {
            role: Some(body),
            ..project(ALL[kind], &title, &technologies.into_iter().collect::<Vec<_>>())
        });
        portfolio(technologies, projects.collect())
    })
}

fn any_query() -> impl Strategy<Value = Query> {
    (prop::collection::vec(0..6_u32, 0..4), any_text()).prop_map(|(technologies, text)| query(&technologies, &text))
}

fn any_kinds() -> impl Strategy<Value = Vec<ProjectKind>> {
    prop::sample::subsequence(ALL.to_vec(), 0..=3).prop_shuffle()
}

proptest! {
    #[test]
    fn one_more_condition_never_finds_more(
        portfolio in any_portfolio(), query in any_query(), kinds in any_kinds(), extra in 0..6_u32, letters in "[a-z]{1,4}",
    ) {
        let index = Index::new(&portfolio);
        let before = index.search(&query, &kinds);
        let mut chip = query.clone();
        chip.technologies.push(TechId(extra));
        let mut word = query.clone();
        word.text = format!("{} {letters}", query.text);
        let mut longer = query.clone();
        longer.text.push_str(&letters);
        for narrower in [chip, word, longer] {
            prop_assert!(index.search(&narrower, &kinds).iter().all(|hit| before.contains(hit)), "{:?}", narrower);
        }
    }

    #[test]
    fn a_facet_promises_what_its_search_finds(portfolio in any_portfolio(), query in any_query(), kinds in any_kinds()) {
        let index = Index::new(&portfolio);
        for facet in index.facets(&query, &kinds) {
            let mut chosen = query.clone();
            chosen.technologies.push(facet.technology);
            prop_assert_eq!(index.search(&chosen, &kinds).len(), facet.count);
            prop_assert_eq!(query.technologies.contains(&facet.technology), facet.pressed);
        }
    }

    #[test]
    fn dropping_a_condition_finds_as_much_as_promised(portfolio in any_portfolio(), query in any_query(), kinds in any_kinds()) {
        let index = Index::new(&portfolio);
        for (dropped, count) in index.relax(&query, &kinds) {
            let mut relaxed = query.clone();
            match dropped {
                Dropped::Technology(without) => relaxed.technologies.retain(|&id| id != without),
                Dropped::Text => relaxed.text.clear(),
            }
            prop_assert_eq!(index.search(&relaxed, &kinds).len(), count);
            prop_assert!(count > 0);
        }
    }

    #[test]
    fn an_address_reads_back_as_the_same_search(portfolio in any_portfolio(), query in any_query(), kinds in any_kinds()) {
        let (tech, q) = query.to_params(&portfolio);
        let read = Query::from_params(tech.as_deref(), q.as_deref(), &portfolio);
        prop_assert_eq!(read.to_params(&portfolio), (tech, q));
        let index = Index::new(&portfolio);
        prop_assert_eq!(index.search(&read, &kinds), index.search(&query, &kinds));
    }

    #[test]
    fn no_parameter_does_harm(tech in any::<String>(), q in any::<String>()) {
        let portfolio = sample();
        let query = Query::from_params(Some(&tech), Some(&q), &portfolio);
        let (tech, q) = query.to_params(&portfolio);
        prop_assert_eq!(Query::from_params(tech.as_deref(), q.as_deref(), &portfolio), query);
    }
}
