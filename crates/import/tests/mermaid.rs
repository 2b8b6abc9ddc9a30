//! Each construct of Mermaid that its guide shows, and that what comes out of it is a diagram.

use vitrine_import::{Value, mermaid};
use vitrine_model::{Diagram, FragmentKind, Gate, Severity, StepKind, Way, check};

fn import(text: &str) -> (Value, Vec<String>) {
    let import =
        mermaid::read(&[("shop".to_owned(), text.to_owned())]).unwrap_or_else(|error| panic!("{error}\n{text}"));
    (import.portfolio, import.notes)
}

/// The diagrams, as the reader of portfolios has them; it has nothing to say of them.
#[track_caller]
fn drawn(text: &str) -> Vec<Diagram> {
    let (mut portfolio, _) = import(text);
    portfolio.set("profile", Value::object([("name", "Ada".into())]));
    let file = portfolio.file();
    let reading = check(&file, &Gate::native()).unwrap();
    let problems = reading.problems.iter().filter(|problem| problem.severity() != Severity::Note);
    let problems: Vec<String> = problems.map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{problems:#?}\n{file}");
    reading.value.diagrams
}

/// A diagram in a line: boxes with their kinds and groups, arrows with their words.
fn told(diagram: &Diagram) -> String {
    let group = |group: Option<usize>| group.map(|at| format!("@{}", diagram.groups[at].label)).unwrap_or_default();
    let nodes = diagram.nodes.iter().map(|node| format!("{}:{:?}{}", node.label, node.kind, group(node.group)));
    let edges = diagram.edges.iter().map(|edge| {
        let label = edge.label.as_ref().map(|label| format!("({label})")).unwrap_or_default();
        format!(
            "{}>{}{label}{}",
            diagram.nodes[edge.source].id,
            diagram.nodes[edge.target].id,
            if edge.kind == vitrine_model::EdgeKind::Async { "~" } else { "" }
        )
    });
    [nodes.collect::<Vec<_>>().join(", "), edges.collect::<Vec<_>>().join(", ")].join(" | ")
}

#[test]
fn constructs_of_flowcharts_are_boxes_arrows_and_boundaries() {
    for (text, expected) in [
        ("flowchart LR\n  id", "id:Service | "),
        ("graph TD;\n  A-->B;\n  A-->C;", "A:Service, B:Service, C:Service | A>B, A>C"),
        ("graph TD; A-->B; B-->C", "A:Service, B:Service, C:Service | A>B, B>C"),
        (
            "flowchart TB\n  c1-->a2\n  subgraph one\n  a1-->a2\n  end",
            "c1:Service, a2:Service@one, a1:Service@one | c1>a2, a1>a2",
        ),
        (
            "flowchart LR\n  subgraph ide1 [In the cloud]\n    db[(Database)]\n  end",
            "Database:Database@In the cloud | ",
        ),
        ("flowchart LR\n  subgraph \"Two words\"\n    direction TB\n    x\n  end", "x:Service@Two words | "),
        (
            "flowchart LR\n  subgraph Big outer\n  subgraph inner\n  x\n  end\n  y\n  end",
            "x:Service@inner, y:Service@Big outer | ",
        ),
        (
            "%%{init: {'theme': 'dark'}}%%\nflowchart LR\n  A[\"`Orders **v2**`\"] -. async .-> B>Queue] %% why\n  %% a line\n  B ==> C",
            "Orders v2:Service, Queue:Queue, C:Service | A>B(async)~, B>C",
        ),
        (
            "flowchart LR\n  A:::hot --> B\n  classDef hot fill:#f00\n  class B hot\n  style A fill:#bbf,stroke:#333\n  linkStyle 0 stroke:red\n  click A \"https://example.org\" _blank\n  click B call back()",
            "A:Service, B:Service | A>B",
        ),
        (
            "flowchart TD\n  A --> B & C --> D\n  A <--> D",
            "A:Service, B:Service, C:Service, D:Service | A>B, A>C, B>D, C>D, A>D, D>A",
        ),
        (
            "flowchart LR\n  A[Hard edge] -->|Link text| B(Round edge)\n  B --> C{Decision}\n  C -->|One| D[Result one]",
            "Hard edge:Service, Round edge:Service, Decision:Gateway, Result one:Service | A>B(Link text), B>C, C>D(One)",
        ),
        ("flowchart LR\n  A[\"two\n  lines\"] --> B", "two lines:Service, B:Service | A>B"),
        (
            "flowchart LR\n  A@{ shape: cyl, label: \"Orders\" }\n  A e1@--> B@{ shape: das }\n  e1@{ animate: true }",
            "Orders:Database, B:Queue | A>B",
        ),
        ("flowchart LR\n  A ~~~ B --- C", "A:Service, B:Service, C:Service | B>C"),
        (
            "flowchart LR\n  subgraph S\n  a-->b\n  end\n  S --> c\n  c --> S",
            "a:Service@S, b:Service@S, c:Service | a>b, a>c, c>a",
        ),
    ] {
        assert_eq!(told(&drawn(text)[0]), expected, "{text}");
    }
}

#[test]
fn a_diagram_has_the_title_that_its_author_gave_it() {
    for (text, id, title, caption) in [
        ("---\ntitle: \"The shop\"\nconfig:\n  theme: dark\n---\nflowchart LR\n  A", "the-shop", "The shop", None),
        ("flowchart LR\n  accTitle: Orders\n  accDescr: How they flow\n  A", "orders", "Orders", Some("How they flow")),
        ("flowchart LR\n  accDescr {\n  Over\n  lines\n  }\n  A", "shop", "shop", Some("Over lines")),
        ("sequenceDiagram\n  title: Paying\n  A->>B: pay", "paying", "Paying", None),
    ] {
        let diagram = &drawn(text)[0];
        let said = diagram.caption.as_ref().map(vitrine_model::Markdown::plain);
        assert_eq!((&*diagram.id, &*diagram.title, said.as_deref()), (id, title, caption), "{text}");
    }
}

const SEQUENCE: &str = "sequenceDiagram
    autonumber
    actor U as Customer
    box Aqua The shop
      participant S as Shop<br/>front
      participant P
    end
    participant D@{ \"type\": \"database\" }
    U->>+S: Buy #35;1; S-->>-U: Wait
    Note right of S: Thinks
    S->>S: Counts
    loop Every minute
      S-)P: Ask again
    end
    alt is paid
      P-->>S: Yes
    else is not
      P--xS: No
      opt still open
        S->>D: Keep
      end
    end
    par for the books
      S->>D: Write
    and for people
      S->>U: Mail
    end
    rect rgb(0, 255, 0)
      U->>S: Thanks
    end
    create participant X
    S->>X: Hello
    note over S,X: Both know
    S->>S: Tidies
    critical a lock
      S->>D: Locks
    option it is taken
      S->>D: Gives up
    end
    loop
      S->>D: Polls
    end
    break it is late
      S->>D: Leaves
    end
    destroy X
    S-xX: Bye
    activate S
    deactivate S
";

#[test]
fn a_sequence_is_a_flow_through_its_participants() {
    let diagram = &drawn(SEQUENCE)[0];
    assert_eq!(
        told(diagram),
        "Customer:Person, Shop front:Service@The shop, P:Service@The shop, D:Service, X:Service | U>S, S>P~, S>D, S>U, S>X"
    );
    let flow = &diagram.flows[0];
    let notes: Vec<String> = flow.steps.iter().filter_map(|step| Some(step.note.as_ref()?.plain())).collect();
    assert_eq!(
        notes,
        [
            "Buy #1",
            "Wait",
            "Thinks",
            "Counts",
            "Ask again",
            "Yes",
            "No",
            "Keep",
            "Write",
            "Mail",
            "Thanks",
            "Hello",
            "Both know",
            "Tidies",
            "Locks",
            "Gives up",
            "Polls",
            "Leaves",
            "Bye"
        ]
    );
    let cases: Vec<&str> =
        flow.fragments.iter().flat_map(|it| it.branches.iter().map(|branch| &*branch.when)).collect();
    assert_eq!(
        cases,
        ["Every minute", "is paid", "is not", "still open", "", "", "a lock", "it is taken", "", "it is late"]
    );
    let kinds: Vec<FragmentKind> = flow.fragments.iter().map(|it| it.kind).collect();
    assert_eq!(
        kinds,
        [
            FragmentKind::Loop,
            FragmentKind::Alternative,
            FragmentKind::Optional,
            FragmentKind::Parallel,
            FragmentKind::Critical,
            FragmentKind::Loop,
            FragmentKind::Break
        ]
    );
    assert!(matches!(flow.steps[1].way, Way::Against(0)));
    let at = |words: &str| flow.steps.iter().find(|step| step.note.as_ref().is_some_and(|it| it.plain() == words));
    assert_eq!(at("Hello").unwrap().kind, StepKind::Create);
    assert_eq!(at("Both know").map(|step| (step.way, &*step.others)), Some((Way::In(1), &[4][..])));
    assert_eq!(at("Tidies").unwrap().way, Way::Within(1));
    assert_eq!(at("Bye").unwrap().kind, StepKind::Destroy);
}

#[test]
fn a_markdown_file_gives_every_diagram_that_it_holds() {
    let text = "# Read me\n\n```mermaid\nflowchart LR\nA-->B\n```\n\n## Paying\n\n~~~mermaid\nsequenceDiagram\nA->>B: x\n~~~\n\n```mermaid\npie\n\"a\": 1\n```\n";
    let titles: Vec<String> = drawn(text).into_iter().map(|diagram| diagram.title).collect();
    assert_eq!(titles, ["Read me", "Paying"]);
    assert!(import(text).1[0].contains("\"pie\" can't be read"), "{:?}", import(text).1);
}

#[test]
fn what_is_not_understood_says_where() {
    for (text, said) in [
        ("", "there is no diagram"),
        ("hello", "\"hello\" can't be read"),
        ("classDiagram\n A <|-- B", "flowchart, graph and sequenceDiagram are read"),
        ("flowchart LR\n  A --> B\n  A ->> B", "line 3: \"->> B\""),
        ("flowchart LR\n  A[open", "line 2"),
        ("flowchart LR", "no boxes"),
        ("sequenceDiagram\n  A->>B: x\n  nonsense", "line 3: \"nonsense\""),
        ("sequenceDiagram\n  end", "line 2"),
        ("sequenceDiagram\n  else x", "line 2"),
    ] {
        let error = mermaid::read(&[("shop".to_owned(), text.to_owned())]).unwrap_err().to_string();
        assert!(error.contains(said), "{text}: {error}");
    }
}

proptest::proptest! {
    #[test]
    fn no_text_is_too_odd(text in "(flowchart LR|sequenceDiagram|graph TD;)\n([A-C]|-->|->>|---|==|-\\.|\\[|\\]|\\(|\\{|\\}|\"|&|;|:|\\||é| |\n|end|subgraph|alt|else|par|loop|note over |@\\{|:::|%%|#|~~~){0,40}") {
        let _ = mermaid::read(&[("x".to_owned(), text)]);
    }
}
