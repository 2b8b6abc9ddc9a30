// The site of each portfolio, built as its owner would: every page is there, is hydrated as it stands, and holds still.
import { expectStill, readOn, watch } from "./support/hydration";
import { siteOf, urlOf, type At } from "./support/machine";
import { bundled } from "./support/portfolios";
import { expect, started, test } from "./support/test";
import { inOrder, words, written } from "./support/words";
import type { Page } from "@playwright/test";

/** What the data of a page for search engines says, text by text, and all the text that the page shows. */
const facts = (page: Page) =>
  page.evaluate(() => {
    const plain = (text: string) => text.replace(/\s+/g, "");
    const facts = (value: unknown, key = ""): [string, string][] => {
      if (typeof value === "string") return key.startsWith("@") ? [] : [[key, plain(value)]];
      if (typeof value !== "object" || value === null) return [];
      return Object.entries(value).flatMap(([inner, value]) => facts(value, /^\d+$/.test(inner) ? key : inner));
    };
    const data = [...document.querySelectorAll("script[type='application/ld+json']")].flatMap((script) => facts(JSON.parse(script.textContent!)));
    // What is addressed rather than written, and what a day is called.
    const said = data.filter(([key, text]) => !/^(dateModified|temporalCoverage|width|height)$/.test(key) && !/^https?:/.test(text));
    return { said, shown: plain(document.title + document.querySelector("#app")!.textContent) };
  });

