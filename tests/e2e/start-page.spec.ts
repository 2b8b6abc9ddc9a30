// The start page shows who the person is and then the portfolio's sections, in the portfolio's order and words.
import { test as look } from "./support/look";
import { type Bundled, arunav, bundled, everyField, plain, squeeze, vivek } from "./support/portfolios";
import { expect, test } from "./support/test";
import type { Locator } from "@playwright/test";

/** What a visitor reads in an element, folded parts included. */
const words = async (element: Locator) => squeeze((await element.allTextContents()).join(" "));

for (const portfolio of bundled) {
  const { data } = portfolio;

  look.describe(`the start page of ${portfolio.name}`, () => {
    look.beforeEach(({ open }) => open(portfolio.at()));

    look("begins with name, headline, tagline, availability and links", async ({ page }) => {
      const { name, headline, tagline, location, availability, links = [] } = data.profile;
      const hero = page.getByRole("main").getByRole("region", { name, exact: true });
      await expect(hero.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
      for (const text of [headline, tagline && plain(tagline), location, availability]) {
        if (text) await expect(hero.getByText(text, { exact: true })).toBeVisible();
      }
      for (const { label, url } of links) {
        await expect(hero.getByRole("link", { name: label })).toHaveAttribute("href", url);
      }
    });

    look("shows every figure with its label and what stands behind it", async ({ page }) => {
      const shown = page.getByRole("list", { name: "Key figures" }).getByRole("listitem");
      await expect(shown).toHaveCount(data.metrics?.length ?? 0);
      for (const [position, metric] of (data.metrics ?? []).entries()) {
        const { value, sign = "", unit = "", label, context = "" } = metric;
        const text = (await shown.nth(position).innerText()).replace(/\s+/g, "");
        const expected = [sign, value, unit, label, plain(context)].join("").replace(/\s+/g, "");
        expect(text).toBe(expected);
      }
    });

    look("has the portfolio's sections in its order, with numbers and introductions", async ({ page }) => {
      const titles = page.getByRole("main").getByRole("heading", { level: 2 });
      await expect(titles).toHaveText(data.sections.map((section) => section.title));
      for (const { title, number, intro } of data.sections) {
        const section = page.getByRole("region", { name: title, exact: true });
        if (number) await expect(section.getByText(number, { exact: true })).toBeVisible();
        if (intro) await expect(section).toContainText(plain(intro));
      }
    });

    look("leaves no fact of the short sections out", async ({ page }) => {
      const said = await words(page.getByRole("main"));
      for (const fact of facts(portfolio)) expect(said).toContain(fact);
    });

    look("has one main heading, no skipped level, and each landmark once", async ({ page }) => {
      const levels = await page
        .getByRole("heading")
        .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName.slice(1))));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
      for (const role of ["banner", "main", "contentinfo", "search"] as const) {
        await expect(page.getByRole(role)).toHaveCount(1);
      }
      await expect(page.getByRole("navigation", { name: "Sections" })).toHaveCount(1);
    });
  });
}

/** What the file says in the sections without widgets, as visitors read it. */
function facts(portfolio: Bundled): string[] {
  const { data } = portfolio;
  const name = (id: string) => portfolio.technology(id);
  const texts = [
    ...(data.profile.about ?? []),
    ...(data.focus ?? []).flatMap(({ title, items = [], technologies = [] }) => [title, ...items, ...technologies.map(name)]),
    ...(data.competencies ?? []).flatMap(({ title, text }) => [title, text]),
    ...(data.skills?.groups ?? []).flatMap(({ title, entries }) => [
      title,
      ...entries.flatMap(({ technology, context = "" }) => [name(technology), context]),
    ]),
    ...(data.writing ?? []).flatMap(({ title, excerpt = "", series = "" }) => [title, excerpt, series]),
    ...(data.experience ?? []).flatMap(({ name: employer, roles }) => [
      employer,
      ...roles.flatMap((role) => [role.title, role.summary ?? "", ...(role.achievements ?? []), ...(role.refs ?? [])]),
    ]),
    ...[data.contact?.text, data.contact?.command, data.contact?.response, data.contact?.email].map((text) => text ?? ""),
    ...data.projects.flatMap(({ title, path = "" }) => [title, path]),
    ...data.diagrams.map(({ title, name }) => title ?? name),
  ];
  return texts.map(plain).filter(Boolean);
}


