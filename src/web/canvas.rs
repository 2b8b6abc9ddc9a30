//! Paints a scene: a loop over its marks.

mod back;
mod dots;
mod far;
mod path;
mod signs;
mod state;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, EventTarget, HtmlCanvasElement, Path2d};

use self::back::Back;
use self::state::State;
use super::layer;
use super::palette::Palette;
use super::resize::Surface;
use crate::diagram::afar::Afar;
use crate::diagram::camera::Camera;
use crate::diagram::flow::pinned::Pinned;
use crate::diagram::focus::{Emphasis, Focus};
use crate::diagram::glyph;
use crate::diagram::picture::MAX_PIXELS;
use crate::diagram::plan::Plan;
use crate::diagram::scene::{Dash, Mark, Part, Role, Scene, role_emphasised};
use crate::geometry::{Rect, Size, Vec2};
use crate::model::NodeKind;

/// What is not selected.
const DIM: f64 = 0.35;
const WASH: f64 = 0.035;
/// How strongly the ground covers what is under pinned heads.
const BAND: f64 = 0.9;
/// Smaller words are grey specks, in screen px.
const LEGIBLE: f64 = 3.0;
const DASHED: [f64; 2] = [6.0, 4.0];
const DOTTED: [f64; 2] = [0.1, 4.5];

/// A canvas with the paths of one scene.
pub struct Painter {
    canvas: HtmlCanvasElement,
    /// `None` where the browser gives no context: then nothing is painted, and the rest works.
    context: Option<CanvasRenderingContext2d>,
    /// Where the browser can draw beside the canvas and hand over what is drawn.
    back: Option<Back>,
    size: Size,
    /// Device px of the surface.
    device: Size,
    /// Around the surface, in CSS px.
    margin: Size,
    /// Device px a CSS px.
    ratio: f64,
    /// Of the scene's shapes, as far as they have been seen.
    paths: Vec<Option<Path2d>>,
    glyphs: [Option<Path2d>; 14],
    dashes: [Array; 3],
    /// Whether the ground is painted, too, and not left to the page.
    grounded: bool,
}

impl Painter {
    /// A painter for this canvas.
    pub fn new(canvas: HtmlCanvasElement) -> Self {
        let back = Back::new(&canvas);
        let context = match &back {
            Some(back) => back.context(),
            None => canvas.get_context("2d").ok().flatten().and_then(|context| context.dyn_into().ok()),
        };
        let array = |dash: &[f64]| dash.iter().map(|&px| JsValue::from_f64(px)).collect();
        Self {
            canvas,
            context,
            back,
            size: Size::default(),
            device: Size::default(),
            margin: Size::default(),
            ratio: 1.0,
            paths: Vec::new(),
            glyphs: Default::default(),
            dashes: [array(&[]), array(&DASHED), array(&DOTTED)],
            grounded: false,
        }
    }

    /// Paints the ground as well.
    #[must_use]
    pub fn grounded(self) -> Self {
        Self { grounded: true, ..self }
    }

    /// Makes the canvas as sharp as the screen under it, within what browsers allow.
    pub fn resize(&mut self, surface: Surface) {
        let Size { w, h } = surface.device;
        let shrink = (MAX_PIXELS / (w * h).max(1.0)).sqrt().min(1.0);
        let (w, h) = ((w * shrink).floor(), (h * shrink).floor());
        self.size = surface.css;
        self.device = Size::new(w, h);
        self.ratio = if surface.css.w > 0.0 { w / surface.css.w } else { 1.0 };
        self.set_margin(self.margin);
    }

    /// What loses its context and gets it back.
    pub fn surface(&self) -> EventTarget {
        self.back.as_ref().map_or_else(|| self.canvas.clone().into(), Back::surface)
    }

    /// What it draws with.
    pub fn context(&self) -> Option<&CanvasRenderingContext2d> {
        self.context.as_ref()
    }

    /// Device px a CSS px.
    pub fn ratio(&self) -> f64 {
        self.ratio
    }

