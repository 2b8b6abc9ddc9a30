//! Where words stand over a picture from afar: none over another, none over what it does not name where that is possible, all within
//! the picture.

use vitrine_lean::sort;
use vitrine_model::Diagram;

use super::afar::Afar;
use super::cluster::clusters;
use super::flow::travel::Travel;
use super::layout::Layout;
use super::level::{self, groups_around};
use super::measure::{self, Font};
use super::part::Part;
use super::plan::Plan;
use super::wrap::{wrap, wrap_words};
use crate::geometry::{Point, Rect, Size};

/// Words that stand over the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Sign {
    /// What they name.
    pub part: Part,
    /// The room that they have, in world px.
    pub plate: Rect,
    /// One below the other, in the middle of the plate.
    pub lines: Vec<String>,
    /// World px a px of [`Sign::FONT`].
    pub zoom: f64,
}

impl Sign {
    /// What they are set in, magnified by `zoom`.
    pub const FONT: Font = Font::Name;
    /// The size of their letters on the screen, in CSS px, where they are smallest.
    pub const PX: f64 = 11.0;
    /// Around the words, in px of the font.
    const PLATE: Size = Size::new(3.0, 1.0);
    /// The most lines.
    const LINES: usize = 3;
    /// Widths that words may have beyond what they name, in px of the font.
    const WIDTHS: [f64; 2] = [70.0, 110.0];

    /// Words on a plate of their size, at the origin.
    fn new(part: Part, lines: Vec<String>, zoom: f64) -> Self {
        let widest = lines.iter().map(|line| measure::width(line, Self::FONT)).fold(0.0, f64::max);
        let (w, h) = (widest + 2.0 * Self::PLATE.w, lines.len() as f64 * Self::FONT.line() + 2.0 * Self::PLATE.h);
        let plate = Rect::from_origin_size(Point::ORIGIN, Size::new(w * zoom, h * zoom));
        Self { part, plate, lines, zoom }
    }

    /// Where the baseline of a line begins, for words set from the middle.
    pub fn baseline(&self, line: usize) -> Point {
        let down = Self::PLATE.h + (line as f64 + 0.5) * Self::FONT.line() + 0.35 * Self::FONT.px();
        Point::new(self.plate.center().x, self.plate.y0 + down * self.zoom)
    }
}

/// Between the picture and words that stand beyond it, in px of the font.
const BEYOND: f64 = 14.0;
/// The most nodes that are tried for a name.
const MOST: usize = 600;
/// Where words stand to what they name, across and down: 0 at its start, 1 at its end, less or more outside of that.
const MIDDLE: &[(f64, f64)] = &[(0.5, 0.5), (0.5, 0.0), (0.5, 1.0), (0.0, 0.5), (1.0, 0.5)];
const CORNERS: &[(f64, f64)] =
    &[(0.0, 0.0), (0.0, -1.0), (1.0, -1.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0), (0.0, 2.0), (1.0, 2.0)];

/// Words while they are given their places.
pub struct Names<'a> {
    plan: &'a Plan,
    afar: &'a Afar,
    zoom: f64,
    /// No word leaves that, in world px.
    window: Rect,
    signs: Vec<Sign>,
}

impl<'a> Names<'a> {
    /// Names while there is room: of closed boundaries, each of which gets one, of the others, the outer ones first, then of nodes,
    /// those with most arrows first, then numbers of lines that stand for several.
    pub fn of(plan: &'a Plan, afar: &'a Afar, zoom: f64) -> Vec<Sign> {
        let window = plan.scene.bounds.inflate(BEYOND * zoom);
        let mut names = Self { plan, afar, zoom, window, signs: Vec::new() };
        names.groups();
        names.nodes();
        names.lines();
        names.signs
    }

