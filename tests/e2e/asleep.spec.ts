// Parts of the start page that nobody has come near yet: they start when they are needed, and nobody notices.
import type { Locator, Page } from "@playwright/test";
import { siteOf, urlOf } from "./support/machine";
import { expect, started, test } from "./support/test";

test.use({ viewport: { width: 360, height: 400 } });

/** The page as it is when the program has started and nobody has done anything. */
async function arrive(page: Page, path = ""): Promise<void> {
  await page.goto(path);
  await started(page);
}

const activity = (page: Page) => page.locator("#activity");
/** Scrolls to a section: again while what stands above it gets its height. */
const reach = (section: Locator) => section.evaluate((element) => element.scrollIntoView({ behavior: "instant" }));
/** Once it has started, the calendar shows its latest week. */
const hasStarted = (page: Page) => activity(page).locator(".calendar__scroll").evaluate((weeks) => weeks.scrollLeft > 0);

test("what is far from the window has not started, and starts when it comes near", async ({ page }) => {
  await arrive(page);
  // What is near starts in a task after that; the idle time is the last of what a visit without a visitor has.
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(() => idle(undefined))));
  expect(await hasStarted(page)).toBe(false);
  await expect.poll(() => reach(activity(page)).then(() => hasStarted(page))).toBe(true);
});

const ACTIVITIES: [string, (page: Page) => Promise<void>][] = [
  ["a key", (page) => page.keyboard.press("Tab")],
  ["a pointer that moves", (page) => page.mouse.move(100, 100)],
  ["a wheel", (page) => page.mouse.wheel(0, 1)],
];
for (const [name, make] of ACTIVITIES) {
  test(`${name} starts all of the page, and gives all of it its place`, async ({ page }) => {
    await arrive(page);
    await make(page);
    await expect.poll(() => hasStarted(page)).toBe(true);
    await expect(page.locator("html")).not.toHaveAttribute("data-layout");
  });
}

test("a finger starts all of the page", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, hasTouch: true, viewport: { width: 360, height: 400 } });
  const page = await context.newPage();
  await arrive(page);
  await page.touchscreen.tap(2, 300);
  await expect.poll(() => hasStarted(page)).toBe(true);
  await context.close();
});

test("the first press on a part that has not started does what it says", async ({ page }) => {
  await arrive(page);
  // As a screen reader presses it: nothing has moved or been touched before.
  const more = page.locator(".log__more").first();
  await expect(more).toHaveAttribute("aria-expanded", "false");
  await more.evaluate((button: HTMLElement) => button.click());
  await expect(more).toHaveAttribute("aria-expanded", "true");
});

test("a project opens on the page at the first press, and not as a page of its own", async ({ page }) => {
  await arrive(page);
  const card = page.locator(".project-card").last();
  await card.getByRole("link").or(card.getByRole("button")).first().evaluate((link: HTMLElement) => link.click());
  await expect(card.locator(".inspector")).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(new URL(page.url()).pathname.replace(/projects\/.*/, ""));
});

test("a filter that is followed from one such part works in another", async ({ page }) => {
  await arrive(page);
  const all = await page.locator(".project-card").count();
  const link = page.locator('#skills a.skill__name').first();
  const name = await link.textContent();
  await link.evaluate((link: HTMLElement) => link.click());
  await expect(page).toHaveURL(/tech=/);
  await expect(page.locator("#projects").getByRole("button", { name: name!, pressed: true })).toBeAttached();
  expect(await page.locator(".project-card").count()).toBeLessThan(all);
});

test("who leaves at the first press comes back to a page that works", async ({ page }) => {
  await arrive(page);
  await page.locator(".log__whole a").evaluate((link: HTMLElement) => link.click());
  await expect(page).toHaveURL(/experience/);
  await page.goBack();
  await expect(activity(page)).toBeAttached();
  await expect.poll(() => reach(activity(page)).then(() => hasStarted(page))).toBe(true);
});

test.describe("roles that last", () => {
  test.use({ baseURL: urlOf(siteOf("arunav-malhotra").root) });

  test("are counted to today, however old the page is", async ({ page }) => {
    await page.clock.setFixedTime(new Date("2030-01-15T12:00:00Z"));
    await arrive(page);
    const lasts = page.locator(".log__commit", { hasText: "present" }).first().locator(".log__duration");
    await expect.poll(() => reach(page.locator("#experience")).then(() => lasts.textContent())).toBe(" · 6 yrs 4 mos");
  });
});
