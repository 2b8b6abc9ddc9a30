// What becomes of a page while the program hydrates it, and on the whole visit after that.
import { expect, type Page } from "@playwright/test";

type Seen = { shifts: string[]; marked: Element[]; violations: string[] };

/** Notes what shifts and what the policy forbids from now on, on every page, and marks elements so that they are known again. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Seen = { shifts: [], marked: [], violations: [] };
    (window as any).seen = seen;
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[] };
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        if (hadRecentInput) continue;
        const box = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(" ");
        const name = (node?: Node) => (node instanceof Element ? `${node.localName}.${node.getAttribute("class")}` : node?.textContent);
        const moved = sources.map(({ node, previousRect, currentRect }) => `${name(node)} from ${box(previousRect)} to ${box(currentRect)}`);
        seen.shifts.push(`${value.toFixed(4)} ${moved.join(", ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
    addEventListener("securitypolicyviolation", (event) => seen.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
    document.addEventListener("DOMContentLoaded", () => {
      seen.marked = [...document.querySelectorAll("#app header, #app main, #app h1, #app h2, #app footer")];
    });
  });
}

/** Two frames on, so that what was asked for has been laid out and painted. */
export const painted = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });

/** Reads on to the end of the page, screen by screen, with the wheel. */
export async function readOn(page: Page): Promise<void> {
  await page.mouse.move(5, 300);
  for (let last = -1; ; ) {
    const top = await page.evaluate(() => Math.round(scrollY));
    if (top === last) return;
    last = top;
    await page.mouse.wheel(0, 600);
    await painted(page);
  }
}

/** Nothing has moved of itself, nothing was forbidden, and what stood there stands there. */
export async function expectStill(page: Page, where: string): Promise<void> {
  await painted(page);
  const seen = await page.evaluate(() => {
    const { shifts, marked, violations } = (window as any).seen as Seen;
    return { shifts, violations, kept: marked.map((element) => element.isConnected) };
  });
  expect.soft(seen.shifts, `what moved on ${where}`).toEqual([]);
  expect.soft(seen.violations, where).toEqual([]);
  expect.soft(seen.kept.length, where).toBeGreaterThan(3);
  expect.soft(seen.kept, where).not.toContain(false);
}
