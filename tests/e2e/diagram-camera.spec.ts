// Moving about in a diagram that fills the window: by mouse, wheel, fingers, keys and buttons.
import { control, details, diagram, Fingers, middle, node, percent, rest, strayed, view, world } from "./support/diagram";
import { vivek } from "./support/portfolios";
import { expect, test } from "./support/test";
import type { Locator } from "@playwright/test";

const { id, title = "", nodes } = vivek.data.diagrams[0]!;
const gateway = "API gateway";
/** Nothing is drawn here when the whole diagram is shown: below the left half of it. */
const ground = async (window: Locator) => middle(window.locator("canvas"), -250, 190);

test.describe("where the diagram fills the window", () => {
  test.beforeEach(async ({ page, open }) => {
    await open(vivek.at(`architecture/${id}/`));
    await rest(page);
  });

  test("a drag with the mouse moves what is seen by as much", async ({ page }) => {
    const window = diagram(page, title);
    for (const start of [await ground(window), await middle(node(window, gateway))]) {
      const before = await rest(page);
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      await page.mouse.move(start.x + 30, start.y - 20);
      await page.mouse.move(start.x + 90, start.y - 60, { steps: 5 });
      await page.mouse.up();
      const { x, y, scale } = await rest(page);
      expect([x - before.x, y - before.y].map(Math.round)).toEqual([90, -60]);
      expect(scale).toBe(before.scale);
      // What was dragged was not chosen.
      await expect(details(window, gateway)).toBeHidden();
    }
  });

  for (const [what, keys] of [["the wheel", []], ["Ctrl or ⌘ and the wheel", ["Control", "Meta"]]] as const) {
    test(`${what} zooms about the pointer, in and out`, async ({ page }) => {
      const window = diagram(page, title);
      const spot = await middle(window.locator("canvas"), 180, -70);
      await page.mouse.move(spot.x, spot.y);
      const place = await world(window, spot);
      for (const key of keys.length ? keys : [null]) {
        if (key) await page.keyboard.down(key);
        for (const turn of [-120, -120, 240, 120]) {
          const { scale } = await rest(page);
          await page.mouse.wheel(0, turn);
          const zoomed = expect.poll(async () => (await view(page)).scale / scale);
          if (turn < 0) await zoomed.toBeGreaterThan(1.1);
          else await zoomed.toBeLessThan(0.9);
          await rest(page);
          expect(await strayed(window, place, spot)).toBeLessThan(1);
        }
        if (key) await page.keyboard.up(key);
      }
      // The page itself was neither scrolled nor zoomed.
      expect(await page.evaluate(() => [scrollY, visualViewport!.scale, devicePixelRatio])).toEqual([0, 1, 1]);
    });
  }

  test("a double click zooms in about the pointer", async ({ page }) => {
    const window = diagram(page, title);
    const spot = await ground(window);
    const place = await world(window, spot);
    const { scale } = await view(page);
    await page.mouse.dblclick(spot.x, spot.y);
    await expect.poll(async () => (await view(page)).scale / scale).toBeGreaterThan(1.4);
    await rest(page);
    expect(await strayed(window, place, spot)).toBeLessThan(1);
  });

  test("buttons zoom about the middle, to 100 % and to everything, and say the scale", async ({ page }) => {
    const window = diagram(page, title);
    const centre = await middle(window.locator("canvas"));
    const place = await world(window, centre);
    const whole = await rest(page);
    for (const [name, grows] of [["Zoom in", true], ["Zoom in", true], ["Zoom out", false], ["Zoom out", false], ["Zoom out", false]] as const) {
      const before = await rest(page);
      await control(window, name).click();
      const after = await rest(page);
      expect(after.scale > before.scale).toBe(grows);
      expect(await percent(window)).toBe(Math.round(after.scale * 100));
      expect(await strayed(window, place, centre)).toBeLessThan(1);
      await expect(window.getByRole("status")).toHaveText(`Zoom ${Math.round(after.scale * 100)} %`);
    }
    await control(window, /^Zoom to 100/).click();
    await expect.poll(() => percent(window)).toBe(100);
    expect((await rest(page)).scale).toBeCloseTo(1, 6);
    await control(window, "Fit the whole diagram").click();
    const fitted = await rest(page);
    expect(fitted.scale).toBeCloseTo(whole.scale, 6);
    const canvas = (await window.locator("canvas").boundingBox())!;
    for (const { id, label } of nodes) {
      const box = (await node(window, label ?? id).boundingBox())!;
      expect.soft(box.x, label).toBeGreaterThan(canvas.x);
      expect.soft(box.y, label).toBeGreaterThan(canvas.y);
      expect.soft(box.x + box.width, label).toBeLessThan(canvas.x + canvas.width);
      expect.soft(box.y + box.height, label).toBeLessThan(canvas.y + canvas.height);
    }
  });

  test("buttons move what is seen, for those who can't drag", async ({ page }) => {
    const buttons = diagram(page, title).getByRole("group", { name: "Move the view" });
    for (const [name, right, down] of [["Move left", 1, 0], ["Move up", 0, 1], ["Move right", -1, 0], ["Move down", 0, -1]] as const) {
      const before = await rest(page);
      await buttons.getByRole("button", { name }).click();
      const after = await rest(page);
      expect([Math.sign(Math.round(after.x - before.x)), Math.sign(Math.round(after.y - before.y))], name).toEqual([right, down]);
    }
  });

  test("a browser that gives no element the screen fills its window instead", async ({ page, open }) => {
    await page.addInitScript(() => Object.defineProperty(Document.prototype, "fullscreenEnabled", { get: () => false }));
    await open(vivek.at(`architecture/${id}/`));
    await rest(page);
    const window = diagram(page, title);
    const button = control(window, "Full screen");
    const before = (await window.boundingBox())!;
    await button.click();
    await expect(button).toHaveAttribute("aria-pressed", "true");
    expect(await window.boundingBox()).toEqual({ x: 0, y: 0, width: 1280, height: 800 });
    const topmost = await page.evaluate(() => document.elementFromPoint(5, 5)?.closest("section")?.getAttribute("aria-label"));
    expect(topmost, "nothing lies over it").toBe(`Diagram: ${title}`);
    // Tab stays inside: what is covered is out of reach.
    for (let at = 0; at < 40; at += 1) {
      await page.keyboard.press("Tab");
      const stray = await page.evaluate(() => document.activeElement !== document.body && !document.activeElement?.closest("section.diagram"));
      expect(stray).toBe(false);
    }
    await button.focus();
    await page.keyboard.press("Escape");
    await expect(button).toHaveAttribute("aria-pressed", "false");
    expect(await window.boundingBox()).toEqual(before);
    await expect(page.locator("[inert]")).toHaveCount(0);
  });

  test("full screen fills the screen, shows everything there, and ends with Escape", async ({ page }) => {
    const window = diagram(page, title);
    const button = control(window, "Full screen");
    const before = (await window.boundingBox())!;
    await button.click();
    await expect(button).toHaveAttribute("aria-pressed", "true");
    const size = () => page.evaluate(() => [innerWidth, innerHeight]);
    await expect.poll(async () => ((box) => [box!.width, box!.height])(await window.boundingBox())).toEqual(await size());
    await rest(page);
    await expect(node(window, gateway)).toBeInViewport({ ratio: 0.999 });
    await button.focus();
    await page.keyboard.press("Escape");
    await expect(button).toHaveAttribute("aria-pressed", "false");
    await expect.poll(async () => (await window.boundingBox())!.height).toBe(before.height);
  });

  test("with a node focused, keys pan, zoom, show 100 % and show everything", async ({ page }) => {
    const window = diagram(page, title);
    const whole = await rest(page);
    await node(window, gateway).focus();
    const after = async (key: string) => {
      await page.keyboard.press(key);
      return rest(page);
    };
    let before = await rest(page);
    for (const [key, right, down] of [["Shift+ArrowLeft", 80, 0], ["Shift+ArrowUp", 0, 80], ["Shift+ArrowRight", -80, 0], ["Shift+ArrowDown", 0, -80]] as const) {
      const now = await after(key);
      expect([now.x - before.x, now.y - before.y].map(Math.round), key).toEqual([right, down]);
      before = now;
    }
    expect((await after("+")).scale).toBeGreaterThan(before.scale);
    expect((await after("-")).scale).toBeCloseTo(before.scale, 6);
    expect((await after("1")).scale).toBeCloseTo(1, 6);
    expect((await after("0")).scale).toBeCloseTo(whole.scale, 6);
    await expect(node(window, gateway)).toBeFocused();
    await expect(window.getByText("walk", { exact: false }).filter({ visible: true })).toBeVisible();
  });

  test("arrow keys walk from node to node and bring each into view", async ({ page }) => {
    const window = diagram(page, title);
    await node(window, "Shopper").focus();
    await page.keyboard.press("1");
    await rest(page);
    const walked = [];
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "End", "Home"]) {
      await page.keyboard.press(key);
      await rest(page);
      const focused = page.locator(":focus");
      walked.push((await focused.getAttribute("aria-label"))!.split(",")[0]);
      await expect(focused).toBeInViewport({ ratio: 0.999 });
    }
    expect(walked).toEqual(["CDN", "Storefront", "Hot cache", nodes.at(-1)!.label, nodes[0]!.label]);
  });
});

