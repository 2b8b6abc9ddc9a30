// Ends the service worker of a site that was at this address before. The browser takes this in its place: its stores go, it signs itself
// off, and pages that it still shows are loaded anew, from the site. Nobody else loads this file.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(end()));

async function end() {
  const pages = await clients.matchAll({ type: "window" });
  await forget().catch(() => {});
  await registration.unregister();
  for (const page of pages) page.navigate(page.url).catch(() => {});
}

async function forget() {
  const { scope } = registration;
  for (const name of await caches.keys()) {
    const store = await caches.open(name);
    // Below a path there are other sites of this host, whose stores are not ours to empty.
    if (new URL(scope).pathname !== "/") {
      for (const { url } of await store.keys()) if (url.startsWith(scope)) await store.delete(url, { ignoreVary: true });
      if ((await store.keys()).length > 0) continue;
    }
    await caches.delete(name);
  }
}
