//! A prerendered page that somebody has changed: a host before it came, an extension before the program did, a translator
//! after that. Whatever was done, what is read is true, and every control does what it says.

use leptos::prelude::*;
use vitrine::markup::{Markup, each, lazy, markup, wake, when};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, change, click, settle};

const NAMES: [&str; 4] = ["Rust", "Go", "Kafka", "Vue"];

/// A page with one of each kind of part.
#[derive(Clone, Default)]
struct Page {
    chosen: ArcRwSignal<Option<usize>>,
    more: ArcRwSignal<usize>,
}

impl Page {
    fn view(&self) -> Markup {
        let Self { chosen, more } = self.clone();
        let chip = |position: usize| {
            let (is_chosen, count, press) = (chosen.clone(), chosen.clone(), chosen.clone());
            markup! {
                <li>
                    <button
                        class="chip" type="button" aria-pressed=move || (is_chosen.get() == Some(position)).to_string()
                        on:click=move |_| press.set(Some(position))
                    >
                        {NAMES[position]} <span class="chip__count">{move || NAMES.len() - usize::from(count.get().is_some())}</span>
                    </button>
                </li>
            }
        };
        let chips: Markup = (0..NAMES.len()).map(chip).collect();
        let (status, is_chosen, clear, kept) = (chosen.clone(), chosen.clone(), chosen.clone(), chosen.clone());
        let status =
            move || status.get().map_or("All of it".to_owned(), |position| ["Only ", NAMES[position]].concat());
        let hint = move || {
            let clear = clear.clone();
            markup! { <p class="hint">"Press " <button class="clear" type="button" on:click=move |_| clear.set(None)>"Clear"</button> " to see all"</p> }
        };
        let keys = move || kept.get().map_or((0..NAMES.len()).collect(), |position| vec![position]);
        let card = |position: usize| {
            markup! {
                <li class="card">
                    <h3>{NAMES[position]} " in use"</h3>
                    <p>"Since " {2000 + position} ", see " <a href=["/", NAMES[position], "/"].concat()>"what for"</a> "."</p>
                </li>
            }
        };
        let late = move || {
            let (press, more) = (more.clone(), more.clone());
            markup! {
                <section class="late">
                    <h2>"Later"</h2>
                    <button class="more" type="button" on:click=move |_| press.update(|more| *more += 1)>"More"</button>
                    <p>"Asked for " <output>{move || more.get()}</output> " times"</p>
                </section>
            }
        };
        markup! {
            <header class="top"><h1>"Ada Example"</h1> <a class="away" href="/away/">"Away"</a> " " <i class="icon"></i></header>
            <p class="status" role="status">{status}</p>
            <ul class="chips">{chips}</ul>
            {when(move || is_chosen.get().is_some(), hint)}
            <ol class="cards">{each(keys, card)}</ol>
            {lazy("late", late)}
        }
    }

    /// As HTML. Nothing is chosen.
    fn html() -> String {
        Owner::new().with(|| Self::default().view().html())
    }

    /// It as it was prerendered, changed by somebody, then hydrated; and it as it is drawn where nobody meddles.
    async fn changed(&self, html: &str, how: &str) -> [Stage; 2] {
        let stage = Stage::hydrated(html, how, || self.view()).await;
        [stage, Stage::new(|| self.view()).await]
    }
}

/// Words, without the space around and between them.
fn words(stage: &Stage) -> String {
    stage.text().split_whitespace().collect()
}

/// Presses everything, one after the other; after each press it says what it should.
async fn expect_sound(page: &Page, [stage, pure]: &[Stage; 2], how: &str) {
    wake();
    settle().await;
    assert_eq!(words(stage), words(pure), "as it came, after {how}");
    for (position, name) in NAMES.iter().enumerate() {
        click(&stage.all(".chip")[position]).await;
        assert_eq!(page.chosen.get_untracked(), Some(position), "after {how}");
        assert_eq!(words(stage), words(pure), "with {name} pressed, after {how}");
    }
    click(&stage.one(".clear")).await;
    click(&stage.one(".more")).await;
    assert_eq!((page.chosen.get_untracked(), page.more.get_untracked()), (None, 1), "after {how}");
    assert_eq!(words(stage), words(pure), "at the end, after {how}");
    let links = |stage: &Stage| stage.all("a").iter().map(|link| link.get_attribute("href")).collect::<Vec<_>>();
    assert_eq!(links(stage), links(pure), "after {how}");
}