for (const portfolio of bundled) {
  const { data, name } = portfolio;
  const author = data.profile.name;
  const routes: [path: string, heading: string, title: string][] = [
    ["", author, `${author} · ${data.profile.headline}`],
    ...data.projects.map(({ id, title }) => [`projects/${id}/`, title, `${title} · ${author}`] as [string, string, string]),
    ...data.diagrams.map(({ id, title, name }) => [`architecture/${id}/`, title ?? name, `${title ?? name}: diagram · ${author}`] as [string, string, string]),
    ...(data.experience ? [["experience/", "Experience", `Experience · ${author}`] as [string, string, string]] : []),
  ];

  test.describe(`the site of ${name}`, () => {
    test.use({ baseURL: async ({}, use, { project }) => use(urlOf(siteOf(name)[project.name as At])) });

    test("has a page at each address, which says before and after hydration what it is, to people and to search engines", { tag: "@base" }, async ({ page, open, request, baseURL }) => {
      test.slow();
      const found = new Set(routes.map(([path]) => path));
      /** Notes which pages of the site this one links to. */
      const gather = async () => {
        const base = new URL(baseURL!);
        const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
        for (const url of links.map((link) => new URL(link)).filter(({ origin }) => origin === base.origin)) {
          expect(url.pathname.startsWith(base.pathname), url.href).toBe(true);
          found.add(url.pathname.slice(base.pathname.length));
        }
      };
      for (const [path, heading, title] of routes) {
        const answer = await request.get(path, { maxRedirects: 0 });
        expect(answer.status(), path).toBe(200);
        const html = await answer.text();
        expect(html, path).toContain(`<title>${title.replace("&", "&amp;")}</title>`);
        await open(path);
        await expect(page.getByRole("heading", { level: 1 }), path).toHaveText(heading);
        await expect(page, path).toHaveTitle(title);

        await test.step("in the same words", async () => {
          const shown = words(await page.locator("#app").innerText());
          expect(shown.length, path).toBeGreaterThan(50);
          expect.soft(inOrder(shown, written(html)) / shown.length, path).toBeGreaterThan(0.95);
        });

        await test.step("what search engines are told is what is shown", async () => {
          const { said, shown } = await facts(page);
          expect(said.length, path).toBeGreaterThan(2);
          // A description joins what stands apart.
          const isShown = ([, text]: [string, string]) => text.replace(/…$/, "").split(/(?<=[.!?])/).every((sentence) => shown.includes(sentence));
          expect.soft(said.filter((fact) => !isShown(fact)), path).toEqual([]);
        });

        await gather();
      }

      await test.step("links lead to pages", async () => {
        // More are found on the way.
        for (const path of found) {
          if (routes.some(([known]) => known === path)) continue;
          await open(path);
          await expect(page.getByRole("heading", { level: 1 }), path).not.toHaveText("Page not found");
          await gather();
        }
      });
    });

    test.describe("at an address that it does not have", () => {
      // The browser notes the status 404.
      test.use({ forgiving: true });

      test("answers with a page that is hydrated as it stands", { tag: "@base" }, async ({ page }) => {
        await watch(page);
        for (const path of ["nowhere", "projects/nothing/", "architecture/nothing/"]) {
          await page.goto(path);
          await started(page);
          await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
          await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
          await expectStill(page, path);
        }
        await page.getByRole("link", { name: "Go to the start page" }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(author);
        await expect(page.locator("meta[name=robots]")).toHaveCount(0);
      });
    });

    test("says at each step of a visit which address stands for the page", { tag: "@base" }, async ({ page, open }) => {
      const canonical = page.locator("link[rel=canonical]");
      const site = data.site!.replace(/\/?$/, "/");
      const path = `projects/${data.projects[0]!.id}/`;
      await open(path);
      await expect(canonical).toHaveAttribute("href", site + path);
      await page.getByRole("banner").getByRole("link", { name: author }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(author);
      await expect(canonical).toHaveAttribute("href", site);
      await page.goBack();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(data.projects[0]!.title);
      await expect(canonical).toHaveAttribute("href", site + path);
    });

    for (const [width, height, tag] of [[1280, 800, "@base"], [360, 740, "@narrow"]] as const) {
      test(`is hydrated element by element, and nothing moves on the whole visit, ${width} px wide; it fetches no letters that it doesn't show`, { tag }, async ({ page }) => {
        test.slow();
        await page.setViewportSize({ width, height });
        const fetched: string[] = [];
        page.on("request", (sent) => void (sent.resourceType() === "font" && fetched.push(new URL(sent.url()).pathname)));
        await watch(page);
        for (const [path] of routes) {
          await page.goto(path);
          await started(page);
          await expectStill(page, `/${path} as it was hydrated`);
          // Where a diagram fills the window, the wheel zooms.
          if (!path.startsWith("architecture")) await readOn(page);
          await expectStill(page, `/${path}`);
          if (path.startsWith("architecture")) await readOn(page);
        }
        expect(fetched.length).toBeGreaterThan(1);
        expect(fetched.filter((font) => !font.includes("-cut-"))).toEqual([]);
      });
    }

    test("has every face that its texts are set in, also those that stand in for fonts that are still on their way", { tag: "@base" }, async ({ page, open }) => {
      await open();
      const [named, known] = await page.evaluate(() => {
        const style = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body);
        const shown = ["body", "h1", "code", ".hero__tagline"].map((selector) => style(selector).fontFamily);
        const families = [...shown, ...["--font-text", "--font-mono"].map((token) => style("html").getPropertyValue(token))];
        const plain = (family: string) => family.trim().replaceAll('"', "");
        return [families.flatMap((list) => list.split(",").map(plain)), [...document.fonts].map(({ family }) => plain(family))];
      });
      const own = named.filter((family) => /Fallback|Vitrine|Inter|JetBrains/.test(family));
      expect(own.filter((family) => family.startsWith("Fallback")).length).toBeGreaterThan(1);
      expect(own.filter((family) => !known.includes(family))).toEqual([]);
    });

    test("tells machines of this portfolio: pictures, résumé, feed and map", { tag: "@base" }, async ({ request, baseURL }) => {
      const map = await (await request.get("sitemap.xml")).text();
      const images = new Set<string>();
      for (const [path] of routes) {
        const html = await (await request.get(path)).text();
        const [, image] = /<meta property="og:image" content="[^"]*\/(share\/[^"]+)"/.exec(html) ?? [];
        const [, canonical] = /<link rel="canonical" href="([^"]+)"/.exec(html) ?? [];
        expect(canonical, path).toMatch(new RegExp(`/${path}$`));
        expect(map, path).toContain(`<loc>${canonical}</loc>`);
        const bytes = await (await request.get(image!)).body();
        expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], image).toEqual([1200, 630]);
        images.add(bytes.toString("base64"));
      }
      expect(images.size, "no two pages share a picture").toBe(routes.length);
      expect(map.match(/<loc>/g)).toHaveLength(routes.length);
      const resume = await (await request.get("resume.json")).json();
      expect(resume.basics.name).toBe(author);
      expect(resume.projects.map(({ name }: { name: string }) => name)).toEqual(data.projects.map(({ title }) => title));
      const feed = await (await request.get("feed.xml")).text();
      expect(feed).toContain(`<author><name>${author}</name>`);
      expect(await (await request.get("portfolio.json")).json()).toEqual(data);
      const manifest = await (await request.get("site.webmanifest")).json();
      expect(new URL(manifest.start_url, new URL("site.webmanifest", baseURL)).pathname).toBe(new URL(baseURL!).pathname);
    });
  });
}
