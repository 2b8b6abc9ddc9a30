// A page that arrives piece by piece, as it does over a slow line: what is there stays where it is.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { siteOf, urlOf } from "./support/machine";
import { bundled } from "./support/portfolios";
import { expectStill, painted, watch } from "./support/takeover";
import { expect, ready, test } from "./support/test";
import type { Page } from "@playwright/test";

/** Opens a page whose HTML stops at each of some places, given as parts of its content, until what is there has been painted. */
async function arrive(page: Page, url: string, places: number[]): Promise<void> {
  const sent = await (await page.request.get(url)).text();
  // Not every engine knows it, and those paint what there is.
  expect(sent).toContain("blocking=render defer");
  // Fonts come first, as on a second visit: a line that they wrap anew is another matter.
  const ahead = [...sent.matchAll(/fonts\/[\w-]+\.woff2/g)].map(([font]) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${font}">`);
  expect(ahead.length).toBeGreaterThan(1);
  const html = Buffer.from(sent.replace("blocking=render", "").replace("<title>", `${ahead.join("")}<title>`));
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
