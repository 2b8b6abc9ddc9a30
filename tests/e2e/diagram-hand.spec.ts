// Trackpads, and what a phone shows of a diagram first.
import { control, diagram, middle, node, rest, view } from "./support/diagram";
import { arunav, sharvil, vivek } from "./support/portfolios";
import { expect, test } from "./support/test";

const { id, title = "" } = vivek.data.diagrams[0]!;

/** What browsers say of two fingers on a trackpad, or of a wheel: there is no such input in Playwright. */
type Turn = { deltaX?: number; deltaY?: number; deltaMode?: number; ctrlKey?: boolean };

test.describe("where the diagram fills the window", () => {
  test.beforeEach(async ({ page, open }) => {
    await open(vivek.at(`architecture/${id}/`));
    await rest(page);
  });

  test("two fingers on a trackpad move what is seen along both axes, with Ctrl they zoom, and a wheel zooms", async ({ page }) => {
    const canvas = diagram(page, title).locator("canvas");
    const at = await middle(canvas);
    const turn = async (turn: Turn) => {
      const before = await rest(page);
      const kept = await canvas.evaluate(
        (element, { at, turn }) => element.dispatchEvent(new WheelEvent("wheel", { ...turn, clientX: at.x, clientY: at.y, bubbles: true, cancelable: true })),
        { at, turn },
      );
      expect(kept, "the page neither scrolls nor zooms by it").toBe(false);
      const after = await rest(page);
      return { x: after.x - before.x, y: after.y - before.y, factor: after.scale / before.scale };
    };
    const moved = await turn({ deltaX: 12, deltaY: -7 });
    expect([moved.x, moved.y, moved.factor].map((number) => Math.round(number * 1000) / 1000)).toEqual([-12, 7, 1]);
    expect((await turn({ deltaY: -7, ctrlKey: true })).factor).toBeGreaterThan(1);
    expect((await turn({ deltaY: 3, deltaMode: 1 })).factor).toBeLessThan(1);
  });

  test("a pinch that Safari tells of zooms about the fingers, by what it says and no more", async ({ page }) => {
    const canvas = diagram(page, title).locator("canvas");
    const at = await middle(canvas, 100, 40);
    const before = await rest(page);
    const kept = await canvas.evaluate((element, at) => {
      const tell = (type: string, scale: number) =>
        element.dispatchEvent(Object.assign(new Event(type, { bubbles: true, cancelable: true }), { scale, clientX: at.x, clientY: at.y }));
      return [tell("gesturestart", 1), tell("gesturechange", 1.1), tell("gesturechange", 1.2), tell("gestureend", 1.2)];
    }, at);
    expect(kept.slice(1, 3)).toEqual([false, false]);
    const after = await rest(page);
    expect(after.scale / before.scale).toBeCloseTo(1.2, 4);
    const box = (await canvas.boundingBox())!;
    const held = ({ x, y, scale }: { x: number; y: number; scale: number }) => [(at.x - box.x - x) / scale, (at.y - box.y - y) / scale].map(Math.round);
    expect(held(after)).toEqual(held(before));
  });

  test("who is misunderstood chooses what scrolling means, and is remembered", async ({ page, open }) => {
    const window = diagram(page, title);
    await window.getByRole("button", { name: "Legend and keys" }).click();
    const choice = window.getByRole("button", { name: /^Scrolling: / });
    await expect(choice).toHaveText("Scrolling: wheel zooms, trackpad moves");
    await choice.click();
    await choice.click();
    await expect(choice).toHaveText("Scrolling: always moves");
    await open(vivek.at(`architecture/${id}/`));
    const before = await rest(page);
    const spot = await middle(diagram(page, title).locator("canvas"));
    await page.mouse.move(spot.x, spot.y);
    await page.mouse.wheel(0, 120);
    await expect.poll(async () => Math.round((await view(page)).y - before.y)).toBe(-120);
    expect((await view(page)).scale).toBe(before.scale);
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  for (const portfolio of [vivek, sharvil, arunav]) {
    for (const { id, title = "", nodes, edges } of portfolio.data.diagrams) {
      test(`${id} opens where its flow begins, large enough to be read, with one press to the whole`, async ({ page, open }) => {
        await open(portfolio.at(`architecture/${id}/`));
        const window = diagram(page, title);
        const first = await rest(page);
        expect(first.scale * 12, "the smallest words, in px").toBeGreaterThanOrEqual(9);
        const canvas = (await window.locator("canvas").boundingBox())!;
        const seen = async (label: string) => {
          const box = (await node(window, label).boundingBox())!;
          return box.x >= canvas.x && box.y >= canvas.y && box.x + box.width <= canvas.x + canvas.width && box.y + box.height <= canvas.y + canvas.height;
        };
        const sources = nodes.filter(({ id }) => edges!.every(({ target }) => target !== id));
        const inView = await Promise.all(sources.map(({ id, label }) => seen(label ?? id)));
        expect(inView, "something that nothing leads to is seen").toContain(true);
        await control(window, "Fit the whole diagram").click();
        const whole = await rest(page);
        expect(whole.scale).toBeLessThanOrEqual(first.scale);
        for (const { id, label } of nodes) expect.soft(await seen(label ?? id), label).toBe(true);
      });
    }
  }
});
