//! A diagram as a file of its own: SVG that any program opens, in the colours of the theme.

use std::sync::Arc;

use vitrine_draw::diagram::graph::NodeFacts;
use vitrine_draw::diagram::icon::Sprite;
use vitrine_draw::diagram::ink::{self, Ink};
use vitrine_draw::diagram::measure::{self, Font};
use vitrine_draw::diagram::plan::Plan;
use vitrine_draw::diagram::scene::Role;
use vitrine_draw::diagram::svg::svg;
use vitrine_draw::geometry::Size;
use vitrine_model::{Diagram, Portfolio, ThemeName};

use crate::colour::Colours;

/// The place that most drawings are for: a slide, or a column of text.
const ROOM: Size = Size::new(1600.0, 900.0);

/// The families of the page, and what most machines have for them.
const SANS: &str = "Inter, 'Inter Variable', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";
const SERIF: &str = "'Vitrine Serif', 'Source Serif 4', Georgia, 'Times New Roman', 'Liberation Serif', serif";
const MONO: &str = "'JetBrains Mono', Menlo, Consolas, 'Liberation Mono', monospace";

/// A theme in one of its schemes, written out.
struct Written {
    colours: Colours,
    theme: ThemeName,
}

impl Ink for Written {
    fn colour(&self, role: Role) -> &str {
        self.colours.token(ink::name(ink::TOKENS.get(ink::index(role)).copied().unwrap_or_default()))
    }

    fn family(&self, font: Font) -> &str {
        match self.theme {
            _ if font.mono() => MONO,
            ThemeName::Paper => SERIF,
            _ => SANS,
        }
    }

    // Whoever opens the file may have none of them.
    fn width(&self, text: &str, font: Font) -> Option<f64> {
        Some(measure::width(text, font))
    }
}

/// A diagram of a portfolio as an SVG document; with the icons of a site's file, if there are any.
#[must_use]
pub fn drawing(portfolio: &Portfolio, diagram: &Diagram, is_dark: bool, icons: Option<&str>) -> String {
    let mut facts = Arc::new(NodeFacts::of(portfolio, diagram, |_| String::new()));
    if let Some(icons) = icons {
        Sprite::parse(icons).dress(&mut facts);
    }
    let plan = Plan::for_viewport(Arc::new(diagram.clone()), facts, ROOM);
    let ink = Written { colours: Colours::new(portfolio.theme.name, is_dark), theme: portfolio.theme.name };
    svg(&plan.whole(), &diagram.title, &ink)
}

#[cfg(test)]
mod tests {
    use super::*;
    use vitrine_model::{Gate, read};

    fn drawn(theme: &str, is_dark: bool, icons: Option<&str>) -> String {
        let text = format!(
            r#"{{"profile":{{"name":"A"}},"theme":"{theme}","diagrams":[{{"id":"d","name":"d","title":"Orders & more",
            "nodes":[{{"id":"a","label":"Ledger","technology":"Redis"}},{{"id":"b","label":"Büro <1>"}}],
            "edges":[{{"source":"a","target":"b","label":"writes"}}]}}]}}"#
        );
        let portfolio = read(&text, &Gate::native()).expect("a portfolio").value;
        drawing(&portfolio, &portfolio.diagrams[0], is_dark, icons)
    }

    #[test]
    fn a_drawing_stands_alone() {
        for (theme, family) in [("terminal", "Inter, "), ("slate", "Inter, "), ("paper", "'Vitrine Serif', ")] {
            let svg = drawn(theme, false, None);
            let document = roxmltree::Document::parse(&svg).expect("XML");
            let words: String = document.descendants().filter_map(|node| node.text()).collect();
            for said in ["Orders & more", "Ledger", "Büro <1>", "writes", "Redis"] {
                assert!(words.contains(said), "{said} is missing in {words}");
            }
            let families: Vec<&str> = document.descendants().filter_map(|node| node.attribute("font-family")).collect();
            assert!(families.iter().any(|found| found.starts_with(family)), "{families:?}");
            assert!(!svg.contains("var("), "no style sheet says what that is");
        }
    }

    #[test]
    fn it_is_light_or_dark_and_has_icons_where_they_are() {
        let ground = |svg: &str| {
            let document = roxmltree::Document::parse(svg).expect("XML");
            let rect = document.descendants().find(|node| node.has_tag_name("rect")).expect("a ground");
            rect.attribute("fill").map(str::to_owned)
        };
        assert_eq!(
            ground(&drawn("slate", true, None)).as_deref(),
            Some(Colours::new(ThemeName::Slate, true).token("--color-ground"))
        );
        assert_ne!(ground(&drawn("slate", true, None)), ground(&drawn("slate", false, None)));
        let icons = "<svg><symbol id=\"redis\" viewBox=\"0 0 24 24\"><title>Redis</title><path d=\"M1 2h3z\"/></symbol>\n</svg>";
        assert!(drawn("slate", false, Some(icons)).contains("M1 2h3z"));
    }
}
