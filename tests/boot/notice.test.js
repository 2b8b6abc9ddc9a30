import assert from "node:assert/strict";
import { test } from "node:test";
import { removeLine, tell } from "../../src/boot/notice.js";
import { section, visit } from "./support/visit.js";

test("below a page that can be read stands one line with a way to reload", () => {
  const page = visit({ app: [section()] });
  tell(page.root, true, "status", "On its way.");
  assert.equal(page.app.children.length, 1);
  assert.deepEqual([page.body.children.length, page.line.role, page.line.words], [2, "status", "On its way. Reload"]);
  tell(page.root, true, "alert", "Not available.");
  assert.deepEqual([page.body.children.length, page.line.role, page.line.words], [2, "alert", "Not available. Reload"]);
  assert.deepEqual([page.line, ...page.line.children].map(({ tag }) => tag), ["div", "p", "button"]);
  const button = page.line.querySelector("button");
  assert.deepEqual([button.type, button.className], ["button", "quiet__reload"]);
  button.dispatchEvent(new Event("click"));
  assert.equal(page.reloads, 1);
});

test("the button does something else where there is something else to try", () => {
  const page = visit();
  let tries = 0;
  tell(page.root, true, "status", "Not loaded.", () => (tries += 1));
  assert.equal(page.line.words, "Not loaded. Try again");
  page.line.querySelector("button").dispatchEvent(new Event("click"));
  assert.deepEqual([tries, page.reloads], [1, 0]);
});

test("the line can be taken back", () => {
  const page = visit();
  removeLine();
  tell(page.root, true, "status", "On its way.");
  removeLine();
  assert.equal(page.line, undefined);
});

test("where nothing can be read it stands in place of the page, and is seen", () => {
  const page = visit({ root: { content: "other" }, app: [section()] });
  tell(page.root, false, "alert", "Has stopped.");
  assert.equal(page.root.content, undefined);
  assert.equal(page.line, undefined);
  const [notice, ...rest] = page.app.children;
  assert.deepEqual([notice.className, notice.role, notice.words, rest], ["notice", "alert", "Has stopped. Reload the page", []]);
  notice.querySelector("button.button").dispatchEvent(new Event("click"));
  assert.equal(page.reloads, 1);
});

test("a page without a place for it is left alone", () => {
  const page = visit({ app: null });
  tell(page.root, false, "alert", "Has stopped.");
  assert.equal(page.body.children.length, 0);
});
