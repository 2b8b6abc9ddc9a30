// A résumé that is printed to a file is read by programs: what counts is text there, whole and in order.
import type { Browser } from "puppeteer-core";
import { arunav, plain, sharvil, squeeze, vivek } from "../e2e/support/portfolios";
import paper from "../e2e/data/printed.json" with { type: "json" };
import { built } from "./support/machine";
import { type Engine, printed, printer } from "./support/paper";
import { expect, test } from "./support/test";

const SITES = { vivek: built.vivek.url, "sharvil-kadam": built["sharvil-kadam"].url, "arunav-malhotra": built["arunav-malhotra"].url, printed: built.printed.url };

type Data = {
  profile: { name: string; headline?: string };
  metrics?: { value: string | number; label: string }[];
  experience?: { roles: { title: string; achievements?: string[] }[] }[];
  projects: { title: string }[];
  contact?: { email?: string };
};

const PORTFOLIOS: Record<keyof typeof SITES, Data> = {
  vivek: vivek.data,
  "sharvil-kadam": sharvil.data,
  "arunav-malhotra": arunav.data,
  printed: paper,
};

/** Without what the end of a line may add or take away. */
const dense = (text: string) => squeeze(text.normalize("NFC")).replace(/- /g, "-");

/** What a reader has to find, in the order of a page whose parts are in this order. */
const told = ({ profile, metrics = [], experience = [], projects, contact }: Data) => ({
  names: [profile.name, profile.headline ?? profile.name],
  figures: metrics.map(({ value }) => String(value)),
  roles: experience.flatMap(({ roles }) => roles.flatMap(({ title, achievements = [] }) => [title, ...achievements.map(plain)])),
  projects: projects.map(({ title }) => title),
  contact: [contact?.email ?? profile.name],
});

for (const engine of ["firefox", "chromium"] as Engine[]) {
  test.describe(`printed by ${engine}`, { tag: "@firefox" }, () => {
    let browser: Browser;
    test.beforeAll(async () => void (browser = await printer(engine)));
    test.afterAll(() => browser.close());

    for (const [name, data] of Object.entries(PORTFOLIOS)) {
      for (const format of ["A4", "Letter"] as const) {
        test(`every name, title and figure of ${name} is text on ${format}, in order`, async () => {
          const sheets = await printed(browser, SITES[name as keyof typeof SITES], format);
          expect(sheets.length).toBeLessThanOrEqual(2);
          const text = dense(sheets.join(" "));
          expect(text.startsWith(dense(data.profile.name)), text.slice(0, 80)).toBe(true);
          for (const [part, lines] of Object.entries(told(data))) {
            let last = -1;
            for (const line of lines.map(dense)) {
              const at = text.indexOf(line, last + 1);
              expect.soft(at, `${part}: ${line}`).toBeGreaterThan(-1);
              last = Math.max(last, at);
            }
          }
        });
      }
    }

    test("no sheet ends in a heading", async () => {
      for (const format of ["A4", "Letter"] as const) {
        for (const [name, url] of Object.entries(SITES)) {
          const sheets = await printed(browser, url, format);
          const titles = await headings(browser, url);
          for (const sheet of sheets) expect.soft(titles.filter((title) => sheet.endsWith(title)), `${name} on ${format}: …${sheet.slice(-60)}`).toEqual([]);
        }
      }
    });

    test("names of people are whole in any letters, and so are words with ligatures", async () => {
      const text = (await printed(browser, SITES.printed, "A4")).join(" ");
      for (const whole of ["Łódź", "Łukasz Wałęsa", "Antonín Dvořák", "Zoë, José and Åsa", "Nguyễn & Şahin", "Ștefan Țigănuș", "Björk Guðmundsdóttir"]) {
        expect.soft(text).toContain(whole);
      }
      for (const words of ["verification, workflow, profit", "scientific offline fjord workflows at the first office floor", "1 234 567", "99.95 %"]) {
        expect.soft(text).toContain(words);
      }
    });
  });
}

/** The titles of sections and of lists, as the page has them. */
async function headings(browser: Browser, url: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.goto(url);
  const titles = await page.$$eval(".section__title, .projects__kind", (all) => all.map((title) => title.textContent!.trim()));
  await page.close();
  return titles;
}
