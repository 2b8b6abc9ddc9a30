// `?portfolio=` opens another portfolio of this site, and nothing else.
import { arunav, bundled, sharvil } from "./support/portfolios";
import { expect, ready, test } from "./support/test";

for (const portfolio of bundled.filter((portfolio) => portfolio.address)) {
  test(`the choice of ${portfolio.name} survives every way through the site`, { tag: "@base" }, async ({ page, open, baseURL }) => {
    await open(portfolio.at());
    const { profile, projects } = portfolio.data;
    const name = page.getByRole("heading", { level: 1, name: profile.name, exact: true });
    const kept = () => expect(page).toHaveURL((url) => url.searchParams.get("portfolio") === portfolio.address);
    await expect(name).toBeVisible();

    await page.getByRole("link", { name: "Full page" }).click();
    await expect(page.getByRole("heading", { level: 1, name: projects[0]!.title })).toBeVisible();
    await kept();
    await page.reload();
    await ready(page);
    await expect(page.getByRole("heading", { level: 1, name: projects[0]!.title })).toBeVisible();
    await page.getByRole("navigation", { name: "Sections" }).getByRole("link").last().click();
    await expect(page.getByRole("heading", { level: 2 }).last()).toBeInViewport();
    await kept();
    await page.getByRole("banner").getByRole("link", { name: profile.name }).click();
    await expect(name).toBeVisible();
    await kept();
    await page.getByRole("search").getByRole("list").getByRole("button").first().click();
    await expect(page).toHaveURL(/tech=/);
    await kept();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect(page).not.toHaveURL(/tech=/);
    await kept();

    const lost = await page.locator("a[href]").evaluateAll(
      (links, base) =>
        links
          .map((link) => new URL((link as HTMLAnchorElement).href))
          .filter((url) => url.href.startsWith(base) && !url.searchParams.has("portfolio") && url.hash !== "#main")
          .map(String),
      baseURL!,
    );
    expect(lost).toEqual([]);
  });
}

test("the site's own file may be named, and need not be", async ({ page, open }) => {
  await open("?portfolio=portfolio.json");
  await expect(page.getByRole("heading", { level: 1, name: "Vivek" })).toBeVisible();
  await open("?portfolio=");
  await expect(page.getByRole("heading", { level: 1, name: "Vivek" })).toBeVisible();
});

test("an unknown page of another portfolio is not found there", async ({ page, open }) => {
  await open(sharvil.at("projects/contact-management/"));
  await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
  await page.getByRole("link", { name: "Go to the start page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sharvil Kadam" })).toBeVisible();
});

test.describe("what is no file of this site", () => {
  const paths = [
    "https://evil.test/x.json",
    "//evil.test/x.json",
    "\\\\evil.test\\x.json",
    "https:evil.test/x.json",
    "/examples/sharvil-kadam.json",
    "../portfolio.json",
    "examples/../portfolio.json",
    "examples/%2e%2e/portfolio.json",
    "./portfolio.json",
    "examples//sharvil-kadam.json",
    "data:application/json,{}",
    "javascript:alert(1)//.json",
    "examples/sharvil-kadam.json?x=.json",
    "examples/sharvil-kadam.json#.json",
    "examples/sharvil-kadam",
    "index.html",
    "a\u0000.json",
    "<img src=x onerror=alert(1)>.json",
    `${"a/".repeat(200)}x.json`,
  ];
  for (const [half, those] of [["first", paths.slice(0, 10)], ["second", paths.slice(10)]] as const) {
    test(`is refused without asking for it, the ${half} half`, async ({ page }) => {
      test.slow();
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      for (const path of those) {
        asked.length = 0;
        await page.goto(`?portfolio=${encodeURIComponent(path)}`);
        await expect(page.locator("html"), path).toHaveAttribute("data-state", "error");
        const said = page.getByRole("alert");
        await expect.soft(said, path).toContainText("can't be opened");
        await expect.soft(said, path).toContainText("?portfolio=");
        // The page itself is preloaded with the site's own portfolio; nothing else may be asked for.
        expect.soft(asked.filter((url) => /evil|examples|\.\./.test(new URL(url).pathname + new URL(url).host)), path).toEqual([]);
        await page.getByRole("link", { name: "Open the site's own portfolio" }).click();
        await ready(page);
        await expect.soft(page.getByRole("heading", { level: 1, name: "Vivek" }), path).toBeVisible();
      }
    });
  }
});

test.describe("a file that is not there", () => {
  test.use({ forgiving: true });

  test("is named, with the reason and two ways on", { tag: "@base" }, async ({ page }) => {
    await page.goto("?portfolio=examples/nobody.json");
    await expect(page.getByRole("alert")).toContainText("examples/nobody.json");
    await expect(page.getByRole("alert")).toContainText("404");
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
    await page.getByRole("link", { name: "Open the site's own portfolio" }).click();
    await ready(page);
    await expect(page.getByRole("heading", { level: 1, name: "Vivek" })).toBeVisible();
  });
});

test("two portfolios in two tabs do not disturb each other", async ({ page, open }) => {
  await open(arunav.at());
  const other = await page.context().newPage();
  await other.goto(sharvil.at());
  await ready(other);
  await page.reload();
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Arunav Malhotra");
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Sharvil Kadam");
});

for (const url of ["https://evil.test/d.json", "//evil.test/d.json", "data:application/json,{}", "http://user@localhost/d.json"]) {
  test(`a diagram from elsewhere is refused without asking for it: ${url}`, async ({ page, open }) => {
    await open(`architecture?diagram-url=${encodeURIComponent(url)}`);
    await expect(page.getByRole("alert")).toContainText("a file of this site");
  });
}
