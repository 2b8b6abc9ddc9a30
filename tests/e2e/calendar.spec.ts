// The contribution graph: a table of days, and figures that agree with the file.
import { counted, type Day, long, month, most, range, streaks, told, total, weekday } from "./support/calendar";
import { test as look } from "./support/look";
import { Pixels } from "./support/pixels";
import { ownPortfolio, squeeze, vivek } from "./support/portfolios";
import { expect, test } from "./support/test";
import type { Page } from "@playwright/test";

const { days, taken, source, months = 0 } = vivek.data.contributions!;
const known = { 3: range(days, taken, 3), 6: range(days, taken, 6), 12: range(days, taken, 12) };
const shown = known[months as keyof typeof known];
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const table = (page: Page) => page.getByRole("grid", { name: /contributions? from/ });
const cell = (page: Page, day: Day) => table(page).getByRole("gridcell", { name: told(day), exact: true });
/** A day's tooltip: the table has these words as names, and the tooltip as text. */
const tip = (page: Page, day: Day) => page.getByText(told(day), { exact: true });
const choice = (page: Page, name: string) => page.getByRole("group", { name: "Range" }).getByRole("radio", { name });
const figure = async (page: Page, term: string) => squeeze(await page.getByRole("term").filter({ hasText: term }).locator("..").innerText());
const inDays = (count: number) => `${count} ${count === 1 ? "day" : "days"}`;

/** Expects figures, caption and cells of these days, whatever the page worked out itself. */
async function expectDays(page: Page, days: Day[]) {
  const named = await table(page).getByRole("gridcell").evaluateAll((cells) => cells.map((cell) => cell.getAttribute("aria-label")).filter(Boolean));
  expect(named.sort()).toEqual(days.map(told).sort());
  await expect.poll(() => figure(page, "Contributions")).toBe(`Contributions ${total(days).toLocaleString("en-GB")}`);
  expect(await figure(page, "Active days")).toBe(`Active days ${days.filter((day) => day.count).length} of ${days.length}`);
  const runs = streaks(days);
  const longest = Math.max(...runs.map((run) => run.days));
  const figures = await figure(page, "Longest streak");
  expect(figures).toContain(`Longest streak ${inDays(longest)} `);
  // Of equals any may be named.
  expect(runs.filter((run) => run.days === longest).some((run) => figures.endsWith(`to ${long(run.to)}`) && figures.includes(` ${Number(run.from.slice(8))} `))).toBe(true);
  const last = runs.at(-1)!;
  expect(last.to).toBe(taken);
  expect(await figure(page, "Current streak")).toContain(`Current streak ${inDays(last.days)} ${Number(last.from.slice(8))} `);
  expect(await figure(page, "Current streak")).toContain(` to ${long(taken)}`);
  const top = most(days);
  const busiest = days.filter((day) => day.count === top).map((day) => `Busiest day ${top} ${long(day.date)}`);
  expect(busiest).toContain(await figure(page, "Busiest day"));
  const caption = await table(page).locator("caption").innerText();
  expect(caption).toContain(`${counted(total(days))} from ${long(days[0]!.date)} to ${long(taken)}`);
}

test("the range is the portfolio's own at first; choosing another changes days, totals, streaks and the busiest day", async ({ page, open }) => {
  await open(vivek.at());
  await expect(choice(page, `${months} months`)).toBeChecked();
  await expectDays(page, shown);
  await choice(page, "3 months").click();
  await expect(table(page)).toHaveAccessibleName(new RegExp(long(known[3][0]!.date)));
  await expectDays(page, known[3]);
  await choice(page, "3 months").press("ArrowRight");
  await choice(page, "6 months").press("ArrowRight");
  await expect(choice(page, "12 months")).toBeChecked();
  await expect(table(page)).toHaveAccessibleName(new RegExp(long(known[12][0]!.date)));
  await expectDays(page, known[12]);
});

test("another portfolio's range is another one, and counts that are real carry no note", async ({ page, open, offer }) => {
  const portfolio = ownPortfolio();
  portfolio.contributions = { ...portfolio.contributions, months: 3, sample: false, source: "A ledger" };
  await offer(portfolio);
  await open();
  await expect(choice(page, "3 months")).toBeChecked();
  await expectDays(page, known[3]);
  await expect(page.getByText(`Source: A ledger. Taken on ${long(taken)}.`)).toBeVisible();
  await expect(page.getByText("Sample data", { exact: true })).toHaveCount(0);
});

