// A page that arrives piece by piece, as it does over a slow line: what is there stays where it is.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { hold } from "./support/hold";
import { expectStill, painted, watch } from "./support/hydration";
import { siteOf, urlOf } from "./support/machine";
import { bundled } from "./support/portfolios";
import { expect, ready, started, test } from "./support/test";
import type { Page } from "@playwright/test";

/** Opens a page whose HTML stops at each of some places, given as parts of its content, until what is there has been painted. */
async function arrive(page: Page, url: string, places: number[]): Promise<void> {
  const sent = await (await page.request.get(url)).text();
  // Not every engine knows it, and those paint what there is.
  const blocking = ' blocking="render"';
  expect(sent).toContain(` defer${blocking}>`);
  const html = Buffer.from(sent.replace(blocking, ""));
  const content = html.indexOf("<main");
  const cuts = [...places.map((place) => Math.floor(content + (html.length - content) * place)), html.length];
  let send = (_: number) => {};
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    send = (piece) => {
      response.write(html.subarray(cuts[piece - 1] ?? 0, cuts[piece]));
      if (piece === cuts.length - 1) response.end();
    };
    send(0);
  });
  await new Promise<void>((listening) => server.listen(0, "localhost", listening));
  const { port } = server.address() as AddressInfo;
  await page.route(url, (route) => route.continue({ url: `http://localhost:${port}/` }));
  await page.goto(url, { waitUntil: "commit" });
  for (let piece = 1; piece < cuts.length; piece += 1) {
    await painted(page);
    // What the first script, which comes with the last piece, goes by.
    if (piece === cuts.length - 1) await expect.poll(() => page.evaluate(() => performance.getEntriesByType("paint").length)).toBeGreaterThan(0);
    send(piece);
  }
  await ready(page);
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
}

for (const { name, data } of bundled) {
  test.describe(`the site of ${name}`, () => {
    test.use({ baseURL: urlOf(siteOf(name).root) });

    for (const path of ["", `projects/${data.projects[0]!.id}/`, `architecture/${data.diagrams[0]!.id}/`]) {
      for (const width of [1280, 360]) {
        test(`/${path} that arrives slowly holds still, ${width} px wide`, async ({ page, baseURL }) => {
          await page.setViewportSize({ width, height: 760 });
          await watch(page);
          await arrive(page, new URL(path, baseURL).href, [0, 0.02, 0.1, 0.3, 0.5, 0.55, 0.6, 0.65, 0.8]);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expectStill(page, `/${path}`);
        });
      }
    }
  });
}

const font = /\/fonts\/[\w-]+\.woff2$/;

const family = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).fontFamily);

for (const { name, data } of bundled) {
  test.describe(`the site of ${name}, whose fonts come late,`, () => {
    test.use({ baseURL: urlOf(siteOf(name).root) });

    for (const path of ["", `projects/${data.projects[0]!.id}/`, `architecture/${data.diagrams[0]!.id}/`]) {
      test(`holds still on /${path}${path && " and on the next page"}`, async ({ page }) => {
        test.slow();
        await watch(page);
        for (const width of [360, 768, 1280, 1440]) {
          await page.setViewportSize({ width, height: 760 });
          const letCome = await hold(page, font);
          await page.goto(path, { waitUntil: "commit" });
          await started(page);
          await expect(page.locator("html[data-fonts=late]")).toHaveCount(1);
          expect(await family(page)).toMatch(/^"Fallback/);
          letCome();
          const areHere = () => [...document.fonts].some(({ family, status }) => status === "loaded" && !family.includes("Fallback"));
          await expect.poll(() => page.evaluate(areHere)).toBe(true);
          await expectStill(page, `/${path}, ${width} px wide`);
          expect(await family(page)).toMatch(/^"Fallback/);
          if (path) {
            await page.getByRole("banner").getByRole("link", { name: data.profile.name }).click();
            await expect(page.getByRole("heading", { level: 1 })).toHaveText(data.profile.name);
            expect(await family(page)).toMatch(/^"Fallback/);
          }
          await page.unroute(font);
        }
      });
    }
  });
}

test("a page that comes at once is first seen in its fonts, one on a slow line does not wait for them", async ({ page, browser, baseURL }) => {
  const painted = (page: Page) => page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]!.startTime);
  await page.goto("");
  await started(page);
  // A busy machine is a slow line, too: it has the page in other fonts.
  const isLate = (await family(page)).startsWith('"Fallback');
  if (!isLate) {
    const fonts = await page.evaluate(() => {
      const files = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      return files.filter(({ name }) => name.endsWith(".woff2")).map(({ responseEnd }) => responseEnd);
    });
    expect(fonts.length).toBeGreaterThan(1);
    expect(await painted(page)).toBeGreaterThanOrEqual(Math.max(...fonts));
  }

  const slow = await browser.newPage({ baseURL });
  await slow.route(/\.css$/, async (route) => {
    const response = await route.fetch();
    await new Promise((late) => setTimeout(late, 200));
    await route.fulfill({ response });
  });
  await slow.route(font, () => {});
  await slow.goto("", { waitUntil: "commit" });
  await started(slow);
  await expect(slow.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await painted(slow)).toBeGreaterThan(0);
  expect(await family(slow)).toMatch(/^"Fallback/);
  await slow.close();
});
