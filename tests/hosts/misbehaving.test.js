// Hosts, networks and moments that don't give a page what it was built with: the page that was served stays, and says what it can't do.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { minify } from "html-minifier-terser";
import { serveSite, visitor } from "./support/browser.js";
import { built, siteIn } from "./support/site.js";

const sites = built.map(siteIn);
const root = sites.find(({ base }) => base === "/");
const below = sites.find(({ base }) => base !== "/");

/** A page of each kind: its path below the base. */
const kinds = ({ pages }) => {
  const first = (folder) => pages.map((name) => name.replace("index.html", "")).find((path) => path.startsWith(folder) && path !== folder);
  const found = ["", first("projects/"), first("architecture/"), "experience/", first("writing/"), "no/such/page"];
  return found.filter((path) => path !== undefined);
};
const isDiagram = (path) => path.startsWith("architecture/");
const LASTING = /-[0-9a-f]{16}(_bg)?\.\w+$/;

let browser, leave;
before(async () => ({ browser, leave } = await visitor()));
after(() => leave?.());

const html = (status = 404) => ({ status, headers: { "content-type": "text/html; charset=utf-8" }, body: "<!doctype html><h1>No</h1>" });
/** Changes what a host sends for the files that match. */
const of = (files, change) => (path, answer, request) => (files.test(path) ? change(answer, request) : answer);
const oneByte = (answer) => ({ ...answer, body: Buffer.concat([Buffer.from(answer.body), Buffer.from("\n")]) });
const typed = (type) => of(/\.wasm$/, (answer) => ({ ...answer, headers: { ...answer.headers, "content-type": type } }));
const withoutWasm = (text) => String(text).replaceAll(" 'wasm-unsafe-eval'", "");
const STYLED = { state: "ready", style: true, line: "none" };
const QUIET = { state: "static", style: true, line: "The interactive parts of this page are not available. Reload" };
const PLAIN = { ...QUIET, style: false };

/** What a visitor has of a page. */
const seen = (page) =>
  page.evaluate(() => ({
    state: document.documentElement.dataset.state,
    style: getComputedStyle(document.documentElement).getPropertyValue("--color-ground") !== "",
    line: document.querySelector(".quiet")?.innerText.replace(/\s+/g, " ") ?? "none",
  }));

/** Visits a page twice, with empty caches and with full ones, and holds what is seen to what is expected. */
const visits = async (url, path, expected, more = async () => {}, allowed = /^$/) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  let documents = 0;
  page.on("request", (request) => void (documents += Number(request.isNavigationRequest())));
  for (const caches of ["cold", "warm"]) {
    documents = 0;
    await page.goto(url + path);
    // What is said after 8 s says that the program is still on its way.
    await page.waitForFunction(
      ({ state, line }) => document.documentElement.dataset.state === state && (line === "none" || document.querySelector(".quiet")?.innerText.replace(/\s+/g, " ").startsWith(line)),
      { ...expected, line: expected.line },
      { timeout: 7_000 },
    ).catch(() => {});
    const { documents: asked = 1, ...rest } = expected;
    assert.deepEqual(await seen(page), rest, `/${path}, ${caches}`);
    assert.ok(await page.locator("h1").isVisible(), `/${path} has a heading`);
    assert.ok((await page.locator("main").innerText()).length > (path.startsWith("no/") ? 20 : 200), `/${path} has its words`);
    assert.deepEqual(errors.filter((error) => !allowed.test(error)), [], path);
    if (asked) assert.equal(documents, caches === "cold" ? asked : Math.min(asked, 2), `/${path}, ${caches}: pages that were loaded`);
    await more(page, path);
  }
  await context.close();
};

const drawn = async (page, path) => {
  if (isDiagram(path)) await page.locator("canvas.diagram__canvas").first().waitFor();
};
const pictures = (buttons) => async (page) => {
  const large = await page.evaluate(() =>
    [...document.querySelectorAll("svg")].map((svg) => svg.getBoundingClientRect()).filter(({ width, height }) => width > 1000 || height > 1200).length,
  );
  assert.equal(large, 0, "no picture is larger than it was drawn");
  assert.equal(await page.locator("button:visible, input:visible").count(), buttons, "only what reloads the page is there to press");
};

/** A loader that runs scripts by itself, once it has had their types changed. */
const LOADER = `for (const given of document.querySelectorAll("[data-src]")) {
  const script = document.createElement("script");
  script.src = given.dataset.src;
  document.head.append(script);
}`;
const retyped = (text) =>
  text.replace(/<script src="(boot-[^"]*)"[^>]*>/, '<script type="x-text/javascript" data-src="$1">').replace("</body>", '<script src="/loader.js" defer></script></body>');

