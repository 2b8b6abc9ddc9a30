//! Dates as people write them: `2021-09-24`, `Sept 2021`, `09/2021`, `24.9.2021`, `2021年9月`, `Present`, `2020 – 2022`.
//!
//! What is said for certain is read, and nothing is guessed: of `03/04/2021`, which means one day here and another there, the year.

#[cfg(not(target_arch = "wasm32"))]
pub mod plain;

use std::borrow::Cow;

use vitrine_fold::fold;

use super::date::{Day, Month, PartialDate, parse_year};

/// Stands for a date of another JSON type, which has been reported.
pub const UNREADABLE: &str = "\0";

/// What a text says of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// A date.
    Date(PartialDate),
    /// A date that says more than can be told for certain; this is what can.
    Partly(PartialDate),
    /// Until now.
    Lasting,
}

impl Written {
    /// The date, as far as it is certain.
    pub fn date(self) -> Option<PartialDate> {
        match self {
            Self::Date(date) | Self::Partly(date) => Some(date),
            Self::Lasting => None,
        }
    }
}

/// Reads a text; `None` where it can't be told which date it means.
pub fn read(text: &str) -> Option<Written> {
    let text = text.trim();
    if let Some(date) = PartialDate::parse(text) {
        return Some(Written::Date(date));
    }
    // A moment of a day, as machines write it: ISO 8601.
    if let Some(day) = text.get(..10).and_then(Day::parse)
        && text[10..].starts_with(['T', ' '])
    {
        return Some(Written::Date(PartialDate::Day(day)));
    }
    let Words { numbers, words } = Words::of(text)?;
    // Between two dates, not within one.
    if numbers.len() > 1 && (text.contains(['–', '—']) || text.contains(" -") || text.contains("- ")) {
        return None;
    }
    match (numbers.as_slice(), words.as_slice()) {
        ([], _) => {
            let said = fold(text);
            let said = said.trim_matches(|c: char| !c.is_alphanumeric());
            let is_blank = text.chars().all(|c| c.is_whitespace() || "-–—.…".contains(c));
            (is_blank || LASTING.contains(&said)).then_some(Written::Lasting)
        }
        (numbers, []) => of_numbers(numbers, text),
        (numbers, [word]) => of_named_month(numbers, word),
        _ => None,
    }
}

/// Both ends of a span in one text, such as `2020-2022`, `Jan 2020 – present`, `2020/2021` or `since 2019`; `None` of a single date.
pub fn split(text: &str) -> Option<(&str, Cow<'_, str>)> {
    let text = text.trim();
    if let Some(span) = short_years(text) {
        return Some(span);
    }
    split_whole(text).map(|(start, end)| (start, Cow::Borrowed(end)))
}

/// Years of which the second is short, `2020-22`, where that is no month.
fn short_years(text: &str) -> Option<(&str, Cow<'_, str>)> {
    let (start, end) = text.split_once(['-', '–', '—', '/'])?;
    let (start, end) = (start.trim_end(), end.trim_start());
    if end.len() != 2 || !end.bytes().all(|byte| byte.is_ascii_digit()) || start.len() != 4 {
        return None;
    }
    let (century, year) = start.split_at_checked(2)?;
    parse_year(start)?;
    (end > year && end > "12").then(|| (start, Cow::Owned([century, end].concat())))
}

fn split_whole(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let is_date = |text: &str| read(text).and_then(Written::date).is_some();
    let start = text.trim_end_matches(['-', '–', '—']).trim_end();
    if start.len() < text.len() && is_date(start) {
        return Some((start, ""));
    }
    if read(text).is_some_and(|written| !matches!(written, Written::Partly(_))) {
        return None;
    }
    let first = fold(text.split_whitespace().next()?);
    if SINCE.contains(&first.as_str()) {
        let rest = text.split_once(char::is_whitespace)?.1;
        return split_whole(rest).or(Some((rest, "")));
    }
    let is_span = |(start, end): &(&str, &str)| is_date(start) && read(end).is_some();
    let between =
        [" - ", " to ", " bis ", " until ", " till ", " a ", " à ", " al ", " fino a ", " hasta ", " até ", " / "];
    let dashes = ['–', '—', '~', '〜', '-', '/'];
    let by_word = between.iter().filter_map(|word| text.split_once(word));
    // Of several dashes any may be the one between.
    let by_dash = text
        .char_indices()
        .filter(|(_, c)| dashes.contains(c))
        .map(|(at, dash)| (&text[..at], &text[at + dash.len_utf8()..]));
    by_word.chain(by_dash).map(|(start, end)| (start.trim(), end.trim())).find(is_span)
}

