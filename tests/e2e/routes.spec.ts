// Every address shows its page, with a title of its own, however one comes there.
import { test as look } from "./support/look";
import { bundled, ownPortfolio, vivek } from "./support/portfolios";
import { expect, ready, serious, test } from "./support/test";

// sites.spec.ts visits each portfolio on the site that was built of it.
for (const portfolio of bundled.filter(({ address }) => address)) {
  const { data, name } = portfolio;
  const routes = [
    ["", data.profile.name, `${data.profile.name} · ${data.profile.headline}`],
    ...data.projects.map(({ id, title }) => [`projects/${id}/`, title, `${title} · ${data.profile.name}`]),
    ...data.diagrams.map(({ id, title, name }) => [`architecture/${id}/`, title ?? name, `${title ?? name}: diagram · ${data.profile.name}`]),
    ...(data.experience ? [["experience/", "Experience", `Experience · ${data.profile.name}`]] : []),
  ] as [string, string, string][];

  test(`each address of ${name} as a guest opens directly, with its own heading and title`, { tag: "@base" }, async ({ page, open }) => {
    test.slow();
    for (const [path, heading, title] of routes) {
      await open(portfolio.at(path));
      await expect(page.getByRole("heading", { level: 1 }), path).toHaveText(heading);
      await expect(page, path).toHaveTitle(title);
    }
  });
}

test("titles follow as one walks, and the new page gets the focus", { tag: "@base" }, async ({ page, open }) => {
  await open();
  await expect(page).toHaveTitle("Vivek · Full-stack and backend engineer");
  await page.getByRole("link", { name: "Full page" }).click();
  await expect(page).toHaveTitle("Multi-vendor e-commerce · Vivek");
  const focused = () => page.evaluate(() => document.activeElement?.matches("main, h1"));
  await expect.poll(focused).toBe(true);
  await page.goBack();
  await expect(page).toHaveTitle("Vivek · Full-stack and backend engineer");
  await page.goForward();
  await expect(page).toHaveTitle("Multi-vendor e-commerce · Vivek");
});

for (const path of ["projects/event-backbone/", "experience/", "architecture/ecommerce/", "architecture/"]) {
  test(`a slash at the end of /${path} makes no difference`, { tag: "@base" }, async ({ page, open }) => {
    await open(path);
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Page not found");
    await expect(page).not.toHaveTitle(/not found/);
  });
}

test("a project's page leads back to where it is listed", { tag: "@base" }, async ({ page, open }) => {
  await open("projects/event-backbone/");
  const trail = page.getByRole("navigation", { name: "Breadcrumb" });
  await expect(trail).toContainText("Redis Streams event backbone");
  await trail.getByRole("link", { name: "projects" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "projects" })).toBeInViewport();
});

test("a diagram's page leads back", { tag: "@base" }, async ({ page, open }) => {
  await open("architecture/latency/");
  await page.getByRole("link", { name: "Back" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "architecture" })).toBeInViewport();
});

look("a project's page shows its diagram", async ({ page, open }) => {
  await open("projects/event-backbone/");
  await expect(page.getByRole("main")).toContainText("diagram://");
});

test("/architecture alone shows the first diagram", { tag: "@base" }, async ({ page, open }) => {
  await open("architecture/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(vivek.data.diagrams[0]!.title ?? vivek.data.diagrams[0]!.name);
});

test.describe("what does not exist", () => {
  // The host answers 404, which the browser reports.
  test.use({ forgiving: true });

  for (const [path, reason] of [
    ["no/such/page", "address"],
    ["projects", "address"],
    ["projects/nothing/", "nothing"],
    ["projects/%3Cimg%20src=x%20onerror=alert(1)%3E", "project"],
    ["architecture/nothing/", "nothing"],
    ["experience/more", "address"],
  ] as const) {
    test(`/${path} says that it was not found, and where to go`, { tag: "@base" }, async ({ page, complaints }) => {
      await page.goto(path);
      await ready(page);
      await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
      await expect(page).toHaveTitle("Page not found · Vivek");
      await expect(page.getByRole("main")).toContainText(reason);
      await page.getByRole("link", { name: "Go to the start page" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Vivek" })).toBeVisible();
      expect(serious(complaints)).toEqual([]);
    });
  }

  test("the page says where else one could go", { tag: "@base" }, async ({ page }) => {
    await page.goto("no/such/page");
    await ready(page);
    await page.getByRole("navigation", { name: "Other places" }).getByRole("link", { name: "skills" }).click();
    await expect(page.getByRole("heading", { level: 2, name: "skills" })).toBeInViewport();
  });

  test("a portfolio without experience or diagrams says so", async ({ page, offer }) => {
    await offer({ profile: { name: "Somebody" } });
    for (const path of ["experience/", "architecture/"]) {
      await page.goto(path);
      await ready(page);
      await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
    }
  });
});

look("the language of the page is known", async ({ page, open }) => {
  await open();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("a link to something else on this host, or to another portfolio, is left to the browser", { tag: "@base" }, async ({ page, open, offer, baseURL }) => {
  const portfolio = ownPortfolio();
  const elsewhere = [
    { label: "Blog", url: new URL("blog/", baseURL).href },
    { label: "Letters", url: "letters/" },
    { label: "Example", url: "?portfolio=examples/sharvil-kadam.json" },
  ];
  const [project] = portfolio.projects;
  portfolio.profile.links = [...elsewhere, { label: "Best work", url: `projects/${project.id}/` }];
  await offer(portfolio);
  let pages = 0;
  page.on("request", (request) => void (pages += Number(request.isNavigationRequest())));
  const link = (label: string) => page.getByRole("link", { name: new RegExp(`^${label}`) }).first();
  for (const { label } of elsewhere) {
    await open();
    const before = pages;
    await link(label).click();
    await expect.poll(() => pages, label).toBe(before + 1);
    await ready(page);
  }
  await open();
  const before = pages;
  await link("Best work").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(project.title);
  expect(pages).toBe(before);
});
