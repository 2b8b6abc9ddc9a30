use vitrine_draw::diagram::gesture::{Action, Device, Gesture, Input, Policy, Scrolling};
use vitrine_draw::diagram::wheel::{Turn, WheelUnit};
use vitrine_draw::geometry::{Point, Vec2};

fn at(x: f64, y: f64) -> Point {
    Point::new(x, y)
}

fn down(id: i32, p: Point, device: Device) -> Input {
    Input::Down { id, at: p, device }
}

fn go(id: i32, p: Point) -> Input {
    Input::Move { id, at: p }
}

fn up(id: i32, p: Point) -> Input {
    Input::Up { id, at: p }
}

fn wheel(delta: f64, unit: WheelUnit, zoom: bool) -> Input {
    Input::Wheel { at: at(50.0, 50.0), turn: Turn { delta: Vec2::new(0.0, delta), unit, mark: 0.0 }, zoom, time: 0.0 }
}

fn play(policy: Policy, inputs: &[Input]) -> Vec<Action> {
    let mut gesture = Gesture::default();
    inputs.iter().filter_map(|input| gesture.feed(*input, policy)).collect()
}

fn factor(action: Option<&Action>) -> f64 {
    match action {
        Some(Action::Zoom { factor, .. }) => *factor,
        other => panic!("{other:?} is no zoom"),
    }
}

use Device::{Fine, Touch};

#[test]
fn a_press_and_release_is_a_tap_when_it_ends() {
    let pressed = play(Policy::INLINE, &[down(1, at(5.0, 5.0), Fine)]);
    assert_eq!(pressed, []);
    let tapped = play(Policy::INLINE, &[down(1, at(5.0, 5.0), Fine), up(1, at(6.0, 5.0))]);
    assert_eq!(tapped, [Action::Tap(at(5.0, 5.0), Fine)]);
}

#[test]
fn dragging_off_cancels_the_tap() {
    let inputs = [down(1, at(5.0, 5.0), Fine), go(1, at(60.0, 5.0)), go(1, at(5.0, 5.0)), up(1, at(5.0, 5.0))];
    let taps = play(Policy::INLINE, &inputs).into_iter().filter(|action| matches!(action, Action::Tap(..)));
    assert_eq!(taps.count(), 0);
}

#[test]
fn letting_go_far_away_without_a_move_between_is_no_tap() {
    assert_eq!(play(Policy::PAGE, &[down(1, at(5.0, 5.0), Fine), up(1, at(90.0, 5.0))]), []);
}

#[test]
fn a_cancelled_pointer_means_nothing() {
    assert_eq!(play(Policy::PAGE, &[down(1, at(5.0, 5.0), Fine), Input::Cancel { id: 1 }, up(1, at(5.0, 5.0))]), []);
}

#[test]
fn a_drag_pans_by_the_whole_way() {
    let inputs = [down(1, at(0.0, 0.0), Fine), go(1, at(2.0, 0.0)), go(1, at(30.0, 10.0)), go(1, at(40.0, 5.0))];
    let sum = play(Policy::INLINE, &inputs).iter().fold(Vec2::ZERO, |sum, action| match action {
        Action::Pan(by) => sum + *by,
        other => panic!("{other:?} is no pan"),
    });
    assert_eq!(sum, Vec2::new(40.0, 5.0));
}

#[test]
fn a_finger_may_stray_further_than_a_mouse() {
    let stray = |device| play(Policy::PAGE, &[down(1, at(0.0, 0.0), device), go(1, at(7.0, 0.0)), up(1, at(7.0, 0.0))]);
    assert_eq!(stray(Touch), [Action::Tap(at(0.0, 0.0), Touch)]);
    assert_eq!(stray(Fine), [Action::Pan(Vec2::new(7.0, 0.0))]);
}

#[test]
fn one_finger_pans_only_where_the_diagram_fills_the_window() {
    let inputs = [down(1, at(0.0, 0.0), Touch), go(1, at(0.0, 30.0))];
    assert_eq!(play(Policy::INLINE, &inputs), [Action::OneFinger]);
    assert_eq!(play(Policy::PAGE, &inputs), [Action::Pan(Vec2::new(0.0, 30.0))]);
}

#[test]
fn two_fingers_magnify_about_their_middle_and_move_with_it() {
    let inputs = [down(1, at(0.0, 0.0), Touch), down(2, at(100.0, 0.0), Touch), go(2, at(200.0, 0.0))];
    let expected = Action::Zoom { focus: at(100.0, 0.0), factor: 2.0, pan: Vec2::new(50.0, 0.0), step: false };
    assert_eq!(play(Policy::INLINE, &inputs), [expected]);
}

