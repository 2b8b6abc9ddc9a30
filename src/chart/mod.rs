//! Numbers in, shapes out. Knows no model and no browser.
