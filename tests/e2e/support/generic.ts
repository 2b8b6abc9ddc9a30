// The page as `cargo xtask build --generic` makes it: nothing prerendered, so the program fetches the portfolio.
import type { Page } from "@playwright/test";
import { type At, others, sites, urlOf } from "./machine";

/** What each site has of its own beside its pages: the style sheet, which names the fonts, and the fonts, cut to its letters. */
const OWN = ["stylesheet", "font"];

/** Answers every request for a page with the one of the generic site, which has the same program and is at the same path. */
export async function generic(page: Page): Promise<void> {
  await page.route("**/*", async (route) => {
    const type = route.request().resourceType();
    if (type !== "document" && !OWN.includes(type)) return route.fallback();
    const asked = new URL(route.request().url());
    const at: At = asked.port === String(sites.base.port) ? "base" : "root";
    const url = new URL(asked.pathname + asked.search, urlOf(others.generic[at])).href;
    // A test that is over takes its answers with it; where one is missing otherwise, the page fails, and the test with it.
    const response = await route.fetch({ url }).catch(() => null);
    if (!response) return route.abort().catch(() => {});
    // It has one page for all addresses; what a host says of those without a file is no matter here.
    await route.fulfill({ response, status: type === "document" ? 200 : response.status() }).catch(() => {});
  });
}
