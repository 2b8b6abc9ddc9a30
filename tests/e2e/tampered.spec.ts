// Files that are not what the page expects: changed on the way, gone since, forbidden, or more than the machine has room for.
import type { Page } from "@playwright/test";
import { chromiumPath, launchArguments } from "./support/machine";
import { vivek } from "./support/portfolios";
import { expect, ready, serious, test } from "./support/test";

const { profile, diagrams, projects } = vivek.data;
const PROGRAM = /\/vitrine-[0-9a-f]+_bg\.wasm$/;

test.use({ forgiving: true });

/** Changes one byte of a file: a letter, which leaves it as good as it was but for its integrity. */
async function tamper(page: Page, path: RegExp): Promise<void> {
  await page.route(path, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length >> 1]! ^= 1;
    await route.fulfill({ response, body });
  });
}

const read = async (page: Page) => {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(profile.tagline!).first()).toBeVisible();
};

/** The page as it was rendered, one quiet line, and a way to try again. */
async function expectQuiet(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-state", "static", { timeout: 10_000 });
  await expect(page.getByRole("alert")).toContainText("not available");
  await expect(page.getByRole("alert").getByRole("button", { name: "Reload" })).toBeVisible();
  await read(page);
  await expect(page.getByRole("searchbox")).toBeHidden();
}

test("a style sheet with a byte more is applied, as what a network has minified is", async ({ page, complaints }) => {
  await page.route(/\/style-[0-9a-f]+\.css$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()} ` });
  });
  await page.goto("");
  await ready(page);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--color-ground"))).not.toBe("");
  expect(serious(complaints)).toEqual([]);
});

test("a first script with one byte changed is not run, and the page stays as it was rendered, with a line that says so", async ({ page, complaints }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await tamper(page, /\/boot-[0-9a-f]+\.js$/);
  await page.goto("");
  await expectQuiet(page);
  await expect(page.locator("button:visible:not(:disabled), input:visible, select:visible")).toHaveText(["Reload"]);
  expect(asked.filter((url) => PROGRAM.test(url))).toEqual([]);
  expect(serious(complaints)).toEqual([]);
});

test("what draws diagrams with one byte changed is not run: the diagram is told in words", async ({ page, complaints }) => {
  await tamper(page, /\/diagram-[0-9a-f]+\.wasm$/);
  await page.goto(`architecture/${diagrams[0]!.id}/`);
  await ready(page);
  await expect(page.getByRole("alert")).toHaveText("The drawings of this page could not be loaded.Try again");
  await expect(page.getByRole("table", { name: "Connections" })).toBeVisible();
  await expect(page.locator("canvas")).toHaveCount(0);
  expect(serious(complaints)).toEqual([]);
});

test("a policy that forbids WebAssembly leaves the page as it was rendered", async ({ page, complaints }) => {
  await page.route("**/*", async (route) => {
    if (route.request().resourceType() !== "document") return route.fallback();
    const response = await route.fetch();
    const without = (text: string) => text.replace(" 'wasm-unsafe-eval'", "");
    const headers = { ...response.headers(), "content-security-policy": without(response.headers()["content-security-policy"]!) };
    await route.fulfill({ response, headers, body: without(await response.text()) });
  });
  await page.goto("");
  await expectQuiet(page);
  expect(complaints.join()).toMatch(/unsafe-eval/);
});

test("a browser too old for the program shows the page as it was rendered", async ({ page }) => {
  // What such a browser does: the module is no valid one for it.
  await page.addInitScript(() => {
    const refuse = async () => {
      throw new WebAssembly.CompileError("invalid value type 0x6f");
    };
    WebAssembly.validate = () => false;
    WebAssembly.compile = WebAssembly.compileStreaming = refuse;
    WebAssembly.instantiate = WebAssembly.instantiateStreaming = refuse as typeof WebAssembly.instantiate;
  });
  await page.goto("");
  await expectQuiet(page);
});

test("a page whose files have gone since is read, links on, and does not reload itself", { tag: "@base" }, async ({ page, complaints, baseURL }) => {
  let pages = 0;
  page.on("request", (request) => void (pages += Number(request.resourceType() === "document")));
  await page.route(/-[0-9a-f]{12,}(_bg)?\.[a-z0-9]+$/, (route) => route.fulfill({ status: 404, body: "gone" }));
  await page.goto("");
  await page.waitForLoadState("networkidle");
  await read(page);
  expect(pages).toBe(1);
  await page.unrouteAll();
  await page.getByRole("link", { name: projects[0]!.title }).first().click();
  await expect(page).toHaveURL(`${baseURL}projects/${projects[0]!.id}/`);
  await ready(page);
  expect(serious(complaints)).toEqual([]);
});

test("a page whose program has gone since says so, and a reload brings the new one", async ({ page }) => {
  let pages = 0;
  page.on("request", (request) => void (pages += Number(request.resourceType() === "document")));
  await page.route(/\/vitrine-[0-9a-f]+(_bg)?\.(js|wasm)$/, (route) => route.fulfill({ status: 404, body: "gone" }));
  await page.goto("");
  await expectQuiet(page);
  expect(pages, "it does not reload of itself").toBe(1);
  await page.unrouteAll();
  await page.getByRole("alert").getByRole("button", { name: "Reload" }).click();
  await ready(page);
});

// 17 pages of 64 KiB are what the program starts with.
for (const [what, pages] of [["at its start", 17], ["a little later", 19]] as const) {
  test(`a machine without memory for the program ${what} shows the page as it was rendered`, async ({ playwright, baseURL }) => {
    const browser = await playwright.chromium.launch({ executablePath: chromiumPath(), args: [...launchArguments, `--js-flags=--wasm-max-mem-pages=${pages}`] });
    const page = await browser.newPage({ baseURL });
    await page.goto("");
    await expectQuiet(page);
    await browser.close();
  });
}

test("a page that one comes back to is the one that was left, and works", async ({ whole: page }) => {
  test.slow();
  const session = await page.context().newCDPSession(page);
  const say = async (expression: string) => (await session.send("Runtime.evaluate", { expression })).result.value;
  // Whichever script runs in a page that is being put aside, a driver's too, the browser then lets go of the page. One that
  // can't be kept at all is never brought back, however often that is tried.
  await expect(async () => {
    await page.goto("");
    await ready(page);
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => {
      addEventListener("pageshow", (event) => ((window as any).kept = event.persisted));
    });
    await page.goto("portfolio.json");
    // Playwright's own way back waits for a page that loads.
    await say("history.back()");
    await expect.poll(() => say("window.kept"), { timeout: 3_000 }).toBe(true);
  }).toPass();
  const chip = page.getByRole("search").getByRole("list").getByRole("button").nth(1);
  await chip.click();
  await expect(chip).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(/\?tech=/);
});
