//! Architecture diagrams: as a value ([`Figure`]), shown as soon as their part of the program is there ([`lazy`]), in a window
//! ([`DiagramView`]) or as a thumbnail.

mod chunk;
mod command;
mod control;
mod controls;
mod drawing;
mod export;
mod figure;
mod find;
mod flow;
mod label;
mod lazy;
mod legend;
mod mode;
mod nodes;
mod panel;
mod popover;
mod prerendered;
mod stage;
mod text;
mod thumbnail;
mod view;

pub use figure::Figure;
pub use lazy::lazy;
pub use mode::Mode;
pub use prerendered::for_paper;
pub use view::{DiagramView, DiagramViewProps};
