// Sites of portfolios that are unlike any that ships: one that means harm, one with a name and nothing else, and one in other
// scripts, without an address, with several sections of projects and a diagram too large to be told in words at once, and one
// with pictures and articles beside it and every sort of Markdown in every text; and some in other languages.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { complaints } from "./support/html";
import { expectStill, watch } from "./support/hydration";
import { unusuals, urlOf } from "./support/machine";
import { expect, ready, started, test } from "./support/test";
import { expectUnharmed } from "./support/unharmed";
import { inOrder, words, written } from "./support/words";

for (const [name, site] of Object.entries(unusuals)) {
  const files = (readdirSync(site.dist, { recursive: true }) as string[]).filter((path) => path.endsWith(".html"));
  const paths = files.filter((file) => file !== "404.html").map((file) => file.replace(/index\.html$/, ""));

  test.describe(`the ${name} site`, () => {
    test.use({ baseURL: urlOf(site) });

    test("has a file for every page", () => {
      const data = JSON.parse(readFileSync(join(site.dist, "portfolio.json"), "utf8"));
      const { projects = [], diagrams = [], experience } = data;
      const articles = name === "gallery" ? 2 : 0;
      expect(paths.length).toBe(1 + projects.length + diagrams.length + (diagrams.length ? 1 : 0) + (experience ? 1 : 0) + articles);
    });

    test("is sound HTML", async () => {
      for (const file of files) expect(await complaints(file, readFileSync(join(site.dist, file), "utf8")), file).toEqual([]);
    });

    test("is hydrated as it stands, does no harm, says the same in the same order, and gives each element an id and each search a name", async ({ page, request }) => {
      test.slow();
      await page.addInitScript(() => Object.defineProperty(window, "__pwned", { value: undefined, writable: true }));
      await watch(page);
      for (const path of paths) {
        await page.goto(path);
        await started(page);
        await expectStill(page, `${name}: /${path}`);
        await expectUnharmed(page);
        const shown = words(await page.locator("#app").innerText());
        expect(inOrder(shown, written(await (await request.get(path)).text())) / shown.length, path).toBeGreaterThan(0.95);
        await ready(page);
        const [ids, searches] = await page.evaluate(() => {
          const all = (selector: string, name: string) => [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name));
          return [all("[id]", "id"), all("search", "aria-label")] as const;
        });
        expect(ids.filter((id, at) => ids.indexOf(id) !== at), path).toEqual([]);
        expect(new Set(searches).size, path).toBe(searches.length);
        expect(searches, path).not.toContain(null);
      }
    });
  });
}

test.describe("the foreign site", () => {
  test.use({ baseURL: urlOf(unusuals.foreign) });

  test("filters each section of projects by its own search box", async ({ page, open }) => {
    await open();
    const searches = page.getByRole("search");
    expect(await searches.count()).toBeGreaterThan(1);
    const last = searches.last();
    await last.getByRole("searchbox").fill("zzz");
    const way = page.getByRole("button", { name: /^Without/ }).last();
    await way.click();
    await expect(last.getByRole("searchbox")).toBeFocused();
  });

  test("asks for the letters that it shows, accented ones among them, and for all of a font when others are typed", async ({ page }) => {
    const fetched: string[] = [];
    page.on("request", (sent) => void (sent.resourceType() === "font" && fetched.push(new URL(sent.url()).pathname.replace(/-[0-9a-f]+\.woff2$/, ""))));
    await page.goto("projects/study/");
    await started(page);
    await page.evaluate(() => document.fonts.ready);
    expect([...new Set(fetched)].sort()).toEqual(["/fonts/inter-cut", "/fonts/jetbrains-mono-cut"]);
    fetched.length = 0;
    await page.goto("");
    await started(page);
    await page.getByRole("searchbox").last().fill("µ¶");
    await expect.poll(() => [...new Set(fetched)].filter((file) => !file.endsWith("-cut"))).toHaveLength(1);
  });

  test("has no filter over an entry alone, but for whoever asks for one in vain", async ({ page, open }) => {
    await open();
    const lone = page.locator("search").filter({ hasText: "1 entry" });
    await expect(lone).toBeHidden();
    await open("?tech=cobol");
    await expect(lone).toBeVisible();
    await expect(lone.getByRole("status")).toContainText("No technology here is called “cobol”");
  });

  test("leads to nobody's pages where it says no address, and hides mail addresses from collectors", async ({ request }) => {
    const html = await (await request.get("")).text();
    expect(html).not.toMatch(/rel="canonical"|og:url/);
    const [, body] = /<div id="app">([\s\S]*)<script/.exec(html)!;
    expect(body).toContain("mailto:ada&#64;example.org");
    expect(body).not.toMatch(/[\w.]@[\w.]/);
  });
});
