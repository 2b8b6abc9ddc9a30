//! Reads a text file of this site, with limits on size and patience.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use crate::model::Words;
use gloo_net::http::Request;
use js_sys::{Reflect, Uint8Array};
use leptos::prelude::TimeoutHandle;
use leptos::prelude::set_timeout_with_handle;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader, RequestCache};

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq)]
pub enum FetchError {
    /// No answer at all.
    Unreachable,
    /// An answer that is no success.
    Status(u16),
    /// Nothing came for [`PATIENCE`].
    Stalled,
    /// More bytes than the limit.
    TooLarge(usize),
    /// Bytes that are no UTF-8.
    NotText,
}

impl FetchError {
    /// What visitors read of it.
    pub fn words(&self, words: Words) -> String {
        match self {
            Self::Unreachable => words.fetch_unreachable().to_owned(),
            Self::Status(status) => words.fetch_status(&status.to_string()),
            Self::Stalled => words.fetch_silent(PATIENCE.as_secs() as usize),
            Self::TooLarge(bytes) => words.fetch_too_large(bytes / 1_000_000),
            Self::NotText => words.fetch_not_text().to_owned(),
        }
    }
}

/// How long a transfer may pause before it is given up.
pub const PATIENCE: Duration = Duration::from_secs(8);

/// Aborts a request when it is not fed for [`PATIENCE`].
struct Watchdog {
    controller: AbortController,
    barked: Rc<Cell<bool>>,
    timer: Option<TimeoutHandle>,
}

impl Watchdog {
    fn new(controller: AbortController) -> Self {
        let mut watchdog = Self { controller, barked: Rc::default(), timer: None };
        watchdog.feed();
        watchdog
    }

    fn feed(&mut self) {
        self.rest();
        let (controller, barked) = (self.controller.clone(), Rc::clone(&self.barked));
        let bark = move || {
            barked.set(true);
            controller.abort();
        };
        self.timer = set_timeout_with_handle(bark, PATIENCE).ok();
    }

    fn rest(&mut self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
    }

    fn blame(&self) -> FetchError {
        if self.barked.get() { FetchError::Stalled } else { FetchError::Unreachable }
    }
}

impl Drop for Watchdog {
    fn drop(&mut self) {
        self.rest();
    }
}

/// Reads the text at `url`, at most `limit` bytes of it; a larger file is given up as soon as that shows.
///
/// # Errors
/// As [`FetchError`] says.
pub async fn text(url: &str, limit: usize) -> Result<String, FetchError> {
    read(url, RequestCache::Default, limit).await
}

/// The same, asking the host whether it has changed.
///
/// # Errors
/// As [`FetchError`] says.
pub async fn fresh_text(url: &str, limit: usize) -> Result<String, FetchError> {
    read(url, RequestCache::NoCache, limit).await
}

async fn read(url: &str, cache: RequestCache, limit: usize) -> Result<String, FetchError> {
    let controller = AbortController::new().map_err(|_| FetchError::Unreachable)?;
    let signal = controller.signal();
    let mut watchdog = Watchdog::new(controller);
    let response =
        Request::get(url).cache(cache).abort_signal(Some(&signal)).send().await.map_err(|_| watchdog.blame())?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let Some(body) = response.body() else { return Ok(String::new()) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        watchdog.feed();
        let chunk = JsFuture::from(reader.read()).await.map_err(|_| watchdog.blame())?;
        if Reflect::get(&chunk, &"done".into()).is_ok_and(|done| done.is_truthy()) {
            break;
        }
        let Ok(value) = Reflect::get(&chunk, &"value".into()) else { break };
        let value: Uint8Array = value.unchecked_into();
        let start = bytes.len();
        if start + value.length() as usize > limit {
            watchdog.controller.abort();
            return Err(FetchError::TooLarge(limit));
        }
        bytes.resize(start + value.length() as usize, 0);
        value.copy_to(&mut bytes[start..]);
    }
    String::from_utf8(bytes).map_err(|_| FetchError::NotText)
}
