import assert from "node:assert/strict";
import { test } from "node:test";
import { applyScheme } from "../../src/boot/scheme.js";
import { visit } from "./support/visit.js";

const storing = (value) => () => ({ getItem: (key) => (key === "vitrine.scheme" ? value : null) });

// What is stored, the scheme that the page asks for, and the scheme that it is shown in.
const cases = [
  [null, undefined, undefined],
  [null, "dark", "dark"],
  ["light", undefined, "light"],
  ["light", "dark", "light"],
  ["dark", undefined, "dark"],
  ["dark", "light", "dark"],
  ["system", undefined, undefined],
  ["system", "dark", undefined],
  ["", "dark", "dark"],
  ["Dark", "light", "light"],
  ["<plaid>", undefined, undefined],
  ["light dark", undefined, undefined],
  ["__proto__", "light", "light"],
];
for (const [stored, asked, shown] of cases) {
  test(`with “${stored}” stored, a page that asks for ${asked ?? "none"} is shown in ${shown ?? "the system's scheme"}`, () => {
    const { root } = visit({ root: asked ? { scheme: asked } : {}, storage: storing(stored) });
    applyScheme(root);
    assert.equal(root.scheme, shown);
  });
}

const broken = [
  ["is denied", () => { throw new Error("denied"); }],
  ["is missing", () => null],
  ["can't be read", () => ({ getItem() { throw new Error("broken"); } })],
];
for (const [what, storage] of broken) {
  test(`where storage ${what}, the page keeps the scheme that it asks for`, () => {
    const { root } = visit({ root: { scheme: "dark" }, storage });
    applyScheme(root);
    assert.equal(root.scheme, "dark");
  });
}
