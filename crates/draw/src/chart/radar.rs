//! The radar chart: values around a centre, with labels that stay outside the rings and inside the picture.

use vitrine_lean::bidi;

use super::label::{width_in_ems, wrap};
use super::scale::Linear;
use super::wheel::Wheel;
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
    /// Where the first line's baseline has its left end, its middle or its right end, as `anchor` says.
    pub at: Point,
    /// Which point of each line is at `at.x`.
    pub anchor: Anchor,
    /// Room it takes; the font's estimated metrics decide.
    pub bounds: Rect,
}

/// SVG's `text-anchor`, for words that are written from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// `start`
    Start,
    /// `middle`
    Middle,
    /// `end`
    End,
}

impl Label {
    /// Whether its words are written from right to left. What `text-anchor` says then counts from their right end.
    pub fn is_rtl(&self) -> bool {
        bidi::is_rtl(&self.lines.join(" "))
    }
}

impl Anchor {
    /// The same place for words that are written the other way.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::Start => Self::End,
            Self::Middle => Self::Middle,
            Self::End => Self::Start,
        }
    }

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
/// Width from which a word is broken within, as a share of the picture's: until then the picture makes room for it.
const LONGEST_WORD: f64 = 0.75;
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
        let wheel = Wheel::new(axes.len());
        let lines: Vec<Vec<String>> = axes
            .iter()
            .zip(&wheel.axes)
            .map(|(&(label, _), toward)| {
                let share = if toward.x.abs() < POLE { POLE_SHARE } else { SIDE_SHARE };
                wrap(label, share * self.width / self.font, LONGEST_WORD * self.width / self.font)
            })
            .collect();
        let mut radius = self.width / 2.0;
        let floor = self.width * MIN_RADIUS;
        let labels = loop {
            let (labels, fits) = self.place(&wheel, &lines, radius);
            if fits || radius <= floor {
                break labels;
            }
            radius = (radius - 2.0).max(floor);
        };
        self.finish(axes, max, &wheel, radius, labels)
    }

    /// The labels around a rim of `radius` about (0, 0), and whether they have room.
    fn place(self, wheel: &Wheel, lines: &[Vec<String>], radius: f64) -> (Vec<Label>, bool) {
        let half = self.width / 2.0;
        let mut labels: Vec<Label> = Vec::with_capacity(lines.len());
        let mut fits = wheel.axes.iter().all(|toward| toward.x.abs() * radius <= half);
        for (&toward, lines) in wheel.axes.iter().zip(lines) {
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
            while clashes(bounds, wheel, radius, &labels) {
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

    fn finish(self, axes: &[(&str, f64)], max: f64, wheel: &Wheel, radius: f64, labels: Vec<Label>) -> Radar {
        let half = self.width / 2.0;
        let mut view = Rect { x0: -half, y0: 0.0, x1: half, y1: 0.0 };
        for toward in &wheel.axes {
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
        // The side before an axis is the one after the axis before it.
        let sides = wheel.sides.iter().cycle().skip(axes.len().saturating_sub(1)).zip(&wheel.sides);
        let spokes = axes.iter().zip(&wheel.axes).zip(labels).zip(sides).map(|(((axis, &toward), label), sides)| {
            let (&before, &after) = sides;
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
                    wheel.axes.iter().map(|&toward| center + toward * radius).collect()
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

fn clashes(bounds: Rect, wheel: &Wheel, radius: f64, labels: &[Label]) -> bool {
    let padded = bounds.inflate(GAP / 2.0);
    labels.iter().any(|other| padded.overlaps(other.bounds)) || wheel.touches(padded, radius)
}

fn shifted(rect: Rect, by: Vec2) -> Rect {
    Rect::from_origin_size(rect.origin() + by, rect.size())
}
