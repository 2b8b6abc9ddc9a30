//! An archive as it is sent to whoever asks for their data.

use std::io::{Cursor, Write as _};

use vitrine_import::{Import, linkedin};
use vitrine_model::{Gate, Severity, check};
use zip::write::SimpleFileOptions;

fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TABLES: [(&str, &str); 13] = [
    (
        "Profile.csv",
        "\u{feff}First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\nAda,Lovelace,Byron,12 Square,10 Dec,Analyst,\"First paragraph.\n\nSecond, \"\"quoted\"\".\",Software,W1,\"London, England\",[adal],\"[BLOG:https://blog.example,OTHER:ada.example]\",\n",
    ),
    // Another order of columns than usual.
    (
        "Positions.csv",
        "Title,Company Name,Started On,Finished On,Location,Description\nLead,Engine Works,Mar 2020,,London,\"Leads.\n• Built it\n- Proved it\"\nEngineer,Engine Works,Jan 2018,Feb 2020,London,\nClerk,Mill,2015,2017,,\n",
    ),
    (
        "Education.csv",
        "School Name,Start Date,End Date,Notes,Degree Name,Activities\nUniversity of London,2011,2015,,BSc Mathematics,Chess\nEvening School,,2010,,,\n",
    ),
    ("Skills.csv", "Name\nRust\nMathematics\nRust\n"),
    (
        "Certifications.csv",
        "Name,Url,Authority,Started On,Finished On,License Number\nLoom licence,https://cert.example/1,Loom Board,May 2021,,L-1\n",
    ),
    ("Languages.csv", "Name,Proficiency\nEnglish,Native or bilingual proficiency\n"),
    (
        "Projects.csv",
        "Title,Description,Url,Started On,Finished On\nNotes,Notes on the engine.,https://notes.example,Jun 2019,Jul 2019\n",
    ),
    (
        "Publications.csv",
        "Name,Published On,Description,Publisher,Url\nSketch,\"Oct 1, 2020\",Of the engine.,Taylor,\n",
    ),
    ("Honors.csv", "Title,Description,Issued On\nFellow,Of the society.,Apr 2022\n"),
    (
        "Volunteering.csv",
        "Company Name,Role,Cause,Started On,Finished On,Description\nCode Club,Teacher,Education,Jan 2017,Dec 2017,Taught.\n",
    ),
    (
        "Recommendations_Received.csv",
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nCharles,Babbage,Engines,Inventor,She sees further.,\"01/02/21, 10:00 AM\",VISIBLE\n",
    ),
    ("Connections.csv", "Notes:\n\"private\"\n\nFirst Name,Email Address\nX,x@example.org\n"),
    ("Email Addresses.csv", "Email Address,Primary\nada@private.example,Yes\n"),
];

#[test]
fn the_tables_of_an_archive_become_a_sound_portfolio() {
    let folder: Vec<(String, &str)> =
        TABLES.iter().map(|(name, text)| (format!("Basic_Export/{name}"), *text)).collect();
    let folder: Vec<(&str, &str)> = folder.iter().map(|(name, text)| (&**name, *text)).collect();
    for files in [&TABLES[..], &folder] {
        let Import { portfolio, notes } = linkedin::read(&archive(files)).unwrap();
        assert_eq!(notes, [""; 0]);
        let text = portfolio.file();
        let reading = check(&text, &Gate::native()).unwrap();
        let problems: Vec<String> = reading
            .problems
            .iter()
            .filter(|problem| problem.severity() != Severity::Note)
            .map(ToString::to_string)
            .collect();
        assert!(problems.is_empty(), "{problems:#?}\n{text}");
        let expected = r#"{"version":1,"profile":{"name":"Ada Lovelace","headline":"Analyst","location":"London, England","about":["First paragraph.","Second, \"quoted\"."],"links":[{"label":"Blog","url":"https://blog.example"},{"url":"https://ada.example"},{"label":"Twitter","url":"https://twitter.com/adal"}]},"projects":[{"id":"notes","title":"Notes","period":{"start":"2019-06","end":"2019-07"},"summary":"Notes on the engine.","links":[{"url":"https://notes.example"}]}],"experience":[{"name":"Engine Works","location":"London","roles":[{"title":"Lead","start":"2020-03","summary":"Leads.","achievements":["Built it","Proved it"]},{"title":"Engineer","start":"2018-01","end":"2020-02"}]},{"name":"Mill","roles":[{"title":"Clerk","start":"2015","end":"2017"}]}],"skills":{"groups":[{"title":"Skills","entries":["Rust","Mathematics"]}]},"education":[{"title":"BSc Mathematics","by":"University of London","period":{"start":"2011","end":"2015"},"points":["Chess"]},{"title":"Evening School","date":"2010"}],"certificates":[{"title":"Loom licence","by":"Loom Board","date":"2021-05","url":"https://cert.example/1"}],"publications":[{"title":"Sketch","by":"Taylor","date":"2020-10","text":"Of the engine."}],"languages":[{"title":"English","level":"Native or bilingual proficiency"}],"awards":[{"title":"Fellow","date":"2022-04","text":"Of the society."}],"volunteering":[{"title":"Teacher","by":"Code Club","period":{"start":"2017-01","end":"2017-12"},"text":"Taught."}],"testimonials":[{"title":"Charles Babbage","by":"Inventor, Engines","text":"She sees further."}]}"#;
        assert_eq!(portfolio.to_string(), expected);
        for private in ["private", "Byron", "12 Square", "10 Dec", "W1", "x@example.org"] {
            assert!(!text.contains(private), "{private}");
        }
    }
}

#[test]
fn what_is_no_archive_says_so() {
    for (bytes, said) in [
        (b"PK nothing".to_vec(), "give the ZIP file as LinkedIn sent it"),
        (Vec::new(), "give the ZIP file"),
        (archive(&[("notes.txt", "x")]), "larger data archive"),
        (archive(&[("Positions.csv", "")]), "larger data archive"),
    ] {
        let error = linkedin::read(&bytes).unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
}

#[test]
fn columns_that_nobody_knows_and_rows_without_a_name_are_told() {
    let bytes = archive(&[("Skills.csv", "Name,Endorsed By\nRust,Bob\n,Eve\n")]);
    let notes = linkedin::read(&bytes).unwrap().notes;
    assert_eq!(
        notes,
        ["skills.csv, row 2 has no name and is left out", "a portfolio has no place for skills.endorsed by (2)"]
    );
}
