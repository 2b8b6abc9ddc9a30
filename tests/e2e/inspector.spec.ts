// A project's card opens the inspector: beside the list on wide windows, in place on narrow ones.
import { test as look } from "./support/look";
import { type Bundled, arunav, bundled, plain, sharvil, squeeze, vivek } from "./support/portfolios";
import { expect, test } from "./support/test";
import type { Page } from "@playwright/test";

const card = (page: Page, title: string) =>
  page.getByRole("main").getByRole("heading", { level: 3, name: title, exact: true }).getByRole("button");
// A diagram's window is a region of the same title; the inspector names the kind of project.
const inspector = (page: Page, title: string) =>
  page.getByRole("region", { name: new RegExp(`^(?!Diagram).*: ${title}$`) });
const [first, second, third] = vivek.data.projects.map((project) => project.title) as [string, string, string];

/** Every text a project has, as visitors read it. */
function texts(project: Bundled["data"]["projects"][number], portfolio: Bundled): string[] {
  const { decision, impact } = project;
  return [
    project.path,
    project.role,
    project.problem,
    project.solution,
    project.architecture,
    decision?.chosen,
    decision?.rejected,
    decision?.reason,
    decision?.revisit,
    impact?.figure,
    impact?.label,
    impact?.text,
    ...(impact?.points ?? []),
    ...(project.lessons ?? []),
    ...(project.technologies ?? []).map((id) => portfolio.technology(id)),
    ...(project.links ?? []).map((link) => link.label),
  ]
    .filter((text) => text !== undefined)
    .flatMap((text) => text.split(/\n+/))
    .map(plain)
    .filter(Boolean);
}

