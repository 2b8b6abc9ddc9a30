// What a diagram tells: its picture, the details of a node, and the way from node to node.
import { approach, control, details, diagram, drawn, middle, node, rest } from "./support/diagram";
import { Pixels } from "./support/pixels";
import { arunav, type Bundled, bundled, plain, squeeze, vivek } from "./support/portfolios";
import { expect, ready, test } from "./support/test";
import type { Locator } from "@playwright/test";

const { id, title = "" } = vivek.data.diagrams[0]!;
const names = (window: Locator, list: string) => window.getByRole("list", { name: list, exact: true }).getByRole("listitem");

/** The node of a diagram that has the most to tell: connections first, of equals the one with a technology. */
function busiest(portfolio: Bundled, at: number) {
  const { nodes, edges, ...diagram } = portfolio.data.diagrams[at]!;
  const degree = (id: string) => edges.filter((edge) => edge.source === id || edge.target === id).length;
  const [first] = [...nodes].sort((a, b) => degree(b.id) - degree(a.id) || Number(Boolean(b.technology)) - Number(Boolean(a.technology)));
  const label = (id: string) => nodes.find((node) => node.id === id)!.label!;
  const into = edges.filter((edge) => edge.target === first!.id).map((edge) => [label(edge.source), edge.label]);
  const out = edges.filter((edge) => edge.source === first!.id).map((edge) => [label(edge.target), edge.label]);
  return { diagram, node: first!, into, out };
}

for (const portfolio of bundled) {
  test(`a click on a node of ${portfolio.name}'s diagram tells all there is to it`, async ({ page, open }) => {
    const { diagram: shown, node: chosen, into, out } = busiest(portfolio, 0);
    await open(portfolio.at(`architecture/${shown.id}/`));
    await rest(page);
    const window = diagram(page, shown.title!);
    const spot = await middle(node(window, chosen.label!));
    await page.mouse.click(spot.x, spot.y);
    const panel = details(window, chosen.label!);
    await expect(panel.getByRole("heading", { name: chosen.label!, exact: true })).toBeVisible();
    expect(squeeze(await panel.innerText())).toContain(plain(chosen.description!));
    for (const [list, ends] of [["Receives from", into], ["Connects to", out]] as const) {
      await expect(names(panel, list)).toHaveCount(ends.length);
      for (const [at, [label, words]] of ends.entries()) {
        await expect(names(panel, list).nth(at).getByRole("link")).toContainText(label!);
        if (words) await expect(names(panel, list).nth(at)).toContainText(words);
      }
    }
    if (chosen.technology) await expect(panel).toContainText(portfolio.technology(chosen.technology));
    const owners = portfolio.data.projects.filter((project) => project.diagram === shown.id);
    const others = chosen.technology ? portfolio.using(chosen.technology).filter((project) => !owners.includes(project)) : [];
    const users = [...owners, ...others];
    await expect(names(panel, "Used in")).toHaveText(users.map((project) => project.title));
    if (!users[0]) return;
    await names(panel, "Used in").getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1, name: users[0].title })).toBeVisible();
  });
}

