//! Numbers in, shapes out. Knows no model and no browser.

pub mod calendar;
pub mod label;
pub mod radar;
pub mod scale;
pub mod svg;
mod wheel;

pub use calendar::{Calendar, Cell, MonthSpan, MonthTotal, Step, Streak};
pub use radar::{Anchor, Frame, Label, Radar, Spoke};
pub use scale::{Levels, Linear};
pub use svg::{points_attribute, tenths};