test.describe("on a wide window", () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  look("the first project is open beside the list", async ({ page, open }) => {
    await open();
    await expect(card(page, first)).toHaveAttribute("aria-expanded", "true");
    const [panel, list] = [await inspector(page, first).boundingBox(), await card(page, second).boundingBox()];
    expect(panel!.x).toBeGreaterThan(list!.x + list!.width);
  });

  test("a click on another card shows that project instead", async ({ page, open }) => {
    await open();
    await card(page, second).click();
    await expect(inspector(page, second)).toBeVisible();
    await expect(inspector(page, first)).toBeHidden();
    await expect(card(page, second)).toHaveAttribute("aria-expanded", "true");
    await expect(card(page, first)).toHaveAttribute("aria-expanded", "false");
    await expect(page.getByRole("region", { name: "projects" })).toContainText(second);
  });

  test("a card says which panel it opens", async ({ page, open }) => {
    await open();
    await card(page, third).click();
    const id = await card(page, third).getAttribute("aria-controls");
    await expect(page.locator(`[id="${id}"]`)).toHaveAccessibleName(new RegExp(`${third}$`));
  });

  test("filtering an open project away opens the first that is left", async ({ page, open }) => {
    await open();
    await page.getByRole("search").getByRole("searchbox").fill("idempotency");
    await expect(inspector(page, second)).toBeVisible();
    await expect(inspector(page, first)).toBeHidden();
  });

  for (const portfolio of bundled) {
    test(`each project of ${portfolio.name} is told in full, there and on its own page`, async ({ page, open }) => {
      await open(portfolio.at());
      for (const project of portfolio.data.projects) {
        await card(page, project.title).click();
        const panel = inspector(page, project.title);
        await expect(panel).toBeVisible();
        const said = squeeze((await panel.innerText()).replace(/\n/g, " "));
        for (const text of texts(project, portfolio)) expect.soft(said.toLowerCase()).toContain(text.toLowerCase());
      }
      const { id, title } = portfolio.data.projects[0]!;
      await card(page, title).click();
      await inspector(page, title).getByRole("link", { name: "Full page" }).click();
      await expect(page).toHaveURL((url) => url.pathname.endsWith(`/projects/${id}/`));
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      const said = squeeze(await page.getByRole("main").innerText());
      for (const text of texts(portfolio.data.projects[0]!, portfolio)) {
        expect.soft(said.toLowerCase()).toContain(text.toLowerCase());
      }
    });
  }

  look("the headings of the parts are the portfolio's words", async ({ page, open }) => {
    await open(sharvil.at());
    const heading = (title: string) => inspector(page, title).getByRole("heading", { level: 4 });
    await expect(heading(sharvil.data.projects[0]!.title)).toContainText(["Impact", "Problem", "Approach", "Lesson"]);
    await open(arunav.at());
    await expect(heading(arunav.data.projects[0]!.title)).toContainText(["Impact", "Challenge", "Solution"]);
  });

  look("kinds of project stand in lists of their own", async ({ page, open }) => {
    await open(arunav.at());
    for (const [name, kind] of [["Case studies", "case-study"], ["Other initiatives", "initiative"]] as const) {
      const own = arunav.data.projects.filter((project) => project.kind === kind);
      const buttons = page.getByRole("list", { name }).getByRole("heading", { level: 3 }).getByRole("button");
      await expect(buttons).toHaveText(own.map((project) => project.title));
    }
  });

  look("a decision names what was chosen, what was rejected, why, and when to look again", async ({ page, open }) => {
    await open();
    const { decision } = vivek.data.projects[0]!;
    const panel = inspector(page, first);
    for (const [term, text] of [
      ["Chosen", decision!.chosen],
      ["Rejected", decision!.rejected!],
      ["Because", decision!.reason!],
      ["Revisit", decision!.revisit!],
    ] as const) {
      await expect(panel.getByRole("term").filter({ hasText: term })).toBeVisible();
      await expect(panel.getByRole("definition").filter({ hasText: plain(text) })).toBeVisible();
    }
  });

  test("a technology in the inspector filters the list", async ({ page, open }) => {
    await open();
    await card(page, third).click();
    await inspector(page, third).getByRole("link", { name: "AWS SQS" }).click();
    await expect(page).toHaveURL(/\?tech=sqs$/);
    await expect(page.getByRole("search").getByRole("status")).toHaveText(/^1 of/);
  });

  test("the diagram in the inspector opens the diagram", { tag: "@base" }, async ({ page, open }) => {
    await open();
    await inspector(page, first).getByRole("link", { name: /^Open the diagram/ }).click();
    await expect(page).toHaveURL(/\/architecture\/ecommerce\/$/);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});

test.describe("on a narrow window", () => {
  test.use({ viewport: { width: 375, height: 740 }, hasTouch: true });

  look("nothing is open at first", async ({ page, open }) => {
    await open();
    for (const title of [first, second, third]) {
      await expect(card(page, title)).toHaveAttribute("aria-expanded", "false");
      await expect(inspector(page, title)).toBeHidden();
    }
  });

  test("a tap opens a project in place, and another one closes it", async ({ page, open }) => {
    await open();
    await card(page, second).tap();
    await expect(card(page, second)).toHaveAttribute("aria-expanded", "true");
    const panel = inspector(page, second);
    await expect(panel).toBeVisible();
    const [own, opened, next] = await Promise.all([
      card(page, second).boundingBox(),
      panel.boundingBox(),
      card(page, third).boundingBox(),
    ]);
    expect(opened!.y).toBeGreaterThan(own!.y);
    expect(next!.y).toBeGreaterThan(opened!.y + opened!.height - 1);
    await card(page, second).tap();
    await expect(panel).toBeHidden();
  });

  test("the whole card takes the tap", async ({ page, open }) => {
    await open();
    const summary = page.getByText(plain(vivek.data.projects[1]!.summary!));
    await summary.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await summary.boundingBox())!;
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    await expect(inspector(page, second)).toBeVisible();
  });

  test("opening a project keeps the card that was tapped in view, whatever closes above it", async ({ page, open }) => {
    await open();
    await card(page, first).tap();
    await card(page, third).scrollIntoViewIfNeeded();
    await card(page, third).tap();
    await expect(inspector(page, third)).toBeVisible();
    await expect(card(page, third)).toBeInViewport();
  });

  test("it works with Enter and Space", async ({ page, open }) => {
    await open();
    await card(page, first).focus();
    await page.keyboard.press("Enter");
    await expect(inspector(page, first)).toBeVisible();
    await page.keyboard.press("Space");
    await expect(inspector(page, first)).toBeHidden();
    await expect(card(page, first)).toBeFocused();
  });
});

test("a chosen project stays open when the window is made narrow", async ({ page, open }) => {
  await open();
  await card(page, second).click();
  await page.setViewportSize({ width: 400, height: 740 });
  await expect(inspector(page, second)).toBeVisible();
  await expect(inspector(page, first)).toBeHidden();
});
