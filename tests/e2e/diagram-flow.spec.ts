// Flows: what happens in a diagram, told step by step; and the way from a diagram into another.
import { expectAccessible } from "./support/axe";
import { control, details, diagram, draw, drawn, middle, node, rest, view } from "./support/diagram";
import { Pixels } from "./support/pixels";
import { bundled, plain, vivek } from "./support/portfolios";
import { expect, test } from "./support/test";
import type { Locator, Page } from "@playwright/test";

const shop = vivek.data.diagrams.find(({ id }) => id === "ecommerce")!;
const flow = shop.flows!.find(({ id }) => id === "checkout")!;
type Step = (typeof flow.steps)[number];

/** The steps of blocks and all, in the order in which they are told. */
const flat = (steps: Step[]): Step[] =>
  steps.flatMap((step) => [...(step.parallel ?? []), ...(step.alternative ?? []).map((one) => one.steps)].flatMap(flat).concat(step.parallel || step.alternative ? [] : step));
const steps = flat(flow.steps);
const label = (id: string) => shop.nodes.find((node) => node.id === id)!.label!;

const bar = (window: Locator) => window.getByRole("group", { name: "Flows" });
const button = (window: Locator, name: string) => bar(window).getByRole("button", { name, exact: true });
const scrubber = (window: Locator) => bar(window).getByRole("slider", { name: "Step" });
const mark = (window: Locator) => window.locator("[data-mark]");
const said = (window: Locator) => window.getByRole("status");

const at = (step?: number) => vivek.at(`architecture/ecommerce/?flow=checkout${step ? `&step=${step}` : ""}`);

async function expectStep(window: Locator, step: number) {
  await expect(scrubber(window)).toHaveValue(String(step));
  await expect(scrubber(window)).toHaveAttribute("aria-valuetext", `${step} of ${steps.length}`);
  const { from, to, node, note } = steps[step - 1]!;
  await expect(bar(window)).toContainText(node ? label(node) : `${label(from!)} → ${label(to!)}`);
  await expect(bar(window)).toContainText(plain(note!));
}

/** A diagram of three nodes in a row with a flow of three short steps, as a file. */
const row = {
  name: "row",
  nodes: ["a", "b", "c"].map((id, at) => ({ id, label: id.toUpperCase(), x: at * 400, y: 0, w: 160, h: 60 })),
  edges: [{ source: "a", target: "b" }, { source: "b", target: "c" }],
  flows: [{ id: "there", steps: [{ from: "a", to: "b" }, { from: "b", to: "c" }, { from: "c", to: "b" }] }],
};
async function openRow(page: Page, open: (path: string) => Promise<void>, query = "") {
  await page.route((url) => url.pathname.endsWith("/files/row.json"), (route) => route.fulfill({ json: row }));
  await open(`architecture?diagram-url=files/row.json${query}`);
  await rest(page);
  return diagram(page, "row");
}

test("a link to a step shows it: words, highlight, camera and mark", { tag: "@base" }, async ({ page, open }) => {
  await open(at(9));
  await rest(page);
  const window = diagram(page, shop.title!);
  await expectStep(window, 9);
  await expect(bar(window).getByRole("combobox", { name: "Flow" })).toHaveValue("0");
  await expect(said(window)).toHaveText(/^Step 9 of 17\. Checkout to Payment provider: split payment\./);
  const stage = (await window.locator("canvas").boundingBox())!;
  for (const end of ["Checkout", "Payment provider"]) {
    const box = (await node(window, end).boundingBox())!;
    expect(box.x >= stage.x && box.x + box.width <= stage.x + stage.width && box.y >= stage.y && box.y + box.height <= stage.y + stage.height, end).toBe(true);
  }
  expect((await view(page)).scale, "names can be read").toBeGreaterThanOrEqual(0.6);
  await expect(mark(window)).toBeVisible();
  await expect(page).toHaveURL((url) => url.searchParams.get("flow") === "checkout" && url.searchParams.get("step") === "9");
});

