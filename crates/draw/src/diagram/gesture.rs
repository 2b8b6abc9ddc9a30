//! What a visitor means by moving pointers about: a state machine that owns neither DOM, clock nor camera.

use super::wheel::{Turn, WheelUnit};
use crate::geometry::{Point, Vec2};

/// What happened. Positions are CSS px from the canvas's top-left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Input {
    /// A pointer touched down.
    Down {
        /// Tells pointers apart.
        id: i32,
        /// Where.
        at: Point,
        /// What it is.
        device: Device,
    },
    /// A pointer moved, down or not.
    Move {
        /// Which.
        id: i32,
        /// Where to.
        at: Point,
    },
    /// A pointer lifted.
    Up {
        /// Which.
        id: i32,
        /// Where.
        at: Point,
    },
    /// The browser took a pointer over, for scrolling for example.
    Cancel {
        /// Which.
        id: i32,
    },
    /// No pointer is above the canvas any more.
    Leave,
    /// A wheel turned, or fingers moved on a trackpad.
    Wheel {
        /// Where.
        at: Point,
        /// How far.
        turn: Turn,
        /// When, in ms.
        time: f64,
        /// Whether Ctrl or ⌘ is held; browsers report a trackpad's pinch as that.
        zoom: bool,
    },
    /// A trackpad was pinched; Safari, which reports that as events of its own.
    Pinch {
        /// Where.
        at: Point,
        /// By how much since the last such event; above 1 magnifies.
        factor: f64,
        /// When, in ms of the events' own clock.
        time: f64,
    },
    /// Two taps in short order, as the browser judges it.
    DoubleTap {
        /// Where.
        at: Point,
    },
}

/// What a pointer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Device {
    /// A mouse or a pen: exact, and able to hover.
    Fine,
    /// A finger.
    Touch,
}

impl Device {
    /// How far a pointer may stray while it is pressed and still mean a tap, in CSS px.
    pub const fn slop(self) -> f64 {
        match self {
            Self::Fine => 4.0,
            Self::Touch => 10.0,
        }
    }
}

/// What the page leaves to the diagram.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// The wheel zooms without Ctrl or ⌘, and two fingers on a trackpad pan.
    pub plain_wheel: bool,
    /// One finger pans.
    pub one_finger: bool,
    /// What scrolling means where the wheel zooms.
    pub scrolling: Scrolling,
}

/// What scrolling means in a diagram that fills the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scrolling {
    /// A wheel zooms, and fingers on a trackpad move what is seen: as the events say which it is.
    #[default]
    Automatic,
    /// It always zooms.
    Zooms,
    /// It always moves what is seen.
    Moves,
}

impl Policy {
    /// Amid a page that scrolls.
    pub const INLINE: Self = Self { plain_wheel: false, one_finger: false, scrolling: Scrolling::Automatic };
    /// Filling the window.
    pub const PAGE: Self = Self { plain_wheel: true, one_finger: true, scrolling: Scrolling::Automatic };
}

/// What the visitor means. All changes of the camera are deltas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Action {
    /// Move what is seen.
    Pan(Vec2),
    /// Magnify, and hold the focus (screen) still after moving by `pan`.
    Zoom {
        /// Where.
        focus: Point,
        /// Above 1 magnifies.
        factor: f64,
        /// First moves by this.
        pan: Vec2,
        /// Whether a single step was asked for rather than a stream of small ones.
        step: bool,
    },
    /// Let go of what was dragged with a finger.
    Release,
    /// Chose what is here.
    Tap(Point, Device),
    /// Points here, or nowhere.
    Hover(Option<Point>),
    /// Turned the wheel where only Ctrl or ⌘ with the wheel zooms.
    PlainWheel,
    /// Moved one finger where only two do.
    OneFinger,
}

/// Which pointers are down, and what they have meant so far.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Gesture {
    phase: Phase,
    /// When something last turned, and whether fingers did it.
    turned: Option<(f64, bool)>,
    /// When fingers last pinched a trackpad.
    pinched: Option<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
enum Phase {
    #[default]
    Idle,
    /// Down, and still within the slop of where it went down.
    Pressed(Touch, Device),
    /// Strayed beyond the slop, and means it.
    Dragging(Touch, Device),
    Pinching(Touch, Touch),
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Touch {
    id: i32,
    at: Point,
}

impl Gesture {
    /// How much a double tap magnifies.
    pub const DOUBLE_TAP: f64 = 1.6;
    /// The exponent a px of wheel stands for; a trackpad's pinch comes in much smaller numbers than a notch.
    const WHEEL_RATE: f64 = 0.002;
    const PINCH_RATE: f64 = 0.01;
    const PINCH_BELOW: f64 = 40.0;
    const MAX_EXPONENT: f64 = 0.5;
    /// Events of one movement follow each other within so many ms.
    const STREAM: f64 = 200.0;

    /// Whether a pointer is dragging or two are pinching.
    pub fn is_moving(&self) -> bool {
        matches!(self.phase, Phase::Dragging(..) | Phase::Pinching(..))
    }

