use vitrine_draw::diagram::grid::Grid;
use vitrine_draw::diagram::hit_test::node_at;
use vitrine_draw::geometry::{Point, Rect, Size};

fn nodes() -> Grid {
    Grid::new([0.0, 200.0].map(|x| Rect::from_origin_size(Point::new(x, 0.0), Size::new(100.0, 50.0))).to_vec())
}

#[track_caller]
fn check(x: f64, y: f64, radius: f64, expected: Option<usize>) {
    assert_eq!(node_at(&nodes(), Point::new(x, y), radius), expected);
}

#[test]
fn finds_the_node_under_the_pointer() {
    check(50.0, 25.0, 0.0, Some(0));
    check(299.0, 49.0, 0.0, Some(1));
}

#[test]
fn finds_a_node_just_missed_by_a_finger() {
    check(50.0, 60.0, 4.0, None);
    check(50.0, 60.0, 12.0, Some(0));
}

#[test]
fn finds_nothing_in_the_open() {
    check(150.0, 300.0, 12.0, None);
}

#[test]
fn what_is_drawn_last_lies_on_top() {
    let rect = Rect::from_origin_size(Point::ORIGIN, Size::new(10.0, 10.0));
    assert_eq!(node_at(&Grid::new(vec![rect, rect]), Point::new(5.0, 5.0), 0.0), Some(1));
}

#[test]
fn where_nothing_is_drawn_nothing_is_found() {
    assert_eq!(node_at(&Grid::new(Vec::new()), Point::new(5.0, 5.0), 100.0), None);
}