test("steps are walked by mouse, and the address follows without a step in the history", async ({ page, open }) => {
  await open(at());
  await rest(page);
  const window = diagram(page, shop.title!);
  await expectStep(window, 1);
  const before = await page.evaluate(() => history.length);
  await button(window, "Next step").click();
  await button(window, "Next step").click();
  await button(window, "Next step").click();
  await expectStep(window, 4);
  await button(window, "Previous step").click();
  await expectStep(window, 3);
  await expect(page).toHaveURL((url) => url.search === "?flow=checkout&step=3");
  await expect(bar(window)).toContainText("it is not");
  expect(await page.evaluate(() => history.length)).toBe(before);
  await page.reload();
  await expectStep(diagram(page, shop.title!), 3);
});

test("steps are walked by keyboard alone, and each is said once", async ({ page, open }) => {
  await open(vivek.at("architecture/ecommerce/"));
  await rest(page);
  const window = diagram(page, shop.title!);
  await window.evaluate((element) => {
    const region = element.querySelector("[role=status]")!;
    (element as any).said = [];
    new MutationObserver(() => (element as any).said.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
  });
  await bar(window).getByRole("combobox", { name: "Flow" }).focus();
  await page.keyboard.press("F");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(button(window, "Next step")).toBeFocused();
  await page.keyboard.press("Enter");
  await expectStep(window, 2);
  await page.keyboard.press("Tab");
  await expect(scrubber(window)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expectStep(window, 4);
  await page.keyboard.press("End");
  await expectStep(window, steps.length);
  await expect(button(window, "Next step")).toHaveAttribute("aria-disabled", "true");
  const heard = await window.evaluate((element) => (element as any).said as string[]);
  expect(heard.map((text) => text.match(/^Step (\d+)/)?.[1])).toEqual(["1", "2", "3", "4", String(steps.length)]);
});

test("steps are walked by finger", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(at(2));
  await drawn(page);
  const window = diagram(page, shop.title!);
  await expectStep(window, 2);
  await button(window, "Next step").tap();
  await expectStep(window, 3);
  for (const name of ["Play", "Previous step", "Next step", "Sequence"]) {
    const box = (await button(window, name).boundingBox())!;
    expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(44);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await context.close();
});

test("playing goes on by itself to the end, and the mark travels as the arrow points", async ({ page, open }) => {
  const window = await openRow(page, open);
  await button(window, "Play").click();
  await expect(button(window, "Pause")).toBeVisible();
  const places = new Set<number>();
  await expect.poll(async () => places.add(Math.round((await mark(window).boundingBox())!.x)).size).toBeGreaterThan(2);
  const xs = [...places];
  expect(xs).toEqual([...xs].sort((a, b) => a - b));
  await expect(scrubber(window)).toHaveValue("2");
  await expect(scrubber(window)).toHaveValue("3");
  await expect(button(window, "Play")).toBeVisible();
  const [start, end] = [await middle(node(window, "C")), await middle(node(window, "B"))];
  const there = (await mark(window).boundingBox())!;
  expect(there.x, "a reply ends where it was asked for").toBeLessThan((start.x + end.x) / 2);
  // From the end it starts over.
  await button(window, "Play").click();
  await expect(scrubber(window)).toHaveValue("1");
});

test("a pause holds step and mark, and nothing asks for frames then", async ({ page, open }) => {
  await page.addInitScript(() => {
    const ask = window.requestAnimationFrame.bind(window);
    (window as any).frames_asked = 0;
    window.requestAnimationFrame = (f) => ((window as any).frames_asked += 1, ask(f));
  });
  const window = await openRow(page, open, "&flow=there&step=2");
  const asked = () => page.evaluate(() => (globalThis as any).frames_asked as number);
  const idle = await asked();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(await asked(), "a step that is only shown").toBe(idle);
  await button(window, "Play").click();
  await expect.poll(asked).toBeGreaterThan(idle + 3);
  await button(window, "Pause").click();
  const still = await asked();
  const place = await mark(window).boundingBox();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(await asked() - still, "a paused one").toBeLessThanOrEqual(2);
  expect(Math.abs((await mark(window).boundingBox())!.x - place!.x)).toBeLessThan(12);
  await expect(scrubber(window)).toHaveValue("2");
});

test.describe("for those who want nothing to move", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("the camera jumps and the mark rests", async ({ page, open }) => {
    await open(at(1));
    await rest(page);
    const window = diagram(page, shop.title!);
    await scrubber(window).fill("15");
    await expectStep(window, 15);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const seen = await view(page);
    expect(await rest(page), "it is there at once").toEqual(seen);
    await button(window, "Play").click();
    const places = new Set<string>();
    for (let frame = 0; frame < 12; frame += 1) places.add(await mark(window).evaluate((element) => (element as HTMLElement).style.transform));
    expect(places.size).toBe(1);
    await expect(scrubber(window), "playing goes on").toHaveValue("16", { timeout: 12_000 });
  });

  test("the way into a node is taken at once", async ({ page, open }) => {
    await open(vivek.at("architecture/ecommerce/#order-queue"));
    await rest(page);
    await details(diagram(page, shop.title!), "Order queue").getByRole("link", { name: /^Open / }).click();
    await expect(page).toHaveURL(/architecture\/event-backbone/, { timeout: 250 });
  });
});

test("the same flow is shown as a sequence diagram, drawn on the same canvas, and back", async ({ page, open }) => {
  await open(at(2));
  await rest(page);
  const window = diagram(page, shop.title!);
  const map = await Pixels.of(window.locator("canvas"));
  await button(window, "Sequence").click();
  await expect(button(window, "Sequence")).toHaveAttribute("aria-pressed", "true");
  await rest(page);
  const sequence = await Pixels.of(window.locator("canvas"));
  expect(sequence.difference(map)).toBeGreaterThan(0.01);
  expect(sequence.colours()).toBeGreaterThan(10);
  // Whoever takes part stands in a row, in the order they appear; the others are out of everybody's way.
  const heads = await Promise.all(["Shopper", "CDN", "Storefront", "API gateway"].map(async (name) => (await node(window, name).boundingBox())!));
  expect(heads.map((head) => head.x)).toEqual(heads.map((head) => head.x).sort((a, b) => a - b));
  expect(new Set(heads.map((head) => Math.round(head.y))).size).toBe(1);
  await expect(node(window, "Vendor dashboard")).toBeHidden();
  // The walk from node to node goes along the row.
  await node(window, "Shopper").focus();
  await page.keyboard.press("ArrowRight");
  await expect(node(window, "CDN")).toBeFocused();
  await button(window, "Next step").click();
  await expectStep(window, 3);
  await button(window, "Sequence").click();
  await rest(page);
  await expect(node(window, "Vendor dashboard")).toBeVisible();
  await expectStep(window, 3);
});

test("no flow shows the whole diagram again, and the address says so", async ({ page, open }) => {
  await open(at(9));
  await rest(page);
  const window = diagram(page, shop.title!);
  await bar(window).getByRole("combobox", { name: "Flow" }).selectOption({ index: 0 });
  await expect(scrubber(window)).toHaveCount(0);
  await expect(mark(window)).toBeHidden();
  await expect(page).toHaveURL((url) => url.search === "");
  await rest(page);
  await expect(control(window, "Fit the whole diagram")).toBeVisible();
});

test("a flow or step that is not there is said quietly, and the diagram is shown", async ({ page, open }) => {
  await open(vivek.at("architecture/ecommerce/?flow=nothing&step=2"));
  await rest(page);
  const window = diagram(page, shop.title!);
  await expect(window.getByText("There is no flow “nothing” in this diagram.").first()).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(scrubber(window)).toHaveCount(0);
  expect((await Pixels.of(window.locator("canvas"))).colours()).toBeGreaterThan(10);
  for (const step of ["99", "0", "-1", "x"]) {
    await page.goto(vivek.at(`architecture/ecommerce/?flow=checkout&step=${step}`));
    await expect(window.getByText(`This flow has no step “${step}”; it has ${steps.length}.`).first()).toBeVisible();
    await expectStep(window, 1);
  }
});

test("a diagram amid a page plays too and leaves the address alone", async ({ page, open }) => {
  await open();
  await draw(page, shop.title!);
  const window = diagram(page, shop.title!).last();
  const before = page.url();
  await bar(window).getByRole("combobox", { name: "Flow" }).selectOption(flow.name!);
  await button(window, "Next step").click();
  await expectStep(window, 2);
  expect(page.url()).toBe(before);
});

test("a press on a node opens its details, and the next step closes them", async ({ page, open }) => {
  await open(at(9));
  await rest(page);
  const window = diagram(page, shop.title!);
  const spot = await middle(node(window, "Checkout"));
  await page.mouse.click(spot.x, spot.y);
  await expect(details(window, "Checkout")).toBeVisible();
  await button(window, "Next step").click();
  await expect(details(window, "Checkout")).toBeHidden();
  await expectStep(window, 10);
});

for (const portfolio of bundled) {
  test(`each diagram of ${portfolio.name} tells its flows in words too`, async ({ page, open }) => {
    for (const { id, title, name, flows } of portfolio.data.diagrams) {
      expect(flows?.length, id).toBeGreaterThan(0);
      await open(portfolio.at(`architecture/${id}/`));
      await drawn(page);
      const window = diagram(page, title ?? name);
      for (const told of flows!) {
        const list = window.getByRole("list", { name: `Flow: ${told.name}`, exact: true });
        await expect(list.getByRole("listitem")).toHaveCount(flat(told.steps).length);
        await expect(list).toContainText(plain(flat(told.steps)[0]!.note!));
      }
    }
  });
}

test("a node that opens another diagram says so, and leads into it and back", async ({ page, open }) => {
  await open(vivek.at("architecture/ecommerce/"));
  await rest(page);
  const window = diagram(page, shop.title!);
  await expect(node(window, "Order queue")).toHaveAccessibleName(/opens another diagram/);
  await node(window, "Order queue").press("Enter");
  const link = details(window, "Order queue").getByRole("link", { name: "Open Redis Streams event backbone" });
  await expect(link).toHaveAttribute("href", /\/architecture\/event-backbone\/$/);
  await rest(page);
  const before = await view(page);
  await link.click();
  await expect.poll(async () => page.evaluate(() => (window as any).__diagram?.view().scale ?? 0)).not.toBe(before.scale);
  await expect(page.getByRole("heading", { level: 1, name: "Redis Streams event backbone" })).toBeVisible();
  await rest(page);
  const above = page.getByRole("navigation", { name: "Diagrams around this one" });
  await above.getByRole("link", { name: shop.title! }).click();
  await expect(page.getByRole("heading", { level: 1, name: shop.title! })).toBeVisible();
  await expect(page).toHaveURL(/#order-queue$/);
  const panel = details(diagram(page, shop.title!), "Order queue");
  await expect(panel).toBeVisible();
  await rest(page);
  const [entry, cover] = [(await node(diagram(page, shop.title!), "Order queue").boundingBox())!, (await panel.boundingBox())!];
  expect(entry.x + entry.width, "the node is beside its details").toBeLessThanOrEqual(cover.x);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Redis Streams event backbone" })).toBeVisible();
});

test("in another tab the way into a node is an ordinary link", async ({ page, open, context }) => {
  await open(vivek.at("architecture/ecommerce/#order-queue"));
  await rest(page);
  const other = context.waitForEvent("page");
  await details(diagram(page, shop.title!), "Order queue").getByRole("link", { name: /^Open / }).click({ modifiers: ["ControlOrMeta"] });
  // The page is asked itself: that it has another address may escape a driver that joins a tab while it loads.
  // While it is on its way there is nobody to answer.
  const place = async () => (await other).evaluate(() => location.pathname).catch(() => "");
  await expect.poll(place).toMatch(/architecture\/event-backbone\/$/);
  await expect(page.getByRole("heading", { level: 1, name: shop.title! })).toBeVisible();
});

for (const width of [360, 1280]) {
  test(`a flow at ${width} px has no violation, as a diagram and as a sequence`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(at(2));
    await rest(page);
    await expectAccessible(page);
    await button(diagram(page, shop.title!), "Sequence").click();
    await rest(page);
    await expectAccessible(page);
  });
}

for (const [width, height] of [[360, 740], [1440, 900]] as const) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height }, contextOptions: { reducedMotion: "reduce" } });

    for (const portfolio of bundled) {
      for (const { id, title, nodes, flows } of portfolio.data.diagrams) {
        test(`every step of ${id} has both its ends in view, however one came`, async ({ page, open }) => {
          await open(portfolio.at(`architecture/${id}/`));
          await rest(page);
          const window = diagram(page, title!);
          for (let times = 0; times < 2; times += 1) await control(window, "Zoom in").click();
          await bar(window).getByRole("combobox", { name: "Flow" }).selectOption("0");
          const told = flat(flows![0]!.steps);
          const frame = (await window.elementHandle())!;
          const next = (await button(window, "Next step").elementHandle())!;
          for (const [at, { from, to, node: within }] of told.entries()) {
            if (at > 0) await next.click();
            await rest(page);
            const { stage, parts } = await frame.evaluate((window) => {
              const box = (element: Element) => element.getBoundingClientRect().toJSON() as DOMRect;
              const parts = [...window.querySelectorAll("[role=group][aria-label^='Parts of '] button")];
              return { stage: box(window.querySelector(".diagram__stage")!), parts: parts.map((part) => [part.getAttribute("aria-label")!, box(part)] as const) };
            });
            for (const end of within ? [within] : [from!, to!]) {
              const name = nodes.find((node) => node.id === end)!.label!;
              const [, box] = parts.find(([label]) => label.startsWith(`${name}, `))!;
              const seen = box.width > 0 && box.left >= stage.left - 1 && box.top >= stage.top - 1 && box.right <= stage.right + 1 && box.bottom <= stage.bottom + 1;
              expect.soft(seen, `${name} in step ${at + 1}`).toBe(true);
            }
          }
        });
      }
    }
  });
}

