//! Where the parts of a radar chart go.

use proptest::prelude::*;
use vitrine_draw::chart::label::{width_in_ems, wrap};
use vitrine_draw::chart::{Anchor, Frame, Linear, Radar, points_attribute, tenths};
use vitrine_draw::geometry::Point;

/// What is left for a picture on a page of 320 px.
const NARROW: Frame = Frame { width: 264.0, font: 13.0, rings: 4 };

fn assert_near(a: Point, b: Point) {
    assert!(a.distance(b) < 1e-9, "{a:?} is not {b:?}");
}

#[track_caller]
fn assert_readable(radar: &Radar) {
    let rim = radar.rings.last().expect("a rim");
    for (at, spoke) in radar.spokes.iter().enumerate() {
        let bounds = spoke.label.bounds;
        assert!(radar.view.inflate(0.01).encloses(bounds), "{:?} leaves {:?}", spoke.label, radar.view);
        assert!(!rim.iter().any(|&corner| bounds.contains(corner)), "{:?} covers a corner", spoke.label);
        for (a, b) in rim.iter().zip(rim.iter().cycle().skip(1)) {
            for step in 0..=20 {
                let on_rim = a.lerp(*b, f64::from(step) / 20.0);
                assert!(!bounds.contains(on_rim), "{:?} covers the rim", spoke.label);
            }
        }
        for other in &radar.spokes[at + 1..] {
            assert!(!bounds.overlaps(other.label.bounds), "{:?} overlaps {:?}", spoke.label, other.label);
        }
    }
}

#[test]
fn four_axes_point_up_right_down_and_left() {
    let radar = NARROW.lay_out(&[("N", 100.0), ("E", 50.0), ("S", 0.0), ("W", 25.0)], 100.0);
    let (c, tips) = (radar.center, radar.spokes.iter().map(|spoke| spoke.tip).collect::<Vec<_>>());
    let r = c.y - tips[0].y;
    assert!(r > 80.0, "short labels leave room: {r}");
    assert_near(tips[0], Point::new(c.x, c.y - r));
    assert_near(tips[1], Point::new(c.x + r, c.y));
    assert_near(tips[2], Point::new(c.x, c.y + r));
    assert_near(tips[3], Point::new(c.x - r, c.y));
    assert_near(radar.spokes[0].value, tips[0]);
    assert_near(radar.spokes[1].value, c.lerp(tips[1], 0.5));
    assert_near(radar.spokes[2].value, c);
    assert_near(radar.spokes[3].value, c.lerp(tips[3], 0.25));
    let anchors: Vec<_> = radar.spokes.iter().map(|spoke| spoke.label.anchor).collect();
    assert_eq!(anchors, [Anchor::Middle, Anchor::Start, Anchor::Middle, Anchor::End]);
    assert_readable(&radar);
}

#[test]
fn rings_are_equal_steps_to_the_rim() {
    let radar = NARROW.lay_out(&[("a", 1.0), ("b", 1.0), ("c", 1.0)], 2.0);
    assert_eq!(radar.rings.len(), 4);
    for (at, ring) in radar.rings.iter().enumerate() {
        for (corner, spoke) in ring.iter().zip(&radar.spokes) {
            assert_near(*corner, radar.center.lerp(spoke.tip, (at as f64 + 1.0) / 4.0));
        }
    }
}

#[test]
fn labels_of_real_skills_fit_a_page_of_320_px() {
    for labels in [
        &["Frontend", "Backend", "Cloud/AWS", "Databases", "System Design", "DevOps"][..],
        &["Architecture and distributed systems"; 6],
        &["Architecture and distributed systems"; 8],
        &["Observability", "Architecture and distributed systems", "Delivery", "Data modelling", "Mentoring"],
        &["Reliability", "Leadership", "Infrastructure-as-code"],
        &["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"],
    ] {
        let axes: Vec<_> = labels.iter().map(|&label| (label, 50.0)).collect();
        let radar = NARROW.lay_out(&axes, 100.0);
        assert!(radar.view.width() <= 264.01, "{labels:?}: {:?}", radar.view);
        let radius = radar.center.distance(radar.spokes[0].tip);
        assert!(radius >= 52.0, "{labels:?}: {radius}");
        assert_readable(&radar);
    }
}

#[test]
fn a_label_breaks_between_words_and_within_none_that_there_is_room_for() {
    for (text, limit, lines) in [
        ("Frontend", 20.0, &["Frontend"][..]),
        ("System Design", 6.0, &["System", "Design"]),
        ("Cloud/AWS", 4.5, &["Cloud/", "AWS"]),
        ("Infrastructure-as-code", 9.0, &["Infrastructure-as-", "code"]),
        ("Internationalisation of text", 5.0, &["Internationalisation", "of text"]),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 3.1, &["aaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaa"]),
        ("", 5.0, &[""]),
    ] {
        assert_eq!(wrap(text, limit, 15.0), lines, "{text}");
    }
}

#[test]
fn no_word_of_a_radar_is_broken() {
    let labels = ["Modelling", "Infrastructure", "Observability", "Microservices", "Internationalisation"];
    for count in 3..=labels.len() {
        let axes: Vec<_> = labels[labels.len() - count..].iter().map(|&label| (label, 50.0)).collect();
        let radar = NARROW.lay_out(&axes, 100.0);
        assert_readable(&radar);
        assert!(radar.spokes.iter().all(|spoke| spoke.label.lines.len() == 1), "{:?}", radar.spokes);
        assert!(radar.view.width() < 400.0, "the words stay large enough to be read: {:?}", radar.view);
    }
}

#[test]
fn a_scale_keeps_values_within_its_range() {
    let scale = Linear { domain: (0.0, 100.0), range: (0.0, 80.0) };
    for (value, place) in [(0.0, 0.0), (25.0, 20.0), (100.0, 80.0), (-5.0, 0.0), (140.0, 80.0), (f64::NAN, 0.0)] {
        assert!((scale.map(value) - place).abs() < 1e-12, "{value}");
    }
}

#[test]
fn coordinates_are_written_to_a_tenth() {
    for (value, text) in [(0.0, "0"), (-0.04, "0"), (12.0, "12"), (12.34, "12.3"), (-0.26, "-0.3"), (7.96, "8")] {
        assert_eq!(tenths(value), text);
    }
    assert_eq!(points_attribute(&[Point::new(1.0, 2.5), Point::new(-3.0, 0.0)]), "1,2.5 -3,0");
}

proptest! {
    #[test]
    fn labels_never_clip_cover_the_rings_or_each_other(
        labels in prop::collection::vec("[A-Za-z]{1,14}( [a-z/]{1,12}){0,4}", 3..13),
        width in 200.0..480.0_f64,
    ) {
        let axes: Vec<_> = labels.iter().map(|label| (label.as_str(), 1.0)).collect();
        assert_readable(&Frame { width, font: 13.0, rings: 4 }.lay_out(&axes, 1.0));
    }

    #[test]
    fn wrapping_loses_no_word(text in "[a-zA-Z/-]{1,12}( [a-zA-Z]{1,12}){0,6}", limit in 2.0..20.0_f64) {
        let lines = wrap(&text, limit, limit);
        let squeeze = |text: &str| text.replace(' ', "");
        prop_assert_eq!(squeeze(&lines.concat()), squeeze(&text));
        prop_assert!(lines.iter().all(|line| line.chars().count() == 1 || width_in_ems(line) <= limit + 1e-9));
    }
}
