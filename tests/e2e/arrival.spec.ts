// A page that arrives piece by piece, as it does over a slow line: what is there stays where it is.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { siteOf, urlOf } from "./support/machine";
import { bundled } from "./support/portfolios";
import { expectStill, painted, watch, withFonts } from "./support/takeover";
import { expect, ready, started, test } from "./support/test";
import type { Page } from "@playwright/test";

/** Opens a page whose HTML stops at each of some places, given as parts of its content, until what is there has been painted. */
async function arrive(page: Page, url: string, places: number[]): Promise<void> {
  const sent = await (await page.request.get(url)).text();
  // Not every engine knows it, and those paint what there is.
  expect(sent).toContain("blocking=render defer");
  const html = Buffer.from(withFonts(sent.replace("blocking=render", "")));
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

test("a page that comes at once is first seen in its fonts, one on a slow line does not wait for them", async ({ page, browser, baseURL }) => {
  const painted = (page: Page) => page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]!.startTime);
  const font = /\/fonts\/[\w-]+\.woff2$/;
  await page.goto("");
  await started(page);
  const [style, fonts] = await page.evaluate(() => {
    const files = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const named = (end: string) => files.filter(({ name }) => name.endsWith(end));
    return [named(".css")[0]!.duration, Math.max(...named(".woff2").map(({ responseEnd }) => responseEnd))];
  });
  // A busy machine is a slow line, too.
  expect(style >= 100 || (await painted(page)) >= fonts, `style after ${style} ms, fonts at ${fonts} ms`).toBe(true);

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
  await slow.close();
});
