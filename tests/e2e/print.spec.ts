// On paper the start page is a résumé of at most two sheets.
import { getDocumentProxy, extractText } from "unpdf";
import { drawn } from "./support/diagram";
import { test as look } from "./support/look";
import { siteOf, type At, urlOf } from "./support/machine";
import { bundled, plain, squeeze } from "./support/portfolios";
import { expect, test } from "./support/test";

/** The text of each sheet. Line breaks of the sheet mean nothing. */
async function sheets(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map(squeeze);
}

// What a line break may take away or add.
const dense = (text: string) => text.replace(/[\s\u00ad-]/g, "").toLowerCase();

type Structure = { role?: string; type?: string; id?: string; children?: Structure[] };

/** The headings that the PDF is tagged with, each after its level, in the order in which they are read aloud. */
async function headings(pdf: Buffer): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const found: string[] = [];
  for (let sheet = 1; sheet <= document.numPages; sheet += 1) {
    const page = await document.getPage(sheet);
    // Text stands between marks that the structure refers to.
    const texts = new Map<string, string>();
    const open: string[] = [];
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    for (const item of items) {
      if (!("type" in item)) for (const id of open) texts.set(id, (texts.get(id) ?? "") + item.str);
      else if (item.type === "endMarkedContent") open.pop();
      else open.push(item.id ?? "");
    }
    const text = ({ id, children = [] }: Structure): string => (id && texts.get(id)) ?? children.map(text).join("");
    const walk = (part: Structure): void => {
      if (/^H\d$/.test(part.role ?? "")) found.push(`${part.role} ${dense(text(part))}`);
      else part.children?.forEach(walk);
    };
    walk(await page.getStructTree());
  }
  return found;
}

for (const portfolio of bundled) {
  const { data, name } = portfolio;
  for (const format of ["A4", "Letter"]) {
    look(`${name} fits on two sheets of ${format}, the name first`, async ({ page, open }) => {
      await open(portfolio.at());
      const printed = await sheets(await page.pdf({ format }));
      expect(printed.length).toBeLessThanOrEqual(2);
      for (const sheet of printed) expect(sheet.length).toBeGreaterThan(100);
      expect(dense(printed[0]!)).toContain(dense(data.profile.name));
      expect(dense(printed[0]!).indexOf(dense(data.profile.name))).toBeLessThan(80);
    });
  }

  look(`${name} prints what counts, in the order of the page`, async ({ page, open }) => {
    await open(portfolio.at());
    const pdf = await page.pdf({ format: "A4", tagged: true });
    const text = dense((await sheets(pdf)).join(" "));
    const expected = [
      data.profile.name,
      data.profile.headline!,
      ...data.projects.map((project) => project.title),
      ...(data.experience ?? []).flatMap((employer) => employer.roles.flatMap((role) => [role.title, ...(role.achievements ?? [])])),
      data.contact!.email!,
    ].map((line) => dense(plain(line)));
    for (const line of expected) expect.soft(text).toContain(line);
    // Sections come in the portfolio's order, without numbers, of which some would be missing.
    const printed = (await headings(pdf)).filter((heading) => heading.startsWith("H2 "));
    const sections = data.sections.map(({ title }) => `H2 ${dense(title)}`);
    expect(printed).toEqual(sections.filter((section) => printed.includes(section)));
    expect(printed.length).toBeGreaterThan(2);
    for (const { number, title } of data.sections) if (number) expect(text).not.toContain(dense(number + title));
    const projects = data.projects.map((project) => text.indexOf(dense(project.title)));
    expect(projects[0]).toBeGreaterThan(0);
    expect(projects).toEqual([...projects].sort((a, b) => a - b));
  });

  look(`${name} prints nothing one could only click`, async ({ page, open }) => {
    await open(portfolio.at());
    const text = (await sheets(await page.pdf({ format: "A4" }))).join(" ");
    expect(text).not.toMatch(/Skip to content|Copy address|Clear filters|Full page|Show \d+ more|\d+ more\b|Colour scheme|Search|Built with/);
  });
}

test("a dark screen prints black on white", async ({ page, open }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open();
  await page.getByRole("button", { name: "Dark", exact: true }).click();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const [ink, ground] = await page.evaluate(() => {
    const heading = getComputedStyle(document.querySelector("h1")!);
    return [heading.color, getComputedStyle(document.documentElement).backgroundColor];
  });
  const darkest = (colour: string) => Math.max(...colour.match(/[\d.]+/g)!.slice(0, 3).map(Number));
  expect(darkest(ink!)).toBeLessThan(60);
  expect(ground === "rgba(0, 0, 0, 0)" || darkest(ground!) > 240).toBe(true);
});

