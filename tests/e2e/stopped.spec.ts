// Where the program is missing or stops on another page than the first.
import type { Page } from "@playwright/test";
import { siteOf, urlOf, type At } from "./support/machine";
import { bundled, vivek } from "./support/portfolios";
import { stopAndUse, stoppable } from "./support/stoppable";
import { expect, ready, test } from "./support/test";

const { profile, projects } = vivek.data;
const PROGRAM = /\/vitrine-[0-9a-f]+_bg\.wasm$/;

test.use({ forgiving: true });

/** Counts how often a page is asked for as a file. */
function count(page: Page): () => number {
  let pages = 0;
  page.on("request", (request) => void (pages += Number(request.isNavigationRequest())));
  return () => pages;
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

for (const { name, data } of bundled) {
  test.describe(`the site of ${name}`, () => {
    test.use({ baseURL: async ({}, use, { project }) => use(urlOf(siteOf(name)[project.name as At])) });

    test("stays as it was rendered on every kind of page when there is no program", { tag: "@base" }, async ({ page }) => {
      const pages = count(page);
      await page.route(PROGRAM, (route) => route.fulfill({ status: 404, body: "no" }));
      const [project, diagram] = [data.projects[0]!, data.diagrams[0]!];
      const paths: [string, string][] = [
        ["", data.profile.name],
        [`projects/${project.id}/`, project.title],
        [`architecture/${diagram.id}/`, diagram.title ?? diagram.name],
        ...(data.experience ? [["experience/", "Experience"] as [string, string]] : []),
        ["nowhere/", "Page not found"],
      ];
      for (const [path, title] of paths) {
        await page.goto(path);
        await expect(page.locator("html"), path).toHaveAttribute("data-state", "static", { timeout: 10_000 });
        await expect(page.getByRole("alert")).toContainText("not available");
        await expect(heading(page)).toHaveText(title);
        const shown = page.locator("button:visible:not(:disabled), input:visible, select:visible");
        await expect(shown, path).toHaveText(["Reload"]);
      }
      expect(pages(), "no page reloads itself").toBe(paths.length);
    });
  });
}

test("a program that stops on a page that it has drawn gives way to the file of that page", { tag: "@base" }, async ({ page, open }) => {
  const [pages, stop] = [count(page), await stoppable(page)];
  await open();
  await page.locator(`.inspector a[href$="/projects/${projects[0]!.id}/"]`).first().click();
  await expect(heading(page)).toHaveText(projects[0]!.title);
  expect(pages()).toBe(1);
  await stopAndUse(page, stop);
  await expect.poll(pages).toBe(2);
  await ready(page);
  await expect(heading(page)).toHaveText(projects[0]!.title);
  await page.getByRole("button", { name: "Dark", exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-scheme", "dark");
  expect(pages(), "once is enough").toBe(2);
});

test("where the program has stopped, the way back leads to pages as files", { tag: "@base" }, async ({ page, open }) => {
  const [pages, stop] = [count(page), await stoppable(page)];
  await open();
  await page.locator(`.inspector a[href$="/projects/${projects[0]!.id}/"]`).first().click();
  await expect(heading(page)).toHaveText(projects[0]!.title);
  await page.goBack();
  await expect(heading(page)).toHaveText(profile.name);
  await stopAndUse(page, stop);
  await expect(page.getByRole("alert")).toContainText("not available");
  await expect(heading(page)).toHaveText(profile.name);
  await page.goForward();
  await expect(heading(page)).toHaveText(projects[0]!.title);
  await ready(page);
  expect(pages()).toBe(2);
});
