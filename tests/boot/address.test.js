import assert from "node:assert/strict";
import { test } from "node:test";
import { absolute, asksForOther, diagramFile, isDiagram } from "../../src/boot/address.js";
import { visit } from "./support/visit.js";

const others = [
  ["", false],
  ["?tech=rust", false],
  ["?flow=checkout&step=2", false],
  ["?portfolio=examples/ada.json", true],
  ["?tech=rust&portfolio=x.json", true],
  ["?portfolio=", true],
  ["?portfolio", true],
  ["?diagram-url=files/city.json", true],
  ["?diagram%2Durl=files/city.json", true],
  ["?myportfolio=x", false],
  ["?q=portfolio", false],
];
for (const [search, expected] of others) {
  test(`“${search}” asks for ${expected ? "another page than was" : "what was"} rendered`, () => {
    assert.equal(asksForOther(search), expected);
  });
}

test("an address is below the page's base, not beside the page", () => {
  visit({ path: "projects/shop/" });
  assert.equal(String(absolute("fonts/inter.woff2")), "https://example.org/site/fonts/inter.woff2");
});

const pages = [
  ["", false],
  ["projects/architecture/", false],
  ["experience/", false],
  ["architecture", true],
  ["architecture/", true],
  ["architecture/shop/", true],
  ["/architecture/shop/", false],
];
for (const [path, expected] of pages) {
  test(`/site/${path} is ${expected ? "" : "not "}the page of a diagram`, () => {
    visit({ path });
    assert.equal(isDiagram(), expected);
  });
}

const files = [
  ["", undefined],
  ["?diagram-url=", undefined],
  ["?diagram-url=files/city.json", "files/city.json"],
  ["?diagram-url=/elsewhere/city.json", "/elsewhere/city.json"],
  ["?diagram-url=https%3A%2F%2Fexample.org%2Fcity.json", "https://example.org/city.json"],
  ["?diagram-url=https%3A%2F%2Fexample.com%2Fcity.json", undefined],
  ["?diagram-url=%2F%2Fexample.com%2Fcity.json", undefined],
  ["?diagram-url=http%3A%2F%2Fexample.org%2Fcity.json", undefined],
  ["?diagram-url=https%3A%2F%2F%5B", undefined],
  ["?diagram-url=data:,1", undefined],
];
for (const [search, expected] of files) {
  test(`architecture${search} names ${expected ? "a file of this host" : "no file of this host"}`, () => {
    visit({ path: `architecture/${search}` });
    assert.equal(diagramFile(), expected);
  });
}

test("a browser that can't say whether an address is one is asked for no file ahead", (t) => {
  visit({ path: "architecture/?diagram-url=files/city.json" });
  const { canParse } = URL;
  t.after(() => (URL.canParse = canParse));
  URL.canParse = undefined;
  assert.equal(diagramFile(), undefined);
});
