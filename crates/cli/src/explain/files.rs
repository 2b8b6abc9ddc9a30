//! Pictures and files beside the portfolio.

use super::Explanation;

/// V05xx.
pub const ALL: &[Explanation] = &[
    Explanation {
        code: "V0501",
        title: "file that can't be shown",
        meaning: "A picture, a video or another file that the portfolio names is not there, can't be read, or is not safe to publish. It is left out.",
        help: "put it beside the portfolio, or mend the path",
        wrong: r#""profile": { "name": "Ada", "photo": "me.png" }"#,
        mended: r#""profile": { "name": "Ada", "photo": "board.svg" }"#,
    },
    Explanation {
        code: "V0502",
        title: "picture without words",
        meaning: "Nothing says what a picture shows. Who can't see it, and who waits for it, learns nothing.",
        help: "write that as \"alt\", or in Markdown as ![what it shows](file)",
        wrong: r#""projects": [{ "title": "Mast", "pictures": ["board.svg"] }]"#,
        mended: r#""projects": [{ "title": "Mast", "pictures": [{ "file": "board.svg", "alt": "The board, as large as a thumb" }] }]"#,
    },
    Explanation {
        code: "V0503",
        title: "head of an article",
        meaning: "What stands ahead of an article between two lines of \"---\" can't be read as YAML or TOML. The article is published without what it says.",
        help: "write it as lines of \"name: value\"",
        wrong: "---\ntitle: [On queues\n---\n\nText.",
        mended: "---\ntitle: On queues\n---\n\nText.",
    },
    Explanation {
        code: "V0504",
        title: "no icon",
        meaning: "The file that is named as the icon of the site is not there, or is none. The initials of the name are used.",
        help: "name a square SVG or PNG file beside the portfolio",
        wrong: r#""icon": "me.gif""#,
        mended: r#""icon": "icon.svg""#,
    },
];