const WAYS = {
  "as built": { expected: STYLED, more: drawn },
  "whose files are gone": { change: of(LASTING, () => html(404)), expected: PLAIN, more: pictures(1) },
  "whose files are gone and answered with a page": { change: of(LASTING, () => html(200)), expected: PLAIN, more: pictures(1) },
  "whose files are gone, on a host that calls everything a page": {
    change: (path, answer) => (LASTING.test(path) ? html() : { ...answer, headers: { ...answer.headers, "content-type": "text/html" } }),
    expected: { ...PLAIN, line: PLAIN.line.replace(" Reload", "") },
    more: pictures(0),
  },
  "whose first script is gone": { change: of(/\/boot-/, () => html()), expected: QUIET },
  "whose style sheet is gone": { change: of(/\/style-/, () => html()), expected: PLAIN, more: pictures(1) },
  "whose program is gone": { change: of(/\/vitrine-/, () => html()), expected: QUIET },
  "with a byte more in the style sheet": { change: of(/\.css$/, oneByte), expected: STYLED, more: drawn },
  "with a byte more in the first script": { change: of(/\/boot-/, oneByte), expected: QUIET },
  "with a byte more in the glue": { change: of(/\/vitrine-.*js$/, oneByte), expected: QUIET },
  "with a byte more in the program": { change: of(/_bg\.wasm$/, oneByte), expected: QUIET },
  "whose program a proxy refuses": { change: of(/\.wasm$/, () => html(403)), expected: QUIET },
  "whose program a proxy answers with a page": { change: of(/\.wasm$/, () => html(200)), expected: QUIET },
  "whose policy lets no WebAssembly run": {
    rewrite: withoutWasm,
    change: (path, answer) => ({ ...answer, headers: { ...answer.headers, "content-security-policy": withoutWasm(answer.headers["content-security-policy"]) } }),
    expected: QUIET,
  },
  "with WebAssembly of no type": { change: typed("application/octet-stream"), expected: STYLED, more: drawn },
  "with WebAssembly of a charset": { change: typed("application/wasm; charset=utf-8"), expected: STYLED, more: drawn },
  "whose first script a loader runs": {
    rewrite: retyped,
    instead: (path) => (path === "/loader.js" ? ["text/javascript", LOADER] : undefined),
    expected: STYLED,
    more: drawn,
    // The loader's own.
    allowed: /TrustedScriptURL/,
  },
};

/** What minifiers of HTML do by their usual settings, one after the other and all at once. Source: html-minifier-terser's README. */
const MINIFIED = {
  "without comments": { removeComments: true },
  "without space between elements": { collapseWhitespace: true },
  "without tags that HTML does not ask for": { removeOptionalTags: true },
  "without quotes": { removeAttributeQuotes: true },
  "minified in every way": {
    collapseBooleanAttributes: true,
    collapseWhitespace: true,
    minifyCSS: true,
    minifyJS: true,
    removeAttributeQuotes: true,
    removeComments: true,
    removeEmptyAttributes: true,
    removeOptionalTags: true,
    removeRedundantAttributes: true,
    removeScriptTypeAttributes: true,
    sortAttributes: true,
    useShortDoctype: true,
  },
};
for (const [what, settings] of Object.entries(MINIFIED)) {
  test(`a page ${what}`, async () => {
    const pages = new Map();
    for (const name of [...root.pages, "404.html"]) pages.set(root.read(name).toString(), await minify(root.read(name).toString(), settings));
    const { url, stop } = await serveSite(root, { rewrite: (text) => pages.get(text) ?? text });
    for (const path of kinds(root)) await visits(url, path, STYLED, drawn);
    stop();
  });
}

for (const [what, { expected, more, allowed, ...way }] of Object.entries(WAYS)) {
  test(`a page ${what}`, async () => {
    const { url, stop } = await serveSite(root, way);
    for (const path of kinds(root)) await visits(url, path, expected, more, allowed);
    stop();
  });
}

const renamed = (text) => String(text).replaceAll(/-[0-9a-f]{16}(_bg)?\.(js|css|wasm)/g, (name) => name.replace(/[0-9a-f]{16}/, "0123456789abcdef"));

test("a page of an earlier build out of a cache finds the new one by itself, once", async () => {
  // A browser asks for what it has a copy of without a word about caches.
  const change = (path, answer, { headers }) =>
    /html/.test(answer.headers["content-type"]) && !headers["cache-control"] ? { ...answer, body: renamed(answer.body) } : answer;
  const { url, stop } = await serveSite(root, { change });
  for (const path of kinds(root)) await visits(url, path, { ...STYLED, documents: 2 }, drawn);
  stop();
});

test("a page of an earlier build that a network goes on sending is read as it is", async () => {
  const { url, stop } = await serveSite(root, { rewrite: renamed });
  for (const path of kinds(root)) await visits(url, path, PLAIN, pictures(1));
  stop();
});

const PLACES = [
  [root, "/repo/"],
  [below, "/"],
  [below, "/other/"],
];
for (const [site, at] of PLACES) {
  test(`a site that was built for ${site.base} and stands at ${at} works, and says so`, async () => {
    const { url, stop } = await serveSite(site, { at });
    const [, project, diagram] = kinds(site);
    const line = `This site was built for ${site.base} and stands at ${at}. Build it with: vitrine build --base ${at}`;
    for (const path of [...kinds(site), `${project}index.html`, project.slice(0, -1)]) {
      await visits(url, path, { ...STYLED, line }, async (page, path) => {
        await drawn(page, path);
        const links = await page.evaluate(() => [...document.querySelectorAll("a[href]")].filter((link) => link.origin === location.origin).map((link) => link.pathname));
        for (const link of links) assert.ok(link.startsWith(at), `${link} of /${path}`);
      });
    }
    const page = await browser.newPage();
    await page.goto(url + diagram);
    await page.locator('html[data-state="ready"]').waitFor();
    await page.locator(`a[href="${at}"]`).first().click();
    await page.locator("#contact").waitFor();
    assert.equal(new URL(page.url()).pathname, at);
    await page.close();
    stop();
  });
}
