use proptest::prelude::*;
use vitrine_draw::diagram::camera::Camera;
use vitrine_draw::diagram::minimap::Minimap;
use vitrine_draw::geometry::{Point, Rect, Size};

fn bounds() -> impl Strategy<Value = Rect> {
    (-1e4..1e4, -1e4..1e4, 1.0..5e4, 1.0..5e4)
        .prop_map(|(x, y, w, h)| Rect::from_origin_size(Point::new(x, y), Size::new(w, h)))
}

proptest! {
    #[test]
    fn everything_is_on_the_map(bounds in bounds()) {
        let map = Minimap::new(bounds);
        let Rect { x0, y0, x1, y1 } = map.place(bounds);
        prop_assert!(map.size.w < 184.001 && map.size.h < 132.001);
        prop_assert!(x0 >= -0.01 && y0 >= -0.01 && x1 <= map.size.w + 1.51 && y1 <= map.size.h + 1.51);
    }

    #[test]
    fn what_is_pressed_is_what_lies_there(bounds in bounds(), u in 0.0..1.0, v in 0.0..1.0) {
        let map = Minimap::new(bounds);
        let spot = Point::new(bounds.x0 + u * bounds.width(), bounds.y0 + v * bounds.height());
        let shown = map.place(Rect::from_origin_size(spot, Size::new(0.0, 0.0)));
        let again = map.world(Point::new(shown.x0, shown.y0));
        prop_assert!(again.distance(spot) < 1e-6 * (1.0 + bounds.width() + bounds.height()), "{again:?} for {spot:?}");
    }

    #[test]
    fn the_frame_stays_on_the_map_and_can_be_seen(bounds in bounds(), x in -1e5..1e5, y in -1e5..1e5, scale in 0.02..4.0) {
        let map = Minimap::new(bounds);
        let frame = map.frame(Camera { origin: Point::new(x, y), scale }, Size::new(800.0, 600.0));
        prop_assert!(frame.x0 >= 0.0 && frame.y0 >= 0.0 && frame.x1 <= map.size.w && frame.y1 <= map.size.h, "{frame:?}");
        prop_assert!(frame.width() >= 5.99 && frame.height() >= 5.99, "{frame:?}");
    }
}

#[test]
fn the_frame_is_the_whole_map_when_everything_is_seen() {
    let bounds = Rect { x0: 0.0, y0: 0.0, x1: 2000.0, y1: 1000.0 };
    let map = Minimap::new(bounds);
    let frame = map.frame(Camera { origin: Point::new(10.0, 10.0), scale: 0.1 }, Size::new(400.0, 400.0));
    assert_eq!(frame, Rect { x0: 0.0, y0: 0.0, x1: map.size.w, y1: map.size.h });
}
