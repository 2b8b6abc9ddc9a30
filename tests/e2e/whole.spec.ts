// Pages hold what they show. What others show comes in one file, when somebody is about to go there.
import { hold } from "./support/hold";
import { vivek } from "./support/portfolios";
import { expect, started, test } from "./support/test";
import type { Page } from "@playwright/test";

const WHOLE = /\/portfolio\.txt$/;
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

test("the start page holds everything, and fetches nothing of it", async ({ page }) => {
  const { fetched, read } = await visit(page, "");
  await page.getByRole("link", { name: "The whole log on a page of its own" }).click();
  await expect(title(page)).toHaveText("Experience");
  await home(page).click();
  await expect(title(page)).toHaveText(profile.name);
  expect([fetched(), read()]).toEqual([0, []]);
});

test("until the rest is there, a link leaves all as it is; then it leads to its place", async ({ page }) => {
  const arrive = await hold(page, WHOLE);
  await visit(page, project);
  const before = page.url();
  const asked = page.waitForRequest(WHOLE);
  await section(page).click();
  await asked;
  await expect(title(page)).toHaveText(projects[0]!.title);
  expect(page.url()).toBe(before);
  await expect(page.locator("main")).not.toBeFocused();
  arrive();
  await expect(title(page)).toHaveText(profile.name);
  const id = new URL(page.url()).hash.slice(1);
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  await expect(page.locator(`[id="${id}"]`)).toBeFocused();
});

test.describe("where the rest can't be had", () => {
  test.use({ forgiving: true });

  test("links load the page from the host", async ({ page }) => {
    await page.route(WHOLE, (route) => route.abort());
    await visit(page, `architecture/${diagrams[0]!.id}/`);
    await section(page).click();
    await expect(title(page)).toHaveText(profile.name);
    await started(page);
    expect(await page.evaluate(() => (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming).name)).toBe(page.url());
    expect(new URL(page.url()).hash).not.toBe("");
  });

  test("a file that is none of this build's is as good as missing", async ({ page }) => {
    await page.route(WHOLE, (route) => route.fulfill({ body: "another format\n", contentType: "text/plain" }));
    await visit(page, project);
    await home(page).click();
    await expect(title(page)).toHaveText(profile.name);
    expect(await page.evaluate(() => performance.getEntriesByType("navigation")[0]!.name)).toBe(page.url());
  });
});
