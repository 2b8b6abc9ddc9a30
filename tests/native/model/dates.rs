//! Civil dates.

use proptest::prelude::*;
use vitrine::civil::weekday;
use vitrine::model::date::{duration, months_between};
use vitrine::model::{Day, Month, PartialDate, Words};

#[test]
fn known_days_have_their_number_and_weekday() {
    for (text, number, of_week) in [
        ("1970-01-01", 0, 3),
        ("2000-02-29", 11_016, 1),
        ("2026-11-20", 20_777, 4),
        ("1000-01-01", -354_285, 2),
        ("9999-12-31", 2_932_896, 4),
    ] {
        let day = Day::parse(text).expect(text);
        assert_eq!((day.0, weekday(day.0)), (number, of_week), "{text}");
    }
}

#[test]
fn texts_that_are_no_date_are_none() {
    for text in [
        "",
        "2025-13",
        "2025-00",
        "2025-2",
        "2025-02-30",
        "2023-02-29",
        "1900-02-29",
        "2025-04-31",
        "2025-01-00",
        "25-01-01",
        "2025/01/01",
        "2025-01-01T00:00",
        " 2025",
        "0999",
        "+123",
        "２０２５",
        "2025-1é",
        "20é5",
        "2025-01-0é",
    ] {
        assert_eq!(PartialDate::parse(text), None, "{text:?}");
    }
}

#[test]
fn there_is_no_day_beyond_the_calendar() {
    for (year, month, day) in [(2025, 0, 1), (2025, 13, 1), (2025, 255, 255), (2025, 2, 29), (2025, 4, 0)] {
        assert_eq!(Day::from_ymd(year, month, day), None, "{year} {month} {day}");
    }
}

#[test]
fn dates_are_written_as_people_write_them() {
    for (text, written) in [("2025", "2025"), ("2025-03", "Mar 2025"), ("2025-03-04", "4 Mar 2025")] {
        let date = PartialDate::parse(text).expect(text);
        assert_eq!((date.short(Words::english()).as_str(), date.iso().as_str()), (written, text));
    }
}

#[test]
fn durations_include_both_months() {
    for (first, last, written) in [
        ("2023-10", "2023-10", "1 mo"),
        ("2023-10", "2024-09", "1 yr"),
        ("2021-06", "2023-08", "2 yrs 3 mos"),
        ("2021-06", "2022-06", "1 yr 1 mo"),
        ("2023-10", "2023-09", "0 mos"),
    ] {
        let month = |text| Month::parse(text).expect("a month");
        assert_eq!(duration(months_between(month(first), month(last)), Words::english()), written);
    }
}

proptest! {
    #[test]
    fn a_day_is_its_year_month_and_day(number in -354_285..=2_932_896_i32) {
        let day = Day(number);
        let (year, month, of_month) = day.ymd();
        prop_assert_eq!(Day::from_ymd(year, month, of_month), Some(day));
        prop_assert_eq!(Day::parse(&day.iso()), Some(day));
        prop_assert_eq!(day.month().first_day().0 + i32::from(of_month) - 1, number);
        prop_assert_eq!(weekday(number + 1), (weekday(number) + 1) % 7);
    }

    #[test]
    fn the_next_day_is_the_next_in_the_calendar(number in -354_285..2_932_896_i32) {
        let ((year, month, day), next) = (Day(number).ymd(), Day(number + 1).ymd());
        let after = Month { year, month }.plus(1);
        prop_assert!(next == (year, month, day + 1) || (next == (after.year, after.month, 1) && day >= 28));
    }

    #[test]
    fn adding_months_counts_them(year in 1000..9000_i32, month in 1..=12_u8, months in 0..5000_i32) {
        let first = Month { year, month };
        prop_assert_eq!(first.plus(months).plus(-months), first);
        prop_assert_eq!(months_between(first, first.plus(months)), months as u32 + 1);
        prop_assert_eq!(Month::parse(&first.iso()), Some(first));
    }

    #[test]
    fn any_text_is_a_date_or_none(text in "[0-9-]{0,11}") {
        if let Some(date) = PartialDate::parse(&text) {
            prop_assert_eq!(date.iso(), text);
        }
    }
}
