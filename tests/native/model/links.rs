//! Which links pass the gate.

use proptest::prelude::*;
use vitrine::model::href::{HrefKind, is_email};
use vitrine::model::{Gate, Href};

use super::{reading, report, sound};

fn admit(text: &str) -> Option<(HrefKind, String)> {
    Gate::native().admit(text).map(|href| {
        sound::href(&href);
        (href.kind(), href.as_str().to_owned())
    })
}

#[test]
fn honest_links_pass() {
    use HrefKind::{External, Mail, Phone, Relative};
    for (text, kind, href) in [
        ("https://example.org", External, "https://example.org/"),
        ("HTTPS://Example.org/a b".trim_end_matches(" b"), External, "https://example.org/a"),
        ("http://localhost:8080/x?q=1#y", External, "http://localhost:8080/x?q=1#y"),
        ("https://example.org/@ada", External, "https://example.org/@ada"),
        ("https://аррӏе.test/", External, "https://xn--80ak6aa92e.test/"),
        ("mailto:ada@example.org", Mail, "mailto:ada@example.org"),
        ("MailTo:ada@example.org?cc=eve@evil.test&body=x", Mail, "mailto:ada@example.org?body=x"),
        ("tel:+44-20-7946-0000", Phone, "tel:+44-20-7946-0000"),
        ("talks/slides.pdf", Relative, "talks/slides.pdf"),
        ("/talks/slides.pdf", Relative, "talks/slides.pdf"),
        ("./talks/./x", Relative, "talks/x"),
        ("?tech=redis", Relative, "?tech=redis"),
        ("#contact", Relative, "#contact"),
        ("/", Relative, ""),
        ("notes?at=10:30", Relative, "notes?at=10:30"),
    ] {
        assert_eq!(admit(text), Some((kind, href.to_owned())), "{text}");
    }
}

#[test]
fn links_that_attack_or_mislead_are_refused() {
    for text in [
        "",
        " ",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "\u{1}javascript:alert(1)",
        " javascript:alert(1)",
        "\u{feff}javascript:alert(1)",
        "./javascript:alert(1)",
        "/javascript:alert(1)",
        "x/../javascript:alert(1)",
        "1javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:image/svg+xml,<svg onload=alert(1)>",
        "vbscript:x",
        "blob:https://example.org/x",
        "file:///etc/passwd",
        "ftp://example.org/",
        "//evil.test",
        "///evil.test",
        ".//evil.test",
        "/.//evil.test",
        "\\\\evil.test",
        "/\\evil.test",
        "https:\\\\evil.test",
        "https:evil.test",
        "https:/evil.test",
        "https:///evil.test",
        "https://",
        "https://good@evil.test",
        "https://good:secret@evil.test",
        "https://@evil.test",
        "https://:@evil.test",
        "https://a b.test",
        "https://ex\u{202e}ample.org",
        "../../secret",
        "..",
        "a/../../b",
        "%2e%2e/secret",
        "a/.%2E/b",
        "mailto:",
        "mailto:ada@example.org%0d%0aBcc:eve@evil.test",
        "mailto:ada@example.org\r\nBcc: eve@evil.test",
        "mailto:a@example.org,b@example.org",
        "mailto:?to=eve@evil.test",
        "tel:",
        "tel:javascript",
        "tel:+1;ext=5",
    ] {
        assert_eq!(admit(text), None, "{text:?}");
    }
}

#[test]
fn a_refused_link_stays_as_text_and_is_named() {
    let reading = reading(
        r#"{"profile": {"name": "Ada", "about": ["See [me](javascript:alert(1)) and [it](https://example.org/)."],
            "links": [{"label": "Me", "url": "https://good@evil.test"}]},
            "contact": {"email": "ada@example.org?cc=eve@evil.test"}}"#,
    );
    assert_eq!(reading.value.profile.about[0].plain(), "See [me](javascript:alert(1)) and it.");
    assert_eq!((reading.value.profile.links[0].label.as_str(), &reading.value.profile.links[0].href), ("Me", &None));
    assert_eq!(reading.value.contact.as_ref().and_then(|contact| contact.email.as_ref()), None);
    for path in ["profile.about[0]: ", "profile.links[0].url: ", "contact.email: "] {
        assert!(report(&reading).contains(path), "{}", report(&reading));
    }
}

