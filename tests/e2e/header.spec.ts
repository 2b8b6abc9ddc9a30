// The header: links to the sections, the one in view marked, and a way past all of it.
import { test as look } from "./support/look";
import { bundled, vivek } from "./support/portfolios";
import { expect, test } from "./support/test";
import type { Page } from "@playwright/test";

const nav = (page: Page) => page.getByRole("navigation", { name: "Sections" });
const current = (page: Page) => nav(page).locator('[aria-current="true"]');
const listed = vivek.data.sections.filter((section) => section.nav !== false).map((section) => section.title);

for (const portfolio of bundled) {
  look(`the header of ${portfolio.name} links to the sections the portfolio wants linked`, async ({ page, open }) => {
    await open(portfolio.at());
    const wanted = portfolio.data.sections.filter((section) => section.nav !== false).map((section) => section.title);
    await expect(nav(page).getByRole("link")).toHaveText(wanted);
    await expect(page.getByRole("banner").getByRole("link", { name: portfolio.data.profile.name })).toBeVisible();
  });
}

look("the header is a landmark with name, sections and colour scheme", async ({ page, open }) => {
  await open();
  await expect(page.getByRole("banner")).toMatchAriaSnapshot(`
    - banner:
      - link "Vivek"
      - navigation "Sections":
        - list:
          - listitem:
            - link "projects"
          - listitem:
            - link "architecture"
          - listitem:
            - link "experience"
          - listitem:
            - link "skills"
          - listitem:
            - link "blog"
          - listitem:
            - link "contact"
      - group "Colour scheme":
        - button "Light"
        - button "Dark"
        - button "System" [pressed]
  `);
});

test("the link to each section brings it below the header and is marked", { tag: "@base" }, async ({ page, open }) => {
  const softly = expect.configure({ soft: true });
  await open();
  for (const title of listed) {
    await nav(page).getByRole("link", { name: title }).click();
    await softly(page).toHaveURL(new RegExp(`#${title}$`));
    const heading = page.getByRole("heading", { level: 2, name: title, exact: true });
    await softly(heading).toBeInViewport({ ratio: 0.999 });
    await softly(current(page)).toHaveText([title]);
    const header = (await page.getByRole("banner").boundingBox())!;
    await softly.poll(async () => (await heading.boundingBox())!.y).toBeGreaterThanOrEqual(header.y + header.height);
  }
});

test("scrolling with the wheel moves the mark from section to section, in order", async ({ page, open }) => {
  await open();
  await expect(current(page)).toHaveCount(0);
  const seen: string[] = [];
  await page.mouse.move(640, 400);
  const end = () => page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1);
  while (!(await end())) {
    const before = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, 300);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
    // The mark follows in a frame of its own.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const [mark] = await current(page).allTextContents();
    if (mark && mark !== seen.at(-1)) seen.push(mark);
  }
  expect(seen).toEqual(listed);
});

test("the header stays in view and covers nothing that has the focus", async ({ page, open }) => {
  await open();
  await page.mouse.move(640, 400);
  await page.mouse.wheel(0, 2000);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  await expect(page.getByRole("banner")).toBeInViewport({ ratio: 0.999 });
});

test("on a narrow window the header's first line comes back for what has the focus in it", async ({ page, open }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open();
  await page.mouse.move(180, 400);
  await page.mouse.wheel(0, 2000);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  const [name, light] = [page.getByRole("link", { name: vivek.data.profile.name }).first(), page.getByRole("button", { name: "Light" })];
  await expect(name).not.toBeInViewport();
  await nav(page).getByRole("link").first().focus();
  await page.keyboard.press("Shift+Tab");
  await expect(name).toBeFocused();
  await expect(name).toBeInViewport({ ratio: 0.999 });
  for (let link = 0; link < listed.length; link += 1) {
    await page.keyboard.press("Tab");
    await expect(nav(page).getByRole("link").nth(link)).toBeFocused();
    await expect(nav(page).getByRole("link").nth(link)).toBeInViewport({ ratio: 0.999 });
  }
  await page.keyboard.press("Tab");
  await expect(light).toBeFocused();
  await expect(light).toBeInViewport({ ratio: 0.999 });
});

look("no section is marked on another page", async ({ page, open }) => {
  await open("experience/");
  await expect(nav(page).getByRole("link")).toHaveText(listed);
  await expect(current(page)).toHaveCount(0);
});

test("from another page, a section's link leads to that section", { tag: "@base" }, async ({ page, open }) => {
  await open("projects/event-backbone/");
  await nav(page).getByRole("link", { name: "skills" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "skills" })).toBeInViewport();
  await expect(current(page)).toHaveText(["skills"]);
});

test("the name leads back to the start page", { tag: "@base" }, async ({ page, open }) => {
  await open("projects/event-backbone/");
  await page.getByRole("banner").getByRole("link", { name: "Vivek" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Vivek" })).toBeVisible();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

for (const path of ["", "projects/event-backbone/", "experience/", "architecture/ecommerce/"]) {
  test(`the first Tab on /${path} is the skip link, which leads to the content`, { tag: "@base" }, async ({ page, open }) => {
    await open(path);
    const address = page.url();
    const skip = page.getByRole("link", { name: "Skip to content" });
    await page.keyboard.press("Tab");
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 0.999 });
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    expect(page.url().replace(/#.*/, "")).toBe(address);
    await page.keyboard.press("Tab");
    const inMain = () => page.evaluate(() => Boolean(document.activeElement?.closest("main")));
    await expect.poll(inMain).toBe(true);
  });
}