look("each portfolio has a look of its own", async ({ page, open }) => {
  const looks = new Set<string>();
  for (const portfolio of bundled) {
    await open(portfolio.at());
    looks.add(
      await page.evaluate(() => {
        const { backgroundColor, fontFamily } = getComputedStyle(document.body);
        const link = getComputedStyle(document.querySelector("main a")!);
        return [backgroundColor, fontFamily, link.color].join(" ");
      }),
    );
  }
  expect(looks.size).toBe(bundled.length);
});

look("articles lead to where they were published, the featured one first", async ({ page, open }) => {
  await open();
  const articles = page.getByRole("region", { name: "blog" }).getByRole("listitem");
  const inOrder = [...vivek.data.writing!].sort((a, b) => Number(b.featured ?? false) - Number(a.featured ?? false));
  const titles = articles.getByRole("heading", { level: 3 });
  await expect(titles).toHaveText(inOrder.map(({ title, url }) => (url ? new RegExp(`^${escape(title)}`) : title)));
  for (const { title, url } of inOrder) {
    if (url) await expect(articles.getByRole("link", { name: title })).toHaveAttribute("href", url);
  }
});

look("links to other sites say so, to a screen reader too, and give nothing away", async ({ page, open }) => {
  for (const portfolio of bundled) {
    await open(portfolio.at());
    const outward = page.locator('a[href^="http"]');
    for (const link of await outward.all()) {
      await expect(link).toHaveAccessibleName(/external site/);
      await expect(link).toHaveAttribute("rel", /noopener.*noreferrer|noreferrer.*noopener/);
    }
  }
});

look("contributions say that they are sample data", async ({ page, open }) => {
  await open();
  await expect(page.getByRole("region", { name: "activity" })).toContainText(/sample/i);
});

test("skills name years and where the tool shipped, and lead to the projects that use it", async ({ page, open, offer }) => {
  await offer(everyField());
  await open();
  const skills = page.getByRole("region", { name: "rest" });
  const gears = skills.getByRole("listitem").filter({ hasText: "On paper." });
  await expect(gears).toContainText("2.5 years");
  await gears.getByRole("link", { name: "Gears" }).click();
  await expect(page).toHaveURL(/\?tech=gears$/);
  await expect(page.getByRole("button", { name: /^Gears/ })).toHaveAttribute("aria-pressed", "true");
});

test("a technology in a short list filters the projects that use it", async ({ page, open }) => {
  await open(arunav.at());
  const about = page.getByRole("region", { name: "about", exact: true });
  await about.getByRole("link", { name: "Kubernetes", exact: true }).click();
  await expect(page).toHaveURL(/tech=kubernetes/);
  await expect(page.getByRole("search").getByRole("status")).toHaveText(
    `${arunav.using("kubernetes").length} of ${arunav.data.projects.length} entries`,
  );
});

test.describe("a portfolio with little in it", () => {
  test("shows nothing for what it does not have", async ({ page, open, offer }) => {
    await offer({ profile: { name: "Somebody" } });
    await open();
    await expect(page.getByRole("heading", { level: 1, name: "Somebody" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2 })).toHaveCount(0);
    expect(await page.locator("body").innerText()).not.toMatch(/undefined|NaN|null|None/);
  });

  test("keeps its sections sensible with one entry each", async ({ page, open, offer }) => {
    const one = everyField();
    for (const key of ["metrics", "projects", "experience", "focus", "competencies", "diagrams", "writing"]) {
      one[key] = one[key].slice(0, 1);
    }
    await offer(one);
    await open();
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    expect(await page.locator("body").innerText()).not.toMatch(/undefined|NaN|\b1 entries/);
  });
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
