//! How the steps of a sequence diagram stand below each other, and the frames around them.

use vitrine_model::{Flow, Fragment, FragmentKind, StepKind};

use super::{Frame, Sequence, Span, draw};
use crate::diagram::measure::{self, Font};
use crate::geometry::{Point, Rect};

/// From a head's box to the first row, and from the last to the end of the lifelines.
pub const ENDS: f64 = 24.0;
/// The least height of a message with its words above it, and what of it is below its line.
const ROW: f64 = 50.0;
const BELOW: f64 = 20.0;
/// From a message's words down to its line.
const ABOVE: f64 = 8.0;
/// Above a message's words.
const OVER: f64 = 4.0;
/// Above and below a head that stands among the rows, and from a note down to the cross that ends its lifeline.
const AROUND: f64 = 10.0;
/// How far a note over several lifelines reaches beyond the first and the last.
const BEYOND: f64 = 24.0;
/// What a message to oneself adds to a row, and how far it reaches out.
pub const LOOP: (f64, f64) = (36.0, 22.0);
/// Above the first row of a frame, and above each further branch.
const HEAD: f64 = 30.0;
/// Below the last row of a frame, inside and outside.
const FOOT: (f64, f64) = (12.0, 12.0);
/// The widest words beside the name of a frame that it is made wider for.
const LONGEST: f64 = 420.0;

impl Sequence {
    /// Puts the steps below each other, and the frames around them.
    pub(super) fn stack(&mut self, flow: &Flow, spans: &[Span]) {
        let mut y = self.heads.iter().zip(self.created(spans)).filter(|(_, created)| !created);
        let mut y = y.next().map_or(0.0, |(head, _)| head.y1) + ENDS;
        let mut tops: Vec<Vec<f64>> = vec![Vec::new(); flow.fragments.len()];
        let mut bottoms = vec![0.0; flow.fragments.len()];
        for (index, span) in spans.iter().enumerate() {
            for (fragment, tops) in flow.fragments.iter().zip(&mut tops) {
                if fragment.branches.iter().any(|branch| branch.steps.start == index) {
                    tops.push(y);
                    y += HEAD;
                }
            }
            y = if span.to.is_some() { self.message(index, span, y) } else { self.note(index, span, y) };
            for (fragment, bottom) in flow.fragments.iter().zip(&mut bottoms).rev() {
                if fragment.branches.last().is_some_and(|branch| branch.steps.end == index + 1) {
                    *bottom = y + FOOT.0 - 10.0;
                    y += FOOT.0 + FOOT.1;
                }
            }
        }
        self.end = y + ENDS / 2.0;
        self.ends = (0..self.heads.len()).map(|column| self.end_of(column, spans)).collect();
        self.frame(flow, spans, &tops, &bottoms);
    }

    /// Which participants a step brings in.
    fn created(&self, spans: &[Span]) -> Vec<bool> {
        (0..self.heads.len()).map(|column| spans.iter().any(|span| span.creates == Some(column))).collect()
    }

    fn x(&self, column: usize) -> f64 {
        self.heads.get(column).map_or(0.0, |head| head.center().x)
    }

    /// Moves the head of a participant that begins at a step, so that its middle or its upper end is at `y`.
    fn bring(&mut self, column: usize, y: f64, middle: bool) -> Rect {
        let Some(head) = self.heads.get_mut(column) else { return Rect::default() };
        let to = if middle { y - head.height() / 2.0 } else { y };
        *head = Rect { y0: to, y1: to + head.height(), ..*head };
        *head
    }

    /// Puts a message at `y`; returns where the next row begins.
    fn message(&mut self, index: usize, span: &Span, y: f64) -> f64 {
        let (from, to) = (span.from, span.to.unwrap_or(span.from));
        let size = span.size;
        let (mut above, mut below) = ((size.h + ABOVE + OVER).max(ROW - BELOW), BELOW);
        let (start, mut tip) = (self.x(from), self.x(to));
        if let Some(column) = span.creates {
            let half = self.heads.get(column).map_or(0.0, |head| head.height() / 2.0) + AROUND;
            (above, below) = (above.max(half), below.max(half));
            let head = self.bring(column, y + above, true);
            tip = if start < tip { head.x0 } else { head.x1 };
        }
        let line = y + above;
        let mut middle = f64::midpoint(start, tip);
        let mut route = vec![Point::new(start, line), Point::new(tip, line)];
        if to == from {
            let out = start + LOOP.0;
            middle = out - LOOP.0 / 2.0 + size.w / 2.0 + 6.0;
            let low = line + LOOP.1;
            route = vec![Point::new(start, line), Point::new(out, line), Point::new(out, low), Point::new(start, low)];
            below += LOOP.1;
        }
        if let Some(row) = self.rows.get_mut(index) {
            row.plate = Rect::from_origin_size(Point::new(middle - size.w / 2.0, line - size.h - ABOVE), size);
            row.cross = route.last().copied().filter(|_| row.kind == StepKind::Destroy);
            row.route = route;
        }
        line + below
    }

