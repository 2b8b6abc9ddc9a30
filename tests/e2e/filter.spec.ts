// The project filter: chips with counts, search, both together, and all of it in the address.
import { bundled, ownPortfolio, sharvil, vivek } from "./support/portfolios";
import { expect, ready, test } from "./support/test";
import type { Page } from "@playwright/test";

const filter = (page: Page) => page.getByRole("search");
const chip = (page: Page, name: string) => filter(page).getByRole("button", { name: new RegExp(`^${escape(name)} \\d+$`) });
const result = (page: Page) => filter(page).getByRole("status");
const box = (page: Page) => filter(page).getByRole("searchbox", { name: "Search" });
const clear = (page: Page) => filter(page).getByRole("button", { name: "Clear filters" });
const titles = (page: Page) => page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("button");
const total = vivek.data.projects.length;
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The chips as they stand: `Redis 3`. */
const chips = async (page: Page) =>
  (await filter(page).getByRole("list", { name: "Filter by technology" }).getByRole("button").allInnerTexts()).map((text) =>
    text.replace(/\s+/g, " ").trim(),
  );

for (const portfolio of bundled) {
  test(`every technology of ${portfolio.name}'s projects has a chip with its count`, async ({ page, open }) => {
    await open(portfolio.at());
    const more = filter(page).getByRole("button", { name: /^\d+ more$/ });
    if (await more.isVisible()) {
      await expect(more).toHaveAttribute("aria-expanded", "false");
      await more.click();
      await expect(filter(page).getByRole("button", { name: "Fewer" })).toHaveAttribute("aria-expanded", "true");
    }
    const used = new Set(portfolio.data.projects.flatMap((project) => project.technologies ?? []));
    const expected = [...used].map((id) => `${portfolio.technology(id)} ${portfolio.using(id).length}`);
    expect((await chips(page)).filter((text) => text !== "Fewer").sort()).toEqual(expected.sort());
    await expect(result(page)).toHaveText(`${portfolio.data.projects.length} entries`);
  });
}

test("a chip keeps the projects that use its technology, and says so", { tag: "@base" }, async ({ page, open }) => {
  await open();
  await chip(page, "Express").click();
  await expect(chip(page, "Express")).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(/\?tech=express$/);
  await expect(titles(page)).toHaveText(vivek.using("express").map((project) => project.title));
  await expect(result(page)).toHaveText(`${vivek.using("express").length} of ${total} entries`);
});

test("a shared filter narrows the page as it came, and leaves the rest of it standing", { tag: "@base" }, async ({ page }) => {
  await page.addInitScript(() => document.addEventListener("DOMContentLoaded", () => Object.assign(window, { came: document.querySelector("#app h1") })));
  await page.goto("?tech=express&q=cache");
  await ready(page);
  await expect(chip(page, "Express")).toHaveAttribute("aria-pressed", "true");
  await expect(box(page)).toHaveValue("cache");
  await expect(result(page)).toHaveText(new RegExp(`^\\d of ${total} entries$`));
  expect(await page.evaluate(() => (window as unknown as { came: Element }).came.isConnected)).toBe(true);
});

test("several chips keep what uses all of them, and count what is left", async ({ page, open }) => {
  await open();
  await chip(page, "Express").click();
  await chip(page, "Redis").click();
  await chip(page, "Next.js").click();
  const left = vivek.using("express", "redis", "nextjs");
  await expect(titles(page)).toHaveText(left.map((project) => project.title));
  await expect(result(page)).toHaveText(`${left.length} of ${total} entries`);
  for (const text of await chips(page)) {
    const [, name, count] = /^(.*) (\d+)$/.exec(text) ?? [];
    if (!name) continue;
    const id = vivek.data.technologies.find((technology) => technology.name === name)!.id;
    expect(Number(count), name).toBe(vivek.using("express", "redis", "nextjs", id).length);
  }
  await chip(page, "Express").click();
  await expect(chip(page, "Express")).toHaveAttribute("aria-pressed", "false");
  await expect(page).toHaveURL((url) => url.searchParams.get("tech")!.split(",").sort().join() === "nextjs,redis");
});

