//! Links.

use super::Explanation;

/// V04xx.
pub const ALL: &[Explanation] = &[
    Explanation {
        code: "V0401",
        title: "link refused",
        meaning: "A link leads nowhere good: it is misspelt, leads out of the site, holds a password, or is of a kind that runs programs. Its words are shown without it.",
        help: "write the whole address, or a path within the site",
        wrong: r#""writing": [{ "title": "On queues", "url": "javascript:alert(1)" }]"#,
        mended: r#""writing": [{ "title": "On queues", "url": "https://example.org/queues" }]"#,
    },
    Explanation {
        code: "V0402",
        title: "link mended",
        meaning: "A link lacks its beginning, or holds what addresses can't, and is read as it was meant. `check --fix` writes it so.",
        help: "write it so",
        wrong: r#""writing": [{ "title": "On queues", "url": "example.org/queues" }]"#,
        mended: r#""writing": [{ "title": "On queues", "url": "https://example.org/queues" }]"#,
    },
    Explanation {
        code: "V0403",
        title: "no address of a site",
        meaning: "\"site\" is the address of the start page, from which previews, feed and sitemap make whole addresses. Without it they are left out.",
        help: "write it as https://example.org/ada/, without ? and #",
        wrong: r#""site": "https://example.org/?page=ada""#,
        mended: r#""site": "https://example.org/ada/""#,
    },
    Explanation {
        code: "V0404",
        title: "no e-mail address",
        meaning: "What stands as the e-mail address is none, or more than one. It is left out.",
        help: "write it as name@example.org",
        wrong: r#""contact": { "email": "ada at example.org" }"#,
        mended: r#""contact": { "email": "ada@example.org" }"#,
    },
    Explanation {
        code: "V0405",
        title: "link to a filter",
        meaning: "A link to projects that use a technology (/?tech=redis) names none, or names it by signs that mean something else in an address: + is a space, and # begins the name of a place on the page, so that ?tech=c# asks for C.",
        help: "write the technology's id, or its name with %2B for + and %23 for #",
        wrong: r#""technologies": [{ "id": "csharp", "name": "C#" }, { "id": "c", "name": "C" }],
"projects": [{ "title": "Shop", "technologies": ["csharp", "c"] }],
"contact": { "text": "All of it [in C#](/?tech=c#)." }"#,
        mended: r#""technologies": [{ "id": "csharp", "name": "C#" }, { "id": "c", "name": "C" }],
"projects": [{ "title": "Shop", "technologies": ["csharp", "c"] }],
"contact": { "text": "All of it [in C#](/?tech=csharp)." }"#,
    },
    Explanation {
        code: "V0410",
        title: "dead link",
        meaning: "Only with `check --links`: the page that a link leads to is gone (404 or 410), its host does not exist, or it leads from one address to the next without an end.",
        help: "mend the link, or delete it",
        wrong: "",
        mended: "",
    },
    Explanation {
        code: "V0411",
        title: "link that gave no answer",
        meaning: "Only with `check --links`: the page could not be asked, or answered that it is not for programs. It may be well.",
        help: "open it in a browser",
        wrong: "",
        mended: "",
    },
];