test("Enter opens a node's details and Escape leads back to the node", async ({ page, open }) => {
  await open(vivek.at(`architecture/${id}/`));
  await rest(page);
  const window = diagram(page, title);
  await node(window, "Checkout").focus();
  await page.keyboard.press("Enter");
  await expect(details(window, "Checkout").getByRole("heading", { name: "Checkout" })).toBeFocused();
  await expect(node(window, "Checkout")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Escape");
  await expect(details(window, "Checkout")).toBeHidden();
  await expect(node(window, "Checkout")).toBeFocused();
  await expect(node(window, "Checkout")).toHaveAttribute("aria-pressed", "false");
});

test("connections lead from node to node, by mouse and by keyboard", async ({ page, open }) => {
  await open(vivek.at(`architecture/${id}/`));
  await rest(page);
  const window = diagram(page, title);
  const gateway = await middle(node(window, "API gateway"));
  await page.mouse.click(gateway.x, gateway.y);
  await names(details(window, "API gateway"), "Connects to").getByRole("link", { name: /^Checkout/ }).click();
  await expect(details(window, "Checkout")).toBeVisible();
  await expect(details(window, "API gateway")).toBeHidden();
  await expect(node(window, "Checkout")).toHaveAttribute("aria-pressed", "true");
  await names(details(window, "Checkout"), "Connects to").getByRole("link", { name: /^Order routing/ }).focus();
  await page.keyboard.press("Enter");
  await expect(details(window, "Order routing").getByRole("heading")).toBeFocused();
  await names(details(window, "Order routing"), "Connects to").getByRole("link", { name: /^Order queue/ }).press("Enter");
  await rest(page);
  // Nothing of it is below the panel.
  const [box, panel] = [await node(window, "Order queue").boundingBox(), await details(window, "Order queue").boundingBox()];
  expect(box!.x + box!.width).toBeLessThanOrEqual(panel!.x);
});

test("a connection opened in another tab leads to the same node there", { tag: "@base" }, async ({ whole: page }) => {
  await page.goto(vivek.at(`architecture/${id}/`));
  await ready(page);
  await rest(page);
  await node(diagram(page, title), "Checkout").press("Enter");
  const onward = names(details(diagram(page, title), "Checkout"), "Connects to").getByRole("link", { name: /^Order routing/ });
  const [tab] = await Promise.all([page.context().waitForEvent("page"), onward.click({ modifiers: ["ControlOrMeta"] })]);
  await rest(tab);
  await expect(details(diagram(tab, title), "Order routing").getByRole("heading")).toBeVisible();
  await expect(node(diagram(tab, title), "Order routing")).toHaveAttribute("aria-pressed", "true");
  await expect(details(diagram(page, title), "Checkout")).toBeVisible();
});

for (const portfolio of [vivek, arunav]) {
  test(`the address names the open node of ${portfolio.name}'s diagram, and a reload opens it again`, { tag: "@base" }, async ({ page, open, baseURL }) => {
    const { diagram: shown, node: first, out } = busiest(portfolio, 0);
    const path = portfolio.at(`architecture/${shown.id}/`);
    const second = portfolio.data.diagrams[0]!.nodes.find(({ label }) => label === out[0]![0])!;
    const [window, href] = [diagram(page, shown.title!), new URL(path, baseURL).href];
    await open(path);
    await rest(page);
    const steps = await page.evaluate(() => history.length);
    await expect(page).toHaveURL(href);
    const spot = await middle(node(window, first.label!));
    await page.mouse.click(spot.x, spot.y);
    await expect(page).toHaveURL(`${href}#${first.id}`);
    await names(details(window, first.label!), "Connects to").getByRole("link").first().click();
    await expect(page).toHaveURL(`${href}#${second.id}`);
    await page.reload();
    await rest(page);
    await expect(details(window, second.label!)).toBeVisible();
    await expect(page).toHaveURL(`${href}#${second.id}`);
    await details(window, second.label!).getByRole("button", { name: "Close" }).click();
    await expect(details(window, second.label!)).toBeHidden();
    await expect(page).toHaveURL(href);
    expect(await page.evaluate(() => history.length)).toBe(steps);
    await page.reload();
    await rest(page);
    await expect(window.getByRole("region", { name: /^Details: / })).toHaveCount(0);
  });
}

test("another node named in the address by hand is opened, and none closes the details", async ({ page, open }) => {
  await open(vivek.at(`architecture/${id}`));
  await rest(page);
  const window = diagram(page, title);
  const named = (label: string) => vivek.data.diagrams[0]!.nodes.find((node) => node.label === label)!.id;
  for (const label of ["Checkout", "Hot cache"]) {
    await page.evaluate((hash) => (location.hash = hash), named(label));
    await expect(details(window, label)).toBeVisible();
    await expect(node(window, label)).toHaveAttribute("aria-pressed", "true");
  }
  await page.evaluate(() => (location.hash = "nothing"));
  await expect(details(window, "Hot cache")).toBeVisible();
  await page.evaluate(() => (location.hash = ""));
  await expect(window.getByRole("region", { name: /^Details: / })).toHaveCount(0);
  await page.goBack();
  await page.goBack();
  await expect(details(window, "Hot cache")).toBeVisible();
});

test("a way back meets a diagram once, with the node that was open last", async ({ page, open }) => {
  await open(vivek.at("experience/"));
  await page.goto(vivek.at(`architecture/${id}/`));
  await rest(page);
  const window = diagram(page, title);
  for (const label of ["API gateway", "Checkout"]) await node(window, label).press("Enter");
  await expect(page).toHaveURL(/#/);
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Vivek" })).toBeVisible();
  await page.goBack();
  await rest(page);
  await expect(details(window, "Checkout")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Experience" })).toBeVisible();
});

test("the diagram of a page opens the same details", async ({ page, open }) => {
  await open(vivek.at("#architecture"));
  const window = diagram(page, title).last();
  await approach(page, title);
  await node(window, "API gateway").focus();
  await drawn(page);
  await page.keyboard.press("Enter");
  await expect(details(window, "API gateway").getByRole("heading")).toBeFocused();
  await expect(details(window, "API gateway")).toBeInViewport();
  // The page's own places have names there.
  await expect(page).toHaveURL(/#architecture$/);
});

test("a chosen node and its neighbours stay highlighted, and the rest steps back", async ({ page, open }) => {
  await open(vivek.at(`architecture/${id}/`));
  await rest(page);
  const window = diagram(page, title);
  const look = async () => {
    const seen: Record<string, number> = {};
    for (const label of ["Checkout", "API gateway", "Order routing", "Catalogue", "Hot cache", "CDN"]) seen[label] = (await Pixels.of(node(window, label))).contrast();
    return seen;
  };
  const before = await look();
  await node(window, "Checkout").press("Enter");
  await rest(page);
  const after = await look();
  for (const name of ["Checkout", "API gateway", "Order routing"]) expect.soft(after[name]! / before[name]!, name).toBeGreaterThan(0.95);
  for (const faint of ["Catalogue", "Hot cache", "CDN"]) expect.soft(after[faint]! / before[faint]!, faint).toBeLessThan(0.6);
  await page.keyboard.press("Escape");
  await expect.poll(look).toEqual(before);
});

test("the node under the pointer stands out", async ({ page, open }) => {
  await open(vivek.at(`architecture/${id}/`));
  await rest(page);
  const window = diagram(page, title);
  const before = await Pixels.of(node(window, "Catalogue"));
  await node(window, "Catalogue").hover();
  await expect.poll(async () => (await Pixels.of(node(window, "Catalogue"))).difference(before)).toBeGreaterThan(0.01);
  await page.mouse.move(5, 5);
  await expect.poll(async () => (await Pixels.of(node(window, "Catalogue"))).difference(before)).toBe(0);
});

test("the same is told in words: every part under its group, every connection in a table", async ({ page, open }) => {
  const { nodes, edges, groups } = vivek.data.diagrams[0]!;
  await open(vivek.at(`architecture/${id}/`));
  const window = diagram(page, title);
  const button = control(window, "Diagram as text");
  await button.click();
  await expect(button).toHaveAttribute("aria-pressed", "true");
  const rows = window.getByRole("table", { name: "Connections" }).getByRole("row");
  const label = (id: string) => nodes.find((node) => node.id === id)!.label!;
  await expect(rows).toHaveCount(edges.length + 1);
  for (const [at, edge] of edges.entries()) {
    await expect(rows.nth(at + 1).getByRole("cell")).toContainText([label(edge.source), label(edge.target), edge.label ?? "", /\w/]);
  }
  const parts = window.getByRole("listitem");
  for (const { label, description } of nodes) await expect.soft(parts.filter({ hasText: new RegExp(`^${label}: `) })).toContainText(plain(description!));
  const words = await window.innerText();
  for (const { label } of groups ?? []) expect.soft(words).toContain(label);
  await expect(window.getByText(`${nodes.length} parts, ${groups!.length} groups, ${edges.length} connections`)).toBeInViewport();
});

for (const deviceScaleFactor of [1, 2, 3]) {
  test.describe(`on a screen with ${deviceScaleFactor} px a CSS px`, () => {
    test.use({ deviceScaleFactor });

    test("every pixel of the picture is a pixel of the screen, and edges are sharp", async ({ page, open }) => {
      await open(vivek.at(`architecture/${id}/`));
      await rest(page);
      const window = diagram(page, title);
      const canvas = window.locator("canvas");
      const [backing, shown] = await canvas.evaluate((element: HTMLCanvasElement) => [
        [element.width, element.height],
        [element.clientWidth, element.clientHeight],
      ]);
      expect(Math.abs(backing![0]! - shown![0]! * deviceScaleFactor)).toBeLessThanOrEqual(1);
      expect(Math.abs(backing![1]! - shown![1]! * deviceScaleFactor)).toBeLessThanOrEqual(1);
      const picture = await Pixels.of(canvas);
      expect(picture.colours()).toBeGreaterThan(50);
      // From the ground to the full tone of a node's left edge, and of its top edge.
      const [box, corner] = [(await node(window, "Vendor accounts").boundingBox())!, (await canvas.boundingBox())!];
      expect(box.width).toBeGreaterThan(20);
      const [left, up] = [(box.x - corner.x) * deviceScaleFactor, (box.y - corner.y) * deviceScaleFactor];
      const reach = 5 * deviceScaleFactor;
      const ramps = [0.25, 0.35, 0.65, 0.75].flatMap((part) => {
        const [x, y] = [left + box.width * deviceScaleFactor * part, up + box.height * deviceScaleFactor * part];
        return [picture.ramp([left - reach, y], [left + reach, y]), picture.ramp([x, up - reach], [x, up + reach])];
      });
      expect(ramps.sort((a, b) => a - b)[ramps.length >> 1]).toBeLessThanOrEqual(2);
    });
  });
}

test("a diagram is marked as ready once, when its picture is complete", async ({ page, open }) => {
  await page.addInitScript(() => {
    const mark = performance.mark.bind(performance);
    performance.mark = (name: string, options?: PerformanceMarkOptions) => {
      if (name === "diagram-ready") {
        const canvas = document.querySelector("canvas")!;
        const { width, height } = canvas;
        const copy = new OffscreenCanvas(width, height).getContext("2d")!;
        copy.drawImage(canvas, 0, 0);
        const { data } = copy.getImageData(0, 0, width, height);
        (window as any).painted = new Set(new Uint32Array(data.buffer)).size;
      }
      return mark(name, options);
    };
  });
  await open(vivek.at(`architecture/${id}/`));
  await rest(page);
  expect(await page.evaluate(() => (window as any).painted)).toBeGreaterThan(50);
  await control(diagram(page, title), "Zoom in").click();
  await rest(page);
  expect(await page.evaluate(() => performance.getEntriesByName("diagram-ready", "mark").length)).toBe(1);
});

test("a diagram at rest asks for no frames", async ({ page, open }) => {
  await page.addInitScript(() => {
    const ask = requestAnimationFrame.bind(window);
    (window as any).asked = 0;
    window.requestAnimationFrame = (callback) => {
      (window as any).asked += 1;
      return ask(callback);
    };
  });
  const asked = (): Promise<number> => page.evaluate(() => (window as any).asked);
  /** Passes when none was asked for in half a second. */
  const expectRest = async () => {
    let before = -1;
    const growth = async () => {
      const [was, is] = [before, await asked()];
      before = is;
      return is - was;
    };
    await expect.poll(growth, { intervals: [500] }).toBe(0);
  };
  for (const path of [`architecture/${id}/`, "#architecture"]) {
    await open(vivek.at(path));
    await drawn(page);
    await expectRest();
    const window = diagram(page, title).last();
    const still = await asked();
    await node(window, "API gateway").focus();
    await control(window, "Zoom in").click();
    await page.keyboard.press("Enter");
    await window.locator("canvas").hover();
    expect(await asked()).toBeGreaterThan(still);
    await expectRest();
  }
});