#[test]
fn markup_in_a_text_stays_a_text() {
    for text in
        ["<img src=x onerror=alert(1)>", "</script><script>", "\"onfocus=alert(1) autofocus", "</title><!--", "]]>&"]
    {
        let file = serde_json::json!({ "profile": { "name": text, "about": [text] } });
        let profile = reading(&file.to_string()).value.profile;
        assert_eq!((profile.name.as_str(), profile.about[0].plain().as_str()), (text, text));
    }
}

#[test]
fn text_that_reads_otherwise_than_it_is_written_is_straightened() {
    let reading = reading("{\"profile\": {\"name\": \"A\u{202e}da\\u0000 \\u001b[1m\u{2066}\"}}");
    assert_eq!(reading.value.profile.name, "Ada [1m");
    assert_eq!(report(&reading).lines().count(), 1);
    assert!(report(&reading).starts_with("Warning profile.name: holds control or text-reordering characters"));
}

#[test]
fn an_email_address_is_one_address() {
    for text in ["ada@example.org", "ada.l+x@mail.example.org", "o'hara@example.org"] {
        assert!(is_email(text), "{text}");
    }
    for text in [
        "",
        "ada",
        "@x.org",
        "ada@",
        "ada@x",
        "a b@x.org",
        "a@b@x.org",
        "<a@x.org>",
        "a@x..org",
        "a@x.org?cc=y",
        "a@-x.org",
        ".a@x.org",
    ] {
        assert!(!is_email(text), "{text}");
    }
}

proptest! {
    #[test]
    fn whatever_passes_leads_where_its_kind_says(text in "(https?|javascript|mailto|data|tel|)[:/\\\\@.?#%2ea-z \\t]{0,20}") {
        admit(&text);
    }

    #[test]
    fn whatever_passes_passes_again(text in "[./a-z:?#%@0-9+-]{0,16}") {
        if let Some((kind, href)) = admit(&text).filter(|(_, href)| !href.is_empty()) {
            prop_assert_eq!(admit(&href), Some((kind, href)));
        }
    }
}

#[test]
fn a_site_is_published_at_a_plain_https_address() {
    let site = |url: &str| reading(&serde_json::json!({ "site": url, "profile": { "name": "Ada" } }).to_string());
    for url in ["https://ada.example", "https://ada.example/repo/", "https://ada.example:8443/x"] {
        assert!(site(url).value.site.is_some_and(|href| href.as_str().starts_with(url)), "{url}");
    }
    for url in [
        "http://ada.example/",
        "/repo/",
        "ada.example",
        "https://ada.example/?x",
        "https://ada.example/#x",
        "mailto:a@b.c",
    ] {
        let found = site(url);
        assert_eq!(found.value.site, None, "{url}");
        assert!(report(&found).contains("is no address of a site"), "{url}");
    }
}

#[test]
fn links_are_mended_with_a_note_and_refused_with_the_fault() {
    let reading = reading(include_str!("../data/cases/links.json"));
    let contact = reading.value.contact.as_ref().expect("a contact");
    let links = reading.value.profile.links.iter().chain(&contact.links);
    let found: Vec<(&str, Option<&str>)> =
        links.map(|link| (&*link.label, link.href.as_ref().map(Href::as_str))).collect();
    assert_eq!(
        found,
        [
            ("GitHub", Some("https://github.com/danaficta")),
            ("Hire", Some("mailto:dana@example.org?subject=Hiring%20you")),
            ("Call", Some("tel:+491701234567")),
            ("Talk", Some("https://x.example/my%20talk.pdf")),
            ("Skype", Some("skype:dana.ficta?chat")),
            ("XMPP", Some("xmpp:dana@example.org")),
            ("Geo", Some("geo:52.52,13.40")),
            ("Signal", None),
            ("Matrix", Some("matrix:u/dana:example.org")),
            ("LinkedIn", Some("https://www.linkedin.com/in/danaficta")),
            ("CV", Some("cv.pdf")),
            ("FTP", None),
            ("SMS", Some("sms:+491701234567")),
            ("WhatsApp", None),
        ]
    );
    let told = report(&reading);
    assert!(
        told.contains(
            "Note profile.links[0].url: \"github.com/danaficta\" is read as \"https://github.com/danaficta\""
        ),
        "{told}"
    );
    assert!(told.contains("Error contact.links[10].url: \"ftp://ftp.example.org/cv.pdf\" is refused as a link: links that begin with \"ftp:\""), "{told}");
    assert_eq!(told.lines().filter(|line| line.starts_with("Error")).count(), 3, "{told}");
}

