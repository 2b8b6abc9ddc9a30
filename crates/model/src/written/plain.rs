//! Dates in other words than those of the format, written as it has them.

use super::{Written, read, split};
use crate::date::Day;

/// A date, or both ends of a span, as the format writes them; `None` where they are written so, and where that would lose something:
/// what may say more, the time of a day, or what can't be read.
pub fn dates(text: &str) -> Option<String> {
    let text = text.trim();
    let certain = |text: &str| match read(text) {
        Some(Written::Date(date)) => Some(date.iso()),
        _ => None,
    };
    // A moment is more than its day.
    let is_moment = text.get(..10).and_then(Day::parse).is_some();
    let plain = match split(text) {
        Some((start, end)) => match read(&end)? {
            // Years may be written as they come: 2020-22.
            Written::Date(_) if start.len() == 4 && end.len() == 4 => None,
            Written::Date(last) if certain(start)? != start || last.iso() != end => {
                Some([&certain(start)?, " - ", &last.iso()].concat())
            }
            Written::Lasting if certain(start)? != start => Some([&certain(start)?, " - present"].concat()),
            _ => None,
        },
        None if is_moment => None,
        None => certain(text).filter(|plain| plain != text),
    };
    // What is written anew is read as what it was.
    plain.filter(|plain| ends(plain) == ends(text))
}

/// What a text says of a start and an end.
fn ends(text: &str) -> (Option<Written>, Option<Written>) {
    let (start, end) = split(text).unwrap_or((text, text.into()));
    (read(start), read(&end))
}

#[cfg(test)]
mod tests {
    use super::dates;
    use crate::written::UNREADABLE;

    #[test]
    fn what_is_certain_can_be_written_plainly_and_the_rest_stays() {
        for (text, expected) in [
            ("March 2021", Some("2021-03")),
            (" 03/2021 ", Some("2021-03")),
            ("24.9.2021", Some("2021-09-24")),
            ("9/24/2021", Some("2021-09-24")),
            ("2021-9", Some("2021-09")),
            ("202109", Some("2021-09")),
            ("2021年9月", Some("2021-09")),
            ("Jan 2020 – Mar 2021", Some("2020-01 - 2021-03")),
            ("Jan 2020-Mar 2021", Some("2020-01 - 2021-03")),
            ("2020-01 – Mar 2021", Some("2020-01 - 2021-03")),
            ("Jan 2020 – heute", Some("2020-01 - present")),
            ("seit Mai 2019", Some("2019-05 - present")),
            // It is so already.
            ("2021", None),
            ("2021-09-24", None),
            ("2020-2022", None),
            ("2020 – 2022", None),
            ("2020-22", None),
            ("2020-01 – 2021-03", None),
            ("since 2019", None),
            ("present", None),
            ("", None),
            // It says more, or nothing.
            ("03/04/2021", None),
            ("Q3 2021", None),
            ("Q3 2019 – 2021", None),
            ("2021-09-24T10:00:00Z", None),
            ("soon", None),
            ("Jan 2020 – soon", None),
            (UNREADABLE, None),
        ] {
            let plain = dates(text);
            assert_eq!(plain.as_deref(), expected, "{text}");
            assert_eq!(plain.and_then(|plain| dates(&plain)), None, "{text}");
        }
    }
}
