//! Which way a text is written, as the crate of the field says it.

use proptest::prelude::*;
use unicode_bidi::{BidiClass, bidi_class};
use vitrine_lean::bidi::{is_of_rtl_script, is_rtl};

/// By rules P2 and P3 of the algorithm.
fn begins_right(text: &str) -> bool {
    let strong =
        text.chars().map(bidi_class).find(|class| matches!(class, BidiClass::L | BidiClass::R | BidiClass::AL));
    strong.is_some_and(|class| class != BidiClass::L)
}

#[test]
fn every_letter_and_digit_of_the_scripts_that_people_write_has_the_direction_that_unicode_gives_it() {
    let letters = ('\0'..'\u{3400}').chain('\u{a640}'..='\u{ffff}').filter(|c| c.is_alphanumeric());
    for c in letters {
        let class = bidi_class(c);
        // Marks come after a letter, and no text begins with what tells sounds apart.
        if matches!(class, BidiClass::NSM | BidiClass::ON) {
            continue;
        }
        let text = [c, 'ب'].iter().collect::<String>();
        let is_sign = matches!(c, '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{2fff}' | '\u{3021}'..='\u{303f}');
        assert!(is_sign || is_rtl(&text) == begins_right(&text), "{c:?} is {class:?}");
    }
}

#[test]
fn every_letter_that_is_written_from_the_right_is_of_such_a_script() {
    for c in ('\0'..=char::MAX).filter(|c| c.is_alphabetic() && *c != '\u{200f}') {
        if matches!(bidi_class(c), BidiClass::R | BidiClass::AL) {
            assert!(is_of_rtl_script(c), "{c:?}");
        }
    }
}

#[test]
fn what_is_kept_apart_says_nothing_of_where_the_rest_begins() {
    for (text, expected) in
        [("\u{2068}Kafka\u{2069} عن", true), ("\u{2067}عن\u{2069} Kafka", false), ("\u{2069}عن", true), ("", false)]
    {
        assert_eq!(is_rtl(text), expected, "{text:?}");
    }
}

proptest! {
    #[test]
    fn a_label_begins_where_its_first_letter_does(text in "[ -~×÷–—…·→“”„«»٠-٩0-9a-zא-תبتثü中カ한]{0,12}") {
        prop_assert_eq!(is_rtl(&text), begins_right(&text));
    }
}