/// Words for what goes on, folded (which takes Korean apart), in the languages that most résumés are written in.
const LASTING: &[&str] = &[
    "present",
    "now",
    "current",
    "currently",
    "today",
    "ongoing",
    "to date",
    "till date",
    "till now",
    "to present",
    "until now",
    "date",
    "atual",
    "atualmente",
    "presente",
    "o presente",
    "o momento",
    "hoje",
    "actual",
    "actualmente",
    "actualidad",
    "la actualidad",
    "hoy",
    "heute",
    "jetzt",
    "aktuell",
    "laufend",
    "aujourd'hui",
    "actuel",
    "en cours",
    "ce jour",
    "a ce jour",
    "present day",
    "oggi",
    "attuale",
    "in corso",
    "heden",
    "nu",
    "nuvarande",
    "idag",
    "i dag",
    "nykyinen",
    "obecnie",
    "dzis",
    "teraz",
    "настоящее время",
    "по настоящее время",
    "по н.в",
    "сеичас",
    "現在",
    "现在",
    "至今",
    "現職",
    "\u{1112}\u{1167}\u{11ab}\u{110c}\u{1162}",
    "الان",
    "حتى الان",
    "वर्तमान",
    "अब तक",
];

/// Words before a start that goes on.
const SINCE: &[&str] = &["since", "from", "seit", "ab", "depuis", "desde", "dal", "sinds", "sedan", "od", "с"];

/// Words that say nothing: between the parts of a date, and after them; and years, months and days of Chinese and Korean.
const FILLERS: &[&str] = &["of", "de", "del", "do", "da", "the", "st", "nd", "rd", "th", "den", "le", "el"];
const UNITS: &[&str] =
    &["年", "月", "日", "\u{1102}\u{1167}\u{11ab}", "\u{110b}\u{116f}\u{11af}", "\u{110b}\u{1175}\u{11af}"];

/// Parts of a year, of which the year is certain.
const SEASONS: &[&str] = &[
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "early",
    "mid",
    "late",
    "q",
    "h",
    "fruhling",
    "fruhjahr",
    "sommer",
    "herbst",
    "printemps",
    "ete",
    "automne",
    "hiver",
    "primavera",
    "verano",
    "otono",
    "invierno",
    "verao",
    "outono",
    "inverno",
    "estate",
    "autunno",
    "ca",
    "circa",
    "about",
    "around",
    "approx",
];

/// The months' names, folded: English, German, French, Spanish, Portuguese, Italian, Dutch, Russian. Any start of three letters
/// or more stands for them, unless it may be two.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "janvier", "enero", "janeiro", "gennaio", "januari", "jan", "январь", "января"],
    &["february", "februar", "fevrier", "febrero", "fevereiro", "febbraio", "februari", "февраль", "февраля"],
    &["march", "marz", "maerz", "mars", "marzo", "marco", "maart", "mrz", "mrt", "март", "марта"],
    &["april", "avril", "abril", "aprile", "апрель", "апреля"],
    &["may", "mai", "mayo", "maio", "maggio", "mei", "маи", "мая"],
    &["june", "juni", "juin", "junio", "junho", "giugno", "июнь", "июня"],
    &["july", "juli", "juillet", "julio", "julho", "luglio", "июль", "июля"],
    &["august", "aout", "agosto", "augustus", "август", "августа"],
    &["september", "septembre", "septiembre", "setembro", "settembre", "set", "сентябрь", "сентября"],
    &["october", "oktober", "octobre", "octubre", "outubro", "ottobre", "октябрь", "октября"],
    &["november", "novembre", "noviembre", "novembro", "ноябрь", "ноября"],
    &["december", "dezember", "decembre", "diciembre", "dezembro", "dicembre", "декабрь", "декабря"],
];

/// The parts of a text in order: numbers with the digits that they were written in, and words, folded, without fillers.
struct Words {
    numbers: Vec<String>,
    words: Vec<String>,
}

impl Words {
    /// `None` of a text so long that it is no date.
    fn of(text: &str) -> Option<Self> {
        (text.len() <= 60).then_some(())?;
        let (mut numbers, mut words): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let mut previous = ' ';
        for c in fold(text).chars() {
            let (list, goes_on) = if c.is_ascii_digit() {
                (&mut numbers, previous.is_ascii_digit())
            } else if c.is_alphabetic() || (c == '\'' && previous.is_alphabetic()) {
                (&mut words, previous.is_alphabetic() || previous == '\'')
            } else {
                previous = c;
                continue;
            };
            match list.last_mut() {
                Some(part) if goes_on => part.push(c),
                _ => list.push(c.to_string()),
            }
            previous = c;
        }
        words.retain(|word| !FILLERS.iter().chain(UNITS).any(|filler| filler == word));
        Some(Self { numbers, words })
    }
}