#[test]
fn an_address_without_a_scheme_leads_where_it_says() {
    let reading = reading(include_str!("../data/cases/no-scheme.json"));
    let links = reading.value.profile.links.iter().filter_map(|link| link.href.as_ref());
    let found: Vec<&str> = links.map(Href::as_str).collect();
    assert_eq!(found, ["https://github.com/danaficta", "https://www.linkedin.com/in/danaficta"]);
    assert!(report(&reading).lines().all(|line| line.starts_with("Note")), "{}", report(&reading));
}

#[test]
fn what_is_left_out_of_a_link_is_only_what_people_leave_out() {
    for (url, expected) in [
        ("ada@example.org", Some("mailto:ada@example.org")),
        ("+49 170 123456", Some("tel:+49170123456")),
        ("example.org", Some("https://example.org/")),
        ("ada.dev/cv", Some("https://ada.dev/cv")),
        ("WWW.Example.org/A b", Some("https://www.example.org/A%20b")),
        ("cv.md", Some("cv.md")),
        ("talk.rs", Some("talk.rs")),
        ("t.me/ada", Some("https://t.me/ada")),
        ("files/my talk.pdf", Some("files/my%20talk.pdf")),
        ("mailto:ada@example.org?subject=a b&cc=eve@evil.test", Some("mailto:ada@example.org?subject=a%20b")),
        ("mailto:ada@example.org?subject=x%0D%0ABcc:eve@evil.test", Some("mailto:ada@example.org")),
        ("mailto:ada@example.org?subject=x%0ABcc:eve@evil.test", Some("mailto:ada@example.org")),
        ("mailto:ada@example.org?body=a%0D%0Ab", Some("mailto:ada@example.org?body=a%0D%0Ab")),
        ("geo:0,0?q=Vienna%20Austria", Some("geo:0,0?q=Vienna%20Austria")),
        ("skype://evil.test", None),
        ("xmpp:<script>", None),
        ("sms:javascript", None),
        ("localhost:3000/x", None),
        ("javascript:alert(1)", None),
        ("https://a b.test", None),
    ] {
        let file = serde_json::json!({"profile": {"name": "Ada", "links": [{"label": "L", "url": url}]}}).to_string();
        let reading = reading(&file);
        assert_eq!(reading.value.profile.links[0].href.as_ref().map(Href::as_str), expected, "{url}");
    }
    // Without a label, a link is called by where it leads.
    let reading = reading(
        r#"{"profile": {"name": "Ada", "links": ["https://github.com/ada/", "www.example.org", "ada@example.org"]}}"#,
    );
    let labels: Vec<&str> = reading.value.profile.links.iter().map(|link| &*link.label).collect();
    assert_eq!(labels, ["github.com/ada", "example.org", "ada@example.org"]);
}

