// The site that `cargo xtask build --generic` makes: one page, which loads a portfolio when it is visited.
import { watch } from "./support/hydration";
import { others, type At, urlOf } from "./support/machine";
import { sharvil, vivek } from "./support/portfolios";
import { expect, ready, serious, test } from "./support/test";

test.use({ baseURL: async ({}, use, { project }) => use(urlOf(others.generic[project.name as At])) });

const FILE = /\/portfolio\.json$/;
const [project] = vivek.data.projects;

test("shows the portfolio that lies beside it, and asks for it once", { tag: "@base" }, async ({ page, open, request }) => {
  const html = await (await request.get("")).text();
  expect(html).not.toContain(vivek.data.profile.name);
  await watch(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await open();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(vivek.data.profile.name);
  await expect(page).toHaveTitle(`${vivek.data.profile.name} · ${vivek.data.profile.headline}`);
  expect(asked.filter((path) => FILE.test(path))).toHaveLength(1);
  expect(new Set(asked).size).toBe(asked.length);
  await page.getByRole("link", { name: "Full page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: project!.title })).toBeVisible();
  await expect(page).toHaveTitle(`${project!.title} · ${vivek.data.profile.name}`);
  expect(await page.evaluate(() => (window as any).seen.violations)).toEqual([]);
});

test("shows another file of the site that the address names", { tag: "@base" }, async ({ page, open }) => {
  await open(sharvil.at());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(sharvil.data.profile.name);
});

test("names no page, résumé or feed of a portfolio that it does not know", async ({ request }) => {
  for (const path of ["sitemap.xml", "feed.xml", "resume.json", "share/start.png"]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

test.describe("where a host has no file, or not the right one", () => {
  // The host answers 404, which the browser reports.
  test.use({ forgiving: true });

  test("an address within the portfolio shows its page, though the host has none for it", { tag: "@base" }, async ({ page, complaints }) => {
    await page.goto(`projects/${project!.id}/`);
    await ready(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(project!.title);
    expect(serious(complaints)).toEqual([]);
  });

  for (const [what, answer, reason] of [
    ["is not there", { status: 404, body: "no" }, /status 404/],
    ["is no JSON", { body: '{\n  "profile": {},\n}' }, /not JSON: .*at line 3, column 1/],
  ] as const) {
    test(`a portfolio that ${what} is named, with the reason, and can be tried again`, { tag: "@base" }, async ({ page, complaints }) => {
      await page.route(FILE, (route) => route.fulfill({ contentType: "application/json", ...answer }));
      await page.goto("");
      await expect(page.locator("html")).toHaveAttribute("data-state", "error");
      await expect(page.getByRole("heading", { level: 1, name: "This portfolio can't be shown" })).toBeVisible();
      await expect(page.getByRole("alert")).toContainText("portfolio.json");
      await expect(page.getByRole("alert")).toHaveText(reason);
      await page.unroute(FILE);
      await page.getByRole("button", { name: "Try again" }).click();
      await ready(page);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(vivek.data.profile.name);
      expect(serious(complaints)).toEqual([]);
    });
  }
});
