use proptest::prelude::*;
use vitrine_draw::diagram::camera::Camera;
use vitrine_draw::diagram::motion::Motion;
use vitrine_draw::geometry::{Point, Rect, Size, Vec2};

#[track_caller]
fn assert_near(a: Point, b: Point) {
    assert!(a.distance(b) < 1e-6 * (1.0 + a.to_vec2().hypot()), "{a:?} is not near {b:?}");
}

fn point() -> impl Strategy<Value = Point> {
    (-2000.0..2000.0, -2000.0..2000.0).prop_map(|(x, y)| Point::new(x, y))
}

fn camera() -> impl Strategy<Value = Camera> {
    (point(), Camera::MIN_SCALE..Camera::MAX_SCALE).prop_map(|(origin, scale)| Camera { origin, scale })
}

fn viewport() -> impl Strategy<Value = Size> {
    (0.0..2000.0, 0.0..1500.0).prop_map(|(w, h)| Size::new(w, h))
}

fn rect() -> impl Strategy<Value = Rect> {
    (point(), 1.0..3000.0, 1.0..3000.0).prop_map(|(p, w, h)| Rect::from_origin_size(p, Size::new(w, h)))
}

proptest! {
    #[test]
    fn screen_and_world_are_each_others_inverse(camera in camera(), at in point()) {
        assert_near(camera.screen_from_world(camera.world_from_screen(at)), at);
    }

    #[test]
    fn zooming_holds_the_focus_still(camera in camera(), focus in point(), factor in 0.1..10.0) {
        let zoomed = camera.zoom_about(focus, factor);
        assert_near(zoomed.world_from_screen(focus), camera.world_from_screen(focus));
    }

    #[test]
    fn scale_stays_within_its_bounds(camera in camera(), factor in proptest::num::f64::ANY) {
        let scale = camera.zoom_about(Point::ORIGIN, factor).scale;
        prop_assert!((Camera::MIN_SCALE..=Camera::MAX_SCALE).contains(&scale));
    }

    #[test]
    fn fitting_shows_everything_in_the_middle(bounds in rect(), w in 300.0..2000.0, h in 300.0..1500.0) {
        let viewport = Size::new(w, h);
        let on_screen = Camera::fit(bounds, viewport, 24.0).screen_from_world_rect(bounds);
        assert_near(on_screen.center(), Point::new(w / 2.0, h / 2.0));
        prop_assert!(on_screen.width() <= w - 47.9 && on_screen.height() <= h - 47.9, "{:?}", on_screen);
    }

    #[test]
    fn no_pan_loses_the_diagram(camera in camera(), bounds in rect(), viewport in viewport(), by in point()) {
        let on_screen = camera.pan(by.to_vec2()).confine(bounds, viewport).screen_from_world_rect(bounds);
        let keep = |size: f64, room: f64| Camera::KEEP.min(size).min(room) - 1e-6;
        let shown_x = on_screen.x1.min(viewport.w) - on_screen.x0.max(0.0);
        let shown_y = on_screen.y1.min(viewport.h) - on_screen.y0.max(0.0);
        prop_assert!(shown_x >= keep(on_screen.width(), viewport.w));
        prop_assert!(shown_y >= keep(on_screen.height(), viewport.h));
    }

    #[test]
    fn confining_twice_is_confining_once(camera in camera(), bounds in rect(), viewport in viewport()) {
        let once = camera.confine(bounds, viewport);
        assert_near(once.confine(bounds, viewport).origin, once.origin);
    }

    #[test]
    fn embracing_shows_all_of_a_rectangle_without_coming_nearer(camera in camera(), at in point(), w in 1.0..9000.0, h in 1.0..9000.0) {
        let rect = Rect::from_origin_size(at, Size::new(w, h));
        let window = Rect { x0: 20.0, y0: 20.0, x1: 780.0, y1: 580.0 };
        let there = camera.embrace(rect, window);
        prop_assert!(there.scale <= camera.scale);
        if window.width() / w.max(h) > Camera::MIN_SCALE && window.height() / w.max(h) > Camera::MIN_SCALE {
            let shown = there.screen_from_world_rect(rect);
            prop_assert!(window.inflate(1e-6).encloses(shown), "{shown:?}");
        }
    }

    #[test]
    fn approaching_puts_a_rectangle_in_the_middle(camera in camera(), at in point(), w in 1.0..900.0, h in 1.0..900.0) {
        let rect = Rect::from_origin_size(at, Size::new(w, h));
        let window = Rect { x0: 20.0, y0: 20.0, x1: 780.0, y1: 580.0 };
        let shown = camera.approach(rect, window).screen_from_world_rect(rect);
        prop_assert!(shown.center().distance(window.center()) < 1e-6);
        prop_assert!(window.inflate(1e-6).encloses(shown), "{shown:?}");
    }

    #[test]
    fn revealing_puts_a_small_rectangle_inside(camera in camera(), at in point()) {
        let (rect, window) = (Rect::from_origin_size(at, Size::new(20.0, 10.0)), Rect { x0: 10.0, y0: 20.0, x1: 500.0, y1: 400.0 });
        let on_screen = camera.reveal(rect, window).screen_from_world_rect(rect);
        prop_assert!(window.inflate(1e-6).encloses(on_screen), "{:?}", on_screen);
    }

    #[test]
    fn a_moving_zoom_holds_its_focus_all_the_way(camera in camera(), focus in point(), factor in 0.3..3.0, t in 0.0..1.0) {
        let part = camera.lerp(camera.zoom_about(focus, factor), t);
        assert_near(part.screen_from_world(camera.world_from_screen(focus)), focus);
    }
}

#[test]
fn a_small_diagram_is_not_blown_up() {
    let bounds = Rect::from_origin_size(Point::ORIGIN, Size::new(100.0, 50.0));
    let scale = Camera::fit(bounds, Size::new(1200.0, 800.0), 24.0).scale;
    assert!((scale - Camera::FIT_SCALE).abs() < 1e-9);
}

#[test]
fn a_collapsed_window_is_no_trouble() {
    let bounds = Rect::from_origin_size(Point::ORIGIN, Size::new(100.0, 50.0));
    let camera = Camera::fit(bounds, Size::default(), 24.0).confine(bounds, Size::default());
    assert!(camera.scale > 0.0 && camera.origin.x.is_finite() && camera.origin.y.is_finite());
}

#[test]
fn a_move_ends_where_it_was_meant_to() {
    let to = Camera { origin: Point::new(3.0, -7.0), scale: 0.5 };
    assert_eq!(Camera::default().lerp(to, 1.0), to);
    assert_near(Camera::default().pan(Vec2::new(3.0, 4.0)).origin, Point::new(3.0, 4.0));
}

#[test]
fn a_motion_starts_when_first_seen_and_ends_in_time() {
    let (from, to) = (Camera::default(), Camera { origin: Point::new(90.0, 0.0), scale: 2.0 });
    let mut motion = Motion::new(from, to);
    assert_eq!(motion.at(5000.0), (from, false));
    let (halfway, over) = motion.at(5000.0 + Motion::DURATION / 2.0);
    assert!(!over && halfway.scale > 1.5 && halfway.scale < 2.0, "{halfway:?}");
    assert_eq!(motion.at(5000.0 + Motion::DURATION), (to, true));
}
