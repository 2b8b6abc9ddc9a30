//! Words of a diagram as Mermaid writes them: quoted, in Markdown, with tags and named signs.

/// Colours that people name.
const COLOURS: [&str; 22] = [
    "aqua",
    "beige",
    "black",
    "blue",
    "cyan",
    "gold",
    "gray",
    "green",
    "grey",
    "lightblue",
    "lightgreen",
    "lightgrey",
    "lightyellow",
    "orange",
    "pink",
    "purple",
    "red",
    "silver",
    "teal",
    "white",
    "yellow",
    "lavender",
];

/// The words in one line.
pub fn plain(text: &str) -> String {
    let text = text.trim();
    let text = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text).trim();
    let markdown = text.strip_prefix('`').and_then(|text| text.strip_suffix('`'));
    let text = markdown.map_or_else(|| text.to_owned(), without_marks).replace("\\n", " ");
    let text = signs(&without_tags(&text));
    let words = text.split_whitespace().filter(|word| !is_icon(word));
    words.collect::<Vec<_>>().join(" ")
}

/// The name of an icon ahead of a label: `fa:fa-user`.
fn is_icon(word: &str) -> bool {
    word.split_once(':').is_some_and(|(set, name)| {
        matches!(set, "fa" | "fab" | "fas" | "far" | "fal" | "fad") && name.starts_with("fa-")
    })
}

fn without_marks(text: &str) -> String {
    text.replace("**", "").replace("__", "").replace(['*', '`'], "")
}

fn without_tags(text: &str) -> String {
    let (mut plain, mut rest) = (String::new(), text);
    while let Some(start) = rest.find('<') {
        let is_tag = rest[start + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        if let Some(length) = rest[start..].find('>').filter(|_| is_tag) {
            plain.push_str(&rest[..start]);
            plain.push(' ');
            rest = &rest[start + length + 1..];
        } else {
            plain.push_str(&rest[..=start]);
            rest = &rest[start + 1..];
        }
    }
    plain + rest
}

/// `#quot;`, `#35;`, `&lt;` as the signs that they stand for.
fn signs(text: &str) -> String {
    let (mut said, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(['#', '&']) {
        said.push_str(&rest[..at]);
        rest = &rest[at..];
        let name = rest[1..].split_once(';').map(|(name, _)| name).filter(|name| name.len() <= 8);
        if let Some((sign, length)) = name.and_then(|name| Some((sign(name)?, name.len() + 2))) {
            said.push(sign);
            rest = &rest[length..];
        } else {
            said.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    said + rest
}

fn sign(name: &str) -> Option<char> {
    Some(match name {
        "quot" => '"',
        "apos" => '\'',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "nbsp" => ' ',
        "semi" => ';',
        "colon" => ':',
        "hash" | "num" => '#',
        "infin" => '∞',
        "hearts" => '♥',
        _ => {
            let digits = name.trim_start_matches('#');
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}

/// The words of a box, without its colour.
pub fn of_box(text: &str) -> String {
    let text = match text.split_once(')') {
        Some((colour, words)) if ["rgb(", "rgba(", "hsl("].iter().any(|start| colour.starts_with(start)) => words,
        _ => {
            let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
            let is_colour = first == "transparent" || COLOURS.contains(&&*first.to_ascii_lowercase());
            if is_colour { rest } else { text }
        }
    };
    plain(text)
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_what_a_reader_sees() {
        for (written, read) in [
            (" Order service ", "Order service"),
            ("\"Orders (EU)\"", "Orders (EU)"),
            ("\"`The **cat** in *the* hat`\"", "The cat in the hat"),
            ("Two<br/>lines<br>three\\nfour", "Two lines three four"),
            ("<b>Bold</b> a < b", "Bold a < b"),
            ("say #quot;hi#quot; #35;1 #9829; &lt;T&gt;", "say \"hi\" #1 ♥ <T>"),
            ("fa:fa-user Customer", "Customer"),
            ("C# & F#", "C# & F#"),
            ("日本語 ❤", "日本語 ❤"),
        ] {
            assert_eq!(super::plain(written), read, "{written}");
        }
    }
}
