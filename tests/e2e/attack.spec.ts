// A portfolio written by somebody who means harm: its text stays text.
//
// Whatever is in the file: no dialog, no request to another host, nothing it wrote runs, no panic, the rest of the
// page is there, and the console names the place. The numbers are those of the project's list of attack inputs.
import { everyField } from "./support/portfolios";
import { expect, follow, ready, test } from "./support/test";
import { expectUnharmed } from "./support/unharmed";
import type { Locator } from "@playwright/test";

/** Properties that hold a word of the format rather than a text of the author. */
const WORDS = new Set(["kind", "parts", "kinds", "start", "end", "date", "taken", "scheme", "$schema"]);
/** Properties that hold an id, or name one. */
const IDS = new Set(["id", "technology", "technologies", "diagram", "source", "target", "group", "parent"]);

/** Puts `payload` in place of every text of a portfolio that `chosen` picks. */
function replace(value: any, payload: string, chosen: (key: string) => boolean, key = ""): any {
  if (Array.isArray(value)) return value.map((entry) => replace(entry, payload, chosen, key));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replace(inner, payload, chosen, name)]));
  }
  return typeof value === "string" && chosen(key) ? payload : value;
}

const isText = (key: string) => !WORDS.has(key) && !IDS.has(key) && key !== "name" && key !== "url" && key !== "email";

/** A portfolio in which every text an author writes is the payload. */
function inEveryText(payload: string): any {
  const portfolio = replace(everyField(), payload, isText);
  portfolio.profile.name = `Ada ${payload}`;
  for (const list of [portfolio.technologies, portfolio.diagrams, portfolio.experience]) {
    for (const entry of list) entry.name = payload;
  }
  return portfolio;
}

/** A portfolio in which every link is the payload. */
function inEveryLink(payload: string): any {
  return replace(everyField(), payload, (key) => key === "url");
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "__pwned", { value: undefined, writable: true }));
});

const links: [string, string][] = [
  ["X1", "javascript:window.__pwned=1"],
  ["X2", "JaVaScRiPt:window.__pwned=1"],
  ["X3", "java\nscript:window.__pwned=1"],
  ["X3", "java\tscript:window.__pwned=1"],
  ["X4", "\u0001javascript:window.__pwned=1"],
  ["X4", " javascript:window.__pwned=1"],
  ["X5", "data:text/html,<script>window.__pwned=1</script>"],
  ["X6", "data:image/svg+xml,<svg onload=window.__pwned=1>"],
  ["X7", "vbscript:msgbox(1)"],
  ["X7", "blob:https://evil.test/1"],
  ["X7", "file:///etc/passwd"],
  ["X8", "//evil.test"],
  ["X8", "\\\\evil.test"],
  ["X8", "/\\evil.test"],
  ["X8", "https:evil.test"],
  ["X8", "https:/evil.test"],
  ["X9", "https://good@evil.test"],
  ["X9", "https://good:word@evil.test/"],
  ["X19", "../../etc"],
  ["X19", "%2e%2e/etc"],
  ["X19", "a/%2E./%2e%2e/etc"],
];

test("X1 to X9, X19: none of these addresses leads anywhere as a link, wherever it stands", async ({ page, open, offer, warnings }) => {
  // Each address once in every kind of link there is.
  const portfolio = everyField();
  const each = (of: (url: string, at: number) => unknown) => links.map(([, url], at) => of(url, at));
  portfolio.profile.links = each((url, at) => ({ label: `Letter ${at}.`, url }));
  portfolio.projects[0].links = each((url, at) => ({ label: `Note ${at}.`, url }));
  portfolio.experience = each((url, at) => ({ ...portfolio.experience[1], name: `Society ${at}.`, url }));
  portfolio.writing = each((url, at) => ({ title: `Sketch ${at}.`, url }));
  portfolio.contact.links = each((url, at) => ({ label: `Call ${at}.`, url }));
  await offer(portfolio);
  await open();
  await expectUnharmed(page);
  const said = warnings.join("\n");
  const lines = async (of: Locator) => (await of.allInnerTexts()).join("\n").toLowerCase();
  const [shown, linked] = [await lines(page.getByRole("main")), await lines(page.getByRole("link"))];
  for (const [at, [number, payload]] of links.entries()) {
    const called = `${number}: ${JSON.stringify(payload)}`;
    for (const path of [`profile.links[${at}]`, `projects[0].links[${at}]`, `experience[${at}]`, `writing[${at}]`, `contact.links[${at}]`]) {
      expect.soft(said, called).toContain(`portfolio.json: ${path}.url`);
    }
    for (const kind of ["letter", "note", "society", "sketch", "call"]) expect.soft(linked, called).not.toContain(`${kind} ${at}.`);
    // The label stays, as text, but for that of a project, which has no other use.
    for (const kind of ["letter", "society", "sketch", "call"]) expect.soft(shown, called).toContain(`${kind} ${at}.`);
  }
});

