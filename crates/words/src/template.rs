//! How a message is written: a text with slots, such as `{name}`, or `{#step}` for a whole number, which `{count}` always is.

/// The slots of a message, each once, in the order in which they come.
pub fn slots(text: &str) -> Vec<&str> {
    let mut slots = Vec::new();
    for part in text.split('{').skip(1) {
        if let Some((slot, _)) = part.split_once('}')
            && !slots.contains(&slot)
        {
            slots.push(slot);
        }
    }
    slots
}

/// What fills a slot: its name, and whether it is a whole number.
pub fn parameter(slot: &str) -> (&str, bool) {
    match slot.strip_prefix('#') {
        Some(name) => (name, true),
        None => (slot, slot == "count"),
    }
}
