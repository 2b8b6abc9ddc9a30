// `architecture?diagram-url=`: a diagram that is a file of its own.
import { details, diagram, drawn, middle, node, rest, type Spot, view } from "./support/diagram";
import { Pixels } from "./support/pixels";
import { vivek } from "./support/portfolios";
import { expect, ready, serious, test } from "./support/test";
import type { Page, Route } from "@playwright/test";

type Box = Spot & { w: number; h: number };
type Given = { id: string; label: string; kind?: string; group?: string } & Box;

const nodes: Given[] = [
  { id: "in", label: "Intake", kind: "gateway", x: -340, y: 40, w: 150, h: 60 },
  { id: "sort", label: "Sorter", kind: "service", group: "inner", x: 40, y: 60, w: 180, h: 64 },
  { id: "keep", label: "Shelf", kind: "database", group: "outer", x: 60, y: 300, w: 140, h: 80 },
];
const groups = [
  { id: "outer", label: "Warehouse", x: 0, y: 0, w: 420, h: 420 },
  { id: "inner", label: "Sorting room", parent: "outer", x: 20, y: 30, w: 240, h: 120 },
];
const edges = [
  { id: "e1", source: "in", target: "sort", label: "parcels" },
  { id: "e2", source: "sort", target: "keep", label: "sorted" },
];
const given = { name: "depot", nodes, edges, groups };

const serve = (page: Page, answer: (route: Route) => Promise<void>) =>
  page.route((url) => url.pathname.endsWith("/files/depot.json"), answer);
const address = "architecture?diagram-url=files/depot.json";

/** Where a box of the file should be on the page. */
async function place(page: Page, { x, y, w, h }: Box) {
  const [seen, canvas] = [await view(page), (await page.locator("canvas").boundingBox())!];
  return { x: canvas.x + seen.x + x * seen.scale, y: canvas.y + seen.y + y * seen.scale, width: w * seen.scale, height: h * seen.scale };
}

test("nodes and groups are drawn exactly where the file puts them", { tag: "@base" }, async ({ page, open }) => {
  await serve(page, (route) => route.fulfill({ json: given }));
  await open(address);
  await rest(page);
  const window = diagram(page, "depot");
  const picture = await Pixels.of(page.locator("canvas"));
  const corner = (await page.locator("canvas").boundingBox())!;
  /** How much the edge of a box stands out, on average over its left side. */
  const edge = (box: { x: number; y: number; height: number }) => {
    const [x, y] = [box.x - corner.x, box.y - corner.y];
    const rows = [0.3, 0.4, 0.6, 0.7].map((part) => y + box.height * part);
    const around = (at: number) => Math.max(...[-1, 0, 1].map((by) => Math.abs(picture.brightness(x + by, at) - picture.brightness(x - 6, at))));
    return rows.map(around).reduce((sum, by) => sum + by / rows.length, 0);
  };
  for (const shown of nodes) {
    const [box, expected] = [(await node(window, shown.label).boundingBox())!, await place(page, shown)];
    for (const side of ["x", "y", "width", "height"] as const) expect.soft(Math.abs(box[side] - expected[side]), `${shown.label}: ${side}`).toBeLessThan(1);
  }
  // The middle one's left side is straight; an arrow ends at its middle, at most.
  expect.soft(edge(await place(page, nodes[1]!)), "a node's edge").toBeGreaterThan(20);
  for (const group of groups) expect.soft(edge(await place(page, group)), group.label).toBeGreaterThan(20);
  // And nothing is drawn there where nothing was put.
  expect(edge(await place(page, { x: -120, y: 250, w: 10, h: 60 }))).toBeLessThan(20);
});

test("an address that names no file shows the diagram of the portfolio", async ({ page, open }) => {
  await open(vivek.at("architecture?diagram-url="));
  await rest(page);
  await expect(diagram(page, vivek.data.diagrams[0]!.title!)).toBeVisible();
});

test("it fills the window below the header, is told in words, and can be read node by node", async ({ page, open }) => {
  await serve(page, (route) => route.fulfill({ json: given }));
  await open(address);
  await rest(page);
  const window = diagram(page, "depot");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("depot");
  await expect(page).toHaveTitle(/depot/);
  const box = (await window.boundingBox())!;
  expect([box.x, box.width, Math.round(box.y + box.height)]).toEqual([0, 1280, 800]);
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  await expect(window.getByText("3 parts, 2 groups, 2 connections")).toBeAttached();
  await expect(window.getByText("Warehouse › Sorting room")).toBeAttached();
  const spot = await middle(node(window, "Sorter"));
  await page.mouse.click(spot.x, spot.y);
  const panel = details(window, "Sorter");
  await expect(panel.getByRole("list", { name: "Receives from" })).toContainText(/Intake\s+parcels/);
  await expect(panel.getByRole("list", { name: "Connects to" })).toContainText(/Shelf\s+sorted/);
  await expect(panel).toContainText("Sorting room · Warehouse");
});

