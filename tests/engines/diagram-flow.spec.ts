// Flows: what happens in a diagram, step by step, by link, mouse, key and by itself.
import { plain, vivek } from "../e2e/support/portfolios";
import { article, CHOICE, details, flow, node, SAID, STAGE, STEP } from "./support/parts";
import { expect, poll, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const shop = vivek.data.diagrams.find(({ id }) => id === "ecommerce")!;
const told = shop.flows!.find(({ id }) => id === "checkout")!;
type Step = (typeof told.steps)[number];

/** The steps of blocks and all, in the order in which they are told. */
const flat = (steps: Step[]): Step[] =>
  steps.flatMap((step) => [...(step.parallel ?? []), ...(step.alternative ?? []).map((one) => one.steps)].flatMap(flat).concat(step.parallel || step.alternative ? [] : step));
const steps = flat(told.steps);
const label = (id: string) => shop.nodes.find((node) => node.id === id)!.label!;
const at = (step?: number) => `architecture/ecommerce/?flow=checkout${step ? `&step=${step}` : ""}`;
const MARK = ".flow-mark[data-mark]";

/** Expects a step in the bar: its number, who takes part, and its note. */
async function isAt(visitor: Visitor, step: number): Promise<void> {
  await visitor.has(STEP, "aria-valuetext", `${step} of ${steps.length}`);
  const { from, to, node, note } = steps[step - 1]!;
  const bar = async () => (await visitor.texts(".flow"))[0]!;
  expect(await bar()).toContain(node ? label(node) : `${label(from!)} → ${label(to!)}`);
  expect(await bar()).toContain(plain(note!));
}

test("a link to a step shows it: its words, both its ends, and the mark between them", { tag: "@smoke" }, async ({ visitor }) => {
  await visitor.visitDiagram(at(9));
  await isAt(visitor, 9);
  await visitor.says(SAID, /^Step 9 of 17\. Checkout to Payment provider: split payment\./);
  const stage = await visitor.box(STAGE);
  for (const end of ["Checkout", "Payment provider"]) {
    const { x, y, right, bottom } = await visitor.box(node(end));
    expect(x >= stage.x && y >= stage.y && right <= stage.right && bottom <= stage.bottom, end).toBe(true);
  }
  await visitor.sees(MARK);
});

test("steps are walked by mouse, the address follows without a step in the history, and a reload keeps the step", async ({ visitor }) => {
  await visitor.visitDiagram(at());
  await isAt(visitor, 1);
  const before = await visitor.evaluate(() => history.length);
  for (const name of ["Next step", "Next step", "Next step", "Previous step"]) await visitor.click(flow(name));
  await isAt(visitor, 3);
  await poll(() => visitor.search()).toBe("?flow=checkout&step=3");
  expect(await visitor.evaluate(() => history.length)).toBe(before);
  await visitor.window.reload();
  await visitor.state("ready");
  await visitor.drawn();
  await isAt(visitor, 3);
});

test("steps are walked by keyboard alone", async ({ visitor }) => {
  await visitor.visitDiagram(at());
  await visitor.focus(CHOICE);
  await visitor.press("Tab", "Tab", "Tab");
  await visitor.focuses(flow("Next step"));
  await visitor.press("Enter");
  await isAt(visitor, 2);
  await visitor.press("Tab");
  await visitor.focuses(STEP);
  await visitor.press("ArrowRight", "ArrowRight");
  await isAt(visitor, 4);
  await visitor.press("End");
  await isAt(visitor, steps.length);
  await visitor.has(flow("Next step"), "aria-disabled", "true");
});

test("playing goes on by itself, with the mark on its way, until it is paused", async ({ visitor }) => {
  await visitor.visitDiagram(at(1));
  await visitor.click(flow("Play"));
  await visitor.sees(flow("Pause"));
  const places = new Set<string>();
  await poll(async () => places.add(await visitor.of(MARK, (mark) => mark.style.transform)).size, "places of the mark").toBeGreaterThan(2);
  await poll(async () => (await visitor.of(STEP, (scrubber) => Number((scrubber as HTMLInputElement).value))) > 1, "a step further").toBe(true);
  await visitor.click(flow("Pause"));
  await visitor.sees(flow("Play"));
  const place = await visitor.of(MARK, (mark) => mark.style.transform);
  await visitor.rest();
  expect(await visitor.of(MARK, (mark) => mark.style.transform)).toBe(place);
});

test.describe("where motion is reduced", () => {
  test.use({ taste: { motion: "reduced" } });

  test("the mark rests, and the camera is there at once", async ({ visitor }) => {
    await visitor.visitDiagram(at(1));
    await visitor.click(flow("Next step"));
    await isAt(visitor, 2);
    const seen = await visitor.evaluate(async () => {
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      return (window as any).__diagram.view() as object;
    });
    expect(await visitor.rest()).toEqual(seen);
    await visitor.click(flow("Play"));
    const places = new Set<string>();
    for (let frame = 0; frame < 12; frame += 1) places.add(await visitor.of(MARK, (mark) => mark.style.transform));
    expect(places.size).toBe(1);
  });
});

test("a flow is shown as a sequence, is walked there, and shown as a diagram again", async ({ visitor }) => {
  await visitor.visitDiagram(at(2));
  await visitor.click(flow("Sequence"));
  await visitor.has(flow("Sequence"), "aria-pressed", "true");
  await visitor.rest();
  const heads = [];
  for (const name of ["Shopper", "CDN", "Storefront"]) heads.push(await visitor.box(node(name)));
  expect(new Set(heads.map(({ y }) => Math.round(y))).size, "who takes part stands in a row").toBe(1);
  await visitor.misses(node("Vendor dashboard"));
  await visitor.click(flow("Next step"));
  await isAt(visitor, 3);
  await visitor.click(flow("Sequence"));
  await visitor.sees(node("Vendor dashboard"));
  await isAt(visitor, 3);
});

test("a flow or a step that is not there is said, and the diagram is shown", async ({ visitor }) => {
  await visitor.visitDiagram("architecture/ecommerce/?flow=nothing");
  await poll(() => visitor.reads("There is no flow “nothing” in this diagram.")).toBe(true);
  await visitor.misses(STEP);
  await visitor.visitDiagram("architecture/ecommerce/?flow=checkout&step=99");
  await poll(() => visitor.reads(`This flow has no step “99”; it has ${steps.length}.`)).toBe(true);
  await isAt(visitor, 1);
});

test("a press on a node opens its details amid a flow, and the next step closes them", async ({ visitor }) => {
  await visitor.visitDiagram(at(9));
  await visitor.click(node("Checkout"));
  await visitor.sees(details("Checkout"));
  await visitor.click(flow("Next step"));
  await visitor.misses(details("Checkout"));
  await isAt(visitor, 10);
});

test.describe("with fingers, on a narrow window", () => {
  test.use({ taste: { width: 360, height: 740, touch: true } });

  test("steps are walked by buttons that are large enough, and the page is no wider than the window", async ({ visitor }) => {
    await visitor.visitDiagram(at(2));
    await visitor.tap(flow("Next step"));
    await isAt(visitor, 3);
    for (const name of ["Play", "Previous step", "Next step", "Sequence"]) {
      const { width, height } = await visitor.box(flow(name));
      // An engine that is told of no fingers has the size for a mouse.
      const least = await visitor.evaluate(() => (matchMedia("(pointer: coarse)").matches ? 44 : 24));
      expect(Math.min(width, height), name).toBeGreaterThanOrEqual(least);
    }
    expect(await visitor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

test.describe("amid a page", () => {
  test("a diagram's flow is walked as well, and leaves the address alone", async ({ visitor }) => {
    await visitor.visit();
    await visitor.of(article("ecommerce"), (article) => article.scrollIntoView({ block: "center", behavior: "instant" }));
    await visitor.sees(`${article("ecommerce")} ${CHOICE}`);
    await visitor.focus(`${article("ecommerce")} ${CHOICE}`);
    await visitor.press(told.name![0]!);
    await visitor.sees(STEP);
    await visitor.click(flow("Next step"));
    await isAt(visitor, 2);
    expect(await visitor.search()).toBe("");
  });
});
