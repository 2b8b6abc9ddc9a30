//! Dates.

use super::Explanation;

/// V03xx.
pub const ALL: &[Explanation] = &[
    Explanation {
        code: "V0301",
        title: "no date",
        meaning: "A text stands for a date and can't be read as one. It is left out; it never becomes \"present\".",
        help: "write it as 2023-10 or 2023",
        wrong: r#""writing": [{ "title": "On queues", "date": "yesterday" }]"#,
        mended: r#""writing": [{ "title": "On queues", "date": "2025-03-14" }]"#,
    },
    Explanation {
        code: "V0302",
        title: "date that can mean this or that",
        meaning: "Of 03/04/2021 the year is certain, and the rest means one day here and another there. The year counts. `check --fix` leaves it alone, since only you know the month.",
        help: "write the year, or the year with its month",
        wrong: r#""writing": [{ "title": "On queues", "date": "03/04/2021" }]"#,
        mended: r#""writing": [{ "title": "On queues", "date": "2021-04" }]"#,
    },
    Explanation {
        code: "V0303",
        title: "ends before it starts",
        meaning: "A period runs backwards. Its end is left out.",
        help: "swap or mend the dates",
        wrong: r#""projects": [{ "title": "Shop", "period": { "start": "2024-05", "end": "2023" } }]"#,
        mended: r#""projects": [{ "title": "Shop", "period": { "start": "2023", "end": "2024-05" } }]"#,
    },
    Explanation {
        code: "V0304",
        title: "day counted twice",
        meaning: "A day of the contribution graph has two counts. The first one counts.",
        help: "write each day once",
        wrong: r#""contributions": { "source": "git", "taken": "2026-11-20", "days": [{ "date": "2026-11-19", "count": 1 }, { "date": "2026-11-19", "count": 2 }] }"#,
        mended: r#""contributions": { "source": "git", "taken": "2026-11-20", "days": [{ "date": "2026-11-19", "count": 3 }] }"#,
    },
    Explanation {
        code: "V0305",
        title: "day that can't have been counted",
        meaning: "A day of the contribution graph is later than the day on which the counts were taken, or more than 50 years before it. It is left out.",
        help: "mend \"taken\", or delete the day",
        wrong: r#""contributions": { "source": "git", "taken": "2026-11-20", "days": [{ "date": "2026-11-21", "count": 1 }, { "date": "2026-11-19", "count": 2 }] }"#,
        mended: r#""contributions": { "source": "git", "taken": "2026-11-21", "days": [{ "date": "2026-11-21", "count": 1 }, { "date": "2026-11-19", "count": 2 }] }"#,
    },
    Explanation {
        code: "V0306",
        title: "date in other words",
        meaning: "A date is read as it was meant and could be written as the format has it. `check --fix` writes it so.",
        help: "write it so",
        wrong: r#""writing": [{ "title": "On queues", "date": "March 2021" }]"#,
        mended: r#""writing": [{ "title": "On queues", "date": "2021-03" }]"#,
    },
];
