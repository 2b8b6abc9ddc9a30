// What the first scripts say, which later scripts look up in pages of earlier builds.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as words from "../../src/boot/words.js";
import { visit } from "./support/visit.js";

test("the file of a language begins with what the first scripts say, in their order", () => {
  const file = JSON.parse(readFileSync(new URL("../../crates/words/languages/en.json", import.meta.url)));
  const { say, ...lines } = words;
  const names = Object.entries(lines).sort(([, a], [, b]) => a - b);
  assert.deepEqual(names.map(([, line]) => line), [...names.keys()].map((at) => at + 1));
  assert.deepEqual(Object.keys(file).slice(0, names.length), names.map(([name]) => `boot.${name.toLowerCase()}`));
  assert.equal(Object.keys(file)[names.length].startsWith("boot."), false);
});

test("a page speaks its own language, and a page that lost its words is silent", () => {
  visit({ words: "0:0\nNicht verfügbar.\nUnterwegs." });
  assert.deepEqual([words.say(words.UNAVAILABLE), words.say(words.LATE)], ["Nicht verfügbar.", "Unterwegs."]);
  visit({ words: "" });
  assert.equal(words.say(words.LATE), "");
  globalThis.document.getElementById = () => null;
  assert.equal(words.say(words.LATE), "");
});
