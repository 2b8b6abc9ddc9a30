// A diagram amid a page, which scrolls as if the diagram were a picture.
import { approach, diagram, drawn, Fingers, middle, node, percent } from "./support/diagram";
import { vivek } from "./support/portfolios";
import { expect, test } from "./support/test";
import type { Locator, Page } from "@playwright/test";

const { title = "" } = vivek.data.diagrams[0]!;
const gateway = "API gateway";
// The inspector above may show the same diagram, smaller.
const inPage = (page: Page) => diagram(page, title).last();

/** Brings a diagram of the start page to the middle of the window, and says where its middle is. */
async function bringIn(page: Page, window: Locator) {
  await approach(page, title);
  await window.locator("canvas").evaluate((canvas) => canvas.scrollIntoView({ block: "center", behavior: "instant" }));
  await drawn(page);
  await expect.poll(() => percent(window)).not.toBe(100);
  return middle(window.locator("canvas"), 0, 40);
}

/** Where a node is in the diagram's own window: what moves when the diagram does, and stays when the page scrolls. */
const within = (window: Locator) =>
  node(window, gateway).evaluate((button) => {
    const [box, canvas] = [button, button.closest("section")!.querySelector("canvas")!].map((element) => element.getBoundingClientRect());
    return [box!.x - canvas!.x, box!.y - canvas!.y, box!.width].map(Math.round);
  });

test("a plain wheel scrolls the page, the diagram stays, and a hint says how to zoom", async ({ page, open }) => {
  await open(vivek.at());
  const window = inPage(page);
  const spot = await bringIn(page, window);
  const [place, top] = [await within(window), await page.evaluate(() => scrollY)];
  await page.mouse.move(spot.x, spot.y);
  await page.mouse.wheel(0, 60);
  const hint = window.getByText("Hold Ctrl or Cmd and turn the wheel to zoom");
  await expect(hint).toBeVisible();
  await expect(hint).toHaveCSS("opacity", "1");
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(top + 60);
  expect(await within(window)).toEqual(place);
  await expect(hint).toBeHidden();
});

test("Ctrl and the wheel zoom, a drag pans, and neither scrolls the page", async ({ page, open }) => {
  await open(vivek.at());
  const window = inPage(page);
  const spot = await bringIn(page, window);
  const top = await page.evaluate(() => scrollY);
  const [before, scale] = [await within(window), await percent(window)];
  await page.mouse.move(spot.x, spot.y);
  await page.mouse.down();
  await page.mouse.move(spot.x - 70, spot.y + 30, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => within(window)).toEqual([before[0]! - 70, before[1]! + 30, before[2]]);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -120);
  await expect.poll(() => percent(window)).toBeGreaterThan(scale * 1.1);
  expect(await page.evaluate(() => scrollY)).toBe(top);
});

test.describe("with fingers", () => {
  test.use({ hasTouch: true, viewport: { width: 400, height: 800 } });

  test("one scrolls the page, the diagram stays, and a hint says what two do", async ({ page, open }) => {
    await open(vivek.at());
    const window = inPage(page);
    const spot = await bringIn(page, window);
    const [place, top] = [await within(window), await page.evaluate(() => scrollY)];
    const fingers = await Fingers.of(page);
    await fingers.swipe(spot, { x: spot.x, y: spot.y - 160 });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 80);
    await expect(window.getByText("Use two fingers to move the diagram")).toHaveCSS("opacity", "1");
    expect(await within(window)).toEqual(place);
  });

  test("two zoom the diagram and leave the page alone", async ({ page, open }) => {
    await open(vivek.at());
    const window = inPage(page);
    const spot = await bringIn(page, window);
    const [scale, top] = [await percent(window), await page.evaluate(() => scrollY)];
    await (await Fingers.of(page)).pinch(spot, 80, 200);
    await expect.poll(async () => (await percent(window)) / scale).toBeGreaterThan(2);
    expect(await page.evaluate(() => [scrollY, visualViewport!.scale])).toEqual([top, 1]);
  });
});
