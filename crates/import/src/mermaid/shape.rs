//! Shapes of boxes, and the kinds of node that they stand for.

/// How a shape begins and ends, and the kind of node that it is; longer beginnings come first. A shape without a kind is a service.
pub const BRACKETS: [(&str, &str, Option<&str>); 16] = [
    ("(((", ")))", Some("external")),
    ("((", "))", Some("external")),
    ("([", "])", Some("client")),
    ("[[", "]]", Some("function")),
    ("[(", ")]", Some("database")),
    ("[/", "/]", Some("storage")),
    ("[/", "\\]", None),
    ("[\\", "\\]", Some("storage")),
    ("[\\", "/]", None),
    ("{{", "}}", Some("job")),
    ("(-", "-)", None),
    ("[|", "|]", None),
    ("{", "}", Some("gateway")),
    (">", "]", Some("queue")),
    ("[", "]", None),
    ("(", ")", None),
];

/// The kind of node of a shape by its name, as in `A@{ shape: cyl }`.
pub fn kind(name: &str) -> Option<&'static str> {
    Some(match name {
        "cyl" | "cylinder" | "database" | "db" => "database",
        "lin-cyl" | "disk" | "lined-cylinder" | "bow-rect" | "bow-tie-rectangle" | "stored-data" | "doc"
        | "document" | "docs" | "documents" | "st-doc" | "stacked-document" | "lin-doc" | "tag-doc" | "win-pane"
        | "internal-storage" | "lean-r" | "lean-right" | "in-out" | "lean-l" | "lean-left" | "out-in" => "storage",
        "das" | "h-cyl" | "horizontal-cylinder" | "delay" | "half-rounded-rectangle" | "odd" => "queue",
        "bolt" | "com-link" | "lightning-bolt" => "stream",
        "fr-rect" | "framed-rectangle" | "subproc" | "subprocess" | "subroutine" => "function",
        "diam" | "decision" | "diamond" | "question" => "gateway",
        "hex" | "hexagon" | "prepare" => "job",
        "circle" | "circ" | "dbl-circ" | "double-circle" | "cloud" | "sm-circ" | "fr-circ" => "external",
        "stadium" | "pill" | "terminal" | "curv-trap" | "display" => "client",
        "person" | "actor" | "manual" | "trap-t" => "person",
        _ => return None,
    })
}
