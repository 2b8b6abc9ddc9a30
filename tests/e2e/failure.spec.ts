// A portfolio that cannot be had: the page says why, and lets the reader try again.
import { expectAccessible } from "./support/axe";
import { everyField, ownPortfolio } from "./support/portfolios";
import { generic } from "./support/generic";
import { stream } from "./support/stream";
import { expect, ready, serious, test } from "./support/test";
import type { Page } from "@playwright/test";

test.beforeEach(({ page }) => generic(page));

const FILE = /\/portfolio\.json$/;
const again = (page: Page) => page.getByRole("button", { name: "Try again" });

/** Expects a clear message: whose file, why, a way to try again; and a page that is neither blank nor frozen. */
async function expectRefusal(page: Page, reason: RegExp): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-state", "error");
  await expect(page.getByRole("heading", { level: 1, name: "This portfolio can't be shown" })).toBeVisible();
  await expect(page.getByRole("alert")).toContainText("portfolio.json");
  await expect(page.getByRole("alert")).toHaveText(reason);
  await expect(again(page)).toBeVisible();
  await expect(page).toHaveTitle("Portfolio not available");
}

const nested = (depth: number) => `{"profile":${"[".repeat(depth)}${"]".repeat(depth)}}`;
const text = JSON.stringify(ownPortfolio(), null, 2);

test.describe("the page says why when the file", () => {
  test.use({ forgiving: true });

  const answers: [string, { status?: number; body?: string | Buffer; contentType?: string }, RegExp][] = [
    ["is not there", { status: 404, body: "no" }, /status 404/],
    ["is behind a server that fails", { status: 500, body: "{}" }, /status 500/],
    ["is not for everybody", { status: 403, body: "{}" }, /status 403/],
    ["is a web page", { body: "<!doctype html><title>Hello</title>", contentType: "text/html" }, /web page, not a JSON file/],
    ["is a web page called JSON", { body: "\n  <html></html>" }, /web page, not a JSON file/],
    ["is empty", { body: "" }, /file is empty/],
    ["is blank", { body: " \n\t" }, /file is empty/],
    ["is no text", { body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) }, /not UTF-8/],
    ["is UTF-16", { body: Buffer.from(`\ufeff${text}`, "utf16le") }, /not UTF-8/],
    ["is a list", { body: "[]" }, /must hold one JSON object, and it holds a list/],
    ["is a word", { body: '"portfolio"' }, /must hold one JSON object/],
    ["has a comma too many", { body: '{\n  "profile": {},\n}' }, /not JSON: .*at line 3, column 1/],
    ["goes on after its end", { body: "{} {}" }, /not JSON: .*line 1/],
    ["is 128 deep", { body: nested(128) }, /more than 127 deep/],
    ["is 10,000 deep", { body: nested(10_000) }, /more than 127 deep/],
    ["stops in the middle", { body: text.slice(0, 2000) }, /stops too early, at line \d+, column \d+/],
    ["is larger than 5 MB", { body: `{"x":"${"a".repeat(5_000_000)}"}` }, /larger than 5 MB/],
    ["is 5 MB of nothing that is known", { body: `["${"a".repeat(4_900_000)}"]` }, /must hold one JSON object/],
  ];
  for (const [what, answer, reason] of answers) {
    test(what, async ({ page, complaints }) => {
      await page.route(FILE, (route) => route.fulfill({ contentType: "application/json", ...answer }));
      await page.goto("");
      await expectRefusal(page, reason);
      expect(serious(complaints)).toEqual([]);
    });
  }

  test("cannot be fetched at all", async ({ page, complaints }) => {
    await page.route(FILE, (route) => route.abort("connectionrefused"));
    await page.goto("");
    await expectRefusal(page, /can't be reached; check the connection/);
    expect(serious(complaints)).toEqual([]);
  });
});

