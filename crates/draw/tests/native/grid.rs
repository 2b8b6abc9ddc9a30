use proptest::prelude::*;
use vitrine_draw::diagram::grid::Grid;
use vitrine_draw::diagram::hit_test::node_at;
use vitrine_draw::geometry::{Point, Rect, Size};

/// Boxes as of a diagram, and some as long as routes across all of it, at places that often coincide.
fn rects() -> impl Strategy<Value = Vec<Rect>> {
    let side = prop_oneof![Just(0.0), 1.0..300.0, 1.0..20_000.0];
    let rect = (-200_i32..200, -60_i32..60, side.clone(), side).prop_map(|(x, y, w, h)| {
        Rect::from_origin_size(Point::new(f64::from(x) * 50.0, f64::from(y) * 50.0), Size::new(w, h))
    });
    prop::collection::vec(rect, 0..120)
}

fn point() -> impl Strategy<Value = Point> {
    (-12_000.0..22_000.0, -5000.0..22_000.0).prop_map(|(x, y)| Point::new(x, y))
}

fn distance(rect: Rect, p: Point) -> f64 {
    p.distance(Point::new(p.x.clamp(rect.x0, rect.x1), p.y.clamp(rect.y0, rect.y1)))
}

proptest! {
    /// The same as a look at each of them.
    #[test]
    fn finds_exactly_what_touches_an_area(rects in rects(), at in point(), w in 0.0..9000.0, h in 0.0..9000.0) {
        let area = Rect::from_origin_size(at, Size::new(w, h));
        let touches = |rect: &Rect| rect.x0 <= area.x1 && area.x0 <= rect.x1 && rect.y0 <= area.y1 && area.y0 <= rect.y1;
        let expected: Vec<usize> = (0..rects.len()).filter(|&item| touches(&rects[item])).collect();
        prop_assert_eq!(Grid::new(rects).within(area), expected);
    }

    /// Each once: what counts or paints them relies on it.
    #[test]
    fn finds_all_of_them_once_everywhere(rects in rects()) {
        let grid = Grid::new(rects.clone());
        let mut times = vec![0; rects.len()];
        grid.touching(Rect { x0: f64::NEG_INFINITY, y0: f64::NEG_INFINITY, x1: f64::INFINITY, y1: f64::INFINITY }, &mut |item| times[item] += 1);
        prop_assert!(times.iter().all(|&times| times == 1), "{times:?}");
    }

    /// The node under a pointer is the one that a look at each of them finds: the nearest, of several the last.
    #[test]
    fn the_node_at_a_place_is_the_nearest_of_all(rects in rects(), at in point(), radius in 0.0..400.0) {
        let within = |&item: &usize| distance(rects[item], at) <= radius;
        let nearest = (0..rects.len()).filter(within).rev().min_by(|&a, &b| distance(rects[a], at).total_cmp(&distance(rects[b], at)));
        prop_assert_eq!(node_at(&Grid::new(rects.clone()), at, radius), nearest);
    }
}

#[test]
fn what_is_nowhere_is_not_found_and_hides_nothing() {
    let nowhere = Rect { x0: f64::NAN, y0: 0.0, x1: f64::INFINITY, y1: 10.0 };
    let here = Rect { x0: 0.0, y0: 0.0, x1: 10.0, y1: 10.0 };
    assert_eq!(Grid::new(vec![nowhere, here]).within(here), [1]);
    assert!(Grid::new(vec![nowhere]).within(here).is_empty());
    assert!(Grid::new(Vec::new()).within(here).is_empty());
}
