//! The radar chart: values around a centre, with labels that stay outside the rings and inside the picture.

use std::f64::consts::TAU;

use super::label::{width_in_ems, wrap};
use super::scale::Linear;
use crate::geometry::{Point, Rect, Size, Vec2};

/// A laid-out radar chart. Axis 0 points up, the others follow clockwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Radar {
    /// Where every spoke begins.
    pub center: Point,
    /// Outlines at equal steps of the value, from the innermost to the rim; one corner an axis.
    pub rings: Vec<Vec<Point>>,
    /// One an axis.
    pub spokes: Vec<Spoke>,
    /// Holds everything, labels included; its origin is (0, 0) unless a label forced it wider.
    pub view: Rect,
}

/// An axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Spoke {
    /// Its end on the rim.
    pub tip: Point,
    /// Where its value is: a corner of the value's outline.
    pub value: Point,
    /// Its name.
    pub label: Label,
    /// Corners of the area that is nearer to this axis than to any other: what a pointer may hit.
    pub sector: [Point; 4],
}

/// A placed label.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The lines, top to bottom; never empty.
    pub lines: Vec<String>,
    /// Where the first line's baseline begins, is centred or ends, as `anchor` says.
    pub at: Point,
    /// Which point of each line is at `at.x`.
    pub anchor: Anchor,
    /// Room it takes; the font's estimated metrics decide.
    pub bounds: Rect,
}

/// SVG's `text-anchor`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// `start`
    Start,
    /// `middle`
    Middle,
    /// `end`
    End,
}

impl Anchor {
    /// The attribute's value.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// The frame a radar is laid out in, in px.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Width of the picture; its height follows from the labels.
    pub width: f64,
    /// Font size of the labels.
    pub font: f64,
    /// Number of rings.
    pub rings: usize,
}

/// Below this horizontal share of its direction an axis points up or down and its label is centred.
const POLE: f64 = 0.2;

/// Distance between baselines, in ems.
const LINE: f64 = 1.2;
/// Distance between the rim and a label, and between two labels.
const GAP: f64 = 6.0;
/// Width a label beside the rings may have before it wraps, as a share of the picture's.
const SIDE_SHARE: f64 = 0.34;
/// The same for a label above or below the rings.
const POLE_SHARE: f64 = 0.62;
/// How far a label that has no room beside its tip may move up or down, in ems.
const MAX_SHIFT: f64 = 1.6;
/// The smallest radius, as a share of the width: below it labels may widen the picture instead.
const MIN_RADIUS: f64 = 0.2;

impl Frame {
    /// Lays out a chart of `axes` (label and value, at least three) with `max` (above 0) at the rim.
    ///
    /// Takes the largest radius at which every label finds room within the width; where none does, the smallest
    /// radius, and the picture grows to hold the labels. They never overlap the rings either way.
    pub fn lay_out(self, axes: &[(&str, f64)], max: f64) -> Radar {
        let directions: Vec<Vec2> = (0..axes.len()).map(|at| direction(at, axes.len())).collect();
        let lines: Vec<Vec<String>> = axes
            .iter()
            .zip(&directions)
            .map(|(&(label, _), toward)| {
                let share = if toward.x.abs() < POLE { POLE_SHARE } else { SIDE_SHARE };
                wrap(label, share * self.width / self.font)
            })
            .collect();
        let mut radius = self.width / 2.0;
        let floor = self.width * MIN_RADIUS;
        let labels = loop {
            let (labels, fits) = self.place(&directions, &lines, radius);
            if fits || radius <= floor {
                break labels;
            }
            radius = (radius - 1.0).max(floor);
        };
        self.finish(axes, max, &directions, radius, labels)
    }

    /// The labels around a rim of `radius` about (0, 0), and whether they have room.
    fn place(self, directions: &[Vec2], lines: &[Vec<String>], radius: f64) -> (Vec<Label>, bool) {
        let half = self.width / 2.0;
        let mut labels: Vec<Label> = Vec::with_capacity(lines.len());
        let mut fits = directions.iter().all(|toward| toward.x.abs() * radius <= half);
        for (&toward, lines) in directions.iter().zip(lines) {
            let size = self.size(lines);
            let tip = Point::ORIGIN + toward * radius;
            let (anchor, mut bounds) = beside(tip, toward, size);
            // No room to the side: back into the picture, then away from the rings until they are clear.
            let inward = (bounds.x1 - half).max(0.0) - (-half - bounds.x0).max(0.0);
            if size.w <= self.width {
                bounds = shifted(bounds, Vec2::new(-inward, 0.0));
            }
            let step = if toward.y > 0.1 { 1.0 } else { -1.0 };
            let mut shift = 0.0;
            // Ends: beyond the rim and the highest or lowest label nothing is left to clash with.
            while clashes(bounds, directions, radius, &labels) {
                bounds = shifted(bounds, Vec2::new(0.0, step));
                shift += 1.0;
            }
            let in_width = bounds.x0 >= -half - 0.01 && bounds.x1 <= half + 0.01;
            fits &= in_width && shift <= MAX_SHIFT * self.font;
            let x = match anchor {
                Anchor::Start => bounds.x0,
                Anchor::Middle => bounds.center().x,
                Anchor::End => bounds.x1,
            };
            // About four fifths of a face's height are above its baseline.
            let at = Point::new(x, bounds.y0 + self.font * (0.8 + (LINE - 1.0) / 2.0));
            labels.push(Label { lines: lines.clone(), at, anchor, bounds });
        }
        (labels, fits)
    }

