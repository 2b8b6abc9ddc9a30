//! One sign a kind of node, as SVG path data to be stroked, in a box of 20 × 20 px.

use vitrine_model::NodeKind;

/// The side of the box a sign is drawn in, in world px.
pub const SIDE: f64 = 20.0;

/// The sign of a kind.
pub const fn data(kind: NodeKind) -> &'static str {
    match kind {
        // A screen on its stand.
        NodeKind::Client => "M2.5 3.5h15v10h-15zM7 17h6M10 13.5v3.5",
        // A globe.
        NodeKind::Edge => {
            "M17.5 10a7.5 7.5 0 1 1-15 0a7.5 7.5 0 1 1 15 0M2.5 10h15M10 2.5c4.5 4.4 4.5 10.6 0 15M10 2.5c-4.5 4.4-4.5 10.6 0 15"
        }
        // Two ways through a gate.
        NodeKind::Gateway => "M3 3v14M17 3v14M6 7h8M11.5 4.5l2.5 2.5l-2.5 2.5M14 13h-8M8.5 10.5l-2.5 2.5l2.5 2.5",
        // A cube.
        NodeKind::Service => "M10 2.5l6.5 3.7v7.6l-6.5 3.7l-6.5-3.7v-7.6zM3.5 6.2l6.5 3.8l6.5-3.8M10 10v7.5",
        // A lambda.
        NodeKind::Function => "M4.5 3h2.2c1 0 1.6.4 2 1.4l5 12.6h2M9.6 8l-4.6 9",
        // Letters that wait in line.
        NodeKind::Queue => "M2.5 5.5h4v9h-4zM8 5.5h4v9h-4zM13.5 5.5h4v9h-4z",
        // A log that is read onwards.
        NodeKind::Stream => "M2.5 5.5h9M2.5 10h15M2.5 14.5h9M14.5 7l3 3l-3 3",
        // A pile of disks.
        NodeKind::Database => "M3.5 5c0-3.3 13-3.3 13 0s-13 3.3-13 0v10c0 3.3 13 3.3 13 0v-10M3.5 10c0 3.3 13 3.3 13 0",
        // A flash.
        NodeKind::Cache => "M11 2.5l-6.5 9h5l-.5 6l6.5-9h-5z",
        // A box with a lid.
        NodeKind::Storage => "M2.5 3.5h15v4h-15zM4 7.5v9h12v-9M8 11h4",
        // Out of the house.
        NodeKind::External => "M8 4h-4.5v12.5h12.5v-4.5M11 3h6v6M17 3l-8 8",
        // Head and shoulders.
        NodeKind::Person => "M13.5 6.5a3.5 3.5 0 1 1-7 0a3.5 3.5 0 1 1 7 0M3.5 17c.5-7.3 12.5-7.3 13 0",
        // A pulse.
        NodeKind::Monitor => "M2.5 10.5h3.5l2.5-6.5l3.5 12l2.5-5.5h3",
        // A clock.
        NodeKind::Job => "M17.5 10a7.5 7.5 0 1 1-15 0a7.5 7.5 0 1 1 15 0M10 5.5v4.5l3.5 2",
    }
}