#[test]
fn fingers_on_one_spot_give_a_finite_factor() {
    let inputs = [down(1, at(5.0, 5.0), Touch), down(2, at(5.0, 5.0), Touch), go(2, at(25.0, 5.0))];
    assert!(factor(play(Policy::INLINE, &inputs).first()).is_finite());
}

#[test]
fn lifting_one_of_two_fingers_jumps_nowhere() {
    let inputs = [
        down(1, at(0.0, 0.0), Touch),
        down(2, at(100.0, 0.0), Touch),
        up(1, at(0.0, 0.0)),
        go(2, at(103.0, 0.0)),
        up(2, at(103.0, 0.0)),
    ];
    assert_eq!(play(Policy::PAGE, &inputs), [Action::Pan(Vec2::new(3.0, 0.0)), Action::Release]);
}

#[test]
fn a_third_finger_changes_nothing() {
    let inputs = [
        down(1, at(0.0, 0.0), Touch),
        down(2, at(100.0, 0.0), Touch),
        down(3, at(50.0, 50.0), Touch),
        go(3, at(0.0, 90.0)),
    ];
    assert_eq!(play(Policy::PAGE, &inputs), []);
}

#[test]
fn the_plain_wheel_zooms_only_where_the_diagram_fills_the_window() {
    assert_eq!(play(Policy::INLINE, &[wheel(100.0, WheelUnit::Pixel, false)]), [Action::PlainWheel]);
    assert!(factor(play(Policy::PAGE, &[wheel(100.0, WheelUnit::Pixel, false)]).first()) < 1.0);
}

#[test]
fn wheel_with_ctrl_zooms_everywhere_and_up_magnifies() {
    for policy in [Policy::INLINE, Policy::PAGE] {
        assert!(factor(play(policy, &[wheel(-100.0, WheelUnit::Pixel, true)]).first()) > 1.0);
    }
}

#[test]
fn a_notch_means_the_same_in_px_and_lines() {
    let px = factor(play(Policy::PAGE, &[wheel(100.0, WheelUnit::Pixel, true)]).first());
    let lines = factor(play(Policy::PAGE, &[wheel(3.0, WheelUnit::Line, true)]).first());
    assert!((px - lines).abs() < 0.02, "{px} and {lines}");
}

#[test]
fn no_single_wheel_event_zooms_wildly() {
    for delta in [-1e9, 1e9] {
        let factor = factor(play(Policy::PAGE, &[wheel(delta, WheelUnit::Page, true)]).first());
        assert!((0.5..=2.0).contains(&factor), "{factor}");
    }
}

#[test]
fn fingers_on_a_trackpad_move_what_is_seen_and_a_wheel_zooms() {
    // Who, deltaX, deltaY, deltaMode, wheelDeltaY, and whether it was a trackpad; as browsers report them.
    let told = [
        ("Chromium on Windows and Linux, one notch", 0.0, 100.0, WheelUnit::Pixel, -120.0, false),
        ("the same at 125 %", 0.0, 80.0, WheelUnit::Pixel, -120.0, false),
        ("the same, three notches at once", 0.0, -300.0, WheelUnit::Pixel, 360.0, false),
        ("Chromium on a Mac, a slow notch", 0.0, 4.000_244_140_625, WheelUnit::Pixel, -12.0, false),
        ("Chromium on a Mac, a quick one", 0.0, 80.004_882_812_5, WheelUnit::Pixel, -240.0, false),
        ("Firefox, one notch", 0.0, 3.0, WheelUnit::Line, -120.0, false),
        ("Safari, one notch", 0.0, 12.0, WheelUnit::Pixel, -120.0, false),
        ("a browser without marks, one notch", 0.0, 120.0, WheelUnit::Pixel, 0.0, false),
        ("Chromium and Safari on a Mac, two fingers", 0.0, 7.0, WheelUnit::Pixel, -21.0, true),
        ("the same, fast", 0.0, 140.0, WheelUnit::Pixel, -420.0, true),
        ("the same as fast as three notches", 0.0, 120.0, WheelUnit::Pixel, -360.0, true),
        ("the same, aside", -9.0, 2.0, WheelUnit::Pixel, -6.0, true),
        ("Firefox, two fingers", 0.0, 2.5, WheelUnit::Pixel, -7.5, true),
        ("Chromium on Windows, a precision touchpad", 0.0, 11.328_125, WheelUnit::Pixel, -13.0, true),
        ("a browser without marks, two fingers", 0.0, -3.0, WheelUnit::Pixel, 0.0, true),
    ];
    for (who, x, y, unit, mark, is_trackpad) in told {
        let turn = Turn { delta: Vec2::new(x, y), unit, mark };
        let input = |zoom| Input::Wheel { at: at(50.0, 50.0), turn, zoom, time: 0.0 };
        match play(Policy::PAGE, &[input(false)])[..] {
            [Action::Pan(by)] => assert!(is_trackpad && by == Vec2::new(-x, -y), "{who}"),
            [Action::Zoom { .. }] => assert!(!is_trackpad, "{who}"),
            ref other => panic!("{who}: {other:?}"),
        }
        // With Ctrl or ⌘ both zoom; browsers report a pinch as that.
        assert!(matches!(play(Policy::PAGE, &[input(true)])[..], [Action::Zoom { .. }]), "{who}");
        assert_eq!(play(Policy::INLINE, &[input(false)]), [Action::PlainWheel], "{who}");
        // Who was mistaken chooses.
        let chosen = |scrolling| play(Policy { scrolling, ..Policy::PAGE }, &[input(false)]);
        assert!(matches!(chosen(Scrolling::Zooms)[..], [Action::Zoom { .. }]), "{who}");
        assert!(matches!(chosen(Scrolling::Moves)[..], [Action::Pan(_)]), "{who}");
    }
}

