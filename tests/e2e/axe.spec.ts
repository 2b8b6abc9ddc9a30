// axe-core finds nothing, on any route, in light and in dark, narrow and wide, for each portfolio.
//
// Each page is opened once, narrow, and then made wide. Below a path the pages are not asked again: it changes their
// addresses only, which repeatable.spec.ts holds them to.
import { type Asked, expectAccessible, expectAccessibleInBothSchemes, nothing } from "./support/axe";
import { arunav, type Bundled, bundled, vivek } from "./support/portfolios";
import { expect, ready, test } from "./support/test";
import type { Page } from "@playwright/test";

// A page that does not exist is answered with 404, which the browser reports.
test.use({ forgiving: true, viewport: { width: 320, height: 740 }, contextOptions: { reducedMotion: "reduce" } });

/** What a worker has asked about a portfolio's pages, which have much in common. */
const asked = new Map<Bundled, Asked>();
const askedOf = (portfolio: Bundled): Asked => asked.get(portfolio) ?? asked.set(portfolio, nothing()).get(portfolio)!;

for (const portfolio of bundled) {
  const { projects, diagrams, experience } = portfolio.data;
  const routes = [
    "",
    `projects/${projects[0]!.id}/`,
    `architecture/${diagrams[0]!.id}/`,
    ...(experience ? ["experience/"] : []),
    "projects/nothing/",
  ];
  for (const path of routes) {
    // A page that says so little is the same at every width.
    const widths = path.endsWith("nothing") ? [320] : [320, 1280];
    test(`/${path} of ${portfolio.name} is accessible at ${widths.join(" and ")} px in both schemes`, async ({ page }) => {
      test.slow();
      await page.goto(portfolio.at(path));
      await ready(page);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 740 });
        await expectAccessibleInBothSchemes(page, `${width} px wide`, askedOf(portfolio));
      }
    });
  }
}

const states: [string, Bundled, Record<string, string>, (page: Page) => Promise<unknown>][] = [
  ["with a filter that finds little", vivek, { tech: "redis,express", q: "queue" }, async () => {}],
  ["with a filter that finds nothing", vivek, { tech: "nextjs", q: "xylophone" }, async () => {}],
  [
    "with another project open",
    vivek,
    {},
    async (page) => {
      await page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("button").nth(1).click();
    },
  ],
  [
    "with every chip",
    arunav,
    {},
    (page) => page.getByRole("search").getByRole("button", { name: /more$/ }).click(),
  ],
];
for (const [what, portfolio, query, act] of states) {
  test(`the start page ${what} is accessible at 320 and 1280 px in both schemes`, async ({ page }) => {
    test.slow();
    await page.goto(portfolio.at("", query));
    await ready(page);
    await act(page);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      // What is scrolled below the header has a small target for as long as it is there.
      await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
      await expectAccessibleInBothSchemes(page, `${width} px wide`, askedOf(portfolio));
    }
  });
}

test("a route that is not there is accessible, too", async ({ page }) => {
  await page.goto("no/such/page");
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
});
