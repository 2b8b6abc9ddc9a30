//! Draws every diagram of a JSON file as SVG, to look at a layout without a browser.
//!
//! `cargo run --example layout_svg -- <file.json> <out-dir>`: the file is a portfolio with
//! `diagrams`, a list of diagrams or one diagram.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;
use vitrine::diagram::layout::{Direction, Graph, GraphEdge, GraphGroup, GraphNode, Layout, Tier, layout};
use vitrine::geometry::{Point, Rect, Size};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, file, out] = &arguments[..] else { return Err("usage: layout_svg <file.json> <out-dir>".into()) };
    let document: Value = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    let diagrams = match document.get("diagrams").unwrap_or(&document) {
        Value::Array(list) => list.clone(),
        one => vec![one.clone()],
    };
    let stem = Path::new(file).file_stem().and_then(|s| s.to_str()).unwrap_or("diagram");
    std::fs::create_dir_all(out)?;
    for (i, diagram) in diagrams.iter().enumerate() {
        let graph = graph(diagram);
        for (direction, suffix) in [(Direction::Right, "right"), (Direction::Down, "down")] {
            let start = std::time::Instant::now();
            let drawn = layout(&graph, direction);
            let ms = start.elapsed().as_secs_f64() * 1e3;
            let name = diagram.get("id").and_then(Value::as_str).map_or_else(|| i.to_string(), str::to_owned);
            let path = Path::new(out).join(format!("{stem}-{name}-{suffix}.svg"));
            let (w, h) = (drawn.bounds.width(), drawn.bounds.height());
            println!("{} {} nodes {ms:.1} ms {w:.0}×{h:.0}", path.display(), graph.nodes.len());
            std::fs::write(path, svg(diagram, &drawn)?)?;
        }
    }
    Ok(())
}

fn list<'a>(diagram: &'a Value, key: &str) -> &'a [Value] {
    diagram.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or("")
}

fn width(text: &str, each: f64) -> f64 {
    text.chars().count() as f64 * each
}

fn position(list: &[Value], id: &str) -> Option<usize> {
    list.iter().position(|v| !id.is_empty() && text(v, "id") == id)
}

fn graph(diagram: &Value) -> Graph {
    let (nodes, groups) = (list(diagram, "nodes"), list(diagram, "groups"));
    Graph {
        nodes: nodes
            .iter()
            .map(|n| {
                let label = 44.0 + width(text(n, "label"), 7.8);
                let technology = 44.0 + width(text(n, "technology"), 6.6);
                let at = n.get("x").and_then(Value::as_f64).zip(n.get("y").and_then(Value::as_f64));
                GraphNode {
                    size: Size::new(label.max(technology).clamp(132.0, 240.0), 60.0),
                    group: position(groups, text(n, "group")),
                    at: at.map(|(x, y)| Point::new(x, y)),
                    tier: Tier::default(),
                }
            })
            .collect(),
        edges: list(diagram, "edges")
            .iter()
            .filter_map(|e| {
                let label = text(e, "label");
                let size = Size::new(width(label, 6.4) + 12.0, 20.0);
                Some(GraphEdge {
                    source: position(nodes, text(e, "source"))?,
                    target: position(nodes, text(e, "target"))?,
                    label: (!label.is_empty()).then_some(size),
                })
            })
            .collect(),
        groups: groups
            .iter()
            .map(|g| GraphGroup {
                parent: position(groups, text(g, "parent")),
                label: Size::new(width(text(g, "label"), 7.0) + 16.0, 20.0),
                rect: None,
            })
            .collect(),
    }
}

