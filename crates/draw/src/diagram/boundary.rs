//! Arrows that begin or end at a boundary: laid out to a node in it, and cut where they cross its border.

use vitrine_model::Diagram;

use super::layout::{Layout, Route};
use super::{graph, plate};
use crate::geometry::{Point, Rect, Size};

/// The layout with such arrows cut, and their words on or beside what is left of them.
pub fn cut(diagram: &Diagram, mut layout: Layout) -> Layout {
    let mut shortened = Vec::new();
    for (index, (edge, route)) in diagram.edges.iter().zip(&mut layout.edges).enumerate() {
        let [source, target] = edge.groups.map(|group| layout.groups.get(group?).copied());
        if let Some(rect) = source {
            route.points.reverse();
            end_at(route, rect);
            route.points.reverse();
        }
        if let Some(rect) = target {
            end_at(route, rect);
        }
        if source.or(target).is_some() {
            shortened.push(index);
        }
    }
    if !shortened.is_empty() {
        let names: Vec<Size> = diagram.groups.iter().map(|group| graph::group_label(&group.sign())).collect();
        plate::place(&mut layout, &names, &shortened);
    }
    layout
}

/// Ends a route at the border of a rectangle that it comes into from outside.
fn end_at(route: &mut Route, rect: Rect) {
    let is_inside = |at: Point| rect.x0 < at.x && at.x < rect.x1 && rect.y0 < at.y && at.y < rect.y1;
    let Some(first) = route.points.iter().position(|&at| is_inside(at)).filter(|&first| first > 0) else { return };
    let (before, inside) = (route.points[first - 1], route.points[first]);
    // Pieces are upright or level: the border is met where one of them stops being outside.
    let at = Point::new(
        if before.x < inside.x { rect.x0.max(before.x) } else { rect.x1.min(before.x) },
        if before.y < inside.y { rect.y0.max(before.y) } else { rect.y1.min(before.y) },
    );
    let at = if (before.x - inside.x).abs() > (before.y - inside.y).abs() {
        Point::new(at.x, inside.y)
    } else {
        Point::new(inside.x, at.y)
    };
    route.points.truncate(first);
    route.points.push(at);
}