    /// Lets the canvas reach beyond its surface by about so many CSS px: the answer says by how many. What it showed
    /// is gone unless the margin was the same.
    pub fn set_margin(&mut self, wish: Size) -> Size {
        let whole = |px: f64| (px * self.ratio).round();
        let (across, down) = (whole(wish.w), whole(wish.h));
        let (w, h) = (self.device.w + 2.0 * across, self.device.h + 2.0 * down);
        let margin = Size::new(across / self.ratio, down / self.ratio);
        // Setting either empties the canvas, even to what it was.
        if (f64::from(self.canvas.width()), f64::from(self.canvas.height())) != (w, h) {
            self.canvas.set_width(w as u32);
            self.canvas.set_height(h as u32);
            if let Some(back) = &self.back {
                back.resize(w as u32, h as u32);
            }
        }
        if self.margin != margin {
            layer::outset(&self.canvas, margin);
        }
        self.margin = margin;
        margin
    }

    /// Gives back what holds the picture, some MB; the next painting takes it again.
    pub fn release(&self) {
        self.canvas.set_width(0);
        self.canvas.set_height(0);
        if let Some(back) = &self.back {
            back.resize(0, 0);
        }
    }

    /// Forgets the scene before, and makes room for this one's paths.
    pub fn load(&mut self, scene: &Scene) {
        self.paths.clear();
        self.paths.resize_with(scene.shapes.len(), || None);
    }

    /// Draws what the camera sees of the scene that was loaded last, and over it what is read from afar, heads of lifelines where they
    /// are pinned. Whether there was anything to draw on.
    pub fn paint(
        &mut self,
        scene: &Scene,
        (afar, pinned): (Option<&Afar>, Option<&Pinned>),
        focus: &Focus,
        camera: Camera,
        palette: &Palette,
    ) -> bool {
        let Some(context) = self.context.clone() else { return false };
        let Some(mut state) = self.begin(&context, camera, palette) else { return false };
        let seen = self.seen(camera);
        for (index, (shape, slot)) in scene.shapes.iter().zip(&mut self.paths).enumerate() {
            let pinned = pinned.filter(|pinned| index >= pinned.first);
            if let Some(pinned) = pinned.filter(|pinned| index == pinned.first) {
                state.alpha(BAND);
                state.fill(Role::Ground);
                context.fill_rect(seen.x0, pinned.band.0, seen.width(), pinned.band.1 - pinned.band.0);
            }
            let by = pinned.map_or(0.0, |pinned| pinned.by(shape.part));
            if shape.detail.shows(camera.scale) && (by > 0.0 || shape.bounds.overlaps(seen)) {
                if by > 0.0 {
                    let _ = context.translate(0.0, by);
                }
                if slot.is_none() {
                    *slot = path::of(&shape.mark);
                }
                let path = slot.as_ref();
                draw(&mut state, &mut self.glyphs, &self.dashes, path, &shape.mark, (shape.part, focus), camera.scale);
                if by > 0.0 {
                    let _ = context.translate(0.0, -by);
                }
            }
        }
        signs::draw(&mut state, afar, focus, seen);
        self.hand_over();
        true
    }

    /// Draws a plan from so far away that boxes and hairlines stand for everything.
    pub fn paint_far(&mut self, plan: &Plan, afar: &Afar, focus: &Focus, camera: Camera, palette: &Palette) -> bool {
        let Some(context) = self.context.clone() else { return false };
        let Some(mut state) = self.begin(&context, camera, palette) else { return false };
        let seen = self.seen(camera);
        let pixel = 1.0 / (camera.scale * self.ratio);
        let far = far::Far { plan, afar, focus, seen, pixel };
        far.groups(&mut state, false);
        far.edges(&mut state);
        far.groups(&mut state, true);
        far.nodes(&mut state);
        signs::draw(&mut state, Some(afar), focus, seen);
        self.hand_over();
        true
    }

    /// The part of the world that gets painted.
    pub fn seen(&self, camera: Camera) -> Rect {
        let Size { w, h } = self.margin;
        camera.pan(Vec2::new(w, h)).world_from_viewport(Size::new(self.size.w + 2.0 * w, self.size.h + 2.0 * h))
    }

