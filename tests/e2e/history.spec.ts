// Back, forward, reload and hashes put the reader where they expect to be.
import { arunav } from "./support/portfolios";
import { expect, ready, test } from "./support/test";
import type { Locator, Page } from "@playwright/test";

const top = (page: Page) => page.evaluate(() => Math.round(scrollY));

/** Scrolls to a place as a reader would, with the wheel, and waits until it is reached. */
async function wheelTo(page: Page, y: number): Promise<number> {
  await page.mouse.move(20, 500);
  await page.mouse.wheel(0, y - (await top(page)));
  await expect.poll(() => top(page)).toBeGreaterThan(y - 5);
  return top(page);
}

/** Waits until the page has stopped gliding. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    for (let [still, last] = [0, scrollY]; still < 6; ) {
      await new Promise(requestAnimationFrame);
      still = scrollY === last ? still + 1 : 0;
      last = scrollY;
    }
  });

/** Scrolls an element to the middle of the window, at once. */
const centre = (element: Locator) => element.evaluate((it) => it.scrollIntoView({ block: "center", behavior: "instant" }));

const near = async (page: Page, y: number) =>
  expect.poll(async () => Math.abs((await top(page)) - y), { message: `scrolled to ${y}` }).toBeLessThanOrEqual(2);

test("a new page starts at its top", { tag: "@base" }, async ({ page, open }) => {
  await open();
  await page.getByRole("link", { name: "Full page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Multi-vendor e-commerce" })).toBeInViewport();
  await near(page, 0);
});

test("back returns to where one was, forward to where one went", { tag: "@base" }, async ({ page, open }) => {
  await open();
  await page.getByRole("link", { name: "Full page" }).scrollIntoViewIfNeeded();
  const left = await wheelTo(page, (await top(page)) + 120);
  await page.getByRole("link", { name: "Full page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Multi-vendor e-commerce" })).toBeVisible();
  await near(page, 0);
  const read = await wheelTo(page, 300);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Vivek" })).toBeVisible();
  await near(page, left);
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1, name: "Multi-vendor e-commerce" })).toBeVisible();
  await near(page, read);
});