test("a technology that nothing left uses cannot be chosen", async ({ page, open }) => {
  await open("?tech=nextjs,react");
  await expect(chip(page, "AWS SQS")).toHaveAccessibleName("AWS SQS 0");
  await expect(chip(page, "AWS SQS")).toBeDisabled();
});

test("search finds words anywhere in a project, whatever the case", async ({ page, open }) => {
  await open();
  for (const words of ["tenant", "TENANT", "  tenant  ", "vendor Tenant"]) {
    await box(page).fill(words);
    await expect(titles(page)).toHaveText(["Multi-vendor e-commerce"]);
    await expect(result(page)).toHaveText(`1 of ${total} entries`);
  }
});

test("search and chips work together", async ({ page, open }) => {
  await open();
  await box(page).pressSequentially("queue");
  await expect(page).toHaveURL(/\?q=queue$/);
  await chip(page, "Express").click();
  await expect(page).toHaveURL((url) => url.search === "?tech=express&q=queue");
  await expect(box(page)).toHaveValue("queue");
  for (const title of await titles(page).allTextContents()) {
    expect(vivek.using("express").map((project) => project.title)).toContain(title);
  }
});

test("typing a word is one announcement, not one a letter", async ({ page, open }) => {
  // Time stands still while the word is typed, however long the machine takes for it.
  await page.clock.install();
  await open();
  await page.clock.pauseAt(Date.now() + 3_600_000);
  await result(page).evaluate((status) => {
    const said = ((window as any).said = [] as string[]);
    new MutationObserver(() => said.push(status.textContent!)).observe(status, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  await box(page).pressSequentially("tenant");
  await page.clock.runFor(2_000);
  await expect(result(page)).toHaveText(`1 of ${total} entries`);
  expect(await page.evaluate(() => (window as any).said)).toEqual([`1 of ${total} entries`]);
});

test("an address with a filter shows the filtered view", { tag: "@base" }, async ({ page, open }) => {
  await open("?tech=redis,express&q=queue");
  await expect(chip(page, "Redis")).toHaveAttribute("aria-pressed", "true");
  await expect(chip(page, "Express")).toHaveAttribute("aria-pressed", "true");
  await expect(box(page)).toHaveValue("queue");
  await expect(result(page)).toHaveText(/^\d of 3 entries$/);
  await expect(clear(page)).toBeVisible();
});

test("a filter is shared with the portfolio it belongs to", async ({ page, open }) => {
  await open(sharvil.at("", { tech: "redis" }));
  await expect(titles(page)).toHaveText(sharvil.using("redis").map((project) => project.title));
  await chip(page, "AWS Lambda").click();
  await expect(page).toHaveURL((url) => url.searchParams.get("portfolio") === sharvil.address);
  await page.reload();
  await ready(page);
  await expect(result(page)).toHaveText(`${sharvil.using("redis", "aws-lambda").length} of ${sharvil.data.projects.length} entries`);
});

for (const [search, shown] of [
  ["?tech=nosuchthing", total],
  ["?tech=,,,", total],
  ["?tech=REDIS", vivek.using("redis").length],
  ["?tech=Next.js", vivek.using("nextjs").length],
  ["?tech=mongo", vivek.using("mongodb").length],
  ["?tech=redis,redis,redis", vivek.using("redis").length],
  ["?q=%20%20", total],
  ["?q=%F0%9F%98%80%00%ff", 0],
  ["?tech=%&q=%zz", 0],
  [`?q=${"a".repeat(5000)}`, 0],
  ["?tech=__proto__,constructor&q=", total],
  ["?unknown=1&tech", total],
] as const) {
  test(`the address ${search.slice(0, 40)} does no harm`, async ({ page, open }) => {
    await open(search);
    await expect(titles(page)).toHaveCount(shown);
  });
}

test("back and forward walk through the filters", { tag: "@base" }, async ({ page, open }) => {
  await open();
  await chip(page, "Express").click();
  await expect(result(page)).toHaveText(/^2 of/);
  await chip(page, "Next.js").click();
  await expect(result(page)).toHaveText(/^1 of/);
  await page.goBack();
  await expect(result(page)).toHaveText(/^2 of/);
  await expect(chip(page, "Next.js")).toHaveAttribute("aria-pressed", "false");
  await page.goBack();
  await expect(result(page)).toHaveText(`${total} entries`);
  await page.goForward();
  await expect(result(page)).toHaveText(/^2 of/);
});

test("what was typed is one step back, not one a letter", async ({ page, open }) => {
  await open("?tech=redis");
  const steps = () => page.evaluate(() => history.length);
  const before = await steps();
  await box(page).pressSequentially("tenant", { delay: 250 });
  await expect(result(page)).toHaveText(/^1 of/);
  expect(await steps()).toBeLessThanOrEqual(before + 1);
});

test("a filter moves neither the page nor the focus", async ({ page, open }) => {
  await open();
  await chip(page, "Express").scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await chip(page, "Express").click();
  await expect(result(page)).toHaveText(/^2 of/);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await expect(chip(page, "Express")).toBeFocused();
});

test("Clear drops chips and words at once, and leaves the focus in the filter", async ({ page, open }) => {
  await open("?tech=redis,express&q=tenant");
  await clear(page).click();
  await expect(page).toHaveURL((url) => url.search === "");
  await expect(box(page)).toHaveValue("");
  await expect(result(page)).toHaveText(`${total} entries`);
  await expect(clear(page)).toBeHidden();
  await expect(filter(page).locator(":focus")).toHaveCount(1);
});

test("an empty result says which filter to drop and what that would find", async ({ page, open }) => {
  await open("?tech=nextjs&q=idempotency");
  await expect(result(page)).toHaveText(`0 of ${total} entries`);
  await expect(titles(page)).toHaveCount(0);
  const without = (name: string) => page.getByRole("button", { name: new RegExp(`Without ${name}`) });
  await expect(without("Next.js")).toBeVisible();
  await expect(without("“idempotency”")).toHaveAccessibleName(/: 1$/);
  const found = Number((await without("Next.js").innerText()).match(/(\d+)$/)![1]);
  expect(found).toBeGreaterThan(0);
  await without("Next.js").click();
  await expect(titles(page)).toHaveCount(found);
  await expect(page).toHaveURL((url) => url.search === "?q=idempotency");
});

test("words that nothing has can be dropped, too", async ({ page, open }) => {
  await open();
  await box(page).fill("xylophone");
  await page.getByRole("button", { name: `Without “xylophone”: ${total}` }).click();
  await expect(titles(page)).toHaveCount(total);
  await expect(box(page)).toHaveValue("");
});

test("the chips work by keyboard", async ({ page, open }) => {
  await open();
  await box(page).focus();
  await page.keyboard.press("Tab");
  const first = filter(page).getByRole("list").getByRole("button").first();
  await expect(first).toBeFocused();
  await page.keyboard.press("Space");
  await expect(first).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Enter");
  await expect(first).toHaveAttribute("aria-pressed", "false");
});

test("results are announced politely, in one place", async ({ page, open }) => {
  await open();
  const main = page.getByRole("main");
  await expect(filter(page).getByRole("status")).toHaveCount(1);
  await expect(main.locator('[aria-live="assertive"], [role="alert"]')).toHaveCount(0);
});

test("many projects are filtered without a noticeable wait", async ({ page, open, offer }) => {
  const many = ownPortfolio();
  const originals = many.projects;
  many.projects = Array.from({ length: 300 }, (_, at) => ({
    ...originals[at % originals.length],
    id: `project-${at}`,
    title: `Project ${at}`,
    diagram: undefined,
  }));
  await offer(many);
  await open();
  await chip(page, "Next.js").click();
  await expect(result(page)).toHaveText("100 of 300 entries");
  await box(page).fill("project 33");
  await expect(result(page)).not.toHaveText("100 of 300 entries");
});

test.describe("with a touch screen", () => {
  test.use({ hasTouch: true, viewport: { width: 375, height: 740 } });

  test("a tap on a chip filters", async ({ page, open }) => {
    await open();
    await chip(page, "Next.js").tap();
    await expect(titles(page)).toHaveText(["Multi-vendor e-commerce"]);
  });
});
