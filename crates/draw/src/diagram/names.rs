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

    /// Where the baseline of a line begins, for words set from the middle.
    pub fn baseline(&self, line: usize) -> Point {
        let down = Self::PLATE.h + (line as f64 + 0.5) * Self::FONT.line() + 0.35 * Self::FONT.px();
        Point::new(self.plate.center().x, self.plate.y0 + down * self.zoom)
    }
}

/// Between the picture and words that stand beyond it, in px of the font.
const BEYOND: f64 = 14.0;
/// The most nodes, open boundaries and lines that are tried for a name.
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
        let order = level::outermost_first(&plan.diagram);
        for closed in [true, false] {
            let most = if closed { order.len() } else { MOST };
            let is_shown = |&&group: &&usize| {
                let parent = plan.diagram.groups.get(group).and_then(|group| group.parent);
                afar.closed[group] == closed && !groups_around(&plan.diagram, parent).any(|around| afar.closed[around])
            };
            for &group in order.iter().filter(is_shown).take(most) {
                let (Some(named), Some(&rect)) = (plan.diagram.groups.get(group), plan.layout.groups.get(group)) else {
                    continue;
                };
                if rect.width() <= 0.0 {
                    continue;
                }
                let part = Part::Group(group);
                if closed {
                    self.name_closed(part, rect, &named.label, held[group]);
                } else if !self.put(part, &named.label, rect, CORNERS, false) {
                    self.put(part, &named.label, rect, CORNERS, true);
                }
            }
        }
    }

    /// The name of a closed boundary and how much it holds: within it, or beyond its sides where that hides nothing; or the name alone,
    /// or as much of that as the boundary has room for.
    fn name_closed(&mut self, part: Part, rect: Rect, label: &str, held: usize) {
        let text = [label, "\u{a0}·\u{a0}", &held.to_string()].concat();
        if self.put(part, &text, rect, MIDDLE, false) || self.put(part, label, rect, MIDDLE, false) {
            return;
        }
        let (across, down) = self.room(rect);
        let mut short = wrap(label, Sign::FONT, across, down);
        if short.first().is_none_or(|line| line.starts_with('…')) {
            short = vec![clusters(label).next().unwrap_or_default().to_owned()];
        }
        if !self.stand(part, &short, rect, MIDDLE, false) {
            self.stand(part, &short, rect, MIDDLE, true);
        }
    }

    /// Those that hide nothing first.
    fn nodes(&mut self) {
        let plan = self.plan;
        let order = busiest_first(&plan.diagram);
        for may_cover in [false, true] {
            let open = order.iter().filter(|&&node| self.afar.within[node].is_none()).take(MOST);
            for &node in open {
                let part = Part::Node(node);
                if let (Some(named), Some(&rect)) = (plan.diagram.nodes.get(node), plan.layout.nodes.get(node))
                    && !self.signs.iter().any(|sign| sign.part == part)
                {
                    self.put(part, &named.label, rect, MIDDLE, may_cover);
                }
            }
        }
    }

    fn lines(&mut self) {
        for &(edge, count) in self.afar.lines.iter().rev().filter(|line| line.1 > 1).take(MOST) {
            let beside = along(&self.plan.layout, edge).find(|&at| !self.is_covered(at));
            let Some(middle) = beside.or_else(|| self.between(edge)) else { continue };
            let at = Rect::from_center_size(middle, Size::default());
            self.stand(Part::Edge(edge), &[["×", &count.to_string()].concat()], at, &MIDDLE[..1], true);
        }
    }

    /// The room for words across a box, in px of the font, and how many lines it holds.
    fn room(&self, rect: Rect) -> (f64, usize) {
        let lines = (rect.height() / self.zoom / Sign::FONT.line()) as usize;
        (rect.width() / self.zoom - 2.0 * Sign::PLATE.w, lines.clamp(1, Sign::LINES))
    }

    /// Places a text, within its box or wider, with whole words if possible. Whether there was a spot.
    fn put(&mut self, part: Part, text: &str, rect: Rect, spots: &[(f64, f64)], may_cover: bool) -> bool {
        let (across, down) = self.room(rect);
        let [narrow, wide] = Sign::WIDTHS.map(|width| (width.max(across), Sign::LINES));
        for (width, lines) in [(across, down), narrow, wide] {
            let lines = wrap_words(text, Sign::FONT, width, lines);
            if lines.is_some_and(|lines| self.stand(part, &lines, rect, spots, may_cover)) {
                return true;
            }
        }
        may_cover && self.stand(part, &wrap(text, Sign::FONT, wide.0, wide.1), rect, spots, true)
    }

    /// Places lines at the first spot where they cover no other words, and unless they `may_cover` that nothing else. Whether there was
    /// one.
    fn stand(&mut self, part: Part, lines: &[String], rect: Rect, spots: &[(f64, f64)], may_cover: bool) -> bool {
        let zoom = self.zoom;
        let widest = lines.iter().map(|line| measure::width(line, Sign::FONT)).fold(0.0, f64::max);
        let (w, h) = (widest + 2.0 * Sign::PLATE.w, lines.len() as f64 * Sign::FONT.line() + 2.0 * Sign::PLATE.h);
        for &spot in spots {
            let plate = self.place(rect, Size::new(w * zoom, h * zoom), spot);
            let has_room = self.signs.iter().all(|other| !other.plate.overlaps(plate));
            if has_room && (may_cover || self.is_free(part, plate)) {
                self.signs.push(Sign { part, plate, lines: lines.to_vec(), zoom });
                return true;
            }
        }
        false
    }

    fn place(&self, rect: Rect, size: Size, spot: (f64, f64)) -> Rect {
        let along = |from: f64, to: f64, size: f64, spot: f64, low: f64, high: f64| {
            let at = match spot {
                ..0.0 => from - size,
                0.0..=1.0 => from + (to - from - size) * spot,
                _ => to,
            };
            at.min(high - size).max(low)
        };
        let Rect { x0, y0, x1, y1 } = self.window;
        let x = along(rect.x0, rect.x1, size.w, spot.0, x0, x1);
        Rect::from_origin_size(Point::new(x, along(rect.y0, rect.y1, size.h, spot.1, y0, y1)), size)
    }

    /// Whether words cover no box and no closed boundary but their own.
    fn is_free(&self, part: Part, plate: Rect) -> bool {
        let mut is_free = true;
        self.plan.nodes.touching(plate, &mut |node| {
            is_free &= part == Part::Node(node)
                || matches!(self.afar.within.get(node), Some(Some(_)))
                || !self.plan.nodes.rect(node).overlaps(plate);
        });
        for (group, rect) in self.plan.layout.groups.iter().enumerate() {
            is_free &= !self.afar.closed[group] || part == Part::Group(group) || !rect.overlaps(plate);
        }
        is_free
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