    fn groups(&mut self) {
        let (plan, afar) = (self.plan, self.afar);
        let mut held = vec![0_usize; plan.diagram.groups.len()];
        for &group in afar.within.iter().flatten() {
            held[group] += 1;
        }
        let is_seen = |&group: &usize| {
            let named = plan.diagram.groups.get(group);
            named.is_some_and(|named| !groups_around(&plan.diagram, named.parent).any(|around| afar.closed[around]))
                && plan.layout.groups.get(group).is_some_and(|rect| rect.width() > 0.0)
        };
        let order: Vec<usize> = level::outermost_first(&plan.diagram).into_iter().filter(is_seen).collect();
        for closed in [true, false] {
            for &group in order.iter().filter(|&&group| afar.closed[group] == closed) {
                let (part, rect, label) =
                    (Part::Group(group), plan.layout.groups[group], &plan.diagram.groups[group].label);
                if closed {
                    self.name_closed(part, rect, label, held[group]);
                } else {
                    let wraps = [wrap(label, Sign::FONT, self.across(rect).max(Sign::WIDTHS[1]), Sign::LINES)];
                    self.put(part, &wraps, rect, CORNERS, true);
                }
            }
        }
    }

    /// The name of a closed boundary and how much it holds: within it, or beyond its sides where that hides nothing; or the name alone,
    /// or as much of that as the boundary has room for.
    fn name_closed(&mut self, part: Part, rect: Rect, label: &str, held: usize) {
        let text = [label, "\u{a0}·\u{a0}", &held.to_string()].concat();
        let (across, down) = (self.across(rect), self.down(rect));
        let mut wraps: Vec<_> = [&text, label].into_iter().flat_map(|text| self.wraps(text, rect)).collect();
        let mut short = wrap(label, Sign::FONT, across, down);
        if short.concat().trim_matches('…').is_empty() {
            let mut letters = String::new();
            for letter in clusters(label) {
                if !letters.is_empty()
                    && measure::width(&letters, Sign::FONT) + measure::width(letter, Sign::FONT) > across
                {
                    break;
                }
                letters.push_str(letter);
            }
            short = vec![letters];
        }
        wraps.push(short.clone());
        if !self.put(part, &wraps, rect, MIDDLE, false) {
            self.put(part, &[short], rect, MIDDLE, true);
        }
    }

    /// Words in lines: within a box, and wider.
    fn wraps(&self, text: &str, rect: Rect) -> Vec<Vec<String>> {
        let (across, down) = (self.across(rect), self.down(rect));
        let wider = Sign::WIDTHS.map(|width| (width.max(across), Sign::LINES));
        let all = [(across, down)].into_iter().chain(wider);
        all.filter_map(|(width, lines)| wrap_words(text, Sign::FONT, width, lines)).collect()
    }

    fn nodes(&mut self) {
        let (diagram, layout) = (&self.plan.diagram, &self.plan.layout);
        let open = busiest_first(diagram).into_iter().filter(|&node| self.afar.within[node].is_none()).take(MOST);
        let mut left = Vec::new();
        for node in open {
            let (Some(named), Some(&rect)) = (diagram.nodes.get(node), layout.nodes.get(node)) else { continue };
            let mut wraps = self.wraps(&named.label, rect);
            if wraps.is_empty() {
                wraps.push(wrap(&named.label, Sign::FONT, Sign::WIDTHS[1].max(self.across(rect)), Sign::LINES));
            }
            if !self.put(Part::Node(node), &wraps, rect, MIDDLE, false) {
                left.push((node, wraps, rect));
            }
        }
        for (node, wraps, rect) in left {
            self.put(Part::Node(node), &wraps, rect, MIDDLE, true);
        }
    }

    fn lines(&mut self) {
        for &(edge, count) in self.afar.lines.iter().rev().filter(|line| line.1 > 1).take(MOST) {
            let beside = along(&self.plan.layout, edge).find(|&at| !self.is_covered(at));
            let Some(middle) = beside.or_else(|| self.between(edge)) else { continue };
            let at = Rect::from_center_size(middle, Size::default());
            self.put(Part::Edge(edge), &[vec![["×", &count.to_string()].concat()]], at, &MIDDLE[..1], true);
        }
    }

    /// The room for words across a box, in px of the font, and how many lines it holds.
    fn across(&self, rect: Rect) -> f64 {
        rect.width() / self.zoom - 2.0 * Sign::PLATE.w
    }

