// The part of the program that draws diagrams, which is fetched when one comes near.
import type { Page } from "@playwright/test";
import { approach, diagram, drawn } from "./support/diagram";
import { hold } from "./support/hold";
import { painted } from "./support/hydration";
import { siteOf, urlOf } from "./support/machine";
import { bundled, vivek } from "./support/portfolios";
import { expect, follow, test } from "./support/test";

const { id, title = "" } = vivek.data.diagrams[0]!;
const PART = /\/diagram-[0-9a-f]+\.wasm$/;

test("a visit that sees no diagram does not fetch what draws one", { tag: "@base" }, async ({ page, open }) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  await open(vivek.at("experience/"));
  await page.waitForLoadState("networkidle");
  expect(fetched.filter((url) => PART.test(url))).toEqual([]);
  await page.goto(vivek.at(`architecture/${id}/`));
  await drawn(page);
  expect(fetched.filter((url) => PART.test(url))).toHaveLength(1);
});

test("a diagram of the start page is drawn once it is scrolled near", async ({ page, open }) => {
  await open();
  const window = diagram(page, title).last();
  await expect(window.locator("canvas")).toHaveCount(0);
  await approach(page, title);
  await drawn(page);
  await expect(window, "it takes nobody's focus").not.toBeFocused();
});

for (const { name, data } of bundled) {
  for (const pointer of ["fine", "coarse"] as const) {
    test.describe(`the site of ${name}, a ${pointer} pointer`, () => {
      test.use({ baseURL: urlOf(siteOf(name).root), hasTouch: pointer === "coarse", isMobile: pointer === "coarse" });

      for (const path of ["", `architecture/${data.diagrams[0]!.id}/`]) {
        test(`/${path} keeps as much room for a diagram and its controls as they take`, async ({ page, open }) => {
          test.slow();
          const windows = page.getByRole("region", { name: /^Diagram: / });
          const room = () =>
            windows.evaluateAll((windows) =>
              windows.map((window) => {
                const [frame, picture] = [window, window.querySelector(".diagram__stage")!].map((element) => element.getBoundingClientRect());
                return [frame!.height, picture!.top - frame!.top, picture!.height].map(Math.round);
              }),
            );
          const widths = [320, 360, 500, 768, 1280];
          const roomAt = async (width: number) => {
            await page.setViewportSize({ width, height: 740 });
            await painted(page);
            return room();
          };
          const arrive = await hold(page, PART);
          await page.setViewportSize({ width: widths[0]!, height: 740 });
          await open(path);
          expect(await page.evaluate((pointer) => matchMedia(`(pointer: ${pointer})`).matches, pointer)).toBe(true);
          await expect(windows.locator("canvas")).toHaveCount(0);
          const kept = new Map<number, number[][]>();
          for (const width of widths) kept.set(width, await roomAt(width));
          const count = await windows.count();
          expect(count).toBeGreaterThan(0);
          arrive();
          for (let index = 0; index < count; index += 1) {
            // The window that is scrolled to gives way to the one that is drawn.
            await expect(async () => {
              await windows.nth(index).evaluate((window) => window.scrollIntoView());
              await expect(windows.nth(index).locator("canvas.diagram__canvas")).toBeVisible({ timeout: 500 });
            }).toPass();
          }
          for (const width of widths) expect.soft(await roomAt(width), `${width} px wide`).toEqual(kept.get(width));
        });
      }
    });
  }
}

test.describe("a drawing that does not arrive", () => {
  test.use({ forgiving: true });

  const line = (page: Page) => page.locator(".quiet");
  const again = (page: Page) => line(page).getByRole("button", { name: "Try again" });
  const gone = (page: Page) => page.route(PART, (route) => route.fulfill({ status: 404, body: "gone" }));
  /** Has the host send pages of another build from now on, which name other files. */
  const deploy = (page: Page) =>
    page.route("**/*", async (route) => {
      if (!["document", "fetch"].includes(route.request().resourceType()) || /\.\w+$/.test(new URL(route.request().url()).pathname)) return route.fallback();
      const response = await route.fetch();
      const body = (await response.text()).replaceAll(/(diagram-)[0-9a-f]{16}/g, "$10123456789abcdef");
      await route.fulfill({ response, body });
    });

  // What fills the window is what one waits for; of several amid a page none interrupts.
  for (const [where, role] of [[`architecture/${id}/`, "alert"], ["", "status"]] as const) {
    test(`/${where} says so once for the page, tells the diagram in words, and tries again`, async ({ page, open }) => {
      await page.route(PART, (route) => route.abort());
      await open(vivek.at(where));
      if (!where) await approach(page, title);
      const window = diagram(page, title).last();
      await expect(line(page)).toHaveText("The drawings of this page could not be loaded.Try again");
      await expect(line(page)).toHaveAttribute("role", role);
      await expect(window.getByRole("alert")).toHaveCount(0);
      await expect(window.getByRole("table", { name: "Connections" })).toBeVisible();
      await page.unroute(PART);
      await again(page).click();
      await expect(line(page)).toHaveCount(0);
      await expect(window.locator("canvas")).toBeVisible();
      await drawn(page);
    });

    test(`/${where} gives the focus of whoever tries again to a drawing`, async ({ page, open }) => {
      await page.route(PART, (route) => route.abort());
      await open(vivek.at(where));
      if (!where) await approach(page, title);
      await expect(again(page)).toBeVisible();
      await expect(page.locator(".diagram:focus")).toHaveCount(0);
      await page.unroute(PART);
      await again(page).press("Enter");
      await drawn(page);
      await expect(page.locator(".diagram:focus")).toHaveCount(1);
      await page.keyboard.press("Tab");
      await expect(page.locator(".diagram :focus")).toHaveCount(1);
    });
  }

  test("is said of one place, however many diagrams there are", async ({ page, open }) => {
    await page.route(PART, (route) => route.abort());
    await open();
    for (const window of await page.locator(".diagram").all()) await window.scrollIntoViewIfNeeded();
    await expect(line(page)).toHaveCount(1);
    await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(1);
  });

  test("since the site was published anew comes with a reload", async ({ page, open }) => {
    await open();
    await gone(page);
    await deploy(page);
    await approach(page, title);
    await expect(line(page)).toContainText("has changed since this page was opened");
    await page.unrouteAll();
    await line(page).getByRole("button", { name: "Reload" }).click();
    await approach(page, title);
    await expect(diagram(page, title).last().locator("canvas")).toBeVisible();
  });

  test("on a page that a link leads to is that of the host, which has it drawn", async ({ page, open }) => {
    let pages = 0;
    page.on("request", (request) => void (pages += Number(request.isNavigationRequest())));
    await open();
    await gone(page);
    await follow(page, `architecture/${id}/`);
    await expect(page.locator(".diagram__picture > svg").first()).toBeVisible();
    await expect(again(page)).toBeVisible();
    expect(pages).toBe(2);
  });

  test("of a host that can't be reached is no reason to leave a page that a link has led to", async ({ page, open, context }) => {
    await open();
    await context.setOffline(true);
    await follow(page, `architecture/${id}/`);
    await expect(again(page)).toBeVisible();
    await expect(diagram(page, title).last()).toContainText("The drawing could not be loaded.");
    await context.setOffline(false);
    await again(page).click();
    await expect(diagram(page, title).last().locator("canvas")).toBeVisible();
  });
});
