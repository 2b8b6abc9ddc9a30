//! Every bundled diagram as it is drawn, so that a change of its picture is seen in review: the snapshots are pictures.
//! `INSTA_UPDATE=always cargo test --no-default-features --test native golden` draws them anew.

use std::path::Path;
use std::sync::Arc;

use vitrine::diagram::graph::NodeFacts;
use vitrine::diagram::ink::Ink;
use vitrine::diagram::layout::Direction;
use vitrine::diagram::measure::Font;
use vitrine::diagram::plan::Plan;
use vitrine::diagram::scene::Role;
use vitrine::diagram::svg::svg;
use vitrine::model::{Gate, read};

/// Ink on paper.
struct Paper;

impl Ink for Paper {
    fn colour(&self, role: Role) -> &str {
        match role {
            Role::Ground | Role::Surface => "#fff",
            Role::Ink | Role::Wash => "#111",
            Role::Muted => "#555",
            Role::Line => "#aaa",
            Role::Accent => "#0050c8",
            Role::Kind(_) => "#06705c",
        }
    }
    fn family(&self, font: Font) -> &str {
        if font.mono() { "monospace" } else { "sans-serif" }
    }
}

#[test]
fn bundled_diagrams_are_drawn_as_they_were() {
    for file in ["portfolio.json", "examples/arunav-malhotra.json", "examples/sharvil-kadam.json"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(file);
        let text = std::fs::read_to_string(path).expect("a bundled portfolio");
        let portfolio = read(&text, &Gate::native()).expect("a portfolio").value;
        for diagram in &portfolio.diagrams {
            let facts = Arc::new(NodeFacts::of(&portfolio, diagram, |_| String::new()));
            for (direction, name) in [(Direction::Right, "right"), (Direction::Down, "down")] {
                let plan = Plan::new(Arc::new(diagram.clone()), Arc::clone(&facts), direction);
                let picture = svg(&plan.scene, &diagram.title, &Paper);
                insta::assert_binary_snapshot!(&format!("{}-{name}.svg", diagram.id), picture.into_bytes());
            }
        }
    }
}
