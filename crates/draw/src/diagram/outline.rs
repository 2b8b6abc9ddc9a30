//! The shape that tells a kind of node from the others without colour, drawn inside the node's rectangle.

use vitrine_model::NodeKind;

use super::path::Path;
use crate::geometry::{Point, Rect};

/// Room that a shape takes from its content, in world px.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Insets {
    /// At the left.
    pub left: f64,
    /// At the top.
    pub top: f64,
    /// At the right.
    pub right: f64,
}

/// An outline with the lines inside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// Filled and stroked.
    pub body: Path,
    /// Only stroked.
    pub detail: Option<Path>,
}

const RADIUS: f64 = 8.0;
/// Half the height of a cylinder's lid.
const LID: f64 = 6.0;
/// The depth of a cut corner.
const CUT: f64 = 11.0;
/// The width of one place in a queue, or of a side bar.
const BAR: f64 = 7.0;

/// The room a kind's shape takes.
pub const fn insets(kind: NodeKind) -> Insets {
    let (left, top, right) = match kind {
        NodeKind::Database => (0.0, LID * 2.0 - 2.0, 0.0),
        NodeKind::Client => (0.0, 7.0, 0.0),
        NodeKind::Queue => (0.0, 0.0, BAR * 2.0),
        NodeKind::Stream => (BAR, 0.0, BAR * 2.0),
        NodeKind::Function => (BAR, 0.0, BAR),
        NodeKind::Cache => (3.0, 0.0, 3.0),
        NodeKind::Gateway | NodeKind::Person => (6.0, 0.0, 6.0),
        NodeKind::Monitor | NodeKind::Storage => (0.0, 0.0, 6.0),
        NodeKind::Edge | NodeKind::Service | NodeKind::External | NodeKind::Job => (0.0, 0.0, 0.0),
    };
    Insets { left, top, right }
}

/// The shape of a kind in this rectangle. The middle of each side is on the rectangle's edge, so that arrows that
/// end there touch the shape.
pub fn outline(kind: NodeKind, rect: Rect) -> Outline {
    let Rect { x0, y0, x1, y1 } = rect;
    let plain = || Path::rounded(rect, [RADIUS; 4]);
    let with = |body: Path, detail: Path| Outline { body, detail: Some(detail) };
    match kind {
        NodeKind::Service | NodeKind::External => Outline { body: plain(), detail: None },
        // A window with its title bar.
        NodeKind::Client => with(plain(), Path::default().move_to(x0, y0 + 9.0).line_to(x1, y0 + 9.0)),
        // All four corners cut.
        NodeKind::Edge => Outline { body: cut(rect, [CUT; 4]), detail: None },
        // The flow chart's "preparation": a flat hexagon.
        NodeKind::Gateway => {
            let (middle, point) = (f64::midpoint(y0, y1), CUT - 1.0);
            let body = Path::polygon(&[
                (x0 + point, y0),
                (x1 - point, y0),
                (x1, middle),
                (x1 - point, y1),
                (x0 + point, y1),
                (x0, middle),
            ]);
            Outline { body, detail: None }
        }
        // The flow chart's "predefined process": a bar at each side.
        NodeKind::Function => {
            let bars = Path::default().move_to(x0 + BAR, y0).line_to(x0 + BAR, y1);
            with(plain(), bars.move_to(x1 - BAR, y0).line_to(x1 - BAR, y1))
        }
        // The last places of the line.
        NodeKind::Queue => {
            let places = Path::default().move_to(x1 - BAR, y0).line_to(x1 - BAR, y1);
            with(plain(), places.move_to(x1 - 2.0 * BAR, y0).line_to(x1 - 2.0 * BAR, y1))
        }
        // A pipe seen from its open end.
        NodeKind::Stream => {
            let (middle, end) = (f64::midpoint(y0, y1), BAR);
            let body = Path::default()
                .move_to(x0 + end, y0)
                .line_to(x1 - end, y0)
                .turn_to(x1, y0, x1, middle)
                .turn_to(x1, y1, x1 - end, y1)
                .line_to(x0 + end, y1)
                .turn_to(x0, y1, x0, middle)
                .turn_to(x0, y0, x0 + end, y0)
                .close();
            let rim = Path::default()
                .move_to(x1 - end, y0)
                .turn_to(x1 - 2.0 * end, y0, x1 - 2.0 * end, middle)
                .turn_to(x1 - 2.0 * end, y1, x1 - end, y1);
            with(body, rim)
        }
        // A cylinder.
        NodeKind::Database => {
            let middle = f64::midpoint(x0, x1);
            let body = Path::default()
                .move_to(x0, y0 + LID)
                .turn_to(x0, y0, middle, y0)
                .turn_to(x1, y0, x1, y0 + LID)
                .line_to(x1, y1 - LID)
                .turn_to(x1, y1, middle, y1)
                .turn_to(x0, y1, x0, y1 - LID)
                .close();
            let lid = Path::default()
                .move_to(x0, y0 + LID)
                .turn_to(x0, y0 + 2.0 * LID, middle, y0 + 2.0 * LID)
                .turn_to(x1, y0 + 2.0 * LID, x1, y0 + LID);
            with(body, lid)
        }
        // A box in a box.
        NodeKind::Cache => with(plain(), Path::rounded(rect.inflate(-3.5), [RADIUS - 3.0; 4])),
        // A sheet with a folded corner.
        NodeKind::Storage => {
            let fold = Path::default().move_to(x1 - CUT, y0).line_to(x1 - CUT, y0 + CUT).line_to(x1, y0 + CUT);
            with(cut(rect, [0.0, CUT, 0.0, 0.0]), fold)
        }
        // A pill.
        NodeKind::Person => Outline { body: Path::rounded(rect, [rect.height(); 4]), detail: None },
        // The flow chart's "display": a bulging right side.
        NodeKind::Monitor => {
            Outline { body: Path::rounded(rect, [RADIUS, rect.height(), rect.height(), RADIUS]), detail: None }
        }
        // The flow chart's "loop limit": the upper corners cut.
        NodeKind::Job => Outline { body: cut(rect, [CUT, CUT, 0.0, 0.0]), detail: None },
    }
}

/// How far behind the rectangle's edge the shape is at a position on that edge, straight inwards.
pub fn recess(kind: NodeKind, rect: Rect, at: Point) -> f64 {
    let off = at - rect.center();
    // Which side the position is on: the one it is nearest to, in proportion.
    let beside = off.x.abs() * rect.height() >= off.y.abs() * rect.width();
    let along = |p: Point| if beside { p.y - at.y } else { p.x - at.x };
    let mut nearest = f64::INFINITY;
    outline(kind, rect).body.trace(&mut |from, to| {
        let (a, b) = (along(from), along(to));
        if a * b <= 0.0 && a.to_bits() != b.to_bits() {
            nearest = nearest.min(from.lerp(to, a / (a - b)).distance(at));
        }
    });
    if nearest.is_finite() { nearest } else { 0.0 }
}

/// A box whose corners, from the top left clockwise, are cut off by so much.
fn cut(rect: Rect, [a, b, c, d]: [f64; 4]) -> Path {
    let Rect { x0, y0, x1, y1 } = rect;
    Path::polygon(&[
        (x0 + a, y0),
        (x1 - b, y0),
        (x1, y0 + b),
        (x1, y1 - c),
        (x1 - c, y1),
        (x0 + d, y1),
        (x0, y1 - d),
        (x0, y0 + a),
    ])
}