test.describe("a file that arrives piece by piece", () => {
  test.use({ forgiving: true });

  test("is given up as soon as it is too large, however much would follow", async ({ page }) => {
    // Fifty megabytes: an answer read to its end would show in what was sent.
    const piece = "a".repeat(65_536);
    const source = await stream(page, (response, write) => {
      write('{"x":"');
      let left = 800;
      const pump = () => {
        while (left > 0 && !response.destroyed) {
          left -= 1;
          if (!write(piece)) return void response.once("drain", pump);
        }
        response.end('"}');
      };
      pump();
    });
    await page.goto("");
    await expectRefusal(page, /larger than 5 MB/);
    await expect.poll(source.abandoned).toBe(true);
    expect(source.sent()).toBeLessThan(40_000_000);
    source.stop();
  });

  test("is given up when nothing more arrives for eight seconds", async ({ page }) => {
    await page.clock.install();
    const source = await stream(page, (_, write) => void write(text.slice(0, 3000)));
    await page.goto("");
    await expect.poll(source.begun).toBeGreaterThan(0);
    // The reading starts some time after the answer does: the clock is moved on until that shows.
    await expect(async () => {
      await page.clock.runFor(8_100);
      await expect(page.getByRole("alert")).toBeVisible({ timeout: 300 });
    }).toPass();
    await expectRefusal(page, /nothing arrived for 8 seconds/);
    source.stop();
  });

  test("that breaks off is reported as unreachable, and can be tried again", async ({ page }) => {
    const source = await stream(page, (response, write) => {
      write(text.slice(0, 3000));
      setImmediate(() => response.destroy());
    });
    await page.goto("");
    await expectRefusal(page, /can't be reached|stops too early/);
    source.stop();
    await page.unroute(FILE);
    await again(page).click();
    await ready(page);
  });

  test("in many pieces is shown", async ({ page, open }) => {
    const source = await stream(page, (response, write) => {
      let at = 0;
      const step = () => {
        if (at >= text.length) return void response.end();
        write(text.slice(at, (at += 997)));
        setImmediate(step);
      };
      step();
    });
    await open();
    await expect(page.getByRole("heading", { level: 1, name: "Vivek" })).toBeVisible();
    source.stop();
  });
});

test.describe("an answer that never comes", () => {
  test.use({ forgiving: true });

  test("is given up after eight seconds, and not before", async ({ page }) => {
    let asked = 0;
    await page.route(FILE, () => void (asked += 1));
    await page.clock.install();
    await page.goto("");
    await expect(page.getByRole("status")).toContainText("Loading");
    await expect.poll(() => asked).toBeGreaterThan(0);
    await expect(page.locator(".notice")).toContainText("Loading the portfolio");
    await expect(page.locator("html")).toHaveAttribute("data-state", "loading");
    await page.clock.runFor(8_100);
    await expectRefusal(page, /nothing arrived for 8 seconds/);
    await page.unrouteAll();
    await again(page).click();
    await ready(page);
    await expect(page.getByRole("heading", { level: 1, name: "Vivek" })).toBeVisible();
  });
});

test("a byte order mark, another type and comfortable spacing do no harm", async ({ page, open }) => {
  await page.route(FILE, (route) => route.fulfill({ body: `\ufeff\n\n${text}\n`, contentType: "text/plain" }));
  await open();
  await expect(page.getByRole("heading", { level: 1, name: "Vivek" })).toBeVisible();
});

test.describe("trying again", () => {
  test.use({ forgiving: true });

  test("shows the portfolio once it can be had", { tag: "@base" }, async ({ page, complaints }) => {
    let failing = true;
    await page.route(FILE, (route) => (failing ? route.fulfill({ status: 503 }) : route.continue()));
    await page.goto("projects/event-backbone/");
    await expectRefusal(page, /status 503/);
    await again(page).click();
    await expectRefusal(page, /status 503/);
    failing = false;
    await again(page).press("Enter");
    await ready(page);
    await expect(page.getByRole("heading", { level: 1, name: "Redis Streams event backbone" })).toBeVisible();
    await expect(page).toHaveTitle("Redis Streams event backbone · Vivek");
    expect(serious(complaints)).toEqual([]);
  });

  test("is not cut short by the message for a start that takes long", async ({ page }) => {
    await page.clock.install();
    await page.route(FILE, (route) => route.fulfill({ status: 503 }));
    await page.goto("");
    await expectRefusal(page, /status 503/);
    await page.unroute(FILE);
    await page.route(FILE, () => {});
    await again(page).click();
    await expect(page.getByRole("status")).toContainText("Loading");
    await page.clock.runFor(20_000);
    await expect(page.getByRole("button", { name: "Reload the page" })).toBeHidden();
    await expect(again(page)).toBeVisible();
  });

  test("says at each of a hundred places where the file breaks off", async ({ page, complaints }) => {
    test.slow();
    const bytes = Buffer.from(text);
    let served = 0;
    await page.route(FILE, (route) => {
      const end = Math.floor((bytes.length * served) / 100);
      served += 1;
      return route.fulfill({ body: bytes.subarray(0, end), contentType: "application/json" });
    });
    await page.goto("");
    for (let percent = 0; percent < 100; percent += 1) {
      await expect.poll(() => served).toBe(percent + 1);
      await expectRefusal(page, /file is empty|stops too early, at line \d+|not UTF-8/);
      await again(page).click();
    }
    await ready(page);
    await expect(page.getByRole("heading", { level: 1, name: "Vivek" })).toBeVisible();
    expect(serious(complaints)).toEqual([]);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`the message in ${colorScheme}`, () => {
    test.use({ forgiving: true, colorScheme });

    test("is accessible, at 320 px too", async ({ page }) => {
      await page.route(FILE, (route) => route.fulfill({ status: 404 }));
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto("");
      await expectRefusal(page, /404/);
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await page.keyboard.press("Tab");
      await expect(again(page)).toBeFocused();
    });
  });
}

test.describe("one bad item", () => {
  // What is put in, where, what the console has to name, and what has to be there still.
  const cases: [string, (portfolio: any) => void, string, string][] = [
    ["project that is no object", (p) => (p.projects[0] = 7), "projects[0]", "Flyology"],
    ["project without a title", (p) => delete p.projects[0].title, "projects[0]", "Flyology"],
    ["project that is null", (p) => (p.projects[1] = null), "projects[1]", "Bernoulli numbers"],
    ["project with an id that is taken", (p) => (p.projects[1].id = "bernoulli"), "projects[1].id", "Bernoulli numbers"],
    ["technology by nearly the name of another", (p) => p.projects[0].technologies.push("cardz"), "projects[0].technologies[2]", "Punched cards"],
    ["unknown diagram", (p) => (p.projects[0].diagram = "engin"), "projects[0].diagram", "Bernoulli numbers"],
    ["metric without a value", (p) => delete p.metrics[0].value, "metrics[0]", "percent of gears aligned"],
    ["technology without a name", (p) => delete p.technologies[2].name, "technologies[2]", "Bernoulli numbers"],
    ["section with a wrong part", (p) => p.sections[1].parts.push("projetcs"), "sections[1].parts[1]", "Flyology"],
    ["employer without roles", (p) => (p.experience[1].roles = []), "experience[1]", "Translator"],
    ["role with no real date", (p) => (p.experience[0].roles[1].start = "someday"), "experience[0].roles[1].start", "Translator"],
    ["role that ends before it starts", (p) => (p.experience[0].roles[1].end = "1700"), "experience[0].roles[1]", "Translator"],
    ["skill without a name", (p) => (p.skills.groups[0].entries[0].technology = " "), "skills.groups[0].entries[0]", "Media"],
    ["radar axis without a number", (p) => (p.skills.radar.axes[1].value = "high"), "skills.radar.axes[1].value", "Algebra"],
    ["short list with nothing in it", (p) => (p.focus[1].items = []), "focus[1]", "Core"],
    ["strength without a text", (p) => delete p.competencies[0].text, "competencies[0]", "Rigour"],
    ["diagram without nodes", (p) => (p.diagrams[1].nodes = []), "diagrams[1]", "The engine"],
    ["node without an id", (p) => delete p.diagrams[0].nodes[2].id, "diagrams[0].nodes[2]", "The engine"],
    ["edge to nowhere", (p) => (p.diagrams[0].edges[0].target = "mil"), "diagrams[0].edges[0].target", "The engine"],
    ["group inside itself", (p) => (p.diagrams[0].groups[0].parent = "inner"), "diagrams[0].groups", "The engine"],
    ["day that is none", (p) => (p.contributions.days[0].date = "1843-02-30"), "contributions.days[0].date", "Bernoulli numbers"],
    ["article without a title", (p) => delete p.writing[0].title, "writing[0]", "Letters"],
    ["address that is no link", (p) => (p.writing[0].url = "javascript:alert(1)"), "writing[0].url", "Sketch of the engine"],
    ["mail address that is none", (p) => (p.contact.email = "ada at engine"), "contact.email", "Within a week"],
    ["property nobody knows", (p) => (p.profile.nickname = "Ada"), "profile.nickname", "Analyst of engines"],
    ["whole section of the wrong type", (p) => (p.experience = "long"), "experience", "Bernoulli numbers"],
    ["newer format", (p) => (p.version = 99), "version", "Bernoulli numbers"],
  ];
  for (const [what, spoil, path, still] of cases) {
    test(`a ${what} is reported with its place, and the rest is shown`, async ({ page, open, offer, warnings }) => {
      const portfolio = everyField();
      spoil(portfolio);
      await offer(portfolio);
      await open();
      expect(warnings.join("\n")).toContain(`portfolio.json: ${path}`);
      await expect(page.getByRole("main").getByText(still, { exact: true }).first()).toBeAttached();
      await expect(page.getByRole("heading", { level: 1, name: "Ada Lovelace" })).toBeVisible();
    });
  }

  test("a sound portfolio warns of nothing", async ({ open, warnings }) => {
    await open();
    expect(warnings.filter((warning) => warning.includes("portfolio.json"))).toEqual([]);
  });
});
