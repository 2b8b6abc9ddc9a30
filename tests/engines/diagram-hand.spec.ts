// Moving about in a diagram: by mouse, wheel, fingers, keys and buttons, on its own page and amid another one.
import type { View } from "../e2e/support/diagram";
import { vivek } from "../e2e/support/portfolios";
import { article, control, details, node, STAGE } from "./support/parts";
import { expect, poll, test } from "./support/test";
import type { Spot } from "./support/engine";
import type { Visitor } from "./support/visitor";

const { id, nodes } = vivek.data.diagrams[0]!;
const path = `architecture/${id}/`;
const gateway = "API gateway";

/** A spot beside the middle of the picture. */
async function spot(visitor: Visitor, right = 0, down = 0): Promise<Spot> {
  const { x, y, width, height } = await visitor.box(STAGE);
  return { x: Math.round(x + width / 2 + right), y: Math.round(y + height / 2 + down) };
}
/** Nothing is drawn here when the whole diagram is shown: below the left half of it. */
const ground = (visitor: Visitor) => spot(visitor, -250, 190);

const between = (from: Spot, to: Spot, steps = 6): Spot[] =>
  Array.from({ length: steps + 1 }, (_, at) => ({ x: from.x + ((to.x - from.x) * at) / steps, y: from.y + ((to.y - from.y) * at) / steps }));

const scale = (visitor: Visitor) => visitor.evaluate(() => (window as any).__diagram.view().scale as number);
/** What something does to the camera. */
async function after(visitor: Visitor, act: () => Promise<unknown>): Promise<View> {
  const before = await visitor.rest();
  await act();
  const { x, y, scale } = await visitor.rest();
  return { x: Math.round(x - before.x), y: Math.round(y - before.y), scale: scale / before.scale };
}
/** That neither the page nor its zoom has moved. */
const isStill = (visitor: Visitor) => visitor.evaluate(() => [scrollY, visualViewport!.scale, devicePixelRatio]);

