//! What keeps a file from being read.

use super::Explanation;

/// V00xx.
pub const ALL: &[Explanation] = &[
    Explanation {
        code: "V0001",
        title: "empty file",
        meaning: "The file holds nothing, or nothing but spaces.",
        help: "write at least { \"profile\": { \"name\": \"Ada\" } }",
        wrong: " ",
        mended: r#"{ "profile": { "name": "Ada" } }"#,
    },
    Explanation {
        code: "V0002",
        title: "a web page",
        meaning: "The file begins with \"<\": it is the page of a server that does not have the file, or a page that was saved instead of it.",
        help: "save the file itself, such as the \"raw\" one where code is kept",
        wrong: "<!doctype html>\n<title>Not found</title>",
        mended: r#"{ "profile": { "name": "Ada" } }"#,
    },
    Explanation {
        code: "V0003",
        title: "stops too early",
        meaning: "The file ends inside of an object, a list or a text: a bracket or a quotation mark is missing, or the file was not saved to its end.",
        help: "close what is open there, the last opened first",
        wrong: r#"{ "profile": { "name": "Ada" }"#,
        mended: r#"{ "profile": { "name": "Ada" } }"#,
    },
    Explanation {
        code: "V0004",
        title: "not JSON",
        meaning: "At this place something stands that JSON does not have. Comments and a comma behind the last entry are fine; single quotes, names without quotes and missing commas are not.",
        help: "look for a comma, a quotation mark or a bracket that is missing or too much just ahead of it",
        wrong: "{ \"profile\": { \"name\": \"Ada\" }; }",
        mended: r#"{ "profile": { "name": "Ada" } }"#,
    },
    Explanation {
        code: "V0005",
        title: "nested too deeply",
        meaning: "Lists and objects stand inside one another more than 127 deep, which no portfolio needs.",
        help: "look for brackets that open again and again, and close them",
        wrong: "",
        mended: "",
    },
    Explanation {
        code: "V0006",
        title: "file too large",
        meaning: "A portfolio has at most 5,000,000 bytes. What is larger is mostly a picture written into the file.",
        help: "keep pictures as files beside the portfolio, and name them",
        wrong: "",
        mended: "",
    },
    Explanation {
        code: "V0007",
        title: "not an object",
        meaning: "The file is JSON and holds a list, a text or a number. A portfolio is one object, in braces.",
        help: "begin the file with { and end it with }",
        wrong: r#"[{ "profile": { "name": "Ada" } }]"#,
        mended: r#"{ "profile": { "name": "Ada" } }"#,
    },
    Explanation {
        code: "V0008",
        title: "not UTF-8",
        meaning: "From this place on the file is no UTF-8 text: it was saved in another encoding, or is no text.",
        help: "save it as UTF-8",
        wrong: "",
        mended: "",
    },
];
