// Accessibility as axe-core sees it.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Those rules that look at colours, which take most of the time. */
const COLOURS = ["color-contrast", "link-in-text-block"];
/** Every rule that is on by default but those, and the one for the size of targets. */
const OTHERS = { ...Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }])), "target-size": { enabled: true } };

/** What was asked of a page so far: its elements and where they were, and whose colours. */
export type Asked = { shapes: Set<string>; looks: Set<string> };
export const nothing = (): Asked => ({ shapes: new Set(), looks: new Set() });

/**
 * Expects no violation on the page as it stands. What was asked before is not asked again: a page with the same elements in the
 * same places can differ in colours only; and of texts of the same kind in the same font, colour and grounds one is as legible
 * as the other.
 */
export async function expectAccessible(page: Page, where = "", asked = nothing()): Promise<void> {
  const shape = await shapeOf(page);
  if (!asked.shapes.has(shape)) await expectNone(page, new AxeBuilder({ page }).options({ rules: OTHERS, resultTypes: ["violations"] }), where);
  asked.shapes.add(shape);

  const looks = await markNewLooks(page, [...asked.looks]);
  if (!looks.length) return;
  await expectNone(page, new AxeBuilder({ page }).include("[data-look]").options({ runOnly: COLOURS, resultTypes: ["violations"] }), where);
  await page.evaluate(() => document.querySelectorAll("[data-look]").forEach((element) => element.removeAttribute("data-look")));
  for (const look of looks) asked.looks.add(look);
}

/** The same in light and in dark. */
export async function expectAccessibleInBothSchemes(page: Page, where = "", asked = nothing()): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page, `${where} in ${colorScheme}`, asked);
  }
}

async function expectNone(page: Page, axe: AxeBuilder, where: string): Promise<void> {
  // No page has frames, so it can put the answer together itself; else each question opens a page of its own for that.
  const { violations } = await axe.setLegacyMode().analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.slice(0, 5).map((node) => node.target.join(" ")),
  }));
  expect(found, where).toEqual([]);
}

/** The elements of a page, what they say of themselves, and where each is. */
const shapeOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const boxes = [...document.body.querySelectorAll("*")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height, element.checkVisibility({ opacityProperty: true, visibilityProperty: true })].join();
    });
    return document.body.outerHTML + boxes.join(" ");
  });

/** Marks the first text of every look that is not known yet: what it is within, and the fonts, colours and grounds of all that. */
const markNewLooks = (page: Page, known: string[]): Promise<string[]> =>
  page.evaluate((known) => {
    const looks = new Map<Element, string>();
    const lookOf = (element: Element | null): string => {
      if (!element) return "";
      const look =
        looks.get(element) ??
        (() => {
          const { color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight, position, textDecorationLine, textShadow } = getComputedStyle(element);
          const own = [element.localName, element.getAttribute("class"), color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight, position, textDecorationLine, textShadow];
          return `${lookOf(element.parentElement)} > ${own.join()}`;
        })();
      looks.set(element, look);
      return look;
    };
    const seen = new Set(known);
    const hasWords = (element: Element) => element.localName === "input" || [...element.childNodes].some((child) => child.nodeType === 3 && child.textContent!.trim());
    for (const element of [...document.body.querySelectorAll("*")].filter((element) => hasWords(element) && element.checkVisibility())) {
      const look = lookOf(element);
      if (seen.has(look)) continue;
      seen.add(look);
      element.setAttribute("data-look", "");
    }
    return [...seen].slice(known.length);
  }, known);
