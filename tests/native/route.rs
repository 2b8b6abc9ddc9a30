//! Addresses: base paths, the chosen portfolio, and what `?portfolio=` refuses.

use vitrine::route::{Address, Page, is_same_page};

#[track_caller]
fn address(base: &str, portfolio: Option<&str>) -> Address {
    Address::new(base, portfolio).expect("a sound address")
}

#[test]
fn pages_live_below_the_base() {
    for base in ["/some/base/", "/some/base", "some/base/", "some/base"] {
        let address = address(base, None);
        assert_eq!(address.base(), "/some/base/");
        assert_eq!(address.router_base(), "/some/base");
        assert_eq!(address.portfolio_path(), "/some/base/portfolio.json");
        assert_eq!(address.href(Page::Home), "/some/base/");
        assert_eq!(address.href(Page::Section("projects")), "/some/base/#projects");
        assert_eq!(address.href(Page::Project("shop")), "/some/base/projects/shop/");
        assert_eq!(address.href(Page::Diagram("shop")), "/some/base/architecture/shop/");
        assert_eq!(address.href(Page::Experience), "/some/base/experience/");
    }
}

#[test]
fn a_site_at_the_root_has_an_empty_router_base() {
    let address = address("/", None);
    assert_eq!((address.base(), address.router_base().as_str()), ("/", ""));
    assert_eq!(address.href(Page::Project("shop")), "/projects/shop/");
}

#[test]
fn an_address_leads_to_the_page_it_was_made_for() {
    let pages = [Page::Home, Page::Project("shop"), Page::Diagram("shop"), Page::Diagrams, Page::Experience];
    for base in ["/", "/repo/", "/some/base/"] {
        let address = address(base, None);
        for page in pages {
            let href = address.href(page);
            assert_eq!(address.page(&href), Some(page), "{href}");
            let without_slash = href.trim_end_matches('/');
            if without_slash.starts_with('/') {
                assert_eq!(address.page(without_slash), Some(page), "{without_slash}");
            }
            let file = [&href, "index.html"].concat();
            assert_eq!(address.page(&file), Some(page), "{file}");
        }
    }
}

#[test]
fn an_unknown_address_leads_nowhere() {
    let address = address("/repo/", None);
    for path in
        ["/repo/nothing", "/repo/projects", "/repo/projects/shop/more", "/repo/experience/x", "/repository", "/", ""]
    {
        assert_eq!(address.page(path), None, "{path}");
    }
    assert_eq!(address.page("/repo"), Some(Page::Home));
}

#[test]
fn the_chosen_portfolio_is_kept_by_every_link() {
    let address = address("/", Some("examples/sharvil-kadam.json"));
    assert_eq!(address.portfolio_path(), "/examples/sharvil-kadam.json");
    assert_eq!(address.href(Page::Section("work")), "/?portfolio=examples/sharvil-kadam.json#work");
    let filtered = address.href_with(Page::Home, &[("tech", Some("redis,kafka".into())), ("q", None)]);
    assert_eq!(filtered, "/?portfolio=examples/sharvil-kadam.json&tech=redis,kafka");
}

#[test]
fn the_default_portfolio_leaves_no_trace() {
    for portfolio in [None, Some(""), Some("portfolio.json")] {
        assert_eq!(address("/", portfolio).href(Page::Experience), "/experience/");
    }
}

#[test]
fn query_values_are_encoded() {
    let url = address("/", None).href_with(Page::Home, &[("q", Some("a b&c=d#é%".into()))]);
    assert_eq!(url, "/?q=a+b%26c%3Dd%23%C3%A9%25");
}

#[test]
fn only_plain_relative_json_paths_are_opened() {
    let refused = [
        "/etc/portfolio.json",
        "//evil.test/x.json",
        "https://evil.test/x.json",
        "https:x.json",
        "../x.json",
        "examples/../../x.json",
        "examples/./x.json",
        "examples//x.json",
        "examples\\x.json",
        "%2e%2e/x.json",
        "x.json?y",
        "x.json#y",
        "x.txt",
        "javascript:alert(1)//.json",
        "data:application/json,{}.json",
        "é.json",
        ".json",
        " x.json",
    ];
    for path in refused {
        // The page says what would work, in its own language (`fetch.portfolio_address`).
        assert_eq!(Address::new("/", Some(path)).expect_err(path).0, path);
    }
    assert!(Address::new("/", Some(&"a/".repeat(150).replace("a/", "aa/"))).is_err());
}

#[test]
fn files_are_beside_the_portfolio_that_is_shown() {
    for (base, portfolio, files, expected) in [
        ("/", None, "pictures/a.webp", "/pictures/a.webp"),
        ("/repo/", None, "a.webp 480w, b.webp 960w", "/repo/a.webp 480w, /repo/b.webp 960w"),
        ("/repo/", Some("examples/ada.json"), "a.webp", "/repo/examples/a.webp"),
        ("/", Some("ada.json"), "a.webp", "/a.webp"),
    ] {
        assert_eq!(Address::new(base, portfolio).expect("an address").files(files), expected);
    }
}

#[test]
fn a_page_stays_the_page_however_a_host_writes_its_path() {
    for (rendered, actual) in [
        ("/", ""),
        ("/", "/index.html"),
        ("/", "//"),
        ("/", "/INDEX.HTML"),
        ("/Repo/", "/repo"),
        ("/Repo/", "/repo/index.html"),
        ("/projects/MyShop/", "/projects/myshop/"),
        ("/projects/MyShop/", "/PROJECTS/MYSHOP"),
        ("/projects/MyShop/", "/projects/MyShop.html"),
        ("/projects/MyShop/", "/projects//MyShop/index.html"),
        ("/architecture/API/", "/architecture/api/"),
        ("/architecture/api/", "/architecture/API/"),
        ("/writing/a_b-c.d/", "/writing/a%5Fb%2Dc%2ed/"),
        ("/caf\u{e9}/projects/x/", "/caf%C3%A9/projects/x/"),
        ("/404.html", "/404"),
    ] {
        assert!(is_same_page(rendered, actual), "{rendered} {actual}");
        assert!(is_same_page(actual, rendered), "{actual} {rendered}");
    }
}

#[test]
fn another_path_is_another_page() {
    for (rendered, actual) in [
        ("/", "/experience/"),
        ("/repo/", "/"),
        ("/projects/shop/", "/projects/shop-2/"),
        ("/projects/shop/", "/architecture/shop/"),
        ("/projects/index/", "/projects/"),
        ("/404.html", "/nowhere"),
        ("/projects/a%/", "/projects/a/"),
        ("/projects/a%zz/", "/projects/a/"),
        ("/projects/ab/", "/projects/a/b/"),
    ] {
        assert!(!is_same_page(rendered, actual), "{rendered} {actual}");
        assert!(!is_same_page(actual, rendered), "{actual} {rendered}");
    }
}