test("back from a project returns to the filtered list", async ({ page, open }) => {
  await open("?tech=express&q=queue");
  await page.getByRole("link", { name: "Full page" }).scrollIntoViewIfNeeded();
  const left = await top(page);
  await page.getByRole("link", { name: "Full page" }).click();
  await expect(page).toHaveURL(/\/projects\//);
  await page.goBack();
  await expect(page).toHaveURL((url) => url.search === "?tech=express&q=queue");
  await expect(page.getByRole("searchbox")).toHaveValue("queue");
  await near(page, left);
});

test("back returns to where a filter was chosen, though nothing scrolled since", async ({ page, open }) => {
  await open();
  const chip = page.getByRole("list", { name: "Filter by technology" }).getByRole("button", { name: /^Redis \d+$/ });
  await centre(chip);
  await chip.click();
  await expect(page).toHaveURL(/\?tech=redis$/);
  const onward = page.getByRole("link", { name: "Full page" });
  await expect(onward).toBeInViewport({ ratio: 1 });
  const left = await top(page);
  expect(left).toBeGreaterThan(100);
  await onward.click();
  await expect(page).toHaveURL(/\/projects\//);
  await near(page, 0);
  await page.goBack();
  await expect(page).toHaveURL(/\?tech=redis$/);
  await near(page, left);
});

test("back leads step by step from a project to a technology far down that led to it", { tag: "@base" }, async ({ page, open }) => {
  await open();
  const technology = page.getByRole("region", { name: "skills", exact: true }).getByRole("link", { name: "Redis", exact: true });
  await centre(technology);
  expect(await top(page)).toBeGreaterThan(3000);
  // What is above may still be laid out: what counts is where the link stands in the window.
  const place = () => technology.evaluate((it) => Math.round(it.getBoundingClientRect().top));
  const chosen = await place();
  await technology.click();
  await expect(page).toHaveURL(/\?tech=redis$/);
  await near(page, 0);
  const onward = page.getByRole("link", { name: "Full page" });
  await centre(onward);
  const left = await top(page);
  expect(left).toBeGreaterThan(100);
  await onward.click();
  await expect(page).toHaveURL(/\/projects\//);
  await near(page, 0);
  await page.goBack();
  await expect(page).toHaveURL(/\?tech=redis$/);
  await near(page, left);
  await page.goBack();
  await expect(page).not.toHaveURL(/tech=/);
  await expect.poll(async () => Math.abs((await place()) - chosen)).toBeLessThanOrEqual(2);
});

test("a reload stays where one was", { tag: "@base" }, async ({ page, open }) => {
  await open();
  const left = await wheelTo(page, 1500);
  await page.reload();
  await ready(page);
  await near(page, left);
});

test("back from another site returns to where one was", async ({ page, open }) => {
  await open();
  const left = await wheelTo(page, 1500);
  await page.goto("about:blank");
  await page.goBack();
  await ready(page);
  await near(page, left);
});

test("an address with a hash opens at that section", { tag: "@base" }, async ({ page, open }) => {
  await open("#skills");
  const heading = page.getByRole("heading", { level: 2, name: "skills" });
  await expect(heading).toBeInViewport({ ratio: 0.999 });
  await expect.poll(async () => (await heading.boundingBox())!.y).toBeLessThan(400);
});

test("an address with a hash of another portfolio does, too", async ({ page, open }) => {
  await open(arunav.at("#competencies"));
  await expect(page.getByRole("heading", { level: 2, name: "core competencies" })).toBeInViewport({ ratio: 0.999 });
});

test("an address with a hash is there at once, on a narrow screen too", async ({ page, open }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  // Every place the page passed on its way: a page that glides there shows many.
  await page.addInitScript(() => {
    const tops = ((window as any).tops = new Set<number>());
    addEventListener("scroll", () => tops.add(Math.round(scrollY)));
  });
  await open(arunav.at("#architecture"));
  const section = page.locator("#architecture");
  await expect(section).toBeInViewport();
  await expect.poll(() => section.evaluate((element) => Math.abs(element.getBoundingClientRect().top))).toBeLessThan(120);
  // Of this portfolio no page was prerendered: the browser looks for the place on what stands there first.
  expect(await page.evaluate(() => (window as any).tops.size)).toBeLessThanOrEqual(6);
});

for (const hash of ["#nothing", "#%", "#%ff", "#a b", "#.[", "#skills?x=1", "#__proto__"]) {
  test(`the hash ${hash} does no harm`, async ({ page, open }) => {
    await open(hash);
    await expect(page.getByRole("heading", { level: 1, name: "Vivek" })).toBeVisible();
    await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "blog" }).click();
    await expect(page.getByRole("heading", { level: 2, name: "blog" })).toBeInViewport();
  });
}

test("back and forward walk through the sections visited", { tag: "@base" }, async ({ page, open }) => {
  await open();
  const nav = page.getByRole("navigation", { name: "Sections" });
  const heading = (name: string) => page.getByRole("heading", { level: 2, name });
  // Whoever clicks on amid a glide leaves from wherever it has got to.
  for (const name of ["experience", "contact"]) {
    await nav.getByRole("link", { name }).click();
    await expect(heading(name)).toBeInViewport();
    await settled(page);
  }
  await page.goBack();
  await expect(page).toHaveURL(/#experience$/);
  await expect(heading("experience")).toBeInViewport();
  await page.goBack();
  await expect(page).not.toHaveURL(/#/);
  await near(page, 0);
  await page.goForward();
  await expect(heading("experience")).toBeInViewport();
});

test("the same section can be asked for twice", async ({ page, open }) => {
  // A glide that is still under way would carry on after the wheel.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open();
  const link = page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "skills" });
  const heading = page.getByRole("heading", { level: 2, name: "skills" });
  await link.click();
  await expect(heading).toBeInViewport();
  await page.mouse.move(20, 500);
  await page.mouse.wheel(0, -3000);
  await expect(heading).not.toBeInViewport();
  await link.click();
  await expect(heading).toBeInViewport();
});

test("a section that was jumped to is where Tab goes on from", async ({ page, open }) => {
  await open();
  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "contact" }).click();
  await expect(page.getByRole("region", { name: "contact" })).toBeFocused();
  await page.keyboard.press("Tab");
  const inSection = () => page.evaluate(() => Boolean(document.activeElement?.closest("#contact")));
  await expect.poll(inSection).toBe(true);
});

test("twenty pages later nothing has piled up", async ({ page, open }) => {
  await open();
  const size = () => page.evaluate(() => document.querySelectorAll("*").length);
  await page.getByRole("banner").getByRole("link", { name: "Vivek" }).click();
  // Back leads to where the link is, and what is near it has been drawn there.
  await centre(page.getByRole("link", { name: "Full page" }));
  await expect(page.locator(".thumbnail rect").first()).toBeVisible();
  const round = async () => {
    await page.getByRole("link", { name: "Full page" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Multi-vendor e-commerce" })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1, name: "Vivek" })).toBeVisible();
  };
  // The prerendered page holds more than the program makes of it later.
  await round();
  await expect(page.locator(".thumbnail rect").first()).toBeVisible();
  const before = await size();
  for (let at = 0; at < 9; at += 1) await round();
  await expect.poll(size).toBe(before);
});
