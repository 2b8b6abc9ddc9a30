//! What is read of a diagram from afar, where its words would be specks: boundaries as closed boxes that say how much they hold,
//! and as many names as there is room for, each as large on the screen as any other words.

use vitrine_lean::sort;
use vitrine_model::Diagram;

use super::bundle::Level;
use super::flow::travel::Travel;
use super::layout::Layout;
use super::level::{self, groups_around};
use super::measure::{self, Font};
use super::part::Part;
use super::plan::Plan;
use super::scene::Detail;
use super::wrap::wrap;
use crate::geometry::{Point, Rect, Size, Vec2, length};

/// Words that stand over the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Sign {
    /// What they name.
    pub part: Part,
    /// The plate that they stand on, in world px.
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
    const PLATE: Size = Size::new(5.0, 2.0);
    /// The most lines.
    const LINES: usize = 3;
    /// The width that words may have beyond their box, in px of the font.
    const WIDTH: f64 = 110.0;

    fn new(part: Part, text: &str, at: Anchor, zoom: f64) -> Self {
        let (Anchor::Middle(named) | Anchor::Corner(named) | Anchor::Above(named)) = at;
        let width = (named.width() / zoom - 2.0 * Self::PLATE.w).max(Self::WIDTH);
        let lines = wrap(text, Self::FONT, width, Self::LINES);
        let widest = lines.iter().map(|line| measure::width(line, Self::FONT)).fold(0.0, f64::max);
        let (w, h) = (widest + 2.0 * Self::PLATE.w, lines.len() as f64 * Self::FONT.line() + 2.0 * Self::PLATE.h);
        let size = Size::new(w * zoom, h * zoom);
        let plate = match at {
            Anchor::Middle(rect) => Rect::from_center_size(rect.center(), size),
            Anchor::Above(rect) => Rect::from_origin_size(rect.origin() - Vec2::new(0.0, size.h), size),
            Anchor::Corner(rect) => Rect::from_origin_size(rect.origin() + Vec2::new(zoom, zoom) * Self::PLATE.w, size),
        };
        Self { part, plate, lines, zoom }
    }

    /// Where the baseline of a line begins, for words set from the middle.
    pub fn baseline(&self, line: usize) -> Point {
        let down = Self::PLATE.h + (line as f64 + 0.5) * Self::FONT.line() + 0.35 * Self::FONT.px();
        Point::new(self.plate.center().x, self.plate.y0 + down * self.zoom)
    }
}

/// Where words stand to what they name.
#[derive(Clone, Copy)]
enum Anchor {
    Middle(Rect),
    /// Within its upper left corner.
    Corner(Rect),
    /// Outside of that.
    Above(Rect),
}

/// What stands for a diagram from so far away.
#[derive(Debug, Clone, PartialEq)]
pub struct Afar {
    band: i32,
    /// Whether boxes and hairlines stand for everything.
    pub is_boxes: bool,
    /// For each boundary, whether it is closed: what is in it is not drawn.
    pub closed: Vec<bool>,
    /// For each node, the closed boundary that it is within, where it is not drawn.
    pub within: Vec<Option<usize>>,
    /// Lines that stand for several arrows each, the lightest first: an edge whose route serves for all, and how many they are.
    pub lines: Vec<(usize, usize)>,
    /// No two overlap.
    pub signs: Vec<Sign>,
}

/// How many distances there are between [`Detail::FAR`] and [`Detail::BOXES`].
const BOXES: i32 = 3;
/// The longest side of a closed boundary, in CSS px: its parts would be specks, and its name has room.
const CLOSED: f64 = 320.0;
/// The most nodes that are tried for a name.
const MOST: usize = 600;

/// Which distance a scale is; `None` where names stand in their boxes.
fn band(scale: f64) -> Option<i32> {
    (scale < Detail::FAR).then(|| ((Detail::FAR / scale).ln() / Detail::GROWTH.ln()) as i32)
}

impl Afar {
    /// What is read at a scale; `None` where names stand in their boxes.
    pub fn new(plan: &Plan, scale: f64) -> Option<Self> {
        let band = band(scale)?;
        let scale = Detail::FAR / Detail::GROWTH.powi(band + 1);
        let is_boxes = band >= BOXES;
        let closed = if is_boxes { closed(plan, CLOSED / scale) } else { vec![false; plan.diagram.groups.len()] };
        let around = |node: &vitrine_model::Node| groups_around(&plan.diagram, node.group).find(|&group| closed[group]);
        let within: Vec<Option<usize>> = plan.diagram.nodes.iter().map(around).collect();
        let lines = if is_boxes { lines(plan, scale, &within) } else { Vec::new() };
        let afar = Self { band, is_boxes, closed, within, lines, signs: Vec::new() };
        let signs = afar.named(plan, Sign::PX / (Sign::FONT.px() * scale));
        Some(Self { signs, ..afar })
    }

    /// Whether it serves at a scale, too.
    pub fn serves(&self, scale: f64) -> bool {
        band(scale) == Some(self.band)
    }

