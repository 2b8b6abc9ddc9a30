// The whole of the first script, on pages of each kind.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Element, meta, section, settle, visit } from "./support/visit.js";

const GLUE = "data:text/javascript,export default () => globalThis.began()";
const NOT_AVAILABLE = "The interactive parts of this page are not available. Reload";
let times = 0;

beforeEach(() => {
  globalThis.began = () => {};
});

/** Opens a page and runs the script on it, anew. */
async function open(more) {
  const head = [meta("program", "vitrine.wasm", { script: GLUE }), meta("font", "fonts/inter.woff2", { family: "Inter" })];
  const page = visit({ head, faces: [["Inter", "inter"]], ...more });
  await import(`../../src/boot/main.js?${(times += 1)}`);
  return page;
}

/** A page that was prerendered. */
const prerendered = (more = {}) => open({ app: [section()], ...more, root: { state: "static", layout: "near", fonts: "late", ...more.root } });
/** A page that was not: a notice that the portfolio is loading. */
const empty = (more) => open({ root: { state: "loading" }, app: [new Element("p", { className: "loading" })], ...more });

test("a prerendered page is loading, shown as it is, until the program is ready", async () => {
  const page = await prerendered();
  assert.deepEqual({ ...page.root }, { state: "loading", layout: "first" });
  globalThis.began = () => (page.root.state = "ready");
  page.paint("first-contentful-paint");
  await settle();
  assert.deepEqual([page.root.state, page.errors, page.fonts.length], ["ready", [], 1]);
  await page.clock.advance(60_000);
  assert.deepEqual([page.root.state, page.line], ["ready", undefined]);
});

test("the stored scheme is applied", async () => {
  const page = await prerendered({ root: { scheme: "light" }, storage: () => ({ getItem: () => "dark" }) });
  assert.equal(page.root.scheme, "dark");
});

for (const path of ["?portfolio=x.json", "architecture/?diagram-url=x.json"]) {
  test(`a page that was prerendered for less than ${path} is hidden, and laid out whole`, async () => {
    const page = await prerendered({ path });
    assert.deepEqual({ ...page.root }, { state: "loading", content: "other" });
    await settle();
    await page.clock.advance(8_000);
    assert.equal(page.app.words, "The portfolio is taking unusually long to load. Reload the page");
    assert.equal(page.root.content, undefined);
  });
}

test("a page that was not prerendered is never hidden, whatever its address asks for", async () => {
  const page = await empty({ path: "?portfolio=x.json" });
  assert.equal(page.root.content, undefined);
  await settle();
  assert.equal(page.fetched[0][0], "https://example.org/site/vitrine.wasm");
});

test("a slow program has the page say so, and take it back when it comes", async () => {
  const page = await prerendered();
  await page.clock.advance(8_000);
  assert.deepEqual([page.root.state, page.line.words], ["static", "The interactive parts of this page are still on their way. Reload"]);
  globalThis.began = () => (page.root.state = "ready");
  page.paint("first-contentful-paint");
  await settle();
  assert.deepEqual([page.root.state, page.line], ["ready", undefined]);
});

const engines = [
  ["without WebAssembly", undefined],
  ["of old", { validate: () => false }],
];
for (const [what, WebAssembly] of engines) {
  test(`a browser ${what} shows the page as it was rendered, and asks for no program`, async () => {
    const page = await prerendered({ WebAssembly });
    page.paint("first-contentful-paint");
    await page.clock.advance(60_000);
    assert.deepEqual([page.root.state, page.root.layout, page.line.words, page.fetched], ["static", undefined, NOT_AVAILABLE, []]);
  });

  test(`a browser ${what} is told so where there is nothing to read`, async () => {
    const page = await empty({ WebAssembly });
    assert.equal(page.root.state, "error");
    assert.match(page.app.words, /^This portfolio is drawn by WebAssembly, .* Reload the page$/);
  });
}

test("a program that does not arrive leaves the page, and tells the console why", async () => {
  const page = await prerendered({ answer: async (url) => ({ ok: false, status: 404, url }) });
  page.paint("first-contentful-paint");
  await settle();
  assert.deepEqual([page.root.state, page.line.words], ["static", NOT_AVAILABLE]);
  assert.match(String(page.errors[0][0]), /answered 404/);
});

test("a program that does not arrive since the site was built anew gives way to the page of that build", async () => {
  const answer = async (url) => ({ ok: false, status: 404, url, text: async () => "v-glue boot-00000000000000b2.js" });
  const page = await prerendered({ answer, headText: "boot-00000000000000a1.js" });
  page.paint("first-contentful-paint");
  await settle();
  await settle();
  assert.deepEqual([page.reloads, page.line.words], [1, NOT_AVAILABLE]);
});

test("a script that a host runs once more does nothing", async () => {
  const page = await prerendered();
  page.root.state = "ready";
  await import(`../../src/boot/main.js?${(times += 1)}`);
  assert.equal(page.root.state, "ready");
});

test("a program that does not arrive is told of where there is nothing to read", async () => {
  const page = await empty({ answer: async (url) => ({ ok: false, status: 404, url }) });
  await settle();
  assert.deepEqual(
    [page.root.state, page.app.words],
    ["error", "The portfolio could not be started: a part of it did not arrive whole. Reload the page"],
  );
});

test("a program that stops amid its work gives the page back, and is not heard any more", async () => {
  const page = await prerendered();
  globalThis.began = () => {
    page.app.replaceChildren(new Element("p", { textContent: "half done" }));
    page.root.state = "ready";
  };
  page.paint("first-contentful-paint");
  await settle();
  page.emit("vitrine:stopped");
  assert.deepEqual([page.root.state, page.line.words], ["static", NOT_AVAILABLE]);
  assert.deepEqual(page.body.children.map(({ words, id, className }) => id ?? className), ["app", "quiet"]);
  assert.equal(page.body.children[0].children[0].className, "section");
  for (const state of ["ready", "loading"]) {
    page.root.state = state;
    await settle();
    assert.deepEqual([page.root.state, page.line?.words], ["static", NOT_AVAILABLE]);
  }
});

test("a program that stops where there was nothing to read is told of", async () => {
  const page = await empty();
  await settle();
  page.emit("vitrine:stopped");
  assert.deepEqual([page.root.state, page.app.words], ["error", "The portfolio has stopped working. Reload the page"]);
});
