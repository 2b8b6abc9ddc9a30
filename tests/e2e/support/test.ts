// The `test` that specs use: it opens the page until it is ready, and fails on anything the browser complains of.
import { test as base, expect, type Page } from "@playwright/test";

type Fixtures = {
  /** Opens a path relative to the site's base (no leading slash) and waits until the page is ready. */
  open: (path?: string) => Promise<void>;
  /** What the browser complained of so far: console errors, uncaught errors, policy violations, failed requests. */
  complaints: string[];
  /** Set with `test.use({ forgiving: true })` where complaints are what the test provokes. */
  forgiving: boolean;
};

export const test = base.extend<Fixtures>({
  forgiving: [false, { option: true }],

  complaints: [
    async ({ page, forgiving }, use) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(`console: ${message.text()}`);
      });
      page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
      page.on("requestfailed", (request) => {
        // The page may drop a request itself, when a visitor moves on.
        const reason = request.failure()?.errorText ?? "";
        if (reason !== "net::ERR_ABORTED") complaints.push(`request: ${request.url()} ${reason}`);
      });
      await use(complaints);
      if (!forgiving) expect(complaints, "the browser complained").toEqual([]);
    },
    { auto: true },
  ],

  open: async ({ page }, use) => {
    await use(async (path = "") => {
      await page.goto(path);
      await ready(page);
    });
  },
});

/** Waits until the page says that it is ready. */
export async function ready(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-state", "ready");
}

export { expect };
