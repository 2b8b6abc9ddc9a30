//! Numbers as text, without the standard library's tables.

use proptest::prelude::*;
use vitrine_lean::decimal;

#[test]
fn a_number_is_written_with_the_decimals_it_has() {
    for (number, places, expected) in [
        (0.0, 6, "0"),
        (-0.0, 6, "0"),
        (99.9, 6, "99.9"),
        (-1.25, 6, "-1.25"),
        (1.05, 6, "1.05"),
        (1e15, 6, "1000000000000000"),
        (0.000_000_4, 6, "0"),
        (-0.004, 2, "0"),
        (2.999_999_9, 6, "3"),
        (2.345_678, 2, "2.35"),
        (f64::NAN, 6, "0"),
    ] {
        assert_eq!(decimal::rounded(number, places), expected, "{number} to {places} places");
    }
}

#[test]
fn what_is_no_number_is_not_read() {
    for text in ["", "-", ".", "1.", ".5", "1e3", "+1", "0x1", " 1", "1,5", "NaN", "1234567890123456"] {
        assert_eq!(decimal::read(text), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(number in -1e8..1e8_f64) {
        let read = decimal::read(&decimal::write(number)).expect("a number");
        prop_assert!((read - number).abs() <= 1e-6, "{number} came back as {read}");
    }

    #[test]
    fn whole_numbers_are_written_as_the_standard_library_does(number in -1_000_000_000_000_i64..1_000_000_000_000) {
        prop_assert_eq!(decimal::write(number as f64), number.to_string());
    }
}
