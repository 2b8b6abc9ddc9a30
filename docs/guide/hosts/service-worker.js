// Published at the address of an earlier site's service worker, ends that: the browser takes this in its place, its caches go,
// it signs itself off, and pages that it still shows are loaded anew, from the site.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(end()));

async function end() {
  for (const name of await caches.keys()) await caches.delete(name);
  const pages = await clients.matchAll({ type: "window" });
  await registration.unregister();
  for (const page of pages) page.navigate(page.url);
}
