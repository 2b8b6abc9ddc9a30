import assert from "node:assert/strict";
import { test } from "node:test";
import { followFirstView, layOutInTurn, layOutOnDemand } from "../../src/boot/layout.js";
import { section, visit } from "./support/visit.js";

const open = (more) => visit({ root: { layout: "near" }, app: [section(), section(), section("architecture")], ...more });
const laidOut = ({ app }) => app.children.map(({ dataset }) => "laidOut" in dataset);

// How the visitor came, where to, whether the page can be read; and how much of it is laid out.
const arrivals = [
  ["navigate", "", true, "first"],
  [null, "", true, "first"],
  ["navigate", "?tech=rust", true, "first"],
  ["reload", "", true, undefined],
  ["back_forward", "", true, undefined],
  ["prerender", "", true, undefined],
  ["navigate", "#skills", true, undefined],
  ["navigate", "#:~:text=Contact", true, undefined],
  ["navigate", "", false, undefined],
];
for (const [type, path, isReadable, expected] of arrivals) {
  test(`${type ?? "unknown"} to “${path}”, ${isReadable ? "" : "not "}readable, lays out ${expected ?? "all"}`, () => {
    const page = open({ type, path });
    layOutOnDemand(page.root, isReadable);
    assert.equal(page.root.layout, expected);
  });
}

for (const move of ["scroll", "wheel", "touchstart", "pointerover"]) {
  test(`the first ${move} has what is near laid out at once, and the rest one by one`, () => {
    const page = open();
    layOutOnDemand(page.root, true);
    page.emit(move);
    assert.equal(page.root.layout, "near");
    assert.deepEqual(laidOut(page), [true, false, false]);
    page.idleOnce();
    assert.deepEqual(laidOut(page), [true, true, false]);
    // Neither another move nor one of another kind starts a second round.
    for (const again of ["scroll", "wheel", "touchstart", "pointerover"]) page.emit(again);
    assert.deepEqual(laidOut(page), [true, true, false]);
    page.idleOnce();
    assert.deepEqual([laidOut(page), page.root.layout], [[true, true, true], "near"]);
    page.idleOnce();
    assert.equal(page.root.layout, undefined);
    page.idleOnce();
    assert.equal(page.idle.length, 0);
  });
}

for (const leap of ["click", "keydown", "focusin", "popstate"]) {
  test(`a ${leap} has all of the page laid out at once`, () => {
    const page = open();
    layOutOnDemand(page.root, true);
    page.emit("scroll");
    page.emit(leap);
    assert.equal(page.root.layout, undefined);
    // What was under way ends.
    page.idleOnce();
    assert.deepEqual([laidOut(page), page.idle.length], [[true, false, false], 0]);
  });
}

test("listening holds up no scrolling, and a leap is heard before anything that it leads to", () => {
  const page = open();
  layOutOnDemand(page.root, true);
  for (const [name, { passive, capture, once }] of page.listeners) {
    const isMove = ["scroll", "wheel", "touchstart", "pointerover"].includes(name);
    assert.deepEqual([passive, capture, once], isMove ? [true, undefined, undefined] : [undefined, true, true], name);
  }
  assert.equal(page.listeners.length, 8);
});

test("a move on a page that is laid out changes nothing", () => {
  const page = open({ path: "#skills" });
  layOutOnDemand(page.root, true);
  page.emit("wheel");
  assert.deepEqual([page.root.layout, laidOut(page)], [undefined, [false, false, false]]);
});

test("what is near the first view follows it, the first section before the others", () => {
  const page = open({ root: { layout: "first" } });
  followFirstView(page.root);
  assert.deepEqual([page.root.layout, laidOut(page)], ["first", [true, false, false]]);
  page.idleOnce();
  assert.deepEqual([page.root.layout, laidOut(page)], ["near", [true, false, false]]);
});

test("a browser that does not say when it is idle follows in the next task", async () => {
  const page = open({ root: { layout: "first" }, hasIdle: false });
  followFirstView(page.root);
  assert.equal(page.root.layout, "first");
  await page.clock.advance(0);
  assert.equal(page.root.layout, "near");
});

test("a page whose program runs is laid out one section after the other, whoever moves or not", () => {
  const page = open();
  layOutOnDemand(page.root, true);
  layOutInTurn(page.root);
  for (let times = 0; page.idle.length; times += 1) {
    assert.ok(times < 9, "it ends");
    page.idleOnce();
  }
  assert.deepEqual([page.root.layout, laidOut(page)], [undefined, [true, true, true]]);
});

test("a page without sections has nothing to wait for", () => {
  const page = open({ root: { layout: "first" }, app: [] });
  followFirstView(page.root);
  assert.equal(page.root.layout, "near");
});

test("a page that is laid out is left alone", () => {
  const page = open({ root: {} });
  followFirstView(page.root);
  page.idleOnce();
  assert.deepEqual([page.root.layout, laidOut(page)], [undefined, [false, false, false]]);
});

test("a page that somebody has leapt on meanwhile stays laid out", () => {
  const page = open();
  layOutOnDemand(page.root, true);
  followFirstView(page.root);
  page.emit("keydown");
  page.idleOnce();
  assert.equal(page.root.layout, undefined);
});
