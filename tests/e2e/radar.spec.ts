// The skill radar: a picture of values, and what backs each of them.
import { test as look } from "./support/look";
import { plain, ownPortfolio, vivek } from "./support/portfolios";
import { expect, test } from "./support/test";
import type { Locator, Page } from "@playwright/test";

const { title = "", max = 100, axes } = vivek.data.skills!.radar!;
const picture = (page: Page) => page.getByRole("img", { name: title });
// A label may break into lines, which have no space between them.
const label = (page: Page, name: string) => picture(page).locator("text").filter({ hasText: new RegExp(`^${name.replace(/ /g, "\\s*")}$`) });
const table = (page: Page) => page.getByRole("table", { name: new RegExp(`each axis of ${title.replace(/[()]/g, "\\$&")}`) });
const axis = (page: Page, name: string) => table(page).getByRole("button", { name });
/** The figure around the picture, as far as it can be seen: texts that wait their turn are hidden. */
const figure = (page: Page) => picture(page).locator("..");

type Axis = (typeof axes)[number];
const tells = async (page: Page, { label, value, evidence, technologies }: Axis) => {
  const shown = expect(figure(page));
  for (const text of [`${label} ${value} of ${max}`, plain(evidence!), ...technologies!.map((id) => vivek.technology(id))]) {
    await shown.toContainText(text, { useInnerText: true });
  }
};
const tellsNothing = (page: Page) => expect(figure(page)).not.toContainText(new RegExp(`\\d of ${max}`), { useInnerText: true });

look("pointing at an axis, in the picture or in the table, shows its value and what backs it", async ({ page, open }) => {
  await open(vivek.at());
  await picture(page).scrollIntoViewIfNeeded();
  await tellsNothing(page);
  for (const shown of axes) {
    await label(page, shown.label).hover({ force: true });
    await tells(page, shown);
  }
  await page.mouse.move(0, 0);
  await tellsNothing(page);
  await table(page).getByRole("row", { name: axes[2]!.label }).hover();
  await tells(page, axes[2]!);
  // Between the middle and the rim counts for the axis that is nearest.
  const [box, at] = [(await picture(page).boundingBox())!, (await label(page, axes[0]!.label).boundingBox())!];
  await page.mouse.move(at.x + at.width / 2, at.y + box.height * 0.3);
  await tells(page, axes[0]!);
  await page.keyboard.press("Escape");
  await tellsNothing(page);
});

test("Tab goes from axis to axis, and each tells its own while it has the focus", async ({ page, open }) => {
  await open(vivek.at());
  await axis(page, axes[0]!.label).focus();
  for (const shown of axes) {
    await expect(axis(page, shown.label)).toBeFocused();
    await tells(page, shown);
    await expect(axis(page, shown.label)).toHaveAccessibleDescription(new RegExp(`^${shown.value} of ${max} .*${plain(shown.evidence!).slice(0, 12)}`));
    await page.keyboard.press("Tab");
  }
  await tellsNothing(page);
  await page.keyboard.press("Shift+Tab");
  await tells(page, axes.at(-1)!);
});

test("an axis that was chosen by key stays shown when the focus moves on, until it is chosen again", async ({ page, open }) => {
  await open(vivek.at());
  await axis(page, axes[1]!.label).press("Enter");
  await expect(axis(page, axes[1]!.label)).toHaveAttribute("aria-pressed", "true");
  await axis(page, axes[1]!.label).blur();
  await tells(page, axes[1]!);
  await axis(page, axes[1]!.label).press("Space");
  await expect(axis(page, axes[1]!.label)).toHaveAttribute("aria-pressed", "false");
  await axis(page, axes[1]!.label).blur();
  await tellsNothing(page);
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 320, height: 720 } });

  test("a tap on an axis shows its value and what backs it, another one hides that", async ({ page, open }) => {
    await open(vivek.at());
    for (const shown of axes) {
      await label(page, shown.label).tap({ force: true });
      await tells(page, shown);
    }
    await label(page, axes.at(-1)!.label).tap({ force: true });
    await tellsNothing(page);
    await axis(page, axes[3]!.label).tap();
    await expect(axis(page, axes[3]!.label)).toHaveAttribute("aria-pressed", "true");
  });
});

