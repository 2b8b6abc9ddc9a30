// Diagrams of hundreds of parts: walked level by level, with a small map of the whole.
import { readFile } from "node:fs/promises";
import { PNG } from "pngjs";
import { details, diagram, drawn, rest, view } from "./support/diagram";
import { Pixels } from "./support/pixels";
import { vivek } from "./support/portfolios";
import { expect, test } from "./support/test";
import type { Locator, Page } from "@playwright/test";

/** Areas of two zones each, all zones with the same number of nodes in a row of connections. */
function city(areas: number, each: number) {
  const groups = Array.from({ length: areas }, (_, area) => [
    { id: `a${area}`, label: `Area ${area}` },
    ...[0, 1].map((zone) => ({ id: `a${area}z${zone}`, label: `Zone ${area}.${zone}`, parent: `a${area}` })),
  ]).flat();
  const zones = groups.filter(({ id }) => id.includes("z")).map(({ id }) => id);
  const nodes = zones.flatMap((group) => Array.from({ length: each }, (_, at) => ({ id: `${group}n${at}`, label: `Part ${group} ${at}`, kind: "service", group })));
  const edges = nodes.slice(1).map((node, at) => ({ id: `e${at}`, source: nodes[at]!.id, target: node.id }));
  return { name: "city", nodes, edges, groups };
}

async function visit(page: Page, open: (path: string) => Promise<unknown>, given: object): Promise<Locator> {
  await page.route((url) => url.pathname.endsWith("/files/city.json"), (route) => route.fulfill({ json: given }));
  await open(vivek.at("architecture?diagram-url=files/city.json"));
  await rest(page);
  return diagram(page, "city");
}

const map = (window: Locator) => window.locator("[data-map]");

test.describe("above 200 parts", () => {
  test("one walks from group to group, goes into one with Enter and out of it with Escape", async ({ page, open }) => {
    const window = await visit(page, open, city(3, 40));
    const button = window.getByRole("group", { name: /^Parts of / }).getByRole("button");
    await expect(button).toHaveCount(1);
    await expect(button).toHaveAccessibleName("Area 0, group of 80 parts, 1 of 3, Enter leads in");
    await button.focus();
    const met = new Set(["Area 0"]);
    for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown", "ArrowLeft", "ArrowLeft"]) {
      await page.keyboard.press(key);
      met.add((await button.getAttribute("aria-label"))!.split(",")[0]!);
    }
    expect([...met].sort(), "arrows lead to every group of the level").toEqual(["Area 0", "Area 1", "Area 2"]);
    await page.keyboard.press("Home");
    await expect(button).toHaveAccessibleName(/^Area 0, /);
    await page.keyboard.press("Enter");
    await expect(button).toHaveAccessibleName("Zone 0.0, group of 40 parts, in Area 0, 1 of 2, Enter leads in");
    await expect(window.getByRole("status").last()).toHaveText("Zone 0.0, group of 40 parts, in Area 0, 1 of 2, Enter leads in");
    await expect(details(window, "Zone 0.0")).toHaveCount(0);
    await page.keyboard.press("Enter");
    await expect(button).toHaveAccessibleName(/^Part a0z0 0, /);
    await page.keyboard.press("Enter");
    await expect(details(window, "Part a0z0 0")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(details(window, "Part a0z0 0")).toHaveCount(0);
    for (const name of [/^Zone 0\.0, /, /^Area 0, /, /^Area 0, /]) {
      await page.keyboard.press("Escape");
      await expect(button).toHaveAccessibleName(name);
      await expect(button).toBeFocused();
    }
    await page.keyboard.press("Tab");
    await expect(button, "Tab leaves").not.toBeFocused();
  });

  test("what has the focus is in view and large enough to be seen", async ({ page, open }) => {
    const window = await visit(page, open, city(3, 120));
    const button = window.getByRole("group", { name: /^Parts of / }).getByRole("button");
    await button.focus();
    for (const key of ["Enter", "Enter", "ArrowDown", "ArrowRight"]) {
      await page.keyboard.press(key);
      await rest(page);
      const [part, canvas] = [(await button.boundingBox())!, (await window.boundingBox())!];
      expect(part.x >= canvas.x && part.y >= canvas.y && part.x + part.width <= canvas.x + canvas.width && part.y + part.height <= canvas.y + canvas.height).toBe(true);
    }
    await expect(button).toHaveAccessibleName(/^Part /);
    expect((await view(page)).scale).toBeGreaterThan(0.2);
  });

  test("it is told in words, too, on the page and on paper", async ({ page, open }) => {
    const window = await visit(page, open, city(3, 40));
    const words = window.getByRole("region", { name: "Diagram as text" });
    await expect(words.getByRole("row")).toHaveCount(240);
    await expect(words.getByRole("listitem")).toHaveCount(240);
  });

  test("a connection is said with the part it leads to, and a group has none", async ({ page, open }) => {
    const window = await visit(page, open, city(3, 40));
    await window.getByRole("group", { name: /^Parts of / }).getByRole("button").focus();
    const said = window.getByRole("status").last();
    await page.keyboard.press("]");
    await expect(said).toHaveText(/^Connections lead from part to part/);
    for (const key of ["Enter", "Enter", "]"]) await page.keyboard.press(key);
    await expect(said).toHaveText(/^On by: synchronous\. Part a0z0 1, Service/);
  });

  test("the list of keys says so", async ({ page, open }) => {
    const window = await visit(page, open, city(3, 40));
    await window.getByRole("group", { name: "Tools" }).getByRole("button", { name: "Legend and keys" }).click();
    await expect(window.getByRole("dialog")).toContainText("on a group: go into it");
  });
});