look("sample counts say so, with the day they were taken", async ({ page, open }) => {
  await open(vivek.at());
  await expect(page.getByText("Sample data", { exact: true })).toBeVisible();
  await expect(page.getByText(`${source.replace(/\.$/, "")}. Taken on ${long(taken)}.`)).toBeVisible();
});

look("each row is a weekday, each column a week, under the name of its month", async ({ page, open }) => {
  await open(vivek.at());
  await expect(table(page).getByRole("rowheader")).toHaveText(WEEKDAYS.map((name) => name.slice(0, 3)));
  const boxes = await table(page).evaluate((table) => {
    const box = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { name: element.getAttribute("aria-label")!, text: element.textContent, left, right, top, bottom };
    };
    const all = (query: string) => [...table.querySelectorAll(query)].map(box);
    return { months: all("thead th"), weekdays: all("tbody th"), days: all("td[aria-label]") };
  });
  expect(boxes.months.map(({ name }) => name)).toEqual([...new Set(shown.map(({ date }) => month(date)))]);
  for (const name of boxes.months) if (name.text) expect(name.name).toMatch(new RegExp(`^${name.text}`));
  expect(boxes.months.filter(({ text }) => text).length).toBeGreaterThanOrEqual(months);
  let before = { left: -Infinity, right: -Infinity };
  for (const day of shown) {
    const box = boxes.days.find(({ name }) => name === told(day))!;
    const row = boxes.weekdays[weekday(day.date)]!;
    expect(row.name).toBe(WEEKDAYS[weekday(day.date)]);
    expect((box.top + box.bottom) / 2).toBeCloseTo((row.top + row.bottom) / 2, 0);
    // A Monday begins a column, right of the one before.
    if (weekday(day.date) === 0) expect(box.left).toBeGreaterThanOrEqual(before.right);
    else if (before.right > 0) expect(box.left).toBe(before.left);
    before = box;
    // The week of the 15th is the month's own whatever the month begins with.
    if (!day.date.endsWith("-15")) continue;
    const name = boxes.months.find(({ name }) => name === month(day.date))!;
    expect(box.left).toBeGreaterThanOrEqual(name.left - 1);
    expect(box.right).toBeLessThanOrEqual(name.right + 1);
  }
});

look("pointing at a day tells its count, and looking away hides that", async ({ page, open }) => {
  await open(vivek.at());
  for (const day of [shown[0]!, shown.find(({ count }) => count === 0)!, shown.find(({ count }) => count === most(shown))!, shown.at(-1)!]) {
    await cell(page, day).hover();
    await expect(tip(page, day)).toBeVisible();
    const [box, at] = [(await tip(page, day).boundingBox())!, (await cell(page, day).boundingBox())!];
    expect(box.y + box.height).toBeLessThanOrEqual(at.y + 1);
    expect(box.x).toBeLessThanOrEqual(at.x + at.width);
    expect(box.x + box.width).toBeGreaterThanOrEqual(at.x);
  }
  await page.keyboard.press("Escape");
  await expect(tip(page, shown.at(-1)!)).toBeHidden();
  await cell(page, shown.at(-2)!).hover();
  await expect(tip(page, shown.at(-2)!)).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(tip(page, shown.at(-2)!)).toBeHidden();
});