test("the evidence is in a table beside the picture, below it where the window is narrow", async ({ page, open }) => {
  await open(vivek.at());
  await expect(table(page).getByRole("columnheader")).toHaveText(["Axis", "Value", "What backs it"]);
  for (const { label, value, evidence, technologies } of axes) {
    const row = table(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name: label }) });
    await expect(row.getByRole("cell").first()).toHaveText(`${value} of ${max}`);
    await expect(row).toContainText(plain(evidence!));
    for (const id of technologies!) await expect(row).toContainText(vivek.technology(id));
  }
  const beside = async () => {
    const [chart, rows] = [(await picture(page).boundingBox())!, (await table(page).boundingBox())!];
    return { right: rows.x >= chart.x + chart.width, below: rows.y >= chart.y + chart.height };
  };
  expect(await beside()).toEqual({ right: true, below: false });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await beside()).toEqual({ right: false, below: true });
});

/** Labels that are cut by the window or by anything around them, that cover one another, or are too small to read. */
const unreadable = (svg: Locator) =>
  svg.evaluate((svg) => {
    const labels = [...svg.querySelectorAll("text")].map((text) => ({ text: text.textContent!, element: text, box: text.getBoundingClientRect() }));
    const clips: Element[] = [];
    for (let around = svg as Element | null; around; around = around.parentElement) {
      if (getComputedStyle(around).overflowX !== "visible") clips.push(around);
    }
    const found = labels.length ? [] : ["no labels at all"];
    for (const [at, { text, element, box }] of labels.entries()) {
      if (box.left < 0 || box.right > document.documentElement.clientWidth) found.push(`${text} leaves the window`);
      for (const clip of clips) {
        const edge = clip.getBoundingClientRect();
        if (box.left < edge.left || box.right > edge.right) found.push(`${text} is cut by ${clip.className}`);
      }
      const scale = svg.getBoundingClientRect().width / (svg as SVGSVGElement).viewBox.baseVal.width;
      const size = parseFloat(getComputedStyle(element).fontSize) * scale;
      if (size < 11.9) found.push(`${text} is ${size} px`);
      for (const other of labels.slice(at + 1)) {
        const apart = box.right <= other.box.left || other.box.right <= box.left || box.bottom <= other.box.top + 1 || other.box.bottom <= box.top + 1;
        if (!apart) found.push(`${text} covers ${other.text}`);
      }
    }
    return found;
  });

const long = ["Human-computer interaction", "Distributed systems architecture", "Observability/Instrumentation", "Infrastructure as code", "Verschlüsselungsverfahren", "Stakeholder communication", "Developer experience"];
for (const theme of ["terminal", "paper", "slate"]) {
  test(`labels are whole and apart in the ${theme} theme, long ones and the narrowest window included`, async ({ page, open, offer }) => {
    const portfolio = ownPortfolio();
    portfolio.theme.name = theme;
    for (const names of [axes.map((axis) => axis.label), long]) {
      portfolio.skills.radar.axes = names.map((label, at) => ({ label, value: 60 + 5 * at }));
      await offer(portfolio);
      await open();
      await page.evaluate(() => document.fonts.ready);
      for (const width of [1280, 768, 360, 320]) {
        await page.setViewportSize({ width, height: 740 });
        expect.soft(await unreadable(picture(page)), `${names[0]} at ${width} px`).toEqual([]);
        const drawn = (await picture(page).locator("text").allTextContents()).map((text) => text.replace(/\s/g, ""));
        expect(drawn).toEqual(names.map((name) => name.replace(/\s/g, "")));
      }
      await page.unrouteAll();
    }
  });
}
