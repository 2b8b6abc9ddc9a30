// What measurements and other tests rely on.
import { bundled, everyField } from "./support/portfolios";
import { expect, ready, test } from "./support/test";

test("the state of the page goes from static over loading to ready", { tag: "@base" }, async ({ page }) => {
  await page.addInitScript(() => {
    const states = ((window as any).states = [] as (string | null)[]);
    const note = () => {
      const state = document.documentElement?.getAttribute("data-state") ?? null;
      if (state && state !== states.at(-1)) states.push(state);
    };
    new MutationObserver(note).observe(document, { subtree: true, childList: true, attributeFilter: ["data-state"] });
  });
  await page.goto("");
  await ready(page);
  expect(await page.evaluate(() => (window as any).states)).toEqual(["static", "loading", "ready"]);
});

for (const path of ["", "projects/event-backbone/", "experience/", "architecture/ecommerce/"]) {
  test(`app-ready is marked once on /${path}, when the page can be used`, { tag: "@base" }, async ({ page, open }) => {
    await page.addInitScript(() => {
      const mark = performance.mark.bind(performance);
      performance.mark = (name: string, options?: PerformanceMarkOptions) => {
        if (name === "app-ready") (window as any).shown = document.querySelector("h1")?.textContent ?? null;
        return mark(name, options);
      };
    });
    await open(path);
    const marks = () => page.evaluate(() => performance.getEntriesByName("app-ready", "mark").length);
    await expect.poll(marks).toBe(1);
    expect(await page.evaluate(() => (window as any).shown)).toBeTruthy();
    await page.getByRole("banner").getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Vivek" })).toBeVisible();
    expect(await marks()).toBe(1);
  });
}

test("a click right after app-ready is not lost", async ({ page }) => {
  await page.addInitScript(() => {
    const mark = performance.mark.bind(performance);
    performance.mark = (name: string, options?: PerformanceMarkOptions) => {
      const made = mark(name, options);
      if (name === "app-ready") document.querySelector<HTMLElement>('search ul button, [role="search"] ul button')!.click();
      return made;
    };
  });
  await page.goto("");
  await ready(page);
  await expect(page.getByRole("search").getByRole("list").getByRole("button").first()).toHaveAttribute("aria-pressed", "true");
});

test("nothing is written as an inline style or handler", async ({ page, open, offer }) => {
  await page.addInitScript(() => {
    const set = Element.prototype.setAttribute;
    const found = ((window as any).inline = [] as string[]);
    Element.prototype.setAttribute = function (name: string, value: string) {
      if (name === "style" || name.startsWith("on")) found.push(`${this.tagName} ${name}=${value}`);
      return set.call(this, name, value);
    };
  });
  await offer(everyField());
  for (const path of ["", "projects/bernoulli/", "experience/", "architecture/engine/"]) {
    await open(path);
    expect(await page.evaluate(() => (window as any).inline)).toEqual([]);
  }
});

test.describe("under the policy it is served with", () => {
  for (const portfolio of bundled) {
    test(`the site of ${portfolio.name} runs without a violation`, async ({ page, open }) => {
      await page.addInitScript(() => {
        (window as any).violations = [];
        addEventListener("securitypolicyviolation", (event) => (window as any).violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
      });
      for (const path of ["", `projects/${portfolio.data.projects[0]!.id}/`, `architecture/${portfolio.data.diagrams[0]!.id}/`]) {
        await open(portfolio.at(path));
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.mouse.wheel(0, 4_000);
        expect(await page.evaluate(() => (window as any).violations)).toEqual([]);
      }
    });
  }
});

test("a diagram of a file of this site fills the window", async ({ page, open }) => {
  const diagram = {
    name: "given",
    nodes: [
      { id: "a", label: "First box", kind: "service", x: 0, y: 0, w: 160, h: 60 },
      { id: "b", label: "Second box", kind: "database", x: 300, y: 100, w: 160, h: 60 },
    ],
    edges: [{ id: "ab", source: "a", target: "b", label: "writes" }],
    groups: [],
  };
  await page.route((url) => url.pathname.endsWith("/given.json"), (route) => route.fulfill({ json: diagram }));
  await open("architecture?diagram-url=given.json");
  await expect(page.getByRole("heading", { level: 1, name: "given" })).toBeVisible();
});

test.describe("a diagram file that cannot be had", () => {
  test.use({ forgiving: true });

  test("is reported with the reason, and can be tried again", async ({ page }) => {
    let failing = true;
    const diagram = { name: "given", nodes: [{ id: "a", label: "Box" }], edges: [], groups: [] };
    await page.route((url) => url.pathname.endsWith("/given.json"), (route) => (failing ? route.fulfill({ status: 404 }) : route.fulfill({ json: diagram })));
    await page.goto("architecture?diagram-url=given.json");
    await ready(page);
    await expect(page.getByRole("heading", { level: 1, name: "This diagram can't be shown" })).toBeVisible();
    await expect(page.getByRole("alert")).toContainText("404");
    failing = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "given" })).toBeVisible();
  });
});
