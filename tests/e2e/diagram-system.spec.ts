// Diagrams of one system: what their nodes share, the walk from one into another, and perspectives.
import { expectAccessible } from "./support/axe";
import { control, details, diagram, draw, node, rest } from "./support/diagram";
import { Pixels } from "./support/pixels";
import { plain, vivek } from "./support/portfolios";
import { expect, test } from "./support/test";
import type { Locator } from "@playwright/test";

const shop = vivek.data.diagrams.find(({ id }) => id === "ecommerce")!;
const backbone = vivek.data.diagrams.find(({ id }) => id === "event-backbone")!;
const perspective = shop.perspectives!.find(({ id }) => id === "tenants")!;
const noted = perspective.notes.map(({ node: id, note }) => ({ id, label: shop.nodes.find((node) => node.id === id)!.label!, note: plain(note!) }));
const [first] = noted as [(typeof noted)[number]];
const value = String(shop.flows!.length + shop.perspectives!.indexOf(perspective));

const bar = (window: Locator) => window.getByRole("group", { name: "Flows and perspectives" });
const choice = (window: Locator) => bar(window).getByRole("combobox", { name: "Flow or perspective" });
const notes = (window: Locator) => window.getByRole("list", { name: `Notes: ${perspective.name}`, exact: true });
const said = (window: Locator) => window.getByRole("status");
const taken = vivek.at("architecture/ecommerce/", { perspective: "tenants" });

