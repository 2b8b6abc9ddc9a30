// A site that takes the place of an earlier one, whose service worker answers from its cache.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serveSite, visitor } from "./support/browser.js";
import { built, siteIn } from "./support/site.js";

/** What earlier workers do, each with its pages in a cache: see the sources of Workbox, sw-precache and Gatsby. */
const EARLIER = {
  "answers pages from the cache": `addEventListener("install", (event) => event.waitUntil(caches.open("pages").then((cache) => cache.add("./")).then(() => skipWaiting())));
    addEventListener("activate", (event) => event.waitUntil(clients.claim()));
    addEventListener("fetch", (event) => event.request.mode === "navigate" && event.respondWith(caches.match("./")));`,
  "has all files in a cache before they are asked for": `const name = "workbox-precache-v2-" + registration.scope;
    addEventListener("install", (event) => event.waitUntil(caches.open(name).then((cache) => cache.addAll(["./", "./index.html", "./style.css"])).then(() => skipWaiting())));
    addEventListener("activate", (event) => event.waitUntil(clients.claim()));
    addEventListener("fetch", (event) => event.respondWith(caches.match(event.request, { ignoreSearch: true }).then((found) => found ?? caches.match("./index.html"))));`,
  "asks for pages ahead, and answers from the cache first": `addEventListener("install", (event) => event.waitUntil(caches.open("pages").then((cache) => cache.add("./")).then(() => skipWaiting())));
    addEventListener("activate", (event) => event.waitUntil(registration.navigationPreload.enable().then(() => clients.claim())));
    addEventListener("fetch", (event) => event.request.mode === "navigate" && event.respondWith((async () => (await caches.match("./")) ?? (await event.preloadResponse))()));`,
};
const page = (name) => `<!doctype html><title>Earlier</title><h1>Earlier</h1><script>navigator.serviceWorker.register("${name}")</script>`;

let visit, leave;
before(async () => ({ page: visit, leave } = await visitor()));
after(() => leave?.());
const title = `document.querySelector("h1")?.textContent`;

/** A visitor of an earlier site, whose worker was at `name` and did this, comes back when ours is there with `beside`. */
const comesBack = async (site, name, does, beside = () => undefined) => {
  const earlier = { [site.base]: ["text/html", page(name)], [site.base + name]: ["text/javascript", does] };
  for (const file of ["index.html", "style.css"]) earlier[site.base + file] = ["text/html", page(name)];
  let files = (path) => earlier[path];
  const { url, stop } = await serveSite(site, { instead: (path) => files(path) });
  await visit.goto(url);
  // It takes over pages as soon as it is there.
  await visit.waitForFunction(() => navigator.serviceWorker.controller);
  files = beside;
  await visit.goto(url);
  return stop;
};

/** An address that nobody answers any more. */
const gone = (name) => (path) => (path.endsWith(`/${name}`) ? ["text/plain", "not a worker"] : undefined);

test("without more the earlier site stays, visit after visit", async () => {
  const stop = await comesBack(siteIn(built[0]), "sw.js", EARLIER["answers pages from the cache"], gone("sw.js"));
  for (let again = 0; again < 3; again += 1) {
    await visit.reload();
    assert.equal(await visit.evaluate(title), "Earlier");
  }
  stop();
});

const ends = (what, name, dist, does) =>
  test(`${what} at ${name} is ended by the site below ${siteIn(dist).base}, which is shown without another visit`, async () => {
    const site = siteIn(dist);
    const stop = await comesBack(site, name, does);
    await visit.locator('html[data-state="ready"]').waitFor();
    assert.notEqual(await visit.evaluate(title), "Earlier");
    assert.equal(await visit.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    assert.deepEqual(await visit.evaluate(() => caches.keys()), []);
    stop();
  });

for (const dist of built) for (const [what, does] of Object.entries(EARLIER)) ends(`a worker that ${what}`, "sw.js", dist, does);
for (const name of siteIn(built[0]).files.filter((name) => /(worker|sw|sw\.min)\.js$/.test(name) && name !== "sw.js")) {
  ends("a worker", name, built[0], EARLIER["answers pages from the cache"]);
}

test("below a path the stores of other sites of the host stay", async () => {
  const site = built.map(siteIn).find(({ base }) => base !== "/");
  const beside = `caches.open("theirs").then((cache) => cache.put("/theirs/", new Response("x")));`;
  const stop = await comesBack(site, "sw.js", beside + EARLIER["answers pages from the cache"]);
  await visit.locator('html[data-state="ready"]').waitFor();
  assert.deepEqual(await visit.evaluate(() => caches.keys()), ["theirs"]);
  await visit.evaluate(() => caches.delete("theirs"));
  stop();
});
