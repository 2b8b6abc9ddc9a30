import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { awaitFonts, fetchLateFonts } from "../../src/boot/fonts.js";
import { meta, settle, visit } from "./support/visit.js";

const sheet = { duration: 500, transferSize: 13_000 };
const forever = () => new Promise(() => {});
let head;
beforeEach(() => {
  head = [
    meta("font", "fonts/inter-cut.woff2", { family: "Inter" }),
    meta("font", "fonts/mono-cut.woff2", { family: "JetBrains Mono" }),
  ];
});
/** Each family has all of its letters in one file, and those of the site in another. Some engines say a family's name in quotes. */
const faces = [["Inter", "inter"], ["\"JetBrains Mono\"", "mono"], ["Inter", "inter-cut"], ["\"JetBrains Mono\"", "mono-cut"]];

/** A prerendered page, as it comes: in local fonts. */
const open = (more) => visit({ root: { state: "static", fonts: "late" }, head, faces, sheet, ...more });
const both = ["inter-cut", "mono-cut"];

test("a page waits for its fonts, and is shown in them", async () => {
  const { root, preloads: _, ...page } = open({ isChromium: false });
  awaitFonts(root, true);
  assert.equal(root.fonts, "awaited");
  assert.deepEqual(page.fonts, both);
  await settle();
  assert.equal(root.fonts, undefined);
  // The clock that no longer matters runs out.
  await page.clock.advance(1000);
  assert.equal(root.fonts, undefined);
});

test("a page whose fonts take longer than anybody should wait is shown in local ones, and stays so", async () => {
  let arrive = () => {};
  const { root, clock } = open({ isChromium: false, loadFont: () => new Promise((resolve) => (arrive = resolve)) });
  awaitFonts(root, true);
  await clock.advance(299);
  assert.equal(root.fonts, "awaited");
  await clock.advance(1);
  assert.equal(root.fonts, "late");
  arrive();
  await clock.advance(1000);
  assert.equal(root.fonts, "late");
});

test("a page that can't be read is shown in its own fonts after that time, there or not", async () => {
  const { root, clock } = open({ isChromium: false, loadFont: forever });
  awaitFonts(root, false);
  assert.equal(root.fonts, "awaited");
  await clock.advance(300);
  assert.equal(root.fonts, undefined);
});

test("fonts that can't be had hold up nothing", async () => {
  const { root } = open({ isChromium: false, loadFont: () => Promise.reject(new Error("gone")) });
  awaitFonts(root, true);
  await settle();
  assert.equal(root.fonts, undefined);
});

test("of a family's faces the upright one is asked for, whichever comes last", () => {
  head = [meta("font", "fonts/serif-cut.woff2", { family: "Vitrine Serif" })];
  const serif = [["Vitrine Serif", "serif"], ["Vitrine Serif", "italic", "italic"], ["Vitrine Serif", "serif-cut"], ["Vitrine Serif", "italic-cut", "italic"]];
  const { root, fonts } = open({ isChromium: false, faces: serif });
  awaitFonts(root, true);
  assert.deepEqual(fonts, ["serif-cut"]);
});

test("a page whose sheet has other faces is shown all the same", async () => {
  const { root, fonts } = open({ isChromium: false, faces: [["Other", "other"]] });
  awaitFonts(root, true);
  await settle();
  assert.deepEqual([root.fonts, fonts], [undefined, []]);
});

test("a browser without a way to load fonts shows the page all the same", async () => {
  const { root } = open({ isChromium: false });
  document.fonts = undefined;
  awaitFonts(root, true);
  await settle();
  assert.equal(root.fonts, undefined);
});

// Whether the page can be read; then: how fonts are marked, and how many are asked for.
const cases = [
  ["has been seen", { isSeen: true }, true, "late", 0],
  ["has been seen and can't be read", { isSeen: true }, false, undefined, 2],
];
for (const [what, more, isReadable, marked, asked] of cases) {
  test(`a page that ${what} is not held back`, async () => {
    const { root, fonts, clock } = open({ isChromium: false, ...more });
    awaitFonts(root, isReadable);
    assert.equal(root.fonts, marked);
    assert.equal(fonts.length, asked);
    await clock.advance(1000);
    assert.equal(root.fonts, marked);
  });
}

for (const [what, more] of [["is not measured", { sheet: undefined }], ["is missing", { hasSheet: false }]]) {
  test(`a page whose style sheet ${what} waits for its fonts, too`, async () => {
    const { root, fonts } = open({ isChromium: false, ...more });
    awaitFonts(root, true);
    assert.equal(root.fonts, "awaited");
    assert.equal(fonts.length, 2);
    await settle();
    assert.equal(root.fonts, undefined);
  });
}

test("on a first visit in Chromium the files are fetched, and no style is computed for them", async () => {
  const page = open();
  awaitFonts(page.root, true);
  assert.deepEqual(page.fonts, []);
  const links = page.preloads;
  assert.deepEqual(
    links.map(({ href, as, type, crossOrigin }) => [String(href), as, type, crossOrigin]),
    ["inter-cut", "mono-cut"].map((name) => [`https://example.org/site/fonts/${name}.woff2`, "font", "font/woff2", "anonymous"]),
  );
  links[0].onload();
  await settle();
  assert.equal(page.root.fonts, "awaited");
  links[1].onerror();
  await settle();
  assert.equal(page.root.fonts, undefined);
});

test("on a later visit in Chromium, whose style sheet is kept, the fonts are loaded", () => {
  const page = open({ sheet: { duration: 1, transferSize: 0 } });
  awaitFonts(page.root, true);
  assert.deepEqual([page.fonts, page.preloads], [both, []]);
});

const late = [
  ["ready", "late", 2],
  ["loading", "late", 0],
  ["static", "late", 0],
  ["ready", "awaited", 0],
  ["ready", undefined, 0],
];
for (const [state, fonts, asked] of late) {
  test(`a page that is ${state} with fonts ${fonts ?? "in time"} loads ${asked} of them for the next visit`, () => {
    const page = open({ root: { state, ...(fonts && { fonts }) } });
    fetchLateFonts(page.root);
    assert.equal(page.fonts.length, asked);
  });
}

test("fonts that are late on a page that is ready by then are loaded for the next visit", async () => {
  const page = open();
  awaitFonts(page.root, true);
  page.root.state = "ready";
  await page.clock.advance(300);
  assert.deepEqual([page.root.fonts, page.fonts], ["late", both]);
});
