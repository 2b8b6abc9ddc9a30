import assert from "node:assert/strict";
import { test } from "node:test";
import { fetchParts } from "../../src/boot/parts.js";
import { meta, settle, visit } from "./support/visit.js";

const head = () => [meta("part", "diagram-1.wasm", { integrity: "sha384-d" }), meta("part", "other-2.wasm", { integrity: "sha384-o" })];

test("the page of a diagram fetches the parts of the program, each held to what it has to be", () => {
  const page = visit({ path: "architecture/shop/", head: head() });
  fetchParts();
  assert.deepEqual(
    page.fetched.map(([address, { integrity }]) => [address, integrity]),
    [["https://example.org/site/diagram-1.wasm", "sha384-d"], ["https://example.org/site/other-2.wasm", "sha384-o"]],
  );
});

for (const path of ["", "projects/shop/", "experience/"]) {
  test(`/${path} fetches none and offers none`, () => {
    const page = visit({ path, head: head() });
    fetchParts();
    assert.deepEqual([page.fetched, globalThis.vitrineParts], [[], undefined]);
  });
}

test("a part is handed over once", async () => {
  const answers = [];
  const answer = (address) => (answers.push(address), Promise.resolve(`what ${address} holds`));
  visit({ path: "architecture/", head: head(), answer });
  fetchParts();
  const part = await globalThis.vitrineParts.take("diagram-1.wasm");
  assert.equal(part, "what https://example.org/site/diagram-1.wasm holds");
  assert.equal(globalThis.vitrineParts.take("diagram-1.wasm"), undefined);
  assert.equal(globalThis.vitrineParts.take("unknown.wasm"), undefined);
  assert.ok(await globalThis.vitrineParts.take("other-2.wasm"));
  assert.equal(answers.length, 2);
});

test("a part that did not arrive is a failure for who takes it, and for nobody else", async (t) => {
  const unheard = [];
  const onUnheard = (reason) => unheard.push(reason);
  process.on("unhandledRejection", onUnheard);
  t.after(() => process.off("unhandledRejection", onUnheard));
  visit({ path: "architecture/", head: head(), answer: () => Promise.reject(new Error("gone")) });
  fetchParts();
  await settle();
  assert.deepEqual(unheard, []);
  await assert.rejects(globalThis.vitrineParts.take("diagram-1.wasm"), /gone/);
});

const files = [
  ["architecture/?diagram-url=files/city.json", ["https://example.org/site/files/city.json"]],
  ["architecture/?diagram-url=https%3A%2F%2Fexample.com%2Fcity.json", []],
  ["architecture/shop/", []],
  ["?diagram-url=files/city.json", []],
];
for (const [path, expected] of files) {
  test(`/${path} asks ahead for ${expected.length ? "the diagram's file" : "no file"}`, () => {
    const page = visit({ path });
    fetchParts();
    assert.deepEqual(page.preloads.map(({ href }) => String(href)), expected);
    for (const { as, crossOrigin } of page.preloads) assert.deepEqual([as, crossOrigin], ["fetch", "anonymous"]);
  });
}