test("X9: a host in look-alike letters is shown by its true name", async ({ page, open, offer }) => {
  await offer(inEveryLink("https://аpple.com/"));
  await open();
  await expectUnharmed(page);
  await expect(page.getByRole("link", { name: /^Notes/ })).toHaveAttribute("href", /^https:\/\/xn--/);
});

const texts: [string, string][] = [
  ["X10", "<img src=x onerror=window.__pwned=1>"],
  ["X11", "</script><script>window.__pwned=1</script>"],
  ["X12", "</title></style><!--"],
  ["X13", '"onfocus=window.__pwned=1 autofocus x="'],
  ["X14", "<svg><foreignObject><iframe srcdoc='<script>parent.__pwned=1</script>'></iframe></foreignObject></svg>"],
  ["X15", "red;background:url(//evil.test/x.png)"],
  // Paragraphs of Markdown, which know nothing of each other but for the second, a link and what it refers to.
  [
    "X18",
    [
      "[x](javascript:window.__pwned=1)",
      "[x][1]\n\n[1]: javascript:window.__pwned=1",
      "<javascript:window.__pwned=1>",
      "![x](https://elsewhere.test/x.png)",
      "[![x](//evil.test/x.png)](data:text/html,x)",
    ].join("\n\n"),
  ],
  ["X21", "]]> & &lt;b&gt; &#x3c;"],
  // An address that stands bare in a text is a link like any other; this one is none.
  ["X22", '=HYPERLINK("//evil.test")'],
  ["S7", '<b id="canary">bold</b>'],
  ["S20", "__proto__"],
];
for (const [number, payload] of texts) {
  test(`${number}: ${JSON.stringify(payload)} stays text wherever it stands`, async ({ page, open, offer }) => {
    await offer(inEveryText(payload));
    await open();
    // What is no Markdown is shown as it was written.
    if (number !== "X18") await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Ada ${payload}`);
    for (const path of ["", "projects/bernoulli/", "experience/", "architecture/engine/"]) {
      if (path) await follow(page, path);
      await expectUnharmed(page);
      await expect(page.locator("#canary"), path).toHaveCount(0);
    }
  });
}

const ids = [
  '"><a href=//evil.test>',
  "a b",
  "#.[",
  "../../x",
  "%2e%2e",
  "body",
  "head",
  "location",
  "main",
  "app",
  "search",
  "name",
  "__wbindgen_start",
  "__proto__",
  "constructor",
  "x".repeat(3000),
  "",
  "\u0000",
];
// Each in nine places, for there are as many parts of a page that make a section of their own.
const PARTS = ["projects", "about", "focus", "competencies", "diagrams", "experience", "skills", "writing", "contact"];
for (const those of [ids.slice(0, PARTS.length), ids.slice(PARTS.length)]) {
  test(`X16, X17: these ids break nothing: ${those.map((id) => JSON.stringify(id.slice(0, 30))).join(" ")}`, async ({ page, open, offer, warnings }) => {
    test.slow();
    const portfolio = everyField();
    const [project, diagram] = [portfolio.projects[0], portfolio.diagrams[0]];
    const [[node, ...nodes], [edge, ...edges]] = [diagram.nodes, diagram.edges];
    portfolio.projects = [...those.map((id, at) => ({ ...project, id, title: `Project ${at}.`, diagram: id, technologies: [id] })), portfolio.projects[1]];
    portfolio.diagrams = those.map((id, at) => ({ ...diagram, id, name: `Diagram ${at}.`, title: `Diagram ${at}.`, nodes: [{ ...node, id }, ...nodes], edges: [{ ...edge, source: id }, ...edges] }));
    portfolio.technologies = [...those.map((id, at) => ({ id, name: `Tool ${at}.` })), ...portfolio.technologies];
    portfolio.sections = those.map((id, at) => ({ id, title: `Section ${at}.`, parts: [PARTS[at]] }));
    await offer(portfolio);
    await open();
    await expectUnharmed(page);
    const twice = await page.evaluate(() => {
      const all = [...document.querySelectorAll("[id]")].map((element) => element.id);
      return all.filter((id, at) => all.indexOf(id) !== at);
    });
    expect(twice).toEqual([]);
    expect(await page.evaluate(() => document.body instanceof HTMLBodyElement && location instanceof Location)).toBe(true);
    for (const [at, id] of those.entries()) {
      const called = JSON.stringify(id.slice(0, 30));
      await expect.soft(page.getByRole("heading", { name: `Section ${at}.`, exact: true }), called).toBeVisible();
      if (!/^[\w.-]+$/.test(id)) expect.soft(warnings.join("\n"), called).toContain(`projects[${at}]`);
    }
    // Every project's page opens from its card, under whatever address it got.
    const titles = await page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("button").allTextContents();
    expect(titles).toContain("Flyology");
    expect(titles.length).toBeGreaterThanOrEqual(those.filter((id) => /\w/.test(id)).length);
    for (const title of titles) {
      await page.getByRole("heading", { name: title, exact: true }).getByRole("button").click();
      await page.getByRole("region", { name: new RegExp(`: ${title.replace(".", "\\.")}$`) }).getByRole("link", { name: "Full page" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
      await page.goBack();
      await ready(page);
    }
  });
}

test("X16: ids that are taken are reported, and each thing keeps a place of its own", async ({ page, open, offer, warnings }) => {
  const portfolio = replace(everyField(), "same", (key) => key === "id");
  await offer(portfolio);
  await open();
  await expectUnharmed(page);
  expect(warnings.join("\n")).toContain("portfolio.json: projects[1].id");
});

test("X20: no address of a mail writes to somebody else", async ({ page, open, offer }) => {
  const emails = ["ada@example.org?cc=eve@evil.test&body=x", "ada@example.org\r\nBcc: eve@evil.test", "ada@example.org,eve@evil.test"];
  const urls = ["mailto:ada@example.org?cc=eve@evil.test&body=x", "mailto:ada@example.org\r\nBcc:eve@evil.test", "mailto:ada@example.org%0D%0ABcc:eve@evil.test"];
  for (const email of emails) {
    await page.unrouteAll();
    const portfolio = everyField();
    portfolio.contact.email = email;
    portfolio.contact.links = urls.map((url, at) => ({ label: `Mail ${at}.`, url }));
    await offer(portfolio);
    await open();
    await expectUnharmed(page);
    const mails = await page.locator('a[href^="mailto:"]').evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    // How a message begins may be kept; where it goes may not.
    for (const mail of mails) expect.soft(mail, JSON.stringify(email)).toMatch(/^mailto:ada@example\.org(\?body=x)?$/);
  }
});

test("X23: characters that reorder or hide text are taken out and reported", async ({ page, open, offer, warnings }) => {
  const portfolio = everyField();
  portfolio.profile.name = "Ada \u202elive\u202c \u0000\u0007Lovelace";
  portfolio.projects[1].title = "Z\u0351\u036b\u0343a\u0312\u0368lgo\u200b\u200d";
  await offer(portfolio);
  await open();
  await expectUnharmed(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ada live Lovelace");
  await expect(page).toHaveTitle(/^Ada live Lovelace/);
  expect(warnings.join("\n")).toContain("portfolio.json: profile.name");
});

test("X24: numbers beyond reason are reported, and nothing reads NaN", async ({ page, offer, open, warnings }) => {
  const portfolio = everyField();
  portfolio.skills.radar.axes[0].value = 1e308;
  portfolio.skills.radar.axes[1].value = -1e308;
  portfolio.diagrams[0].nodes[0].x = 1e308;
  portfolio.diagrams[0].nodes[1].y = -1e308;
  portfolio.contributions.days[0].count = 2 ** 53;
  portfolio.metrics[0].value = -0;
  await offer(portfolio);
  await open();
  await expectUnharmed(page);
  expect(warnings.join("\n")).toContain("skills.radar.axes[0].value");
  expect(await page.locator("body").innerText()).not.toMatch(/NaN|Infinity|undefined/);
});

test("X25: one text of 4 MB is cut, not chewed on", async ({ page, open, offer, warnings }) => {
  const portfolio = everyField();
  portfolio.projects[0].title = "a".repeat(1_000_000);
  portfolio.projects[0].problem = "b ".repeat(1_000_000);
  portfolio.projects[1].summary = "*".repeat(1_000_000);
  await offer(portfolio);
  await open();
  await expectUnharmed(page);
  expect(warnings.join("\n")).toContain("projects[0].title");
});

test("R8: other scripts, long words and emoji fit on the narrowest screen", async ({ page, open, offer }) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 640 });
  for (const payload of ["漢字かな交じり文".repeat(20), "שלום עולם ".repeat(10), "👩‍👩‍👧‍👦".repeat(40), "x".repeat(500), "e\u0301".repeat(200)]) {
    await page.unrouteAll();
    await offer(inEveryText(payload));
    await open();
    for (const path of ["", "projects/bernoulli/", "experience/"]) {
      if (path) await follow(page, path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(wide, `${path} with ${payload.slice(0, 8)}`).toBeLessThanOrEqual(320);
    }
  }
});