    /// Takes note of what happened and says what it means, if anything yet.
    pub fn feed(&mut self, input: Input, policy: Policy) -> Option<Action> {
        match input {
            Input::Down { id, at, device } => {
                self.phase = self.pressed(Touch { id, at }, device);
                None
            }
            Input::Move { id, at } => self.moved(Touch { id, at }, policy),
            Input::Up { id, at } => self.lifted(id, Some(at)),
            Input::Cancel { id } => self.lifted(id, None),
            Input::Leave => Some(Action::Hover(None)),
            Input::Wheel { zoom: false, .. } if !policy.plain_wheel => Some(Action::PlainWheel),
            Input::Wheel { at, turn, zoom, time } => {
                let is_of_fingers = self.is_of_fingers(turn, time);
                // An engine may tell of one pinch in both ways.
                let is_told = zoom && self.pinched.is_some_and(|last| (0.0..Self::STREAM).contains(&(time - last)));
                Some(match policy.scrolling {
                    _ if is_told => wheel(at, 0.0, zoom),
                    Scrolling::Automatic if !zoom && is_of_fingers => Action::Pan(-turn.px()),
                    Scrolling::Moves if !zoom => Action::Pan(-turn.px()),
                    _ => wheel(at, turn.px().y, zoom),
                })
            }
            // On a touch screen the fingers themselves are told as well.
            Input::Pinch { .. } if self.phase != Phase::Idle => None,
            Input::Pinch { at, factor, time } => {
                self.pinched = Some(time);
                Some(Action::Zoom { focus: at, factor, pan: Vec2::ZERO, step: false })
            }
            Input::DoubleTap { at } => {
                Some(Action::Zoom { focus: at, factor: Self::DOUBLE_TAP, pan: Vec2::ZERO, step: true })
            }
        }
    }

    /// Whether fingers did it; what follows closely is of the same.
    fn is_of_fingers(&mut self, turn: Turn, time: f64) -> bool {
        // No trackpad counts in lines.
        let is_told = turn.unit != WheelUnit::Pixel;
        let goes_on = self.turned.filter(|(last, _)| !is_told && (0.0..Self::STREAM).contains(&(time - last)));
        let is_of_fingers = goes_on.map_or_else(|| turn.is_of_fingers(), |(_, of_fingers)| of_fingers);
        self.turned = Some((time, is_of_fingers));
        is_of_fingers
    }

    fn pressed(&self, touch: Touch, device: Device) -> Phase {
        match self.phase {
            Phase::Pressed(first, Device::Touch) | Phase::Dragging(first, Device::Touch)
                if device == Device::Touch && first.id != touch.id =>
            {
                Phase::Pinching(first, touch)
            }
            Phase::Pinching(..) => self.phase,
            _ => Phase::Pressed(touch, device),
        }
    }

    fn moved(&mut self, touch: Touch, policy: Policy) -> Option<Action> {
        match self.phase {
            Phase::Idle => Some(Action::Hover(Some(touch.at))),
            Phase::Pressed(from, device) if from.id == touch.id => {
                if from.at.distance(touch.at) < device.slop() {
                    return None;
                }
                self.phase = Phase::Dragging(touch, device);
                Some(drag(from, touch, device, policy))
            }
            Phase::Dragging(from, device) if from.id == touch.id => {
                self.phase = Phase::Dragging(touch, device);
                Some(drag(from, touch, device, policy))
            }
            Phase::Pinching(a, b) => {
                let (next_a, next_b) = if touch.id == a.id {
                    (touch, b)
                } else if touch.id == b.id {
                    (a, touch)
                } else {
                    return None;
                };
                self.phase = Phase::Pinching(next_a, next_b);
                Some(pinch((a.at, b.at), (next_a.at, next_b.at)))
            }
            Phase::Pressed(..) | Phase::Dragging(..) => None,
        }
    }

    fn lifted(&mut self, id: i32, at: Option<Point>) -> Option<Action> {
        match self.phase {
            Phase::Pressed(from, device) if from.id == id => {
                self.phase = Phase::Idle;
                at.filter(|at| from.at.distance(*at) < device.slop()).map(|_| Action::Tap(from.at, device))
            }
            Phase::Dragging(from, device) if from.id == id => {
                self.phase = Phase::Idle;
                // A mouse stops where it is let go.
                at.filter(|_| device == Device::Touch).map(|_| Action::Release)
            }
            // The finger that stays goes on panning from where it is: nothing jumps.
            Phase::Pinching(a, b) if id == a.id || id == b.id => {
                self.phase = Phase::Dragging(if id == a.id { b } else { a }, Device::Touch);
                None
            }
            _ => None,
        }
    }
}

fn drag(from: Touch, to: Touch, device: Device, policy: Policy) -> Action {
    match device {
        Device::Touch if !policy.one_finger => Action::OneFinger,
        _ => Action::Pan(to.at - from.at),
    }
}

fn pinch(from: (Point, Point), to: (Point, Point)) -> Action {
    let focus = to.0.lerp(to.1, 0.5);
    // Two fingers on one spot have no distance to compare with.
    let factor = to.0.distance(to.1).max(1.0) / from.0.distance(from.1).max(1.0);
    Action::Zoom { focus, factor, pan: focus - from.0.lerp(from.1, 0.5), step: false }
}

fn wheel(focus: Point, px: f64, zoom: bool) -> Action {
    let rate = if zoom && px.abs() < Gesture::PINCH_BELOW { Gesture::PINCH_RATE } else { Gesture::WHEEL_RATE };
    let exponent = (-px * rate).clamp(-Gesture::MAX_EXPONENT, Gesture::MAX_EXPONENT);
    Action::Zoom { focus, factor: exponent.exp(), pan: Vec2::ZERO, step: false }
}
