import assert from "node:assert/strict";
import { test } from "node:test";
import { isRecent } from "../../src/boot/engine.js";

test("this engine is recent", () => {
  assert.ok(isRecent(WebAssembly));
});

test("an engine without WebAssembly is not", () => {
  assert.ok(!isRecent(undefined));
});

/** What an engine is asked to validate. */
function asked() {
  let bytes;
  isRecent({ validate: (given) => void (bytes = given) });
  return bytes;
}

test("an engine that refuses the module is not", () => {
  assert.ok(!isRecent({ validate: () => false }));
});

test("the module is one, and needs both what it is about", () => {
  const bytes = asked();
  assert.ok(bytes instanceof Uint8Array);
  assert.deepEqual([...bytes.subarray(0, 8)], [0, 97, 115, 109, 1, 0, 0, 0]);
  // The type of a reference, and the section that came with bulk memory.
  assert.ok(bytes.includes(0x6f) && bytes.includes(12));
  for (let at = 0; at < bytes.length; at += 1) {
    const spoilt = Uint8Array.from(bytes);
    spoilt[at] ^= 0x80;
    assert.equal(WebAssembly.validate(spoilt), false, `byte ${at} does not matter`);
  }
});
