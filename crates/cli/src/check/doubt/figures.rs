//! Figures of one name that differ.

use serde_json::Value;
use vitrine_model::JsonPath;

use super::Step::{Index, Key};
use super::{Doubt, at, entries, text};

/// A figure with its name.
struct Figure {
    label: String,
    /// As it is shown.
    shown: String,
    /// How much it is, without its sign; `None` where nobody can tell.
    amount: Option<f64>,
    path: JsonPath,
}

/// All of a file. Projects may differ from one another, each has its own figures; but what the metrics say is said of the whole.
pub fn doubts(file: &Value) -> Vec<Doubt> {
    let metrics: Vec<Figure> = entries(file, "metrics").iter().enumerate().filter_map(metric).collect();
    let impacts: Vec<Figure> = entries(file, "projects").iter().enumerate().filter_map(impact).collect();
    let mut found = Vec::new();
    for (position, metric) in metrics.iter().enumerate() {
        if let Some(earlier) = metrics[..position].iter().find(|earlier| earlier.label == metric.label)
            && earlier.differs(metric)
        {
            found.push(metric.against(earlier));
        }
        let same: Vec<&Figure> = impacts.iter().filter(|impact| impact.label == metric.label).collect();
        // Where one project agrees, the others are about something else.
        if same.iter().all(|impact| impact.differs(metric)) {
            found.extend(same.iter().map(|impact| impact.against(metric)));
        }
    }
    found
}

fn metric((index, metric): (usize, &Value)) -> Option<Figure> {
    let part = |name| text(&metric[name]).unwrap_or_default();
    let shown = [part("sign"), part("value"), part("unit")].concat();
    Figure::of(text(&metric["label"])?, shown, at(&[Key("metrics"), Index(index), Key("value")]))
}

fn impact((index, project): (usize, &Value)) -> Option<Figure> {
    let impact = &project["impact"];
    let path = at(&[Key("projects"), Index(index), Key("impact"), Key("figure")]);
    Figure::of(text(&impact["label"])?, text(&impact["figure"])?, path)
}

impl Figure {
    fn of(label: String, shown: String, path: JsonPath) -> Option<Self> {
        let label = label.to_lowercase();
        (!label.is_empty()).then(|| Self { amount: amount(&shown), label, shown, path })
    }

    fn differs(&self, other: &Self) -> bool {
        match (self.amount, other.amount) {
            (Some(one), Some(other)) => (one - other).abs() > 1e-9 * one.abs().max(other.abs()),
            _ => false,
        }
    }

    fn against(&self, other: &Self) -> Doubt {
        let said = format!(
            "{:?} is {:?} here and {:?} at {}; mend one, or call them by different names",
            self.label, self.shown, other.shown, other.path
        );
        Doubt::warning("V0706", said, self.path.clone())
    }
}

/// How much a figure says, without its sign and unit: of `1.2M+` it is 1,200,000.
fn amount(shown: &str) -> Option<f64> {
    let start = shown.find(|letter: char| letter.is_ascii_digit())?;
    let rest = &shown[start..];
    let end = rest
        .find(|letter: char| !letter.is_ascii_digit() && !",. \u{a0}\u{202f}'’".contains(letter))
        .unwrap_or(rest.len());
    let (number, unit) = (rest[..end].trim_end_matches([' ', '\u{a0}', '\u{202f}', '.', ',']), rest[end..].trim());
    // A second number makes a span, or a share, which nobody can compare.
    if unit.contains(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let groups: Vec<&str> = number.split(|letter: char| !letter.is_ascii_digit()).collect();
    let is_grouped = groups.len() > 1 && groups[1..].iter().all(|group| group.len() == 3);
    let plain = if is_grouped { groups.concat() } else { number.replace(',', ".") };
    let factor = match unit.trim_end_matches('+').to_lowercase().as_str() {
        "k" | "thousand" => 1e3,
        "m" | "million" => 1e6,
        "b" | "bn" | "billion" => 1e9,
        _ => 1.0,
    };
    Some(plain.parse::<f64>().ok()? * factor)
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn a_figure_says_as_much_however_it_is_written() {
        for (shown, expected) in [
            ("1.2M+", Some(1.2e6)),
            ("1,200,000", Some(1.2e6)),
            ("1.2 million", Some(1.2e6)),
            ("−70%", Some(70.0)),
            ("-70 %", Some(70.0)),
            ("99,9 %", Some(99.9)),
            ("99.95%", Some(99.95)),
            ("Billions", None),
            ("5–7", None),
            ("3/4", None),
        ] {
            assert_eq!(amount(shown), expected, "{shown}");
        }
    }
}
