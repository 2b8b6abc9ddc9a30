//! The contribution graph: weeks as columns, weekdays as rows.

use vitrine_lean::civil::{civil_from_day, months_before, weekday};

use super::scale::Levels;

/// Some months of days with counts, ordered into weeks. Days are numbers since 1970-01-01.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    /// Every day of the range, without gaps; never empty.
    pub cells: Vec<Cell>,
    /// The weekday of the first row, 0 for Monday.
    pub week_start: u8,
    /// Rows of the first column that lie before the range.
    pub lead: usize,
    /// Number of weeks, the partial ones at either end included.
    pub columns: usize,
    /// Which columns belong to which month, from left to right: a column belongs to the month of its first day in
    /// the range. Together they cover every column.
    pub spans: Vec<MonthSpan>,
    /// What each month has, from the earliest; the first and the last may be partial.
    pub months: Vec<MonthTotal>,
    /// The sum of all counts.
    pub total: u64,
    /// Number of days with a count.
    pub active: usize,
    /// The most days in a row with a count; the latest of equals.
    pub longest: Option<Streak>,
    /// The days in a row with a count that end on the range's last day or the day before.
    pub current: Option<Streak>,
    /// The day with the highest count; the latest of equals. `None` when all are 0.
    pub busiest: Option<Cell>,
    /// Which counts have which level.
    pub levels: Levels,
}

/// A move over the grid, as a keyboard makes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// One weekday up or down, within the week.
    Day(i8),
    /// So many weeks back or ahead, on the same weekday; as far as there are weeks.
    Weeks(i8),
    /// The first week, on the same weekday.
    RowStart,
    /// The last week, on the same weekday.
    RowEnd,
    /// The first day.
    First,
    /// The last day.
    Last,
}

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Since 1970-01-01.
    pub day: i32,
    /// Contributions.
    pub count: u32,
    /// 0 to 4.
    pub level: u8,
}

/// The columns of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthSpan {
    /// Such as 2026.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// Number of columns, at least 1.
    pub columns: usize,
}

/// What a month has within the range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthTotal {
    /// Such as 2026.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// First and last day of the month that are in the range.
    pub days: (i32, i32),
    /// The sum of counts.
    pub total: u64,
}

/// Days in a row with a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Streak {
    /// The first of them.
    pub first: i32,
    /// How many; at least 1.
    pub days: usize,
}

impl Calendar {
    /// Longest range in months.
    const MAX_MONTHS: u32 = 60;

    /// The `months` months (1 to 60) up to and including the day `last`, in weeks that begin on the weekday `week_start`, 0 for
    /// Monday to 6 for Sunday.
    ///
    /// `counts` is sorted by day, one entry a day; a day that is missing has none, and days outside the range
    /// only take part in deciding the levels, so that a day keeps its level whatever the range. Streaks are
    /// counted within the range.
    pub fn new(counts: &[(i32, u32)], last: i32, months: u32, week_start: u8) -> Self {
        let levels = Levels::of(counts.iter().map(|&(_, count)| count));
        let first = months_before(last, months.clamp(1, Self::MAX_MONTHS)).saturating_add(1).min(last);
        let mut known =
            counts.get(counts.partition_point(|&(day, _)| day < first)..).unwrap_or_default().iter().peekable();
        let cells: Vec<Cell> = (first..=last)
            .map(|day| {
                let count = known.next_if(|&&(known, _)| known == day).map_or(0, |&(_, count)| count);
                Cell { day, count, level: levels.level(count) }
            })
            .collect();
        let lead = usize::from((weekday(first) + 7 - week_start) % 7);
        let mut calendar = Self {
            week_start,
            lead,
            columns: (lead + cells.len()).div_ceil(7),
            spans: Vec::new(),
            months: Vec::new(),
            total: 0,
            active: 0,
            longest: None,
            current: None,
            busiest: None,
            levels,
            cells,
        };
        calendar.group_into_months();
        calendar.count();
        calendar
    }

    /// The day in a column and row; `None` in the partial weeks outside the range.
    pub fn cell(&self, column: usize, row: usize) -> Option<&Cell> {
        if row > 6 {
            return None;
        }
        self.cells.get((column * 7 + row).checked_sub(self.lead)?)
    }

    /// Where a step leads from the cell at `at` (a position in [`Self::cells`]); `at` where it leads nowhere.
    pub fn step(&self, at: usize, step: Step) -> usize {
        let last = self.cells.len().saturating_sub(1);
        let at = at.min(last);
        let row = (at + self.lead) % 7;
        match step {
            Step::Day(by) => {
                let to = at.saturating_add_signed(isize::from(by)).min(last);
                let same_week = (to + self.lead) / 7 == (at + self.lead) / 7;
                if same_week { to } else { at }
            }
            Step::Weeks(by) => {
                let room = if by < 0 { at / 7 } else { (last - at) / 7 };
                let weeks = room.min(usize::from(by.unsigned_abs()));
                if by < 0 { at - weeks * 7 } else { at + weeks * 7 }
            }
            Step::RowStart => ((row + 7 - self.lead) % 7).min(at),
            Step::RowEnd => at + (last - at) / 7 * 7,
            Step::First => 0,
            Step::Last => last,
        }
    }

    fn group_into_months(&mut self) {
        for (at, cell) in self.cells.iter().enumerate() {
            let date = civil_from_day(cell.day);
            match self.months.last_mut().filter(|month| (month.year, month.month) == (date.year, date.month)) {
                Some(month) => {
                    month.days.1 = cell.day;
                    month.total += u64::from(cell.count);
                }
                None => self.months.push(MonthTotal {
                    year: date.year,
                    month: date.month,
                    days: (cell.day, cell.day),
                    total: u64::from(cell.count),
                }),
            }
            if at == 0 || (at + self.lead).is_multiple_of(7) {
                match self.spans.last_mut().filter(|span| (span.year, span.month) == (date.year, date.month)) {
                    Some(span) => span.columns += 1,
                    None => self.spans.push(MonthSpan { year: date.year, month: date.month, columns: 1 }),
                }
            }
        }
    }

    fn count(&mut self) {
        let mut run: Option<Streak> = None;
        for (at, &cell) in self.cells.iter().enumerate() {
            if cell.count > 0 {
                let streak =
                    Streak { days: run.map_or(0, |run| run.days) + 1, first: run.map_or(cell.day, |run| run.first) };
                run = Some(streak);
                self.total += u64::from(cell.count);
                self.active += 1;
                if self.longest.is_none_or(|longest| streak.days >= longest.days) {
                    self.longest = run;
                }
                if self.busiest.is_none_or(|busiest| cell.count >= busiest.count) {
                    self.busiest = Some(cell);
                }
            } else if at + 1 < self.cells.len() {
                run = None;
            }
            // The last day may still be to come: an empty one does not end the streak of the day before.
        }
        self.current = run;
    }
}
