//! The words that a property can choose from, each with what it means, so that editors offer them.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::json;

use crate::document::Choice;
use crate::portfolio::{EdgeKind, NodeKind, Part, Print, ProjectKind, Scheme, StepKind, ThemeName, WeekStart};

/// A choice of the format.
pub trait Words {
    /// Every word, with what it means.
    fn words() -> Vec<(&'static str, &'static str)>;
}

/// What the words of each choice mean, in the order of its table; the compiler counts them.
macro_rules! meanings {
    ($($choice:ident [$($meaning:literal),* $(,)?])*) => {$(
        impl Words for $choice {
            fn words() -> Vec<(&'static str, &'static str)> {
                const MEANINGS: [&str; $choice::ALL.len()] = [$($meaning),*];
                $choice::ALL.iter().zip(MEANINGS).map(|(choice, meaning)| (choice.1, meaning)).collect()
            }
        }
    )*};
}

meanings! {
    ThemeName ["Phosphor on near-black, Inter", "Ink on warm paper, Source Serif", "Cobalt on cool grey, Inter"]
    Scheme ["As the visitor's system says", "Dark ink on a light ground", "Light ink on a dark ground"]
    ProjectKind ["A system built", "A problem and how it was solved", "Something set in motion, told in a few lines"]
    Part [
        "The paragraphs of the profile",
        "The short lists of `focus`",
        "Projects of the section's kinds, with the filter",
        "The architecture diagrams",
        "Employers and roles",
        "The radar of `skills`",
        "The groups of `skills`",
        "The contribution graph",
        "Articles and posts",
        "The short texts of `competencies`",
        "How to get in touch",
        "Degrees, schools, courses",
        "Certificates and licences",
        "Papers, books, chapters",
        "Talks and workshops",
        "Patents",
        "Languages that the person speaks",
        "Awards and honours",
        "Work for nobody's profit",
        "What others say",
        "Societies and committees",
        "What the person likes beside work",
    ]
    NodeKind [
        "A browser, an app",
        "A CDN, a load balancer",
        "An API gateway",
        "A long-running process (the default)",
        "Runs per event",
        "A queue or topic",
        "An ordered log",
        "A system of record",
        "Fast, and may forget",
        "Files and blobs",
        "Somebody else's system",
        "A human being",
        "Watches the others",
        "Runs on a schedule",
    ]
    EdgeKind ["The caller waits (the default)", "Nobody waits; drawn dashed", "Data is read, written or copied"]
    StepKind [
        "The sender waits",
        "Nobody waits",
        "What was waited for",
        "Where it goes to there was nothing before",
        "Where it goes to there is nothing after it"
    ]
    Print ["Every one", "Those that are featured, or the first dozen"]
    WeekStart ["As ISO 8601 has it (the default)", "As in the Americas, Japan or India", "As in much of the Arab world"]
}

impl<T: Words> JsonSchema for Choice<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Choice".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words = T::words().into_iter().map(|(word, meaning)| json!({ "const": word, "description": meaning }));
        json_schema!({ "type": "string", "oneOf": words.collect::<Vec<_>>() })
    }
}
