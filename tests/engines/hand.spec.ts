// Two fingers on a trackpad, a pinch and a wheel, as each engine's events tell of them.
import { still, type View } from "../e2e/support/diagram";
import { vivek } from "../e2e/support/portfolios";
import type { Visitor } from "./support/engine";
import { expect, state, test } from "./support/test";

const [{ id }] = vivek.data.diagrams as [{ id: string }];

type Turn = { deltaX?: number; deltaY?: number; deltaMode?: number; ctrlKey?: boolean };

/** What a turn over the middle of the picture does; whether the page keeps it to itself. */
async function turned(visitor: Visitor, turn: Turn): Promise<View & { kept: boolean }> {
  const before = await visitor.evaluate(still);
  const kept = await visitor.evaluate((turn) => {
    const canvas = document.querySelector("canvas")!;
    const { x, y, width, height } = canvas.getBoundingClientRect();
    const at = { clientX: x + width / 2, clientY: y + height / 2, bubbles: true, cancelable: true };
    return !canvas.dispatchEvent(new WheelEvent("wheel", { ...turn, ...at }));
  }, turn);
  const after = await visitor.evaluate(still);
  return { x: after.x - before.x, y: after.y - before.y, scale: after.scale / before.scale, kept };
}

test.beforeEach(async ({ site, visitor }) => {
  await visitor.open(`${site.url}architecture/${id}/`);
  await state(visitor, "ready");
  await expect.poll(() => visitor.evaluate(() => performance.getEntriesByName("diagram-ready", "mark").length)).toBeGreaterThan(0);
});

test("two fingers move along both axes, with Ctrl they zoom, and a wheel zooms", async ({ visitor }) => {
  const moved = await turned(visitor, { deltaX: 12, deltaY: -7 });
  expect([moved.x, moved.y].map(Math.round)).toEqual([-12, 7]);
  expect(moved.scale).toBeCloseTo(1, 4);
  const pinched = await turned(visitor, { deltaY: -7, ctrlKey: true });
  expect(pinched.scale).toBeGreaterThan(1);
  const rolled = await turned(visitor, { deltaY: 3, deltaMode: 1 });
  expect(rolled.scale).toBeLessThan(1);
  expect([moved.kept, pinched.kept, rolled.kept], "the page neither scrolls nor zooms by it").toEqual([true, true, true]);
  expect(await visitor.complaints()).toEqual([]);
});

test("a pinch that is told of as a gesture zooms by what it says, once", async ({ visitor }) => {
  const before = await visitor.evaluate(still);
  await visitor.evaluate(() => {
    const canvas = document.querySelector("canvas")!;
    const { x, y, width, height } = canvas.getBoundingClientRect();
    const at = { clientX: x + width / 3, clientY: y + height / 3 };
    const tell = (type: string, scale: number) =>
      canvas.dispatchEvent(Object.assign(new Event(type, { bubbles: true, cancelable: true }), { scale, ...at }));
    tell("gesturestart", 1);
    tell("gesturechange", 1.1);
    // Safari sends both.
    canvas.dispatchEvent(new WheelEvent("wheel", { deltaY: -4, ctrlKey: true, bubbles: true, cancelable: true, ...at }));
    tell("gesturechange", 1.2);
    tell("gestureend", 1.2);
  });
  const after = await visitor.evaluate(still);
  expect(after.scale / before.scale).toBeCloseTo(1.2, 3);
  expect(await visitor.complaints()).toEqual([]);
});

test("a finger moves what is seen", async ({ visitor }) => {
  const before = await visitor.evaluate(still);
  await visitor.evaluate(() => {
    const canvas = document.querySelector("canvas")!;
    const { x, y, width, height } = canvas.getBoundingClientRect();
    const tell = (type: string, by: number) =>
      canvas.dispatchEvent(
        new PointerEvent(type, { pointerId: 7, pointerType: "touch", isPrimary: true, button: type === "pointermove" ? -1 : 0, buttons: type === "pointerup" ? 0 : 1, clientX: x + width / 2 + by, clientY: y + height / 2 + by, bubbles: true, cancelable: true }),
      );
    tell("pointerdown", 0);
    for (const by of [5, 15, 30, 45, 60]) tell("pointermove", by);
    tell("pointerup", 60);
  });
  const after = await visitor.evaluate(still);
  expect(after.x - before.x).toBeGreaterThan(40);
  expect(after.y - before.y).toBeGreaterThan(40);
});