test.describe("perspectives", () => {
  test("a link to one takes it: its nodes stand out, and its notes are listed in its order", { tag: "@base" }, async ({ page, open }) => {
    await open(taken);
    await rest(page);
    const window = diagram(page, shop.title!);
    await expect(choice(window)).toHaveValue(value);
    await expect(said(window)).toHaveText(`${perspective.name}: ${noted.length} parts`);
    await expect(notes(window).getByRole("listitem")).toHaveText(noted.map(({ label, note }) => new RegExp(`^\\s*${label}\\s*${note.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`)));
    await expect(bar(window)).toContainText(plain(perspective.description!));
    const contrast = async (label: string) => (await Pixels.of(node(window, label))).contrast();
    const out = await contrast("Checkout");
    for (const { label } of noted) expect.soft(await contrast(label), label).toBeGreaterThan(1.3 * out);
    await expect(page).toHaveURL((url) => url.search === "?perspective=tenants");
  });

  test("a note leads to its node, whose details say it too; Escape closes these, then leaves", async ({ page, open }) => {
    await open(vivek.at("architecture/ecommerce/"));
    await rest(page);
    const window = diagram(page, shop.title!);
    const length = await page.evaluate(() => history.length);
    await choice(window).selectOption(perspective.name!);
    await expect(page).toHaveURL((url) => url.search === "?perspective=tenants");
    await notes(window).getByRole("link", { name: "API gateway" }).press("Enter");
    const panel = details(window, "API gateway");
    await expect(panel).toBeVisible();
    await expect(panel).toContainText(perspective.name!);
    await expect(panel).toContainText(noted.find(({ id }) => id === "gateway")!.note);
    await expect(panel.getByRole("button", { name: "Light further" }), "what is lit is the perspective").toHaveCount(0);
    await expect(page).toHaveURL((url) => url.search === "?perspective=tenants" && url.hash === "#gateway");
    await page.keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
    await expect(notes(window)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(notes(window)).toHaveCount(0);
    await expect(choice(window)).toHaveValue("");
    await expect(page).toHaveURL((url) => url.search === "" && url.hash === "");
    await expect(said(window)).toHaveText(/^The whole diagram/);
    expect(await page.evaluate(() => history.length)).toBe(length);
  });

  test("its address opens a node as well, and other tabs get that address", async ({ page, open }) => {
    await open(`${taken}#${first.id}`);
    await rest(page);
    const window = diagram(page, shop.title!);
    await expect(details(window, first.label)).toBeVisible();
    await expect(choice(window)).toHaveValue(value);
    for (const { id, label } of noted) {
      await expect(notes(window).getByRole("link", { name: label })).toHaveAttribute("href", new RegExp(`/architecture/ecommerce/\\?perspective=tenants#${id}$`));
    }
  });

  test("a flow and a perspective take turns", async ({ page, open }) => {
    await open(taken);
    await rest(page);
    const window = diagram(page, shop.title!);
    await bar(window).getByRole("button", { name: "Play", exact: true }).click();
    await bar(window).getByRole("button", { name: "Pause", exact: true }).click();
    await expect(notes(window)).toHaveCount(0);
    await expect(choice(window)).toHaveValue("0");
    await expect(page).toHaveURL((url) => url.searchParams.get("flow") === "checkout" && !url.searchParams.has("perspective"));
    await bar(window).getByRole("button", { name: "Sequence", exact: true }).click();
    await choice(window).selectOption(perspective.name!);
    await expect(notes(window)).toBeVisible();
    await expect(bar(window).getByRole("slider")).toHaveCount(0);
    await expect(page).toHaveURL((url) => url.search === "?perspective=tenants");
    await rest(page);
    await expect(node(window, "Vendor dashboard"), "the diagram is back").toBeVisible();
    await choice(window).selectOption({ index: 0 });
    await expect(notes(window)).toHaveCount(0);
    await expect(page).toHaveURL((url) => url.search === "");
  });

  test("one that is not there is said quietly, and the diagram is shown", async ({ page, open }) => {
    await open(vivek.at("architecture/ecommerce/", { perspective: "nothing" }));
    await rest(page);
    const window = diagram(page, shop.title!);
    await expect(window.getByText("There is no perspective “nothing” in this diagram.").first()).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(choice(window)).toHaveValue("");
    expect((await Pixels.of(window.locator("canvas"))).colours()).toBeGreaterThan(10);
  });

  test("amid a page it is taken too, and leaves the address alone", async ({ page, open }) => {
    await open();
    await draw(page, shop.title!);
    const window = diagram(page, shop.title!).last();
    const before = page.url();
    await choice(window).selectOption(perspective.name!);
    await expect(notes(window).getByRole("listitem")).toHaveCount(noted.length);
    expect(page.url()).toBe(before);
  });

  test("it is told in words, on paper too", async ({ page, open }) => {
    await open(taken);
    await rest(page);
    const window = diagram(page, shop.title!);
    const list = window.getByRole("list", { name: `Perspective: ${perspective.name}`, exact: true });
    await expect(list.getByRole("listitem")).toHaveText(noted.map(({ label, note }) => `${label}. ${note}`));
    await page.emulateMedia({ media: "print" });
    await expect(list).toBeVisible();
    await expect(bar(window)).toBeHidden();
  });

  test.describe("on a phone", () => {
    test.use({ viewport: { width: 360, height: 740 } });
    test("choice and notes fit and can be pressed", async ({ page, open }) => {
      await open(taken);
      await rest(page);
      const window = diagram(page, shop.title!);
      const last = notes(window).getByRole("link").last();
      await last.scrollIntoViewIfNeeded();
      await expect(last).toBeInViewport();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await expectAccessible(page);
      await last.click();
      await expect(details(window, noted.at(-1)!.label)).toBeVisible();
    });
  });
});

test.describe("shared nodes", () => {
  const shared = shop.nodes.filter(({ id }) => backbone.nodes.some((node) => node.id === id));

  test("a node says where else it is and leads there", async ({ page, open }) => {
    expect(shared.length).toBeGreaterThan(1);
    await open(vivek.at("architecture/ecommerce/#database"));
    await rest(page);
    const link = details(diagram(page, shop.title!), "Tenant data").getByRole("list", { name: "Also in" }).getByRole("link");
    await expect(link).toHaveText([backbone.title!]);
    await expect(link).toHaveAttribute("href", /\/architecture\/event-backbone\/#database$/);
    await link.click();
    await expect(page.getByRole("heading", { level: 1, name: backbone.title! })).toBeVisible();
    const there = details(diagram(page, backbone.title!), "Tenant data");
    await expect(there).toBeVisible();
    await expect(page).toHaveURL(/\/architecture\/event-backbone\/#database$/);
    await expect(there.getByRole("list", { name: "Also in" }).getByRole("link")).toHaveText([shop.title!]);
    // What only the other diagram says of it.
    await expect(there).toContainText("Database");
    await expect(there).toContainText("MongoDB");
    await page.goBack();
    await expect(details(diagram(page, shop.title!), "Tenant data")).toBeVisible();
  });

  test("the words say so too, and lead there only where they are seen", async ({ page, open }) => {
    await open(vivek.at("architecture/ecommerce/"));
    await rest(page);
    const window = diagram(page, shop.title!);
    const ways = window.getByRole("listitem").filter({ hasText: new RegExp(` · (Opens|Also in): ${backbone.title!}`) });
    await expect(ways).toHaveCount(shared.length + 1);
    const link = ways.filter({ hasText: /^Tenant data · Also in: / }).getByRole("link");
    await expect(link).toHaveAttribute("tabindex", "-1");
    await control(window, "Diagram as text").click();
    await expect(link).not.toHaveAttribute("tabindex");
    await link.click();
    await expect(details(diagram(page, backbone.title!), "Tenant data")).toBeVisible();
  });

  test("without scripts the words lead there", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
    const page = await context.newPage();
    await page.goto("architecture/ecommerce/");
    await expect(page.getByText(`Perspective: ${perspective.name}`)).toBeVisible();
    const item = (text: RegExp) => page.getByRole("listitem").filter({ hasText: text });
    await expect(item(/^Order queue · Opens: /).getByRole("link", { name: backbone.title! })).toHaveAttribute("href", /\/architecture\/event-backbone\/$/);
    await item(/^Tenant data · Also in: /).getByRole("link", { name: backbone.title! }).click();
    await expect(page).toHaveURL(/\/architecture\/event-backbone\/#database$/);
    await expect(page.getByRole("heading", { level: 1, name: backbone.title! })).toBeVisible();
    await context.close();
  });
});

test.describe("a walk through three levels", () => {
  const level = (id: string, title: string, nodes: unknown[]) => ({ id, name: id, title, nodes, edges: [] });
  const portfolio = {
    profile: { name: "Ada", headline: "Engineer" },
    diagrams: [
      level("context", "Context", [{ id: "shop", label: "Shop", kind: "service", opens: "containers" }, { id: "bank", label: "Bank", kind: "external" }]),
      level("containers", "Containers", [{ id: "api", label: "API", opens: "components" }, "bank"]),
      level("components", "Components", [{ id: "worker", label: "Worker" }, "bank"]),
    ],
  };

  test("goes in node by node and out again by the trail, each step with its address", async ({ page, open, offer }) => {
    await offer(portfolio);
    await open("architecture/context/#shop");
    await rest(page);
    await details(diagram(page, "Context"), "Shop").getByRole("link", { name: "Open Containers" }).click();
    await expect(page).toHaveURL(/\/architecture\/containers\/$/);
    await rest(page);
    await node(diagram(page, "Containers"), "API").press("Enter");
    await details(diagram(page, "Containers"), "API").getByRole("link", { name: "Open Components" }).click();
    await expect(page).toHaveURL(/\/architecture\/components\/$/);
    await rest(page);
    const trail = page.getByRole("navigation", { name: "Diagrams around this one" }).getByRole("link");
    await expect(trail).toHaveText(["Context", "Containers"]);
    await node(diagram(page, "Components"), "Bank").press("Enter");
    const also = details(diagram(page, "Components"), "Bank").getByRole("list", { name: "Also in" }).getByRole("link");
    await expect(also).toHaveText(["Context", "Containers"]);
    await trail.last().click();
    await expect(page).toHaveURL(/\/architecture\/containers\/#api$/);
    await expect(details(diagram(page, "Containers"), "API")).toBeVisible();
    await expect(trail).toHaveText(["Context"]);
    await trail.first().click();
    await expect(page).toHaveURL(/\/architecture\/context\/#shop$/);
    await expect(details(diagram(page, "Context"), "Shop")).toBeVisible();
    await expect(trail).toHaveCount(0);
  });
});
