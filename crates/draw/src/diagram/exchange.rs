//! A graph as JSON in, where everything goes as JSON out, so that the layout can be timed and scored from outside.
//!
//! In: `{nodes:[{id,label,kind,group,w?,h?}], edges:[{id,source,target,label}], groups:[{id,label,parent}]}`. Out:
//! `{nodes:[{id,x,y,w,h}], edges:[{id,source,target,points:[[x,y],…],label?:{x,y,w,h}}], groups:[{id,x,y,w,h}], ms}`,
//! in world px; `x, y` is the top-left corner, y down.

use vitrine_lean::decimal;
use vitrine_model::{Diagram, ReadError, read_graph};

use super::graph::graph;
use super::layout::{Direction, Graph, Layout, layout, layout_in};
use super::plan;
use crate::geometry::{Point, Rect, Size};

/// A graph with its names and the sizes that its words need.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// What was read.
    pub diagram: Diagram,
    /// The same without words; positions in its vectors are those of the diagram.
    pub graph: Graph,
}

impl Given {
    /// Reads a graph, keeping everything that is sound.
    ///
    /// # Errors
    /// When no node is left.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let diagram = read_graph(text)?;
        let graph = graph(&diagram, &[]);
        Ok(Self { diagram, graph })
    }

    /// Where everything goes; the direction is [`Direction::Right`] where none is given and no window.
    pub fn draw(&self, direction: Option<Direction>, window: Option<Size>) -> Layout {
        match (direction, window) {
            (None, Some(window)) => plan::suited(&self.graph, window),
            (Some(direction), Some(window)) => layout_in(&self.graph, direction, window),
            (direction, None) => layout(&self.graph, direction.unwrap_or_default()),
        }
    }

    /// A layout of this graph as JSON; `ms` is the time it took.
    pub fn write(&self, drawn: &Layout, ms: f64) -> String {
        let Diagram { nodes, edges, groups, .. } = &self.diagram;
        let mut out = Writer(String::with_capacity(80 * nodes.len() + 160 * edges.len()));
        out.raw("{\"nodes\":[");
        for (node, &rect) in nodes.iter().zip(&drawn.nodes) {
            out.named_box(&node.id, rect);
        }
        out.close("],\"edges\":[");
        for (edge, route) in edges.iter().zip(&drawn.edges) {
            out.raw("{\"id\":");
            out.text(&edge.id);
            for (name, end) in [(",\"source\":", edge.source), (",\"target\":", edge.target)] {
                out.raw(name);
                out.text(nodes.get(end).map_or("", |node| &node.id));
            }
            out.raw(",\"points\":[");
            for &point in &route.points {
                out.point(point);
            }
            out.close("]");
            if let Some(label) = route.label {
                out.raw(",\"label\":{");
                out.rect(label);
                out.raw("}");
            }
            out.raw("},");
        }
        out.close("],\"groups\":[");
        for (group, &rect) in groups.iter().zip(&drawn.groups) {
            out.named_box(&group.id, rect);
        }
        out.close("],\"ms\":");
        out.number(ms);
        out.raw("}");
        out.0
    }
}

/// A JSON text in the making; every entry of a list is followed by a comma until the list is closed.
struct Writer(String);

impl Writer {
    fn raw(&mut self, text: &str) {
        self.0.push_str(text);
    }

    /// Ends a list.
    fn close(&mut self, text: &str) {
        if self.0.ends_with(',') {
            self.0.pop();
        }
        self.raw(text);
    }

    fn named_box(&mut self, id: &str, rect: Rect) {
        self.raw("{\"id\":");
        self.text(id);
        self.raw(",");
        self.rect(rect);
        self.raw("},");
    }

    fn rect(&mut self, rect: Rect) {
        for (name, number) in
            [("\"x\":", rect.x0), (",\"y\":", rect.y0), (",\"w\":", rect.width()), (",\"h\":", rect.height())]
        {
            self.raw(name);
            self.number(number);
        }
    }

    fn point(&mut self, point: Point) {
        self.raw("[");
        self.number(point.x);
        self.raw(",");
        self.number(point.y);
        self.raw("],");
    }

    /// A text in quotes (RFC 8259 § 7). Ids are lines, so control characters are only left out.
    fn text(&mut self, text: &str) {
        self.raw("\"");
        for c in text.chars().filter(|c| !c.is_control()) {
            if matches!(c, '"' | '\\') {
                self.raw("\\");
            }
            self.0.push(c);
        }
        self.raw("\"");
    }

    /// To a hundredth.
    fn number(&mut self, number: f64) {
        self.raw(&decimal::rounded(number, 2));
    }
}