fn of_numbers(numbers: &[String], text: &str) -> Option<Written> {
    let date = |date: Option<PartialDate>| date.map(Written::Date);
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    match numbers.as_slice() {
        [one] if one.len() == 4 => date(parse_year(one).map(PartialDate::Year)),
        // 202109 and 20210924.
        [one] if one.len() == 6 => date(month(&one[..4], &one[4..]).map(PartialDate::Month)),
        [one] if one.len() == 8 => date(day(&one[..4], &one[4..6], &one[6..]).map(PartialDate::Day)),
        [year, number] if year.len() == 4 && number.len() <= 2 => date(month(year, number).map(PartialDate::Month)),
        [number, year] if number.len() <= 2 => date(month(year, number).map(PartialDate::Month)),
        [year, month, number] if year.len() == 4 => date(day(year, month, number).map(PartialDate::Day)),
        [first, second, year] => {
            let (by_day, by_month) = (day(year, second, first), day(year, first, second));
            match (by_day, by_month) {
                // Dots stand between parts only where the day comes first.
                (Some(day), _) if text.contains('.') => Some(Written::Date(PartialDate::Day(day))),
                (Some(one), Some(other)) if one != other => Some(Written::Partly(PartialDate::Year(one.ymd().0))),
                (one, other) => date(one.or(other).map(PartialDate::Day)),
            }
        }
        _ => None,
    }
}

fn of_named_month(numbers: &[String], word: &str) -> Option<Written> {
    let mut years = numbers.iter().filter(|number| number.len() == 4);
    let (year, None) = (years.next()?, years.next()) else { return None };
    if SEASONS.contains(&word) {
        return parse_year(year).map(|year| Written::Partly(PartialDate::Year(year)));
    }
    let mut found = MONTHS.iter().zip(1..).filter(|(names, _)| {
        let is_start = |name: &&str| name.starts_with(word) && word.chars().count() >= 3;
        names.iter().any(is_start)
    });
    let (_, number) = found.next()?;
    if found.next().is_some() {
        return None;
    }
    let month = Month { year: parse_year(year)?, month: number };
    match numbers {
        [_] => Some(Written::Date(PartialDate::Month(month))),
        [first, second] => {
            let day = if first == year { second } else { first };
            let day = Day::from_ymd(month.year, number, day.parse().ok()?)?;
            Some(Written::Date(PartialDate::Day(day)))
        }
        _ => None,
    }
}

fn month(year: &str, month: &str) -> Option<Month> {
    let month: u8 = month.parse().ok()?;
    (1..=12).contains(&month).then_some(Month { year: parse_year(year)?, month })
}

