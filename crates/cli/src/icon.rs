//! The icon that a portfolio names, a file beside it.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use vitrine_site::icon::{Fault, Icon};

/// Reads it.
///
/// # Errors
/// Why it can't be one, with what to do about it.
pub fn read(name: &str, portfolio: &Path) -> Result<Icon, Fault> {
    Fault::of_name(name)?;
    let file = portfolio.with_file_name(name);
    let bytes = fs::read(&file).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Fault::Missing(file.display().to_string()),
        _ => Fault::Unreadable(format!("{}: {error}", file.display())),
    })?;
    Icon::read(name, &bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_icon_is_read_from_beside_the_portfolio_and_from_nowhere_else() {
        let folder = std::env::temp_dir().join(format!("vitrine-icon-{}", std::process::id()));
        fs::create_dir_all(folder.join("images")).unwrap();
        let portfolio = folder.join("portfolio.json");
        let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>"#;
        fs::write(folder.join("images/me.svg"), svg).unwrap();
        assert_eq!(read("images/me.svg", &portfolio).unwrap().favicon(), svg.as_bytes());
        for name in
            ["/etc/icon.svg", "../icon.svg", "images/../../icon.svg", "https://example.org/icon.svg", "a\\b.png", ""]
        {
            assert_eq!(read(name, &portfolio).unwrap_err(), Fault::Name, "{name}");
        }
        assert_eq!(read("images/me.jpg", &portfolio).unwrap_err(), Fault::Ending);
        assert!(matches!(read("you.svg", &portfolio), Err(Fault::Missing(place)) if place.ends_with("you.svg")));
        fs::remove_dir_all(&folder).unwrap();
    }
}