    fn hand_over(&self) {
        if let Some(back) = &self.back {
            back.hand_over();
        }
    }

    /// An empty ground, with the context set to world px.
    fn begin<'a>(
        &self,
        context: &'a CanvasRenderingContext2d,
        camera: Camera,
        palette: &'a Palette,
    ) -> Option<State<'a>> {
        if self.size.w <= 0.0 || self.size.h <= 0.0 {
            return None;
        }
        let (w, h) = (f64::from(self.canvas.width()), f64::from(self.canvas.height()));
        let _ = context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
        context.clear_rect(0.0, 0.0, w, h);
        context.set_global_alpha(1.0);
        if self.grounded {
            context.set_fill_style_str(palette.colour(Role::Ground));
            context.fill_rect(0.0, 0.0, w, h);
        }
        let camera = camera.pan(Vec2::new(self.margin.w, self.margin.h));
        self.dots(context, camera, palette);
        let scale = camera.scale * self.ratio;
        let _ =
            context.set_transform(scale, 0.0, 0.0, scale, camera.origin.x * self.ratio, camera.origin.y * self.ratio);
        Some(State::new(context, palette))
    }
}

fn draw(
    state: &mut State,
    glyphs: &mut [Option<Path2d>; 14],
    dashes: &[Array; 3],
    path: Option<&Path2d>,
    mark: &Mark,
    (part, focus): (Part, &Focus),
    scale: f64,
) {
    let emphasis = focus.emphasis(part);
    let dim = if emphasis == Emphasis::Dim { DIM } else { 1.0 };
    match mark {
        Mark::Fill { role, .. } => {
            let Some(path) = path else { return };
            // A node keeps its ground, so that no arrow shines through it.
            let solid = matches!(role, Role::Ground | Role::Surface);
            state.alpha(if *role == Role::Wash {
                WASH * dim
            } else if solid {
                1.0
            } else {
                dim
            });
            state.fill(role_emphasised(*role, part, emphasis));
            state.context.fill_with_path_2d(path);
        }
        Mark::Stroke { role, width, dash, .. } => {
            let Some(path) = path else { return };
            let chosen = emphasis == Emphasis::Chosen && matches!(part, Part::Node(_));
            state.alpha(dim);
            state.stroke(role_emphasised(*role, part, emphasis));
            // Never thinner than a hair, however far away.
            let wider = if chosen && *width > 1.0 { 1.5 } else { 0.0 };
            state.width((width + wider).max(1.0 / scale).min(width + wider + 1.0));
            state.dash(*dash, dashes);
            state.context.stroke_with_path(path);
        }
        Mark::Text { at, text, font, role, align } => {
            if font.px() * scale < LEGIBLE {
                return;
            }
            state.alpha(dim);
            state.fill(role_emphasised(*role, part, emphasis));
            state.font(*font);
            state.align(*align);
            state.words(text);
            let _ = state.context.fill_text(text, at.x, at.y);
        }
        Mark::Glyph { at, kind } => {
            let Some(path) = glyph(glyphs, *kind) else { return };
            state.alpha(dim);
            state.stroke(Role::Kind(*kind));
            state.width(1.5);
            state.dash(Dash::Solid, dashes);
            let _ = state.context.translate(at.x, at.y);
            state.context.stroke_with_path(path);
            let _ = state.context.translate(-at.x, -at.y);
        }
        Mark::Icon { at, .. } => {
            let Some(path) = path else { return };
            state.alpha(dim);
            state.fill(Role::Muted);
            path::fill_icon(state.context, path, *at);
        }
    }
}

fn glyph(glyphs: &mut [Option<Path2d>; 14], kind: NodeKind) -> Option<&Path2d> {
    let slot = glyphs.get_mut(kind as usize)?;
    if slot.is_none() {
        *slot = Path2d::new_with_path_string(glyph::data(kind)).ok();
    }
    slot.as_ref()
}
