//! Whose portfolio it is, in words and figures, and how to reach them.

use crate::href::Href;
use crate::markdown::Markdown;

/// Whose portfolio this is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Profile {
    /// The person's name; never empty.
    pub name: String,
    /// The profession, in one line.
    pub headline: Option<String>,
    /// One or two sentences.
    pub tagline: Option<Markdown>,
    /// Where the person works from.
    pub location: Option<String>,
    /// What the person is open to.
    pub availability: Option<String>,
    /// Paragraphs.
    pub about: Vec<Markdown>,
    /// Résumés to download, and profiles elsewhere.
    pub links: Vec<Link>,
    /// A portrait.
    pub photo: Option<Markdown>,
}

/// One figure with its context.
#[derive(Debug, Clone, PartialEq)]
pub struct Metric {
    /// As it is printed, such as `1.2M+` or `99.9`.
    pub value: String,
    /// Printed before the value.
    pub sign: Option<String>,
    /// Printed after the value.
    pub unit: Option<String>,
    /// What is counted.
    pub label: String,
    /// What stands behind the figure.
    pub context: Option<Markdown>,
}

/// A labelled link. Text from the file that is no acceptable link keeps its label and loses its target.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// What the link says.
    pub label: String,
    /// Where it goes; `None` when the gate refused it, which shows as plain text.
    pub href: Option<Href>,
}

/// How to get in touch.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// A line that asks for a message.
    pub text: Option<Markdown>,
    /// The address as written; a valid `mailto:` can be made of it.
    pub email: Option<String>,
    /// Shown as a shell line.
    pub command: Option<String>,
    /// When to expect an answer.
    pub response: Option<String>,
    /// Other ways.
    pub links: Vec<Link>,
}
