import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { start } from "../../src/boot/start.js";
import { Element, meta, section, settle, visit } from "./support/visit.js";

// The glue tells the test what it was given, and when.
const GLUE = "data:text/javascript,export default (given) => globalThis.events.push(['started', given.module_or_path.url])";
const WASM = "https://example.org/site/vitrine.wasm";
const program = (glue = GLUE) => [meta("program", "vitrine.wasm", { script: glue }), meta("integrity", "sha384-p")];

let events;
beforeEach(() => {
  events = globalThis.events = [];
});

function open(isReadable, more = {}, hasFailed = () => false) {
  const page = visit({ root: { state: "loading", layout: "first" }, head: program(), app: [section()], ...more });
  const started = start(page.root, isReadable, hasFailed, () => events.push(["kept"]));
  return { page, started };
}

test("a page that can be read is painted before anything of the program is asked for", async () => {
  const { page, started } = open(true);
  await settle();
  assert.deepEqual([page.fetched, page.root.layout, page.idle.length], [[], "first", 0]);
  page.paint("first-contentful-paint");
  await started;
  assert.deepEqual(page.fetched, [[WASM, { integrity: "sha384-p", priority: "low" }]]);
  assert.deepEqual(events, [["kept"], ["started", WASM]]);
});

test("a page with nothing to read starts at once", async () => {
  await open(false).started;
  assert.deepEqual(events, [["kept"], ["started", WASM]]);
});

test("what is near the first view follows it", async () => {
  const { page, started } = open(false);
  await started;
  page.idleOnce();
  assert.equal(page.root.layout, "near");
});

test("a program without a word of what it has to hold, as in development, starts", async () => {
  const { page, started } = open(false, { head: program().slice(0, 1) });
  await started;
  assert.deepEqual([page.fetched, events.length], [[[WASM, { integrity: undefined, priority: "low" }]], 2]);
});

test("fields to type in come out of their templates, once the page has been painted", async () => {
  const field = new Element("input");
  const form = new Element("form", {}, [new Element("template", { content: field })]);
  const outside = new Element("template", { content: new Element("p") });
  const { page, started } = open(true, { app: [form], head: [...program(), outside] });
  await settle();
  assert.equal(form.children[0].tag, "template");
  page.paint("first-contentful-paint");
  await started;
  assert.deepEqual([form.children, outside.parent], [[field], page.head]);
});

test("the page of a diagram fetches the parts that draw it beside the program", async () => {
  const { page, started } = open(false, { path: "architecture/shop/", head: [...program(), meta("part", "diagram-1.wasm")] });
  await started;
  assert.deepEqual(page.fetched.map(([address]) => address), ["https://example.org/site/diagram-1.wasm", WASM]);
});

test("a program that has failed meanwhile is not started", async () => {
  await open(false, {}, () => true).started;
  assert.deepEqual(events, []);
});

const failures = [
  ["the page names no program", { head: [] }, /names no program/],
  ["the style sheet has not come", { rules: [] }, /style sheet/],
  ["the program is not there", { answer: async (url) => ({ ok: false, status: 404, url }) }, /vitrine\.wasm answered 404/],
  ["the program is refused", { answer: () => Promise.reject(new TypeError("refused")) }, /refused/],
  ["the glue is not there", { head: program("data:text/plain,nothing") }, /./],
  ["the glue does not start", { head: program("data:text/javascript,export default () => { throw new Error('no memory') }") }, /no memory/],
];
for (const [what, more, reason] of failures) {
  test(`where ${what}, that is a failure`, async () => {
    await assert.rejects(open(false, more).started, reason);
    assert.equal(events.some(([event]) => event === "started"), false);
  });
}
