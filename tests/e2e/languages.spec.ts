// Sites in other languages than English: what pages say themselves, how numbers and dates are written, which way they are read. axe-languages.spec.ts asks axe.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { drawn } from "./support/diagram";
import { unusuals, urlOf } from "./support/machine";
import { expect, ready, test } from "./support/test";
import { texts } from "./support/words";

type Message = string | string[] | Record<string, string>;
const messages = (language: string): Record<string, Message> => JSON.parse(readFileSync(join("crates/words/languages", `${language}.json`), "utf8"));
const languages = readdirSync("crates/words/languages").map((file) => file.replace(".json", ""));
const english = messages("en");

const sites = { german: ["de", "ltr"], arabic: ["ar", "rtl"], japanese: ["ja", "ltr"] } as const;
const PAGES = ["", "projects/strom/", "architecture/d/", "experience/", "404.html"];

/** The English messages that a translation says in another way, as far as they stand alone in a page. */
const foreign = (language: string): string[] => {
  const own = messages(language);
  const differs = ([key, message]: [string, Message]) => typeof message === "string" && !message.includes("{") && /[a-z]{2}/.test(message) && own[key] !== message;
  return Object.entries(english).filter(differs).map(([, message]) => message as string);
};

for (const [name, [language, direction]] of Object.entries(sites)) {
  test.describe(`the ${name} site`, () => {
    test.use({ baseURL: urlOf(unusuals[name as keyof typeof sites]) });

    test("says its language and direction, and no word of English", async ({ page }) => {
      const words = new Set(foreign(language));
      for (const path of PAGES) {
        await page.goto(path);
        await ready(page);
        if (path.startsWith("architecture")) await drawn(page);
        await expect(page.locator("html"), path).toHaveAttribute("lang", language);
        await expect(page.locator("html"), path).toHaveAttribute("dir", direction);
        expect((await texts(page)).filter((text) => words.has(text)), path).toEqual([]);
      }
    });

    test("is told to other machines in its language", async ({ request }) => {
      const page = await (await request.get("")).text();
      const locale = { de: "de_DE", ar: "ar_EG", ja: "ja_JP" }[language];
      expect(page).toContain(`<meta property="og:locale" content="${locale}">`);
      expect(await (await request.get("feed.xml")).text()).toContain(`xml:lang="${language}"`);
      expect(await (await request.get("site.webmanifest")).json()).toMatchObject({ lang: language, dir: direction });
    });

    test("fits windows of 320 and 1440 px", async ({ page }) => {
      test.slow();
      for (const width of [320, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        for (const path of PAGES) {
          await page.goto(path);
          await ready(page);
          const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
          expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(window!);
        }
      }
    });
  });
}

test.describe("the german site", () => {
  test.use({ baseURL: urlOf(unusuals.german) });

  test("writes numbers, dates and plurals as German does", async ({ page }) => {
    await page.goto("");
    await ready(page);
    const main = page.getByRole("main");
    await expect(main.getByText("1.234,5", { exact: true })).toBeVisible();
    await expect(main.getByText("1.200.000", { exact: true })).toBeVisible();
    await expect(main.getByText("1 Jahr", { exact: true })).toBeVisible();
    await expect(main.getByText("6 Jahre", { exact: true })).toBeVisible();
    await page.goto("experience/");
    await ready(page);
    await expect(page.getByText(/^Jan\. 2018 – Apr\. 2020/).or(page.getByText(/^Jan 2018 – Apr 2020/))).toBeVisible();
    await expect(page.getByText(/2 Jahre, 4 Monate/)).toBeVisible();
  });

  test("finds and announces in German", async ({ page }) => {
    const own = messages("de") as Record<string, string>;
    await page.goto("architecture/d/");
    await ready(page);
    await drawn(page);
    await page.getByRole("button", { name: own["tool.find"], exact: true }).click();
    await page.getByRole("combobox", { name: own["find.field"], exact: true }).fill("zahler kundin");
    await expect(page.getByText(own["find.nothing"]!, { exact: true })).toBeVisible();
    await page.getByRole("combobox", { name: own["find.field"], exact: true }).fill("WARTESCHLANGE");
    await expect(page.getByRole("listbox", { name: own["find.found"], exact: true }).getByRole("option")).toHaveCount(1);
    await expect(page.getByRole("status").filter({ hasText: (messages("de")["find.count"] as Record<string, string>)["one"]!.replace("{count}", "1") })).toBeAttached();
  });
});

test.describe("the arabic site", () => {
  test.use({ baseURL: urlOf(unusuals.arabic) });

  test("is mirrored, and marks stand on the side of their own text", async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto("");
    await ready(page);
    const header = await page.locator(".site-header__name").boundingBox();
    const toggle = await page.locator(".scheme-toggle").boundingBox();
    expect(header!.x).toBeGreaterThan(toggle!.x);
    /** How far left a letter of the tagline stands. */
    const left = (text: string, at: number) =>
      page.evaluate(
        ([text, at]) => {
          const paragraph = [...document.querySelectorAll(".hero__tagline p, .about p")].find((other) => other.textContent!.includes(text as string))!;
          const node = paragraph.firstChild as Text;
          const range = document.createRange();
          range.setStart(node, at as number);
          range.setEnd(node, (at as number) + 1);
          return range.getBoundingClientRect().x;
        },
        [text, at] as const,
      );
    const tagline = "أبني أنظمة لا تتوقف. C++ (v2).";
    // A sentence begins at the right, and its full stop ends it at the left.
    expect(await left(tagline, 0)).toBeGreaterThan(await left(tagline, tagline.indexOf(".")));
    expect(await left(tagline, tagline.length - 1)).toBeLessThan(await left(tagline, tagline.indexOf("C")));
  });

  test("keeps a line in Latin letters on the side of the page, with its mark at the line's start", async ({ page }) => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto("");
      await ready(page);
      const right = await page.locator(".hero__name").evaluate((name) => name.getBoundingClientRect().right);
      const text = await page.locator(".hero__availability").evaluate((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        return range.getBoundingClientRect().right;
      });
      // The dot of half a rem and the gap lie between the two.
      expect(right - text).toBeGreaterThan(8);
      expect(right - text).toBeLessThan(32);
    }
  });
});

