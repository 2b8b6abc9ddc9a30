//! Weeks, months, levels and streaks of the contribution graph.

use proptest::prelude::*;
use vitrine_draw::chart::{Calendar, Levels, MonthSpan, Step, Streak};
use vitrine_lean::civil::{Civil, civil_from_day, day_from_civil, months_before, weekday};

fn day(year: i32, month: u8, day: u8) -> i32 {
    day_from_civil(Civil { year, month, day })
}

#[test]
fn days_and_dates_agree_with_the_almanac() {
    for (year, month, date, number, weekday_from_monday) in [
        (1970, 1, 1, 0, 3),
        (1969, 12, 31, -1, 2),
        (2000, 2, 29, 11_016, 1),
        (2024, 2, 29, 19_782, 3),
        (2025, 3, 1, 20_148, 5),
        (2026, 11, 20, 20_777, 4),
        (1900, 3, 1, -25_508, 3),
    ] {
        assert_eq!(day(year, month, date), number, "{year}-{month}-{date}");
        assert_eq!(civil_from_day(number), Civil { year, month, day: date });
        assert_eq!(weekday(number), weekday_from_monday, "{year}-{month}-{date}");
    }
}

#[test]
fn months_before_stays_within_the_month() {
    for (from, months, to) in [
        ((2026, 11, 20), 6, (2026, 5, 20)),
        ((2026, 11, 20), 12, (2025, 11, 20)),
        ((2024, 8, 31), 6, (2024, 2, 29)),
        ((2025, 8, 31), 6, (2025, 2, 28)),
        ((2026, 1, 31), 3, (2025, 10, 31)),
        ((2026, 3, 15), 3, (2025, 12, 15)),
    ] {
        let (from, to) = (day(from.0, from.1, from.2), day(to.0, to.1, to.2));
        assert_eq!(months_before(from, months), to, "{from} - {months}");
    }
}

