// Where the program can't run in an engine of another maker, the page stays and says so.
import { vivek } from "../e2e/support/portfolios";
import type { Visitor } from "./support/engine";
import { firefox } from "./support/firefox";
import { edit, type Site } from "./support/site";
import { expect, state, test } from "./support/test";

const { profile } = vivek.data;
const PROGRAM = /\/vitrine-[0-9a-f]+_bg\.wasm$/;
const GLUE = /\/vitrine-[0-9a-f]+\.js$/;

/** The page as it was rendered, one quiet line, and a way to try again. */
async function expectReadable(visitor: Visitor): Promise<void> {
  await state(visitor, "static");
  expect(await visitor.evaluate(() => document.querySelector('[role="alert"]')?.textContent)).toContain("not available");
  expect(await visitor.reads(profile.tagline!)).toBe(true);
  const shown = await visitor.evaluate(() => [...document.querySelectorAll("input, select, button:enabled")].filter((element) => element.checkVisibility()).map((element) => element.textContent));
  expect(shown, "only what works is offered").toEqual(["Reload"]);
}

const failures: [string, (site: Site) => void][] = [
  ["is not there", (site) => site.change(PROGRAM, (answer) => ({ ...answer, status: 404, body: Buffer.alloc(0), headers: { "content-length": "0" } }))],
  ["has one byte changed", (site) => site.change(PROGRAM, (answer) => (answer.body.writeUInt8(answer.body.readUInt8(9_999) ^ 1, 9_999), answer))],
  [
    "is forbidden by the policy",
    (site) =>
      site.change(/\/$/, (answer) => {
        const policy = answer.headers["content-security-policy"] as string;
        const headers = { ...answer.headers, "content-security-policy": policy.replace(" 'wasm-unsafe-eval'", "") };
        return edit({ ...answer, headers }, (html) => html.replace(" 'wasm-unsafe-eval'", ""));
      }),
  ],
];
for (const [what, spoil] of failures) {
  test(`the page stays when the program ${what}`, async ({ site, visitor }) => {
    spoil(site);
    await visitor.open(site.url);
    await expectReadable(visitor);
  });
}

test("the page stays when the program has one byte added to its glue", async ({ site, visitor }) => {
  // As good as it was but for its integrity.
  site.change(GLUE, (answer) => edit(answer, (script) => `${script} `));
  await visitor.open(site.url);
  await expectReadable(visitor);
});

test("without scripts the page is read in full, and shows no control", { tag: "@firefox" }, async ({ site }) => {
  const browser = await firefox({ scripts: false });
  const visitor = await browser.visitor();
  for (const [path, text] of [["", profile.tagline!], [`projects/${vivek.data.projects[0]!.id}/`, vivek.data.projects[0]!.summary!], [`architecture/${vivek.data.diagrams[0]!.id}/`, vivek.data.diagrams[0]!.nodes[0]!.label!]]) {
    await visitor.open(`${site.url}${path}`);
    await expect.poll(() => visitor.reads(text!), text).toBe(true);
    // The style sheet may come after the words.
    await expect.poll(() => visitor.reads("Search")).toBe(false);
  }
  expect(site.asked.filter((path) => PROGRAM.test(path))).toEqual([]);
  await browser.close();
});
