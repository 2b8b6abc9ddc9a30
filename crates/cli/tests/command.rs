//! The command as a person runs it: every `console` block of the Markdown files in `command/` is run, and says what is written there.
//! `TRYCMD=overwrite` writes down what it says now.

#[test]
fn commands_say_what_is_written_down() {
    trycmd::TestCases::new().case("tests/command/*.md");
}
