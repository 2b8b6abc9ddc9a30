// What can be asked of a page's figures: the graph of contributions, the radar, the address to copy.
import { type Day, long, range, told, total } from "../e2e/support/calendar";
import { plain, vivek } from "../e2e/support/portfolios";
import { button, SEARCH } from "./support/parts";
import { expect, poll, test } from "./support/test";
import type { Part, Visitor } from "./support/visitor";

const { days, taken, months = 0 } = vivek.data.contributions!;
const known = (count: number) => range(days, taken, count);
const shown = known(months);
const CALENDAR = "table[role=grid]";
const cell = (day: Day): Part => `${CALENDAR} td[aria-label='${told(day)}']`;
const choice = (name: string): Part => [".calendar label", name];
const tip = (visitor: Visitor, day: Day) => poll(() => visitor.reads(told(day)), told(day));

/** Expects a cell for each of these days, and their sum in the caption. */
async function expectDays(visitor: Visitor, expected: Day[]): Promise<void> {
  const caption = () => visitor.evaluate((table) => document.querySelector(`${table} caption`)!.textContent!, CALENDAR);
  await poll(caption).toContain(`${total(expected).toLocaleString("en-GB")} contributions from ${long(expected[0]!.date)} to ${long(taken)}`);
  const named = await visitor.evaluate((table) => [...document.querySelectorAll(`${table} td[aria-label]`)].map((cell) => cell.getAttribute("aria-label")!), CALENDAR);
  expect(named.sort()).toEqual(expected.map(told).sort());
}

test("another range of the graph has other days and sums, by mouse and by key", async ({ visitor }) => {
  await visitor.visit();
  await visitor.middle(choice("3 months"));
  await expectDays(visitor, shown);
  await visitor.click(choice("3 months"));
  await expectDays(visitor, known(3));
  await visitor.press("ArrowRight", "ArrowRight");
  await expectDays(visitor, known(12));
});

test("pointing at a day tells its count, and looking away hides that", async ({ visitor }) => {
  await visitor.visit();
  for (const day of [shown.at(-9)!, shown.find(({ count }) => count === 0)!]) {
    await visitor.window.point(await visitor.middle(cell(day)));
    await tip(visitor, day).toBe(true);
  }
  await visitor.window.point({ x: 2, y: 2 });
  await tip(visitor, shown.find(({ count }) => count === 0)!).toBe(false);
});

test("the graph is one stop of Tab; keys go from day to day, and each tells its count", async ({ visitor }) => {
  await visitor.visit();
  await visitor.evaluate(() => document.querySelector<HTMLElement>(".calendar input:checked")!.focus());
  await visitor.press("Tab");
  let at = shown.length - 1;
  await visitor.focuses(cell(shown[at]!));
  for (const [key, by] of [["ArrowLeft", -7], ["PageUp", -28], ["ArrowRight", 7]] as const) {
    at += by;
    await visitor.press(key);
    await visitor.focuses(cell(shown[at]!));
    await tip(visitor, shown[at]!).toBe(true);
  }
  await visitor.press("Control+Home");
  await visitor.focuses(cell(shown[0]!));
  await visitor.press("Escape");
  await tip(visitor, shown[0]!).toBe(false);
  await visitor.press("Tab");
  await visitor.focuses(["summary", "Month by month"]);
});

const { max = 100, axes } = vivek.data.skills!.radar!;
const axis = (name: string): Part => [".radar__axis", name];
const READING = ".radar__reading";

/** Expects the figure to tell of one axis: its value and what backs it. */
const tells = async (visitor: Visitor, { label, value, evidence }: (typeof axes)[number]) => {
  await poll(() => visitor.texts(READING)).toHaveLength(1);
  await visitor.says(READING, new RegExp(`^${label} ${value} of ${max}.*${plain(evidence!).slice(0, 12)}`));
};

test("pointing at an axis of the radar, in the picture or in the table, tells what backs it", async ({ visitor }) => {
  await visitor.visit();
  await visitor.middle(".radar__chart svg");
  await visitor.misses(READING);
  for (const shown of axes.slice(0, 3)) {
    const spot = await visitor.middle([".radar__chart text", new RegExp(`^${shown.label.replace(/ /g, "\\s*")}$`)]);
    await visitor.window.point(spot);
    await tells(visitor, shown);
  }
  await visitor.window.point(await visitor.middle(axis(axes[4]!.label)));
  await tells(visitor, axes[4]!);
  await visitor.press("Escape");
  await visitor.misses(READING);
});

test("Tab goes from axis to axis; one that was chosen by key stays until it is chosen again", async ({ visitor }) => {
  await visitor.visit();
  await visitor.focus(axis(axes[0]!.label));
  for (const shown of axes.slice(0, 3)) {
    await visitor.focuses(axis(shown.label));
    await tells(visitor, shown);
    await visitor.press("Tab");
  }
  await visitor.press("Enter");
  await visitor.has(axis(axes[3]!.label), "aria-pressed", "true");
  await visitor.press("Shift+Tab", "Tab", "Space");
  await visitor.has(axis(axes[3]!.label), "aria-pressed", "false");
});

test("the address is copied by a press, which says so, and is what is pasted", { tag: "@smoke" }, async ({ visitor }) => {
  await visitor.visit();
  await visitor.click(button("Copy address"));
  await visitor.says("#contact [role=status]", "Address copied");
  await visitor.click(SEARCH);
  await visitor.press("Control+v");
  await poll(() => visitor.of(SEARCH, (field) => (field as HTMLInputElement).value)).toBe(vivek.data.contact!.email);
});

test("where the clipboard is forbidden the page says what to do instead", async ({ visitor }) => {
  await visitor.visit();
  await visitor.evaluate(() => void Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("denied")) } }));
  await visitor.focus("#contact a[href^='mailto:']");
  await visitor.press("Tab");
  await visitor.focuses(button("Copy address"));
  await visitor.press("Enter");
  await visitor.says("#contact [role=status]", /select the address/);
});
