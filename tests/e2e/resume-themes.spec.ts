// What readers see of resume.json in themes that others have made for it: the three from npm that show every part of a résumé.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { siteOf } from "./support/machine";
import { type Bundled, bundled, squeeze } from "./support/portfolios";

const THEMES = ["colophon", "even", "stackoverflow"];

// They are made on a busy machine, and one of the sites is built.
test.describe.configure({ timeout: 120_000 });

const run = promisify(execFile);

/** Words that stand in one entry, and from when to when it was: an end that is missing has not come. */
type Entry = { words: (string | undefined)[]; start?: string; end?: string };
type Resume = { name: string; said: string[]; entries: Entry[]; file: () => Promise<string> };

function of(portfolio: Bundled): Resume {
  const { profile, experience = [], projects, writing = [], contact } = portfolio.data;
  const roles = experience.flatMap((at) => at.roles.map(({ title, start, end }) => ({ words: [at.name, title], start, end })));
  const works = (projects as { title: string; period?: { start?: string; end?: string } }[]).map(({ title, period }) => ({ words: [title], ...period }));
  const pieces = (writing as { title: string; publication?: string }[]).map(({ title, publication }) => ({ words: [title, publication] }));
  return {
    name: portfolio.name,
    said: [profile.name, profile.headline, profile.location, contact?.email].filter((words) => words !== undefined),
    entries: [...roles, ...works, ...pieces],
    file: async () => join(siteOf(portfolio.name).root.dist, "resume.json"),
  };
}

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vitrine-resume-"));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

/** The site of a portfolio with something for every part of a résumé. */
async function ofCareer(): Promise<string> {
  const [program, ...first] = process.env.VITRINE_CLI ? [process.env.VITRINE_CLI] : ["cargo", "run", "--quiet", "--package", "vitrine-cli", "--"];
  const out = join(folder, "career");
  const build = ["build", "--portfolio", "public/examples/hedda-storvik.json", "--frame", "target/vitrine/frame", "--out", out, "--draft", "--force"];
  await run(program!, [...first, ...build]);
  return join(out, "resume.json");
}

const career: Resume = {
  name: "a whole career",
  said: [
    ...["Hedda Storvik", "Hardware engineer, boards and power", "Tromsø, Norway", "hedda@hedda.example", "+4790000000"],
    ...["I make boards that survive winter on a mast.", "from a sketch on the ferry to 4,000 units in the field."],
    ...["Took three boards from sketch to series.", "Cut the standby current from 90 to 7 µA.", "Repaired what the sea had opened."],
    ...["KiCad", "LTspice", "Ice climbing", "Short wave", "Knitting", "Power electronics", "Radio waves"],
  ],
  entries: [
    { words: ["Nordvind Instrument", "Senior hardware engineer"], start: "2018-03" },
    { words: ["Fjordradio", "Hardware engineer", "Bergen"], start: "2013-09", end: "2018-02" },
    {
      words: ["Mast controller", "The board at the foot of every mast: measures, sends, and above all lasts."],
      start: "2019",
      end: "2023",
    },
    { words: ["Rime sensor", "Sees ice before the wind meter stops."], start: "2024", end: "2024" },
    { words: ["NTNU", "MSc Electronics"], start: "2011", end: "2013" },
    { words: ["UiT", "BSc Electronics"], start: "2008", end: "2011" },
    { words: ["IPC-A-610 Specialist", "IPC"], start: "2022-04", end: "2022-04" },
    { words: ["Rime on ultrasonic anemometers", "Journal of Cold Instruments 12(3), 45–61"], start: "2023-11", end: "2023-11" },
    { words: ["Boards that start at −40 °C", "Embedded North"], start: "2024-09", end: "2024-09" },
    { words: ["Heating element within a sensor arm", "Patentstyret"], start: "2021", end: "2021" },
    { words: ["Engineer of the Arctic", "Nordlys"], start: "2022", end: "2022" },
    { words: ["Red Cross Tromsø", "Radio keeper", "Keeps forty radios alive."], start: "2015" },
    { words: ["Norwegian", "native"] },
    { words: ["English", "fluent"] },
    { words: ["Northern Sámi", "B1"] },
    { words: ["Aud Nilsen", "Since her boards are on the masts, I have my winters back."] },
    { words: ["Per Moe", "She reads a schematic like others read a map."] },
  ],
  file: ofCareer,
};

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept?", "oct", "nov", "dec"];

/** A date as a pattern. Two of the themes show a year as its January; that is theirs: the schema has years. */
function date(iso: string): string {
  const [year, month] = iso.split("-");
  return month ? `${MONTHS[Number(month) - 1]} ${year}` : `(jan )?${year}`;
}

function range({ start, end }: Entry): RegExp {
  if (!start) return /^/;
  const until = ` ?[–-] ?(${end ? date(end) : "present|current"})`;
  return new RegExp(`(?<![–-] ?)\\b${date(start)}${start === end ? `(${until})?` : until}(?! ?[–-])`);
}

for (const theme of THEMES) {
  for (const { name, said, entries, file } of [...bundled.map(of), career]) {
    test(`the theme ${theme} shows the résumé of ${name}`, async ({ page }) => {
      // Themes write dates by the clock of their machine.
      const { stdout: html } = await run(process.execPath, ["tests/e2e/support/theme.mjs", theme, await file()], { env: { ...process.env, TZ: "UTC" } });
      // Tests send nothing outside this machine; themes ask others for fonts.
      await page.route("**/*", (route) => route.abort());
      await page.setContent(html);

      const read = (text: string) => squeeze(text).toLowerCase();
      const whole = read(await page.locator("body").innerText());
      for (const words of said) expect(whole).toContain(read(words));

      // Parts within each other, from the smallest to the page.
      const parts = (await page.locator("body :is(article, blockquote, div, header, li, main, section)").allInnerTexts()).map(read).sort((a, b) => a.length - b.length);
      for (const entry of entries) {
        const words = entry.words.filter((words) => words !== undefined).map(read);
        const smallest = parts.find((part) => words.every((words) => part.includes(words)) && range(entry).test(part));
        expect(smallest, `${entry.words}, ${range(entry)}`).toBeDefined();
        // The dates are its own: but for roles in the same place, which one theme tells together, there is no other in that part.
        const others = entries.filter(({ words: [other] }) => other !== entry.words[0] && smallest!.includes(read(other!)));
        if (entry.start) expect(others, `${entry.words} alone: ${smallest}`).toEqual([]);
      }

      const shown = html.replace(/<(style|script|svg)\b.*?<\/\1>/gs, "");
      expect(shown.match(/\b(undefined|null|NaN)\b|Invalid Date|\[object Object\]/g)).toBeNull();
      const links = await page.locator("a").evaluateAll((links) => links.map((link) => [link.textContent.trim(), link.getAttribute("href")]));
      expect(links.filter(([words, href]) => !words || !/^(https?:\/\/.|mailto:.|tel:.|#.)/.test(href ?? ""))).toEqual([]);
    });
  }
}
