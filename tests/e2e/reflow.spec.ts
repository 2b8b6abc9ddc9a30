// Small windows, large text, no motion, forced colours: everything is still there.
import { Pixels } from "./support/pixels";
import { bundled, vivek } from "./support/portfolios";
import { expect, test } from "./support/test";
import type { Page } from "@playwright/test";

const routes = (portfolio: (typeof bundled)[number]) => [
  "",
  `projects/${portfolio.data.projects[0]!.id}/`,
  `architecture/${portfolio.data.diagrams[0]!.id}/`,
  ...(portfolio.data.experience ? ["experience/"] : []),
];

/** Waits until what follows the size of the window has been drawn anew. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });

/** How far the page can be scrolled sideways, in CSS px, and what sticks out. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const scrolls = (element: Element | null): boolean =>
      Boolean(element) && (/(auto|scroll|hidden|clip)/.test(getComputedStyle(element!).overflowX) || scrolls(element!.parentElement));
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > width + 0.5 && !scrolls(element.parentElement))
      .map((element) => `${element.tagName}.${element.className} ${element.textContent!.trim().slice(0, 30)}`)
      .concat(`the page is ${document.documentElement.scrollWidth} px wide`)
      .slice(-5);
  });

/** Text that is cut off: an element that hides what does not fit, and has text that does not. */
const clipped = (page: Page) =>
  page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>("*")]
      .filter((element) => {
        const style = getComputedStyle(element);
        const hides = /hidden|clip/.test(style.overflowX) || /hidden|clip/.test(style.overflowY);
        const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim());
        const forReaders = element.closest(".visually-hidden, svg, [aria-hidden=true]") || element.clientWidth <= 1;
        return hides && own && !forReaders && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
      })
      .map((element) => `${element.tagName}.${element.className} ${element.textContent!.trim().slice(0, 40)}`),
  );

const sizes: [string, { width: number; height: number }, string?][] = [
  ["at 320 px", { width: 320, height: 640 }],
  ["at 400 % zoom", { width: 320, height: 256 }],
  ["with text at 200 %", { width: 1280, height: 800 }, "200%"],
  ["with text at 200 % on a phone", { width: 375, height: 740 }, "200%"],
  ["on a tablet", { width: 768, height: 1024 }],
];
// The values of WCAG 2.2, 1.4.12.
const SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";

for (const portfolio of bundled) {
  for (const path of routes(portfolio)) {
    // As who zooms sees it: the page is opened once and changes its size.
    test(`/${path} of ${portfolio.name} needs no sideways scrolling at any size of window and text, and cuts no text`, async ({ page, open }) => {
      test.slow();
      await page.setViewportSize(sizes[0]![1]);
      await open(portfolio.at(path));
      for (const [what, size, text = ""] of sizes) {
        await page.setViewportSize(size);
        await page.evaluate((text) => (document.documentElement.style.fontSize = text), text);
        await settled(page);
        expect.soft(await overflow(page), what).toEqual([]);
        expect.soft(await clipped(page), what).toEqual([]);
      }
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.evaluate((rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets.push(sheet);
      }, SPACING);
      await settled(page);
      expect.soft(await clipped(page), "with wider spacing").toEqual([]);
      expect.soft(await overflow(page), "with wider spacing").toEqual([]);
    });
  }
}

test("an open inspector and an empty result fit on the narrowest window", async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open();
  await page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("button").first().click();
  await expect(page.getByRole("link", { name: "Full page" })).toBeVisible();
  expect(await overflow(page)).toEqual([]);
  await open("?tech=nextjs,redis&q=xylophone%20with%20many%20words");
  await expect(page.getByRole("button", { name: /^Without/ }).first()).toBeVisible();
  expect(await overflow(page)).toEqual([]);
});

test("things to touch are large enough", async ({ page, open }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await open();
  // What counts is where a finger may land, which can be more than the box: 12 px around the middle.
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, input, .tag[href], nav a")]
      // The parts of a diagram are as large as it is zoomed; its text and its zoom buttons do the same for any finger.
      .filter((element) => !element.closest("[aria-label^='Parts of ']"))
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
        const box = element.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const around = [[0, -11.5], [0, 11.5], [-11.5, 0], [11.5, 0]] as const;
        return !around.every(([right, down]) => {
          const hit = document.elementFromPoint(x + right, y + down);
          return hit !== null && element.contains(hit);
        });
      })
      .map((element) => element.textContent!.trim().slice(0, 30)),
  );
  expect(small).toEqual([]);
});

test.describe("with reduced motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("nothing moves, whatever is done", async ({ page, open }) => {
    await open();
    const moving = () =>
      page.evaluate(() => document.getAnimations().filter((animation) => animation.playState === "running").map((animation) => String((animation as any).transitionProperty ?? (animation as any).animationName)));
    expect(await moving()).toEqual([]);
    for (const act of [
      () => page.getByRole("button", { name: "Dark", exact: true }).click(),
      () => page.getByRole("search").getByRole("list").getByRole("button").first().click(),
      () => page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("button").last().click(),
      () => page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("button").last().hover(),
    ]) {
      await act();
      expect(await moving()).toEqual([]);
    }
    // A jump to a section is a jump.
    await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "contact" }).click();
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe("auto");
  });
});

test("nothing moves by itself", async ({ page, open }) => {
  await open();
  await expect
    .poll(() => page.evaluate(() => document.getAnimations().filter((animation) => animation.playState === "running").length))
    .toBe(0);
});

test.describe("with forced colours", () => {
  test.use({ contextOptions: { forcedColors: "active" } });

  test("focus, choice and the section in view can still be told apart", async ({ page, open }) => {
    await open();
    const chip = page.getByRole("search").getByRole("list").getByRole("button").first();
    const before = await Pixels.of(chip);
    await chip.click();
    await expect(chip).toHaveAttribute("aria-pressed", "true");
    await chip.blur();
    await page.mouse.move(0, 0);
    const pressed = await Pixels.of(chip);
    expect(pressed.difference(before)).toBeGreaterThan(0.01);
    await chip.focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    const outline = await chip.evaluate((element) => {
      const style = getComputedStyle(element);
      return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    });
    expect(outline).toBe(true);
    const scheme = page.getByRole("group", { name: "Colour scheme" });
    const [on, off] = await Promise.all(["System", "Light"].map((name) => scheme.getByRole("button", { name }).evaluate((element) => {
      const { backgroundColor, borderColor, color, outlineStyle } = getComputedStyle(element);
      return [backgroundColor, borderColor, color, outlineStyle].join();
    })));
    expect(on).not.toBe(off);
    await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "skills" }).click();
    const links = page.getByRole("navigation", { name: "Sections" }).getByRole("link");
    await expect(links.filter({ hasText: "skills" })).toHaveAttribute("aria-current", "true");
    const looks = await links.evaluateAll((all) =>
      all.map((link) => {
        const style = getComputedStyle(link);
        return [style.color, style.textDecorationLine, style.borderBlockEndWidth, style.borderBlockEndColor, style.boxShadow, style.outlineStyle, style.backgroundColor, style.fontWeight].join();
      }),
    );
    expect(new Set(looks).size).toBeGreaterThan(1);
  });
});
