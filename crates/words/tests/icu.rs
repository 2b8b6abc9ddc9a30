//! What files say of numbers, lists and plurals, held against ICU's own answers. Dates are held against those of a browser
//! (`tests/e2e/languages.spec.ts`).

use fixed_decimal::Decimal;
use icu_decimal::DecimalFormatter;
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use proptest::prelude::*;
use serde_json::Map;
use vitrine_words::{LANGUAGES, Words};

fn words(language: &str) -> Words {
    Words::of(language, &Map::new()).0
}

fn locale(language: &str) -> icu_locale_core::Locale {
    // Ours is that of the world, with the day before the month.
    let tag = if language == "en" { "en-GB" } else { language };
    tag.parse().expect("a tag")
}

proptest! {
    #[test]
    fn numbers_are_written_as_icu_writes_them(number in prop_oneof![0..10_000_i64, 0..10_i64.pow(12)], tenths in 0..10_i64, is_negative: bool) {
        for language in LANGUAGES {
            let formatter = DecimalFormatter::try_new((&locale(language)).into(), icu_decimal::options::DecimalFormatterOptions::default()).expect("ICU knows it");
            let value = (number * 10 + tenths) as f64 / 10.0 * if is_negative { -1.0 } else { 1.0 };
            prop_assume!(value != 0.0);
            let mut decimal = Decimal::from(number * 10 + tenths);
            decimal.multiply_pow10(-1);
            decimal.absolute.trim_end();
            if is_negative {
                decimal.set_sign(fixed_decimal::Sign::Negative);
            }
            // Signs of direction around a minus are a matter of where it stands.
            let expected = formatter.format(&decimal).to_string().replace(['\u{200e}', '\u{200f}', '\u{61c}'], "");
            prop_assert_eq!(words(language).decimal(value, 1), expected, "{}", language);
        }
    }
}

#[test]
fn lists_are_written_as_icu_writes_them() {
    for language in LANGUAGES {
        let options = ListFormatterOptions::default().with_length(ListLength::Wide);
        let formatter = ListFormatter::try_new_and((&locale(language)).into(), options).expect("ICU knows it");
        for names in [&["A"][..], &["A", "B"], &["A", "B", "C"], &["A", "B", "C", "D", "E"]] {
            let own = words(language).list(names).replace(['\u{2068}', '\u{2069}'], "");
            assert_eq!(own, formatter.format(names.iter()).to_string(), "{language}");
        }
    }
}

#[test]
fn plural_forms_are_chosen_as_icu_chooses_them() {
    for language in LANGUAGES {
        let options = icu_plurals::PluralRulesOptions::default().with_type(icu_plurals::PluralRuleType::Cardinal);
        let rules = icu_plurals::PluralRules::try_new((&locale(language)).into(), options).expect("ICU knows it");
        // One form a category, each of which says its name.
        let names = ["zero", "one", "two", "few", "many", "other"].map(|name| (name.to_owned(), name.into()));
        let own = Map::from_iter([("site.projects".to_owned(), serde_json::Value::Object(Map::from_iter(names)))]);
        let words = Words::of(language, &own).0;
        for number in (0..1_300).chain([10_000, 99_999, 123_456, 1_000_000, 1_000_001, 2_000_000, 30_000_000]) {
            let expected = format!("{:?}", rules.category_for(number)).to_lowercase();
            assert_eq!(words.site_projects(number), expected, "{language}: {number}");
        }
    }
}