    fn size(self, lines: &[String]) -> Size {
        let widest = lines.iter().map(|line| width_in_ems(line)).fold(0.0, f64::max);
        Size::new(widest * self.font, lines.len() as f64 * LINE * self.font)
    }

    fn finish(self, axes: &[(&str, f64)], max: f64, directions: &[Vec2], radius: f64, labels: Vec<Label>) -> Radar {
        let half = self.width / 2.0;
        let mut view = Rect { x0: -half, y0: 0.0, x1: half, y1: 0.0 };
        for toward in directions {
            let tip = Point::ORIGIN + *toward * radius;
            view = view.union(Rect::from_center_size(tip, Size::default()));
        }
        for label in &labels {
            view = view.union(label.bounds);
        }
        view = Rect { y0: view.y0 - GAP / 2.0, y1: view.y1 + GAP / 2.0, ..view };
        let by = Vec2::new(-view.x0, -view.y0);
        let center = Point::ORIGIN + by;
        let scale = Linear { domain: (0.0, max), range: (0.0, radius) };
        let reach = radius + 2.0 * GAP;
        let spokes = axes.iter().zip(directions).zip(labels).enumerate().map(|(at, ((axis, &toward), label))| {
            let before = turned(at as f64 - 0.5, axes.len());
            let after = turned(at as f64 + 0.5, axes.len());
            Spoke {
                tip: center + toward * radius,
                value: center + toward * scale.map(axis.1),
                label: Label { at: label.at + by, bounds: shifted(label.bounds, by), ..label },
                sector: [center, center + before * reach, center + toward * reach, center + after * reach],
            }
        });
        Radar {
            center,
            spokes: spokes.collect(),
            rings: (1..=self.rings)
                .map(|ring| {
                    let radius = radius * ring as f64 / self.rings as f64;
                    directions.iter().map(|&toward| center + toward * radius).collect()
                })
                .collect(),
            view: shifted(view, by),
        }
    }
}

/// Where a label goes that has all the room it wants.
fn beside(tip: Point, toward: Vec2, size: Size) -> (Anchor, Rect) {
    let at = tip + toward * GAP;
    if toward.x.abs() < POLE {
        let y = if toward.y < 0.0 { at.y - size.h } else { at.y };
        return (Anchor::Middle, Rect::from_origin_size(Point::new(at.x - size.w / 2.0, y), size));
    }
    let y = at.y + (toward.y - 1.0) * size.h / 2.0;
    let (anchor, x) = if toward.x > 0.0 { (Anchor::Start, at.x) } else { (Anchor::End, at.x - size.w) };
    (anchor, Rect::from_origin_size(Point::new(x, y), size))
}

fn clashes(bounds: Rect, directions: &[Vec2], radius: f64, labels: &[Label]) -> bool {
    let padded = bounds.inflate(GAP / 2.0);
    labels.iter().any(|other| padded.overlaps(other.bounds)) || touches_rim(padded, directions, radius)
}

fn direction(at: usize, of: usize) -> Vec2 {
    turned(at as f64, of)
}

/// The direction `steps` axes clockwise from the top.
fn turned(steps: f64, of: usize) -> Vec2 {
    let (sin, cos) = (TAU * steps / of as f64).sin_cos();
    Vec2::new(sin, -cos)
}

fn shifted(rect: Rect, by: Vec2) -> Rect {
    Rect::from_origin_size(rect.origin() + by, rect.size())
}

/// Whether a rectangle shares a point with the regular polygon about (0, 0). Both are convex, so it does unless a
/// line parallel to a side of either separates them.
fn touches_rim(rect: Rect, directions: &[Vec2], radius: f64) -> bool {
    let count = directions.len();
    let corners = || directions.iter().map(|&toward| toward * radius);
    let (mut x0, mut x1, mut y0, mut y1) = (0.0_f64, 0.0_f64, 0.0_f64, 0.0_f64);
    for corner in corners() {
        (x0, x1) = (x0.min(corner.x), x1.max(corner.x));
        (y0, y1) = (y0.min(corner.y), y1.max(corner.y));
    }
    if !rect.overlaps(Rect { x0, y0, x1, y1 }) {
        return false;
    }
    // A side's distance from the centre is that of its middle.
    let inradius = radius * (TAU / (2.0 * count as f64)).cos();
    (0..count).all(|at| {
        let normal = turned(at as f64 + 0.5, count);
        let nearest =
            Vec2::new(if normal.x > 0.0 { rect.x0 } else { rect.x1 }, if normal.y > 0.0 { rect.y0 } else { rect.y1 });
        nearest.x * normal.x + nearest.y * normal.y < inradius
    })
}
