// The filter of projects: chips, words and the address, in any order, there and back.
import { vivek } from "../e2e/support/portfolios";
import { button, card, CARDS, chip, FOUND, inspector, SEARCH } from "./support/parts";
import { expect, poll, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const { projects, technologies } = vivek.data;
const total = projects.length;
const all = `${total} entries`;
const of = (...ids: string[]) => `${vivek.using(...ids).length} of ${total} entries`;
const CHIPS = "[aria-label='Filter by technology'] button";

/** The visitor's steps in the history, which no filter may add to letter by letter. */
const steps = (visitor: Visitor) => visitor.evaluate(() => history.length);

test("a technology that is chosen leaves the projects that use it, and back brings all again", { tag: "@smoke" }, async ({ visitor }) => {
  await visitor.visit();
  expect(await visitor.count(CARDS)).toBe(total);
  const { id, name } = technologies.find(({ id }) => vivek.using(id).length === 1)!;
  await visitor.click(chip(name));
  await poll(() => visitor.search()).toBe(`?tech=${id}`);
  await poll(() => visitor.texts(CARDS)).toEqual(vivek.using(id).map(({ title }) => title));
  await visitor.has(chip(name), "aria-pressed", "true");
  await visitor.window.back();
  await poll(() => visitor.count(CARDS)).toBe(total);
  await visitor.has(chip(name), "aria-pressed", "false");
});

test("several technologies leave what uses all of them, and each tells how many it would leave", async ({ visitor }) => {
  await visitor.visit();
  for (const name of ["Express", "Redis", "Next.js"]) await visitor.click(chip(name));
  await visitor.says(FOUND, of("express", "redis", "nextjs"));
  for (const text of await visitor.texts(CHIPS)) {
    const [, name, count] = /^(.*) (\d+)$/.exec(text) ?? [];
    if (!name) continue;
    const { id } = technologies.find((technology) => technology.name === name)!;
    expect(Number(count), name).toBe(vivek.using("express", "redis", "nextjs", id).length);
  }
  await visitor.click(chip("Express"));
  await visitor.says(FOUND, of("redis", "nextjs"));
});

test("words find what has them, are one step in the history, and Clear takes them back", async ({ visitor }) => {
  await visitor.visit("?tech=redis");
  const before = await steps(visitor);
  await visitor.click(SEARCH);
  await visitor.window.type("tenant");
  await visitor.says(FOUND, `1 of ${total} entries`);
  await poll(() => visitor.search()).toBe("?tech=redis&q=tenant");
  expect(await steps(visitor)).toBeLessThanOrEqual(before + 1);
  await visitor.click(button("Clear filters"));
  await visitor.says(FOUND, all);
  expect(await visitor.of(SEARCH, (field) => (field as HTMLInputElement).value)).toBe("");
  await poll(() => visitor.search()).toBe("");
  expect(await visitor.evaluate(() => Boolean(document.activeElement!.closest("search"))), "the focus stays in the filter").toBe(true);
});

test("where nothing is found the page says what to drop and what that would find", async ({ visitor }) => {
  await visitor.visit("?tech=nextjs&q=idempotency");
  await visitor.says(FOUND, `0 of ${total} entries`);
  await visitor.misses(CARDS);
  await visitor.sees(["button", /^Without “idempotency”: 1$/]);
  await visitor.click(["button", /^Without Next\.js: \d$/]);
  await poll(() => visitor.search()).toBe("?q=idempotency");
  await poll(() => visitor.count(CARDS)).toBe(1);
});

test("a shared filter narrows the page as it came, and a reload keeps it", async ({ visitor }) => {
  await visitor.visit("?tech=express&q=cache");
  for (const reload of [false, true]) {
    if (reload) await visitor.window.reload();
    await visitor.state("ready");
    await visitor.has(chip("Express"), "aria-pressed", "true");
    expect(await visitor.of(SEARCH, (field) => (field as HTMLInputElement).value)).toBe("cache");
    await visitor.says(FOUND, /^\d of \d entries$/);
  }
});

test("back and forward walk through the filters", async ({ visitor }) => {
  await visitor.visit();
  await visitor.click(chip("Express"));
  await visitor.says(FOUND, of("express"));
  await visitor.click(chip("Next.js"));
  await visitor.says(FOUND, of("express", "nextjs"));
  await visitor.window.back();
  await visitor.says(FOUND, of("express"));
  await visitor.has(chip("Next.js"), "aria-pressed", "false");
  await visitor.window.back();
  await visitor.says(FOUND, all);
  await visitor.window.forward();
  await visitor.says(FOUND, of("express"));
});

test("a filter is chosen by key, and moves neither the page nor the focus", async ({ visitor }) => {
  await visitor.visit();
  await visitor.click(SEARCH);
  await visitor.press("Tab");
  const [first] = await visitor.texts(CHIPS);
  const name = first!.replace(/ \d+$/, "");
  await visitor.focuses(chip(name));
  const before = await visitor.stopped();
  await visitor.press("Space");
  await visitor.has(chip(name), "aria-pressed", "true");
  await visitor.focuses(chip(name));
  await visitor.press("Enter");
  await visitor.has(chip(name), "aria-pressed", "false");
  expect(await visitor.stopped()).toBe(before);
});

test("a technology in what a card opened filters the list", async ({ visitor }) => {
  await visitor.visit();
  await visitor.click(card(projects[2]!.title));
  await visitor.sees(inspector(projects[2]!.title));
  await visitor.click(["section.inspector a", "AWS SQS"]);
  await poll(() => visitor.search()).toBe("?tech=sqs");
  await visitor.says(FOUND, of("sqs"));
});

test("a hundred and twenty changes of the address within half a minute stop nothing", async ({ visitor }) => {
  test.slow();
  await visitor.visit();
  const begun = Date.now();
  await visitor.click(chip("Redis"), 120);
  expect(Date.now() - begun, "ms; slower than this no engine minds").toBeLessThan(30_000);
  await visitor.has(chip("Redis"), "aria-pressed", "false");
  await visitor.state("ready");
  await visitor.click(chip("Express"));
  await visitor.says(FOUND, of("express"));
});
