// The `test` of those who only look: a worker opens a page once for all its tests that ask for the same, so they leave it
// as they found it. Where it is scrolled to, and what the pointer is at, is nobody's business.
import type { Page } from "@playwright/test";
import { expect, ready, test as base } from "./test";

export const test = base.extend<object, { shown: Map<string, Page> }>({
  shown: [
    async ({}, use) => {
      const shown = new Map<string, Page>();
      await use(shown);
      for (const page of shown.values()) await page.context().close();
    },
    { scope: "worker" },
  ],

  page: async ({ shown, browser, baseURL, viewport, hasTouch, isMobile, colorScheme, javaScriptEnabled, contextOptions }, use) => {
    const key = JSON.stringify([baseURL, viewport, hasTouch, isMobile, colorScheme, javaScriptEnabled, contextOptions]);
    // A new one has the options of the test that asks for it.
    const page = shown.get(key) ?? (await browser.newPage());
    shown.set(key, page);
    await use(page);
  },

  open: async ({ page, baseURL }, use) => {
    await use(async (path = "") => {
      if (page.url() === new URL(path, baseURL).href) return void (await page.mouse.move(0, 0));
      await page.goto(path);
      await ready(page);
    });
  },
});

export { expect };
