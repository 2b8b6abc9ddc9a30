//! The view state: what a camera looks at, as an address writes it. It shows the same part of the diagram on every
//! screen, however it is laid out there.

use vitrine_lean::decimal;

use super::camera::Camera;
use crate::geometry::{Point, Rect, Size, Vec2};

/// A place beside a node in the middle of the window, and how large it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct ViewState {
    /// The id of the node.
    pub node: String,
    /// From its centre, in whole world px.
    pub by: Vec2,
    /// Screen px a world px, 100 being actual size.
    pub percent: f64,
}

impl ViewState {
    /// What a camera looks at, from the nearest of the nodes, which are given with their ids; `None` where there are none.
    pub fn of<'a>(camera: Camera, viewport: Size, nodes: impl Iterator<Item = (&'a str, Rect)>) -> Option<Self> {
        let at = camera.world_from_screen(middle(viewport));
        let far = |(_, rect): &(&str, Rect)| rect.center().distance(at);
        let (id, rect) = nodes.reduce(|a, b| if far(&b) < far(&a) { b } else { a })?;
        let by = at - rect.center();
        let by = Vec2::new(by.x.round(), by.y.round());
        Some(Self { node: id.to_owned(), by, percent: (camera.scale * 100.0).round().max(1.0) })
    }

    /// Reads `node,x,y,percent`; `None` for anything else, or what no camera can show.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.rsplitn(4, ',');
        let mut number = || decimal::read(parts.next()?.trim()).filter(|n| n.abs() <= 1e7);
        let (percent, y, x) = (number()?, number()?, number()?);
        let node = parts.next()?.to_owned();
        let shown = (Camera::MIN_SCALE..=Camera::MAX_SCALE).contains(&(percent / 100.0));
        shown.then_some(Self { node, by: Vec2::new(x, y), percent })
    }

    /// As [`Self::parse`] reads it.
    pub fn text(&self) -> String {
        let mut text = self.node.clone();
        for number in [self.by.x, self.by.y, self.percent] {
            text.push(',');
            decimal::push(&mut text, number, 2);
        }
        text
    }

    /// The camera that looks at it in a viewport, where its node is there.
    pub fn camera(&self, viewport: Size, node: Rect) -> Camera {
        let scale = self.percent / 100.0;
        Camera { origin: middle(viewport) - (node.center() + self.by).to_vec2() * scale, scale }
    }
}

fn middle(viewport: Size) -> Point {
    Point::new(viewport.w / 2.0, viewport.h / 2.0)
}
