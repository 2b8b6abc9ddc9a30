//! Days since 1970-01-01 and dates of the proleptic Gregorian calendar.
//!
//! After Howard Hinnant, "chrono-compatible low-level date algorithms": a year that begins in March has its leap
//! day last, so that neither direction needs a table.

/// A date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Civil {
    /// Such as 2026.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// English names of the months, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// English names of the days of the week, Monday first.
pub const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

impl Civil {
    /// Such as `14 March 2026`.
    pub fn long(self) -> String {
        let mut text = self.day.to_string();
        text.push(' ');
        text.push_str(month_name(self.month));
        text.push(' ');
        text.push_str(&self.year.to_string());
        text
    }
}

/// The name of a month, 1 to 12; empty for any other number.
pub fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

/// Days of four hundred years, after which the calendar repeats.
const ERA: i64 = 146_097;
/// Days from 0000-03-01 to 1970-01-01.
const EPOCH: i64 = 719_468;

/// The date of a day.
pub fn civil_from_day(day: i32) -> Civil {
    let days = i64::from(day) + EPOCH;
    let in_era = days.rem_euclid(ERA);
    let year_of_era = (in_era - in_era / 1460 + in_era / 36_524 - in_era / 146_096) / 365;
    let in_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * in_year + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    Civil {
        year: (year_of_era + days.div_euclid(ERA) * 400 + i64::from(month <= 2)) as i32,
        month: month as u8,
        day: (in_year - (153 * from_march + 2) / 5 + 1) as u8,
    }
}

/// The day of a date. A `day` beyond the month's end runs into the next month.
pub fn day_from_civil(date: Civil) -> i32 {
    let month = i64::from(date.month);
    let year = i64::from(date.year) - i64::from(month <= 2);
    let year_of_era = year.rem_euclid(400);
    let in_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + i64::from(date.day) - 1;
    let in_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + in_year;
    (year.div_euclid(400) * ERA + in_era - EPOCH) as i32
}

/// The day of the week, 0 for Monday to 6 for Sunday.
pub fn weekday(day: i32) -> u8 {
    // 1970-01-01 was a Thursday.
    (i64::from(day) + 3).rem_euclid(7) as u8
}

/// The day `months` months earlier; the month's last day where that month is shorter.
pub fn months_before(day: i32, months: u32) -> i32 {
    let date = civil_from_day(day);
    let index = i64::from(date.year) * 12 + i64::from(date.month) - 1 - i64::from(months);
    let first = |index: i64| {
        day_from_civil(Civil { year: index.div_euclid(12) as i32, month: (index.rem_euclid(12) + 1) as u8, day: 1 })
    };
    (first(index) + i32::from(date.day) - 1).min(first(index + 1) - 1)
}