    /// Names while there is room: of boundaries, the outer ones first, then of nodes, those with most arrows first, then numbers of
    /// lines that stand for several.
    fn named(&self, plan: &Plan, zoom: f64) -> Vec<Sign> {
        let (diagram, layout) = (&*plan.diagram, &plan.layout);
        let mut signs = Vec::new();
        let mut held = vec![0_usize; diagram.groups.len()];
        for &group in self.within.iter().flatten() {
            held[group] += 1;
        }
        for group in level::outermost_first(diagram) {
            let (Some(named), Some(&rect)) = (diagram.groups.get(group), layout.groups.get(group)) else { continue };
            let is_inside = groups_around(diagram, named.parent).any(|around| self.closed[around]);
            if is_inside || rect.width() <= 0.0 {
                continue;
            }
            let sign = if self.closed[group] {
                let text = [&named.label, "\u{a0}·\u{a0}", &held[group].to_string()].concat();
                Sign::new(Part::Group(group), &text, Anchor::Middle(rect), zoom)
            } else {
                // Over its upper edge rather than over what is in it.
                let [above, inside] = [Anchor::Above(rect), Anchor::Corner(rect)]
                    .map(|at| Sign::new(Part::Group(group), &named.label, at, zoom));
                let is_free = |sign: &Sign| {
                    let mut is_free = has_room(&signs, sign);
                    plan.nodes.touching(sign.plate, &mut |_| is_free = false);
                    is_free
                };
                if !is_free(&inside) && is_free(&above) { above } else { inside }
            };
            put(&mut signs, sign);
        }
        for node in busiest_first(diagram).into_iter().filter(|&node| self.within[node].is_none()).take(MOST) {
            if let (Some(named), Some(&rect)) = (diagram.nodes.get(node), layout.nodes.get(node)) {
                put(&mut signs, Sign::new(Part::Node(node), &named.label, Anchor::Middle(rect), zoom));
            }
        }
        for &(edge, count) in self.lines.iter().rev().filter(|line| line.1 > 1).take(MOST) {
            let beside = along(layout, edge).find(|&at| !self.is_covered(layout, at));
            let Some(middle) = beside.or_else(|| self.between(plan, edge)) else { continue };
            let at = Rect::from_center_size(middle, Size::default());
            let text = ["×", &count.to_string()].concat();
            put(&mut signs, Sign::new(Part::Edge(edge), &text, Anchor::Middle(at), zoom));
        }
        signs
    }

    /// The middle of the gap between the places that an edge joins.
    fn between(&self, plan: &Plan, edge: usize) -> Option<Point> {
        let edge = plan.diagram.edges.get(edge)?;
        let place = |node: usize| match self.within.get(node)? {
            Some(group) => plan.layout.groups.get(*group),
            None => plan.layout.nodes.get(node),
        };
        let (a, b) = (place(edge.source)?, place(edge.target)?);
        let nearest = |of: &Rect, to: Point| Point::new(to.x.clamp(of.x0, of.x1), to.y.clamp(of.y0, of.y1));
        Some(nearest(a, b.center()).lerp(nearest(b, a.center()), 0.5))
    }

    fn is_covered(&self, layout: &Layout, at: Point) -> bool {
        layout.groups.iter().zip(&self.closed).any(|(rect, closed)| *closed && rect.contains(at))
    }
}

fn has_room(signs: &[Sign], sign: &Sign) -> bool {
    signs.iter().all(|other| !other.plate.overlaps(sign.plate))
}

fn put(signs: &mut Vec<Sign>, sign: Sign) {
    if has_room(signs, &sign) {
        signs.push(sign);
    }
}

/// The boundaries whose sides are at most `side` (world px), and in no other such.
fn closed(plan: &Plan, side: f64) -> Vec<bool> {
    let (diagram, layout) = (&*plan.diagram, &plan.layout);
    let is_small = |group: usize| {
        layout.groups.get(group).is_some_and(|rect| rect.width() > 0.0 && rect.width().max(rect.height()) <= side)
    };
    let is_closed = |group: usize| {
        let parent = diagram.groups.get(group).and_then(|group| group.parent);
        is_small(group) && !groups_around(diagram, parent).any(is_small)
    };
    (0..diagram.groups.len()).map(is_closed).collect()
}

/// The bundles of a scale, those that begin or end in a closed boundary as one a boundary; none within one. `within` says for each
/// node which closed one that is.
fn lines(plan: &Plan, scale: f64, within: &[Option<usize>]) -> Vec<(usize, usize)> {
    let place = |node: usize| match within.get(node) {
        Some(Some(group)) => (0, *group),
        _ => (1, node),
    };
    let ends = |edge: usize| {
        let edge = plan.diagram.edges.get(edge)?;
        let (a, b) = (place(edge.source), place(edge.target));
        Some((a.min(b), a.max(b)))
    };
    let bundles = plan.bundles.at(scale).into_iter().flat_map(Level::bundles);
    let all: Vec<_> = bundles
        .filter_map(|bundle| {
            let &edge = bundle.first()?;
            let ends = ends(edge)?;
            (ends.0 != ends.1 || ends.0.0 == 1)
                .then(|| (ends, edge, length(&plan.layout.edges[edge].points), bundle.len()))
        })
        .collect();
    // The shortest of each pair of places first.
    let order = sort::sorted(all.len(), &|a, b| all[a].0.cmp(&all[b].0).then(all[a].2.total_cmp(&all[b].2)));
    let mut lines: Vec<(usize, usize)> = Vec::new();
    let mut last = None;
    for (ends, edge, _, count) in order.iter().map(|&at| &all[at]) {
        match lines.last_mut() {
            Some(line) if last == Some(ends) => line.1 += count,
            _ => lines.push((*edge, *count)),
        }
        last = Some(ends);
    }
    sort::sorted(lines.len(), &|a, b| lines[a].1.cmp(&lines[b].1)).into_iter().map(|at| lines[at]).collect()
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
