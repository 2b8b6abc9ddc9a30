import assert from "node:assert/strict";
import { test } from "node:test";
import { fetchWhole, importGlue } from "../../src/boot/program.js";
import { Element, settle, visit } from "./support/visit.js";

const GLUE = "data:text/javascript,export default 'the glue'";

test("a file is fetched from the site, held to what it has to be, and no sooner than it has to", () => {
  const { fetched } = visit({ path: "projects/shop/" });
  fetchWhole("vitrine.wasm", "sha384-x", "low");
  assert.deepEqual(fetched, [["https://example.org/site/vitrine.wasm", { integrity: "sha384-x", priority: "low" }]]);
});

/** A page with an element that waits to load the glue. */
function waiting() {
  const loaded = [];
  const element = new Element("script", { src: "vitrine.js", integrity: "sha384-x" });
  const template = new Element("template", { id: "v-glue", content: { firstElementChild: element } });
  const page = visit({ head: [template] });
  // The clone tells when it is in the page.
  element.onappend = function onappend() {
    loaded.push(this);
  };
  return { page, element, loaded };
}

test("without an element that waits, as in development, the glue is imported", async () => {
  visit();
  assert.equal((await importGlue(GLUE)).default, "the glue");
});

test("an element that waits loads the glue first, held to what it has to be", async () => {
  const { page, element, loaded } = waiting();
  let glue;
  const imported = importGlue(GLUE).then((module) => (glue = module));
  await settle();
  assert.equal(loaded.length, 1);
  const [script] = loaded;
  assert.deepEqual([script.parent, script.integrity, script.src, glue], [page.head, "sha384-x", "vitrine.js", undefined]);
  assert.notEqual(script, element, "what waits may be needed again");
  script.dispatchEvent(new Event("load"));
  await imported;
  assert.equal(glue.default, "the glue");
});

test("glue that is not what was built is not imported", async () => {
  const { loaded } = waiting();
  const imported = importGlue("data:text/javascript,globalThis.wasImported = true");
  await settle();
  loaded[0].dispatchEvent(new Event("error"));
  await assert.rejects(imported, /did not arrive whole/);
  assert.equal(globalThis.wasImported, undefined);
});

test("glue that is not there is a failure", async () => {
  visit();
  await assert.rejects(importGlue("data:text/plain,nothing"));
});
