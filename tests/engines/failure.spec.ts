// Where the program, a part of it or what it shows can't be had, the page stays and says so.
import { vivek } from "../e2e/support/portfolios";
import { alert, button, chip, FOUND, section } from "./support/parts";
import { edit, type Site } from "./support/site";
import { expect, poll, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const { profile, projects, diagrams } = vivek.data;
const PROGRAM = /\/vitrine-[0-9a-f]+_bg\.wasm$/;
const GLUE = /\/vitrine-[0-9a-f]+\.js$/;
const DRAWING = /\/diagram-[0-9a-f]+\.wasm$/;

test.use({ forgiving: true });

/** The page as it was rendered, one quiet line, and a way to try again. */
async function expectReadable(visitor: Visitor): Promise<void> {
  await visitor.state("static");
  await visitor.says(alert, /not available/);
  expect(await visitor.reads(profile.tagline!)).toBe(true);
  const shown = await visitor.evaluate(() => [...document.querySelectorAll("input, select, button:enabled")].filter((element) => element.checkVisibility()).map((element) => element.textContent));
  expect(shown, "only what works is offered").toEqual(["Reload"]);
}

const failures: [string, (site: Site) => void][] = [
  ["is not there", (site) => site.remove(PROGRAM)],
  ["has one byte changed", (site) => site.change(PROGRAM, (answer) => (answer.body.writeUInt8(answer.body.readUInt8(9_999) ^ 1, 9_999), answer))],
  [
    "ends too early",
    (site) =>
      site.change(PROGRAM, (answer) => {
        const body = answer.body.subarray(0, answer.body.length >> 1);
        return { ...answer, body, headers: { ...answer.headers, "content-length": String(body.length) } };
      }),
  ],
  [
    "is forbidden by the policy",
    (site) =>
      site.change(/\/$/, (answer) => {
        const policy = answer.headers["content-security-policy"] as string;
        const headers = { ...answer.headers, "content-security-policy": policy.replace(" 'wasm-unsafe-eval'", "") };
        return edit({ ...answer, headers }, (html) => html.replace(" 'wasm-unsafe-eval'", ""));
      }),
  ],
  // As good as it was but for its integrity.
  ["has one byte added to its glue", (site) => site.change(GLUE, (answer) => edit(answer, (script) => `${script} `))],
];
for (const [what, spoil] of failures) {
  test(`the page stays when the program ${what}`, { tag: what === "is not there" ? "@smoke" : [] }, async ({ site, visitor }) => {
    spoil(site);
    await visitor.visit("", "static");
    await expectReadable(visitor);
    // And still leads on.
    await visitor.click(section("skills"));
    await poll(() => visitor.hash()).toBe("#skills");
  });
}

test("a program that has come back since is there after the reload that is offered", async ({ site, visitor }) => {
  let isGone = true;
  site.change(PROGRAM, (answer) => (isGone ? { ...answer, status: 404, body: Buffer.alloc(0), headers: { "content-length": "0" } } : answer));
  await visitor.visit("", "static");
  isGone = false;
  await visitor.click(button("Reload"));
  await visitor.state("ready");
  await visitor.click(chip("Express"));
  await visitor.says(FOUND, /^2 of/);
});

test("without what draws a diagram its page says so, tells it in words, and still leads on", async ({ site, visitor }) => {
  site.remove(DRAWING);
  await visitor.visit(`architecture/${diagrams[0]!.id}/`);
  await visitor.says(alert, /drawings of this page could not be loaded/);
  await visitor.misses("canvas");
  await visitor.sees("table");
  expect(await visitor.reads(diagrams[0]!.nodes[0]!.label!)).toBe(true);
  await visitor.click(["main a", "Back"]);
  await visitor.arrives(profile.name);
});

test("without the first script the page is read as it was rendered, and offers a reload alone", async ({ site, visitor }) => {
  site.remove(/\/boot-[0-9a-f]+\.js$/);
  await visitor.visit("", "static");
  await poll(() => visitor.reads(profile.tagline!)).toBe(true);
  await visitor.misses("input", "select", "#app button:enabled");
  expect(site.asked.filter((path) => PROGRAM.test(path))).toEqual([]);
});

test("without the style sheet every word is read", async ({ site, visitor }) => {
  site.remove(/\/style-[0-9a-f]+\.css$/);
  await visitor.window.open(site.url);
  await poll(() => visitor.reads(profile.tagline!)).toBe(true);
  for (const { title } of projects) expect(await visitor.reads(title)).toBe(true);
});

test("a portfolio that is not there is named, and can be asked for again", async ({ site, visitor }) => {
  await visitor.visit("?portfolio=examples/nowhere.json", "error");
  await visitor.says("h1", "This portfolio can't be shown");
  await visitor.says(alert, /examples\/nowhere\.json.*404/);
  site.offer("examples/nowhere.json", { profile: { name: "Ada" } });
  await visitor.click(button("Try again"));
  await visitor.arrives("Ada");
});

test("where what other pages show can't be had, a link leads to them as files", async ({ site, visitor }) => {
  site.remove(/\/vitrine-portfolio\.txt$/);
  await visitor.visit("experience/");
  await visitor.click("header a");
  await visitor.arrives(profile.name);
  await visitor.state("ready");
  expect(site.asked.filter((path) => path === "/")).toHaveLength(1);
  await visitor.click(chip("Express"));
  await visitor.says(FOUND, /^2 of/);
});
