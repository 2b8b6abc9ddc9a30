// Languages that nobody speaks show what a language breaks: `en-XA` has English words with accents and a third longer, `ar-XB` such
// as are read from right to left. What is cut there would be cut in other languages, too; a plain word stands in code.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { APIRequestContext, Page } from "@playwright/test";
import { command, type Made, test } from "./support/built";
import { drawn } from "./support/diagram";
import { misfits } from "./support/fit";
import { everyField, ownPortfolio } from "./support/portfolios";
import { expect, ready } from "./support/test";
import { texts, words } from "./support/words";

const gallery = "tests/e2e/data/gallery";
const portfolios: Record<string, Made> = {
  "the project's own portfolio": { portfolio: ownPortfolio() },
  "a portfolio with every field": { portfolio: everyField() },
  "a portfolio with pictures and articles": { portfolio: JSON.parse(readFileSync(`${gallery}/portfolio.json`, "utf8")), beside: gallery },
};
const WIDTHS = [320, 1440];

/** What a portfolio says in letters of no language that has words, but for what names something: an address, a product, an id. */
function disguised(value: unknown, key = ""): unknown {
  const NAMES = /^(\$schema|version|site|id|url|email|theme|scheme|icon|parts?|kinds?|technolog(y|ies)|source|target|from|to|node|group|parent|diagram|opens|start|end|date|updated|taken|period|print|file|poster|video|article|src|language|view|category|weekStart|command|path|boundary)$/;
  if (typeof value === "string") return NAMES.test(key) ? value : value.replace(/[a-z]/gi, (letter) => "αβγδεζηθικλμνξοπρστυφχψωϕϑ"[letter.toLowerCase().charCodeAt(0) - 97]!);
  if (Array.isArray(value)) return value.map((one) => disguised(one, key));
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, disguised(one, name)]));
  return value;
}

const messages = (language: string): Record<string, string> => JSON.parse(execFileSync(command, ["words", language], { encoding: "utf8" }));

/** Opens what one of a diagram's tools shows. */
async function opened(page: Page, said: Record<string, string>, tool: string): Promise<void> {
  const button = page.getByRole("button", { name: said[tool], exact: true });
  await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "true");
}

/** Every page that the site tells search engines of, and the one for addresses that are none. */
async function pages(request: APIRequestContext): Promise<string[]> {
  const map = await (await request.get("sitemap.xml")).text();
  const paths = [...map.matchAll(/<loc>https:\/\/[^/]+\/([^<]*)<\/loc>/g)].map(([, path]) => path!);
  expect(paths.length).toBeGreaterThan(3);
  return [...paths, "404.html"];
}

/** Expects that all of the page fits, narrow and wide; it is narrow already. */
async function expectFit(page: Page, where: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await ready(page);
    // On a phone the choice of a flow has as much room as the buttons beside it leave, which is enough for languages that are spoken.
    await expect.configure({ soft: true }).poll(() => misfits(page, width === WIDTHS[0]), `${where}, ${width} px wide`).toEqual([]);
  }
}

for (const language of ["en-XA", "ar-XB"]) {
  const said = messages(language);

  for (const [name, { portfolio, beside }] of Object.entries(portfolios)) {
    test.describe(`${name} in ${language}`, () => {
      test.use({ made: { portfolio: { ...portfolio, site: "https://example.org/", language }, beside }, viewport: { width: WIDTHS[0]!, height: 800 } });

      // Of what a portfolio names beside it, not all is there.
      test.use({ forgiving: true });
      test("fits on every page", async ({ page, request, open }) => {
        test.slow();
        for (const path of await pages(request)) {
          await page.setViewportSize({ width: WIDTHS[0]!, height: 800 });
          await open(path);
          await expectFit(page, path);
        }
      });
    });
  }

  const own = ownPortfolio();
  test.describe(`what opens, in ${language}`, () => {
    test.use({ made: { portfolio: { ...own, language } }, viewport: { width: WIDTHS[0]!, height: 800 } });
    const named = (key: string) => ({ name: said[key], exact: true });
    const diagram = `architecture/${own.diagrams[0].id}/`;
    const node = own.diagrams[0].nodes[0].id;
    const states: [string, string, (page: Page) => Promise<unknown>][] = [
      ["a filter that finds nothing", "?tech=nextjs&q=xylophone", async () => {}],
      ["a filter that finds little", "?tech=redis,express&q=queue", async () => {}],
      ["another project", "", (page) => page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("button").nth(1).click()],
      ["what is folded", "", (page) => page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)))],
      ["a part of a diagram", `${diagram}#${node}`, (page) => expect(page.locator(".diagram__panel")).toBeVisible()],
      ["a flow", `${diagram}?flow=${own.diagrams[0].flows[0].id}&step=2`, (page) => expect(page.getByRole("button", named("flow.play"))).toBeVisible()],
      ["the search of a diagram", diagram, async (page) => {
        await page.getByRole("button", named("tool.find")).click();
        await page.getByRole("combobox", named("find.field")).fill("xylophone");
        await expect(page.getByText(said["find.nothing"]!)).toBeVisible();
      }],
      ["what saves a diagram", diagram, (page) => opened(page, said, "tool.export")],
      ["the keys of a diagram", diagram, (page) => opened(page, said, "tool.keys")],
    ];
    for (const [what, path, act] of states) {
      test(`${what} fits`, async ({ page, open }) => {
        await open(path);
        if (path.startsWith("architecture")) await drawn(page);
        await act(page);
        await expectFit(page, what);
      });
    }
  });
}

test.describe("words in code", () => {
  // Titles of the page's own where the author gives none.
  const { sections: _, projectKinds: __, ...every } = everyField();
  const portfolio = disguised({ ...every, site: "https://example.org/", language: "en-XA" }) as object;
  test.use({ made: { portfolio }, forgiving: true });
  /** What is called so in every language: a branch of git, a window of the terminal's kind. */
  const NAMES = ["main", "github.contribution_graph"];

  test("are none: every word of a page has accents but the names that a portfolio gives", async ({ page, request, open }) => {
    const given = new Set(words(JSON.stringify(portfolio)));
    const isPlain = (word: string) => /^[a-z]{2,}$/.test(word) && /[aeioucnsyz]/.test(word) && !given.has(word);
    const plain = async () => (await texts(page)).filter((text) => !NAMES.includes(text) && words(text).some(isPlain));
    for (const path of await pages(request)) {
      await open(path);
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      expect.soft(await plain(), path).toEqual([]);
      if (!path.startsWith("architecture/")) continue;
      await drawn(page);
      for (const tool of ["tool.find", "tool.export", "tool.keys"]) {
        await opened(page, messages("en-XA"), tool);
        expect.soft(await plain(), `${path}, ${tool}`).toEqual([]);
      }
    }
  });
});
