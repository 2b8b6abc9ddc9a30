// Trunk's own build of the page works: it loads a portfolio, whichever is asked for, and draws its diagrams.
import { sharvil, vivek } from "../e2e/support/portfolios";
import { expect, ready, test } from "../e2e/support/test";

for (const portfolio of [vivek, sharvil]) {
  test(`the page shows the portfolio of ${portfolio.name} and goes to its pages`, async ({ page, open }) => {
    await open(portfolio.at());
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(portfolio.data.profile.name);
    const [project] = portfolio.data.projects;
    await page.getByRole("link", { name: "Full page" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: project!.title })).toBeVisible();
  });
}

test("the page draws a diagram, with the icons of what it runs on", async ({ page, open }) => {
  const icons = page.waitForResponse(/icons.*\.svg$/);
  await open();
  await page.getByRole("region", { name: "Architecture" }).scrollIntoViewIfNeeded();
  await expect(page.locator("canvas").first()).toBeVisible();
  expect(await (await icons).text()).toContain("<symbol");
});