test.describe("on the page that a diagram fills", () => {
  test.beforeEach(({ visitor }) => visitor.visitDiagram(path));

  test("a drag moves what is seen by as much, and chooses nothing", { tag: "@smoke" }, async ({ visitor }) => {
    for (const start of [await ground(visitor), await visitor.middle(node(gateway))]) {
      const end = { x: start.x + 90, y: start.y - 60 };
      expect(await after(visitor, () => visitor.window.drag(...between(start, end)))).toEqual({ x: 90, y: -60, scale: 1 });
      await visitor.misses(details(gateway));
    }
  });

  test("a click on a node opens its details, one on the ground closes them", { tag: "@smoke" }, async ({ visitor }) => {
    await visitor.click(node(gateway));
    await visitor.sees(details(gateway));
    await visitor.has(node(gateway), "aria-pressed", "true");
    await poll(() => visitor.hash()).toBe("#gateway");
    await visitor.rest();
    const { x, bottom } = await visitor.box(STAGE);
    await visitor.window.click({ x: x + 8, y: Math.round(bottom) - 60 }, 1);
    await visitor.misses(details(gateway));
    await poll(() => visitor.hash()).toBe("");
  });

  test("a double click zooms in", async ({ visitor }) => {
    const zoomed = await after(visitor, async () => {
      const before = await scale(visitor);
      await visitor.window.click(await ground(visitor), 2);
      await poll(async () => (await scale(visitor)) / before).toBeGreaterThan(1.4);
    });
    expect(zoomed.scale).toBeGreaterThan(1.4);
  });

  // A wheel that is no mouse's moves what is seen; what drivers turn elsewhere is none.
  for (const [held, tag] of [[undefined, ["@not-firefox", "@not-webkit"]], ["Control", []]] as const) {
    test(`the wheel${held ? " with Ctrl" : ""} zooms in and out about the pointer, and the page stays`, { tag: [...tag] }, async ({ visitor }) => {
      const at = await spot(visitor, 180, -70);
      const { x, y } = await visitor.box(STAGE);
      const before = await visitor.rest();
      const world = ({ x: left, y: top, scale }: View) => ({ x: (at.x - x - left) / scale, y: (at.y - y - top) / scale });
      await visitor.window.wheel(at, { x: 0, y: -120 }, held);
      await poll(async () => (await scale(visitor)) / before.scale).toBeGreaterThan(1.1);
      const near = await visitor.rest();
      for (const side of ["x", "y"] as const) expect(world(near)[side]).toBeCloseTo(world(before)[side], -0.5);
      await visitor.window.wheel(at, { x: 0, y: 120 }, held);
      await poll(async () => (await scale(visitor)) / near.scale).toBeLessThan(0.95);
      expect(await isStill(visitor)).toEqual([0, 1, 1]);
    });
  }

  test("with a node focused keys move, zoom, show 100 % and everything", { tag: "@smoke" }, async ({ visitor }) => {
    await visitor.focus(node(gateway));
    const whole = await visitor.rest();
    for (const [key, x, y] of [["Shift+ArrowLeft", 80, 0], ["Shift+ArrowUp", 0, 80], ["Shift+ArrowRight", -80, 0], ["Shift+ArrowDown", 0, -80]] as const) {
      expect(await after(visitor, () => visitor.press(key)), key).toEqual({ x, y, scale: 1 });
    }
    expect((await after(visitor, () => visitor.press("+"))).scale).toBeGreaterThan(1.05);
    expect((await after(visitor, () => visitor.press("-"))).scale).toBeLessThan(0.95);
    await visitor.press("1");
    expect((await visitor.rest()).scale).toBeCloseTo(1, 6);
    await visitor.press("0");
    expect((await visitor.rest()).scale).toBeCloseTo(whole.scale, 6);
    await visitor.focuses(node(gateway));
  });

  test("arrow keys walk from node to node and bring each into view", async ({ visitor }) => {
    await visitor.focus(node("Shopper"));
    await visitor.press("1");
    await visitor.rest();
    const stage = await visitor.box(".diagram__stage");
    for (const [key, label] of [["ArrowRight", "CDN"], ["ArrowRight", "Storefront"], ["ArrowRight", "Hot cache"], ["End", nodes.at(-1)!.label!], ["Home", nodes[0]!.label!]] as const) {
      await visitor.press(key);
      await visitor.focuses(node(label));
      await visitor.rest();
      const { x, right } = await visitor.box(node(label));
      expect(x, label).toBeGreaterThanOrEqual(stage.x);
      expect(right, label).toBeLessThanOrEqual(stage.right);
    }
  });

  test("buttons zoom, show everything, and move what is seen", async ({ visitor }) => {
    const whole = await visitor.rest();
    expect((await after(visitor, () => visitor.click(control("Zoom in")))).scale).toBeGreaterThan(1.1);
    await visitor.click(control("Zoom to 100"));
    await poll(async () => (await visitor.texts(control("Zoom to 100")))[0]).toBe("100 %");
    for (const [name, x, y] of [["Move left", 1, 0], ["Move up", 0, 1], ["Move right", -1, 0], ["Move down", 0, -1]] as const) {
      const moved = await after(visitor, () => visitor.click(`[aria-label='Move the view'] button[aria-label='${name}']`));
      expect([Math.sign(moved.x), Math.sign(moved.y)], name).toEqual([x, y]);
    }
    await visitor.click(control("Fit the whole diagram"));
    await poll(async () => (await visitor.rest()).scale).toBeCloseTo(whole.scale, 6);
  });

  test("full screen fills all there is, and ends with Escape", async ({ visitor }) => {
    const before = (await visitor.box("section.diagram")).height;
    await visitor.click(control("Full screen"));
    await visitor.has(control("Full screen"), "aria-pressed", "true");
    const filled = () => visitor.evaluate(() => innerHeight - document.querySelector("section.diagram")!.getBoundingClientRect().height);
    await poll(async () => Math.abs(await filled())).toBeLessThan(1);
    await visitor.rest();
    await visitor.sees(node(gateway));
    await visitor.focus(control("Full screen"));
    await visitor.press("Escape");
    await visitor.has(control("Full screen"), "aria-pressed", "false");
    await poll(async () => (await visitor.box("section.diagram")).height).toBe(before);
  });

  test("two fingers on a trackpad move along both axes, and a wheel of lines zooms", async ({ visitor }) => {
    const at = await spot(visitor);
    expect(await after(visitor, () => visitor.window.wheel(at, { x: 12, y: -7 }))).toEqual({ x: -12, y: 7, scale: 1 });
    // No driver turns by lines, as mice do in Firefox.
    const turned = await after(visitor, async () => {
      const turn = { deltaY: 3, deltaMode: 1, clientX: at.x, clientY: at.y, bubbles: true, cancelable: true };
      const kept = await visitor.of(STAGE, (canvas, turn) => !canvas.dispatchEvent(new WheelEvent("wheel", turn)), turn);
      expect(kept, "the page neither scrolls nor zooms by it").toBe(true);
    });
    expect(turned.scale).toBeLessThan(1);
  });

  test("a pinch that is told of as a gesture zooms by what it says, once", async ({ visitor }) => {
    const pinched = await after(visitor, () =>
      visitor.of(STAGE, (canvas) => {
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
      }),
    );
    expect(pinched.scale).toBeCloseTo(1.2, 3);
  });
});

