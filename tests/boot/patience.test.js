import assert from "node:assert/strict";
import { test } from "node:test";
import { setPatience } from "../../src/boot/patience.js";
import { Element, section, visit } from "./support/visit.js";

const SLOW = "The interactive parts of this page are still on their way. Reload";
const UNUSUAL = "The portfolio is taking unusually long to load. Reload the page";
const loading = () => new Element("p", { className: "loading" });

test("a page that can be read gives its controls up after eight seconds, and says that they are on their way", async () => {
  const page = visit({ root: { state: "loading", layout: "near" }, app: [section()] });
  setPatience(page.root, true);
  await page.clock.advance(7_999);
  assert.deepEqual([page.root.state, page.root.layout, page.line], ["loading", "near", undefined]);
  await page.clock.advance(1);
  assert.deepEqual([page.root.state, page.root.layout, page.line.words, page.line.role], ["static", undefined, SLOW, "status"]);
});

for (const state of ["ready", "static", "error"]) {
  test(`a page that is ${state} by then says nothing`, async () => {
    const page = visit({ root: { state: "loading", layout: "near" }, app: [section()] });
    setPatience(page.root, true);
    page.root.state = state;
    await page.clock.advance(60_000);
    assert.deepEqual([page.root.state, page.root.layout, page.line], [state, "near", undefined]);
  });
}

test("a page that can be read says it also where a list in it is loading", async () => {
  const page = visit({ root: { state: "loading" }, app: [] });
  setPatience(page.root, true);
  await page.clock.advance(8_000);
  assert.equal(page.line.words, SLOW);
});

// What the page holds when patience runs out, how its content is marked, and what it says.
const cases = [
  ["the notice that it came with", [loading()], undefined, UNUSUAL],
  ["what the program has drawn", [new Element("div", { className: "notice", textContent: "Drawn." })], undefined, "Drawn."],
  ["what was rendered for another address, hidden", [section()], "other", UNUSUAL],
  ["what the program has drawn in place of that", [new Element("main", { textContent: "Drawn." })], undefined, "Drawn."],
  ["something that loads further down", [new Element("div", {}, [loading()])], undefined, ""],
];
for (const [what, app, content, expected] of cases) {
  test(`a page that can't be read and holds ${what} says “${expected}”`, async () => {
    const page = visit({ root: { state: "loading", ...(content && { content }) }, app });
    setPatience(page.root, false);
    await page.clock.advance(7_999);
    assert.notEqual(page.app.words, UNUSUAL);
    await page.clock.advance(1);
    assert.deepEqual([page.app.words, page.root.state, page.root.content], [expected, "loading", undefined]);
    if (expected === UNUSUAL) assert.equal(page.app.children[0].role, "status");
  });
}
