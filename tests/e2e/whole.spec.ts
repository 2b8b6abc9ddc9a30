// Pages hold what they show. What others show comes in one file, when somebody is about to go there.
import { hold } from "./support/hold";
import { vivek } from "./support/portfolios";
import { expect, ready, started, test } from "./support/test";
import type { Page } from "@playwright/test";

const WHOLE = /\/vitrine-portfolio\.txt$/;
const { projects, diagrams, profile } = vivek.data;
const project = `projects/${projects[0]!.id}/`;

/** Opens a page as a visitor does, who has done nothing on it yet; answers what it asks for. */
const visit = async (page: Page, path: string) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(path);
  await started(page);
  return { fetched: () => asked.filter((path) => WHOLE.test(path)).length, read: () => asked.filter((path) => /\.json$|\/reader-/.test(path)) };
};
const title = (page: Page) => page.getByRole("heading", { level: 1 });
const home = (page: Page) => page.getByRole("banner").getByRole("link", { name: profile.name });
const section = (page: Page) => page.getByRole("navigation", { name: "Sections" }).getByRole("link").last();

for (const [what, act] of [
  ["points at a link", (page: Page) => home(page).hover()],
  ["uses the keyboard", (page: Page) => page.keyboard.press("ArrowDown")],
] as const) {
  test(`what other pages show is fetched once, when somebody ${what}`, async ({ page }) => {
    const { fetched, read } = await visit(page, project);
    expect(fetched()).toBe(0);
    const arrived = page.waitForResponse(WHOLE);
    await act(page);
    await (await arrived).finished();
    await home(page).click();
    await expect(title(page)).toHaveText(profile.name);
    await page.goBack();
    await expect(title(page)).toHaveText(projects[0]!.title);
    expect([fetched(), read()]).toEqual([1, []]);
  });
}

test("the start page holds everything, and fetches nothing of it", { tag: "@base" }, async ({ page }) => {
  const { fetched, read } = await visit(page, "");
  await ready(page);
  await page.getByRole("link", { name: "The whole log on a page of its own" }).click();
  await expect(title(page)).toHaveText("Experience");
  await home(page).click();
  await expect(title(page)).toHaveText(profile.name);
  expect([fetched(), read()]).toEqual([0, []]);
});

test("until the rest is there, a link leaves all as it is and says so; then it leads to its place", { tag: "@base" }, async ({ page }) => {
  const arrive = await hold(page, WHOLE);
  await visit(page, project);
  const before = page.url();
  const asked = page.waitForRequest(WHOLE);
  await section(page).click();
  await asked;
  await expect(title(page)).toHaveText(projects[0]!.title);
  expect(page.url()).toBe(before);
  await expect(page.locator("main")).not.toBeFocused();
  await expect(page.locator("main")).toHaveAttribute("aria-busy", "true");
  arrive();
  await expect(title(page)).toHaveText(profile.name);
  const id = new URL(page.url()).hash.slice(1);
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  await expect(page.locator(`[id="${id}"]`)).toBeFocused();
  await expect(page.locator("main")).not.toHaveAttribute("aria-busy");
});

test("a link that was pressed twice leads to its place once", async ({ page }) => {
  const arrive = await hold(page, WHOLE);
  await visit(page, project);
  const asked = page.waitForRequest(WHOLE);
  await section(page).dblclick();
  await asked;
  arrive();
  await expect(title(page)).toHaveText(profile.name);
  await page.goBack();
  await expect(title(page)).toHaveText(projects[0]!.title);
});

test("a visitor who does not want to wait any more stays", async ({ page }) => {
  const arrive = await hold(page, WHOLE);
  await visit(page, "experience/");
  const asked = page.waitForRequest(WHOLE);
  await home(page).click();
  await asked;
  arrive();
  await expect(title(page)).toHaveText(profile.name);
  await page.goBack();
  await expect(title(page)).toHaveText("Experience");
  await page.goForward();
  await expect(title(page)).toHaveText(profile.name);
});

test("a filter is a place to go to, too", async ({ page }) => {
  await visit(page, project);
  await page.locator(".project-page__body .tag").first().click();
  await expect(title(page)).toHaveText(profile.name);
  expect(new URL(page.url()).searchParams.get("tech")).not.toBeNull();
  await expect(page.locator(".tag[aria-pressed=true], .chip[aria-pressed=true], [aria-pressed=true].filter__chip").first()).toBeAttached();
});

test.describe("where the rest can't be had", () => {
  test.use({ forgiving: true });

  test("links load the page from the host", { tag: "@base" }, async ({ page }) => {
    await page.route(WHOLE, (route) => route.abort());
    await visit(page, `architecture/${diagrams[0]!.id}/`);
    await section(page).click();
    await expect(title(page)).toHaveText(profile.name);
    await started(page);
    expect(await page.evaluate(() => (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming).name)).toBe(page.url());
    expect(new URL(page.url()).hash).not.toBe("");
  });

  test("pressed twice, too", async ({ page }) => {
    let fail = () => {};
    const held = new Promise<void>((resolve) => (fail = resolve));
    await page.route(WHOLE, (route) => held.then(() => route.abort()));
    await visit(page, project);
    await section(page).dblclick();
    fail();
    await expect(title(page)).toHaveText(profile.name);
  });

  for (const [what, change] of [
    ["is no portfolio", () => "another format\n"],
    ["is of a build with another format", (text: string) => text.replace(/^\d+/, (number) => String(Number(number) + 1))],
  ] as const) test(`a file that ${what} is as good as missing`, async ({ page }) => {
    await page.route(WHOLE, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ body: change(await response.text()), contentType: "text/plain" });
    });
    await visit(page, project);
    await home(page).click();
    await expect(title(page)).toHaveText(profile.name);
    expect(await page.evaluate(() => performance.getEntriesByType("navigation")[0]!.name)).toBe(page.url());
  });
});
