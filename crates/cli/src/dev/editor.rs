//! The program that shows a line of a file.

use std::path::Path;

/// How editors are told of a place, by the end of their program's name. `{file}`, `{line}` and `{column}` stand for it.
const KNOWN: [(&[&str], &[&str]); 5] = [
    (&["code", "code-insiders", "codium", "cursor", "windsurf"], &["--goto", "{file}:{line}:{column}"]),
    (&["zed", "subl", "hx"], &["{file}:{line}:{column}"]),
    (&["idea", "webstorm", "rustrover", "goland", "pycharm"], &["--line", "{line}", "--column", "{column}", "{file}"]),
    (&["gvim", "mvim"], &["+{line}", "{file}"]),
    (&["emacsclient"], &["--no-wait", "+{line}:{column}", "{file}"]),
];

/// The command line, program first, that opens a place in an editor. The editor is a program's name, or a command with `{file}` in it.
pub fn command(editor: &str, file: &Path, line: usize, column: usize) -> Vec<String> {
    let mut words = editor.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    if !editor.contains("{file}") {
        let program =
            words.first().map(|program| program.rsplit(['/', '\\']).next().unwrap_or(program)).unwrap_or_default();
        let program = program.strip_suffix(".exe").or(program.strip_suffix(".cmd")).unwrap_or(program).to_owned();
        let arguments =
            KNOWN.iter().find(|(names, _)| names.contains(&&*program)).map_or(&["{file}"][..], |(_, how)| how);
        words.extend(arguments.iter().map(|word| (*word).to_owned()));
    }
    let file = file.display().to_string();
    let place = |word: String| {
        // The file last: it may hold any of the others.
        word.replace("{line}", &line.to_string()).replace("{column}", &column.to_string()).replace("{file}", &file)
    };
    words.into_iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editors_are_told_of_the_place_in_their_own_way() {
        for (editor, expected) in [
            ("code", "code --goto /a b.json:3:7"),
            ("/usr/bin/cursor", "/usr/bin/cursor --goto /a b.json:3:7"),
            ("code.cmd", "code.cmd --goto /a b.json:3:7"),
            ("subl", "subl /a b.json:3:7"),
            ("idea", "idea --line 3 --column 7 /a b.json"),
            ("emacsclient", "emacsclient --no-wait +3:7 /a b.json"),
            ("notepad", "notepad /a b.json"),
            ("kate -l {line} -c {column} {file}", "kate -l 3 -c 7 /a b.json"),
        ] {
            assert_eq!(command(editor, Path::new("/a b.json"), 3, 7).join(" "), expected);
        }
        assert_eq!(command("code", Path::new("/a b.json"), 3, 7).len(), 3, "a space in a name stays in it");
    }
}