for (const [count, each, shown] of [[61, 30.5, true], [60, 30, false]] as const) {
  test(`${count} parts ${shown ? "have" : "need no"} map`, async ({ page, open }) => {
    const given = city(1, Math.ceil(each));
    const window = await visit(page, open, { ...given, nodes: given.nodes.slice(0, count), edges: given.edges.slice(0, count - 1) });
    await expect(map(window)).toHaveCount(shown ? 1 : 0);
  });
}

test("a picture that no canvas could hold is saved smaller, and both name and words say so", async ({ page, open }) => {
  const window = await visit(page, open, city(3, 120));
  await window.getByRole("group", { name: "Tools" }).getByRole("button", { name: "Save or share" }).click();
  const download = page.waitForEvent("download");
  await window.getByRole("button", { name: "Save as PNG, 3 ×" }).click();
  const file = await download;
  const { width, height } = PNG.sync.read(await readFile(await file.path()));
  expect(width * height).toBeLessThanOrEqual(16_000_000);
  expect(file.suggestedFilename()).not.toContain("@3x");
  await expect(window.getByRole("status").last()).toHaveText(/^Saved .*: .* would be too large for this browser$/);
});

test("from afar the connections of two groups are one line, as wide as they are many", async ({ page, open }) => {
  const ids = Array.from({ length: 8 }, (_, at) => at);
  const side = (group: string, x: number) => ids.map((at) => ({ id: `${group}${at}`, label: `Part ${at}`, kind: "service", group, x, y: at * 80, w: 160, h: 60 }));
  const groups = ["a", "b"].map((id, at) => ({ id, label: id, x: at * 2000 - 20, y: -40, w: 200, h: 700 }));
  const edges = ids.map((at) => ({ id: `e${at}`, source: `a${at}`, target: `b${at}` }));
  const given = { name: "city", nodes: [...side("a", 0), ...side("b", 2000)], edges, groups };
  await page.route((url) => url.pathname.endsWith("/files/city.json"), (route) => route.fulfill({ json: given }));
  /** How many lines there are between the groups, and of how many px altogether. */
  const lines = async (percent: number) => {
    await open(vivek.at(`architecture?diagram-url=files/city.json&view=a4,0,0,${percent}`));
    const { x, y, scale } = await rest(page);
    const picture = await Pixels.of(diagram(page, "city").locator("canvas"));
    const ground = picture.brightness(2, 2);
    // Dots of the ground are fainter, and not where they would be in the way everywhere; in the middle stands how many there are.
    const column = Math.round(x + 700 * scale);
    const inked = Array.from({ length: Math.round(700 * scale) }, (_, at) => Math.abs(picture.brightness(column, y - 40 * scale + at) - ground) > 45);
    return [inked.filter((is, at) => is && !inked[at - 1]).length, inked.filter(Boolean).length] as const;
  };
  expect((await lines(25))[0], "each its own").toBe(8);
  const [count, px] = await lines(15);
  expect(count).toBe(1);
  expect(px).toBeGreaterThanOrEqual(2);
});

test.describe("the map", () => {
  test("frames what is seen, and a press or a drag on it looks there", async ({ page, open }) => {
    const window = await visit(page, open, city(3, 40));
    const [whole, frame] = [map(window), map(window).locator("span")];
    const box = async (of: Locator) => (await of.boundingBox())!;
    const all = await box(frame);
    expect(all.width * all.height, "everything is seen").toBeGreaterThan(0.9 * (await box(whole)).width * (await box(whole)).height);
    for (let at = 0; at < 8; at += 1) await window.getByRole("button", { name: "Zoom in" }).click();
    await rest(page);
    const near = await box(frame);
    expect(near.width * near.height).toBeLessThan(0.3 * all.width * all.height);
    const { x, y, width, height } = await box(whole);
    for (const [u, v] of [[0.2, 0.3], [0.8, 0.7]] as const) {
      await page.mouse.click(x + u * width, y + v * height);
      await rest(page);
      const at = await box(frame);
      expect.soft(Math.abs(at.x + at.width / 2 - (x + u * width))).toBeLessThan(4);
      expect.soft(Math.abs(at.y + at.height / 2 - (y + v * height))).toBeLessThan(4);
    }
    await page.mouse.move(x + 0.8 * width, y + 0.7 * height);
    await page.mouse.down();
    await page.mouse.move(x + 0.4 * width, y + 0.5 * height, { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(x + 0.9 * width, y + 0.9 * height);
    await rest(page);
    const at = await box(frame);
    expect(Math.abs(at.x + at.width / 2 - (x + 0.4 * width))).toBeLessThan(4);
    await expect(window.getByRole("region", { name: /^Details/ }), "it selects nothing under it").toHaveCount(0);
  });

  test.describe("on a phone", () => {
    test.use({ viewport: { width: 360, height: 740 } });
    test("is smaller, and a press on it still looks where it was pressed", async ({ page, open }) => {
      const window = await visit(page, open, city(3, 40));
      for (let at = 0; at < 8; at += 1) await window.getByRole("button", { name: "Zoom in" }).click();
      await rest(page);
      const { x, y, width, height } = (await map(window).boundingBox())!;
      expect(width).toBeLessThan(125);
      await page.mouse.click(x + 0.5 * width, y + 0.7 * height);
      await rest(page);
      const frame = (await map(window).locator("span").boundingBox())!;
      expect(Math.abs(frame.y + frame.height / 2 - (y + 0.7 * height))).toBeLessThan(4);
    });
  });
});

test("a diagram that fits into a glance has no map", async ({ page, open }) => {
  await open(vivek.at(`architecture/${vivek.data.diagrams[0]!.id}/`));
  await drawn(page);
  await expect(page.locator("[data-map]")).toHaveCount(0);
});
