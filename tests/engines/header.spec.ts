// What is around every page: sections, the way past them, the colour scheme, and windows of every size.
import { arunav, vivek } from "../e2e/support/portfolios";
import { heading, scheme, section } from "./support/parts";
import { expect, poll, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const { profile, projects, diagrams, sections } = vivek.data;
const listed = sections.filter(({ nav }) => nav !== false).map(({ title }) => title);
const KINDS = ["", `projects/${projects[1]!.id}/`, "experience/", `architecture/${diagrams[0]!.id}/`];

/** How bright the ground of the page is, of 255: what it looks like, whatever its colours are called. */
const ground = (visitor: Visitor) =>
  visitor.evaluate(() => {
    const canvas = document.createElement("canvas").getContext("2d")!;
    canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    return Math.max(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3));
  });
const isDark = (visitor: Visitor) => poll(() => ground(visitor), "brightness of the ground").toBeLessThan(60);
const isLight = (visitor: Visitor) => poll(() => ground(visitor), "brightness of the ground").toBeGreaterThan(200);

test("the link to each section brings it below the header, and is marked", { tag: "@smoke" }, async ({ visitor }) => {
  await visitor.visit();
  for (const title of listed) {
    await visitor.click(section(title));
    await poll(() => visitor.hash()).toBe(`#${title}`);
    await visitor.stopped();
    await poll(() => visitor.texts("nav[aria-label=Sections] [aria-current=true]")).toEqual([title]);
    const { bottom } = await visitor.box("header");
    await poll(async () => (await visitor.box(heading(title))).y, title).toBeGreaterThanOrEqual(bottom);
    expect((await visitor.box(heading(title))).bottom, title).toBeLessThanOrEqual(800);
  }
});

test("from another page a section's link leads to that section, and the name to the top", async ({ visitor }) => {
  await visitor.visit(KINDS[1]);
  await visitor.click(section("skills"));
  await visitor.arrives(profile.name);
  await visitor.stopped();
  await poll(async () => Math.abs((await visitor.box(heading("skills"))).y - 150)).toBeLessThan(150);
  await visitor.click("header a");
  await visitor.near(0);
});

for (const path of KINDS) {
  test(`on /${path} the first Tab is the skip link, which leads past the header`, async ({ visitor }) => {
    await visitor.visit(path);
    await visitor.press("Tab");
    await visitor.focuses(["a", "Skip to content"]);
    await poll(async () => (await visitor.box(["a", "Skip to content"])).y).toBeGreaterThanOrEqual(0);
    await visitor.press("Enter");
    await visitor.focuses("main");
    await visitor.press("Tab");
    await poll(() => visitor.evaluate(() => Boolean(document.activeElement!.closest("main")))).toBe(true);
  });
}

