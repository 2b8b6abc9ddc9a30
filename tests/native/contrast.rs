//! The themes' colours against WCAG 2.2, computed from the style sheets themselves: text 4.5:1 (1.4.3), graphics 3:1
//! (1.4.11), and 7:1 for text where the visitor asks for more contrast (1.4.6).

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// Pairs of foreground and ground, each with the least ratio it needs.
type Pair = (String, String, f64);

/// Linear-light red, green and blue, 0 to 1.
type Rgb = [f64; 3];

/// What stands between a theme's light and dark value.
#[derive(Clone, Copy, Debug)]
enum Scheme {
    Light,
    Dark,
}

const THEMES: [&str; 3] = ["terminal", "paper", "slate"];
const GROUNDS: [&str; 2] = ["color-ground", "color-surface"];
const KINDS: [&str; 14] = [
    "client", "edge", "gateway", "service", "function", "queue", "stream", "database", "cache", "storage", "external",
    "person", "monitor", "job",
];

#[test]
fn text_reads_on_every_ground_of_every_theme() {
    assert_pairs(&text_pairs(4.5), false);
}

#[test]
fn text_reaches_seven_to_one_when_more_contrast_is_asked_for() {
    assert_pairs(&text_pairs(7.0), true);
}

#[test]
fn graphics_stand_out_from_every_ground_of_every_theme() {
    let roles = ["color-focus", "color-edge"].into_iter().map(String::from);
    let kinds = KINDS.iter().map(|kind| format!("kind-{kind}"));
    let pairs: Vec<Pair> = roles.chain(kinds).flat_map(|front| on_grounds(&front, 3.0)).collect();
    assert_pairs(&pairs, false);
}

// Four steps of 3:1 would need 81:1, and black on white is only 21:1. So neighbours keep a step that leaves room for
// all five, two steps apart is plain to see, and each day carries its count as text as well.
#[test]
fn calendar_levels_survive_greyscale() {
    let steps = (0..4).map(|level| (format!("level-{}", level + 1), format!("level-{level}"), 1.5));
    let ends = [("level-2", "level-0", 2.5), ("level-3", "level-0", 4.5), ("level-4", "color-ground", 7.0)];
    let ends = ends.into_iter().map(|(front, ground, least)| (front.to_owned(), ground.to_owned(), least));
    assert_pairs(&steps.chain(ends).collect::<Vec<_>>(), false);

    each_theme(false, |name, scheme, colours| {
        let away: Vec<f64> = (0..5).map(|level| ratio(colours, &format!("level-{level}"), "color-ground")).collect();
        assert!(away.is_sorted(), "{name} {scheme:?}: levels don't move away from the ground: {away:?}");
    });
}

fn text_pairs(least: f64) -> Vec<Pair> {
    let inks = ["ink", "muted", "accent", "info", "warn", "danger"];
    let mut pairs: Vec<Pair> = inks.iter().flat_map(|ink| on_grounds(&format!("color-{ink}"), least)).collect();
    for (front, ground) in [("color-accent-ink", "color-accent"), ("color-ink", "color-mark")] {
        pairs.push((front.to_owned(), ground.to_owned(), least));
    }
    pairs
}

fn on_grounds(front: &str, least: f64) -> Vec<Pair> {
    GROUNDS.iter().map(|ground| (front.to_owned(), (*ground).to_owned(), least)).collect()
}

/// Names every pair that falls short, so that one run shows the whole list.
#[track_caller]
fn assert_pairs(pairs: &[Pair], more_contrast: bool) {
    let mut short = String::new();
    each_theme(more_contrast, |name, scheme, colours| {
        for (front, ground, least) in pairs {
            let found = ratio(colours, front, ground);
            if found < *least {
                let _ = writeln!(short, "{name} {scheme:?}: {front} on {ground} is {found:.2}, needs {least}");
            }
        }
    });
    assert!(short.is_empty(), "\n{short}");
}

fn each_theme(more_contrast: bool, mut visit: impl FnMut(&str, Scheme, &BTreeMap<String, Rgb>)) {
    for name in THEMES {
        for scheme in [Scheme::Light, Scheme::Dark] {
            let mut colours = BTreeMap::new();
            for file in ["tokens.css".to_owned(), format!("theme/{name}.css")] {
                read_colours(&file, scheme, more_contrast, &mut colours);
            }
            visit(name, scheme, &colours);
        }
    }
}

/// Collects `--name: light-dark(#light, #dark);` lines; those within `prefers-contrast: more` only when asked to.
fn read_colours(file: &str, scheme: Scheme, more_contrast: bool, colours: &mut BTreeMap<String, Rgb>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("style").join(file);
    let sheet = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let (usual, more) = sheet.split_once("@media (prefers-contrast: more)").unwrap_or((&sheet, ""));
    for part in [usual, if more_contrast { more } else { "" }] {
        for line in part.lines() {
            let Some((name, value)) = line.trim().strip_prefix("--").and_then(|line| line.split_once(": light-dark("))
            else {
                continue;
            };
            let (light, dark) = value.trim_end_matches(");").split_once(", ").expect("two colours");
            let colour = match scheme {
                Scheme::Light => light,
                Scheme::Dark => dark,
            };
            colours.insert(name.to_owned(), rgb(colour));
        }
    }
}

fn rgb(hex: &str) -> Rgb {
    [1, 3, 5].map(|at| {
        let channel = u8::from_str_radix(&hex[at..at + 2], 16).expect("a colour as #rrggbb");
        let channel = f64::from(channel) / 255.0;
        if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    })
}

/// WCAG 2.2's contrast ratio, 1 to 21.
fn ratio(colours: &BTreeMap<String, Rgb>, front: &str, ground: &str) -> f64 {
    let luminance = |name: &str| {
        let [red, green, blue] = colours.get(name).unwrap_or_else(|| panic!("no --{name}"));
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (front, ground) = (luminance(front), luminance(ground));
    (front.max(ground) + 0.05) / (front.min(ground) + 0.05)
}
