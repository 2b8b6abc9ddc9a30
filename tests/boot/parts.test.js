import assert from "node:assert/strict";
import { test } from "node:test";
import { fetchParts } from "../../src/boot/parts.js";
import { meta, settle, visit } from "./support/visit.js";

const FILES = ["diagram-1.wasm", "reader-2.wasm", "shared-0-3.wasm"];
const head = () => FILES.map((file) => meta("part", file, { integrity: `sha384-${file}` }));

const pages = [
  ["architecture/shop/", true, ["diagram-1.wasm", "shared-0-3.wasm"]],
  ["", false, ["reader-2.wasm", "shared-0-3.wasm"]],
  ["projects/shop/", false, ["reader-2.wasm", "shared-0-3.wasm"]],
  ["architecture/?diagram-url=files/city.json", false, FILES],
];
for (const [path, isReadable, expected] of pages) {
  test(`/${path} fetches the parts that it needs beside the program, ${isReadable ? "" : "un"}rendered`, () => {
    const page = visit({ path, head: head() });
    fetchParts(isReadable);
    assert.deepEqual(
      page.fetched.map(([address, { integrity }]) => [address, integrity]),
      expected.map((file) => [`https://example.org/site/${file}`, `sha384-${file}`]),
    );
  });
}

for (const path of ["", "projects/shop/", "experience/"]) {
  test(`/${path} fetches none and offers none where it can be read`, () => {
    const page = visit({ path, head: head() });
    fetchParts(true);
    assert.deepEqual([page.fetched, globalThis.vitrineParts], [[], undefined]);
  });
}

test("a part is handed over once", async () => {
  const answers = [];
  const answer = (address) => (answers.push(address), Promise.resolve(`what ${address} holds`));
  visit({ path: "architecture/", head: head(), answer });
  fetchParts(false);
  const part = await globalThis.vitrineParts.take("diagram-1.wasm");
  assert.equal(part, "what https://example.org/site/diagram-1.wasm holds");
  assert.equal(globalThis.vitrineParts.take("diagram-1.wasm"), undefined);
  assert.equal(globalThis.vitrineParts.take("unknown.wasm"), undefined);
  assert.ok(await globalThis.vitrineParts.take("reader-2.wasm"));
  assert.equal(answers.length, 3);
});

test("a part that did not arrive is a failure for who takes it, and for nobody else", async (t) => {
  const unheard = [];
  const onUnheard = (reason) => unheard.push(reason);
  process.on("unhandledRejection", onUnheard);
  t.after(() => process.off("unhandledRejection", onUnheard));
  visit({ path: "architecture/", head: head(), answer: () => Promise.reject(new Error("gone")) });
  fetchParts(false);
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
    fetchParts(false);
    assert.deepEqual(page.preloads.map(({ href }) => String(href)), expected);
    for (const { as, crossOrigin } of page.preloads) assert.deepEqual([as, crossOrigin], ["fetch", "anonymous"]);
  });
}
