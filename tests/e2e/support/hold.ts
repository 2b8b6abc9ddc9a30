// A file that takes as long as the test wants it to.
import type { Page } from "@playwright/test";

/** Has requests for what matches wait until what is returned is called. `page.unroute` with the same ends it. */
export async function hold(page: Page, url: RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(url, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}