test.describe("with fingers, where the diagram fills the window", () => {
  test.use({ hasTouch: true, viewport: { width: 400, height: 800 } });
  test.beforeEach(async ({ page, open }) => {
    await open(vivek.at(`architecture/${id}/`));
    await rest(page);
  });

  test("two fingers zoom about their midpoint", async ({ page }) => {
    const window = diagram(page, title);
    const fingers = await Fingers.of(page);
    const spot = await middle(window.locator("canvas"), 20, 30);
    for (const [from, to] of [[80, 240], [240, 120]] as const) {
      const place = await world(window, spot);
      const { scale } = await view(page);
      await fingers.pinch(spot, from, to);
      const after = await rest(page);
      expect(Math.abs(after.scale / scale / (to / from) - 1)).toBeLessThan(0.05);
      expect(await strayed(window, place, spot)).toBeLessThan(2);
    }
    expect(await page.evaluate(() => visualViewport!.scale)).toBe(1);
  });

  test("one finger pans, and a tap on a node opens its details", async ({ page }) => {
    // Without the glide after it.
    await page.emulateMedia({ reducedMotion: "reduce" });
    const window = diagram(page, title);
    const before = await view(page);
    const start = await middle(window.locator("canvas"), 0, 60);
    await (await Fingers.of(page)).swipe(start, { x: start.x + 60, y: start.y - 90 });
    const { x, y, scale } = await rest(page);
    // Browsers keep back what a finger moves before it counts as moving.
    expect(x - before.x).toBeGreaterThan(40);
    expect(x - before.x).toBeLessThanOrEqual(61);
    expect(y - before.y).toBeLessThan(-60);
    expect(scale).toBe(before.scale);
    await expect(window.getByRole("region", { name: /^Details/ })).toBeHidden();
    const on = await middle(node(window, gateway));
    await page.touchscreen.tap(on.x, on.y);
    await expect(details(window, gateway)).toBeVisible();
    await page.touchscreen.tap(start.x, (await window.locator("canvas").boundingBox())!.y + 10);
    await expect(details(window, gateway)).toBeHidden();
  });
});

for (const [what, reducedMotion] of [["takes some frames", "no-preference"], ["is a jump where motion is reduced", "reduce"]] as const) {
  test(`a zoom by button ${what}`, async ({ page, open }) => {
    await page.emulateMedia({ reducedMotion });
    await open(vivek.at(`architecture/${id}/`));
    const before = await rest(page);
    await page.evaluate(() => {
      const seen = ((globalThis as any).seen = new Set<number>());
      const look = () => {
        seen.add((globalThis as any).__diagram.view().scale);
        requestAnimationFrame(look);
      };
      look();
    });
    await control(diagram(page, title), "Zoom in").click();
    await expect.poll(async () => (await view(page)).scale / before.scale).toBeCloseTo(1.25, 6);
    const scales: number = await page.evaluate(() => (globalThis as any).seen.size);
    if (reducedMotion === "reduce") expect(scales).toBeLessThanOrEqual(2);
    else expect(scales).toBeGreaterThan(2);
  });
}
