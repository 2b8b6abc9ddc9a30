// The page as `cargo xtask build --generic` makes it: nothing rendered beforehand, so the program fetches the portfolio.
import type { Page } from "@playwright/test";

const RENDERED = /<div id="app">[\s\S]*<\/div>\s*<script type="application\/json" id="v-portfolio"[\s\S]*?<\/script>/;
const LOADING = '<div id="app"><p class="loading" role="status">Loading the portfolio…</p></div>';

/** Answers every request for a page with the generic one. */
export async function generic(page: Page): Promise<void> {
  await page.route("**/*", async (route) => {
    if (route.request().resourceType() !== "document") return route.fallback();
    const response = await route.fetch();
    const rendered = await response.text();
    if (!RENDERED.test(rendered)) throw new Error(`${route.request().url()} is no page that was rendered beforehand`);
    const body = rendered.replace(RENDERED, LOADING).replace('data-state="static"', 'data-state="loading"');
    // A page of another portfolio than the site's own is there for the program only.
    await route.fulfill({ status: 200, contentType: "text/html; charset=utf-8", body });
  });
}