test("Tab comes to everything of a project's page in the order of the page, each in view", async ({ visitor }) => {
  await visitor.visit(KINDS[1]);
  const count = await visitor.evaluate(() => {
    const stops = [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, summary, [tabindex]")];
    const reached = stops.filter((stop) => stop.tabIndex >= 0 && !(stop as HTMLButtonElement).disabled && stop.checkVisibility({ visibilityProperty: true }));
    reached.forEach((stop, at) => (stop.dataset.stop = String(at)));
    return reached.length;
  });
  expect(count).toBeGreaterThan(10);
  for (let at = 0; at < count; at += 1) {
    await visitor.press("Tab");
    const stop = await visitor.evaluate(async () => {
      const element = document.activeElement as HTMLElement;
      const seen = () => (({ top, bottom, width }) => width > 0 && bottom > 0 && top < innerHeight)(element.getBoundingClientRect());
      // A diagram brings what has the focus into view in the frames that follow.
      for (let frame = 0; frame < 30 && !seen(); frame += 1) await new Promise(requestAnimationFrame);
      return { at: Number(element.dataset.stop), seen: seen(), name: element.getAttribute("aria-label") ?? element.textContent };
    });
    expect(stop, `stop ${at}`).toEqual({ at, seen: true, name: stop.name });
  }
});

test.describe("ten sections on a narrow window", () => {
  test.use({ taste: { width: 360, height: 740 } });

  test("are folded up; they unfold by mouse and by key, and a link leads to its section", async ({ site, visitor }) => {
    const titles = Array.from({ length: 10 }, (_, at) => `part ${at}`);
    const parts = ["about", "projects", "diagrams", "experience", "radar", "skills", "contributions", "writing", "competencies", "contact"];
    site.offer("examples/ten.json", { ...vivek.data, sections: titles.map((title, at) => ({ id: `part-${at}`, title, parts: [parts[at]] })), profile: { ...profile, about: ["Words."] }, focus: [{ title: "Now", items: ["Words"] }], competencies: [{ title: "Care", text: "Words" }] });
    await visitor.visit("?portfolio=examples/ten.json");
    const fold = "nav[aria-label=Sections] summary";
    await visitor.misses(section("part 5"));
    await visitor.click(fold);
    await visitor.sees(section("part 5"));
    await visitor.focus(fold);
    await visitor.press("Enter");
    await visitor.misses(section("part 5"));
    await visitor.press("Space");
    await visitor.click(section("part 5"));
    await poll(() => visitor.hash()).toBe("#part-5");
    await visitor.stopped();
    await poll(async () => Math.abs((await visitor.box(heading("part 5"))).y - 150)).toBeLessThan(150);
  });

  test("a section that is jumped to is below the header, whose first line comes back for who tabs there", { tag: "@not-webkit" }, async ({ visitor }) => {
    await visitor.visit();
    await visitor.click(section("skills"));
    await visitor.stopped();
    await poll(async () => Math.abs((await visitor.box(heading("skills"))).y - 120)).toBeLessThan(120);
    await visitor.focus(section(listed[0]!));
    await visitor.press("Shift+Tab");
    // What scrolls is a stop of its own in Firefox.
    if (await visitor.evaluate(() => document.activeElement!.localName === "nav")) await visitor.press("Shift+Tab");
    await visitor.focuses("header a");
    await poll(async () => (await visitor.box("header a")).y).toBeGreaterThanOrEqual(0);
  });
});

test("a scheme that is chosen holds on other pages and after a reload, until System takes it back", { tag: "@smoke" }, async ({ visitor }) => {
  await visitor.visit();
  await isLight(visitor);
  await visitor.click(scheme("Dark"));
  await visitor.has(scheme("Dark"), "aria-pressed", "true");
  await isDark(visitor);
  await visitor.visit("experience/");
  await isDark(visitor);
  await visitor.window.reload();
  await visitor.state("ready");
  await isDark(visitor);
  await visitor.focus(scheme("Dark"));
  await visitor.press("Shift+Tab", "Enter");
  await isLight(visitor);
  await visitor.press("Tab", "Tab", "Space");
  await visitor.has(scheme("System"), "aria-pressed", "true");
  await isLight(visitor);
});

test.describe("a dark system", () => {
  test.use({ taste: { scheme: "dark" } });

  test("has dark pages from the start, and light ones when those are chosen", async ({ site, visitor }) => {
    const release = site.hold(/_bg\.wasm$/);
    await visitor.visit("", "loading");
    await isDark(visitor);
    release();
    await visitor.state("ready");
    await isDark(visitor);
    await visitor.click(scheme("Light"));
    await isLight(visitor);
  });
});

test.describe("where motion is reduced", () => {
  test.use({ taste: { motion: "reduced" } });

  test("a section is jumped to, and asked for twice in a row", async ({ visitor }) => {
    await visitor.visit();
    expect(await visitor.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe("auto");
    for (let times = 0; times < 2; times += 1) {
      await visitor.click(section("skills"));
      await poll(async () => Math.abs((await visitor.box(heading("skills"))).y - 150)).toBeLessThan(150);
      await visitor.window.wheel({ x: 20, y: 500 }, { x: 0, y: -2000 });
      await poll(async () => Math.abs((await visitor.box(heading("skills"))).y - 150)).toBeGreaterThan(800);
    }
  });
});

for (const [name, data, paths] of [["vivek", vivek.data, KINDS], ["arunav-malhotra", arunav.data, ["", "experience/"]], ["gallery", null, ["", "writing/queues/", "projects/loom/"]]] as const) {
  test.describe(`320 px wide, ${name}`, () => {
    test.use({ portfolio: name, taste: { width: 320, height: 640 } });

    test("no page is wider than the window, and its words are in it", async ({ visitor }) => {
      for (const path of paths) {
        await visitor.visit(path);
        expect(await visitor.evaluate(() => innerWidth)).toBe(320);
        expect(await visitor.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
        const { x, right } = await visitor.box("h1");
        expect(x).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(320);
      }
      if (data) expect((await visitor.box("header a")).right).toBeLessThanOrEqual(320);
    });
  });
}