fn day(year: &str, month: &str, day: &str) -> Option<Day> {
    Day::from_ymd(parse_year(year)?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a text is read as: a date as the format writes it, with `?` where it may say more, or `…`.
    fn shown(text: &str) -> String {
        match read(text) {
            Some(Written::Date(date)) => date.iso(),
            Some(Written::Partly(date)) => date.iso() + "?",
            Some(Written::Lasting) => "…".to_owned(),
            None => "-".to_owned(),
        }
    }

    #[test]
    fn a_date_is_what_it_says() {
        for (text, expected) in [
            ("2021", "2021"),
            ("2021-09", "2021-09"),
            ("2021-9", "2021-09"),
            (" 2021/09 ", "2021-09"),
            ("09/2021", "2021-09"),
            ("9.2021", "2021-09"),
            ("2021.9", "2021-09"),
            ("202109", "2021-09"),
            ("20210924", "2021-09-24"),
            ("2021-09-24", "2021-09-24"),
            ("2021-9-4", "2021-09-04"),
            ("2021-09-24T10:00:00Z", "2021-09-24"),
            ("2021-09-24 10:00", "2021-09-24"),
            ("24.09.2021", "2021-09-24"),
            ("4.3.2021", "2021-03-04"),
            ("24/9/2021", "2021-09-24"),
            ("9/24/2021", "2021-09-24"),
            ("4/4/2021", "2021-04-04"),
            ("03/04/2021", "2021?"),
            ("Sept 2021", "2021-09"),
            ("Sep. 2021", "2021-09"),
            ("SEPTEMBER 2021", "2021-09"),
            ("September, 2021", "2021-09"),
            ("2021 Sep", "2021-09"),
            ("Sep 24, 2021", "2021-09-24"),
            ("24th of September 2021", "2021-09-24"),
            ("mar/2021", "2021-03"),
            ("set/2021", "2021-09"),
            ("out. de 2021", "2021-10"),
            ("März 2021", "2021-03"),
            ("Okt 2021", "2021-10"),
            ("août 2021", "2021-08"),
            ("juil. 2021", "2021-07"),
            ("ene 2021", "2021-01"),
            ("dic 2021", "2021-12"),
            ("giu 2021", "2021-06"),
            ("сент. 2021", "2021-09"),
            ("май 2021", "2021-05"),
            ("2021年9月", "2021-09"),
            ("2021年9月24日", "2021-09-24"),
            ("2021년 9월", "2021-09"),
            ("2021년 9월 24일", "2021-09-24"),
            ("Summer 2021", "2021?"),
            ("Q3 2021", "2021?"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn every_word_is_listed_as_it_is_compared() {
        let lists = [LASTING, SINCE, FILLERS, UNITS, SEASONS].into_iter().chain(MONTHS);
        for word in lists.flatten() {
            assert_eq!(fold(word), *word);
        }
    }

    #[test]
    fn what_goes_on_is_said_in_many_words() {
        for text in [
            "",
            " ",
            "-",
            "–",
            "…",
            "Present",
            "now",
            "CURRENT",
            "to date",
            "atual",
            "heute",
            "aujourd’hui",
            "actualidad",
            "現在",
            "至今",
            "сейчас",
            "현재",
            "الآن",
            "वर्तमान",
        ] {
            assert_eq!(shown(text), "…", "{text:?}");
        }
    }

    #[test]
    fn nothing_is_guessed() {
        for text in [
            "soon",
            "21",
            "Sept 21",
            "jui 2021",
            "ma 2021",
            "2021-13",
            "13/2021",
            "2021-02-30",
            "31.4.2021",
            "0999",
            "20211",
            "99999",
            "2021-09-24-01",
            "Sept Oct 2021",
            "next year",
            "1e5",
            "twenty",
            "???",
            "presently engaged elsewhere",
            "2021 or so",
            "2011 – 12",
            "Sep 2018 – 21",
            "Q3 2019 - 2021",
            "\0",
        ] {
            assert_eq!(shown(text), "-", "{text}");
        }
    }

    #[test]
    fn a_span_is_two_dates() {
        for (text, expected) in [
            ("2020-2022", Some(("2020", "2022"))),
            ("2020 - 2022", Some(("2020", "2022"))),
            ("2020–2022", Some(("2020", "2022"))),
            ("2020-01 – 2021-03", Some(("2020-01", "2021-03"))),
            ("2020-01/2021-03", Some(("2020-01", "2021-03"))),
            ("2020/2021", Some(("2020", "2021"))),
            ("Jan 2020 to Mar 2021", Some(("Jan 2020", "Mar 2021"))),
            ("03/2020 - 04/2021", Some(("03/2020", "04/2021"))),
            ("Jan 2020 – Present", Some(("Jan 2020", "Present"))),
            ("2020-", Some(("2020", ""))),
            ("2020 –", Some(("2020", ""))),
            ("from 2019 to 2021", Some(("2019", "2021"))),
            ("desde 2019 hasta 2021", Some(("2019", "2021"))),
            ("early 2018 – 2020", Some(("early 2018", "2020"))),
            ("Q3 2019 - 2021", Some(("Q3 2019", "2021"))),
            ("Fall 2018 – Spring 2020", Some(("Fall 2018", "Spring 2020"))),
            ("2020-22", Some(("2020", "2022"))),
            ("2019/21", Some(("2019", "2021"))),
            (" 1998 – 99 ", Some(("1998", "1999"))),
            ("2020-13", None),
            ("2020-2", None),
            ("2020-12", None),
            ("2011 – 12", None),
            ("Sep 2018 – 21", None),
            ("since 2019", Some(("2019", ""))),
            ("Seit 03/2019", Some(("03/2019", ""))),
            ("2020", None),
            ("2020-05", None),
            ("2020-05-01", None),
            ("03/2020", None),
            ("soon – later", None),
            ("present", None),
        ] {
            assert_eq!(split(text).as_ref().map(|(start, end)| (*start, &**end)), expected, "{text}");
        }
    }
}
