// Hosts that write addresses in their own way: the page that was served stays, whatever its address looks like.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serveSite, visitor } from "./support/browser.js";
import { built, siteIn } from "./support/site.js";

let browser, leave;
before(async () => ({ browser, leave } = await visitor()));
after(() => leave?.());

/** What becomes of the path of a page below the site's. */
const WAYS = {
  "in capitals": (path) => path.toUpperCase(),
  "without the slash at its end": (path) => path.replace(/\/$/, ""),
  "with the file's name": (path) => `${path}index.html`,
  "as a file": (path) => path.replace(/\/?$/, ".html"),
  "with a slash too many": (path) => path.replace("/", "//"),
  "with a sign as its number": (path) => path.replace("e", "%65"),
};

for (const site of built.map(siteIn)) {
  const folders = site.pages.map((name) => name.replace("index.html", "")).filter(Boolean);
  const kinds = ["projects/", "architecture/", "experience/"].map((kind) => folders.find((path) => path.startsWith(kind) && (path !== kind || kind === "experience/")));
  /** The page that a tolerant host has for an address. */
  const pageAt = (path) => {
    const plain = (text) => decodeURIComponent(text).toLowerCase().replace(/\/+/g, "/").replace(/(\/|\/index\.html|\.html)$/, "");
    const name = folders.find((folder) => plain(path) === plain(site.base + folder));
    return name && ["text/html; charset=utf-8", site.read(`${name}index.html`).toString()];
  };

  for (const [what, written] of Object.entries(WAYS)) {
    test(`${site.base}: a page whose address is ${what} is that page, with its program`, async () => {
      const { url, stop } = await serveSite(site, { instead: pageAt });
      const page = await browser.newPage();
      for (const path of kinds) {
        await page.goto(`${url}${written(path)}?view=0,0,1#main`);
        const heading = await page.locator("h1").innerText();
        await page.waitForFunction(() => document.documentElement.dataset.state === "ready");
        assert.equal(await page.locator("h1").innerText(), heading, path);
        assert.notEqual(heading, "Page not found");
        const { pathname, search, hash } = new URL(page.url());
        assert.deepEqual([pathname, hash], [site.base + path, "#main"], "its address is that of the page");
        assert.match(search, path.startsWith("architecture/") ? /^$|view/ : /^\?view=0,0,1$/);
        // Links lead on from there.
        await page.locator("header a").first().click();
        await page.waitForFunction((base) => location.pathname === base, site.base);
      }
      await page.close();
      stop();
    });
  }
}
