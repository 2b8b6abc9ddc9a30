// What a diagram costs while it moves, and that nothing is left of it when it is gone.
import { control, diagram, middle, rest, view } from "./support/diagram";
import { Pixels } from "./support/pixels";
import { vivek } from "./support/portfolios";
import { expect, test } from "./support/test";
import type { Page } from "@playwright/test";

const { id, title = "" } = vivek.data.diagrams[0]!;

/** Counts how often a picture is begun. */
const countPaintings = (page: Page) =>
  page.addInitScript(() => {
    (window as any).painted = 0;
    for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
      const clear = prototype.clearRect;
      prototype.clearRect = function (this: CanvasRenderingContext2D, ...area: Parameters<typeof clear>) {
        (window as any).painted += 1;
        return clear.apply(this, area);
      } as never;
    }
  });
const paintings = (page: Page): Promise<number> => page.evaluate(() => (window as any).painted);

test("a drag moves the picture instead of painting it in each frame, and ends with a sharp one", async ({ page, open }) => {
  await countPaintings(page);
  await open(vivek.at(`architecture/${id}/`));
  await rest(page);
  const canvas = diagram(page, title).locator("canvas");
  const box = (await canvas.boundingBox())!;
  const before = await Pixels.of(canvas);
  const start = await middle(canvas, -200, 150);
  const [count, from] = [await paintings(page), await view(page)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  for (let step = 1; step <= 60; step += 1) await page.mouse.move(start.x + 200 * Math.sin(step / 6), start.y);
  await page.mouse.move(start.x + 60, start.y - 30, { steps: 3 });
  await page.mouse.up();
  const to = await rest(page);
  expect([to.x - from.x, to.y - from.y].map(Math.round)).toEqual([60, -30]);
  // One with a margin when it starts, one when it rests; some more where the machine is so busy that it rests between.
  expect((await paintings(page)) - count).toBeLessThan(15);
  await expect.poll(() => canvas.boundingBox()).toEqual(box);
  const after = await Pixels.of(canvas);
  let [same, all] = [0, 0];
  for (let y = 40; y < box.height - 40; y += 3) {
    for (let x = 70; x < box.width - 70; x += 3) {
      all += 1;
      if (Math.abs(after.brightness(x + 60, y - 30) - before.brightness(x, y)) < 8) same += 1;
    }
  }
  expect(same / all).toBeGreaterThan(0.98);
});

for (const [what, reducedMotion] of [["goes on after a finger has flung it", "no-preference"], ["stops at once where motion is reduced", "reduce"]] as const) {
  test.describe(() => {
    test.use({ hasTouch: true, viewport: { width: 400, height: 800 } });
    test(`the picture ${what}`, async ({ page, open }) => {
      await page.emulateMedia({ reducedMotion });
      await open(vivek.at(`architecture/${id}/`));
      const window = diagram(page, title);
      const session = await page.context().newCDPSession(page);
      const frame = () => page.evaluate(() => new Promise(requestAnimationFrame));
      /** How far the picture went in all when a finger flung it by 160 px. */
      const fling = async () => {
        await control(window, "Fit the whole diagram").click();
        const before = await rest(page);
        const start = await middle(window.locator("canvas"), 0, 100);
        const send = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
          session.send("Input.dispatchTouchEvent", { type, touchPoints: y === undefined ? [] : [{ x: start.x, y, id: 0 }] });
        await send("touchStart", start.y);
        for (let step = 1; step <= 8; step += 1) {
          await send("touchMove", start.y - step * 20);
          await frame();
        }
        await send("touchEnd");
        return (await rest(page)).y - before.y;
      };
      if (reducedMotion === "reduce") expect(await fling()).toBeGreaterThanOrEqual(-161);
      // A machine that is busy with something else may take a fling for a hand that stopped; not every time.
      else await expect.poll(fling, { timeout: 25_000 }).toBeLessThan(-175);
    });
  });
}

test("fifty openings and closings leave nothing behind", async ({ page, open }) => {
  test.setTimeout(120_000);
  await open(vivek.at(""));
  const session = await page.context().newCDPSession(page);
  const held = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    return { usedSize, ...(await session.send("Memory.getDOMCounters")) };
  };
  const visit = async () => {
    await page.evaluate((path) => {
      const link = document.createElement("a");
      link.href = path;
      document.body.append(link);
      link.click();
      link.remove();
    }, new URL(vivek.at(`architecture/${id}/`), page.url()).href);
    await expect(diagram(page, title).locator("canvas")).toBeVisible();
    await page.waitForFunction(() => "__diagram" in window);
    await page.goBack();
    await page.waitForFunction(() => !("__diagram" in window));
  };
  for (let at = 0; at < 5; at += 1) await visit();
  const before = await held();
  for (let at = 0; at < 50; at += 1) await visit();
  const after = await held();
  expect.soft(after.usedSize - before.usedSize).toBeLessThan(1_500_000);
  expect.soft(after.nodes - before.nodes).toBeLessThan(500);
  expect.soft(after.jsEventListeners - before.jsEventListeners).toBeLessThan(50);
});
