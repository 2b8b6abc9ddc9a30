//! Words, figures, and what nobody should read.

use super::Explanation;

/// V07xx.
pub const ALL: &[Explanation] = &[
    Explanation {
        code: "V0701",
        title: "empty where words are needed",
        meaning: "A text without which an entry can't be shown is empty, or holds nothing that anybody sees. The entry is left out.",
        help: "write something here",
        wrong: r#""projects": [{ "title": " " }]"#,
        mended: r#""projects": [{ "title": "Shop" }]"#,
    },
    Explanation {
        code: "V0702",
        title: "empty text",
        meaning: "A text that may be left out is there and says nothing.",
        help: "write something here, or leave it out",
        wrong: r#""projects": [{ "title": "Shop", "summary": "" }]"#,
        mended: r#""projects": [{ "title": "Shop" }]"#,
    },
    Explanation {
        code: "V0703",
        title: "text too long",
        meaning: "A line or a text is longer than the page can show, and ends where the limit is.",
        help: "write it shorter",
        wrong: "",
        mended: "",
    },
    Explanation {
        code: "V0704",
        title: "hidden characters",
        meaning: "A text holds control characters, or such that make it read in another order than it is written. They are taken out.",
        help: "delete them",
        wrong: r#""projects": [{ "title": "Shop\u0007" }]"#,
        mended: r#""projects": [{ "title": "Shop" }]"#,
    },
    Explanation {
        code: "V0705",
        title: "lost characters",
        meaning: "A text holds the mark that programs leave where they could not read a character.",
        help: "write it again",
        wrong: r#""projects": [{ "title": "B\ufffdcher" }]"#,
        mended: r#""projects": [{ "title": "Bücher" }]"#,
    },
    Explanation {
        code: "V0706",
        title: "one figure, stated twice",
        meaning: "Two figures are called the same and differ. Whoever reads both believes neither.",
        help: "mend one, or call them by different names",
        wrong: r#""metrics": [{ "sign": "−", "value": 70, "unit": "%", "label": "p95 latency" }],
"projects": [{ "title": "Queues", "impact": { "figure": "−65 %", "label": "p95 latency" } }]"#,
        mended: r#""metrics": [{ "sign": "−", "value": 70, "unit": "%", "label": "p95 latency" }],
"projects": [{ "title": "Queues", "impact": { "figure": "−70 %", "label": "p95 latency" } }]"#,
    },
    Explanation {
        code: "V0707",
        title: "what looks like a secret",
        meaning: "A text looks like a key, a token or a password. All of a portfolio is published, and machines look for such things within minutes.",
        help: "take it out, and have whoever issued it make it invalid: what was published or committed is known",
        wrong: r#""projects": [{ "title": "Shop", "summary": "Deployed with token = 9f86d081884c7d659a2feaa0c55ad015" }]"#,
        mended: r#""projects": [{ "title": "Shop", "summary": "Deployed with a token of its own" }]"#,
    },
    Explanation {
        code: "V0708",
        title: "telephone number in a text",
        meaning: "A text holds a telephone number, outside of \"contact\" and of links to call. Everything in a portfolio is public.",
        help: "delete it, or write it in \"contact\", among the \"links\", as \"tel:+49…\"",
        wrong: r#""profile": { "name": "Ada", "tagline": "Call me: +49 170 1234567" }"#,
        mended: r#""profile": { "name": "Ada", "tagline": "Call me" }, "contact": { "links": ["tel:+491701234567"] }"#,
    },
    Explanation {
        code: "V0709",
        title: "words that are cut",
        meaning: "A title is longer than tabs and search engines show, or a name in a diagram does not fit its box. There it ends in \"…\"; elsewhere it is whole.",
        help: "write it shorter",
        wrong: r#""projects": [{ "title": "A shop for everybody who has ever lost an umbrella on a train" }]"#,
        mended: r#""projects": [{ "title": "A shop for lost umbrellas" }]"#,
    },
];
