// A portfolio in two languages: a site for each, one of them from right to left, and the way between the two.
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { drawn } from "./support/diagram";
import { siteOf, urlOf } from "./support/machine";
import { expect, ready, test } from "./support/test";

const sites = siteOf("salma-idrissi");
const other = (page: Page) => page.getByRole("navigation", { name: /^(Language|اللغة)$/ }).getByRole("link");

const PAGES = ["", "projects/ledger/", "architecture/payments/", "experience/"];

for (const [at, site] of Object.entries(sites)) {
  test.describe(`at ${site.base}`, () => {
    test.use({ baseURL: urlOf(site) });

    test("each page leads to the same one in the other language, and back", async ({ page }) => {
      for (const path of PAGES) {
        await page.goto(path);
        await ready(page);
        await expect(page.locator("html")).toHaveAttribute("lang", "en");
        await other(page).click();
        await expect(page, path).toHaveURL(`${urlOf(site)}ar/${path}`);
        await ready(page);
        await expect(page.locator("html")).toHaveAttribute("lang", "ar");
        await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
        await other(page).click();
        await expect(page, path).toHaveURL(urlOf(site) + path);
      }
    });

    test("a walk through the pages of a language stays in it", async ({ page }) => {
      await page.goto("ar/");
      await ready(page);
      await page.locator("main a[href$='/ar/experience/']").click();
      await expect(page).toHaveURL(`${urlOf(site)}ar/experience/`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("الخبرات");
      await expect(page).toHaveTitle("الخبرات · سلمى الإدريسي");
        await page.getByRole("link", { name: "سلمى الإدريسي" }).click();
      await expect(page).toHaveURL(`${urlOf(site)}ar/`);
      await page.goBack();
      await expect(page).toHaveURL(`${urlOf(site)}ar/experience/`);
      // The page that the program has come to since counts, not the one that was loaded.
      await other(page).click();
      await expect(page).toHaveURL(`${urlOf(site)}experience/`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Experience");
    });

    if (at === "root") onceForAll();
  });
}

function onceForAll(): void {
  test("what is chosen on a page, and where one is on it, is kept", async ({ page }) => {
    await page.goto("?tech=rust");
    await ready(page);
    await other(page).click();
    await expect(page).toHaveURL(/\/ar\/\?tech=rust/);
    await ready(page);
    await expect(page.locator("#projects .project-card__title")).toHaveText(["أجهزة دفع بلا شبكة"]);

    await page.goto("");
    await ready(page);
    await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Experience" }).click();
    await page.locator("#experience").scrollIntoViewIfNeeded();
    await expect(page.locator(".site-nav [aria-current]")).toHaveText("Experience");
    // By keyboard, since the links have been scrolled away.
    await other(page).focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/ar\/#experience$/);
    await ready(page);
    await expect(page.locator("#experience h2")).toBeInViewport();
  });

  test("a flow that is followed is followed in the other language", async ({ page }) => {
    await page.goto("architecture/payments/?flow=payment&step=2");
    await ready(page);
    await drawn(page);
    await other(page).click();
    await expect(page).toHaveURL(/\/ar\/architecture\/payments\/\?flow=payment&step=2/);
    await ready(page);
    await drawn(page);
    await expect(page.getByText("يطلب ١٢٠ درهمًا").first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight), "the diagram fills what is left of the window").toBe(true);
  });

  test("search engines and machines are told of both", async ({ request }) => {
    for (const path of ["", "projects/ledger/", "experience/"]) {
      const [english, arabic] = await Promise.all(["", "ar/"].map(async (folder) => (await request.get(folder + path)).text()));
      const told = (page: string) => [...page.matchAll(/<link rel="alternate" href="([^"]*)" hreflang="([^"]*)">/g)].map(([, href, tag]) => `${tag} ${href}`);
      expect(told(english!), path).toEqual([
        `en https://salma.example/${path}`,
        `ar https://salma.example/ar/${path}`,
        `x-default https://salma.example/${path}`,
      ]);
      expect(told(arabic!), path).toEqual(told(english!));
      expect(arabic).toContain(`<link rel="canonical" href="https://salma.example/ar/${path}">`);
      expect(arabic).toContain('<meta property="og:locale:alternate" content="en_US">');
      const image = /og:image" content="https:\/\/salma\.example\/([^"]*)"/.exec(arabic!)![1]!;
      expect((await request.get(image)).headers()["content-type"], image).toBe("image/png");
    }
    const map = await (await request.get("sitemap.xml")).text();
    const listed = [...map.matchAll(/<loc>https:\/\/salma\.example\/([^<]*)<\/loc>/g)].map(([, path]) => path!);
    expect(listed).toHaveLength(12);
    for (const path of listed) expect((await request.get(path)).status(), path).toBe(200);
    expect(await (await request.get("ar/feed.xml")).text()).toContain('<link rel="self" type="application/atom+xml" href="https://salma.example/ar/feed.xml"/>');
    expect(await (await request.get("ar/resume.json")).json()).toMatchObject({ basics: { name: "سلمى الإدريسي" } });
    const { icons, ...manifest } = await (await request.get("ar/site.webmanifest")).json();
    expect(manifest).toMatchObject({ lang: "ar", dir: "rtl", start_url: "." });
    for (const { src } of icons) expect((await request.get(`ar/${src}`)).status(), src).toBe(200);
  });

  test("by keyboard it is seen whole where one is", async ({ page }) => {
    await page.goto("");
    await ready(page);
    await page.keyboard.press("Shift+Tab");
    await expect(other(page)).toBeFocused();
    const ring = await other(page).evaluate((link) => {
      const { outlineWidth, outlineOffset } = getComputedStyle(link);
      const room = link.closest("ul")!.getBoundingClientRect();
      const box = link.getBoundingClientRect();
      const beyond = parseFloat(outlineWidth) + parseFloat(outlineOffset);
      return [box.top - beyond - room.top, room.bottom - box.bottom - beyond];
    });
    expect(Math.min(...ring), "px between the ring and what cuts it off").toBeGreaterThanOrEqual(0);
  });

  test.describe("where nothing is", () => {
    // The browser tells of each 404.
    test.use({ forgiving: true });

    test("that is said in the language of the folder", async ({ page }) => {
      const answer = await page.goto("ar/projects/none/");
      expect(answer!.status()).toBe(404);
      await ready(page);
      await expect(page.locator("html")).toHaveAttribute("lang", "ar");
      await expect(page.getByRole("heading", { level: 1 })).toContainText("غير موجود");
      await other(page).click();
      await expect(page).toHaveURL(urlOf(sites.root));
    });

    test("a host with one such page for all leads to the start pages", async ({ page, request }) => {
      const body = await (await request.get("404.html")).text();
      await page.route("**/projects/none/", (route) => route.fulfill({ status: 404, contentType: "text/html", body }));
      await page.goto("ar/projects/none/");
      await ready(page);
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      await other(page).click();
      await expect(page).toHaveURL(`${urlOf(sites.root)}ar/`);
    });

    test("above the portfolio of somebody else there is no way to the own one's languages", async ({ page }) => {
      await page.route("**/guest.json", (route) => route.fulfill({ json: { profile: { name: "Ada" } } }));
      await page.goto("?portfolio=guest.json");
      await ready(page);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ada");
      await expect(other(page)).toHaveCount(0);
    });
  });

  test("every page of both can be read and used by everybody", async ({ page }) => {
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      for (const path of PAGES.flatMap((path) => [path, `ar/${path}`])) {
        await page.goto(path);
        await ready(page);
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} at ${width}`).toBeLessThanOrEqual(width);
      }
    }
  });

  test.describe("without scripts", () => {
    test.use({ javaScriptEnabled: false });

    test("the links lead to the same page", async ({ page }) => {
      await page.goto("projects/ledger/");
      await other(page).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("دفتر قيود يُعاد تشغيله");
    });
  });
}