    fn down(&self, rect: Rect) -> usize {
        ((rect.height() / self.zoom / Sign::FONT.line()) as usize).clamp(1, Sign::LINES)
    }

    /// Places words at the first spot where they are free, or `anyhow` at the first where they cover no other words. Whether there
    /// was one.
    fn put(&mut self, part: Part, wraps: &[Vec<String>], rect: Rect, spots: &[(f64, f64)], anyhow: bool) -> bool {
        for may_cover in [false, true].into_iter().take(1 + usize::from(anyhow)) {
            for lines in wraps {
                let sign = Sign::new(part, lines.clone(), self.zoom);
                for &spot in spots {
                    let plate = self.place(rect, sign.plate.size(), spot);
                    let has_room = self.signs.iter().all(|other| !other.plate.overlaps(plate));
                    if has_room && (may_cover || self.is_free(part, plate)) {
                        self.signs.push(Sign { plate, ..sign });
                        return true;
                    }
                }
            }
        }
        false
    }

    fn place(&self, rect: Rect, size: Size, spot: (f64, f64)) -> Rect {
        let along = |from: f64, to: f64, size: f64, spot: f64, (low, high): (f64, f64)| {
            let at = match spot {
                ..0.0 => from - size,
                0.0..=1.0 => from + (to - from - size) * spot,
                _ => to,
            };
            at.min(high - size).max(low)
        };
        let Rect { x0, y0, x1, y1 } = self.window;
        let x = along(rect.x0, rect.x1, size.w, spot.0, (x0, x1));
        Rect::from_origin_size(Point::new(x, along(rect.y0, rect.y1, size.h, spot.1, (y0, y1))), size)
    }

    /// Whether words cover no box and no closed boundary but their own.
    fn is_free(&self, part: Part, plate: Rect) -> bool {
        let mut is_free = true;
        self.plan.nodes.touching(plate, &mut |node| {
            let is_seen = self.afar.within.get(node).is_none_or(Option::is_none);
            is_free &= part == Part::Node(node) || !is_seen || !self.plan.nodes.rect(node).overlaps(plate);
        });
        let groups = self.plan.layout.groups.iter().zip(&self.afar.closed).enumerate();
        is_free
            && groups
                .into_iter()
                .all(|(group, (rect, closed))| !closed || part == Part::Group(group) || !rect.overlaps(plate))
    }

    /// The middle of the gap between the places that an edge joins.
    fn between(&self, edge: usize) -> Option<Point> {
        let edge = self.plan.diagram.edges.get(edge)?;
        let place = |node: usize| match self.afar.within.get(node)? {
            Some(group) => self.plan.layout.groups.get(*group),
            None => self.plan.layout.nodes.get(node),
        };
        let (a, b) = (place(edge.source)?, place(edge.target)?);
        let nearest = |of: &Rect, to: Point| Point::new(to.x.clamp(of.x0, of.x1), to.y.clamp(of.y0, of.y1));
        Some(nearest(a, b.center()).lerp(nearest(b, a.center()), 0.5))
    }

    fn is_covered(&self, at: Point) -> bool {
        self.plan.layout.groups.iter().zip(&self.afar.closed).any(|(rect, closed)| *closed && rect.contains(at))
    }
}

/// Those that others begin or meet at first.
fn busiest_first(diagram: &Diagram) -> Vec<usize> {
    let mut arrows = vec![0_usize; diagram.nodes.len()];
    for edge in &diagram.edges {
        for end in [edge.source, edge.target] {
            if let Some(count) = arrows.get_mut(end) {
                *count += 1;
            }
        }
    }
    sort::sorted(arrows.len(), &|a, b| arrows[b].cmp(&arrows[a]))
}

/// Positions along a route, from its middle to both ends.
fn along(layout: &Layout, edge: usize) -> impl Iterator<Item = Point> {
    const STEPS: i32 = 12;
    let way = Travel::new(&layout.edges[edge].points, false);
    (0..2 * STEPS).filter_map(move |step| {
        let side = if step % 2 == 0 { 1.0 } else { -1.0 };
        Some(way.along(0.5 + side * f64::from(step / 2) / f64::from(2 * STEPS))?.at)
    })
}
