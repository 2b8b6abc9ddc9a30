//! Numbers as a language writes them.

use vitrine_lean::decimal;

use crate::Words;

impl Words {
    /// A whole number, such as `12,345`.
    pub fn whole(self, number: usize) -> String {
        self.grouped(&number.to_string())
    }

    /// A number with as many decimals as it has, up to `places`, such as `1,234.5`.
    pub fn decimal(self, number: f64, places: u32) -> String {
        self.grouped(&decimal::rounded(number, places))
    }

    /// A year, which has no groups.
    pub fn year(self, year: i32) -> String {
        self.digits(&year.to_string())
    }

    /// A number in ASCII with its groups set apart.
    ///
    /// Source: Unicode Technical Standard #35, part 3, "Number patterns": the lowest group, those above it, and how many digits
    /// there have to be above the lowest for there to be any.
    fn grouped(self, number: &str) -> String {
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        let (sign, whole) = whole.split_at(usize::from(whole.starts_with('-')));
        let mut sizes = self.format_grouping().split(' ').map(|size| size.parse().unwrap_or(usize::MAX));
        let mut size = || sizes.next().unwrap_or(3).max(1);
        let (first, later, least) = (size(), size(), size());
        let are_groups = whole.len() >= first.saturating_add(least);
        let mut text = sign.to_owned();
        for (at, digit) in whole.char_indices() {
            let below = whole.len() - at;
            if at > 0 && are_groups && below >= first && (below - first).is_multiple_of(later) {
                text.push_str(self.format_group());
            }
            text.push(digit);
        }
        if !decimals.is_empty() {
            text.push_str(self.format_decimal());
            text.push_str(decimals);
        }
        self.digits(&text)
    }

    /// A number with the digits of the language in place of those of ASCII.
    fn digits(self, number: &str) -> String {
        let digits = self.format_digits();
        let own = |c: char| c.to_digit(10).and_then(|digit| digits.chars().nth(digit as usize)).unwrap_or(c);
        if digits.starts_with('0') { number.to_owned() } else { number.chars().map(own).collect() }
    }
}
