// Prerendered pages: readable as they come, and still there when the program fails. sites.spec.ts says how they are hydrated.
import type { Page } from "@playwright/test";
import { BASE } from "./support/machine";
import { vivek } from "./support/portfolios";
import { stopAndUse, stoppable } from "./support/stoppable";
import { expect, ready, test } from "./support/test";

const own: any = vivek;
const PATHS = ["", `projects/${own.data.projects[0].id}/`, `architecture/${own.data.diagrams[0].id}/`, "experience/"];
const PROGRAM = /\/vitrine-[0-9a-f]+_bg\.wasm$/;

for (const path of PATHS) {
  test.describe(`/${path}`, () => {
    test("has one first heading, a title of its own and no control that does nothing without scripts", async ({ browser, baseURL }) => {
      const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
      const page = await context.newPage();
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page).not.toHaveTitle("Portfolio");
      await expect(page.locator("button:visible:not(:disabled), input:visible, select:visible")).toHaveCount(0);
      await context.close();
    });
  });
}

test("without scripts every link within the site leads to a page, and to the place on it", { tag: "@base" }, async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  for (const path of PATHS) {
    await page.goto(path);
    const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    const pages = new Set(links.filter((href) => href.startsWith(baseURL!)).map((href) => href.replace(/[?#].*/, "")));
    for (const href of pages) {
      const answer = await page.request.get(href, { maxRedirects: 0 });
      expect(answer.status(), href).toBe(200);
    }
  }
  await page.goto("");
  await page.getByRole("link", { name: own.data.projects[0].title }).first().click();
  await expect(page).toHaveURL(new RegExp(`/projects/${own.data.projects[0].id}/$`));
  await context.close();
});

test("without scripts a diagram is drawn, and told in words with what happens in it", async ({ browser, baseURL }) => {
  const diagram = own.data.diagrams[0];
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto(`architecture/${diagram.id}/`);
  await expect(page.locator(".diagram__picture svg:visible")).toHaveCount(1);
  for (const node of diagram.nodes) await expect(page.getByRole("strong").filter({ hasText: node.label }).first()).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(diagram.edges.length + 1);
  await expect(page.getByText(`Flow: ${diagram.flows[0].name}`)).toBeVisible();
  await context.close();
});

test("without scripts a link to a part of a diagram leads to its words", async ({ browser, baseURL }) => {
  const diagram = own.data.diagrams[0];
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL, viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  const item = (label: string) => page.getByRole("listitem").filter({ has: page.getByText(label, { exact: true }) }).first();
  const ground = (label: string) => item(label).evaluate((element) => getComputedStyle(element).backgroundColor);
  const [first, last] = [diagram.nodes[0], diagram.nodes.at(-1)];
  await page.goto(`architecture/${diagram.id}/#${last.id}`);
  await expect(item(last.label)).toBeInViewport();
  expect(await ground(last.label)).not.toBe(await ground(first.label));
  await context.close();
});

test("the portfolio is in the page, and not fetched again", { tag: "@base" }, async ({ page, open }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await open();
  expect(asked.filter((path) => path.endsWith("portfolio.json"))).toEqual([]);
  expect(new Set(asked).size).toBe(asked.length);
});

test("an address that asks for more than its path is answered by the program alone", async ({ page, open }) => {
  const name = own.data.technologies[0].id;
  await open(`?tech=${name}`);
  await expect(page.getByRole("button", { pressed: true }).filter({ hasText: own.data.technologies[0].name })).toHaveCount(1);
});

test("a preview is kept out of search results on every page that the program shows", async ({ page, open }) => {
  // As `cargo xtask build --preview` says it.
  await page.route("**/*", async (route) => {
    if (route.request().resourceType() !== "document") return route.fallback();
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("<base ", '<meta name="robots" content="noindex, nofollow"><base ') });
  });
  const said = () => page.locator("meta[name=robots]").evaluateAll((all) => all.map((meta) => (meta as HTMLMetaElement).content));
  await open();
  expect(await said()).toEqual(["noindex, nofollow"]);
  await page.locator(`.inspector a[href$="/projects/${own.data.projects[0].id}/"]`).first().click();
  await expect(page).toHaveURL(/projects/);
  await expect(page.getByRole("heading", { level: 1, name: own.data.projects[0].title })).toBeVisible();
  expect(await said()).toEqual(["noindex, nofollow"]);
});

test("the program is asked for once the page has been painted, and starts as it comes", { tag: "@base" }, async ({ page, open, warnings }) => {
  for (const path of PATHS) {
    await open(path);
    const [painted, asked] = await page.evaluate(() => {
      const files = performance.getEntriesByType("resource").filter(({ name }) => /\/(vitrine|diagram)-[0-9a-f]+(_bg)?\.(js|wasm)$/.test(name));
      // Where nothing is painted for long after all has come, there is no use in waiting any longer.
      const [{ loadEventEnd }] = performance.getEntriesByType("navigation") as [PerformanceNavigationTiming];
      return [Math.min(performance.getEntriesByName("first-contentful-paint")[0]!.startTime, loadEventEnd + 500), files.map(({ name, startTime }) => [name, startTime] as const)] as const;
    });
    expect(asked.length, path).toBeGreaterThan(1);
    for (const [name, at] of asked) expect(at, name).toBeGreaterThanOrEqual(painted);
  }
  // What can't be compiled while it arrives is told of there.
  expect(warnings).toEqual([]);
});

test("a host that doesn't know the program's type serves one that starts", { tag: "@base" }, async ({ page, open }) => {
  await page.route(PROGRAM, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "text/plain" } });
  });
  await open();
  await page.getByRole("button", { name: "Dark", exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-scheme", "dark");
});

