// What the page says of parts of the program that can't be had.
import assert from "node:assert/strict";
import { test } from "node:test";
import { tellMissing } from "../../src/boot/missing.js";
import { settle, visit } from "./support/visit.js";

const NAME = "diagram-00000000000000a1.wasm";
const OURS = async () => ({ text: async () => `v-glue ${NAME}` });
const NEWER = async () => ({ text: async () => "v-glue diagram-00000000000000b2.wasm" });
const NOBODY = () => Promise.reject(new TypeError("Failed to fetch"));

async function open(answer, path = "") {
  const page = visit({ headText: NAME, answer, path });
  tellMissing(page.root);
  return page;
}

const miss = async (page) => {
  page.emit("vitrine:missing");
  await settle();
};

for (const [what, answer] of [["the same build", OURS], ["no answer", NOBODY]]) {
  test(`where the host has ${what}, one line for all offers another try`, async () => {
    const page = await open(answer);
    let tries = 0;
    addEventListener("vitrine:retry", () => (tries += 1));
    await miss(page);
    await miss(page);
    assert.deepEqual([page.line.words, page.line.role], ["The drawings of this page could not be loaded. Try again", "status"]);
    assert.equal(page.fetched.length, 1);
    page.line.querySelector("button").dispatchEvent(new Event("click"));
    assert.deepEqual([tries, page.line, page.reloads], [1, undefined, 0]);
    await miss(page);
    assert.match(page.line.words, /could not be loaded/);
  });
}

test("where the host has another build, the line offers a reload", async () => {
  const page = await open(NEWER);
  await miss(page);
  assert.equal(page.line.words, "The site has changed since this page was opened: a reload brings its drawings. Reload");
  page.line.querySelector("button").dispatchEvent(new Event("click"));
  assert.equal(page.reloads, 1);
});

test("on the page of a diagram whoever waits for the drawing is interrupted", async () => {
  const page = await open(OURS, "architecture/x/");
  await miss(page);
  assert.deepEqual([page.line.role, page.reloads], ["alert", 0]);
});

for (const [what, answer, path, reloads] of [
  ["a diagram's page", OURS, "/site/architecture/x/", 1],
  ["a diagram's page of another build", NEWER, "/site/architecture/x/", 1],
  ["a diagram's page of a host that does not answer", NOBODY, "/site/architecture/x/", 0],
  ["another page", OURS, "/site/projects/x/", 0],
]) {
  test(`${what} that the program has come to is ${reloads ? "" : "not "}asked of the host`, async () => {
    const page = await open(answer);
    page.location.pathname = path;
    await miss(page);
    assert.equal(page.reloads, reloads);
    assert.equal(page.line === undefined, reloads === 1);
  });
}

test("what was said of one page does not keep a diagram's page from being asked of the host", async () => {
  const page = await open(OURS);
  await miss(page);
  page.location.pathname = "/site/architecture/x/";
  await miss(page);
  assert.equal(page.reloads, 1);
});