test("without positions it is laid out: nothing overlaps, everything is in view, arrows lead onwards", async ({ page, open }) => {
  const bare = <T extends Box>({ x, y, w, h, ...rest }: T) => rest;
  await serve(page, (route) => route.fulfill({ json: { ...given, nodes: nodes.map(bare), groups: groups.map(bare) } }));
  await open(address);
  await rest(page);
  const window = diagram(page, "depot");
  const canvas = (await page.locator("canvas").boundingBox())!;
  const boxes = await Promise.all(nodes.map(async ({ label }) => (await node(window, label).boundingBox())!));
  for (const [at, a] of boxes.entries()) {
    expect(a.x >= canvas.x && a.y >= canvas.y && a.x + a.width <= canvas.x + canvas.width && a.y + a.height <= canvas.y + canvas.height).toBe(true);
    for (const b of boxes.slice(at + 1)) {
      expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
    }
  }
  const [first, second, third] = boxes;
  expect(first!.x + first!.width < second!.x || first!.y + first!.height < second!.y).toBe(true);
  expect(second!.x + second!.width < third!.x || second!.y + second!.height < third!.y).toBe(true);
});

test("another address shows another diagram, and back the first one", async ({ page, open }) => {
  await serve(page, (route) => route.fulfill({ json: given }));
  await open(address);
  await drawn(page);
  await page.getByRole("link", { name: "Back" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Vivek" })).toBeVisible();
  expect(await page.evaluate(() => (window as any).__diagram)).toBeUndefined();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "depot" })).toBeVisible();
  await rest(page);
});

test("the title says that a diagram is on its way, and then which", { tag: "@base" }, async ({ page }) => {
  let answer = () => {};
  const asked = new Promise<void>((resolve) => (answer = resolve));
  await serve(page, async (route) => {
    await asked;
    await route.fulfill({ json: given });
  });
  await page.goto(address);
  await expect(page.getByRole("status").filter({ hasText: "Loading the diagram" })).toBeVisible();
  await expect(page).toHaveTitle("Diagram · Vivek");
  answer();
  await drawn(page);
  await expect(page).toHaveTitle("depot: diagram · Vivek");
});

test("the address names the open node beside the file", async ({ page, open }) => {
  await serve(page, (route) => route.fulfill({ json: given }));
  await open(address);
  await rest(page);
  await node(diagram(page, "depot"), "Sorter").press("Enter");
  await expect(page).toHaveURL((url) => url.search === "?diagram-url=files/depot.json" && url.hash === "#sort");
  await page.reload();
  await expect(details(diagram(page, "depot"), "Sorter")).toBeVisible();
});

test.describe("a file that can't be shown", () => {
  test.use({ forgiving: true });

  const node = { id: "a", label: "Box" };
  const bad: [string, (route: Route) => Promise<void>, RegExp][] = [
    ["can't be reached", (route) => route.abort("connectionrefused"), /can't be reached/],
    ["is cut off", (route) => route.fulfill({ body: JSON.stringify(given).slice(0, -20) }), /stops too early/],
    ["is no JSON", (route) => route.fulfill({ body: "{ nodes: yes }" }), /not JSON.* line 1, column \d+/],
    ["is a web page", (route) => route.fulfill({ body: "<!doctype html><title>x</title>", contentType: "text/html" }), /web page/],
    ["holds no nodes", (route) => route.fulfill({ json: { ...given, nodes: [] } }), /node/],
    ["is larger than 5 MB", (route) => route.fulfill({ json: { name: "x".repeat(5_100_000), nodes: [node] } }), /5 MB/],
  ];
  test("is named with the reason, and can be tried again", async ({ page, complaints }) => {
    for (const [what, answer, reason] of bad) {
      await serve(page, answer);
      await page.goto(address);
      await ready(page);
      await expect(page.getByRole("heading", { level: 1, name: "This diagram can't be shown" }), what).toBeVisible();
      await expect.soft(page.getByRole("alert"), what).toContainText("files/depot.json");
      await expect.soft(page.getByRole("alert"), what).toContainText(reason);
      await expect.soft(page, what).toHaveTitle("Diagram · Vivek");
      await page.unrouteAll();
    }
    await serve(page, (route) => route.fulfill({ json: given }));
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "depot" })).toBeVisible();
    await expect(page).toHaveTitle("depot: diagram · Vivek");
    await rest(page);
    expect(serious(complaints)).toEqual([]);
  });

  test("is never asked for where it is not a file of this site", async ({ page, complaints }) => {
    for (const elsewhere of ["https://example.com/depot.json", "//example.com/depot.json", "data:application/json,{}", "javascript:alert(1)"]) {
      await page.goto(`architecture?diagram-url=${encodeURIComponent(elsewhere)}`);
      await ready(page);
      await expect(page.getByRole("alert")).toContainText("file of this site");
    }
    expect(serious(complaints)).toEqual([]);
  });
});
