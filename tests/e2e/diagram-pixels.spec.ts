// The picture at rest, pixel by pixel, on screens of several densities; and what it asks of the browser meanwhile.
import { control, diagram, middle, node, rest, view } from "./support/diagram";
import { Pixels } from "./support/pixels";
import { vivek } from "./support/portfolios";
import { expect, test } from "./support/test";
import type { Locator, Page } from "@playwright/test";

const { id, title = "" } = vivek.data.diagrams[0]!;
const NAME = "Catalogue";
/** Of a node's outline, in px of the diagram. */
const BORDER = 1.5;

/** What of a picture that is at rest depends on the screen's density. */
async function measure(page: Page, window: Locator, density: number) {
  const { scale } = await rest(page);
  const canvas = window.locator("canvas");
  const [box, corner] = [(await node(window, NAME).boundingBox())!, (await canvas.boundingBox())!];
  // Painted a frame after the camera rests, and the screenshot waits for that frame.
  await expect.poll(() => canvas.evaluate((element) => getComputedStyle(element.parentElement!).transform)).toBe("none");
  const [backing, shown] = await canvas.evaluate((element: HTMLCanvasElement) => [
    [element.width, element.height],
    [element.clientWidth, element.clientHeight],
  ]);
  const picture = await Pixels.of(canvas);
  const reach = 5 * density;
  const left = (box.x - corner.x) * density;
  const rows = [0.25, 0.35, 0.65, 0.75].map((part) => (box.y - corner.y + box.height * part) * density);
  const middle = (numbers: number[]) => numbers.sort((a, b) => a - b)[numbers.length >> 1]!;
  const line = (y: number) => {
    const tones = Array.from({ length: 2 * reach + 1 }, (_, at) => picture.brightness(left - reach + at, y));
    const apart = tones.map((tone) => Math.abs(tone - tones[0]!));
    const peak = Math.max(...apart);
    return { peak, width: apart.filter((by) => by > peak / 2).length };
  };
  return {
    backing,
    expected: shown!.map((px) => px * density),
    ramp: middle(rows.map((y) => picture.ramp([left - reach, y], [left + reach, y]))),
    peak: middle(rows.map((y) => line(y).peak)),
    width: middle(rows.map((y) => line(y).width)),
    drawn: BORDER * scale * density,
  };
}

for (const deviceScaleFactor of [1, 2, 3]) {
  test.describe(`on a screen with ${deviceScaleFactor} px a CSS px`, () => {
    test.use({ deviceScaleFactor });

    test("a picture is sharp at rest, however it came there", async ({ page, open }) => {
      await open(vivek.at(`architecture/${id}/`));
      const window = diagram(page, title);
      const enter = async () => {
        const { x, y } = await middle(node(window, NAME));
        await page.mouse.move(x, y);
        return { x, y };
      };
      const turn = async (...by: number[]) => {
        await enter();
        for (const px of by) await page.mouse.wheel(0, px);
      };
      const moves: [string, () => Promise<unknown>][] = [
        ["at first", async () => {}],
        ["after a turn of the wheel inwards", () => turn(-60, -60, -60, -60)],
        ["after a turn of the wheel outwards", () => turn(50, 50, 50)],
        ["after a drag", async () => {
          const { x, y } = await enter();
          await page.mouse.down();
          await page.mouse.move(x + 37, y - 21, { steps: 6 });
          await page.mouse.up();
        }],
        ["after a press of a button", () => control(window, "Zoom in").click()],
      ];
      for (const [when, move] of moves) {
        await move();
        // What is pointed at is drawn in another way.
        await page.mouse.move(2, 2);
        const seen = await measure(page, window, deviceScaleFactor);
        for (const at of [0, 1]) expect.soft(Math.abs(seen.backing![at]! - seen.expected[at]!), when).toBeLessThanOrEqual(1);
        expect.soft(seen.ramp, `${when}: px from the ground to the line's full tone`).toBeLessThanOrEqual(2);
        // A line of one px may lie on two.
        expect.soft(Math.abs(seen.width - seen.drawn), `${when}: ${seen.width} px of ${seen.drawn}`).toBeLessThan(1.1);
        expect.soft(seen.peak, `${when}: contrast of the line`).toBeGreaterThan(40);
      }
    });
  });
}

test("nothing asks for a frame while nothing moves", async ({ page, open }) => {
  await page.addInitScript(() => {
    const request = globalThis.requestAnimationFrame.bind(globalThis);
    Object.assign(globalThis, {
      asked: 0,
      frame: () => new Promise(request),
      requestAnimationFrame: (callback: FrameRequestCallback) => {
        (globalThis as any).asked += 1;
        return request(callback);
      },
    });
  });
  const asked = () => page.evaluate(() => (globalThis as any).asked as number);
  await open(vivek.at(`architecture/${id}/`));
  await rest(page);
  const after = (frames: number) =>
    page.evaluate(async (frames) => {
      for (let at = 0; at < frames; at += 1) await (globalThis as any).frame();
    }, frames);
  await after(30);
  const before = await asked();
  await after(60);
  expect(await asked()).toBe(before);
  const { scale } = await view(page);
  const { x, y } = await middle(diagram(page, title).locator("canvas"));
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -120);
  await expect.poll(async () => (await view(page)).scale).toBeGreaterThan(scale);
  expect(await asked(), "what moves does ask").toBeGreaterThan(before);
});

test("a picture that the browser has lost is painted again", async ({ page, open }) => {
  await page.addInitScript(() => {
    const drawings: OffscreenCanvas[] = ((globalThis as any).drawings = []);
    const Own = OffscreenCanvas;
    globalThis.OffscreenCanvas = class extends Own {
      constructor(width: number, height: number) {
        super(width, height);
        drawings.push(this);
      }
    };
  });
  await open(vivek.at(`architecture/${id}/`));
  await rest(page);
  const canvas = diagram(page, title).locator("canvas");
  const before = await Pixels.of(canvas);
  expect(before.colours()).toBeGreaterThan(50);
  await canvas.evaluate((element: HTMLCanvasElement) => element.getContext("bitmaprenderer")!.transferFromImageBitmap(null));
  expect((await Pixels.of(canvas)).colours()).toBeLessThan(5);
  await page.evaluate(() => (globalThis as any).drawings.forEach((drawing: OffscreenCanvas) => drawing.dispatchEvent(new Event("contextrestored"))));
  await expect.poll(async () => before.difference(await Pixels.of(canvas))).toBe(0);
});
