// What lies over a diagram's picture: finding a part, the list of keys, saving and sharing; and the highlight of
// what belongs together.
import { readFile } from "node:fs/promises";
import { PNG } from "pngjs";
import { details, diagram, node, rest, view } from "./support/diagram";
import { vivek } from "./support/portfolios";
import { expect, test } from "./support/test";
import type { Page } from "@playwright/test";

const { id, title = "", nodes } = vivek.data.diagrams[0]!;
const full = vivek.at(`architecture/${id}/`);
const tool = (page: Page, name: string) => diagram(page, title).getByRole("group", { name: "Tools" }).getByRole("button", { name });

test.describe("on the page that a diagram fills", () => {
  test.beforeEach(async ({ page, open }) => {
    await open(full);
    await rest(page);
  });

  test("a slash finds a part by its words and Enter goes there", async ({ page }) => {
    const window = diagram(page, title);
    await node(window, "Shopper").focus();
    await page.keyboard.press("/");
    const field = window.getByRole("search").getByRole("combobox");
    await expect(field).toBeFocused();
    await field.pressSequentially("redis");
    const found = window.getByRole("listbox").getByRole("option");
    const runs = nodes.filter((node) => node.technology === "redis");
    await expect(found).toHaveCount(runs.length);
    await expect(found.first()).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("ArrowDown");
    await expect(found.nth(1)).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(field).toBeHidden();
    await expect(node(window, runs[1]!.label!)).toBeFocused();
  });

  test("the number of parts found is said once, when the typing pauses", async ({ page }) => {
    const window = diagram(page, title);
    await tool(page, "Find a part").click();
    const field = window.getByRole("search").getByRole("combobox");
    const said = window.getByRole("status").last();
    const heard = await said.evaluateHandle((element) => {
      const heard: string[] = [];
      new MutationObserver(() => heard.push(element.textContent!)).observe(element, { characterData: true, childList: true, subtree: true });
      return heard;
    });
    await field.fill("zeppelin");
    await expect(field).toHaveAttribute("aria-expanded", "false");
    await field.fill("");
    await field.pressSequentially("redis", { delay: 30 });
    await expect(field).toHaveAttribute("aria-expanded", "true");
    const words = `${nodes.filter((node) => node.technology === "redis").length} parts found`;
    await expect(said).toHaveText(words);
    expect(await heard.jsonValue()).toEqual([words]);
  });

  test("Escape leaves the search where it began, and a search without result says so", async ({ page }) => {
    const window = diagram(page, title);
    await node(window, "Shopper").focus();
    await page.keyboard.press("/");
    await window.getByRole("search").getByRole("combobox").fill("zeppelin");
    await expect(window.getByText("Nothing here has these words.")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(window.getByRole("search").getByRole("combobox")).toBeHidden();
    await expect(node(window, "Shopper")).toBeFocused();
  });

  test("a click on what was found goes there", async ({ page }) => {
    const window = diagram(page, title);
    await tool(page, "Find a part").click();
    await window.getByRole("search").getByRole("combobox").fill("payment");
    await window.getByRole("option", { name: /Payment provider/ }).click();
    await expect(node(window, "Payment provider")).toBeFocused();
  });

  test("brackets lead along a connection and back, and say which", async ({ page }) => {
    const window = diagram(page, title);
    await node(window, "Shopper").focus();
    await page.keyboard.press("]");
    await expect(node(window, "CDN")).toBeFocused();
    await expect(node(window, "CDN"), "the connection is read with the node").toHaveAccessibleDescription(/On by: pages, images/);
    await page.keyboard.press("[");
    await expect(node(window, "Shopper")).toBeFocused();
    await page.keyboard.press("[");
    await expect(window.getByRole("status").last()).toHaveText("No connection leads here");
    // Who comes back another way did not come along that connection.
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    await expect(node(window, "Shopper")).toBeFocused();
    await expect(node(window, "Shopper")).toHaveAccessibleDescription("");
  });

  test("a question mark lists the keys and Escape closes the list", async ({ page }) => {
    const window = diagram(page, title);
    await node(window, "Shopper").focus();
    await page.keyboard.press("?");
    const keys = window.getByRole("dialog", { name: "Legend and keys of the diagram" });
    await expect(keys).toBeVisible();
    await expect(keys).toContainText("find a part");
    await page.keyboard.press("Escape");
    await expect(keys).toBeHidden();
    await expect(node(window, "Shopper")).toBeFocused();
  });

  test("the highlight widens step by step, or holds everything of one technology", async ({ page }) => {
    const window = diagram(page, title);
    await node(window, "Hot cache").focus();
    await page.keyboard.press("Enter");
    const panel = details(window, "Hot cache");
    await expect(panel).toContainText("Its neighbours are lit");
    await panel.getByRole("button", { name: "Light further" }).click();
    await expect(panel).toContainText("Lit within 2 steps");
    await expect(window.getByRole("status").last()).toContainText("parts within 2 steps");
    const button = panel.getByRole("button", { name: /^Light everything that runs on/ });
    await button.click();
    await expect(button).toHaveAttribute("aria-pressed", "true");
    const count = nodes.filter((node) => node.technology === "redis").length;
    await expect(window.getByRole("status").last()).toContainText(`${count} parts run on`);
    await expect(panel, "the other highlight has gone").not.toContainText("within 2 steps");
    await button.click();
    await expect(panel).toContainText("Lit within 2 steps");
    await expect(window.getByRole("status").last()).toContainText("parts within 2 steps");
  });

  test("the highlight widens by key alone, from the details and from the node", async ({ page }) => {
    const window = diagram(page, title);
    await node(window, "Hot cache").focus();
    await page.keyboard.press("Enter");
    const panel = details(window, "Hot cache");
    await expect(panel.getByRole("heading")).toBeFocused();
    await page.keyboard.press("n");
    await expect(panel).toContainText("Lit within 2 steps");
    await page.keyboard.press("/");
    await expect(window.getByRole("search").getByRole("combobox")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(panel.getByRole("heading"), "the focus is where it was").toBeFocused();
  });

  test("a tool gives the focus back to its button", async ({ page }) => {
    const window = diagram(page, title);
    for (const name of ["Find a part", "Save or share", "Legend and keys"]) {
      await tool(page, name).focus();
      await page.keyboard.press("Enter");
      await expect(tool(page, name)).not.toBeFocused();
      await page.keyboard.press("Escape");
      await expect(tool(page, name)).toBeFocused();
    }
    await expect(window.getByRole("dialog")).toHaveCount(0);
  });

  test("the drawing is saved as SVG with real words and no style of the page", async ({ page, context }) => {
    await tool(page, "Save or share").click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as SVG" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`${id}.svg`);
    const text = await readFile(await file.path(), "utf8");
    for (const node of nodes) expect(text).toContain(`>${node.label!.split(" ")[0]!.replace("&", "&amp;")}`);
    expect(text).not.toContain("var(");
    // The site's own pages parse nothing.
    const parsed = await (await context.newPage()).evaluate((svg) => {
      const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
      return [root.tagName, root.querySelector("title")?.textContent, root.querySelector("parsererror") === null];
    }, text);
    expect(parsed).toEqual(["svg", title, true]);
  });

  test("the words of a saved drawing stay in their boxes without the fonts of the site", async ({ page, context }) => {
    await tool(page, "Save or share").click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as SVG" }).click();
    const text = await readFile(await (await download).path(), "utf8");
    const elsewhere = await context.newPage();
    await elsewhere.setContent(text.replaceAll(/font-family="[^"]*"/g, 'font-family="DejaVu Sans, Verdana"'));
    const [out, held] = await elsewhere.evaluate(() => {
      const boxes = [...document.querySelectorAll<SVGPathElement>("path[fill]:not([fill=none], [transform])")].map((path) => path.getBBox());
      const texts = [...document.querySelectorAll("text")];
      const holds = (text: DOMRect) => (box: DOMRect) =>
        box.x <= text.x && text.x + text.width <= box.x + box.width && box.y - 4 <= text.y && text.y + text.height <= box.y + box.height + 4;
      return [texts.filter((text) => !boxes.some(holds(text.getBBox()))).map((text) => text.textContent), texts.filter((text) => text.hasAttribute("textLength")).length];
    });
    expect(out).toEqual([]);
    expect(held).toBeLessThan(text.match(/<text/g)!.length);
  });

  test("a picture of twice the size has twice the pixels, on the ground of the theme", async ({ page }) => {
    await tool(page, "Save or share").click();
    const save = async (name: string) => {
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name, exact: true }).click();
      return PNG.sync.read(await readFile(await (await download).path()));
    };
    const [one, two] = [await save("Save as PNG"), await save("Save as PNG, 2 ×")];
    expect(Math.abs(two.width - 2 * one.width)).toBeLessThanOrEqual(2);
    expect([...one.data.subarray(3, 4)]).toEqual([255]);
    const [ground] = await page.evaluate(() => {
      const [, r, g, b] = /(\d+), (\d+), (\d+)/.exec(getComputedStyle(document.documentElement).backgroundColor)!.map(Number);
      return [[r, g, b]];
    });
    expect([...one.data.subarray(0, 3)], "the ground is that of the page").toEqual(ground);
    const colours = new Set(Array.from({ length: one.width * one.height }, (_, at) => one.data.readUInt32BE(at * 4)));
    expect(colours.size).toBeGreaterThan(10);
  });

  test("a copied link opens the same view in another window", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await diagram(page, title).getByRole("button", { name: "Zoom in" }).click();
    await rest(page);
    await diagram(page, title).getByRole("button", { name: "Move right" }).click();
    const before = await rest(page);
    await tool(page, "Save or share").click();
    await page.getByRole("button", { name: "Copy a link to this view" }).click();
    await expect(diagram(page, title).getByRole("status").last()).toHaveText("Link copied");
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await context.newPage();
    await other.goto(link);
    const there = await rest(other);
    expect(Math.abs(there.scale - before.scale)).toBeLessThan(0.01);
    expect(Math.hypot(there.x - before.x, there.y - before.y)).toBeLessThan(6);
    // A phone lays the diagram out another way, and shows the same part of it.
    const middle = await page.evaluate(() => [innerWidth / 2, innerHeight / 2] as const);
    const boxes = await Promise.all(nodes.map(async ({ label }) => ({ label, box: (await node(diagram(page, title), label!).boundingBox())! })));
    const far = ({ box }: (typeof boxes)[number]) => Math.hypot(box.x + box.width / 2 - middle[0], box.y + box.height / 2 - middle[1]);
    const nearest = boxes.reduce((a, b) => (far(b) < far(a) ? b : a));
    await other.setViewportSize({ width: 360, height: 740 });
    await other.goto(link);
    await rest(other);
    await expect(node(diagram(other, title), nearest.label!)).toBeInViewport();
  });

  test("a copied link keeps the step of a flow and the open node", async ({ page, context, open }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const { id: flow } = vivek.data.diagrams[0]!.flows![0]!;
    await open(`${full}?flow=${flow}&step=2`);
    await rest(page);
    const window = diagram(page, title);
    await node(window, "Hot cache").focus();
    await page.keyboard.press("Enter");
    await expect(details(window, "Hot cache")).toBeVisible();
    const before = await rest(page);
    await tool(page, "Save or share").click();
    await page.getByRole("button", { name: "Copy a link to this view" }).click();
    await expect(window.getByRole("status").last()).toHaveText("Link copied");
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await context.newPage();
    await other.goto(link);
    await expect(details(diagram(other, title), "Hot cache")).toBeVisible();
    await expect(diagram(other, title).getByRole("slider")).toHaveValue("2");
    expect(Math.abs((await rest(other)).scale - before.scale)).toBeLessThan(0.01);
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("the legend is with the keys", async ({ page, open }) => {
    await open(full);
    await rest(page);
    const legends = diagram(page, title).getByRole("list", { name: "Legend" });
    await expect(legends).toHaveCount(0);
    await tool(page, "Legend and keys").click();
    await expect(legends).toHaveCount(1);
    await expect(legends).toBeInViewport({ ratio: 1 });
    const kinds = new Set(nodes.map(({ kind }) => kind));
    await expect(legends.locator("[data-kind]")).toHaveCount(kinds.size);
    await page.keyboard.press("Escape");
    await expect(legends).toHaveCount(0);
  });
});

test("on a wide screen the legend is below the picture alone", async ({ page, open }) => {
  await open(full);
  await rest(page);
  await tool(page, "Legend and keys").click();
  await expect(diagram(page, title).getByRole("dialog")).toBeVisible();
  await expect(diagram(page, title).getByRole("list", { name: "Legend" })).toHaveCount(1);
});

test("an address whose view can't be read shows everything and says so", async ({ page, open }) => {
  await open(full);
  const whole = await rest(page);
  await open(`${full}${full.includes("?") ? "&" : "?"}view=here`);
  await expect(diagram(page, title).getByRole("status").last()).toContainText("can't be read");
  expect(await rest(page)).toEqual(whole);
  expect((await view(page)).scale).toBe(whole.scale);
});
