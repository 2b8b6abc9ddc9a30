// What is around a diagram: a page that is zoomed, a frame that is scaled, a phone that is turned, a page of many diagrams.
import { details, diagram, draw, drawn, middle, node, rest, strayed, world } from "./support/diagram";
import { vivek } from "./support/portfolios";
import { expect, test } from "./support/test";

const { id, title = "", nodes } = vivek.data.diagrams[0]!;
const labels = nodes.map(({ id, label }) => label ?? id);

for (const [what, style] of [
  ["zoomed by its style", "document.body.style.zoom = '1.3'"],
  ["scaled as a whole", "Object.assign(document.body.style, { transform: 'scale(0.8)', transformOrigin: '0 0' })"],
] as const) {
  test(`on a page ${what} a press opens what is under the pointer`, async ({ page, open }) => {
    await page.setViewportSize({ width: 1100, height: 760 });
    await open(vivek.at(`architecture/${id}/`));
    await rest(page);
    await page.evaluate(style);
    await rest(page);
    const window = diagram(page, title);
    const canvas = (await window.locator("canvas").boundingBox())!;
    const inside = async (label: string) => {
      const { x, y } = await middle(node(window, label));
      return x > canvas.x + 8 && y > canvas.y + 8 && x < Math.min(canvas.x + canvas.width, 1100) - 8 && y < Math.min(canvas.y + canvas.height, 760) - 8;
    };
    const seen = [];
    for (const label of labels) if (await inside(label)) seen.push(label);
    expect(seen.length).toBeGreaterThan(1);
    for (const label of [seen[0]!, seen.at(-1)!]) {
      const { x, y } = await middle(node(window, label));
      await page.mouse.click(x, y);
      await expect(details(window, label)).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(details(window, label)).toHaveCount(0);
    }
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, hasTouch: true });

  test("a view that was chosen keeps its middle when the phone is turned, and back", async ({ page, open }) => {
    await open(vivek.at(`architecture/${id}/`));
    const window = diagram(page, title);
    const canvas = window.locator("canvas");
    await rest(page);
    await window.getByRole("group", { name: "View of the diagram" }).getByRole("button", { name: "Zoom in" }).click();
    const chosen = await rest(page);
    const held = await world(window, await middle(canvas));
    for (const [width, height] of [[844, 390], [390, 844]] as const) {
      await page.setViewportSize({ width, height });
      await expect.poll(async () => Math.round(((await canvas.boundingBox()) ?? { width: 0 }).width)).toBeLessThanOrEqual(width);
      await rest(page);
      expect((await rest(page)).scale).toBeCloseTo(chosen.scale, 3);
      expect(await strayed(window, held, await middle(canvas))).toBeLessThan(3);
    }
  });

  test("the pictures of fifteen diagrams of one page take less than 150 MB, and one that was left is drawn again", async ({ page, open, offer }) => {
    const name = (at: number) => `System ${at}`;
    const parts = Array.from({ length: 8 }, (_, at) => ({ id: `n${at}`, label: `Part ${at}` }));
    const edges = parts.slice(1).map(({ id }, at) => ({ source: `n${at}`, target: id, label: "asks" }));
    const diagrams = Array.from({ length: 15 }, (_, at) => ({ id: `d${at}`, name: name(at), title: name(at), nodes: parts, edges }));
    await offer({ profile: { name: "Ada" }, diagrams });
    await open();
    /** MB of all canvases: what is shown, and what it is drawn on. */
    const held = () => page.evaluate(() => [...document.querySelectorAll("canvas")].reduce((sum, { width, height }) => sum + (width * height * 4 * 2) / 1e6, 0));
    const area = (title: string) => diagram(page, title).last().locator("canvas").evaluate((canvas: HTMLCanvasElement) => canvas.width * canvas.height);
    let most = 0;
    for (const { title } of diagrams) {
      await draw(page, title);
      await expect.poll(() => area(title), title).toBeGreaterThan(0);
      most = Math.max(most, await held());
    }
    await drawn(page);
    expect(most, "MB").toBeLessThan(150);
    await expect.poll(() => area(name(0)), "what is far away holds nothing").toBe(0);
    await draw(page, name(0));
    await expect.poll(() => area(name(0)), "and is drawn when it comes near").toBeGreaterThan(0);
  });
});
