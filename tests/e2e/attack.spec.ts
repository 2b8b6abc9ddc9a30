// A portfolio written by somebody who means harm: its text stays text.
//
// Whatever is in the file: no dialog, no request to another host, nothing it wrote runs, no panic, the rest of the
// page is there, and the console names the place. The numbers are those of the project's list of attack inputs.
import { everyField } from "./support/portfolios";
import { expect, ready, test } from "./support/test";
import { expectUnharmed } from "./support/unharmed";

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
for (const [number, payload] of links) {
  test(`${number}: ${JSON.stringify(payload)} leads nowhere as a link`, async ({ page, open, offer, warnings }) => {
    await offer(inEveryLink(payload));
    await open();
    await expectUnharmed(page);
    const said = warnings.join("\n");
    for (const path of ["profile.links[0].url", "profile.links[1].url", "projects[0].links[0].url", "experience[0].url", "writing[0].url", "contact.links[0].url"]) {
      expect(said).toContain(`portfolio.json: ${path}`);
    }
    // The label stays, as text.
    await expect(page.getByText("Letters", { exact: true }).first()).toBeVisible();
    await expect(page.getByRole("link", { name: "Letters" })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Sketch of the engine" })).toHaveCount(0);
  });
}

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
  ["X18", "[x](javascript:window.__pwned=1)"],
  ["X18", "[x][1]\n\n[1]: javascript:window.__pwned=1"],
  ["X18", "<javascript:window.__pwned=1>"],
  ["X18", "![x](https://elsewhere.test/x.png)"],
  ["X18", "[![x](//evil.test/x.png)](data:text/html,x)"],
  ["X21", "]]> & &lt;b&gt; &#x3c;"],
  ["X22", '=HYPERLINK("https://evil.test")'],
  ["S7", '<b id="canary">bold</b>'],
  ["S20", "__proto__"],
];
for (const [number, payload] of texts) {
  test(`${number}: ${JSON.stringify(payload)} stays text wherever it stands`, async ({ page, open, offer }) => {
    await offer(inEveryText(payload));
    for (const path of ["", "projects/bernoulli/", "experience/", "architecture/engine/"]) {
      await open(path);
      await expectUnharmed(page);
      await expect(page.locator("#canary")).toHaveCount(0);
    }
    await open();
    // What is no Markdown is shown as it was written.
    if (number !== "X18") await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Ada ${payload}`);
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
for (const id of ids) {
  test(`X16, X17: the id ${JSON.stringify(id.slice(0, 30))} breaks nothing`, async ({ page, open, offer, warnings }) => {
    const portfolio = everyField();
    portfolio.projects[0].id = id;
    portfolio.diagrams[0].id = id;
    portfolio.projects[0].diagram = id;
    portfolio.sections[0].id = id;
    portfolio.diagrams[0].nodes[0].id = id;
    portfolio.diagrams[0].edges[0].source = id;
    portfolio.technologies[0].id = id;
    await offer(portfolio);
    await open();
    await expectUnharmed(page);
    await expect(page.getByRole("heading", { name: "Flyology" })).toBeVisible();
    // Every project's page opens from its card, under whatever address it got.
    for (const title of await page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("button").allTextContents()) {
      await page.getByRole("heading", { name: title, exact: true }).getByRole("button").click();
      await page.getByRole("region", { name: new RegExp(`: ${title}$`) }).getByRole("link", { name: "Full page" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await page.goBack();
      await ready(page);
    }
    const twice = await page.evaluate(() => {
      const all = [...document.querySelectorAll("[id]")].map((element) => element.id);
      return all.filter((id, at) => all.indexOf(id) !== at);
    });
    expect(twice).toEqual([]);
    expect(await page.evaluate(() => document.body instanceof HTMLBodyElement && location instanceof Location)).toBe(true);
    if (!/^[\w.-]+$/.test(id)) expect(warnings.join("\n")).toContain("projects[0]");
  });
}

test("X16: ids that are taken are reported, and each thing keeps a place of its own", async ({ page, open, offer, warnings }) => {
  const portfolio = replace(everyField(), "same", (key) => key === "id");
  await offer(portfolio);
  await open();
  await expectUnharmed(page);
  expect(warnings.join("\n")).toContain("portfolio.json: projects[1].id");
});

for (const [field, payload] of [
  ["email", "ada@example.org?cc=eve@evil.test&body=x"],
  ["email", "ada@example.org\r\nBcc: eve@evil.test"],
  ["email", "ada@example.org,eve@evil.test"],
  ["url", "mailto:ada@example.org?cc=eve@evil.test&body=x"],
  ["url", "mailto:ada@example.org\r\nBcc:eve@evil.test"],
  ["url", "mailto:ada@example.org%0D%0ABcc:eve@evil.test"],
] as const) {
  test(`X20: ${JSON.stringify(payload)} as ${field} writes to nobody else`, async ({ page, open, offer }) => {
    const portfolio = everyField();
    if (field === "email") portfolio.contact.email = payload;
    else portfolio.contact.links[0].url = payload;
    await offer(portfolio);
    await open();
    await expectUnharmed(page);
    const mails = await page.locator('a[href^="mailto:"]').evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    for (const mail of mails) expect(mail).toBe("mailto:ada@example.org");
  });
}

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
  await page.setViewportSize({ width: 320, height: 640 });
  for (const payload of ["漢字かな交じり文".repeat(20), "שלום עולם ".repeat(10), "👩‍👩‍👧‍👦".repeat(40), "x".repeat(500), "e\u0301".repeat(200)]) {
    await page.unrouteAll();
    await offer(inEveryText(payload));
    for (const path of ["", "projects/bernoulli/", "experience/"]) {
      await open(path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(wide, `${path} with ${payload.slice(0, 8)}`).toBeLessThanOrEqual(320);
    }
  }
});
