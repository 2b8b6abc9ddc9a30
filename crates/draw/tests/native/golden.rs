//! Every bundled diagram as it is drawn, so that a change of its picture is seen in review: the snapshots are pictures.
//! `INSTA_UPDATE=always cargo test --package vitrine-draw --test native golden` draws them anew.

use std::sync::Arc;

use vitrine_draw::diagram::graph::NodeFacts;
use vitrine_draw::diagram::ink::Ink;
use vitrine_draw::diagram::layout::Direction;
use vitrine_draw::diagram::measure::Font;
use vitrine_draw::diagram::plan::Plan;
use vitrine_draw::diagram::scene::Role;
use vitrine_draw::diagram::svg::svg;
use vitrine_model::{Gate, read};

use crate::project_file;

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
    for file in ["public/portfolio.json", "public/examples/arunav-malhotra.json", "public/examples/sharvil-kadam.json"]
    {
        let portfolio = read(&project_file(file), &Gate::native()).expect("a portfolio").value;
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
