// The site starts, in full and from the files it was built into.
import { createHash } from "node:crypto";
import { generic } from "./support/generic";
import { expect, ready, test } from "./support/test";

test("the start page becomes ready and says so", { tag: "@base" }, async ({ page, open }) => {
  await open();
  const marks = () => page.evaluate(() => performance.getEntriesByName("app-ready").length);
  await expect.poll(marks).toBeGreaterThan(0);
});

test("the page asks only its own host, and for each file once", { tag: "@base" }, async ({ page, open, baseURL }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await open();
  expect(asked.filter((url) => !url.startsWith(baseURL!) && !url.startsWith("data:"))).toEqual([]);
  const programs = asked.filter((url) => url.endsWith(".wasm"));
  expect(programs).toHaveLength(1);
});

test("the page leaves no way into the program on the window, and no worker behind", async ({ page, open }) => {
  await open();
  // Where Trunk's own loader would put what the program exports.
  expect(await page.evaluate(() => typeof (window as any).wasmBindings)).toBe("undefined");
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test("no style or handler is written into the page itself, and one script, which the policy knows by its hash", async ({ request }) => {
  const page = await (await request.get("")).text();
  const inline = /<script>([^]*?)<\/script>/g;
  const [[, script] = [], ...others] = page.matchAll(inline);
  expect(others).toEqual([]);
  expect(page).toContain(` 'sha384-${createHash("sha384").update(script!).digest("base64")}'`);
  const html = page.replace(inline, "");
  expect(html).not.toMatch(/<script(?![^>]*\s(src=|type="(application\/ld\+json|text\/plain)"))/);
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
});

test("an unknown path answers 404 with a page that says so", { tag: "@base" }, async ({ request }) => {
  const answer = await request.get("no/such/page");
  expect(answer.status()).toBe(404);
  expect(await answer.text()).toContain("<h1 class=\"notice__title\">Page not found</h1>");
});

for (const scheme of ["light", "dark"] as const) {
  test(`a stored choice of ${scheme} holds before anything is drawn`, async ({ page }) => {
    await page.route(/\.wasm$/, () => {});
    await page.addInitScript((choice) => localStorage.setItem("vitrine.scheme", choice), scheme);
    await page.goto("", { waitUntil: "commit" });
    await expect(page.locator("html")).toHaveAttribute("data-scheme", scheme);
  });
}

test("a meaningless stored scheme is ignored", async ({ page, open }) => {
  await page.addInitScript(() => localStorage.setItem("vitrine.scheme", "<plaid>"));
  await open();
  expect(await page.locator("html").getAttribute("data-scheme")).not.toBe("<plaid>");
});

test("storage that throws stops nothing", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await page.goto("");
  await ready(page);
});

test.describe("when the program of a page with nothing to read cannot start", () => {
  test.use({ forgiving: true });
  test.beforeEach(({ page }) => generic(page));

  const broken: [string, (page: import("@playwright/test").Page) => Promise<unknown>][] = [
    ["it is missing", (page) => page.route(/\.wasm$/, (route) => route.fulfill({ status: 404 }))],
    ["it is no program", (page) => page.route(/\.wasm$/, (route) => route.fulfill({ body: "no", contentType: "application/wasm" }))],
    ["the connection is refused", (page) => page.route(/\.wasm$/, (route) => route.abort())],
    ["its glue is missing", (page) => page.route(/\/vitrine-[0-9a-f]+\.js$/, (route) => route.fulfill({ status: 404 }))],
    [
      "the browser has no WebAssembly",
      (page) => page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly")),
    ],
  ];
  for (const [what, breakIt] of broken) {
    test(`because ${what}, the page says so and offers a reload`, async ({ page }) => {
      await breakIt(page);
      await page.goto("");
      await expect(page.getByRole("alert")).toContainText("portfolio");
      await expect(page.getByRole("button", { name: "Reload" })).toBeVisible();
      await expect(page.locator("html")).toHaveAttribute("data-state", "error");
    });
  }
});