test("in a sequence diagram nobody is led to a part that is not drawn", async ({ page, open }) => {
  await open(at(1));
  await rest(page);
  const window = diagram(page, shop.title!);
  await button(window, "Sequence").click();
  await rest(page);
  const taking = new Set(steps.flatMap(({ from, to, node }) => [from, to, node]));
  const absent = shop.nodes.find(({ id }) => !taking.has(id))!.label!;
  await node(window, "Checkout").focus();
  await page.keyboard.press("/");
  await page.keyboard.type(absent);
  await page.keyboard.press("Enter");
  await expect(said(window)).toHaveText(`${absent} takes no part in this flow`);
  await expect(node(window, "Checkout")).toBeFocused();
  await expect(window.getByRole("group", { name: /^Parts of / }).locator("button[tabindex='0']:visible")).toHaveCount(1);
});

test("a step that comes by itself leaves the focus in the diagram", async ({ page, open }) => {
  const window = await openRow(page, open);
  await button(window, "Play").click();
  await node(window, "B").focus();
  await page.keyboard.press("Enter");
  await expect(details(window, "B")).toBeVisible();
  await expect(scrubber(window)).not.toHaveValue("1", { timeout: 15_000 });
  await expect(details(window, "B")).toHaveCount(0);
  await expect(node(window, "B")).toBeFocused();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });
  test("words and telling stand one below the other", async ({ page, open }) => {
    await open(at(3));
    await rest(page);
    const window = diagram(page, shop.title!);
    await control(window, "Diagram as text").click();
    const words = window.getByRole("region", { name: "Diagram as text" });
    await words.scrollIntoViewIfNeeded();
    const boxes = [await bar(window).boundingBox(), await window.getByRole("group", { name: "Tools" }).boundingBox(), await words.boundingBox()].map((box) => box!);
    for (const [at, box] of boxes.entries()) for (const below of boxes.slice(at + 1)) expect(box.y + box.height).toBeLessThanOrEqual(below.y + 1);
    expect(boxes[2]!.height).toBeGreaterThan(150);
    await expectAccessible(page);
  });
});

test("blocks, what begins and ends, and notes about several are told, with and without the sequence form", async ({ page, open }) => {
  const told = {
    ...row,
    flows: [
      {
        id: "there",
        steps: [
          { optional: "there is room", steps: [{ from: "a", to: "b", kind: "create" }, { loop: "for each line", steps: [{ from: "b", to: "b", note: "Counts." }] }] },
          { nodes: ["a", "c"], note: "Both know." },
          { block: "The end", steps: [{ from: "a", to: "b", kind: "destroy" }] },
        ],
      },
    ],
  };
  const said = ["only if there is room A → B (creates it)", "only if there is room, repeatedly, for each line B → itself", "A and C", "in The end A → B (ends it)"];
  await page.route((url) => url.pathname.endsWith("/files/row.json"), (route) => route.fulfill({ json: told }));
  for (const [at, words] of said.entries()) {
    await open(`architecture?diagram-url=files/row.json&flow=there&step=${at + 1}`);
    await rest(page);
    const window = diagram(page, "row");
    await expect(bar(window)).toContainText(words);
    await button(window, "Sequence").click();
    await rest(page);
    await expect(bar(window)).toContainText(words);
  }
});