#[test]
fn levels_are_quarters_of_the_days_with_a_count() {
    for (counts, expected) in [
        (&[][..], &[(0, 0), (7, 4)][..]),
        (&[0, 0, 5], &[(0, 0), (5, 4)]),
        (&[1, 1, 5, 5, 5, 5], &[(1, 1), (5, 4)]),
        (&[3, 3, 3], &[(3, 4)]),
        (&[2, 2, 2, 2, 9], &[(2, 1), (9, 4)]),
        (&[1, 2, 2, 2, 2], &[(1, 1), (2, 4)]),
        (&[1, 2, 3, 4, 5, 6, 7, 8], &[(1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (6, 3), (7, 4), (8, 4)]),
        (&[8, 1, 0, 6, 0, 3], &[(0, 0), (1, 1), (3, 2), (6, 3), (8, 4)]),
        (&[1, 1, 1, 1, 1, 2, 9], &[(1, 1), (2, 3), (9, 4)]),
    ] {
        let levels = Levels::of(counts.iter().copied());
        for &(count, level) in expected {
            assert_eq!(levels.level(count), level, "{count} among {counts:?}");
        }
    }
}

#[test]
fn three_months_to_a_friday_have_partial_weeks_at_both_ends() {
    // 2026-08-21 to 2026-11-20, both Fridays.
    let calendar = Calendar::new(&[(day(2026, 8, 21), 2), (day(2026, 11, 20), 3)], day(2026, 11, 20), 3, 0);
    assert_eq!((calendar.lead, calendar.columns, calendar.cells.len()), (4, 14, 92));
    assert_eq!(calendar.cell(0, 3), None, "the Thursday before the range");
    assert_eq!(calendar.cell(0, 4).map(|cell| (cell.day, cell.count)), Some((day(2026, 8, 21), 2)));
    assert_eq!(calendar.cell(13, 4).map(|cell| (cell.day, cell.count)), Some((day(2026, 11, 20), 3)));
    assert_eq!(calendar.cell(13, 5), None, "the Saturday after the range");
    assert_eq!(calendar.cell(0, 11), None, "no such row");
    let spans: Vec<_> = calendar.spans.iter().map(|span| (span.month, span.columns)).collect();
    // Mondays: 24 and 31 August; 7 to 28 September; 5 to 26 October; 2, 9, 16 November.
    assert_eq!(spans, [(8, 3), (9, 4), (10, 4), (11, 3)]);
    let months: Vec<_> = calendar.months.iter().map(|month| (month.month, month.total)).collect();
    assert_eq!(months, [(8, 2), (9, 0), (10, 0), (11, 3)]);
    assert_eq!(calendar.total, 5);
}

#[test]
fn a_leap_day_and_a_new_year_are_ordinary_days() {
    let leap =
        Calendar::new(&[(day(2024, 2, 28), 1), (day(2024, 2, 29), 1), (day(2024, 3, 1), 1)], day(2024, 3, 1), 3, 0);
    assert_eq!(leap.longest, Some(Streak { first: day(2024, 2, 28), days: 3 }));
    assert_eq!(leap.current, leap.longest);
    let new_year = Calendar::new(&[(day(2025, 12, 31), 4), (day(2026, 1, 1), 1)], day(2026, 1, 15), 3, 0);
    assert_eq!(new_year.longest, Some(Streak { first: day(2025, 12, 31), days: 2 }));
    let years: Vec<_> = new_year.months.iter().map(|month| (month.year, month.month, month.total)).collect();
    assert_eq!(years, [(2025, 10, 0), (2025, 11, 0), (2025, 12, 4), (2026, 1, 1)]);
    assert_eq!(new_year.spans.last(), Some(&MonthSpan { year: 2026, month: 1, columns: 2 }));
}

#[test]
fn a_calendar_without_counts_says_so() {
    let calendar = Calendar::new(&[], day(2026, 11, 20), 12, 0);
    assert_eq!(calendar.cells.len(), 365);
    assert_eq!((calendar.total, calendar.active), (0, 0));
    assert_eq!((calendar.longest, calendar.current, calendar.busiest), (None, None, None));
}

#[test]
fn the_current_streak_may_end_on_the_day_before_the_last() {
    let last = day(2026, 11, 20);
    for (counts, current, longest) in [
        (&[(0, 1)][..], Some((0, 1)), Some((0, 1))),
        (&[(-1, 1)], Some((-1, 1)), Some((-1, 1))),
        (&[(-3, 1), (-2, 1)], None, Some((-3, 2))),
        (&[(-9, 1), (-8, 1), (-7, 1), (-2, 1), (-1, 5)], Some((-2, 2)), Some((-9, 3))),
        (&[(-9, 1), (-8, 1), (-1, 1), (0, 1)], Some((-1, 2)), Some((-1, 2))),
        (&[(-1, 0), (0, 1)], Some((0, 1)), Some((0, 1))),
    ] {
        let counts: Vec<_> = counts.iter().map(|&(at, count)| (last + at, count)).collect();
        let calendar = Calendar::new(&counts, last, 3, 0);
        let streak = |of: Option<(i32, usize)>| of.map(|(at, days)| Streak { first: last + at, days });
        assert_eq!((calendar.current, calendar.longest), (streak(current), streak(longest)), "{counts:?}");
    }
}

#[test]
fn the_latest_of_equally_busy_days_is_the_busiest() {
    let last = day(2026, 11, 20);
    let calendar = Calendar::new(&[(last - 20, 9), (last - 10, 9), (last - 5, 2)], last, 3, 0);
    assert_eq!(calendar.busiest.map(|cell| (cell.day, cell.count)), Some((last - 10, 9)));
}

#[test]
fn a_day_keeps_its_level_when_the_range_changes() {
    let last = day(2026, 11, 20);
    let counts: Vec<_> = (-300..=0).map(|at| (last + at, at.unsigned_abs() % 13)).collect();
    let (short, long) = (Calendar::new(&counts, last, 3, 0), Calendar::new(&counts, last, 12, 0));
    assert!(long.cells.ends_with(&short.cells));
}

#[test]
fn levels_say_which_counts_they_stand_for() {
    let ranges = |counts: &[u32]| [0, 1, 2, 3, 4, 5].map(|level| Levels::of(counts.iter().copied()).range(level));
    let all = [None, Some((1, 2)), Some((3, 4)), Some((5, 6)), Some((7, u32::MAX)), None];
    assert_eq!(ranges(&[1, 2, 3, 4, 5, 6, 7, 8]), all);
    assert_eq!(ranges(&[1, 1, 5, 5, 5, 5]), [None, Some((1, 1)), None, None, Some((2, u32::MAX)), None]);
    assert_eq!(ranges(&[5]), [None, None, None, None, Some((1, u32::MAX)), None]);
    assert_eq!(ranges(&[1, 1, 1, 1, 1, 2, 9]), [None, Some((1, 1)), None, Some((2, 2)), Some((3, u32::MAX)), None]);
}

#[test]
fn steps_move_over_the_grid_and_stay_within_it() {
    // 2026-08-21 to 2026-11-20, both Fridays: cell 0 is in row 4 of the first column, cell 91 in row 4 of the last.
    let calendar = Calendar::new(&[], day(2026, 11, 20), 3, 0);
    for (from, step, to) in [
        (91, Step::Day(-1), 90),
        (91, Step::Day(1), 91),
        (87, Step::Day(-1), 87),
        (86, Step::Day(1), 86),
        (0, Step::Day(-1), 0),
        (0, Step::Day(1), 1),
        (91, Step::Weeks(-1), 84),
        (91, Step::Weeks(1), 91),
        (91, Step::Weeks(-4), 63),
        (5, Step::Weeks(-1), 5),
        (80, Step::Weeks(4), 87),
        (50, Step::RowStart, 1),
        (4, Step::RowStart, 4),
        (50, Step::RowEnd, 85),
        (4, Step::RowEnd, 88),
        (50, Step::First, 0),
        (50, Step::Last, 91),
        (usize::MAX, Step::Day(-1), 90),
    ] {
        assert_eq!(calendar.step(from, step), to, "{step:?} from {from}");
    }
}

#[test]
fn dates_read_as_people_write_them() {
    assert_eq!(civil_from_day(day(2026, 3, 14)).long(), "14 March 2026");
    assert_eq!(civil_from_day(day(2025, 12, 1)).long(), "1 December 2025");
}

proptest! {
    #[test]
    fn a_step_along_a_row_keeps_the_weekday(last in 0..40_000_i32, months in 1..13_u32, from in 0..400_usize, by in -60..60_i8) {
        let calendar = Calendar::new(&[], last, months, 0);
        let from = from % calendar.cells.len();
        for step in [Step::Weeks(by), Step::RowStart, Step::RowEnd] {
            let to = calendar.step(from, step);
            prop_assert_eq!(weekday(calendar.cells[to].day), weekday(calendar.cells[from].day), "{:?}", step);
        }
    }

    #[test]
    fn every_day_of_the_range_has_one_place(last in -200_000..200_000_i32, months in 1..13_u32) {
        let calendar = Calendar::new(&[], last, months, 0);
        let placed: Vec<i32> = (0..calendar.columns)
            .flat_map(|column| (0..7).map(move |row| (column, row)))
            .filter_map(|(column, row)| {
                let cell = calendar.cell(column, row)?;
                assert_eq!(usize::from(weekday(cell.day)), row);
                Some(cell.day)
            })
            .collect();
        prop_assert_eq!(&placed, &calendar.cells.iter().map(|cell| cell.day).collect::<Vec<_>>());
        prop_assert_eq!(placed.last(), Some(&last));
        prop_assert_eq!(calendar.spans.iter().map(|span| span.columns).sum::<usize>(), calendar.columns);
        prop_assert_eq!(calendar.months.iter().map(|month| (month.days.0..=month.days.1).count()).sum::<usize>(), placed.len());
    }

    #[test]
    fn totals_and_streaks_agree_with_the_cells(counts in prop::collection::vec(0..4_u32, 1..120)) {
        let last = 20_000;
        let mut days: Vec<_> = (0..=last).rev().zip(counts).collect();
        days.reverse();
        let calendar = Calendar::new(&days, last, 4, 0);
        let shown: Vec<u32> = calendar.cells.iter().map(|cell| cell.count).collect();
        prop_assert_eq!(calendar.total, shown.iter().map(|&count| u64::from(count)).sum::<u64>());
        prop_assert_eq!(calendar.months.iter().map(|month| month.total).sum::<u64>(), calendar.total);
        prop_assert_eq!(calendar.active, shown.iter().filter(|&&count| count > 0).count());
        let longest = shown.split(|&count| count == 0).map(<[u32]>::len).max().unwrap_or_default();
        prop_assert_eq!(calendar.longest.map_or(0, |streak| streak.days), longest);
        prop_assert_eq!(calendar.busiest.map_or(0, |cell| cell.count), shown.iter().copied().max().unwrap_or_default());
    }

    #[test]
    fn more_is_never_a_lower_level(counts in prop::collection::vec(0..50_u32, 0..80), a in 0..60_u32, b in 0..60_u32) {
        let levels = Levels::of(counts.iter().copied());
        prop_assert!(levels.level(a.min(b)) <= levels.level(a.max(b)));
        prop_assert!(levels.level(a) <= 4 && (levels.level(a) == 0) == (a == 0));
    }

    #[test]
    fn a_date_reads_back_as_its_day(number in -800_000..800_000_i32) {
        let date = civil_from_day(number);
        prop_assert_eq!(day_from_civil(date), number);
        prop_assert!(civil_from_day(number + 1) > date);
    }
}

#[test]
fn weeks_begin_on_the_day_that_is_asked_for() {
    // A Friday.
    let last = day(2026, 11, 20);
    for (week_start, first_row) in [(0, 0), (6, 6), (5, 5), (3, 3)] {
        let calendar = Calendar::new(&[], last, 3, week_start);
        let columns = calendar.columns;
        let all = (0..columns).flat_map(|column| (0..7).map(move |row| (column, row)));
        let days: Vec<i32> = all.filter_map(|(column, row)| calendar.cell(column, row)).map(|cell| cell.day).collect();
        assert_eq!(days, calendar.cells.iter().map(|cell| cell.day).collect::<Vec<_>>(), "each day once, in order");
        for column in 1..columns {
            let first = calendar.cell(column, 0).map(|cell| weekday(cell.day));
            assert_eq!(first, Some(first_row), "column {column} of weeks from {week_start}");
        }
        assert!(calendar.lead < 7 && calendar.cells.len() + calendar.lead <= columns * 7);
        assert_eq!(calendar.spans.iter().map(|span| span.columns).sum::<usize>(), columns, "months cover every week");
    }
}
