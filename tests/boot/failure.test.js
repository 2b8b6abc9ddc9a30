import assert from "node:assert/strict";
import { test } from "node:test";
import { createFailure } from "../../src/boot/failure.js";
import { INCOMPLETE, STOPPED } from "../../src/boot/words.js";
import { Element, section, visit } from "./support/visit.js";

function open(isReadable, more = {}) {
  const page = visit({ root: { state: "loading", layout: "near" }, app: [section()], ...more });
  const [fail, hasFailed, keepCopy, insist] = createFailure(page.root, isReadable);
  return { ...page, page, fail, hasFailed, keepCopy, insist };
}

test("a page that can be read stays, laid out whole, with a line that says so", () => {
  const { page, root, fail, hasFailed } = open(true);
  assert.equal(hasFailed(), false);
  fail(STOPPED);
  assert.equal(hasFailed(), true);
  assert.deepEqual([root.state, root.layout], ["static", undefined]);
  assert.equal(page.line.words, "The interactive parts of this page are not available. Reload");
  assert.equal(page.line.role, "alert");
});

test("a page with nothing to read says what happened", () => {
  const { page, root, app, fail } = open(false);
  fail(STOPPED);
  assert.deepEqual([root.state, app.words, page.line], ["error", "The portfolio has stopped working. Reload the page", undefined]);
});

test("the first failure is the one that counts", () => {
  const { app, fail } = open(false);
  fail(INCOMPLETE);
  fail(STOPPED);
  assert.equal(app.words, "The portfolio could not be started: a part of it did not arrive whole. Reload the page");
});

test("a program that has said itself what is wrong keeps its word", () => {
  const { page, root, app, fail, hasFailed } = open(true);
  root.state = "error";
  fail(STOPPED);
  assert.deepEqual([hasFailed(), page.line, root.state, app.words], [false, undefined, "error", ""]);
});

test("what the program has changed of the page is undone", () => {
  const { body, app, fail, keepCopy } = open(true);
  keepCopy();
  app.children[0].textContent = "half done";
  app.append(new Element("p"));
  fail(STOPPED);
  const [now] = body.children;
  assert.notEqual(now, app);
  assert.deepEqual([now.id, now.children.length, now.children[0].className, now.words], ["app", 1, "section", ""]);
});

test("a page whose place is gone is not brought back, and says so all the same", () => {
  const { page, app, fail, keepCopy } = open(true);
  keepCopy();
  app.remove();
  fail(STOPPED);
  assert.equal(page.line.role, "alert");
});

test("a page without a place keeps no copy", () => {
  const { page, fail, keepCopy } = open(true, { app: null });
  keepCopy();
  fail(STOPPED);
  assert.equal(page.line.role, "alert");
});

test("a page with nothing to read is not brought back", () => {
  const { body, app, fail, keepCopy } = open(false);
  keepCopy();
  fail(STOPPED);
  assert.equal(body.children[0], app);
});

test("another page that the program has drawn since is asked for as a file", () => {
  const { page, root, app, body, location, fail, hasFailed, keepCopy } = open(true);
  keepCopy();
  root.state = "ready";
  location.pathname = "/site/projects/shop/";
  fail(STOPPED);
  assert.deepEqual([page.reloads, body.children, page.line, hasFailed()], [1, [app], undefined, true]);
  fail(STOPPED);
  assert.equal(page.reloads, 1);
});

test("after a failure the way back to another page asks for its file, and that to a place on this page does not", () => {
  const { page, location, emit, fail } = open(true);
  const { pathname } = location;
  location.pathname = "/site/experience/";
  emit("popstate");
  assert.equal(page.reloads, 0);
  location.pathname = pathname;
  fail(STOPPED);
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
