use vitrine_model::{Gate, read};

use super::*;

/// A PDF that Chromium has printed of the portfolio beside it: of a changed one, `vitrine export pdf --portfolio
/// crates/cli/tests/print/portfolio.json --out crates/cli/tests/print/portfolio.pdf`.
const PDF: &[u8] = include_bytes!("../../../tests/print/portfolio.pdf");
const PORTFOLIO: &str = include_str!("../../../tests/print/portfolio.json");

#[track_caller]
fn portfolio(from: &str, to: &str) -> Portfolio {
    assert!(PORTFOLIO.contains(from), "{from}");
    read(&PORTFOLIO.replace(from, to), &Gate::native()).expect("a portfolio").value
}

fn faults(portfolio: &Portfolio) -> Vec<String> {
    Print::read(PDF).expect("a PDF").verify(portfolio, Day(20_000)).faults
}

#[test]
fn what_was_printed_is_found_in_its_order() {
    let verdict = Print::read(PDF).expect("a PDF").verify(&portfolio("", ""), Day(20_000));
    assert_eq!(verdict.faults, [""; 0]);
    assert!(verdict.texts >= 12 && verdict.links == 3, "{} texts, {} links", verdict.texts, verdict.links);
}

#[test]
fn what_was_not_printed_is_told() {
    for (from, to, said) in [
        ("Ada Lovelace", "Ada Byron", "the name \"Ada Byron\" is not in the text"),
        ("Bernoulli numbers", "Bernoulli sums", "the title \"Bernoulli sums\" is not in the text"),
        ("7 loops", "8 loops", "the figure \"8 loops\" is not in the text"),
        ("1843-09", "1844-09", "the period \"Feb 1842 – Sep 1844\" is not in the text"),
        ("example.org/g", "example.org/h", "no link of the PDF leads to https://example.org/h"),
    ] {
        let faults = faults(&portfolio(from, to));
        assert!(faults.iter().any(|fault| fault.starts_with(said)), "{said}: {faults:?}");
    }
}

#[test]
fn another_order_is_told() {
    let mut portfolio = portfolio("", "");
    portfolio.sections.reverse();
    let faults = faults(&portfolio);
    assert!(faults.iter().any(|fault| fault.contains("is not where the page has it")), "{faults:?}");
}

#[test]
fn sections_share_the_sheets() {
    let print = Print::read(PDF).expect("a PDF");
    let shares = shares(&portfolio("", ""), &print);
    assert_eq!(shares.len(), portfolio("", "").sections.len());
    let all: f64 = shares.iter().map(|(_, share)| share).sum();
    assert!(all > 0.3 && all <= print.sheets as f64, "{shares:?}");
}

#[test]
fn what_is_no_pdf_or_not_all_of_one_is_told() {
    let portfolio = portfolio("", "");
    for bytes in [&b""[..], b"%PDF-1.7\n", &PDF[..PDF.len() / 2], b"<html>"] {
        let verdict = Print::read(bytes).map(|print| print.verify(&portfolio, Day(20_000)));
        assert!(verdict.is_err() || verdict.is_ok_and(|verdict| !verdict.faults.is_empty()), "{} bytes", bytes.len());
    }
}
