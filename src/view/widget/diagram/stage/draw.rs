//! What a stage does a frame: moves what is painted, or paints it anew.

use super::Stage;
use crate::diagram::afar::Afar;
use crate::diagram::motion::{Motion, Track};
use crate::diagram::plan::Plan;
use crate::diagram::raster::Raster;
use crate::web::frame;
use crate::web::layer;
use crate::web::page;

/// A gesture rests when nothing has moved for so long, in ms.
const REST: f64 = 90.0;
/// The same while a pointer holds what it drags: letting go ends that at once.
const HELD: f64 = 250.0;

impl Stage {
    pub(super) fn draw(&self, time: f64) {
        // Without a drawing it is left for later.
        if self.plan.borrow().is_some()
            && let Some(part) = self.reveal.take()
        {
            self.bring_into_view(part);
        }
        let mut pace = self.pace.get();
        pace.frame(time);
        self.pace.set(pace);
        self.follow_hand(time);
        self.follow_step();
        if let Some(mut motion) = self.motion.take() {
            let (camera, over) = motion.at(time);
            self.camera.set(camera);
            self.motion.set((!over).then_some(motion));
        }
        self.show(time, self.motion.get().is_some() || time < self.rest_at.get());
        self.ask_for_icons();
    }

    /// Learns how fast the hand moves, and lets go of what it flung.
    fn follow_hand(&self, time: f64) {
        let mut track = self.track.get();
        if self.stirred.take() {
            let rest = if self.gesture.borrow().is_moving() { HELD } else { REST };
            self.rest_at.set(time + rest);
        }
        if self.released.take() {
            let glide = Motion::glide(self.camera.get(), track.velocity(time)).filter(|_| frame::may_animate());
            self.motion.set(glide.map(|glide| glide.towards(self.confined(glide.destination()))));
            track = Track::default();
        } else {
            track.note(time, self.camera.get().origin);
        }
        self.track.set(track);
    }

    /// Shows what the camera sees: what is painted already is moved as long as the camera moves and that will do;
    /// where it comes to rest it is painted sharp.
    fn show(&self, time: f64, moving: bool) {
        if !self.in_view.get() {
            return;
        }
        let (camera, viewport) = (self.camera.get(), self.viewport.get());
        let before = self.shown.replace(camera);
        let mut pace = self.pace.get();
        let still = Raster::still(camera);
        // Heads that are pinned don't move with the rest of the picture, which is cheap to paint.
        let (slides, age) = (!self.is_sequence(), pace.age(time));
        let serves = |raster: Raster| {
            raster == still || moving && (slides && raster.serves(camera, viewport, age) || !pace.allows(time))
        };
        if !self.raster.get().is_some_and(serves) {
            let ratio = self.painter.borrow().ratio();
            self.paint(if moving && slides { Raster::moving(before, camera, viewport, ratio) } else { still });
            pace.painted(time);
            self.pace.set(pace);
        } else if before != camera {
            self.slide();
        }
        if moving {
            self.frame.request();
        } else {
            self.settle();
        }
    }

    /// What is in no hurry while the camera moves: it would cost every button over the picture another style.
    fn settle(&self) {
        let scale = self.camera.get().scale;
        if self.settled.replace(scale).to_bits() != scale.to_bits() {
            layer::keep_lines(&self.elements.layer, scale);
        }
        self.report_percent();
    }

    fn report_percent(&self) {
        (self.on_percent)((self.camera.get().scale * 100.0).round() as u32);
    }

    fn slide(&self) {
        if let Some(map) = &self.map {
            map.follow(self.camera.get(), self.viewport.get());
        }
        if let Some(raster) = self.raster.get() {
            let (by, scale) = raster.placement(self.camera.get());
            layer::slide(&self.elements.raster, by, scale);
        }
    }

    /// Finds what is read from so far away, unless that is known.
    fn read_afar(&self, plan: &Plan, scale: f64) {
        let mut afar = self.afar.borrow_mut();
        if !afar.as_ref().is_some_and(|afar| afar.serves(scale)) {
            *afar = if self.is_sequence() { None } else { Afar::new(plan, scale) };
        }
    }

    pub(super) fn paint(&self, raster: Raster) {
        if !self.in_view.get() {
            return;
        }
        let (plan, palette) = (self.plan.borrow(), self.palette.borrow());
        let (Some(plan), Some(palette)) = (plan.as_ref(), palette.as_ref()) else { return };
        let (focus, mut painter) = (self.focus.borrow(), self.painter.borrow_mut());
        let margin = painter.set_margin(raster.margin);
        let raster = Raster { margin, ..raster };
        self.read_afar(plan, raster.camera.scale);
        let afar = self.afar.borrow();
        let afar = afar.as_ref();
        self.pin_heads(plan, raster.camera);
        let pinned = self.flow.pinned.borrow();
        let complete = if let Some(afar) = afar.filter(|afar| afar.is_boxes) {
            painter.paint_far(plan, afar, &focus, raster.camera, palette)
        } else if let Some(part) = plan.part(painter.seen(raster.camera)) {
            painter.load(&part);
            painter.paint(&part, (afar, None), &focus, raster.camera, palette)
        } else {
            painter.paint(&plan.scene, (afar, pinned.as_ref()), &focus, raster.camera, palette)
        };
        self.raster.set(Some(raster));
        layer::place(&self.elements.layer, raster.camera);
        self.slide();
        self.report_percent();
        if complete && !self.drawn.replace(true) {
            page::mark("diagram-ready");
        }
    }
}
