// Everything by keyboard alone, with the focus always to be seen.
import { draw } from "./support/diagram";
import { type Bundled, arunav, bundled, vivek } from "./support/portfolios";
import { expect, test } from "./support/test";
import type { Page } from "@playwright/test";

type Stop = { number: number; name: string; visible: boolean; ring: boolean; covered: boolean; x: number; y: number };

/** Numbers everything the Tab key should stop at, in the order of the document, and returns how many there are. */
const number = (page: Page) =>
  page.evaluate(() => {
    const stops = [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
      (element) =>
        element.tabIndex >= 0 &&
        !(element as HTMLButtonElement).disabled &&
        !element.closest("[inert]") &&
        element.checkVisibility({ visibilityProperty: true }),
    );
    // Of radio buttons that belong together Tab stops at one.
    const seen = new Set<string>();
    const single = stops.filter((element) => {
      const radio = element as HTMLInputElement;
      if (radio.type !== "radio") return true;
      const chosen = document.querySelector(`input[type=radio][name="${radio.name}"]:checked`);
      if (chosen ? chosen !== radio : seen.has(radio.name)) return false;
      seen.add(radio.name);
      return true;
    });
    single.forEach((element, at) => element.setAttribute("data-stop", String(at)));
    return single.length;
  });

/** What has the focus, and whether a reader can see that. */
const stop = (page: Page) =>
  page.evaluate(async (): Promise<Stop | null> => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body || element === document.documentElement) return null;
    const inView = ({ top, right, bottom, left, width }: DOMRect) =>
      bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && width > 0;
    // A diagram brings what has the focus into view in the frames that follow.
    for (let frame = 0; frame < 30 && !inView(element.getBoundingClientRect()); frame += 1) await new Promise(requestAnimationFrame);
    const box = element.getBoundingClientRect();
    const ringOf = (of: Element) => {
      const style = getComputedStyle(of);
      const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== "rgba(0, 0, 0, 0)";
      return outlined || style.boxShadow !== "none";
    };
    // A ring may be drawn around the thing or by something inside it or around it.
    const ring =
      ringOf(element) ||
      [...element.querySelectorAll("*")].some(ringOf) ||
      [1, 2, 3].reduce<Element[]>((around) => [...around, (around.at(-1) ?? element).parentElement!], []).some(ringOf) ||
      ["::after", "::before"].some((part) => {
        const style = getComputedStyle(element, part);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
      });
    const visible = inView(box);
    const header = document.querySelector("header")!.getBoundingClientRect();
    const covered = !element.closest("header") && !element.matches(".skip-link") && box.bottom <= header.bottom + 1 && header.top <= 0;
    const name = (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40);
    return { number: Number(element.dataset.stop ?? -1), name, visible, ring, covered, x: box.x, y: box.y + scrollY };
  });

const walks: [string, Bundled, string][] = [
  ...bundled.map((portfolio): [string, Bundled, string] => [`the start page of ${portfolio.name}`, portfolio, ""]),
  ["a project", vivek, "projects/event-backbone/"],
  ["the career log", arunav, "experience/"],
  ["a diagram", vivek, "architecture/ecommerce/"],
];
for (const [what, portfolio, path] of walks) {
  // The start page is where narrow and wide differ.
  for (const width of path ? [1280] : [1280, 375]) {
    test(`Tab reaches everything on ${what} at ${width} px, in order, visibly, and leads out again`, async ({ page, open }) => {
      test.slow();
      await page.setViewportSize({ width, height: 740 });
      await page.emulateMedia({ reducedMotion: "reduce" });
      await open(portfolio.at(path));
      // What draws diagrams comes once one is near; then all the page has is there to be counted.
      for (const { title } of path ? [] : portfolio.data.diagrams) await draw(page, title!);
      await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
      const count = await number(page);
      expect(count).toBeGreaterThan(5);
      const stops: Stop[] = [];
      for (let presses = 0; presses < count + 20; presses += 1) {
        await page.keyboard.press("Tab");
        const here = await stop(page);
        if (!here || here.number === stops[0]?.number) break;
        stops.push(here);
      }
      expect(stops.map((stop) => stop.number).filter((at) => at >= 0)).toEqual(Array.from({ length: count }, (_, at) => at));
      expect(stops.filter((stop) => !stop.visible).map((stop) => stop.name), "focused out of view").toEqual([]);
      expect(stops.filter((stop) => !stop.ring).map((stop) => stop.name), "focused without a ring").toEqual([]);
      expect(stops.filter((stop) => stop.covered).map((stop) => stop.name), "focused below the header").toEqual([]);
      // And back again.
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Shift+Tab");
      expect(await stop(page)).not.toBeNull();
    });
  }
}

test("a visit without a mouse: find a project, read it, come back, choose a scheme, copy the address", async ({ page, open, context }) => {
  test.slow();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open();
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 200; presses += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
      if (name.test(focused)) return;
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await tabTo(/^Dark$/);
  await page.keyboard.press("Enter");
  await tabTo(/^Express\s+\d+$/);
  await page.keyboard.press("Space");
  await expect(page.getByRole("search").getByRole("status")).toHaveText(/^2 of 3/);
  await tabTo(/^Queue-based re-architecture$/);
  await page.keyboard.press("Enter");
  await tabTo(/^Full page$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Queue-based re-architecture" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Vivek" })).toBeVisible();
  await expect(page).toHaveURL(/tech=express/);
  await tabTo(/^Copy address$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Address copied")).toBeVisible();
});

test("shortcuts of a single key do not exist outside what has the focus", async ({ page, open }) => {
  await open();
  // Where no diagram has come near the page says after a moment that its drawing is still to come.
  await expect(page.getByText("Loading the drawing …").last()).toBeVisible();
  const before = await page.locator("body").innerText();
  for (const key of ["a", "f", "+", "-", "0", "?", "/"]) await page.keyboard.press(key);
  expect(await page.locator("body").innerText()).toBe(before);
});
