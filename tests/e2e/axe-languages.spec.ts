// In each language that pages speak they say which one that is, nothing is cut, and axe-core finds nothing.
import { readFileSync } from "node:fs";
import { type Asked, expectAccessible, nothing } from "./support/axe";
import { test } from "./support/built";
import { drawn } from "./support/diagram";
import { misfits } from "./support/fit";
import { expect } from "./support/test";

/** What a page says it is in, which way that is read, and whose texts are in a script like its own. */
const languages = [
  ["en", "ltr", "german"],
  ["de", "ltr", "german"],
  ["fr", "ltr", "german"],
  ["es", "ltr", "german"],
  ["pt-BR", "ltr", "german"],
  ["hi", "ltr", "japanese"],
  ["ja", "ltr", "japanese"],
  ["zh-Hans", "ltr", "japanese"],
  ["ar", "rtl", "arabic"],
] as const;
const PAGES = ["", "projects/strom/", "architecture/d/"];

test.use({ contextOptions: { reducedMotion: "reduce" } });

/** What a worker has asked: the same look in other words is as legible. */
const asked: Asked = nothing();

for (const [language, direction, file] of languages) {
  test.describe(`in ${language}`, () => {
    const portfolio = JSON.parse(readFileSync(`tests/e2e/data/${file}.json`, "utf8"));
    test.use({ made: { portfolio: { ...portfolio, language } } });

    test("pages say their language and direction, all of them fits, and axe finds no fault with them", async ({ page, open }) => {
      test.slow();
      for (const path of PAGES) {
        await page.setViewportSize({ width: 320, height: 740 });
        await open(path);
        if (path.startsWith("architecture")) await drawn(page);
        await expect(page.locator("html"), path).toHaveAttribute("lang", language);
        await expect(page.locator("html"), path).toHaveAttribute("dir", direction);
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 740 });
          expect(await misfits(page), `/${path}, ${width} px wide`).toEqual([]);
          await expectAccessible(page, `/${path} in ${language}, ${width} px wide`, asked);
        }
      }
    });
  });
}
