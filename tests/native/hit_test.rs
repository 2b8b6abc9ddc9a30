use vitrine::diagram::grid::Grid;
use vitrine::diagram::hit_test::{self, Part};
use vitrine::diagram::layout::{Layout, Route};
use vitrine::geometry::{Point, Rect, Size};

fn layout() -> Layout {
    let node = |x| Rect::from_origin_size(Point::new(x, 0.0), Size::new(100.0, 50.0));
    let route = Route {
        points: vec![Point::new(100.0, 25.0), Point::new(200.0, 25.0)],
        label: Some(Rect::from_center_size(Point::new(150.0, 25.0), Size::new(40.0, 20.0))),
    };
    Layout { nodes: vec![node(0.0), node(200.0)], edges: vec![route], ..Layout::default() }
}

fn hit_test(layout: &Layout, at: Point, reach: f64) -> Option<Part> {
    hit_test::hit_test(layout, &Grid::new(layout.nodes.clone()), at, reach)
}

#[track_caller]
fn check(x: f64, y: f64, reach: f64, expected: Option<Part>) {
    assert_eq!(hit_test(&layout(), Point::new(x, y), reach), expected);
}

#[test]
fn finds_the_node_under_the_pointer() {
    check(50.0, 25.0, 0.0, Some(Part::Node(0)));
    check(299.0, 49.0, 0.0, Some(Part::Node(1)));
}

#[test]
fn finds_a_node_just_missed_by_a_finger() {
    check(50.0, 60.0, 4.0, None);
    check(50.0, 60.0, 12.0, Some(Part::Node(0)));
}

#[test]
fn finds_an_edge_by_its_line_and_by_its_label() {
    check(115.0, 28.0, 4.0, Some(Part::Edge(0)));
    check(165.0, 34.0, 1.0, Some(Part::Edge(0)));
}

#[test]
fn finds_nothing_in_the_open() {
    check(150.0, 300.0, 12.0, None);
}

#[test]
fn what_is_drawn_last_lies_on_top() {
    let rect = Rect::from_origin_size(Point::ORIGIN, Size::new(10.0, 10.0));
    let layout = Layout { nodes: vec![rect, rect], ..Layout::default() };
    assert_eq!(hit_test(&layout, Point::new(5.0, 5.0), 0.0), Some(Part::Node(1)));
}

#[test]
fn an_edge_without_points_is_no_trouble() {
    let layout = Layout { edges: vec![Route::default()], ..Layout::default() };
    assert_eq!(hit_test(&layout, Point::new(5.0, 5.0), 100.0), None);
}
