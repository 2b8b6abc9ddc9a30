//! What ends the service worker of a site that was here before.
//!
//! Such a worker answers from a store of its own, so that who has been there sees that site for months, whatever is published. A file that is gone
//! doesn't end it; another worker at its own address does, which browsers ask for on each visit.

/// Where sites usually have one, below the start page: a worker is in charge of its own folder.
///
/// Sources: the defaults of Workbox, vite-plugin-pwa, Gatsby, Nuxt, next-pwa, Docusaurus and Ember (`sw.js`), Jekyll's Chirpy
/// (`sw.min.js`), create-react-app, Vue CLI, `SvelteKit`, Blazor and Ionic (`service-worker.js`), Angular, Flutter, Firebase, `PWABuilder`.
pub const FORMER_WORKERS: [&str; 8] = [
    "firebase-messaging-sw.js",
    "flutter_service_worker.js",
    "ngsw-worker.js",
    "pwabuilder-sw.js",
    "service-worker.js",
    "serviceworker.js",
    "sw.js",
    "sw.min.js",
];

/// What is published at a path below the start page to end a worker there, if there usually was one.
#[must_use]
pub fn former_worker(path: &str) -> Option<&'static str> {
    FORMER_WORKERS.contains(&path).then_some(include_str!("former-worker.js"))
}
