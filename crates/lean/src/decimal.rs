//! Numbers as decimal text. The standard library's way for floats brings tables that are a twentieth of what a first
//! visit loads; whole numbers need none.

/// The most that an `f64` holds without a gap between whole numbers.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A number with as many decimals as it has, up to six, or as many as an `f64` of this size holds.
pub fn write(number: f64) -> String {
    rounded(number, 6)
}

/// A number with as many decimals as it has, up to `places`. Never "-0"; what is no number is 0.
pub fn rounded(number: f64, places: u32) -> String {
    let mut text = String::new();
    push(&mut text, number, places);
    text
}

/// As [`rounded`], at the end of a text.
pub fn push(text: &mut String, number: f64, mut places: u32) {
    let scaled = |places: u32| (number.abs() * 10_f64.powi(places.cast_signed())).round();
    while places > 0 && scaled(places) >= EXACT {
        places -= 1;
    }
    let all = scaled(places) as u64;
    let one = 10_u64.pow(places);
    if number < 0.0 && all > 0 {
        text.push('-');
    }
    text.push_str(&(all / one).to_string());
    let mut rest = all % one;
    if rest > 0 {
        text.push('.');
        let mut digit = one / 10;
        while rest > 0 {
            text.push(char::from(b'0' + (rest / digit % 10) as u8));
            rest %= digit;
            digit /= 10;
        }
    }
}

/// Reads what [`write`] writes: digits with a point and a sign, up to fifteen of them. `None` for anything else.
pub fn read(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let count = whole.len() + decimals.len();
    if whole.is_empty() || count > 15 || digits.ends_with('.') {
        return None;
    }
    let mut number = 0.0;
    for byte in whole.bytes().chain(decimals.bytes()) {
        let digit = char::from(byte).to_digit(10)?;
        number = number * 10.0 + f64::from(digit);
    }
    let number = number / decimals.bytes().fold(1.0, |one, _| one * 10.0);
    Some(if digits.len() < text.len() { -number } else { number })
}