test.describe("where the program can't run", () => {
  test.use({ forgiving: true });

  /** The page as it was rendered, one quiet line, a way to try again, and links to its sections that lead there. */
  async function expectReadable(page: Page): Promise<void> {
    await expect(page.locator("html")).toHaveAttribute("data-state", "static", { timeout: 10_000 });
    await expect(page.getByRole("alert")).toContainText("not available");
    await expect(page.getByRole("alert").getByRole("button", { name: "Reload" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText(own.data.profile.tagline.slice(0, 30)).first()).toBeVisible();
    await expect(page.getByRole("searchbox")).toBeHidden();
    await expect(page.getByRole("group", { name: "Colour scheme" })).toBeHidden();
    await expectPlacesFound(page);
  }

  /** A place on the page needs no program, and no reload either. */
  async function expectPlacesFound(page: Page): Promise<void> {
    // Gone with the page, if it goes.
    await page.evaluate(() => {
      const ways: string[] = ((window as any).ways = []);
      (window as any).navigation.addEventListener("navigate", (event: { navigationType: string }) => ways.push(event.navigationType));
    });
    await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "skills" }).click();
    await expect(page).toHaveURL(/#skills$/);
    await expect(page.getByRole("heading", { level: 2, name: "skills" })).toBeInViewport();
    await expect(page.locator("html")).toHaveAttribute("data-state", "static");
    expect(await page.evaluate(() => (window as any).ways)).toEqual(["push"]);
  }

  const failures: [string, (page: Page) => Promise<unknown>][] = [
    ["is not there", (page) => page.route(PROGRAM, (route) => route.fulfill({ status: 404, body: "no" }))],
    ["is refused", (page) => page.route(PROGRAM, (route) => route.abort("connectionrefused"))],
    ["is a web page", (page) => page.route(PROGRAM, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }))],
    [
      "is cut short",
      (page) =>
        page.route(PROGRAM, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: (await response.body()).subarray(0, 100_000) });
        }),
    ],
    [
      "is cut short where nothing says what it must hold",
      async (page) => {
        await page.route("**/*", async (route) => {
          if (route.request().resourceType() !== "document") return route.fallback();
          const response = await route.fetch();
          const html = await response.text();
          const said = /<meta name="integrity"[^>]*>/;
          expect(html).toMatch(said);
          await route.fulfill({ response, body: html.replace(said, "") });
        });
        await page.route(PROGRAM, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: (await response.body()).subarray(0, 100_000) });
        });
      },
    ],
    [
      "has one byte changed",
      (page) =>
        page.route(PROGRAM, async (route) => {
          const response = await route.fetch();
          const body = await response.body();
          body[body.length >> 1]! ^= 1;
          await route.fulfill({ response, body });
        }),
    ],
    ["has no glue", (page) => page.route(/\/vitrine-[0-9a-f]+\.js$/, (route) => route.abort("connectionrefused"))],
    [
      "has one byte changed in its glue",
      (page) =>
        page.route(/\/vitrine-[0-9a-f]+\.js$/, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: `${await response.text()} ` });
        }),
    ],
    ["meets a browser without WebAssembly", (page) => page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly"))],
    [
      "may not be compiled",
      (page) =>
        page.addInitScript(() => {
          const refuse = () => Promise.reject(new WebAssembly.CompileError("blocked by Content Security Policy"));
          WebAssembly.instantiateStreaming = refuse;
          WebAssembly.instantiate = refuse as typeof WebAssembly.instantiate;
        }),
    ],
    [
      "stops at its start",
      (page) =>
        page.addInitScript(() => {
          const compile = WebAssembly.instantiateStreaming.bind(WebAssembly);
          WebAssembly.instantiateStreaming = async (source, imports) => {
            const { instance, module } = await compile(source, imports);
            const start = () => {
              document.querySelector("h1")?.remove();
              throw new WebAssembly.RuntimeError("unreachable");
            };
            return { module, instance: { exports: { ...instance.exports, __wbindgen_start: start } } };
          };
        }),
    ],
  ];
  for (const [what, spoil] of failures) {
    test(`the page stays when the program ${what}`, async ({ page }) => {
      await spoil(page);
      await page.goto("");
      await expectReadable(page);
    });
  }

  test("the page comes back when the program stops later, and the program is not called again", async ({ page, open }) => {
    const stop = await stoppable(page);
    await open();
    await stopAndUse(page, stop);
    await expectReadable(page);
    await page.mouse.wheel(0, 600);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => (window as unknown as { calls: number }).calls)).toBe(1);
    await page.getByRole("alert").getByRole("button", { name: "Reload" }).click();
    await ready(page);
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  test("a program that is slow leaves the page readable, and hydrates it when it comes", async ({ page }) => {
    await page.clock.install();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(PROGRAM, async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest(PROGRAM);
    await page.goto("");
    await asked;
    await expect(page.locator("html")).toHaveAttribute("data-state", "loading");
    await page.clock.runFor(8_100);
    await expect(page.locator("html")).toHaveAttribute("data-state", "static");
    await expect(page.locator(".quiet")).toContainText("on their way");
    release();
    await ready(page);
    await expect(page.locator(".quiet")).toHaveCount(0);
  });
});

