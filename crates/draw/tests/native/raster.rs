use proptest::prelude::*;
use vitrine_draw::diagram::camera::Camera;
use vitrine_draw::diagram::motion::{Motion, Track};
use vitrine_draw::diagram::raster::{Pace, Raster};
use vitrine_draw::geometry::{Point, Size, Vec2};

const VIEW: Size = Size::new(1280.0, 700.0);

fn camera() -> impl Strategy<Value = Camera> {
    (-4000.0..4000.0, -4000.0..4000.0, 0.02..4.0).prop_map(|(x, y, scale)| Camera { origin: Point::new(x, y), scale })
}

proptest! {
    /// Moved and scaled, a picture shows every place of the world where the camera has it.
    #[test]
    fn a_placed_picture_shows_everything_where_the_camera_has_it(painted in camera(), now in camera(), x in -900.0..900.0, y in -900.0..900.0) {
        let (by, k) = Raster::still(painted).placement(now);
        let on_picture = painted.screen_from_world(Point::new(x, y));
        let shown = Point::ORIGIN + by + on_picture.to_vec2() * k;
        let expected = now.screen_from_world(Point::new(x, y));
        prop_assert!(shown.distance(expected) < 1e-6 * (1.0 + expected.distance(Point::ORIGIN) + k * 1e4));
    }

    #[test]
    fn a_picture_for_a_moving_camera_serves_that_camera(before in camera(), now in camera(), ratio in 1.0..3.0) {
        prop_assert!(Raster::moving(before, now, VIEW, ratio).serves(now, VIEW, 0.0));
    }

    #[test]
    fn no_picture_has_more_pixels_than_allowed_unless_the_view_itself_has(w in 1.0..5000.0, h in 1.0..5000.0, ratio in 1.0..4.0) {
        let Size { w: across, h: down } = Raster::moving(Camera::default(), Camera::default(), Size::new(w, h), ratio).margin;
        let pixels = (w + 2.0 * across) * (h + 2.0 * down) * ratio * ratio;
        prop_assert!(pixels <= Raster::MAX_PIXELS || (across == 0.0 && down == 0.0));
    }
}

#[test]
fn a_picture_serves_until_its_margin_runs_out_or_it_is_blurred() {
    let at = Camera::default();
    let raster = Raster::moving(at, at, VIEW, 1.0);
    let (about, middle) = (Point::new(600.0, 300.0), Point::new(640.0, 350.0));
    // Fast motion hides more than slow motion: `age` is how long ago it was painted.
    let cases = [
        (at.pan(Vec2::new(Raster::MARGIN - 1.0, 0.0)), 0.0, true),
        (at.pan(Vec2::new(Raster::MARGIN + 2.0, 0.0)), 0.0, false),
        (at.pan(Vec2::new(Raster::MARGIN - 1.0, 0.0)), 9000.0, true),
        (at.pan(Vec2::new(0.0, 1.0 - Raster::MARGIN)), 0.0, true),
        (at.pan(Vec2::new(0.0, -2.0 - Raster::MARGIN)), 0.0, false),
        (at.zoom_about(about, 2.4), 100.0, true),
        (at.zoom_about(about, 2.6), 100.0, false),
        (at.zoom_about(about, 1.2), 400.0, true),
        (at.zoom_about(about, 1.4), 400.0, false),
        (at.zoom_about(middle, 0.75), 0.0, true),
        (at.zoom_about(middle, 0.45), 0.0, false),
    ];
    for (camera, age, serves) in cases {
        assert_eq!(raster.serves(camera, VIEW, age), serves, "{camera:?} {age}");
    }
}

proptest! {
    /// A zoom that goes on as it began needs no other picture for the frames it was painted for, and no margin.
    #[test]
    fn a_picture_for_a_zoom_serves_what_the_zoom_comes_to(start in camera(), x in 0.0..1280.0, y in 0.0..700.0, step in 0.95..1.05_f64) {
        prop_assume!((step - 1.0).abs() > 1e-3 && (0.06..1.5).contains(&start.scale));
        let about = Point::new(x, y);
        let now = start.zoom_about(about, step);
        let raster = Raster::moving(start, now, VIEW, 1.0);
        prop_assert_eq!(raster.margin, Size::new(0.0, 0.0));
        for frame in 0..15 {
            let then = now.zoom_about(about, step.powi(frame));
            prop_assert!(raster.serves(then, VIEW, 0.0), "frame {}", frame);
        }
    }
}

#[test]
fn the_dearer_a_painting_the_longer_it_waits_for_the_next() {
    for (cost, waits) in [(16.0, 0.0), (50.0, 250.0), (4000.0, 500.0)] {
        let mut pace = Pace::default();
        pace.painted(1000.0);
        pace.frame(1000.0 + cost);
        assert!(waits == 0.0 || !pace.allows(1000.0 + waits - 1.0), "{cost}");
        assert!(pace.allows(1000.0 + waits), "{cost}");
    }
}

fn dragged(step: f64, frames: u32) -> Track {
    let mut track = Track::default();
    for frame in 0..=frames {
        track.note(f64::from(frame) * 16.0, Point::new(f64::from(frame) * step, 0.0));
    }
    track
}

#[test]
fn what_is_flung_glides_on_and_slows_down_to_a_standstill() {
    let start = Camera::default();
    let velocity = dragged(16.0, 12).velocity(12.0 * 16.0 + 8.0);
    assert!((velocity.x - 1.0).abs() < 0.1, "{velocity:?}");
    let mut glide = Motion::glide(start, velocity).expect("a fling");
    let mut last = start;
    let mut steps = Vec::new();
    for frame in 0..400 {
        let (now, over) = glide.at(f64::from(frame) * 16.0);
        if frame > 0 {
            steps.push(now.origin.x - last.origin.x);
        }
        last = now;
        if over {
            break;
        }
    }
    assert!(steps[0] > 10.0 && steps.windows(2).all(|pair| pair[1] <= pair[0] + 1e-9), "{steps:?}");
    assert!(*steps.last().unwrap() < 0.5);
    assert_eq!(last, glide.destination());
}

#[test]
fn what_is_held_still_or_moved_slowly_stays_where_it_is_let_go() {
    let fast = dragged(16.0, 12);
    for velocity in
        [fast.velocity(12.0 * 16.0 + 110.0), dragged(2.0, 12).velocity(200.0), Track::default().velocity(0.0)]
    {
        assert_eq!(Motion::glide(Camera::default(), velocity), None, "{velocity:?}");
    }
}
