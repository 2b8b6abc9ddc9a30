import assert from "node:assert/strict";
import { test } from "node:test";
import { createFailure } from "../../src/boot/failure.js";
import { Element, section, visit } from "./support/visit.js";

function open(isReadable, more = {}) {
  const page = visit({ root: { state: "loading", layout: "near" }, app: [section()], ...more });
  const [fail, hasFailed, keepCopy, insist] = createFailure(page.root, isReadable);
  return { ...page, page, fail, hasFailed, keepCopy, insist };
}

test("a page that can be read stays, laid out whole, with a line that says so", () => {
  const { page, root, fail, hasFailed } = open(true);
  assert.equal(hasFailed(), false);
  fail("Has stopped.");
  assert.equal(hasFailed(), true);
  assert.deepEqual([root.state, root.layout], ["static", undefined]);
  assert.equal(page.line.words, "The interactive parts of this page are not available. Reload");
  assert.equal(page.line.role, "alert");
});

test("a page with nothing to read says what happened", () => {
  const { page, root, app, fail } = open(false);
  fail("Has stopped.");
  assert.deepEqual([root.state, app.words, page.line], ["error", "Has stopped. Reload the page", undefined]);
});

test("the first failure is the one that counts", () => {
  const { app, fail } = open(false);
  fail("Was not there.");
  fail("Has stopped.");
  assert.equal(app.words, "Was not there. Reload the page");
});

test("a program that has said itself what is wrong keeps its word", () => {
  const { page, root, app, fail, hasFailed } = open(true);
  root.state = "error";
  fail("Has stopped.");
  assert.deepEqual([hasFailed(), page.line, root.state, app.words], [false, undefined, "error", ""]);
});

test("what the program has changed of the page is undone", () => {
  const { body, app, fail, keepCopy } = open(true);
  keepCopy();
  app.children[0].textContent = "half done";
  app.append(new Element("p"));
  fail("Has stopped.");
  const [now] = body.children;
  assert.notEqual(now, app);
  assert.deepEqual([now.id, now.children.length, now.children[0].className, now.words], ["app", 1, "section", ""]);
});

test("a page whose place is gone is not brought back, and says so all the same", () => {
  const { page, app, fail, keepCopy } = open(true);
  keepCopy();
  app.remove();
  fail("Has stopped.");
  assert.equal(page.line.role, "alert");
});

test("a page without a place keeps no copy", () => {
  const { page, fail, keepCopy } = open(true, { app: null });
  keepCopy();
  fail("Has stopped.");
  assert.equal(page.line.role, "alert");
});

test("a page with nothing to read is not brought back", () => {
  const { body, app, fail, keepCopy } = open(false);
  keepCopy();
  fail("Has stopped.");
  assert.equal(body.children[0], app);
});

test("another page that the program has drawn since is asked for as a file", () => {
  const { page, root, app, body, location, fail, hasFailed, keepCopy } = open(true);
  keepCopy();
  root.state = "ready";
  location.pathname = "/site/projects/shop/";
  fail("Has stopped.");
  assert.deepEqual([page.reloads, body.children, page.line, hasFailed()], [1, [app], undefined, true]);
  fail("Has stopped.");
  assert.equal(page.reloads, 1);
});

test("after a failure the way back to another page asks for its file, and that to a place on this page does not", () => {
  const { page, location, emit, fail } = open(true);
  const { pathname } = location;
  location.pathname = "/site/experience/";
  emit("popstate");
  assert.equal(page.reloads, 0);
  location.pathname = pathname;
  fail("Has stopped.");
  emit("popstate");
  assert.equal(page.reloads, 0);
  location.pathname = "/site/experience/";
  emit("popstate");
  assert.equal(page.reloads, 1);
});

for (const [isReadable, state, expected] of [
  [true, "ready", "static"],
  [true, "loading", "static"],
  [true, "static", "static"],
  [true, "error", "error"],
  [false, "ready", "error"],
  [false, "loading", "error"],
  [false, "error", "error"],
]) {
  test(`a program that has failed and says ${state} is overruled: the page is ${expected}`, () => {
    const { root, insist } = open(isReadable);
    root.state = state;
    insist();
    assert.equal(root.state, expected);
  });
}
