//! The contribution graph: table, keyboard, tooltip and range.

use vitrine::civil::{Civil, day_from_civil};
use vitrine::markup::markup;
use vitrine::model::{Contributions, Day, WeekStart};
use vitrine::view::widget::calendar::ContributionGraph;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use crate::stage::{Stage, focus, focused, mouse, press, settle};

fn day(year: i32, month: u8, day: u8) -> Day {
    Day(day_from_civil(Civil { year, month, day }))
}

/// Taken on Friday 20 November 2026; three months reach back to 21 August.
async fn graph(sample: bool) -> Stage {
    let contributions = Contributions {
        source: "A forge.".to_owned(),
        taken: day(2026, 11, 20),
        sample,
        months: 3,
        week_start: WeekStart::Monday,
        days: vec![
            (day(2026, 1, 5), 1200),
            (day(2026, 11, 12), 1),
            (day(2026, 11, 18), 4),
            (day(2026, 11, 19), 9),
            (day(2026, 11, 20), 3),
        ],
    };
    Stage::new(move || markup! { <ContributionGraph contributions /> }).await
}

fn figures(stage: &Stage) -> Vec<String> {
    stage.texts(".calendar__figure")
}

#[wasm_bindgen_test]
async fn every_day_is_a_cell_that_says_its_count() {
    let stage = graph(true).await;
    let names: Vec<_> = stage.all("td[data-at]").iter().filter_map(|cell| cell.get_attribute("aria-label")).collect();
    assert_eq!(names.len(), 92);
    for name in [
        "No contributions on 21 August 2026",
        "1 contribution on 12 November 2026",
        "9 contributions on 19 November 2026",
    ] {
        assert!(names.iter().any(|other| other == name), "{name}");
    }
    assert_eq!(stage.texts("thead th"), ["Aug", "Sep", "Oct", "Nov"]);
    assert_eq!(stage.texts("tbody th[scope=row]"), ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
    assert_eq!(
        stage.texts("caption"),
        ["17 contributions from 21 August 2026 to 20 November 2026. Longest streak: 3 days. \
          Busiest month: November 2026. Busiest day: 9 contributions on 19 November 2026."]
    );
}

#[wasm_bindgen_test]
async fn figures_follow_the_chosen_range() {
    let stage = graph(true).await;
    assert_eq!(
        figures(&stage),
        [
            "Contributions17",
            "Active days4 of 92",
            "Longest streak3 days18 to 20 November 2026",
            "Current streak3 days18 to 20 November 2026",
            "Busiest day919 November 2026",
        ]
    );
    assert_eq!(stage.texts("label:has(:checked)"), ["3 months"]);
    stage.one("input[value='12']").click();
    settle().await;
    assert_eq!(figures(&stage)[0], "Contributions1,217");
    assert_eq!(figures(&stage)[4], "Busiest day1,2005 January 2026");
    assert_eq!(stage.all("td[data-at]").len(), 365);
    let twelve: HtmlInputElement = stage.one("input[value='12']").unchecked_into();
    assert!(twelve.checked());
}

#[wasm_bindgen_test]
async fn the_grid_is_one_tab_stop_that_the_arrow_keys_move() {
    let stage = graph(true).await;
    assert_eq!(stage.all("td[tabindex='0']").len(), 1);
    focus(&stage.one("td[tabindex='0']")).await;
    for (keys, name) in [
        ("ArrowUp", "9 contributions on 19 November 2026"),
        ("ArrowLeft", "1 contribution on 12 November 2026"),
        ("ArrowDown", "No contributions on 13 November 2026"),
        ("PageUp", "No contributions on 16 October 2026"),
        ("Home", "No contributions on 21 August 2026"),
        ("End", "3 contributions on 20 November 2026"),
        ("ArrowRight", "3 contributions on 20 November 2026"),
        ("Control+Home", "No contributions on 21 August 2026"),
        ("Control+End", "3 contributions on 20 November 2026"),
    ] {
        press(keys).await;
        assert_eq!(focused(), name, "{keys}");
        assert_eq!(stage.texts(".calendar__tooltip"), [name], "{keys}");
        let stops = stage.all("td[tabindex='0']");
        assert_eq!(stops.len(), 1);
        assert_eq!(stops[0].get_attribute("aria-label").as_deref(), Some(name), "{keys}");
    }
}

#[wasm_bindgen_test]
async fn a_tooltip_appears_on_hover_and_escape_dismisses_it() {
    let stage = graph(true).await;
    mouse(&stage.one("td[aria-label^='9 ']"), "pointerover").await;
    assert_eq!(stage.texts(".calendar__tooltip"), ["9 contributions on 19 November 2026"]);
    press("Escape").await;
    assert!(stage.all(".calendar__tooltip").is_empty());
    mouse(&stage.one("td[aria-label^='4 ']"), "pointerover").await;
    assert_eq!(stage.texts(".calendar__tooltip"), ["4 contributions on 18 November 2026"]);
    // On its way to the tooltip the pointer leaves every day but not the frame.
    mouse(&stage.one(".calendar__tooltip"), "pointerover").await;
    assert_eq!(stage.texts(".calendar__tooltip"), ["4 contributions on 18 November 2026"]);
    mouse(&stage.one(".calendar__frame"), "pointerleave").await;
    assert!(stage.all(".calendar__tooltip").is_empty());
}

#[wasm_bindgen_test]
async fn months_are_listed_latest_first_with_their_cut_off_days() {
    let stage = graph(true).await;
    assert_eq!(
        stage.texts("details li"),
        [
            "November 2026 (1 to 20): 17 contributions",
            "October 2026: 0 contributions",
            "September 2026: 0 contributions",
            "August 2026 (21 to 31): 0 contributions",
        ]
    );
}

#[wasm_bindgen_test]
async fn the_legend_says_what_each_level_counts() {
    let stage = graph(true).await;
    assert_eq!(stage.texts(".calendar__legend li"), ["0", "1–3", "4", "5–9", "10+"].map(str::to_owned));
}

#[wasm_bindgen_test]
async fn source_date_and_sample_label_are_shown() {
    for sample in [true, false] {
        let stage = graph(sample).await;
        assert_eq!(stage.texts(".calendar__source"), ["Source: A forge. Taken on 20 November 2026."]);
        let words = stage.texts(".calendar").concat();
        assert_eq!(words.contains("Sample data"), sample);
    }
}

#[wasm_bindgen_test]
async fn older_years_can_be_chosen_and_are_shown_where_nothing_is_newer() {
    let contributions = Contributions {
        source: "A forge".to_owned(),
        taken: day(2026, 11, 20),
        sample: false,
        months: 12,
        week_start: WeekStart::Monday,
        days: vec![(day(2021, 3, 1), 2), (day(2023, 12, 29), 7), (day(2023, 12, 31), 4)],
    };
    let stage = Stage::new(move || markup! { <ContributionGraph contributions /> }).await;
    let years: Vec<String> = stage.texts(".calendar__choice");
    assert_eq!(years, ["3 months", "6 months", "12 months", "2023", "2021"]);
    assert!(figures(&stage)[0].contains("11"), "{:?}", figures(&stage));
    stage.one("input[value='2021']").click();
    settle().await;
    assert!(figures(&stage)[0].contains('2'), "{:?}", figures(&stage));
    assert!(figures(&stage)[3].contains("1 March 2021"), "{:?}", figures(&stage));
}
