// The career as a git log: newest first, long entries folded, nothing folded on its own page.
import { test as look } from "./support/look";
import { Pixels } from "./support/pixels";
import { arunav, plain, vivek } from "./support/portfolios";
import { expect, test } from "./support/test";
import type { Page } from "@playwright/test";

const roles = arunav.data.experience!.flatMap((employer) => employer.roles);
const log = (page: Page) => page.getByRole("region", { name: "experience", exact: true });
const entry = (page: Page, title: string) =>
  page.getByRole("main").getByRole("listitem").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

look("every role is an entry, in the portfolio's order", async ({ page, open }) => {
  await open(arunav.at());
  await expect(log(page).getByRole("heading", { level: 3 })).toHaveText(roles.map((role) => role.title));
  await expect(entry(page, "Lead SDE")).toContainText("SaaS Labs");
});

look("an entry has a short hash, branch, references, dates and technologies", async ({ page, open }) => {
  await open(arunav.at());
  const lead = entry(page, "Lead SDE");
  await expect(lead.getByText(/^[0-9a-f]{7}$/)).toBeVisible();
  await expect(lead.getByRole("list", { name: "References" }).getByRole("listitem")).toHaveText(["HEAD → main", "tag: lead"]);
  await expect(lead).toContainText("branch main");
  await expect(lead).toContainText("Oct 2023 – present");
  for (const id of roles[0]!.technologies!) await expect(lead.getByText(arunav.technology(id), { exact: true })).toBeVisible();
  await expect(entry(page, "Senior SDE")).toContainText("Mar 2022 – Oct 2023");
});

test("a hash stays the same from visit to visit, and differs between entries", async ({ page, open }) => {
  const hashes = async () => {
    await open(arunav.at());
    return log(page).getByText(/^[0-9a-f]{7}$/).allTextContents();
  };
  const first = await hashes();
  expect(new Set(first).size).toBe(roles.length);
  expect(await hashes()).toEqual(first);
});

look("a role that ran beside the main line says on which branch", async ({ page, open }) => {
  await open();
  await expect(entry(page, "Research intern").first()).toContainText("branch research");
  await expect(entry(page, "Research intern").first()).toContainText("2022");
});

test("how long a role lasted is counted, to today where it lasts", async ({ page, open }) => {
  await page.clock.setFixedTime(new Date("2026-04-15T12:00:00Z"));
  await open(arunav.at());
  // Both months count: October 2023 to April 2026.
  await expect(entry(page, "Lead SDE")).toContainText(/2 y(ea)?rs? 7 mo/);
  await expect(entry(page, "Senior SDE")).toContainText(/1 y(ea)?rs? 8 mo/);
});

look("a role with years only claims no months", async ({ page, open }) => {
  await open();
  await expect(entry(page, "Full-stack and backend engineer")).toContainText("2023 – present");
  await expect(entry(page, "Full-stack and backend engineer")).not.toContainText(/\d+ mos?\b/);
});

test("a long entry shows three lines and unfolds", async ({ page, open }) => {
  await open(arunav.at());
  const lead = entry(page, "Lead SDE");
  const achievements = roles[0]!.achievements!.map(plain);
  const more = lead.getByRole("button", { name: `Show ${achievements.length - 3} more` });
  await expect(more).toHaveAttribute("aria-expanded", "false");
  for (const [at, text] of achievements.entries()) await expect(lead.getByText(text)).toBeVisible({ visible: at < 3 });
  await more.click();
  for (const text of achievements) await expect(lead.getByText(text)).toBeVisible();
  const fewer = lead.getByRole("button", { name: "Show fewer" });
  await expect(fewer).toHaveAttribute("aria-expanded", "true");
  await expect(fewer).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(lead.getByText(achievements[3]!)).toBeHidden();
});

test("unfolding one entry leaves the others as they are", async ({ page, open }) => {
  await open(arunav.at());
  await entry(page, "Lead SDE").getByRole("button", { name: /^Show \d+ more$/ }).click();
  await expect(entry(page, "Senior SDE").getByRole("button", { name: /^Show \d+ more$/ })).toBeVisible();
});

look("a short entry has nothing to unfold", async ({ page, open }) => {
  await open();
  await expect(entry(page, "Research intern").first().getByRole("button")).toHaveCount(0);
});

for (const portfolio of [vivek, arunav]) {
  look(`the page of its own shows everything of ${portfolio.name}`, { tag: "@base" }, async ({ page, open }) => {
    await open(portfolio.at("experience/"));
    const main = page.getByRole("main");
    await expect(main.getByRole("heading", { level: 1, name: "Experience" })).toBeVisible();
    for (const role of portfolio.data.experience!.flatMap((employer) => employer.roles)) {
      for (const text of role.achievements ?? []) await expect(main.getByText(plain(text))).toBeVisible();
    }
    await expect(main.getByRole("button", { name: /^Show/ })).toHaveCount(0);
    const levels = await page.getByRole("heading").evaluateAll((all) => all.map((heading) => Number(heading.tagName[1])));
    for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
  });
}

for (const portfolio of [vivek, arunav]) {
  test(`the log of ${portfolio.name}'s start page leads to the whole one`, { tag: "@base" }, async ({ page, open, baseURL }) => {
    await open(portfolio.at());
    await log(page).getByRole("link", { name: "The whole log" }).click();
    await expect(page).toHaveURL(new URL(portfolio.at("experience/"), baseURL).href);
    const main = page.getByRole("main");
    await expect(main.getByRole("heading", { level: 1, name: "Experience" })).toBeVisible();
    await expect(main).toContainText(portfolio.data.experience![0]!.name);
    await expect(main.getByRole("link", { name: "The whole log" })).toHaveCount(0);
  });
}

look("the log draws a lane beside its entries, without a gap between them", async ({ page, open }) => {
  await open(arunav.at());
  const lead = entry(page, "Lead SDE");
  await lead.scrollIntoViewIfNeeded();
  const box = (await lead.boundingBox())!;
  const text = (await lead.getByRole("heading").boundingBox())!;
  expect(text.x).toBeGreaterThan(box.x + 10);
  const picture = await Pixels.of(lead);
  // A column of pixels left of the text that is nowhere the ground: the lane.
  const ground = picture.at(picture.width - 2, picture.height - 2).join();
  const drawn = (x: number) => {
    let count = 0;
    for (let y = 0; y < picture.height; y += 1) count += Number(picture.at(x, y).join() !== ground);
    return count / picture.height;
  };
  const columns = Array.from({ length: Math.floor(text.x - box.x) }, (_, x) => drawn(x));
  expect(Math.max(...columns)).toBeGreaterThan(0.9);
});