look("links are printed with their addresses where those matter", async ({ page, open }) => {
  await open();
  const text = dense((await sheets(await page.pdf({ format: "A4" }))).join(" "));
  expect(text).toContain(dense("example.com/vivek/github"));
});

test("the diagrams and the graph stay on the screen", async ({ page, open }) => {
  await open();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("canvas:visible")).toHaveCount(0);
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("search")).toBeHidden();
});

test("a filter does not take projects off the paper's title", async ({ page, open }) => {
  await open("?tech=nextjs");
  const printed = await sheets(await page.pdf({ format: "A4" }));
  expect(printed.length).toBeLessThanOrEqual(2);
  expect(dense(printed.join(" "))).toContain(dense("Multi-vendor e-commerce"));
});

look("the PDF is tagged, so that it can be read aloud", async ({ page, open }) => {
  await open();
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: "A4", tagged: true })));
  const marked = await pdf.getMarkInfo();
  expect(marked?.Marked).toBe(true);
  const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
  expect(tree).toMatch(/"role":"H1"/);
});

for (const portfolio of bundled) {
  test(`every heading of ${portfolio.name} on paper is one in the PDF, of the same level and in the same order`, async ({ page, open }) => {
    await open(portfolio.at());
    const tagged = await headings(await page.pdf({ format: "A4", tagged: true }));
    await page.emulateMedia({ media: "print" });
    const shown = await page.getByRole("heading").evaluateAll((all) =>
      all.map((heading) => {
        const printed = heading.cloneNode(true) as Element;
        // Paper shows none of what is for the ear alone.
        for (const unseen of printed.querySelectorAll(".visually-hidden")) unseen.remove();
        return [heading.localName.toUpperCase(), printed.textContent!] as const;
      }),
    );
    expect(shown.length).toBeGreaterThan(10);
    expect(tagged).toEqual(shown.map(([level, text]) => `${level} ${dense(text)}`));
  });
}

test.describe("a diagram's page", () => {
  for (const portfolio of bundled) {
    for (const { id, title, nodes } of portfolio.data.diagrams) {
      test(`${portfolio.name}'s ${id} is drawn whole on the first sheet and told on the next ones`, async ({ page, open }) => {
        await open(portfolio.at(`architecture/${id}/`));
        await drawn(page);
        const printed = (await sheets(await page.pdf({ format: "A4", preferCSSPageSize: true }))).map(dense);
        expect(printed[0]).toContain(dense(title!));
        for (const { label } of nodes) expect.soft(printed[0], label).toContain(dense(label!));
        expect(printed.length).toBeGreaterThan(1);
        expect(printed.slice(1).join("")).toContain("connections");
        await expect(page.locator(".diagram__print"), "and the page is as it was").toHaveCount(0);
      });
    }
  }
});

test.describe("without the program", () => {
  // Chromium complains of each script that the page announces.
  test.use({ javaScriptEnabled: false, forgiving: true });

  for (const portfolio of bundled) {
    const { data, name } = portfolio;
    test.describe(name, () => {
      test.use({ baseURL: async ({}, use, { project }) => use(urlOf(siteOf(name)[project.name as At])) });

      test("prints the same résumé on two sheets, tagged, with the name first", async ({ page }) => {
        await page.goto("");
        const pdf = await page.pdf({ format: "A4", tagged: true });
        const printed = await sheets(pdf);
        expect(printed.length).toBeLessThanOrEqual(2);
        const text = dense(printed.join(" "));
        expect(text.indexOf(dense(data.profile.name))).toBeLessThan(80);
        for (const { title } of data.projects) expect.soft(text).toContain(dense(title));
        expect(text).toContain(dense(data.contact!.email!));
        const document = await getDocumentProxy(new Uint8Array(pdf));
        expect((await document.getMarkInfo())?.Marked).toBe(true);
        expect(JSON.stringify(await (await document.getPage(1)).getStructTree())).toMatch(/"role":"H1"/);
      });

      for (const { id, title, nodes } of data.diagrams) {
        test(`prints ${id} drawn whole on the first sheet and told on the next ones`, async ({ page }) => {
          await page.goto(`architecture/${id}/`);
          const printed = (await sheets(await page.pdf({ format: "A4", preferCSSPageSize: true }))).map(dense);
          expect(printed[0]).toContain(dense(title!));
          for (const { label } of nodes) expect.soft(printed[0], label).toContain(dense(label!));
          expect(printed.length).toBeGreaterThan(1);
          expect(printed.slice(1).join("")).toContain("connections");
        });
      }
    });
  }
});
