// What a diagram tells: details, ways on, finding, the address, and what can be taken along.
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { PNG } from "pngjs";
import { plain, vivek } from "../e2e/support/portfolios";
import { button, CHOICE, control, details, node, SAID, SEARCH, tool } from "./support/parts";
import { expect, poll, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const { id, title = "", nodes, perspectives } = vivek.data.diagrams[0]!;
const path = `architecture/${id}/`;
const FIND = "[role=combobox]";

test.beforeEach(({ visitor }) => visitor.visitDiagram(path));

test("Enter opens a node's details, which have the focus, and Escape leads back to the node", { tag: "@smoke" }, async ({ visitor }) => {
  const shown = nodes.find(({ label }) => label === "Checkout")!;
  await visitor.focus(node("Checkout"));
  await visitor.press("Enter");
  await visitor.focuses(`${details("Checkout")} [role=heading]`);
  expect(await visitor.reads(plain(shown.description!))).toBe(true);
  await visitor.press("Escape");
  await visitor.misses(details("Checkout"));
  await visitor.focuses(node("Checkout"));
});

test("connections lead from node to node, the address names the open one, and a reload opens it again", async ({ visitor }) => {
  await visitor.click(node("API gateway"));
  await visitor.click([`${details("API gateway")} [aria-label='Connects to'] a`, /^Checkout/]);
  await visitor.sees(details("Checkout"));
  await visitor.misses(details("API gateway"));
  await poll(() => visitor.hash()).toBe("#checkout");
  await visitor.window.reload();
  await visitor.state("ready");
  await visitor.drawn();
  await visitor.sees(details("Checkout"));
  await visitor.has(node("Checkout"), "aria-pressed", "true");
  await visitor.click(`${details("Checkout")} button[aria-label='Close the details']`);
  await poll(() => visitor.hash()).toBe("");
});

test("details lead to the projects that use a part, and back to the diagram with the part open", async ({ visitor }) => {
  await visitor.click(node("Checkout"));
  const [project] = vivek.data.projects;
  await visitor.click([`${details("Checkout")} [aria-label='Used in'] a`, project!.title]);
  await visitor.arrives(project!.title);
  await visitor.window.back();
  await visitor.arrives(title);
  await visitor.drawn();
  await visitor.sees(details("Checkout"));
});

test("a node that opens another diagram leads into it, and from there back out", async ({ visitor }) => {
  const inner = vivek.data.diagrams.find(({ id }) => id === "event-backbone")!.title!;
  await visitor.focus(node("Order queue"));
  await visitor.press("Enter");
  await visitor.rest();
  await visitor.click([`${details("Order queue")} a`, `Open ${inner}`]);
  await visitor.arrives(inner);
  await visitor.drawn();
  await visitor.click(["nav[aria-label='Diagrams around this one'] a", title]);
  await visitor.arrives(title);
  await visitor.sees(details("Order queue"));
  await visitor.window.back();
  await visitor.arrives(inner);
});

test("a slash finds a part by its words, arrows choose, and Enter goes there", async ({ visitor }) => {
  const runs = nodes.filter(({ technology }) => technology === "redis");
  await visitor.focus(node("Shopper"));
  await visitor.press("/");
  await visitor.focuses(FIND);
  await visitor.window.type("redis");
  await poll(() => visitor.count("[role=listbox] [role=option]")).toBe(runs.length);
  await visitor.press("ArrowDown");
  await visitor.has("[role=option]:nth-child(2)", "aria-selected", "true");
  await visitor.press("Enter");
  await visitor.misses(FIND);
  await visitor.focuses(node(runs[1]!.label!));
});

test("a search that finds nothing says so, and Escape leaves it where it began", async ({ visitor }) => {
  await visitor.click(tool("Find a part"));
  await visitor.window.type("zeppelin");
  await poll(() => visitor.reads("Nothing here has these words.")).toBe(true);
  await visitor.press("Escape");
  await visitor.misses(FIND);
  await visitor.focuses(tool("Find a part"));
});

test("a question mark lists the keys, and Escape closes the list", async ({ visitor }) => {
  await visitor.focus(node("Shopper"));
  await visitor.press("?");
  await visitor.sees("[role=dialog][aria-label='Legend and keys of the diagram']");
  await visitor.press("Escape");
  await visitor.misses("[role=dialog]");
  await visitor.focuses(node("Shopper"));
});

test("the diagram is told in words where those are asked for", async ({ visitor }) => {
  await visitor.click(control("Diagram as text"));
  await visitor.has(control("Diagram as text"), "aria-pressed", "true");
  const told = "[role=region][aria-label='Diagram as text']";
  await poll(async () => (await visitor.box(told)).height).toBeGreaterThan(100);
  for (const { label } of nodes) expect(await visitor.reads(label!), label).toBe(true);
});

test("a perspective lights its nodes, lists its notes, and Escape leaves it", async ({ visitor }) => {
  const [perspective] = perspectives!;
  const notes = `[aria-label='Notes: ${perspective!.name}']`;
  await visitor.visitDiagram(`${path}?perspective=${perspective!.id}`);
  await poll(() => visitor.count(`${notes} li`)).toBe(perspective!.notes.length);
  await visitor.says(SAID, `${perspective!.name}: ${perspective!.notes.length} parts`);
  await visitor.click([`${notes} a`, "API gateway"]);
  await visitor.sees(details("API gateway"));
  await visitor.press("Escape");
  await visitor.misses(details("API gateway"));
  await visitor.press("Escape");
  await visitor.misses(notes);
  await poll(() => visitor.of(CHOICE, (choice) => (choice as HTMLSelectElement).value)).toBe("");
  await poll(() => visitor.search()).toBe("");
});

/** Presses what saves a file, and reads it once it is whole. */
async function saved(visitor: Visitor, name: string, file: string, isWhole: (bytes: Buffer) => boolean): Promise<Buffer> {
  const path = join(visitor.window.folder, file);
  await rm(path, { force: true });
  await visitor.click(button(name));
  const read = async () => ((await readdir(visitor.window.folder)).includes(file) ? readFile(path) : Buffer.alloc(0));
  await poll(async () => isWhole(await read()), `${file} is saved`).toBe(true);
  return readFile(path);
}

test("the drawing is saved as SVG with real words, and as a PNG with its colours", async ({ visitor }) => {
  await visitor.click(tool("Save or share"));
  const svg = (await saved(visitor, "Save as SVG", `${id}.svg`, (bytes) => bytes.includes("</svg>"))).toString();
  for (const { label } of nodes) expect(svg).toContain(`>${label!.split(" ")[0]!}`);
  expect(svg).not.toContain("var(");
  const picture = PNG.sync.read(await saved(visitor, "Save as PNG", `${id}.png`, (bytes) => bytes.includes("IEND")));
  const colours = new Set(Array.from({ length: picture.width * picture.height }, (_, at) => picture.data.readUInt32BE(at * 4)));
  expect(colours.size).toBeGreaterThan(10);
});

test("a copied link opens the same view", async ({ visitor }) => {
  await visitor.click(control("Zoom in"));
  const before = await visitor.rest();
  await visitor.click(tool("Save or share"));
  await visitor.click(button("Copy a link to this view"));
  await visitor.says(SAID, "Link copied");
  await visitor.visit("");
  await visitor.click(SEARCH);
  await visitor.press("Control+v");
  await poll(() => visitor.of(SEARCH, (field) => (field as HTMLInputElement).value)).toMatch(/^http/);
  const link = await visitor.of(SEARCH, (field) => (field as HTMLInputElement).value);
  const there = await visitor.visitDiagram(link);
  expect(Math.abs(there.scale - before.scale)).toBeLessThan(0.01);
  expect(Math.hypot(there.x - before.x, there.y - before.y)).toBeLessThan(6);
});
