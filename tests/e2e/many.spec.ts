// More projects and sections than are seen at once: what is folded is found, kept and printed.
import { expect, test } from "./support/test";
import type { Page } from "@playwright/test";

const title = (at: number) => `System ${String(at).padStart(2, "0")}`;
const project = (at: number) => ({
  id: `system-${at}`,
  title: title(at),
  summary: `What number ${at} does, in words.`,
  technologies: [at % 2 ? "Odd" : "Even"],
  period: { start: `${1950 + at}`, end: `${1950 + at}` },
  featured: at === 40,
});
const sections = ["Overview", "Projects", "Method", "Career", "Teaching", "Research", "Languages", "Reading", "Travel", "Community", "Colophon", "Contact"];
const many = {
  profile: { name: "Ada Many" },
  projects: Array.from({ length: 60 }, (_, at) => project(at)),
  sections: sections.map((name) => (name === "Projects" ? { title: name, parts: ["projects"] } : { title: name, text: "Words. ".repeat(400) })),
};

const cards = (page: Page) => page.locator(".project-card");
const card = (page: Page, at: number) => page.getByRole("button", { name: title(at), exact: true });
const all = (page: Page) => page.getByRole("checkbox", { name: "Show all 60" });

test.beforeEach(async ({ offer }) => offer(many));

test("twelve of sixty projects are seen, the featured first, until one asks for all by keyboard", async ({ page, open }) => {
  await open();
  await expect(cards(page).filter({ visible: true })).toHaveCount(12);
  await expect(cards(page).first()).toContainText(title(40));
  await expect(card(page, 10)).toBeVisible();
  await expect(card(page, 11)).toBeHidden();
  await all(page).focus();
  await page.keyboard.press("Space");
  await expect(all(page)).toBeChecked();
  await expect(cards(page).filter({ visible: true })).toHaveCount(60);
  await expect(all(page)).toBeFocused();
  await expect(all(page)).toBeInViewport();
  await page.keyboard.press("Tab");
  await expect(card(page, 11)).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Space");
  await expect(card(page, 11)).toBeHidden();
});

test("a filter shows every hit, and what was folded is folded again without it", async ({ page, open }) => {
  await open();
  const odd = page.getByRole("search").getByRole("button", { name: /^Odd/ });
  await odd.click();
  await expect(cards(page).filter({ visible: true })).toHaveCount(30);
  await expect(all(page)).toHaveCount(0);
  await expect(card(page, 59)).toBeVisible();
  await odd.click();
  await expect(cards(page).filter({ visible: true })).toHaveCount(12);
  await page.getByRole("searchbox").fill("number 57");
  await expect(cards(page)).toHaveCount(1);
  await expect(card(page, 57)).toBeVisible();
});

test("who comes back from a project finds all that were shown, and the place", async ({ page, open }) => {
  await open();
  await all(page).check();
  await card(page, 50).click();
  await page.getByRole("link", { name: "Full page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title(50) })).toBeVisible();
  await page.goBack();
  await expect(all(page)).toBeChecked();
  await expect(card(page, 50)).toBeInViewport();
});

test("a hash that names a folded card unfolds it", async ({ page, open }) => {
  await page.setViewportSize({ width: 720, height: 900 });
  await open();
  await page.evaluate(() => (location.hash = "#v-card-system-56"));
  await expect(card(page, 56)).toBeVisible();
});

test("on paper the featured project is whole, and the others are lines", async ({ page, open }) => {
  // About as wide as a sheet.
  await page.setViewportSize({ width: 720, height: 900 });
  await open();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("What number 40 does, in words.").first()).toBeVisible();
  for (const at of [0, 11, 59]) {
    await expect(cards(page).filter({ hasText: title(at) })).toBeVisible();
    await expect(page.getByText(`What number ${at} does, in words.`)).toBeHidden();
    const line = (await cards(page).filter({ hasText: title(at) }).boundingBox())!;
    expect(line.height, title(at)).toBeLessThan(24);
  }
});

for (const [width, fits] of [[360, false], [768, false], [1100, false], [1440, true], [1920, true]] as const) {
  test(`twelve sections are at hand at ${width} px`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 800 });
    await open();
    const nav = page.getByRole("navigation", { name: "Sections" });
    const control = nav.getByText("Sections", { exact: true });
    const height = (await page.getByRole("banner").boundingBox())!.height;
    if (!fits) {
      await expect(control).toBeVisible();
      // The title of where one is stands beside it.
      expect(await nav.getByRole("link").count()).toBeLessThan(2);
      await control.focus();
      await page.keyboard.press("Enter");
    }
    await expect(nav.getByRole("link")).toHaveText(sections);
    for (const link of await nav.getByRole("link").all()) await expect(link).toBeInViewport({ ratio: 0.999 });
    await nav.getByRole("link", { name: "Travel" }).click();
    await expect(page.getByRole("heading", { level: 2, name: "Travel" })).toBeInViewport();
    await expect(nav.locator('[aria-current="true"]')).toHaveText(["Travel"]);
    // Part of a pixel is cut off by rounding.
    await expect(nav.locator('[aria-current="true"]')).toBeInViewport({ ratio: 0.98 });
    if (!fits) await expect(nav.getByRole("link")).toHaveText(["Travel"]);
    expect((await page.getByRole("banner").boundingBox())!.height).toBe(height);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