    /// Puts a note at `y`; returns where the next row begins.
    fn note(&mut self, index: usize, span: &Span, mut y: f64) -> f64 {
        if let Some(column) = span.creates {
            y = self.bring(column, y, false).y1 + AROUND;
        }
        let (first, last) = span.over;
        let (left, right) = (self.x(first), self.x(last));
        let middle = f64::midpoint(left, right);
        let half = span.size.w / 2.0;
        let half = if first == last { half } else { half.max((right - left) / 2.0 + BEYOND) };
        let x = self.x(span.from);
        let Some(row) = self.rows.get_mut(index) else { return y };
        row.plate = Rect { x0: middle - half, y0: y, x1: middle + half, y1: y + span.size.h };
        if row.kind == StepKind::Destroy {
            let cross = Point::new(x, row.plate.y1 + AROUND);
            row.cross = Some(cross);
            return cross.y + AROUND;
        }
        row.plate.y1 + 14.0
    }

    /// Where a lifeline ends: at the cross of its last step, or with all others.
    fn end_of(&self, column: usize, spans: &[Span]) -> f64 {
        let last = spans.iter().rposition(|span| span.about.contains(&column)).and_then(|last| self.rows.get(last));
        let cross = last.and_then(|row| row.cross).filter(|cross| (cross.x - self.x(column)).abs() < 1.0);
        cross.map_or(self.end, |cross| cross.y)
    }

    /// Puts the frames around the steps; the innermost first, so that each lies within the one around it.
    fn frame(&mut self, flow: &Flow, spans: &[Span], tops: &[Vec<f64>], bottoms: &[f64]) {
        for (at, fragment) in flow.fragments.iter().enumerate().rev() {
            let (Some(first), Some(last)) = (fragment.branches.first(), fragment.branches.last()) else { continue };
            let steps = first.steps.start..last.steps.end;
            let mut rect = Rect {
                x0: f64::INFINITY,
                y0: tops[at].first().copied().unwrap_or(self.end),
                x1: f64::NEG_INFINITY,
                y1: bottoms[at],
            };
            let mut hold = |x0: f64, x1: f64, air: f64| {
                rect = Rect { x0: rect.x0.min(x0 - air), x1: rect.x1.max(x1 + air), ..rect };
            };
            for (row, span) in self.rows.iter().zip(spans).take(steps.end).skip(steps.start) {
                row.route.iter().for_each(|point| hold(point.x, point.x, 16.0));
                hold(row.plate.x0, row.plate.x1, 16.0);
                if let Some(head) = span.creates.and_then(|column| self.heads.get(column)) {
                    hold(head.x0, head.x1, 16.0);
                }
            }
            for (inner, frame) in flow.fragments[at + 1..].iter().zip(self.frames.iter().rev()) {
                if inner.branches.first().is_some_and(|branch| steps.contains(&branch.steps.start)) {
                    hold(frame.rect.x0, frame.rect.x1, 10.0);
                }
            }
            let (name, conditions) = words(fragment);
            let longest = conditions.iter().map(|when| measure::width(when, Font::Label)).fold(0.0, f64::max);
            rect.x1 = rect.x1.max(rect.x0 + longest.min(LONGEST) + draw::tab(&name) + 24.0);
            let branches = tops[at].iter().copied().zip(conditions).collect();
            self.frames.push(Frame { rect, name, branches });
        }
        self.frames.reverse();
    }
}

/// The operator of a frame, and what stands at each of its branches.
fn words(fragment: &Fragment) -> (String, Vec<String>) {
    let name = match fragment.kind {
        FragmentKind::Parallel => "par",
        FragmentKind::Alternative => "alt",
        FragmentKind::Optional => "opt",
        FragmentKind::Loop => "loop",
        FragmentKind::Break => "break",
        FragmentKind::Critical => "critical",
        FragmentKind::Block => fragment.branches.first().map_or("", |branch| &branch.when),
    };
    let condition = |when: &String| match fragment.kind {
        FragmentKind::Block => String::new(),
        _ if when.is_empty() => String::new(),
        _ => ["[", when, "]"].concat(),
    };
    (name.to_owned(), fragment.branches.iter().map(|branch| condition(&branch.when)).collect())
}
