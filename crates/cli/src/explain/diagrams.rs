//! Diagrams, their flows and perspectives.

use super::Explanation;

/// V06xx.
pub const ALL: &[Explanation] = &[
    Explanation {
        code: "V0601",
        title: "half a place",
        meaning: "A node or group of a diagram has \"x\" without \"y\", or the other way. Neither counts, and it is placed by the program.",
        help: "write both or none",
        wrong: r#""diagrams": [{ "id": "shop", "name": "shop", "nodes": [{ "id": "web", "x": 10 }] }]"#,
        mended: r#""diagrams": [{ "id": "shop", "name": "shop", "nodes": [{ "id": "web", "x": 10, "y": 20 }] }]"#,
    },
    Explanation {
        code: "V0602",
        title: "group inside itself",
        meaning: "A group's \"parent\" is, over one or more steps, inside of it. The \"parent\" does not count.",
        help: "delete a \"parent\"",
        wrong: r#""diagrams": [{ "id": "shop", "name": "shop", "nodes": [{ "id": "web", "group": "a" }], "groups": [{ "id": "a", "parent": "b" }, { "id": "b", "parent": "a" }] }]"#,
        mended: r#""diagrams": [{ "id": "shop", "name": "shop", "nodes": [{ "id": "web", "group": "a" }], "groups": [{ "id": "a", "parent": "b" }, { "id": "b" }] }]"#,
    },
    Explanation {
        code: "V0603",
        title: "step without an edge",
        meaning: "A step of a flow goes from one node to another that no edge of the diagram connects. The step is left out.",
        help: "add an edge, or name a \"node\"",
        wrong: r#""diagrams": [{ "id": "shop", "name": "shop", "nodes": ["web", "db", "mail"], "edges": [{ "source": "web", "target": "db" }, { "source": "db", "target": "mail" }], "flows": [{ "id": "buy", "steps": [{ "from": "web", "to": "mail" }, { "node": "db" }] }] }]"#,
        mended: r#""diagrams": [{ "id": "shop", "name": "shop", "nodes": ["web", "db", "mail"], "edges": [{ "source": "web", "target": "db" }, { "source": "db", "target": "mail" }], "flows": [{ "id": "buy", "steps": [{ "from": "web", "to": "db" }, { "node": "db" }] }] }]"#,
    },
    Explanation {
        code: "V0604",
        title: "step that is not one thing",
        meaning: "A step of a flow says nothing, or two things at once. It is left out.",
        help: "write \"from\" with \"to\", or an \"edge\", a \"node\", \"nodes\" or a block",
        wrong: r#""diagrams": [{ "id": "shop", "name": "shop", "nodes": ["web", "db"], "edges": [{ "source": "web", "target": "db" }], "flows": [{ "id": "buy", "steps": [{ "from": "web", "to": "db", "node": "db" }, { "node": "db" }] }] }]"#,
        mended: r#""diagrams": [{ "id": "shop", "name": "shop", "nodes": ["web", "db"], "edges": [{ "source": "web", "target": "db" }], "flows": [{ "id": "buy", "steps": [{ "from": "web", "to": "db" }, { "node": "db" }] }] }]"#,
    },
    Explanation {
        code: "V0605",
        title: "node that nothing reaches",
        meaning: "A diagram has edges, and none of them begins or ends at this node or a group around it, nor does a flow name it. It stands alone in the picture: mostly an edge was forgotten.",
        help: "add an edge from or to it, or delete the node",
        wrong: r#""diagrams": [{ "id": "shop", "name": "shop", "nodes": ["web", "db", "mail"], "edges": [{ "source": "web", "target": "db" }] }]"#,
        mended: r#""diagrams": [{ "id": "shop", "name": "shop", "nodes": ["web", "db", "mail"], "edges": [{ "source": "web", "target": "db" }, { "source": "web", "target": "mail" }] }]"#,
    },
    Explanation {
        code: "V0606",
        title: "arrow at a group that can't have it",
        meaning: "An edge may begin or end at a group, if the group holds a node and the edge's other end lies outside of it. This one is left out.",
        help: "name a node, or put one into the group",
        wrong: r#""diagrams": [{ "id": "shop", "name": "shop", "nodes": ["web", { "id": "db", "group": "data" }], "groups": [{ "id": "data" }, { "id": "logs" }], "edges": [{ "source": "web", "target": "data" }, { "source": "web", "target": "logs" }] }]"#,
        mended: r#""diagrams": [{ "id": "shop", "name": "shop", "nodes": ["web", { "id": "db", "group": "data" }], "groups": [{ "id": "data" }], "edges": [{ "source": "web", "target": "data" }] }]"#,
    },
    Explanation {
        code: "V0607",
        title: "created after it took part",
        meaning: "A step of a flow has the kind \"create\", and what it creates took part in a step before it. In the sequence form its lifeline begins at the top all the same.",
        help: "move the step ahead of the others, or delete its \"kind\"",
        wrong: r#""diagrams": [{ "id": "shop", "name": "shop", "nodes": ["web", "job"], "edges": [{ "source": "web", "target": "job" }], "flows": [{ "id": "buy", "steps": [{ "from": "web", "to": "job" }, { "from": "web", "to": "job", "kind": "create" }] }] }]"#,
        mended: r#""diagrams": [{ "id": "shop", "name": "shop", "nodes": ["web", "job"], "edges": [{ "source": "web", "target": "job" }], "flows": [{ "id": "buy", "steps": [{ "from": "web", "to": "job", "kind": "create" }, { "from": "web", "to": "job" }] }] }]"#,
    },
    Explanation {
        code: "V0608",
        title: "one node of two names",
        meaning: "Diagrams that \"opens\" joins are of one system, and nodes of one id in them are one thing. This one has another label or kind in an earlier diagram. Both are shown as written.",
        help: "leave \"label\" or \"kind\" out to have the same in both, or give one of them another id",
        wrong: r#""diagrams": [{ "id": "shop", "name": "shop", "nodes": [{ "id": "api", "opens": "inside" }, { "id": "db", "label": "Orders" }] }, { "id": "inside", "name": "inside", "nodes": ["worker", { "id": "db", "label": "Order store" }] }]"#,
        mended: r#""diagrams": [{ "id": "shop", "name": "shop", "nodes": [{ "id": "api", "opens": "inside" }, { "id": "db", "label": "Orders" }] }, { "id": "inside", "name": "inside", "nodes": ["worker", { "id": "db" }] }]"#,
    },
    Explanation {
        code: "V0609",
        title: "more than a drawing shows",
        meaning: "A drawing shows the first 10,000 nodes and 1,000 groups, and among them 15,000 edges, or 10 a node where that is less but at least 2,000: taken from all over the list. Above 5,000 edges their labels are not drawn. More could not be read. The words below the drawing have everything.",
        help: "cut the diagram into several whose nodes open one another",
        wrong: "",
        mended: "",
    },
];
