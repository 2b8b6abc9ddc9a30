import assert from "node:assert/strict";
import { test } from "node:test";
import { firstPaint } from "../../src/boot/paint.js";
import { settle, visit } from "./support/visit.js";

/** Opens a page, and says from then on whether it counts as painted. */
function open(more) {
  const page = visit(more);
  let isPainted = false;
  firstPaint().then(() => (isPainted = true));
  return { page, painted: () => settle().then(() => isPainted) };
}

test("a page is painted once something of its content is", async () => {
  const { page, painted } = open();
  assert.equal(await painted(), false);
  page.paint("first-paint");
  assert.equal(await painted(), false);
  page.paint("first-paint", "first-contentful-paint");
  assert.equal(await painted(), true);
});

test("where paints are not reported, half a second after the page has loaded is time enough", async () => {
  const { page, painted } = open();
  await page.clock.advance(60_000);
  assert.equal(await painted(), false);
  page.emit("load");
  await page.clock.advance(499);
  assert.equal(await painted(), false);
  await page.clock.advance(1);
  assert.equal(await painted(), true);
});

test("a page that nobody looks at is not waited for", async () => {
  assert.equal(await open({ hidden: true }).painted(), true);
});