#[test]
fn a_resume_is_an_address_or_several_and_is_called_so_if_it_is_alone_and_has_no_name() {
    for (resume, expected) in [
        (r#""cv.pdf""#, vec![("Résumé", Some("cv.pdf"))]),
        (r#"["cv.pdf"]"#, vec![("Résumé", Some("cv.pdf"))]),
        (r#"{"url": "files/My CV.pdf", "label": "CV (PDF)"}"#, vec![("CV (PDF)", Some("files/My%20CV.pdf"))]),
        (r#"{"url": "https://example.org/cv.pdf"}"#, vec![("Résumé", Some("https://example.org/cv.pdf"))]),
        (
            r#"[{"url": "cv.pdf", "label": "English"}, "lebenslauf.pdf"]"#,
            vec![("English", Some("cv.pdf")), ("lebenslauf.pdf", Some("lebenslauf.pdf"))],
        ),
        (r#""javascript:alert(1)""#, vec![("Résumé", None)]),
        (r#""../cv.pdf""#, vec![("Résumé", None)]),
    ] {
        let reading = reading(&format!(r#"{{"profile": {{"name": "Ada", "resume": {resume}}}}}"#));
        let told = reading.value.profile.links.iter().map(|link| (&*link.label, link.href.as_ref().map(Href::as_str)));
        assert_eq!(told.collect::<Vec<_>>(), expected, "{resume}");
    }
    for name in ["cv", "pdf", "résumé", "curriculumVitae"] {
        let reading = reading(&format!(r#"{{"profile": {{"name": "Ada", "{name}": "cv.pdf"}}}}"#));
        let problem = reading.problems[0].to_string();
        assert!(problem.contains("\"resume\""), "{name}: {problem}");
    }
}

#[test]
fn a_misspelt_beginning_is_told_with_what_to_write() {
    use vitrine::model::href::Fault;
    for (text, meant) in [
        ("https//example.org/x", "https://"),
        ("https:/example.org/x", "https://"),
        ("https:example.org", "https://"),
        ("https:///example.org", "https://"),
        ("https;//example.org", "https://"),
        ("HTTP//example.org", "http://"),
        ("http:/example.org", "http://"),
        ("htps://example.org", "https://"),
        ("htttps://example.org", "https://"),
        ("ttps://example.org", "https://"),
        ("htpp://example.org", "http://"),
    ] {
        assert_eq!(Gate::native().judge(text), Err(Fault::Misspelt(meant)), "{text}");
    }
    // A folder of that name, and schemes that are others.
    assert!(admit("https/notes.pdf").is_some() && admit("http.pdf").is_some() && admit("https").is_some());
    for text in ["ftp://example.org", "ssh://example.org", "file:///x"] {
        assert!(matches!(Gate::native().judge(text), Err(Fault::Scheme(_))), "{text}");
    }
}

#[test]
fn a_host_with_a_port_is_an_address_without_its_scheme() {
    for text in ["example.org:8080/x", "www.example.org:8443", "demo.example.me:80?a=b", "a.b.example.io:3000/#x"] {
        let admitted = Gate::native().judge(text).expect(text);
        assert!(admitted.is_mended, "{text}");
        assert!(
            admitted.href.as_str().starts_with(&["https://", text.split([':']).next().unwrap()].concat()),
            "{text}"
        );
    }
    for text in ["example.org:javascript", "example.org:", "example.org:999999/x", "web.archive:80x"] {
        assert_eq!(admit(text), None, "{text}");
    }
}

#[test]
fn a_site_that_is_mended_is_noted_like_any_link() {
    let site = |url: &str| reading(&serde_json::json!({ "site": url, "profile": "Ada" }).to_string());
    for (url, meant) in [
        ("ada.dev", "https://ada.dev/"),
        ("www.example.org/ada/", "https://www.example.org/ada/"),
        ("https://ada.example/my site/", "https://ada.example/my%20site/"),
    ] {
        let found = site(url);
        assert_eq!(found.value.site.as_ref().map(Href::as_str), Some(meant));
        assert_eq!(report(&found), format!("Note site: {url:?} is read as {meant:?}; write it so\n"));
    }
}

#[test]
fn a_link_without_a_label_is_called_by_its_address_as_people_read_it() {
    for (url, label) in [
        ("https://www.linkedin.com/in/tha%C3%ADs-guimar%C3%A3es", "linkedin.com/in/thaís-guimarães"),
        ("https://www.linkedin.com/in/thaís-guimarães/", "linkedin.com/in/thaís-guimarães"),
        ("https://ru.wikipedia.org/wiki/%D0%90%D0%B4%D0%B0", "ru.wikipedia.org/wiki/Ада"),
        ("https://example.org/写真/二", "example.org/写真/二"),
        // What is no letter may be something else than it looks, or nothing to see.
        ("https://example.org/a%2Fb%20c", "example.org/a%2Fb%20c"),
        ("https://example.org/%E2%80%AEgnp", "example.org/%E2%80%AEgnp"),
        ("https://example.org/%C3%28%FF", "example.org/%C3%28%FF"),
        ("https://example.org/100%", "example.org/100%"),
        ("https://example.org/%zz%C3%A9", "example.org/%zzé"),
    ] {
        let file = serde_json::json!({ "profile": { "name": "Ada", "links": [url] } }).to_string();
        let link = &reading(&file).value.profile.links[0];
        assert_eq!(link.label, label, "{url}");
        assert!(link.href.as_ref().is_some_and(|href| href.as_str().is_ascii()), "{url}");
    }
}