/// What is known to happen to pages, as code that is given `root`.
const KNOWN: [&str; 13] = [
    "",
    // A host takes out comments, or the space between elements; another puts some in.
    "const walk = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT), all = []; while (walk.nextNode()) all.push(walk.currentNode); all.forEach((node) => node.remove())",
    "root.normalize(); root.innerHTML = root.innerHTML.replace(/\\s+</g, '<').replace(/>\\s+/g, '>')",
    "root.innerHTML = root.innerHTML.replace(/<(?=[lhpo])/g, '\\n  <')",
    // An extension wraps a word, or puts something of its own somewhere.
    "for (const node of root.querySelectorAll('h1, h3, .status')) node.innerHTML = node.innerHTML.replace('Rust', '<span>Rust</span>').replace('Ada', '<mark>Ada</mark>')",
    "root.prepend(document.createElement('div'))",
    "for (const node of root.querySelectorAll('button')) node.prepend(document.createElement('span'))",
    "for (const node of root.querySelectorAll('button')) node.before(Object.assign(document.createElement('button'), { textContent: 'Save' }))",
    "root.querySelector('.status').before(Object.assign(document.createElement('p'), { textContent: 'An offer', className: 'x-offer' }))",
    "root.querySelector('.late').before(Object.assign(document.createElement('section'), { textContent: 'An offer' }))",
    // iOS makes numbers links.
    "for (const node of root.querySelectorAll('p')) node.innerHTML = node.innerHTML.replace(/20\\d\\d/, '<a href=\"tel:$&\">$&</a>')",
    // Something is gone, or elsewhere.
    "root.querySelector('.chips').append(root.querySelector('.chips').firstElementChild)",
    "root.querySelector('.late').remove(); root.querySelector('h1').remove()",
];

#[wasm_bindgen_test]
async fn a_page_that_somebody_changed_says_and_does_what_it_should() {
    let html = Page::html();
    for how in KNOWN {
        let page = Page::default();
        let stages = page.changed(&html, how).await;
        // What iOS has linked stays a link.
        if !how.contains("tel:") {
            expect_sound(&page, &stages, how).await;
        }
        assert_eq!(stages[0].all(".icon").len(), 1, "what says nothing is there once, after {how}");
    }
}

/// Some changes at random of what is in `root`, of the first `some` kinds, the same for the same `seed`.
const RANDOM: &str = r"
    let state = seed * 2654435761 + 1;
    const pick = (n) => { state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) | 0; return (state >>> 0) % n; };
    const ways = [
        (node) => node.remove(),
        (node) => node.replaceWith(node.cloneNode(true), node),
        (node) => node.after(Object.assign(document.createElement(['div', 'span', 'button', 'li'][pick(4)]), { textContent: ['', 'foreign'][pick(2)] })),
        (node) => node.before('foreign'),
        (node) => { const around = document.createElement(['span', 'div', 'button'][pick(3)]); node.replaceWith(around); around.append(node); },
        (node) => node.parentNode.append(node),
        (node) => node.nodeType === 3 && (node.data = node.data.slice(1) + 'x'),
        (node) => node.nodeType === 3 && node.length > 2 && node.splitText(2),
        (node) => node.nodeType === 1 && node.removeAttribute(node.attributes[0]?.name),
        (node) => node.nodeType === 1 && node.setAttribute('class', 'foreign'),
        (node) => node.nodeType === 1 && node.setAttribute('data-extension', ''),
        (node) => node.nodeType === 1 && node.replaceChildren(),
        (node) => { const all = [...root.querySelectorAll('button, li, h3')], other = all[pick(all.length)]; if (other && !other.contains(node) && !node.contains(other)) other.replaceWith(node); },
    ];
    for (let times = 1 + pick(6); times > 0; times -= 1) {
        const walk = document.createTreeWalker(root), all = [];
        while (walk.nextNode()) if (walk.currentNode.nodeType !== 8) all.push(walk.currentNode);
        if (all.length) ways[pick(some)](all[pick(all.length)]);
    }";

