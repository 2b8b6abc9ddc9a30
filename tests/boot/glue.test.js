import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { guarded } from "../../src/glue/guard.js";
import { starter } from "../../src/glue/start.js";

// A program that imports a function of the browser and one that fetches a part; its parts import memory from it.
const answer = (type = "application/wasm") => ({ headers: new Map([["Content-Type", type]]), arrayBuffer: async () => "bytes" });

let calls, told, asked;
const exports = () => ({
  __wbindgen_start: () => calls.push("start"),
  __indirect_function_table: { get: (number) => (data, isThere) => told.push([number, data, isThere]) },
});

beforeEach(() => {
  calls = [];
  told = [];
  asked = [];
  globalThis.fetch = async (url, { integrity }) => (asked.push([String(url).split("/").at(-1), integrity]), answer());
  delete globalThis.vitrineParts;
  globalThis.history = { pushState() {}, replaceState() {} };
  globalThis.addEventListener = () => {};
  const { WebAssembly } = globalThis;
  globalThis.WebAssembly = {
    __proto__: WebAssembly,
    instantiateStreaming: async (response, imports) => (calls.push(["streamed", imports]), { instance: { exports: exports() } }),
    instantiate: async (bytes, imports) => (calls.push([bytes, imports]), { instance: { exports: exports() } }),
  };
});

const PART = { file: "part-1.wasm", integrity: "sha" };

const start = async (response = answer(), files = [PART]) => {
  let received, split;
  const bindings = (parts) => ((split = parts), { a: ["binding"], b: parts });
  const run = starter({ receive: (all) => (received = all), bindings, parts: { p: files } });
  await run({ module_or_path: response });
  return { received, split };
};

test("a program is given what it imports, then started once", async () => {
  const { received, split } = await start();
  assert.deepEqual(calls, [["streamed", { a: ["binding"], b: split }], "start"]);
  assert.equal(typeof received.__wbindgen_start, "function");
});

test("a program that the host calls something else is started all the same", async () => {
  await start(answer("application/octet-stream"));
  assert.equal(calls[0][0], "bytes");
  assert.equal(calls.at(-1), "start");
});

test("a part is fetched whole, once, and the program is told that it is there", async () => {
  const { split } = await start();
  await Promise.all([split.p(7, 1), split.p(7, 2)]);
  await split.p(8, 3);
  assert.deepEqual(asked, [["part-1.wasm", "sha"]]);
  assert.deepEqual(told, [[7, 1, true], [7, 2, true], [8, 3, true]]);
  assert.ok("__wasm_split" in calls.at(-1)[1]);
});

test("a part that was asked for ahead is taken from there", async () => {
  globalThis.vitrineParts = { take: (name) => (name === "part-1.wasm" ? Promise.resolve(answer()) : undefined) };
  const { split } = await start();
  await split.p(7, 1);
  assert.deepEqual(asked, []);
  assert.deepEqual(told, [[7, 1, true]]);
});

test("what parts have in common is fetched once", async () => {
  const shared = { file: "shared-2.wasm", integrity: "sha2" };
  const { split } = await start(answer(), [shared, PART]);
  await Promise.all([split.p(7, 1), split.p(7, 2)]);
  assert.deepEqual(asked, [["shared-2.wasm", "sha2"], ["part-1.wasm", "sha"]]);
  assert.deepEqual(told, [[7, 1, true], [7, 2, true]]);
});

test("a part that does not arrive is told of, and asked for again the next time", async (t) => {
  t.mock.method(console, "error", () => {});
  const { split } = await start();
  const { fetch } = globalThis;
  globalThis.fetch = async () => Promise.reject(new Error("gone"));
  await split.p(7, 1);
  globalThis.fetch = fetch;
  await split.p(7, 2);
  assert.deepEqual(told, [[7, 1, false], [7, 2, true]]);
});

test("a program that has failed is not entered again, and the page is told once", () => {
  const events = [];
  globalThis.dispatchEvent = (event) => events.push(event.type);
  let entered = 0;
  const fails = guarded({ memory: "memory", run: () => ((entered += 1), assert.fail("unreachable")) });
  assert.equal(fails.memory, "memory");
  assert.throws(() => fails.run(), /unreachable/);
  assert.equal(fails.run(), undefined);
  assert.deepEqual([entered, events], [1, ["vitrine:stopped"]]);
});