test("months, days and numbers are those of the browser's own ICU", async ({ page, open }) => {
  await open();
  for (const language of languages.filter((language) => language !== "en")) {
    const own = { ...english, ...(language === "en-US" ? {} : {}), ...messages(language) };
    const found = await page.evaluate((language) => {
      const parts = (at: Date, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, { calendar: "gregory", timeZone: "UTC", ...options }).formatToParts(at);
      const of = (all: Intl.DateTimeFormatPart[], type: string) => all.find((part) => part.type === type)!.value;
      const month = (at: number, month: "long" | "short") => of(parts(new Date(Date.UTC(2025, at, 14)), { year: "numeric", month, day: "numeric" }), "month");
      const template = (options: Intl.DateTimeFormatOptions) =>
        parts(new Date(Date.UTC(2025, 2, 14)), options).map((part) => (["day", "month", "year"].includes(part.type) ? `{${part.type}}` : part.value)).join("");
      return {
        months: [...Array(12).keys()].map((at) => month(at, "long")),
        day: template({ year: "numeric", month: "long", day: "numeric" }),
        month: template({ year: "numeric", month: "long" }),
        decimal: new Intl.NumberFormat(language).formatToParts(1234567.5).find((part) => part.type === "decimal")!.value,
        group: new Intl.NumberFormat(language).formatToParts(1234567.5).find((part) => part.type === "group")!.value,
      };
    }, language);
    // What stands between day and month in Japanese and Chinese is a part of the number there.
    const spelt = (text: Message) => String(text).replaceAll("月", "").replaceAll("日", "").replaceAll("年", "");
    expect((own["date.months"] as string[]).map(spelt), language).toEqual(found.months.map(spelt));
    expect(spelt(own["date.day"]!), language).toBe(spelt(found.day));
    expect(spelt(own["date.month"]!), language).toBe(spelt(found.month));
    expect([own["format.decimal"], own["format.group"]], language).toEqual([found.decimal, found.group]);
  }
});

test("no code of a page holds what pages say", async () => {
  const dist = unusuals.german.dist;
  const code = readdirSync(dist).filter((file) => /\.(js|wasm)$/.test(file) && !/worker|\bsw\b/.test(file));
  expect(code.length).toBeGreaterThan(6);
  // Two words or more, which no name of the code is.
  const said = Object.values(english)
    .flatMap((message) => (typeof message === "string" ? [message] : Object.values(message)))
    .flatMap((message) => message.split(/\{[^}]*\}/))
    .map((piece) => piece.trim())
    .filter((piece) => /[a-z]{2,} [a-z]{2,}/.test(piece) && piece.length > 11);
  expect(said.length).toBeGreaterThan(100);
  for (const file of code) {
    const text = readFileSync(join(dist, file), "latin1");
    expect(said.filter((piece) => text.includes(piece)), file).toEqual([]);
  }
});
