//! What of a diagram's words can be read where all of it is seen at once.

use std::sync::Arc;

use vitrine_draw::diagram::afar::Afar;
use vitrine_draw::diagram::graph::edge_label;
use vitrine_draw::diagram::plan::Plan;
use vitrine_draw::diagram::scene::{Mark, Part};
use vitrine_draw::diagram::wrap::is_cut;
use vitrine_draw::geometry::{Rect, Size};
use vitrine_model::Diagram;

/// The smallest letters that can be read, CSS px.
const LEGIBLE: f64 = 9.0;

/// For a window, as JSON: how many `names` of nodes and `labels` of edges can be read there, the `rows` it is folded into, and of how
/// many labels `cut` words are missing at every size.
pub fn at_fit(diagram: &Diagram, window: Size) -> String {
    let plan = Plan::for_viewport(Arc::new(diagram.clone()), Arc::default(), window);
    let scale = plan.whole_view(window).scale;
    let read: Vec<Part> = if let Some(afar) = Afar::new(&plan, scale) {
        afar.signs.iter().map(|sign| sign.part).collect()
    } else {
        let scene = plan.whole();
        let shown = scene.shapes.iter().filter(|shape| shape.detail.shows(scale));
        let is_legible = |mark: &Mark| matches!(mark, Mark::Text { font, .. } if font.px() * scale >= LEGIBLE);
        shown.filter(|shape| is_legible(&shape.mark)).map(|shape| shape.part).collect()
    };
    let names = (0..diagram.nodes.len()).filter(|&node| read.contains(&Part::Node(node))).count();
    let is_read = |edge: &usize| diagram.edges[*edge].label.is_some() && read.contains(&Part::Edge(*edge));
    let labels = (0..diagram.edges.len()).filter(is_read).count();
    let is_missing = |label: &&str| edge_label(label).is_some_and(|(lines, _)| is_cut(label, &lines));
    let cut = diagram.edges.iter().filter_map(|edge| edge.label.as_deref()).filter(is_missing).count();
    format!("{{\"names\":{names},\"labels\":{labels},\"rows\":{},\"cut\":{cut}}}", rows(&plan))
}

/// How many rows a drawing is folded into: there is one more than strips from edge to edge without boxes in which arrows run back.
fn rows(plan: &Plan) -> usize {
    let (layout, bounds) = (&plan.layout, plan.layout.bounds);
    let pieces = || layout.edges.iter().flat_map(|way| way.points.windows(2)).map(|ends| (ends[0], ends[1]));
    let by_flow = |along: &dyn Fn(Rect) -> (f64, f64), across: &dyn Fn(Rect) -> (f64, f64)| {
        let mut spans: Vec<(f64, f64)> = layout.nodes.iter().map(|&rect| across(rect)).collect();
        spans.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut gaps = Vec::new();
        let mut end = f64::INFINITY;
        for (from, to) in spans {
            if from > end {
                gaps.push((end, from));
            }
            end = if end.is_finite() { end.max(to) } else { to };
        }
        let size = along(bounds).1 - along(bounds).0;
        let has_way_back = |&&(from, to): &&(f64, f64)| {
            pieces().any(|(a, b)| {
                let [a, b] = [a, b].map(|p| Rect::from_origin_size(p, Size::default()));
                let at = across(a).0;
                at > from && at < to && along(b).0 < along(a).0 - size / 2.0
            })
        };
        gaps.iter().filter(has_way_back).count()
    };
    let (x, y) = (|rect: Rect| (rect.x0, rect.x1), |rect: Rect| (rect.y0, rect.y1));
    1 + by_flow(&x, &y).max(by_flow(&y, &x))
}
