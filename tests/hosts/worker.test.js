// A site that takes the place of an earlier one, whose service worker answers from its cache.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { serveSite, visitor } from "./support/browser.js";
import { built, siteIn } from "./support/site.js";

const ENDS = readFileSync(new URL("../../docs/guide/hosts/service-worker.js", import.meta.url), "utf8");
/** As those of create-react-app and Gatsby do it: every page comes from the cache. */
const EARLIER = {
  "/": ["text/html", `<!doctype html><title>Earlier</title><h1>Earlier</h1><script>navigator.serviceWorker.register("/sw.js")</script>`],
  "/sw.js": [
    "text/javascript",
    `addEventListener("install", (event) => event.waitUntil(caches.open("pages").then((cache) => cache.add("/")).then(() => skipWaiting())));
     addEventListener("activate", (event) => event.waitUntil(clients.claim()));
     addEventListener("fetch", (event) => event.request.mode === "navigate" && event.respondWith(caches.match("/")));`,
  ],
};

let page, leave;
before(async () => ({ page, leave } = await visitor()));
after(() => leave?.());

/** A visitor of the earlier site comes back when ours is there, with these files beside it. */
const comesBack = async (beside) => {
  const site = siteIn(built[0]);
  let files = EARLIER;
  const { url, stop } = await serveSite(site, { instead: (path) => files[path] });
  await page.goto(url);
  // It takes over pages as soon as it is there.
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  files = beside;
  await page.goto(url);
  return stop;
};
const title = `document.querySelector("h1")?.textContent`;

test("without more the earlier site stays, visit after visit", async () => {
  const stop = await comesBack({});
  for (let visit = 0; visit < 3; visit += 1) {
    await page.reload();
    assert.equal(await page.evaluate(title), "Earlier");
  }
  stop();
});

test("the guide's worker at the same address ends the earlier one, and shows the site without another visit", async () => {
  const stop = await comesBack({ "/sw.js": ["text/javascript", ENDS] });
  await page.locator('html[data-state="ready"]').waitFor();
  assert.notEqual(await page.evaluate(title), "Earlier");
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  stop();
});
