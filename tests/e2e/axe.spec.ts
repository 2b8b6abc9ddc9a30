// axe-core finds nothing, on any route, in light and in dark, narrow and wide, for each portfolio.
import { expectAccessible } from "./support/axe";
import { bundled } from "./support/portfolios";
import { expect, ready, test } from "./support/test";

// A page that does not exist is answered with 404, which the browser reports.
test.use({ forgiving: true, contextOptions: { reducedMotion: "reduce" } });

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
    for (const width of path.endsWith("nothing") ? [320] : [320, 1280]) {
      test(`/${path} of ${portfolio.name} at ${width} px is accessible in both schemes`, async ({ page }) => {
        test.slow();
        await page.setViewportSize({ width, height: 740 });
        await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
        await page.goto(portfolio.at(path));
        await ready(page);
        await expectAccessible(page);
        await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
        await expectAccessible(page);
      });
    }
  }
}

const states: [string, string, (page: import("@playwright/test").Page) => Promise<unknown>][] = [
  ["with a filter that finds little", "?tech=redis,express&q=queue", async () => {}],
  ["with a filter that finds nothing", "?tech=nextjs&q=xylophone", async () => {}],
  [
    "with another project open",
    "",
    async (page) => {
      await page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("button").nth(1).click();
    },
  ],
];
states.push([
  "with every chip",
  "?portfolio=examples/arunav-malhotra.json",
  (page) => page.getByRole("search").getByRole("button", { name: /more$/ }).click(),
]);
for (const [what, path, act] of states) {
  for (const width of [320, 1280]) {
    test(`the start page ${what} at ${width} px is accessible in both schemes`, async ({ page }) => {
      test.slow();
      await page.setViewportSize({ width, height: 740 });
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      await page.goto(path);
      await ready(page);
      await act(page);
      // What is scrolled below the header has a small target for as long as it is there.
      await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      await expectAccessible(page);
    });
  }
}

test("a route that is not there is accessible, too", async ({ page }) => {
  await page.goto("no/such/page");
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
});