test.describe("the policy", () => {
  test("comes with every page as a header and in it, and forbids what is inline", { tag: "@base" }, async ({ request }) => {
    for (const path of [...PATHS, "no/such/page"]) {
      const answer = await request.get(path);
      const header = answer.headers()["content-security-policy"]!;
      const [, inPage] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(await answer.text())!;
      expect(header, path).toBe(`${inPage}; frame-ancestors 'none'`);
      expect(header).not.toContain("unsafe-inline");
      expect(header).toContain("require-trusted-types-for 'script'");
    }
  });
});

test.describe("the files", () => {
  test("come compressed to who takes them so, and for ever where their names have a hash", async ({ request }) => {
    const html = await (await request.get("")).text();
    const style = /href="(style-[0-9a-f]{16}\.css)"/.exec(html)![1]!;
    for (const [encoding, accepted] of [["br", "br, gzip"], ["gzip", "gzip"]]) {
      const answer = await request.get(style, { headers: { "accept-encoding": accepted! } });
      expect(answer.headers()["content-encoding"]).toBe(encoding);
      expect(answer.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
      expect(answer.headers()["content-type"]).toContain("text/css");
    }
    expect((await request.get("")).headers()["cache-control"]).toBe("no-cache, no-transform");
  });

  test("may be asked for in parts", async ({ request }) => {
    const answer = await request.get("portfolio.json", { headers: { range: "bytes=0-9", "accept-encoding": "identity" } });
    expect(answer.status()).toBe(206);
    expect((await answer.body()).length).toBe(10);
  });
});

test("a page asked for without its last slash is a redirect away", { tag: "@base" }, async ({ request, baseURL }) => {
  const answer = await request.get("experience?x=1", { maxRedirects: 0 });
  expect(answer.status()).toBe(308);
  expect(answer.headers()["location"]).toBe(`${new URL(baseURL!).pathname}experience/?x=1`);
  expect([BASE, "/"]).toContain(new URL(baseURL!).pathname);
});

test("a narrow window shows no project open that nobody opened, before the program and with it", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(PROGRAM, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("");
  const heights = () => page.locator(".project-card").evaluateAll((cards) => cards.map((card) => Math.round(card.getBoundingClientRect().height)));
  await expect(page.locator(".inspector:visible")).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  const before = await heights();
  release();
  await ready(page);
  await expect(page.locator(".inspector")).toHaveCount(0);
  expect(await heights()).toEqual(before);
  expect(before.length).toBeGreaterThan(1);
});