#[test]
fn a_movement_is_of_one_kind_to_its_end() {
    // Fingers on a precision touchpad, slow, fast, slow: what is far could be a notch by itself.
    let deltas = [4.0, 12.0, 25.0, 58.0, 73.0, 66.0, 30.0, 9.0];
    let input = |(at, y): (usize, &f64)| Input::Wheel {
        at: Point::new(50.0, 50.0),
        turn: Turn { delta: Vec2::new(0.0, *y), unit: WheelUnit::Pixel, mark: -1.2 * y },
        zoom: false,
        time: at as f64 * 16.0,
    };
    let inputs: Vec<Input> = deltas.iter().enumerate().map(input).collect();
    assert!(play(Policy::PAGE, &inputs).iter().all(|action| matches!(action, Action::Pan(_))));
}

#[test]
fn safaris_pinch_zooms_unless_fingers_are_told_themselves() {
    let pinch = Input::Pinch { at: at(9.0, 9.0), factor: 1.1, time: 10.0 };
    for policy in [Policy::INLINE, Policy::PAGE] {
        assert!((factor(play(policy, &[pinch]).first()) - 1.1).abs() < 1e-9);
        let on_glass = [down(1, at(0.0, 0.0), Touch), down(2, at(90.0, 0.0), Touch), pinch];
        assert_eq!(play(policy, &on_glass), []);
    }
    // What is told in both ways is zoomed by once.
    let wheel = |time: f64| {
        let turn = Turn { delta: Vec2::new(0.0, -4.0), unit: WheelUnit::Pixel, mark: 0.0 };
        Input::Wheel { at: at(9.0, 9.0), turn, zoom: true, time }
    };
    let zoomed = play(Policy::PAGE, &[pinch, wheel(20.0), wheel(1_000.0)]);
    assert!((factor(zoomed.get(1)) - 1.0).abs() < 1e-9 && factor(zoomed.get(2)) > 1.0, "{zoomed:?}");
}

#[test]
fn a_double_tap_magnifies_there() {
    let zoomed = play(Policy::INLINE, &[Input::DoubleTap { at: at(7.0, 8.0) }]);
    assert!(matches!(zoomed[..], [Action::Zoom { focus, factor, .. }] if focus == at(7.0, 8.0) && factor > 1.0));
}

#[test]
fn a_pointer_that_is_up_hovers_until_it_leaves() {
    assert_eq!(
        play(Policy::INLINE, &[go(1, at(7.0, 8.0)), Input::Leave]),
        [Action::Hover(Some(at(7.0, 8.0))), Action::Hover(None)]
    );
}

#[test]
fn only_a_finger_that_dragged_lets_go_of_something() {
    let drag = |device| [down(1, at(0.0, 0.0), device), go(1, at(30.0, 0.0)), up(1, at(30.0, 0.0))];
    assert_eq!(play(Policy::PAGE, &drag(Touch)).last(), Some(&Action::Release));
    assert_eq!(play(Policy::PAGE, &drag(Fine)), [Action::Pan(Vec2::new(30.0, 0.0))]);
}