fn svg(diagram: &Value, drawn: &Layout) -> Result<String, std::fmt::Error> {
    let view = drawn.bounds.inflate(32.0);
    let mut out = String::new();
    write!(
        out,
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='{} {} {} {}' width='{}' height='{}' font-family='Inter, sans-serif'>\
         <rect x='{}' y='{}' width='100%' height='100%' fill='#fbf9f4'/>\
         <marker id='a' viewBox='0 0 10 8' refX='10' refY='4' markerWidth='10' markerHeight='8' orient='auto' \
         markerUnits='userSpaceOnUse'><path d='M0 0 10 4 0 8z' fill='#555'/></marker>",
        view.x0,
        view.y0,
        view.width(),
        view.height(),
        view.width(),
        view.height(),
        view.x0,
        view.y0
    )?;
    let mut order: Vec<usize> = (0..drawn.groups.len()).collect();
    order.sort_by(|&a, &b| drawn.groups[b].width().total_cmp(&drawn.groups[a].width()));
    for g in order {
        let rect = drawn.groups[g];
        write_rect(&mut out, rect, "rx='8' fill='#00000008' stroke='#999' stroke-dasharray='2 3'")?;
        let label = list(diagram, "groups").get(g).map_or("", |v| text(v, "label"));
        write_text(&mut out, Point::new(rect.x0 + 12.0, rect.y0 + 18.0), label, "font-size='12' fill='#777'")?;
    }
    for (i, route) in drawn.edges.iter().enumerate() {
        let kind = list(diagram, "edges").get(i).map_or("", |v| text(v, "kind"));
        let dash = if kind.starts_with("async") { "stroke-dasharray='6 4'" } else { "" };
        write!(
            out,
            "<path d='{}' fill='none' stroke='#555' stroke-width='1.5' {dash} marker-end='url(#a)'/>",
            rounded(&route.points)?
        )?;
    }
    for (i, route) in drawn.edges.iter().enumerate() {
        if let Some(label) = route.label {
            write_rect(&mut out, label, "rx='4' fill='#fbf9f4'")?;
            let words = list(diagram, "edges").get(i).map_or("", |v| text(v, "label"));
            write_text(
                &mut out,
                Point::new(label.x0 + 6.0, label.y0 + 14.0),
                words,
                "font-size='11.5' fill='#8c2f1f'",
            )?;
        }
    }
    for (i, rect) in drawn.nodes.iter().enumerate() {
        write_rect(&mut out, *rect, "rx='6' fill='white' stroke='#333'")?;
        let node = list(diagram, "nodes").get(i).unwrap_or(&Value::Null);
        write_text(
            &mut out,
            Point::new(rect.x0 + 32.0, rect.y0 + 26.0),
            text(node, "label"),
            "font-size='14' font-weight='600'",
        )?;
        write_text(
            &mut out,
            Point::new(rect.x0 + 32.0, rect.y0 + 44.0),
            text(node, "technology"),
            "font-size='11' fill='#666' font-family='monospace'",
        )?;
    }
    out.push_str("</svg>");
    Ok(out)
}

fn rounded(points: &[Point]) -> Result<String, std::fmt::Error> {
    const RADIUS: f64 = 8.0;
    let mut d = String::new();
    for (i, p) in points.iter().enumerate() {
        if i == 0 {
            write!(d, "M{} {}", p.x, p.y)?;
        } else if let Some(next) = points.get(i + 1) {
            let last = points[i - 1];
            let r = RADIUS.min(p.distance(last) / 2.0).min(p.distance(*next) / 2.0);
            let a = p.lerp(last, r / p.distance(last).max(0.01));
            let b = p.lerp(*next, r / p.distance(*next).max(0.01));
            write!(d, "L{} {}Q{} {} {} {}", a.x, a.y, p.x, p.y, b.x, b.y)?;
        } else {
            write!(d, "L{} {}", p.x, p.y)?;
        }
    }
    Ok(d)
}

fn write_rect(out: &mut String, r: Rect, rest: &str) -> std::fmt::Result {
    write!(out, "<rect x='{}' y='{}' width='{}' height='{}' {rest}/>", r.x0, r.y0, r.width(), r.height())
}

fn write_text(out: &mut String, at: Point, words: &str, rest: &str) -> std::fmt::Result {
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    write!(out, "<text x='{}' y='{}' {rest}>{words}</text>", at.x, at.y)
}
