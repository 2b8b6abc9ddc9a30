// Whether the host has another build by now.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isRenewed, renew } from "../../src/boot/renewal.js";
import { visit } from "./support/visit.js";

const [OURS, NEWER] = ["00000000000000a1", "00000000000000b2"];
const head = (build, program = build) =>
  `<link href="style-${build}.css"><script src="boot-${build}.js"></script><meta content="vitrine-${program}_bg.wasm"><template id="v-glue">`;

const open = (answer, more = {}) => visit({ path: "projects/x/?q=1#top", headText: head(OURS), answer: async () => ({ text: async () => answer }), ...more });

for (const [what, answer, expected] of [
  ["the same page", head(OURS), false],
  ["a page of another build", head(NEWER), true],
  ["a page with another program", head(OURS, NEWER), true],
  ["the same page without quotes", head(OURS).replaceAll('"', ""), false],
  ["what somebody else says in its place", "<h1>Back soon</h1>", false],
  ["nothing", "", false],
]) {
  test(`where the host has ${what}, the site is ${expected ? "" : "not "}renewed`, async () => {
    const page = open(answer);
    assert.equal(await isRenewed(), expected);
    const [[address, { cache }]] = page.fetched;
    assert.deepEqual([address, cache], ["https://example.org/site/projects/x/?q=1#top", "reload"]);
  });
}

test("where the host does not answer, nobody knows", async () => {
  open("", { answer: () => Promise.reject(new TypeError("Failed to fetch")) });
  assert.equal(await isRenewed(), null);
});

for (const [type, reloads] of [["navigate", 1], ["back_forward", 1], ["reload", 0], [null, 0]]) {
  test(`a page that one came to by ${type ?? "what is not said"} is reloaded ${reloads ? "once" : "not"}`, async () => {
    const page = open(head(NEWER), { type });
    await renew();
    assert.equal(page.reloads, reloads);
  });
}

test("a page of this build is not reloaded", async () => {
  const page = open(head(OURS));
  await renew();
  assert.equal(page.reloads, 0);
});
