// The `test` that specs use: it opens the page until it is ready, and fails on anything the browser complains of.
import { test as base, type ConsoleMessage, type Dialog, expect, type Page, type Request } from "@playwright/test";
import { generic } from "./generic";
import { launchArguments, wholeChromiumPath } from "./machine";

type Fixtures = {
  /** Opens a path relative to the site's base (no leading slash) and waits until the page is ready. */
  open: (path?: string) => Promise<void>;
  /** A page of the whole Chromium, for what its headless shell lacks: another tab for a place on the same page, pages put aside. */
  whole: Page;
  /** Makes the site one that fetches its portfolio, and answers the request for that with this one. */
  offer: (portfolio: unknown) => Promise<void>;
  /**
   * What the browser complained of so far: console errors, uncaught errors, policy violations, failed requests,
   * dialogs, and requests to other hosts.
   */
  complaints: string[];
  /** What the page warned of so far, on the console. */
  warnings: string[];
  /** Set with `test.use({ forgiving: true })` where complaints are what the test provokes. */
  forgiving: boolean;
};

export const test = base.extend<Fixtures>({
  forgiving: [false, { option: true }],

  complaints: [
    async ({ page, forgiving, baseURL }, use) => {
      const complaints: string[] = [];
      const { origin } = new URL(baseURL!);
      const listeners = {
        console: (message: ConsoleMessage) => {
          // A static host has no file for a page of another portfolio than the site's own; the program shows it all the same.
          const guest = message.text().includes("status of 404") && message.location().url.includes("portfolio=");
          if (message.type() === "error" && !guest) complaints.push(`console: ${message.text()}`);
        },
        pageerror: (error: Error) => complaints.push(`uncaught: ${error.message}`),
        dialog: (dialog: Dialog) => {
          complaints.push(`dialog: ${dialog.message()}`);
          void dialog.dismiss();
        },
        request: (request: Request) => {
          const url = new URL(request.url());
          const own = url.origin === origin || url.protocol === "data:" || url.protocol === "blob:";
          if (!own) complaints.push(`elsewhere: ${request.url()}`);
        },
        requestfailed: (request: Request) => {
          // The page may drop a request itself, when a visitor moves on.
          const reason = request.failure()?.errorText ?? "";
          if (reason !== "net::ERR_ABORTED") complaints.push(`request: ${request.url()} ${reason}`);
        },
      };
      // A page may be shared with the tests after this one.
      for (const [event, listener] of Object.entries(listeners)) page.on(event as "console", listener as () => void);
      await use(complaints);
      for (const [event, listener] of Object.entries(listeners)) page.off(event as "console", listener as () => void);
      if (!forgiving) expect(complaints, "the browser complained").toEqual([]);
    },
    { auto: true },
  ],

  warnings: async ({ page }, use) => {
    const warnings: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "warning") warnings.push(message.text());
    });
    await use(warnings);
  },

  open: async ({ page }, use) => {
    await use(async (path = "") => {
      await page.goto(path);
      await ready(page);
    });
  },

  whole: async ({ playwright, baseURL, viewport }, use) => {
    const browser = await playwright.chromium.launch({
      executablePath: wholeChromiumPath(),
      args: launchArguments,
      // Playwright switches it off.
      ignoreDefaultArgs: ["--disable-back-forward-cache"],
    });
    await use(await browser.newPage({ baseURL, viewport, locale: "en-GB", timezoneId: "UTC" }));
    await browser.close();
  },

  offer: async ({ page }, use) => {
    await use(async (portfolio) => {
      await generic(page);
      await page.route(/\/portfolio\.json$/, (route) => route.fulfill({ json: portfolio }));
    });
  },
});

/** Waits until the page says that it is ready. What is out of sight has not started yet. */
export async function started(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-state", "ready");
}

/** The same, then moves the mouse over the page and away from it until all of it has its place. */
export async function ready(page: Page): Promise<void> {
  await started(page);
  const { height } = page.viewportSize()!;
  await expect(async () => {
    // A mouse that rests where the page appears is on that place already: it has to come from another.
    for (const y of [height / 2, 0]) await page.mouse.move(0, y);
    await expect(page.locator("html")).not.toHaveAttribute("data-layout", { timeout: 1000 });
  }).toPass();
}

/** Follows a link to a path of the site, as if one stood on this page, and waits for the page it leads to. */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((path) => {
    document.querySelector("h1")?.setAttribute("data-left", "");
    const link = document.createElement("a");
    link.href = path;
    document.body.append(link);
    link.click();
    link.remove();
  }, path);
  await expect(page).toHaveURL((url) => url.pathname.endsWith(path));
  await expect(page.locator("h1")).toBeVisible();
  await expect(page.locator("h1[data-left]")).toHaveCount(0);
}

/** The errors nobody may provoke: an uncaught one, a dialog, a request to another host. */
export function serious(complaints: string[]): string[] {
  return complaints.filter((complaint) => /^(uncaught|dialog|elsewhere)/.test(complaint));
}

export { expect };