#[wasm_bindgen_test]
async fn whatever_is_changed_before_the_program_comes_the_page_is_what_it_should_be() {
    let html = Page::html();
    for seed in 0..300 {
        let how = format!("const seed = {seed}, some = 13; {RANDOM}");
        let page = Page::default();
        let stages = page.changed(&html, &how).await;
        expect_sound(&page, &stages, &format!("seed {seed}")).await;
    }
}

#[wasm_bindgen_test]
async fn what_changes_is_seen_once_after_a_translator_has_replaced_every_text() {
    const TRANSLATE: &str = r"
        const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), all = [];
        while (walk.nextNode()) if (walk.currentNode.data.trim()) all.push(walk.currentNode);
        for (const text of all) {
            const outer = document.createElement('font'), inner = document.createElement('font');
            inner.textContent = '«' + text.data + '»';
            outer.append(inner);
            text.replaceWith(outer);
        }";
    let html = Page::html();
    for before in ["", TRANSLATE] {
        let page = Page::default();
        let [stage, pure] = page.changed(&html, before).await;
        wake();
        settle().await;
        change(&stage, TRANSLATE);
        for position in [0, 2] {
            click(&stage.all(".chip")[position]).await;
            for live in [".status", ".chip__count", ".card h3"] {
                let plain = |stage: &Stage| stage.texts(live).concat().replace(['«', '»'], "");
                assert_eq!(plain(&stage), plain(&pure), "{live}");
            }
        }
        assert_eq!(stage.texts(".status"), ["Only Kafka"], "what has changed is in the page's own words");
        click(&stage.one(".more")).await;
        assert_eq!(stage.texts("output"), ["1"]);
        // A title that never changes is left to the translator.
        assert!(stage.texts("h1").concat().contains("«Ada Example»"));
    }
}

#[wasm_bindgen_test]
async fn what_changes_is_seen_once_after_an_extension_has_marked_words_in_it() {
    const MARK: &str = r"
        const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), all = [];
        while (walk.nextNode()) all.push(walk.currentNode);
        for (const text of all) {
            const rest = text.splitText(Math.min(1, text.length)), around = document.createElement('mark');
            rest.replaceWith(around);
            around.append(rest);
        }";
    let page = Page::default();
    let stages = page.changed(&Page::html(), "").await;
    wake();
    settle().await;
    change(&stages[0], MARK);
    expect_sound(&page, &stages, "marks").await;
    change(&stages[0], MARK);
    page.chosen.set(Some(2));
    settle().await;
    assert_eq!(words(&stages[0]), words(&stages[1]));
}

#[wasm_bindgen_test]
async fn whatever_is_changed_while_the_program_runs_every_control_does_what_it_says_or_is_not_there() {
    let html = Page::html();
    for seed in 0..300 {
        let page = Page::default();
        let [stage, _pure] = page.changed(&html, "").await;
        wake();
        settle().await;
        // Nobody puts one of our words into another of our controls.
        change(&stage, &format!("const seed = {seed}, some = 12; {RANDOM}"));
        for position in (0..NAMES.len()).rev() {
            let says = |chip: &web_sys::HtmlElement| {
                let text = chip.text_content().unwrap_or_default();
                text.starts_with(NAMES[position]) && text.len() <= NAMES[position].len() + 1
            };
            // Of two that say the same somebody has made one, which does nothing.
            let chips: Vec<_> = stage.all(".chip").into_iter().filter(says).collect();
            for chip in &chips {
                click(chip).await;
                let chosen = page.chosen.get_untracked();
                assert!(
                    chosen == Some(position) || chips.len() > 1,
                    "seed {seed}: {} chose {chosen:?}",
                    NAMES[position]
                );
            }
        }
        page.chosen.set(Some(1));
        settle().await;
        page.chosen.set(None);
        settle().await;
    }
}