test("the table is one Tab stop; arrows, Page, Home and End go from day to day, and each tells its count", async ({ page, open }) => {
  await open(vivek.at());
  await choice(page, `${months} months`).focus();
  await page.keyboard.press("Tab");
  let at = shown.length - 1;
  await expect(cell(page, shown[at]!)).toBeFocused();
  await expect(tip(page, shown[at]!)).toBeVisible();
  const start = weekday(shown[0]!.date);
  const inWeek = (by: number) => (Math.floor((at + start) / 7) === Math.floor((at + by + start) / 7) ? at + by : at);
  const steps: [string, () => number][] = [
    ["ArrowUp", () => inWeek(-1)],
    ["ArrowLeft", () => at - 7],
    ["ArrowDown", () => inWeek(1)],
    ["PageUp", () => at - 28],
    ["ArrowRight", () => at + 7],
    ["PageDown", () => at + 28],
    ["Home", () => at % 7],
    ["End", () => at + 7 * Math.floor((shown.length - 1 - at) / 7)],
    ["Control+Home", () => 0],
    ["ArrowLeft", () => 0],
    ["Control+End", () => shown.length - 1],
  ];
  for (const [key, to] of steps) {
    at = to();
    await page.keyboard.press(key);
    await expect(cell(page, shown[at]!), key).toBeFocused();
    await expect(tip(page, shown[at]!), key).toBeVisible();
  }
  await page.keyboard.press("Escape");
  await expect(tip(page, shown[at]!)).toBeHidden();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Tab");
  await expect(page.locator("summary", { hasText: "Month by month" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(cell(page, shown[inWeek(-1)]!)).toBeFocused();
});

test("month by month the counts are listed too, and make up the total", async ({ page, open }) => {
  await open(vivek.at());
  const list = page.getByRole("group").filter({ has: page.getByText("Month by month") }).getByRole("listitem");
  await expect(list).toHaveCount(0);
  await page.getByText("Month by month").click();
  const expected = [...new Set(shown.map(({ date }) => month(date)))].reverse();
  await expect(list).toHaveText(expected.map((name) => {
    const those = shown.filter(({ date }) => month(date) === name);
    return new RegExp(`^${name}( \\(\\d+ to \\d+\\))?: ${counted(total(those))}$`);
  }));
});

test.describe("with a finger, on the narrowest window", () => {
  test.use({ hasTouch: true, viewport: { width: 320, height: 720 } });

  test("the latest week is in view, a tap on a day tells its count inside the window, and the weeks scroll", async ({ page, open }) => {
    await open(vivek.at());
    const weeks = page.getByRole("region", { name: "Contributions day by day" });
    await weeks.scrollIntoViewIfNeeded();
    await expect(cell(page, shown.at(-1)!)).toBeInViewport({ ratio: 0.999 });
    const whole = async (day: Day) => {
      await cell(page, day).tap();
      await expect(tip(page, day)).toBeVisible();
      const box = (await tip(page, day).boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(320);
    };
    await whole(shown.at(-1)!);
    await whole(shown.at(-40)!);
    await expect(tip(page, shown.at(-1)!)).toBeHidden();
    // By keyboard they scroll as well.
    const scrolled = () => weeks.evaluate((region) => region.scrollLeft);
    const before = await scrolled();
    await weeks.press("ArrowLeft");
    await expect.poll(scrolled).toBeLessThan(before);
    // At the other end the names of the weekdays are still there.
    await whole(shown[7]!);
    await expect(table(page).getByRole("rowheader", { name: "Monday" })).toBeInViewport({ ratio: 0.999 });
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the five levels of the legend can be told apart without colour in the ${colorScheme} scheme, in the table too`, async ({ page, open }) => {
    await page.emulateMedia({ colorScheme });
    await open(vivek.at());
    const marks = page.getByRole("list", { name: /by level/ }).getByRole("listitem");
    await expect(marks).toHaveText(["0", /^\d/, /^\d/, /^\d/, /^\d+\+$/]);
    const least = (await marks.allInnerTexts()).map((text) => parseInt(text, 10));
    expect(least).toEqual([...least].sort((a, b) => a - b));
    const level = ({ count }: Day) => least.findLastIndex((from) => count >= from);
    const tones: number[][] = [[], [], [], [], []];
    await table(page).scrollIntoViewIfNeeded();
    for (const at of tones.keys()) {
      // Two of a level, to see that they look alike.
      const those = known[3].filter((day) => level(day) === at);
      for (const day of [those[0]!, those.at(-1)!]) tones[at]!.push((await Pixels.of(cell(page, day))).mean());
    }
    const grown = (a: number, b: number) => (colorScheme === "light" ? a - b : b - a);
    for (const [at, [first, last]] of tones.entries()) {
      expect.soft(Math.abs(first! - last!), `level ${at} looks alike`).toBeLessThan(1);
      if (at) expect.soft(grown(tones[at - 1]![0]!, first!), `level ${at} is stronger than ${at - 1}`).toBeGreaterThan(5);
    }
  });
}
