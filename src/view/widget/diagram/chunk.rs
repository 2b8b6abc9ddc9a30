//! The figures as a part of the program of its own, which is fetched when it is first needed.
//!
//! `cargo xtask build` sets `--cfg split` and cuts the program here with [wasm-split]; in every other build there is
//! nothing to fetch. Layout, drawing and the window around it are a third of the program, and most visits begin
//! elsewhere.
//!
//! [wasm-split]: https://docs.rs/wasm_split_helpers

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use super::figure::Figure;
use super::thumbnail;
use super::view::{DiagramView, DiagramViewProps};
use crate::markup::Markup;

/// The part has not arrived; whoever asks again starts over.
#[derive(Debug, Clone, Copy)]
pub struct Missing;

/// Fetches the part unless it is there.
///
/// # Errors
/// When it can't be fetched.
pub async fn load() -> Result<(), Missing> {
    program::load().await.map_err(|_| Missing)
}

/// Draws a figure with a part that has been fetched.
///
/// # Errors
/// When it has not.
pub fn draw(figure: Figure) -> Result<Markup, Missing> {
    match pin!(program::draw(figure)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(drawn)) => Ok(drawn),
        Poll::Ready(Err(_)) | Poll::Pending => Err(Missing),
    }
}

/// Nothing but what is cut off may call this, or its program is part of every visit.
fn view(figure: Figure) -> Markup {
    match figure {
        Figure::Window { diagram, facts, mode, href, describe } => {
            DiagramView(DiagramViewProps { diagram, facts, mode, href, describe })
        }
        Figure::Thumbnail { diagram, facts } => thumbnail::thumbnail(&diagram, &facts),
    }
}

#[cfg(split)]
mod program {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::{Figure, Markup, view};

    #[wasm_split(diagram, wasm_split_path = leptos::wasm_split, fallible, preload(load))]
    pub fn draw(figure: Figure) -> Result<Markup, SplitLoaderError> {
        Ok(view(figure))
    }
}

#[cfg(not(split))]
mod program {
    use super::{Figure, Markup, Missing, view};

    #[expect(clippy::unused_async, reason = "the same as when there is something to wait for")]
    pub async fn load() -> Result<(), Missing> {
        Ok(())
    }

    #[expect(clippy::unused_async, reason = "the same as when there is something to wait for")]
    pub async fn draw(figure: Figure) -> Result<Markup, Missing> {
        Ok(view(figure))
    }
}