test.describe("with fingers, on the page that a diagram fills", () => {
  test.use({ taste: { width: 400, height: 800, touch: true, motion: "reduced" } });
  test.beforeEach(({ visitor }) => visitor.visitDiagram(path));

  test("one moves what is seen, and a tap on a node opens its details", async ({ visitor }) => {
    const start = await spot(visitor, 0, 60);
    const moved = await after(visitor, () => visitor.window.touch(...between(start, { x: start.x + 60, y: start.y - 90 }, 8).map((finger) => [finger])));
    // Browsers keep back what a finger moves before it counts as moving.
    expect(moved.x).toBeGreaterThan(40);
    expect(moved.x).toBeLessThanOrEqual(61);
    expect(moved.y).toBeLessThan(-60);
    expect(moved.scale).toBe(1);
    await visitor.misses(".diagram__panel");
    await visitor.tap(node(gateway));
    await visitor.sees(details(gateway));
  });

  test("two zoom the diagram, and the page stays", async ({ visitor }) => {
    const { x, y } = await spot(visitor, 20, 30);
    const apart = (distance: number): Spot[] => [{ x: x - distance / 2, y }, { x: x + distance / 2, y }];
    const pinched = await after(visitor, () => visitor.window.touch(...[80, 110, 140, 170, 200, 240].map(apart)));
    expect(pinched.scale / 3).toBeCloseTo(1, 1);
    expect(await isStill(visitor)).toEqual([0, 1, 1]);
  });
});

test.describe("amid a page", () => {
  /** Brings the start page's own diagram to the middle of the window, and says where its middle is. */
  const bringIn = async (visitor: Visitor): Promise<Spot> => {
    await visitor.visit();
    const last = `${article(id)} ${STAGE}`;
    await visitor.of(article(id), (article) => article.scrollIntoView({ block: "center", behavior: "instant" }));
    await visitor.sees(last);
    await poll(() => visitor.evaluate(() => performance.getEntriesByName("diagram-ready", "mark").length)).toBeGreaterThan(0);
    const { x, y } = await visitor.middle(last);
    await visitor.stopped();
    return { x, y: y + 40 };
  };
  /** Where a node is in the diagram's window: what moves when the diagram does, and stays when the page scrolls. */
  const within = (visitor: Visitor) =>
    visitor.of(`${article(id)} ${node(gateway)}`, (button) => {
      const [box, canvas] = [button, button.closest("section")!.querySelector("canvas")!].map((element) => element.getBoundingClientRect());
      return [box!.x - canvas!.x, box!.y - canvas!.y, box!.width].map(Math.round);
    });

  test("a plain wheel scrolls the page, the diagram stays, and a hint says how to zoom", async ({ visitor }) => {
    const at = await bringIn(visitor);
    const [place, top] = [await within(visitor), await visitor.top()];
    await visitor.window.wheel(at, { x: 0, y: 60 });
    await poll(() => visitor.reads("Hold Ctrl or Cmd and turn the wheel to zoom")).toBe(true);
    await poll(() => visitor.top()).toBeGreaterThan(top);
    expect(await within(visitor)).toEqual(place);
  });

  test("Ctrl and the wheel zoom, a drag moves what is seen, and neither scrolls the page", async ({ visitor }) => {
    const at = await bringIn(visitor);
    const [before, top] = [await within(visitor), await visitor.top()];
    await visitor.window.drag(...between(at, { x: at.x - 70, y: at.y + 30 }));
    await poll(() => within(visitor)).toEqual([before[0]! - 70, before[1]! + 30, before[2]]);
    await visitor.window.wheel(at, { x: 0, y: -120 }, "Control");
    await poll(async () => (await within(visitor))[2]! / before[2]!).toBeGreaterThan(1.1);
    expect(await visitor.top()).toBe(top);
  });

  test.describe("with fingers", () => {
    test.use({ taste: { width: 400, height: 800, touch: true } });

    test("one scrolls the page, the diagram stays, and a hint says what two do", { tag: ["@not-firefox", "@not-webkit"] }, async ({ visitor }) => {
      const at = await bringIn(visitor);
      const [place, top] = [await within(visitor), await visitor.top()];
      await visitor.window.touch(...between(at, { x: at.x, y: at.y - 160 }, 8).map((finger) => [finger]));
      await poll(() => visitor.top()).toBeGreaterThan(top + 80);
      expect(await within(visitor)).toEqual(place);
    });

    test("one is left to the page, two zoom the diagram", async ({ visitor }) => {
      const at = await bringIn(visitor);
      // What the engine goes by when it decides whose finger it is.
      expect(await visitor.of(`${article(id)} ${STAGE}`, (canvas) => getComputedStyle(canvas.closest(".diagram__stage")!).touchAction)).toMatch(/pan-[xy]/);
      const before = await within(visitor);
      const apart = (distance: number): Spot[] => [{ x: at.x - distance / 2, y: at.y }, { x: at.x + distance / 2, y: at.y }];
      await visitor.window.touch(...[80, 110, 140, 170, 200].map(apart));
      await poll(async () => (await within(visitor))[2]! / before[2]!).toBeGreaterThan(2);
      expect(await visitor.evaluate(() => visualViewport!.scale)).toBe(1);
    });
  });
});
